"""What can be seen of nudges, weighings and lessons; always by whom."""

from vuurtoren.nudges.queries.learning import LessonSeen, Said, lessons
from vuurtoren.nudges.queries.nudging import (
    Growing,
    Month,
    growing,
    my_latest,
    my_nudges,
    nudge_called,
    nudges_told,
)
from vuurtoren.nudges.queries.waiting import (
    Waits,
    my_waiting_nudges,
    own_export,
    waiting_lessons,
    waiting_nudges,
    what_waits,
)
from vuurtoren.nudges.queries.weighing import (
    WeighingSeen,
    is_mine,
    may_read,
    my_weighings,
    weighing_called,
    weighing_seen,
)

__all__ = [
    "Growing",
    "LessonSeen",
    "Month",
    "Said",
    "Waits",
    "WeighingSeen",
    "growing",
    "is_mine",
    "lessons",
    "may_read",
    "my_latest",
    "my_nudges",
    "my_waiting_nudges",
    "my_weighings",
    "nudge_called",
    "nudges_told",
    "own_export",
    "waiting_lessons",
    "waiting_nudges",
    "weighing_called",
    "weighing_seen",
    "what_waits",
]
