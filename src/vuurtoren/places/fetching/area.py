"""What a source found under a name."""

from collections.abc import Sequence
from dataclasses import dataclass

from vuurtoren.language import Refused
from vuurtoren.places.reading import Line, Segment

MOST_NAMED = 12
"""Areas that are named in a sentence to choose from."""


@dataclass(frozen=True)
class Area:
    """The streets that touch an area, and the rings of its boundary, in lon, lat; `left_out` as in `reading.read`."""

    segments: tuple[Segment, ...]
    boundary: tuple[Line, ...]
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True)
class Found:
    """An area of that name: the source's own code for it, and words by which people tell it from another."""

    code: str
    words: str
    lon: float = 0.0
    lat: float = 0.0


def only_one(found: Sequence[Found], host: str, name: str) -> Found:
    """The one area of that name; refused when there is none, or when there are more to choose from."""
    if not found:
        raise Refused("places.not_found", host=host, name=name)
    if len(found) > 1:
        names = ", ".join(f"{one.code} ({one.words})" for one in found[:MOST_NAMED])
        raise Refused("places.several_found", host=host, name=name, names=names)
    return found[0]
