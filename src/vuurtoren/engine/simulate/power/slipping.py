"""How power slips, from the inside: each is a small story about one person or a whole side, told month by month.

The words are of somebody who organises a neighbourhood: how small and easy taking over is, with the best intentions;
one does it unnoticed; who steps back must do so every day anew.
"""

from dataclasses import dataclass

import numpy as np

from vuurtoren.engine.simulate.power.cast import BOARD, CITY, HOUSING, RESIDENTS, Cast, Group, Someone
from vuurtoren.engine.slides.kinds import HABIT, KINDS, SAME, SILENCE, TAKES

FIRST, LAST = 9, 21
"""A slide begins in one of these months."""
OF_A_SIDE = 0.25
"""The chance that it is not one person but a way of doing of the whole side."""


@dataclass
class Slip:
    """A slide that was planted: `strength` is how far it goes in the end (0 … 1), after `grows` months."""

    kind: str
    room: str
    side: str
    who: Someone | None
    begins: int
    grows: int
    strength: float

    def now(self, month: int) -> float:
        """How far it went by a month: slowly, then faster, then it is how things are."""
        through = np.clip((month - self.begins + 1) / self.grows, 0.0, 1.0)
        return float(self.strength * through * through * (3 - 2 * through)) if month >= self.begins else 0.0

    def is_of(self, one: Someone) -> bool:
        """Is it this one's, or their side's?"""
        return one.side == self.side and (self.who is None or self.who is one)


def draw_slips(rng: np.random.Generator, cast: Cast, count: int) -> list[Slip]:
    """So many slides of kinds drawn evenly, each in a room of its own."""
    rooms = rng.permutation(len(cast.groups))[:count]
    return [_slip(rng, cast, cast.groups[int(at)]) for at in rooms]


def _slip(rng: np.random.Generator, cast: Cast, group: Group) -> Slip:
    kind = KINDS[int(rng.integers(len(KINDS)))]
    if kind == SAME and len(group.holders) < 3:
        kind = TAKES
    begins, grows = int(rng.integers(FIRST, LAST)), int(rng.integers(2, 7))
    strength = float(rng.uniform(0.55, 0.95))
    if kind == SAME:
        who = group.holders[int(rng.integers(len(group.holders)))]
        side = BOARD if group.room == "board" else RESIDENTS
        return Slip(kind, group.room, side, who, begins, grows, strength)
    side = _side(rng, kind, group)
    whole = bool(rng.random() < OF_A_SIDE) and kind != HABIT
    return Slip(kind, group.room, side, None if whole else group.contact[side][0], begins, grows, strength)


def _side(rng: np.random.Generator, kind: str, group: Group) -> str:
    if kind == SILENCE:
        sides = [CITY, HOUSING] if group.room != "board" else [CITY]
    else:
        sides = [CITY, BOARD] if group.room != "board" else [CITY]
    return sides[int(rng.integers(len(sides)))]


def stays(slips: list[Slip]) -> set[str]:
    """Whoever a slide is of stays until the end, and so does their room's other side."""
    return {one.who.name for one in slips if one.who}


def who_comes(
    slips: list[Slip], group: Group, side: str, cast: Cast, month: int, rng: np.random.Generator
) -> Someone | None:
    """Who of a side has to do with a group now: the usual one, or somebody who is there; all in turn where the whole side
    slides."""
    there = [one for one in cast.others[side] if one.there(month)]
    turns = any(
        one.who is None and one.side == side and one.room == group.room and month >= one.begins
        for one in slips
    )
    usual = group.usual(side, month)
    if not turns and usual.there(month) and rng.random() < 0.9:
        return usual
    return there[int(rng.integers(len(there)))] if there else None


def how_far(slips: list[Slip], kind: str, group: Group, one: Someone, month: int) -> float:
    """How far a slide of a kind went for this one in this room."""
    return max(
        (
            slip.now(month)
            for slip in slips
            if slip.kind == kind and slip.room == group.room and slip.is_of(one)
        ),
        default=0.0,
    )
