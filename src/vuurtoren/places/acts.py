"""Making a neighbourhood and importing its streets. What people attached to a street is never lost by an import."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from vuurtoren.journal.acts import open_book, record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.places import moments
from vuurtoren.places.merging import Merged, Street
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.rules import Asked


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
    known = {place.match_key: place for place in Place.objects.filter(neighbourhood=locked)}
    named = sum(bool(street.name) for street in merged.streets)
    changed = sum(_bring(known.get(street.match_key), street, locked) for street in merged.streets)
    changed += _gone(known, {street.match_key for street in merged.streets}, at)
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


def _bring(place: Place | None, street: Street, neighbourhood: Neighbourhood) -> bool:
    """Make or update one place; False when it was so already."""
    if place and place.source_digest == street.digest and place.gone_at is None:
        return False
    west, south, east, north = street.box
    values: dict[str, Any] = {
        "kind": street.kind,
        "name": street.name,
        "name_certainty": street.certainty,
        "street_class": street.street_class,
        "length_m": street.length_m,
        "area_m2": street.area_m2,
        "line": {"type": "MultiLineString", "coordinates": street.lines},
        "west": west,
        "south": south,
        "east": east,
        "north": north,
        "lon": (west + east) / 2,
        "lat": (south + north) / 2,
        "source_keys": list(street.source_keys),
        "source_digest": street.digest,
        "gone_at": None,
    }
    Place.objects.update_or_create(neighbourhood=neighbourhood, match_key=street.match_key, defaults=values)
    return True


def _gone(known: dict[str, Place], there: set[str], at: datetime) -> int:
    left = [place.pk for key, place in known.items() if key not in there and place.gone_at is None]
    return Place.objects.filter(pk__in=left).update(gone_at=at) if left else 0
