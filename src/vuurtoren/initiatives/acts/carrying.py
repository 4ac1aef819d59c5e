"""Roles in an initiative: made, claimed, offered, answered, carried by two for a while, laid down. And: still going on."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.initiatives import moments
from vuurtoren.initiatives.acts.common import locked, myself, of_its_people, settle, take_in, tell, touch
from vuurtoren.initiatives.models import Initiative, Joined, Role
from vuurtoren.initiatives.rules import Part, Pass, State, check_part, check_weeks, is_silent
from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@transaction.atomic
def make_role(by: Viewer, initiative: Initiative, *, name: str, mine: bool, at: datetime) -> Moment:
    """A role with a name: I carry it, or it is open to whoever wants."""
    now, me = of_its_people(by, initiative), myself(by)
    name = check_part(name, now.roles.count())
    Role.objects.create(initiative=now, name=name, by=me, holder=me if mine else None, made_at=at)
    touch(now, at)
    return tell(moments.PART_MADE, by, now, at)


@transaction.atomic
def drop_role(by: Viewer, role: Role, *, at: datetime) -> Moment:
    """A role that nobody has is not needed any more."""
    initiative = of_its_people(by, role.initiative)
    now = _role(role, initiative)
    if now.passing.on(timezone.localdate(at)).part is not Part.VACANT:
        raise Refused("initiatives.part_held")
    now.delete()
    touch(initiative, at)
    return tell(moments.PART_ENDED, by, initiative, at)


@transaction.atomic
def claim_role(by: Viewer, role: Role, *, at: datetime) -> Moment:
    """Whoever lives here takes up a role that nobody has, and is in the initiative with it."""
    initiative = locked(role.initiative)
    by.must("initiative.join", initiative.neighbourhood.key)
    now, me = _role(role, initiative), myself(by)
    holder, _ = now.passing.on(timezone.localdate(at)).after(Pass.CLAIM, me.pk)
    take_in(initiative, me, at)
    settle(now, holder)
    touch(initiative, at)
    return tell(moments.PART_MOVED, by, initiative, at, becomes=Part.HELD.value)


@transaction.atomic
def offer_on(by: Viewer, role: Role, *, to: Person, weeks: int, at: datetime) -> Moment:
    """Offer my role to somebody else in it, with so many weeks in which both carry it. It stays mine until the yes."""
    initiative, today = of_its_people(by, role.initiative), timezone.localdate(at)
    now, me = _role(role, initiative), myself(by)
    holder, _ = now.passing.on(today).after(Pass.OFFER, me.pk)
    weeks = check_weeks(weeks)
    if to == me or not Joined.objects.filter(initiative=initiative, person=to).exists():
        raise Refused("initiatives.not_in_it")
    settle(now, holder, to=to.pk, offered_on=today, weeks=weeks)
    touch(initiative, at)
    return tell(moments.PART_MOVED, by, initiative, at, becomes=Part.OFFERED.value)


@transaction.atomic
def pass_role(by: Viewer, role: Role, *, turn: str, at: datetime) -> Moment:
    """Accept or decline what one was offered, take an offer back, say that it is handed over, or lay the role down.

    Of who holds it and who was offered it, also without any other role here; a no is never blamed, and is told to no one
    but who asked."""
    initiative, today = locked(role.initiative), timezone.localdate(at)
    now = _role(role, initiative)
    where = initiative.neighbourhood.key
    carried = now.passing.on(today)
    me = Person.objects.select_for_update().filter(key=by.person).first() if by.person else None
    by.must("initiative.leave", where, concerned=me is not None and me.pk in (carried.holder, carried.to))
    if me is None or turn not in _TURNS:
        raise Refused("initiatives.part_moved_on")
    holder, to = carried.after(Pass(turn), me.pk)
    declined = carried.part is Part.OFFERED and turn == Pass.DECLINE
    if to is not None:
        settle(now, holder, to=to, offered_on=now.offered_on, accepted_on=today)
    else:
        settle(now, holder, declined_on=today if declined else None)
    touch(initiative, at)
    becomes = now.passing.on(today).part
    return tell(moments.PART_MOVED, by, initiative, at, becomes=becomes.value)


@transaction.atomic
def still_doing(by: Viewer, initiative: Initiative, *, at: datetime) -> Moment:
    """How is it going? It goes on."""
    now = of_its_people(by, initiative)
    if now.now is not State.DOING:
        raise Refused("initiatives.moved_on")
    touch(now, at)
    return tell(moments.STILL_DOING, by, now, at)


@transaction.atomic
def ask_gently(by: Viewer, where: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Of what is said to go on and gave no sign for long, ask its people once how it is going. Nothing is taken away.

    A moment for each; a second time, and every night after it, there is none until they gave a sign again."""
    by.must("machine.night", where.key)
    today = timezone.localdate(at)
    rows = Initiative.objects.filter(neighbourhood=where, state=State.DOING.value, asked_at=None)
    told = []
    for one in all_alone(rows.select_related("neighbourhood", "place")):
        if is_silent(one.now, timezone.localdate(one.touched_at), today) and one.people.exists():
            one.asked_at = at
            one.save(update_fields=["asked_at"])
            told.append(tell(moments.ASKED_GENTLY, by, one, at))
    return tuple(told)


_TURNS = (Pass.ACCEPT, Pass.DECLINE, Pass.TAKE_BACK, Pass.FINISH, Pass.LAY_DOWN)


def _role(role: Role, initiative: Initiative) -> Role:
    """The role as it is now, ours alone until the deed is done; its initiative was locked before."""
    found = alone(Role.objects.filter(initiative=initiative), role.pk)
    if found is None:
        raise Refused("initiatives.part_gone")
    return found
