"""An institution speaks about what residents hold: only after their yes, or in an emergency. Pure.

>>> ground_to_speak(held=False, asks=False, emergency=False)
<Ground.OWN: 'own'>
"""

from enum import StrEnum

from vuurtoren.language import Refused
from vuurtoren.power.rules import Ground

LONGEST_SAYING = 1200


class Heard(StrEnum):
    """Where words of an institution about residents' own are. Only `said` is read by everybody."""

    SAID = "said"
    ASKED = "asked"
    OTHERWISE = "otherwise"
    NO = "no"
    LET_GO = "let_go"


ANSWERS = {"yes": Heard.SAID, "no": Heard.NO, "other": Heard.OTHERWISE}
"""What residents answer, and what becomes of the words: said to everybody, not said, or said otherwise if at all."""


def ground_to_speak(*, held: bool, asks: bool, emergency: bool, initiative: bool = False) -> Ground | None:
    """On what ground the words are said at once; None where residents are asked first. Nobody speaks for them unasked, and
    about an `initiative` there is no emergency either: two ways are open, and not three."""
    if not held:
        return Ground.OWN
    if asks:
        return None
    if emergency:
        return Ground.EMERGENCY
    raise Refused("room.initiative_is_theirs" if initiative else "room.words_are_theirs")


def check_saying(words: str) -> str:
    """The words, trimmed; empty words say nothing."""
    words = words.replace("\r\n", "\n").strip()
    if not words:
        raise Refused("care.nothing_said")
    if len(words) > LONGEST_SAYING:
        raise Refused("care.words_too_long", most=LONGEST_SAYING)
    return words


def heard(state: Heard, answer: str) -> Heard:
    """What an answer of residents makes of words that they were asked about."""
    if answer not in ANSWERS:
        raise Refused("care.choice_unknown")
    if state is not Heard.ASKED:
        raise Refused("care.answered_already")
    return ANSWERS[answer]


def settled(state: Heard, *, theirs: bool) -> Heard:
    """The institution lets its words go, or says them as residents put them; their own words are their yes."""
    if state not in (Heard.ASKED, Heard.OTHERWISE) or (theirs and state is not Heard.OTHERWISE):
        raise Refused("care.answered_already")
    return Heard.SAID if theirs else Heard.LET_GO
