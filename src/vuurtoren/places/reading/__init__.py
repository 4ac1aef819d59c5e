"""Reads street files: GeoJSON, Overpass JSON, OSM XML and OSM PBF, into segments. Pure, but for the file itself.

Every file is a stranger's. Size is looked at before reading, the number of pieces before parsing, and every coordinate
before it is believed; a file that cannot be read raises one `Unreadable` that names the file and the reason.
"""

from vuurtoren.places.reading.files import read, read_bytes
from vuurtoren.places.reading.geojson import read_boundary, read_collection, rings_of
from vuurtoren.places.reading.limits import LARGEST_JSON, MOST_SEGMENTS, RD_HOLDS, checked, line
from vuurtoren.places.reading.parsing import parsed, record
from vuurtoren.places.reading.segment import Line, Point, Segment, Unreadable, clean

__all__ = [
    "LARGEST_JSON",
    "MOST_SEGMENTS",
    "RD_HOLDS",
    "Line",
    "Point",
    "Segment",
    "Unreadable",
    "checked",
    "clean",
    "line",
    "parsed",
    "read",
    "read_boundary",
    "read_bytes",
    "read_collection",
    "record",
    "rings_of",
]
