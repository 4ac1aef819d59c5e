"""Units: the grades of a street, what separates them, and the arrays everything is counted in.

A street is graded A+ A B C D, in numbers 5 to 1, by the pieces of coarse litter (10 cm or larger) on 100 m² of paving.
`level` everywhere means that number of pieces per 100 m², `rate` how many come per 100 m² in a day. A level is a
street's own average and so any number from 0 up; a street counts as the grade whose whole pieces it is nearest to.

>>> scale = LitterScale()
>>> scale.grade(2), scale.grade(11), scale.grade(400)
(<Grade.A: 4>, <Grade.C: 2>, <Grade.D: 1>)
>>> scale.interval(Grade.B)
(3.5, 10.5)
"""

from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

DAYS_IN_STEP = 1.0  # the city plans once a night: one step is one day


class Grade(IntEnum):
    """How clean a street is: the five grades of CROW's image quality, from dirty (1) to very clean (5)."""

    D = 1
    C = 2
    B = 3
    A = 4
    A_PLUS = 5

    @property
    def label(self) -> str:
        """As it is written on screen and on paper.

        >>> Grade.A_PLUS.label
        'A+'
        """
        return "A+" if self is Grade.A_PLUS else self.name

    @classmethod
    def of(cls, label: str) -> "Grade":
        """The grade with this label. ValueError for any other word.

        >>> Grade.of("A+")
        <Grade.A_PLUS: 5>
        """
        for grade in cls:
            if grade.label == label:
                return grade
        raise ValueError(f"no grade is called {label!r}; they are A+, A, B, C and D")


@dataclass(frozen=True, slots=True)
class LitterScale:
    """At how many pieces per 100 m² a street still is A+, A, B and C; more is D.

    The default holds for coarse litter on paving in older editions of CROW's catalogue, as printed at
    laland.nl/norm.htm; the present catalogue (KOR 2023) is not public, so a neighbourhood may set its own.
    ValueError unless the four numbers rise and none is negative.
    """

    max_pieces: tuple[float, float, float, float] = (0.0, 3.0, 10.0, 25.0)
    source: str = "CROW catalogue, older edition, by way of laland.nl/norm.htm"

    def __post_init__(self) -> None:
        rising = all(low < high for low, high in pairwise(self.max_pieces))
        if len(self.max_pieces) != 4 or not rising or not 0 <= self.max_pieces[0] < np.inf:
            raise ValueError(f"four rising numbers of pieces are needed, not {self.max_pieces}")

    @property
    def cuts(self) -> Floats:
        """The four levels between the grades, from A+|A to C|D: half a piece above each whole maximum.

        >>> LitterScale().cuts
        array([ 0.5,  3.5, 10.5, 25.5])
        """
        return np.array(self.max_pieces) + 0.5

    def interval(self, grade: Grade) -> tuple[float, float]:
        """The levels (pieces per 100 m²) of a grade, the upper one not included; D is open upwards."""
        edges = [0.0, *self.cuts.tolist(), np.inf]
        place = Grade.A_PLUS - grade
        return edges[place], edges[place + 1]

    def grade(self, level: float) -> Grade:
        """The grade of a level in pieces per 100 m². ValueError for a negative one."""
        if not level >= 0:
            raise ValueError(f"a street cannot hold {level} pieces")
        return Grade(int(self.scores(np.array([level]))[0]))

    def scores(self, level: NDArray[Any]) -> Ints:
        """The grades, 5 to 1, of an array of levels of any shape.

        >>> LitterScale().scores(np.array([0.0, 3.4, 3.5, 30.0]))
        array([5, 4, 3, 1])
        """
        return 5 - np.searchsorted(self.cuts, level, side="right").astype(np.int64)
