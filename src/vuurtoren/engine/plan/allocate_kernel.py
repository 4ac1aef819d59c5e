"""The compiled loop of the one-budget allocation: halve the price until few visits lie near it, then take in order."""

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.units.fast import fast

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

HALVINGS = 60
NEAR = 4096
"""So few visits between two prices are simply put in order."""


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
def allocate(
    gains: Floats, minutes: Floats, budget: float, visits: Bools
) -> tuple[float, float, float, float]:
    """Fill `visits` (n, V); gain, bound, minutes used and price. See `plan.allocate`."""
    low = high = 0.0
    for i in range(gains.shape[0]):
        high = max(high, gains[i, 0] / minutes[i])
    high = high * (1.0 + 1e-9)
    streets = np.arange(gains.shape[0])
    taken = gained = 0.0  # of the visits above `high`: all of them fit
    for _ in range(HALVINGS):
        if streets.size * gains.shape[1] <= NEAR:
            break
        middle = 0.5 * (low + high)
        used, gain = between(gains, minutes, streets, middle, high)
        if taken + used > budget:
            low = middle
        else:
            high = middle
            taken += used
            gained += gain
        streets = still_open(gains, minutes, streets, low, high)
    for i in range(gains.shape[0]):
        for v in range(gains.shape[1]):
            visits[i, v] = gains[i, v] > high * minutes[i]
    which, visit = listed(gains, minutes, streets, low, high)
    gain, bound, price, room = take(gains, minutes, which, visit, budget - taken, visits)
    if price == 0.0 and low > 0.0:
        price = low
        bound = gain + room * low
    return gained + gain, gained + bound, budget - room, price
