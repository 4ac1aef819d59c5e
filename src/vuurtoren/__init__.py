"""Vuurtoren: who carries what in every street, and therefore what the city does tomorrow."""

__version__ = "0.1.0"
