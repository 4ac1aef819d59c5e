"""On which day the institution comes itself for a kind of task that its plan does not know, and that it was there. Pure."""

from datetime import date, timedelta

from vuurtoren.language import Refused

SAID_AHEAD_AT_MOST = timedelta(days=92)
"""A season: what lies further away nobody knows."""


def check_coming(on: date, today: date) -> None:
    """From today on; what was done without a day that was said is said on the day itself."""
    if not today <= on <= today + SAID_AHEAD_AT_MOST:
        raise Refused("care.coming_too_far")


def check_came(on: date, today: date) -> None:
    """Nobody was there yet on a day that is still to come."""
    if on > today:
        raise Refused("care.not_that_day_yet")
