"""What people call a way without a name: 'path between Kadeweg and Botstraat', 'path near Kadeweg'. Pure.

A byname is kept as what it is made of, and said in the reader's language. It is worked out from the file alone, so that
the same file gives the same bynames; ways that would be called alike are numbered in the order of their keys in the
source, in which a way that is drawn later comes later.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Protocol

import numpy as np
import shapely
from numpy.typing import NDArray

from vuurtoren.language import say
from vuurtoren.places.rd import in_rd

if TYPE_CHECKING:
    from vuurtoren.places.merging import Street

AT_ITS_END_M = 12.0
"""A way ends at a street when it ends within the usual width of it."""
ALIKE_M = 1.0
"""Streets that differ less than this in distance are equally near."""
NEAR_M = 300.0
"""Nobody finds a way by a street that is further off."""
WHAT: Mapping[str, str] = MappingProxyType(
    {
        "footway": "path",
        "path": "path",
        "footway_or_path": "path",
        "pedestrian": "path",
        "track": "path",
        "cycleway": "cycle_path",
        "steps": "steps",
    }
)


@dataclass(frozen=True)
class ByName:
    """What it is (road, path, cycle_path, steps, square, park, quay), the one or two streets it is known by, and which
    of those that would be called alike."""

    what: str
    near: tuple[str, ...]
    nth: int = 1

    def kept(self) -> dict[str, Any]:
        """As JSON."""
        return {"what": self.what, "near": list(self.near), "nth": self.nth}


class Named(Protocol):
    """A place, as far as its name needs to know."""

    @property
    def name(self) -> str: ...
    @property
    def byname(self) -> Mapping[str, Any]: ...
    @property
    def public_id(self) -> str: ...


def called(language: str, place: Named) -> str:
    """What people call a place, in their language."""
    return name_of(language, place.name, place.byname, place.public_id)


def name_of(language: str, name: str, byname: Mapping[str, Any], public_id: str) -> str:
    """The same, for a place of which no more is known."""
    return name or said(language, byname) or say(language, "place-nameless", id=public_id)


def said(language: str, byname: Mapping[str, Any]) -> str:
    """A byname in words; empty when there is none.

    >>> said("nl", ByName("path", ("Botstraat", "Kadeweg")).kept())
    'Pad tussen Botstraat en Kadeweg'
    >>> said("en", ByName("steps", ("Kadeweg",), 2).kept())
    'Steps near Kadeweg (2)'
    """
    if not byname:
        return ""
    what, (first, *second), nth = byname["what"], byname["near"], byname["nth"]
    if second:
        words = say(language, "place-between", what=what, first=first, second=second[0])
    else:
        words = say(language, "place-by", what=what, first=first)
    return words if nth == 1 else say(language, "place-nth", name=words, nth=nth)


def with_bynames(streets: Sequence["Street"]) -> list["Street"]:
    """The same streets, in the same order; those without a name know what they are called by, if a named one is near."""
    named = [(street.name, line) for street in streets if street.name for line in street.lines]
    nameless = [(street, line) for street in streets if not street.name for line in street.lines]
    if not (named and nameless):
        return list(streets)
    near = _Near([name for name, _ in named], in_rd([line for _, line in named]))
    longest: dict[str, tuple[Street, NDArray[np.float64]]] = {}
    for (street, _), line in zip(nameless, in_rd([line for _, line in nameless]), strict=True):
        if street.match_key not in longest or _metres(line) > _metres(longest[street.match_key][1]):
            longest[street.match_key] = street, line
    found = {key: one for key, (street, line) in longest.items() if (one := _byname(street, line, near))}
    numbered = dict(_numbered(found))
    return [replace(one, byname=numbered.get(one.match_key)) for one in streets]


class _Near:
    """The named lines, to ask which are near."""

    def __init__(self, names: list[str], lines: list[NDArray[np.float64]]) -> None:
        self.names = np.array(names)
        self.lines = np.array([shapely.LineString(line) for line in lines])
        self.tree = shapely.STRtree(self.lines)

    def names_within(self, metres: float, shape: shapely.Geometry) -> list[str]:
        """The nearest within so many metres, in the order of the alphabet; more than one when they are equally near."""
        nearest = self.tree.query_nearest(shape, max_distance=metres)
        if not len(nearest):
            return []
        near = float(shapely.distance(shape, self.lines[nearest[0]])) + ALIKE_M
        alike = self.tree.query(shape, predicate="dwithin", distance=near)
        return sorted(set(self.names[alike].tolist()))


def _metres(line: NDArray[np.float64]) -> float:
    return float(np.hypot(*np.diff(line, axis=0).T).sum())


def _byname(street: "Street", line: NDArray[np.float64], near: _Near) -> ByName | None:
    what = WHAT.get(street.street_class, "road") if street.kind == "street" else street.kind
    if street.kind not in ("square", "park") and (ends := _between(line, near)):
        return ByName(what, ends)
    by = near.names_within(NEAR_M, shapely.LineString(line))
    return ByName(what, (by[0],)) if by else None


def _between(line: NDArray[np.float64], near: _Near) -> tuple[str, ...]:
    """Two different streets at the two ends, in the order of the alphabet, whichever way the line was drawn."""
    one, other = (near.names_within(AT_ITS_END_M, shapely.Point(line[at])) for at in (0, -1))
    only_one, only_other = [n for n in one if n not in other], [n for n in other if n not in one]
    pairs = [(a, b) for a in only_one or one for b in only_other or other if a != b]
    return tuple(sorted(min(pairs, key=sorted))) if pairs else ()


def _numbered(found: Mapping[str, ByName]) -> Iterator[tuple[str, ByName]]:
    alike: dict[ByName, list[str]] = defaultdict(list)
    for key, one in found.items():
        alike[one].append(key)
    for one, keys in alike.items():
        for nth, key in enumerate(sorted(keys, key=lambda key: (len(key), key)), 1):
            yield key, replace(one, nth=nth)
