"""May it go wrong? Answer three questions, decide, share it with a few, or take it away."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.nudges import moments
from vuurtoren.nudges.acts.common import check_open, myself, of_mine, tell
from vuurtoren.nudges.models import SharedWith, Weighing
from vuurtoren.nudges.rules import MOST_SHARED, About, Decision, check_answers
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@transaction.atomic
def weigh(
    by: Viewer,
    where: Neighbourhood,
    *,
    stake: str,
    undone: str,
    hurt: str,
    learns: str,
    about: About | None = None,
    at: datetime,
) -> Moment:
    """Before a larger intervention: what is at stake and can it be undone, who is hurt, who learns. Whoever asks reads it
    alone until they share it."""
    by.must("weigh.write", where.key)
    me = myself(by)
    waiting = Weighing.objects.filter(by=me, neighbourhood=where, went="").count()
    answers, stake = check_answers(undone, hurt, learns, stake, waiting)
    made = Weighing.objects.create(
        neighbourhood=where,
        by=me,
        about_kind=about.kind if about else "",
        about=about.key if about else None,
        stake=stake,
        undone=answers.undone.value,
        hurt=answers.hurt.value,
        learns=answers.learns.value,
        made_on=timezone.localdate(at),
    )
    return tell(moments.WEIGHED, where, made.key, at)


@transaction.atomic
def decide_weighing(
    by: Viewer,
    weighing: Weighing,
    *,
    stance: str,
    stop: str,
    look_back_on: date,
    why: str = "",
    at: datetime,
) -> Moment:
    """What I do, when I stop it, and when I look back; also otherwise than was suggested. Until then I may think again."""
    now = of_mine(by, weighing)
    check_open(now)
    decision = Decision(stance, stop, look_back_on, why).check(now.answers, timezone.localdate(at))
    now.decided, now.stop, now.why = decision.stance, decision.stop, decision.why
    now.look_back_on = decision.look_back_on
    now.save(update_fields=["decided", "stop", "why", "look_back_on"])
    return tell(moments.DECIDED, now.neighbourhood, now.key, at)


@transaction.atomic
def share_weighing(by: Viewer, weighing: Weighing, *, people: Collection[Person], at: datetime) -> Moment:
    """From now on these people may read it, and nobody else; whoever wrote words with it may go on reading it."""
    now = of_mine(by, weighing)
    found = Person.objects.filter(pk__in=[one.pk for one in people], roles__neighbourhood=now.neighbourhood)
    chosen = list(found.exclude(key=by.somebody()).distinct().order_by("pk"))
    if len(chosen) > MOST_SHARED:
        raise Refused("nudges.shared_with_many", most=MOST_SHARED)
    now.shared.exclude(person__in=chosen).delete()
    for one in chosen:
        SharedWith.objects.get_or_create(weighing=now, person=one)
    return tell(moments.SHARED, now.neighbourhood, now.key, at)


@transaction.atomic
def drop_weighing(by: Viewer, weighing: Weighing, *, at: datetime) -> Moment:
    """It is not needed any more, or was a slip: nothing of it stays, as long as no words of others are in it."""
    now = of_mine(by, weighing)
    if now.voices.exclude(person__key=by.somebody()).exists():
        raise Refused("nudges.others_wrote")
    moment = tell(moments.DROPPED, now.neighbourhood, now.key, at)
    now.delete()
    return moment
