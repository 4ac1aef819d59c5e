"""Overpass JSON: ways and relations with their geometry (`out geom`), or ways and nodes apart."""

from collections.abc import Iterator
from typing import Any

from vuurtoren.places.reading.limits import MOST_POINTS
from vuurtoren.places.reading.parsing import record
from vuurtoren.places.reading.rings import ROLES, Areas, Member, meant
from vuurtoren.places.reading.segment import Segment, Unreadable
from vuurtoren.places.reading.ways import of_way


def looks_like(whole: Any) -> bool:
    """Is this an answer of Overpass, rather than GeoJSON?"""
    return isinstance(record(whole).get("elements"), list)


def segments(whole: dict[str, Any], file: str, left_out: list[str]) -> Iterator[Segment]:
    """The streets, squares and parks; raises Unreadable, also for an answer that Overpass broke off halfway."""
    if "error" in str(whole.get("remark", "")):
        raise Unreadable("places.half_an_answer", file)
    every = [record(one) for one in whole["elements"]]
    if len(every) > MOST_POINTS:
        raise Unreadable("places.too_many", file, most=MOST_POINTS)
    nodes = {one["id"]: _spot(one) for one in _of(every, "node")}
    ways = [(one["id"], record(one.get("tags")), _spots(one, nodes)) for one in _of(every, "way")]
    drawn = {number: spots for number, _, spots in ways if spots}
    areas = Areas(file)
    for one in _of(every, "relation"):
        if meant(tags := record(one.get("tags"))):
            areas.add(one["id"], tags, _members(one, drawn, nodes))
    left_out += areas.left_out
    yield from areas.without_twice(
        (number, one) for number, tags, spots in ways for one in of_way(number, tags, spots, file)
    )


def _of(every: list[dict[str, Any]], kind: str) -> Iterator[dict[str, Any]]:
    return (one for one in every if one.get("type") == kind and type(one.get("id")) is int)


def _members(one: dict[str, Any], drawn: dict[int, list[Any]], nodes: dict[int, Any]) -> Iterator[Member]:
    """The ways of a relation: with the geometry it has for them itself, else as the answer has those ways."""
    given = one.get("members")
    for part in map(record, given if isinstance(given, list) else []):
        number, role = part.get("ref"), part.get("role", "")
        if part.get("type") == "way" and type(number) is int and isinstance(role, str) and role in ROLES:
            yield Member(number, ROLES[role], _spots(part, nodes) or drawn.get(number))


def _spots(one: dict[str, Any], nodes: dict[int, Any]) -> list[Any]:
    geometry, refs = one.get("geometry"), one.get("nodes")
    if isinstance(geometry, list):
        return [_spot(each) for each in geometry]
    return [nodes.get(each) for each in refs if type(each) is int] if isinstance(refs, list) else []


def _spot(one: Any) -> list[Any] | None:
    """Lon and lat; None for a point that Overpass left out because it lies outside what was asked."""
    return [one.get("lon"), one.get("lat")] if isinstance(one, dict) else None
