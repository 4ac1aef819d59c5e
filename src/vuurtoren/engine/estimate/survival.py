"""How long until it happened, when for some it has not happened yet: the product-limit estimate.

Source: E. L. Kaplan and P. Meier, Nonparametric estimation from incomplete observations, JASA 53 (1958).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray


@dataclass(frozen=True)
class Survival:
    """`times` (steps, rising) at which something ended, and `still` in [0, 1]: the share not ended after that time."""

    times: NDArray[np.float64]
    still: NDArray[np.float64]
    open_cases: int

    def quantile(self, share: float) -> float | None:
        """The first time by which at least `share` (0 to 1) had ended; None when that was never seen."""
        reached = np.flatnonzero(self.still <= 1.0 - share + 1e-12)
        return float(self.times[reached[0]]) if reached.size else None


def survival(durations: ArrayLike, ended: ArrayLike) -> Survival:
    """The curve of `durations` (n, steps, 0 or more) of which `ended` (n, bool) tells which are over.

    Raises ValueError for lengths that differ or a duration below zero.

    >>> survival([1, 2, 2, 3], [True, True, False, True]).quantile(0.5)
    2.0
    """
    lasted, over = np.asarray(durations, dtype=np.float64), np.asarray(ended, dtype=bool)
    if (
        lasted.shape != over.shape
        or lasted.ndim != 1
        or np.any(lasted < 0)
        or not np.all(np.isfinite(lasted))
    ):
        raise ValueError("durations must be finite, not below zero, and as many as there are endings")
    times = np.unique(lasted[over])
    at_risk = (lasted[None, :] >= times[:, None]).sum(axis=1)
    ends = ((lasted[None, :] == times[:, None]) & over[None, :]).sum(axis=1)
    return Survival(times, np.cumprod(1.0 - ends / np.maximum(at_risk, 1)), int((~over).sum()))
