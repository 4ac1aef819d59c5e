"""How each street is this morning and what the city owes it: estimated, judged. Pure."""

from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from vuurtoren.engine.estimate import CLEAN, GRADE, Estimate, Events, estimate
from vuurtoren.engine.plan import NO_DEADLINE
from vuurtoren.engine.units import GRADES, LitterScale
from vuurtoren.response.arrays import Known
from vuurtoren.response.rules import (
    Mode,
    below_since,
    is_worse,
    mode_of,
    nights_worse,
    should_ask,
    steps_behind,
)


@dataclass(frozen=True)
class Judged:
    """A street this morning: its grade by estimate, and whether anybody was there at all lately (`seen`); since when it
    is below its floor, which only a street that was seen can be; how the plan treats it and by which step."""

    grade: str
    seen: bool
    since: date | None
    behind: int
    mode: Mode
    deadline: int
    ask: bool


def think(known: Known, executor: Executor | None = None) -> tuple[Estimate, tuple[Judged, ...]]:
    """How each street probably is, and what follows from that and from who carries it."""
    scale, seen = LitterScale(known.level.scale), known.seen
    told = told_below(known.events, scale, known.level.floor_grade)
    found = estimate(known.kind, known.events, known.now, scale, known.level.floor_grade, executor=executor)
    return found, tuple(
        _judged(known, index, scale.grade(float(level)), index in seen, told.get(index))
        for index, level in enumerate(found.middle)
    )


def told_below(events: Events, scale: LitterScale, floor: str) -> dict[int, float]:
    """By street: since when (in days, as the events are) all who looked found it worse than its floor and nobody cleaned.

    >>> some = Events(np.array([3, 3]), np.array([1.0, 4.0]), np.array([1, 1]), np.array([4.0, 4.0]), np.full(2, 100.0))
    >>> told_below(some, LitterScale(), "C")
    {3: 1.0}
    """
    worst, since = GRADES.index(floor), dict[int, float]()
    order = np.argsort(events.day, kind="stable")
    rows = (
        one[order].tolist() for one in (events.street, events.day, events.what, events.value, events.area)
    )
    for street, day, what, value, area in zip(*rows, strict=True):
        if what == CLEAN:
            since.pop(street, None)
            continue
        grade = int(value) if what == GRADE else int(scale.index(value * 100.0 / area))
        if grade > worst:
            since.setdefault(street, day)
        else:
            since.pop(street, None)
    return since


def mean_score(known: Known, found: Estimate) -> float:
    """The neighbourhood's average this morning, by area, as expected; 5 = A+ … 1 = D."""
    return float(np.average(found.score, weights=known.area_m2)) if len(found.score) else 0.0


def below_floor_share(known: Known, judged: tuple[Judged, ...]) -> float:
    """The share of the streets that are worse than the floor this morning, as far as anybody saw."""
    below = [one.seen and is_worse(one.grade, known.level.floor_grade) for one in judged]
    return sum(below) / len(below) if below else 0.0


def _judged(known: Known, index: int, grade: str, seen: bool, told: float | None) -> Judged:
    """A street that is still below its floor after a visit goes on waiting: the visit did not do what it was for."""
    care, before, visited = known.care[index], known.before[index], known.visited_on[index]
    below = seen and is_worse(grade, known.level.floor_grade)
    since = before.below_since or _told_on(known, told)
    since = below_since(since, below, known.day)
    nights = (grade, *before.grades) if seen else ()
    passed = care.terms is not None and nights_worse(nights, care.terms.stop_grade) >= care.terms.stop_steps
    mode, promised = mode_of(care, passed, visited, known.day)
    behind = steps_behind(since, known.day)
    if promised is None and mode is Mode.FREE and since:
        promised = max(0, known.level.floor_steps - behind)
    deadline = NO_DEADLINE if promised is None else min(promised, known.level.horizon_steps - 1)
    return Judged(grade, seen, since, behind, mode, deadline, should_ask(care, passed))


def _told_on(known: Known, told: float | None) -> date | None:
    """The first morning that could know what somebody told, where no night made anything of it."""
    if told is None:
        return None
    return known.day - timedelta(days=max(0, int(known.now - told)))
