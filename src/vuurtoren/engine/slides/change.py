"""Is a share higher than it was, and did it stay so? A step somewhere in a series of months, with few acts a month.

The likelihood ratio of the best step (K. J. Worsley, Biometrika 70 (1983) 455–464) is compared with that of the same months
in random order: months, not acts, change places, because what one month brings hangs together. The draws stop early where
it is clear that nothing is there (J. Besag and P. Clifford, Biometrika 78 (1991) 301–304). Which of many series stand out
is decided by Y. Benjamini and Y. Hochberg (J. R. Stat. Soc. B 57 (1995) 289–300), weighted by kind as in C. R. Genovese and
others (Biometrika 93 (2006) 509–524): a small share of the signals is chance.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtrc, xlogy

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
BEFORE, AFTER = 4, 3
"""A step has at least so many months with acts on either side."""
DRAWS, ENOUGH, AT_ONCE = 1999, 10, 200
"""So many orders at most; it stops after so many at least as marked as the real one."""


@dataclass(frozen=True)
class Step:
    """From month number `at` on the share is higher. `ratio` is the log likelihood ratio."""

    at: int
    ratio: float


def best_step(hits: Ints, tries: Ints) -> Step | None:
    """The most marked rise in a series of months, oldest first; None when there is none.

    >>> best_step(np.array([0, 1, 0, 0, 3, 4, 3]), np.array([5, 5, 5, 5, 5, 5, 5])).at
    4
    """
    if len(hits) < BEFORE + AFTER:
        return None
    ratio = _ratios(hits[None, :], tries[None, :])[0]
    at = int(ratio.argmax())
    return Step(at + BEFORE, float(ratio[at])) if ratio[at] > 0 else None


def chance_of_step(hits: Ints, tries: Ints, ratio: float, rng: np.random.Generator) -> float:
    """How often the same months in random order show a rise as marked as `ratio`."""
    more, drawn = 0, 0
    while drawn < DRAWS and more < ENOUGH:
        order = rng.permuted(np.tile(np.arange(len(hits)), (AT_ONCE, 1)), axis=1)
        more += int((_ratios(hits[order], tries[order]).max(axis=1) >= ratio - 1e-9).sum())
        drawn += AT_ONCE
    return (more + 1) / (drawn + 1)


def chance_of_level(hits: int, tries: int, share: float) -> float:
    """The chance of so many hits or more when each try is one with chance `share`.

    >>> round(chance_of_level(5, 5, 0.5), 5)
    0.03125
    """
    return float(bdtrc(hits - 1, tries, share)) if hits else 1.0


def standing_out(chances: list[float], among: int, false_share: float) -> list[bool]:
    """Which of the chances stand out among `among` series (those not named have chance 1), so that on average at most
    `false_share` of them are chance.

    >>> standing_out([0.001, 0.2, 0.004], 10, 0.05)
    [True, False, True]
    """
    order = np.argsort(chances)
    passed = [rank for rank, at in enumerate(order, 1) if chances[at] <= false_share * rank / max(among, 1)]
    chosen = set(order[: max(passed, default=0)].tolist())
    return [at in chosen for at in range(len(chances))]


def _ratios(hits: Ints, tries: Ints) -> Floats:
    """Rows are series; columns are steps at `BEFORE`, `BEFORE` + 1, …; 0 where the share does not rise."""
    k, n = np.cumsum(hits, axis=1), np.cumsum(tries, axis=1)
    steps = slice(BEFORE - 1, hits.shape[1] - AFTER)
    k0, n0, k_all, n_all = k[:, steps], n[:, steps], k[:, -1:], n[:, -1:]
    k1, n1 = k_all - k0, n_all - n0
    found = _fit(k0, n0) + _fit(k1, n1) - _fit(k_all, n_all)
    rises = k1 * n0 > k0 * n1
    kept: Floats = np.where(rises, found, 0.0)
    return kept


def _fit(k: Ints, n: Ints) -> Floats:
    """The log likelihood of `k` of `n` at its best share."""
    share = k / np.maximum(n, 1)
    fitted: Floats = xlogy(k, share) + xlogy(n - k, 1.0 - share)
    return fitted
