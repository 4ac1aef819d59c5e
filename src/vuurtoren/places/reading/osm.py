"""OSM XML and PBF, by way of osmium: first the relations that are a square or park, then the ways that are streets or
part of those, then only the nodes those ways name.

Several passes keep memory to what a neighbourhood needs, whatever else the file holds.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from vuurtoren.places.reading.limits import MOST_IN_A_LINE, MOST_POINTS, MOST_SEGMENTS
from vuurtoren.places.reading.rings import ROLES, Areas, Member, meant
from vuurtoren.places.reading.segment import Segment, Unreadable
from vuurtoren.places.reading.tags import KEYS, understood
from vuurtoren.places.reading.ways import of_way


class _Way(NamedTuple):
    tags: dict[str, str]
    nodes: tuple[int, ...]


class _Relation(NamedTuple):
    tags: dict[str, str]
    members: tuple[tuple[int, str], ...]


def segments(path: Path, form: str, file: str, left_out: list[str]) -> Iterator[Segment]:
    """The streets, squares and parks; `form` is "osm" (XML) or "pbf". Raises Unreadable."""
    try:
        relations = _relations(path, form, file)
        parts = {way for relation in relations.values() for way, _ in relation.members}
        ways = _ways(path, form, file, parts)
        spots = _spots(path, form, {node for way in ways.values() for node in way.nodes})
    except (RuntimeError, ValueError) as error:
        code = "places.hostile_xml" if "entit" in str(error) else "places.broken_osm"
        raise Unreadable(code, file) from None
    drawn = {number: [spots.get(node) for node in way.nodes] for number, way in ways.items()}
    areas = Areas(file)
    for number, relation in sorted(relations.items()):
        members = (Member(way, role, drawn.get(way)) for way, role in relation.members)
        areas.add(number, relation.tags, members)
    left_out += areas.left_out
    yield from areas.without_twice(
        (number, one)
        for number, way in sorted(ways.items())
        for one in of_way(number, way.tags, drawn[number], file)
    )


def _relations(path: Path, form: str, file: str) -> dict[int, _Relation]:
    import osmium

    found: dict[int, _Relation] = {}
    members = 0
    reader = osmium.FileProcessor(osmium.io.File(str(path), form), osmium.osm.RELATION)
    for one in reader.with_filter(osmium.filter.TagFilter(("type", "multipolygon"))):
        tags = dict(one.tags)
        if not isinstance(one, osmium.osm.Relation) or one.deleted or meant(tags) is None:
            continue
        members += len(one.members)
        if members > MOST_SEGMENTS:
            raise Unreadable("places.too_many", file, most=MOST_SEGMENTS)
        ways = (
            (part.ref, ROLES[part.role]) for part in one.members if part.type == "w" and part.role in ROLES
        )
        found[one.id] = _Relation(tags, tuple(ways))
    return found


def _ways(path: Path, form: str, file: str, parts: set[int]) -> dict[int, _Way]:
    """The ways that are streets, and those whose number is in `parts`."""
    import osmium

    found: dict[int, _Way] = {}
    points = 0
    filters = [osmium.filter.KeyFilter(*KEYS), *([osmium.filter.IdFilter(parts)] if parts else [])]
    for wanted in filters:
        reader = osmium.FileProcessor(osmium.io.File(str(path), form), osmium.osm.WAY)
        for way in reader.with_filter(wanted):
            tags = dict(way.tags)
            if not isinstance(way, osmium.osm.Way) or way.deleted or way.id in found:
                continue
            if way.id not in parts and understood(tags) is None:
                continue
            points += len(way.nodes)
            if len(way.nodes) > MOST_IN_A_LINE or points > MOST_POINTS or len(found) >= MOST_SEGMENTS:
                raise Unreadable("places.too_many", file, most=MOST_SEGMENTS)
            found[way.id] = _Way(tags, tuple(node.ref for node in way.nodes))
    return found


def _spots(path: Path, form: str, wanted: set[int]) -> dict[int, Any]:
    import osmium

    if not wanted:
        return {}
    reader = osmium.FileProcessor(osmium.io.File(str(path), form), osmium.osm.NODE)
    return {
        node.id: [node.location.lon, node.location.lat]
        for node in reader.with_filter(osmium.filter.IdFilter(wanted))
        if isinstance(node, osmium.osm.Node) and node.location.valid()
    }
