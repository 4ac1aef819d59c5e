"""What the deeds about initiatives share: the initiative ours alone, and a moment that says no more than it may."""

from datetime import date, datetime
from typing import Any

from django.db.models import Q

from vuurtoren.initiatives.models import Initiative, Joined, Role
from vuurtoren.initiatives.queries import is_in
from vuurtoren.initiatives.rules import Part
from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place


def locked(initiative: Initiative) -> Initiative:
    """The initiative as it is now, ours alone until the deed is done."""
    found = alone(Initiative.objects.select_related("neighbourhood", "place", "by"), initiative.pk)
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
    """Somebody is in it from now on; were they not before? Whoever did not start it makes it one of more people for
    good."""
    _, new = Joined.objects.get_or_create(initiative=initiative, person=person, defaults={"since": at})
    if not initiative.shared and initiative.by != person:
        initiative.shared = True
        initiative.save(update_fields=["shared"])
    return new


def let_go_of_roles(initiative: Initiative, person: Person, today: date) -> None:
    """Whoever steps out holds no role any more: it is whose it was passed to, or nobody's; what they were asked falls."""
    mine = Q(holder=person) | Q(to=person)
    for role in all_alone(Role.objects.filter(mine, initiative=initiative)):
        now = role.passing.on(today)
        both = now.part is Part.OVERLAP
        holder = now.holder if now.holder != person.pk else now.to if both else None
        settle(role, holder)


def settle(role: Role, holder: int | None, **rest: Any) -> None:
    """Write down who holds it, with nothing of what was before but what is given."""
    role.holder_id = holder
    role.to_id = rest.get("to")
    role.offered_on, role.accepted_on = rest.get("offered_on"), rest.get("accepted_on")
    role.declined_on, role.weeks = rest.get("declined_on"), rest.get("weeks", role.weeks)
    role.save(update_fields=["holder", "to", "offered_on", "accepted_on", "declined_on", "weeks"])


def touch(initiative: Initiative, at: datetime) -> None:
    """Its people gave a sign: what they were asked since they gave none is answered."""
    initiative.touched_at, initiative.asked_at = at, None
    initiative.save(update_fields=["touched_at", "asked_at"])


def check_here(place: Place | None, where: Neighbourhood) -> None:
    """A place is of this neighbourhood, and is there."""
    if place and (place.neighbourhood_id != where.pk or place.gone_at):
        raise Refused("initiatives.place_gone")


def tell(
    kind: Kind, viewer: Viewer, initiative: Initiative, at: datetime, *, moves: bool = False, **what: object
) -> Moment:
    """Write the moment; one that `moves` to another place is about two, so it names none."""
    return record(
        kind,
        neighbourhood=initiative.neighbourhood.key,
        at=at,
        who=viewer.person,
        about=initiative.key,
        place=initiative.place.key if initiative.place and not moves else None,
        **what,
    )
