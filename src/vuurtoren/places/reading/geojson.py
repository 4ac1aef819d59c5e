"""GeoJSON (RFC 7946): lines of streets, polygons of squares and parks, and the boundary of a neighbourhood.

Properties that are understood: `name`; `name_tier` (high, medium, low); `class` or `highway`; `kind` (street, square,
park, quay) or the OpenStreetMap tags that say so; and for the key `@id`, `osm_id` or `way_index` with `part`.
"""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from vuurtoren.places.reading.limits import MOST_SEGMENTS, checked, line
from vuurtoren.places.reading.parsing import parsed_file, record
from vuurtoren.places.reading.segment import AREAS, KINDS, Line, Segment, Unreadable, clean, key_of_shape
from vuurtoren.places.reading.tags import understood

LONLAT = re.compile(r"CRS_?84$|EPSG\W(.{0,8}\W)?(4326|4258)$|^WGS ?84$", re.IGNORECASE)
"""Names of systems whose numbers are lon, lat; EPSG:4258 (ETRS89, what PDOK gives) differs less than a metre."""
TIERS = ("high", "medium", "low")
Rings = tuple[Line, ...]


def read_collection(collection: Mapping[str, Any], file: str = "GeoJSON") -> tuple[Segment, ...]:
    """The segments of a GeoJSON value that is in memory already; raises Unreadable."""
    return checked(segments(collection, file), file)


def read_boundary(path: Path) -> Rings:
    """The outer rings of a GeoJSON file of polygons, each closed, in lon, lat; raises Unreadable."""
    try:
        rings = rings_of(parsed_file(path), path.name)
    except Unreadable as wrong:
        if wrong.code in ("places.not_utf8", "places.broken_json", "places.unknown_file"):
            raise Unreadable("places.no_boundary_file", path.name) from None
        raise
    if not rings:
        raise Unreadable("places.no_boundary", path.name)
    return rings


def rings_of(whole: Any, file: str) -> Rings:
    """The outer rings of all polygons of a GeoJSON value; raises Unreadable."""
    rings = []
    for number, feature in enumerate(_features(whole, file), 1):
        for kind, points, _ in _shapes(record(feature.get("geometry"))):
            ring = line(points, file, number) if kind == "Polygon" else ()
            if len(ring) > 3:
                rings.append(ring)
    return tuple(rings)


def segments(whole: Any, file: str) -> Iterator[Segment]:
    """One segment for each line or outer ring. A file with features but no lines at all is refused."""
    strange: set[str] = set()
    found = False
    for number, feature in enumerate(_features(whole, file), 1):
        about = record(feature.get("properties"))
        kind, street_class = _kind(about)
        shapes = list(_shapes(record(feature.get("geometry"))))
        for part, (shape, points, inner) in enumerate(shapes):
            if shape == "Polygon":
                kind = "square" if street_class == "pedestrian" and kind == "street" else kind
                if kind not in AREAS:
                    strange.add(shape)
                    continue
            if piece := line(points, file, number):
                found = True
                key = _key(feature, about, part, len(shapes), piece)
                holes = tuple(ring for one in inner if len(ring := line(one, file, number)) > 3)
                yield Segment(key, *_name(about), street_class, piece, kind, holes)
        strange |= {_type(feature)} if not shapes else set()
    if strange and not found:
        raise Unreadable("places.wrong_shape", file, shapes=", ".join(sorted(strange)))


def _features(whole: Any, file: str) -> list[dict[str, Any]]:
    top = record(whole)
    crs = record(record(top.get("crs")).get("properties")).get("name", "") if top.get("crs") else "CRS84"
    found = [top] if top.get("type") == "Feature" else top.get("features")
    if not isinstance(found, list):
        raise Unreadable("places.unknown_file", file)
    if not (isinstance(crs, str) and len(crs) < 200 and LONLAT.search(crs)):
        raise Unreadable("places.wrong_crs", file)
    if len(found) > MOST_SEGMENTS:
        raise Unreadable("places.too_many", file, most=MOST_SEGMENTS)
    return [record(one) for one in found]


def _shapes(geometry: Mapping[str, Any]) -> list[tuple[str, Any, list[Any]]]:
    """Each line, and each polygon's outer ring, as (LineString or Polygon, its points, the rings of its holes)."""
    kind, coordinates = geometry.get("type"), geometry.get("coordinates")
    if kind == "LineString":
        return [("LineString", coordinates, [])]
    if not isinstance(coordinates, list):
        return []
    if kind == "MultiLineString":
        return [("LineString", one, []) for one in coordinates]
    polygons = {"Polygon": [coordinates], "MultiPolygon": coordinates}.get(str(kind), [])
    return [("Polygon", one[0], one[1:]) for one in polygons if isinstance(one, list) and one]


def _type(feature: Mapping[str, Any]) -> str:
    return clean(record(feature.get("geometry")).get("type"), 30) or "null"


def _kind(about: Mapping[str, Any]) -> tuple[str, str]:
    tags = understood(about)
    said = clean(about.get("kind"), 20)
    kind = said if said in KINDS else tags.kind if tags else "street"
    return kind, clean(about.get("class") or about.get("highway"), 40)


def _name(about: Mapping[str, Any]) -> tuple[str, str]:
    """The name and how sure it is. A source that says nothing is believed; one that says something odd is not."""
    name, tier = clean(about.get("name"), 120), about.get("name_tier", "high")
    if not name:
        return "", "none"
    return name, tier if isinstance(tier, str) and tier in TIERS else "low"


def _key(feature: Mapping[str, Any], about: Mapping[str, Any], part: int, parts: int, piece: Line) -> str:
    given = (feature.get("id"), about.get("@id"), about.get("osm_id"), about.get("way_index"))
    name = next((str(one)[:60] for one in given if isinstance(one, str | int) and str(one)), "")
    if not name:
        return key_of_shape(piece)
    said = about.get("part")
    own = f"/{said}" if isinstance(said, int) else ""
    return clean(f"{name}{own}{f'/{part}' if parts > 1 or not own else ''}", 80)
