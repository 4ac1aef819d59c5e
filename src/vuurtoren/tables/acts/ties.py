"""A tie is there because two people met and both say it may be remembered. Either lets it go, and it is gone."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.tables import moments
from vuurtoren.tables.acts.common import about_nobody
from vuurtoren.tables.counting import Ends, figures_of
from vuurtoren.tables.models import Present, Tie, TieCount
from vuurtoren.tables.rules import ANSWER_WITHIN, ASK_AGAIN_AFTER, COUNT_EVERY

AT_ONCE = 2000


@transaction.atomic
def keep_tie(by: Viewer, present: Present, *, at: datetime) -> Moment:
    """We met there and know each other; may that be remembered? The other is asked; both asking is both saying yes.

    Who asks again after taking it back sees the same, whether the other said no or nothing; a no is not asked again."""
    where = present.gathering.table.neighbourhood
    me, other = _both_there(by, present)
    by.must("tie.own", where.key, concerned=me is not None)
    if me is None or other is None or me == other:
        raise Refused("tables.tie_not_met")
    if other.account_id is None:
        raise Refused("tables.tie_on_paper")
    low, high = sorted((me, other), key=lambda one: one.pk)
    given = {"asked_by_low": me == low, "asked_at": at}
    found, new = Tie.objects.select_for_update().get_or_create(
        neighbourhood=where, low=low, high=high, defaults=given
    )
    if new:
        return about_nobody(moments.TIE_ASKED, where, at)
    i_asked = found.asked_by_low == (me == low)
    if found.taken_back_at:
        _ask_anew(found, by_low=me == low, at=at, answered=i_asked)
        return about_nobody(moments.TIE_ASKED, where, at)
    if found.said_yes_at or i_asked:
        raise Refused("tables.tie_asked_already")
    _say_yes(found, at)
    return about_nobody(moments.TIE_ANSWERED, where, at)


@transaction.atomic
def answer_tie(by: Viewer, tie: Tie, *, yes: bool, at: datetime) -> Moment:
    """May it be remembered that we know each other? A no is told to nobody."""
    found = _tie(tie)
    asked = found.high if found.asked_by_low else found.low
    by.must("tie.own", found.neighbourhood.key, concerned=by.person == asked.key)
    if found.said_yes_at or found.said_no_at:
        raise Refused("tables.answered_already")
    if yes:
        _say_yes(found, at)
    else:
        found.said_no_at = at
        found.save(update_fields=["said_no_at"])
    return about_nobody(moments.TIE_ANSWERED, found.neighbourhood, at)


@transaction.atomic
def let_go(by: Viewer, tie: Tie, *, at: datetime) -> Moment:
    """It need not be remembered any longer: one of the two is enough, and nothing of it stays. Whoever asked takes back a
    question the same way, and cannot tell whether it was answered: a no stays, for who said it, and is not seen."""
    found = _tie(tie)
    mine = by.person in (found.low.key, found.high.key)
    by.must("tie.own", found.neighbourhood.key, concerned=mine)
    asker = found.low if found.asked_by_low else found.high
    asked = asker.key == by.person and not found.taken_back_at and found.asked_at >= at - ANSWER_WITHIN
    if not found.said_yes_at and not asked:
        raise Refused("tables.gone")
    if found.said_no_at:
        found.taken_back_at = at
        found.save(update_fields=["taken_back_at"])
    else:
        found.delete()
    return about_nobody(moments.TIE_LET_GO, found.neighbourhood, at)


@transaction.atomic
def end_asking_about_ties(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Four weeks without an answer is no yes; after a year nothing is left of a no. A moment for each that ended."""
    by.must("machine.night", neighbourhood.key)
    here = Tie.objects.filter(neighbourhood=neighbourhood, said_yes_at=None)
    here.filter(said_no_at__lt=at - ASK_AGAIN_AFTER, asked_at__lt=at - ANSWER_WITHIN).delete()
    waiting = here.filter(said_no_at=None, asked_at__lt=at - ANSWER_WITHIN)
    told = []
    for tie in all_alone(waiting):
        tie.said_no_at = at
        tie.save(update_fields=["said_no_at"])
        told.append(about_nobody(moments.TIE_ENDED, neighbourhood, at))
    return tuple(told)


@transaction.atomic
def count_ties(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """What may be told of the ties here, counted anew once a week; nothing happens in between."""
    by.must("machine.night", neighbourhood.key)
    Neighbourhood.objects.select_for_update(no_key=True).get(pk=neighbourhood.pk)
    today = timezone.localdate(at)
    before = TieCount.objects.filter(neighbourhood=neighbourhood)
    if before.filter(counted_on__gt=today - COUNT_EVERY, counted_on__lte=today).exists():
        return ()
    counts = [
        TieCount(neighbourhood=neighbourhood, counted_on=today, **told) for told in _told(neighbourhood)
    ]
    before.delete()
    TieCount.objects.bulk_create(counts, batch_size=AT_ONCE)
    return (about_nobody(moments.TIES_COUNTED, neighbourhood, at),)


def _told(neighbourhood: Neighbourhood) -> Iterator[dict[str, Any]]:
    """The counts to keep; one that may not be told is kept as zero, so that it is known when was counted."""
    here = set(Place.objects.filter(neighbourhood=neighbourhood).values_list("pk", flat=True))
    ties = Tie.objects.filter(neighbourhood=neighbourhood, said_yes_at__isnull=False)
    rows = ties.values_list("low__home", "high__home", "low", "high").iterator(chunk_size=AT_ONCE)
    found = figures_of(
        Ends(one if one in here else None, other if other in here else None, low, high)
        for one, other, low, high in rows
    )
    for what, count in (("ties", found.ties), ("bridges", found.bridges), ("streets", found.streets)):
        yield {"what": what, "count": count or 0}
    for (one, other), count in found.between.items():
        yield {"what": "between", "one_id": one, "other_id": other, "count": count}


def _both_there(viewer: Viewer, present: Present) -> tuple[Person | None, Person | None]:
    """The viewer and the other, as far as they are remembered at that gathering."""
    there = Present.objects.filter(gathering=present.gathering_id, said_yes_at__isnull=False)
    people = {one.person.pk: one.person for one in there.select_related("person").order_by("pk")}
    me = next((one for one in people.values() if one.key == viewer.person), None)
    return me, people.get(present.person_id)


def _say_yes(tie: Tie, at: datetime) -> None:
    tie.said_yes_at, tie.said_no_at = at, None
    tie.save(update_fields=["said_yes_at", "said_no_at"])


def _ask_anew(tie: Tie, *, by_low: bool, at: datetime, answered: bool) -> None:
    """A question that was taken back is asked again; `answered`: by the same one, so that the no holds."""
    tie.asked_by_low, tie.asked_at, tie.taken_back_at = by_low, at, None
    tie.said_no_at = tie.said_no_at if answered else None
    tie.save(update_fields=["asked_by_low", "asked_at", "taken_back_at", "said_no_at"])


def _tie(tie: Tie) -> Tie:
    found = alone(Tie.objects.select_related("low", "high", "neighbourhood"), tie.pk)
    if found is None:
        raise Refused("tables.gone")
    return found
