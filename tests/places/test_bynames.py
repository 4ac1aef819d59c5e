"""A way without a name has a kind one all the same: from the streets it lies at, in the reader's language, and it stays."""

import json
import random
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood
from vuurtoren.language import LANGUAGES
from vuurtoren.places.acts import import_streets
from vuurtoren.places.bynames import WHAT, ByName, called, said
from vuurtoren.places.merging import merge
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.queries import search_places
from vuurtoren.places.reading import read, read_collection
from vuurtoren.power.queries import machine
from vuurtoren.response.acts import import_observations
from vuurtoren.response.acts.seeing import Row
from vuurtoren.response.queries import line_rows
from vuurtoren.web.forms import StreetByName
from vuurtoren.web.map_lines import map_lines
from vuurtoren.web.visit import Visit


def a_way(
    key: str, points: list[tuple[int, int]], name: str = "", street_class: str = "footway"
) -> dict[str, Any]:
    """A way along points in steps of about 7 m east and 11 m north."""
    line = [[4.43 + east * 0.0001, 51.90 + north * 0.0001] for east, north in points]
    return {
        "type": "Feature",
        "id": key,
        "properties": {"name": name, "class": street_class},
        "geometry": {"type": "LineString", "coordinates": line},
    }


KADE = a_way("kade", [(0, 0), (30, 0)], "Kadeweg", "residential")
BOT = a_way("bot", [(0, 20), (30, 20)], "Botstraat", "residential")
BETWEEN = a_way("p-1", [(10, 0), (10, 20)])


def words(*ways: dict[str, Any], language: str = "nl") -> dict[str, str]:
    """What each nameless way is called, by its key in the source."""
    streets = merge(read_collection({"features": list(ways)})).streets
    return {
        one.source_keys[0].split("/")[0]: said(language, one.byname.kept() if one.byname else {})
        for one in streets
        if not one.name
    }


@pytest.mark.pure
def test_a_way_is_called_by_the_streets_at_its_two_ends_whichever_way_it_was_drawn() -> None:
    back = a_way("p-1", [(10, 20), (10, 0)])
    assert words(KADE, BOT, BETWEEN) == words(KADE, BOT, back) == {"p-1": "Pad tussen Botstraat en Kadeweg"}
    assert words(KADE, BOT, BETWEEN, language="en") == {"p-1": "Path between Botstraat and Kadeweg"}


@pytest.mark.pure
def test_a_way_that_leads_nowhere_is_called_by_the_nearest_street() -> None:
    dead_end = a_way("p-2", [(10, 1), (10, 9)], street_class="cycleway")
    round_the_block = a_way("p-3", [(4, 0), (4, 5), (8, 5), (8, 0)], street_class="service")
    square = a_way("p-4", [(12, 14), (16, 14), (16, 18), (12, 14)], street_class="pedestrian")
    square["geometry"] = {"type": "Polygon", "coordinates": [square["geometry"]["coordinates"]]}
    square["properties"]["kind"] = "square"
    assert words(KADE, BOT, dead_end, round_the_block, square) == {
        "p-2": "Fietspad bij Kadeweg",
        "p-3": "Weg bij Kadeweg",
        "p-4": "Plein bij Botstraat",
    }


@pytest.mark.pure
def test_ways_that_would_be_called_alike_are_numbered_and_a_later_one_comes_last() -> None:
    first, second = a_way("p-9", [(5, 0), (5, 4)]), a_way("p-10", [(2, 0), (2, 4)])
    later = a_way("p-11", [(1, 0), (1, 4)])
    before = {"p-9": "Pad bij Kadeweg", "p-10": "Pad bij Kadeweg (2)"}
    assert words(KADE, second, first) == before
    assert words(later, KADE, second, first) == before | {"p-11": "Pad bij Kadeweg (3)"}


@pytest.mark.pure
def test_where_no_street_has_a_name_or_none_is_near_the_way_keeps_its_number() -> None:
    far = a_way("p-5", [(400, 400), (410, 400)])
    assert words(BETWEEN) == {"p-1": ""}
    assert words(KADE, far) == {"p-5": ""}
    nameless = Place(public_id="abc")
    assert called("nl", nameless) == "Weg zonder naam (abc)"


@pytest.mark.pure
def test_every_kind_of_way_has_its_word_in_every_language() -> None:
    for code in LANGUAGES:
        for near in (("Kadeweg",), ("Botstraat", "Kadeweg")):
            kinds = {*WHAT.values(), "road", "square", "park", "quay"}
            found = {said(code, ByName(what, near).kept()) for what in kinds}
            assert len(found) == len(kinds)


@pytest.mark.pure
@given(st.randoms(), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 20)), min_size=1, max_size=12))
def test_the_order_of_a_file_does_not_change_a_byname(
    chance: random.Random, ends: list[tuple[int, int]]
) -> None:
    ways = [a_way(f"p-{n}", [(east, north), (east, north + 3)]) for n, (east, north) in enumerate(ends)]
    mixed = [KADE, BOT, *ways]
    chance.shuffle(mixed)
    found = words(KADE, BOT, *ways)
    assert words(*mixed) == found
    assert len(set(found.values())) == len(found)


def load(here: Neighbourhood, *ways: dict[str, Any]) -> int:
    return import_streets(machine(), here, merge(read_collection({"features": list(ways)})), at=NOW).changed


@pytest.mark.django_db
def test_a_second_import_leaves_it_and_a_street_that_is_renamed_takes_it_along() -> None:
    here = a_neighbourhood()
    load(here, KADE, BOT, BETWEEN)
    assert load(here, KADE, BOT, BETWEEN) == 0
    path = Place.objects.get(name="")
    assert called("nl", path) == "Pad tussen Botstraat en Kadeweg"
    renamed = a_way("kade", [(0, 0), (30, 0)], "Havenkade", "residential")
    assert load(here, renamed, BOT, BETWEEN) == 2
    again = Place.objects.get(name="")
    assert (again.pk, called("en", again)) == (path.pk, "Path between Botstraat and Havenkade")
    load(here, renamed, BOT, a_way("p-1", [(10, 0), (10, 20)], "Pottebakkerssteeg"))
    named = Place.objects.get(pk=path.pk)
    assert (called("nl", named), named.byname) == ("Pottebakkerssteeg", {})


@pytest.mark.django_db
def test_a_path_is_found_by_the_street_it_is_called_by() -> None:
    here = a_neighbourhood()
    load(here, KADE, BOT, BETWEEN)
    found = search_places(machine(), here, "botstr")
    assert [called("nl", one) for one in found] == ["Botstraat", "Pad tussen Botstraat en Kadeweg"]
    assert not search_places(machine(), here, "path")


@pytest.mark.django_db
def test_the_map_says_it_in_every_language(rf: Any) -> None:
    here = a_neighbourhood()
    load(here, KADE, BOT, BETWEEN)
    told = json.loads(map_lines(rf.get("/"), machine(), here, "a head of its own", date(2026, 1, 1)).content)
    (path,) = [one["properties"] for one in told["features"] if not one["properties"]["name"]]
    assert path["name_nl"] == "Pad tussen Botstraat en Kadeweg"
    assert path["name_en"] == "Path between Botstraat and Kadeweg"
    assert len(line_rows(machine(), here)) == 3


@pytest.mark.django_db
def test_the_real_nameless_ways_are_called_by_real_streets(shared_data: Path) -> None:
    here = a_neighbourhood("BoTu")
    merged = merge(read(shared_data / "streets" / "botu_streets_named.geojson"))
    done = import_streets(machine(), here, merged, at=NOW)
    assert (done.segments, done.streets, done.unnamed, round(done.length_m, 1), done.changed) == (
        *(223, 59, 50),
        24_753.4,
        109,
    )
    assert import_streets(machine(), here, merged, at=NOW).changed == 0
    names = {called("nl", one) for one in Place.objects.filter(neighbourhood=here, name="")}
    assert len(names) == 50
    assert not [one for one in names if "zonder naam" in one]
    assert "Pad tussen Blokmakersstraat en Medinastraat" in names


@pytest.mark.django_db
def test_who_writes_what_it_is_called_in_a_form_or_a_spreadsheet_means_that_way() -> None:
    here = a_neighbourhood()
    load(here, KADE, BOT, BETWEEN)
    path = Place.objects.get(name="")
    visit = Visit(machine(), NOW, neighbourhood=here)
    field = StreetByName(search_places(machine(), here, ""), visit)
    assert field.clean("pad tussen Botstraat en Kadeweg") == path
    assert field.clean(field.prepare_value(path.pk)) == path
    seen = [Row("Path between Botstraat and Kadeweg", NOW, "C", None, number=2)]
    import_observations(machine(), here, seen, at=NOW)
    assert path.observations.get().grade == "C"
