"""Tables as an iCalendar file (RFC 5545), for somebody's own calendar. It holds what is for all, and no names."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.utils import timezone
from icalendar import Calendar, Event

from vuurtoren.tables.models import Table

LASTS = timedelta(minutes=90)
"""Nobody says how long coffee takes; a calendar wants to know."""


def agenda(
    coffees: Iterable[tuple[Table, datetime]],
    *,
    name: str,
    title: Callable[[Table], str],
    where: Callable[[Table], str],
    address: Callable[[Table], str],
) -> bytes:
    """One event for each coffee (a table and its local time); the same coffee keeps its UID when it is asked again."""
    found = Calendar()
    found.add("prodid", "-//Vuurtoren//NL")
    found.add("version", "2.0")
    found.add("x-wr-calname", name)
    for table, when in coffees:
        begins = timezone.make_aware(when)
        one = Event()
        one.add("uid", f"{table.key}-{when:%Y%m%d}")
        one.add("dtstamp", table.changed_at)
        one.add("dtstart", begins)
        one.add("dtend", begins + LASTS)
        one.add("summary", title(table))
        one.add("location", where(table))
        one.add("url", address(table))
        found.add_component(one)
    return bytes(found.to_ical())
