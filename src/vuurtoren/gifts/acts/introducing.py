"""A table looks for somebody; whoever connects people introduces a gift to it; both say yes, or it does not happen."""

from collections.abc import Collection
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from vuurtoren.gifts import moments
from vuurtoren.gifts.models import Gift, Introduction, Looking
from vuurtoren.gifts.queries import NOBODY, suggested
from vuurtoren.gifts.rules import (
    ANSWER_WITHIN,
    BECAME,
    LOOKED_BACK_ON,
    asks_what_became,
    check_looking,
    may_answer,
)
from vuurtoren.initiatives.models import Initiative
from vuurtoren.initiatives.queries import is_in
from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood

ANSWERS = ("gift_yes_at", "gift_no_at", "looking_yes_at", "looking_no_at")


@transaction.atomic
def look_for(
    by: Viewer,
    neighbourhood: Neighbourhood,
    about: str,
    *,
    words: str,
    until: date,
    hosts: bool = False,
    at: datetime,
) -> Moment:
    """A table tells what it would like more of. `hosts`: did this viewer set the table, as tables know it? Tables stand
    beside this app, so whoever calls must have asked them; who did not ask is refused."""
    by.must("table.tend", neighbourhood.key, concerned=hosts)
    return _look(by, neighbourhood, about, words, until, at, "table")


@transaction.atomic
def look_for_initiative(
    by: Viewer, initiative: Initiative, *, words: str, until: date, at: datetime
) -> Moment:
    """An initiative tells what it would like more of: any of its people, as long as it lives."""
    where = initiative.neighbourhood
    by.must("initiative.tend", where.key, concerned=is_in(by, initiative))
    if not initiative.alive:
        raise Refused("gifts.initiative_over")
    return _look(by, where, initiative.public_id, words, until, at, "initiative")


def _look(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    about: str,
    words: str,
    until: date,
    at: datetime,
    whose: str,
) -> Moment:
    person = Person.objects.select_for_update().filter(key=viewer.somebody()).first()
    if person is None:
        raise Refused("people.forgotten")
    today = timezone.localdate(at)
    have = Looking.objects.filter(neighbourhood=neighbourhood, about=about, until__gte=today)
    words = check_looking(words, until, today, have.count(), whose=whose)
    row = Looking.objects.create(
        neighbourhood=neighbourhood, about=about, by=person, words=words, until=until, made_at=at
    )
    kind = moments.INITIATIVE_LOOKS if whose == "initiative" else moments.LOOKS
    return _tell(kind, viewer, neighbourhood, row.key, at)


@transaction.atomic
def look_no_more(by: Viewer, looking: Looking, *, at: datetime) -> Moment:
    """Found, or not needed any more: from now on nobody reads it, and what waits is asked no longer. Whom it was introduced
    to lately stays, so that what became of it can be asked; the rest goes at once."""
    today = timezone.localdate(at)
    found = alone(Looking.objects.select_related("neighbourhood", "by"), looking.pk)
    if found is None:
        raise Refused("gifts.gone")
    by.must("table.tend", found.neighbourhood.key, concerned=found.by.key == by.person)
    if found.until < today:
        raise Refused("gifts.gone")
    found.until = today - timedelta(days=1)
    found.save(update_fields=["until"])
    of_initiative = Initiative.objects.filter(
        neighbourhood=found.neighbourhood, public_id=found.about
    ).exists()
    kind = moments.INITIATIVE_LOOKS_NO_MORE if of_initiative else moments.LOOKS_NO_MORE
    moment = _tell(kind, by, found.neighbourhood, found.key, at)
    _nothing_to_say_of(Looking.objects.filter(pk=found.pk), at).delete()
    return moment


@transaction.atomic
def introduce(
    by: Viewer, gift: Gift, looking: Looking, *, sat_with: Collection[UUID] = NOBODY, at: datetime
) -> Moment:
    """Ask both sides; only what the viewer may see themself can be introduced. Nobody learns who the other is as yet."""
    where = looking.neighbourhood
    Looking.objects.select_for_update().filter(pk=looking.pk).first()
    pair = suggested(by, where, gift.public_id, looking.public_id, timezone.localdate(at), sat_with=sat_with)
    by.must("gift.introduce", where.key, concerned=pair is not None)
    if pair is None:
        raise Refused("gifts.no_such_pair")
    row, new = Introduction.objects.get_or_create(
        gift=pair[0],
        looking=pair[1],
        defaults={
            "neighbourhood": where,
            "asked_at": at,
            "by": Person.objects.filter(key=by.somebody()).first(),
        },
    )
    if not new:
        raise Refused("gifts.introduced_already")
    return _tell(moments.INTRODUCED, by, where, row.key, at)


@transaction.atomic
def answer_introduction(
    by: Viewer, introduction: Introduction, *, yes: bool, for_paper: bool = False, at: datetime
) -> Moment:
    """Yes or no for one's own side; the other is asked on, whatever it was. `for_paper`: who connects somebody without an
    account notes what that person said; one's own yes is never theirs, nor the other way round."""
    row = _there(introduction)
    side = _paper_side(by, row) if for_paper else _own_side(by, row)
    if row.answered(side):
        raise Refused("gifts.answered_already")
    if row.ended_at or not may_answer(row.asked_at, row.looking.until, timezone.localdate(at), at):
        raise Refused("gifts.asked_long_ago")
    field = f"{side}_yes_at" if yes else f"{side}_no_at"
    setattr(row, field, at)
    row.save(update_fields=[field])
    return _tell(moments.ANSWERED, by, row.neighbourhood, row.key, at)


@transaction.atomic
def say_what_became(
    by: Viewer, introduction: Introduction, *, became: str, for_paper: bool = False, at: datetime
) -> Moment:
    """What became of it: asked once, of whichever side answers first."""
    row = _there(introduction)
    _paper_side(by, row) if for_paper else _own_side(by, row)
    if became not in BECAME:
        raise Refused("gifts.became_unknown")
    if not asks_what_became(row.together_at, row.became, at):
        raise Refused("gifts.answered_already")
    row.became = became
    row.save(update_fields=["became"])
    return _tell(moments.BECAME_OF_IT, by, row.neighbourhood, row.key, at)


@transaction.atomic
def end_introductions(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Whoever did not answer for four weeks is asked no more: silence is never yes. A no ends on the same day, in the same
    way: from then on nothing tells them apart, not in the journal and not in the row. What a table looked for goes when
    nothing more can be said of whom it was introduced to."""
    by.must("machine.night", neighbourhood.key)
    over = Looking.objects.filter(neighbourhood=neighbourhood, until__lt=timezone.localdate(at))
    _nothing_to_say_of(over, at).delete()
    rows = Introduction.objects.filter(
        Q(gift_yes_at=None) | Q(looking_yes_at=None),
        neighbourhood=neighbourhood,
        asked_at__lt=at - ANSWER_WITHIN,
        ended_at=None,
    )
    told = []
    for row in all_alone(rows):
        for answer in ANSWERS:
            setattr(row, answer, None)
        row.ended_at = at
        row.save(update_fields=[*ANSWERS, "ended_at"])
        told.append(_tell(moments.LAPSED, by, neighbourhood, row.key, at))
    return tuple(told)


def _nothing_to_say_of(some: QuerySet[Looking], at: datetime) -> QuerySet[Looking]:
    """Those of which no introduction was asked so lately that something can still be said of it."""
    return some.exclude(introductions__asked_at__gte=at - LOOKED_BACK_ON)


def _there(introduction: Introduction) -> Introduction:
    rows = Introduction.objects.select_related("neighbourhood", "gift__person", "looking__by")
    found = alone(rows, introduction.pk)
    if found is None:
        raise Refused("gifts.gone")
    return found


def _own_side(by: Viewer, row: Introduction) -> str:
    """One's own side, "gift" or "looking"; refuses who is on neither."""
    sides = {row.looking.by.key: "looking", row.gift.person.key: "gift"}
    mine = sides.get(by.person) if by.person else None
    by.must("gift.own", row.neighbourhood.key, concerned=mine is not None)
    if mine is None:
        raise Refused("power.not_yours")
    return mine


def _paper_side(by: Viewer, row: Introduction) -> str:
    """The side of somebody on paper; refuses who may not write it down, and for who answers themself."""
    by.must("gift.enter", row.neighbourhood.key)
    if row.gift.person.account_id is not None:
        raise Refused("power.not_yours")
    return "gift"


def _tell(kind: Kind, by: Viewer, where: Neighbourhood, about: UUID, at: datetime) -> Moment:
    return record(kind, neighbourhood=where.key, at=at, who=by.person, about=about)
