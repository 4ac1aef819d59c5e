"""Who met is written down by the host, remembered by who says yes, and forgotten as soon as they say no."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables import moments
from vuurtoren.tables.acts.common import about_nobody, about_oneself, my_table, tell
from vuurtoren.tables.models import Gathering, Matter, Present, Table
from vuurtoren.tables.queries.meeting import seen_by
from vuurtoren.tables.rules import ANSWER_WITHIN, UNDO_WITHIN, check_matter, check_met


@dataclass(frozen=True)
class Said:
    """What mattered to somebody at a table; `whose` None: to nobody in particular."""

    words: str
    seen_by: str = "host"
    whose: Person | None = None


@transaction.atomic
def write_down(
    by: Viewer,
    table: Table,
    *,
    day: date,
    people: Collection[Person] = (),
    someones: int = 0,
    said: Sequence[Said] = (),
    at: datetime,
) -> Moment:
    """Who met: the host and others by name, as far as they say yes, and so many 'someone'. Once a day a table.

    Whoever has no account said yes at the table, to the host. Others are asked; until they say yes only the host knows.
    """
    table = my_table(by, table, ended_too=True)
    host = Person.objects.get(key=by.somebody())
    named = {one.pk: one for one in (host, *people)}
    check_met(day, timezone.localdate(at), list(named), someones)
    _check_may_be_named(by, table, named.values(), at)
    met, new = Gathering.objects.get_or_create(
        table=table, day=day, defaults={"someones": someones, "by": host, "made_at": at}
    )
    if not new:
        raise Refused("tables.written_already")
    for one in named.values():
        said_yes = at if one == host or one.account_id is None else None
        Present.objects.create(gathering=met, person=one, said_yes_at=said_yes)
    for sentence in said:
        _keep(met, host, named, sentence)
    return tell(moments.MET, by, table, at, day=day)


@transaction.atomic
def undo_met(by: Viewer, met: Gathering, *, at: datetime) -> Moment:
    """That was a slip: nothing of it stays. Within a day."""
    table = my_table(by, met.table, ended_too=True)
    found = Gathering.objects.select_for_update().filter(pk=met.pk).first()
    if found is None or at - found.made_at > UNDO_WITHIN:
        raise Refused("tables.nothing_to_undo")
    day = found.day
    found.delete()
    return tell(moments.MET_UNDONE, by, table, at, day=day)


@transaction.atomic
def answer_met(by: Viewer, present: Present, *, yes: bool, at: datetime) -> Moment:
    """May it be remembered that I was there? No also takes back an earlier yes: then somebody was, and not who."""
    present = _present(present)
    where, person = present.gathering.table.neighbourhood, present.person
    by.must("met.own", where.key, concerned=by.person == person.key)
    if yes and present.said_yes_at:
        raise Refused("tables.there_already")
    if yes:
        present.said_yes_at = at
        present.save(update_fields=["said_yes_at"])
    else:
        _becomes_someone(present)
    return about_oneself(moments.ANSWERED, by, person, where, at, yes=yes)


@transaction.atomic
def leave_out(by: Viewer, present: Present, *, at: datetime) -> Moment:
    """Somebody without an account asks it: then somebody was, and not who. By whoever may write down people on paper."""
    present = _present(present)
    where = present.gathering.table.neighbourhood
    by.must("person.consent", where.key)
    if present.person.account_id is not None:
        raise Refused("tables.leaves_out_oneself")
    _becomes_someone(present)
    return about_nobody(moments.ANSWERED, where, at, yes=False)


@transaction.atomic
def end_asking(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Whoever did not answer for four weeks was 'someone': silence is never yes. A moment for each."""
    by.must("machine.night", neighbourhood.key)
    waiting = Present.objects.filter(
        gathering__table__neighbourhood=neighbourhood,
        said_yes_at=None,
        gathering__made_at__lt=at - ANSWER_WITHIN,
    )
    told = []
    for present in all_alone(waiting.select_related("gathering", "person")):
        told.append(about_oneself(moments.UNANSWERED, by, present.person, neighbourhood, at))
        _becomes_someone(present)
    return tuple(told)


def _becomes_someone(present: Present) -> None:
    met = Gathering.objects.select_for_update().get(pk=present.gathering_id)
    Matter.objects.filter(gathering=met, whose=present.person).delete()
    met.someones += 1
    met.save(update_fields=["someones"])
    present.delete()


def _keep(met: Gathering, host: Person, named: dict[int, Person], said: Said) -> None:
    words = check_matter(said.words, said.seen_by, said.whose is not None)
    if not words:
        return
    if said.whose and said.whose.pk not in named:
        raise Refused("tables.not_there")
    Matter.objects.create(gathering=met, words=words, whose=said.whose, by=host, seen_by=said.seen_by)


def _check_may_be_named(by: Viewer, table: Table, people: Collection[Person], at: datetime) -> None:
    """Only people the host knows: who said yes at this table where the host was or wrote it down, or who is here on paper
    with a consent of today."""
    where, today = table.neighbourhood, timezone.localdate(at)
    seen = seen_by(by.somebody(), table.pk).values("pk")
    for one in people:
        if one.key == by.person:
            continue
        by.must("met.see", where.key, concerned=True)
        known = Present.objects.filter(gathering__in=seen, person=one, said_yes_at__isnull=False)
        on_paper = one.account_id is None and one.consents.filter(
            withdrawn_at=None, given_on__lte=today, until__gte=today
        )
        lives_here = one.roles.filter(neighbourhood=where).exists()
        may_find = by.may("person.consent", where.key)
        if not (known.exists() or (on_paper and on_paper.exists() and lives_here and may_find)):
            raise Refused("tables.ask_them_first")


def _present(present: Present) -> Present:
    rows = Present.objects.select_related("person", "gathering__table__neighbourhood")
    found = alone(rows, present.pk)
    if found is None:
        raise Refused("tables.answered_already")
    return found
