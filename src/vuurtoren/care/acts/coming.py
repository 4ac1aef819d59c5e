"""The institution says when it comes itself for a kind of task that its plan does not know, and that it was there.

Into residents' room it says no day unless they asked, it was agreed, or in an emergency (law 3).
"""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.acts.effects import tell
from vuurtoren.care.acts.parties import locked, scope, task_at
from vuurtoren.care.coming import check_came, check_coming
from vuurtoren.care.models import Coming, HelpQuestion, Task
from vuurtoren.care.queries.missing import missed_of
from vuurtoren.care.rules import LITTER, State, Step, city_may_come
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.power.acts import declare_emergency
from vuurtoren.power.queries import emergency_at
from vuurtoren.power.rules import Emergency, Ground, ground_of


@transaction.atomic
def say_coming(
    by: Viewer, place: Place, *, kind: str, on: date, emergency: Emergency | None = None, at: datetime
) -> Moment:
    """The institution comes on this day; said again, the day moves. In residents' room only on a ground, such as an
    `emergency` that is declared with it; else it is refused, with the three ways that are open."""
    _speaks(by, place)
    if kind == LITTER:
        raise Refused("care.litter_has_a_plan")
    task = task_at(place, kind, at)
    if place.gone_at:
        raise Refused("care.place_gone")
    check_coming(on, timezone.localdate(at))
    ground = _ground(by, task, on, emergency, at)
    about = {"on": on, "ground": ground.value, "said_at": at, "said_by": by.somebody()}
    said, _ = Coming.objects.update_or_create(task=task, came_at=None, off_at=None, defaults=about)
    return tell(moments.COMES, by, task, at, about=said.key, on=on, ground=ground.value)


@transaction.atomic
def say_came(by: Viewer, coming: Coming, *, at: datetime) -> Moment:
    """The institution was there."""
    task, said = _open(by, coming)
    check_came(said.on, timezone.localdate(at))
    said.came_at = at
    said.save(update_fields=["came_at"])
    return tell(moments.CAME, by, task, at, about=said.key, on=said.on, ground=said.ground)


@transaction.atomic
def say_comes_not(by: Viewer, coming: Coming, *, at: datetime) -> Moment:
    """The institution does not come on that day after all; its rhythm stays what it was."""
    task, said = _open(by, coming)
    said.off_at = at
    said.save(update_fields=["off_at"])
    return tell(moments.COMES_NOT, by, task, at, about=said.key, on=said.on)


def _speaks(viewer: Viewer, place: Place) -> None:
    viewer.must("plan.change", place.neighbourhood.key)
    if not viewer.speaks_for_the_city(place.neighbourhood.key):
        raise Refused("power.not_yours")


def _open(viewer: Viewer, coming: Coming) -> tuple[Task, Coming]:
    """The task, locked, and the day that was said; one that is over is refused."""
    viewer.must("plan.change", scope(coming.task))
    task = locked(coming.task_id)
    _speaks(viewer, task.place)
    found = Coming.objects.filter(pk=coming.pk, came_at=None, off_at=None).first()
    if found is None:
        raise Refused("care.coming_over")
    return task, found


def _ground(viewer: Viewer, task: Task, on: date, emergency: Emergency | None, at: datetime) -> Ground:
    """On what ground the institution may come on that day. An emergency is declared only where there is no other."""
    held = task.carried_at.handed_over
    told = emergency_at(viewer, task.place, task.kind.code, on) if held else None
    try:
        return ground_of(
            held, asked=held and _asked(task, on), agreed=held and _agreed(task, at), emergency=told, day=on
        )
    except Refused:
        if emergency is None:
            raise
    declare_emergency(viewer, task.place, kind=task.kind.code, emergency=emergency, day=on, at=at)
    return Ground.EMERGENCY


def _asked(task: Task, on: date) -> bool:
    """Did those who hold it say yes, in the week of that day?"""
    known = task.help_questions.exclude(answer=HelpQuestion.Answer.MOOT).order_by("-asked_at").first()
    answered = timezone.localdate(known.answered_at) if known and known.answered_at else None
    return known is not None and city_may_come(Step.RESIDENTS_BACKED, known.answer, answered, on)


def _agreed(task: Task, at: datetime) -> bool:
    """Was it agreed that the institution comes by itself after so many missed rounds, and are they missed?"""
    in_force = task.hand_overs.filter(state=State.CARRIED).first()
    missed = missed_of([task], timezone.localdate(at)).get(task.pk, 0)
    return bool(in_force and in_force.after_stop == "comes" and in_force.terms.missed_too_many(missed))
