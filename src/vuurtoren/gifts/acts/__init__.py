"""What people do with gifts: offer, take back, also on paper; look for one at a table; introduce, invite."""

from vuurtoren.gifts.acts.introducing import (
    answer_introduction,
    end_introductions,
    introduce,
    look_for,
    look_for_initiative,
    look_no_more,
    say_what_became,
)
from vuurtoren.gifts.acts.inviting import (
    answer_invitation,
    end_invitations,
    invite,
    take_back_invitation,
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
    "answer_invitation",
    "change_gift",
    "end_gifts",
    "end_introductions",
    "end_invitations",
    "enter_gift",
    "give_code",
    "introduce",
    "invite",
    "look_for",
    "look_for_initiative",
    "look_no_more",
    "offer_gift",
    "say_what_became",
    "take_back_invitation",
    "withdraw_by_code",
    "withdraw_gift",
]
