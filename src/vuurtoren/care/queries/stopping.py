"""Where the institution stops a task or does less of it, and what became of that: for everybody, without any person."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date
from django.db.models import QuerySet
from django.utils import timezone

from vuurtoren.care.models import HandOver, Stop, Task, TaskKind
from vuurtoren.care.rules import Side, Step
from vuurtoren.care.stopping import Outcome, outcome_of
from vuurtoren.language import say
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import RoomNow

MOST_STOPS = 200
INSTITUTION = "institution"


@dataclass(frozen=True)
class StopSeen:
    """What was said, and what became of it. `mine`: may this viewer say that the institution goes on again?"""

    public_id: str
    place: Place
    kind: TaskKind
    how: str
    why: str
    words: str
    since: date
    said_on: date
    outcome: Outcome
    mine: bool

    def leaves(self, today: date) -> bool:
        """Does the institution do nothing of it any more, by its own word, while nobody took it up?"""
        return self.how == "stops" and self.since <= today and not self.outcome.taken

    def room_words(self, language: str, room: RoomNow, today: date) -> str:
        """Who decides, does and pays, with what was said of stopping in the same line, so that no page says both that the
        institution stops and that it does the task."""
        if self.outcome.taken:
            return room.words(language)
        when = "since" if self.since <= today else "from"
        day = format_date(self.since, "d MMMM y", locale=language)
        if room.powers.all_by == INSTITUTION:
            return say(language, f"stopping-room-{self.how}-{when}", day=day)
        return f"{room.words(language)} {say(language, f'stopping-room-part-{self.how}-{when}', day=day)}"


def stops(viewer: Viewer, neighbourhood: Neighbourhood) -> list[StopSeen]:
    """All that the institution stopped and did not take up again: what nobody took over first, the oldest on top."""
    viewer.must("page.public", neighbourhood.key)
    found = _open().filter(place__neighbourhood=neighbourhood)
    seen = _seen(viewer, found.order_by("since", "pk")[:MOST_STOPS])
    return sorted(seen, key=lambda one: one.outcome.taken)


def stops_at(viewer: Viewer, place: Place, kind: str = "") -> list[StopSeen]:
    """The same of one place; of one `kind` of task there, or of all."""
    viewer.must("page.public", place.neighbourhood.key)
    found = _open().filter(place=place)
    if kind:
        found = found.filter(kind__code=kind)
    return _seen(viewer, found.order_by("since", "pk"))


def stop_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Stop | None:
    """One that was said here, by its address, for whoever may say that it goes on."""
    viewer.must("task.stop", neighbourhood.key)
    here = Stop.objects.select_related("place__neighbourhood", "kind")
    return here.filter(place__neighbourhood=neighbourhood, public_id=public_id).first()


def _open() -> QuerySet[Stop]:
    return Stop.objects.filter(goes_on_at=None).select_related("place__neighbourhood", "kind")


def _seen(viewer: Viewer, found: Iterable[Stop]) -> list[StopSeen]:
    rows = list(found)
    if not rows:
        return []
    tasks = {
        (place, kind): (pk, Step(step))
        for pk, place, kind, step in Task.objects.filter(
            place__in=[one.place_id for one in rows], kind__in={one.kind_id for one in rows}
        ).values_list("pk", "place", "kind", "step")
    }
    offers: dict[int, list[str]] = defaultdict(list)
    asked = HandOver.objects.filter(task__in=[pk for pk, _ in tasks.values()], side=Side.INSTITUTION)
    for task, state in asked.order_by("asked_at", "pk").values_list("task", "state"):
        offers[task].append(state)
    return [
        _one(viewer, row, *tasks.get((row.place_id, row.kind_id), (0, Step.INSTITUTION)), offers)
        for row in rows
    ]


def _one(viewer: Viewer, row: Stop, task: int, step: Step, offers: dict[int, list[str]]) -> StopSeen:
    scope = row.place.neighbourhood.key
    return StopSeen(
        row.public_id,
        row.place,
        row.kind,
        row.how,
        row.why,
        row.words,
        row.since,
        timezone.localdate(row.said_at),
        outcome_of(step, offers[task]),
        viewer.may("task.stop", scope) and viewer.speaks_for_the_city(scope),
    )
