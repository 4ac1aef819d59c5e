"""Days in one's own words: written by the professional alone, and shared only by them."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.stay import moments
from vuurtoren.stay.models import Day, DaysShared, Presence
from vuurtoren.stay.rules import check_day, check_kinds, check_sharing


@transaction.atomic
def was_here(by: Viewer, where: Neighbourhood, *, kind: str, off: bool = False, at: datetime) -> Moment:
    """One thing I did here today: a tap. A second tap says it is there already. `off`: it was tapped by mistake."""
    by.must("day.write", where.key)
    (kind,) = check_kinds([kind])
    if off:
        return _take_off(by, where, kind, at)
    day, _ = Day.objects.get_or_create(person=_me(by), neighbourhood=where, day=timezone.localdate(at))
    _, new = Presence.objects.get_or_create(day=day, kind=kind)
    if not new:
        raise Refused("stay.there_already")
    return record(moments.DAY_WRITTEN, neighbourhood=where.key, at=at, who=None)


def _take_off(by: Viewer, where: Neighbourhood, kind: str, at: datetime) -> Moment:
    """What was tapped today goes; a day with nothing in it goes too."""
    today = Day.objects.filter(person=_me(by), neighbourhood=where, day=timezone.localdate(at)).first()
    if today is None or not Presence.objects.filter(day=today, kind=kind).delete()[0]:
        raise Refused("stay.not_there")
    if not today.words and not today.kinds.exists():
        today.delete()
    return record(moments.DAY_WRITTEN, neighbourhood=where.key, at=at, who=None)


@transaction.atomic
def write_day(
    by: Viewer, where: Neighbourhood, *, day: date, kinds: Collection[str], words: str = "", at: datetime
) -> Moment:
    """A day is as told now: these kinds, these words. Nothing of both: the day is taken away."""
    by.must("day.write", where.key)
    words, kinds = check_day(day, timezone.localdate(at), words), check_kinds(kinds)
    me = _me(by)
    Day.objects.filter(person=me, neighbourhood=where, day=day).delete()
    if kinds or words:
        made = Day.objects.create(person=me, neighbourhood=where, day=day, words=words)
        for kind in kinds:
            Presence.objects.create(day=made, kind=kind)
    return record(moments.DAY_WRITTEN, neighbourhood=where.key, at=at, who=None)


@transaction.atomic
def share_days(
    by: Viewer, where: Neighbourhood, *, length: int | None, until: date | None = None, at: datetime
) -> Moment:
    """Neighbours may see how often I was here in the last so many days, up to and with a day (`until`); `length` None:
    nobody may, from now on."""
    by.must("day.own", where.key, concerned=by.person is not None)
    me = _me(by)
    DaysShared.objects.filter(person=me, neighbourhood=where).delete()
    if length is not None:
        until = until or timezone.localdate(at)
        check_sharing(length, until, timezone.localdate(at))
        DaysShared.objects.create(person=me, neighbourhood=where, length=length, until=until)
    return record(moments.DAYS_SHARED, neighbourhood=where.key, at=at, who=by.person, yes=length is not None)


def _me(by: Viewer) -> Person:
    """Oneself, ours alone until the deed is done."""
    found = Person.objects.select_for_update().filter(key=by.somebody()).first()
    if found is None:
        raise Refused("people.forgotten")
    return found
