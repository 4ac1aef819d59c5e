"""Who says that they were there too: asked of who hosts the table or wrote it down, and of nobody else."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, Subquery

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.bynames import called as called_in
from vuurtoren.places.models import Neighbourhood, for_maps
from vuurtoren.tables.models import Claim, Table


@dataclass(frozen=True)
class ClaimSeen:
    """Somebody says that they were at a table on a day, as they are called; were they?"""

    public_id: str
    called: str
    table: Table
    day: date


def claims_asked_of_me(viewer: Viewer, neighbourhood: Neighbourhood) -> list[ClaimSeen]:
    """What waits for a yes of this viewer, who hosts the table or wrote it down; the oldest first."""
    if viewer.person is None or not viewer.may("table.tend", neighbourhood.key, concerned=True):
        return []
    rows = _asked(person=viewer.person, neighbourhood=neighbourhood.pk)
    return [
        ClaimSeen(one.public_id, one.person.called, one.gathering.table, one.gathering.day) for one in rows
    ]


def claim_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Claim | None:
    """A claim that is asked of this viewer, to answer; nobody finds another's."""
    viewer.must("table.tend", neighbourhood.key, concerned=True)
    return _of(viewer.somebody(), neighbourhood.pk).filter(public_id=public_id).first()


def my_claims(viewer: Viewer, table: Table) -> list[date]:
    """The days on which I said that I was at this table too, and of which no answer came yet."""
    if viewer.person is None or not viewer.may("met.own", table.neighbourhood.key, concerned=True):
        return []
    return [day for (day,) in _mine(person=viewer.person, table=table.pk)]


def own_claims_export(viewer: Viewer) -> list[dict[str, object]]:
    """Where one said to have been and nobody answered yet, for the person's own export."""
    rows = Claim.objects.filter(person__key=viewer.somebody()).select_related("gathering__table__place")
    return [
        {"day": one.gathering.day.isoformat(), "place": called_in(viewer.language, one.gathering.table.place)}
        for one in rows.order_by("gathering__day", "pk")
    ]


@ready
def any_claimed(person: UUID, neighbourhood: int) -> QuerySet[Claim, tuple[int]]:
    """Asked at every visit of Today, and mostly there is none."""
    return _of(person, neighbourhood).values_list("pk")[:1]


@ready
def _asked(person: UUID, neighbourhood: int) -> QuerySet[Claim]:
    place = "gathering__table__place"
    rows = _of(person, neighbourhood).select_related("person", place).defer(*for_maps(place))
    return rows.order_by("made_at", "pk")


@ready
def _mine(person: UUID, table: int) -> QuerySet[Claim, tuple[date]]:
    rows = Claim.objects.filter(person=_row(person), gathering__table=table)
    return rows.order_by("-gathering__day").values_list("gathering__day")


def _of(person: UUID, neighbourhood: int) -> QuerySet[Claim]:
    me = _row(person)
    rows = Claim.objects.filter(Q(gathering__table__host=me) | Q(gathering__by=me)).exclude(person=me)
    return rows.filter(gathering__table__neighbourhood=neighbourhood)


def _row(person: UUID) -> Subquery:
    return Subquery(Person.objects.filter(key=person).values("pk")[:1])
