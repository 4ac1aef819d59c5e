"""One budget of minutes over many possible visits: selection by marginal benefit, with its linear-programming bound.

The linear programme max Σ g x, Σ m x ≤ B, 0 ≤ x ≤ 1 is solved by taking visits in order of benefit a minute until the
budget is full, the last one in part (G. B. Dantzig, Operations Research 5 (1957)). Where the gains of a street fall
from visit to visit, that order never takes a street's second visit before its first. No full sort is needed: the price
at which the budget is full is bracketed by a sample of the streets and found by halving between these two (Balas and
Zemel, Operations Research 28 (1980); the sample as in Floyd and Rivest, Communications of the ACM 18 (1975)).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Allocation:
    """`visits` (n, V) which visits are made; `gain` their sum; `bound` what no selection can exceed, not even in parts;
    `minutes` used; `price` the gain of a minute more."""

    visits: NDArray[np.bool_]
    gain: float
    bound: float
    minutes: float
    price: float

    @property
    def gap(self) -> float:
        """How far the gain may lie below the best, as a share of the bound: 0 to 1."""
        return (self.bound - self.gain) / self.bound if self.bound > 0 else 0.0


def allocate(gains: Floats, minutes: Floats, budget: float) -> Allocation:
    """The visits of most gain within `budget` minutes.

    `gains` (n, V), each row falling and not below 0; `minutes` (n), above 0, of one visit to the street. Raises
    ValueError where that does not hold.

    >>> chosen = allocate(np.array([[5.0, 1.0], [4.0, 3.0]]), np.array([1.0, 1.0]), 3.0)
    >>> chosen.visits.tolist(), chosen.gain, chosen.bound
    ([[True, False], [True, True]], 12.0, 12.0)
    """
    from vuurtoren.engine.plan import allocate_kernel  # here: it loads Numba

    if gains.ndim != 2 or minutes.shape != gains.shape[:1] or not np.all(minutes > 0) or not budget >= 0:
        raise ValueError(
            "gains are streets by visits, minutes one above zero a street, the budget not below zero"
        )
    visits = np.empty(gains.shape, dtype=np.bool_)
    gain, bound, used, price = allocate_kernel.allocate(gains, minutes, float(budget), visits)
    if price < 0.0:
        raise ValueError("gains must not be below zero and must fall from visit to visit")
    return Allocation(visits, gain, bound, used, price)
