"""Who hosts a table, who may after them, and whether anybody does."""

from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, for_maps
from vuurtoren.tables.models import Present, Table
from vuurtoren.tables.queries.meeting import seen_by
from vuurtoren.tables.queries.seeing import i_host


def has_no_host(viewer: Viewer, table: Table, at: datetime) -> bool:
    """Does nobody host this table who lives or works here still?"""
    viewer.must("page.public", table.neighbourhood.key)
    return bool(_nobodys(table=table.pk, at=at))


def may_take_over(viewer: Viewer, table: Table) -> bool:
    """Did this viewer sit at the table by name, so that they may host it where nobody does?"""
    viewer.must("page.public", table.neighbourhood.key)
    sat = viewer.person is not None and bool(_sat(table=table.pk, person=viewer.person))
    return viewer.may("table.tend", table.neighbourhood.key, concerned=sat)


def whom_i_may_offer(viewer: Viewer, table: Table, at: datetime) -> QuerySet[Person]:
    """Whom the host may ask to take the table over: who has an account, is here, and sat at it where the host saw them."""
    where = table.neighbourhood
    viewer.must("table.tend", where.key, concerned=i_host(viewer, table))
    if not viewer.may("met.see", where.key, concerned=True):
        return Person.objects.none()
    sat = Present.objects.filter(
        gathering__in=seen_by(viewer.somebody(), table.pk).values("pk"), said_yes_at__isnull=False
    )
    here = _roles(at).filter(person=OuterRef("pk"), neighbourhood=where)
    found = Person.objects.filter(Exists(here), pk__in=sat.values("person"), account__isnull=False)
    return found.exclude(key=viewer.somebody()).order_by("called", "pk")


def tables_offered_me(viewer: Viewer, neighbourhood: Neighbourhood) -> list[Table]:
    """The tables of which I am asked to be the host."""
    if viewer.person is None or not viewer.may("table.tend", neighbourhood.key, concerned=True):
        return []
    return _offered(person=viewer.person, neighbourhood=neighbourhood.pk)


def without_host(at: datetime) -> QuerySet[Table]:
    """Tables that go on, which nobody hosts who lives or works there still. For the deeds of the night too."""
    hosts = _roles(at).filter(person=OuterRef("host"), neighbourhood=OuterRef("neighbourhood"))
    return Table.objects.filter(Q(host=None) | ~Exists(hosts), ended_at=None)


@ready
def any_offered(person: UUID, neighbourhood: int) -> QuerySet[Table, tuple[int]]:
    """Asked at every visit of Today, and mostly there is none."""
    return _offers(person, neighbourhood).values_list("pk")[:1]


@ready
def _offered(person: UUID, neighbourhood: int) -> QuerySet[Table]:
    rows = _offers(person, neighbourhood).select_related("place", "neighbourhood", "host")
    return rows.defer(*for_maps("place", "neighbourhood")).order_by("offered_at", "pk")


@ready
def _nobodys(table: int, at: datetime) -> QuerySet[Table, tuple[int]]:
    return without_host(at).filter(pk=table).values_list("pk")


@ready
def _sat(table: int, person: UUID) -> QuerySet[Present, tuple[int]]:
    rows = Present.objects.filter(gathering__table=table, person=_row(person), said_yes_at__isnull=False)
    return rows.values_list("pk")[:1]


def _offers(person: UUID, neighbourhood: int) -> QuerySet[Table]:
    return Table.objects.filter(offered_to=_row(person), neighbourhood=neighbourhood, ended_at=None)


def _roles(at: datetime) -> QuerySet[RoleHeld]:
    rows = RoleHeld.objects.filter(confirmed_at__lte=at)
    return rows.filter(Q(until=None) | Q(until__gt=at))


def _row(person: UUID) -> Subquery:
    return Subquery(Person.objects.filter(key=person).values("pk")[:1])
