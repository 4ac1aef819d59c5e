"""Seeing places: always by whom, always within one neighbourhood."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import ManyToOneRel, Q, QuerySet

from vuurtoren.journal.ready import ready
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.rules import Asked

MOST_CHARACTERS = 60
MOST_BESIDE = 24
BESIDE_DEGREES = (0.0003, 0.0002)
"""Of longitude and latitude: some twenty metres, as wide as a road, in the Netherlands."""


def search_places(viewer: Asked, neighbourhood: Neighbourhood, words: str) -> QuerySet[Place]:
    """The places of a neighbourhood that are there now, by name (those without one last); `words` is part of it, or of
    the name of a street by which people know one without."""
    viewer.must("page.public", neighbourhood.key)
    found = Place.objects.filter(neighbourhood=neighbourhood, gone_at=None)
    if words:
        found = found.filter(_part_of("name", words) | _part_of("byname__near", words))
    return found.order_by("in_order", "id")


def _part_of(field: str, words: str) -> Q:
    return Q(**{f"{field}__icontains": words[:MOST_CHARACTERS]})


def place_called(viewer: Asked, neighbourhood: Neighbourhood, public_id: str) -> Place | None:
    """One place by its public id, in this neighbourhood and no other."""
    viewer.must("page.public", neighbourhood.key)
    place = next(iter(_called(neighbourhood=neighbourhood.pk, public_id=public_id)), None)
    if place:
        place.neighbourhood = neighbourhood
    return place


def place_keyed(viewer: Asked, neighbourhood: Neighbourhood, key: UUID) -> Place | None:
    """The same by its key."""
    viewer.must("page.public", neighbourhood.key)
    return Place.objects.filter(neighbourhood=neighbourhood, key=key).first()


@ready
def _called(neighbourhood: int, public_id: str) -> QuerySet[Place]:
    return Place.objects.filter(neighbourhood=neighbourhood, public_id=public_id)


def backdrop_of(viewer: Asked, neighbourhood: Neighbourhood) -> dict[str, Any]:
    """Water, parks and blocks behind the streets, as GeoJSON."""
    viewer.must("page.public", neighbourhood.key)
    kept = Neighbourhood.objects.filter(pk=neighbourhood.pk).values_list("backdrop", flat=True).first()
    return kept or {"type": "FeatureCollection", "features": []}


def longest_streets(viewer: Asked, neighbourhood: Neighbourhood, most: int) -> list[Place]:
    """At most so many streets with their lines, the longest first: the streets by which one knows a neighbourhood."""
    viewer.must("page.public", neighbourhood.key)
    here = Place.objects.filter(neighbourhood=neighbourhood, gone_at=None)
    return list(here.only("line").order_by("-length_m", "pk")[:most])


def places_beside(viewer: Asked, place: Place) -> list[Place]:
    """The places that touch this one or nearly do, by name: a square with its streets."""
    viewer.must("page.public", place.neighbourhood.key)
    here = search_places(viewer, place.neighbourhood, "").exclude(pk=place.pk)
    lon, lat = BESIDE_DEGREES
    near = here.filter(west__lte=place.east + lon, east__gte=place.west - lon)
    return list(near.filter(south__lte=place.north + lat, north__gte=place.south - lat)[:MOST_BESIDE])


def held_by_people(places: Sequence[int]) -> frozenset[int]:
    """The places, by primary key, to which people attached something: a task, an observation, a home.

    Every model that points at a place counts, also one of an app above, unless it says `BY_THE_NIGHT`: rows that the
    night's work or a crew makes for any street.
    """
    held: set[int] = set()
    for one in Place._meta.get_fields(include_hidden=True):
        if isinstance(one, ManyToOneRel) and not getattr(one.related_model, "BY_THE_NIGHT", False):
            rows = one.related_model._base_manager.filter(**{f"{one.field.name}__isnull": False})
            held.update(rows.values_list(f"{one.field.name}_id", flat=True).distinct())
    return frozenset(held.intersection(places))
