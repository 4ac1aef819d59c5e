"""Care as the plan sees it: steps, a yes of this week, agreements and what was given back. No promises, no offers."""

from collections.abc import Collection
from datetime import date

from django.utils import timezone

from vuurtoren.care.queries import carried_at, carried_now
from vuurtoren.care.queries.seen import CarriedNow
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response.models import PlaceState
from vuurtoren.response.rules import Care, nights_worse

NIGHTS_BACK = 60
"""More nights than any agreed stop line counts (28)."""


def care_by_place(
    viewer: Viewer, neighbourhood: Neighbourhood, day: date, place_ids: Collection[int] | None = None
) -> dict[int, Care]:
    """By place; one that is not in it is the institution's."""
    found = carried_now(viewer, neighbourhood, place_ids)
    return {place: _care(now, day) for place, now in found.items()}


def care_of(viewer: Viewer, place: Place, day: date) -> Care:
    """How one place is carried on `day`."""
    now = carried_at(viewer, place)
    return _care(now, day) if now else Care()


def stop_passed(care: Care, place: Place, day: date) -> bool:
    """Was the street worse than its stop line for as many nights as agreed, up to and with `day`? Nights in which nobody
    had seen it do not count."""
    if care.terms is None:
        return False
    grades = (
        PlaceState.objects.filter(place=place, date__lte=day, source=PlaceState.Source.OBSERVED)
        .order_by("-date")
        .values_list("grade", flat=True)
    )
    newest = list(grades[:NIGHTS_BACK])
    return bool(newest) and nights_worse(newest, care.terms.stop_grade) >= care.terms.stop_steps


def _care(now: CarriedNow, day: date) -> Care:
    yes = now.help is not None and now.help.answer == "yes"
    return Care(
        step=now.step,
        yes_on=now.help.answered_on if now.help and yes else None,
        may_come=now.city_may_come(day),
        terms=now.terms,
        given_back_on=timezone.localdate(now.given_back_at) if now.given_back_at else None,
    )
