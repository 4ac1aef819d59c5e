"""What people do in care. Each deed locks the task first, so two people at once are one after the other.

Tasks are locked before the journal is written, always; whoever composes these deeds keeps that order.
"""

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.models import Carrying, HandOver, HelpQuestion, Round, Task, TaskKind
from vuurtoren.care.rules import (
    INSTITUTION_ANSWERS_WITHIN,
    LITTER,
    LITTER_NAMES,
    OPEN,
    Cause,
    Hand,
    Share,
    Side,
    State,
    Step,
    Terms,
    Turn,
    check_ask_help,
    check_goal,
    check_round,
    check_step,
    check_term,
    check_undo,
    next_state,
    step_of,
)
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
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
    person, task = _resident_at(by, place, kind, at)
    if place.gone_at:
        raise Refused("care.place_gone")
    if _share(task, person.key):
        raise Refused("care.already_yours")
    share = Share(part, rhythm, people)
    _take_up(task, person, share, at)
    return _tell(moments.JOINED, by, task, at, step=task.step, part=part, rhythm=rhythm, people=people)


@transaction.atomic
def arrange(by: Viewer, what: Task | Place, *, part: str, rhythm: str, people: int, at: datetime) -> Moment:
    """Carry the same task in another way: a half instead of the whole, less or more often, with others."""
    task, own = _own_share(by, what)
    share = Share(part, rhythm, people)
    own.part, own.rhythm, own.people = share.part, share.rhythm, share.people
    own.save(update_fields=["part", "rhythm", "people"])
    _settle(task, Cause.ARRANGE, at)
    return _tell(moments.ARRANGED, by, task, at, step=task.step, part=part, rhythm=rhythm, people=people)


@transaction.atomic
def give_back(by: Viewer, what: Task | Place, *, at: datetime) -> Moment:
    """Stop carrying, at any time and without a reason. After the last one the institution carries at once."""
    task, own = _own_share(by, what)
    _leave(task, own, at)
    return _tell(moments.GAVE_BACK, by, task, at, step=task.step)


@transaction.atomic
def log_round(
    by: Viewer,
    place: Place,
    *,
    minutes: int,
    bags: int,
    pieces: int | None = None,
    grade: str | None = None,
    kind: str = LITTER,
    at: datetime,
) -> Moment:
    """Write down a round that was done; whoever did not join in may too."""
    person, task = _resident_at(by, place, kind, at)
    check_round(minutes, bags, pieces, grade)
    own = _share(task, person.key)
    done = Round.objects.create(
        task=task,
        person=person,
        at=at,
        minutes=minutes,
        people=own.people if own else 1,
        bags=bags,
        pieces=pieces,
        grade=grade,
    )
    what = {"minutes": minutes, "bags": bags, "pieces": pieces, "grade": grade}
    return _tell(moments.ROUND_LOGGED, by, task, at, about=done.key, **what)


@transaction.atomic
def undo_round(by: Viewer, round: Round, *, at: datetime) -> Moment:
    """Take out one's own round again, within a day: a slip of the finger harms nobody."""
    task = _locked(round.task_id)
    done = Round.objects.select_related("person").get(pk=round.pk)
    own = done.person is not None and done.person.key == by.person
    by.must("task.carry", _scope(task), concerned=own)
    if not own:
        raise Refused("power.not_yours")
    check_undo(done.at, done.undone_at, at)
    done.undone_at = at
    done.save(update_fields=["undone_at"])
    return _tell(moments.ROUND_UNDONE, by, task, at, about=done.key)


@transaction.atomic
def challenge(
    by: Viewer,
    place: Place,
    *,
    to_step: int,
    stop_grade: str,
    stop_steps: int,
    after_stop: str,
    overlap_days: int,
    kind: str = LITTER,
    at: datetime,
) -> Moment:
    """Residents who carry a street ask for it. Unanswered, it stays the institution's open debt, with a clock."""
    by.must("agreement.draft", place.neighbourhood.key)
    task = _task_at(place, kind, at)
    if _side(by, task) is not Side.RESIDENTS:
        raise Refused("care.carry_it_first")
    terms = Terms(stop_grade, stop_steps, after_stop, overlap_days)
    answer_by = timezone.localdate(at) + INSTITUTION_ANSWERS_WITHIN
    return _ask(by, task, Side.RESIDENTS, _step(to_step), terms, answer_by, at)


@transaction.atomic
def offer(
    by: Viewer,
    place: Place,
    *,
    to_step: int,
    stop_grade: str,
    stop_steps: int,
    after_stop: str,
    overlap_days: int,
    answer_by: date,
    kind: str = LITTER,
    at: datetime,
) -> Moment:
    """The institution asks: carry this in your own room, or may we come back beside you? Unanswered, it lapses."""
    by.must("agreement.draft", place.neighbourhood.key)
    task = _task_at(place, kind, at)
    if _side(by, task) is not Side.INSTITUTION:
        raise Refused("power.not_yours")
    check_term(timezone.localdate(at), answer_by)
    terms = Terms(stop_grade, stop_steps, after_stop, overlap_days)
    return _ask(by, task, Side.INSTITUTION, _step(to_step), terms, answer_by, at)


@transaction.atomic
def answer(by: Viewer, hand_over: HandOver, *, yes: bool, at: datetime) -> Moment:
    """The side that was asked says yes or no. A no changes nothing at all; a yes begins the overlap."""
    task, asked, side = _party(by, hand_over)
    turn = Turn.YES if yes else Turn.NO
    state = next_state(Side(asked.side), State(asked.state), turn, Hand(side))
    if not yes:
        _end(asked, state, at)
        return _tell(moments.DECLINED, by, task, at, about=asked.key, side=side.value)
    today = timezone.localdate(at)
    if asked.asked_by == by.person:
        raise Refused("care.other_side_answers")
    if side is Side.RESIDENTS:
        if asked.answer_by < today:
            raise Refused("care.offer_over")
        _carry_what_you_say_yes_to(by, task, at)
    _say_yes(asked, side, by.somebody(), at)
    asked.state, asked.overlap_until = state, today + timedelta(days=asked.overlap_days)
    asked.save()
    until = asked.overlap_until
    return _tell(moments.AGREED, by, task, at, about=asked.key, side=side.value, overlap_until=until)


@transaction.atomic
def withdraw(by: Viewer, hand_over: HandOver, *, at: datetime) -> Moment:
    """Take a question back; during the overlap any of the carriers may still say: rather not."""
    task, asked, side = _party(by, hand_over)
    _end(asked, next_state(Side(asked.side), State(asked.state), Turn.WITHDRAW, Hand(side)), at)
    return _tell(moments.WITHDRAWN, by, task, at, about=asked.key, side=side.value)


@transaction.atomic
def pass_time(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """What the calendar does at night; a second time on one day does nothing.

    Unanswered offers lapse, overlaps that are over become carried, and what a forgotten person carried alone is the
    institution's again.
    """
    by.must("machine.night", neighbourhood.key)
    today = timezone.localdate(at)
    late = Q(side=Side.INSTITUTION, state=State.ASKED, answer_by__lt=today)
    over = Q(state=State.OVERLAP, overlap_until__lte=today)
    due = HandOver.objects.filter(late | over, task__place__neighbourhood=neighbourhood)
    empty = Carrying.objects.filter(person=None, until=None, task__place__neighbourhood=neighbourhood)
    tasks = _all_locked(Q(pk__in=due.values("task")) | Q(pk__in=empty.values("task")))
    told = [_forgotten(by, tasks[one.task_id], one, at) for one in empty.filter(task__in=tasks)]
    for one in due.filter(task__in=tasks).order_by("pk"):
        told.append(_time_turns(by, tasks[one.task_id], one, at))
    return tuple(told)


@transaction.atomic
def ask_help(by: Viewer, task: Task, *, step_date: date, at: datetime) -> Moment:
    """A street that residents hold fell below its stop line: ask them first whether the city shall help this week."""
    task = _locked(task.pk)
    by.must("machine.night", _scope(task))
    last = task.help_questions.exclude(answer=HelpQuestion.Answer.MOOT).order_by("-step_date").first()
    is_open = last is not None and last.answered_at is None
    check_ask_help(task.carried_at, is_open, last.step_date if last else None, step_date)
    HelpQuestion.objects.create(task=task, asked_at=at, step_date=step_date)
    return _tell(moments.HELP_ASKED, by, task, at, step_date=step_date)


@transaction.atomic
def answer_help(by: Viewer, what: Task | Place, *, yes: bool, at: datetime) -> Moment:
    """Those who carry say whether the city shall come this week. Either answer is fine."""
    task = _held_by(by, what)
    question = task.help_questions.filter(answered_at=None).first()
    if question is None:
        raise Refused("care.nothing_asked")
    _answered(question, HelpQuestion.Answer.YES if yes else HelpQuestion.Answer.NO, at)
    return _tell(moments.HELP_ANSWERED, by, task, at, yes=yes)


@transaction.atomic
def call_help(by: Viewer, what: Task | Place, *, at: datetime) -> Moment:
    """Those who carry ask the city to come this week, without waiting to be asked."""
    task = _held_by(by, what)
    if not task.carried_at.handed_over:
        raise Refused("care.not_handed_over")
    today = timezone.localdate(at)
    question = task.help_questions.filter(answered_at=None).first()
    question = question or HelpQuestion(task=task, asked_at=at, step_date=today)
    _answered(question, HelpQuestion.Answer.YES, at)
    return _tell(moments.HELP_CALLED, by, task, at)


@transaction.atomic
def release_person(
    by: Viewer, person_key: UUID, neighbourhoods: list[Neighbourhood], at: datetime
) -> tuple[Moment, ...]:
    """Somebody is about to be forgotten: all they carry is given back first, a moment for each."""
    person = Person.objects.get(key=person_key)
    for neighbourhood in neighbourhoods:
        _may_release(by, person, neighbourhood)
    shares = Carrying.objects.filter(person=person, until=None, task__place__neighbourhood__in=neighbourhoods)
    tasks = _all_locked(Q(pk__in=shares.values("task")))
    told = []
    for own in shares.filter(task__in=tasks).order_by("task__place__neighbourhood", "pk"):
        task = tasks[own.task_id]
        _leave(task, own, at)
        told.append(_tell(moments.GAVE_BACK, by, task, at, step=task.step))
    return tuple(told)


# --- who acts, on what ---------------------------------------------------------------------------


def _task_at(place: Place, kind: str, at: datetime) -> Task:
    """The task at a place, made at first need, locked until the deed is done."""
    task, _ = Task.objects.get_or_create(place=place, kind=_kind(kind), defaults={"since": at})
    return _locked(task.pk)


def _kind(code: str) -> TaskKind:
    if code == LITTER:
        return TaskKind.objects.get_or_create(code=LITTER, defaults={"names": dict(LITTER_NAMES)})[0]
    known = TaskKind.objects.filter(code=code, active=True).first()
    if known is None:
        raise Refused("care.choice_unknown")
    return known


def _of(by: Viewer, what: Task | Place) -> Task:
    """The task somebody means: itself, or picking litter at a place that is carried already."""
    if isinstance(what, Task):
        return _locked(what.pk)
    found = Task.objects.filter(place=what, kind__code=LITTER).first()
    if found is None:
        by.must("task.carry", what.neighbourhood.key)
        raise Refused("care.not_carried_by_you")
    return _locked(found.pk)


def _locked(task_id: int) -> Task:
    Task.objects.select_for_update().get(pk=task_id)
    return Task.objects.select_related("place__neighbourhood").get(pk=task_id)


def _all_locked(which: Q) -> dict[int, Task]:
    """Several tasks, locked in one order so that two nights never wait for each other."""
    locked = [task.pk for task in Task.objects.select_for_update().filter(which).order_by("pk")]
    return Task.objects.select_related("place__neighbourhood").in_bulk(locked)


def _scope(task: Task) -> UUID:
    return task.place.neighbourhood.key


def _share(task: Task, person_key: UUID | None) -> Carrying | None:
    """What this person carries of the task now."""
    return task.carryings.filter(person__key=person_key, until=None).first() if person_key else None


def _resident_at(by: Viewer, place: Place, kind: str, at: datetime) -> tuple[Person, Task]:
    """Who takes a task in hand: residents anywhere here, a professional only in the street they live in or carry."""
    person = Person.objects.filter(key=by.person).first() if by.person else None
    lives = person is not None and person.home_id == place.pk
    carries = Carrying.objects.filter(task__place=place, person=person, until=None) if person else None
    by.must(
        "task.carry", place.neighbourhood.key, concerned=lives or (carries is not None and carries.exists())
    )
    if person is None:
        raise Refused("power.sign_in_first")
    return person, _task_at(place, kind, at)


def _own_share(by: Viewer, what: Task | Place) -> tuple[Task, Carrying]:
    task = _of(by, what)
    own = _share(task, by.person)
    by.must("task.carry", _scope(task), concerned=own is not None)
    if own is None:
        raise Refused("care.not_carried_by_you")
    return task, own


def _side(by: Viewer, task: Task) -> Side | None:
    """On which side somebody stands. Whoever works for the institution speaks for it, never for residents."""
    if by.is_a(Role.WORKER, _scope(task)):
        return Side.INSTITUTION
    return Side.RESIDENTS if _share(task, by.person) else None


def _party(by: Viewer, hand_over: HandOver) -> tuple[Task, HandOver, Side]:
    """The hand-over as it is now, and the side on which `by` is a party; nobody else has a say.

    An offer for a street that nobody carries yet is open to whoever lives there.
    """
    task = _locked(hand_over.task_id)
    asked = HandOver.objects.get(pk=hand_over.pk)
    side = _side(by, task)
    if side is None and not task.carryings.filter(until=None).exists():
        lives = Person.objects.filter(key=by.person, home=task.place_id) if by.person else None
        side = Side.RESIDENTS if lives is not None and lives.exists() else None
    by.must("agreement.answer", _scope(task), concerned=side is not None)
    if side is None:
        raise Refused("power.not_yours")
    return task, asked, side


def _held_by(by: Viewer, what: Task | Place) -> Task:
    """The task, for one of those who carry it and speak for residents."""
    task = _of(by, what)
    carries = _side(by, task) is Side.RESIDENTS
    by.must("agreement.answer", _scope(task), concerned=carries)
    if not carries:
        raise Refused("care.not_carried_by_you")
    return task


def _may_release(by: Viewer, person: Person, neighbourhood: Neighbourhood) -> None:
    """Oneself; or, for somebody without an account, whoever looks after their consent."""
    if by.person == person.key:
        by.must("self.profile", neighbourhood.key, concerned=True)
        return
    by.must("person.consent", neighbourhood.key)
    if person.account_id or not person.roles.filter(neighbourhood=neighbourhood).exists():
        raise Refused("power.not_yours")


# --- what a deed does ----------------------------------------------------------------------------


def _take_up(task: Task, person: Person, share: Share, at: datetime) -> None:
    Carrying.objects.create(
        task=task, person=person, people=share.people, part=share.part, rhythm=share.rhythm, since=at
    )
    task.given_back_at = None
    task.save(update_fields=["given_back_at"])
    _settle(task, Cause.JOIN, at)


def _leave(task: Task, own: Carrying, at: datetime) -> None:
    """One share ends; with the last one everything that hung on it ends too, and the institution carries."""
    own.until = at
    own.save(update_fields=["until"])
    if not task.carryings.filter(until=None).exists():
        for one in task.hand_overs.filter(state__in=[*OPEN, State.CARRIED]):
            _end(one, next_state(Side(one.side), State(one.state), Turn.LAST_LEFT, Hand.RESIDENTS), at)
        task.given_back_at = at
        task.save(update_fields=["given_back_at"])
    _settle(task, Cause.LEAVE, at)


def _settle(task: Task, cause: Cause, at: datetime) -> None:
    """Bring the step of a task in line with who carries it and what is agreed."""
    rhythms = task.carryings.filter(until=None).values_list("rhythm", flat=True)
    agreed = task.hand_overs.filter(state=State.CARRIED).values_list("to_step", flat=True).first()
    old, new = task.carried_at, step_of(rhythms, Step(agreed) if agreed else None)
    if old.handed_over and not new.handed_over:
        for question in task.help_questions.filter(answered_at=None):
            _answered(question, HelpQuestion.Answer.MOOT, at)
    if check_step(old, new, cause) != old:
        task.step, task.since = new.value, at
        task.save(update_fields=["step", "since"])


def _ask(by: Viewer, task: Task, side: Side, to: Step, terms: Terms, answer_by: date, at: datetime) -> Moment:
    check_goal(side, task.carried_at, to)
    if task.hand_overs.filter(state__in=OPEN).exists():
        raise Refused("care.already_asked")
    what = {
        "to_step": to.value,
        "stop_grade": terms.stop_grade,
        "stop_steps": terms.stop_steps,
        "after_stop": terms.after_stop,
        "overlap_days": terms.overlap_days,
        "answer_by": answer_by,
    }
    asked = HandOver(task=task, side=side.value, asked_at=at, asked_by=by.somebody(), **what)
    _say_yes(asked, side, by.somebody(), at)
    asked.save()
    kind = moments.CHALLENGED if side is Side.RESIDENTS else moments.OFFERED
    return _tell(kind, by, task, at, about=asked.key, **what)


def _say_yes(asked: HandOver, side: Side, who: UUID, at: datetime) -> None:
    if side is Side.RESIDENTS:
        asked.residents_yes_at, asked.residents_yes_by = at, who
    else:
        asked.institution_yes_at, asked.institution_yes_by = at, who


def _carry_what_you_say_yes_to(by: Viewer, task: Task, at: datetime) -> None:
    """A yes to an offer is a yes to carrying; whoever did not carry the street yet does so from now on."""
    if _share(task, by.person) is None:
        person = Person.objects.get(key=by.somebody())
        _take_up(task, person, Share("whole", "weekly", 1), at)


def _time_turns(by: Viewer, task: Task, one: HandOver, at: datetime) -> Moment:
    """An offer that nobody answered lapses; an overlap that is over is carried from now on."""
    asked, state = Side(one.side), State(one.state)
    if state is State.ASKED:
        _end(one, next_state(asked, state, Turn.TERM_OVER, Hand.TIME), at)
        return _tell(moments.LAPSED, by, task, at, about=one.key)
    for before in task.hand_overs.filter(state=State.CARRIED):
        _end(before, next_state(Side(before.side), State.CARRIED, Turn.REPLACED, Hand.TIME), at)
    one.state = next_state(asked, state, Turn.OVERLAP_OVER, Hand.TIME)
    one.save(update_fields=["state"])
    if not Step(one.to_step).handed_over:  # the city is back beside the residents: nothing is left in force
        _end(one, next_state(asked, State.CARRIED, Turn.REPLACED, Hand.TIME), at)
    _settle(task, Cause.AGREED, at)
    return _tell(moments.CARRIED, by, task, at, about=one.key, step=task.step)


def _forgotten(by: Viewer, task: Task, own: Carrying, at: datetime) -> Moment:
    _leave(task, own, at)
    return _tell(moments.GAVE_BACK, by, task, at, step=task.step)


def _end(one: HandOver, state: State, at: datetime) -> None:
    one.state, one.ended_at = state.value, at
    one.save(update_fields=["state", "ended_at"])


def _answered(question: HelpQuestion, said: str, at: datetime) -> None:
    question.answer, question.answered_at = said, at
    question.save()


def _step(number: int) -> Step:
    try:
        return Step(number)
    except ValueError:
        raise Refused("care.choice_unknown") from None


def _tell(
    kind: Kind, by: Viewer, task: Task, at: datetime, *, about: UUID | None = None, **what: object
) -> Moment:
    return record(
        kind,
        neighbourhood=_scope(task),
        at=at,
        who=by.person,
        about=about or task.key,
        place=task.place.key,
        **what,
    )
