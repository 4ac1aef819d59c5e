"""What an uncertain level is worth: the score expected when the level is known as a gamma distribution only.

A worth gives each grade a number (5 = A+ … 1 = D is the plain score). The worth expected of a level is a smooth
function of its mean and variance; computing it asks for four incomplete gamma functions, so that planning many streets
reads it from a table made once for a scale.
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from vuurtoren.engine.units.litter import SCORES, LitterScale

Floats = NDArray[np.float64]

LN_MEAN = (-5.0, 8.0, 261)
"""Logarithm of the mean: from, to, how many points. 0.007 to 3,000 pieces per 100 m², in steps of 5 %."""
LN_SHAPE = (-4.5, 6.5, 67)
"""Logarithm of the shape, mean² / variance."""


@dataclass(frozen=True)
class WorthTable:
    """`values[i, j]`: worth at the i-th mean and the j-th shape of the two grids above."""

    values: Floats


def expected_worth(
    mean: ArrayLike, variance: ArrayLike, scale: LitterScale, worth: tuple[float, ...] = SCORES
) -> Floats:
    """The worth expected of gamma levels with this `mean` (pieces per 100 m², above 0) and `variance` (above 0).

    Arrays of one shape in, the same shape out. `worth` has a number for each grade, best first.

    >>> float(expected_worth(7.0, 1e-4, LitterScale()))
    3.0
    >>> 2 < float(expected_worth(10.5, 30.0, LitterScale())) < 4
    True
    """
    from scipy.special import gammaincc  # here: it loads slowly, and most who ask for a grade never need it

    mean, variance = np.asarray(mean, dtype=np.float64), np.asarray(variance, dtype=np.float64)
    shape, per_piece = mean**2 / variance, mean / variance
    total = np.full(mean.shape, float(worth[0]))
    for edge, better, worse in zip(scale.edges, worth, worth[1:], strict=False):
        total -= (better - worse) * gammaincc(shape, edge * per_piece)
    return total


@lru_cache(maxsize=16)
def worth_table(scale: LitterScale, worth: tuple[float, ...] = SCORES) -> WorthTable:
    """The table for a scale; read by `vuurtoren.engine.units.kernels.worth_of` to 0.001 of a grade, 0.03 at worst.

    >>> worth_table(LitterScale()).values.shape
    (261, 67)
    """
    mean = np.exp(np.linspace(*LN_MEAN))[:, None]
    shape = np.exp(np.linspace(*LN_SHAPE))[None, :]
    values = expected_worth(np.broadcast_to(mean, (mean.size, shape.size)), mean**2 / shape, scale, worth)
    values.setflags(write=False)
    return WorthTable(values)
