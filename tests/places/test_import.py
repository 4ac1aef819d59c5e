"""Streets from a file: what a second import changes, what people attached stays, and every bad file gets its sentence."""

import gzip
import json
import os
import random
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, seen_as
from vuurtoren.care import acts as care
from vuurtoren.journal.models import Moment
from vuurtoren.language import LANGUAGES, Refused, has
from vuurtoren.places.acts import import_streets
from vuurtoren.places.demo import demo_neighbourhood
from vuurtoren.places.merging import merge
from vuurtoren.places.models import Place
from vuurtoren.places.reading import Segment, read, read_boundary, read_collection
from vuurtoren.power.queries import machine


def a_file(tmp_path: Path, content: str | bytes, name: str = "streets.geojson") -> Path:
    file = tmp_path / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    return file


def a_line(points: list[list[Any]], **about: Any) -> dict[str, Any]:
    return {"type": "Feature", "properties": about, "geometry": {"type": "LineString", "coordinates": points}}


def a_collection(*features: dict[str, Any], **more: Any) -> str:
    return json.dumps({"type": "FeatureCollection", "features": features, **more})


GOOD: list[list[Any]] = [[4.43, 51.90], [4.431, 51.90]]
BAD: dict[str, tuple[str | bytes, str]] = {
    "empty": (b"", "places.empty_file"),
    "white space": (b" \n\t ", "places.empty_file"),
    "a web page": (b"<!doctype html><html><body>404</body></html>", "places.web_page"),
    "another kind of XML": (b'<?xml version="1.0"?><gpx><trk/></gpx>', "places.unknown_file"),
    "UTF-16": ('{"type": "FeatureCollection"}'.encode("utf-16"), "places.not_utf8"),
    "Latin-1": ('{"type": "Caf\xe9"}'.encode("latin-1"), "places.not_utf8"),
    "gzip": (gzip.compress(b'{"type": "FeatureCollection"}'), "places.packed"),
    "a billion": (a_collection(a_line([[1e9, 1e9], [1e9, 2e9]])), "places.wrong_crs"),
    "five thousand digits": (
        '{"type": "Feature", "geometry": {"type": "LineString", "coordinates": [['
        + "9" * 5000
        + ", 51.9]]}}",
        "places.broken_json",
    ),
    "swapped": (a_collection(a_line([[51.9, 4.43], [51.9, 4.431]])), "places.not_here"),
    "no polygon that is a square": (
        a_collection(
            {
                "type": "Feature",
                "properties": {},
                "geometry": {"type": "Polygon", "coordinates": [[*GOOD, GOOD[0]]]},
            }
        ),
        "places.wrong_shape",
    ),
    "broken": ('{"type": "FeatureCollection", "features": [', "places.broken_json"),
    "deep": ("[" * 100_000, "places.broken_json"),
    "a list": ("[1, 2]", "places.unknown_file"),
    "words": ("hallo buurt", "places.unknown_file"),
    "no features": (a_collection(), "places.no_streets"),
    "points only": (
        a_collection(
            {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": [4, 51]}}
        ),
        "places.wrong_shape",
    ),
    "one point": (a_collection(a_line([[4.43, 51.9]])), "places.wrong_line"),
    "not a number": (a_collection(a_line([[4.43, float("nan")], [4.43, 51.9]])), "places.wrong_line"),
    "words as numbers": (a_collection(a_line([["4.43", "51.9"], ["4.43", "51.9"]])), "places.wrong_line"),
    "RD New": (a_collection(a_line([[91000, 436000], [91100, 436000]])), "places.wrong_crs"),
    "says RD": (
        a_collection(
            a_line(GOOD), crs={"type": "name", "properties": {"name": "urn:ogc:def:crs:EPSG::28992"}}
        ),
        "places.wrong_crs",
    ),
    "half the world": (a_collection(a_line([[4.0, 51.0], [40.0, 51.0]])), "places.too_wide"),
    "entities": (b'<?xml version="1.0"?><!DOCTYPE osm [<!ENTITY a "aaaa">]><osm/>', "places.hostile_xml"),
    "half an osm": (b'<?xml version="1.0"?><osm version="0.6"><node id="1"', "places.broken_osm"),
}


@pytest.mark.pure
@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_gets_one_sentence_that_names_it(tmp_path: Path, name: str) -> None:
    content, code = BAD[name]
    with pytest.raises(Refused) as refused:
        read(a_file(tmp_path, content, "straten.bestand"))
    assert refused.value.code == code
    assert refused.value.values["file"] == "straten.bestand"
    assert all(has(language, refused.value.key) for language in LANGUAGES)


@pytest.mark.pure
def test_what_is_no_file_or_too_large_is_refused_before_it_is_read(tmp_path: Path) -> None:
    (tmp_path / "folder.geojson").mkdir()
    os.mkfifo(tmp_path / "pipe.geojson")
    for name, start, size in (
        ("large.geojson", b'{"type": ', 300_000_000),
        ("large.osm", b"<osm ", 300_000_000),
    ):
        with (tmp_path / name).open("wb") as out:
            out.write(start)
            out.truncate(size)
    found = {}
    for name in ("folder.geojson", "pipe.geojson", "large.geojson", "large.osm", "nowhere.geojson"):
        with pytest.raises(Refused) as refused:
            read(tmp_path / name)
        found[name] = refused.value.code.removeprefix("places.")
    assert found == {
        "folder.geojson": "not_a_file",
        "pipe.geojson": "not_a_file",
        "large.geojson": "file_too_large",
        "large.osm": "file_too_large",
        "nowhere.geojson": "no_file",
    }


@pytest.mark.pure
def test_a_square_has_the_area_of_its_polygon_without_its_holes() -> None:
    ring = [[4.43, 51.90], [4.4315, 51.90], [4.4315, 51.901], [4.43, 51.901], [4.43, 51.90]]
    hole = [[4.4305, 51.9003], [4.4310, 51.9003], [4.4310, 51.9006], [4.4305, 51.9006], [4.4305, 51.9003]]
    about = {"name": "Bakenplein", "highway": "pedestrian", "area": "yes"}
    shape = {"type": "Polygon", "coordinates": [ring, hole]}
    square = {"type": "Feature", "properties": about, "geometry": shape}
    way = a_line([[4.42925, 51.9005], [4.43075, 51.9005]], name="Bakenplein", highway="residential")
    alone, together = (
        merge(read_collection({"features": [square]})),
        merge(read_collection({"features": [square, way]})),
    )
    a_degree = 68_690 * 111_270
    assert alone.streets[0].area_m2 == pytest.approx((0.0015 * 0.001 - 0.0005 * 0.0003) * a_degree, rel=0.002)
    (both,) = together.streets
    assert both.kind == "square"
    outside = 12.0 * (0.00075 + 0.00025) * 68_690  # the half before the square, and what crosses its hole
    assert both.area_m2 == pytest.approx(alone.streets[0].area_m2 + outside, rel=0.01)


@pytest.mark.pure
def test_a_few_doubtful_metres_do_not_colour_a_long_street() -> None:
    long, short = [[4.43, 51.90], [4.434, 51.90]], [[4.434, 51.90], [4.4345, 51.90]]
    ways = [a_line(long, name="Kadeweg", name_tier="high"), a_line(short, name="Kadeweg", name_tier="low")]
    assert merge(read_collection({"features": ways})).streets[0].certainty == "high"
    ways[0]["properties"]["name_tier"] = "medium"
    assert merge(read_collection({"features": ways})).streets[0].certainty == "medium"
    half = [
        a_line(long, name="Kadeweg", name_tier="high"),
        a_line(long[::-1], name="Kadeweg", name_tier="low"),
    ]
    assert merge(read_collection({"features": half})).streets[0].certainty == "low"


@pytest.mark.pure
def test_osm_xml_and_overpass_tell_the_same_streets(tmp_path: Path) -> None:
    xml = (
        '<?xml version="1.0"?><osm version="0.6"><node id="1" lat="51.9" lon="4.43"/><node id="2" lat="51.9" lon="4.431"/>'
        '<way id="7"><nd ref="1"/><nd ref="2"/><tag k="highway" v="residential"/><tag k="name" v="Kadeweg"/></way></osm>'
    )
    overpass = {
        "elements": [
            {
                "type": "way",
                "id": 7,
                "tags": {"highway": "residential", "name": "Kadeweg"},
                "geometry": [{"lat": 51.9, "lon": 4.43}, {"lat": 51.9, "lon": 4.431}],
            }
        ]
    }
    one = read(a_file(tmp_path, xml, "streets.osm"))
    two = read(a_file(tmp_path, json.dumps(overpass), "streets.json"))
    assert one == two
    assert merge(one).length_m == pytest.approx(68.8, abs=0.3)


segments = st.lists(
    st.builds(
        Segment,
        st.integers(0, 10_000).map(str),
        st.sampled_from(["", "Kadeweg", "kadeweg", "Botstraat"]),
        st.sampled_from(["low", "medium", "high"]),
        st.just("residential"),
        st.tuples(st.floats(4.42, 4.44), st.floats(51.89, 51.91)).map(lambda p: (p, (p[0] + 0.001, p[1]))),
    ),
    min_size=1,
    max_size=25,
    unique_by=lambda one: one.source_key,
)


@pytest.mark.pure
@given(segments, st.randoms())
def test_the_order_of_segments_does_not_matter_and_no_metre_is_lost(
    some: list[Segment], chance: random.Random
) -> None:
    mixed = list(some)
    chance.shuffle(mixed)
    first, second = merge(some), merge(mixed)
    assert {one.match_key: one.digest for one in first.streets} == {
        one.match_key: one.digest for one in second.streets
    }
    assert first.length_m == pytest.approx(sum(merge([one]).length_m for one in some))


@pytest.mark.pure
def test_the_same_seed_is_the_same_demo() -> None:
    assert demo_neighbourhood(3) == demo_neighbourhood(3)
    assert demo_neighbourhood(3) != demo_neighbourhood(4)


@pytest.mark.django_db
def test_a_second_import_changes_nothing_and_writes_no_moment() -> None:
    here, merged = a_neighbourhood(), merge(read_collection(demo_neighbourhood(1)))
    first = import_streets(machine(), here, merged, at=NOW)
    moments = Moment.objects.count()
    second = import_streets(machine(), here, merged, at=NOW)
    assert (first.changed, second.changed, second.moment) == (len(merged.streets), 0, None)
    assert Moment.objects.count() == moments


@pytest.mark.django_db
def test_an_updated_file_keeps_what_people_attached_to_a_street() -> None:
    here = a_neighbourhood()
    old, new = a_line(GOOD, name="Kadeweg"), a_line([*GOOD, [4.432, 51.901]], name="Kadeweg")
    other = a_line([[4.43, 51.91], [4.431, 51.91]], name="Botstraat")
    import_streets(machine(), here, merge(read_collection({"features": [old, other]})), at=NOW)
    place = Place.objects.get(name="Kadeweg")
    care.join(seen_as(a_person(here)), place, at=NOW)
    done = import_streets(machine(), here, merge(read_collection({"features": [new]})), at=NOW)
    again = Place.objects.get(name="Kadeweg")
    assert (again.pk, again.public_id, again.tasks.get().step) == (place.pk, place.public_id, 3)
    assert again.length_m > place.length_m
    assert Place.objects.get(name="Botstraat").gone_at == NOW
    assert done.changed == 2


@pytest.mark.django_db
def test_the_real_streets_of_bospolder_tussendijken(shared_data: Path) -> None:
    here = a_neighbourhood("BoTu")
    merged = merge(read(shared_data / "streets" / "botu_streets_named.geojson"))
    done = import_streets(machine(), here, merged, at=NOW)
    assert (done.segments, done.streets, done.unnamed) == (223, 59, 50)
    assert done.length_m == pytest.approx(24_750, rel=0.002)
    assert import_streets(machine(), here, merged, at=NOW).changed == 0


@pytest.mark.pure
def test_a_boundary_leaves_out_what_lies_outside(shared_data: Path) -> None:
    edge = read_boundary(shared_data / "boundaries" / "botu_buurten.geojson")
    every = read(shared_data / "streets" / "botu_ways_osm_all.geojson")
    inside = merge(every, edge)
    assert 0 < inside.segments < len(every)
