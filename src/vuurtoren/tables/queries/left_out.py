"""Where I was, so that I can say no later too; and who asks on paper to be left out."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet, Subquery

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables.models import Present, Table

MOST_DAYS = 60


def my_days_at(viewer: Viewer, table: Table) -> list[tuple[str, date]]:
    """The days on which it is remembered that I was at this table, the newest first, each with my presence to be left out:
    also for who may not know who else was there."""
    if viewer.person is None or not viewer.may("met.own", table.neighbourhood.key, concerned=True):
        return []
    return _my_days(table=table.pk, person=viewer.person)


def on_paper_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Present | None:
    """The presence of somebody without an account, to leave them out when they ask."""
    viewer.must("person.consent", neighbourhood.key)
    rows = Present.objects.filter(person__account=None, gathering__table__neighbourhood=neighbourhood)
    return rows.filter(public_id=public_id).first()


@ready
def _my_days(table: int, person: UUID) -> QuerySet[Present, tuple[str, date]]:
    me = Subquery(Person.objects.filter(key=person).values("pk")[:1])
    rows = Present.objects.filter(gathering__table=table, person=me, said_yes_at__isnull=False)
    return rows.order_by("-gathering__day").values_list("public_id", "gathering__day")[:MOST_DAYS]
