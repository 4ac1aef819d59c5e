"""How much of the neighbourhood is in residents' room, and what the institution does less: growth, or dumping. Pure.

A share is always of everything there ever was in sight: what nobody does any more still counts below the line. So an
institution that withdraws where nobody takes up cannot make a share rise.

>>> shares([Part(2, 8), Part(2, 4)])
(0.2, 0.2)
>>> shares([Part(2, 8), Part(4, 6)])
(0.2, 0.4)

Only what the institution does less where somebody carries can be growth. What it does less where nobody does is left, and
the more of that, the worse the word.

>>> left({1: [30, 30, 0, 10], 2: [30, 30, 0, 0]}, carried={2})
50.0
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

FIRST_AND_LAST = 2
"""Months at the beginning are compared with as many at the end."""
LEAST = 2 * FIRST_AND_LAST
"""Months; before that it is too early to say."""
FALLS = 0.9
"""The institution does less when it gives less than this share of the minutes it gave; residents took over what matters
when what it does less at their places is as much, and it left what matters when it is as much elsewhere."""
RISES = 0.01
"""Of a share."""
HELD_SCORE, HELD_BELOW = 0.1, 0.03
"""Quality was held when the mean grade (5 = A+ … 1 = D) fell by no more than this, and the share of streets that are too
dirty rose by no more."""


@dataclass(frozen=True)
class Part:
    """What residents hold, and what others do, in a month; in whatever is counted. Neither is below zero."""

    residents: float
    others: float


@dataclass(frozen=True)
class Month:
    """One month. `tasks`, `square_metres`, `decisions`: who holds them. `euros`: a month's share of the year; None where
    the institution did not say what it spends. `initiatives`: what residents keep going at its end. `score`: the mean
    grade, `below`: the share of streets that are too dirty; None where nobody looked. `minutes`: of the institution's work.
    `stopping`: places at which it said that it stops a task or does less of it, and which nobody took up, at its end."""

    first: date
    tasks: Part
    square_metres: Part
    decisions: Part
    euros: Part | None
    initiatives: int
    score: float | None
    below: float | None
    minutes: float
    stopping: int = 0


class Verdict(StrEnum):
    """What the months say together, the worst first."""

    DUMPING = "dumping"
    STOPPING = "stopping"
    TOO_EARLY = "too_early"
    UNSEEN = "unseen"
    HOLDING = "holding"
    GROWTH = "growth"


def shares(parts: Sequence[Part]) -> tuple[float, ...]:
    """Residents' share by month, of the most there was in sight up to then; 0 where there was nothing yet."""
    found, most = [], 0.0
    for part in parts:
        most = max(most, part.residents + part.others)
        found.append(part.residents / most if most else 0.0)
    return tuple(found)


def verdict(months: Sequence[Month], left: float = 0.0) -> Verdict:
    """An institution that does less where residents took up, while quality was held, is growth; one that does less in
    another way is dumping.

    `left`: of the minutes that it does less in the last two months than in the first two, those at places that nobody
    carries; below zero where it does more there. It is growth only when somebody looked. While the institution does as
    much as it did, it holds; unless it said that it stops somewhere and nobody took that up: then that is the word. Both
    together are dumping.

    Where the first two months stay as they were, doing less where nobody carries never gives a better word: `left` rises,
    and so does what it does less in all, by as much; what residents took over of it is the same.
    """
    stops = bool(months) and months[-1].stopping > 0
    if len(months) < LEAST:
        return Verdict.STOPPING if stops else Verdict.TOO_EARLY
    first, last = months[:FIRST_AND_LAST], months[-FIRST_AND_LAST:]
    much = (1 - FALLS) * sum(one.minutes for one in first)
    less = sum(one.minutes for one in first) - sum(one.minutes for one in last)
    held = _quality_held(first, last)
    grows = less - left > much and _taken_up(months) and held is not False
    if less > much and (stops or left > much or not grows):
        return Verdict.DUMPING
    if stops:
        return Verdict.STOPPING
    if grows and left <= much:
        return Verdict.GROWTH if held else Verdict.UNSEEN
    return Verdict.HOLDING


def why(months: Sequence[Month], left: float = 0.0) -> str:
    """Which sentence tells why it is this word. Of dumping the first that is true: `dumping-stops` (it said that it stops,
    and nobody took that up), `dumping-left` (it does less where nobody carries), `dumping-worse` (it got dirtier), or
    `dumping-alone` (residents took up no more than before). Any other word explains itself."""
    word = verdict(months, left)
    if word is not Verdict.DUMPING:
        return word.value
    first, last = months[:FIRST_AND_LAST], months[-FIRST_AND_LAST:]
    if months[-1].stopping:
        return "dumping-stops"
    if left > (1 - FALLS) * sum(one.minutes for one in first):
        return "dumping-left"
    return "dumping-worse" if _quality_held(first, last) is False else "dumping-alone"


def left(by_place: Mapping[int, Sequence[float]], carried: Collection[int]) -> float:
    """How much less it is in the last two months than in the first two at places that nobody carries, all together; below
    zero where it is more. `by_place`: the institution's minutes, a number a month."""
    return float(
        sum(
            sum(some[:FIRST_AND_LAST]) - sum(some[-FIRST_AND_LAST:])
            for place, some in by_place.items()
            if place not in carried
        )
    )


def _taken_up(months: Sequence[Month]) -> bool:
    """Do residents hold more than they did, of streets or square metres, and keep more going?"""
    rose = any(
        _mean(found[-FIRST_AND_LAST:]) - _mean(found[:FIRST_AND_LAST]) >= RISES
        for found in (
            shares([one.tasks for one in months]),
            shares([one.square_metres for one in months]),
        )
    )
    first, last = months[:FIRST_AND_LAST], months[-FIRST_AND_LAST:]
    more = sum(one.initiatives for one in last) > sum(one.initiatives for one in first)
    return rose or more


def _quality_held(first: Sequence[Month], last: Sequence[Month]) -> bool | None:
    """None where nobody looked in some of these months."""
    scores = [[one.score for one in some if one.score is not None] for some in (first, last)]
    below = [[one.below for one in some if one.below is not None] for some in (first, last)]
    if any(len(some) < FIRST_AND_LAST for some in (*scores, *below)):
        return None
    fell = _mean(scores[0]) - _mean(scores[1])
    rose = _mean(below[1]) - _mean(below[0])
    return fell <= HELD_SCORE and rose <= HELD_BELOW


def _mean(some: Sequence[float]) -> float:
    return sum(some) / len(some)
