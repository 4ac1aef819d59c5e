"""Initiatives: what residents start. Nobody has to approve it; the institution makes room, with a date, in public."""
