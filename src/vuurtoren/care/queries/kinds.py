"""Kinds of task: which there are, and which there are at a place."""

from uuid import UUID

from django.db.models import QuerySet

from vuurtoren.care.models import Task, TaskKind
from vuurtoren.care.queries.seen import TaskHere
from vuurtoren.care.queries.streets import room_now
from vuurtoren.care.rules import LITTER, Step
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


@ready
def _kinds() -> QuerySet[TaskKind]:
    return TaskKind.objects.order_by("pk")


@ready
def _tasks(place: int) -> QuerySet[Task]:
    return Task.objects.filter(place=place)
