"""Every way of sitting tried, where somebody is over among few people who hang together."""

from functools import cache
from itertools import combinations

from vuurtoren.engine.weave.candidates import BEST
from vuurtoren.engine.weave.near import ONE_LOVE, Near
from vuurtoren.engine.weave.threes import Tables
from vuurtoren.engine.weave.twos import patience, turns

FEW = 10
"""Up to so many people every way of sitting is tried: 1,024 sets of people at most."""
THIRD = BEST + ONE_LOVE + 1
"""What a third adds never outweighs what twos bridge."""


def try_all(near: Near, tables: Tables, over: list[int]) -> tuple[Tables, list[int]]:
    """Tables and who is over, after those parts of at most `FEW` people in which better seats exist were seated anew."""
    left, done = set(over), set[int]()
    changed: Tables = []
    moved: set[int] = set()
    for person in over:
        if person in done or not near.of(person):
            continue
        part = _part(near, person)
        done |= part
        if len(part) > FEW:
            continue
        best = _best(near, sorted(part))
        seated = {one for table in best for one in table}
        if _waited(near, seated) > _waited(near, part - left):
            changed += best
            moved |= part
            left = (left - part) | (part - seated)
    return [table for table in tables if table[0] not in moved] + changed, sorted(left)


def _part(near: Near, person: int) -> set[int]:
    """Those who hang together with somebody; some of them only, where they are more than `FEW`."""
    part, edge = {person}, [person]
    while edge and len(part) <= FEW:
        for other, _ in near.of(edge.pop()):
            if other not in part:
                part.add(other)
                edge.append(other)
    return part


def _waited(near: Near, seated: set[int]) -> list[int]:
    """How long those who sit had waited, longest first: of two such lists the larger is the fairer."""
    waited = patience(near.found.known.left_out)
    return sorted((int(waited[one]) for one in seated), reverse=True)


def _best(near: Near, part: list[int]) -> Tables:
    """The best tables for a few people: who waited longest, then as many as can be, then what is bridged."""
    waited = patience(near.found.known.left_out)
    turn = turns(len(part), len(part) * BEST * THIRD)
    bit = {person: 1 << place for place, person in enumerate(part)}
    choices: list[list[tuple[int, int, list[int]]]] = [[] for _ in part]
    for table, worth in _tables(near, part):
        first = min(part.index(one) for one in table)
        mask = sum(bit[one] for one in table)
        choices[first].append((mask, worth + sum(turn[int(waited[one])] for one in table), table))

    @cache
    def best(free: int) -> tuple[int, tuple[tuple[int, int], ...]]:
        """The worth of the best tables for these people, and which of `choices`."""
        if not free:
            return 0, ()
        first = (free & -free).bit_length() - 1
        found = best(free & (free - 1))
        for number, (mask, worth, _) in enumerate(choices[first]):
            if mask & free == mask:
                more, rest = best(free & ~mask)
                found = max(found, (worth + more, ((first, number), *rest)))
        return found

    return [choices[first][number][2] for first, number in best((1 << len(part)) - 1)[1]]


def _tables(near: Near, part: list[int]) -> list[tuple[list[int], int]]:
    """Every two and three that may sit together, first who shares a love with the others, and what it is worth."""
    found = []
    for middle in part:
        others = near.of(middle)
        found += [([middle, other], worth * THIRD) for other, worth in others if middle < other]
        for (one, worth), (other, more) in combinations(others, 2):
            if near.may_meet(one, other):
                found.append(([middle, one, other], worth * THIRD + near.third(middle, one, other, more)))
    return found
