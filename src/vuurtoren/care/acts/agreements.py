"""Hand-overs: one side asks, the other says yes or no, and the calendar does the rest."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.acts.carried_over import asks_otherwise, goes_on
from vuurtoren.care.acts.effects import end, leave, settle, take_up, tell
from vuurtoren.care.acts.missing import ask_where_missed
from vuurtoren.care.acts.parties import all_locked, party, share_of, side_of, somebody_here, task_at
from vuurtoren.care.euros import check_cents
from vuurtoren.care.models import Carrying, Dossier, DossierLink, HandOver, Task
from vuurtoren.care.rules import (
    LITTER,
    OPEN,
    Cause,
    Hand,
    Said,
    Share,
    Side,
    State,
    Step,
    Terms,
    Turn,
    asked_again_on,
    check_goal,
    check_kind,
    check_not_asked_lately,
    check_term,
    check_undo_no,
    next_state,
)
from vuurtoren.care.stopping import check_places
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.queries import answers_within
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place


@transaction.atomic
def challenge(
    by: Viewer,
    place: Place,
    *,
    to_step: int,
    stop_grade: str = "",
    stop_steps: int,
    after_stop: str,
    overlap_days: int,
    kind: str = LITTER,
    until: date | None = None,
    cents_a_year: int | None = None,
    at: datetime,
) -> Moment:
    """Residents who carry a street ask for it. Unanswered, it stays the institution's open debt, with a clock.

    Where they hold it by a dossier already, that goes on with the new question; `until` and `cents_a_year` change its term
    and its amount. None: as it was. With another term or amount the step may stay: so a term is lengthened.
    """
    task, asked, told = asked_by_residents(
        by,
        place,
        to_step=to_step,
        stop_grade=stop_grade,
        stop_steps=stop_steps,
        after_stop=after_stop,
        overlap_days=overlap_days,
        kind=kind,
        other=(until, cents_a_year),
        at=at,
    )
    goes_on(task, asked, until, check_cents(cents_a_year), at)
    return told


def asked_by_residents(
    viewer: Viewer,
    place: Place,
    *,
    to_step: int,
    stop_grade: str,
    stop_steps: int,
    after_stop: str,
    overlap_days: int,
    kind: str,
    other: tuple[date | None, int | None],
    at: datetime,
) -> tuple[Task, HandOver, Moment]:
    """The question of residents, as yet without any dossier. `other`: the term and the euros a year that they ask."""
    viewer.must("agreement.draft", place.neighbourhood.key)
    task = task_at(place, kind, at)
    if side_of(viewer, task) is not Side.RESIDENTS:
        raise Refused("care.carry_it_first")
    terms = Terms(stop_grade, stop_steps, after_stop, overlap_days)
    answer_by = timezone.localdate(at) + answers_within(place.neighbourhood)
    anew = asks_otherwise(task, *other)
    asked, told = _ask(viewer, task, Side.RESIDENTS, _step(to_step), terms, answer_by, at, anew=anew)
    return task, asked, told


@transaction.atomic
def offer(
    by: Viewer,
    place: Place,
    *,
    to_step: int,
    stop_grade: str = "",
    stop_steps: int,
    after_stop: str,
    overlap_days: int,
    answer_by: date,
    also: Sequence[Place] = (),
    kind: str = LITTER,
    at: datetime,
) -> Moment:
    """The institution asks: carry this in your own room, or may we come back beside you? Unanswered, it lapses.

    With `also` it offers several places at once, such as a square with its streets: all or none is offered, and each is
    answered by itself. Where residents said no it is not offered again before the day they said.
    """
    places = {one.pk: one for one in (place, *also)}
    check_places(len(places))
    terms = Terms(stop_grade, stop_steps, after_stop, overlap_days)
    together = uuid4() if len(places) > 1 else None
    told = {}
    for pk, one in sorted(places.items()):
        by.must("agreement.draft", one.neighbourhood.key)
        task = task_at(one, kind, at)
        if side_of(by, task) is not Side.INSTITUTION or one.neighbourhood_id != place.neighbourhood_id:
            raise Refused("power.not_yours")
        check_term(timezone.localdate(at), answer_by)
        check_not_asked_lately(_no_until(task), timezone.localdate(at))
        asked, told[pk] = _ask(by, task, Side.INSTITUTION, _step(to_step), terms, answer_by, at, together)
        goes_on(task, asked, None, None, at)
    return told[place.pk]


@transaction.atomic
def answer(
    by: Viewer, hand_over: HandOver, *, yes: bool, not_now_until: date | None = None, at: datetime
) -> Moment:
    """The side that was asked says yes or no. A no changes nothing at all; a yes begins the overlap.

    Residents may say 'not now' to an offer, and when they may be asked again; a plain no holds for a year. A challenge
    with its dossier is answered by `answer_dossier`: what was said to it before is then answered for too; and so is each
    no of the institution, which has reasons.
    """
    task, asked, side = party(by, hand_over)
    return answered(by, task, asked, side, yes=yes, bare=True, not_now_until=not_now_until, at=at)


def answered(
    viewer: Viewer,
    task: Task,
    asked: HandOver,
    side: Side,
    *,
    yes: bool,
    bare: bool = False,
    not_now_until: date | None = None,
    at: datetime,
) -> Moment:
    """What `answer` and `answer_dossier` do once the task is locked. `bare`: without what belongs to a dossier."""
    turn = Turn.YES if yes else Turn.NO
    state = next_state(Side(asked.side), State(asked.state), turn, Hand(side))
    if bare and side is Side.INSTITUTION and Dossier.objects.filter(hand_over=asked).exists():
        raise Refused("care.answer_its_dossier")
    if not yes:
        if side is Side.INSTITUTION and not _said_why_not(asked):
            raise Refused("care.say_why_not")
        again = asked_again_on(timezone.localdate(at), not_now_until) if side is Side.RESIDENTS else None
        asked.ask_again_on = again
        asked.save(update_fields=["ask_again_on"])
        end(asked, state, at)
        return tell(moments.DECLINED, viewer, task, at, about=asked.key, side=side.value, again=again)
    today = timezone.localdate(at)
    if asked.asked_by == viewer.person:
        raise Refused("care.other_side_answers")
    if side is Side.RESIDENTS:
        if asked.answer_by < today:
            raise Refused("care.offer_over")
        _carry_what_you_say_yes_to(viewer, task, at)
    _say_yes(asked, side, viewer.somebody(), at)
    asked.state, asked.overlap_until = state, today + timedelta(days=asked.overlap_days)
    asked.save()
    until = asked.overlap_until
    return tell(moments.AGREED, viewer, task, at, about=asked.key, side=side.value, overlap_until=until)


@transaction.atomic
def undo_no(by: Viewer, hand_over: HandOver, *, at: datetime) -> Moment:
    """Residents take back their no to an offer within a day; it waits for their answer again, as it did."""
    task, asked, side = party(by, hand_over)
    state = next_state(Side(asked.side), State(asked.state), Turn.UNDO_NO, Hand(side))
    check_undo_no(asked.ended_at, at)
    if asked.answer_by < timezone.localdate(at):
        raise Refused("care.offer_over")
    _check_free(task, Side(asked.side), Step(asked.to_step))
    asked.state, asked.ended_at, asked.ask_again_on = state, None, None
    asked.save(update_fields=["state", "ended_at", "ask_again_on"])
    return tell(moments.NO_UNDONE, by, task, at, about=asked.key)


@transaction.atomic
def withdraw(by: Viewer, hand_over: HandOver, *, at: datetime) -> Moment:
    """Take a question back; during the overlap any of the carriers may still say: rather not."""
    task, asked, side = party(by, hand_over)
    end(asked, next_state(Side(asked.side), State(asked.state), Turn.WITHDRAW, Hand(side)), at)
    return tell(moments.WITHDRAWN, by, task, at, about=asked.key, side=side.value)


@transaction.atomic
def pass_time(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """What the calendar does at night; a second time on one day does nothing.

    Unanswered offers lapse, overlaps that are over become carried, and what a forgotten person carried alone is the
    institution's again. A draft of a challenge behind which nobody is left goes, and a link to a
    draft that ended. Where more rounds were missed than was agreed, those who carry are asked whether the institution shall
    help.
    """
    by.must("machine.night", neighbourhood.key)
    today = timezone.localdate(at)
    Dossier.objects.filter(task__place__neighbourhood=neighbourhood, sent_at=None, voices=None).delete()
    DossierLink.objects.filter(dossier__task__place__neighbourhood=neighbourhood, until__lt=today).delete()
    late = Q(side=Side.INSTITUTION, state=State.ASKED, answer_by__lt=today)
    over = Q(state=State.OVERLAP, overlap_until__lte=today)
    due = HandOver.objects.filter(late | over, task__place__neighbourhood=neighbourhood)
    empty = Carrying.objects.filter(person=None, until=None, task__place__neighbourhood=neighbourhood)
    tasks = all_locked(Q(pk__in=due.values("task")) | Q(pk__in=empty.values("task")))
    told = [_forgotten(by, tasks[one.task_id], one, at) for one in empty.filter(task__in=tasks)]
    for one in due.filter(task__in=tasks).order_by("pk"):
        told.append(_time_turns(by, tasks[one.task_id], one, at))
    told += ask_where_missed(by, neighbourhood, at)
    return tuple(told)


def _no_until(task: Task) -> date | None:
    """Until when residents do not want to be offered this again: what they said last counts."""
    declined = task.hand_overs.filter(side=Side.INSTITUTION, state=State.DECLINED)
    return declined.order_by("-ended_at", "-pk").values_list("ask_again_on", flat=True).first()


def _ask(
    by: Viewer,
    task: Task,
    side: Side,
    to: Step,
    terms: Terms,
    answer_by: date,
    at: datetime,
    together: UUID | None = None,
    anew: bool = False,
) -> tuple[HandOver, Moment]:
    _check_free(task, side, to, anew)
    check_kind(task.kind.graded, task.kind.excluded and to.handed_over, terms.stop_grade)
    what = {
        "to_step": to.value,
        "stop_grade": terms.stop_grade,
        "stop_steps": terms.stop_steps,
        "after_stop": terms.after_stop,
        "overlap_days": terms.overlap_days,
        "answer_by": answer_by,
    }
    asked = HandOver(
        task=task, side=side.value, asked_at=at, asked_by=by.somebody(), together=together, **what
    )
    _say_yes(asked, side, by.somebody(), at)
    asked.save()
    kind = moments.CHALLENGED if side is Side.RESIDENTS else moments.OFFERED
    grade = terms.stop_grade or None
    return asked, tell(kind, by, task, at, about=asked.key, **{**what, "stop_grade": grade})


def _check_free(task: Task, side: Side, to: Step, anew: bool = False) -> None:
    """May this be asked of the task now: is it on the map, not so already, and is nothing else asked?"""
    if task.place.gone_at:
        raise Refused("care.place_gone")
    check_goal(side, task.carried_at, to, anew)
    if task.hand_overs.filter(state__in=OPEN).exists():
        raise Refused("care.already_asked")


def _say_yes(asked: HandOver, side: Side, who: UUID, at: datetime) -> None:
    if side is Side.RESIDENTS:
        asked.residents_yes_at, asked.residents_yes_by = at, who
    else:
        asked.institution_yes_at, asked.institution_yes_by = at, who


def _carry_what_you_say_yes_to(by: Viewer, task: Task, at: datetime) -> None:
    """A yes to an offer is a yes to carrying; whoever did not carry the street yet does so from now on."""
    if share_of(task, by.person) is None:
        person = somebody_here(by.somebody())
        if person is None:
            raise Refused("power.sign_in_first")
        take_up(task, person, Share("whole", task.kind.rhythms[0], 1), at)


def _time_turns(by: Viewer, task: Task, one: HandOver, at: datetime) -> Moment:
    """An offer that nobody answered lapses; an overlap that is over is carried from now on."""
    asked, state = Side(one.side), State(one.state)
    if state is State.ASKED:
        end(one, next_state(asked, state, Turn.TERM_OVER, Hand.TIME), at)
        return tell(moments.LAPSED, by, task, at, about=one.key)
    for before in task.hand_overs.filter(state=State.CARRIED):
        end(before, next_state(Side(before.side), State.CARRIED, Turn.REPLACED, Hand.TIME), at)
    one.state = next_state(asked, state, Turn.OVERLAP_OVER, Hand.TIME)
    one.save(update_fields=["state"])
    if (
        asked is Side.INSTITUTION and not Step(one.to_step).handed_over
    ):  # the city is back beside the residents: nothing is left in force
        end(one, next_state(asked, State.CARRIED, Turn.REPLACED, Hand.TIME), at)
    settle(task, Cause.AGREED, at, anew=True)
    return tell(moments.CARRIED, by, task, at, about=one.key, step=task.step)


def _forgotten(by: Viewer, task: Task, own: Carrying, at: datetime) -> Moment:
    leave(task, own, at)
    return tell(moments.GAVE_BACK, by, task, at, step=task.step)


def _said_why_not(asked: HandOver) -> bool:
    """Whoever asks, in one tap or with a whole dossier, is told why not (`dossiers.answer_dossier`)."""
    return Dossier.objects.filter(hand_over=asked, said=Said.NO).exists()


def _step(number: int) -> Step:
    try:
        return Step(number)
    except ValueError:
        raise Refused("care.choice_unknown") from None
