"""What must be true of an initiative: a few words, a state that people use, and what may become what. Pure.

>>> check_words("  soep   op straat ", "")
('soep op straat', '')
>>> next_state(State.DOING, Turn.REST)
<State.RESTING: 'resting'>
"""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType

from vuurtoren.language import Refused

LONGEST_WORDS, LONGEST_MORE, LONGEST_LEARNED = 80, 240, 300
"""Characters of what it is, of one longer sentence about it, and of what was learned."""
SEEN_BY = ("people", "neighbourhood")
"""Who may read what was learned: whoever is in it, or everybody. The narrowest comes first."""
UNDO_WITHIN = timedelta(days=1)
SILENT_AFTER = timedelta(weeks=8)
"""So long without a sign of its people is silence: time for one gentle question (decision 0023)."""
MOST_STARTED = 40
"""Of one neighbour at a time: room for whoever begins much, none for a flood."""
IN_STEPS_OF = 5


class State(StrEnum):
    """How it goes with an initiative, in the words people use. Resting and stopping are normal."""

    IDEA = "idea"
    DOING = "doing"
    RESTING = "resting"
    DONE = "done"
    STOPPED = "stopped"


class Turn(StrEnum):
    """What its people can do with it. Nobody else, and no clock, changes its state."""

    BEGIN = "begin"
    REST = "rest"
    GO_ON = "go_on"
    FINISH = "finish"
    STOP = "stop"


#   is              what its people do    becomes
_LIFE = (
    (State.IDEA,    Turn.BEGIN,           State.DOING),
    (State.IDEA,    Turn.REST,            State.RESTING),
    (State.IDEA,    Turn.STOP,            State.STOPPED),
    (State.DOING,   Turn.REST,            State.RESTING),
    (State.DOING,   Turn.FINISH,          State.DONE),
    (State.DOING,   Turn.STOP,            State.STOPPED),
    (State.RESTING, Turn.GO_ON,           State.DOING),
    (State.RESTING, Turn.FINISH,          State.DONE),
    (State.RESTING, Turn.STOP,            State.STOPPED),
    # Nothing is over for good: whoever wants takes it up again.
    (State.DONE,    Turn.GO_ON,           State.DOING),
    (State.STOPPED, Turn.GO_ON,           State.DOING),
)  # fmt: skip
LIFE: Mapping[tuple[State, Turn], State] = MappingProxyType({(now, turn): then for now, turn, then in _LIFE})
"""The whole life of an initiative. What is not in it cannot happen."""
BEGINS_AS = (State.IDEA, State.DOING)
ALIVE = (State.IDEA, State.DOING, State.RESTING)
OVER = (State.DONE, State.STOPPED)


def turns(now: State) -> tuple[Turn, ...]:
    """What can be done with it now, in the order of the table.

    >>> [str(one) for one in turns(State.IDEA)]
    ['begin', 'rest', 'stop']
    """
    return tuple(turn for state, turn in LIFE if state is now)


def next_state(now: State, turn: Turn) -> State:
    """What it becomes; refuses what is not in `LIFE`."""
    found = LIFE.get((now, turn))
    if found is None:
        raise Refused("initiatives.moved_on")
    return found


def check_start(state: str) -> State:
    """It begins as an idea, or as something that people do already."""
    if state not in BEGINS_AS:
        raise Refused("initiatives.begins_as")
    return State(state)


def check_words(words: str, more: str) -> tuple[str, str]:
    """What it is in a few words, and at most one longer sentence."""
    words, more = " ".join(words.split()), " ".join(more.split())
    if not words:
        raise Refused("initiatives.words_missing")
    if len(words) > LONGEST_WORDS:
        raise Refused("initiatives.words_too_long", most=LONGEST_WORDS)
    if len(more) > LONGEST_MORE:
        raise Refused("initiatives.more_too_long", most=LONGEST_MORE)
    return words, more


def check_learned(learned: str, seen_by: str) -> str:
    """What was learned, if anybody wants to say; read by its people alone unless they choose otherwise."""
    learned = " ".join(learned.split())
    if len(learned) > LONGEST_LEARNED:
        raise Refused("initiatives.learned_too_long", most=LONGEST_LEARNED)
    if seen_by not in SEEN_BY:
        raise Refused("initiatives.width_unknown")
    return learned


def check_started(count: int) -> None:
    """Room for many initiatives of one neighbour, not for a flood."""
    if count >= MOST_STARTED:
        raise Refused("initiatives.enough", most=MOST_STARTED)


def may_undo(changed_at: datetime | None, at: datetime) -> bool:
    """Can the last change still be taken back: was there one, within a day?"""
    return changed_at is not None and at - changed_at <= UNDO_WITHIN


def check_take_back(started_at: datetime, people: int, at: datetime) -> None:
    """What was started by mistake goes within a day, as long as nobody else is in it."""
    if at - started_at > UNDO_WITHIN:
        raise Refused("initiatives.started_too_long_ago")
    if people > 1:
        raise Refused("initiatives.others_are_in")


def told_in_fives(people: int) -> int:
    """How many are in it, as it may be told to whoever is not: in whole fives, 0 where fewer (law 7).

    In fives, so that one neighbour more or less shows on no day.

    >>> told_in_fives(4), told_in_fives(13)
    (0, 10)
    """
    return people - people % IN_STEPS_OF


def is_silent(state: State, touched_on: date, today: date) -> bool:
    """Did its people not give a sign for so long, while it is said to be going on?

    >>> is_silent(State.DOING, date(2026, 1, 1), date(2026, 2, 26))
    True
    >>> is_silent(State.RESTING, date(2026, 1, 1), date(2026, 12, 31))
    False
    """
    return state is State.DOING and today - touched_on >= SILENT_AFTER
