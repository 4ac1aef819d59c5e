"""The journal (dagboek): moments, append-only, one hash chain a neighbourhood."""
