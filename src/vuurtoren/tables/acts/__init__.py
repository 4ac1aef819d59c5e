"""What people do with tables: set one, move it, let it rest, end it; write down who met; say whether one was there."""

from vuurtoren.tables.acts.meeting import Said, answer_met, end_asking, undo_met, was_there, write_down
from vuurtoren.tables.acts.setting import change_table, end_table, go_on, rest, set_table

__all__ = [
    "Said",
    "answer_met",
    "change_table",
    "end_asking",
    "end_table",
    "go_on",
    "rest",
    "set_table",
    "undo_met",
    "was_there",
    "write_down",
]
