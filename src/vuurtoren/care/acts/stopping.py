"""The institution says that it stops a task somewhere, or goes on again. Neither makes room nor changes who carries.

The plan does not hang on it either: what was agreed about how clean it is changes only where that is agreed.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.acts.effects import tell
from vuurtoren.care.acts.parties import task_at
from vuurtoren.care.models import Stop, Task
from vuurtoren.care.rules import LITTER
from vuurtoren.care.stopping import check_places, check_stop
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place


@transaction.atomic
def stop_task(
    by: Viewer,
    place: Place,
    *,
    how: str,
    why: str,
    words: str = "",
    since: date,
    also: Sequence[Place] = (),
    kind: str = LITTER,
    at: datetime,
) -> tuple[Moment, ...]:
    """The institution stops this task here and `also` there, or does less of it, from a day on: said in public, with why.

    What residents hold is not the institution's to stop; a moment for each place.
    """
    places = {one.pk: one for one in (place, *also)}
    check_places(len(places))
    for one in places.values():
        by.must("task.stop", one.neighbourhood.key)
        if one.neighbourhood_id != place.neighbourhood_id or not by.speaks_for_the_city(
            one.neighbourhood.key
        ):
            raise Refused("power.not_yours")
    words = check_stop(how, why, words, since, timezone.localdate(at))
    told = []
    for task in _tasks(list(places.values()), kind, at):
        said = Stop.objects.create(
            place=task.place,
            kind=task.kind,
            how=how,
            why=why,
            words=words,
            since=since,
            said_at=at,
            said_by=by.somebody(),
        )
        told.append(tell(moments.STOPS, by, task, at, about=said.key, how=how, why=why, since=since))
    return tuple(told)


@transaction.atomic
def go_on_again(by: Viewer, stop: Stop, *, at: datetime) -> Moment:
    """The institution goes on with the task after all, as before."""
    by.must("task.stop", stop.place.neighbourhood.key)
    task = task_at(stop.place, stop.kind.code, at)
    if not by.speaks_for_the_city(stop.place.neighbourhood.key):
        raise Refused("power.not_yours")
    found = Stop.objects.get(pk=stop.pk)
    if found.goes_on_at:
        raise Refused("care.goes_on_already")
    found.goes_on_at = at
    found.save(update_fields=["goes_on_at"])
    return tell(moments.GOES_ON, by, task, at, about=found.key)


def _tasks(places: list[Place], kind: str, at: datetime) -> list[Task]:
    """The tasks at these places, each locked, in one order; all of them the institution's, and none that stops already."""
    tasks = [task_at(one, kind, at) for one in sorted(places, key=lambda one: one.pk)]
    for task in tasks:
        if task.place.gone_at:
            raise Refused("care.place_gone")
        if task.carried_at.handed_over:
            raise Refused("care.not_yours_to_stop")
        if Stop.objects.filter(place=task.place, kind=task.kind, goes_on_at=None).exists():
            raise Refused("care.stops_already")
    return tasks
