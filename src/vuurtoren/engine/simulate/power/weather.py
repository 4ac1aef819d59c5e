"""What happens in every neighbourhood and is no slide: growth, holidays, storms, a busy month, somebody who is ill, a new
board, a new face at the counter, a feast that one person is asked to arrange."""

from dataclasses import dataclass, field

import numpy as np

from vuurtoren.engine.simulate.power.cast import BOARD, CITY, MONTHS, SUMMER, Cast, Group, Someone

ILL = 2
"""Months."""


@dataclass
class Weather:
    """By month, how much there is to do; storms; and by room and month, who arranges the feast of that group."""

    busy: "np.ndarray[tuple[int], np.dtype[np.float64]]"
    storms: set[int] = field(default_factory=set)
    feast: dict[tuple[str, int], Someone] = field(default_factory=dict)


def draw_weather(rng: np.random.Generator, cast: Cast, keep: set[str]) -> Weather:
    """What befalls this neighbourhood. Whoever is in `keep` does not leave."""
    busy = rng.gamma(12.0, 1 / 12.0, MONTHS)
    if rng.random() < 0.4:
        busy *= np.linspace(0.7, rng.uniform(1.3, 2.2), MONTHS)
    if rng.random() < 0.7:
        busy[int(rng.integers(MONTHS))] *= 3.0
    for month in range(MONTHS):
        busy[month] *= 0.6 if month % 12 in SUMMER else 1.0
    weather = Weather(busy)
    weather.storms = {
        int(month) for month in rng.integers(MONTHS, size=int(rng.integers(0, 4))) if month % 12 not in SUMMER
    }
    _holidays(rng, cast)
    _illness(rng, cast)
    if rng.random() < 0.5:
        _new_board(rng, cast, keep)
    if rng.random() < 0.4:
        _new_face(rng, cast, keep)
    for group in cast.groups:
        if rng.random() < 0.25:
            first, who = int(rng.integers(MONTHS - 1)), group.holders[int(rng.integers(len(group.holders)))]
            weather.feast |= {(group.room, first + n): who for n in range(2)}
    return weather


def everybody(cast: Cast) -> dict[str, Someone]:
    """By name."""
    some = [one for group in cast.groups for one in group.holders]
    return {one.name: one for one in [*some, *(one for every in cast.others.values() for one in every)]}


def _holidays(rng: np.random.Generator, cast: Cast) -> None:
    for one in everybody(cast).values():
        for month in range(MONTHS):
            if rng.random() < (0.45 if month % 12 in SUMMER else 0.03):
                one.away.add(month)


def _illness(rng: np.random.Generator, cast: Cast) -> None:
    """Two people are ill for two months, each at another time."""
    known = everybody(cast)
    for name in rng.choice(sorted(known), 2, replace=False):
        first = int(rng.integers(MONTHS - ILL))
        known[str(name)].away |= set(range(first, first + ILL))


def _new_board(rng: np.random.Generator, cast: Cast, keep: set[str]) -> None:
    """Most of the board is chosen anew; groups get another contact there."""
    month = int(rng.integers(6, MONTHS - 4))
    old = [one for one in cast.others[BOARD] if one.name not in keep]
    for one in old[: max(1, len(old) - 2)]:
        one.until = month
        new = _like(rng, one, month)
        cast.others[BOARD].append(new)
        for group in cast.groups:
            _follows(group, BOARD, one, new)


def _new_face(rng: np.random.Generator, cast: Cast, keep: set[str]) -> None:
    """A worker of the city leaves; somebody else comes, with ways of their own."""
    old = [one for one in cast.others[CITY] if one.name not in keep]
    if not old:
        return
    one = old[int(rng.integers(len(old)))]
    one.until = int(rng.integers(6, MONTHS - 4))
    new = _like(rng, one, one.until)
    cast.others[CITY].append(new)
    for group in cast.groups:
        _follows(group, CITY, one, new)


def _like(rng: np.random.Generator, one: Someone, since: int) -> Someone:
    return Someone(
        f"{one.name}-next",
        one.side,
        keen=float(rng.gamma(4.0, 0.25)),
        asks=float(rng.beta(14, 2)),
        calls_urgent=float(rng.beta(2, 40)),
        waits=float(rng.uniform(3.0, 8.0)),
        since=since,
    )


def _follows(group: Group, side: str, one: Someone, new: Someone) -> None:
    if one in group.contact.get(side, ()):
        group.contact[side].append(new)
