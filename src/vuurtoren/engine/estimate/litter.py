"""Litter in each street now, and the rate at which it comes, from sparse events.

Model. In street i pieces come at a rate r_i (pieces per 100 m² per day). The rate has a prior of the street's kind on a
grid of rates, learned from all streets of that kind (empirical Bayes), so that a street where little was seen borrows
from its kind. Given the rate, the level is held as a gamma distribution by its mean m and variance v (assumed-density
filtering):

- in dt days a share 1 - s = 1 - exp(-f dt) of what lay there leaves by itself and a = r (1 - s) / f arrives: m becomes
  s m + a, and v becomes s² v + s (1 - s) m and the dispersion times a (arrivals come in handfuls, and days differ);
- cleaning that takes away a share e thins the level: m (1-e), v (1-e)² + e (1-e) m, and more where e itself is unsure;
- a count of c pieces on a (in 100 m²) is Poisson: the gamma posterior is exact, the evidence negative binomial;
- a grade is an interval of levels, sometimes read as a neighbouring grade: the first two moments of the mixture of
  truncated gammas.

What was seen long ago weighs less in what is thought of the rate, for streets change.
Sources: gamma-Poisson filtering, R. L. Smith and J. E. Miller, JRSS B 48 (1986); empirical Bayes on a grid,
N. Laird, JASA 73 (1978); assumed densities, P. S. Maybeck, Stochastic Models, Estimation and Control 2 (1982).
"""

from collections.abc import Iterator
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from vuurtoren.engine.estimate.events import (
    Assumptions,
    Events,
    Floats,
    Ints,
    by_street,
    checked,
)
from vuurtoren.engine.estimate.kinds import CLEAN, COUNT, GRADE
from vuurtoren.engine.units import LitterScale, each, parts, worth_table

__all__ = ["CLEAN", "COUNT", "GRADE", "RATES", "Beliefs", "Estimate", "begin", "estimate", "follow", "read"]

RATES = np.geomspace(0.03, 30.0, 18)
"""Pieces per 100 m² per day, from a back path to a market square."""
MIDDLE_RATE, RATE_SPREAD = 1.0, 1.2
"""Middle and standard deviation (of the logarithm) of the prior of a kind of which nothing is known."""
SMOOTH = 2.0
"""Weight of that first prior against what a kind's streets tell, in streets."""
EM_STEPS = 12
TINY = 1e-9


@dataclass(frozen=True)
class Beliefs:
    """What is held of n streets for each of K rates: `mean` and `variance` of the level, log `evidence` for the rate,
    all (n, K), and the day they are of: `known_to` (n), far below zero when the street was never heard of."""

    mean: Floats
    variance: Floats
    evidence: Floats
    known_to: Floats


@dataclass(frozen=True)
class Estimate:
    """For each of n streets at one moment: `level` in pieces per 100 m², `rate` per day, with standard deviations and
    their covariance `together`; `below_floor` the chance that the level is worse than the floor's grade; `score` the
    expected score, 5 = A+ to 1 = D."""

    level: Floats
    level_sd: Floats
    rate: Floats
    rate_sd: Floats
    below_floor: Floats
    together: Floats
    score: Floats

    @property
    def middle(self) -> Floats:
        """(n) The level that is as likely too high as too low, which is what people are told: the mean lies above it
        where a few heavy days are possible. Of the lognormal distribution with this mean and deviation; in simulated
        streets its grades are right more often than those of the mean, and as often too good as too bad.

        >>> one = np.array([9.0])
        >>> Estimate(one, one, one, one, one, one, one).middle.round(1).tolist()
        [6.4]
        """
        return np.asarray(self.level / np.hypot(1.0, self.level_sd / np.maximum(self.level, TINY)))


def estimate(
    kinds: Ints,
    events: Events,
    day: float,
    scale: LitterScale | None = None,
    floor: str = "C",
    assume: Assumptions | None = None,
    executor: Executor | None = None,
) -> Estimate:
    """The state of `n = len(kinds)` streets at `day`; `kinds` (n) numbers the kind of each street from 0.

    Streets are taken in parts by the `executor`; what comes out does not depend on it.

    Raises ValueError for an event of an unknown street, after `day`, or with a value out of range.

    >>> seen = Events(np.array([0]), np.array([9.0]), np.array([COUNT]), np.array([40.0]), np.array([100.0]))
    >>> kinds = np.array([0, 0])
    >>> bool(estimate(kinds, seen, 10.0).level[0] > estimate(kinds, Events.none(), 10.0).level[0])
    True
    """
    beliefs = follow(begin(len(kinds), assume), events, day, scale, assume, executor)
    return read(beliefs, kinds, scale, floor, executor)


def begin(streets: int, assume: Assumptions | None = None) -> Beliefs:
    """Streets of which nothing was heard: as if last cleaned about `assume.days_before` days ago.

    >>> begin(3).mean.shape == (3, RATES.size)
    True
    """
    assume = assume or Assumptions()
    mean = np.tile(RATES * assume.days_before, (streets, 1))
    variance = 0.5 * mean**2 + assume.dispersion * mean
    return Beliefs(mean, variance, np.zeros_like(mean), np.full(streets, -np.inf))


def follow(
    beliefs: Beliefs,
    events: Events,
    day: float,
    scale: LitterScale | None = None,
    assume: Assumptions | None = None,
    executor: Executor | None = None,
) -> Beliefs:
    """The beliefs at `day`, after `events`, none of which may lie before the day the beliefs are of.

    Following in two parts is following at once. Raises ValueError as `estimate` does.

    >>> float(follow(begin(1), Events.none(), 4.0).known_to[0])
    4.0
    """
    scale, assume = scale or LitterScale(), assume or Assumptions()
    checked(events, len(beliefs.known_to), day)
    if np.any(events.day < beliefs.known_to[events.street]):
        raise ValueError("an event before the day the beliefs are of")
    found = each(_followed, _with_events(beliefs, events, float(day), scale, assume), executor)
    mean, variance, evidence, known_to = (np.concatenate(some) for some in zip(*found, strict=True))
    return Beliefs(mean, variance, evidence, known_to)


def _with_events(
    beliefs: Beliefs, events: Events, day: float, scale: LitterScale, assume: Assumptions
) -> Iterator[tuple[object, ...]]:
    """What `_followed` is given of each part of the streets."""
    starts, order = by_street(events, len(beliefs.known_to))
    for part in parts(len(beliefs.known_to)):
        these = order[starts[part.start] : starts[part.stop]]
        yield (
            starts[part.start : part.stop + 1] - starts[part.start],
            (events.day[these], events.what[these], events.value[these], events.area[these]),
            (beliefs.mean[part], beliefs.variance[part], beliefs.evidence[part], beliefs.known_to[part]),
            day, scale, assume,
        )  # fmt: skip


def _followed(
    starts: Ints, seen: tuple[Floats, Ints, Floats, Floats], held: tuple[Floats, Floats, Floats, Floats],
    day: float, scale: LitterScale, assume: Assumptions,
) -> tuple[Floats, Floats, Floats, Floats]:  # fmt: skip
    from vuurtoren.engine.estimate import kernels  # here: it loads Numba

    mean, variance, evidence, known_to = (one.copy() for one in held)
    kernels.follow(
        starts, np.full(len(starts) - 1, day), *seen, mean, variance, evidence, known_to,
        RATES, scale.edges, assume.readings(),
        assume.dispersion, assume.restless, assume.fades, assume.memory_days, assume.clean_sd,
    )  # fmt: skip
    return mean, variance, evidence, known_to


def read(
    beliefs: Beliefs,
    kinds: Ints,
    scale: LitterScale | None = None,
    floor: str = "C",
    executor: Executor | None = None,
) -> Estimate:
    """What the beliefs say of each street, when streets of one kind learn from each other.

    >>> bool(read(begin(2), np.array([0, 0])).level[0] > 0)
    True
    """
    from vuurtoren.engine.estimate import kernels  # here: it loads Numba

    scale = scale or LitterScale()
    kinds = np.ascontiguousarray(kinds, dtype=np.int64)
    likelihood = np.exp(beliefs.evidence - beliefs.evidence.max(axis=1, keepdims=True, initial=-np.inf))
    flat = np.exp(-0.5 * ((np.log(RATES) - np.log(MIDDLE_RATE)) / RATE_SPREAD) ** 2)
    flat /= flat.sum()
    prior = np.tile(flat, (int(kinds.max(initial=-1)) + 1, 1))
    kernels.learn(kinds, likelihood, prior, flat, SMOOTH, EM_STEPS)
    worst, table = scale.interval(floor)[1], worth_table(scale).values
    mixed = each(
        _mixed,
        (
            (kinds[part], prior, likelihood[part], beliefs.mean[part], beliefs.variance[part], worst, table)
            for part in parts(len(kinds))
        ),
        executor,
    )
    level, level_sd, rate, rate_sd, together, below, score = np.ascontiguousarray(np.concatenate(mixed).T)
    return Estimate(level, level_sd, rate, rate_sd, np.clip(below, 0.0, 1.0), together, score)


def _mixed(
    kinds: Ints,
    prior: Floats,
    likelihood: Floats,
    mean: Floats,
    variance: Floats,
    worst: float,
    table: Floats,
) -> Floats:
    from vuurtoren.engine.estimate import kernels  # here: it loads Numba

    out = np.zeros((len(kinds), 7))
    kernels.mix(kinds, prior, likelihood, mean, variance, RATES, worst, table, out)
    return out
