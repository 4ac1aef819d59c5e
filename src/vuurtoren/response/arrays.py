"""From rows to frozen arrays: all that the night knows of a neighbourhood, in the same order every time.

What was really done and seen is in it: observations, rounds, visits. Promises, offers and questions are not.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
from django.db.models import Subquery
from django.utils import timezone

from vuurtoren.care.queries import rounds_since
from vuurtoren.engine.estimate import CLEAN, COUNT, GRADE, Events
from vuurtoren.engine.plan import VERSION, Floats, Ints
from vuurtoren.engine.route import Shift
from vuurtoren.engine.units import GRADES
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response.models import Crew, Observation, PlaceState, Standard, Visit
from vuurtoren.response.queries.carried import NIGHTS_BACK, care_by_place
from vuurtoren.response.rules import (
    BEST_VISIT,
    SCALE,
    USUAL_SHIFT,
    Care,
    Level,
    longest_visit,
    minutes_for,
    share_picked,
)

DAYS_BACK = 180
"""Older evidence says next to nothing about tomorrow."""
ROUNDS_DAYS = 28.0
"""The rounds of so many days tell how much residents take away in a day."""
MORNING = time(6)
DAY_S = 86_400.0
ONE_SPOT_M2 = 100.0
A_MOMENT = 1e-4
Row = tuple[int, float, int, float, float]


@dataclass(frozen=True)
class Before:
    """What the last night before this one thought of a place: below its floor since when; grades, newest first."""

    below_since: date | None = None
    grades: tuple[str, ...] = ()


@dataclass(frozen=True)
class Known:
    """All that goes into a plan. Arrays have one entry a place, ordered by place; `now` is days since 1970; `minutes`
    of work of a crew in the whole place."""

    day: date
    now: float
    level: Level
    place_ids: Ints
    kind: Ints
    area_m2: Floats
    minutes: Floats
    residents: Floats
    lon: Floats
    lat: Floats
    events: Events
    care: tuple[Care, ...]
    before: tuple[Before, ...]
    visited_on: tuple[date | None, ...]
    crews: tuple[tuple[int, Shift], ...]

    @property
    def seen(self) -> frozenset[int]:
        """The numbers of places that somebody looked at or did something in; of others only the kind is known."""
        return frozenset(self.events.street.tolist())

    @property
    def longest(self) -> float:
        """Minutes of work that one crew can do in one street on one day."""
        shift = max((shift.minutes for _, shift in self.crews), default=USUAL_SHIFT)
        return longest_visit(shift)

    def fingerprint(self) -> str:
        """SHA-256 of the whole: equal fingerprints give equal plans."""
        digest = hashlib.sha256(f"{VERSION} {self.day} {self.now} {self.level} {self.crews}".encode())
        for array in (
            self.place_ids,
            self.kind,
            self.area_m2,
            self.minutes,
            self.residents,
            self.lon,
            self.lat,
            self.events.street,
            self.events.day,
            self.events.what,
            self.events.value,
            self.events.area,
        ):
            digest.update(np.ascontiguousarray(array).tobytes())
        digest.update(repr((self.care, self.before, self.visited_on)).encode())
        return digest.hexdigest()


def known(viewer: Viewer, neighbourhood: Neighbourhood, day: date, at: datetime) -> Known:
    """Read everything there is to know at `at` for the plan of `day`."""
    viewer.must("machine.night", neighbourhood.key)
    places = list(Place.objects.filter(neighbourhood=neighbourhood, gone_at=None).order_by("pk"))
    number = {place.pk: index for index, place in enumerate(places)}
    kinds = sorted({(place.kind, place.street_class) for place in places})
    area = np.array([place.area_m2 for place in places], dtype=np.float64)
    carried = care_by_place(viewer, neighbourhood, day)
    before = _before(neighbourhood, day, [pk for pk, one in carried.items() if one.step.handed_over])
    standard = Standard.objects.filter(neighbourhood=neighbourhood).first()
    morning = timezone.make_aware(datetime.combine(day, MORNING))
    evening = timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))
    since, until = morning - timedelta(days=DAYS_BACK), min(at, evening)
    areas = {place.pk: place.area_m2 for place in places}
    visits = _visits(neighbourhood, areas, since, until)
    rounds = list(_rounds(viewer, neighbourhood, number, areas, since, until))
    rows = [
        *_looks(neighbourhood, number, since, until),
        *rounds,
        *((number[place], _days(when), CLEAN, share, ONE_SPOT_M2) for place, when, share in visits),
        *_found(neighbourhood, number, since, until),
    ]
    last = {place: timezone.localdate(when) for place, when, _ in visits}
    crews = list(Crew.objects.filter(neighbourhood=neighbourhood, active=True).order_by("pk"))
    return Known(
        day=day,
        now=_days(morning),
        level=standard.level if standard else Level(scale=SCALE),
        place_ids=np.array([place.pk for place in places], dtype=np.int64),
        kind=np.array([kinds.index((one.kind, one.street_class)) for one in places], dtype=np.int64),
        area_m2=area,
        minutes=np.array([minutes_for(one) for one in area], dtype=np.float64),
        residents=_residents(rounds, len(places), _days(morning)),
        lon=np.array([place.lon for place in places], dtype=np.float64),
        lat=np.array([place.lat for place in places], dtype=np.float64),
        events=_events(rows, _days(morning)),
        care=tuple(carried.get(place.pk, Care()) for place in places),
        before=tuple(before.get(place.pk, Before()) for place in places),
        visited_on=tuple(last.get(place.pk) for place in places),
        crews=tuple((crew.pk, Shift(crew.lon, crew.lat, crew.minutes, crew.mode)) for crew in crews),
    )


def _visits(
    neighbourhood: Neighbourhood, areas: dict[int, float], since: datetime, until: datetime
) -> list[tuple[int, datetime, float]]:
    """Place, time and the share that a crew took away: less where the plan sent it to a part of a long street."""
    visits = Visit.objects.filter(place__neighbourhood=neighbourhood, at__gt=since, at__lte=until)
    rows = visits.order_by("place", "at", "pk").values_list("place_id", "at", "line__minutes")
    return [
        (place, at, BEST_VISIT * min(1.0, (planned or whole) / whole))
        for place, at, planned in rows
        if place in areas and (whole := minutes_for(areas[place]))
    ]


def _looks(
    neighbourhood: Neighbourhood, number: dict[int, int], since: datetime, until: datetime
) -> Iterable[Row]:
    looks = Observation.objects.filter(
        place__neighbourhood=neighbourhood, place__gone_at=None, at__gt=since, at__lte=until
    )
    rows = looks.order_by("place", "at", "pk").values_list("place_id", "at", "grade", "pieces", "area_m2")
    for place, at, grade, pieces, area in rows:
        yield from _look(number[place], _days(at), grade, pieces, area)


def _found(
    neighbourhood: Neighbourhood, number: dict[int, int], since: datetime, until: datetime
) -> Iterable[Row]:
    """What a crew found, it found before it cleaned: at one time, a look goes before a cleaning."""
    visits = Visit.objects.filter(
        place__neighbourhood=neighbourhood, place__gone_at=None, at__gt=since, at__lte=until
    )
    for place, at, grade in visits.exclude(found="").values_list("place_id", "at", "found"):
        yield from _look(number[place], _days(at), grade, None, ONE_SPOT_M2)


def _rounds(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    number: dict[int, int],
    areas: dict[int, float],
    since: datetime,
    until: datetime,
) -> Iterable[Row]:
    """A round takes litter away; what it saw, it saw after picking."""
    for done in rounds_since(viewer, neighbourhood, since):
        if done.place_id in number and done.at <= until:
            place, day = number[done.place_id], _days(done.at)
            share = share_picked(done.minutes, done.people, areas[done.place_id])
            yield place, day, CLEAN, share, ONE_SPOT_M2
            yield from _look(place, day + A_MOMENT, done.grade or "", done.pieces, ONE_SPOT_M2)


def _residents(rounds: Iterable[Row], places: int, now: float) -> Floats:
    """The share of the litter that residents take away in a step, from the rounds they really did lately."""
    left = np.zeros(places)
    for place, day, what, share, _ in rounds:
        if what == CLEAN and day > now - ROUNDS_DAYS:
            left[place] += np.log1p(-share) / ROUNDS_DAYS
    return np.asarray(-np.expm1(left))


def _look(place: int, day: float, grade: str, pieces: int | None, area: float) -> Iterable[Row]:
    if pieces is not None:
        yield place, day, COUNT, float(pieces), area
    elif grade:
        yield place, day, GRADE, float(GRADES.index(grade)), ONE_SPOT_M2


def _before(neighbourhood: Neighbourhood, day: date, held: list[int]) -> dict[int, Before]:
    """By place: the newest night before `day`; where residents hold the street, the grades of
    all nights before too in which it had been seen."""
    nights = PlaceState.objects.filter(place__neighbourhood=neighbourhood, date__lt=day)
    newest = nights.order_by("-date").values("date")[:1]
    since = dict(nights.filter(date=Subquery(newest)).values_list("place_id", "below_floor_since"))
    grades: dict[int, list[str]] = {place: [] for place in held}
    back = nights.filter(
        place__in=held, date__gte=day - timedelta(days=NIGHTS_BACK), source=PlaceState.Source.OBSERVED
    ).order_by("place", "-date")
    for place, grade in back.values_list("place_id", "grade"):
        grades[place].append(grade)
    return {place: Before(since.get(place), tuple(grades.get(place, ()))) for place in {*since, *grades}}


def _events(rows: list[Row], now: float) -> Events:
    """Sorted, so that the same evidence has one fingerprint; what came after this morning counts as this morning's."""
    rows = sorted(rows)
    street, day, what, value, size = zip(*rows, strict=True) if rows else ((), (), (), (), ())
    return Events(
        street=np.array(street, dtype=np.int64),
        day=np.minimum(np.array(day, dtype=np.float64), now),
        what=np.array(what, dtype=np.int64),
        value=np.array(value, dtype=np.float64),
        area=np.array(size, dtype=np.float64),
    )


def _days(at: datetime) -> float:
    return at.timestamp() / DAY_S
