"""What people attached to a street stays, whatever the next file calls it or however it cuts it."""

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from vuurtoren.care import acts as care
from vuurtoren.people import acts as people
from vuurtoren.places.acts import Imported, import_streets
from vuurtoren.places.matching import Known, match
from vuurtoren.places.merging import merge
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.reading import Segment, read_collection
from vuurtoren.power.queries import machine
from vuurtoren.response import acts as response

STEP = 0.0005
"""About 34 m to the east."""


def a_way(number: int | str, first: int, last: int, name: str = "", north: float = 0.0) -> dict[str, Any]:
    """A way from one post to another along a row of posts 34 m apart, going east."""
    points = [[round(4.43 + STEP * n, 6), 51.90 + north] for n in range(first, last + 1)]
    about = {"name": name, "class": "residential"}
    shape = {"type": "LineString", "coordinates": points}
    return {"type": "Feature", "id": number, "properties": about, "geometry": shape}


def load(here: Neighbourhood, *ways: dict[str, Any]) -> Imported:
    return import_streets(machine(), here, merge(read_collection({"features": list(ways)})), at=NOW)


def there(here: Neighbourhood) -> dict[str, Place]:
    return {place.public_id: place for place in Place.objects.filter(neighbourhood=here, gone_at=None)}


def joined(here: Neighbourhood, place: Place) -> None:
    care.join(seen_as(a_person(here)), place, at=NOW)


@pytest.mark.django_db
def test_a_way_that_gets_a_name_keeps_all_that_hangs_on_it() -> None:
    here = a_neighbourhood()
    load(here, a_way(1, 0, 4))
    place = Place.objects.get()
    person = a_person(here)
    care.join(seen_as(person), place, at=NOW)
    people.change_self(
        seen_as(person), person, here, called="Proef", language="nl", home=place, at=NOW + timedelta(hours=1)
    )
    response.observe(seen_as(person), place, grade="B", at=NOW + timedelta(hours=2))
    load(here, a_way(1, 0, 4, "Nieuwe Kade"))
    named = Place.objects.get()
    person.refresh_from_db()
    assert (named.pk, named.name, person.home) == (place.pk, "Nieuwe Kade", named)
    assert named.tasks.count() == named.observations.count() == 1


@pytest.mark.django_db
def test_a_renamed_street_with_other_numbers_is_the_same_street() -> None:
    here = a_neighbourhood()
    load(here, a_way(1, 0, 4, "Kadeweg"), a_way(2, 0, 4, "Botstraat", north=0.002))
    old = Place.objects.get(name="Kadeweg")
    joined(here, old)
    load(here, a_way(2, 0, 4, "Havenkade"), a_way(1, 0, 4, "Botstraat", north=0.002))
    assert Place.objects.get(name="Havenkade").pk == old.pk
    assert Place.objects.count() == 2


@pytest.mark.django_db
def test_two_streets_may_change_names() -> None:
    here = a_neighbourhood()
    load(here, a_way(1, 0, 4, "Kadeweg"), a_way(2, 0, 4, "Botstraat", north=0.002))
    kade, bot = Place.objects.get(name="Kadeweg").pk, Place.objects.get(name="Botstraat").pk
    done = load(here, a_way(1, 0, 4, "Botstraat"), a_way(2, 0, 4, "Kadeweg", north=0.002))
    assert Place.objects.get(name="Botstraat").pk == kade
    assert Place.objects.get(name="Kadeweg").pk == bot
    assert done.changed == 2
    assert not Place.objects.filter(gone_at__isnull=False).exists()


@pytest.mark.django_db
def test_a_street_that_loses_its_larger_part_to_another_name_stays_itself() -> None:
    here = a_neighbourhood()
    load(here, a_way(1, 0, 10, "Kadeweg"))
    old = Place.objects.get()
    load(here, a_way(1, 0, 3, "Kadeweg"), a_way(2, 3, 10, "Havenkade"))
    assert Place.objects.get(name="Kadeweg").pk == old.pk
    assert Place.objects.get(name="Havenkade").pk != old.pk


@pytest.mark.django_db
def test_a_carried_piece_that_becomes_part_of_a_street_stays_a_place_of_its_own() -> None:
    here = a_neighbourhood()
    load(here, a_way(1, 0, 8, "Kadeweg"), a_way(2, 8, 10))
    piece = Place.objects.get(name="")
    joined(here, piece)
    update = (a_way(1, 0, 8, "Kadeweg"), a_way(2, 8, 10, "Kadeweg"))
    load(here, *update)
    street, kept = Place.objects.order_by("pk")
    assert (kept.pk, kept.name, kept.gone_at) == (piece.pk, "Kadeweg", None)
    assert kept.tasks.get().step == 3
    assert (street.length_m, kept.length_m) == pytest.approx((8 * 34.4, 2 * 34.4), rel=0.01)
    assert load(here, *update).changed == 0


@pytest.mark.django_db
def test_two_ways_that_become_one_line_are_cut_where_they_met() -> None:
    here = a_neighbourhood()
    load(here, a_way(1, 0, 6), a_way(2, 6, 9))
    short = Place.objects.get(match_key__contains="2")
    joined(here, short)
    whole = a_way(7, 0, 9, "Kadeweg")
    assert load(here, whole).changed == 2
    short.refresh_from_db()
    assert (short.gone_at, short.name) == (None, "Kadeweg")
    assert short.length_m == pytest.approx(3 * 34.4, rel=0.01)
    assert sum(place.length_m for place in there(here).values()) == pytest.approx(9 * 34.4, rel=0.01)
    assert load(here, whole).changed == 0


@pytest.mark.django_db
def test_a_piece_that_nobody_carries_simply_becomes_part_of_its_street() -> None:
    here = a_neighbourhood()
    load(here, a_way(1, 0, 8, "Kadeweg"), a_way(2, 8, 10))
    load(here, a_way(1, 0, 8, "Kadeweg"), a_way(2, 8, 10, "Kadeweg"))
    assert len(there(here)) == 1


@pytest.mark.django_db
def test_a_street_that_was_away_comes_back_as_itself() -> None:
    here = a_neighbourhood()
    both = (a_way(1, 0, 4, "Kadeweg"), a_way(2, 0, 4, "Botstraat", north=0.002))
    load(here, *both)
    kade = Place.objects.get(name="Kadeweg")
    load(here, both[1])
    assert Place.objects.get(name="Kadeweg").gone_at == NOW
    load(here, *both)
    assert there(here)[kade.public_id].name == "Kadeweg"


@pytest.mark.django_db
def test_what_the_city_planned_for_a_street_goes_along_with_its_new_name() -> None:
    here = a_neighbourhood()
    load(here, a_way(1, 0, 4, "Kadeweg"))
    a_worker(here)
    response.agree_standard(machine(), here, at=NOW)
    place = Place.objects.get()
    response.add_crew(machine(), here, name="Kade", minutes=60, mode="walk", lon=4.43, lat=51.9, at=NOW)
    response.observe(seen_as(a_person(here)), place, grade="D", at=NOW)
    response.work_the_night(machine(), here, date=NOW.date(), at=NOW + timedelta(hours=1))
    lines = place.plan_lines.count()
    load(here, a_way(1, 0, 4, "Havenkade"))
    assert Place.objects.get().plan_lines.count() == lines > 0


NAMES = ("", "Kadeweg", "Botstraat", "Havenkade")
rows = st.lists(
    st.tuples(st.integers(0, 12), st.integers(1, 5), st.sampled_from(NAMES), st.integers(0, 3)),
    min_size=1,
    max_size=8,
)


def some_segments(some: list[tuple[int, int, str, int]]) -> list[Segment]:
    ways = [
        a_way(n, first, first + wide, name, row * 0.0003) for n, (first, wide, name, row) in enumerate(some)
    ]
    return list(read_collection({"features": ways}))


@pytest.mark.pure
@settings(max_examples=200, deadline=None)
@given(rows, rows, st.sets(st.integers(0, 8)))
def test_whatever_changes_no_place_is_two_streets_no_metre_is_lost_and_twice_is_once(
    before: list[tuple[int, int, str, int]], after: list[tuple[int, int, str, int]], held: set[int]
) -> None:
    old = merge(some_segments(before)).streets
    known = [Known(n, one.match_key, one.digest, one.lines, held=n in held) for n, one in enumerate(old)]
    streets = merge(some_segments(after)).streets
    found = match(known, streets)
    places = [one.pk for one in found if one.pk is not None]
    keys = [one.street.match_key for one in found]
    assert len(set(places)) == len(places)
    assert len(set(keys)) == len(keys)
    assert sum(one.street.length_m for one in found) == pytest.approx(sum(one.length_m for one in streets))
    again = [
        Known(n if one.pk is None else one.pk, one.street.match_key, one.street.digest, one.street.lines)
        for n, one in enumerate(found, 100)
    ]
    second = match(again, streets)
    assert {(one.pk, one.street.match_key, one.street.digest) for one in second} == {
        (one.pk, one.match_key, one.digest) for one in again
    }
