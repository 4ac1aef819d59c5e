"""What people and the night do in response. The plan's row is locked first, the journal is written last."""

from vuurtoren.response.acts.agreeing import (
    add_crew,
    agree_standard,
    drop_proposal,
    end_crew,
    rename_crew,
    second,
)
from vuurtoren.response.acts.changing import (
    done,
    enter_in_emergency,
    move,
    put_on,
    take_off,
    tell_found,
    undo_done,
)
from vuurtoren.response.acts.night import work_the_night
from vuurtoren.response.acts.seeing import import_observations, observe

__all__ = [
    "add_crew",
    "agree_standard",
    "done",
    "drop_proposal",
    "end_crew",
    "enter_in_emergency",
    "import_observations",
    "move",
    "observe",
    "put_on",
    "rename_crew",
    "second",
    "take_off",
    "tell_found",
    "undo_done",
    "work_the_night",
]
