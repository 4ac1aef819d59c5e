"""Compiled loops about gamma distributions, used by the estimate, the plan and the simulation.

Importing this module loads Numba (about half a second), so it is imported by the functions that need it, when they do.
"""

from math import erfc, exp, lgamma, log, sqrt

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.units.fast import fast
from vuurtoren.engine.units.worth import LN_MEAN, LN_SHAPE

Floats = NDArray[np.float64]

MEAN_FROM, MEAN_TO, MEANS = LN_MEAN
SHAPE_FROM, SHAPE_TO, SHAPES = LN_SHAPE
MEAN_STEP = (MEAN_TO - MEAN_FROM) / (MEANS - 1)
SHAPE_STEP = (SHAPE_TO - SHAPE_FROM) / (SHAPES - 1)
LARGE_SHAPE = 150.0
PRECISION = 1e-10
TINY = 1e-300
NOTHING = 1e-12
"""A chance below this is none."""
MOST_TERMS = 400


@fast
def gamma_below(shape: float, x: float) -> float:
    """P(shape, x): the chance that a gamma variable of this shape and rate 1 is at most x.

    Sources: series DLMF 8.11.4 below the mean, continued fraction DLMF 8.9.2 above it (Lentz's method); for a large
    shape the cube root is nearly normal, Wilson and Hilferty, PNAS 17 (1931).
    """
    if x <= 0.0:
        return 0.0
    if x == np.inf:
        return 1.0
    if shape > LARGE_SHAPE:
        ninth = 1.0 / (9.0 * shape)
        return 0.5 * erfc(-((x / shape) ** (1.0 / 3.0) - 1.0 + ninth) / sqrt(2.0 * ninth))
    return gamma_below_by(shape, x, exp(shape * log(x) - x - lgamma(shape)))


@fast
def gamma_below_by(shape: float, x: float, front: float) -> float:
    """P(shape, x) when x^shape e^-x / Γ(shape) is known already: `front`. The shape is not large."""
    if x < shape + 1.0:
        if front * (shape + 1.0) < NOTHING * shape * (shape + 1.0 - x):  # the whole series is less than that
            return 0.0
        term = total = 1.0 / shape
        for n in range(1, MOST_TERMS):
            term *= x / (shape + n)
            total += term
            if term < PRECISION * total:
                break
        return min(1.0, front * total)
    if front < NOTHING * (x + 1.0 - shape):
        return 1.0
    b = x + 1.0 - shape
    c, d = 1.0 / TINY, 1.0 / b
    fraction = d
    for n in range(1, MOST_TERMS):
        a = -n * (n - shape)
        b += 2.0
        d = a * d + b
        c = b + a / c
        if abs(d) < TINY:
            d = TINY
        if abs(c) < TINY:
            c = TINY
        d = 1.0 / d
        change = c * d
        fraction *= change
        if abs(change - 1.0) < PRECISION:
            break
    return max(0.0, 1.0 - front * fraction)


@fast
def worth_of(table: Floats, mean: float, variance: float) -> float:
    """The worth expected of a gamma level, read from a `WorthTable`'s values between its four nearest points."""
    at_mean = (log(max(mean, 1e-9)) - MEAN_FROM) / MEAN_STEP
    at_shape = (log(max(mean, 1e-9) ** 2 / max(variance, 1e-12)) - SHAPE_FROM) / SHAPE_STEP
    at_mean = min(max(at_mean, 0.0), MEANS - 1.000001)
    at_shape = min(max(at_shape, 0.0), SHAPES - 1.000001)
    i, j = int(at_mean), int(at_shape)
    u, v = at_mean - i, at_shape - j
    low: float = (1.0 - v) * table[i, j] + v * table[i, j + 1]
    high: float = (1.0 - v) * table[i + 1, j] + v * table[i + 1, j + 1]
    return (1.0 - u) * low + u * high
