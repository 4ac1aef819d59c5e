"""What people do with initiatives: start one, join, step out, say how it goes, ask an institution, and its answers."""

from vuurtoren.initiatives.acts.asking import answer_question, ask, ask_no_more, give_on, take_on
from vuurtoren.initiatives.acts.moving import turn_back, turn_to
from vuurtoren.initiatives.acts.starting import join_in, leave_words, reword, start, step_out, unstart

__all__ = [
    "answer_question",
    "ask",
    "ask_no_more",
    "give_on",
    "join_in",
    "leave_words",
    "reword",
    "start",
    "step_out",
    "take_on",
    "turn_back",
    "turn_to",
    "unstart",
]
