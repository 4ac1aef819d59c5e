"""What people do with tables: set one, move it, let it rest, end it; write down who met; say whether one was there."""

from vuurtoren.tables.acts.claiming import answer_claim, end_claims, was_there
from vuurtoren.tables.acts.hosting import answer_offer, end_hosting, offer_table, take_over
from vuurtoren.tables.acts.learning import next_round, set_learning_table, write_round
from vuurtoren.tables.acts.meeting import Said, answer_met, end_asking, leave_out, undo_met, write_down
from vuurtoren.tables.acts.setting import change_once, change_table, end_table, go_on, rest, set_table
from vuurtoren.tables.acts.ties import answer_tie, count_ties, end_asking_about_ties, keep_tie, let_go
from vuurtoren.tables.acts.weaving import answer_coffee, end_coffees, weave_coffees, wish_coffee, wish_no_more

__all__ = [
    "Said",
    "answer_claim",
    "answer_coffee",
    "answer_met",
    "answer_offer",
    "answer_tie",
    "change_once",
    "change_table",
    "count_ties",
    "end_asking",
    "end_asking_about_ties",
    "end_claims",
    "end_coffees",
    "end_hosting",
    "end_table",
    "go_on",
    "keep_tie",
    "leave_out",
    "let_go",
    "next_round",
    "offer_table",
    "rest",
    "set_learning_table",
    "set_table",
    "take_over",
    "undo_met",
    "was_there",
    "weave_coffees",
    "wish_coffee",
    "wish_no_more",
    "write_down",
    "write_round",
]
