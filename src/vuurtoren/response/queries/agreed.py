"""What neighbourhood and city agreed: the crews, and the proposals that wait for a second board member."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import F

from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.response.models import Crew, Proposal

RIGHT = "standard.agree"
LONGER_NORTHWARD = 2.6
"""In the Netherlands a degree of latitude is some 1.6 times as long as one of longitude; here as a square."""


@dataclass(frozen=True)
class CrewAgreed:
    """A crew and its shift: minutes a day, `walk` or `cart`, and the place nearest to where its day starts."""

    key: UUID
    name: str
    minutes: int
    mode: str
    start: Place | None
    active: bool


@dataclass(frozen=True)
class ProposalSeen:
    """What one board member proposed. `terms` as the act takes them; `crew` is the one it is about, as it is now."""

    public_id: str
    what: str
    terms: Mapping[str, Any]
    at: datetime
    crew: CrewAgreed | None
    start: Place | None
    mine: bool
    i_may_decide: bool


def crews_agreed(viewer: Viewer, neighbourhood: Neighbourhood) -> list[CrewAgreed]:
    """Every crew of the neighbourhood by name; those that stopped last."""
    viewer.must("page.public", neighbourhood.key)
    crews = Crew.objects.filter(neighbourhood=neighbourhood).order_by("-active", "name")
    return [_crew(neighbourhood, one) for one in crews]


def crew_called(viewer: Viewer, neighbourhood: Neighbourhood, key: UUID) -> Crew | None:
    """One crew of this neighbourhood, to act upon."""
    viewer.must("page.public", neighbourhood.key)
    return Crew.objects.select_related("neighbourhood").filter(neighbourhood=neighbourhood, key=key).first()


def proposals_of(viewer: Viewer, neighbourhood: Neighbourhood) -> list[ProposalSeen]:
    """What waits for a second yes; everybody sees it, without a name."""
    viewer.must("page.public", neighbourhood.key)
    crews = list(Crew.objects.filter(neighbourhood=neighbourhood))
    waiting = Proposal.objects.filter(neighbourhood=neighbourhood).order_by("pk")
    return [_proposal(viewer, neighbourhood, one, crews) for one in waiting]


def waiting_proposals(
    viewer: Viewer, neighbourhood: Neighbourhood, readers: Mapping[int, Viewer]
) -> Counter[int]:
    """By person (primary key) of `readers`: how many proposals wait for their second yes, counted for all at once."""
    viewer.must("machine.night", neighbourhood.key)
    askers = list(Proposal.objects.filter(neighbourhood=neighbourhood).values_list("asked_by", flat=True))
    board = {pk: one for pk, one in readers.items() if one.may(RIGHT, neighbourhood.key)}
    return Counter({pk: sum(asker != one.person for asker in askers) for pk, one in board.items()})


def proposal_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Proposal | None:
    """One proposal of this neighbourhood, to act upon."""
    viewer.must("page.public", neighbourhood.key)
    found = Proposal.objects.filter(neighbourhood=neighbourhood, public_id=public_id)
    return found.select_related("neighbourhood").first()


def start_near(neighbourhood: Neighbourhood, lon: float, lat: float) -> Place | None:
    """The place nearest to a point (WGS84), for saying where a crew's day starts."""
    places = Place.objects.filter(neighbourhood=neighbourhood, gone_at=None)
    far = (F("lon") - lon) * (F("lon") - lon) + LONGER_NORTHWARD * (F("lat") - lat) * (F("lat") - lat)
    return places.only("public_id", "name", "byname").order_by(far, "pk").first()


def _crew(neighbourhood: Neighbourhood, one: Crew) -> CrewAgreed:
    start = start_near(neighbourhood, one.lon, one.lat)
    return CrewAgreed(one.key, one.name, one.minutes, one.mode, start, one.active)


def _proposal(
    viewer: Viewer, neighbourhood: Neighbourhood, one: Proposal, crews: Iterable[Crew]
) -> ProposalSeen:
    terms, board = one.terms, viewer.may(RIGHT, neighbourhood.key)
    key, name = terms.get("crew"), terms.get("name") if one.what == "crew" else None
    about = next((crew for crew in crews if str(crew.key) == key or crew.name == name), None)
    starts = one.what == "crew"
    return ProposalSeen(
        public_id=one.public_id,
        what=one.what,
        terms=terms,
        at=one.at,
        crew=_crew(neighbourhood, about) if about else None,
        start=start_near(neighbourhood, terms["lon"], terms["lat"]) if starts else None,
        mine=board and one.asked_by == viewer.person,
        i_may_decide=board and one.asked_by != viewer.person,
    )
