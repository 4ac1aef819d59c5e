"""Long streets in stretches: a crew does as many of them in a day as fit between its other streets. Pure.

>>> cut = stretches(np.array([20.0, 70.0]), 220.0)
>>> cut.place.tolist(), cut.minutes.round(1).tolist()
([0, 1, 1, 1], [20.0, 23.3, 23.3, 23.3])
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

import numpy as np

from vuurtoren.engine.plan import NO_DEADLINE, Bools, Floats, Ints, Streets

STRETCH = (10.0, 30.0)
"""Minutes of work in the longest stretch: a quarter of the longest that one crew can do at once, within these."""


@dataclass(frozen=True)
class Stretches:
    """`place` (m): the number of the street of each stretch, rising; `minutes` (m) of work."""

    place: Ints
    minutes: Floats

    @property
    def count(self) -> Ints:
        """(m) How many stretches the street of each stretch has."""
        return np.asarray(np.bincount(self.place)[self.place], dtype=np.int64)

    @property
    def ordinal(self) -> Ints:
        """(m) The number of each stretch within its street, from 0."""
        begins = np.searchsorted(self.place, self.place)
        return np.asarray(np.arange(len(self.place)) - begins, dtype=np.int64)


@dataclass(frozen=True)
class Part:
    """What a crew does of a street: its number among the places, and minutes of work."""

    street: int
    minutes: float


def stretches(minutes: Floats, at_once: float) -> Stretches:
    """Streets of these minutes of work (n), cut into equal stretches; `at_once`: minutes that one crew can do in one street
    on one day, of which no stretch takes more than a part."""
    longest = min(max(at_once / 4, STRETCH[0]), STRETCH[1])
    many = np.maximum(np.ceil(minutes / longest), 1).astype(np.int64)
    place = np.repeat(np.arange(len(minutes)), many)
    return Stretches(place, (minutes / many)[place])


def cut_up(streets: Streets, cut: Stretches, at_once: float) -> Streets:
    """The stretches as streets of their own for the plan. One crew is in one street a day: as many stretches as it can do
    in `at_once` minutes, at least one, come first, as many others a step later, and so on. A visit that is due is so for
    the first of these; what is left of a very long street goes by its worth."""
    place, many = cut.place, cut.count
    turn = (cut.ordinal // np.maximum(at_once // np.maximum(cut.minutes, 1e-9), 1)).astype(np.int64)
    return replace(
        streets,
        level=streets.level[place],
        level_sd=streets.level_sd[place],
        rate=streets.rate[place],
        rate_sd=streets.rate_sd[place],
        together=streets.together[place],
        area_m2=streets.area_m2[place] / many,
        minutes=streets.minutes[place] / many,
        share=streets.share[place],
        residents=streets.residents[place],
        may=streets.may[place],
        promised=streets.promised[place],
        earliest=streets.earliest[place] + turn,
        deadline=np.where(turn == 0, streets.deadline[place], NO_DEADLINE),
    )


def first_visit(visits: Bools, cut: Stretches, places: int) -> Ints:
    """(places) The first step of a plan in which some stretch of each street is visited; -1: in none.

    >>> first_visit(np.array([[False, True], [True, False], [False, False]]), stretches(np.array([60.0, 9.0]), 220.0), 2)
    array([ 0, -1])
    """
    steps = visits.shape[1]
    when = np.where(visits.any(axis=1), visits.argmax(axis=1), steps)
    first = np.full(places, steps, dtype=np.int64)
    np.minimum.at(first, cut.place, when)
    return np.where(first < steps, first, -1)


def parts(some: Iterable[int], cut: Stretches) -> list[Part]:
    """Stretches in the order of a round, as streets: what is done in one street is done in one go.

    >>> cut = stretches(np.array([20.0, 70.0]), 220.0)
    >>> [one.street for one in parts([1, 0, 3], cut)]
    [1, 0]
    """
    minutes: dict[int, float] = {}
    for one in some:
        street = int(cut.place[one])
        minutes[street] = minutes.get(street, 0.0) + float(cut.minutes[one])
    return [Part(street, spent) for street, spent in minutes.items()]


def owners(rounds: Iterable[Sequence[int]], cut: Stretches) -> dict[int, int]:
    """By street, the number of the round that does most of it; the first of equals.

    >>> owners([[1], [2, 3]], stretches(np.array([20.0, 70.0]), 220.0))
    {1: 1}
    """
    most: dict[int, tuple[int, int]] = {}
    for number, some in enumerate(rounds):
        for street, many in Counter(int(cut.place[one]) for one in some).items():
            if street not in most or many > most[street][0]:
                most[street] = (many, number)
    return {street: number for street, (_, number) in most.items()}
