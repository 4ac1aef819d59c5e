"""How clean is it here? A resident, a worker or an import says so."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from vuurtoren.engine.units import LitterScale
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import LANGUAGES, Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.bynames import called
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response import moments
from vuurtoren.response.acts.agreeing import standard_locked
from vuurtoren.response.models import Observation
from vuurtoren.response.rules import USUAL_AREA_M2, check_fits, check_seen

AT_ONCE = 500


@dataclass(frozen=True)
class Row:
    """A row of an import: the street by public id or name, when (aware), and what was seen on how many m².

    `number` is the line it stands on, for saying what is wrong with it; it is no part of what was seen.
    """

    street: str
    at: datetime
    grade: str | None = None
    pieces: int | None = None
    area_m2: float = USUAL_AREA_M2
    number: int = 0

    def key(self, neighbourhood: Neighbourhood) -> str:
        """The same row again is the same observation."""
        what = (neighbourhood.key, _plain(self.street), self.at, self.grade, self.pieces, self.area_m2)
        return hashlib.sha256("\0".join(map(str, what)).encode()).hexdigest()


@transaction.atomic
def observe(
    by: Viewer,
    place: Place,
    *,
    grade: str | None = None,
    pieces: int | None = None,
    area_m2: float = USUAL_AREA_M2,
    at: datetime,
) -> Moment:
    """Say how clean a place is: a grade beside a picture, or coarse pieces counted on `area_m2`."""
    scope = place.neighbourhood.key
    by.must("task.observe", scope)
    person = Person.objects.select_for_update(no_key=True).filter(key=by.somebody()).first()
    if person is None:
        raise Refused("power.sign_in_first")
    if place.gone_at:
        raise Refused("response.place_gone")
    check_seen(grade, pieces, area_m2)
    source = "worker" if by.is_a(Role.WORKER, scope) else "resident"
    Observation.objects.create(
        place=place, person=person, source=source, grade=grade or "", pieces=pieces, area_m2=area_m2, at=at
    )
    return record(
        moments.OBSERVED,
        neighbourhood=scope,
        at=at,
        who=by.person,
        place=place.key,
        grade=grade,
        pieces=pieces,
        area_m2=float(area_m2),
        source=source,
    )


@transaction.atomic
def import_observations(
    by: Viewer, neighbourhood: Neighbourhood, rows: Iterable[Row], *, at: datetime
) -> Moment:
    """Take in what was seen elsewhere, all of it or nothing; the same rows twice are the same rows once."""
    by.must("observation.import", neighbourhood.key)
    scale = LitterScale(standard_locked(neighbourhood).level.scale)
    wanted = {row.key(neighbourhood): row for row in rows}
    places = _by_name(neighbourhood)
    found = [
        _observation(number, key, row, places, scale) for number, (key, row) in enumerate(wanted.items(), 1)
    ]
    known = set(_known(list(wanted)))
    new = [one for one in found if one.import_key not in known]
    if not new and (before := _last_import(neighbourhood)):
        return before
    Observation.objects.bulk_create(new, batch_size=AT_ONCE)
    return record(
        moments.IMPORTED,
        neighbourhood=neighbourhood.key,
        at=at,
        who=by.person,
        rows=len(wanted),
        new=len(new),
    )


def _observation(
    number: int, key: str, row: Row, places: dict[str, Place], scale: LitterScale
) -> Observation:
    place = places.get(row.street) or places.get(_plain(row.street))
    if place is None:
        raise Refused("response.street_unknown", street=row.street[:120], row=row.number or number)
    check_seen(row.grade, row.pieces, row.area_m2)
    try:
        check_fits(row.grade, row.pieces, row.area_m2, scale)
    except Refused as no:
        raise Refused(no.code, row=row.number or number, **no.values) from None
    return Observation(
        place=place,
        source="import",
        grade=row.grade or "",
        pieces=row.pieces,
        area_m2=row.area_m2,
        at=row.at,
        import_key=key,
    )


def _by_name(neighbourhood: Neighbourhood) -> dict[str, Place]:
    here = Place.objects.filter(neighbourhood=neighbourhood, gone_at=None)
    places = list(here.only("public_id", "name", "byname"))
    known = {_plain(called(code, place)): place for code in LANGUAGES for place in places if not place.name}
    known |= {_plain(place.name): place for place in places if place.name}
    return known | {place.public_id: place for place in places}


def _known(keys: list[str]) -> Iterable[str | None]:
    for start in range(0, len(keys), AT_ONCE):
        some = keys[start : start + AT_ONCE]
        yield from Observation.objects.filter(import_key__in=some).values_list("import_key", flat=True)


def _last_import(neighbourhood: Neighbourhood) -> Moment | None:
    told = Moment.objects.filter(book__key=neighbourhood.key, kind=moments.IMPORTED.name)
    return told.order_by("-number").first()


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
