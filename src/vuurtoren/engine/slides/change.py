"""Is a share higher than it was, and did it stay so? A series of months, with few acts a month, told in three ways.

Either nothing changed; or something passed (a storm, a holiday, somebody ill) and it was as before again; or the share
rose, at once or slowly, and stayed. How well each way tells the months is summed over all shares and months it could have
been, so that no best one is picked afterwards (A. F. M. Smith, Biometrika 62 (1975) 407–416). What one month brings hangs
together: its share is drawn anew around the share of the way (J. G. Skellam, J. R. Stat. Soc. B 10 (1948) 257–261), and
now and then a month has nothing to do with the rest. How much better the third way tells it than the first two together
is what counts (R. E. Kass and A. E. Raftery, J. Am. Stat. Assoc. 90 (1995) 773–795).
"""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.special import bdtrc, betaln, logsumexp

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
BEFORE, AFTER = 4, 3
"""A rise has at least so many months with acts on either side."""
SHARES: Floats = np.array(
    [0.02, 0.06, 0.12, 0.2, 0.28, 0.36, 0.44, 0.52, 0.6, 0.68, 0.76, 0.84, 0.92, 0.97], dtype=np.float64
)
TOGETHER = 8.0
"""How much the acts of one month hang together: as if the month's share were drawn where so many acts were seen before."""
ODD = 0.05
"""So many months have nothing to do with the rest."""
BELIEVED = 5.0
"""What is usual weighs as much as so many acts."""
PASSES_IN, PASSES_BY = 4, 0.15
"""What passes lasts at most so many months, and is at least so much higher."""
TAKES_MONTHS = (0, 4)
"""A share rises at once, or over so many months."""
SLACK = 0.08
"""Shares stand this far apart; what rises less than that below what matters needs no weighing."""


@dataclass(frozen=True)
class Least:
    """A share matters when it rose by so much, to so much."""

    rise: float
    level: float


@dataclass(frozen=True)
class Rise:
    """From month number `at` on the share is higher, most likely. `clear`: the natural logarithm of how much better a rise
    tells all months than no rise."""

    at: int
    clear: float


def rise_in(hits: Ints, tries: Ints, usual: float, least: Least) -> Rise | None:
    """A rise that stayed, in a series of months, oldest first, and how clear it is; None where there can be none.

    `usual` is the share to be expected before anything is known.

    >>> hits, tries = np.array([0, 1, 0, 0, 1, 4, 3, 5, 4]), np.array([5] * 9)
    >>> found = rise_in(hits, tries, 0.2, Least(0.25, 0.3))
    >>> found.at, round(found.clear, 1)
    (5, 3.2)
    """
    starts = _starts(hits, tries, least)
    if not len(starts):
        return None
    months, believed = _by_share(hits, tries), _believed(usual)
    rises = _risen(months, starts, believed, least)
    none = np.logaddexp(logsumexp(believed + months.sum(axis=0)), _passed(months, believed)) - np.log(2)
    by_start = logsumexp(rises, axis=(0, 2))
    clear = logsumexp(by_start) - np.log(len(starts) * len(TAKES_MONTHS)) - none
    return Rise(int(starts[by_start.argmax()]), float(clear))


def chance_of_level(hits: int, tries: int, share: float) -> float:
    """The chance of so many hits or more when each try is one with chance `share`.

    >>> round(chance_of_level(5, 5, 0.5), 5)
    0.03125
    """
    return float(bdtrc(hits - 1, tries, share)) if hits else 1.0


def _starts(hits: Ints, tries: Ints, least: Least) -> Ints:
    """In which months a rise could begin; none where it nowhere comes near what matters."""
    k, n, months = np.cumsum(hits)[:-1], np.cumsum(tries)[:-1], np.cumsum(tries > 0)[:-1]
    starts: Ints = np.flatnonzero((months >= BEFORE) & (np.count_nonzero(tries) - months >= AFTER))
    was = k[starts] / n[starts]
    now = (hits.sum() - k[starts]) / (tries.sum() - n[starts])
    near = (now - was >= least.rise - SLACK) & (now >= least.level - SLACK)
    return starts + 1 if near.any() else starts[:0]


def _by_share(hits: Ints, tries: Ints) -> Floats:
    """By month and share: the log likelihood of the month, but for what is the same for every share."""
    k, n = hits[:, None], tries[:, None]
    a, b = TOGETHER * SHARES, TOGETHER * (1 - SHARES)
    plain = betaln(k + a, n - k + b) - betaln(a, b)
    any_share = logsumexp(plain, axis=1, keepdims=True) - np.log(len(SHARES))
    told: Floats = np.logaddexp(np.log(1 - ODD) + plain, np.log(ODD) + any_share)
    return told


def _believed(usual: float) -> Floats:
    """The log chance of each share before anything is seen."""
    drawn = (BELIEVED * usual - 1) * np.log(SHARES) + (BELIEVED * (1 - usual) - 1) * np.log1p(-SHARES)
    believed: Floats = drawn - logsumexp(drawn)
    return believed


def _risen(months: Floats, starts: Ints, believed: Floats, least: Least) -> Floats:
    """By how slowly it rose, start, and pair of shares (before, after): the log likelihood of all months, weighed."""
    before, after = _pairs(least.rise, least.level)
    summed = np.concatenate([np.zeros((1, len(SHARES))), np.cumsum(months, axis=0)])
    weight = _weight(believed, before)
    told = []
    for slow in TAKES_MONTHS:
        risen = np.minimum(starts + slow, len(months))
        one = summed[starts][:, before] + (summed[-1] - summed[risen])[:, after] + weight
        for step, share in enumerate(_between(least.rise, least.level, slow)):
            there = starts + step < len(months)
            one[there] += months[starts[there] + step][:, share]
        told.append(one)
    return np.stack(told)


def _passed(months: Floats, believed: Floats) -> float:
    """The log likelihood when some months in a row were higher, and it was as before again or may be so tomorrow."""
    before, higher = _pairs(PASSES_BY, 0.0)
    summed = np.concatenate([np.zeros((1, len(SHARES))), np.cumsum(months, axis=0)])
    always = summed[-1][before] + _weight(believed, before)
    told = []
    for long in range(1, PASSES_IN + 1):
        meanwhile = summed[long:] - summed[:-long]
        told.append((always - meanwhile[:, before] + meanwhile[:, higher]).ravel())
    return float(logsumexp(np.concatenate(told)) - np.log(PASSES_IN * len(months)))


def _weight(believed: Floats, before: Ints) -> Floats:
    """What each pair weighs: its share before as much as believed, and any share after it alike."""
    weight: Floats = believed[before] - np.log(np.bincount(before, minlength=len(SHARES))[before])
    return weight


@lru_cache
def _pairs(rise: float, level: float) -> tuple[Ints, Ints]:
    """Numbers of shares before and after that are so far apart."""
    enough = np.maximum(SHARES + rise, level)[:, None] <= SHARES + 1e-9
    before, after = np.nonzero(enough)
    return before, after


@lru_cache
def _between(rise: float, level: float, slow: int) -> list[Ints]:
    """For each month of a rise: by pair, the number of the share that is nearest to a straight line up."""
    before, after = (SHARES[some] for some in _pairs(rise, level))
    lines = (before + (after - before) * (step + 1) / (slow + 1) for step in range(slow))
    return [np.abs(line[:, None] - SHARES).argmin(axis=1) for line in lines]
