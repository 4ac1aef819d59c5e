"""Overpass JSON: ways with their geometry (`out geom`), or ways and nodes apart."""

from collections.abc import Iterator
from typing import Any

from vuurtoren.places.reading.limits import MOST_POINTS
from vuurtoren.places.reading.parsing import record
from vuurtoren.places.reading.segment import Segment, Unreadable
from vuurtoren.places.reading.ways import of_way


def looks_like(whole: Any) -> bool:
    """Is this an answer of Overpass, rather than GeoJSON?"""
    return isinstance(record(whole).get("elements"), list)


def segments(whole: dict[str, Any], file: str) -> Iterator[Segment]:
    """The ways that are streets; raises Unreadable, also for an answer that Overpass broke off halfway."""
    if "error" in str(whole.get("remark", "")):
        raise Unreadable("places.half_an_answer", file)
    every = [record(one) for one in whole["elements"]]
    if len(every) > MOST_POINTS:
        raise Unreadable("places.too_many", file, most=MOST_POINTS)
    nodes = {
        one["id"]: _spot(one) for one in every if one.get("type") == "node" and type(one.get("id")) is int
    }
    for one in every:
        if one.get("type") == "way" and type(one.get("id")) is int:
            geometry, refs = one.get("geometry"), one.get("nodes")
            spots = (
                [_spot(each) for each in geometry]
                if isinstance(geometry, list)
                else [nodes.get(each) for each in refs if type(each) is int]
                if isinstance(refs, list)
                else []
            )
            yield from of_way(one["id"], record(one.get("tags")), spots, file)


def _spot(one: Any) -> list[Any] | None:
    """Lon and lat; None for a point that Overpass left out because it lies outside what was asked."""
    return [one.get("lon"), one.get("lat")] if isinstance(one, dict) else None
