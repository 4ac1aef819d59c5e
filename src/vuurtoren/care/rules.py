"""Who carries which task: what may become what, and by whose hand. Pure.

A task at a place has one step of carrying. Below a hand-over it follows from who joined in, and needs nobody's yes;
the steps of residents (4 and 5) come only from a hand-over that both sides said yes to.

>>> step_of([], None)
<Step.INSTITUTION: 1>
>>> step_of(["now_and_then", "weekly"], None)
<Step.TOGETHER: 3>
>>> step_of(["weekly"], Step.RESIDENTS_BACKED)
<Step.RESIDENTS_BACKED: 4>
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import IntEnum, StrEnum
from types import MappingProxyType

from vuurtoren.care.kinds import RHYTHM_DAYS
from vuurtoren.care.together import tidy
from vuurtoren.language import Refused
from vuurtoren.power.rules import Powers

LONGEST_NUMBER, LONGEST_NOTE = 12, 120
"""Characters of a house number, and of the words beside it."""


class Step(IntEnum):
    """Who carries a task, from the institution alone to residents in room of their own."""

    INSTITUTION = 1
    INSTITUTION_WITH_RESIDENTS = 2
    TOGETHER = 3
    RESIDENTS_BACKED = 4
    RESIDENTS_OWN_ROOM = 5

    @property
    def handed_over(self) -> bool:
        """Do residents hold the room, so that the institution may not act in it unasked (law 3)?"""
        return self >= Step.RESIDENTS_BACKED


class Side(StrEnum):
    """The two parties of a hand-over."""

    RESIDENTS = "residents"
    INSTITUTION = "institution"

    @property
    def other(self) -> "Side":
        """Who has to answer what this side asks."""
        return Side.INSTITUTION if self is Side.RESIDENTS else Side.RESIDENTS


class Hand(StrEnum):
    """By whose doing a change comes: one of the two sides, or time alone."""

    RESIDENTS = "residents"
    INSTITUTION = "institution"
    TIME = "time"


class State(StrEnum):
    """Where a hand-over is. Open: asked, yes-if (the institution answered, residents choose), overlap. In force: carried.
    The rest is over; replaced: another agreement took its place."""

    ASKED = "asked"
    YES_IF = "yes_if"
    OVERLAP = "overlap"
    CARRIED = "carried"
    DECLINED = "declined"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    ENDED = "ended"
    REPLACED = "replaced"


class Turn(StrEnum):
    """What can happen to a hand-over."""

    YES = "yes"
    YES_IF = "yes_if"
    ACCEPT = "accept"
    OTHERWISE = "otherwise"
    NO = "no"
    UNDO_NO = "undo_no"
    WITHDRAW = "withdraw"
    TERM_OVER = "term_over"
    OVERLAP_OVER = "overlap_over"
    REPLACED = "replaced"
    LAST_LEFT = "last_left"


class Voice(StrEnum):
    """How a neighbour stands behind a challenge."""

    ASKS = "asks"
    SUPPORTS = "supports"


class Said(StrEnum):
    """What the institution answers to a challenge with a dossier."""

    YES = "yes"
    YES_IF = "yes_if"
    TOGETHER = "together"
    NO = "no"

    @property
    def asks_back(self) -> bool:
        """Is it the residents' turn then: yes under conditions, or not alone but together?"""
        return self in ASKS_BACK


ASKS_BACK = (Said.YES_IF, Said.TOGETHER)


class Cause(StrEnum):
    """Why the step of a task changes."""

    JOIN = "join"
    ARRANGE = "arrange"
    LEAVE = "leave"
    AGREED = "agreed"


OPEN = (State.ASKED, State.YES_IF, State.OVERLAP)
LITTER = "litter"
LITTER_NAMES = MappingProxyType({"nl": "zwerfvuil prikken", "en": "picking litter"})
"""The first kind of task; it is always there, and the city's plan works on it alone. All kinds are data."""

#   who asked           is              what happens        by whose hand      becomes
_LIFE = (
    # A challenge: residents ask. There is no line for TERM_OVER: unanswered, it stays the institution's open debt.
    (Side.RESIDENTS,   State.ASKED,    Turn.YES,           Hand.INSTITUTION,  State.OVERLAP),
    (Side.RESIDENTS,   State.ASKED,    Turn.NO,            Hand.INSTITUTION,  State.DECLINED),
    (Side.RESIDENTS,   State.ASKED,    Turn.WITHDRAW,      Hand.RESIDENTS,    State.WITHDRAWN),
    (Side.RESIDENTS,   State.ASKED,    Turn.LAST_LEFT,     Hand.RESIDENTS,    State.WITHDRAWN),
    (Side.RESIDENTS,   State.ASKED,    Turn.YES_IF,        Hand.INSTITUTION,  State.YES_IF),
    # The institution said yes, if. Now residents choose; nothing is agreed, and no time runs against them.
    (Side.RESIDENTS,   State.YES_IF,   Turn.ACCEPT,        Hand.RESIDENTS,    State.OVERLAP),
    (Side.RESIDENTS,   State.YES_IF,   Turn.OTHERWISE,     Hand.RESIDENTS,    State.ASKED),
    (Side.RESIDENTS,   State.YES_IF,   Turn.WITHDRAW,      Hand.RESIDENTS,    State.WITHDRAWN),
    (Side.RESIDENTS,   State.YES_IF,   Turn.LAST_LEFT,     Hand.RESIDENTS,    State.WITHDRAWN),
    (Side.RESIDENTS,   State.YES_IF,   Turn.YES,           Hand.INSTITUTION,  State.OVERLAP),
    (Side.RESIDENTS,   State.YES_IF,   Turn.YES_IF,        Hand.INSTITUTION,  State.YES_IF),
    (Side.RESIDENTS,   State.YES_IF,   Turn.NO,            Hand.INSTITUTION,  State.DECLINED),
    (Side.RESIDENTS,   State.OVERLAP,  Turn.WITHDRAW,      Hand.RESIDENTS,    State.WITHDRAWN),
    (Side.RESIDENTS,   State.OVERLAP,  Turn.LAST_LEFT,     Hand.RESIDENTS,    State.WITHDRAWN),
    (Side.RESIDENTS,   State.OVERLAP,  Turn.OVERLAP_OVER,  Hand.TIME,         State.CARRIED),
    (Side.RESIDENTS,   State.CARRIED,  Turn.LAST_LEFT,     Hand.RESIDENTS,    State.ENDED),
    (Side.RESIDENTS,   State.CARRIED,  Turn.REPLACED,      Hand.TIME,         State.REPLACED),
    # An offer: the institution asks. Unanswered, it lapses and the institution goes on carrying.
    (Side.INSTITUTION, State.ASKED,    Turn.YES,           Hand.RESIDENTS,    State.OVERLAP),
    (Side.INSTITUTION, State.ASKED,    Turn.NO,            Hand.RESIDENTS,    State.DECLINED),
    (Side.INSTITUTION, State.DECLINED, Turn.UNDO_NO,       Hand.RESIDENTS,    State.ASKED),
    (Side.INSTITUTION, State.ASKED,    Turn.WITHDRAW,      Hand.INSTITUTION,  State.WITHDRAWN),
    (Side.INSTITUTION, State.ASKED,    Turn.TERM_OVER,     Hand.TIME,         State.LAPSED),
    (Side.INSTITUTION, State.ASKED,    Turn.LAST_LEFT,     Hand.RESIDENTS,    State.WITHDRAWN),
    (Side.INSTITUTION, State.OVERLAP,  Turn.WITHDRAW,      Hand.RESIDENTS,    State.WITHDRAWN),
    (Side.INSTITUTION, State.OVERLAP,  Turn.LAST_LEFT,     Hand.RESIDENTS,    State.WITHDRAWN),
    (Side.INSTITUTION, State.OVERLAP,  Turn.OVERLAP_OVER,  Hand.TIME,         State.CARRIED),
    (Side.INSTITUTION, State.CARRIED,  Turn.LAST_LEFT,     Hand.RESIDENTS,    State.ENDED),
    (Side.INSTITUTION, State.CARRIED,  Turn.REPLACED,      Hand.TIME,         State.REPLACED),
)  # fmt: skip
LIFE: Mapping[tuple[Side, State, Turn], tuple[Hand, State]] = MappingProxyType(
    {(asked, state, turn): (hand, becomes) for asked, state, turn, hand, becomes in _LIFE}
)
"""The whole life of a hand-over. What is not in it cannot happen."""

ANSWERS = frozenset({Turn.YES, Turn.YES_IF, Turn.ACCEPT, Turn.OTHERWISE, Turn.NO})
"""What is said to what the other side said last."""

STEPS: Mapping[Cause, frozenset[tuple[int, int]]] = MappingProxyType(
    {
        Cause.JOIN: frozenset({(1, 2), (1, 3), (2, 3)}),
        Cause.ARRANGE: frozenset({(2, 3), (3, 2)}),
        Cause.LEAVE: frozenset({(2, 1), (3, 1), (4, 1), (5, 1), (3, 2)}),
        Cause.AGREED: frozenset(
            {(2, 4), (2, 5), (3, 4), (3, 5), (4, 5), (5, 4), (4, 3), (5, 3), (4, 2), (5, 2)}
        ),
    }
)
"""From which step to which, and why. Only AGREED reaches 4 and 5; only leaving brings a task back to 1."""

POWERS: Mapping[Step, Powers] = MappingProxyType(
    {
        Step.INSTITUTION: Powers("institution", "residents", "institution", "institution"),
        Step.INSTITUTION_WITH_RESIDENTS: Powers("institution", "residents", "together", "institution"),
        Step.TOGETHER: Powers("institution", "residents", "together", "institution"),
        Step.RESIDENTS_BACKED: Powers("residents", "institution", "residents", "institution"),
        Step.RESIDENTS_OWN_ROOM: Powers("residents", "residents", "residents", "institution"),
    }
)
"""Who decides, advises, does and pays at each step. Joining in changes who does; only a hand-over changes who decides.
What residents need (bags, grabbers) the institution goes on paying, also in their own room: no hand-over is a saving."""
WHY_ROOM_ENDS: Mapping[Cause, str] = MappingProxyType({Cause.LEAVE: "given_back", Cause.AGREED: "together"})
"""Why residents hold a task no longer: the last one gave back, or both sides agreed to do it together again."""

MINUTES = range(1, 601)
BAGS = range(51)
PIECES = range(5001)
PEOPLE = range(1, 201)
STOP_STEPS = range(1, 29)
OVERLAP_DAYS = range(1, 57)
PARTS = ("whole", "a", "b")
RHYTHMS = tuple(RHYTHM_DAYS)
AFTER_STOP = ("ask", "comes")
GRADES = ("A+", "A", "B", "C", "D")
"""Best first, as in the CROW quality catalogue for public space."""
UNDO_WITHIN = timedelta(days=1)
QUESTIONS: Mapping[str, bool] = MappingProxyType(
    {
        "now": True,
        "better": True,
        "result": True,
        "know": False,
        "budget": True,
        "own": False,
        "help": False,
        "materials": False,
        "quality": True,
        "safety": False,
        "insured": False,
        "contact": False,
        "look_back": True,
        "report": False,
        "stops": True,
    }
)
"""What Dutch by-laws on the right to challenge ask, in order, and what cannot be left out (TRUST.md, last section)."""
EXCLUDED = ("enforcement", "trees", "play", "cables", "ice")
"""What residents cannot take over: by law, or since it takes a certificate. Said before anybody begins to write."""
LONGEST_ANSWER, LONGEST_TALK_TO, LONGEST_BODY, LONGEST_NAMED = 2000, 200, 120, 60
OBJECT_WITHIN = timedelta(weeks=6)
"""So long after an answer whoever disagrees may object (Awb 6:7)."""
MOST_ASK = 3
"""So many neighbours have to ask at the least, as by-laws have it."""
ROOM_LASTS = (timedelta(days=90), timedelta(days=3653))
"""A term that residents ask: a season at the least, ten years at most."""
RESIDENTS_THINK_AT_LEAST = timedelta(days=7)
OFFER_STANDS_AT_MOST = timedelta(days=366)
NOT_ASKED_AFTER_A_NO = timedelta(days=365)
ASK_AGAIN = (timedelta(days=14), NOT_ASKED_AFTER_A_NO)
"""Whoever says 'not now' says when they may be asked again: from two weeks to a year. A 'no thank you' holds for a year."""
HELP_LASTS = timedelta(days=7)
"""A question 'shall the city help this week?' and its answer hold for a week; only then is it asked again."""


@dataclass(frozen=True)
class Terms:
    """What both sides agree beforehand: the stop line, what happens below it, and how long they overlap.

    The stop line is a grade that is passed for so many steps; or, without a grade, so many rounds missed in a row.
    """

    stop_grade: str
    stop_steps: int
    after_stop: str
    overlap_days: int

    def __post_init__(self) -> None:
        if self.stop_grade and self.stop_grade not in GRADES[:-1]:
            raise Refused("care.stop_grade", best=GRADES[0], worst=GRADES[-2])
        _within("care.stop_steps", self.stop_steps, STOP_STEPS)
        _within("care.overlap", self.overlap_days, OVERLAP_DAYS)
        _one_of(self.after_stop, AFTER_STOP)

    def passed(self, grade: str, steps_below: int) -> bool:
        """Is the stop line passed: a worse `grade` than agreed, for as many steps as agreed?

        >>> Terms("B", 2, "ask", 14).passed("C", 2), Terms("B", 2, "ask", 14).passed("B", 9)
        (True, False)
        """
        return GRADES.index(grade) > GRADES.index(self.stop_grade) and steps_below >= self.stop_steps

    def missed_too_many(self, rounds: int) -> bool:
        """Is the stop line of a kind without grades passed: so many rounds missed in a row as agreed?

        >>> Terms("", 2, "ask", 14).missed_too_many(2), Terms("B", 2, "ask", 14).missed_too_many(9)
        (True, False)
        """
        return not self.stop_grade and rounds >= self.stop_steps


@dataclass(frozen=True)
class Share:
    """How somebody carries: the whole place or a half of it, how often, alone (1) or with how many."""

    part: str
    rhythm: str
    people: int

    def __post_init__(self) -> None:
        _one_of(self.part, PARTS)
        _one_of(self.rhythm, RHYTHMS)
        _within("care.people", self.people, PEOPLE)


def next_state(asked: Side, state: State, turn: Turn, hand: Hand) -> State:
    """What a hand-over becomes; refuses what is not in `LIFE`, and the wrong hand."""
    if (found := LIFE.get((asked, state, turn))) is None:
        raise Refused("care.hand_over_moved_on")
    if found[0] is not hand:
        raise Refused("care.other_side_answers" if turn in ANSWERS else "care.not_your_side")
    return found[1]


def step_of(rhythms: Iterable[str], agreed: Step | None) -> Step:
    """The step that follows from the rhythms of those who carry now and the hand-over in force, if any."""
    held = set(rhythms)
    if not held:
        return Step.INSTITUTION
    if agreed and agreed.handed_over:
        return agreed
    return Step.TOGETHER if any(RHYTHM_DAYS[one] for one in held) else Step.INSTITUTION_WITH_RESIDENTS


def check_step(old: Step, new: Step, cause: Cause) -> Step:
    """`new`, if `cause` may bring a task there from `old`; anything else is a fault in the house itself."""
    if old != new and (old, new) not in STEPS[cause]:
        raise ValueError(f"{cause} cannot bring a task from {old} to {new}")
    return new


def check_goal(asked: Side, now: Step, to: Step, anew: bool = False) -> None:
    """May this side ask for step `to`, seen from `now`? Residents ask for room; coming back is theirs to do freely.

    `anew`: they ask for another term, amount or conditions, so that the step may stay what it is where they hold it.
    """
    if to == now and not (anew and now.handed_over):
        raise Refused("care.already_so")
    back = asked is Side.INSTITUTION and to is Step.TOGETHER and now.handed_over
    if not to.handed_over and not back:
        raise Refused("care.not_a_hand_over")


def check_term(today: date, answer_by: date) -> None:
    """Residents get time to think about an offer, and an offer does not hang above a street for ever."""
    if answer_by < today + RESIDENTS_THINK_AT_LEAST:
        raise Refused("care.answer_too_soon", days=RESIDENTS_THINK_AT_LEAST.days)
    if answer_by > today + OFFER_STANDS_AT_MOST:
        raise Refused("care.answer_too_late", days=OFFER_STANDS_AT_MOST.days)


def asked_again_on(today: date, chosen: date | None) -> date:
    """From when the institution may offer the same again: the day residents chose, or after a plain no a year later."""
    soonest, latest = ASK_AGAIN
    day = chosen or today + NOT_ASKED_AFTER_A_NO
    if not today + soonest <= day <= today + latest:
        raise Refused("care.ask_again_when", least=today + soonest, most=today + latest)
    return day


def check_not_asked_lately(ask_again_on: date | None, today: date) -> None:
    """A no is heard: until the day that residents said, the institution does not offer the same place again."""
    if ask_again_on and today < ask_again_on:
        raise Refused("care.asked_lately", on=ask_again_on)


def check_answer(question: str, words: str) -> str:
    """An answer of a dossier, trimmed; empty is not answered yet."""
    if question not in QUESTIONS:
        raise Refused("care.choice_unknown")
    return _words(words, LONGEST_ANSWER)


def check_ready(answered: Iterable[str], askers: int) -> None:
    """Has everything an answer that needs one, and do enough neighbours ask?"""
    missing = [question for question, needed in QUESTIONS.items() if needed and question not in set(answered)]
    if missing:
        raise Refused("care.dossier_not_ready", count=len(missing))
    if askers < MOST_ASK:
        raise Refused("care.too_few_ask", count=MOST_ASK)


def check_until(today: date, until: date) -> None:
    """A term that says how long: not too short to be worth it, not for ever."""
    shortest, longest = ROOM_LASTS
    if not today + shortest <= until <= today + longest:
        raise Refused("care.room_lasts", least=today + shortest, most=today + longest)


def check_said(said: str, conditions: str, reasons: str, talk_to: str) -> tuple[str, str, str]:
    """A yes-if has conditions, and so has together (how); a no has reasons and somebody with whom to talk on. Trimmed; the
    rest is left empty."""
    if said not in tuple(Said):
        raise Refused("care.choice_unknown")
    conditions, reasons = _words(conditions, LONGEST_ANSWER), _words(reasons, LONGEST_ANSWER)
    talk_to = _words(talk_to, LONGEST_TALK_TO)
    if Said(said).asks_back and not conditions:
        raise Refused("care.conditions_missing")
    if said == Said.NO and not (reasons and talk_to):
        raise Refused("care.say_why_not")
    return (
        conditions if Said(said).asks_back else "",
        reasons if said == Said.NO else "",
        talk_to if said == Said.NO else "",
    )


def check_otherwise(words: str) -> str:
    """How residents want it instead of the conditions, trimmed; without words nothing was asked."""
    words = _words(words, LONGEST_ANSWER)
    if not words:
        raise Refused("care.say_how")
    return words


def check_named(words: str) -> str:
    """How somebody wants to stand on paper: one line, trimmed; empty is not by name."""
    return _words(" ".join(words.split()), LONGEST_NAMED)


def check_body(words: str) -> str:
    """Who decided, in one line; empty is the institution itself."""
    return _words(" ".join(words.split()), LONGEST_BODY)


def check_kind(graded: bool, excluded: bool, stop_grade: str) -> None:
    """May a task of this kind be handed over, and is its stop line told as this kind tells it?"""
    if excluded:
        raise Refused("care.excluded")
    if graded != bool(stop_grade):
        raise Refused(
            "care.stop_of_kind" if stop_grade else "care.stop_grade", best=GRADES[0], worst=GRADES[-2]
        )


def check_rhythm(rhythm: str, rhythms: Iterable[str]) -> None:
    """Each kind of task has rhythms of its own."""
    _one_of(rhythm, tuple(rhythms))


def check_amount(minutes: int, amount: int | None, most: int) -> None:
    """A round of a kind that has a measure of its own."""
    _within("care.minutes", minutes, MINUTES)
    _within("care.amount", 0 if amount is None else amount, range(most + 1))


def check_round(minutes: int, bags: int, pieces: int | None, grade: str | None) -> None:
    """Refuses only what is surely a slip of the finger."""
    _within("care.minutes", minutes, MINUTES)
    _within("care.bags", bags, BAGS)
    if pieces is not None:
        _within("care.pieces", pieces, PIECES)
    if grade is not None:
        _one_of(grade, GRADES)


def check_undo(done_at: datetime, undone_at: datetime | None, at: datetime) -> None:
    """A round can be taken out within a day, once."""
    if undone_at:
        raise Refused("care.round_undone")
    if at - done_at > UNDO_WITHIN:
        raise Refused("care.round_too_old")


def check_undo_no(said_at: datetime | None, at: datetime) -> None:
    """A no that was a slip of the finger is taken back within a day."""
    if said_at is None or at - said_at > UNDO_WITHIN:
        raise Refused("care.no_stands")


def check_tools(number: str, note: str) -> tuple[str, str]:
    """A house number and a few words about where grabbers and bags lie, trimmed."""
    number, note = " ".join(number.split()), " ".join(note.split())
    if len(number) > LONGEST_NUMBER or len(note) > LONGEST_NOTE:
        raise Refused("care.tools_too_long", number=LONGEST_NUMBER, note=LONGEST_NOTE)
    return number, note


def check_ask_help(step: Step, is_open: bool, last_asked: date | None, step_date: date) -> None:
    """The city asks only those who hold the room, one question at a time, at most once a week."""
    if not step.handed_over:
        raise Refused("care.not_handed_over")
    if is_open or (last_asked and step_date < last_asked + HELP_LASTS):
        raise Refused("care.help_asked_lately")


def city_may_come(step: Step, answer: str, answered_on: date | None, day: date) -> bool:
    """May the city come on `day`: nobody else holds the room, or those who do said yes this week? (law 3)

    >>> city_may_come(Step.RESIDENTS_BACKED, "yes", date(2026, 5, 4), date(2026, 5, 10))
    True
    >>> city_may_come(Step.RESIDENTS_BACKED, "", None, date(2026, 5, 10))
    False
    """
    said_yes = answer == "yes" and answered_on is not None and day < answered_on + HELP_LASTS
    return not step.handed_over or said_yes


def city_itself(step: Step, city_days: int | None, comes: bool, said: str = "") -> str:
    """What the institution does by itself for a kind with a rhythm of its own: its rhythm goes on until residents hold the
    room, and is there again the moment they give back. `said`: how it said that it stops here, if it did.

    >>> city_itself(Step.TOGETHER, 14, False), city_itself(Step.RESIDENTS_BACKED, 14, False)
    ('days', 'held')
    >>> city_itself(Step.TOGETHER, 14, False, "less")
    'less'
    """
    if step.handed_over:
        return "comes" if comes else "held"
    return said or ("days" if city_days else "none")


def next_round(rhythm: str, last: date | None, today: date) -> date | None:
    """A friendly moment for the next round, such as a week after the last, never in the past; None for now and then."""
    if not (days := RHYTHM_DAYS[rhythm]):
        return None
    return max(today, last + timedelta(days=days)) if last else today


def _within(code: str, value: int, allowed: range) -> None:
    if value not in allowed:
        raise Refused(code, least=allowed[0], most=allowed[-1])


def _words(words: str, longest: int) -> str:
    words = tidy(words)
    if len(words) > longest:
        raise Refused("care.words_too_long", most=longest)
    return words


def _one_of(value: str, allowed: tuple[str, ...]) -> None:
    if value not in allowed:
        raise Refused("care.choice_unknown")
