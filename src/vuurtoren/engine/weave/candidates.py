"""Whom each person could be proposed to: a graph that stays small where thousands love the same thing.

Each person looks through the lists of their loves from a place of their own, sees some tens of people in each, and picks
those who bridge most. Whoever has few to choose from has all of them. Where very many asked they are first dealt into
circles around the rarest thing they love, because exact matching takes time that grows with the square of a circle.
"""

from dataclasses import dataclass

import numpy as np

from vuurtoren.engine.weave.asked import Asked
from vuurtoren.engine.weave.kinds import Ints
from vuurtoren.engine.weave.luck import U64, luck

MOST = 8
"""So many people each one picks; others may pick them as well. More costs time and brings little (decision 0016)."""
LOOKS = 24
"""So many people are looked at for each thing somebody loves; at least `MOST`, so that whoever has few has all of them."""
CIRCLE = 1_000
"""About so many people in one exact matching."""
ACROSS, APART, NEW, AGAIN = 4, 4, 2, 1
"""What a two is worth: living in two streets, no group together, the first between these streets, a second love."""
WORTH = np.array([ACROSS * (b & 1) + APART * (b >> 1 & 1) + NEW * (b >> 2) for b in range(8)], dtype=np.int64)
BEST = ACROSS + APART + NEW + AGAIN


@dataclass(frozen=True)
class Lists:
    """A list of numbers for each of n things: row i is `of[start[i]:start[i + 1]]`, rising."""

    start: Ints
    of: Ints

    @staticmethod
    def made(count: int, row: Ints, value: Ints) -> "Lists":
        """From pairs in any order, each counted once.

        >>> Lists.made(3, np.array([2, 0, 2, 2]), np.array([5, 1, 4, 5])).of.tolist()
        [1, 4, 5]
        """
        if len(row):
            pairs = np.unique(np.column_stack([row, value]), axis=0)
            row, value = pairs[:, 0], np.ascontiguousarray(pairs[:, 1])
        return Lists(np.searchsorted(row, np.arange(count + 1)).astype(np.int64), value.astype(np.int64))


@dataclass(frozen=True)
class Known:
    """Those who asked, by their luck: `person`, `left_out`, `street` (from 0), `languages`, `circle`, `luck` (n). Loves
    count from the rarest up: `loves` of each person, whose numbers are `love_ids`. `groups` of each, `apart` those they
    cannot be proposed to, `tied` for each street those it has a tie with."""

    person: Ints
    left_out: Ints
    street: Ints
    languages: Ints
    circle: Ints
    luck: U64
    loves: Lists
    love_ids: Ints
    groups: Lists
    apart: Lists
    tied: Lists

    @property
    def streets(self) -> tuple[Ints, Ints, Ints, Ints, Ints]:
        """What the compiled loops read to tell what two people bridge."""
        return self.street, self.groups.start, self.groups.of, self.tied.start, self.tied.of


@dataclass(frozen=True)
class Candidates:
    """E pairs that may be proposed: `one` < `other` (E), places in `known`; the rarest `love` they share; the `bits` of
    what they bridge; what the pair is `worth`, 0 to `BEST`. `state` (n): can this person be proposed to anybody at all?"""

    known: Known
    one: Ints
    other: Ints
    love: Ints
    bits: Ints
    worth: Ints
    state: Ints


def know(asked: Asked, seed: int) -> Known:
    """Put those who asked in an order that depends on the seed and on who they are, and count what they share."""
    order = np.lexsort((asked.person, luck(seed, asked.person)))
    person = asked.person[order]
    n = len(person)
    by_number = np.argsort(person)

    def places(rows: Ints, columns: int) -> Ints:
        """Rows whose first `columns` numbers are people who asked, as places."""
        kept = np.isin(rows[:, :columns], person).all(axis=1)
        found = rows[kept].copy()
        found[:, :columns] = by_number[np.searchsorted(person[by_number], found[:, :columns])]
        return found

    loves, groups = places(asked.loves, 1), places(asked.groups, 1)
    ties, never = places(asked.ties, 2), np.concatenate([places(asked.ties, 2), places(asked.not_again, 2)])
    loves = np.unique(loves, axis=0) if len(loves) else loves
    ids, size = np.unique(loves[:, 1], return_counts=True)
    rarest = np.lexsort((ids, size))
    rank = np.empty(len(ids), dtype=np.int64)
    rank[rarest] = np.arange(len(ids))
    _, street = np.unique(asked.street[order], return_inverse=True)
    across = street[ties]
    own = Lists.made(n, loves[:, 0], rank[np.searchsorted(ids, loves[:, 1])])
    return Known(
        person=person,
        left_out=asked.left_out[order],
        street=street.astype(np.int64),
        languages=asked.languages[order],
        circle=_circles(own, size[rarest], luck(seed, person)),
        luck=luck(seed + 1, person),
        loves=own,
        love_ids=ids[rarest],
        groups=Lists.made(n, groups[:, 0], groups[:, 1]),
        apart=Lists.made(n, np.r_[never[:, 0], never[:, 1]], np.r_[never[:, 1], never[:, 0]]),
        tied=Lists.made(n, np.r_[across[:, 0], across[:, 1]], np.r_[across[:, 1], across[:, 0]]),
    )


def _circles(loves: Lists, size: Ints, luck: U64) -> Ints:
    """(n) A circle for each person, of about `CIRCLE` people: those whose rarest shared love is the same sit in one, but
    for a love of very many, which goes over all circles."""
    n = len(loves.start) - 1
    count = -(-n // CIRCLE)
    if count <= 1:
        return np.zeros(n, dtype=np.int64)
    circle = (luck % np.uint64(count)).astype(np.int64)
    row = np.repeat(np.arange(n), np.diff(loves.start))
    shared = size[loves.of] > 1
    person, first = np.unique(row[shared], return_index=True)
    key = loves.of[shared][first]
    around = np.bincount(key, minlength=len(size))
    held = np.zeros(count)
    home = np.full(len(size), -1)
    for love in np.argsort(-around, kind="stable"):
        if around[love] <= CIRCLE // 2:
            home[love] = np.argmin(held)
            held[home[love]] += around[love]
    circle[person] = np.where(home[key] >= 0, home[key], circle[person])
    return circle


def candidates(asked: Asked, seed: int) -> Candidates:
    """The pairs that may be proposed. Equal people and an equal seed give equal pairs, in whatever order they are told.

    >>> two = Asked(np.array([7, 8, 9]), np.array([1, 2, 2]), loves=np.array([[7, 3], [8, 3], [9, 4]]))
    >>> found = candidates(two, seed=1)
    >>> sorted(found.known.person[[found.one[0], found.other[0]]].tolist()), found.worth.tolist()
    ([7, 8], [10])
    """
    from vuurtoren.engine.weave import kernels  # here: it loads Numba

    known = know(asked, seed)
    n = len(known.person)
    picks, state = np.full((n, MOST), -1, dtype=np.int64), np.zeros(n, dtype=np.int64)
    place, members, begin, end = _members(known, seed)
    kernels.propose(
        known.loves.start, known.loves.of, place, members.start, members.of, begin, end,
        known.apart.start, known.apart.of, known.languages, *known.streets,
        known.circle, WORTH, known.luck, LOOKS, picks, state,
    )  # fmt: skip
    row = np.repeat(np.arange(n), MOST)[picks.ravel() >= 0]
    found = picks.ravel()[picks.ravel() >= 0]
    keys = np.unique(np.minimum(row, found) * n + np.maximum(row, found))
    one, other = keys // max(n, 1), keys % max(n, 1)
    love, more, bits = (np.zeros(len(keys), dtype=np.int64) for _ in range(3))
    kernels.tell(one, other, known.loves.start, known.loves.of, *known.streets, love, more, bits)
    return Candidates(known, one, other, love, bits, WORTH[bits] + AGAIN * (more > 1), state)


def _members(known: Known, seed: int) -> tuple[Ints, Lists, Ints, Ints]:
    """Who loves each thing, by circle and then by luck; with, for every love of a person (L), their place in that list and
    where the part of their circle begins and ends."""
    row = np.repeat(np.arange(len(known.person)), np.diff(known.loves.start))
    love, circle = known.loves.of, known.circle[row]
    turns = np.lexsort((row, luck(seed + 2, known.person[row], known.love_ids[love]), circle, love))
    place = np.empty(len(love), dtype=np.int64)
    place[turns] = np.arange(len(love))
    part = love * (circle.max(initial=0) + 1) + circle
    begin = np.searchsorted(part[turns], part, "left").astype(np.int64)
    end = np.searchsorted(part[turns], part, "right").astype(np.int64)
    start = np.searchsorted(love[turns], np.arange(len(known.love_ids) + 1)).astype(np.int64)
    return place, Lists(start, row[turns]), begin, end
