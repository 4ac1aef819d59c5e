"""Whether anything waits for me at tables: one short question at every visit of Today, since mostly there is nothing."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, QuerySet

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables.queries import claiming, hosting, learning, meeting, ties, weaving


@dataclass(frozen=True)
class Waits:
    """Of which there is at least one: gatherings and ties I am asked about, coffees to answer, rounds to look at again, and
    who says that they were at my table too, and tables that I am asked to host."""

    met: bool = False
    ties: bool = False
    coffees: bool = False
    look_again: bool = False
    claims: bool = False
    offered: bool = False


def what_waits(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> Waits:
    """What of it is there for this viewer."""
    viewer.must("met.own", neighbourhood.key, concerned=True)
    rows = _waits(person=viewer.somebody(), neighbourhood=neighbourhood.pk, today=today)
    return Waits(*(bool(one) for row in rows for one in row))


@ready
def _waits(person: UUID, neighbourhood: int, today: date) -> QuerySet[Person, tuple[bool, ...]]:
    asked = {
        "asked_met": meeting.any_asked.ask(person, neighbourhood),
        "asked_ties": ties.any_asked.ask(person, neighbourhood),
        "asked_coffees": weaving.any_asked.ask(person, neighbourhood),
        "asked_to_look": learning.due.ask(person, neighbourhood, today),
        "asked_claims": claiming.any_claimed.ask(person, neighbourhood),
        "asked_to_host": hosting.any_offered.ask(person, neighbourhood),
    }
    found = Person.objects.filter(key=person)
    return found.annotate(**{name: Exists(rows) for name, rows in asked.items()}).values_list(*asked)
