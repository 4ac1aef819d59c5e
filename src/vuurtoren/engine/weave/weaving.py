"""From who asked to who could have coffee with whom, and why: candidates, twos, threes, and a place for who is over."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from vuurtoren.engine.weave.asked import Asked
from vuurtoren.engine.weave.candidates import candidates
from vuurtoren.engine.weave.kinds import BRIDGES, KNOWN, NOBODY, ODD

if TYPE_CHECKING:
    from vuurtoren.engine.weave.near import Near

Progress = Callable[[str], None]
STAGES = ("candidates", "twos", "threes", "places", "told")


@dataclass(frozen=True)
class Group:
    """A proposal to two or three `people`. `loves`: what the first shares with the second, and with the third; the same
    thing twice when all three love it. `streets`: where they live, each once. `bridges`: the codes STREETS, GROUPS and
    FIRST that hold for some two of them."""

    people: tuple[int, ...]
    loves: tuple[int, ...]
    streets: tuple[int, ...]
    bridges: tuple[str, ...]


@dataclass(frozen=True)
class LeftOut:
    """Somebody who is over, and `why`: NOBODY, KNOWN or ODD."""

    person: int
    why: str


@dataclass(frozen=True)
class Woven:
    """What is proposed, by the least number of a person in it, and who is left out, by number. `most`: no weave of the
    `candidates` (so many pairs) seats more people than this."""

    groups: tuple[Group, ...]
    left_out: tuple[LeftOut, ...]
    most: int
    candidates: int


def weave(asked: Asked, seed: int, progress: Progress = lambda stage: None) -> Woven:
    """Twos and threes of people who share a love and no tie, each person in one of them at most (decision 0016).

    Whoever was left out lately is seated wherever any weave of the candidates can seat them, then as many others as can be,
    then across streets and groups. Equal people and an equal seed give an equal weave, in whatever order they are told.
    `progress` is called with each of `STAGES` when it begins.

    >>> import numpy as np
    >>> loves = np.array([[7, 3], [8, 3], [9, 3], [4, 6]])
    >>> woven = weave(Asked(np.array([7, 8, 9, 4]), np.array([1, 2, 2, 1]), loves), seed=1)
    >>> [(sorted(one.people), one.loves, one.streets, one.bridges) for one in woven.groups]
    [([7, 8, 9], (3, 3), (1, 2), ('streets', 'groups', 'first'))]
    >>> woven.left_out
    (LeftOut(person=4, why='nobody'),)
    """
    from vuurtoren.engine.weave.near import Near  # here: they load Numba, scipy and rustworkx
    from vuurtoren.engine.weave.places import most_seated, seat
    from vuurtoren.engine.weave.threes import threes
    from vuurtoren.engine.weave.twos import twos

    progress("candidates")
    found = candidates(asked, seed)
    near = Near.made(found)
    progress("twos")
    mate = twos(found)
    progress("threes")
    tables = threes(near, mate)
    progress("places")
    tables, over = seat(near, tables)
    most = most_seated(found)
    progress("told")
    by_street = dict(zip(asked.person.tolist(), asked.street.tolist(), strict=True))
    groups = sorted((_told(near, table, by_street) for table in tables), key=lambda one: min(one.people))
    why = found.state.tolist()
    left = sorted((int(found.known.person[one]), (NOBODY, KNOWN, ODD)[why[one]]) for one in over)
    return Woven(tuple(groups), tuple(LeftOut(*one) for one in left), most, len(found.one))


def _told(near: "Near", table: list[int], street: dict[int, int]) -> Group:
    """A table in the numbers of people, loves and streets."""
    known = near.found.known
    people = [int(known.person[one]) for one in table]
    if len(table) == 2:
        people.sort()
    together = near.love(*table)
    loves = [together if together >= 0 else near.love(table[0], one) for one in table[1:]]
    bits = 0
    for one, other in combinations(table, 2):
        bits |= near.bits(one, other)
    return Group(
        tuple(people),
        tuple(int(known.love_ids[love]) for love in loves),
        tuple(sorted({street[one] for one in people})),
        tuple(code for code, bit in BRIDGES if bits & bit),
    )
