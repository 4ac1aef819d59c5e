"""What people do in care. Each deed locks the task first, so two people at once are one after the other.

Tasks are locked before the journal is written, always; whoever composes these deeds keeps that order.
"""

from vuurtoren.care.acts.agreements import answer, challenge, offer, pass_time, undo_no, withdraw
from vuurtoren.care.acts.carrying import arrange, give_back, join, log_round, release_person, undo_round
from vuurtoren.care.acts.coming import say_came, say_comes_not, say_coming
from vuurtoren.care.acts.dossiers import (
    Written,
    accept_conditions,
    answer_dossier,
    ask_otherwise,
    join_dossier,
    send_dossier,
    write_dossier,
)
from vuurtoren.care.acts.helping import answer_help, ask_first, ask_help, call_help
from vuurtoren.care.acts.kinds import put_kinds
from vuurtoren.care.acts.looking import look_back_together
from vuurtoren.care.acts.sharing import answer_writer, ask_to_write, end_dossier_link, share_dossier
from vuurtoren.care.acts.speaking import answer_words, settle_words, speak
from vuurtoren.care.acts.spending import write_spending
from vuurtoren.care.acts.stopping import go_on_again, stop_task
from vuurtoren.care.acts.tools import put_tools

__all__ = [
    "Written",
    "accept_conditions",
    "answer",
    "answer_dossier",
    "answer_help",
    "answer_words",
    "answer_writer",
    "arrange",
    "ask_first",
    "ask_help",
    "ask_otherwise",
    "ask_to_write",
    "call_help",
    "challenge",
    "end_dossier_link",
    "give_back",
    "go_on_again",
    "join",
    "join_dossier",
    "log_round",
    "look_back_together",
    "offer",
    "pass_time",
    "put_kinds",
    "put_tools",
    "release_person",
    "say_came",
    "say_comes_not",
    "say_coming",
    "send_dossier",
    "settle_words",
    "share_dossier",
    "speak",
    "stop_task",
    "undo_no",
    "undo_round",
    "withdraw",
    "write_dossier",
    "write_spending",
]
