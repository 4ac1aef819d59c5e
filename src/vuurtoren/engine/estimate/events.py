"""What was seen and done in the streets, as arrays: events by street, and in each street by time."""

from dataclasses import dataclass
from enum import IntEnum

import numpy as np
from numpy.typing import ArrayLike

from vuurtoren.engine.units import Floats, Ints


class Kind(IntEnum):
    """What an event is, and what its two numbers mean (`value`, `amount`)."""

    GRADE = 0  # someone graded the street: grade 1..5, -
    COUNT = 1  # someone counted: pieces, over how many m²
    ROUND = 2  # residents went round: minutes together, bags (0: not told)
    VISIT = 3  # a crew came: share of the litter it takes away (0: the usual), -


@dataclass(frozen=True, slots=True)
class Events:
    """Events of n streets: those of street i are rows `start[i]` to `start[i + 1]`, oldest first.

    start (n+1,) · kind (e,) of `Kind` · day (e,) in days on any clock · value, amount (e,) as `Kind` says.
    """

    start: Ints
    kind: Ints
    day: Floats
    value: Floats
    amount: Floats

    @property
    def streets(self) -> int:
        """How many streets there are, those without any event included."""
        return len(self.start) - 1

    @classmethod
    def gather(
        cls,
        streets: int,
        street: ArrayLike,
        kind: ArrayLike,
        day: ArrayLike,
        value: ArrayLike,
        amount: ArrayLike = 0.0,
    ) -> "Events":
        """Put events that come in any order in theirs: by street, day, then kind (seen before cleaned) and numbers.

        ValueError where a street does not exist, a number is not finite or negative, a grade is not 1 to 5, a count
        is over no area, or a visit takes more than all.

        >>> Events.gather(2, [1, 0, 1], [0, 0, 3], [4.0, 2.0, 3.0], [3, 4, 0]).day.tolist()
        [2.0, 3.0, 4.0]
        """
        where = np.asarray(street, np.int64).reshape(-1)
        what = np.broadcast_to(np.asarray(kind, np.int64), where.shape)
        numbers = [np.broadcast_to(np.asarray(x, np.float64), where.shape) for x in (day, value, amount)]
        _check(streets, where, what, *numbers)
        order = np.lexsort((numbers[2], numbers[1], what, numbers[0], where))
        start = np.searchsorted(where[order], np.arange(streets + 1))
        return cls(start.astype(np.int64), what[order], *(x[order] for x in numbers))


def _check(streets: int, where: Ints, what: Ints, day: Floats, value: Floats, amount: Floats) -> None:
    if where.size and not (where.min() >= 0 and where.max() < streets):
        raise ValueError("an event is of a street that is not there")
    if not np.isin(what, list(Kind)).all():
        raise ValueError("an event is of no known kind")
    if not (np.isfinite(day).all() and np.isfinite(value).all() and np.isfinite(amount).all()):
        raise ValueError("an event holds a number that is not finite")
    if (value < 0).any() or (amount < 0).any():
        raise ValueError("an event holds a negative number")
    graded = value[what == Kind.GRADE]
    if not np.isin(graded, [1, 2, 3, 4, 5]).all():
        raise ValueError("a grade is a whole number from 1 (D) to 5 (A+)")
    if (amount[what == Kind.COUNT] <= 0).any():
        raise ValueError("a count needs the area it was made over")
    if (value[what == Kind.VISIT] > 1).any():
        raise ValueError("a visit cannot take away more than there is")
