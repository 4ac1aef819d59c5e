"""What could be had if nothing were hidden: the same plan, made by somebody who sees all litter. No city can work so."""

import numpy as np

from vuurtoren.engine.estimate import Estimate
from vuurtoren.engine.simulate.policies import Seen
from vuurtoren.engine.simulate.responsive import Agreed, Responsive
from vuurtoren.engine.simulate.world import Floats, World
from vuurtoren.engine.units import LitterScale

AROUND = 28
"""Days before and after, of which somebody who knows all takes the mean of what comes and of what neighbours pick."""
NEARLY_SURE = 0.05


class Knowing(Responsive):
    """Plans as the city that follows does, under the same agreement, from the true litter of each morning and the true
    rates of these weeks, neighbours' rounds that nobody wrote down included. Only the luck of a single day stays unseen."""

    def __init__(
        self, world: World, budget: float, agreed: Agreed | None = None, scale: LitterScale | None = None
    ) -> None:
        super().__init__(world.kind, world.area, world.minutes, budget, agreed, scale)
        self.world, self.level = world, world.start

    def estimated(self, seen: Seen) -> Estimate:
        """The truth, as an estimate that is nearly sure."""
        world, n = self.world, len(self.kind)
        if seen.day > 0:
            self.level = world.a_day_later(self.level, self.visited, seen.day - 1)
        rate = np.maximum(world.arrives[self._around(seen.day)].mean(axis=0), 1e-3)
        return Estimate(
            self.level, NEARLY_SURE * self.level + 0.01, rate, NEARLY_SURE * rate, np.zeros(n), np.zeros(n), np.zeros(n)
        )  # fmt: skip

    def residents(self, seen: Seen) -> Floats:
        """(n) What neighbours really take away a day in these weeks."""
        left = np.log1p(-self.world.round_share[self._around(seen.day)])
        return np.asarray(-np.expm1(left.mean(axis=0)))

    def _around(self, day: int) -> slice:
        return slice(max(0, day - AROUND), day + AROUND)
