"""Whoever finds somebody by what they have asks them to a table: come and drink coffee. A yes is told, a no to nobody."""

from collections.abc import Collection
from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vuurtoren.gifts import moments
from vuurtoren.gifts.models import Gift, Invitation
from vuurtoren.gifts.queries import NOBODY, may_invite
from vuurtoren.gifts.rules import INVITATION_KEPT, check_invitation
from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@transaction.atomic
def invite(
    by: Viewer,
    gift: Gift,
    about: str,
    *,
    day: date,
    sat_with: Collection[UUID] = NOBODY,
    at: datetime,
) -> Moment:
    """Ask the giver of a gift that one may see to a table, `about` by its public address, on a day it meets. Tables stand
    beside this app: whoever calls has asked them whether it does."""
    where, today = gift.neighbourhood, timezone.localdate(at)
    by.must("gift.see", where.key)
    me = Person.objects.select_for_update().filter(key=by.somebody()).first()
    if me is None:
        raise Refused("people.forgotten")
    found = may_invite(by, where, gift.public_id, today, sat_with=sat_with)
    if found is None:
        raise Refused("gifts.gone")
    mine = Invitation.objects.filter(by=me, neighbourhood=where, yes_at=None, taken_back_at=None)
    check_invitation(day, today, mine.filter(day__gte=today).count())
    given = {"about": about, "day": day, "asked_at": at, "taken_back_at": None}
    row, new = Invitation.objects.get_or_create(gift=found, by=me, defaults={"neighbourhood": where, **given})
    if not new and row.taken_back_at is None:
        raise Refused("gifts.invited_already")
    if not new:  # a no still stands: to who asks it looks as at first, and who said it is not asked again
        Invitation.objects.filter(pk=row.pk).update(**given)
    return _tell(moments.INVITED, by, where, row.key, at)


@transaction.atomic
def answer_invitation(by: Viewer, invitation: Invitation, *, yes: bool, at: datetime) -> Moment:
    """Yes, I come; or no, for which no reason is needed and of which nobody hears. Before the day one may think again."""
    row = _there(invitation)
    by.must("gift.own", row.neighbourhood.key, concerned=row.gift.person.key == by.person)
    if row.day < timezone.localdate(at):
        raise Refused("gifts.answered_already")
    row.yes_at, row.no_at = (at, None) if yes else (None, at)
    row.save(update_fields=["yes_at", "no_at"])
    return _tell(moments.INVITATION_ANSWERED, by, row.neighbourhood, row.key, at)


@transaction.atomic
def take_back_invitation(by: Viewer, invitation: Invitation, *, at: datetime) -> Moment:
    """Whoever asked need not be asked why: it is gone, also for whom one asked. Only a no stays until its time is over, so
    that nobody is asked again and again."""
    row = _there(invitation)
    by.must("gift.own", row.neighbourhood.key, concerned=row.by.key == by.person)
    moment = _tell(moments.INVITATION_OVER, by, row.neighbourhood, row.key, at)
    if row.no_at is None:
        row.delete()
    else:
        row.taken_back_at = at
        row.save(update_fields=["taken_back_at"])
    return moment


@transaction.atomic
def end_invitations(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Four weeks after its day nothing of an invitation is kept."""
    by.must("machine.night", neighbourhood.key)
    last = timezone.localdate(at) - INVITATION_KEPT
    rows = all_alone(Invitation.objects.filter(neighbourhood=neighbourhood, day__lt=last))
    Invitation.objects.filter(pk__in=[one.pk for one in rows]).delete()
    return tuple(_tell(moments.INVITATION_OVER, by, neighbourhood, one.key, at) for one in rows)


def _there(invitation: Invitation) -> Invitation:
    rows = Invitation.objects.select_related("neighbourhood", "gift__person", "by")
    found = alone(rows.filter(taken_back_at=None), invitation.pk)
    if found is None:
        raise Refused("gifts.gone")
    return found


def _tell(kind: Kind, by: Viewer, where: Neighbourhood, about: UUID, at: datetime) -> Moment:
    return record(kind, neighbourhood=where.key, at=at, who=by.person, about=about)
