"""From acts to counts by month: how many acts of a room were of a kind that could be a slide, of how many."""

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field

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
MONTH = 30
"""Days. Months are counted back from the last day, so that the newest is whole."""
MOST_MONTHS = 36
"""What is longer ago says nothing about today."""


@dataclass
class Series:
    """Of one kind, room and side: `hits` of `tries` by month, oldest first; `by`: for each month who made the hits.

    `who` is set where the series is of one person from the beginning (`SAME`).
    """

    kind: str
    room: Hashable
    side: str
    who: Hashable = None
    hits: Ints = field(default_factory=lambda: np.zeros(MOST_MONTHS, dtype=np.int64))
    tries: Ints = field(default_factory=lambda: np.zeros(MOST_MONTHS, dtype=np.int64))
    by: dict[int, Counter[Hashable]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, month: int, hit: bool, who: Hashable) -> None:
        """One act more."""
        self.tries[month] += 1
        self.hits[month] += hit
        if hit:
            self.by[month][who] += 1

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

    acts = [act for act in history.acts if _month(history, act.day) is not None]
    _decisions(history, acts, one)
    for act in acts:
        if act.what == ENTERED and act.side != history.rooms[act.room].holder:
            month = _at(history, act.day)
            one(HABIT, act.room, act.side).add(month, act.ground == EMERGENCY, act.who)
            if act.ground != EMERGENCY:
                one(UNASKED_NOW, act.room, act.side).add(month, act.ground == UNASKED, act.who)
    for act, late in _answers(history):
        if (due := _month(history, min(act.day + act.term, history.until))) is not None:
            one(SILENCE, act.room, act.of_side).add(due, late, act.of)
    return [kept[key] for key in sorted(kept, key=str)]


def _decisions(history: History, acts: list[Act], one: Callable[..., Series]) -> None:
    """Decisions in a room: how many by each other side, unasked; and among the holders, by each of them."""
    by_room: dict[Hashable, list[Act]] = defaultdict(list)
    for act in acts:
        if act.what == DECIDED and act.ground != ASKED_FIRST:
            by_room[act.room].append(act)
    for room, some in by_room.items():
        holder = history.rooms[room].holder
        for side in sorted({act.side for act in some} - {holder}):
            series = one(TAKES, room, side)
            for act in some:
                series.add(_at(history, act.day), act.side == side, act.who)
        own = [act for act in some if act.side == holder]
        for who in sorted({act.who for act in own}, key=str):
            series = one(SAME, room, holder, who)
            for act in own:
                series.add(_at(history, act.day), act.who == who, act.who)


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


def _at(history: History, day: int) -> int:
    month = _month(history, day)
    if month is None:
        raise ValueError("an act outside of what is looked at")
    return month
