"""How it goes: begun, at rest, going on, done, stopped, with what was learned; and back, where that was a slip."""

from datetime import datetime

from django.db import transaction

from vuurtoren.initiatives import moments
from vuurtoren.initiatives.acts.common import myself, of_its_people, tell, touch
from vuurtoren.initiatives.models import Initiative, Learned
from vuurtoren.initiatives.rules import Turn, check_learned, may_undo, next_state
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer


@transaction.atomic
def turn_to(
    by: Viewer,
    initiative: Initiative,
    *,
    turn: str,
    learned: str = "",
    seen_by: str = "people",
    at: datetime,
) -> Moment:
    """Its people say how it goes now, and if they want what was learned."""
    now = of_its_people(by, initiative)
    learned = check_learned(learned, seen_by)
    if turn not in tuple(Turn):
        raise Refused("initiatives.moved_on")
    becomes = next_state(now.now, Turn(turn))
    now.was, now.state, now.changed_at = now.state, becomes.value, at
    now.save(update_fields=["was", "state", "changed_at"])
    touch(now, at)
    if learned:
        Learned.objects.create(
            initiative=now, by=myself(by), words=learned, seen_by=seen_by, state=becomes.value, at=at
        )
    return tell(moments.MOVED, by, now, at, state=becomes.value)


@transaction.atomic
def turn_back(by: Viewer, initiative: Initiative, *, at: datetime) -> Moment:
    """That was a slip: within a day it is as it was, and what was written with it is gone."""
    now = of_its_people(by, initiative)
    if not now.was or not may_undo(now.changed_at, at):
        raise Refused("initiatives.nothing_to_undo")
    if now.changed_at:
        Learned.objects.filter(initiative=now, at=now.changed_at).delete()
    now.state, now.was, now.changed_at = now.was, "", None
    now.save(update_fields=["was", "state", "changed_at"])
    touch(now, at)
    return tell(moments.MOVED_BACK, by, now, at, state=now.state)
