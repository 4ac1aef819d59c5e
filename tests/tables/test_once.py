"""One coffee of a series is once at another time, or not at all; the others stay as they are, everywhere it is told."""

from datetime import date, datetime, time, timedelta
from itertools import takewhile
from typing import Any

import pytest
from dateutil.rrule import rruleset, rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from tests.makers import NOW, a_neighbourhood, a_person, a_place, seen_as
from tests.tables.test_stories import a_table
from vuurtoren.language import Refused
from vuurtoren.power.queries import visitor
from vuurtoren.reflection.queries.facts import facts_of
from vuurtoren.tables import acts, queries
from vuurtoren.tables.calendar import agenda
from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import EVERY, When, is_a_time, times
from vuurtoren.tables.series import (
    AS_PLANNED,
    Otherwise,
    as_kept,
    as_read,
    change_one,
    goes_on_as_it_was,
    meetings,
)

TODAY = NOW.date()
MORNING = datetime.combine(TODAY, time(6))
FIRST, SECOND, THIRD = (TODAY + timedelta(days=7 * one) for one in (1, 2, 3))
"""WEEKLY meets on the weekday of NOW: these are its next days after today."""


def once(table: Table, planned: date, to: datetime | None) -> Table:
    host = seen_as(table.host)  # type: ignore[arg-type]
    acts.change_once(host, table, planned=planned, to=to, at=NOW - timedelta(hours=9))
    table.refresh_from_db()
    return table


def times_told(body: bytes, until: date) -> set[datetime]:
    """What somebody's own calendar makes of the file: local times from today up to and with a day."""
    found, moved, instead = rruleset(), {}, set()
    for one in Calendar.from_ical(body).walk("VEVENT"):
        begins = one.decoded("dtstart").replace(tzinfo=None)
        if "recurrence-id" in one:
            moved[one.decoded("recurrence-id").replace(tzinfo=None)] = begins
            continue
        if "rrule" in one:
            found.rrule(rrulestr(one["rrule"].to_ical().decode(), dtstart=begins))
        else:
            found.rdate(begins)
        lists = one.get("exdate", [])
        for some in lists if isinstance(lists, list) else [lists]:
            for left_out in some.dts:
                instead.add(left_out.dt.replace(tzinfo=None))
    end = datetime.combine(until + timedelta(days=400), time(0))
    usual = set(found.between(datetime.combine(date(2020, 1, 1), time(0)), end, inc=True))
    assert set(moved) <= usual
    assert instead <= usual
    told = (usual - instead - set(moved)) | set(moved.values())
    return {one for one in told if TODAY <= one.date() <= until}


def a_file(table: Table, today: date = TODAY) -> bytes:
    return agenda(
        [table],
        today,
        name="n",
        title=lambda _: "Koffie",
        where=lambda _: "Schans",
        address=lambda _: "https://x.example/",
    )


@pytest.mark.django_db
def test_one_coffee_is_moved_one_is_left_out_and_all_the_others_stay() -> None:
    here = a_neighbourhood()
    table = a_table(seen_as(a_person(here)), here)
    moved = datetime.combine(FIRST + timedelta(days=1), time(15))
    once(once(table, FIRST, moved), SECOND, None)
    found = queries.coming_at(visitor(), table, NOW - timedelta(hours=9), 22)
    assert [one.at for one in found] == [
        datetime.combine(TODAY, time(10)), moved, None, datetime.combine(THIRD, time(10)),
    ]  # fmt: skip
    (seen,) = queries.tables_of(visitor(), here, FIRST)
    assert (seen.next, seen.instead_of, seen.off) == (moved, datetime.combine(FIRST, time(10)), ())
    (seen,) = queries.tables_of(visitor(), here, FIRST + timedelta(days=2))
    assert (seen.next, seen.off) == (datetime.combine(THIRD, time(10)), (datetime.combine(SECOND, time(10)),))
    told = times_told(a_file(table), THIRD)
    assert told == {datetime.combine(TODAY, time(10)), moved, datetime.combine(THIRD, time(10))}
    text = a_file(table).decode()
    assert text.count("EXDATE") == text.count("RECURRENCE-ID") == 1
    assert text.count(f"UID:{table.key}") == 2
    once(once(table, FIRST, datetime.combine(FIRST, time(10))), SECOND, datetime.combine(SECOND, time(10)))
    assert table.once == {}


@pytest.mark.django_db
def test_the_letter_tells_what_is_otherwise() -> None:
    here = a_neighbourhood()
    table = a_table(seen_as(a_person(here)), here)
    once(table, FIRST, datetime.combine(FIRST - timedelta(days=1), time(15)))
    near = facts_of(visitor(), here, TODAY + timedelta(days=1), NOW).near("nl", None)
    assert any("in plaats van" in one for one in near)
    once(table, FIRST, None)
    near = facts_of(visitor(), here, TODAY + timedelta(days=1), NOW).near("nl", None)
    assert any("geen koffie" in one for one in near)


@pytest.mark.django_db
def test_what_was_moved_is_to_be_written_down_on_the_day_it_was() -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))
    table = a_table(host, here)
    once(once(table, FIRST, datetime.combine(FIRST + timedelta(days=1), time(10))), SECOND, None)
    later = NOW + timedelta(days=16)
    assert queries.days_to_write(host, table, later)[:2] == [FIRST + timedelta(days=1), TODAY]


@pytest.mark.django_db
def test_a_coffee_of_today_is_to_come_until_it_is_over_and_written_down_once_it_began() -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))
    table = a_table(host, here)
    at = NOW.replace(hour=8, minute=30)
    began, over = at + timedelta(hours=1), at + timedelta(hours=4)
    assert TODAY not in queries.days_to_write(host, table, at)
    assert queries.days_to_write(host, table, began)[0] == TODAY
    assert queries.seen_of(host, table, TODAY, began).next == datetime.combine(TODAY, time(10))
    assert queries.seen_of(host, table, TODAY, over).next == datetime.combine(FIRST, time(10))
    assert queries.tables_of(visitor(), here, TODAY, over)[0].next == datetime.combine(FIRST, time(10))


@pytest.mark.django_db
def test_a_series_at_another_place_or_hour_goes_on_and_one_on_another_day_begins_anew() -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))
    table = a_table(host, here)
    Table.objects.update(first_day=TODAY - timedelta(days=700))
    table.refresh_from_db()
    once(table, SECOND, None)
    acts.change_table(host, table, place=a_place(here), when=When(FIRST, time(11), "week"), at=NOW)
    table.refresh_from_db()
    assert (table.first_day, table.time) == (TODAY - timedelta(days=700), time(11))
    assert SECOND in table.otherwise
    day = FIRST + timedelta(days=1)
    acts.change_table(host, table, place=a_place(here), when=When(day, time(11), "week"), at=NOW)
    table.refresh_from_db()
    assert (table.first_day, table.once) == (day, {})


@pytest.mark.parametrize(
    ("planned", "to", "code"),
    [
        (FIRST + timedelta(days=1), None, "tables.not_planned"),
        (TODAY - timedelta(days=7), None, "tables.not_coming"),
        (FIRST, datetime.combine(TODAY - timedelta(days=1), time(10)), "tables.once_when"),
        (FIRST, datetime.combine(TODAY + timedelta(days=400), time(10)), "tables.once_when"),
        (FIRST, datetime.combine(SECOND, time(15)), "tables.meets_then"),
    ],
)
@pytest.mark.django_db
def test_a_coffee_goes_only_where_it_can(planned: date, to: datetime | None, code: str) -> None:
    here = a_neighbourhood()
    table = a_table(seen_as(a_person(here)), here)
    with pytest.raises(Refused, match=code.replace(".", r"\.")):
        once(table, planned, to)
    table.refresh_from_db()
    assert table.once == {}


@pytest.mark.django_db
def test_a_table_that_rests_or_is_once_has_no_coffee_to_move_there() -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))
    table = a_table(host, here)
    acts.rest(host, table, until=THIRD, at=NOW)
    with pytest.raises(Refused, match=r"tables\.rests_then"):
        once(table, THIRD, datetime.combine(SECOND, time(10)))
    lonely = a_table(host, here, When(FIRST, time(10)))
    with pytest.raises(Refused, match=r"tables\.not_planned"):
        once(lonely, FIRST, None)


EVERY_SERIES = st.builds(
    When,
    st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=20)),
    st.times(time(7), time(22)).map(lambda one: one.replace(microsecond=0, tzinfo=None)),
    st.sampled_from(EVERY[1:]),
)
CHANGES = st.lists(
    st.tuples(st.integers(0, 9), st.none() | st.tuples(st.integers(-30, 60), st.integers(7, 22))), max_size=6
)


def changed(when: When, changes: list[Any], rests: date | None = None) -> Otherwise:
    """As many of the changes as the rule lets through, from the morning of today."""
    planned = [one.date() for one, _ in zip(times(when, TODAY, None), range(10), strict=False)]
    otherwise: Otherwise = AS_PLANNED
    for number, to in changes:
        day = planned[number]
        goes = datetime.combine(day + timedelta(days=to[0]), time(to[1])) if to else None
        try:
            otherwise = change_one(when, otherwise, day, goes, now=MORNING, rests_until=rests)
        except Refused:
            continue
    return otherwise


@settings(deadline=None)
@given(EVERY_SERIES, CHANGES, st.none() | st.dates(TODAY, TODAY + timedelta(days=60)))
def test_every_coffee_is_told_once_in_order_and_no_two_on_a_day(
    when: When, changes: list[Any], rests: date | None
) -> None:
    otherwise = changed(when, changes, rests)
    some = [one for one, _ in zip(meetings(when, TODAY, rests, otherwise), range(30), strict=False)]
    assert [one.when for one in some] == sorted(one.when for one in some)
    assert len({one.usual for one in some}) == len(some)
    days = [one.at.date() for one in some if one.at]
    assert len(set(days)) == len(days)
    assert all(is_a_time(when, one.usual.date()) for one in some)
    assert all(one.at == one.usual or one.usual.date() in otherwise for one in some)
    assert not rests or all(one.when.date() >= rests for one in some)
    assert as_read(as_kept(otherwise)) == dict(otherwise)


@settings(deadline=None)
@given(EVERY_SERIES, CHANGES, st.none() | st.dates(TODAY, TODAY + timedelta(days=60)), st.integers(0, 30))
def test_a_calendar_tells_exactly_the_coffees_that_are_to_come(
    when: When, changes: list[Any], rests: date | None, later: int
) -> None:
    otherwise = changed(when, changes)
    table = Table(
        first_day=when.day,
        time=when.time,
        every=when.every,
        once=as_kept(otherwise),
        rests_until=rests,
        changed_at=NOW,
    )
    today, until = TODAY + timedelta(days=later), TODAY + timedelta(days=120)
    coming = takewhile(lambda one: one.when.date() <= until, meetings(when, today, rests, otherwise))
    expected = {one.at for one in coming if one.at}
    told = {one for one in times_told(a_file(table, today), until) if one.date() >= today}
    assert told == expected


@settings(deadline=None)
@given(EVERY_SERIES, st.integers(0, 6), st.times(time(7), time(22)))
def test_a_series_that_goes_on_meets_on_the_same_days(before: When, days: int, hour: time) -> None:
    after = When(next(times(before, TODAY)).date() + timedelta(days=days), hour, before.every)
    assert goes_on_as_it_was(before, after, TODAY) is (days == 0)
