"""What the institution does by itself for kinds of task that its plan of litter does not know: its rhythm, or what it said
of it."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from vuurtoren.care.models import Coming, HandOver, Stop, Task, TaskKind
from vuurtoren.care.queries.missing import missed_of
from vuurtoren.care.queries.seen import CityItself, HelpSeen, PlaceCare
from vuurtoren.care.rules import State, Step, Terms, city_itself, city_may_come
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place


def city_at(viewer: Viewer, kind: TaskKind, seen: PlaceCare, today: date) -> CityItself:
    """What the institution does by itself for this kind at the place of `seen`."""
    viewer.must("page.public", seen.place.neighbourhood.key)
    terms = seen.agreement.terms if seen.agreement else None
    tasks = [seen.task] if seen.task else []
    said = _stopped(tasks, today).get((seen.place.pk, kind.pk), "")
    days = _days(tasks, today).get(seen.task.pk if seen.task else 0, {})
    return replace(_city(kind, seen.step, seen.help, terms, seen.missed, said, today), **days)


def coming_at(viewer: Viewer, place: Place, kind: str) -> Coming | None:
    """The day that the institution said for a task, where it is not over; for whoever may say that."""
    viewer.must("plan.change", place.neighbourhood.key)
    here = Coming.objects.select_related("task__place__neighbourhood", "task__kind")
    return here.filter(task__place=place, task__kind__code=kind, came_at=None, off_at=None).first()


def cities_itself(
    tasks: Iterable[Task], helped: Mapping[int, HelpSeen], today: date
) -> dict[int, CityItself]:
    """By task: the same for tasks of other kinds than litter; five questions where residents hold one of them, else two."""
    told = list(tasks)
    held = [task.pk for task in told if task.carried_at.handed_over]
    in_force = HandOver.objects.filter(task__in=held, state=State.CARRIED) if held else ()
    terms = {one.task_id: one.terms for one in in_force}
    missed, said, days = missed_of(told, today), _stopped(told, today), _days(told, today)
    return {
        task.pk: replace(
            _city(
                task.kind,
                task.carried_at,
                helped.get(task.pk),
                terms.get(task.pk),
                missed.get(task.pk, 0),
                said.get((task.place_id, task.kind_id), ""),
                today,
            ),
            **days.get(task.pk, {}),
        )
        for task in told
    }


def _stopped(tasks: list[Task], today: date) -> dict[tuple[int, int], str]:
    """By place and kind: how the institution said that it stops there, where that day has come."""
    if not tasks:
        return {}
    found = Stop.objects.filter(place__in={one.place_id for one in tasks}, goes_on_at=None, since__lte=today)
    return {(place, kind): how for place, kind, how in found.values_list("place", "kind", "how")}


def _days(tasks: list[Task], today: date) -> dict[int, dict[str, Any]]:
    """By task: the day that the institution said, whether it passed in silence, and when it was there last."""
    if not tasks:
        return {}
    found: dict[int, dict[str, Any]] = {}
    rows = Coming.objects.filter(task__in=[one.pk for one in tasks], off_at=None).order_by("came_at", "pk")
    for task, on, came_at in rows.values_list("task", "on", "came_at"):
        said = {"came_on": timezone.localdate(came_at)} if came_at else {"on": on, "late": on < today}
        found.setdefault(task, {}).update(said)
    return found


def _city(
    kind: TaskKind,
    step: Step,
    asked: HelpSeen | None,
    terms: Terms | None,
    missed: int,
    said: str,
    today: date,
) -> CityItself:
    said_yes = asked is not None and city_may_come(Step(4), asked.answer, asked.answered_on, today)
    agreed = terms is not None and terms.after_stop == "comes" and terms.missed_too_many(missed)
    return CityItself(city_itself(step, kind.city_days, said_yes or agreed, said), kind.city_days or 0)
