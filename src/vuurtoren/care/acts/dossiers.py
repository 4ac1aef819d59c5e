"""A challenge with its dossier: written by several neighbours, saved as one goes, sent as a question, answered with why."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.acts.agreements import answered, asked_by_residents
from vuurtoren.care.acts.effects import tell
from vuurtoren.care.acts.parties import draft_of, must_write, neighbour_at, party
from vuurtoren.care.euros import check_cents
from vuurtoren.care.models import Dossier, DossierAnswer, DossierBeside, DossierLink, DossierVoice, HandOver
from vuurtoren.care.rules import (
    LITTER,
    Hand,
    Said,
    Side,
    State,
    Step,
    Turn,
    Voice,
    check_answer,
    check_body,
    check_named,
    check_otherwise,
    check_ready,
    check_said,
    check_until,
    next_state,
)
from vuurtoren.care.together import Choice, Fate, check_choice, check_read, fate, mark, one_sitting
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.light.acts import lean_on
from vuurtoren.light.models import Principle
from vuurtoren.people.models import Person
from vuurtoren.people.queries import answers_within
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place


@dataclass(frozen=True)
class Written:
    """An answer as somebody sends it: the words, the mark of what stood there when they began (empty: two texts waited
    for a choice), and of two texts which one they chose."""

    words: str
    had: str = mark("")
    choice: str = ""


@transaction.atomic
def write_dossier(
    by: Viewer,
    place: Place,
    *,
    given: Mapping[str, Written],
    of: UUID | None = None,
    kind: str = LITTER,
    at: datetime,
) -> Moment:
    """Save answers of a dossier, begun with the first one; `of`: the one that was before the writer, if there was one.

    What they left as it was stays as others wrote it. Where both changed it, both texts are kept: the one that stood there
    goes on standing there, and the other is the writer's own until they choose. It is told once a person a day.
    """
    person, task = neighbour_at(by, place, kind, at)
    dossier = draft_of(task)
    must_write(task, dossier, person)
    if of and (dossier is None or dossier.key != of):
        raise Refused("care.dossier_moved_on")
    if dossier is None:
        dossier = Dossier.objects.create(task=task, begun_at=at)
        DossierVoice.objects.create(dossier=dossier, person=person, how=Voice.ASKS.value, at=at)
    for question, one in given.items():
        _write(dossier, person, question, one, at)
    return _told_today(by, dossier, at) or tell(moments.DOSSIER_WRITTEN, by, task, at, about=dossier.key)


@transaction.atomic
def join_dossier(
    by: Viewer, place: Place, *, how: str, named: str = "", kind: str = LITTER, at: datetime
) -> Moment:
    """I ask this too, I support it, or neither any longer: each neighbour for themselves, as long as it is not sent.
    `named`: how who asks wants to stand on the agreement, for all to read; empty: without a name."""
    person, task = neighbour_at(by, place, kind, at)
    dossier = draft_of(task)
    if dossier is None:
        raise Refused("care.no_dossier")
    if how not in ("", *Voice):
        raise Refused("care.choice_unknown")
    DossierVoice.objects.filter(dossier=dossier, person=person).delete()
    if how:
        named = check_named(named) if how == Voice.ASKS else ""
        DossierVoice.objects.create(dossier=dossier, person=person, how=how, named=named, at=at)
    return tell(moments.DOSSIER_JOINED if how else moments.DOSSIER_LEFT, by, task, at, about=dossier.key)


@transaction.atomic
def send_dossier(
    by: Viewer,
    place: Place,
    *,
    to_step: int,
    stop_grade: str = "",
    stop_steps: int,
    after_stop: str,
    overlap_days: int,
    until: date,
    kind: str = LITTER,
    cents_a_year: int | None = None,
    at: datetime,
) -> Moment:
    """The dossier goes to the institution: the same question as any challenge, with its clock, and the dossier with it."""
    _, task = neighbour_at(by, place, kind, at)
    dossier = draft_of(task)
    if dossier is None:
        raise Refused("care.no_dossier")
    voices = list(dossier.voices.values_list("how", flat=True))
    check_ready({one.question for one in dossier.newest() if one.words}, voices.count(Voice.ASKS))
    check_until(timezone.localdate(at), until)
    _, sent, told = asked_by_residents(
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
    dossier.hand_over = sent
    dossier.sent_at, dossier.until = at, until
    dossier.cents_a_year = check_cents(cents_a_year)
    dossier.supporters = voices.count(Voice.SUPPORTS)
    dossier.save()
    dossier.answers.update(writer=None)
    DossierLink.objects.filter(dossier=dossier).delete()
    dossier.writers.all().delete()
    return told


@transaction.atomic
def answer_dossier(
    by: Viewer,
    hand_over: HandOver,
    *,
    said: str,
    conditions: str = "",
    reasons: str = "",
    talk_to: str = "",
    decided_by: str = "",
    leans_on: Sequence[Principle] = (),
    had: str = mark(""),
    at: datetime,
) -> Moment:
    """The institution says yes, yes if or together (residents say yes to the conditions, or not), or no with reasons and
    with whom to talk on. Until residents said yes to conditions nothing is agreed, and it may still answer otherwise.
    `decided_by`: who decided, where that has a name of its own. `leans_on`: principles that its newest answer leans on.
    `had`: the mark of what residents want otherwise, as it was read. Who asked without a dossier is answered in the same
    way."""
    task, asked, side = party(by, hand_over)
    if side is not Side.INSTITUTION:
        raise Refused("care.other_side_answers")
    dossier = _asked_with(asked)
    conditions, reasons, talk_to = check_said(said, conditions, reasons, talk_to)
    turn = Turn.YES_IF if Said(said).asks_back else Turn(said)
    becomes = next_state(Side(asked.side), State(asked.state), turn, Hand(side))
    check_read(had, dossier.otherwise)
    dossier.said, dossier.said_at, dossier.said_by = said, at, by.somebody()
    dossier.conditions, dossier.reasons, dossier.talk_to = conditions, reasons, talk_to
    dossier.decided_by = check_body(decided_by)
    dossier.save()
    where = task.place.neighbourhood
    lean_on(where, kind="challenge", about=asked.key, principles=leans_on, at=at)
    if Said(said).asks_back:
        asked.state = becomes.value
        asked.save(update_fields=["state"])
        return tell(moments.ANSWERED_IF, by, task, at, about=asked.key)
    return answered(by, task, asked, side, yes=said == Said.YES, at=at)


@transaction.atomic
def accept_conditions(by: Viewer, hand_over: HandOver, *, had: str, at: datetime) -> Moment:
    """Residents say yes to the conditions under which the institution said yes, or to doing it together; the overlap
    begins. `had`: the mark of the conditions that they read; a yes to other words than stand there now is none."""
    task, asked, side = party(by, hand_over)
    if side is not Side.RESIDENTS:
        raise Refused("care.other_side_answers")
    dossier = _sent_with(asked)
    _conditions_read(dossier, had)
    if dossier.said == Said.TOGETHER:
        asked.to_step = Step.TOGETHER.value
    asked.state = next_state(Side(asked.side), State(asked.state), Turn.ACCEPT, Hand(side)).value
    asked.institution_yes_at, asked.institution_yes_by = dossier.said_at, dossier.said_by
    asked.residents_yes_at, asked.residents_yes_by = at, by.somebody()
    asked.overlap_until = timezone.localdate(at) + timedelta(days=asked.overlap_days)
    asked.save()
    until = asked.overlap_until
    return tell(moments.AGREED, by, task, at, about=asked.key, side=side.value, overlap_until=until)


@transaction.atomic
def ask_otherwise(by: Viewer, hand_over: HandOver, *, words: str, had: str, at: datetime) -> Moment:
    """Residents answer conditions with how they want it. It is the institution's to answer again, with a new clock.

    `had` as with `accept_conditions`."""
    task, asked, side = party(by, hand_over)
    if side is not Side.RESIDENTS:
        raise Refused("care.other_side_answers")
    dossier = _sent_with(asked)
    _conditions_read(dossier, had)
    asked.state = next_state(Side(asked.side), State(asked.state), Turn.OTHERWISE, Hand(side)).value
    asked.answer_by = timezone.localdate(at) + answers_within(task.place.neighbourhood)
    asked.save(update_fields=["state", "answer_by"])
    dossier.otherwise = check_otherwise(words)
    dossier.save(update_fields=["otherwise"])
    return tell(moments.ASKED_OTHERWISE, by, task, at, about=asked.key, answer_by=asked.answer_by)


def _conditions_read(dossier: Dossier, had: str) -> None:
    if not (dossier.said and Said(dossier.said).asks_back):
        raise Refused("care.no_conditions")
    check_read(had, dossier.conditions)


def _asked_with(asked: HandOver) -> Dossier:
    """What the answer is written to: the dossier, or one without words for a challenge that was asked without."""
    found = Dossier.objects.filter(hand_over=asked).first()
    if found is None and asked.side == Side.RESIDENTS:
        return Dossier(task=asked.task, begun_at=asked.asked_at, sent_at=asked.asked_at, hand_over=asked)
    return found or _sent_with(asked)


def _sent_with(asked: HandOver) -> Dossier:
    found = Dossier.objects.filter(hand_over=asked).first()
    if found is None:
        raise Refused("care.no_dossier")
    return found


def _write(dossier: Dossier, person: Person, question: str, one: Written, at: datetime) -> None:
    words, choice = check_answer(question, one.words), check_choice(one.choice)
    newest = dossier.answers.filter(question=question).order_by("-number").first()
    stands = newest.words if newest else ""
    becomes = Fate.LEFT if choice == Choice.THEIRS else fate(one.had, words, stands)
    if becomes is Fate.WRITTEN:
        _stands_now(dossier, person, question, words, newest, at)
    beside = DossierBeside.objects.filter(dossier=dossier, person=person, question=question)
    if becomes is Fate.BESIDE:
        if not beside.update(words=words, at=at):
            DossierBeside.objects.create(
                dossier=dossier, person=person, question=question, words=words, at=at
            )
    elif choice or words == stands:
        beside.delete()


def _stands_now(
    dossier: Dossier, person: Person, question: str, words: str, newest: DossierAnswer | None, at: datetime
) -> None:
    """One text a sitting; a text of somebody else is never taken away by the next one."""
    if newest and one_sitting(newest.writer_id == person.pk, newest.at, at):
        newest.words = words
        newest.save(update_fields=["words"])
        return
    number = newest.number + 1 if newest else 1
    DossierAnswer.objects.create(
        dossier=dossier, question=question, number=number, words=words, writer=person, at=at
    )


def _told_today(by: Viewer, dossier: Dossier, at: datetime) -> Moment | None:
    """The moment that tells that this person wrote here today, if it is in the journal already."""
    morning = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    told = Moment.objects.filter(kind=moments.DOSSIER_WRITTEN.name, about=dossier.key, who=by.person)
    return told.filter(at__gte=morning, at__lte=at).order_by("-pk").first()
