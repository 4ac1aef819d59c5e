"""Small questions about the shape of a street. Pure."""

from collections.abc import Mapping
from typing import Any


def halves_of(line: Mapping[str, Any]) -> tuple[str, str]:
    """The compass words of a street's two halves, first `a`, then `b`: north and south, or west and east.

    >>> halves_of({"type": "MultiLineString", "coordinates": [[[4.43, 51.90], [4.43, 51.91]]]})
    ('north', 'south')
    """
    points = [point for part in line["coordinates"] for point in part]
    wide = max(point[0] for point in points) - min(point[0] for point in points)
    tall = max(point[1] for point in points) - min(point[1] for point in points)
    return ("north", "south") if tall > wide * 0.62 else ("west", "east")
