"""What happens to neighbourhoods and places."""

from vuurtoren.journal.moments import Kind

MADE = Kind("places.neighbourhood_made")
IMPORTED = Kind("places.imported", {"segments": int, "streets": int, "unnamed": int, "changed": int})
BACKDROP_SET = Kind("places.backdrop_set")
KINDS = (MADE, IMPORTED, BACKDROP_SET)
