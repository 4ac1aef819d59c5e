"""What professionals do to stay and to leave well, and what neighbours say about what was promised to them."""

from vuurtoren.stay.acts.days import share_days, was_here, write_day
from vuurtoren.stay.acts.leading import set_lead
from vuurtoren.stay.acts.leaving import (
    announce_leaving,
    answer_leaving,
    complete_departure,
    plan_hand_over,
    stay_on,
    walked,
)
from vuurtoren.stay.acts.promises import (
    answer_promise,
    ask_no_more,
    ask_over,
    happens_after_all,
    make_promise,
    say_kept,
    say_promised,
    take_back_promise,
    wont_happen,
)

__all__ = [
    "announce_leaving",
    "answer_leaving",
    "answer_promise",
    "ask_no_more",
    "ask_over",
    "complete_departure",
    "happens_after_all",
    "make_promise",
    "plan_hand_over",
    "say_kept",
    "say_promised",
    "set_lead",
    "share_days",
    "stay_on",
    "take_back_promise",
    "walked",
    "was_here",
    "wont_happen",
    "write_day",
]
