"""Makers for stories about principles; everything goes through the real acts."""

from datetime import datetime, timedelta
from typing import Any

from tests.makers import NOW, a_person, seen_as
from vuurtoren.light import acts
from vuurtoren.light.models import Excepted, Principle, Proposed, Version
from vuurtoren.light.rules import Text
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood

SAYS = Text("Eerst vragen", "Het is hun plek.", "De ploeg belt.", "De stad vertelt het daarna.")


def days(number: float) -> datetime:
    """So many days after the story began."""
    return NOW + timedelta(days=number)


def proposed(by: Person | Viewer, here: Neighbourhood, **what: Any) -> Proposed:
    """What somebody proposed."""
    viewer = by if isinstance(by, Viewer) else seen_as(by)
    at = what.get("at", NOW)
    usual = {"text": SAYS, "look_again_on": (at + timedelta(days=300)).date(), "at": NOW}
    acts.propose_principle(viewer, here, **{**usual, **what})
    return Proposed.objects.latest("pk")


def adopted(here: Neighbourhood, says: str = SAYS.words, at: datetime = NOW, **what: Any) -> Principle:
    """A principle to which a host and a builder said yes."""
    one = proposed(a_person(here), here, text=Text(says, SAYS.why, SAYS.fits), at=at, **what)
    for role in (Role.HOST, Role.BUILDER):
        acts.adopt_principle(seen_as(a_person(here, role)), one, at=at)
    return Version.objects.select_related("principle__neighbourhood").latest("pk").principle


def excepted(by: Person, principle: Principle, at: datetime = NOW, **what: Any) -> Excepted:
    """An exception for two weeks."""
    usual = {"why": "Het is feest", "for_whom": "de kinderen", "until": (at + timedelta(days=14)).date()}
    acts.make_exception(seen_as(by), principle, at=at, **{**usual, **what})
    return Excepted.objects.latest("pk")
