"""The city's own next step in a street. Nobody is asked for effort without it on the same page (law 2)."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import cast

from babel.dates import format_date
from django.db.models import QuerySet

from vuurtoren.care.models import Task
from vuurtoren.care.rules import LITTER, Step
from vuurtoren.journal.ready import ready
from vuurtoren.language import say
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response.models import PlaceState, Plan, PlanLine
from vuurtoren.response.queries.carried import care_by_place, care_of
from vuurtoren.response.queries.saying import crew_named
from vuurtoren.response.rules import Care

Line = tuple[date, str | None, datetime | None]
LINE = ("plan__date", "crew__name", "done_at")


@dataclass(frozen=True)
class NextOfCity:
    """What the city does next. `code`: planned, planned_crew, was_here, asked, held, held_comes, comes (about
    that day), looks, no_plan."""

    code: str
    day: date | None = None
    crew: str = ""

    def words(self, language: str) -> str:
        """One or two plain sentences."""
        day = format_date(self.day, "EEEE d MMMM", locale=language) if self.day else ""
        crew = crew_named(language, self.crew) if self.crew else ""
        return say(language, f"city-next-{self.code}", day=day, crew=crew)


def next_of_city(
    viewer: Viewer, place: Place, today: date | None = None, step: Step | None = None
) -> NextOfCity:
    """The next step here. `today` keeps a day that has passed from being shown as to come; `step` of carrying, for who
    has it in hand."""
    viewer.must("page.public", place.neighbourhood.key)
    newest = _newest_plan(place.neighbourhood, today)
    if newest is None:
        return NextOfCity("no_plan")
    lines = _lines(place=place.pk, since=_since(newest, today))
    if told := _told(lines):
        return told
    step = step or next((Step(step) for (step,) in _step(place=place.pk)), Step.INSTITUTION)
    if step.handed_over:
        return NextOfCity(_standing(care_of(viewer, place, newest)))
    comes = next((day for (day,) in _comes(place=place.pk, night=newest)), None)
    return _foreseen(comes, today or newest)


def nexts_of_city(
    viewer: Viewer, neighbourhood: Neighbourhood, place_ids: Collection[int], today: date
) -> dict[int, NextOfCity]:
    """By place, the next step of the city in each; asked once for some places."""
    viewer.must("page.public", neighbourhood.key)
    newest = _newest_plan(neighbourhood, today)
    if newest is None or not place_ids:
        return {place: NextOfCity("no_plan") for place in place_ids}
    lines: dict[int, list[Line]] = {place: [] for place in place_ids}
    given = {"neighbourhood": neighbourhood.pk, "since": _since(newest, today)}
    for place, *line in _lines_at(places=list(place_ids), **given):
        lines[place].append(cast(Line, tuple(line)))
    waiting = [place for place, some in lines.items() if not some]
    held = [place for (place,) in _held_at(places=waiting)] if waiting else []
    care = care_by_place(viewer, neighbourhood, newest, held) if held else {}
    open_ = [one for one in waiting if one not in care]
    comes = dict(_comes_at(places=open_, night=newest)) if open_ else {}
    return {
        place: _told(some)
        or (NextOfCity(_standing(care[place])) if place in care else _foreseen(comes.get(place), today))
        for place, some in lines.items()
    }


def _foreseen(comes: date | None, today: date) -> NextOfCity:
    return NextOfCity("comes", comes) if comes and comes >= today else NextOfCity("looks")


def _newest_plan(neighbourhood: Neighbourhood, today: date | None) -> date | None:
    """The newest night; a plan that somebody made for a day far ahead is not one."""
    until = today + timedelta(days=1) if today else date.max
    return next((day for (day,) in _newest(neighbourhood=neighbourhood.pk, until=until)), None)


def _since(newest: date, today: date | None) -> date:
    return max(today or newest - timedelta(days=1), newest - timedelta(days=1))


@ready
def _newest(neighbourhood: int, until: date) -> QuerySet[Plan, tuple[date]]:
    found = Plan.objects.filter(neighbourhood=neighbourhood, date__lte=until)
    return found.order_by("-date").values_list("date")[:1]


@ready
def _comes(place: int, night: date) -> QuerySet[PlaceState, tuple[date | None]]:
    return PlaceState.objects.filter(place=place, date=night).values_list("comes_on")


@ready
def _lines(place: int, since: date) -> QuerySet[PlanLine, Line]:
    return _of_lines(PlanLine.objects.filter(place=place), since).values_list(*LINE)


@ready
def _lines_at(
    places: list[int], neighbourhood: int, since: date
) -> QuerySet[PlanLine, tuple[int, date, str | None, datetime | None]]:
    asked = PlanLine.objects.filter(place__pk__among=places, place__neighbourhood=neighbourhood)
    return _of_lines(asked, since).values_list("place", *LINE)


@ready
def _held_at(places: list[int]) -> QuerySet[Task, tuple[int]]:
    steps = [one for one in Step if one.handed_over]
    rows = Task.objects.filter(place__pk__among=places, kind__code=LITTER, step__in=steps)
    return rows.values_list("place")


@ready
def _comes_at(places: list[int], night: date) -> QuerySet[PlaceState, tuple[int, date | None]]:
    return PlaceState.objects.filter(place__pk__among=places, date=night).values_list("place", "comes_on")


@ready
def _step(place: int) -> QuerySet[Task, tuple[int]]:
    return Task.objects.filter(place=place, kind__code=LITTER).values_list("step")


def _of_lines(lines: QuerySet[PlanLine], since: date) -> QuerySet[PlanLine]:
    return lines.filter(taken_off_at=None, plan__date__gte=since).order_by("plan__date")


def _told(lines: Sequence[Line]) -> NextOfCity | None:
    """From the lines of one place, in order of day: the first that is to come, else the last that was done."""
    for day, crew, done_at in lines:
        if done_at is None:
            return NextOfCity("planned_crew", day, crew) if crew else NextOfCity("planned", day)
    return NextOfCity("was_here", lines[-1][0]) if lines else None


def _standing(care: Care) -> str:
    if care.may_come:
        return "asked"
    return "held_comes" if care.terms and care.terms.after_stop == "comes" else "held"
