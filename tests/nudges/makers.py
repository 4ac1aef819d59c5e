"""Makers for stories about nudges and weighings; everything goes through the real acts."""

from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from django.utils import timezone

from tests.makers import NOW, seen_as
from vuurtoren.nudges import acts
from vuurtoren.nudges.models import Nudge, Weighing
from vuurtoren.nudges.rules import About
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood

SOMETHING = About("street", UUID(int=1))
ASKED = {"stake": "Het feest op het plein", "undone": "effort", "hurt": "doer", "learns": "they"}
TODAY = timezone.localdate(NOW)
SOON = TODAY + timedelta(days=7)


def given(by: Person, here: Neighbourhood, kind: str = "invite", at: datetime = NOW, times: int = 1) -> Nudge:
    """Nudges of somebody; the last one."""
    for _ in range(times):
        acts.give_nudge(seen_as(by), here, kind=kind, about=SOMETHING, at=at)
    return Nudge.objects.latest("pk")


def in_month(back: int, day: int = 15) -> datetime:
    """Noon on a day in the month so many months before that of the story."""
    number = TODAY.year * 12 + TODAY.month - 1 - back
    return timezone.make_aware(datetime.combine(date(number // 12, number % 12 + 1, day), time(12)))


def weighed(by: Person, here: Neighbourhood, about: About | None = None, **otherwise: str) -> Weighing:
    """What somebody asked themselves."""
    acts.weigh(seen_as(by), here, about=about, at=NOW, **{**ASKED, **otherwise})
    return Weighing.objects.latest("pk")


def decided(by: Person, here: Neighbourhood, on: date = SOON, **what: Any) -> Weighing:
    """The same, decided: stand beside it."""
    one = weighed(by, here, **what)
    acts.decide_weighing(
        seen_as(by), one, stance="beside", stop="Als het donker wordt", look_back_on=on, at=NOW
    )
    return again(one)


def looked_back(by: Person, here: Neighbourhood, *others: Person, **said: Any) -> Weighing:
    """The same, shared with others, and it went wrong."""
    one = decided(by, here)
    acts.share_weighing(seen_as(by), one, people=others, at=NOW)
    acts.look_back(seen_as(by), one, at=NOW, **{"went": "wrong", **said})
    return again(one)


def again(one: Weighing) -> Weighing:
    """As it is in the database now."""
    return Weighing.objects.select_related("neighbourhood", "by").get(pk=one.pk)
