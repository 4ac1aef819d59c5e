"""The city that follows: what the night does (`engine.estimate`, then `engine.plan`), one morning after another."""

from collections import deque
from dataclasses import dataclass, replace

import numpy as np

from vuurtoren.engine.estimate import Beliefs, Estimate, begin, follow, read
from vuurtoren.engine.plan import NO_DEADLINE, Streets, Terms, floor_deadlines, plan
from vuurtoren.engine.simulate.policies import Seen
from vuurtoren.engine.simulate.world import Bools, Floats, Ints
from vuurtoren.engine.units import GRADES, SCORES, LitterScale

ROUNDS_DAYS = 28
"""The rounds of so many days tell how much neighbours take away in a day."""


@dataclass(frozen=True)
class Agreed:
    """The average and the floor that were agreed, for how many steps a street may be below it, how far is planned; and
    in streets that were handed over: at which grade, after how many steps, the city comes as was agreed."""

    goal: str = "B"
    floor: str = "C"
    floor_steps: int = 2
    horizon: int = 7
    stop: str = "B"
    stop_steps: int = 2
    share: float = 0.9


class Responsive:
    """Visits where the estimate and the plan send the crews; stays out of streets that neighbours hold until their
    stop line is passed."""

    def __init__(
        self,
        kind: Ints,
        area: Floats,
        minutes: Floats,
        budget: float,
        agreed: Agreed | None = None,
        scale: LitterScale | None = None,
    ) -> None:
        self.kind, self.area, self.minutes = kind, area, minutes
        self.agreed, self.scale = agreed or Agreed(), scale or LitterScale()
        self.budget = np.full(self.agreed.horizon, budget)
        self.beliefs: Beliefs = begin(len(kind))
        self.below = np.full(len(kind), -1)
        self.beyond = np.zeros(len(kind), dtype=np.int64)
        self.visited: Bools = np.zeros(len(kind), dtype=bool)
        self.rounds: deque[Floats] = deque(maxlen=ROUNDS_DAYS)

    def choose(self, seen: Seen) -> Bools:
        """(n) The visits of the plan's first step."""
        found = self.estimated(seen)
        self._count(found)
        streets = self._streets(seen, found)
        goal = float(SCORES[GRADES.index(self.agreed.goal)])
        visits: Bools = plan(streets, Terms(self.budget, goal, scale=self.scale)).visits[:, 0]
        self.below[visits] = -1
        self.beyond[visits] = 0
        self.visited = visits
        return visits

    def estimated(self, seen: Seen) -> Estimate:
        """How each street probably is this morning."""
        self.beliefs = follow(self.beliefs, seen.events, float(seen.day), self.scale)
        return read(self.beliefs, self.kind, self.scale, self.agreed.floor)

    def _count(self, found: Estimate) -> None:
        """For how many steps each street is thought to be below the floor, and beyond its stop line."""
        floor, stop = (self.scale.interval(grade)[1] for grade in (self.agreed.floor, self.agreed.stop))
        self.below = np.where(found.middle >= floor, self.below + 1, -1)
        self.beyond = np.where(found.middle >= stop, self.beyond + 1, 0)

    def _streets(self, seen: Seen, found: Estimate) -> Streets:
        none = np.zeros(len(self.kind), dtype=np.int64)
        may = ~seen.hold | (self.beyond >= self.agreed.stop_steps)
        streets = Streets(
            level=found.level, level_sd=found.level_sd, rate=found.rate, rate_sd=found.rate_sd,
            together=found.together, area_m2=self.area, minutes=self.minutes,
            share=np.full(len(self.kind), self.agreed.share), residents=self.residents(seen),
            may=may, earliest=none, deadline=none + NO_DEADLINE, promised=seen.hold & may,
        )  # fmt: skip
        worst = self.scale.interval(self.agreed.floor)[1]
        due = floor_deadlines(streets, self.below, worst, self.agreed.floor_steps, self.agreed.horizon)
        deadline = np.where(seen.hold, np.where(may, 1, NO_DEADLINE), due)
        return replace(streets, deadline=deadline)

    def residents(self, seen: Seen) -> Floats:
        """(n) The share of the litter that neighbours take away in a day, from the rounds that they told of lately."""
        self.rounds.append(np.log1p(-seen.rounds))
        return np.asarray(-np.expm1(np.sum(self.rounds, axis=0) / ROUNDS_DAYS))
