"""Compiled loops of the prices and of the choice of schedules at these prices."""

from math import exp, log

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.units.fast import fast

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

NEGLIGIBLE = 30.0
"""A schedule so many temperatures below the best has no weight."""


@fast
def costs(when: Bools, prices: Floats) -> Floats:
    """(S) What each schedule costs at `prices` (T), for a visit of one minute."""
    total = np.zeros(when.shape[0])
    for s in range(when.shape[0]):
        for t in range(when.shape[1]):
            if when[s, t]:
                total[s] += prices[t]
    return total


@fast
def steps_of(when: Bools) -> tuple[Ints, Ints]:
    """The steps of each schedule in a row (S, T), and how many there are (S)."""
    steps, many = np.zeros(when.shape, np.int64), np.zeros(when.shape[0], np.int64)
    for s in range(when.shape[0]):
        for t in range(when.shape[1]):
            if when[s, t]:
                steps[s, many[s]] = t
                many[s] += 1
    return steps, many


@fast
def add_use(
    steps: Ints, many: Ints, weight: Floats, minutes: float, temperature: float, mixed: bool, mean: Floats,
    used: Floats, curve: Floats,
) -> None:  # fmt: skip
    """Add what a street with these weights (S) of its schedules uses to `used`, and how that bends to the curve."""
    mean[:] = 0.0
    bend = minutes * minutes / temperature
    for s in range(many.size):
        if weight[s] > 0.0:
            for j in range(many[s]):
                t = steps[s, j]
                mean[t] += weight[s]
                if mixed:
                    for k in range(many[s]):
                        curve[t, steps[s, k]] += bend * weight[s]
    for t in range(mean.size):
        if mean[t] > 0.0:
            used[t] += minutes * mean[t]
            if mixed:
                for u in range(mean.size):
                    curve[t, u] -= bend * mean[t] * mean[u]


@fast
def bound(
    value: Floats, when: Bools, minutes: Floats, prices: Floats, temperature: float, used: Floats, curve: Floats
) -> tuple[float, float]:  # fmt: skip
    """What all streets get at these prices, bent and exact; adds the minutes they use (T) and how these bend (T, T)."""
    S, T = when.shape
    cost, net, weight = costs(when, prices), np.empty(S), np.empty(S)
    mean = np.empty(T)
    steps, many = steps_of(when)
    smooth = exact = 0.0
    for i in range(minutes.size):
        best = -np.inf
        for s in range(S):
            net[s] = value[i, s] - minutes[i] * cost[s]
            best = max(best, net[s])
        total, rivals = 0.0, 0
        for s in range(S):
            weight[s] = 0.0
            if net[s] >= best - NEGLIGIBLE * temperature:
                weight[s] = exp((net[s] - best) / temperature)
                total += weight[s]
                rivals += 1
        exact += best
        smooth += best + temperature * log(total)
        for s in range(S):
            weight[s] /= total
        add_use(steps, many, weight, minutes[i], temperature, rivals > 1, mean, used, curve)
    return smooth, exact


@fast
def margins(value: Floats, when: Bools, minutes: Floats, prices: Floats) -> Floats:
    """(n) By how much each street's best schedule beats the next best at these prices."""
    cost, out = costs(when, prices), np.empty(minutes.size)
    for i in range(minutes.size):
        best = second = -np.inf
        for s in range(when.shape[0]):
            net = value[i, s] - minutes[i] * cost[s]
            if net > best:
                best, second = net, best
            elif net > second:
                second = net
        out[i] = best - second
    return out
