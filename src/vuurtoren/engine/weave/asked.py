"""Who asked to be woven in, and what is known of them."""

from dataclasses import dataclass, field

import numpy as np

from vuurtoren.engine.weave.kinds import Ints


def no_pairs() -> Ints:
    """No pair at all, (0, 2)."""
    return np.zeros((0, 2), dtype=np.int64)


@dataclass(frozen=True)
class Asked:
    """n people who asked for coffee with somebody they do not know yet. All are whole numbers; their order plays no part.

    `person` (n): each a number of their own. `street` (n): any number a street. `left_out` (n): how many times in a row
    they were left out lately, 0 for not. `languages` (n): a bit for each language they speak, 0 where that was not told.
    `loves` (·, 2): person and love, a row for each thing somebody loves or knows. `groups` (·, 2): person and group (a
    table they sit at, a club). `ties` (·, 2): two people who have a tie. `not_again` (·, 2): two people who are not
    proposed to each other now: one of them said no, or they were proposed lately; for how long is up to the caller.
    Rows about somebody who did not ask are passed over, so nobody is proposed who did not ask.
    Raises ValueError where a person comes twice, a number is below zero, or an array has another shape.

    >>> Asked(np.array([7, 8]), np.array([1, 2]), loves=np.array([[7, 3], [8, 3]])).left_out.tolist()
    [0, 0]
    """

    person: Ints
    street: Ints
    loves: Ints
    groups: Ints = field(default_factory=no_pairs)
    ties: Ints = field(default_factory=no_pairs)
    not_again: Ints = field(default_factory=no_pairs)
    left_out: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))
    languages: Ints = field(default_factory=lambda: np.zeros(0, dtype=np.int64))

    def __post_init__(self) -> None:
        for name in ("left_out", "languages"):
            if not len(getattr(self, name)):
                object.__setattr__(self, name, np.zeros(len(self.person), dtype=np.int64))
        columns = (self.person, self.street, self.left_out, self.languages)
        pairs = (self.loves, self.groups, self.ties, self.not_again)
        if any(one.shape != self.person.shape or one.ndim != 1 for one in columns):
            raise ValueError("every array has one number a person")
        if any(one.ndim != 2 or one.shape[1] != 2 for one in pairs):
            raise ValueError("pairs are rows of two numbers")
        if any(one.dtype.kind != "i" or (one.size and one.min() < 0) for one in (*columns, *pairs)):
            raise ValueError("whole numbers from zero")
        if len(np.unique(self.person)) != len(self.person):
            raise ValueError("a person asks once")
