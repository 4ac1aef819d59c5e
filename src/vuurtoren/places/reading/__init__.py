"""Reads street files: GeoJSON, Overpass JSON, OSM XML and OSM PBF, into segments. Pure, but for the file itself.

Every file is a stranger's. Size is looked at before reading, the number of pieces before parsing, and every coordinate
before it is believed; a file that cannot be read raises one `Unreadable` that names the file and the reason.
"""

from vuurtoren.places.reading.files import read, read_bytes
from vuurtoren.places.reading.geojson import read_boundary, read_collection
from vuurtoren.places.reading.segment import Line, Point, Segment, Unreadable

__all__ = [
    "Line",
    "Point",
    "Segment",
    "Unreadable",
    "read",
    "read_boundary",
    "read_bytes",
    "read_collection",
]
