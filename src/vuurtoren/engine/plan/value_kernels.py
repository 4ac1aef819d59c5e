"""Compiled loops: the path of a street's litter under a schedule, its worth, and the worth of what comes after."""

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.units.fast import fast
from vuurtoren.engine.units.kernels import worth_of

Floats = NDArray[np.float64]
Bools = NDArray[np.bool_]
Ints = NDArray[np.int64]

AGES = 56
"""Days after a visit for which the worth is followed; later days are like the last."""
LEAST = 1e-6
HALVINGS = 50


@fast
def grown(
    m: float,
    v: float,
    c: float,
    rate: float,
    rate_var: float,
    residents: float,
    dispersion: float,
    restless: float,
) -> tuple[float, float, float]:
    """Mean, variance and covariance with the rate, a day later: the day's litter, then what residents take away."""
    v += 2.0 * max(c, 0.0) + rate_var + dispersion * rate + (restless * rate) ** 2
    c += rate_var
    m += rate
    left = 1.0 - residents
    return left * m, left * left * v + left * residents * m, left * c


@fast
def visited(m: float, v: float, c: float, removal: float) -> tuple[float, float, float]:
    """Mean, variance and covariance after a visit of the city."""
    left = 1.0 - removal
    return left * m, left * left * v + left * removal * m, left * c


@fast
def after_a_visit(
    street: Floats, table: Floats, dispersion: float, restless: float, levels: Floats, worths: Floats
) -> None:
    """Fill `levels` and `worths` (AGES + 1): at each number of days after a visit to a street in its rhythm."""
    rate, rate_var, residents = street[2], street[3], street[5]
    m, v, c = LEAST, LEAST, 0.0
    levels[0], worths[0] = m, table[0, 0]
    for age in range(1, AGES + 1):
        m, v, c = grown(m, v, c, rate, rate_var, residents, dispersion, restless)
        levels[age], worths[age] = m, worth_of(table, m, v)


@fast
def rhythms(levels: Floats, worths: Floats, removal: float, spans: Floats, gains: Floats) -> None:
    """Fill, for a visit whenever a street is of each age (AGES + 1): `spans`, the days from one visit to the next, and
    `gains`, the worth summed over them. What a visit leaves makes the street as old as one with that level."""
    total = np.empty(AGES + 1)
    total[0] = 0.0
    for age in range(1, AGES + 1):
        total[age] = total[age - 1] + worths[age]
    young = 0
    spans[0], gains[0] = 1.0, worths[1]
    for age in range(1, AGES + 1):
        left = (1.0 - removal) * levels[age]
        while young < age - 1 and levels[young + 1] <= left:
            young += 1
        step = levels[young + 1] - levels[young]
        part = min(max((left - levels[young]) / step, 0.0), 1.0) if step > 0.0 else 0.0
        if young == age - 1:
            part = min(part, 0.9)
        spans[age] = age - young - part
        gains[age] = total[age] - total[young] - part * worths[young + 1]


@fast
def best_rhythm(spans: Floats, gains: Floats, never: float, fee: float) -> tuple[float, int]:
    """The best mean worth a day net of `fee` a visit, and the age at which the city then comes; 0 is never."""
    best, age = never, 0
    for one in range(1, AGES + 1):
        mean = (gains[one] - fee) / spans[one]
        if mean > best:
            best, age = mean, one
    return best, age


@fast
def steady_price(streets: Floats, table: Floats, dispersion: float, restless: float, minutes: float) -> float:
    """The price of a minute (worth times 100 m²) at which all best rhythms together use `minutes` a day."""
    n = streets.shape[0]
    spans, gains, never = np.empty((n, AGES + 1)), np.empty((n, AGES + 1)), np.empty(n)
    levels, worths = np.empty(AGES + 1), np.empty(AGES + 1)
    high = 0.0
    for i in range(n):
        after_a_visit(streets[i], table, dispersion, restless, levels, worths)
        rhythms(levels, worths, streets[i, 8], spans[i], gains[i])
        never[i] = worths[AGES]
        high = max(high, AGES * (worths[1] - worths[AGES]) * streets[i, 6] / streets[i, 7])
    low = 0.0
    for _ in range(HALVINGS):
        price, used = 0.5 * (low + high), 0.0
        for i in range(n):
            fee = price * streets[i, 7] / max(streets[i, 6], LEAST)
            age = best_rhythm(spans[i], gains[i], never[i], fee)[1]
            used += streets[i, 7] / spans[i, age] if age > 0 else 0.0
        if used > minutes:
            low = price
        else:
            high = price
        if high - low < 1e-6 * high:
            break
    return high


@fast
def later(spans: Floats, gains: Floats, worths: Floats, fee: float, bias: Floats) -> None:
    """Fill `bias` (AGES + 1): what the time from each age on is worth above the best rhythm's mean, visits included."""
    mean, due = best_rhythm(spans, gains, worths[AGES], fee)
    last = due if due > 0 else AGES
    bias[last] = -fee if due > 0 else 0.0
    for age in range(last - 1, -1, -1):
        bias[age] = worths[age + 1] - mean + bias[age + 1]
    for age in range(last + 1, AGES + 1):
        back = age - spans[age]
        young = min(int(back), age - 2)
        part = min(back - young, 1.0)
        bias[age] = -fee + (1.0 - part) * bias[young] + part * bias[young + 1]


@fast
def at_level(levels: Floats, bias: Floats, level: float) -> float:
    """The bias at a level, between the two ages that have it about."""
    low, high = 0, AGES
    if level >= levels[AGES]:
        return float(bias[AGES])
    while high - low > 1:
        middle = (low + high) // 2
        if levels[middle] <= level:
            low = middle
        else:
            high = middle
    span = levels[high] - levels[low]
    part = min(max((level - levels[low]) / span, 0.0), 1.0) if span > 0.0 else 0.0
    return float(bias[low] + part * (bias[high] - bias[low]))


@fast
def values(
    streets: Floats, when: Bools, like: Ints, until: Ints, table: Floats, dispersion: float, restless: float,
    price: float, tail: int, out: Floats,
) -> float:  # fmt: skip
    """Fill `out` (n, S), above the value of the first schedule, and return what that one is worth to all streets.

    Columns of `streets` as in `Streets.columns`; `like` and `until` (S) as in `schedules.beginnings`: what two schedules
    share is followed once. With `tail` 0 what comes after the plan is the best rhythm at `price`; else it is so many
    steps without visits.
    """
    nobody_comes, (S, T) = 0.0, when.shape
    levels, worths, bias = np.empty(AGES + 1), np.empty(AGES + 1), np.empty(AGES + 1)
    spans, gains = np.empty(AGES + 1), np.empty(AGES + 1)
    means, spreads, withs, totals = np.empty((S, T)), np.empty((S, T)), np.empty((S, T)), np.empty((S, T))
    for i in range(streets.shape[0]):
        rate, rate_var, residents, weight = streets[i, 2], streets[i, 3], streets[i, 5], streets[i, 6]
        removal = streets[i, 8]
        if tail == 0:
            after_a_visit(streets[i], table, dispersion, restless, levels, worths)
            rhythms(levels, worths, removal, spans, gains)
            later(spans, gains, worths, price * streets[i, 7] / max(weight, LEAST), bias)
        for s in range(S):
            m, v, c, total = max(streets[i, 0], LEAST), max(streets[i, 1], LEAST), streets[i, 4], 0.0
            for t in range(until[s]):
                means[s, t], spreads[s, t] = means[like[s], t], spreads[like[s], t]
                withs[s, t], totals[s, t] = withs[like[s], t], totals[like[s], t]
            if until[s] > 0:
                t = until[s] - 1
                m, v, c, total = means[s, t], spreads[s, t], withs[s, t], totals[s, t]
            for t in range(until[s], T):
                if when[s, t]:
                    m, v, c = visited(m, v, c, removal)
                m, v, c = grown(m, v, c, rate, rate_var, residents, dispersion, restless)
                total += worth_of(table, m, v)
                means[s, t], spreads[s, t], withs[s, t], totals[s, t] = m, v, c, total
            if tail == 0:
                total += at_level(levels, bias, m)
            for _ in range(tail):
                m, v, c = grown(m, v, c, rate, rate_var, residents, dispersion, restless)
                total += worth_of(table, m, v)
            out[i, s] = weight * total
        nothing = out[i, 0]
        nobody_comes += nothing
        for s in range(S):
            out[i, s] -= nothing
    return nobody_comes


@fast
def path(
    street: Floats,
    visits: Bools,
    table: Floats,
    dispersion: float,
    restless: float,
    levels: Floats,
    scores: Floats,
) -> None:
    """Fill `levels` (T), the litter expected on each morning before a visit, and `scores` (T), expected each evening."""
    m, v, c = max(street[0], LEAST), max(street[1], LEAST), street[4]
    for t in range(visits.size):
        levels[t] = m
        if visits[t]:
            m, v, c = visited(m, v, c, street[8])
        m, v, c = grown(m, v, c, street[2], street[3], street[5], dispersion, restless)
        scores[t] = worth_of(table, m, v)


@fast
def paths(
    streets: Floats,
    visits: Bools,
    table: Floats,
    dispersion: float,
    restless: float,
    levels: Floats,
    scores: Floats,
) -> None:
    """`path` for n streets: `visits`, `levels`, `scores` are (n, T)."""
    for i in range(streets.shape[0]):
        path(streets[i], visits[i], table, dispersion, restless, levels[i], scores[i])
