"""When a letter is due, what is near, and what a letter is. Pure.

>>> week_of(date(2026, 11, 26))
datetime.date(2026, 11, 23)
"""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from vuurtoren.language import Refused

ERRAND_WITHIN = timedelta(days=62)
"""An errand is for a day to come, not further away."""
ERRAND_FREE_AFTER = timedelta(days=14)
"""So long after its day an errand that nobody did keeps no colleague away any more."""
METRES = 111_320
"""A degree of latitude."""
MOST_NEAR = 4
What = TypeVar("What")
Point = tuple[float, float]


@dataclass(frozen=True)
class Letter:
    """A letter of one week in the reader's language: sentences, and nothing in it that may not lie on a doormat."""

    week: date
    language: str
    called: str
    happened: tuple[str, ...]
    near: tuple[str, ...]
    waits: tuple[str, ...]


def week_of(day: date) -> date:
    """The Monday of the week of a letter."""
    return day - timedelta(days=day.weekday())


def nearest(home: Point | None, some: Iterable[tuple[Point, What]]) -> list[What]:
    """At most `MOST_NEAR` of them, the nearest to `home` (lon, lat) and then in the order they came; without a home, as
    they came.

    >>> nearest((4.40, 51.90), [((4.5, 51.9), "far"), ((4.41, 51.9), "near")])
    ['near', 'far']
    """
    found = list(some)
    if home is not None:
        found.sort(key=lambda one: round(_metres(home, one[0]), -2))
    return [what for _, what in found[:MOST_NEAR]]


def in_order(chosen: Sequence[What], every: Sequence[What]) -> list[What]:
    """What was chosen, in the order of all."""
    return [one for one in every if one in chosen]


def _metres(one: Point, other: Point) -> float:
    east = (one[0] - other[0]) * math.cos(math.radians(one[1]))
    return math.hypot(east, one[1] - other[1]) * METRES


def check_errand(on: date, today: date) -> None:
    """Somebody goes to drink coffee in a street on a day to come."""
    if not today <= on <= today + ERRAND_WITHIN:
        raise Refused("reflection.errand_when", days=ERRAND_WITHIN.days)


ANSWERS = ("change", "reason", "not_so")
"""What one can say to a slide: it is so and I change it; it is so and there was a reason; it is not so."""
ONCE_MORE_AFTER = timedelta(days=7)
"""A slide without an answer comes once more, in one's own letter."""
FIRST_FOR = timedelta(days=14)
"""So long it is told to whose it is alone; then, or at their answer, to the group whose room it is about."""
STAYS_IN_SIGHT = timedelta(days=60)
"""What was not found again for so long is over."""


def check_answer(answer: str) -> str:
    """One of the three."""
    if answer not in ANSWERS:
        raise Refused("reflection.slide_answer_unknown")
    return answer


def comes_once_more(found_on: date, answered_on: date | None, today: date) -> bool:
    """Is a slide that nobody answered for a week told once more in this week's letter to whose it is? In one letter only.

    >>> [comes_once_more(date(2026, 11, 2), None, date(2026, 11, day)) for day in (8, 9, 15, 16)]
    [False, True, True, False]
    """
    waited = today - found_on
    return answered_on is None and ONCE_MORE_AFTER <= waited < 2 * ONCE_MORE_AFTER


def is_for_the_group(found_on: date, answered_on: date | None, told_first: bool, today: date) -> bool:
    """May the group whose room it is see it? Without anybody to tell it to first, at once.

    >>> found = date(2026, 11, 1)
    >>> [is_for_the_group(found, None, True, day) for day in (date(2026, 11, 14), date(2026, 11, 15))]
    [False, True]
    """
    return not told_first or answered_on is not None or today - found_on >= FIRST_FOR
