"""Give a nudge, take a slip back, and answer that one does more and more for others."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.nudges import moments
from vuurtoren.nudges.acts.common import myself, tell
from vuurtoren.nudges.models import Heard, Nudge
from vuurtoren.nudges.queries import growing
from vuurtoren.nudges.rules import UNDO_WITHIN, About, check_heard, check_nudge, may_undo
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@transaction.atomic
def give_nudge(by: Viewer, where: Neighbourhood, *, kind: str, about: About, at: datetime) -> Moment:
    """Write down a nudge of one's own. Initiatives stand beside and tables above this app: whoever calls has asked them
    whether what it is about is there."""
    by.must("nudge.give", where.key)
    me = myself(by)
    lately = Nudge.objects.filter(giver=me, neighbourhood=where, given_at__gt=at - UNDO_WITHIN).count()
    made = Nudge.objects.create(
        neighbourhood=where,
        giver=me,
        kind=check_nudge(kind, lately),
        about_kind=about.kind,
        about=about.key,
        given_at=at,
    )
    return tell(moments.GIVEN, where, made.key, at)


@transaction.atomic
def take_back_nudge(by: Viewer, nudge: Nudge, *, at: datetime) -> Moment:
    """That was a slip: within a day nothing of it stays."""
    now = alone(Nudge.objects.select_related("giver", "neighbourhood"), nudge.pk)
    if now is None:
        raise Refused("nudges.nudge_gone")
    by.must("nudge.own", now.neighbourhood.key, concerned=now.giver.key == by.person)
    if not may_undo(now.given_at, at):
        raise Refused("nudges.too_long_ago")
    moment = tell(moments.TAKEN_BACK, now.neighbourhood, now.key, at)
    now.delete()
    return moment


@transaction.atomic
def answer_growing(by: Viewer, where: Neighbourhood, *, answer: str, at: datetime) -> Moment:
    """It is well so, or I do it in another way. Then it is silent for a while; the journal does not tell who or what."""
    by.must("nudge.own", where.key, concerned=by.person is not None)
    me, today = myself(by), timezone.localdate(at)
    answer = check_heard(answer)
    if growing(by, where, today) is None:
        raise Refused("nudges.nothing_grows")
    Heard.objects.update_or_create(person=me, neighbourhood=where, defaults={"answer": answer, "on": today})
    return tell(moments.HEARD, where, None, at)
