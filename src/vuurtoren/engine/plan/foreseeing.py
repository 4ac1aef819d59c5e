"""What each street would be worth under each schedule of visits: the expected grade of the coming steps."""

from dataclasses import dataclass

import numpy as np
from scipy.special import gammaincc

from vuurtoren.engine.plan.kinds import Bools, Floats, Ints
from vuurtoren.engine.units import LitterScale

REMOVED_SD = 0.08
"""How much the share that a visit takes away differs from one visit to the next. An assumption, to be measured."""
SPREAD = 2.0
"""Litter comes in handfuls: the variance of what comes over its mean."""

TAIL_STEPS = 4
"""Steps after the horizon that count too, without visits, so that a visit at its end is worth something."""
BETWEEN = 3
"""Two visits to one street lie at least so many steps apart."""
NO_DEADLINE = -1
LEAST = 1e-4


@dataclass(frozen=True)
class Streets:
    """Per street, arrays of length n. `deadline`: a visit is due by that step (0 = the first), `NO_DEADLINE` for none.

    `may`: may the city come at all? `earliest`: not before this step. `share`: of
    the litter that a visit of `minutes` takes away.
    """

    level: Floats
    level_sd: Floats
    rate: Floats
    rate_sd: Floats
    area_m2: Floats
    minutes: Floats
    share: Floats
    may: Bools
    earliest: Ints
    deadline: Ints


@dataclass(frozen=True)
class Foreseen:
    """`visits` (C, T): the schedules. `score` (n, C, T + tail): the expected grade, 5 … 1, after each step's work."""

    visits: Bools
    score: Floats


def schedules(steps: int) -> Bools:
    """Every schedule that is considered, (C, steps): no visit, one, or two at least `BETWEEN` steps apart.

    >>> schedules(2).astype(int).tolist()
    [[0, 0], [1, 0], [0, 1]]
    """
    chosen: list[tuple[int, ...]] = [(), *((one,) for one in range(steps))]
    chosen += [(one, two) for one in range(steps) for two in range(one + BETWEEN, steps)]
    visits = np.zeros((len(chosen), steps), dtype=bool)
    for row, when in zip(visits, chosen, strict=True):
        row[list(when)] = True
    return visits


def foresee(streets: Streets, steps: int, scale: LitterScale) -> Foreseen:
    """The expected grade of every street under every schedule."""
    visits = schedules(steps)
    ahead = steps + TAIL_STEPS
    score = np.empty((len(streets.level), len(visits), ahead))
    for column, when in enumerate(visits):
        level, variance = streets.level.copy(), streets.level_sd**2
        since = 0
        for step in range(ahead):
            if step < steps and when[step]:
                level, variance = _after(streets, level, variance, step - since)
                level, variance = _cleaned(level, variance, streets.share)
                since = step
            score[:, column, step] = expected_score(*_after(streets, level, variance, step - since), scale)
    return Foreseen(visits, score)


def _after(streets: Streets, level: Floats, variance: Floats, days: int) -> tuple[Floats, Floats]:
    come = streets.rate * days
    return level + come, variance + SPREAD * come + (streets.rate_sd * days) ** 2


def _cleaned(level: Floats, variance: Floats, share: Floats) -> tuple[Floats, Floats]:
    left = 1.0 - share
    return left * level, left**2 * variance + REMOVED_SD**2 * (level**2 + variance)


def expected_score(level: Floats, variance: Floats, scale: LitterScale) -> Floats:
    """The mean score, 5 … 1, of gamma-distributed levels (any shape) with this mean and variance."""
    level, variance = np.maximum(level, LEAST), np.maximum(variance, LEAST)
    shape, rate = level * level / variance, level / variance
    worse = [gammaincc(shape, rate * (most + 0.5)) for most in scale.most]
    return np.asarray(5.0 - np.sum(worse, axis=0), dtype=np.float64)
