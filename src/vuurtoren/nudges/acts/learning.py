"""Look back: how it went, what each learned in their own words, and whether all may read that."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.nudges import moments
from vuurtoren.nudges.acts.common import check_open, myself, of_mine, of_ours, tell
from vuurtoren.nudges.models import Voice, Weighing
from vuurtoren.nudges.rules import check_learned, check_went
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer


@transaction.atomic
def look_back(
    by: Viewer,
    weighing: Weighing,
    *,
    went: str,
    words: str = "",
    yes: bool | None = None,
    named: bool = False,
    at: datetime,
) -> Moment:
    """It went well, otherwise, or wrong; if one wants with what one learned. Also before the day that was set."""
    now, me = of_mine(by, weighing), myself(by)
    check_open(now)
    if not now.decided:
        raise Refused("nudges.decide_first")
    now.went, now.looked_back_on = check_went(went).value, timezone.localdate(at)
    now.save(update_fields=["went", "looked_back_on"])
    _say(now, me, words, yes, named, at)
    return tell(moments.LOOKED_BACK, now.neighbourhood, now.key, at)


@transaction.atomic
def write_lesson(
    by: Viewer,
    weighing: Weighing,
    *,
    words: str,
    yes: bool | None = None,
    named: bool = False,
    at: datetime,
) -> Moment:
    """My own words about it, others than before, or none any more. Whoever may read the weighing writes their own, never
    somebody else's. `yes`: all may read them; empty: I say that later."""
    now, me = of_ours(by, weighing), myself(by)
    if not now.went:
        raise Refused("nudges.look_back_first")
    _say(now, me, words, yes, named, at)
    return tell(moments.WORDED, now.neighbourhood, now.key, at)


@transaction.atomic
def agree_lesson(by: Viewer, weighing: Weighing, *, yes: bool, at: datetime) -> Moment:
    """My words may stand in public, or not (any more). What is published without a yes is not any longer, at once."""
    now, me = of_ours(by, weighing), myself(by)
    if not Voice.objects.filter(weighing=now, person=me).update(yes=yes):
        raise Refused("nudges.no_words_of_yours")
    return tell(moments.AGREED, now.neighbourhood, now.key, at, yes=yes)


def _say(weighing: Weighing, me: Person, words: str, yes: bool | None, named: bool, at: datetime) -> None:
    words = check_learned(words)
    if not words:
        Voice.objects.filter(weighing=weighing, person=me).delete()
        return
    given = {"words": words, "yes": yes, "named": named, "at": at}
    Voice.objects.update_or_create(weighing=weighing, person=me, defaults=given)
