"""From an OpenStreetMap way to segments, for Overpass JSON, XML and PBF alike."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

from vuurtoren.places.reading.limits import line
from vuurtoren.places.reading.segment import AREAS, Segment, clean
from vuurtoren.places.reading.tags import understood


def of_way(number: object, tags: Mapping[str, Any], spots: Sequence[Any], file: str) -> Iterator[Segment]:
    """The segments of one way. `spots` are [lon, lat], or None where an extract cut a point off.

    A way with points missing becomes several pieces: a straight line over the gap would be a street that is not there.
    """
    what = understood(tags)
    if what is None:
        return
    name = clean(tags.get("name"), 120)
    runs = [list(run) for there, run in groupby(spots, key=lambda one: one is not None) if there]
    for part, run in enumerate(one for one in runs if len(one) > 1):
        piece = line(run, file, 0)
        if piece and not (what.kind in AREAS and piece[0] != piece[-1]):
            key = f"way/{number}" if len(runs) == 1 else f"way/{number}/{part}"
            yield Segment(key, name, "high" if name else "none", what.street_class, piece, what.kind)
