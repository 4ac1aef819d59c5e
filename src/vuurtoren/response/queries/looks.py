"""What was seen of a place elsewhere and came in from a file. A row has no moment of its own: the import has one."""

from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from vuurtoren.journal.ready import ready
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.response.models import Observation

MOST_SEEN = 20


@dataclass(frozen=True)
class SeenElsewhere:
    """Somebody looked at `at`. `kind` names its sentence, as that of a moment does."""

    at: datetime
    kind: str = "response.seen_elsewhere"


def seen_elsewhere(viewer: Viewer, place: Place, most: int = MOST_SEEN) -> list[SeenElsewhere]:
    """The newest observations of a place that came in from a file, newest first."""
    viewer.must("page.public", place.neighbourhood.key)
    return [SeenElsewhere(at) for (at,) in _imported(place=place.pk)][:most]


@ready
def _imported(place: int) -> QuerySet[Observation, tuple[datetime]]:
    rows = Observation.objects.filter(place=place, source="import").order_by("-at")
    return rows.values_list("at")[:MOST_SEEN]
