"""The compiled loop of the estimate: one street after another, its events in order, for every rate of the grid."""

from math import exp, lgamma, log, log1p

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.estimate.kinds import CLEAN, COUNT
from vuurtoren.engine.units.fast import fast
from vuurtoren.engine.units.kernels import LARGE_SHAPE, gamma_below, gamma_below_by, worth_of

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

LEAST = 1e-6
"""No street is ever known to be quite empty."""
NEVER = -1e300
SHARPEST = 1e6
"""The largest shape of a gamma that is reckoned with."""


@fast
def in_order(
    street: Ints, day: Floats, what: Ints, value: Floats, by_day: Ints, starts: Ints, order: Ints
) -> None:
    """Fill `starts` (streets + 1) and `order` (n) with the events by street, day, what and value; `by_day` (n) has them
    by day already."""
    for e in range(street.size):
        starts[street[e] + 1] += 1
    for i in range(1, starts.size):
        starts[i] += starts[i - 1]
    free = starts[:-1].copy()
    for e in by_day:
        i = street[e]
        place = free[i]
        while place > starts[i]:
            before = order[place - 1]
            if day[before] < day[e] or what[before] < what[e]:
                break
            if what[before] == what[e] and value[before] <= value[e]:
                break
            order[place] = before
            place -= 1
        order[place] = e
        free[i] += 1


@fast
def follow(
    starts: Ints, street_day: Floats, day: Floats, what: Ints, value: Floats, area: Floats,
    mean: Floats, variance: Floats, evidence: Floats, known_to: Floats,
    rates: Floats, edges: Floats, readings: Floats,
    dispersion: float, restless: float, fades: float, memory: float, clean_sd: float,
) -> None:  # fmt: skip
    """Take each street i through its events `starts[i]:starts[i + 1]` and on to `street_day[i]`, in place.

    `mean`, `variance`, `evidence` are (n, K): the level given each of the K `rates`, and the log evidence for that
    rate; `known_to` (n) is the day they are of, NEVER when the street was not heard of before.
    """
    for i in range(starts.size - 1):
        for e in range(starts[i], starts[i + 1] + 1):
            ends = e == starts[i + 1]
            until = street_day[i] if ends else day[e]
            if known_to[i] > NEVER:
                passed = max(until - known_to[i], 0.0)
                kept = exp(-passed / memory)
                stays = exp(-fades * passed)
                lasting = (1.0 - stays) / fades if fades > 0.0 else passed
                for k in range(rates.size):
                    arrived = rates[k] * lasting
                    variance[i, k] = stays * stays * variance[i, k] + stays * (1.0 - stays) * mean[i, k]
                    variance[i, k] += dispersion * arrived + restless * restless * rates[k] * arrived
                    mean[i, k] = stays * mean[i, k] + arrived
                    evidence[i, k] *= kept
            known_to[i] = until
            if ends:
                break
            for k in range(rates.size):
                m, v = mean[i, k], variance[i, k]
                if what[e] == CLEAN:
                    m, v = cleaned(m, v, value[e], clean_sd)
                    found = 0.0
                elif what[e] == COUNT:
                    m, v, found = counted(m, v, value[e], area[e] / 100.0)
                else:
                    m, v, found = graded(m, v, edges, readings[int(value[e])])
                mean[i, k], variance[i, k] = max(m, LEAST), max(v, LEAST * LEAST, m * m / SHARPEST)
                evidence[i, k] += found


@fast
def cleaned(m: float, v: float, share: float, share_sd: float) -> tuple[float, float]:
    """Mean and variance of the level after a cleaning that takes about `share` away: thinning with an unsure share."""
    if share <= 0.0:
        return m, v
    unsure = min(share_sd, share, 0.5 * (1.0 - share) + 0.02) ** 2
    left = 1.0 - share
    return left * m, (left * left + unsure) * v + unsure * m * m + max(share * left - unsure, 0.0) * m


@fast
def counted(m: float, v: float, pieces: float, area: float) -> tuple[float, float, float]:
    """Gamma mean and variance after `pieces` on `area` (in 100 m²), and the log evidence: negative binomial."""
    shape, per = m * m / v, m / v
    found = (
        lgamma(shape + pieces)
        - lgamma(shape)
        - lgamma(pieces + 1.0)
        - shape * log1p(area / per)
        + pieces * (log(area) - log(per + area))
    )
    return (shape + pieces) / (per + area), (shape + pieces) / (per + area) ** 2, found


@fast
def graded(m: float, v: float, edges: Floats, chance: Floats) -> tuple[float, float, float]:
    """Gamma mean and variance after a reading that has `chance[h]` when the grade is h, and its log evidence."""
    shape, per = m * m / v, m / v
    total = first = second = 0.0
    p0 = p1 = p2 = 0.0
    gamma = lgamma(shape)
    for h in range(chance.size):
        if h == edges.size:
            q0 = q1 = q2 = 1.0
        else:
            x = edges[h] * per
            front = exp(shape * log(x) - x - gamma)
            q0 = gamma_below(shape, x) if shape > LARGE_SHAPE else gamma_below_by(shape, x, front)
            q1 = max(q0 - front / shape, 0.0)
            q2 = max(q1 - front * x / (shape * (shape + 1.0)), 0.0)
        total += chance[h] * max(q0 - p0, 0.0)
        first += chance[h] * max(q1 - p1, 0.0)
        second += chance[h] * max(q2 - p2, 0.0)
        p0, p1, p2 = q0, q1, q2
    new = m * first / total
    square = (v + m * m) * second / total
    return new, square - new * new, log(total)


@fast
def learn(kinds: Ints, likelihood: Floats, prior: Floats, flat: Floats, smooth: float, steps: int) -> None:
    """Learn in place the `prior` (kinds, K) of the rate in each kind from the `likelihood` (n, K) of all its streets."""
    members = np.zeros(prior.shape[0])
    for i in range(kinds.size):
        members[kinds[i]] += 1.0
    for _ in range(steps):
        total = np.zeros_like(prior)
        for i in range(kinds.size):
            whole = 0.0
            for k in range(flat.size):
                whole += prior[kinds[i], k] * likelihood[i, k]
            for k in range(flat.size):
                total[kinds[i], k] += prior[kinds[i], k] * likelihood[i, k] / whole
        for kind in range(prior.shape[0]):
            prior[kind] = (total[kind] + smooth * flat) / (members[kind] + smooth)


@fast
def mix(
    kinds: Ints, prior: Floats, likelihood: Floats, mean: Floats, variance: Floats,
    rates: Floats, worst: float, table: Floats, out: Floats,
) -> None:  # fmt: skip
    """Fill `out` (n, 7): level, its sd, rate, its sd, their covariance, chance to be above `worst`, expected worth."""
    weight = np.zeros(rates.size)
    for i in range(kinds.size):
        weight[:] = prior[kinds[i]] * likelihood[i]
        weight /= weight.sum()
        level = square = rate = rate_square = both = below = worth = 0.0
        for k in range(rates.size):
            w, m, v = weight[k], mean[i, k], variance[i, k]
            level += w * m
            square += w * (v + m * m)
            rate += w * rates[k]
            rate_square += w * rates[k] * rates[k]
            both += w * m * rates[k]
            if w > 1e-7:
                below += w * (1.0 - gamma_below(m * m / v, worst * m / v))
                worth += w * worth_of(table, m, v)
        out[i, 0], out[i, 1] = level, max(square - level * level, LEAST * LEAST) ** 0.5
        out[i, 2], out[i, 3] = rate, max(rate_square - rate * rate, 0.0) ** 0.5
        out[i, 4], out[i, 5], out[i, 6] = both - level * rate, below, worth
