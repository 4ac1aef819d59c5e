"""What must be true of an initiative: a few words, a state that people use, and what may become what. Pure.

>>> check_words("  soep   op straat ", "")
('soep op straat', '')
>>> next_state(State.DOING, Turn.REST)
<State.RESTING: 'resting'>
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Generic, TypeVar

from vuurtoren.language import Refused

One = TypeVar("One", bound=Hashable)
LONGEST_WORDS, LONGEST_MORE, LONGEST_LEARNED = 80, 240, 300
"""Characters of what it is, of one longer sentence about it, and of what was learned."""
SEEN_BY = ("people", "neighbourhood")
"""Who may read what was learned: whoever is in it, or everybody. The narrowest comes first."""
UNDO_WITHIN = timedelta(days=1)
SILENT_AFTER = timedelta(weeks=8)
"""So long without a sign of its people is silence: time for one gentle question (decision 0023)."""
MOST_STARTED = 40
"""Of one neighbour at a time: room for whoever begins much, none for a flood."""

KINDS = ("told", "permission", "decision", "money", "place", "information", "time")
"""What a question to an institution is: it is told what happens anyway, asked for a permission, or for a means: room."""
LONGEST_QUESTION, LONGEST_REASON = 200, 300
TERM = timedelta(weeks=10)
"""For an answer about a permission or a means: the term for a decision that Dutch by-laws on the right to challenge
commonly use, as in `care`; each institution is held to it in public."""
TERM_TOLD = timedelta(weeks=2)
"""For an objection to what needs no permission: the house's own, short, since nothing waits for it (decision 0023)."""
LONGEST_PART, MOST_PARTS = 40, 12
"""Characters of the name of a role in an initiative, and roles of one initiative."""
OFFER_STANDS = timedelta(weeks=4)
"""So long somebody is asked to take a role over; then it stays where it is, since silence is no yes."""
OVERLAP_WEEKS = range(1, 27)
MONEY = "money"
MOST_CENTS = 100_000_000_00
"""A hundred million euros: what is more is a slip of the finger."""
MOST_OPEN = 12
"""Questions of one initiative that wait at a time: more is a talk at a table."""


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


def check_take_back(started_at: datetime, at: datetime, *, shared: bool) -> None:
    """What was started by mistake goes within a day. `shared`: was anybody else ever in it? Then it is theirs too, also
    when only one is left."""
    if at - started_at > UNDO_WITHIN:
        raise Refused("initiatives.started_too_long_ago")
    if shared:
        raise Refused("initiatives.others_are_in")


def is_silent(state: State, touched_on: date, today: date) -> bool:
    """Did its people not give a sign for so long, while it is said to be going on?

    >>> is_silent(State.DOING, date(2026, 1, 1), date(2026, 2, 26))
    True
    >>> is_silent(State.RESTING, date(2026, 1, 1), date(2026, 12, 31))
    False
    """
    return state is State.DOING and today - touched_on >= SILENT_AFTER


class Asked(StrEnum):
    """Where a question to an institution stands. NO_OBJECTION is what time makes of one that was told; kept nowhere."""

    OPEN = "open"
    FINE = "fine"
    OBJECTION = "objection"
    NO_OBJECTION = "no_objection"
    YES = "yes"
    YES_IF = "yes_if"
    NO = "no"
    WITHDRAWN = "withdrawn"


class Hand(StrEnum):
    """By whose doing a question changes: one of the two sides, or time alone."""

    RESIDENTS = "residents"
    INSTITUTION = "institution"
    TIME = "time"


#   told only?  stands                becomes               by whose hand
_ANSWERS = (
    # What residents may do anyway is told. Silence is no objection; an objection says why, and forbids nothing.
    (True,      Asked.OPEN,           Asked.FINE,           Hand.INSTITUTION),
    (True,      Asked.OPEN,           Asked.OBJECTION,      Hand.INSTITUTION),
    (True,      Asked.OPEN,           Asked.NO_OBJECTION,   Hand.TIME),
    (True,      Asked.OPEN,           Asked.WITHDRAWN,      Hand.RESIDENTS),
    # A permission or a means is asked. There is no line for time: unanswered it stays the institution's open debt.
    (False,     Asked.OPEN,           Asked.YES,            Hand.INSTITUTION),
    (False,     Asked.OPEN,           Asked.YES_IF,         Hand.INSTITUTION),
    (False,     Asked.OPEN,           Asked.NO,             Hand.INSTITUTION),
    (False,     Asked.OPEN,           Asked.WITHDRAWN,      Hand.RESIDENTS),
    # An institution may come to say more yes than it did, never less.
    (False,     Asked.NO,             Asked.YES_IF,         Hand.INSTITUTION),
    (False,     Asked.NO,             Asked.YES,            Hand.INSTITUTION),
    (False,     Asked.YES_IF,         Asked.YES,            Hand.INSTITUTION),
)  # fmt: skip
ANSWERS: Mapping[tuple[bool, Asked, Asked], Hand] = MappingProxyType(
    {(told, now, then): hand for told, now, then, hand in _ANSWERS}
)
"""The whole life of a question. What is not in it cannot happen."""
NEEDS_A_REASON = (Asked.YES_IF, Asked.NO, Asked.OBJECTION)


def term_of(kind: str) -> timedelta:
    """How long an institution has for this kind of question, as published.

    >>> term_of("told").days, term_of("money").days
    (14, 70)
    """
    return TERM_TOLD if kind == "told" else TERM


def answers(kind: str, now: Asked, hand: Hand = Hand.INSTITUTION) -> tuple[Asked, ...]:
    """What this side can make of a question that stands so, in the order of the table.

    >>> [str(one) for one in answers("place", Asked.NO)]
    ['yes_if', 'yes']
    """
    told = kind == "told"
    return tuple(
        then for (only, then_now, then), by in ANSWERS.items() if (only, then_now, by) == (told, now, hand)
    )


def stands(kind: str, kept: Asked, due: date, today: date) -> Asked:
    """Where a question stands today: time alone makes 'no objection' of one that was told, and nothing of any other.

    >>> stands("told", Asked.OPEN, date(2026, 1, 15), date(2026, 1, 16))
    <Asked.NO_OBJECTION: 'no_objection'>
    >>> stands("money", Asked.OPEN, date(2026, 1, 15), date(2030, 1, 1))
    <Asked.OPEN: 'open'>
    """
    over = kept is Asked.OPEN and today > due
    return Asked.NO_OBJECTION if over and (kind == "told", kept, Asked.NO_OBJECTION) in ANSWERS else kept


def tone(now: Asked, asked_on: date, due: date, today: date) -> str:
    """How loud the waiting is: nothing, `late` past its date, `very_late` when it waits as long again as it had.

    As long again, so that the second tone means the same whatever the term: the institution took twice the time it set
    itself.

    >>> tone(Asked.OPEN, date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 21))
    'late'
    >>> tone(Asked.OPEN, date(2026, 1, 1), date(2026, 1, 11), date(2026, 1, 22))
    'very_late'
    """
    if now is not Asked.OPEN or today <= due:
        return ""
    return "late" if today - due <= due - asked_on else "very_late"


def check_question(kind: str, words: str, waiting: int, cents: int | None = None) -> str:
    """A question says what in a few words; an initiative does not flood those who answer. Whoever asks money says how much
    (`cents`, whole), and nobody else does."""
    words = " ".join(words.split())
    if kind not in KINDS:
        raise Refused("initiatives.kind_unknown")
    if not words:
        raise Refused("initiatives.question_missing")
    if len(words) > LONGEST_QUESTION:
        raise Refused("initiatives.question_too_long", most=LONGEST_QUESTION)
    if waiting >= MOST_OPEN:
        raise Refused("initiatives.many_open", most=MOST_OPEN)
    if kind == MONEY and not cents:
        raise Refused("initiatives.amount_missing")
    if cents is not None and (kind != MONEY or not 0 < cents <= MOST_CENTS):
        raise Refused("initiatives.amount_wrong")
    return words


def check_answer(kind: str, now: Asked, becomes: str, hand: Hand, reason: str = "") -> tuple[Asked, str]:
    """The answer and its reason in plain words; refuses what is not in `ANSWERS`, the wrong hand, and a no that says
    nothing."""
    reason = " ".join(reason.split())
    if becomes not in tuple(Asked):
        raise Refused("initiatives.question_moved_on")
    then = Asked(becomes)
    if ANSWERS.get((kind == "told", now, then)) is not hand:
        late = kind == "told" and now is Asked.NO_OBJECTION and hand is Hand.INSTITUTION
        raise Refused("initiatives.no_objection_is" if late else "initiatives.question_moved_on")
    if then in NEEDS_A_REASON and not reason:
        raise Refused("initiatives.reason_missing")
    if len(reason) > LONGEST_REASON:
        raise Refused("initiatives.reason_too_long", most=LONGEST_REASON)
    return then, reason


class Part(StrEnum):
    """Where a role in an initiative is: nobody has it, somebody has, it is offered to another, or two carry it together."""

    VACANT = "vacant"
    HELD = "held"
    OFFERED = "offered"
    OVERLAP = "overlap"


class Pass(StrEnum):
    """What can happen to a role in an initiative."""

    CLAIM = "claim"
    OFFER = "offer"
    ACCEPT = "accept"
    DECLINE = "decline"
    TAKE_BACK = "take_back"
    FINISH = "finish"
    LAY_DOWN = "lay_down"


#   is              what happens        by whom                     becomes
_PARTS = (
    (Part.VACANT,   Pass.CLAIM,         ("anybody",),               Part.HELD),
    (Part.HELD,     Pass.OFFER,         ("holder",),                Part.OFFERED),
    (Part.HELD,     Pass.LAY_DOWN,      ("holder",),                Part.VACANT),
    # Offered, and not answered in time, it is held by who held it: silence is no yes to carrying.
    (Part.OFFERED,  Pass.ACCEPT,        ("asked",),                 Part.OVERLAP),
    (Part.OFFERED,  Pass.DECLINE,       ("asked",),                 Part.HELD),
    (Part.OFFERED,  Pass.TAKE_BACK,     ("holder",),                Part.HELD),
    (Part.OFFERED,  Pass.LAY_DOWN,      ("holder",),                Part.VACANT),
    # Both said yes. On the last day of it, or when one of them says that it is done, it is the new one's.
    (Part.OVERLAP,  Pass.FINISH,        ("holder", "asked"),        Part.HELD),
    (Part.OVERLAP,  Pass.LAY_DOWN,      ("holder",),                Part.HELD),
    (Part.OVERLAP,  Pass.DECLINE,       ("asked",),                 Part.HELD),
)  # fmt: skip
PARTS: Mapping[tuple[Part, Pass], tuple[tuple[str, ...], Part]] = MappingProxyType(
    {(now, turn): (who, then) for now, turn, who, then in _PARTS}
)
"""The whole life of a role in an initiative. What is not in it cannot happen."""


@dataclass(frozen=True)
class Passing(Generic[One]):
    """A role as it is kept: who holds it, whom it was offered to, when, for how many weeks both carry it, and since when
    both said yes."""

    holder: One | None
    to: One | None = None
    offered_on: date | None = None
    weeks: int = 1
    accepted_on: date | None = None

    def on(self, today: date) -> "Carried[One]":
        """Where the role is today; time needs nobody to write it down.

        >>> both = Passing("Joris", "Noor", date(2026, 1, 1), 2, date(2026, 1, 8))
        >>> both.on(date(2026, 1, 22)).part, both.on(date(2026, 1, 23)).holder
        (<Part.OVERLAP: 'overlap'>, 'Noor')
        """
        if self.to is not None and self.accepted_on is not None:
            until = self.accepted_on + timedelta(weeks=self.weeks)
            if self.holder is None or today > until:
                return Carried(Part.HELD, self.to, None, None)
            return Carried(Part.OVERLAP, self.holder, self.to, until)
        if self.holder is None:
            return Carried(Part.VACANT, None, None, None)
        if self.to is not None and self.offered_on is not None and today <= self.offered_on + OFFER_STANDS:
            return Carried(Part.OFFERED, self.holder, self.to, self.offered_on + OFFER_STANDS)
        return Carried(Part.HELD, self.holder, None, None)


@dataclass(frozen=True)
class Carried(Generic[One]):
    """Where a role is: who holds it, who is asked or carries along, and until when."""

    part: Part
    holder: One | None
    to: One | None
    until: date | None

    def after(self, turn: Pass, who: One) -> "tuple[One | None, One | None]":
        """Who holds it then, and who is asked or carries along; refuses what is not in `PARTS`, and the wrong person."""
        found = PARTS.get((self.part, turn))
        if found is None:
            raise Refused("initiatives.part_moved_on")
        by = {"anybody": True, "holder": who == self.holder, "asked": who == self.to}
        if not any(by[one] for one in found[0]):
            raise Refused("initiatives.part_not_yours")
        passes = self.part is Part.OVERLAP and turn in (Pass.FINISH, Pass.LAY_DOWN)
        holder = self.to if passes else who if turn is Pass.CLAIM else self.holder
        if found[1] is Part.VACANT:
            return None, None
        return holder, self.to if found[1] in (Part.OVERLAP, Part.OFFERED) else None


def check_part(name: str, have: int) -> str:
    """A role has a short name, and an initiative has some, not an organisation chart."""
    name = " ".join(name.split())
    if not name:
        raise Refused("initiatives.part_missing")
    if len(name) > LONGEST_PART:
        raise Refused("initiatives.part_too_long", most=LONGEST_PART)
    if have >= MOST_PARTS:
        raise Refused("initiatives.parts_enough", most=MOST_PARTS)
    return name


def check_weeks(weeks: int) -> int:
    """How long two carry a role together."""
    if weeks not in OVERLAP_WEEKS:
        raise Refused("initiatives.overlap_weeks", least=OVERLAP_WEEKS[0], most=OVERLAP_WEEKS[-1])
    return weeks
