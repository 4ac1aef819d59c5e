"""Chance that depends on a seed and on what it is for, never on the order in which people are told."""

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.weave.kinds import Ints

U64 = NDArray[np.uint64]
STEP, FIRST_TIMES, SECOND_TIMES = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB
"""Of SplitMix64 (Steele, Lea and Flood, Fast splittable pseudorandom number generators, 2014)."""


def luck(seed: int, *of: Ints) -> U64:
    """(n) A number for each row of the arrays `of`, evenly over 64 bits; equal rows get equal numbers.

    >>> one = luck(1, np.array([5, 6, 5]))
    >>> bool(one[0] == one[2] and one[0] != one[1] and luck(2, np.array([5]))[0] != one[0])
    True
    """
    found = np.full(len(of[0]), seed & 0xFFFFFFFFFFFFFFFF, dtype=np.uint64)
    for each in of:
        found = _mixed(found ^ _mixed(each.astype(np.uint64)))
    return found


def _mixed(x: U64) -> U64:
    x = x + np.uint64(STEP)
    x = (x ^ (x >> np.uint64(30))) * np.uint64(FIRST_TIMES)
    x = (x ^ (x >> np.uint64(27))) * np.uint64(SECOND_TIMES)
    return x ^ (x >> np.uint64(31))
