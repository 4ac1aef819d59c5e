"""Invented neighbourhoods in which power slides, or only seems to: what the search for slides is tried on.

Nothing here knows how slides are searched for (a contract in pyproject.toml); only `trial` brings the two together.
"""
