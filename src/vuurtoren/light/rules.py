"""What the words of the light must be, and what must be true of principles and exceptions. Pure.

>>> alike([date(2026, 1, 5), date(2026, 3, 1), date(2026, 6, 1)], date(2025, 1, 1), date(2026, 6, 2))
True
>>> stands(date(2026, 6, 30), None, date(2026, 7, 1))
'lapsed'
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from vuurtoren.language import Refused
from vuurtoren.people.rules import Role

Somebody = TypeVar("Somebody", bound=Hashable)
LONGEST_LINE = 140
LONGEST_STORY = 4000

LONGEST_PRINCIPLE, LONGEST_WHY, LONGEST_EXAMPLES = 140, 600, 600
"""Characters of what a principle says (one sentence), of why, and of examples, one a line."""
ABOUT = ("any", "room", "challenge", "excluded", "question", "rights")
"""What a principle is about: anything, or one of the places where the house says no to somebody (`BLOCKS`)."""
BLOCKS = ABOUT[1:]
"""Where the house stops somebody: in residents' room, with a challenge, with what cannot be challenged, with a question of
an initiative, and where a right is missing. Each names a principle and a person to talk to (decision 0026)."""
DECISIONS = ("challenge", "question", "plan", "exception")
"""Kinds of decision that can lean on a principle. The floors above say which one by its key: a plain value here."""
WHAT = ("new", "reword", "rest")
"""What is proposed: a principle, other words for one, or that it is laid to rest."""
LOOK_AGAIN_WITHIN = timedelta(days=2 * 366)
"""No principle goes unlooked at for longer: who lived here then may not be who lives here now."""
ADOPTERS = (Role.HOST, Role.BUILDER, Role.BOARD)
"""Who adopts, two together: those who see what a principle does to people at tables, in streets and in what was agreed.
The rights table says the same of `principle.adopt`."""
TALKERS = (Role.HOST, Role.BUILDER)
"""Who may be named where the house says no, if they agree."""
MOST_PROPOSED = 12
"""Of one neighbour at a time."""

LONGEST_FOR_WHOM = 120
EXCEPTION_AT_MOST = timedelta(days=366)
"""What is needed for longer than a year is no exception, but another principle."""
ALIKE, ALIKE_WITHIN = 3, timedelta(days=365)
"""So many exceptions to one principle within a year ask for a talk at a learning table (issue 4)."""

LONGEST_RULE, LONGEST_WHOSE, LONGEST_AFTER = 240, 80, 300
LONGEST_FOUND = 80
"""Characters of where somebody is found who may be talked to."""


def check_words(line: str, story: str) -> tuple[str, str]:
    """One line that fits above a page, and a story that fits on one."""
    line, story = " ".join(line.split()), story.strip()
    if not line:
        raise Refused("light.no_words")
    if len(line) > LONGEST_LINE or len(story) > LONGEST_STORY:
        raise Refused("light.too_long", line=LONGEST_LINE, story=LONGEST_STORY)
    return line, story


@dataclass(frozen=True)
class Text:
    """A principle in words: what it says, why, and examples that fit and that do not, one a line."""

    words: str
    why: str
    fits: str = ""
    fits_not: str = ""


def check_text(text: Text) -> Text:
    """A sentence and a reason; examples may be left out.

    >>> check_text(Text(" Eerst  vragen ", "Omdat we hier wonen.", "De stad belt.\\n\\n De ploeg  vraagt. "))
    Text(words='Eerst vragen', why='Omdat we hier wonen.', fits='De stad belt.\\nDe ploeg vraagt.', fits_not='')
    """
    words, why = " ".join(text.words.split()), text.why.strip()
    fits, fits_not = _lines(text.fits), _lines(text.fits_not)
    if not words or not why:
        raise Refused("light.principle_words")
    if len(words) > LONGEST_PRINCIPLE or len(why) > LONGEST_WHY:
        raise Refused("light.principle_long", words=LONGEST_PRINCIPLE, why=LONGEST_WHY)
    if max(len(fits), len(fits_not)) > LONGEST_EXAMPLES:
        raise Refused("light.examples_long", most=LONGEST_EXAMPLES)
    return Text(words, why, fits, fits_not)


def check_about(about: str) -> str:
    """One of the things a principle can be about."""
    if about not in ABOUT:
        raise Refused("light.about_unknown")
    return about


def check_look_again(on: date, today: date) -> date:
    """A day to come, and not too far away."""
    if not today < on <= today + LOOK_AGAIN_WITHIN:
        raise Refused("light.look_again_when")
    return on


def is_due(look_again_on: date, today: date) -> bool:
    """Has the day to look again come?"""
    return today >= look_again_on


def check_second(first: Somebody | None, by: Somebody) -> bool:
    """Is this the second yes? False: it is the first one; refused: the same person twice.

    >>> check_second(None, "Amina"), check_second("Amina", "Mei")
    (False, True)
    """
    if first == by:
        raise Refused("people.second_person_needed")
    return first is not None


def check_exception(why: str, for_whom: str, until: date, today: date) -> tuple[str, str]:
    """Why, for whom in words, and an end that comes by itself."""
    why, for_whom = " ".join(why.split()), " ".join(for_whom.split())
    if not why or not for_whom:
        raise Refused("light.exception_words")
    if len(why) > LONGEST_WHY or len(for_whom) > LONGEST_FOR_WHOM:
        raise Refused("light.exception_long", why=LONGEST_WHY, whom=LONGEST_FOR_WHOM)
    if not today <= until <= today + EXCEPTION_AT_MOST:
        raise Refused("light.exception_ends")
    return why, for_whom


def stands(until: date, ended_on: date | None, today: date) -> str:
    """Where an exception stands: it `runs`, was `ended` earlier, or has `lapsed` by itself."""
    if ended_on is not None:
        return "ended"
    return "runs" if today <= until else "lapsed"


def alike(made: Iterable[date], worded_on: date, today: date) -> bool:
    """Were there three exceptions to these words of a principle within the last year? Other words begin anew."""
    counted = [one for one in made if one >= worded_on and today - ALIKE_WITHIN <= one <= today]
    return len(counted) >= ALIKE


def check_rule(rule: str, whose: str, replaced_on: date, today: date) -> tuple[str, str]:
    """A rule that was, whose it was, and the day on which it made room."""
    rule, whose = " ".join(rule.split()), " ".join(whose.split())
    if not rule or not whose:
        raise Refused("light.rule_words")
    if len(rule) > LONGEST_RULE or len(whose) > LONGEST_WHOSE:
        raise Refused("light.rule_long", rule=LONGEST_RULE, whose=LONGEST_WHOSE)
    if replaced_on > today:
        raise Refused("light.rule_when")
    return rule, whose


def check_line(words: str, most: int, empty: bool = False) -> str:
    """One line of words of at most so many characters."""
    words = " ".join(words.split())
    if not words and not empty:
        raise Refused("light.line_missing")
    if len(words) > most:
        raise Refused("light.line_long", most=most)
    return words


def _lines(text: str) -> str:
    return "\n".join(" ".join(one.split()) for one in text.splitlines() if one.strip())
