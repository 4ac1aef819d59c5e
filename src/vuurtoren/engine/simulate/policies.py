"""Four ways in which a city can spend the same minutes of its crews. Each sees only what a city would know."""

from collections import deque
from dataclasses import dataclass
from typing import Protocol

import numpy as np

from vuurtoren.engine.estimate import Events
from vuurtoren.engine.simulate.world import Bools, Floats


@dataclass(frozen=True)
class Seen:
    """What is known on the morning of `day`: `events` since the last morning (looks, rounds that were told, visits);
    of these the share (n) that `rounds` took, 0 where nobody picked; `complaints` (n) of yesterday, and where neighbours
    `carry` and `hold` (n)."""

    day: int
    events: Events
    rounds: Floats
    complaints: Bools
    carry: Bools
    hold: Bools


class Policy(Protocol):
    """A way of working: which streets are visited this morning."""

    def choose(self, seen: Seen) -> Bools:
        """(n) The visits of today."""
        ...


class FixedRounds:
    """Every street in turn, in a fixed order, as far as the minutes reach; tomorrow goes on where today stopped."""

    def __init__(self, minutes: Floats, budget: float) -> None:
        self.minutes, self.budget = minutes, budget
        self.turn, self.saved = 0, 0.0

    def choose(self, seen: Seen) -> Bools:
        """(n) The next streets in turn; what is too little for the next one is saved for tomorrow."""
        return self.go_on(np.zeros(len(self.minutes), dtype=bool), np.ones(len(self.minutes), dtype=bool))

    def go_on(self, visits: Bools, among: Bools) -> Bools:
        """(n) `visits` and the next streets in turn of those `among` which it goes, within what is left."""
        self.saved += self.budget - float(self.minutes[visits].sum())
        for _ in range(len(visits)):
            street = self.turn
            if among[street] and not visits[street]:
                if self.minutes[street] > self.saved:
                    break
                self.saved -= self.minutes[street]
                visits[street] = True
            self.turn = (street + 1) % len(visits)
        if visits[among].all():
            self.saved = min(self.saved, self.budget)
        return visits


class Complaints(FixedRounds):
    """The longest open complaint first; what minutes are left go to fixed rounds."""

    def __init__(self, minutes: Floats, budget: float) -> None:
        super().__init__(minutes, budget)
        self.waiting: deque[int] = deque()

    def choose(self, seen: Seen) -> Bools:
        """(n) The streets whose complaints are answered today, and the next ones of the round."""
        self.waiting.extend(int(one) for one in np.flatnonzero(seen.complaints) if one not in self.waiting)
        visits, room = np.zeros(len(self.minutes), dtype=bool), self.saved + self.budget
        while self.waiting and self.minutes[self.waiting[0]] <= room:
            street = self.waiting.popleft()
            visits[street] = True
            room -= self.minutes[street]
        if self.waiting:
            self.saved = room
            return visits
        return self.go_on(visits, np.ones(len(visits), dtype=bool))


class AllOrNothing(FixedRounds):
    """All minutes to the streets that are the city's alone; where neighbours pick, the city does not come any more."""

    def choose(self, seen: Seen) -> Bools:
        """(n) The next streets in turn, of those where nobody picks."""
        return self.go_on(np.zeros(len(self.minutes), dtype=bool), ~seen.carry)
