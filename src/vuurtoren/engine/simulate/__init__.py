"""Ways of working tried on hidden litter that nobody who works can see."""

from vuurtoren.engine.simulate.backtest import (
    WARMING_UP,
    Outcome,
    compare,
    enough_for_the_goal,
    equal_quality_ratio,
    live,
    once_a_week,
)
from vuurtoren.engine.simulate.knowing import Knowing
from vuurtoren.engine.simulate.policies import AllOrNothing, Complaints, FixedRounds, Policy, Seen
from vuurtoren.engine.simulate.responsive import Agreed, Responsive
from vuurtoren.engine.simulate.world import Chances, World, draw

__all__ = [
    "WARMING_UP",
    "Agreed",
    "AllOrNothing",
    "Chances",
    "Complaints",
    "FixedRounds",
    "Knowing",
    "Outcome",
    "Policy",
    "Responsive",
    "Seen",
    "World",
    "compare",
    "draw",
    "enough_for_the_goal",
    "equal_quality_ratio",
    "live",
    "once_a_week",
]
