"""An exception to a principle is a normal record: why, for whom, until when. It lapses by itself, or is ended earlier."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.light import moments
from vuurtoren.light.acts.common import myself, standing, tell
from vuurtoren.light.acts.leaning import lean_on
from vuurtoren.light.models import Excepted, Principle
from vuurtoren.light.rules import check_exception, stands
from vuurtoren.people.rules import Viewer

RIGHT = "exception.make"


@transaction.atomic
def make_exception(
    by: Viewer,
    principle: Principle,
    *,
    why: str,
    for_whom: str,
    until: date,
    leans_on: Sequence[Principle] = (),
    at: datetime,
) -> Moment:
    """Here another way is better for now. What it leans on are other principles: not the one it departs from."""
    by.must(RIGHT, principle.neighbourhood.key)
    one = standing(principle, principle.neighbourhood)
    today = timezone.localdate(at)
    why, for_whom = check_exception(why, for_whom, until, today)
    if any(other.pk == one.pk for other in leans_on):
        raise Refused("light.leans_on_itself")
    made = Excepted.objects.create(
        principle=one, why=why, for_whom=for_whom, made_on=today, until=until, by=myself(by)
    )
    lean_on(one.neighbourhood, kind="exception", about=made.key, principles=leans_on, at=at)
    return tell(moments.EXCEPTION_MADE, by, one.neighbourhood, at, made.key, until=until)


@transaction.atomic
def end_exception(by: Viewer, excepted: Excepted, *, at: datetime) -> Moment:
    """Not needed any more, before its end came."""
    where = excepted.principle.neighbourhood
    by.must(RIGHT, where.key)
    found = Excepted.objects.select_for_update().filter(pk=excepted.pk).first()
    today = timezone.localdate(at)
    if found is None or stands(found.until, found.ended_on, today) != "runs":
        raise Refused("light.exception_over")
    found.ended_on = max(today, found.made_on)
    found.save(update_fields=["ended_on"])
    return tell(moments.EXCEPTION_ENDED, by, where, at, found.key)
