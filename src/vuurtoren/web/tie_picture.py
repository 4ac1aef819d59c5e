"""The picture of ties: streets as thin lines, and a bow between two streets whose people know each other; the names of
streets where they fit, those with a bow first.

It shows streets, not people, and only numbers that may be told. An SVG made here, so that it needs no script; what it
shows stands beside it as a list. Longitudes are drawn shorter, as they are at this latitude.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from vuurtoren.places.models import Place
from vuurtoren.tables.queries import Between

WIDE = 1000
EDGE = 30
BEND = 0.18
"""So far a bow stands off the straight line, as a share of its length."""
THICK = (3.0, 14.0)
SMALL, LARGE = 22.0, 42.0
"""Height of the letters (1/1000 of the width) where the picture is wide, and on a phone."""
LETTER, LINE = 0.62, 1.3
"""About so wide is a letter and so high a line, of the height of the letters; rather too much than too little."""
MOST_NAMES = 60
Point = tuple[float, float]


@dataclass(frozen=True)
class Bow:
    """From one street to another: an SVG path, how thick (1/1000 of the width), and which ties it stands for."""

    path: str
    thick: float
    between: Between


@dataclass(frozen=True)
class Name:
    """The name of a street around a point, the middle of its words."""

    x: int
    y: int
    words: str

    def box(self, size: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom in letters of this height."""
        wide, high = len(self.words) * LETTER * size / 2, LINE * size / 2
        return self.x - wide, self.y - high, self.x + wide, self.y + high


@dataclass(frozen=True)
class Picture:
    """An SVG of `WIDE` by `high`: paths of the streets, the bows, the thickest last, and the names that fit in small and in
    large letters."""

    high: int
    streets: tuple[str, ...]
    bows: tuple[Bow, ...]
    small: tuple[Name, ...]
    large: tuple[Name, ...]


def picture_of(
    streets: Sequence[Place], between: Sequence[Between], called: Callable[[Place], str]
) -> Picture | None:
    """The picture; None where there is nothing to draw. `called` says what people call a street."""
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
    high = round((north - south) * scale) + 2 * EDGE
    ends = {place.pk: place for some in between for place in (some.one, some.other)}
    named = {**ends, **{place.pk: place for place in streets}}.values()
    wanted = [(at((place.lon, place.lat)), called(place)) for place in named if place.name]
    return Picture(
        high=high,
        streets=tuple(_path(map(at, part)) for parts in lines.values() for part in parts),
        bows=tuple(sorted(bows, key=lambda one: one.thick)),
        small=names_that_fit(wanted, SMALL, high),
        large=names_that_fit(wanted, LARGE, high),
    )


def names_that_fit(wanted: Iterable[tuple[Point, str]], size: float, high: float) -> tuple[Name, ...]:
    """As many names as fit beside each other within the picture, the first wanted first: above its point, or below it, and
    moved inwards at the edge."""
    kept: list[Name] = []
    for (x, y), words in wanted:
        wide = len(words) * LETTER * size / 2
        inwards = min(max(x, wide), WIDE - wide)
        if abs(inwards - x) > wide or len(kept) >= MOST_NAMES:
            continue
        both = (Name(round(inwards), round(y + side * LINE * size / 2), words) for side in (-1, 1))
        free = (one for one in both if _within(one, size, high) and not _meets(one, kept, size))
        kept.extend([one for one in (next(free, None),) if one])
    return tuple(kept)


def _within(name: Name, size: float, high: float) -> bool:
    left, top, right, bottom = name.box(size)
    return left >= -1 and top >= 0 and right <= WIDE + 1 and bottom <= high


def _meets(name: Name, others: Iterable[Name], size: float) -> bool:
    left, top, right, bottom = name.box(size)
    boxes = (one.box(size) for one in others)
    return any(left < r and low < right and top < b and t < bottom for low, t, r, b in boxes)


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
