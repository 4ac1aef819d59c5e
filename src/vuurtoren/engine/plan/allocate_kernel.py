"""The compiled loop of the one-budget allocation: a sample brackets the price, one pass takes what is above it, and of
the few visits near it the price is halved until they can be taken in order."""

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.units.fast import fast

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

HALVINGS = 60
NEAR = 512
"""So few streets with a visit between two prices are simply put in order."""
SAMPLE, ONE_IN = (200, 1000), 40
"""One street in so many tells about where the price lies; at least and at most so many streets do."""
ASIDE = 0.06
"""A price is tried so much of the interval beside where it is expected, so that both its ends come near."""
MARGIN, SPREADS = 0.01, (1.5, 4.0)
"""The bracket is so much of the sample's budget wide on either side, and so many times about its standard error: once
more and wider where the first does not hold the price."""
ROUGH = 1e-12
"""Gains may rise by so much from visit to visit: what adding up leaves behind."""


@fast
def bracket(gains: Floats, minutes: Floats, budget: float, spread: float) -> tuple[float, float]:
    """Two prices between which the price probably lies, from every so many streets one; 0 and inf where all is open."""
    apart = gains.shape[0] // min(max(gains.shape[0] // ONE_IN, SAMPLE[0]), SAMPLE[1])
    if apart < 2:
        return 0.0, np.inf
    some = np.arange(0, gains.shape[0], apart)
    which, visit = listed(gains, minutes, some, 0.0, np.inf)
    room = budget * minutes[some].sum() / minutes.sum()
    chance = spread * np.sqrt((minutes[some] ** 2).sum()) * gains.shape[1] ** 0.5
    least, most = room * (1.0 - MARGIN) - chance, room * (1.0 + MARGIN) + chance
    low, high, used = 0.0, np.inf, 0.0
    if which.size:
        high = gains[which[0], visit[0]] / minutes[which[0]]
    for place in range(which.size):
        s = which[place]
        used += minutes[s]
        if used < least:
            high = gains[s, visit[place]] / minutes[s]
        if used > most:
            low = gains[s, visit[place]] / minutes[s]
            break
    return low, high


@fast
def sift(
    gains: Floats, minutes: Floats, low: float, high: float, visits: Bools, streets: Ints
) -> tuple[int, float, float, float]:
    """Fill `visits` with those above `high` and `streets` with those that have one between the two prices. How many
    these are (-1: a row that rises, is below zero or no number), and minutes and gain of the visits above `high` and
    minutes of those between."""
    kept, used, gain, between_them, falls = 0, 0.0, 0.0, 0.0, True
    for i in range(gains.shape[0]):
        floor, ceiling = low * minutes[i], high * minutes[i]
        falls &= gains[i, 0] < np.inf
        above = inside = 0
        before = np.inf
        for v in range(gains.shape[1]):  # without a branch: which visits are taken is hard to foresee
            g = gains[i, v]
            falls &= 0.0 <= g <= before + ROUGH
            before = g
            taken = g > ceiling
            visits[i, v] = taken
            above += taken
            inside += g > floor
            gain += g * taken
        used += above * minutes[i]
        between_them += (inside - above) * minutes[i]
        streets[kept] = i
        kept += inside > above
    return kept if falls else -1, used, gain, between_them


@fast
def between(gains: Floats, minutes: Floats, streets: Ints, low: float, high: float) -> tuple[float, float]:
    """Minutes and gain of the visits to `streets` whose gain a minute lies above `low` and not above `high`."""
    used = gain = 0.0
    for s in streets:
        for v in range(gains.shape[1]):
            if gains[s, v] <= low * minutes[s]:
                break
            if gains[s, v] <= high * minutes[s]:
                used += minutes[s]
                gain += gains[s, v]
    return used, gain


@fast
def mark(gains: Floats, minutes: Floats, streets: Ints, low: float, high: float, visits: Bools) -> None:
    """Make the visits to `streets` whose gain a minute lies above `low` and not above `high`."""
    for s in streets:
        for v in range(gains.shape[1]):
            if gains[s, v] <= low * minutes[s]:
                break
            if gains[s, v] <= high * minutes[s]:
                visits[s, v] = True


@fast
def still_open(gains: Floats, minutes: Floats, streets: Ints, low: float, high: float) -> Ints:
    """Those of `streets` with a visit between the two prices."""
    kept = 0
    for s in streets:
        for v in range(gains.shape[1]):
            if low * minutes[s] < gains[s, v] <= high * minutes[s]:
                streets[kept] = s
                kept += 1
                break
    return streets[:kept]


@fast
def listed(gains: Floats, minutes: Floats, streets: Ints, low: float, high: float) -> tuple[Ints, Ints]:
    """Street and number of each visit between the two prices, most gain a minute first, ties in order of street."""
    most = streets.size * gains.shape[1]
    ratio, which, visit = np.empty(most), np.empty(most, np.int64), np.empty(most, np.int64)
    at = 0
    for s in streets:
        for v in range(gains.shape[1]):
            if low * minutes[s] < gains[s, v] <= high * minutes[s]:
                ratio[at], which[at], visit[at] = gains[s, v] / minutes[s], s, v
                at += 1
    order = np.argsort(-ratio[:at], kind="mergesort")
    return which[:at][order], visit[:at][order]


@fast
def take(
    gains: Floats, minutes: Floats, which: Ints, visit: Ints, room: float, visits: Bools
) -> tuple[float, float, float, float]:
    """Make the listed visits in order while they fit, marking `visits`; once one does not, smaller ones may fill up.

    Returns the gain, the gain if the first that did not fit were made in part, that visit's price, and the room left.
    """
    gain, bound, price, full = 0.0, 0.0, 0.0, False
    for place in range(which.size):
        s, v = which[place], visit[place]
        fits = minutes[s] <= room
        if not fits and not full:
            full, price = True, gains[s, v] / minutes[s]
            bound = gain + room * price
        if fits and (v == 0 or visits[s, v - 1]):
            visits[s, v] = True
            room -= minutes[s]
            gain += gains[s, v]
    return gain, bound if full else gain, price, room


@fast
def dearest(gains: Floats, minutes: Floats) -> float:
    """A price above that of every visit."""
    high = 0.0
    for i in range(gains.shape[0]):
        high = max(high, gains[i, 0] / minutes[i])
    return high * (1.0 + 1e-9) + 1e-300


@fast
def allocate(
    gains: Floats, minutes: Floats, budget: float, visits: Bools
) -> tuple[float, float, float, float]:
    """Fill `visits` (n, V); gain, bound, minutes used and price; the price is -1 for rows that cannot be. See
    `plan.allocate`."""
    streets = np.empty(gains.shape[0], np.int64)
    for spread in (*SPREADS, np.inf):
        low, high = bracket(gains, minutes, budget, spread) if spread < np.inf else (0.0, np.inf)
        kept, taken, gained, also = sift(gains, minutes, low, high, visits, streets)
        if kept < 0:
            return 0.0, 0.0, 0.0, -1.0
        if taken <= budget and (low == 0.0 or taken + also > budget):
            break
    streets = streets[:kept]
    if high == np.inf and kept:
        high = dearest(gains, minutes)
    aside = ASIDE
    for number in range(HALVINGS):
        if streets.size <= NEAR:
            break
        part = 1.0 - (budget - taken) / also if also > 0.0 else 0.5
        part = min(max(part + aside, 0.02), 0.98) if number % 3 < 2 else 0.5
        middle = low + part * (high - low)
        used, gain = between(gains, minutes, streets, middle, high)
        if taken + used > budget:
            low, also, aside = middle, used, ASIDE
        else:
            mark(gains, minutes, streets, middle, high, visits)
            high, also, aside = middle, also - used, -ASIDE
            taken += used
            gained += gain
        streets = still_open(gains, minutes, streets, low, high)
    which, visit = listed(gains, minutes, streets, low, high)
    gain, bound, price, room = take(gains, minutes, which, visit, budget - taken, visits)
    if price == 0.0 and low > 0.0:
        price = low
        bound = gain + room * low
    return gained + gain, gained + bound, budget - room, price
