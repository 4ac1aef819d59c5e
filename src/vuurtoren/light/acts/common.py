"""What the deeds about principles share: the principle ours alone, and a moment that says no more than it may."""

from datetime import datetime
from uuid import UUID

from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.light.models import Principle
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


def standing(principle: Principle, where: Neighbourhood) -> Principle:
    """The principle as it is now, ours alone until the deed is done; refused where it rests or is of elsewhere."""
    rows = Principle.objects.select_related("neighbourhood").filter(neighbourhood=where, laid_at=None)
    found = alone(rows, principle.pk)
    if found is None:
        raise Refused("light.principle_gone")
    return found


def myself(viewer: Viewer) -> Person:
    """Whoever acts, ours alone until the deed is done; whoever was forgotten is not there any more."""
    found = Person.objects.select_for_update().filter(key=viewer.somebody()).first()
    if found is None:
        raise Refused("people.forgotten")
    return found


def tell(
    kind: Kind,
    viewer: Viewer | None,
    where: Neighbourhood,
    at: datetime,
    about: UUID | None = None,
    **what: object,
) -> Moment:
    """The moment of a deed; without a viewer nobody is named: the moment of the decision names them already."""
    who = viewer.person if viewer else None
    return record(kind, neighbourhood=where.key, at=at, who=who, about=about, place=None, **what)
