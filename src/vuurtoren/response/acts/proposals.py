"""Two board members decide together: what one proposed waits, in sight of everybody, until another says the same.

Whoever stands at the machine needs no second one: a neighbourhood has to begin somewhere.
"""

from collections.abc import Mapping
from datetime import datetime

from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import viewer_of
from vuurtoren.response import moments
from vuurtoren.response.models import Proposal

RIGHT = "standard.agree"


def seconded(
    viewer: Viewer, neighbourhood: Neighbourhood, what: str, terms: Mapping[str, object], at: datetime
) -> bool:
    """Does it hold now? At the machine at once; by a person only as the second one to say exactly the same."""
    if viewer.person is None:
        return True
    waiting = list(Proposal.objects.filter(neighbourhood=neighbourhood, what=what))
    same = [one.pk for one in waiting if one.terms == terms and _another(viewer, one, at)]
    if same:
        Proposal.objects.filter(pk__in=same).delete()
        return True
    mine = [one.pk for one in waiting if one.asked_by == viewer.person and _about(one.terms) == _about(terms)]
    Proposal.objects.filter(pk__in=mine).delete()
    Proposal.objects.create(
        neighbourhood=neighbourhood, what=what, terms=terms, asked_by=viewer.person, at=at
    )
    return False


def proposed(viewer: Viewer, neighbourhood: Neighbourhood, what: str, at: datetime) -> Moment:
    """It waits for a second one."""
    return record(moments.PROPOSED, neighbourhood=neighbourhood.key, at=at, who=viewer.person, what=what)


def waiting_locked(viewer: Viewer, proposal: Proposal) -> Proposal:
    """The proposal if it still waits, for a board member; the neighbourhood's level was locked before."""
    viewer.must(RIGHT, proposal.neighbourhood.key)
    found = Proposal.objects.select_related("neighbourhood").filter(pk=proposal.pk).first()
    if found is None:
        raise Refused("response.proposal_over")
    return found


def check_second(viewer: Viewer, proposal: Proposal, at: datetime) -> None:
    """A second person says yes, and the first one still sits on the board."""
    if proposal.asked_by == viewer.person:
        raise Refused("people.second_person_needed")
    if not _still_may(proposal, at):
        raise Refused("response.proposer_left")


def _another(viewer: Viewer, proposal: Proposal, at: datetime) -> bool:
    return proposal.asked_by != viewer.person and _still_may(proposal, at)


def _still_may(proposal: Proposal, at: datetime) -> bool:
    person = Person.objects.filter(key=proposal.asked_by).first()
    return person is not None and viewer_of(person, at).may(RIGHT, proposal.neighbourhood.key)


def _about(terms: Mapping[str, object]) -> object:
    """What a proposal is about: one crew by its key or name, or the agreed level."""
    return terms.get("crew") or terms.get("name")
