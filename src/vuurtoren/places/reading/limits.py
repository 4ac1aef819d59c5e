"""How much of a stranger's file is looked at, and where its coordinates may lie."""

import math
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from vuurtoren.places.reading.segment import Line, Point, Segment, Unreadable

LARGEST_JSON = 64_000_000
"""Bytes; all streets of Rotterdam with every OpenStreetMap tag take about 40 MB as Overpass JSON."""
LARGEST_OSM = 256_000_000
"""Bytes of XML, or of PBF unpacked; both are read as a stream."""
MOST_BRACKETS = 3_000_000
"""Lists and objects in a JSON file, counted before it is parsed: each costs Python some 100 to 300 bytes."""
MOST_SEGMENTS = 400_000
MOST_POINTS = 2_000_000
MOST_IN_A_LINE = 20_000
WIDEST_M = 100_000.0
"""A neighbourhood or a city; what is wider is a country, or coordinates gone wrong."""
RD_HOLDS = (3.1, 50.65, 7.35, 53.8)
"""West, south, east, north of where EPSG:28992 measures rightly (the Netherlands), with a margin of about 10 km."""
METRES_IN_DEGREE = 111_320.0


def point(one: Any, file: str, number: int) -> Point:
    """A position of a GeoJSON file as lon, lat; `number` is that of its line, for the sentence."""
    if not isinstance(one, list | tuple) or len(one) < 2:
        raise Unreadable("places.wrong_line", file, number=number)
    lon, lat = one[:2]
    if not (_is_number(lon) and _is_number(lat)):
        raise Unreadable("places.wrong_line", file, number=number)
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise Unreadable("places.wrong_crs", file)
    return float(lon), float(lat)


def line(points: Any, file: str, number: int) -> Line:
    """The points of a line without repeats. Empty when it goes nowhere: all its points are one."""
    if not isinstance(points, list | tuple) or not 2 <= len(points) <= MOST_IN_A_LINE:
        raise Unreadable("places.wrong_line", file, number=number)
    every = [point(one, file, number) for one in points]
    kept = [every[0], *(two for one, two in pairwise(every) if one != two)]
    return tuple(kept) if len(kept) > 1 else ()


def checked(segments: Iterable[Segment], file: str) -> tuple[Segment, ...]:
    """All segments, when they are not too many, lie in the Netherlands and within 100 km of each other."""
    every = tuple(_counted(segments, file))
    if not every:
        raise Unreadable("places.no_streets", file)
    west, south, east, north = _box(every)
    wide = (east - west) * METRES_IN_DEGREE * math.cos(math.radians((south + north) / 2))
    if max(wide, (north - south) * METRES_IN_DEGREE) > WIDEST_M:
        raise Unreadable("places.too_wide", file)
    if west < RD_HOLDS[0] or south < RD_HOLDS[1] or east > RD_HOLDS[2] or north > RD_HOLDS[3]:
        raise Unreadable("places.not_here", file)
    return every


def _counted(segments: Iterable[Segment], file: str) -> Iterator[Segment]:
    points = 0
    for number, one in enumerate(segments):
        points += len(one.line) + sum(map(len, one.holes))
        if number >= MOST_SEGMENTS or points > MOST_POINTS:
            raise Unreadable("places.too_many", file, most=MOST_SEGMENTS)
        yield one


def _box(segments: tuple[Segment, ...]) -> tuple[float, float, float, float]:
    lons = [lon for one in segments for lon, _ in one.line]
    lats = [lat for one in segments for _, lat in one.line]
    return min(lons), min(lats), max(lons), max(lats)


def _is_number(one: Any) -> bool:
    return type(one) is int or (type(one) is float and math.isfinite(one))
