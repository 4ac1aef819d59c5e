"""Making a neighbourhood and importing its streets. What people attached to a street is never lost by an import."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import CharField, F, Value
from django.db.models.functions import Cast, Concat

from vuurtoren.journal.acts import open_book, record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.places import moments
from vuurtoren.places.matching import Known, Match, match
from vuurtoren.places.merging import Merged, Street
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.queries import held_by_people
from vuurtoren.places.reading import clean
from vuurtoren.places.rules import Asked

LONGEST_NAME, LONGEST_SLUG = 80, 50
"""Characters of a neighbourhood's name, and of its address on the web."""
AT_ONCE = 500
"""Rows in one statement."""


@dataclass(frozen=True)
class Imported:
    """What an import did; `moment` is None when the file held nothing new."""

    segments: int
    streets: int
    unnamed: int
    length_m: float
    changed: int
    moment: Moment | None


@transaction.atomic
def make_neighbourhood(by: Asked, *, name: str, slug: str, at: datetime) -> Moment:
    """Begin a neighbourhood, with its journal."""
    by.must("neighbourhood.make", None)
    if not slug or name != clean(name, LONGEST_NAME):
        raise Refused("places.not_a_name", name=clean(name, LONGEST_NAME), most=LONGEST_NAME)
    if Neighbourhood.objects.filter(slug=slug).exists():
        raise Refused("places.neighbourhood_there", name=name)
    made = Neighbourhood.objects.create(name=name, slug=slug, made_at=at)
    open_book(made.key, at)
    return record(moments.MADE, neighbourhood=made.key, at=at, who=by.person, about=made.key)


@transaction.atomic
def set_backdrop(
    by: Asked, neighbourhood: Neighbourhood, backdrop: dict[str, Any], *, at: datetime
) -> Moment:
    """Keep the water, parks and blocks that the map draws behind the streets."""
    by.must("places.import", neighbourhood.key)
    Neighbourhood.objects.filter(pk=neighbourhood.pk).update(backdrop=backdrop)
    return record(moments.BACKDROP_SET, neighbourhood=neighbourhood.key, at=at, who=by.person)


@transaction.atomic
def import_streets(by: Asked, neighbourhood: Neighbourhood, merged: Merged, *, at: datetime) -> Imported:
    """Bring the places in line with a file. A street that left the file keeps its row and all that hangs on it."""
    by.must("places.import", neighbourhood.key)
    locked = Neighbourhood.objects.select_for_update().get(pk=neighbourhood.pk)
    places = {place.pk: place for place in Place.objects.filter(neighbourhood=locked)}
    matches = match(_known(places.values()), merged.streets)
    named = sum(bool(street.name) for street in merged.streets)
    changed = _bring(places, matches, locked) + _gone(places, matches, at)
    moment = None
    if changed:
        moment = record(
            moments.IMPORTED,
            neighbourhood=locked.key,
            at=at,
            who=by.person,
            segments=merged.segments,
            streets=named,
            unnamed=merged.unnamed,
            changed=changed,
        )
    return Imported(merged.segments, named, merged.unnamed, merged.length_m, changed, moment)


def _known(places: Iterable[Place]) -> list[Known]:
    every = list(places)
    held = held_by_people([place.pk for place in every])
    return [
        Known(
            pk=place.pk,
            match_key=place.match_key,
            digest=place.source_digest,
            lines=tuple(tuple((lon, lat) for lon, lat in line) for line in place.line["coordinates"]),
            there=place.gone_at is None,
            held=place.pk in held,
        )
        for place in every
    ]


def _bring(places: dict[int, Place], matches: list[Match], neighbourhood: Neighbourhood) -> int:
    """Make or update the places that are not as the file has them; returns how many.

    Rows that are there already are inserted over themselves: for whole rows many times as fast as `bulk_update`.
    """
    new = [one.street for one in matches if one.pk is None]
    old = [(places[one.pk], one.street) for one in matches if one.pk is not None]
    other = [(place, street) for place, street in old if not _is(place, street)]
    _make_way(places, matches)
    updated = [_filled(place, street) for place, street in other]
    Place.objects.bulk_create(
        updated, AT_ONCE, update_conflicts=True, unique_fields=["id"], update_fields=_FIELDS
    )
    made = [_filled(Place(neighbourhood=neighbourhood), street) for street in new]
    Place.objects.bulk_create(made, batch_size=AT_ONCE)
    return len(updated) + len(made)


def _is(place: Place, street: Street) -> bool:
    same = place.match_key == street.match_key and place.source_digest == street.digest
    return same and place.gone_at is None


def _make_way(places: dict[int, Place], matches: list[Match]) -> None:
    """Set aside every key that is about to be another place's, so that two streets may change names."""
    wanted = {one.street.match_key: one.pk for one in matches}
    aside = [place.pk for place in places.values() if wanted.get(place.match_key, place.pk) != place.pk]
    if aside:
        own = Concat(Value("was:"), Cast(F("pk"), CharField()), output_field=CharField())
        Place.objects.filter(pk__in=aside).update(match_key=own)


def _filled(place: Place, street: Street) -> Place:
    west, south, east, north = street.box
    place.kind = street.kind
    place.name, place.name_certainty = street.name, street.certainty
    place.byname = street.byname.kept() if street.byname else {}
    place.match_key, place.street_class = street.match_key, street.street_class
    place.length_m, place.area_m2 = street.length_m, street.area_m2
    place.line = {"type": "MultiLineString", "coordinates": street.lines}
    place.west, place.south, place.east, place.north = west, south, east, north
    place.lon, place.lat = (west + east) / 2, (south + north) / 2
    place.source_keys, place.source_digest = list(street.source_keys), street.digest
    place.gone_at = None
    return place


_FIELDS = [
    *("kind", "name", "name_certainty", "byname", "match_key", "street_class", "length_m", "area_m2", "line"),
    *("west", "south", "east", "north", "lon", "lat", "source_keys", "source_digest", "gone_at"),
]


def _gone(places: dict[int, Place], matches: list[Match], at: datetime) -> int:
    there = {one.pk for one in matches}
    left = [place.pk for place in places.values() if place.pk not in there and place.gone_at is None]
    return Place.objects.filter(pk__in=left).update(gone_at=at) if left else 0
