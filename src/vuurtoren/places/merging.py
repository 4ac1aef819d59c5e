"""From segments to streets: by name, with length and area in RD New (EPSG:28992) metres. Pure.

Segments of one name are one street, wherever they lie in the neighbourhood; a way without a name stays its own. The
certainty of a name is the lowest among its segments, since one doubtful piece makes the whole street's edge doubtful.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

import numpy as np
import shapely
from pyproj import Transformer

from vuurtoren.places.reading import Point, Segment

CERTAINTIES = ("none", "low", "medium", "high")
WIDTH_M: Mapping[str, float] = MappingProxyType(
    {
        "secondary": 20.0,
        "primary": 24.0,
        "tertiary": 16.0,
        "cycleway": 3.5,
        "footway": 3.0,
        "path": 2.5,
        "service": 5.0,
        "footway_or_path": 3.0,
    }
)
USUAL_WIDTH_M = 12.0
"""From wall to wall in a Dutch street of before 1940, pavements included; a guess where nothing was measured."""


@dataclass(frozen=True)
class Street:
    """A street as it will be kept: `lines` in lon, lat; `length_m` and `area_m2` in RD New metres."""

    match_key: str
    name: str
    certainty: str
    kind: str
    street_class: str
    lines: tuple[tuple[Point, ...], ...]
    length_m: float
    area_m2: float
    source_keys: tuple[str, ...]

    @property
    def digest(self) -> str:
        """SHA-256 of all that makes this street what it is; equal digests are the same street unchanged."""
        row = [self.name, self.certainty, self.kind, self.street_class, self.lines, round(self.length_m, 3)]
        return hashlib.sha256(json.dumps(row, sort_keys=True).encode()).hexdigest()

    @property
    def box(self) -> tuple[float, float, float, float]:
        """West, south, east, north in degrees."""
        points = np.array([point for line in self.lines for point in line])
        (west, south), (east, north) = points.min(axis=0), points.max(axis=0)
        return float(west), float(south), float(east), float(north)


@dataclass(frozen=True)
class Merged:
    """All streets of a file, and how many segments they came from."""

    streets: tuple[Street, ...]
    segments: int

    @property
    def unnamed(self) -> int:
        """How many ways have no name."""
        return sum(not one.name for one in self.streets)

    @property
    def length_m(self) -> float:
        """Metres of street."""
        return float(sum(one.length_m for one in self.streets))


def merge(segments: Iterable[Segment], boundary: tuple[tuple[Point, ...], ...] | None = None) -> Merged:
    """Put segments together by name; with a boundary, what lies for the larger part outside is left out."""
    inside = [one for one in segments if boundary is None or _mostly_inside(one, boundary)]
    groups: dict[str, list[Segment]] = defaultdict(list)
    for one in sorted(inside, key=lambda each: (each.source_key, each.line)):
        groups[f"name:{one.name.casefold()}" if one.name else f"way:{one.source_key}"].append(one)
    return Merged(tuple(_street(key, groups[key]) for key in sorted(groups)), len(inside))


def _street(key: str, parts: list[Segment]) -> Street:
    lengths = [_length_m(one.line) for one in parts]
    longest = parts[int(np.argmax(lengths))]
    area = sum(
        length * WIDTH_M.get(one.street_class, USUAL_WIDTH_M)
        for one, length in zip(parts, lengths, strict=True)
    )
    return Street(
        match_key=key[:200],
        name=longest.name,
        certainty=min((one.certainty for one in parts), key=CERTAINTIES.index),
        kind=longest.kind,
        street_class=longest.street_class,
        lines=tuple(one.line for one in parts),
        length_m=float(sum(lengths)),
        area_m2=float(area),
        source_keys=tuple(one.source_key for one in parts),
    )


def _length_m(line: tuple[Point, ...]) -> float:
    east, north = _to_rd().transform(*np.array(line).T)
    return float(np.hypot(np.diff(east), np.diff(north)).sum())


def _mostly_inside(one: Segment, boundary: tuple[tuple[Point, ...], ...]) -> bool:
    line = shapely.LineString(one.line)
    inside = line.intersection(_area(boundary))
    return bool(inside.length > line.length / 2)


@cache
def _area(boundary: tuple[tuple[Point, ...], ...]) -> shapely.Geometry:
    return shapely.make_valid(shapely.union_all([shapely.Polygon(ring) for ring in boundary]))


@cache
def _to_rd() -> Transformer:
    return Transformer.from_crs("EPSG:4326", "EPSG:28992", always_xy=True)
