"""What the deeds share: who acts, a weighing ours alone, and a moment that names nobody."""

from datetime import datetime
from typing import Any
from uuid import UUID

from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.nudges.models import Weighing
from vuurtoren.nudges.queries import is_mine, may_read
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


def myself(viewer: Viewer) -> Person:
    """Whoever acts, ours alone until the deed is done; whoever was forgotten is not there any more."""
    found = Person.objects.select_for_update().filter(key=viewer.somebody()).first()
    if found is None:
        raise Refused("people.forgotten")
    return found


def of_mine(viewer: Viewer, weighing: Weighing) -> Weighing:
    """The weighing as it is now, ours alone until the deed is done, for whoever made it."""
    now = _locked(weighing)
    viewer.must("weigh.own", now.neighbourhood.key, concerned=is_mine(viewer, now))
    return now


def of_ours(viewer: Viewer, weighing: Weighing) -> Weighing:
    """The same, also for whom it is shared with."""
    now = _locked(weighing)
    viewer.must("weigh.own", now.neighbourhood.key, concerned=may_read(viewer, now))
    return now


def check_open(weighing: Weighing) -> None:
    """Nobody looked back on it yet."""
    if weighing.went:
        raise Refused("nudges.looked_back_already")


def tell(kind: Kind, where: Neighbourhood, about: UUID | None, at: datetime, **what: Any) -> Moment:
    """Without who did it: a nudge, a doubt and a lesson are people's own."""
    return record(kind, neighbourhood=where.key, at=at, who=None, about=about, **what)


def _locked(weighing: Weighing) -> Weighing:
    found = alone(Weighing.objects.select_related("neighbourhood"), weighing.pk)
    if found is None:
        raise Refused("nudges.weighing_gone")
    return found
