"""From acts to counts by month: how many acts of a room were of a kind that could be a slide, of how many."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.slides.kinds import (
    ANSWERED,
    ASKED,
    ASKED_FIRST,
    DECIDED,
    EMERGENCY,
    ENTERED,
    HABIT,
    SAME,
    SILENCE,
    TAKES,
    UNASKED,
    UNASKED_NOW,
    Act,
    History,
)

Ints = NDArray[np.int64]
Made = Counter[tuple[str, Hashable]]
"""Side and person → how often."""
MONTH = 30
"""Days. Months are counted back from the last day, so that the newest is whole."""
MOST_MONTHS = 36
"""What is longer ago says nothing about today."""
OTHERS = 3
"""Of so many others it can be seen whether a month was a storm."""


@dataclass
class Series:
    """Of one kind, room and side: `hits` of `tries` by month, oldest first; `by`: for each month who made the hits.

    `who` is set where the series is of one person from the beginning (`SAME`). `came`: in which month each was here first.
    """

    kind: str
    room: Hashable
    side: str
    who: Hashable = None
    hits: Ints = field(default_factory=lambda: np.zeros(MOST_MONTHS, dtype=np.int64))
    tries: Ints = field(default_factory=lambda: np.zeros(MOST_MONTHS, dtype=np.int64))
    by: dict[int, Counter[Hashable]] = field(default_factory=lambda: defaultdict(Counter))
    came: dict[Hashable, int] = field(default_factory=dict)

    def add(self, month: int, hits: int, tries: int, who: Hashable) -> None:
        """So many acts more, of which so many are hits of this one."""
        self.tries[month] += tries
        self.came[who] = min(month, self.came.get(who, month))
        if hits:
            self.hits[month] += hits
            self.by[month][who] += hits

    def made_by(self, month: int) -> "Counter[Hashable]":
        """Who made the hits from a month on."""
        return sum((some for at, some in self.by.items() if at >= month), Counter())


def series_of(history: History) -> list[Series]:
    """Every series that can be looked at in this history."""
    kept: dict[tuple[str, Hashable, str, Hashable], Series] = {}

    def one(kind: str, room: Hashable, side: str, who: Hashable = None) -> Series:
        found = kept.get((kind, room, side, who))
        if found is None:
            found = kept[kind, room, side, who] = Series(kind, room, side, who)
        return found

    decided, entered = _counted(history)
    for (room, month), some in decided.items():
        _decisions(history.rooms[room].holder, room, month, some, one)
    for (room, side, month, ground, who), count in entered.items():
        one(HABIT, room, side).add(month, count if ground == EMERGENCY else 0, count, who)
        if ground != EMERGENCY:
            one(UNASKED_NOW, room, side).add(month, count if ground == UNASKED else 0, count, who)
    for act, late in _answers(history):
        if (due := _month(history, min(act.day + act.term, history.until))) is not None:
            one(SILENCE, act.room, act.of_side).add(due, int(late), 1, act.of)
    for series in kept.values():
        if series.kind in (TAKES, SAME):
            series.tries = _decided_in(decided, series, history.rooms[series.room].holder)
    _leave_out_storms([series for series in kept.values() if series.kind == HABIT])
    return [kept[key] for key in sorted(kept, key=str)]


def _leave_out_storms(some: list[Series]) -> None:
    """A month in which most others who came to work met an emergency too says nothing about a habit."""
    if not some:
        return
    met = np.array([series.hits > 0 for series in some])
    came = np.array([series.tries > 0 for series in some])
    for number, series in enumerate(some):
        others, hit = came.sum(axis=0) - came[number], met.sum(axis=0) - met[number]
        for month in np.flatnonzero((others >= OTHERS) & (2 * hit > others)):
            series.hits[month] = series.tries[month] = 0
            series.by.pop(int(month), None)


def _decided_in(decided: "dict[tuple[Hashable, int], Made]", series: Series, holder: str) -> Ints:
    """By month: all decisions in the room of a series; of `SAME` only those of the holders."""
    tries = np.zeros(MOST_MONTHS, dtype=np.int64)
    for (room, month), made in decided.items():
        if room == series.room:
            tries[month] = sum(
                count for (side, _), count in made.items() if series.kind == TAKES or side == holder
            )
    return tries


def _counted(history: History) -> tuple[dict[tuple[Hashable, int], Made], Counter[tuple[Any, ...]]]:
    """By room and month who decided how often, unasked; and how often who entered a room, on which ground."""
    decided: dict[tuple[Hashable, int], Made] = defaultdict(Counter)
    entered: Counter[tuple[Any, ...]] = Counter()
    for act in history.acts:
        month = _month(history, act.day)
        if month is None:
            continue
        if act.what == DECIDED and act.ground != ASKED_FIRST:
            decided[act.room, month][act.side, act.who] += 1
        elif act.what == ENTERED and act.side != history.rooms[act.room].holder:
            entered[act.room, act.side, month, act.ground, act.who] += 1
    return decided, entered


def _decisions(holder: str, room: Hashable, month: int, made: Made, one: Callable[..., Series]) -> None:
    """Decisions of a month in a room: how many by each other side, and among the holders, by each of them.

    The tries of all months are counted after this, also of those in which this one decided nothing.
    """
    for (side, who), count in made.items():
        if side == holder:
            one(SAME, room, side, who).add(month, count, 0, who)
        else:
            one(TAKES, room, side).add(month, count, 0, who)


def _answers(history: History) -> Iterator[tuple[Act, bool]]:
    """Each question whose time has come, and whether its answer was late, another's, or did not come."""
    answers: dict[Hashable, Act] = {}
    for act in history.acts:
        if act.what == ANSWERED and act.day <= history.until:
            answers.setdefault(act.about, act)
    for act in history.acts:
        if act.what != ASKED or act.day > history.until:
            continue
        answer = answers.get(act.about)
        if answer is not None:
            yield act, answer.day - act.day > act.term or (act.of is not None and answer.who != act.of)
        elif history.until - act.day > act.term:
            yield act, True


def _month(history: History, day: int) -> int | None:
    """The number of the month, the newest is `MOST_MONTHS - 1`; None for what is too long ago or still to come."""
    ago = (history.until - day) // MONTH
    return MOST_MONTHS - 1 - ago if 0 <= ago < MOST_MONTHS else None
