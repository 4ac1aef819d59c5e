"""Joining in, carrying in another way, giving back, and rounds. None of it needs anybody's yes."""

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from vuurtoren.care import moments
from vuurtoren.care.acts.effects import leave, settle, take_up, tell
from vuurtoren.care.acts.parties import all_locked, locked, own_share, resident_at, scope, share_of
from vuurtoren.care.acts.speaking import forget_words
from vuurtoren.care.models import Carrying, Round, Task
from vuurtoren.care.rules import LITTER, Cause, Share, check_amount, check_rhythm, check_round, check_undo
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place


@transaction.atomic
def join(
    by: Viewer,
    place: Place,
    *,
    part: str = "whole",
    rhythm: str = "weekly",
    people: int = 1,
    kind: str = LITTER,
    at: datetime,
) -> Moment:
    """'I join in': counts at once and needs nobody's yes."""
    person, task = resident_at(by, place, kind, at)
    if place.gone_at:
        raise Refused("care.place_gone")
    if share_of(task, person.key):
        raise Refused("care.already_yours")
    share = Share(part, rhythm, people)
    check_rhythm(rhythm, task.kind.rhythms)
    take_up(task, person, share, at)
    return tell(moments.JOINED, by, task, at, step=task.step, part=part, rhythm=rhythm, people=people)


@transaction.atomic
def arrange(
    by: Viewer,
    what: Task | Place,
    *,
    part: str,
    rhythm: str,
    people: int,
    kind: str = LITTER,
    at: datetime,
) -> Moment:
    """Carry the same task in another way: a half instead of the whole, less or more often, with others."""
    task, own = own_share(by, what, "task.carry", kind)
    share = Share(part, rhythm, people)
    check_rhythm(rhythm, task.kind.rhythms)
    own.part, own.rhythm, own.people = share.part, share.rhythm, share.people
    own.save(update_fields=["part", "rhythm", "people"])
    settle(task, Cause.ARRANGE, at)
    return tell(moments.ARRANGED, by, task, at, step=task.step, part=part, rhythm=rhythm, people=people)


@transaction.atomic
def give_back(by: Viewer, what: Task | Place, *, kind: str = LITTER, at: datetime) -> Moment:
    """Stop carrying, at any time and without a reason. After the last one the institution carries at once.

    Whoever carries may, whatever roles they hold by now or lost.
    """
    task, own = own_share(by, what, "task.give_back", kind)
    leave(task, own, at)
    return tell(moments.GAVE_BACK, by, task, at, step=task.step)


@transaction.atomic
def log_round(
    by: Viewer,
    place: Place,
    *,
    minutes: int,
    bags: int = 0,
    pieces: int | None = None,
    grade: str | None = None,
    amount: int | None = None,
    kind: str = LITTER,
    at: datetime,
) -> Moment:
    """Write down a round that was done; whoever did not join in may too.

    Bags, pieces and a grade are for litter; another kind has its own measure (`amount`).
    """
    person, task = resident_at(by, place, kind, at)
    if task.kind.graded:
        amount = None
        check_round(minutes, bags, pieces, grade)
    else:
        bags, pieces, grade, amount = 0, None, None, amount or 0
        check_amount(minutes, amount, task.kind.most)
    own = share_of(task, person.key)
    done = Round.objects.create(
        task=task,
        person=person,
        at=at,
        minutes=minutes,
        people=own.people if own else 1,
        bags=bags,
        amount=amount,
        pieces=pieces,
        grade=grade,
    )
    what = {"minutes": minutes, "bags": bags if task.kind.graded else None, "pieces": pieces, "grade": grade}
    what["amount"] = amount
    return tell(moments.ROUND_LOGGED, by, task, at, about=done.key, **what)


@transaction.atomic
def undo_round(by: Viewer, round: Round, *, at: datetime) -> Moment:
    """Take out one's own round again, within a day: a slip of the finger harms nobody."""
    task = locked(round.task_id)
    done = Round.objects.select_related("person").get(pk=round.pk)
    own = done.person is not None and done.person.key == by.person
    by.must("task.carry", scope(task), concerned=own)
    if not own:
        raise Refused("power.not_yours")
    check_undo(done.at, done.undone_at, at)
    done.undone_at = at
    done.save(update_fields=["undone_at"])
    return tell(moments.ROUND_UNDONE, by, task, at, about=done.key)


@transaction.atomic
def release_person(
    by: Viewer, person_key: UUID, neighbourhoods: list[Neighbourhood], at: datetime
) -> tuple[Moment, ...]:
    """Somebody is about to be forgotten: all they carry is given back first, a moment for each."""
    person = Person.objects.select_for_update().filter(key=person_key).first()
    if person is None:
        raise Refused("people.forgotten")
    for neighbourhood in neighbourhoods:
        _may_release(by, person, neighbourhood)
    shares = Carrying.objects.filter(person=person, until=None, task__place__neighbourhood__in=neighbourhoods)
    tasks = all_locked(Q(pk__in=shares.values("task")))
    told = []
    for own in shares.filter(task__in=tasks).order_by("task__place__neighbourhood", "pk"):
        task = tasks[own.task_id]
        leave(task, own, at)
        told.append(tell(moments.GAVE_BACK, by, task, at, step=task.step))
    forget_words(person_key)
    return tuple(told)


def _may_release(by: Viewer, person: Person, neighbourhood: Neighbourhood) -> None:
    """Oneself; or, for somebody without an account, whoever looks after their consent."""
    if by.person == person.key:
        by.must("self.profile", neighbourhood.key, concerned=True)
        return
    by.must("person.consent", neighbourhood.key)
    if person.account_id or not person.roles.filter(neighbourhood=neighbourhood).exists():
        raise Refused("power.not_yours")
