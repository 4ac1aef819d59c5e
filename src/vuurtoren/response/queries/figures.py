"""How the neighbourhood is doing: average, floor, lag and the minutes of the city, now and over time.

These are figures about streets and about the city's own work, not about people, so the gate of five people (law 7)
does not close them: litter in a street tells nothing about one neighbour.
"""

from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np
from django.db.models import Count, Q, Sum
from django.db.models.functions import TruncDate
from django.utils.timezone import localdate

from vuurtoren.engine.estimate import survival
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.response.models import FloorCase, PlaceState, Plan, Standard, Visit
from vuurtoren.response.rules import SCALE, grade_of_score, is_ahead

DAYS, LOOKS_AHEAD = 60, 60
"""The figures are of so many nights, passing over at most so many plans that were made far ahead."""
WEEK = 7
Points = tuple[tuple[date, float], ...]


@dataclass(frozen=True)
class Figures:
    """Scores 5 = A+ … 1 = D; shares 0 … 1; lag in steps (nights), None where too many still wait to say. `seen`: in how
    many of the `streets` somebody looked or worked lately; where nobody did, there is no average grade."""

    average_grade: str
    average_score: float | None
    average_over_time: Points
    below_floor_share: float
    below_floor_over_time: Points
    lag_median: float | None
    lag_p95: float | None
    lag_open: int
    city_minutes: int
    minutes_over_time: Points
    lag_cases: int = 0
    lag_visited: int = 0
    lag_longest: int = 0
    days: int = DAYS
    seen: int = 0
    streets: int = 0


def neighbourhood_figures(viewer: Viewer, neighbourhood: Neighbourhood, today: date = date.max) -> Figures:
    """The figures of the last `DAYS` nights up to `today`, or of the first one after it where there is none yet; the newest
    one is now. `city_minutes`: of the last seven days."""
    viewer.must("page.public", neighbourhood.key)
    nights = _nights(neighbourhood, today)
    if not nights:
        return Figures("", None, (), 0.0, (), None, None, 0, 0, ())
    until, score, share = nights[-1]
    waited = lag_of(neighbourhood, until)
    minutes = _minutes(neighbourhood, nights[0][0], until)
    known = PlaceState.objects.filter(
        place__neighbourhood=neighbourhood, place__gone_at=None, date=until
    ).aggregate(seen=Count("pk", filter=Q(source=PlaceState.Source.OBSERVED)), streets=Count("pk"))
    return Figures(
        average_grade=grade_of_score(score) if known["seen"] else "",
        average_score=score if known["seen"] else None,
        average_over_time=tuple((day, mean) for day, mean, _ in nights),
        below_floor_share=share,
        below_floor_over_time=tuple((day, below) for day, _, below in nights),
        lag_median=waited.median,
        lag_p95=waited.p95,
        lag_open=waited.waiting_now,
        city_minutes=int(sum(spent for _, spent in minutes[-WEEK:])),
        minutes_over_time=minutes,
        lag_cases=waited.cases,
        lag_visited=waited.visited,
        lag_longest=waited.longest_now,
        seen=known["seen"],
        streets=known["streets"],
    )


def _nights(neighbourhood: Neighbourhood, today: date) -> list[tuple[date, float, float]]:
    """Day, mean score and share below the floor, oldest first; without plans that somebody made far ahead."""
    rows = Plan.objects.filter(neighbourhood=neighbourhood)
    told = ("date", "mean_now", "below_floor_share", "made_at")
    until_now = rows.filter(date__lte=today).order_by("-date").values_list(*told)[: DAYS + LOOKS_AHEAD]
    found = list(until_now) or list(rows.order_by("date").values_list(*told)[:1])
    near = [
        (day, mean, below) for day, mean, below, made_at in found if not is_ahead(day, localdate(made_at))
    ]
    return near[:DAYS][::-1]


@dataclass(frozen=True)
class Waited:
    """The lag of a neighbourhood, over `cases`, of which `visited` saw the city come.

    `waiting_now` counts only streets that are below the floor this very day; `longest_now` is how many steps they wait.
    """

    median: float | None
    p95: float | None
    waiting_now: int
    cases: int
    visited: int
    longest_now: int


def lag_of(neighbourhood: Neighbourhood, until: date) -> Waited:
    """Steps between falling below the floor and the visit, streets that still wait counted in (Kaplan-Meier).

    A street that got better without a visit counts as one that waited so long and was then lost from sight.
    """
    cases = FloorCase.objects.filter(
        place__neighbourhood=neighbourhood, fell_on__gt=until - timedelta(days=DAYS), fell_on__lte=until
    ).values_list("fell_on", "visited_on", "ended_on")
    seen = list(cases)
    steps = np.array(
        [((visited or ended or until) - fell).days for fell, visited, ended in seen], dtype=np.int64
    )
    found = survival(np.maximum(steps, 0), [visited is not None for _, visited, _ in seen])
    waiting = [(until - fell).days for fell, visited, ended in seen if visited is None and ended is None]
    came = sum(visited is not None for _, visited, _ in seen)
    return Waited(
        found.quantile(0.5), found.quantile(0.95), len(waiting), len(seen), came, max(waiting, default=0)
    )


def standard_of(viewer: Viewer, neighbourhood: Neighbourhood) -> Standard:
    """What is agreed; where nothing was agreed yet, the usual."""
    viewer.must("page.public", neighbourhood.key)
    found = Standard.objects.filter(neighbourhood=neighbourhood).first()
    return found or Standard(neighbourhood=neighbourhood, scale=list(SCALE))


def _minutes(neighbourhood: Neighbourhood, since: date, until: date) -> Points:
    spent = (
        Visit.objects.filter(place__neighbourhood=neighbourhood, at__date__gte=since, at__date__lte=until)
        .values_list(TruncDate("at"))
        .annotate(minutes=Sum("minutes"))
    )
    by_day = {day: float(minutes) for day, minutes in spent}
    days = (since + timedelta(days=number) for number in range((until - since).days + 1))
    return tuple((day, by_day.get(day, 0.0)) for day in days)
