"""What OpenStreetMap's tags say about a way: whether people would call it a street, and what kind of place it is.

Left out: the pavement and the crossing of a street that is a way of its own already (its metres would count twice),
driveways, aisles of car parks, and ways that are private.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

STREETS = frozenset(
    (
        *(
            "residential",
            "living_street",
            "pedestrian",
            "unclassified",
            "tertiary",
            "secondary",
            "primary",
            "trunk",
        ),
        *("tertiary_link", "secondary_link", "primary_link", "trunk_link"),
        *("service", "footway", "cycleway", "path", "steps", "track"),
    )
)
NOT_A_STREET: Mapping[str, frozenset[str]] = {
    "footway": frozenset({"sidewalk", "crossing", "traffic_island", "link"}),
    "cycleway": frozenset({"crossing"}),
    "path": frozenset({"sidewalk", "crossing"}),
    "service": frozenset({"driveway", "parking_aisle", "drive-through", "emergency_access"}),
    "access": frozenset({"private", "no"}),
    "indoor": frozenset({"yes"}),
}
KEYS = ("highway", "place", "leisure", "man_made")
"""A way without any of these is none of ours."""


class Understood(NamedTuple):
    """The kind of place, and the class of street as the source words it."""

    kind: str
    street_class: str


def understood(tags: Mapping[str, Any]) -> Understood | None:
    """What a way with these tags is; None when it is no street, square, park or quay.

    >>> understood({"highway": "residential"})
    Understood(kind='street', street_class='residential')
    >>> understood({"highway": "pedestrian", "area": "yes"}).kind
    'square'
    >>> understood({"highway": "footway", "footway": "sidewalk"})
    """
    if any(_said(tags, key) in values for key, values in NOT_A_STREET.items()):
        return None
    highway = _said(tags, "highway")
    if _said(tags, "place") == "square" or (highway == "pedestrian" and _said(tags, "area") == "yes"):
        return Understood("square", highway or "pedestrian")
    if _said(tags, "leisure") == "park":
        return Understood("park", "park")
    if _said(tags, "man_made") == "quay":
        return Understood("quay", highway or "quay")
    if highway in STREETS and _said(tags, "area") != "yes":
        return Understood("street", highway)
    return None


def _said(tags: Mapping[str, Any], key: str) -> str:
    value = tags.get(key)
    return value if isinstance(value, str) else ""
