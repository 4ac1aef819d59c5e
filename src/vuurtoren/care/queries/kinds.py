"""Kinds of task: which there are at a place, and what the institution does by itself for those its plan does not know."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from vuurtoren.care.models import HandOver, Task, TaskKind
from vuurtoren.care.queries.missing import missed_of
from vuurtoren.care.queries.seen import CityItself, HelpSeen, PlaceCare, TaskHere
from vuurtoren.care.queries.streets import room_now
from vuurtoren.care.rules import LITTER, State, Step, Terms, city_itself, city_may_come
from vuurtoren.journal.ready import ready
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import rooms_of


def kinds_by_key(viewer: Viewer, neighbourhood: Neighbourhood) -> dict[UUID, TaskKind]:
    """Every kind there is, by what stands for it in the journal."""
    viewer.must("page.public", neighbourhood.key)
    return {one.key: one for one in _kinds()}


def kind_at(viewer: Viewer, place: Place, code: str) -> TaskKind | None:
    """The kind with this code, if it fits this place or was begun there; None for litter, which has pages of its own."""
    viewer.must("page.public", place.neighbourhood.key)
    found = next((one for one in _kinds() if one.code == code != LITTER), None)
    if found is None or found.fits(place):
        return found
    return found if Task.objects.filter(place=place, kind=found).exists() else None


def tasks_at(viewer: Viewer, place: Place) -> tuple[TaskHere, ...]:
    """All kinds but litter that fit a place or were begun there, those that neighbours carry first. Three questions."""
    viewer.must("page.public", place.neighbourhood.key)
    there = {task.kind_id: task for task in _tasks(place=place.pk)}
    rooms = rooms_of(viewer, place) if any(task.carried_at.handed_over for task in there.values()) else {}
    found = [
        TaskHere(
            kind=kind,
            step=task.carried_at if task else Step.INSTITUTION,
            room=room_now(task, rooms.get(kind.code)),
            begun=task is not None,
        )
        for kind in _kinds()
        if kind.code != LITTER and ((task := there.get(kind.pk)) or (kind.fits(place) and not place.gone_at))
    ]
    return tuple(sorted(found, key=lambda one: (not one.carried, not one.begun)))


def city_at(viewer: Viewer, kind: TaskKind, seen: PlaceCare, today: date) -> CityItself:
    """What the institution does by itself for this kind at the place of `seen`."""
    viewer.must("page.public", seen.place.neighbourhood.key)
    terms = seen.agreement.terms if seen.agreement else None
    return _city(kind, seen.step, seen.help, terms, seen.missed, today)


def cities_itself(
    tasks: Iterable[Task], helped: Mapping[int, HelpSeen], today: date
) -> dict[int, CityItself]:
    """By task: the same for tasks of other kinds than litter; three questions where residents hold one of them."""
    told = list(tasks)
    held = [task.pk for task in told if task.carried_at.handed_over]
    in_force = HandOver.objects.filter(task__in=held, state=State.CARRIED) if held else ()
    terms = {one.task_id: one.terms for one in in_force}
    missed = missed_of(told, today)
    return {
        task.pk: _city(
            task.kind, task.carried_at, helped.get(task.pk), terms.get(task.pk), missed.get(task.pk, 0), today
        )
        for task in told
    }


def _city(
    kind: TaskKind, step: Step, asked: HelpSeen | None, terms: Terms | None, missed: int, today: date
) -> CityItself:
    said_yes = asked is not None and city_may_come(Step(4), asked.answer, asked.answered_on, today)
    agreed = terms is not None and terms.after_stop == "comes" and terms.missed_too_many(missed)
    code = city_itself(step, kind.city_days, said_yes or agreed)
    return CityItself(code, kind.city_days or 0)


@ready
def _kinds() -> QuerySet[TaskKind]:
    return TaskKind.objects.order_by("pk")


@ready
def _tasks(place: int) -> QuerySet[Task]:
    return Task.objects.filter(place=place)
