"""How a viewer stands towards tasks, and what hangs on them; asked once for many tasks."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db.models import Max, QuerySet
from django.utils import timezone

from vuurtoren.care.models import Carrying, HandOver, HelpQuestion, Round, Task
from vuurtoren.care.queries.seen import CarrierSeen, HelpSeen, Month, Standing, help_seen
from vuurtoren.care.rules import OPEN, State
from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer


def standings(
    viewer: Viewer, tasks: Collection[Task], asked: Collection[HandOver] = ()
) -> dict[int, Standing]:
    """By task: does the viewer carry it, work for the institution there, and may they answer an offer?

    The tasks come with their place and its neighbourhood. An offer is the carriers' to answer; where nobody carries,
    it is for whoever lives there.
    """
    held = Carrying.objects.filter(task__in=[task.pk for task in tasks], until=None)
    carried: dict[int, set[object]] = defaultdict(set)
    for task_id, key in held.values_list("task_id", "person__key"):
        carried[task_id].add(key)
    home = (
        Person.objects.filter(key=viewer.person).values_list("home_id", flat=True).first()
        if viewer.person
        else None
    )
    with_it = offered_with(asked) if home else {}
    return {
        task.pk: _standing(viewer, task, carried[task.pk], home, with_it.get(task.pk, set()))
        for task in tasks
    }


def offered_with(asked: Collection[HandOver]) -> dict[int, set[int]]:
    """By task: the places of which one offer is that stands there; only where it is of several at once."""
    groups = {one.task_id: one.together for one in asked if one.together}
    if not groups:
        return {}
    places: dict[object, set[int]] = defaultdict(set)
    rows = HandOver.objects.filter(together__in=set(groups.values()))
    for together, place in rows.values_list("together", "task__place"):
        places[together].add(place)
    return {task: places[together] for task, together in groups.items()}


def standing_at(viewer: Viewer, task: Task, asked: HandOver | None) -> Standing:
    """The same for one task, with its place and what is asked there in hand."""
    carriers: set[object] = {key for (key,) in _carriers(task=task.pk)}
    offered = asked is not None and viewer.person is not None and not carriers
    home = next((one for (one,) in _home(person=viewer.person)), None) if offered else None
    with_it = offered_with([asked]) if offered and asked else {}
    return _standing(viewer, task, carriers, home, with_it.get(task.pk, set()))


def is_carried(task: Task) -> bool:
    """Does anybody carry it now?"""
    return bool(_carriers(task=task.pk))


def open_and_agreed(task: Task) -> tuple[HandOver | None, HandOver | None]:
    """Of one task: the hand-over that is asked or in overlap, and the one in force."""
    found = _hand_overs(task=task.pk)
    asked = next((one for one in found if one.state in OPEN), None)
    return asked, next((one for one in found if one.state == State.CARRIED), None)


def newest_help_at(task: Task) -> HelpSeen | None:
    """Of one task: the newest question whether the city shall help."""
    return help_seen(next(iter(_newest_help(task=task.pk)), None))


def newest_help(task_ids: Collection[int]) -> dict[int, HelpSeen]:
    """By task: the newest question whether the city shall help."""
    rows = HelpQuestion.objects.filter(task__in=task_ids).order_by("task_id", "asked_at", "pk")
    newest = {row.task_id: row for row in rows}
    return {task_id: seen for task_id, row in newest.items() if (seen := help_seen(row))}


def carriers_of(viewer: Viewer, task_ids: Collection[int]) -> dict[int, list[CarrierSeen]]:
    """By task: who carries it, with names; only for tasks that the viewer carries too."""
    if viewer.person is None:
        return defaultdict(list)
    found: dict[int, list[CarrierSeen]] = defaultdict(list)
    wanted = set(task_ids)
    for task, key, called, part, rhythm, people in _carried_with(person=viewer.person):
        if task in wanted:
            found[task].append(CarrierSeen(called, part, rhythm, people, key == viewer.person))
    return found


def last_round_days(viewer: Viewer) -> dict[int, date]:
    """By task that the viewer carries: the day of the newest round."""
    if viewer.person is None:
        return {}
    return {task_id: timezone.localdate(at) for task_id, at in _last_rounds(person=viewer.person)}


def by_month(rounds: Iterable[Round]) -> tuple[Month, ...]:
    """Rounds that come in order of time, together by month of our own calendar; oldest first."""
    months = groupby(rounds, key=lambda done: timezone.localdate(done.at).replace(day=1))
    return tuple(_month(first, list(some)) for first, some in months)


def of_task(state: Collection[str], task_ids: Collection[int]) -> dict[int, HandOver]:
    """By task: its one hand-over in these states."""
    return {one.task_id: one for one in HandOver.objects.filter(task__in=task_ids, state__in=state)}


@ready
def _carriers(task: int) -> QuerySet[Carrying, tuple[UUID | None]]:
    return Carrying.objects.filter(task=task, until=None).values_list("person__key")


@ready
def _carried_with(person: UUID) -> QuerySet[Carrying, tuple[int, UUID, str, str, str, int]]:
    """Everybody who carries what this person carries, they too: of which task, who, called what, and how."""
    mine = Carrying.objects.filter(until=None, person__key=person)
    rows = Carrying.objects.filter(task__in=mine.values("task"), until=None, person__isnull=False)
    columns = "task_id", "person__key", "person__called", "part", "rhythm", "people"
    return rows.order_by("since", "pk").values_list(*columns)


@ready
def _last_rounds(person: UUID) -> QuerySet[Round, tuple[int, datetime]]:
    mine = Carrying.objects.filter(until=None, person__key=person)
    rows = Round.objects.filter(task__in=mine.values("task"), undone_at=None)
    return rows.order_by().values_list("task_id").annotate(Max("at"))


@ready
def _home(person: UUID) -> QuerySet[Person, tuple[int | None]]:
    return Person.objects.filter(key=person).values_list("home_id")


@ready
def _hand_overs(task: int) -> QuerySet[HandOver]:
    return HandOver.objects.filter(task=task, state__in=[*OPEN, State.CARRIED])


@ready
def _newest_help(task: int) -> QuerySet[HelpQuestion]:
    return HelpQuestion.objects.filter(task=task).order_by("-asked_at", "-pk")[:1]


def _standing(
    viewer: Viewer, task: Task, carriers: set[object], home: int | None, with_it: Collection[int]
) -> Standing:
    carries = viewer.person is not None and viewer.person in carriers
    works = viewer.speaks_for_the_city(task.place.neighbourhood.key)
    lives = not carriers and home is not None and (home == task.place_id or home in with_it)
    speaks = viewer.may("agreement.answer", task.place.neighbourhood.key, concerned=True)
    return Standing(carries, works, not works and (carries or lives), viewer.person, speaks)


def _month(first: date, rounds: list[Round]) -> Month:
    return Month(first, len(rounds), sum(done.minutes for done in rounds), sum(done.bags for done in rounds))
