"""The compiled loops: who may sit with whom, what they share and bridge, and whom each person could be proposed to."""

import numpy as np

from vuurtoren.engine.units.fast import fast
from vuurtoren.engine.weave.kinds import Ints
from vuurtoren.engine.weave.luck import U64

NOBODY_SHARES, ALL_KNOWN, SOMEBODY = 0, 1, 2


@fast
def first_shared(start: Ints, of: Ints, i: int, j: int) -> int:
    """The first number that stands in the rising rows i and j of a list of lists, -1 for none."""
    a, b = start[i], start[j]
    while a < start[i + 1] and b < start[j + 1]:
        if of[a] == of[b]:
            return int(of[a])
        if of[a] < of[b]:
            a += 1
        else:
            b += 1
    return -1


@fast
def all_three(start: Ints, of: Ints, i: int, j: int, k: int) -> int:
    """The first number that stands in all three rising rows, -1 for none."""
    for at in range(start[i], start[i + 1]):
        if has(start, of, j, of[at]) and has(start, of, k, of[at]):
            return int(of[at])
    return -1


@fast
def how_many_shared(start: Ints, of: Ints, i: int, j: int) -> int:
    """How many numbers stand in both rows."""
    count = 0
    for at in range(start[i], start[i + 1]):
        if has(start, of, j, of[at]):
            count += 1
    return count


@fast
def has(start: Ints, of: Ints, i: int, value: int) -> bool:
    """Does `value` stand in the rising row i?"""
    low, high = start[i], start[i + 1]
    while low < high:
        middle = (low + high) // 2
        if of[middle] < value:
            low = middle + 1
        else:
            high = middle
    return bool(low < start[i + 1] and of[low] == value)


@fast
def may_meet(apart_start: Ints, apart: Ints, languages: Ints, i: int, j: int) -> bool:
    """Two people without a tie or an earlier proposal, who speak a language in common as far as was told."""
    if i == j or (languages[i] and languages[j] and not languages[i] & languages[j]):
        return False
    return not has(apart_start, apart, i, j)


@fast
def bridged(
    street: Ints, group_start: Ints, group: Ints, tied_start: Ints, tied: Ints, i: int, j: int
) -> int:
    """The bits of `BRIDGES` for two people; `tied` lists for each street those it has a tie with."""
    bits = 0
    if street[i] != street[j]:
        bits += 1
        if not has(tied_start, tied, street[i], street[j]):
            bits += 4
    if first_shared(group_start, group, i, j) < 0:
        bits += 2
    return bits


@fast
def propose(
    love_start: Ints, love: Ints, place: Ints, member_start: Ints, member: Ints, own_begin: Ints, own_end: Ints,
    apart_start: Ints, apart: Ints, languages: Ints,
    street: Ints, group_start: Ints, group: Ints, tied_start: Ints, tied: Ints,
    circle: Ints, worth: Ints, luck: U64, looks: int, picks: Ints, state: Ints,
) -> None:  # fmt: skip
    """Fill `picks` (n, most; -1 for none) with the best of those each person could be proposed to, and `state` (n).

    Every love of a person is looked through from their own `place` in its list, `member`, on and round, until `looks`
    people who may meet them were seen: first their circle's part of it, from `own_begin` to `own_end` (L), then the rest.
    Who shares several loves counts at the rarest. Own circle goes first, then what is bridged (`worth` of the bits), then
    luck.
    """
    most = picks.shape[1]
    key = np.zeros(most, dtype=np.uint64)
    for i in range(picks.shape[0]):
        held = 0
        for at in range(love_start[i], love_start[i + 1]):
            begin, size = member_start[love[at]], member_start[love[at] + 1] - member_start[love[at]]
            own, near = own_begin[at], own_end[at] - own_begin[at]
            seen = 0
            for step in range(1, size):
                if step < near:
                    j = member[own + (place[at] - own + step) % near]
                else:
                    j = member[begin + (own - begin + step) % size]
                state[i] = max(state[i], ALL_KNOWN)
                if first_shared(love_start, love, i, j) != love[at]:
                    continue
                if not may_meet(apart_start, apart, languages, i, j):
                    continue
                state[i] = SOMEBODY
                seen += 1
                bits = bridged(street, group_start, group, tied_start, tied, i, j)
                rank = np.uint64(worth[bits] + (32 if circle[i] == circle[j] else 0)) << np.uint64(56)
                rank |= ((luck[i] ^ luck[j]) * np.uint64(0x9E3779B97F4A7C15)) >> np.uint64(8)
                spot = held if held < most else most - 1
                if held < most:
                    held += 1
                elif rank <= key[most - 1]:
                    if seen >= looks:
                        break
                    continue
                while spot > 0 and key[spot - 1] < rank:
                    key[spot], picks[i, spot] = key[spot - 1], picks[i, spot - 1]
                    spot -= 1
                key[spot], picks[i, spot] = rank, j
                if seen >= looks:
                    break


@fast
def tell(
    one: Ints, other: Ints, love_start: Ints, love: Ints,
    street: Ints, group_start: Ints, group: Ints, tied_start: Ints, tied: Ints,
    shared: Ints, more: Ints, bits: Ints,
) -> None:  # fmt: skip
    """Fill what each pair shares first (the rarest love), how many loves in all, and the bits of what it bridges."""
    for e in range(one.size):
        shared[e] = first_shared(love_start, love, one[e], other[e])
        more[e] = how_many_shared(love_start, love, one[e], other[e])
        bits[e] = bridged(street, group_start, group, tied_start, tied, one[e], other[e])
