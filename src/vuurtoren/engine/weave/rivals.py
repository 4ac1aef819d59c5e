"""What a weave is held against: the raffle of an office, somebody by chance who shares a love, and who lives nearest."""

from collections.abc import Callable

import numpy as np

from vuurtoren.engine.units.fast import fast
from vuurtoren.engine.weave import kernels
from vuurtoren.engine.weave.asked import Asked
from vuurtoren.engine.weave.candidates import know
from vuurtoren.engine.weave.kinds import Bools, Ints
from vuurtoren.engine.weave.luck import luck
from vuurtoren.engine.weave.weaving import weave

Groups = list[tuple[int, ...]]
Way = Callable[[Asked, int], Groups]


def woven(asked: Asked, seed: int) -> Groups:
    """The weave itself."""
    return [one.people for one in weave(asked, seed).groups]


def raffle(asked: Asked, seed: int) -> Groups:
    """Everybody two by two in the order of a draw, the odd one with the last two; whatever they love, and tied or not."""
    drawn = asked.person[np.argsort(luck(seed, asked.person))].tolist()
    groups = [tuple(drawn[at : at + 2]) for at in range(0, len(drawn) - 1, 2)]
    if len(drawn) % 2 and groups:
        groups[-1] += (drawn[-1],)
    return groups


def by_chance(asked: Asked, seed: int) -> Groups:
    """In the order of a draw each takes, of those still free whom they may meet, the one whom chance gives."""
    return _in_turn(asked, seed, near=False)


def nearest(asked: Asked, seed: int) -> Groups:
    """In the order of a draw each takes, of those still free whom they may meet, who lives nearest."""
    return _in_turn(asked, seed, near=True)


WAYS: dict[str, Way] = {"woven": woven, "raffle": raffle, "random": by_chance, "nearest": nearest}


def _in_turn(asked: Asked, seed: int, near: bool) -> Groups:
    known = know(asked, seed)
    n = len(known.person)
    row = np.repeat(np.arange(n), np.diff(known.loves.start))
    turns = np.lexsort((row, known.loves.of))
    start = np.searchsorted(known.loves.of[turns], np.arange(len(known.love_ids) + 1)).astype(np.int64)
    mate = np.full(n, -1, dtype=np.int64)
    draw = (luck(seed + 3, known.person) >> np.uint64(1)).astype(np.int64)
    far = known.street if near else np.zeros(n, dtype=np.int64)
    _take(
        known.loves.start, known.loves.of, start, row[turns], known.apart.start, known.apart.of,
        known.languages, far, draw, mate,
    )  # fmt: skip
    first: Bools = mate > np.arange(n)
    return list(zip(known.person[first].tolist(), known.person[mate[first]].tolist(), strict=True))


@fast
def _take(
    love_start: Ints, love: Ints, member_start: Ints, member: Ints, apart_start: Ints, apart: Ints,
    languages: Ints, street: Ints, draw: Ints, mate: Ints,
) -> None:  # fmt: skip
    """Fill `mate`: one after another takes the free one who is least far, then first by chance."""
    for i in range(mate.size):
        best, least, first = -1, 0, 0
        if mate[i] >= 0:
            continue
        for at in range(love_start[i], love_start[i + 1]):
            for spot in range(member_start[love[at]], member_start[love[at] + 1]):
                j = member[spot]
                if mate[j] >= 0:
                    continue
                far, turn = abs(street[i] - street[j]), draw[i] ^ draw[j]
                if best >= 0 and (far > least or (far == least and turn >= first)):
                    continue
                if kernels.may_meet(apart_start, apart, languages, i, j):
                    best, least, first = j, far, turn
        if best >= 0:
            mate[i], mate[best] = best, i
