"""Who could have coffee with whom: twos and threes that share a love and no tie, and bridge streets and groups."""

from vuurtoren.engine.weave.asked import Asked, no_pairs
from vuurtoren.engine.weave.kinds import FIRST, GROUPS, KNOWN, NOBODY, ODD, STREETS, Ints
from vuurtoren.engine.weave.weaving import STAGES, Group, LeftOut, Woven, weave

VERSION = "1"
"""Goes up when the same input gives another weave; it is kept with every weave."""

__all__ = [
    "FIRST",
    "GROUPS",
    "KNOWN",
    "NOBODY",
    "ODD",
    "STAGES",
    "STREETS",
    "VERSION",
    "Asked",
    "Group",
    "Ints",
    "LeftOut",
    "Woven",
    "no_pairs",
    "weave",
]
