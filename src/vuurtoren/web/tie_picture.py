"""The picture of ties: streets as thin lines, and a bow between two streets whose people know each other.

It shows streets, not people, and only numbers that may be told. An SVG made here, so that it needs no script; what it
shows stands beside it as a list. Longitudes are drawn shorter, as they are at this latitude.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vuurtoren.places.models import Place
from vuurtoren.tables.queries import Between

WIDE = 1000
EDGE = 30
BEND = 0.18
"""So far a bow stands off the straight line, as a share of its length."""
THICK = (3.0, 14.0)
Point = tuple[float, float]


@dataclass(frozen=True)
class Bow:
    """From one street to another: an SVG path, how thick (1/1000 of the width), and which ties it stands for."""

    path: str
    thick: float
    between: Between


@dataclass(frozen=True)
class Picture:
    """An SVG of `WIDE` by `high`: paths of the streets, and the bows, the thickest last."""

    high: int
    streets: tuple[str, ...]
    bows: tuple[Bow, ...]


def picture_of(streets: Sequence[Place], between: Sequence[Between]) -> Picture | None:
    """The picture; None where there is nothing to draw."""
    lines = {place.pk: list(_parts(place.line)) for place in streets if place.line}
    points = [point for parts in lines.values() for part in parts for point in part]
    if not points or not between:
        return None
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    south, north = min(y for _, y in points), max(y for _, y in points)
    shorter = math.cos(math.radians((south + north) / 2))
    scale = (WIDE - 2 * EDGE) / max((east - west) * shorter, (north - south), 1e-9)

    def at(point: Point) -> Point:
        return EDGE + (point[0] - west) * shorter * scale, EDGE + (north - point[1]) * scale

    most = max(one.count for one in between)
    bows = [
        Bow(
            _bow(at((one.one.lon, one.one.lat)), at((one.other.lon, one.other.lat))),
            _thick(one.count, most),
            one,
        )
        for one in between
    ]
    return Picture(
        high=round((north - south) * scale) + 2 * EDGE,
        streets=tuple(_path(map(at, part)) for parts in lines.values() for part in parts),
        bows=tuple(sorted(bows, key=lambda one: one.thick)),
    )


def _parts(line: Any) -> Iterator[Sequence[Point]]:
    parts = [line["coordinates"]] if line["type"] == "LineString" else line["coordinates"]
    return ([(float(x), float(y)) for x, y, *_ in part] for part in parts)


def _path(points: Iterable[Point]) -> str:
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points)


def _bow(start: Point, end: Point) -> str:
    """A quadratic Bézier that bends to the left of its way, so that a bow and a straight street differ."""
    (x, y), (u, v) = start, end
    bend = (x + u) / 2 + BEND * (v - y), (y + v) / 2 - BEND * (u - x)
    return f"M{x:.0f} {y:.0f}Q{bend[0]:.0f} {bend[1]:.0f} {u:.0f} {v:.0f}"


def _thick(count: int, most: int) -> float:
    thin, thick = THICK
    return round(thin + (thick - thin) * math.sqrt(count / most), 1)
