"""From PDOK, the Dutch public map services: an area of CBS Wijken en Buurten, and the road sections (wegvakken) of NWB.

The Locatieserver knows names: https://github.com/PDOK/locatieserver/wiki/API-Locatieserver. The other two are
OGC API Features in lon, lat (CRS84), in pages of at most a thousand with a link to the next.
NWB has roads with a name or a number, paths among them; no squares and no parks. Attributes of a wegvak:
https://docs.ndw.nu/handleidingen/nwb/nwb-producten/nwb-wegen/.
"""

import re
from collections.abc import Mapping
from typing import Any

from vuurtoren.language import Refused
from vuurtoren.places.fetching.area import Area, Found, only_one
from vuurtoren.places.fetching.asking import Server
from vuurtoren.places.reading import MOST_SEGMENTS, Line, Unreadable, clean, read_collection, record, rings_of

NAMES = "/bzk/locatieserver/search/v3_1/free"
FIELDS = "type,buurtcode,buurtnaam,wijkcode,wijknaam,gemeentenaam,centroide_ll"
AREAS = "/cbs/wijken-en-buurten-{year}/ogc/v1/collections/{kind}en/items"
ROADS = "/rws/nationaal-wegenbestand-wegen/ogc/v1/collections/wegvakken/items"
CODE = re.compile(r"(BU|WK)[0-9]{6,8}")
MIDDLE = re.compile(r"POINT ?\(([0-9.]{1,20}) ([0-9.]{1,20})\)")
WIJK = re.compile(r"^wijk [0-9]{1,3} ", re.IGNORECASE)
"""CBS writes 'Wijk 03 Delfshaven' where people say Delfshaven."""
AROUND = 0.003
"""Degrees around the middle of an area within which it is looked for: some 300 m."""
PAGE, MOST_PAGES = 1000, 200
CLASSES: Mapping[str, str] = {"FP": "cycleway", "VP": "footway"}
"""Baansubsoort: fietspad, voetpad."""
MOTORWAY = "HR"


def fetch(server: Server, name: str, year: int, code: str | None = None) -> Area:
    """The road sections in the buurt or wijk of that name, or with that code ("BU05990321"); raises Refused."""
    found = only_one(_found(server, name, code), server.host, code or name)
    rings = _boundary(server, found, year)
    return Area(_roads(server, rings), rings)


def _found(server: Server, name: str, code: str | None) -> list[Found]:
    said = clean(code or name, 80)
    whole = server.ask(NAMES, q=said, fq=["bron:CBS", "type:(buurt OR wijk)"], fl=FIELDS, rows="50")
    docs = record(record(whole).get("response")).get("docs")
    if not isinstance(docs, list):
        raise Refused("places.no_answer", host=server.host)
    every = [one for one in (_area(record(doc)) for doc in docs) if one]
    if code:
        return [found for _, found in every if found.code == code][:1]
    return [found for called, found in every if called.casefold() == said.casefold()]


def _area(doc: dict[str, Any]) -> tuple[str, Found] | None:
    kind = doc.get("type")
    if kind not in ("buurt", "wijk"):
        return None
    called = WIJK.sub("", clean(doc.get(f"{kind}naam"), 80))
    code, middle = doc.get(f"{kind}code"), MIDDLE.fullmatch(str(doc.get("centroide_ll")))
    if not (isinstance(code, str) and CODE.fullmatch(code) and middle):
        return None
    words = f"{kind} {called}, {clean(doc.get('gemeentenaam'), 60)}"
    return called, Found(code, words, float(middle[1]), float(middle[2]))


def _boundary(server: Server, found: Found, year: int) -> tuple[Line, ...]:
    kind = "buurt" if found.code.startswith("BU") else "wijk"
    box = (found.lon - AROUND, found.lat - AROUND, found.lon + AROUND, found.lat + AROUND)
    whole = server.ask(AREAS.format(year=year, kind=kind), f="json", limit="100", bbox=_text(box))
    mine = [
        one
        for one in _features(server, whole)
        if record(one.get("properties")).get(f"{kind}code") == found.code
    ]
    rings = rings_of({"features": mine}, server.host) if mine else ()
    if not rings:
        raise Unreadable("places.no_boundary", server.host)
    return rings


def _roads(server: Server, rings: tuple[Line, ...]) -> tuple[Any, ...]:
    lons = [lon for ring in rings for lon, _ in ring]
    lats = [lat for ring in rings for _, lat in ring]
    box = _text((min(lons), min(lats), max(lons), max(lats)))
    whole = server.ask(ROADS, f="json", limit=str(PAGE), bbox=box)
    every: list[dict[str, Any]] = []
    seen: set[str] = set()
    while True:
        every += [_road(one) for one in _features(server, whole)]
        following = _next(whole)
        if following is None:
            break
        if following in seen or len(seen) >= MOST_PAGES or len(every) > MOST_SEGMENTS:
            raise Refused("places.no_answer", host=server.host)
        seen.add(following)
        whole = server.ask_address(following)
    wanted = [one for one in every if one["properties"]["class"] != MOTORWAY]
    return read_collection({"type": "FeatureCollection", "features": wanted}, server.host)


def _road(one: dict[str, Any]) -> dict[str, Any]:
    """A wegvak in the words of our own reader."""
    about = record(one.get("properties"))
    sort = about.get("bst_code")
    said = sort if sort == MOTORWAY else CLASSES.get(str(sort), "residential")
    number = about.get("wvk_id", one.get("id"))
    return {
        "type": "Feature",
        "id": f"wvk/{number}" if isinstance(number, int | str) else None,
        "properties": {"name": about.get("stt_naam"), "class": said},
        "geometry": one.get("geometry"),
    }


def _features(server: Server, whole: Any) -> list[dict[str, Any]]:
    found = record(whole).get("features")
    if not isinstance(found, list):
        raise Refused("places.no_answer", host=server.host)
    return [record(one) for one in found]


def _next(whole: Any) -> str | None:
    links = record(whole).get("links")
    every = [record(one) for one in links] if isinstance(links, list) else []
    return next(
        (one["href"] for one in every if one.get("rel") == "next" and isinstance(one.get("href"), str)), None
    )


def _text(box: tuple[float, float, float, float]) -> str:
    return ",".join(f"{one:.7f}" for one in box)
