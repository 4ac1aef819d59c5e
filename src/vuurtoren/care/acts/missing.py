"""A task without a grade is told by its rounds: where more were missed than was agreed, those who carry are asked."""

from datetime import datetime

from django.utils import timezone

from vuurtoren.care.acts.helping import asked_for_help
from vuurtoren.care.acts.parties import locked
from vuurtoren.care.queries.missing import asked_lately, over_the_stop_line
from vuurtoren.journal.models import Moment
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


def ask_where_missed(viewer: Viewer, neighbourhood: Neighbourhood, at: datetime) -> list[Moment]:
    """'Shall the city help this week?', once a week, where so it was agreed."""
    today = timezone.localdate(at)
    over = over_the_stop_line(neighbourhood, today)
    asked = asked_lately(over, today)
    return [
        asked_for_help(viewer, locked(task), today, at)
        for task, after in sorted(over.items())
        if after == "ask" and task not in asked
    ]
