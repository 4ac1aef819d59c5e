"""Tending the light."""

from datetime import datetime

from django.db import transaction

from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.light.models import Light
from vuurtoren.light.moments import TENDED
from vuurtoren.light.rules import check_words
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@transaction.atomic
def tend(
    by: Viewer, neighbourhood: Neighbourhood, language: str, line: str, story: str, at: datetime
) -> Moment:
    """Give the lighthouse its words in one language; the earlier words are kept."""
    by.must("light.tend", neighbourhood.key)
    line, story = check_words(line, story)
    Light.objects.create(neighbourhood=neighbourhood, language=language, line=line, story=story, since=at)
    return record(TENDED, neighbourhood=neighbourhood.key, at=at, who=by.person, language=language)
