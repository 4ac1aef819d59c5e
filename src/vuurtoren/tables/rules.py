"""What must be true of a table: where and when, and nothing else. Pure.

>>> next(times(When(date(2026, 11, 18), time(10), "week"), date(2026, 11, 20)))
datetime.datetime(2026, 11, 25, 10, 0)
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from vuurtoren.language import Refused

EVERY = ("once", "week", "fortnight", "month")
KINDS = ("coffee", "learning")
"""Coffee has no agenda; a learning table goes in rounds around a question."""
ROUND_SEEN_BY = ("table", "neighbourhood")
"""Who may read what a learning table learns: whoever sat there, or everybody. The narrowest comes first."""
ROUND_WORDS = ("question", "tries", "happened", "different")
LONGEST_OF_A_ROUND = 300
LOOK_AGAIN_WITHIN = timedelta(days=366)
SEEN_BY = ("host", "table", "neighbourhood")
"""Who may see what mattered to somebody: only the host, whoever sat there, everybody. The narrowest comes first."""
LONGEST_SPOT = 60
LONGEST_MATTER = 200
MOST_SOMEONES = 200
LOG_WITHIN = timedelta(days=60)
"""So long after it a gathering can still be written down."""
NAMED_FOR = timedelta(days=183)
"""Whoever sat at a table in so many days is in the list to tap, and 'sat with me' for gifts; a longer list is none."""
FIRST_WITHIN = timedelta(days=366)
"""Nobody sets a table that begins longer from now: a year typed wrongly is no year."""
UNDO_WITHIN = timedelta(days=1)
ANSWER_WITHIN = timedelta(days=28)
"""So long somebody is asked whether it may be remembered that they were there; then they are 'someone'."""
WITHOUT_HOST_FOR = timedelta(days=28)
"""So long a table waits for somebody who hosts it; then it stops by itself."""
ASK_AGAIN_AFTER = timedelta(days=365)
"""Who said no, or nothing, to a tie is not asked again before this."""
COUNT_EVERY = timedelta(days=7)
"""Ties are counted once a week: from two counts a day apart one could see whose tie came in between."""
COUNTED = ("ties", "bridges", "streets", "between")
"""What is told of ties: how many, how many between two streets, how many streets they reach, and street by street."""
LOVES = (
    "cooking", "baking", "gardening", "cycling", "walking", "music", "singing", "sewing", "making",
    "reading", "languages", "children", "animals", "football", "games", "history", "faith", "neighbourhood",
)  # fmt: skip
"""What people love to talk about or do; who loves the same may be woven together. The order is the number of each."""
MOST_LOVES = 6
LONGEST_REACH = 80
WEAVE_EVERY = timedelta(days=7)
COFFEE_ANSWER_WITHIN = timedelta(days=14)
NOT_AGAIN_WITHIN = timedelta(days=180)
"""Two people who were proposed to each other are not proposed again before this, whatever became of it."""
REST_AT_MOST = timedelta(days=366)
WEEKS = {"week": 1, "fortnight": 2}
LAST_WEEK = 5


@dataclass(frozen=True)
class When:
    """The first day of a table, its time of day here, and how often it comes back."""

    day: date
    time: time
    every: str = "once"


def times(when: When, since: date, rests_until: date | None = None) -> Iterator[datetime]:
    """The local times of a table from a day on, endless where it comes back; while it rests, none.

    A monthly table keeps its weekday: the second Wednesday stays the second Wednesday; the fifth is the last.

    >>> when = When(date(2026, 11, 11), time(10), "month")
    >>> [one.day for one, _ in zip(times(when, when.day), range(3))]
    [11, 9, 13]
    """
    since = max(since, when.day, rests_until or when.day)
    for day in _days(when, since):
        yield datetime.combine(day, when.time)


def _days(when: When, since: date) -> Iterator[date]:
    if when.every == "once":
        if when.day >= since:
            yield when.day
        return
    if when.every in WEEKS:
        step = 7 * WEEKS[when.every]
        day = when.day + timedelta(days=step * -(-(since - when.day).days // step))
        while True:
            yield day
            day += timedelta(days=step)
    which, month = which_of_month(when.day), since.replace(day=1)
    while True:
        day = _weekday(month, when.day.weekday(), which)
        if day >= since:
            yield day
        month = (month + timedelta(days=31)).replace(day=1)


def which_of_month(day: date) -> int:
    """The so manieth of its weekday in its month.

    >>> which_of_month(date(2026, 11, 11))
    2
    """
    return (day.day - 1) // 7 + 1


def _weekday(month: date, weekday: int, which: int) -> date:
    """The so manieth weekday of a month, from its first day; the fifth is the last there is."""
    first = month + timedelta(days=(weekday - month.weekday()) % 7)
    day = first + timedelta(weeks=which - 1)
    return day if day.month == month.month else day - timedelta(weeks=1)


def is_a_time(when: When, day: date) -> bool:
    """Does this table meet on that day?

    >>> is_a_time(When(date(2026, 11, 18), time(10), "fortnight"), date(2026, 11, 25))
    False
    """
    return next((one.date() == day for one in times(when, day)), False)


def check_table(spot: str, when: When | None, today: date) -> str:
    """A table needs a place and a time; a spot at the place may be told in a few words. `when` None: as it was."""
    spot = " ".join(spot.split())
    if len(spot) > LONGEST_SPOT:
        raise Refused("tables.spot_too_long", most=LONGEST_SPOT)
    if when is None:
        return spot
    if when.every not in EVERY:
        raise Refused("tables.every_unknown")
    if when.day < today - LOG_WITHIN:
        raise Refused("tables.first_day_long_ago", days=LOG_WITHIN.days)
    if when.day > today + FIRST_WITHIN:
        raise Refused("tables.first_day_far")
    return spot


def check_rest(until: date, today: date) -> None:
    """A table rests until a day to come."""
    if until <= today:
        raise Refused("tables.rest_over")
    if until - today > REST_AT_MOST:
        raise Refused("tables.rest_too_long")


def check_met(day: date, today: date, named: Sequence[object], someones: int) -> None:
    """Who met: at least two, people who said yes to being named and others counted as 'someone'; not in the future."""
    if day > today:
        raise Refused("tables.not_yet")
    if day < today - LOG_WITHIN:
        raise Refused("tables.too_long_ago", days=LOG_WITHIN.days)
    if not 0 <= someones <= MOST_SOMEONES:
        raise Refused("tables.someones", most=MOST_SOMEONES)
    if len(named) + someones < 2:
        raise Refused("tables.nobody_met")


def check_day_of_claim(day: date, today: date) -> None:
    """That one was there too can be said as long as it can be written down."""
    if day < today - LOG_WITHIN:
        raise Refused("tables.too_long_ago", days=LOG_WITHIN.days)


def check_someone_left(someones: int) -> None:
    """Who was there too takes the place of a 'someone'."""
    if someones < 1:
        raise Refused("tables.no_someone_left")


def check_matter(words: str, seen_by: str, is_somebodys: bool) -> str:
    """One sentence of what matters to somebody. Whose it is decides how far it goes; the whole neighbourhood sees only
    what is nobody's in particular."""
    words = " ".join(words.split())
    if len(words) > LONGEST_MATTER:
        raise Refused("tables.matter_too_long", most=LONGEST_MATTER)
    if seen_by not in SEEN_BY:
        raise Refused("tables.width_unknown")
    if words and is_somebodys and seen_by == "neighbourhood":
        raise Refused("tables.somebodys_words")
    return words


def check_round(words: Mapping[str, str], look_again_on: date, seen_by: str, today: date) -> dict[str, str]:
    """A round of learning: a question, and as far as there is something to tell what is tried, what happened, what is done
    differently; and the day on which the table looks again."""
    if not today < look_again_on <= today + LOOK_AGAIN_WITHIN:
        raise Refused("tables.look_again_when")
    if seen_by not in ROUND_SEEN_BY:
        raise Refused("tables.width_unknown")
    found = {name: " ".join(words.get(name, "").split()) for name in ROUND_WORDS}
    if not found["question"]:
        raise Refused("tables.question_missing")
    if any(len(one) > LONGEST_OF_A_ROUND for one in found.values()):
        raise Refused("tables.round_too_long", most=LONGEST_OF_A_ROUND)
    return found


def check_wish(loves: Sequence[str], reach: str) -> tuple[tuple[str, ...], str]:
    """Who would like coffee with somebody new says what they love, and how the other reaches them once both said yes."""
    chosen = tuple(one for one in LOVES if one in set(loves))
    if len(chosen) != len(set(loves)):
        raise Refused("tables.love_unknown")
    if not 1 <= len(chosen) <= MOST_LOVES:
        raise Refused("tables.loves_count", most=MOST_LOVES)
    reach = " ".join(reach.split())
    if not reach:
        raise Refused("tables.reach_missing")
    if len(reach) > LONGEST_REACH:
        raise Refused("tables.reach_too_long", most=LONGEST_REACH)
    return chosen, reach
