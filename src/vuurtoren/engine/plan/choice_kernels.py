"""Compiled loops that choose: which duties are within reach, and which schedule each street takes."""

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.units.fast import fast

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

FORBIDDEN = -1e17
ROUNDING = 1e-9
"""Minutes by which a step may seem over-full from adding up in another order."""


@fast
def admit(order: Ints, last: Ints, minutes: Floats, until: Floats, met: Bools) -> None:
    """Mark in `met` each street of `order` whose duty still fits: what must be done by a step fits before its end.

    `until` (T): the minutes there are up to and with each step.
    """
    room = until.copy()
    for i in order:
        least = np.inf
        for t in range(last[i], room.size):
            least = min(least, room[t])
        if minutes[i] <= least + ROUNDING:
            met[i] = True
            for t in range(last[i], room.size):
                room[t] -= minutes[i]


@fast
def fits(when: Bools, minutes: float, room: Floats) -> bool:
    """Whether a schedule's visits (T) fit in what is left of each step."""
    least = np.inf
    for t in range(room.size):
        if when[t]:
            least = min(least, room[t])
    return minutes <= least + ROUNDING


@fast
def book(when: Bools, minutes: float, room: Floats) -> None:
    """Take (or with minutes below zero give back) the minutes of a schedule."""
    for t in range(room.size):
        if when[t]:
            room[t] -= minutes


@fast
def choose(
    value: Floats, when: Bools, minutes: Floats, order: Ints, cost: Floats, room: Floats, chosen: Ints
) -> None:
    """One street after another in `order` takes the best schedule that fits, net of `cost` (S) a minute.

    `chosen` (n) is what each has now, -1 for nothing yet; a street that cannot keep to its duty keeps what it has.
    """
    for i in order:
        if chosen[i] >= 0:
            book(when[chosen[i]], -minutes[i], room)
        best, which = FORBIDDEN, chosen[i]
        if which >= 0:
            best = value[i, which] - minutes[i] * cost[which]
        for s in range(when.shape[0]):
            net = value[i, s] - minutes[i] * cost[s]
            if net > best + 1e-12 and value[i, s] > FORBIDDEN and fits(when[s], minutes[i], room):
                best, which = net, s
        if which >= 0:
            book(when[which], minutes[i], room)
        chosen[i] = which


@fast
def improvements(
    value: Floats, when: Bools, minutes: Floats, streets: Ints, room: Floats, chosen: Ints
) -> Floats:
    """The most value a minute that each of `streets` could add in what is left; 0 where nothing can be added."""
    out = np.zeros(streets.size)
    for at in range(streets.size):
        i = streets[at]
        had = when[chosen[i]].sum()
        book(when[chosen[i]], -minutes[i], room)
        for s in range(when.shape[0]):
            gain = value[i, s] - value[i, chosen[i]]
            if gain > 0.0 and value[i, s] > FORBIDDEN and fits(when[s], minutes[i], room):
                out[at] = max(out[at], gain / (minutes[i] * max(when[s].sum() - had, 0.1)))
        book(when[chosen[i]], minutes[i], room)
    return out


@fast
def near_moves(
    value: Floats, when: Bools, minutes: Floats, streets: Ints, cost: Floats, chosen: Ints, most: int
) -> tuple[Ints, Ints]:
    """The `most` changes (street, schedule) of these streets that lose least net of `cost`, what they lose rising."""
    S = when.shape[0]
    loss = np.full(streets.size * S, np.inf)
    for at in range(streets.size):
        i = streets[at]
        now = value[i, chosen[i]] - minutes[i] * cost[chosen[i]]
        for s in range(S):
            if s != chosen[i] and value[i, s] > FORBIDDEN:
                loss[at * S + s] = now - (value[i, s] - minutes[i] * cost[s])
    order = np.argsort(loss, kind="mergesort")[:most]
    order = order[loss[order] < np.inf]
    return streets[order // S], order % S


@fast
def waste(room: Floats, use: Floats, also: Floats, price: Floats, over: Floats) -> float:
    """What is lost when two changes use up `use` and `also` (T) of `room` (T): minutes left over at their `price`, and
    minutes too many at the much higher price `over`."""
    total = 0.0
    for t in range(room.size):
        left = room[t] - use[t] - also[t]
        total += left * price[t] if left >= 0.0 else -left * over[t]
    return total


@fast
def best_exchange(
    loss: Floats, street: Ints, use: Floats, room: Floats, price: Floats, over: Floats
) -> tuple[int, int]:
    """The change, or pair of changes, after which least is lost: its places in the list; -1 where none helps."""
    nothing = np.zeros(room.size)
    best, first, second = waste(room, nothing, nothing, price, over) - 1e-9, -1, -1
    for a in range(street.size):
        alone = loss[a] + waste(room, use[a], nothing, price, over)
        if alone < best:
            best, first, second = alone, a, a
        for b in range(a + 1, street.size):
            if loss[a] + loss[b] >= best:
                continue
            both = loss[a] + loss[b] + waste(room, use[a], use[b], price, over)
            if both < best and street[a] != street[b]:
                best, first, second = both, a, b
    return first, second


@fast
def settle(
    value: Floats, when: Bools, minutes: Floats, streets: Ints, price: Floats, cost: Floats, over: Floats,
    room: Floats, chosen: Ints, most: int, rounds: int,
) -> None:  # fmt: skip
    """Let one or two of `streets` at a time change what they chose, as long as less is lost by it.

    What is lost is the distance to the bound at these prices: what the streets' choices fall short of their best, and
    the minutes left over. Minutes too many cost `over`, so that a choice that asks too much is mended on the way.
    """
    for _ in range(rounds):
        street, to = near_moves(value, when, minutes, streets, cost, chosen, most)
        use, loss = np.zeros((street.size, room.size)), np.empty(street.size)
        for a in range(street.size):
            i = street[a]
            loss[a] = value[i, chosen[i]] - value[i, to[a]]
            loss[a] -= minutes[i] * (cost[chosen[i]] - cost[to[a]])
            for t in range(room.size):
                if when[to[a], t] != when[chosen[i], t]:
                    use[a, t] = minutes[i] if when[to[a], t] else -minutes[i]
        first, second = best_exchange(loss, street, use, room, price, over)
        if first < 0:
            break
        for place in (first, second):
            i = street[place]
            if chosen[i] != to[place]:
                book(when[chosen[i]], -minutes[i], room)
                chosen[i] = to[place]
                book(when[chosen[i]], minutes[i], room)
