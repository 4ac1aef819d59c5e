"""Which streets to visit in the coming steps, and how far that can be from the best possible."""

from vuurtoren.engine.plan.allocate import Allocation, allocate
from vuurtoren.engine.plan.kinds import Bools, Floats, Ints
from vuurtoren.engine.plan.making import LEAST_GAIN, Plan, plan
from vuurtoren.engine.plan.streets import (
    BEST,
    LEAST,
    NO_DEADLINE,
    Streets,
    Terms,
    falls_below,
    floor_deadlines,
    plain_streets,
)

VERSION = "5"
"""Goes up when the same input gives another plan; it is kept with every plan."""

__all__ = [
    "BEST",
    "LEAST",
    "LEAST_GAIN",
    "NO_DEADLINE",
    "VERSION",
    "Allocation",
    "Bools",
    "Floats",
    "Ints",
    "Plan",
    "Streets",
    "Terms",
    "allocate",
    "falls_below",
    "floor_deadlines",
    "plain_streets",
    "plan",
]
