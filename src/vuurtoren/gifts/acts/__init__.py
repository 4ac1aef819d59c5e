"""What people do with gifts: offer and take back, for oneself or on paper; look for one at a table; introduce people."""

from vuurtoren.gifts.acts.introducing import (
    answer_introduction,
    end_introductions,
    introduce,
    look_for,
    look_no_more,
    say_what_became,
)
from vuurtoren.gifts.acts.offering import (
    change_gift,
    end_gifts,
    enter_gift,
    give_code,
    offer_gift,
    withdraw_by_code,
    withdraw_gift,
)

__all__ = [
    "answer_introduction",
    "change_gift",
    "end_gifts",
    "end_introductions",
    "enter_gift",
    "give_code",
    "introduce",
    "look_for",
    "look_no_more",
    "offer_gift",
    "say_what_became",
    "withdraw_by_code",
    "withdraw_gift",
]
