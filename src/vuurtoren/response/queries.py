"""Seeing how streets are: always by whom."""

from collections.abc import Collection
from datetime import date

from vuurtoren.engine.units import GRADES, SCORES
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response.models import PlaceState

DAYS_SHOWN = 60


def state_of(viewer: Viewer, place: Place) -> PlaceState | None:
    """The newest estimate of one place."""
    viewer.must("page.public", place.neighbourhood.key)
    return PlaceState.objects.filter(place=place).order_by("-date").first()


def grades_now(viewer: Viewer, neighbourhood: Neighbourhood, place_ids: Collection[int]) -> dict[int, str]:
    """The newest grade of each of these places."""
    viewer.must("page.public", neighbourhood.key)
    states = PlaceState.objects.filter(place__neighbourhood=neighbourhood)
    newest = states.order_by("-date").values_list("date", flat=True).first()
    if newest is None:
        return {}
    wanted = set(place_ids)
    rows = states.filter(date=newest).values_list("place_id", "grade")
    return {place: grade for place, grade in rows if place in wanted}


def history_of(viewer: Viewer, place: Place) -> list[tuple[date, float | None]]:
    """Day by day the score of the grade (5 = A+ … 1 = D), oldest first."""
    viewer.must("page.public", place.neighbourhood.key)
    rows = PlaceState.objects.filter(place=place).order_by("-date").values_list("date", "grade")[:DAYS_SHOWN]
    score = dict(zip(GRADES, SCORES, strict=True))
    return [(day, float(score[grade])) for day, grade in reversed(rows)]
