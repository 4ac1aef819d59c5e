"""What people do with initiatives: start one, say how it goes, ask an institution, answer it, pass a role on."""

from vuurtoren.initiatives.acts.asking import answer_question, ask, give_on, take_on, withdraw_question
from vuurtoren.initiatives.acts.carrying import (
    ask_gently,
    claim_role,
    drop_role,
    make_role,
    offer_on,
    pass_role,
    still_doing,
)
from vuurtoren.initiatives.acts.moving import turn_back, turn_to
from vuurtoren.initiatives.acts.starting import join_in, leave_words, reword, start, step_out, unstart

__all__ = [
    "answer_question",
    "ask",
    "ask_gently",
    "claim_role",
    "drop_role",
    "give_on",
    "join_in",
    "leave_words",
    "make_role",
    "offer_on",
    "pass_role",
    "reword",
    "start",
    "step_out",
    "still_doing",
    "take_on",
    "turn_back",
    "turn_to",
    "unstart",
    "withdraw_question",
]
