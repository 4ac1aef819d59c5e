"""The graph of candidates from one person's place: with whom, and what a third adds."""

from dataclasses import dataclass

import numpy as np

from vuurtoren.engine.weave import kernels
from vuurtoren.engine.weave.candidates import BEST, Candidates, Lists

ONE_LOVE = BEST + 1
"""That all three at a table love one thing goes before all that the third could bridge."""


@dataclass(frozen=True)
class Near:
    """`start` (n + 1), and for each person those they may be proposed to, with what that two is worth."""

    found: Candidates
    start: list[int]
    who: list[int]
    worth: list[int]

    @staticmethod
    def made(found: Candidates) -> "Near":
        """From both ends of every pair, in rising order."""
        one, other = np.r_[found.one, found.other], np.r_[found.other, found.one]
        order = np.lexsort((other, one))
        rows = Lists.made(len(found.known.person), one, other)
        worth = np.r_[found.worth, found.worth][order]
        return Near(found, rows.start.tolist(), rows.of.tolist(), worth.tolist())

    def of(self, person: int) -> list[tuple[int, int]]:
        """Those a person may be proposed to, and the worth of each two."""
        some = slice(self.start[person], self.start[person + 1])
        return list(zip(self.who[some], self.worth[some], strict=True))

    def may_meet(self, one: int, other: int) -> bool:
        """No tie and no earlier proposal, and a language in common as far as was told."""
        known = self.found.known
        return bool(kernels.may_meet(known.apart.start, known.apart.of, known.languages, one, other))

    def love(self, *people: int) -> int:
        """The rarest thing that two or three people love, counted from the rarest; -1 for none."""
        loves = self.found.known.loves
        shared = kernels.first_shared if len(people) == 2 else kernels.all_three
        return int(shared(loves.start, loves.of, *people))

    def bits(self, one: int, other: int) -> int:
        """What two people bridge, in the bits of `BRIDGES`."""
        return int(kernels.bridged(*self.found.known.streets, one, other))

    def third(self, middle: int, other: int, person: int, worth: int) -> int:
        """What it is worth that `person` joins a two, where the two with its `middle` is worth so much."""
        return worth + ONE_LOVE * (self.love(middle, other, person) >= 0)
