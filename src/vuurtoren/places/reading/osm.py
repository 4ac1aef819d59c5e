"""OSM XML and PBF, by way of osmium: first the ways that are streets, then only the nodes those ways name.

Two passes keep memory to what a neighbourhood needs, whatever else the file holds.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from vuurtoren.places.reading.limits import MOST_IN_A_LINE, MOST_POINTS, MOST_SEGMENTS
from vuurtoren.places.reading.segment import Segment, Unreadable
from vuurtoren.places.reading.tags import KEYS, understood
from vuurtoren.places.reading.ways import of_way


class _Way(NamedTuple):
    tags: dict[str, str]
    nodes: tuple[int, ...]


def segments(path: Path, form: str, file: str) -> Iterator[Segment]:
    """The ways that are streets; `form` is "osm" (XML) or "pbf". Raises Unreadable."""
    try:
        ways = _ways(path, form, file)
        spots = _spots(path, form, {node for way in ways.values() for node in way.nodes})
    except (RuntimeError, ValueError) as error:
        code = "places.hostile_xml" if "entit" in str(error) else "places.broken_osm"
        raise Unreadable(code, file) from None
    for number, way in sorted(ways.items()):
        yield from of_way(number, way.tags, [spots.get(node) for node in way.nodes], file)


def _ways(path: Path, form: str, file: str) -> dict[int, _Way]:
    import osmium

    found: dict[int, _Way] = {}
    points = 0
    reader = osmium.FileProcessor(osmium.io.File(str(path), form), osmium.osm.WAY)
    for way in reader.with_filter(osmium.filter.KeyFilter(*KEYS)):
        tags = dict(way.tags)
        if not isinstance(way, osmium.osm.Way) or way.deleted or understood(tags) is None:
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
