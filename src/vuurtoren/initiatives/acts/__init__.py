"""What people do with initiatives: start one, join, step out, say how it goes."""

from vuurtoren.initiatives.acts.moving import turn_back, turn_to
from vuurtoren.initiatives.acts.starting import join_in, leave_words, reword, start, step_out, unstart

__all__ = [
    "join_in",
    "leave_words",
    "reword",
    "start",
    "step_out",
    "turn_back",
    "turn_to",
    "unstart",
]
