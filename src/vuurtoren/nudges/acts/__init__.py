"""What people do: give a nudge, weigh whether something may go wrong, decide, look back, and say what they learned."""

from vuurtoren.nudges.acts.learning import agree_lesson, look_back, write_lesson
from vuurtoren.nudges.acts.nudging import answer_growing, give_nudge, take_back_nudge
from vuurtoren.nudges.acts.weighing import decide_weighing, drop_weighing, share_weighing, weigh

__all__ = [
    "agree_lesson",
    "answer_growing",
    "decide_weighing",
    "drop_weighing",
    "give_nudge",
    "look_back",
    "share_weighing",
    "take_back_nudge",
    "weigh",
    "write_lesson",
]
