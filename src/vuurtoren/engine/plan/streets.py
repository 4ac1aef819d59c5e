"""What a plan is asked: the streets as they are on the first morning, and the terms that were agreed."""

from dataclasses import dataclass, field

import numpy as np

from vuurtoren.engine.estimate import Assumptions
from vuurtoren.engine.plan.kinds import Bools, Floats, Ints
from vuurtoren.engine.units import LitterScale

NO_DEADLINE = -1
FAIR_WORTH = (5.0, 4.2, 3.2, 1.8, 0.0)
"""What the plan raises: a score that falls faster the worse the grade, so that a minute goes further in worse streets."""
BEST, LEAST = "best", "least"
FADES = Assumptions().fades


@dataclass(frozen=True)
class Streets:
    """n streets on the morning of step 0, one step a day; every array has length n.

    `level`, `level_sd` (pieces per 100 m²), `rate`, `rate_sd` (a day) and `together` (covariance of the two) as
    estimated; `area_m2`; `minutes` of one visit, above 0, and the `share` (0 to 1) of the litter that it takes away;
    `residents`: the share (0 to below 1) that residents take away in a step, as they really did lately.
    `may`: may the city come at all? `earliest`: not before this step. `deadline`: a visit is due by that step (0 = the
    first), `NO_DEADLINE` for none; `promised`: that visit was promised to people, so it goes before other deadlines.
    Raises ValueError where an array has another length or a number that cannot be.
    """

    level: Floats
    level_sd: Floats
    rate: Floats
    rate_sd: Floats
    together: Floats
    area_m2: Floats
    minutes: Floats
    share: Floats
    residents: Floats
    may: Bools
    earliest: Ints
    deadline: Ints
    promised: Bools

    def __post_init__(self) -> None:
        columns = [getattr(self, name) for name in self.__dataclass_fields__]
        if len({len(one) for one in columns}) != 1 or not all(np.all(np.isfinite(one)) for one in columns):
            raise ValueError("every array has one finite number a street")
        if any(np.any(one < 0) for one in (self.level, self.rate, self.area_m2, self.earliest)):
            raise ValueError("a level, rate, area or step below zero")
        if not np.all(self.minutes > 0):
            raise ValueError("a visit takes time")
        if np.any((self.share < 0) | (self.share > 1) | (self.residents < 0) | (self.residents >= 1)):
            raise ValueError("a share lies from zero to one")

    def columns(self, fades: float) -> Floats:
        """(n, 9) What the compiled loops read of a street: level and its variance, rate and its variance, covariance,
        the share that leaves in a step (taken by residents, or by itself: `fades`), area in 100 m², minutes, share of a
        visit."""
        return np.column_stack(
            [self.level, self.level_sd**2, self.rate, self.rate_sd**2, self.together,
             1.0 - (1.0 - self.residents) * (1.0 - fades),
             self.area_m2 / 100.0, self.minutes, self.share]
        )  # fmt: skip

    def weight(self) -> Floats:
        """(n) The share of each street in the area of all."""
        return np.asarray(self.area_m2 / max(float(self.area_m2.sum()), 1e-9))


@dataclass(frozen=True)
class Terms:
    """`budget` (T) minutes of each step, inf where there is no limit; `goal` the mean score to reach, 1 to 5; `aim` BEST
    (raise the worth with all minutes) or LEAST (fewest minutes that reach the goal); `worth` of each grade, best first,
    that BEST raises; `dispersion`, `restless` and `fades` (a step) as in
    `engine.estimate.Assumptions`. Raises ValueError for others."""

    budget: Floats
    goal: float
    aim: str = BEST
    scale: LitterScale = field(default_factory=LitterScale)
    worth: tuple[float, float, float, float, float] = FAIR_WORTH
    dispersion: float = 2.5
    restless: float = 0.5
    fades: float = FADES

    def __post_init__(self) -> None:
        if self.budget.ndim != 1 or not self.budget.size or not np.all(self.budget >= 0):
            raise ValueError("the budget has a number of minutes for each step, not below zero")
        if self.aim not in (BEST, LEAST) or not 1 <= self.goal <= 5:
            raise ValueError("the aim is best or least, the goal a score from 1 to 5")
        if list(self.worth) != sorted(self.worth)[::-1]:
            raise ValueError("the worth falls with the grade")


def falls_below(streets: Streets, worst: float, steps: int, fades: float = FADES) -> Ints:
    """(n) The step at whose end a street is expected to lie above `worst` pieces per 100 m² when nobody from the city
    comes; `steps` where that is not foreseen.

    >>> from vuurtoren.engine.plan.streets import plain_streets
    >>> two = plain_streets(np.array([20.0, 1.0]), np.array([4.0, 1.0]), np.full(2, 900.0), np.full(2, 9.0))
    >>> falls_below(two, 25.5, 7).tolist()
    [1, 7]
    """
    level, falls = streets.level.copy(), np.where(streets.level >= worst, 0, steps)
    for step in range(steps):
        level = (level + streets.rate) * (1.0 - streets.residents) * (1.0 - fades)
        falls = np.where((falls == steps) & (level >= worst), step, falls)
    return falls.astype(np.int64)


def floor_deadlines(streets: Streets, behind: Ints, worst: float, floor_steps: int, steps: int) -> Ints:
    """(n) By which step a visit is due so that no street lies below its floor for more than `floor_steps`;
    `NO_DEADLINE` where that is not foreseen within `steps`. `behind` (n): how many steps it is below already, -1: not.

    >>> from vuurtoren.engine.plan.streets import plain_streets
    >>> two = plain_streets(np.array([40.0, 1.0]), np.array([4.0, 1.0]), np.full(2, 900.0), np.full(2, 9.0))
    >>> floor_deadlines(two, np.array([1, -1]), 25.5, 2, 7).tolist()
    [1, -1]
    """
    falls = falls_below(streets, worst, steps) + floor_steps
    due = np.where(behind >= 0, np.maximum(floor_steps - behind, 0), falls)
    return np.where(due < steps, due, NO_DEADLINE).astype(np.int64)


def plain_streets(
    level: Floats, rate: Floats, area_m2: Floats, minutes: Floats, **others: Floats | Ints | Bools
) -> Streets:
    """Streets with the plain assumptions for what is not named: nothing uncertain, nothing due, the city may come, and
    a visit takes 0.9 of the litter.

    >>> plain_streets(np.array([4.0]), np.array([1.0]), np.array([900.0]), np.array([9.0])).deadline.tolist()
    [-1]
    """
    none, zero = np.zeros(len(level)), np.zeros(len(level), dtype=np.int64)
    plain = {
        "level_sd": none, "rate_sd": none, "together": none, "residents": none, "share": none + 0.9,
        "may": zero == 0, "promised": zero > 0, "earliest": zero, "deadline": zero + NO_DEADLINE,
    }  # fmt: skip
    return Streets(level=level, rate=rate, area_m2=area_m2, minutes=minutes, **{**plain, **others})
