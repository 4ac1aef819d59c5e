"""Both sides look back on what they agreed: one of them notes it, each may add a sentence."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.acts.effects import tell
from vuurtoren.care.acts.parties import party
from vuurtoren.care.looking import check_again, check_sentence
from vuurtoren.care.models import HandOver, LookBack
from vuurtoren.care.queries.looking import look_back_of
from vuurtoren.care.rules import Side
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer


@transaction.atomic
def look_back_together(
    by: Viewer, hand_over: HandOver, *, words: str = "", again_on: date | None = None, at: datetime
) -> Moment:
    """We looked back together: from the day on that stands there, or once the term is over. The next day is a year on,
    unless they choose another one. Who did not note it may add a sentence of their side within a month.

    It changes nothing in who carries.
    """
    task, agreed, side = party(by, hand_over)
    words, today = check_sentence(words), timezone.localdate(at)
    now = look_back_of(agreed, today)
    if now.due or now.over:
        made = LookBack(hand_over=agreed, on=today, again_on=check_again(today, again_on))
    elif now.last and words and now.may_add(side):
        made = now.last
    else:
        raise Refused("care.no_look_back")
    _write(made, side, words)
    return tell(moments.LOOKED_BACK, by, task, at, about=agreed.key, side=side.value, again=made.again_on)


def _write(row: LookBack, side: Side, words: str) -> None:
    if side is Side.RESIDENTS:
        row.residents = words
    else:
        row.institution = words
    row.save()
