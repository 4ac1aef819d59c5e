"""A table is set, moves, rests, goes on and ends."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.tables import moments
from vuurtoren.tables.acts.common import my_table, tell
from vuurtoren.tables.models import Table
from vuurtoren.tables.queries.seeing import stands_here
from vuurtoren.tables.rules import When, check_rest, check_table
from vuurtoren.tables.series import as_kept, change_one, goes_on_as_it_was


@transaction.atomic
def set_table(
    by: Viewer, place: Place, *, when: When, spot: str = "", another: bool = False, at: datetime
) -> Moment:
    """Coffee, at a place and a time, open to all. Nobody needs to say yes to it. `another`: also where one stands
    already."""
    table = make_table(by, place, when=when, spot=spot, kind="coffee", another=another, at=at)
    return tell(moments.SET, by, table, at, every=table.every)


def make_table(
    viewer: Viewer, place: Place, *, when: When, spot: str, kind: str, another: bool, at: datetime
) -> Table:
    """The row of a table that somebody sets; part of a deed."""
    viewer.must("table.set", place.neighbourhood.key)
    spot = check_table(spot, when, timezone.localdate(at))
    _check_there(place)
    Place.objects.select_for_update(no_key=True).filter(pk=place.pk).first()
    if not another and stands_here(viewer, place, when, kind):
        raise Refused("tables.stands_here")
    return Table.objects.create(
        neighbourhood=place.neighbourhood,
        place=place,
        kind=kind,
        spot=spot,
        first_day=when.day,
        time=when.time,
        every=when.every,
        host=Person.objects.get(key=viewer.somebody()),
        changed_at=at,
        made_at=at,
    )


@transaction.atomic
def change_table(
    by: Viewer, table: Table, *, place: Place, when: When, spot: str = "", at: datetime
) -> Moment:
    """Another place or another time from now on; what was, stays as it was. The same series at another time of the day or
    place goes on, with what is otherwise once; another series begins on its own first day."""
    table = my_table(by, table)
    today = timezone.localdate(at)
    if goes_on_as_it_was(table.when, when, today):
        when = When(table.first_day, when.time, when.every)
        spot = check_table(spot, None, today)
    else:
        spot = check_table(spot, when, today)
        table.once = {}
    if place.neighbourhood_id != table.neighbourhood_id:
        raise Refused("power.not_yours")
    _check_there(place)
    table.place, table.spot = place, spot
    table.first_day, table.time, table.every = when.day, when.time, when.every
    table.changed_at = at
    table.save()
    return tell(moments.CHANGED, by, table, at, every=table.every)


@transaction.atomic
def change_once(by: Viewer, table: Table, *, planned: date, to: datetime | None, at: datetime) -> Moment:
    """The coffee of one day is once at another local time; None: it is not this time. The others stay as they are, and
    the usual time makes it usual again."""
    table = my_table(by, table)
    now = timezone.localtime(at).replace(tzinfo=None)
    found = change_one(table.when, table.otherwise, planned, to, now=now, rests_until=table.rests_until)
    table.once, table.changed_at = as_kept(found), at
    table.save(update_fields=["once", "changed_at"])
    return tell(moments.ONCE, by, table, at, day=planned)


@transaction.atomic
def rest(by: Viewer, table: Table, *, until: date, at: datetime) -> Moment:
    """The table rests until a day, and then goes on by itself."""
    table = my_table(by, table, nobodys_at=at)
    check_rest(until, timezone.localdate(at))
    table.rests_until, table.changed_at = until, at
    table.save(update_fields=["rests_until", "changed_at"])
    return tell(moments.RESTS, by, table, at, until=until)


@transaction.atomic
def go_on(by: Viewer, table: Table, *, at: datetime) -> Moment:
    """The table goes on now, also when it was to rest longer."""
    table = my_table(by, table)
    if table.rests_until is None or table.rests_until <= timezone.localdate(at):
        raise Refused("tables.not_resting")
    table.rests_until, table.changed_at = None, at
    table.save(update_fields=["rests_until", "changed_at"])
    return tell(moments.GOES_ON, by, table, at)


@transaction.atomic
def end_table(by: Viewer, table: Table, *, at: datetime) -> Moment:
    """The table has been; who sat at it keeps what they keep."""
    table = my_table(by, table, nobodys_at=at)
    table.ended_at = table.changed_at = at
    table.save(update_fields=["ended_at", "changed_at"])
    return tell(moments.ENDED, by, table, at)


def _check_there(place: Place) -> None:
    if place.gone_at:
        raise Refused("tables.place_gone")
