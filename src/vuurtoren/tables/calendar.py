"""Tables as an iCalendar file (RFC 5545), for somebody's own calendar. It holds what is for all, and no names."""

from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from icalendar import Calendar, Event

from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import LAST_WEEK, WEEKS, which_of_month
from vuurtoren.tables.series import LASTS, series_from

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


def agenda(
    tables: Iterable[Table],
    today: date,
    *,
    name: str,
    title: Callable[[Table], str],
    where: Callable[[Table], str],
    address: Callable[[Table], str],
) -> bytes:
    """One event for each table from its next coffee on, coming back as often as the table does; the same table keeps its
    UID when it is asked again. A coffee that is not this time is an EXDATE; one at another time is an event of its own
    with the RECURRENCE-ID of the usual time (RFC 5545, 3.8.4.4 and 3.8.5.1)."""
    found = Calendar()
    found.add("prodid", "-//Vuurtoren//NL")
    found.add("version", "2.0")
    found.add("x-wr-calname", name)
    for table in tables:
        for one in _events(table, today):
            one.add("summary", title(table))
            one.add("location", where(table))
            one.add("url", address(table))
            found.add_component(one)
    found.add_missing_timezones()
    return bytes(found.to_ical())


def _events(table: Table, today: date) -> Iterable[Event]:
    series = None if table.ended_at else series_from(table.when, today, table.rests_until, table.otherwise)
    if series is None:
        return
    one = _event(table, series.first)
    if table.every != "once":
        one.add("rrule", _comes_back(table))
    if series.without:
        one.add("exdate", [timezone.make_aware(usual) for usual in series.without])
    yield one
    for usual, at in series.moved:
        moved = _event(table, at)
        moved.add("recurrence-id", timezone.make_aware(usual))
        yield moved


def _event(table: Table, begins: datetime) -> Event:
    one = Event()
    one.add("uid", str(table.key))
    one.add("dtstamp", table.changed_at)
    one.add("dtstart", timezone.make_aware(begins))
    one.add("dtend", timezone.make_aware(begins + LASTS))
    return one


def _comes_back(table: Table) -> dict[str, Any]:
    if table.every in WEEKS:
        return {"freq": "weekly", "interval": WEEKS[table.every]}
    which = which_of_month(table.first_day)
    which = -1 if which == LAST_WEEK else which
    return {"freq": "monthly", "byday": f"{which}{DAYS[table.first_day.weekday()]}"}
