"""Where the institution stopped without a word: it came, comes no more, nobody carries, and it is not seen to be clean."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from vuurtoren.care.models import Carrying, Stop
from vuurtoren.care.rules import LITTER
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response.models import PlaceState, Visit
from vuurtoren.response.queries import standard_of
from vuurtoren.response.rules import is_worse

CAME_AT_LEAST = 3
LOOKS_BACK, SILENT = timedelta(days=182), timedelta(days=61)
"""It came so many times in the four months before, and not once in the last two."""


@dataclass(frozen=True)
class Silence:
    """A place where a crew came so many times up to a day, and then no more."""

    place: Place
    times: int
    last_on: date


def silences(viewer: Viewer, where: Neighbourhood, today: date) -> list[Silence]:
    """Places that the institution left without a word, the longest ago first. A street that lies as clean as agreed is
    none: that is following."""
    viewer.must("page.public", where.key)
    visits = Visit.objects.filter(place__neighbourhood=where, at__gte=_morning(today - LOOKS_BACK))
    came: dict[int, list[date]] = defaultdict(list)
    for place, at in visits.values_list("place", "at"):
        came[place].append(timezone.localdate(at))
    silent = {
        place: days
        for place, days in came.items()
        if len(days) >= CAME_AT_LEAST and max(days) < today - SILENT
    }
    if not silent:
        return []
    carried = Carrying.objects.filter(task__place__in=silent, task__kind__code=LITTER, until=None)
    said = Stop.objects.filter(place__in=silent, kind__code=LITTER, goes_on_at=None)
    spoken_for = {*carried.values_list("task__place", flat=True), *said.values_list("place", flat=True)}
    not_left = spoken_for | _clean(viewer, where, list(silent), today)
    places = Place.objects.filter(pk__in=silent.keys() - not_left, gone_at=None).order_by("in_order", "pk")
    found = [Silence(one, len(silent[one.pk]), max(silent[one.pk])) for one in places]
    return sorted(found, key=lambda one: one.last_on)


def _clean(viewer: Viewer, where: Neighbourhood, places: list[int], today: date) -> set[int]:
    """Those that were seen to lie as agreed, or better, in these two months and as the night thinks still do."""
    goal = standard_of(viewer, where).goal_grade
    rows = PlaceState.objects.filter(place__in=places, date__gt=today - SILENT, date__lte=today)
    newest = dict(
        rows.filter(source=PlaceState.Source.OBSERVED).order_by("date").values_list("place", "grade")
    )
    return {place for place, grade in newest.items() if not is_worse(grade, goal)}


def _morning(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))
