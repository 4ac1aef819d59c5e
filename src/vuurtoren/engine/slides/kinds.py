"""What the search for slides takes and gives: acts as values, and signals about acts and rights. No names, no words.

A *room* is what a group may decide about. Its holders decide there; others come in when they are asked, or in an emergency.
"""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

DECIDED, ENTERED, ASKED, ANSWERED = "decided", "entered", "asked", "answered"
"""What an act is: a decision within a room, work in somebody's room, a question, and its answer."""
ASKED_FIRST, UNASKED, EMERGENCY = "asked_first", "unasked", "emergency"
"""On what ground somebody entered, or (the first only) decided because the holders asked for it."""

TAKES = "takes"
SAME = "same"
UNASKED_NOW = "unasked"
HABIT = "habit"
SILENCE = "silence"
KINDS = (TAKES, SAME, UNASKED_NOW, HABIT, SILENCE)
"""The five ways power slides: another decides more and more in a room; the same person decides for a group month after
month; who enters does not ask any more; emergencies become a habit; answers come late, or from somebody else, or not."""


@dataclass(frozen=True)
class Act:
    """One act. `day` counts from any fixed day. `side` is the group for which `who` acts, `room` whose room it is in; a
    question belongs to the room of those who ask. `about` ties an answer to its question, `of` and `of_side` say whom it
    was asked of, `term` within how many days an answer was due."""

    what: str
    who: Hashable
    side: str
    room: Hashable
    day: int
    ground: str = ""
    about: Hashable = None
    of: Hashable = None
    of_side: str = ""
    term: int = 14


@dataclass(frozen=True)
class Room:
    """Which side holds a room, and how many people that is."""

    holder: str
    people: int


@dataclass(frozen=True)
class History:
    """Everything that is looked at: acts up to the day `until` (the last day counts), in any order."""

    acts: Sequence[Act]
    rooms: Mapping[Any, Room]
    until: int


@dataclass(frozen=True)
class Signal:
    """A slide of one kind in a room. `who` is None when it is the side as a whole. `since` is the first day of the change.

    Of `of` acts since then `part` were so; before it `before` of `before_of`. `clear` is the natural
    logarithm of how much better a slide tells it than none.
    """

    kind: str
    room: Hashable
    side: str
    who: Hashable
    since: int
    part: int
    of: int
    before: int
    before_of: int
    clear: float
