"""What the deeds about initiatives share: the initiative ours alone, and a moment that says no more than it may."""

from datetime import datetime

from vuurtoren.initiatives.models import Initiative, Joined
from vuurtoren.initiatives.queries import is_in
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place


def locked(initiative: Initiative) -> Initiative:
    """The initiative as it is now, ours alone until the deed is done."""
    rows = Initiative.objects.select_for_update(of=("self",)).select_related("neighbourhood", "place", "by")
    found = rows.filter(pk=initiative.pk).first()
    if found is None:
        raise Refused("initiatives.gone")
    return found


def of_its_people(viewer: Viewer, initiative: Initiative) -> Initiative:
    """The same, for who is in it: only they say how it goes."""
    now = locked(initiative)
    viewer.must("initiative.tend", now.neighbourhood.key, concerned=is_in(viewer, now))
    return now


def myself(viewer: Viewer) -> Person:
    """Whoever acts, ours alone until the deed is done; whoever was forgotten is not there any more."""
    found = Person.objects.select_for_update().filter(key=viewer.somebody()).first()
    if found is None:
        raise Refused("people.forgotten")
    return found


def take_in(initiative: Initiative, person: Person, at: datetime) -> bool:
    """Somebody is in it from now on; were they not before?"""
    _, new = Joined.objects.get_or_create(initiative=initiative, person=person, defaults={"since": at})
    return new


def touch(initiative: Initiative, at: datetime) -> None:
    """Its people gave a sign."""
    initiative.touched_at = at
    initiative.save(update_fields=["touched_at"])


def check_here(place: Place | None, where: Neighbourhood) -> None:
    """A place is of this neighbourhood, and is there."""
    if place and (place.neighbourhood_id != where.pk or place.gone_at):
        raise Refused("initiatives.place_gone")


def tell(kind: Kind, viewer: Viewer, initiative: Initiative, at: datetime, **what: object) -> Moment:
    return record(
        kind,
        neighbourhood=initiative.neighbourhood.key,
        at=at,
        who=viewer.person,
        about=initiative.key,
        place=initiative.place.key if initiative.place else None,
        **what,
    )
