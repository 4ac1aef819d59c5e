"""Ways of working held side by side on the same hidden days with the same minutes, and what people would notice."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from vuurtoren.engine.estimate import CLEAN, COUNT, GRADE, Events, survival
from vuurtoren.engine.simulate.policies import AllOrNothing, Complaints, FixedRounds, Policy, Seen
from vuurtoren.engine.simulate.responsive import Agreed, Responsive
from vuurtoren.engine.simulate.world import Bools, Floats, Ints, World
from vuurtoren.engine.units import GRADES, SCORES, LitterScale

WARMING_UP = 28
"""Days before the ones that count, in which each way of working finds its rhythm."""
VISIT_AT, ROUND_AT, LOOK_AT = 0.1, 0.7, 0.8
"""Times of the day, as parts of it."""
TOLD_SHARE = 0.9
"""What the house takes a visit to remove; the hidden truth differs from visit to visit."""
WORST = 0.1
HALVINGS = 6
RAREST, HALVINGS_FIXED = 60.0, 9
Progress = Callable[[str, float], None]


@dataclass(frozen=True)
class Outcome:
    """What came of a way of working over the days that count. `minutes` a day; grades as 5 = A+ … 1 = D, each evening:
    `mean_grade` over streets by area, `worst_decile_grade` of the tenth of the streets that are worst on average;
    `below_floor_share` of all streets and evenings; lag: steps from falling below the floor to the visit, streets that
    still wait counted in, None where more than that share never saw one."""

    minutes: float
    mean_grade: float
    below_floor_share: float
    worst_decile_grade: float
    lag_median_steps: float | None
    lag_p95_steps: float | None


def policies(world: World, budget: float, agreed: Agreed, scale: LitterScale) -> Mapping[str, Policy]:
    """The four ways of working, each with `budget` minutes a day."""
    return {
        "fixed": FixedRounds(world.minutes, budget),
        "complaints": Complaints(world.minutes, budget),
        "all_or_nothing": AllOrNothing(world.minutes, budget),
        "responsive": Responsive(world.kind, world.area, world.minutes, budget, agreed, scale),
    }


def once_a_week(world: World) -> float:
    """Minutes a day with which fixed rounds visit every street once a week.

    >>> from vuurtoren.engine.simulate.world import draw
    >>> nobody = draw(np.random.default_rng(1), np.zeros(2, dtype=np.int64), np.full(2, 900.0), np.full(2, 7.0), 1)
    >>> once_a_week(nobody)
    2.0
    """
    return float(world.minutes.sum()) / 7.0


def enough_for_the_goal(
    world: World, agreed: Agreed | None = None, scale: LitterScale | None = None
) -> float:
    """Minutes a day with which fixed rounds just reach the agreed average; at least each street once in `RAREST` days
    and at most every street every day, where the average lies beyond these."""
    agreed, scale = agreed or Agreed(), scale or LitterScale()
    goal, once = float(SCORES[GRADES.index(agreed.goal)]), float(world.minutes.sum())
    low, high = once / RAREST, once
    for _ in range(HALVINGS_FIXED):
        middle = float(np.sqrt(low * high))
        if live(world, FixedRounds(world.minutes, middle), agreed, scale).mean_grade >= goal:
            high = middle
        else:
            low = middle
    return high


def compare(
    world: World,
    budget: float,
    agreed: Agreed | None = None,
    scale: LitterScale | None = None,
    progress: Progress = lambda name, share: None,
) -> Mapping[str, Outcome]:
    """Each way of working through all days of the world with `budget` minutes a day."""
    agreed, scale = agreed or Agreed(), scale or LitterScale()
    every = policies(world, budget, agreed, scale)
    found = {}
    for number, (name, policy) in enumerate(every.items()):
        progress(name, number / len(every))
        found[name] = live(world, policy, agreed, scale)
    return found


def equal_quality_ratio(
    world: World,
    fixed: Outcome,
    responsive: Outcome,
    budget: float,
    agreed: Agreed | None = None,
    scale: LitterScale | None = None,
    progress: Progress = lambda name, share: None,
) -> float:
    """Minutes that the responsive city needs for the mean grade that fixed rounds reach, as a share of theirs.

    Found by halving the part of `budget` it gets; what is returned did reach the grade. Above 1 when it needs more:
    then twice the budget is the most that is tried, and inf is told when that is not enough.
    """
    agreed, scale = agreed or Agreed(), scale or LitterScale()

    def tried(part: float) -> Outcome:
        policy = Responsive(world.kind, world.area, world.minutes, budget * part, agreed, scale)
        return live(world, policy, agreed, scale)

    low, high, best = 0.0, 1.0, responsive
    if responsive.mean_grade < fixed.mean_grade:
        low, high, best = 1.0, 2.0, tried(2.0)
        if best.mean_grade < fixed.mean_grade:
            return float("inf")
    for number in range(HALVINGS):
        progress("equal_quality", number / HALVINGS)
        middle = 0.5 * (low + high)
        found = tried(middle)
        if found.mean_grade >= fixed.mean_grade:
            high, best = middle, found
        else:
            low = middle
    return best.minutes / fixed.minutes


def live(world: World, policy: Policy, agreed: Agreed, scale: LitterScale) -> Outcome:
    """All days of the world under one way of working."""
    n, days = len(world.kind), world.days
    level, edge_b = world.start.copy(), scale.interval("B")[1]
    grades, visited, below = (
        np.empty((days, n)),
        np.zeros((days, n), dtype=bool),
        np.empty((days, n), dtype=bool),
    )
    events, rounds, complaints = Events.none(), np.zeros(n), np.zeros(n, dtype=bool)
    worst = scale.interval(agreed.floor)[1]
    for day in range(days):
        visited[day] = policy.choose(Seen(day, events, rounds, complaints, world.carries[day], world.held))
        before = level
        level = np.where(visited[day], level * (1.0 - world.removal[day]), level)
        level = (level + world.arrives[day]) * (1.0 - world.chances.blown)
        level = level * (1.0 - world.round_share[day])
        rounds = world.told[day]
        complaints = world.complaints(level, edge_b, day)
        events = _events(world, day, visited[day], before, level, complaints, scale)
        grades[day], below[day] = scale.scores(level), level >= worst
    return _outcome(world, visited, grades, below)


def _events(
    world: World,
    day: int,
    visited: Bools,
    before: Floats,
    level: Floats,
    complaints: Bools,
    scale: LitterScale,
) -> Events:
    """What is known of this day: visits and what the crew found there `before`, rounds that were told, and what was seen
    in the evening; who complains is somebody who looked, and says how it is."""
    told, counted = np.flatnonzero(world.told[day]), np.flatnonzero(world.look[day] == 2)
    gone, graded = np.flatnonzero(visited), np.flatnonzero((world.look[day] == 1) | complaints)
    grade = world.misread(scale.index(level), day).astype(np.float64)
    found = world.found(scale.index(before), day).astype(np.float64)
    parts = (
        (gone, VISIT_AT, GRADE, found[gone]),
        (gone, VISIT_AT, CLEAN, np.full(len(gone), TOLD_SHARE)),
        (told, ROUND_AT, CLEAN, world.told[day][told]),
        (graded, LOOK_AT, GRADE, grade[graded]),
        (counted, LOOK_AT, COUNT, world.counted(level, day)[counted]),
    )
    street = np.concatenate([streets for streets, *_ in parts])
    return Events(
        street=street,
        day=np.concatenate([np.full(len(streets), day + at) for streets, at, _, _ in parts]),
        what=np.concatenate([np.full(len(streets), what, dtype=np.int64) for streets, _, what, _ in parts]),
        value=np.concatenate([value for *_, value in parts]),
        area=np.full(len(street), 100.0),
    )


def _outcome(world: World, visited: Bools, grades: Floats, below: Bools) -> Outcome:
    since = min(WARMING_UP, len(grades) // 2)
    by_street = grades[since:].mean(axis=0)
    worst = np.sort(by_street)[: max(1, round(WORST * len(by_street)))]
    lasted, ended = _cases(visited[since:], below[since:])
    found = survival(lasted, ended)
    return Outcome(
        minutes=float((visited[since:] @ world.minutes).mean()),
        mean_grade=float(np.average(by_street, weights=world.area)),
        below_floor_share=float(below[since:].mean()),
        worst_decile_grade=float(worst.mean()),
        lag_median_steps=found.quantile(0.5),
        lag_p95_steps=found.quantile(0.95),
    )


def _cases(visited: Bools, below: Bools) -> tuple[Ints, Bools]:
    """How many steps each fall below the floor lasted, and whether a visit ended it; one that got better by itself, or
    that still waits on the last day, counts as not ended."""
    lasted, ended = [], []
    for street in range(below.shape[1]):
        since = -1
        for day in range(below.shape[0]):
            if since >= 0 and visited[day, street]:
                lasted.append(day - since)
                ended.append(True)
                since = -1
            if since >= 0 and not below[day, street]:
                lasted.append(day - since)
                ended.append(False)
                since = -1
            if since < 0 and below[day, street]:
                since = day
        if since >= 0:
            lasted.append(below.shape[0] - since)
            ended.append(False)
    return np.array(lasted, dtype=np.int64), np.array(ended, dtype=bool)
