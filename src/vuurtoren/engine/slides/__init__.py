"""Power slides slowly. Acts in, signals out: who decides, enters, asks and answers in whose room, and what changed in it.

The search is `finding.find`; it loads SciPy, so whoever only needs the names does not.
"""

from vuurtoren.engine.slides.kinds import (
    ANSWERED,
    ASKED,
    ASKED_FIRST,
    DECIDED,
    EMERGENCY,
    ENTERED,
    HABIT,
    KINDS,
    SAME,
    SILENCE,
    TAKES,
    UNASKED,
    UNASKED_NOW,
    Act,
    History,
    Room,
    Signal,
)

__all__ = [
    "ANSWERED",
    "ASKED",
    "ASKED_FIRST",
    "DECIDED",
    "EMERGENCY",
    "ENTERED",
    "HABIT",
    "KINDS",
    "SAME",
    "SILENCE",
    "TAKES",
    "UNASKED",
    "UNASKED_NOW",
    "Act",
    "History",
    "Room",
    "Signal",
]
