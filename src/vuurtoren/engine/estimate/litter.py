"""Litter in each street now, and the rate at which it comes, from sparse events.

Model. In street i pieces come at a rate r_i (pieces per 100 m² per day). The rate has a prior of the street's kind on a
grid of rates, learned from all streets of that kind (empirical Bayes), so that a street where little was seen borrows
from its kind. Given the rate, the level is held as a gamma distribution by its mean m and variance v (assumed-density
filtering):

- in dt days, m grows by r dt and v by DISPERSION r dt (arrivals come in handfuls);
- cleaning that takes away a share e thins the level: m (1-e), v (1-e)² + e (1-e) m;
- a count of c pieces on a (in 100 m²) is Poisson: the gamma posterior is exact, the evidence negative binomial;
- a grade is an interval of levels, read wrongly with a chance SLIP: the truncated gamma's first two moments.

Sources: gamma-Poisson filtering, R. L. Smith and J. E. Miller, JRSS B 48 (1986); empirical Bayes on a grid,
N. Laird, JASA 73 (1978).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import gammainc, gammaincc, gammaln

from vuurtoren.engine.units import GRADES, LitterScale

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

COUNT, GRADE, CLEAN = 0, 1, 2
RATES = np.geomspace(0.02, 30.0, 24)
"""Pieces per 100 m² per day, from a back path to a market square."""
DISPERSION = 2.0
SLIP = 0.06
DAYS_BEFORE = 7.0
"""How long a street had probably not been cleaned when it is first heard of."""
SMOOTH = 2.0
"""Weight of the flat beginning of a kind's prior, in streets."""
EM_STEPS = 12
LEAST = 1e-6


@dataclass(frozen=True)
class Events:
    """What was seen and done, `n` events: `street` (index), `day` (float, any origin), `what` (COUNT, GRADE, CLEAN),
    `value` (pieces counted; index of the grade, 0 = A+; share taken away, 0 to 1), `area` (m² of a count)."""

    street: Ints
    day: Floats
    what: Ints
    value: Floats
    area: Floats


@dataclass(frozen=True)
class Estimate:
    """For each of n streets at one moment: `level` in pieces per 100 m², `rate` per day, with standard deviations;
    `below_floor` the chance that the level is worse than the floor's grade."""

    level: Floats
    level_sd: Floats
    rate: Floats
    rate_sd: Floats
    below_floor: Floats


def estimate(
    kinds: Ints, events: Events, day: float, scale: LitterScale | None = None, floor: str = "C"
) -> Estimate:
    """The state of `n = len(kinds)` streets at `day`; `kinds` (n) numbers the kind of each street from 0.

    Raises ValueError for an event of an unknown street, after `day`, or with a value out of range.

    >>> nothing = Events(*(np.array([], dtype=kind) for kind in (np.int64, float, np.int64, float, float)))
    >>> seen = Events(np.array([0]), np.array([9.0]), np.array([COUNT]), np.array([40.0]), np.array([100.0]))
    >>> kinds = np.array([0, 0])
    >>> bool(estimate(kinds, seen, 10.0).level[0] > estimate(kinds, nothing, 10.0).level[0])
    True
    """
    scale = scale or LitterScale()
    _check(kinds, events, day)
    state = _State(len(kinds))
    for some in _rounds(events):
        state.event(some, events, scale)
    state.grow_to(day)
    weights = _weights(kinds, state.evidence)
    return _mixed(weights, state.mean, state.variance, scale.interval(floor)[1])


class _State:
    """Mean, variance and log evidence of the level, (n, K) for K rates, and the day up to which each street is known."""

    def __init__(self, streets: int) -> None:
        self.mean = np.tile(RATES * DAYS_BEFORE, (streets, 1))
        self.variance = 0.5 * self.mean**2 + DISPERSION * self.mean
        self.evidence = np.zeros_like(self.mean)
        self.known_to = np.full(streets, np.nan)

    def grow_to(self, day: float) -> None:
        every = np.arange(len(self.known_to))
        self._grow(every, np.full(len(every), day))

    def event(self, rows: Ints, events: Events, scale: LitterScale) -> None:
        street = events.street[rows]
        self._grow(street, events.day[rows])
        for kind, take in ((COUNT, self._count), (GRADE, self._grade), (CLEAN, self._clean)):
            some = rows[events.what[rows] == kind]
            if some.size:
                take(events.street[some], events.value[some], events.area[some], scale)

    def _grow(self, street: Ints, day: Floats) -> None:
        passed = np.nan_to_num(day - self.known_to[street], nan=0.0)[:, None]
        self.mean[street] += RATES * passed
        self.variance[street] += DISPERSION * RATES * passed
        self.known_to[street] = day

    def _clean(self, street: Ints, share: Floats, area: Floats, scale: LitterScale) -> None:
        left = (1.0 - share)[:, None]
        mean = self.mean[street]
        self.variance[street] = left**2 * self.variance[street] + left * (1.0 - left) * mean + LEAST
        self.mean[street] = left * mean + LEAST

    def _count(self, street: Ints, pieces: Floats, area: Floats, scale: LitterScale) -> None:
        shape, rate = self._gamma(street)
        c, a = pieces[:, None], area[:, None] / 100.0
        self.evidence[street] += (
            gammaln(shape + c)
            - gammaln(shape)
            + shape * np.log(rate / (rate + a))
            + c * np.log(a / (rate + a))
        )
        self.mean[street] = (shape + c) / (rate + a)
        self.variance[street] = (shape + c) / (rate + a) ** 2

    def _grade(self, street: Ints, grade: Floats, area: Floats, scale: LitterScale) -> None:
        shape, rate = self._gamma(street)
        bounds = np.array([scale.interval(each) for each in GRADES])[grade.astype(np.int64)]
        low, high = bounds[:, :1] * rate, bounds[:, 1:] * rate
        inside = np.maximum(_between(shape, low, high), 1e-12)
        first = shape / rate * _between(shape + 1.0, low, high) / inside
        second = shape * (shape + 1.0) / rate**2 * _between(shape + 2.0, low, high) / inside
        right = (1.0 - SLIP) * inside
        share = right / (right + SLIP / len(GRADES))
        mean, variance = self.mean[street], self.variance[street]
        self.evidence[street] += np.log(right + SLIP / len(GRADES))
        new = share * first + (1.0 - share) * mean
        square = share * second + (1.0 - share) * (variance + mean**2)
        self.mean[street] = np.maximum(new, LEAST)
        self.variance[street] = np.maximum(square - new**2, LEAST)

    def _gamma(self, street: Ints) -> tuple[Floats, Floats]:
        mean, variance = self.mean[street], self.variance[street]
        return mean**2 / variance, mean / variance


def _between(shape: Floats, low: Floats, high: Floats) -> Floats:
    """The chance of a gamma variable of this shape and rate 1 between two bounds, without loss in the far tail."""
    far = low > shape
    lower = gammaincc(shape, low) - np.where(
        np.isinf(high), 0.0, gammaincc(shape, np.where(np.isinf(high), 0, high))
    )
    upper = np.where(np.isinf(high), 1.0, gammainc(shape, np.where(np.isinf(high), 0, high))) - gammainc(
        shape, low
    )
    return np.asarray(np.where(far, lower, upper), dtype=np.float64)


def _rounds(events: Events) -> list[Ints]:
    """The events in rounds: the first of every street, the second of every street, and so on, each in order of day."""
    order = np.lexsort((events.what, events.day, events.street))
    street = events.street[order]
    if not street.size:
        return []
    starts = np.flatnonzero(np.r_[True, street[1:] != street[:-1]])
    rank = np.arange(street.size) - np.repeat(starts, np.diff(np.r_[starts, street.size]))
    by_rank = order[np.argsort(rank, kind="stable")]
    return [part.astype(np.int64) for part in np.split(by_rank, np.cumsum(np.bincount(rank))[:-1])]


def _weights(kinds: Ints, evidence: Floats) -> Floats:
    """Weights (n, K) of the rates of each street, with the prior of its kind learned by EM from all its streets."""
    likelihood = np.exp(evidence - evidence.max(axis=1, keepdims=True))
    flat = np.exp(-0.5 * ((np.log(RATES) - np.log(1.0)) / 1.2) ** 2)
    flat /= flat.sum()
    count = int(kinds.max(initial=-1)) + 1
    prior = np.tile(flat, (count, 1))
    members = np.bincount(kinds, minlength=count)[:, None]
    for _ in range(EM_STEPS):
        weights = _posterior(prior[kinds], likelihood)
        total = np.zeros_like(prior)
        np.add.at(total, kinds, weights)
        prior = (total + SMOOTH * flat) / (members + SMOOTH)
    return _posterior(prior[kinds], likelihood)


def _posterior(prior: Floats, likelihood: Floats) -> Floats:
    joint = prior * likelihood
    return np.asarray(joint / joint.sum(axis=1, keepdims=True))


def _mixed(weights: Floats, mean: Floats, variance: Floats, worst: float) -> Estimate:
    level = (weights * mean).sum(axis=1)
    spread = (weights * (variance + mean**2)).sum(axis=1) - level**2
    rate = weights @ RATES
    rate_spread = weights @ RATES**2 - rate**2
    worse = (weights * gammaincc(mean**2 / variance, worst * mean / variance)).sum(axis=1)
    return Estimate(level, np.sqrt(np.maximum(spread, 0)), rate, np.sqrt(np.maximum(rate_spread, 0)), worse)


def _check(kinds: Ints, events: Events, day: float) -> None:
    if events.street.size and (events.street.min() < 0 or events.street.max() >= len(kinds)):
        raise ValueError("an event of a street that is not there")
    if np.any(events.day > day) or not np.all(np.isfinite(events.day)):
        raise ValueError("an event after the day of the estimate")
    if np.any(events.value < 0) or not np.all(np.isfinite(events.value)):
        raise ValueError("a value below zero")
    if np.any((events.what == CLEAN) & (events.value > 1)) or np.any(
        (events.what == COUNT) & (events.area <= 0)
    ):
        raise ValueError("a share above one, or a count on no area")
    if np.any((events.what == GRADE) & (events.value >= len(GRADES))):
        raise ValueError("a grade that does not exist")
