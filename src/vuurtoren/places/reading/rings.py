"""Squares and parks that are drawn as several ways: OpenStreetMap's relations of the type multipolygon.

The ways of the edge (role outer, or none) and of what is no part of it (role inner) are joined at their ends into closed
rings. Where a way is missing, as at the edge of an extract, or a ring stays open, nobody knows how large it is: such a
relation is left out as a whole, and counted. Form: https://wiki.openstreetmap.org/wiki/Relation:multipolygon.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import shapely

from vuurtoren.places.reading.limits import MOST_IN_A_LINE, MOST_POINTS, line
from vuurtoren.places.reading.segment import AREAS, Line, Point, Segment, Unreadable, clean
from vuurtoren.places.reading.tags import Understood, understood

ROLES = {"": "outer", "outer": "outer", "inner": "inner"}


class Member(NamedTuple):
    """A way of a relation: its number, "outer" or "inner", and its [lon, lat]; None where the file lacks the way."""

    way: int
    role: str
    spots: Sequence[Any] | None


@dataclass
class Areas:
    """The squares and parks found so far. `left_out` are the keys of those that are broken; `edges` the kind and name
    of the area that a way is the edge of, by the way's number: drawn as an area itself, it is the same once more."""

    file: str
    segments: list[Segment] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)
    edges: dict[int, set[tuple[str, str]]] = field(default_factory=lambda: defaultdict(set))
    points: int = 0

    def add(self, number: int, tags: Mapping[str, Any], members: Iterable[Member]) -> None:
        """Read one relation of which the tags say that it is a square or park."""
        what, name = meant(tags), clean(tags.get("name"), 120)
        every = {(one.way, one.role): one for one in members}.values()
        self.points += sum(len(one.spots or ()) for one in every)
        if self.points > MOST_POINTS:
            raise Unreadable("places.too_many", self.file, most=MOST_POINTS)
        if what is None:
            return
        outers, inners = (self._rings(every, role) for role in ("outer", "inner"))
        if not outers or inners is None:
            self.left_out.append(f"relation/{number}")
            return
        for one in every:
            if one.role == "outer":
                self.edges[one.way] |= {(what.kind, ""), (what.kind, name)}
        for part, (outer, holes) in enumerate(_with_holes(outers, inners)):
            key = f"relation/{number}" + (f"/{part}" if len(outers) > 1 else "")
            sure = "high" if name else "none"
            self.segments.append(Segment(key, name, sure, what.street_class, outer, what.kind, holes))

    def without_twice(self, segments: Iterable[tuple[int, Segment]]) -> Iterator[Segment]:
        """The areas, and of the segments of ways (by the way's number) those that are not the same area once more."""
        for way, one in segments:
            if not (one.is_area and (one.kind, one.name) in self.edges.get(way, ())):
                yield one
        yield from self.segments

    def _rings(self, members: Collection[Member], role: str) -> list[Line] | None:
        """The rings of that role in an order of their own; None when one is broken."""
        wanted = [one.spots for one in members if one.role == role]
        if not all(one and len(one) > 1 and None not in one for one in wanted):
            return None
        found = joined([piece for one in wanted if (piece := line(one, self.file, 0))])
        if found and max(len(ring) for ring in found) > MOST_IN_A_LINE:
            raise Unreadable("places.too_many", self.file, most=MOST_IN_A_LINE)
        good = found is not None and all(len(ring) > 3 and shapely.Polygon(ring).area for ring in found)
        return sorted(found, key=min) if found is not None and good else None


def meant(tags: Mapping[str, Any]) -> Understood | None:
    """The square or park that a relation with these tags is; None when it is something else.

    >>> meant({"type": "multipolygon", "highway": "pedestrian"})
    Understood(kind='square', street_class='pedestrian')
    >>> meant({"type": "multipolygon", "building": "yes"})
    """
    if tags.get("type") != "multipolygon":
        return None
    what = understood({**tags, "area": "yes"})
    return what if what and what.kind in AREAS else None


def joined(pieces: Sequence[Line]) -> list[Line] | None:
    """Closed rings from pieces that meet at their ends, whichever way each runs; None when one stays open.

    >>> joined([((0, 0), (1, 0)), ((0, 0), (0, 1), (1, 0))])
    [((0, 0), (1, 0), (0, 1), (0, 0))]
    >>> joined([((0, 0), (1, 0))])
    """
    rings = [piece for piece in pieces if piece[0] == piece[-1]]
    loose = [piece for piece in pieces if piece[0] != piece[-1]]
    at: dict[Point, list[int]] = defaultdict(list)
    for n, piece in enumerate(loose):
        at[piece[0]].append(n)
        at[piece[-1]].append(n)
    if any(len(some) % 2 for some in at.values()):
        return None
    used = [False] * len(loose)
    for n, piece in enumerate(loose):
        if used[n]:
            continue
        used[n] = True
        ring = list(piece)
        while ring[-1] != ring[0]:
            there = at[ring[-1]]
            while used[there[-1]]:
                there.pop()
            used[there[-1]] = True
            more = loose[there.pop()]
            ring += more[1:] if more[0] == ring[-1] else more[-2::-1]
        rings.append(_without_repeats(ring))
    return rings


def _without_repeats(ring: list[Point]) -> Line:
    return (ring[0], *(two for one, two in pairwise(ring) if one != two))


def _with_holes(outers: Sequence[Line], inners: Sequence[Line]) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    """Each outer ring with the inner rings that lie in it; one that lies in none takes nothing off."""
    holes: dict[int, list[Line]] = defaultdict(list)
    if inners:
        grounds = shapely.make_valid(np.array([shapely.Polygon(one) for one in outers]))
        spots = shapely.point_on_surface(
            shapely.make_valid(np.array([shapely.Polygon(one) for one in inners]))
        )
        for inner, outer in shapely.STRtree(grounds).query(spots, predicate="within").T.tolist():
            holes[outer].append(inners[inner])
    yield from ((ring, tuple(holes[n])) for n, ring in enumerate(outers))
