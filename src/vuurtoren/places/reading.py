"""Reads street files: GeoJSON lines, Overpass JSON, OSM XML and PBF, into segments. Pure but for the file itself.

Every file is a stranger's: size, number of features, depth, coordinates and XML entities are looked at before anything
is believed, and a file that cannot be read gives one `Refused` that names the file and the reason.
"""

import json
import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from vuurtoren.language import Refused

LARGEST_BYTES = 300_000_000
MOST_FEATURES = 400_000
MOST_POINTS = 20_000
WIDEST_DEGREES = 1.5
"""A neighbourhood or a city; a file that is wider is a country, or coordinates gone wrong."""
CRS_OF_LONLAT = ("CRS84", "EPSG::4326", "EPSG:4326", "WGS84")
WAYS_OF_STREETS = frozenset(
    (
        *(
            "residential",
            "living_street",
            "pedestrian",
            "unclassified",
            "tertiary",
            "secondary",
            "primary",
            "trunk",
        ),
        *("service", "footway", "cycleway", "path", "steps", "track"),
        *("tertiary_link", "secondary_link", "primary_link"),
    )
)
Point = tuple[float, float]


@dataclass(frozen=True)
class Segment:
    """A piece of street: `line` in lon, lat (WGS84 degrees); `certainty` of the name: high, medium, low or none."""

    source_key: str
    name: str
    certainty: str
    street_class: str
    line: tuple[Point, ...]
    kind: str = "street"


def read(path: Path) -> tuple[Segment, ...]:
    """The segments of a file, whatever of the four kinds it is; raises Refused with the file's name and the reason."""
    file = path.name
    if not path.is_file():
        raise Refused("places.no_file", file=str(path))
    size = path.stat().st_size
    if size == 0:
        raise Refused("places.empty_file", file=file)
    if size > LARGEST_BYTES:
        raise Refused("places.file_too_large", file=file, most=LARGEST_BYTES // 1_000_000)
    with path.open("rb") as opened:
        start = opened.read(4096)
    if start.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"{", b"[")):
        segments = tuple(_from_json(_parsed(path, file), file))
    elif start.lstrip().startswith(b"<") or b"OSMHeader" in start[:64]:
        if b"<!DOCTYPE" in start or b"<!ENTITY" in start:
            raise Refused("places.hostile_xml", file=file)
        segments = tuple(_from_osm(path, file))
    else:
        raise Refused("places.unknown_file", file=file)
    return _checked(segments, file)


def read_collection(collection: Mapping[str, Any], file: str = "GeoJSON") -> tuple[Segment, ...]:
    """The segments of a GeoJSON value that is in memory already."""
    return _checked(tuple(_from_json(collection, file)), file)


def read_boundary(path: Path) -> tuple[tuple[Point, ...], ...]:
    """The outer rings of a GeoJSON file of polygons, in lon, lat."""
    if not path.is_file():
        raise Refused("places.no_file", file=str(path))
    whole, rings = _parsed(path, path.name), []
    _check_crs(whole, path.name)
    for feature in _features(whole, path.name):
        shape = feature.get("geometry") or {}
        polygons = {"Polygon": [shape.get("coordinates")], "MultiPolygon": shape.get("coordinates")}
        for polygon in polygons.get(shape.get("type", ""), []) or []:
            if polygon:
                rings.append(_line(polygon[0], path.name))
    if not rings:
        raise Refused("places.no_boundary", file=path.name)
    return tuple(rings)


def _parsed(path: Path, file: str) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8-sig"), parse_constant=lambda _: math.nan)
    except (ValueError, RecursionError):
        raise Refused("places.broken_json", file=file) from None


def _features(whole: Any, file: str) -> list[dict[str, Any]]:
    if not isinstance(whole, dict):
        raise Refused("places.unknown_file", file=file)
    if whole.get("type") == "Feature":
        return [whole]
    found = whole.get("features")
    if not isinstance(found, list):
        raise Refused("places.unknown_file", file=file)
    if len(found) > MOST_FEATURES:
        raise Refused("places.too_many", file=file, most=MOST_FEATURES)
    return [one for one in found if isinstance(one, dict)]


def _check_crs(whole: Mapping[str, Any], file: str) -> None:
    crs = whole.get("crs")
    if crs and not any(known in json.dumps(crs)[:500] for known in CRS_OF_LONLAT):
        raise Refused("places.wrong_crs", file=file)


def _from_json(whole: Any, file: str) -> Iterator[Segment]:
    if isinstance(whole, dict) and isinstance(whole.get("elements"), list):
        yield from _from_overpass(whole["elements"], file)
        return
    features = _features(whole, file)
    _check_crs(whole, file)
    for number, feature in enumerate(features):
        shape, about = feature.get("geometry") or {}, feature.get("properties") or {}
        lines = {"LineString": [shape.get("coordinates")], "MultiLineString": shape.get("coordinates")}
        for part, points in enumerate(lines.get(shape.get("type", ""), []) or []):
            yield _segment(
                about, _line(points, file), f"{_key(feature, about, number)}/{about.get('part', part)}"
            )


def _key(feature: Mapping[str, Any], about: Mapping[str, Any], number: int) -> str:
    for value in (feature.get("id"), about.get("@id"), about.get("osm_id"), about.get("way_index")):
        if value is not None:
            return str(value)[:60]
    return f"row{number}"


def _segment(about: Mapping[str, Any], line: tuple[Point, ...], key: str) -> Segment:
    name = " ".join(str(about.get("name") or "").split())[:120]
    tier = str(about.get("name_tier") or "high")
    certainty = (tier if tier in ("high", "medium", "low") else "low") if name else "none"
    kind = str(about.get("kind") or "street")
    street_class = str(about.get("class") or about.get("highway") or "")[:40]
    return Segment(
        key, name, certainty, street_class, line, kind if kind in ("square", "park", "quay") else "street"
    )


def _from_overpass(elements: list[Any], file: str) -> Iterator[Segment]:
    if len(elements) > MOST_FEATURES:
        raise Refused("places.too_many", file=file, most=MOST_FEATURES)
    every = [one for one in elements if isinstance(one, dict)]
    nodes = {one.get("id"): [one.get("lon"), one.get("lat")] for one in every if one.get("type") == "node"}
    for one in every:
        tags = one.get("tags") or {}
        if one.get("type") != "way" or tags.get("highway") not in WAYS_OF_STREETS:
            continue
        geometry = one.get("geometry")
        points = (
            [[each.get("lon"), each.get("lat")] for each in geometry if isinstance(each, dict)]
            if isinstance(geometry, list)
            else [nodes[node] for node in one.get("nodes") or [] if node in nodes]
        )
        yield _segment(tags, _line(points, file), f"way/{one.get('id')}")


def _from_osm(path: Path, file: str) -> Iterator[Segment]:
    import osmium

    try:
        for way in osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY).with_locations():
            if isinstance(way, osmium.osm.Way) and way.tags.get("highway") in WAYS_OF_STREETS:
                points = [[node.lon, node.lat] for node in way.nodes if node.location.valid()]
                if len(points) > 1:
                    tags = {"name": way.tags.get("name"), "highway": way.tags.get("highway")}
                    yield _segment(tags, _line(points, file), f"way/{way.id}")
    except (RuntimeError, ValueError):
        raise Refused("places.broken_osm", file=file) from None


def _line(points: Any, file: str) -> tuple[Point, ...]:
    if not isinstance(points, list) or not 2 <= len(points) <= MOST_POINTS:
        raise Refused("places.wrong_line", file=file)
    return tuple(_point(one, file) for one in points)


def _point(one: Any, file: str) -> Point:
    if not isinstance(one, list) or len(one) < 2 or not all(type(each) in (int, float) for each in one[:2]):
        raise Refused("places.wrong_line", file=file)
    lon, lat = float(one[0]), float(one[1])
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise Refused("places.wrong_line", file=file)
    if abs(lon) > 180 or abs(lat) > 90:
        raise Refused("places.wrong_crs", file=file)
    return lon, lat


def _checked(segments: tuple[Segment, ...], file: str) -> tuple[Segment, ...]:
    if not segments:
        raise Refused("places.no_streets", file=file)
    for axis in (0, 1):
        values = [point[axis] for one in segments for point in one.line]
        if max(values) - min(values) > WIDEST_DEGREES:
            raise Refused("places.too_wide", file=file)
    return segments


def names_of(segments: Iterable[Segment]) -> frozenset[str]:
    """The names that occur."""
    return frozenset(one.name for one in segments if one.name)
