"""Which streets to visit in the coming steps, and how far that can be from the best possible."""

from vuurtoren.engine.plan.choosing import Plan, Terms, plan
from vuurtoren.engine.plan.foreseeing import Streets, expected_score
from vuurtoren.engine.plan.kinds import Bools, Floats, Ints

VERSION = "1"
"""Goes up when the same input gives another plan; it is kept with every plan."""

__all__ = ["VERSION", "Bools", "Floats", "Ints", "Plan", "Streets", "Terms", "expected_score", "plan"]
