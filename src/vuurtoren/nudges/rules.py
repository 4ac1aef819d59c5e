"""What must be true of a nudge, of asking whether something may go wrong, and of what was learned. Pure.

>>> suggested(Answers(Undone.NEVER, Hurt.OTHER, Learns.THEY))
<Stance.NOT_NOW: 'not_now'>
>>> suggested(Answers(Undone.EASILY, Hurt.NOBODY, Learns.THEY))
<Stance.LET_GO: 'let_go'>
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from vuurtoren.language import Refused

FOR_THEM = "for_them"
KINDS = ("invite", "introduce", "inform", "together", FOR_THEM, "money")
"""What a nudge is: from asking somebody along, by way of doing it together, to doing it for them and paying it."""
ABOUT = ("initiative", "table", "street")
"""Of what kind a thing of another app is that a nudge or a question is about."""
UNDO_WITHIN = timedelta(days=1)
MOST_A_DAY = 60
"""Nudges of one giver within a day: room for a busy day at a market, none for a flood."""

WINDOW_MONTHS = 3
LEAST_FOR_THEM, LEAST_BEFORE = 5, 3
"""Fewer than so many times doing it for them in three months is nothing to speak of; and before that there must be
enough nudges to have a share of."""
HEARD = ("fine", "otherwise")
"""What the giver says to it: it is well so, or I do it in another way. Neither is the right one."""
SILENT_FOR = timedelta(weeks=13)
"""After an answer: until three other months are over, so that nobody hears the same months twice."""

BETWEEN_LETTERS = timedelta(weeks=1)

LONGEST_WORDS, LONGEST_LEARNED = 200, 400
"""Characters of what is at stake, the stop line and why otherwise; and of what was learned."""
LONGEST_WAIT = timedelta(days=366)
MOST_SHARED, MOST_OPEN = 40, 40
"""People one weighing is shared with, and weighings of one person that nobody looked back on yet."""


@dataclass(frozen=True)
class About:
    """A thing of another app: its kind and its key. That it is there, whoever calls has asked."""

    kind: str
    key: UUID

    def __post_init__(self) -> None:
        if self.kind not in ABOUT:
            raise Refused("nudges.about_unknown")


@dataclass(frozen=True)
class Given:
    """How many nudges somebody gave in some months: doing it for them, and all together."""

    for_them: int
    all: int


def check_nudge(kind: str, today: int) -> str:
    """One of the six kinds, and no flood of them."""
    if kind not in KINDS:
        raise Refused("nudges.kind_unknown")
    if today >= MOST_A_DAY:
        raise Refused("nudges.enough", most=MOST_A_DAY)
    return kind


def may_undo(given_at: datetime, at: datetime) -> bool:
    """Can a slip still be taken back?"""
    return at - given_at <= UNDO_WITHIN


def month_back(day: date, months: int) -> date:
    """The first day of the month so many months before that of `day`.

    >>> month_back(date(2026, 2, 20), 3)
    datetime.date(2025, 11, 1)
    """
    number = day.year * 12 + day.month - 1 - months
    return date(number // 12, number % 12 + 1, 1)


def grows(before: Given, lately: Given) -> bool:
    """Does somebody do it for them more often than in the three months before, and as a larger share of their nudges?

    A larger share alone may be a quiet season, more of them alone a busy one; so both, and enough of them to speak of.

    >>> grows(Given(2, 10), Given(6, 10)), grows(Given(2, 10), Given(6, 60)), grows(Given(0, 0), Given(9, 9))
    (True, False, False)
    """
    more = lately.for_them >= LEAST_FOR_THEM and lately.for_them > before.for_them
    larger = lately.for_them * before.all > before.for_them * lately.all
    return more and larger and before.all >= LEAST_BEFORE


def is_silent(heard_on: date | None, today: date) -> bool:
    """Did they answer so short a time ago that it is not said again?"""
    return heard_on is not None and today - heard_on < SILENT_FOR


def a_new_month(today: date) -> bool:
    """Is this week's letter the first of a month? Then three other months are over, and what grew is said once.

    >>> [a_new_month(date(2026, 11, day)) for day in (1, 7, 8, 30)]
    [True, True, False, False]
    """
    return today - month_back(today, 0) < BETWEEN_LETTERS


def comes_to_mind_from(today: date) -> date:
    """A day to look back is told in the letter of this week when it came after this day."""
    return today - BETWEEN_LETTERS


def check_heard(answer: str) -> str:
    """One of the two answers."""
    if answer not in HEARD:
        raise Refused("nudges.heard_unknown")
    return answer


class Undone(StrEnum):
    """Can it be undone when it goes wrong?"""

    EASILY = "easily"
    EFFORT = "effort"
    NEVER = "never"


class Hurt(StrEnum):
    """Who is hurt when it goes wrong: nobody, only who does it, or somebody else."""

    NOBODY = "nobody"
    DOER = "doer"
    OTHER = "other"


class Learns(StrEnum):
    """Who learns from it: who does it, all of us, or nobody."""

    THEY = "they"
    WE = "we"
    NOBODY = "nobody"


class Stance(StrEnum):
    """What one does: let go, stand beside them, step in, or hold it back.

    `NOT_NOW` answers the question itself, "may it go wrong?": here it may not, now. So it asks to step in or to hold it
    back; it is never "do not step in".
    """

    LET_GO = "let_go"
    BESIDE = "beside"
    STEP_IN = "step_in"
    NOT_NOW = "not_now"


STOPS_IT = (Stance.STEP_IN, Stance.NOT_NOW)
"""What keeps it from going wrong now: stepping in, or holding it back. Neither is ever what must be explained."""


@dataclass(frozen=True)
class Answers:
    """The three questions, answered."""

    undone: Undone
    hurt: Hurt
    learns: Learns


#   who is hurt     can it be undone    somebody learns     nobody learns
_SUGGESTS = (
    (Hurt.NOBODY,   Undone.EASILY,      Stance.LET_GO,      Stance.LET_GO),
    (Hurt.NOBODY,   Undone.EFFORT,      Stance.LET_GO,      Stance.BESIDE),
    (Hurt.NOBODY,   Undone.NEVER,       Stance.BESIDE,      Stance.BESIDE),
    (Hurt.DOER,     Undone.EASILY,      Stance.LET_GO,      Stance.BESIDE),
    (Hurt.DOER,     Undone.EFFORT,      Stance.BESIDE,      Stance.BESIDE),
    (Hurt.DOER,     Undone.NEVER,       Stance.BESIDE,      Stance.STEP_IN),
    (Hurt.OTHER,    Undone.EASILY,      Stance.BESIDE,      Stance.STEP_IN),
    (Hurt.OTHER,    Undone.EFFORT,      Stance.STEP_IN,     Stance.STEP_IN),
    # Whoever did not choose it, and cannot be made whole again: whatever is learned, it may not go wrong now.
    (Hurt.OTHER,    Undone.NEVER,       Stance.NOT_NOW,     Stance.NOT_NOW),
)  # fmt: skip
SUGGESTS: Mapping[tuple[Hurt, Undone], tuple[Stance, Stance]] = MappingProxyType(
    {(hurt, undone): (learned, not_learned) for hurt, undone, learned, not_learned in _SUGGESTS}
)
"""What the house suggests, by who is hurt and whether it can be undone: where somebody learns, and where nobody does."""


def suggested(answers: Answers) -> Stance:
    """What the house suggests. A person decides (law 8)."""
    return SUGGESTS[answers.hurt, answers.undone][answers.learns is Learns.NOBODY]


def why(answers: Answers) -> str:
    """Which sentence explains what is suggested; where learning makes the difference there are two.

    >>> why(Answers(Undone.EFFORT, Hurt.NOBODY, Learns.WE)), why(Answers(Undone.NEVER, Hurt.OTHER, Learns.NOBODY))
    ('nobody-effort', 'other-never')
    """
    learned, not_learned = SUGGESTS[answers.hurt, answers.undone]
    matters = learned is not not_learned and answers.learns is Learns.NOBODY
    return f"{answers.hurt.value}-{answers.undone.value}" + ("-unlearned" if matters else "")


def check_answers(undone: str, hurt: str, learns: str, stake: str, waiting: int) -> tuple[Answers, str]:
    """The three answers, and what is at stake in a few words."""
    if undone not in tuple(Undone) or hurt not in tuple(Hurt) or learns not in tuple(Learns):
        raise Refused("nudges.answers_missing")
    if waiting >= MOST_OPEN:
        raise Refused("nudges.many_open", most=MOST_OPEN)
    stake = _tidy(stake, LONGEST_WORDS)
    if not stake:
        raise Refused("nudges.stake_missing")
    return Answers(Undone(undone), Hurt(hurt), Learns(learns)), stake


@dataclass(frozen=True)
class Decision:
    """What a person decides: what they do, when they stop it, when they look back, and why otherwise than suggested."""

    stance: str
    stop: str
    look_back_on: date
    why: str = ""

    def check(self, answers: Answers, today: date) -> "Decision":
        """Tidied; refuses what says too little. Where it may not go wrong now, whoever lets it go on says why."""
        if self.stance not in tuple(Stance):
            raise Refused("nudges.stance_unknown")
        stop, why_ = _tidy(self.stop, LONGEST_WORDS), _tidy(self.why, LONGEST_WORDS)
        if not stop and self.stance != Stance.NOT_NOW:
            raise Refused("nudges.stop_missing")
        if suggested(answers) is Stance.NOT_NOW and self.stance not in STOPS_IT and not why_:
            raise Refused("nudges.why_missing")
        if not today < self.look_back_on <= today + LONGEST_WAIT:
            raise Refused("nudges.look_back_day")
        return Decision(self.stance, stop, self.look_back_on, why_)


class Went(StrEnum):
    """How it went, looking back."""

    WELL = "well"
    OTHERWISE = "otherwise"
    WRONG = "wrong"


LESSONS = (Went.OTHERWISE, Went.WRONG)
"""What may become a lesson for all: what went otherwise than hoped."""


def check_went(went: str) -> Went:
    """One of the three."""
    if went not in tuple(Went):
        raise Refused("nudges.went_unknown")
    return Went(went)


def check_learned(words: str) -> str:
    """What somebody learned, in their own words; empty takes them away."""
    return _tidy(words, LONGEST_LEARNED)


def is_published(went: str, yeses: Collection[bool]) -> bool:
    """May all read it: is it a lesson, and did everybody whose words they are say yes?

    >>> is_published("wrong", [True, True]), is_published("wrong", [True, False]), is_published("wrong", [])
    (True, False, False)
    """
    return went in LESSONS and bool(yeses) and all(yeses)


def _tidy(words: str, longest: int) -> str:
    words = " ".join(words.split())
    if len(words) > longest:
        raise Refused("nudges.too_long", most=longest)
    return words
