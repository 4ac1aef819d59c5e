"""When both sides look back on an agreement together: each year, the first time a year after the yes. Pure.

Nobody loses carrying by a clock: a day of looking back, or the end of a term, is a reason to talk and nothing else.

>>> next_look(date(2026, 3, 1), None), next_look(date(2026, 3, 1), date(2028, 1, 5))
(datetime.date(2027, 3, 1), datetime.date(2028, 1, 5))
>>> is_over(date(2026, 3, 1), None, date(2026, 3, 2)), is_over(date(2026, 3, 1), date(2026, 3, 2), date(2026, 3, 2))
(True, False)
"""

from datetime import date, timedelta

from vuurtoren.care.together import tidy
from vuurtoren.language import Refused

LONGEST_SENTENCE = 300
LOOK_AGAIN = (timedelta(days=30), timedelta(days=366))
"""Both sides look back once a year at the least."""
STILL_TO_ADD = timedelta(days=31)
"""So long the other side may still write its sentence."""


def a_year_on(day: date) -> date:
    """The same day a year later; 29 February becomes the 28th."""
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def next_look(yes_on: date, said: date | None) -> date:
    """The day that was said when they looked back last, or a year after the yes of both."""
    return said or a_year_on(yes_on)


def is_over(until: date | None, looked_on: date | None, today: date) -> bool:
    """Is the term over, and did they not look back together since?"""
    return until is not None and until < today and (looked_on is None or looked_on <= until)


def check_again(today: date, chosen: date | None) -> date:
    """The next day: a year on, or the one they chose within a year."""
    day = chosen or a_year_on(today)
    soonest, latest = LOOK_AGAIN
    if not today + soonest <= day <= today + latest:
        raise Refused("care.look_again_when", least=today + soonest, most=today + latest)
    return day


def check_sentence(words: str) -> str:
    """One sentence of a side, trimmed; empty is fine."""
    words = tidy(words)
    if len(words) > LONGEST_SENTENCE:
        raise Refused("care.words_too_long", most=LONGEST_SENTENCE)
    return words
