"""Makers for stories about initiatives; everything goes through the real acts."""

from datetime import datetime, timedelta
from typing import Any

from tests.makers import NOW, seen_as
from vuurtoren.initiatives import acts, queries
from vuurtoren.initiatives.models import Initiative
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


def days(number: float) -> datetime:
    """So many days after the story began."""
    return NOW + timedelta(days=number)


def a_start(by: Person, here: Neighbourhood, words: str = "Soep op straat", **what: Any) -> Initiative:
    """What somebody started, as an idea unless it says otherwise."""
    acts.start(seen_as(by), here, words=words, **{"at": NOW, **what})
    return Initiative.objects.latest("pk")


def again(one: Initiative) -> Initiative:
    """As it is in the database now."""
    return Initiative.objects.select_related("neighbourhood", "place").get(pk=one.pk)


def words_seen(viewer: Viewer, here: Neighbourhood, **how: Any) -> list[str]:
    """What the list says, in its order."""
    return [one.initiative.words for one in queries.initiatives_of(viewer, here, **how)]
