"""Looking, and the night's estimate of what lies where."""

from datetime import date, datetime, timedelta

from django.db import transaction

from vuurtoren.care import acts as care_acts
from vuurtoren.care import queries as care
from vuurtoren.engine.estimate import Estimate, estimate
from vuurtoren.engine.units import LitterScale
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response import moments
from vuurtoren.response.arrays import DAY_S, events_of, kinds_of
from vuurtoren.response.models import Observation, PlaceState
from vuurtoren.response.rules import check_observation

LOOKS_BACK = timedelta(days=90)


@transaction.atomic
def observe(
    by: Viewer, place: Place, *, grade: str | None = None, pieces: int | None = None, at: datetime
) -> Moment:
    """Somebody says how clean a street is, by a grade or by a count on its dirtiest 100 m²."""
    scope = place.neighbourhood.key
    by.must("task.observe", scope)
    check_observation(grade, pieces)
    Observation.objects.create(
        place=place, person=Person.objects.get(key=by.somebody()), grade=grade or "", pieces=pieces, at=at
    )
    return record(
        moments.OBSERVED,
        neighbourhood=scope,
        at=at,
        who=by.person,
        place=place.key,
        grade=grade,
        pieces=pieces,
    )


@transaction.atomic
def work_the_night(by: Viewer, neighbourhood: Neighbourhood, *, date: date, at: datetime) -> Moment:
    """Let time pass in care, then estimate every place for `date`. Running it twice is running it once more, no worse."""
    by.must("machine.night", neighbourhood.key)
    care_acts.pass_time(by, neighbourhood, at=at)
    places = list(
        Place.objects.select_for_update().filter(neighbourhood=neighbourhood, gone_at=None).order_by("id")
    )
    since = at - LOOKS_BACK
    seen = Observation.objects.filter(place__neighbourhood=neighbourhood, at__gte=since, at__lte=at)
    rounds = [done for done in care.rounds_since(by, neighbourhood, since) if done.at <= at]
    events = events_of(places, seen, rounds, since)
    found = estimate(kinds_of(places), events, LOOKS_BACK.total_seconds() / DAY_S + 1e-3)
    _keep(places, found, set(events.street.tolist()), date)
    return record(
        moments.ESTIMATED, neighbourhood=neighbourhood.key, at=at, who=by.person, places=len(places)
    )


def _keep(places: list[Place], found: Estimate, touched: set[int], day: date) -> None:
    scale = LitterScale()
    rows = [
        PlaceState(
            place=place,
            date=day,
            pieces=float(found.level[row]),
            pieces_sd=float(found.level_sd[row]),
            rate=float(found.rate[row]),
            rate_sd=float(found.rate_sd[row]),
            grade=scale.grade(float(found.level[row])),
            source=PlaceState.Source.OBSERVED if row in touched else PlaceState.Source.KIND,
        )
        for row, place in enumerate(places)
    ]
    PlaceState.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["place", "date"],
        update_fields=["pieces", "pieces_sd", "rate", "rate_sd", "grade", "source"],
        batch_size=1000,
    )
