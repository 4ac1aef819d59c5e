"""What the institution does by itself for kinds of task that its plan of litter does not know: its rhythm, or what it said
of it."""

from collections.abc import Iterable, Mapping
from datetime import date

from vuurtoren.care.models import HandOver, Stop, Task, TaskKind
from vuurtoren.care.queries.missing import missed_of
from vuurtoren.care.queries.seen import CityItself, HelpSeen, PlaceCare
from vuurtoren.care.rules import State, Step, Terms, city_itself, city_may_come
from vuurtoren.people.rules import Viewer


def city_at(viewer: Viewer, kind: TaskKind, seen: PlaceCare, today: date) -> CityItself:
    """What the institution does by itself for this kind at the place of `seen`."""
    viewer.must("page.public", seen.place.neighbourhood.key)
    terms = seen.agreement.terms if seen.agreement else None
    said = _stopped([seen.task], today).get((seen.place.pk, kind.pk), "") if seen.task else ""
    return _city(kind, seen.step, seen.help, terms, seen.missed, said, today)


def cities_itself(
    tasks: Iterable[Task], helped: Mapping[int, HelpSeen], today: date
) -> dict[int, CityItself]:
    """By task: the same for tasks of other kinds than litter; four questions where residents hold one of them, else one."""
    told = list(tasks)
    held = [task.pk for task in told if task.carried_at.handed_over]
    in_force = HandOver.objects.filter(task__in=held, state=State.CARRIED) if held else ()
    terms = {one.task_id: one.terms for one in in_force}
    missed, said = missed_of(told, today), _stopped(told, today)
    return {
        task.pk: _city(
            task.kind,
            task.carried_at,
            helped.get(task.pk),
            terms.get(task.pk),
            missed.get(task.pk, 0),
            said.get((task.place_id, task.kind_id), ""),
            today,
        )
        for task in told
    }


def _stopped(tasks: list[Task], today: date) -> dict[tuple[int, int], str]:
    """By place and kind: how the institution said that it stops there, where that day has come."""
    if not tasks:
        return {}
    found = Stop.objects.filter(place__in={one.place_id for one in tasks}, goes_on_at=None, since__lte=today)
    return {(place, kind): how for place, kind, how in found.values_list("place", "kind", "how")}


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
