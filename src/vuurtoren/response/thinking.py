"""From what is known to what the city should do: estimate, judge each street, choose, and lay out rounds. Pure."""

from collections.abc import Collection
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from datetime import date

import numpy as np

from vuurtoren.engine.estimate import Estimate, estimate
from vuurtoren.engine.plan import (
    LEAST,
    LEAST_GAIN,
    NO_DEADLINE,
    Ints,
    Plan,
    Streets,
    Terms,
    floor_deadlines,
    plan,
)
from vuurtoren.engine.route import route, usual_way
from vuurtoren.engine.units import LitterScale
from vuurtoren.response.arrays import Known
from vuurtoren.response.rules import (
    SCORE,
    Mode,
    Why,
    below_since,
    is_worse,
    mode_of,
    nights_worse,
    should_ask,
    steps_behind,
    why_of,
)

NEXT_IN_WORTH = 2.0
"""The rounds choose among the streets of the plan and others next in worth, up to so many times the minutes of a day."""
LARGEST_WORTH, WORTH_OF_A_DEADLINE = 1_000.0, 2_000.0
"""Minutes that a street can be worth today: at most, and where its time below the floor is up today."""


@dataclass(frozen=True)
class Judged:
    """A street this morning: its grade, since when below its floor, how the plan treats it and by which step."""

    grade: str
    since: date | None
    behind: int
    mode: Mode
    deadline: int
    ask: bool


@dataclass(frozen=True)
class Kept:
    """What people did to today's plan already: a later night leaves it as it is. `minutes`: the way included."""

    place_id: int
    crew_id: int | None
    minutes: float
    done: bool
    taken_off: bool


@dataclass(frozen=True)
class Stop:
    """A street on the plan: its number among the places, its crew (None: none yet), order, minutes of work, minutes of
    the way to it, and why."""

    street: int
    crew_id: int | None
    order: int
    minutes: float
    way: float
    why: Why


@dataclass(frozen=True)
class Decided:
    """The plan of the day; `gap`, `bound` as of `engine.plan`, `mean_expected` over the horizon, by area."""

    stops: tuple[Stop, ...]
    gap: float
    bound: float
    mean_expected: float


def think(known: Known, executor: Executor | None = None) -> tuple[Estimate, tuple[Judged, ...]]:
    """How each street probably is, and what follows from that and from who carries it."""
    scale = LitterScale(known.level.scale)
    found = estimate(known.kind, known.events, known.now, scale, known.level.floor_grade, executor=executor)
    return found, tuple(
        _judged(known, index, scale.grade(float(level))) for index, level in enumerate(found.level)
    )


def decide(
    known: Known,
    found: Estimate,
    judged: tuple[Judged, ...],
    kept: Collection[Kept],
    seed: int,
    executor: Executor | None = None,
) -> Decided:
    """Which streets today, by which crew, in which order; around what people changed by hand already.

    The plan says what each street is worth today; the rounds choose, since only they know the ways; then the coming
    steps are planned anew around what the rounds chose, and the gap is that of the whole.
    """
    streets, terms = _streets(known, found, judged, kept), _terms(known, kept)
    chosen = plan(streets, terms, executor=executor)
    if not known.crews:
        stops = [
            _stop(known, judged, int(one), None, order, 0.0)
            for order, one in enumerate(np.flatnonzero(chosen.visits[:, 0]), 1)
        ]
        return Decided(tuple(stops), chosen.gap, chosen.bound, chosen.mean)
    candidates = _candidates(chosen, streets, terms)
    laid, left = _rounds(known, judged, candidates, chosen, kept, seed)
    touched = {one.place_id for one in kept}
    there = {*left, *(stop.street for stop in laid)}
    due = [int(one) for one in chosen.unmet if judged[one].deadline == 0 and int(one) not in there]
    waits = [*left, *(one for one in due if int(known.place_ids[one]) not in touched)]
    without = (_stop(known, judged, one, None, order, 0.0) for order, one in enumerate(waits, 1))
    done = np.zeros(len(judged), dtype=bool)
    done[[stop.street for stop in laid]] = True
    final = plan(streets, terms, done, executor)
    gap = max(0.0, chosen.bound - final.value) / max(abs(chosen.bound), 1e-9)
    return Decided((*laid, *without), chosen.gap if terms.aim == LEAST else gap, chosen.bound, final.mean)


def mean_score(known: Known, found: Estimate) -> float:
    """The neighbourhood's average this morning, by area; 5 = A+ … 1 = D."""
    return float(np.average(found.score, weights=known.area_m2)) if len(found.score) else 0.0


def below_floor_share(known: Known, judged: tuple[Judged, ...]) -> float:
    """The share of streets that are worse than the floor this morning."""
    below = [is_worse(one.grade, known.level.floor_grade) for one in judged]
    return sum(below) / len(below) if below else 0.0


def _judged(known: Known, index: int, grade: str) -> Judged:
    care, before, visited = known.care[index], known.before[index], known.visited_on[index]
    since = before.below_since
    if since and visited and visited >= since:
        since = None  # a crew was there in between; what lies there now is new
    since = below_since(since, is_worse(grade, known.level.floor_grade), known.day)
    nights = (grade, *before.grades)
    passed = care.terms is not None and nights_worse(nights, care.terms.stop_grade) >= care.terms.stop_steps
    mode, promised = mode_of(care, passed, visited, known.day)
    behind = steps_behind(since, known.day)
    if promised is None and mode is Mode.FREE and since:
        promised = max(0, known.level.floor_steps - behind)
    deadline = NO_DEADLINE if promised is None else min(promised, known.level.horizon_steps - 1)
    return Judged(grade, since, behind, mode, deadline, should_ask(care, passed))


def _streets(known: Known, found: Estimate, judged: tuple[Judged, ...], kept: Collection[Kept]) -> Streets:
    streets = Streets(
        level=found.level,
        level_sd=found.level_sd,
        rate=found.rate,
        rate_sd=found.rate_sd,
        together=found.together,
        area_m2=known.area_m2,
        minutes=known.minutes
        + usual_way(known.lon, known.lat, known.minutes, [one for _, one in known.crews]),
        share=known.share,
        residents=known.residents,
        may=np.array([one.mode is not Mode.HELD for one in judged], dtype=bool),
        earliest=np.zeros(len(judged), dtype=np.int64),
        deadline=np.array([one.deadline for one in judged], dtype=np.int64),
        promised=np.array([one.mode.must for one in judged], dtype=bool),
    )
    streets = replace(streets, deadline=_with_floor(known, judged, streets))
    return _around(known, streets, kept)


def _with_floor(known: Known, judged: tuple[Judged, ...], streets: Streets) -> Ints:
    """The deadlines, with one for each street of the city's that is foreseen to fall below its floor in this plan."""
    level = known.level
    worst = LitterScale(level.scale).interval(level.floor_grade)[1]
    behind = np.array([one.behind if one.since else -1 for one in judged], dtype=np.int64)
    due = floor_deadlines(streets, behind, worst, level.floor_steps, level.horizon_steps)
    free = np.array([one.mode is Mode.FREE for one in judged], dtype=bool)
    return np.where(free & (streets.deadline == NO_DEADLINE), due, streets.deadline)


def _around(known: Known, streets: Streets, kept: Collection[Kept]) -> Streets:
    """The streets as they are when what people changed by hand stays as they left it."""
    number = {int(place): index for index, place in enumerate(known.place_ids)}
    level, level_sd, together = streets.level.copy(), streets.level_sd.copy(), streets.together.copy()
    earliest, deadline = streets.earliest.copy(), streets.deadline.copy()
    for one in kept:
        if (index := number.get(one.place_id)) is None:
            continue
        earliest[index] = 1
        if one.taken_off:
            deadline[index] = max(deadline[index], 1) if deadline[index] > NO_DEADLINE else NO_DEADLINE
        else:  # somebody goes there today, or was there
            deadline[index] = NO_DEADLINE
            left = 1.0 if one.done else 1.0 - known.share[index]
            for array in (level, level_sd, together):
                array[index] *= left
    return replace(
        streets, level=level, level_sd=level_sd, together=together, earliest=earliest, deadline=deadline
    )


def _terms(known: Known, kept: Collection[Kept]) -> Terms:
    """With crews, their minutes; without, the least minutes that would reach the goal."""
    goal, scale = float(SCORE[known.level.goal_grade]), LitterScale(known.level.scale)
    if not known.crews:
        return Terms(np.full(known.level.horizon_steps, np.inf), goal, LEAST, scale)
    budget = np.full(known.level.horizon_steps, sum(shift.minutes for _, shift in known.crews))
    budget[0] = max(0.0, budget[0] - sum(one.minutes for one in kept if not one.taken_off))
    return Terms(budget, goal, known.level.aim, scale)


def _candidates(chosen: Plan, streets: Streets, terms: Terms) -> Ints:
    """The streets that the plan visits today, and where all minutes are to be used also those that are next in worth,
    so that a round can choose what lies on its way."""
    today = chosen.visits[:, 0]
    if terms.aim == LEAST:
        return np.flatnonzero(today)
    net = chosen.today - LEAST_GAIN * streets.minutes
    others = np.flatnonzero(~today & (net > 0))
    others = others[np.argsort(-net[others] / streets.minutes[others], kind="stable")]
    enough = np.searchsorted(np.cumsum(streets.minutes[others]), NEXT_IN_WORTH * terms.budget[0])
    return np.flatnonzero(today | np.isin(np.arange(len(today)), others[: int(enough)]))


def _rounds(
    known: Known,
    judged: tuple[Judged, ...],
    candidates: Ints,
    chosen: Plan,
    kept: Collection[Kept],
    seed: int,
) -> tuple[tuple[Stop, ...], list[int]]:
    """Rounds in the shifts that are left, and the promised streets that did not fit: those have no crew yet."""
    busy = {
        pk: sum(one.minutes for one in kept if one.crew_id == pk and not one.taken_off)
        for pk, _ in known.crews
    }
    shifts = [replace(shift, minutes=max(0.0, shift.minutes - busy[pk])) for pk, shift in known.crews]
    due = np.array([judged[one].deadline == 0 for one in candidates], dtype=bool)
    promised = due & np.array([judged[one].mode.must for one in candidates], dtype=bool)
    worth = np.where(
        due, WORTH_OF_A_DEADLINE, np.minimum(chosen.today[candidates] / LEAST_GAIN, LARGEST_WORTH)
    )
    worth[promised] = np.inf
    lon, lat, work = known.lon[candidates], known.lat[candidates], known.minutes[candidates]
    laid = route(lon, lat, work, worth, shifts, seed=seed)
    stops = [
        _stop(known, judged, int(candidates[number]), pk, order, way)
        for (pk, _), some, ways in zip(known.crews, laid.stops, laid.ways, strict=True)
        for order, (number, way) in enumerate(zip(some, ways, strict=True), 1)
    ]
    return tuple(stops), [int(candidates[number]) for number in laid.left if due[number]]


def _stop(
    known: Known, judged: tuple[Judged, ...], street: int, crew: int | None, order: int, way: float
) -> Stop:
    one = judged[street]
    is_below = is_worse(one.grade, known.level.floor_grade)
    why = why_of(one.mode, one.behind, is_below)
    return Stop(street, crew, order, float(known.minutes[street]), way, why)
