"""What lies in each street now and how fast it comes, from the little that people saw and did; and survival of lags."""

from vuurtoren.engine.estimate.events import Assumptions, Events
from vuurtoren.engine.estimate.kinds import CLEAN, COUNT, GRADE
from vuurtoren.engine.estimate.litter import Beliefs, Estimate, begin, estimate, follow, read
from vuurtoren.engine.estimate.survival import Survival, survival

__all__ = [
    "CLEAN",
    "COUNT",
    "GRADE",
    "Assumptions",
    "Beliefs",
    "Estimate",
    "Events",
    "Survival",
    "begin",
    "estimate",
    "follow",
    "read",
    "survival",
]
