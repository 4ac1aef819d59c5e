"""One answer that several neighbours write: what becomes of what one of them sends. Pure.

Who writes says with a mark which words stood there when they began. So it is known who changed what, and nobody's words are
written over unseen:

>>> before, hers, mine = "Elke week", "Elke maand", "Elke dag"
>>> fate(mark(before), mine, newest=before), fate(mark(before), mine, newest=hers), fate(mark(before), before, newest=hers)
(<Fate.WRITTEN: 'written'>, <Fate.BESIDE: 'beside'>, <Fate.LEFT: 'left'>)
"""

from datetime import date, datetime, timedelta
from enum import StrEnum
from hashlib import blake2b

from vuurtoren.language import Refused

SITTING = timedelta(hours=1)
"""What one person writes to one question in an hour is one text: what they take out again meanwhile is kept nowhere."""


class Fate(StrEnum):
    """What becomes of words that were sent: they change nothing, they stand there now, or are kept beside what does."""

    LEFT = "left"
    WRITTEN = "written"
    BESIDE = "beside"


class Choice(StrEnum):
    """Of two texts to one question: mine, with theirs before me, or theirs."""

    MINE = "mine"
    THEIRS = "theirs"


def tidy(words: str) -> str:
    """Words as they are kept: lines end alike from every browser, nothing hangs around them."""
    return words.replace("\r\n", "\n").strip()


def mark(words: str) -> str:
    """A short mark of a text, the same for the same words; 16 hex digits."""
    return blake2b(tidy(words).encode("utf-8", "replace"), digest_size=8).hexdigest()


def fate(had: str, words: str, newest: str) -> Fate:
    """`had`: the mark of what stood there when somebody began, or empty where two texts wait for a choice."""
    if words == newest or mark(words) == had:
        return Fate.LEFT
    return Fate.WRITTEN if had == mark(newest) else Fate.BESIDE


def check_read(had: str, words: str) -> None:
    """Who says yes to words says it to those they read: `had` is the mark of these."""
    if had != mark(words):
        raise Refused("care.words_moved_on")


def check_choice(choice: str) -> str:
    """No choice yet, or one of the two."""
    if choice not in ("", *Choice):
        raise Refused("care.choice_unknown")
    return choice


def one_sitting(mine: bool, begun_at: datetime, at: datetime) -> bool:
    """Is this still the same text of the same person, so that what it was before a moment ago need not be kept?"""
    return mine and at - begun_at < SITTING


WIDTHS = ("signed_in", "anyone")
"""Who reads a draft by its link: whoever signed in, or anybody who has the link. The narrowest comes first."""
LINK_LASTS = timedelta(days=14)
LINK_LASTS_AT_MOST = timedelta(days=92)


def check_link(width: str, until: date, today: date) -> None:
    """A link ends: today at the soonest, after a season at the latest."""
    if width not in WIDTHS:
        raise Refused("care.choice_unknown")
    if not today <= until <= today + LINK_LASTS_AT_MOST:
        raise Refused("care.link_ends", most=today + LINK_LASTS_AT_MOST)
