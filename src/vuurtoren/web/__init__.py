"""Pages: a door, a form, an act, a page."""
