"""Streets from the internet: a server of our own plays Overpass and PDOK in their documented forms, kindly and not.

All names, numbers and shapes in the answers are invented: they are those of the demo neighbourhood.
"""

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from vuurtoren.cli.commands import run
from vuurtoren.journal.models import Moment
from vuurtoren.places.demo import demo_neighbourhood
from vuurtoren.places.merging import merge
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.reading import read_collection

RELATION = 9_900_001
WEST, SOUTH, EAST, NORTH = 4.40, 51.88, 4.47, 51.93
BUURT = "BU99990101"
Answer = tuple[int, dict[str, str], bytes]
Play = Callable[[str, dict[str, list[str]]], Answer]


class Stage:
    """A real HTTP server on loopback. `play` answers; what was asked is kept in `asked`, agents in `agents`."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, dict[str, list[str]]]] = []
        self.agents: list[str | None] = []
        self.play: Play = lambda path, query: said({})
        self.drip_s = 0.0
        stage = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                size = int(self.headers.get("Content-Length", 0))
                query = parse_qs(parts.query) | parse_qs(self.rfile.read(size).decode())
                stage.asked.append((parts.path, query))
                stage.agents.append(self.headers.get("User-Agent"))
                status, headers, body = stage.play(parts.path, query)
                try:
                    self.send_response(status)
                    for name, value in {"Content-Length": str(len(body)), **headers}.items():
                        self.send_header(name, value)
                    self.end_headers()
                    if not stage.drip_s:
                        self.wfile.write(body)
                        return
                    for byte in body:
                        self.wfile.write(bytes([byte]))
                        time.sleep(stage.drip_s)
                except OSError:
                    return  # whoever asked hung up

            do_POST = do_GET

            def log_message(self, *_: Any) -> None:
                return

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self.server.server_port}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()


@pytest.fixture
def stage(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    made = Stage()
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    settings.OVERPASS, settings.PDOK = f"{made.address}/api/interpreter", made.address
    settings.PATIENCE_S = 20.0
    yield made
    made.server.shutdown()
    made.server.server_close()


def said(value: Any, status: int = 200, **headers: str) -> Answer:
    body = value if isinstance(value, bytes) else json.dumps(value).encode()
    return status, headers, body


def tags_of(about: dict[str, str]) -> dict[str, str]:
    """The demo's own words as tags of OpenStreetMap."""
    kinds = {
        "square": {"highway": "pedestrian", "area": "yes"},
        "park": {"leisure": "park"},
        "quay": {"man_made": "quay", "highway": "residential"},
    }
    classes = {"shopping": "tertiary"}
    tags = kinds.get(about["kind"], {"highway": classes.get(about["class"], about["class"])})
    return {**tags, **({"name": about["name"]} if about["name"] else {})}


def overpass(path: str, query: dict[str, list[str]]) -> Answer:
    """Overpass: areas of a name with their tags and middle; or one with its edge, and the ways in it."""
    text = query["data"][0]
    head = {
        "version": 0.6,
        "generator": "Overpass API 0.7.62",
        "osm3s": {"timestamp_osm_base": "2026-11-01T00:00:00Z"},
    }
    if "out tags center" in text:
        there = '"name"="Lichthaven"' in text
        one = {
            "type": "relation",
            "id": RELATION,
            "center": {"lat": 51.9, "lon": 4.43},
            "tags": {"boundary": "administrative", "admin_level": "10", "name": "Lichthaven"},
        }
        return said({**head, "elements": [one] if there else []})
    corners = [(WEST, SOUTH), (EAST, SOUTH), (EAST, NORTH), (WEST, NORTH), (WEST, SOUTH)]
    ring = [{"lat": lat, "lon": lon} for lon, lat in corners]
    members = [
        {"type": "way", "ref": 1, "role": "outer", "geometry": ring[:3]},
        {"type": "way", "ref": 2, "role": "outer", "geometry": ring[2:]},
        {"type": "node", "ref": 3, "role": "admin_centre", "lat": 51.9, "lon": 4.43},
    ]
    edge = {"type": "relation", "id": RELATION, "members": members, "tags": {"boundary": "administrative"}}
    ways = [
        {
            "type": "way",
            "id": 100 + number,
            "nodes": list(range(len(one["geometry"]["coordinates"]))),
            "geometry": [{"lat": lat, "lon": lon} for lon, lat in one["geometry"]["coordinates"]],
            "tags": tags_of(one["properties"]),
        }
        for number, one in enumerate(demo_neighbourhood(7)["features"])
    ]
    return said({**head, "elements": [edge, *ways]})


def pdok(path: str, query: dict[str, list[str]]) -> Answer:
    """The Locatieserver, CBS Wijken en Buurten, and NWB in pages of ten with a link to the next."""
    if path.endswith("/free"):
        doc = {
            "type": "buurt",
            "buurtcode": BUURT,
            "buurtnaam": "Lichthaven",
            "wijkcode": "WK999901",
            "wijknaam": "Wijk 01 Havens",
            "gemeentenaam": "Kustdam",
            "centroide_ll": "POINT(4.435 51.902)",
        }
        near = {**doc, "buurtcode": "BU99990102", "buurtnaam": "Lichthaven-Oost"}
        docs = [doc, near] if query["q"][0] in ("Lichthaven", BUURT) else []
        return said({"response": {"numFound": len(docs), "start": 0, "maxScore": 9.1, "docs": docs}})
    if "wijken-en-buurten" in path:
        ring = [[WEST, SOUTH], [EAST, SOUTH], [EAST, NORTH], [WEST, NORTH], [WEST, SOUTH]]
        mine = {
            "type": "Feature",
            "id": "a1b2",
            "properties": {"buurtcode": BUURT, "buurtnaam": "Lichthaven"},
            "geometry": {"type": "MultiPolygon", "coordinates": [[ring]]},
        }
        other = {**mine, "properties": {"buurtcode": "BU99990102"}}
        return said(
            {"type": "FeatureCollection", "numberReturned": 2, "features": [other, mine], "links": []}
        )
    lines = [one for one in demo_neighbourhood(7)["features"] if one["properties"]["kind"] != "park"]
    every = [
        {
            "type": "Feature",
            "id": f"uuid-{number}",
            "properties": {
                "wvk_id": 600_000_000 + number,
                "stt_naam": one["properties"]["name"] or None,
                "gme_naam": "Kustdam",
                "bst_code": "VP" if one["properties"]["class"] == "path" else "RB",
                "wegbehsrt": "G",
            },
            "geometry": {"type": "MultiLineString", "coordinates": [one["geometry"]["coordinates"]]},
        }
        for number, one in enumerate(lines)
    ]
    motorway = json.loads(json.dumps(every[0]))
    motorway["properties"].update(bst_code="HR", stt_naam="A99", wvk_id=1)
    every.append(motorway)
    start = int(query.get("cursor", ["0"])[0])
    links = [{"rel": "self", "href": "x"}]
    if start + 10 < len(every):
        address = f"http://{'127.0.0.1'}:{query['port'][0]}" if "port" in query else ""
        links.append({"rel": "next", "href": f"{address}{path}?cursor={start + 10}&limit=1000&f=json"})
    return said({"type": "FeatureCollection", "links": links, "features": every[start : start + 10]})


def pdok_at(stage: Stage) -> Play:
    port = str(stage.server.server_port)
    return lambda path, query: pdok(path, {**query, "port": [port]})


def ask(*more: str, name: str = "Lichthaven") -> int:
    return run(["places", "fetch", name, "--json", *more])


@pytest.mark.django_db
def test_overpass_gives_what_a_file_of_the_same_ways_gives(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.play = overpass
    assert ask() == 0
    got = json.loads(capsys.readouterr().out)
    same = merge(read_collection(demo_neighbourhood(7)))
    assert (got["segments"], got["unnamed"]) == (same.segments, same.unnamed)
    assert got["length_m"] == pytest.approx(same.length_m, abs=0.1)
    assert {"Bakenplein": "square", "Duinpan": "park", "Havenlichtkade": "quay"}.items() <= dict(
        Place.objects.values_list("name", "kind")
    ).items()
    assert ask() == 0
    assert json.loads(capsys.readouterr().out)["changed"] == 0
    assert all(agent and agent.startswith("Vuurtoren/") for agent in stage.agents)


@pytest.mark.django_db
def test_a_park_of_several_ways_is_asked_for_and_a_broken_one_is_told(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    def with_relations(path: str, query: dict[str, list[str]]) -> Answer:
        whole = json.loads(overpass(path, query)[2])
        if "out tags center" in (text := query["data"][0]):
            return said(whole)
        assert 'rel(area.a)["type"="multipolygon"]["leisure"="park"];' in text
        park = next(one for one in whole["elements"] if one.get("tags", {}).get("name") == "Duinpan")
        whole["elements"].remove(park)
        half = len(park["geometry"]) // 2
        parts = [
            {"type": "way", "ref": n, "role": "outer", "geometry": part}
            for n, part in enumerate((park["geometry"][: half + 1], park["geometry"][half:]), 1)
        ]
        tags = {**park["tags"], "type": "multipolygon"}
        lost = {"type": "relation", "id": 8, "tags": tags, "members": parts[:1]}
        return said({"elements": [*whole["elements"], lost, {**lost, "id": 7, "members": parts}]})

    stage.play = with_relations
    assert ask() == 0
    assert "(relation/8)" in capsys.readouterr().err
    drawn = {one.name: one for one in merge(read_collection(demo_neighbourhood(7))).streets}
    assert Place.objects.get(name="Duinpan").area_m2 == pytest.approx(drawn["Duinpan"].area_m2)


@pytest.mark.django_db
def test_pdok_gives_the_road_sections_of_all_pages_and_no_motorway(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    stage.play = pdok_at(stage)
    assert ask("--source", "pdok", "--neighbourhood", "Onze wijk") == 0
    got = json.loads(capsys.readouterr().out)
    lines = [one for one in demo_neighbourhood(7)["features"] if one["properties"]["kind"] != "park"]
    assert got["segments"] == len(lines)
    assert Neighbourhood.objects.get().name == "Onze wijk"
    assert not Place.objects.filter(name="A99").exists()
    asked = [path for path, _ in stage.asked]
    assert asked[0] == "/bzk/locatieserver/search/v3_1/free"
    assert asked[1] == "/cbs/wijken-en-buurten-2025/ogc/v1/collections/buurten/items"
    assert asked[2:] == ["/rws/nationaal-wegenbestand-wegen/ogc/v1/collections/wegvakken/items"] * len(
        asked[2:]
    )
    assert ask("--source", "pdok", "--area", BUURT, "--neighbourhood", "Onze wijk") == 0
    assert json.loads(capsys.readouterr().out)["changed"] == 0


@pytest.mark.django_db
def test_a_name_that_several_areas_have_is_asked_back(
    stage: Stage, capsys: pytest.CaptureFixture[str]
) -> None:
    def twice(path: str, query: dict[str, list[str]]) -> Answer:
        tags = {"place": "neighbourhood", "name": "Lichthaven"}
        two = [
            {"type": "way", "id": n, "tags": tags, "center": {"lat": 52.0, "lon": 5.0 + n}} for n in (1, 2)
        ]
        return said({"elements": two})

    stage.play = twice
    assert ask() == 2
    sentence = capsys.readouterr().err
    assert "way/1 (neighbourhood, 52.000 6.000), way/2" in sentence
    assert "--area" in sentence


@pytest.mark.django_db
def test_a_name_cannot_ask_another_question(stage: Stage) -> None:
    stage.play = overpass
    assert ask(name='x"];node(1);out;["a"="\\') == 2
    text = stage.asked[0][1]["data"][0]
    assert '"name"="x\\"];node(1);out;[\\"a\\"=\\"\\\\"]' in text
    assert ask("--area", "relation/1);out;(") == 2
    assert len(stage.asked) == 1


def wide(path: str, query: dict[str, list[str]]) -> Answer:
    """Streets in another country."""
    status, headers, body = overpass(path, query)
    return status, headers, body.replace(b'"lat": 51.', b'"lat": 11.')


def cut_off(path: str, query: dict[str, list[str]]) -> Answer:
    status, _, body = overpass(path, query)
    return status, {"Content-Length": str(len(body))}, body[: len(body) // 2]


def remarked(path: str, query: dict[str, list[str]]) -> Answer:
    if "out tags center" in query["data"][0]:
        return overpass(path, query)
    return said(
        {"elements": [], "remark": 'runtime error: Query timed out in "query" at line 5 after 25 seconds.'}
    )


def no_streets(path: str, query: dict[str, list[str]]) -> Answer:
    whole = json.loads(overpass(path, query)[2])
    return said({**whole, "elements": whole["elements"][:1]})


BUSY_PAGE = b"<html><body>runtime error: Dispatcher_Client::request_read_and_idx::rate_limited.</body></html>"
HOSTILE: dict[str, tuple[Play, str]] = {
    "nothing found": (lambda p, q: said({"elements": []}), "not_found"),
    "too many requests": (lambda p, q: said(b"slow down", 429), "busy"),
    "gateway time-out": (lambda p, q: said(b"<html>", 504), "busy"),
    "busy with status 200": (lambda p, q: said(BUSY_PAGE), "busy"),
    "a page of HTML": (lambda p, q: said(b"<!doctype html><p>hello"), "no_answer"),
    "a fault of its own": (lambda p, q: said(b"oops", 500), "no_answer"),
    "a wrong question": (lambda p, q: said(b"bad", 400), "no_answer"),
    "nothing at all": (lambda p, q: said(b""), "no_answer"),
    "another host": (lambda p, q: said(b"", 302, Location="http://169.254.169.254/"), "no_answer"),
    "a file": (lambda p, q: said(b"", 301, Location="file:///etc/passwd"), "no_answer"),
    "round and round": (lambda p, q: said(b"", 307, Location="/api/interpreter"), "no_answer"),
    "packed": (lambda p, q: said(b"\x1f\x8b" + b"\0" * 99, **{"Content-Encoding": "gzip"}), "no_answer"),
    "other JSON": (lambda p, q: said({"hello": 1}), "no_answer"),
    "a list": (lambda p, q: said([1, 2]), "no_answer"),
    "broken JSON": (lambda p, q: said(b'{"elements": ['), "broken_json"),
    "deep JSON": (lambda p, q: said(b'{"elements":' + b"[" * 100_000), "broken_json"),
    "too much": (lambda p, q: said(b" " * 65_000_000), "file_too_large"),
    "cut off": (cut_off, "no_answer"),
    "stopped halfway": (remarked, "half_an_answer"),
    "no streets in it": (no_streets, "no_streets"),
    "another country": (wide, "not_here"),
}


def sentence_of(code: str) -> str:
    """The fixed words by which a sentence is known in English."""
    return {
        "not_found": "knows no neighbourhood",
        "busy": "is too busy now",
        "no_answer": "gives no good answer",
        "broken_json": "JSON is broken",
        "file_too_large": "is too large",
        "half_an_answer": "stopped halfway",
        "no_streets": "there are no streets",
        "not_here": "does not lie in the Netherlands",
    }[code]


@pytest.mark.django_db
@pytest.mark.parametrize("name", sorted(HOSTILE))
def test_a_bad_answer_is_one_sentence_and_changes_nothing(
    stage: Stage, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    stage.play, code = HOSTILE[name]
    assert ask() == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert sentence_of(code) in err
    assert "127.0.0.1" in err.splitlines()[-1]
    assert len(err.strip().splitlines()) == 2
    assert not Neighbourhood.objects.exists()
    assert not Moment.objects.exists()


@pytest.mark.django_db
def test_pages_that_never_end_or_lead_elsewhere_are_refused(
    stage: Stage, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    for href in ("http://example.invalid/next", f"{stage.address}/again", "file:///etc/passwd"):

        def lead(path: str, query: dict[str, list[str]], href: str = href) -> Answer:
            if "wegvakken" in path or path == "/again":
                return said({"features": [], "links": [{"rel": "next", "href": href}]})
            return pdok(path, query)

        stage.play = lead
        assert ask("--source", "pdok") == 2
        assert "gives no good answer" in capsys.readouterr().err
    assert not Neighbourhood.objects.exists()


@pytest.mark.django_db
def test_a_server_that_drips_is_left_in_time(
    stage: Stage,
    settings: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    settings.PATIENCE_S = 0.6
    stage.play, stage.drip_s = overpass, 0.05
    begun = time.monotonic()
    assert ask() == 2
    assert time.monotonic() - begun < 4
    assert "gave no whole answer" in capsys.readouterr().err


@pytest.mark.django_db
def test_a_server_that_says_nothing_is_left_in_time(
    stage: Stage,
    settings: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    settings.PATIENCE_S = 0.5
    wait = threading.Event()

    def silent(path: str, query: dict[str, list[str]]) -> Answer:
        wait.wait(5)
        return said({})

    stage.play = silent
    assert ask() == 2
    wait.set()
    assert "gave no whole answer" in capsys.readouterr().err


@pytest.mark.django_db
@pytest.mark.parametrize("address", ["http://127.0.0.1:9", "http://does-not-exist.invalid"])
def test_without_internet_there_is_a_sentence(
    settings: Any,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    address: str,
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("NO_PROXY", "*")
    settings.OVERPASS = settings.PDOK = address
    for source in ("overpass", "pdok"):
        assert ask("--source", source) == 2
        assert "There is no connection" in capsys.readouterr().err
    assert not Neighbourhood.objects.exists()
