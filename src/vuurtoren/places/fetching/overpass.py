"""From OpenStreetMap by way of the Overpass API.

The first question finds areas of a name (administrative boundaries, and places drawn as an area), the second asks for
the edge of one of them and all ways, squares and parks in it.
Forms: https://wiki.openstreetmap.org/wiki/Overpass_API/Overpass_QL and https://wiki.openstreetmap.org/wiki/OSM_JSON.
"""

import re
from typing import Any

import shapely

from vuurtoren.language import Refused
from vuurtoren.places.fetching.area import Area, Found, only_one
from vuurtoren.places.fetching.asking import Server
from vuurtoren.places.reading import RD_HOLDS, Line, Unreadable, checked, clean, line, record
from vuurtoren.places.reading import overpass as form

PLACES = "^(city|borough|town|village|suburb|quarter|neighbourhood)$"
CODE = re.compile(r"(relation|way)/([1-9][0-9]{0,15})")
FIND = """[out:json][timeout:{seconds}][bbox:{south},{west},{north},{east}];
(
  rel["boundary"="administrative"]["name"="{name}"];
  rel["place"~"{places}"]["name"="{name}"];
  way["place"~"{places}"]["name"="{name}"];
);
out tags center 100;"""
STREETS = """[out:json][timeout:{seconds}][maxsize:268435456];
{kind}({number});
out geom;
map_to_area->.a;
(
  way(area.a)["highway"];
  way(area.a)["place"="square"];
  way(area.a)["leisure"="park"];
  way(area.a)["man_made"="quay"];
  rel(area.a)["type"="multipolygon"]["highway"="pedestrian"];
  rel(area.a)["type"="multipolygon"]["place"="square"];
  rel(area.a)["type"="multipolygon"]["leisure"="park"];
);
out geom;"""


def fetch(server: Server, name: str, code: str | None = None) -> Area:
    """The ways in the area of that name, or in the one with that code ("relation/271"); raises Refused."""
    found = Found(code, "") if code else only_one(_found(server, name), server.host, name)
    parts = CODE.fullmatch(found.code)
    if parts is None:
        raise Refused("places.not_found", host=server.host, name=found.code)
    kind, number = parts[1], int(parts[2])
    asked = STREETS.format(
        seconds=int(server.patience_s), kind="rel" if kind == "relation" else kind, number=number
    )
    whole = _answer(server, asked)
    edges = [one for one in whole["elements"] if _is(one, kind, number)]
    if not edges:
        raise Refused("places.not_found", host=server.host, name=found.code)
    ways = [one for one in whole["elements"] if not _is(one, kind, number)]
    left_out: list[str] = []
    segments = checked(form.segments({**whole, "elements": ways}, server.host, left_out), server.host)
    return Area(segments, _rings(edges[0], server.host), tuple(left_out))


def _found(server: Server, name: str) -> list[Found]:
    west, south, east, north = RD_HOLDS
    said = clean(name, 80).replace("\\", "\\\\").replace('"', '\\"')
    asked = FIND.format(
        seconds=int(server.patience_s),
        name=said,
        places=PLACES,
        west=west,
        south=south,
        east=east,
        north=north,
    )
    every = [record(one) for one in _answer(server, asked)["elements"]]
    return [
        Found(f"{one['type']}/{one['id']}", _words(one))
        for one in every
        if one.get("type") in ("relation", "way") and type(one.get("id")) is int
    ]


def _answer(server: Server, asked: str) -> dict[str, Any]:
    whole = server.ask(form={"data": asked})
    if not form.looks_like(whole):
        raise Refused("places.no_answer", host=server.host)
    if "error" in str(whole.get("remark", "")):
        raise Unreadable("places.half_an_answer", server.host)
    return dict(whole)


def _words(one: dict[str, Any]) -> str:
    tags, middle = record(one.get("tags")), record(one.get("center"))
    what = clean(tags.get("place"), 20) or f"level {clean(tags.get('admin_level'), 4)}"
    lat, lon = middle.get("lat"), middle.get("lon")
    where = f", {lat:.3f} {lon:.3f}" if isinstance(lat, float) and isinstance(lon, float) else ""
    return what + where


def _is(one: Any, kind: str, number: int) -> bool:
    said = record(one)
    return said.get("type") == kind and said.get("id") == number


def _rings(edge: dict[str, Any], host: str) -> tuple[Line, ...]:
    """The outer rings of a boundary, put together from the ways it is drawn with."""
    members = [record(one) for one in edge["members"]] if isinstance(edge.get("members"), list) else [edge]
    outer = [one for one in members if one.get("type") == "way" and one.get("role", "") in ("", "outer")]
    lines = [shapely.LineString(one) for one in (_line(each.get("geometry"), host) for each in outer) if one]
    polygons = list(shapely.get_parts(shapely.polygonize([shapely.union_all(lines)]))) if lines else []
    if not polygons:
        raise Unreadable("places.no_boundary", host)
    return tuple(
        tuple(
            (float(lon), float(lat)) for lon, lat in shapely.get_coordinates(shapely.get_exterior_ring(one))
        )
        for one in polygons
    )


def _line(geometry: Any, host: str) -> Line:
    points = geometry if isinstance(geometry, list) else []
    return line([[record(one).get("lon"), record(one).get("lat")] for one in points], host, 0)
