"""How each place was thought to be, night by night."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Subquery

from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response.models import PlaceState
from vuurtoren.response.rules import SCORE, steps_behind

MOST_IDS = 500
DAYS_OF_HISTORY = 90


@dataclass(frozen=True)
class StateNow:
    """A place this morning: coarse pieces per 100 m² (mean, sd), pieces a day, score 5 … 1, grade.

    `source`: observed, or known only by its kind. `steps_behind`: nights below the floor.
    """

    date: date
    pieces: float
    pieces_sd: float
    rate: float
    score: float
    grade: str
    source: str
    steps_behind: int


def states_now(
    viewer: Viewer, neighbourhood: Neighbourhood, place_ids: Collection[int] | None = None
) -> dict[int, StateNow]:
    """By place, from the newest night; one query."""
    viewer.must("page.public", neighbourhood.key)
    rows = PlaceState.objects.filter(place__neighbourhood=neighbourhood)
    rows = rows.filter(date=Subquery(rows.order_by("-date").values("date")[:1]))
    if place_ids is not None and len(place_ids) <= MOST_IDS:
        rows = rows.filter(place__in=place_ids)
    return {row.place_id: _seen(row) for row in rows}


def state_of(viewer: Viewer, place: Place) -> StateNow | None:
    """One place, from the newest night that knows it; None before the first."""
    viewer.must("page.public", place.neighbourhood.key)
    row = PlaceState.objects.filter(place=place).order_by("-date").first()
    return _seen(row) if row else None


def history_of(viewer: Viewer, place: Place) -> list[tuple[date, float | None]]:
    """Day and expected score (5 = A+ … 1 = D) of the last `DAYS_OF_HISTORY` nights, oldest first."""
    viewer.must("page.public", place.neighbourhood.key)
    rows = PlaceState.objects.filter(place=place).order_by("-date").values_list("date", "score", "grade")
    newest_first = rows[:DAYS_OF_HISTORY]
    return [
        (day, float(SCORE[grade]) if score is None else score) for day, score, grade in reversed(newest_first)
    ]


def grades_now(viewer: Viewer, neighbourhood: Neighbourhood, place_ids: Collection[int]) -> dict[int, str]:
    """The newest grade of each of these places."""
    return {place: now.grade for place, now in states_now(viewer, neighbourhood, place_ids).items()}


def newest_state(place: Place, day: date) -> PlaceState | None:
    """The state of a place on `day` or the newest night before; for acts, which have asked their right already."""
    return PlaceState.objects.filter(place=place, date__lte=day).order_by("-date").first()


def _seen(row: PlaceState) -> StateNow:
    return StateNow(
        date=row.date,
        pieces=row.pieces,
        pieces_sd=row.pieces_sd,
        rate=row.rate,
        score=float(SCORE[row.grade]) if row.score is None else row.score,
        grade=row.grade,
        source=row.source,
        steps_behind=steps_behind(row.below_floor_since, row.date),
    )
