"""The plan of a day as pages, commands and files see it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Any
from uuid import UUID

from django.db.models import Count, F, Q, QuerySet, Sum

from vuurtoren.care.models import Task
from vuurtoren.care.rules import LITTER, Step
from vuurtoren.people.rules import Viewer
from vuurtoren.places.bynames import name_of
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response.models import Crew, PlaceState, Plan, PlanLine, Standard
from vuurtoren.response.queries.saying import why
from vuurtoren.response.rules import minutes_for

MOST_WAITS = 30
PART = 0.99
"""Less than this share of a street's minutes is a part of it."""


@dataclass(frozen=True)
class LineSeen:
    """A street on the plan. `minutes`, of which `way` to get there; `pieces` per 100 m²;
    `step` who carries, 1 … 5; `whole` the minutes of the whole street;
    `found` the grade that the crew found, or empty; `shape` GeoJSON, `lon`/`lat` WGS84."""

    public_id: str
    key: UUID
    place_public_id: str
    name: str
    byname: Mapping[str, Any]
    crew: str
    order: int
    minutes: float
    way: float
    whole: float
    pieces: float
    grade_expected: str
    step: int
    steps_behind: int
    why_code: str
    by_hand: bool
    emergency: bool
    reason: str
    done: bool
    found: str
    shape: Mapping[str, Any]
    lon: float
    lat: float

    @property
    def part(self) -> bool:
        """Does the crew do a part of the street only, since the whole is too long for its day?"""
        return self.minutes - self.way < PART * self.whole

    @property
    def why_values(self) -> Mapping[str, int]:
        """What the sentence of why is filled in with."""
        about = {"step": self.step, "pieces": round(self.pieces), "behind": self.steps_behind}
        return {**about, "whole": round(self.whole)} if self.part else about

    def why(self, language: str) -> str:
        """One plain sentence."""
        return why(language, self)

    def called(self, language: str) -> str:
        """What people call the street."""
        return name_of(language, self.name, self.byname, self.place_public_id)


@dataclass(frozen=True)
class CrewSeen:
    """A crew's round in order, and the minutes of its shift; `name` is empty for streets that have no crew yet, which
    have no `shift` either."""

    name: str
    lines: tuple[LineSeen, ...]
    shift: int | None

    @property
    def minutes(self) -> float:
        """Minutes on the streets of the round and on the way to them."""
        return sum(line.minutes for line in self.lines)

    @property
    def way(self) -> float:
        """Minutes of these on the way."""
        return sum(line.way for line in self.lines)


@dataclass(frozen=True)
class Waits:
    """A street of the city's below its floor that is not on the plan: due on which day at the latest, so that it lies
    there no longer than agreed, and when the city thinks to come, where that can be told."""

    place_public_id: str
    name: str
    byname: Mapping[str, Any]
    grade: str
    since: date
    due_on: date
    comes_on: date | None

    def called(self, language: str) -> str:
        """What people call the street."""
        return name_of(language, self.name, self.byname, self.place_public_id)


@dataclass(frozen=True)
class PlanSeen:
    """The plan of a day: its lines by crew and order, and the streets below their floor that are not on it, the first
    due first (`waits`); `shifts`: the minutes of each crew
    that works here now or is on this plan; `gap` is the share by which it can be
    off the best possible."""

    plan: Plan
    lines: tuple[LineSeen, ...]
    waits: tuple[Waits, ...]
    shifts: Mapping[str, int]

    @property
    def date(self) -> date:
        """The day."""
        return self.plan.date

    @property
    def gap(self) -> float:
        """Distance to the bound, as a share of it."""
        return self.plan.gap

    @property
    def minutes(self) -> float:
        """Minutes of all lines together."""
        return sum(line.minutes for line in self.lines)

    @property
    def first_waits(self) -> tuple[Waits, ...]:
        """As many of the streets that wait as people read, those that are due first."""
        return self.waits[:MOST_WAITS]

    @property
    def crews(self) -> tuple[CrewSeen, ...]:
        """The rounds, one a crew."""
        return tuple(
            CrewSeen(name, tuple(some), self.shifts.get(name))
            for name, some in groupby(self.lines, lambda line: line.crew)
        )


def plan_for(viewer: Viewer, neighbourhood: Neighbourhood, day: date) -> PlanSeen | None:
    """The plan of one day; None when no night made it."""
    viewer.must("plan.why", neighbourhood.key)
    return _seen(Plan.objects.filter(neighbourhood=neighbourhood, date=day).first())


def latest_plan(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> PlanSeen | None:
    """The plan of today, else of tomorrow, else the newest."""
    viewer.must("plan.why", neighbourhood.key)
    plans = Plan.objects.filter(neighbourhood=neighbourhood)
    near = plans.filter(date__in=[today, today + timedelta(days=1)]).order_by("date").first()
    return _seen(near or plans.order_by("-date").first())


@dataclass(frozen=True)
class WorkAhead:
    """How much the city does on its next day: streets and minutes."""

    date: date
    streets: int
    minutes: float


def work_ahead(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> WorkAhead | None:
    """The city's work of today, else of tomorrow; None where nothing is planned."""
    viewer.must("plan.why", neighbourhood.key)
    near = Plan.objects.filter(neighbourhood=neighbourhood, date__in=[today, today + timedelta(days=1)])
    on = near.filter(lines__isnull=False, lines__taken_off_at=None)
    counted = on.annotate(
        streets=Count("lines"), work=Sum(F("lines__minutes") + F("lines__way_minutes"))
    ).order_by("date")
    first = counted.values_list("date", "streets", "work").first()
    return WorkAhead(*first) if first else None


def line_called(viewer: Viewer, plan: Plan, public_id: str) -> PlanLine | None:
    """A line of this plan by its public id, to act upon."""
    viewer.must("plan.why", plan.neighbourhood.key)
    lines = plan.lines.filter(public_id=public_id, taken_off_at=None)
    return lines.select_related("plan__neighbourhood", "place", "crew").first()


def lines_keyed(viewer: Viewer, neighbourhood: Neighbourhood, keys: Collection[UUID]) -> dict[UUID, PlanLine]:
    """By key: lines of plans of this neighbourhood, also those that were taken off."""
    viewer.must("plan.why", neighbourhood.key)
    rows = PlanLine.objects.filter(plan__neighbourhood=neighbourhood, key__in=keys)
    return {one.key: one for one in rows.select_related("plan", "place")} if keys else {}


def why_unasked(viewer: Viewer, place: Place) -> str:
    """In whose own words the institution says why it enters a street that residents hold unasked: of its newest such line
    that stands; empty where there is none."""
    viewer.must("page.public", place.neighbourhood.key)
    lines = PlanLine.objects.filter(place=place, emergency=True, taken_off_at=None)
    return lines.order_by("-plan__date", "-pk").values_list("reason", flat=True).first() or ""


def taken_off(viewer: Viewer, neighbourhood: Neighbourhood, day: date) -> list[PlanLine]:
    """The streets that were taken off the plan of a day by hand, each with its reason."""
    viewer.must("plan.why", neighbourhood.key)
    rows = PlanLine.objects.filter(plan__neighbourhood=neighbourhood, plan__date=day)
    rows = rows.filter(taken_off_at__isnull=False).select_related("place")
    return list(rows.order_by("taken_off_at", "pk"))


def crews_of(viewer: Viewer, neighbourhood: Neighbourhood) -> QuerySet[Crew]:
    """The crews that work here."""
    viewer.must("plan.why", neighbourhood.key)
    return Crew.objects.filter(neighbourhood=neighbourhood, active=True).order_by("name")


def plan_as_json(viewer: Viewer, plan: PlanSeen) -> dict[str, Any]:
    """`date, gap, minutes, crews, streets, waits`; each crew its shift and what it has to do, each street
    `name, grade_expected, carried_by, minutes, crew, order` and why in both languages; `waits` are below the floor and
    not on the plan, each `name, grade_expected, below_since, due_on, comes_on`."""
    viewer.must("plan.why", plan.plan.neighbourhood.key)
    return {
        "date": plan.date.isoformat(),
        "gap": plan.gap,
        "minutes": round(plan.minutes, 1),
        "crews": shifts_of(viewer, plan),
        "streets": [
            {
                "name": line.called("nl"),
                "grade_expected": line.grade_expected,
                "carried_by": Step(line.step).name.lower(),
                "minutes": round(line.minutes, 1),
                "crew": line.crew or None,
                "order": line.order,
                "why_nl": line.why("nl"),
                "why_en": line.why("en"),
            }
            for line in plan.lines
        ],
        "waits": [
            {
                "name": one.called("nl"),
                "grade_expected": one.grade,
                "below_since": one.since.isoformat(),
                "due_on": one.due_on.isoformat(),
                "comes_on": one.comes_on.isoformat() if one.comes_on else None,
            }
            for one in plan.waits
        ],
    }


def shifts_of(viewer: Viewer, plan: PlanSeen) -> list[dict[str, Any]]:
    """Each crew that works here or has a street on this plan: `name`, `shift_minutes`, and of these `minutes` used, of
    which `way_minutes` on the way, in so many `streets`."""
    viewer.must("plan.why", plan.plan.neighbourhood.key)
    rounds = {one.name: one for one in plan.crews}
    nothing = CrewSeen("", (), None)
    return [
        {
            "name": name,
            "shift_minutes": minutes,
            "minutes": round(rounds.get(name, nothing).minutes, 1),
            "way_minutes": round(rounds.get(name, nothing).way, 1),
            "streets": len(rounds.get(name, nothing).lines),
        }
        for name, minutes in plan.shifts.items()
    ]


def plan_in_short(viewer: Viewer, plan: PlanSeen) -> dict[str, Any]:
    """The whole plan in some figures: `date, gap, streets, minutes`, how many `crews` with how many `shift_minutes`, the
    streets `without_crew`, and how many `waits` for a later day."""
    shifts = shifts_of(viewer, plan)
    return {
        "date": plan.date.isoformat(),
        "gap": plan.gap,
        "streets": len(plan.lines),
        "minutes": round(plan.minutes, 1),
        "crews": len(shifts),
        "shift_minutes": sum(one["shift_minutes"] for one in shifts),
        "without_crew": sum(1 for line in plan.lines if not line.crew),
        "waits": len(plan.waits),
    }


def _seen(plan: Plan | None) -> PlanSeen | None:
    if plan is None:
        return None
    rows = plan.lines.filter(taken_off_at=None).select_related("place", "crew", "visit")
    ordered = rows.order_by(F("crew__name").asc(nulls_last=True), "order", "pk")
    lines = tuple(_line(row) for row in ordered)
    here = Q(active=True) | Q(name__in={line.crew for line in lines})
    shifts = Crew.objects.filter(here, neighbourhood=plan.neighbourhood_id).order_by("name")
    return PlanSeen(plan, lines, _waits(plan), dict(shifts.values_list("name", "minutes")))


def _waits(plan: Plan) -> tuple[Waits, ...]:
    standard = Standard.objects.filter(neighbourhood=plan.neighbourhood_id).first() or Standard()
    there = plan.lines.filter(taken_off_at=None).values("place")
    below = PlaceState.objects.filter(
        place__neighbourhood=plan.neighbourhood_id,
        place__gone_at=None,
        date=plan.date,
        below_floor_since__isnull=False,
    ).exclude(place__in=there)
    held = Task.objects.filter(
        place__in=below.values("place"),
        kind__code=LITTER,
        step__in=[one for one in Step if one.handed_over],
    )
    rows = below.exclude(place__in=held.values("place")).order_by("below_floor_since", "place__in_order")
    fields = ("place__public_id", "place__name", "place__byname", "grade", "below_floor_since", "comes_on")
    return tuple(
        Waits(public_id, name, byname, grade, since, since + timedelta(days=standard.floor_steps), comes)
        for public_id, name, byname, grade, since, comes in rows.values_list(*fields)
    )


def _line(row: PlanLine) -> LineSeen:
    return LineSeen(
        public_id=row.public_id,
        key=row.key,
        place_public_id=row.place.public_id,
        name=row.place.name,
        byname=row.place.byname,
        crew=row.crew.name if row.crew else "",
        order=row.order,
        minutes=row.minutes + row.way_minutes,
        way=row.way_minutes,
        whole=minutes_for(row.place.area_m2),
        pieces=row.pieces,
        grade_expected=row.grade_expected,
        step=row.step,
        steps_behind=row.steps_behind,
        why_code=row.why,
        by_hand=row.origin == "hand",
        emergency=row.emergency,
        reason=row.reason,
        done=row.done_at is not None,
        found=row.visit.found if hasattr(row, "visit") else "",
        shape=row.place.line,
        lon=row.place.lon,
        lat=row.place.lat,
    )
