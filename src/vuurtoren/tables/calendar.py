"""Tables as an iCalendar file (RFC 5545), for somebody's own calendar. It holds what is for all, and no names."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone
from icalendar import Calendar, Event

from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import LAST_WEEK, WEEKS, which_of_month

LASTS = timedelta(minutes=90)
"""Nobody says how long coffee takes; a calendar wants to know."""
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def agenda(
    tables: Iterable[tuple[Table, datetime]],
    *,
    name: str,
    title: Callable[[Table], str],
    where: Callable[[Table], str],
    address: Callable[[Table], str],
) -> bytes:
    """One event for each table from its next coffee (a local time) on, coming back as often as the table does; the same
    table keeps its UID when it is asked again."""
    found = Calendar()
    found.add("prodid", "-//Vuurtoren//NL")
    found.add("version", "2.0")
    found.add("x-wr-calname", name)
    for table, when in tables:
        begins = timezone.make_aware(when)
        one = Event()
        one.add("uid", str(table.key))
        one.add("dtstamp", table.changed_at)
        one.add("dtstart", begins)
        one.add("dtend", begins + LASTS)
        if table.every != "once":
            one.add("rrule", _comes_back(table))
        one.add("summary", title(table))
        one.add("location", where(table))
        one.add("url", address(table))
        found.add_component(one)
    found.add_missing_timezones()
    return bytes(found.to_ical())


def _comes_back(table: Table) -> dict[str, Any]:
    if table.every in WEEKS:
        return {"freq": "weekly", "interval": WEEKS[table.every]}
    which = which_of_month(table.first_day)
    which = -1 if which == LAST_WEEK else which
    return {"freq": "monthly", "byday": f"{which}{DAYS[table.first_day.weekday()]}"}
