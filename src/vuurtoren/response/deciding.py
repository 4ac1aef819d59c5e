"""What the city does today, and when it thinks to come elsewhere: choose, and lay out the rounds. Pure."""

from collections.abc import Collection, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from vuurtoren.engine.estimate import Estimate
from vuurtoren.engine.plan import (
    LEAST,
    LEAST_GAIN,
    NO_DEADLINE,
    Bools,
    Ints,
    Plan,
    Streets,
    Terms,
    floor_deadlines,
    plan,
)
from vuurtoren.engine.route import Shift, route, usual_way, ways_along
from vuurtoren.engine.units import LitterScale
from vuurtoren.response.arrays import Known
from vuurtoren.response.rules import BEST_VISIT, SCORE, Mode, Why, is_worse, why_of
from vuurtoren.response.stretches import Part, Stretches, cut_up, first_visit, owners, parts, stretches
from vuurtoren.response.thinking import Judged

NEXT_IN_WORTH = 2.0
"""The rounds choose among the streets of the plan and others next in worth, up to so many times the minutes of a day."""
LARGEST_WORTH, WORTH_OF_A_DEADLINE = 1_000.0, 2_000.0
"""Minutes that a stretch can be worth today: at most, and where its time below the floor is up today."""


@dataclass(frozen=True)
class Kept:
    """What people did to today's plan already: a later night leaves it as it is. `work` in minutes, `way` besides."""

    place_id: int
    crew_id: int | None
    work: float
    way: float
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
    """The plan of the day; `gap`, `bound` as of `engine.plan`, `mean_expected` over the horizon, by area. `comes` (one
    number a place): in how many days a crew is thought to come, -1 where not in this plan."""

    stops: tuple[Stop, ...]
    gap: float
    bound: float
    mean_expected: float
    comes: tuple[int, ...]


@dataclass(frozen=True)
class _Day:
    """What the rounds are laid from."""

    known: Known
    judged: tuple[Judged, ...]
    cut: Stretches
    chosen: Plan
    due: Bools

    def place(self, stretch: int) -> int:
        """The number of the street of a stretch."""
        return int(self.cut.place[stretch])


def decide(
    known: Known,
    found: Estimate,
    judged: tuple[Judged, ...],
    kept: Collection[Kept],
    seed: int,
    executor: Executor | None = None,
) -> Decided:
    """Which streets today, by which crew, in which order; around what people changed by hand already.

    Long streets are planned in stretches. The plan says what each stretch is worth today; the rounds choose, since only
    they know the ways, and never ask more of a crew than its shift; then the coming steps are planned anew around what
    the rounds chose, and the gap is that of the whole. A promise for which no crew has the minutes has no crew yet.
    """
    cut = stretches(known.minutes, known.longest)
    streets, terms = cut_up(_streets(known, found, judged, kept), cut, known.longest), _terms(known, kept)
    chosen = plan(streets, terms, executor=executor)
    if not known.crews:
        first = chosen.visits[:, 0]
        stops = [
            _stop(known, judged, one, None, order, 0.0)
            for order, one in enumerate(parts(np.flatnonzero(first).tolist(), cut), 1)
        ]
        nobody = tuple(-1 for _ in judged)
        return Decided(tuple(stops), chosen.gap, chosen.bound, chosen.mean, nobody)
    day = _Day(known, judged, cut, chosen, streets.deadline == 0)
    laid, done = _rounds(day, _candidates(chosen, streets, terms), kept, seed)
    final = plan(streets, terms, done, executor)
    gap = max(0.0, chosen.bound - final.value) / max(abs(chosen.bound), 1e-9)
    return Decided(
        (*laid, *_without_crew(day, laid, kept)),
        chosen.gap if terms.aim == LEAST else gap,
        chosen.bound,
        final.mean,
        tuple(first_visit(final.visits, cut, len(judged)).tolist()),
    )


def _streets(known: Known, found: Estimate, judged: tuple[Judged, ...], kept: Collection[Kept]) -> Streets:
    streets = Streets(
        level=found.level,
        level_sd=found.level_sd,
        rate=found.rate,
        rate_sd=found.rate_sd,
        together=found.together,
        area_m2=known.area_m2,
        minutes=known.minutes
        + usual_way(
            known.lon, known.lat, np.minimum(known.minutes, known.longest), [one for _, one in known.crews]
        ),
        share=np.full(len(judged), BEST_VISIT),
        residents=known.residents,
        may=np.array([one.mode is not Mode.HELD for one in judged], dtype=bool),
        earliest=np.zeros(len(judged), dtype=np.int64),
        deadline=np.array([one.deadline for one in judged], dtype=np.int64),
        promised=np.array([one.mode.must for one in judged], dtype=bool),
    )
    streets = replace(streets, deadline=_with_floor(known, judged, streets))
    return _around(known, streets, kept)


def _with_floor(known: Known, judged: tuple[Judged, ...], streets: Streets) -> Ints:
    """The deadlines, with one for each street of the city's that is foreseen to fall below its floor in this plan; of a
    street that nobody saw nothing is foreseen."""
    level = known.level
    worst = LitterScale(level.scale).interval(level.floor_grade)[1]
    behind = np.array([one.behind if one.since else -1 for one in judged], dtype=np.int64)
    due = floor_deadlines(streets, behind, worst, level.floor_steps, level.horizon_steps)
    free = np.array([one.mode is Mode.FREE and one.seen for one in judged], dtype=bool)
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
            share = BEST_VISIT * min(1.0, one.work / float(known.minutes[index]))
            left = 1.0 if one.done else 1.0 - share
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
    budget[0] = max(0.0, budget[0] - sum(one.work + one.way for one in kept if not one.taken_off))
    return Terms(budget, goal, known.level.aim, scale)


def _candidates(chosen: Plan, streets: Streets, terms: Terms) -> Ints:
    """The stretches that the plan visits today, and where all minutes are to be used also those that are next in worth,
    so that a round can choose what lies on its way."""
    today = chosen.visits[:, 0]
    if terms.aim == LEAST:
        return np.flatnonzero(today)
    net = chosen.today - LEAST_GAIN * streets.minutes
    others = np.flatnonzero(~today & (net > 0) & (streets.earliest == 0))
    others = others[np.argsort(-net[others] / streets.minutes[others], kind="stable")]
    enough = np.searchsorted(np.cumsum(streets.minutes[others]), NEXT_IN_WORTH * terms.budget[0])
    return np.flatnonzero(today | np.isin(np.arange(len(today)), others[: int(enough)]))


def _rounds(day: _Day, candidates: Ints, kept: Collection[Kept], seed: int) -> tuple[tuple[Stop, ...], Bools]:
    """Rounds in what is left of the shifts, as stops; and which stretches (m) they take."""
    crews = _left_of_shifts(day.known, kept)
    done = np.zeros(len(day.cut.place), dtype=bool)
    stops: list[Stop] = []
    for (pk, shift), some in zip(crews, _taken(day, candidates, crews, seed), strict=True):
        done[some] = True
        streets = parts(some, day.cut)
        at = [one.street for one in streets]
        ways = ways_along(day.known.lon[at], day.known.lat[at], shift)
        stops += [
            _stop(day.known, day.judged, one, pk, order, way)
            for order, (one, way) in enumerate(zip(streets, ways, strict=True), 1)
        ]
    return tuple(stops), done


def _left_of_shifts(known: Known, kept: Collection[Kept]) -> list[tuple[int, Shift]]:
    busy = {
        pk: sum(one.work + one.way for one in kept if one.crew_id == pk and not one.taken_off)
        for pk, _ in known.crews
    }
    return [(pk, replace(shift, minutes=max(0.0, shift.minutes - busy[pk]))) for pk, shift in known.crews]


def _taken(day: _Day, candidates: Ints, crews: Sequence[tuple[int, Shift]], seed: int) -> list[list[int]]:
    """The stretches of each crew in order. Where two would work in one street, the crew that does most of it has it, and
    the other's round is laid anew without."""
    shifts = [shift for _, shift in crews]
    laid = _laid(day, candidates, shifts, seed)
    whose = owners(laid, day.cut)
    for crew, some in enumerate(laid):
        if all(whose[day.place(one)] == crew for one in some):
            continue
        others = {place for place, one in whose.items() if one != crew}
        free = [one for one in candidates.tolist() if day.place(one) not in others]
        (laid[crew],) = _laid(day, np.array(free, dtype=np.int64), [shifts[crew]], seed)
        whose |= {day.place(one): crew for one in laid[crew]}
    return laid


def _laid(day: _Day, candidates: Ints, shifts: Sequence[Shift], seed: int) -> list[list[int]]:
    """The best rounds through some of the candidates, as stretches."""
    known, place = day.known, day.cut.place[candidates]
    due = day.due[candidates]
    promised = due & np.array([day.judged[one].mode.must for one in place.tolist()], dtype=bool)
    worth = np.where(
        due, WORTH_OF_A_DEADLINE, np.minimum(day.chosen.today[candidates] / LEAST_GAIN, LARGEST_WORTH)
    )
    worth[promised] = np.inf
    work = day.cut.minutes[candidates]
    laid = route(known.lon[place], known.lat[place], work, worth, shifts, seed=seed)
    return [[int(candidates[number]) for number in some] for some in laid.stops]


def _without_crew(day: _Day, laid: Sequence[Stop], kept: Collection[Kept]) -> list[Stop]:
    """What was promised for today and fits in no round: the plan says so, and somebody finds a way."""
    there = {stop.street for stop in laid}
    touched = {one.place_id for one in kept}
    waits = [
        one
        for one in parts(np.flatnonzero(day.due).tolist(), day.cut)
        if day.judged[one.street].mode.must
        and one.street not in there
        and int(day.known.place_ids[one.street]) not in touched
    ]
    return [_stop(day.known, day.judged, one, None, order, 0.0) for order, one in enumerate(waits, 1)]


def _stop(
    known: Known, judged: tuple[Judged, ...], part: Part, crew: int | None, order: int, way: float
) -> Stop:
    one = judged[part.street]
    is_below = one.seen and is_worse(one.grade, known.level.floor_grade)
    why = why_of(one.mode, one.behind, is_below, one.seen)
    return Stop(part.street, crew, order, part.minutes, way, why)
