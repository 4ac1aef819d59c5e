"""Shall the city help this week? Those who hold the room are asked first, and may call by themselves."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.acts.effects import answered, tell
from vuurtoren.care.acts.parties import held_by, locked, scope
from vuurtoren.care.models import HelpQuestion, Task
from vuurtoren.care.rules import LITTER, check_ask_help
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place


@transaction.atomic
def ask_help(by: Viewer, task: Task, *, step_date: date, at: datetime) -> Moment:
    """A street that residents hold fell below its stop line: ask them first whether the city shall help this week."""
    task = locked(task.pk)
    by.must("machine.night", scope(task))
    return asked_for_help(by, task, step_date, at)


@transaction.atomic
def ask_first(by: Viewer, place: Place, *, kind: str = LITTER, at: datetime) -> Moment:
    """The institution wants to come into a street that residents hold: it asks them, once a week, and waits for a yes."""
    by.must("plan.change", place.neighbourhood.key)
    found = Task.objects.filter(place=place, kind__code=kind).first()
    if found is None:
        raise Refused("care.not_handed_over")
    return asked_for_help(by, locked(found.pk), timezone.localdate(at), at)


@transaction.atomic
def answer_help(by: Viewer, what: Task | Place, *, yes: bool, kind: str = LITTER, at: datetime) -> Moment:
    """Those who carry say whether the city shall come this week. Either answer is fine."""
    task = held_by(by, what, kind)
    question = task.help_questions.filter(answered_at=None).first()
    if question is None:
        raise Refused("care.nothing_asked")
    answered(question, HelpQuestion.Answer.YES if yes else HelpQuestion.Answer.NO, at)
    return tell(moments.HELP_ANSWERED, by, task, at, yes=yes)


@transaction.atomic
def call_help(by: Viewer, what: Task | Place, *, kind: str = LITTER, at: datetime) -> Moment:
    """Those who carry ask the city to come this week, without waiting to be asked."""
    task = held_by(by, what, kind)
    if not task.carried_at.handed_over:
        raise Refused("care.not_handed_over")
    today = timezone.localdate(at)
    question = task.help_questions.filter(answered_at=None).first()
    question = question or HelpQuestion(task=task, asked_at=at, step_date=today)
    answered(question, HelpQuestion.Answer.YES, at)
    return tell(moments.HELP_CALLED, by, task, at)


def asked_for_help(viewer: Viewer, task: Task, step_date: date, at: datetime) -> Moment:
    """The question is there from now on; the task is locked already."""
    last = task.help_questions.exclude(answer=HelpQuestion.Answer.MOOT).order_by("-step_date").first()
    is_open = last is not None and last.answered_at is None
    check_ask_help(task.carried_at, is_open, last.step_date if last else None, step_date)
    HelpQuestion.objects.create(task=task, asked_at=at, step_date=step_date)
    return tell(moments.HELP_ASKED, viewer, task, at, step_date=step_date)
