"""What an observation may be, and how much of a street a round takes away. Pure."""

from vuurtoren.engine.units import GRADES
from vuurtoren.language import Refused

MOST_PIECES = 5000
M2_A_MINUTE = 40.0
"""Pavement that one person with a grabber picks in a minute, walking slowly; to be replaced by what is measured here."""
BEST_ROUND = 0.9
"""Even the best round leaves something behind."""


def check_observation(grade: str | None, pieces: int | None) -> None:
    """A grade that exists, or a count that can be; one of the two at least."""
    if not grade and pieces is None:
        raise Refused("response.nothing_seen")
    if grade and grade not in GRADES:
        raise Refused("response.grade_unknown")
    if pieces is not None and not 0 <= pieces <= MOST_PIECES:
        raise Refused("response.pieces", most=MOST_PIECES)


def share_picked(minutes: float, people: int, area_m2: float) -> float:
    """The share (0 to 0.9) of the litter that a round takes away.

    >>> share_picked(20, 1, 1600)
    0.5
    """
    return min(BEST_ROUND, minutes * people * M2_A_MINUTE / area_m2) if area_m2 > 0 else BEST_ROUND
