"""A square or park that OpenStreetMap draws as several ways has the ground of its rings, without its holes; the three
forms tell the same, and a broken one costs a count and nothing else."""

import json
import random
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import osmium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vuurtoren.cli.commands import run
from vuurtoren.language import Refused
from vuurtoren.places.merging import merge
from vuurtoren.places.models import Place
from vuurtoren.places.reading import read
from vuurtoren.places.reading.rings import joined
from vuurtoren.places.reading.segment import Line

Spot = tuple[int, int]
Ways = dict[int, list[Spot]]
ROUND = [(0, 0), (10, 0), (10, 10), (0, 10)]
POND = [(3, 3), (6, 3), (6, 6), (3, 6)]
PARK = {"type": "multipolygon", "leisure": "park", "name": "Dakpark"}
STREET: tuple[int, list[Spot], dict[str, str]] = (
    90,
    [(-5, -5), (15, -5)],
    {"highway": "residential", "name": "Kadeweg"},
)
A_STEP_M2 = 68.69 * 0.1 * 111.27 * 0.1
"""A step is 0.0001 degree: about 6.9 m east, 11.1 m north at 51.9 north."""

Drawn = list[tuple[int, list[Spot], dict[str, str]]]
Related = list[tuple[int, dict[str, str], list[tuple[int, str]]]]
DAKPARK: tuple[Drawn, Related] = (
    [
        STREET,
        (1, [(10, 10), (10, 0), (0, 0)], {}),  # drawn against the clock
        (2, [(0, 0), (0, 10), (10, 10)], {}),
        (3, [*POND, POND[0]], {"natural": "water"}),
    ],
    [(7, PARK, [(1, "outer"), (3, "inner"), (2, "")])],
)


def lonlat(spot: Spot) -> tuple[float, float]:
    return round(4.43 + spot[0] * 0.0001, 7), round(51.90 + spot[1] * 0.0001, 7)


def as_osm(path: Path, ways: Drawn, relations: Related) -> Path:
    """The same as XML or PBF, told by the name of the file."""
    spots = sorted({spot for _, line, _ in ways for spot in line})
    number = {spot: n for n, spot in enumerate(spots, 1)}
    path.unlink(missing_ok=True)
    with osmium.SimpleWriter(str(path)) as out:
        for spot in spots:
            out.add_node(osmium.osm.mutable.Node(id=number[spot], location=lonlat(spot)))
        for way, line, tags in ways:
            out.add_way(osmium.osm.mutable.Way(id=way, tags=tags, nodes=[number[one] for one in line]))
        for relation, tags, members in relations:
            said = [("w", way, role) for way, role in members]
            out.add_relation(osmium.osm.mutable.Relation(id=relation, tags=tags, members=said))
    return path


def as_overpass(path: Path, ways: Drawn, relations: Related, *, apart: bool) -> Path:
    """As Overpass answers `out geom`; or, apart, ways and relations by the numbers of their parts."""
    spots = sorted({spot for _, line, _ in ways for spot in line})
    number = {spot: n for n, spot in enumerate(spots, 1)}
    shapes = {
        way: [dict(zip(("lon", "lat"), lonlat(one), strict=True)) for one in line] for way, line, _ in ways
    }
    every: list[dict[str, Any]] = []
    for way, line, tags in ways:
        shape: dict[str, Any] = (
            {"nodes": [number[one] for one in line]} if apart else {"geometry": shapes[way]}
        )
        every.append({"type": "way", "id": way, "tags": tags, **shape})
    for relation, tags, members in relations:
        said = [
            {
                "type": "way",
                "ref": way,
                "role": role,
                **({} if apart or way not in shapes else {"geometry": shapes[way]}),
            }
            for way, role in members
        ]
        every.append({"type": "relation", "id": relation, "tags": tags, "members": said})
    if apart:
        every += [
            {"type": "node", "id": n, **dict(zip(("lon", "lat"), lonlat(spot), strict=True))}
            for spot, n in number.items()
        ]
    path.write_text(json.dumps({"elements": every}))
    return path


def every_form(folder: Path, ways: Drawn, relations: Related) -> list[Path]:
    return [
        as_osm(folder / "a.osm", ways, relations),
        as_osm(folder / "a.osm.pbf", ways, relations),
        as_overpass(folder / "a.json", ways, relations, apart=False),
        as_overpass(folder / "apart.json", ways, relations, apart=True),
    ]


def areas(path: Path, left_out: list[str] | None = None) -> dict[str, tuple[str, float]]:
    """Of each street of the file its kind and ground, in steps."""
    found = merge(read(path, left_out)).streets
    return {one.name: (one.kind, one.area_m2 / A_STEP_M2) for one in found if one.name != "Kadeweg"}


@pytest.mark.pure
def test_a_park_of_two_ways_with_a_pond_has_its_true_ground_in_every_form(tmp_path: Path) -> None:
    for path in every_form(tmp_path, *DAKPARK):
        assert areas(path) == {"Dakpark": ("park", pytest.approx(100 - 9, rel=0.002))}, path.name
    first, *others = (read(path) for path in every_form(tmp_path, *DAKPARK))
    assert all(one == first for one in others)


@pytest.mark.pure
def test_a_pedestrian_area_is_a_square_and_two_rings_are_one_square(tmp_path: Path) -> None:
    tags = {"type": "multipolygon", "highway": "pedestrian", "name": "Bakenplein"}
    far = [(20, 0), (22, 0), (22, 2), (20, 2), (20, 0)]
    hole = [(4, 4), (5, 4), (5, 5), (4, 5), (4, 4)]
    ways: Drawn = [(1, [*ROUND, ROUND[0]], {}), (2, far, {}), (3, hole, {})]
    related: Related = [(7, tags, [(1, "outer"), (2, "outer"), (3, "inner")])]
    for path in every_form(tmp_path, ways, related):
        assert areas(path) == {"Bakenplein": ("square", pytest.approx(100 + 4 - 1, rel=0.002))}
        assert [one.source_key for one in read(path)] == ["relation/7/0", "relation/7/1"]


@pytest.mark.pure
def test_an_edge_that_is_drawn_as_the_same_park_does_not_fill_its_pond(tmp_path: Path) -> None:
    edge = {"leisure": "park", "name": "Dakpark"}
    ways: Drawn = [(1, [*ROUND, ROUND[0]], edge), (3, [*POND, POND[0]], {})]
    related: Related = [(7, PARK, [(1, "outer"), (3, "inner")])]
    for path in every_form(tmp_path, ways, related):
        assert areas(path) == {"Dakpark": ("park", pytest.approx(91, rel=0.002))}
        assert len(read(path)) == 1
    ways[0][2]["name"] = "Rozentuin"
    for path in every_form(tmp_path, ways, related):
        assert sorted(areas(path)) == ["Dakpark", "Rozentuin"]


@pytest.mark.pure
def test_a_street_along_a_park_stays_a_street(tmp_path: Path) -> None:
    ways: Drawn = [
        (1, [(0, 0), (10, 0)], {"highway": "residential", "name": "Parklaan"}),
        (2, [(10, 0), (10, 10), (0, 10), (0, 0)], {}),
    ]
    for path in every_form(tmp_path, ways, [(7, PARK, [(1, "outer"), (2, "outer")])]):
        found = areas(path)
        assert (found["Parklaan"][0], found["Dakpark"][0]) == ("street", "park")


@pytest.mark.pure
@pytest.mark.parametrize(
    ("lines", "members"),
    [
        ({1: [(0, 0), (10, 0), (10, 10)]}, [(1, "outer")]),
        ({1: [(0, 0), (10, 0), (10, 10)]}, [(1, "outer"), (2, "outer")]),
        ({1: [*ROUND, ROUND[0]], 3: POND}, [(1, "outer"), (3, "inner")]),
        ({1: [*ROUND, ROUND[0]]}, [(1, "outer"), (3, "inner")]),
        ({1: [*ROUND, ROUND[0]]}, [(1, "inner")]),
        ({1: [(0, 0), (10, 0)], 2: [(10, 0), (0, 0)]}, [(1, "outer"), (2, "outer")]),
        ({1: [(0, 0), (5, 0), (10, 0), (0, 0)]}, [(1, "outer")]),
        ({1: [*ROUND, ROUND[0]]}, []),
        ({1: [*ROUND, ROUND[0]]}, [(1, "sub_area")]),
    ],
    ids=[
        *("open", "a way is missing", "a pond that is open", "a pond that is missing", "only a hole"),
        *("there and back", "a line", "nothing", "no role that we know"),
    ],
)
def test_a_broken_one_is_left_out_and_counted_and_all_else_is_read(
    tmp_path: Path, lines: Ways, members: list[tuple[int, str]]
) -> None:
    ways: Drawn = [STREET, *((way, line, {}) for way, line in lines.items())]
    for path in every_form(tmp_path, ways, [(7, PARK, members)]):
        left_out: list[str] = []
        assert areas(path, left_out) == {}, path.name
        assert left_out == ["relation/7"], path.name
        assert [one.name for one in read(path)] == ["Kadeweg"]


@pytest.mark.pure
def test_a_relation_that_is_something_else_is_neither_read_nor_counted(tmp_path: Path) -> None:
    building = {"type": "multipolygon", "building": "yes", "name": "Loods"}
    route = {"type": "route", "leisure": "park", "name": "Wandeling"}
    ways: Drawn = [STREET, (1, [*ROUND, ROUND[0]], {})]
    for path in every_form(tmp_path, ways, [(7, building, [(1, "outer")]), (8, route, [(1, "")])]):
        left_out: list[str] = []
        assert (areas(path, left_out), left_out) == ({}, [])


@pytest.mark.pure
@pytest.mark.parametrize(
    "members",
    [
        None,
        7,
        {},
        [None],
        [[]],
        [{"type": "way", "ref": "1", "role": "outer"}],
        [{"type": "way", "ref": 1, "role": []}],
    ],
)
def test_what_a_stranger_writes_for_members_crashes_nothing(tmp_path: Path, members: Any) -> None:
    path = as_overpass(tmp_path / "a.json", [STREET], [], apart=False)
    whole = json.loads(path.read_text())
    whole["elements"].append({"type": "relation", "id": 7, "tags": PARK, "members": members})
    path.write_text(json.dumps(whole))
    left_out: list[str] = []
    assert (areas(path, left_out), left_out) == ({}, ["relation/7"])


@pytest.mark.pure
def test_a_point_that_is_no_number_is_a_sentence(tmp_path: Path) -> None:
    path = as_overpass(tmp_path / "a.json", *DAKPARK, apart=False)
    whole = json.loads(path.read_text())
    whole["elements"][-1]["members"][0]["geometry"][1]["lat"] = "north"
    path.write_text(json.dumps(whole))
    with pytest.raises(Refused) as refused:
        read(path)
    assert refused.value.code == "places.wrong_line"


@pytest.mark.pure
def test_a_way_that_a_thousand_relations_name_is_refused_before_it_grows(tmp_path: Path) -> None:
    line: list[Spot] = [(n % 5000, n // 5000) for n in range(10_000)]
    ways: Drawn = [STREET, (1, [*line, line[0]], {})]
    many: Related = [(n, PARK, [(1, "outer")]) for n in range(1, 300)]
    for path in (
        as_osm(tmp_path / "a.osm", ways, many),
        as_overpass(tmp_path / "b.json", ways, many, apart=True),
    ):
        with pytest.raises(Refused) as refused:
            read(path)
        assert refused.value.code == "places.too_many"


def cut(ring: Sequence[Spot], at: set[int], turned: set[int]) -> list[Line]:
    """A ring as pieces between the points at these numbers, some of them drawn the other way."""
    marks = sorted({n % len(ring) for n in at})
    around = [*ring, *ring]
    pieces: list[Line] = []
    for start, stop in zip(marks, [*marks[1:], marks[0] + len(ring)], strict=True):
        piece = tuple((float(x), float(y)) for x, y in around[start : stop + 1])
        pieces.append(piece[::-1] if start in turned else piece)
    return pieces


@pytest.mark.pure
@given(
    st.integers(3, 12),
    st.sets(st.integers(0, 11), min_size=1),
    st.sets(st.integers(0, 11)),
    st.sets(st.integers(0, 11), min_size=1),
    st.randoms(),
)
def test_rings_come_together_however_they_are_cut_turned_and_mixed(
    corners: int, first: set[int], turned: set[int], second: set[int], chance: random.Random
) -> None:
    one = [(n, n * n) for n in range(corners)]
    other = [(100 + n, n * n) for n in range(corners)]
    pieces = [*cut(one, first, turned), *cut(other, second, turned)]
    chance.shuffle(pieces)
    rings = joined(pieces)
    assert rings is not None
    assert all(ring[0] == ring[-1] for ring in rings)
    assert sorted(sorted(set(ring)) for ring in rings) == [sorted(one), sorted(other)]
    assert sorted(len(ring) for ring in rings) == [corners + 1, corners + 1]
    loose = chance.choice(pieces)
    if loose[0] != loose[-1]:
        assert joined([piece for piece in pieces if piece is not loose]) is None


@pytest.mark.django_db
def test_the_command_says_how_many_were_left_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ways, (whole, *_) = DAKPARK
    broken = (8, {**PARK, "name": "Half park"}, [(1, "outer")])
    path = as_osm(tmp_path / "a.osm", ways, [whole, broken])
    ask = ["places", "import", str(path), "--neighbourhood", "Parkwijk", "--json"]
    assert run(ask) == 0
    said = capsys.readouterr()
    assert json.loads(said.out)["streets"] == 2
    assert "a.osm: one square or park was left out, because its edge is not whole (relation/8)" in said.err
    assert Place.objects.get(name="Dakpark").area_m2 == pytest.approx(91 * A_STEP_M2, rel=0.002)
    assert run(ask) == 0
    assert json.loads(capsys.readouterr().out)["changed"] == 0
