"""Several rounds of coffee in an invented town, woven and in other ways: what each of them brings about."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from vuurtoren.engine.weave.asked import Asked, no_pairs
from vuurtoren.engine.weave.candidates import candidates, know
from vuurtoren.engine.weave.kinds import Ints
from vuurtoren.engine.weave.rivals import WAYS, Groups
from vuurtoren.engine.weave.town import Town

ASKING = 0.8
"""The chance that somebody asks in a round."""


@dataclass(frozen=True)
class Outcome:
    """Of all rounds together. `asked` and `left_out` count people a round; `twice` those left out in two rounds they asked
    in, one after the other, and `twice_with_somebody` those of them who could have been proposed to somebody in both.
    `pairs`: two people at one table who had no tie, were not proposed before and may speak a language in common;
    `sharing` of these share a love, and `bridges` of those live in two streets; `between` counts the pairs of streets
    that had no tie and have such a bridge now. `needless`: other pairs at one table. `loves`: how many things two people
    at one table share, the mean."""

    asked: int
    left_out: int
    twice: int
    twice_with_somebody: int
    pairs: int
    sharing: int
    bridges: int
    between: int
    loves: float
    needless: int


def compare(
    town: Town, rounds: int, seed: int, progress: Callable[[str, int], None] = lambda way, number: None
) -> dict[str, Outcome]:
    """Each way of `WAYS` through the same rounds: the same people ask. Who was proposed once is not proposed again."""
    people = len(town.everybody.person)
    rng = np.random.default_rng(seed)
    asking = [np.flatnonzero(rng.random(people) < ASKING) for _ in range(rounds)]
    found = {}
    for name, way in WAYS.items():
        tried = _Tried(town, people)
        for number, who in enumerate(asking):
            progress(name, number)
            asked = town.asking(who, tried.in_a_row, tried.proposed)
            tried.add(asked, who, way(asked, seed + number))
        found[name] = tried.outcome()
    return found


class _Tried:
    """What came of one way of working so far."""

    def __init__(self, town: Town, people: int) -> None:
        self.town = town
        self.proposed, self.in_a_row = no_pairs(), np.zeros(people, dtype=np.int64)
        self.could = np.zeros(people, dtype=np.bool_)
        self.counts = dict.fromkeys(
            ("asked", "left_out", "twice", "twice_with_somebody", "pairs", "sharing", "bridges", "needless"),
            0,
        )
        self.shared = 0
        self.between: set[tuple[int, int]] = set()
        self.tied = {town.streets_of(one, other) for one, other in town.everybody.ties.tolist()}

    def add(self, asked: Asked, who: Ints, groups: Groups) -> None:
        """One more round. Person and place in the town are one number (`town.draw`)."""
        from vuurtoren.engine.weave import kernels  # here: it loads Numba

        pairs = [pair for group in groups for pair in combinations(group, 2)]
        met = np.array(pairs, dtype=np.int64).reshape(-1, 2)
        known = know(asked, 0)
        place = np.empty(len(self.in_a_row), dtype=np.int64)
        place[known.person] = np.arange(len(known.person))
        for one, other in place[met].tolist():
            share = kernels.how_many_shared(known.loves.start, known.loves.of, one, other)
            self.shared += share
            if not kernels.may_meet(known.apart.start, known.apart.of, known.languages, one, other):
                self.counts["needless"] += 1
                continue
            across = known.street[one] != known.street[other]
            self.counts["pairs"] += 1
            self.counts["sharing"] += share > 0
            self.counts["bridges"] += bool(share > 0 and across)
            if share > 0 and across:
                self.between.add(self.town.streets_of(known.person[one], known.person[other]))
        self._left(asked, who, met)
        self.proposed = np.concatenate([self.proposed, met])

    def _left(self, asked: Asked, who: Ints, met: Ints) -> None:
        from vuurtoren.engine.weave import kernels  # here: it loads Numba

        over = np.setdiff1d(who, met)
        found = candidates(asked, 0)
        could = np.zeros(len(self.in_a_row), dtype=np.bool_)
        could[found.known.person] = found.state == kernels.SOMEBODY
        twice = over[self.in_a_row[over] > 0]
        self.counts["asked"] += len(who)
        self.counts["left_out"] += len(over)
        self.counts["twice"] += len(twice)
        self.counts["twice_with_somebody"] += int((could[twice] & self.could[twice]).sum())
        self.in_a_row[np.setdiff1d(who, over)] = 0
        self.in_a_row[over] += 1
        self.could[who] = could[who]

    def outcome(self) -> Outcome:
        """All rounds together."""
        tables = self.counts["pairs"] + self.counts["needless"]
        return Outcome(
            **self.counts, between=len(self.between - self.tied), loves=self.shared / max(tables, 1)
        )
