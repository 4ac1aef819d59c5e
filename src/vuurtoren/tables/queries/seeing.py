"""That a table is, where and when: for all."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from vuurtoren.journal.ready import ready
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place, for_maps
from vuurtoren.tables.models import Matter, Present, Table
from vuurtoren.tables.rules import When, is_a_time
from vuurtoren.tables.series import Meeting, MeetsOn, meets_on

LOOKS_AHEAD = timedelta(days=800)
"""A table that begins in a year, or rests longest, still has its next coffee within so many days."""
MOST_TABLES, MOST_FOR_ALL = 500, 3
NEAR_FOR = timedelta(days=120)
"""So long after somebody sat at a table it is near to them."""


@dataclass(frozen=True)
class TableSeen:
    """A table as everybody sees it. `next` the local time of the next coffee that is not over, None where there is none to
    come; `instead_of` the time that is usual, where that is another one; `off` the times before it at which nobody meets,
    though that would be usual."""

    table: Table
    next: datetime | None
    resting: bool
    instead_of: datetime | None = None
    off: tuple[datetime, ...] = ()

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.table.place


def tables_of(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    today: date,
    at: datetime | None = None,
    *,
    among: Collection[str] | None = None,
) -> list[TableSeen]:
    """Every table that goes on or rests, the next coffee first; those that are over for good are not in it. With `at` a
    coffee of today that is over by then is none to come. `among`: only those at these public addresses."""
    viewer.must("page.public", neighbourhood.key)
    given = {"neighbourhood": neighbourhood.pk}
    rows = _going_on(**given) if among is None else _some_of(**given, among=list(among))
    seen = [_seen(one, today, at) for one in rows]
    return sorted(
        (one for one in seen if one.next or one.resting),
        key=lambda one: (one.next is None, one.next.isoformat() if one.next else "", one.table.pk),
    )


def coming(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, days: int
) -> list[tuple[Meeting, Table]]:
    """Every coffee of the coming days, in order of time; also those that are not this time."""
    viewer.must("page.public", neighbourhood.key)
    rows = _shown().filter(neighbourhood=neighbourhood, ended_at=None)[:MOST_TABLES]
    found = [(met, one) for one in rows for met in one.meetings(today, today + timedelta(days=days))]
    return sorted(found, key=lambda pair: (pair[0].when, pair[1].pk))


def coming_at(viewer: Viewer, table: Table, at: datetime, days: int) -> list[Meeting]:
    """The coffees of one table in the coming days that are not over; also those that are not this time."""
    viewer.must("page.public", table.neighbourhood.key)
    today, now = timezone.localdate(at), local(at)
    return [one for one in table.meetings(today, today + timedelta(days=days)) if not one.over(now)]


def meets(viewer: Viewer, table: Table, day: date) -> MeetsOn:
    """What becomes of the coffee that somebody expects on a day."""
    viewer.must("page.public", table.neighbourhood.key)
    return meets_on(table.when, day, table.rests_until, table.otherwise)


def stands_here(viewer: Viewer, place: Place, when: When, kind: str) -> Table | None:
    """A table of the same kind at this place that meets on the same day, in the same hour."""
    viewer.must("page.public", place.neighbourhood.key)
    here = _shown().filter(place=place, kind=kind, ended_at=None, time__hour=when.time.hour)
    return next((one for one in here if is_a_time(one.when, when.day)), None)


def local(at: datetime) -> datetime:
    """The time here, as tables tell it."""
    return timezone.localtime(at).replace(tzinfo=None)


def table_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Table | None:
    """One table of this neighbourhood."""
    viewer.must("page.public", neighbourhood.key)
    return next(iter(_called(neighbourhood=neighbourhood.pk, public_id=public_id)), None)


def tables_called(viewer: Viewer, neighbourhood: Neighbourhood, public_ids: Collection[str]) -> list[Table]:
    """The tables of this neighbourhood at these public addresses; also those that are over."""
    viewer.must("page.public", neighbourhood.key)
    return list(_shown().filter(neighbourhood=neighbourhood, public_id__in=public_ids)) if public_ids else []


def table_keyed(viewer: Viewer, neighbourhood: Neighbourhood, key: UUID) -> Table | None:
    """The table of a moment."""
    viewer.must("page.public", neighbourhood.key)
    return _shown().filter(neighbourhood=neighbourhood, key=key).first()


def seen_of(viewer: Viewer, table: Table, today: date, at: datetime | None = None) -> TableSeen:
    """A table with its next coffee."""
    viewer.must("page.public", table.neighbourhood.key)
    return _seen(table, today, at)


def is_over(viewer: Viewer, table: Table, today: date) -> bool:
    """Is there no coffee to come any more, and does the table not rest? So is one of one day when that day has been."""
    viewer.must("page.public", table.neighbourhood.key)
    seen = _seen(table, today, None)
    return table.ended_at is not None or not (seen.next or seen.resting)


def said_for_all(viewer: Viewer, table: Table) -> list[str]:
    """What mattered to somebody at this table and is for the whole neighbourhood: a few sentences, the newest first. Never
    one that is somebody's in particular."""
    viewer.must("page.public", table.neighbourhood.key)
    return [words for (words,) in _for_all(table=table.pk)]


def i_host(viewer: Viewer, table: Table) -> bool:
    """Did this viewer set the table?"""
    viewer.must("page.public", table.neighbourhood.key)
    return viewer.person is not None and bool(_hosts(table=table.pk, person=viewer.person))


def my_tables(viewer: Viewer, neighbourhood: Neighbourhood) -> QuerySet[Table]:
    """The tables that the viewer set and that are not over."""
    viewer.must("page.public", neighbourhood.key)
    return _shown().filter(neighbourhood=neighbourhood, ended_at=None, host__key=viewer.somebody())


def tables_near_me(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> list[Table]:
    """The tables that the viewer set, and those where they sat in the last months, as far as they go on."""
    viewer.must("met.own", neighbourhood.key, concerned=True)
    me = viewer.somebody()
    sat = Present.objects.filter(
        person__key=me, said_yes_at__isnull=False, gathering__day__gte=today - NEAR_FOR
    ).values("gathering__table")
    mine = _shown().filter(Q(host__key=me) | Q(pk__in=sat), neighbourhood=neighbourhood, ended_at=None)
    return list(mine[:MOST_TABLES])


def _shown() -> QuerySet[Table]:
    """Tables with where they are, without the lines that a map draws of it."""
    rows = Table.objects.select_related("place", "neighbourhood").order_by("time", "pk")
    return rows.defer(*for_maps("place", "neighbourhood"))


@ready
def _going_on(neighbourhood: int) -> QuerySet[Table]:
    return _shown().filter(neighbourhood=neighbourhood, ended_at=None)[:MOST_TABLES]


@ready
def _some_of(neighbourhood: int, among: list[str]) -> QuerySet[Table]:
    rows = _shown().filter(neighbourhood=neighbourhood, ended_at=None, public_id__among=among)
    return rows[:MOST_TABLES]


@ready
def _called(neighbourhood: int, public_id: str) -> QuerySet[Table]:
    return _shown().filter(neighbourhood=neighbourhood, public_id=public_id)


@ready
def _for_all(table: int) -> QuerySet[Matter, tuple[str]]:
    rows = Matter.objects.filter(gathering__table=table, seen_by="neighbourhood", whose=None)
    return rows.order_by("-gathering__day", "-pk").values_list("words")[:MOST_FOR_ALL]


@ready
def _hosts(table: int, person: UUID) -> QuerySet[Table, tuple[int]]:
    return Table.objects.filter(pk=table, host__key=person).values_list("pk")


def _seen(table: Table, today: date, at: datetime | None) -> TableSeen:
    resting = bool(table.rests_until and table.rests_until > today and not table.ended_at)
    off: list[datetime] = []
    for one in table.meetings(today, today + LOOKS_AHEAD):
        if at and one.over(local(at)):
            continue
        if one.at:
            return TableSeen(table, one.at, resting, one.usual if one.otherwise else None, tuple(off))
        off.append(one.usual)
    return TableSeen(table, None, resting, off=tuple(off))
