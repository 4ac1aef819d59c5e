"""The register of room, and emergencies in it.

The register is written only by a hand-over: the act above asked the right, locked the task and goes on to tell its own
moment, in the same transaction.
"""

from datetime import date, datetime
from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Institution
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.power import moments
from vuurtoren.power.models import Declared, Room
from vuurtoren.power.rules import Emergency, Powers


def make_room(
    place: Place,
    *,
    task: UUID,
    kind: str,
    hand_over: UUID,
    handed_by: Institution | None,
    powers: Powers,
    until: date | None = None,
    at: datetime,
) -> Moment:
    """From now on residents hold this task; the room they held before, if any, ended with the same hand-over."""
    _within_a_hand_over()
    who = {
        "decides": powers.decides,
        "advises": powers.advises,
        "does": powers.does,
        "pays": powers.pays,
    }
    made = Room.objects.create(
        place=place,
        task=task,
        kind=kind,
        hand_over=hand_over,
        handed_by=handed_by,
        since=at,
        until=until,
        **who,
    )
    return _tell(moments.ROOM_MADE, made, at, **who)


def end_room(task: UUID, *, why: str, at: datetime) -> Moment | None:
    """Residents hold this task no longer, or from now on in another way; None where they held none."""
    _within_a_hand_over()
    held = Room.objects.select_related("place__neighbourhood").filter(task=task, ended_at=None).first()
    if held is None:
        return None
    held.ended_at, held.why_ended = max(at, held.since), why
    held.save(update_fields=["ended_at", "why_ended"])
    return _tell(moments.ROOM_ENDED, held, at, why=why)


@transaction.atomic
def declare_emergency(
    by: Viewer, place: Place, *, kind: str, emergency: Emergency, day: date, at: datetime
) -> Moment:
    """The institution will come on `day` into room that residents hold, without having asked: why, and until when.

    `kind` is the kind of task. Everybody sees it at the street until it ends by itself; the moment is there for a canary.
    """
    by.must("plan.change", place.neighbourhood.key)
    if not Room.objects.select_for_update().filter(place=place, kind=kind, ended_at=None).exists():
        raise Refused("room.may_come_anyway")
    emergency.check(timezone.localdate(at), day)
    made = Declared.objects.create(
        place=place, kind=kind, reason=emergency.kind, at=at, until=emergency.until
    )
    return record(
        moments.EMERGENCY_DECLARED,
        neighbourhood=place.neighbourhood.key,
        at=at,
        who=by.person,
        about=made.key,
        place=place.key,
        why=emergency.kind,
        until=emergency.until,
    )


@transaction.atomic
def end_emergency(by: Viewer, place: Place, *, kind: str, at: datetime) -> Moment:
    """What was declared is over before its last day: from now on the institution asks first again.

    For who works for the institution: it answers for having declared it. Crews that are on a plan by it stay where they
    are until somebody takes them off.
    """
    by.must("plan.change", place.neighbourhood.key)
    runs = Declared.objects.select_for_update().filter(
        place=place, kind=kind, over_at=None, until__gte=timezone.localdate(at)
    )
    found = list(runs.order_by("pk"))
    if not found:
        raise Refused("room.no_emergency")
    for one in found:
        one.over_at = at
        one.save(update_fields=["over_at"])
    return record(
        moments.EMERGENCY_OVER,
        neighbourhood=place.neighbourhood.key,
        at=at,
        who=by.person,
        about=found[-1].key,
        place=place.key,
    )


def _within_a_hand_over() -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("room changes in the transaction of a hand-over")


def _tell(kind: Kind, room: Room, at: datetime, **what: object) -> Moment:
    """Nobody's name: who said yes stands with the hand-over."""
    scope = room.place.neighbourhood.key
    return record(kind, neighbourhood=scope, at=at, who=None, about=room.key, place=room.place.key, **what)
