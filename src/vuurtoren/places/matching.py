"""Which street of a file is which place that people know already. Pure; docs/decisions/0008 says why it is so.

A place is the same when its name (or, without one, its key in the source) is the same and it lies where it lay; else
when it is at least half of the street that lies there now, whatever that is called; else when its name is the same.
So a street keeps what people attached to it when it gets a name or another one, grows, is split or is drawn anew.

A place that would vanish into a larger street, while people attached something to it, stays a place of its own under
the new name: who carries fifty metres did not say yes to five hundred. It keeps the edges that lie on its old ground.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

import numpy as np
import shapely
from numpy.typing import NDArray

from vuurtoren.places.merging import Street, street_of
from vuurtoren.places.rd import in_rd
from vuurtoren.places.reading import Line, Segment

ON_M = 5.0
"""Metres within which a line lies on the ground of another: two drawings of one street differ by less."""
NEAR_M = 25.0
"""The same where the name is the same as well."""
HALF = 0.5
SOME = 0.3
APART = "part:"
"""How the key begins of a place that stays apart from the street of its name."""


@dataclass(frozen=True)
class Known:
    """A place as it is kept: `held` when people attached something to it, `there` when the last file had it."""

    pk: int
    match_key: str
    digest: str
    lines: tuple[Line, ...]
    there: bool = True
    held: bool = False

    @property
    def is_apart(self) -> bool:
        """Does it stay a place of its own within a street?"""
        return self.match_key.startswith(APART)


@dataclass(frozen=True)
class Match:
    """What a place will be; a new one has no `pk`."""

    pk: int | None
    street: Street


def match(known: Sequence[Known], streets: Sequence[Street]) -> list[Match]:
    """A match for every street of the file, and for every place that stays apart. What is in none has left the map."""
    same = {one.match_key: one for one in known}
    found = {
        street.match_key: same[street.match_key]
        for street in streets
        if street.match_key in same and same[street.match_key].digest == street.digest
    }
    taken = {one.pk for one in found.values()}
    lands = _Lands(
        [one for one in known if one.pk not in taken],
        [street for street in streets if street.match_key not in found],
    )
    found |= lands.matched()
    cut = lands.apart(found)
    every = [cut.get(street.match_key, [street]) for street in streets]
    return [Match(_pk_of(piece, found.get(whole[0].match_key)), piece) for whole in every for piece in whole]


def _pk_of(piece: Street, whole: Known | None) -> int | None:
    if piece.match_key.startswith(APART):
        return int(piece.match_key.removeprefix(APART))
    return whole.pk if whole else None


class _Lands:
    """Where the places lie that are not simply the same, and where the streets that may be theirs."""

    def __init__(self, known: list[Known], streets: list[Street]) -> None:
        self.known, self.streets = known, streets
        if known and streets:
            self.old, self.new = _ground(one.lines for one in known), _ground(one.lines for one in streets)

    def matched(self) -> dict[str, Known]:
        """The place that each street is, by the street's key."""
        if not (self.known and self.streets):
            return {}
        by_key = {street.match_key: n for n, street in enumerate(self.streets)}
        same = [(o, by_key[one.match_key]) for o, one in enumerate(self.known) if one.match_key in by_key]
        first = [pair for pair, share in zip(same, self._shares(same), strict=True) if share >= SOME]
        named = [pair for pair in same if self.streets[pair[1]].name]
        pairs: dict[int, int] = {}
        used: set[int] = set()
        for o, n in [*first, *self._by_ground(), *named]:
            if n not in pairs and o not in used:
                pairs[n] = o
                used.add(o)
        return {self.streets[n].match_key: self.known[o] for n, o in pairs.items()}

    def apart(self, found: Mapping[str, Known]) -> dict[str, list[Street]]:
        """Streets in which places stay apart, cut: the rest first, then those places."""
        if not (self.known and self.streets):
            return {}
        used = {one.pk for one in found.values()}
        leave: dict[int, list[int]] = defaultdict(list)
        wanted = {o for o, one in enumerate(self.known) if one.pk not in used and one.there}
        wanted = {o for o in wanted if self.known[o].held or self.known[o].is_apart}
        for o, n in self._most_on(wanted):
            leave[n].append(o)
        number = {one.pk: o for o, one in enumerate(self.known)}
        cut = {}
        for n, olds in sorted(leave.items()):
            street = self.streets[n]
            whole = found.get(street.match_key)
            own = self.old[number[whole.pk]] if whole else None
            cut[street.match_key] = _cut(street, [(self.known[o], self.old[o]) for o in olds], own)
        return cut

    def _by_ground(self) -> Iterator[tuple[int, int]]:
        """Pairs of place and street, most shared metres first, those that are there before those that had gone."""
        olds, news = self._touching()
        on = shapely.length(shapely.intersection(self.new[news], shapely.buffer(self.old[olds], ON_M)))
        enough = on >= HALF * shapely.length(self.new[news])
        pairs = [
            (not self.known[o].there, -metres, self.known[o].pk, o, n)
            for o, n, metres in zip(olds[enough], news[enough], on[enough], strict=True)
        ]
        yield from ((int(o), int(n)) for *_, o, n in sorted(pairs))

    def _most_on(self, wanted: set[int]) -> Iterator[tuple[int, int]]:
        """For each wanted place the street on which most of it lies, if that is at least half of it."""
        olds, news = self._touching()
        chosen = np.isin(olds, sorted(wanted))
        olds, news = olds[chosen], news[chosen]
        on = shapely.length(shapely.intersection(self.old[olds], shapely.buffer(self.new[news], ON_M)))
        rows = sorted(zip(olds.tolist(), (-on).tolist(), news.tolist(), strict=True))
        for o, group in groupby(rows, key=lambda row: row[0]):
            _, less, n = next(group)
            if -less >= HALF * shapely.length(self.old[o]):
                yield o, n

    def _shares(self, pairs: list[tuple[int, int]]) -> NDArray[np.float64]:
        """How much of the shorter of the two lies near the other, 0 to 1."""
        olds, news = self.old[[o for o, _ in pairs]], self.new[[n for _, n in pairs]]
        swap = shapely.length(olds) > shapely.length(news)
        shorter, longer = np.where(swap, news, olds), np.where(swap, olds, news)
        on = shapely.length(shapely.intersection(shorter, shapely.buffer(longer, NEAR_M)))
        return np.asarray(on / np.maximum(shapely.length(shorter), 0.01))

    def _touching(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        news, olds = shapely.STRtree(self.old).query(self.new, predicate="dwithin", distance=ON_M)
        return olds, news


def _cut(
    street: Street, apart: list[tuple[Known, shapely.Geometry]], own: shapely.Geometry | None
) -> list[Street]:
    """The rest of a street, then each place that stays apart in it; the whole street when nothing would be left."""
    grounds = [own, *(ground for _, ground in apart)]
    pieces: dict[int, list[Segment]] = defaultdict(list)
    for part in street.parts:
        edges = zip(_owners(part, grounds), pairwise(part.line), strict=True)
        for owner, run in groupby(edges, key=lambda one: one[0]):
            (start, first), *more = [edge for _, edge in run]
            line = (start, first, *(end for _, end in more))
            pieces[owner].append(replace(part, line=line) if line != part.line else part)
    if 0 not in pieces:
        return [street]
    kept = [(f"{APART}{one.pk}", pieces[n]) for n, (one, _) in enumerate(apart, 1) if n in pieces]
    cut = [street_of(street.match_key, pieces[0]), *(street_of(key, parts) for key, parts in kept)]
    return [replace(one, byname=street.byname) for one in cut]


def _owners(part: Segment, grounds: Sequence[shapely.Geometry | None]) -> list[int]:
    """For each edge whose ground its middle lies on: 0 for the street itself, n for the nth place apart.

    A square or a park is never cut.
    """
    points = in_rd([part.line])[0]
    if part.is_area:
        return [0] * (len(points) - 1)
    middles = np.array([shapely.Point(one) for one in (points[1:] + points[:-1]) / 2])
    far = np.full(len(middles), np.inf)
    distances = np.array([far if one is None else shapely.distance(middles, one) for one in grounds])
    distances[1:][distances[1:] > ON_M] = np.inf
    nearest = np.argmin(distances, axis=0)
    return [int(n) if np.isfinite(distances[n, at]) else 0 for at, n in enumerate(nearest)]


def _ground(shapes: Iterable[tuple[Line, ...]]) -> NDArray[np.object_]:
    """Each place's lines in RD New metres, as one geometry in which no metre lies twice."""
    every = list(shapes)
    flat = in_rd([line for lines in every for line in lines])
    lines = np.array([shapely.LineString(one) for one in flat])
    cuts = np.cumsum([len(one) for one in every])[:-1]
    return np.array([shapely.union_all(one) for one in np.split(lines, cuts)])
