"""What lies in each street now and how fast it comes, from the little that people saw and did; and survival of lags."""

from vuurtoren.engine.estimate.litter import Estimate, Events, estimate
from vuurtoren.engine.estimate.survival import Survival, survival

__all__ = ["Estimate", "Events", "Survival", "estimate", "survival"]
