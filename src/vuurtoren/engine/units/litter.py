"""The Dutch scale for litter on paved ground, A+ (very clean) to D.

Source: the CROW quality catalogue for public space in older editions, as told by laland.nl (counts, scores) and the
Schouwgids Schoon of DHV (the area looked at); newer editions and contracts may differ, so the thresholds are values of
a `LitterScale` and not constants of the code.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

GRADES = ("A+", "A", "B", "C", "D")
"""Best first."""
SCORES = (5, 4, 3, 2, 1)
"""The score of each grade, in the order of `GRADES`."""


@dataclass(frozen=True)
class LitterScale:
    """`most[i]`: the largest number of coarse pieces per 100 m² that is still `GRADES[i]`; above the last is D.

    >>> LitterScale().grade(0), LitterScale().grade(10), LitterScale().grade(26)
    ('A+', 'B', 'D')
    >>> LitterScale().interval("B")
    (3.5, 10.5)
    """

    most: tuple[int, int, int, int] = (0, 3, 10, 25)

    def __post_init__(self) -> None:
        if list(self.most) != sorted(set(self.most)) or self.most[0] < 0:
            raise ValueError("thresholds must rise from zero or more")

    @property
    def edges(self) -> NDArray[np.float64]:
        """(4) The levels, in pieces per 100 m², at which the next worse grade begins: halfway between two counts."""
        return np.array(self.most, dtype=np.float64) + 0.5

    def grade(self, pieces: float) -> str:
        """The grade of a count of pieces per 100 m²."""
        return GRADES[int(self.index(pieces))]

    def interval(self, grade: str) -> tuple[float, float]:
        """The levels (pieces per 100 m²) that read as this grade: from, up to; D has no end."""
        place = GRADES.index(grade)
        low = 0.0 if place == 0 else self.most[place - 1] + 0.5
        return low, float("inf") if place == len(self.most) else self.most[place] + 0.5

    def index(self, pieces: ArrayLike) -> NDArray[np.int64]:
        """The place in `GRADES` (0 = A+) of levels of any shape.

        >>> LitterScale().index([0.0, 3.4, 3.5, 99.0]).tolist()
        [0, 1, 2, 4]
        """
        return np.asarray(np.searchsorted(self.edges, pieces, side="right"), dtype=np.int64)

    def scores(self, pieces: ArrayLike) -> NDArray[np.float64]:
        """The score, 5 = A+ to 1 = D, of levels of any shape.

        >>> LitterScale().scores([0.0, 40.0]).tolist()
        [5.0, 1.0]
        """
        return np.array(SCORES, dtype=np.float64)[self.index(pieces)]
