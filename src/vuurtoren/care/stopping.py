"""The institution stops a task, or does less of it: what it says of that, and what it is called. Pure.

Saying so makes no room. It is room only where residents took the task up by a hand-over that both sides said yes to;
everything else is stopping, also when an offer was declined or lapsed.

>>> outcome_of(Step.INSTITUTION, ["declined"])
<Outcome.DECLINED: 'declined'>
>>> outcome_of(Step.TOGETHER, []).taken
False
>>> outcome_of(Step.RESIDENTS_BACKED, ["lapsed", "carried"]).taken
True
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import StrEnum

from vuurtoren.care.rules import State, Step
from vuurtoren.language import Refused

HOW = ("stops", "less")
"""Stops altogether, or does less of it. Neither makes room, and neither is called by a softer word."""
WHY = ("money", "people", "elsewhere", "law", "works", "other")
"""Why, from a short list: no money, too few people, needed elsewhere, not allowed, works in the street, something else."""
LONGEST_WORDS = 400
MOST_PLACES = 40
SAID_AFTER_AT_MOST = timedelta(days=92)
"""What stopped already can still be said, a season after: late is better than never."""
SAID_BEFORE_AT_MOST = timedelta(days=366)
SAID_AHEAD = timedelta(weeks=2)
"""What a form begins with: neighbours hear it before it happens. What stopped already is said with its own day."""


class Outcome(StrEnum):
    """What became of a task that the institution stops. Only `taken` is making room."""

    TAKEN = "taken"
    ASKED = "asked"
    DECLINED = "declined"
    LAPSED = "lapsed"
    BESIDE = "beside"
    NOBODY = "nobody"

    @property
    def taken(self) -> bool:
        """Did residents take it up by a hand-over with two yeses?"""
        return self is Outcome.TAKEN


def outcome_of(step: Step, offers: Sequence[str]) -> Outcome:
    """From the step of carrying now, and the states of what the institution offered there, oldest first."""
    if step.handed_over:
        return Outcome.TAKEN
    newest = offers[-1] if offers else ""
    if newest in (State.ASKED, State.OVERLAP):
        return Outcome.ASKED
    if step > Step.INSTITUTION:
        return Outcome.BESIDE
    if newest in (State.DECLINED, State.LAPSED):
        return Outcome(newest)
    return Outcome.NOBODY


def check_stop(how: str, why: str, words: str, since: date, today: date) -> str:
    """The words, trimmed, if everything else may be said."""
    if how not in HOW or why not in WHY:
        raise Refused("care.choice_unknown")
    words = words.replace("\r\n", "\n").strip()
    if len(words) > LONGEST_WORDS:
        raise Refused("care.words_too_long", most=LONGEST_WORDS)
    if why == "other" and not words:
        raise Refused("care.say_why_you_stop")
    if not today - SAID_AFTER_AT_MOST <= since <= today + SAID_BEFORE_AT_MOST:
        raise Refused("care.stop_too_far")
    return words


def check_places(count: int) -> None:
    """A square with its streets, not half a city in one go: each place is looked at."""
    if not 1 <= count <= MOST_PLACES:
        raise Refused("care.too_many_places", most=MOST_PLACES)
