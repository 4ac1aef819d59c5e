"""From segments to streets: by name, with length and area in RD New (EPSG:28992) metres. Pure.

Segments of one name are one street, wherever they lie in the neighbourhood; a way without a name stays its own.
The ground of a square or a park is that of its polygon; the ground of a street is its length times the width that is
usual for its kind. What of a street's line lies on the polygon of the same name counts once, with the polygon.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
import shapely
from numpy.typing import NDArray

from vuurtoren.places.bynames import ByName, with_bynames
from vuurtoren.places.rd import in_rd
from vuurtoren.places.reading import Line, Point, Segment

CERTAINTIES = ("none", "low", "medium", "high")
SURE_ENOUGH = 0.75
"""A street's name is as sure as at least this share of its metres: a few doubtful ones do not colour the whole."""
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
    """A street as it will be kept: its pieces in lon, lat; `length_m` and `area_m2` in RD New metres.

    The length of a square or a park is that of its edge.
    """

    match_key: str
    name: str
    certainty: str
    kind: str
    street_class: str
    parts: tuple[Segment, ...]
    length_m: float
    area_m2: float
    byname: ByName | None = None
    """What it is called by when it has no name of its own."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """The line of each piece; of an area its closed outer ring."""
        return tuple(one.line for one in self.parts)

    @property
    def source_keys(self) -> tuple[str, ...]:
        """What the source calls each piece."""
        return tuple(one.source_key for one in self.parts)

    @property
    def digest(self) -> str:
        """SHA-256 of all that makes this street what it is; equal digests are the same street unchanged."""
        measured = [round(self.length_m, 3), round(self.area_m2, 3)]
        row = [self.name, self.certainty, self.kind, self.street_class, self.lines, *measured]
        row += [self.byname.kept()] if self.byname else []
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
    every = list(segments)
    inside = every if boundary is None else _mostly_inside(every, boundary)
    groups: dict[str, list[Segment]] = defaultdict(list)
    for one in sorted(inside, key=lambda each: (each.source_key, each.line)):
        groups[f"name:{one.name.casefold()}" if one.name else f"way:{one.source_key}"].append(one)
    streets = with_bynames([street_of(key[:200], groups[key]) for key in sorted(groups)])
    return Merged(tuple(streets), len(inside))


def street_of(match_key: str, parts: Sequence[Segment]) -> Street:
    """One street from its pieces. Its name is that of its longest piece, its kind that of most of its ground."""
    lines = in_rd([one.line for one in parts])
    lengths = [float(np.hypot(*np.diff(line, axis=0).T).sum()) for line in lines]
    surface = _surface(parts)
    widths = [WIDTH_M.get(one.street_class, USUAL_WIDTH_M) for one in parts]
    along = sum(
        width * _outside(line, surface)
        for one, line, width in zip(parts, lines, widths, strict=True)
        if not one.is_area
    )
    area = float(shapely.area(surface)) if surface is not None else 0.0
    mostly_area = surface is not None and area >= along
    alike = [n for n, one in enumerate(parts) if one.is_area == mostly_area] or list(range(len(parts)))
    longest = parts[int(np.argmax(lengths))]
    typical = parts[max(alike, key=lambda n: lengths[n])]
    return Street(
        match_key=match_key,
        name=longest.name,
        certainty=_certainty(parts, lengths),
        kind=typical.kind,
        street_class=typical.street_class,
        parts=tuple(parts),
        length_m=float(sum(lengths)),
        area_m2=float(along + area),
    )


def _certainty(parts: Sequence[Segment], lengths: Sequence[float]) -> str:
    """The highest certainty that at least three quarters of the metres have."""
    enough = SURE_ENOUGH * sum(lengths)
    for level in range(len(CERTAINTIES) - 1, 0, -1):
        metres = sum(
            length
            for one, length in zip(parts, lengths, strict=True)
            if CERTAINTIES.index(one.certainty) >= level
        )
        if metres >= enough:
            return CERTAINTIES[level]
    return CERTAINTIES[0]


def _surface(parts: Sequence[Segment]) -> shapely.Geometry | None:
    """The polygons of a street together, in RD New metres; None when it has none."""
    areas = [one for one in parts if one.is_area]
    if not areas:
        return None
    polygons = [
        shapely.Polygon(outer, holes) for outer, *holes in (in_rd([one.line, *one.holes]) for one in areas)
    ]
    return shapely.union_all(shapely.make_valid(polygons))


def _outside(line: NDArray[np.float64], surface: shapely.Geometry | None) -> float:
    """Metres of a line that do not lie on the surface."""
    if surface is None:
        return float(np.hypot(*np.diff(line, axis=0).T).sum())
    return float(shapely.LineString(line).difference(surface).length)


def _mostly_inside(segments: list[Segment], boundary: tuple[tuple[Point, ...], ...]) -> list[Segment]:
    area = shapely.make_valid(shapely.union_all([shapely.Polygon(ring) for ring in boundary]))
    shapely.prepare(area)
    lines = np.array([shapely.LineString(one.line) for one in segments])
    inside = shapely.length(shapely.intersection(lines, area)) > shapely.length(lines) / 2
    return [one for one, within in zip(segments, inside, strict=True) if within]
