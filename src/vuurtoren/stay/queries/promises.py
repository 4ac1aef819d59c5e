"""Promises: that one is open, where, since when and of which institution is for all; its words for who is in it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet, Subquery

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place, for_maps
from vuurtoren.stay.models import Promise
from vuurtoren.stay.queries.leading import answers_for, at_work, stands_in
from vuurtoren.stay.rules import UNDO_WITHIN, UNDONE, may_undo, tone

MOST_OVER = 20
ON_A_PAGE = 30
SHOWN_AFTER = timedelta(days=90)
"""So long a promise that ended is still shown."""


@dataclass(frozen=True)
class PromiseSeen:
    """A promise as this viewer may see it; what they may not see is empty.

    `to`: all, me, resident, somebody. `part`: what the viewer is to it: mine, asked (to take it over), to_me, lead (it fell
    to them), or nothing. `may`: the deeds that are open to this viewer.
    """

    public_id: str
    institution: str
    place: Place | None
    made_on: date
    due: date
    ended_on: date | None
    state: str
    tone: str
    to: str
    part: str
    words: str
    reason: str
    owner: str
    said_by: str
    asked_of: str
    days_asked: int
    """So many days ago it was made or written down."""
    days_late: int
    """So many days ago it was due; below 0 where that is still to come."""
    may: frozenset[str]
    undo_until: date | None
    """Up to which day whoever said so can take back that it is done, or will not happen."""


def promises_of(
    viewer: Viewer, where: Neighbourhood, today: date, *, first: int = 0, count: int = ON_A_PAGE
) -> list[PromiseSeen]:
    """What is open here, by every institution, from row `first` on: the longest overdue first."""
    viewer.must("page.public", where.key)
    rows = Promise.objects.filter(neighbourhood=where, state__in=UNDONE).order_by("due", "pk")
    stands = _left_to(viewer, where, today)
    return [as_seen(viewer, one, today, stands) for one in _whole(where, rows[first : first + count])]


def promises_over(viewer: Viewer, where: Neighbourhood, today: date) -> list[PromiseSeen]:
    """What was kept lately, and what will not happen: the newest first."""
    viewer.must("page.public", where.key)
    rows = Promise.objects.filter(neighbourhood=where, state__in=("kept", "wont"))
    newest = rows.filter(ended_on__gte=today - SHOWN_AFTER).order_by("-ended_on", "-pk")[:MOST_OVER]
    stands = _left_to(viewer, where, today)
    return [as_seen(viewer, one, today, stands) for one in _whole(where, newest)]


def my_promises(viewer: Viewer, where: Neighbourhood, today: date) -> list[PromiseSeen]:
    """Mine to keep, mine to answer, and what was promised to me; what fell to me as lead of a team; and what I ended so
    lately that I can take that back."""
    viewer.must("promise.own", where.key, concerned=viewer.person is not None)
    stands = _left_to(viewer, where, today)
    mine = _mine(
        person=viewer.somebody(),
        neighbourhood=where.pk,
        since=today - SHOWN_AFTER,
        undone_since=today - UNDO_WITHIN,
    )
    known = {one.pk for one in mine}
    fell = rows_of(where).filter(pk__in=stands - known) if stands - known else ()
    rows = sorted([*mine, *fell], key=lambda one: (one.due, one.pk))
    return [as_seen(viewer, one, today, stands) for one in rows]


def promise_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Promise | None:
    """One promise of this neighbourhood; what of it may be shown, `promise_seen` says."""
    viewer.must("page.public", where.key)
    found = Promise.objects.filter(neighbourhood=where, public_id=public_id)
    return found.select_related("institution__neighbourhood", "place").first()


def promise_seen(viewer: Viewer, promise: Promise, today: date) -> PromiseSeen | None:
    """A promise as this viewer may see it; None where it was said not to be one, and the viewer is not in it."""
    viewer.must("page.public", promise.neighbourhood.key)
    stands = {promise.pk} if stands_in(viewer, promise.owner, promise.institution, today) else set()
    seen = as_seen(viewer, promise, today, stands)
    return None if promise.state == "denied" and not seen.words else seen


def own_promises(viewer: Viewer) -> list[dict[str, object]]:
    """What I promised and what was promised to me, for my own export."""
    key = viewer.somebody()
    rows = Promise.objects.filter(Q(owner__key=key) | Q(to__key=key)).order_by("made_on", "pk")
    return [
        {
            "words": one.words,
            "since": one.made_on.isoformat(),
            "due": one.due.isoformat(),
            "state": one.state,
            "reason": one.reason,
        }
        for one in rows
    ]


def _left_to(viewer: Viewer, where: Neighbourhood, today: date) -> set[int]:
    """The promises that fall to this viewer for their institution, since whoever made them is not at work there."""
    answers = answers_for(viewer, where, today)
    if not answers:
        return set()
    here = set(at_work(today).filter(institution__in=answers).values_list("person", "institution"))
    rows = Promise.objects.filter(institution__in=answers, state__in=UNDONE)
    owned = rows.values_list("pk", "owner_id", "institution_id")
    return {pk for pk, owner, institution in owned if (owner, institution) not in here}


@ready
def _mine(person: UUID, neighbourhood: int, since: date, undone_since: date) -> QuerySet[Promise]:
    me = Subquery(Person.objects.filter(key=person).values("pk")[:1])  # once, so that indexes serve
    lately = Q(state__in=UNDONE) | Q(ended_on__gte=since, to=me)
    lately |= Q(state__in=("kept", "wont"), ended_on__gte=undone_since, owner=me)
    rows = Promise.objects.filter(
        lately, Q(owner=me) | Q(asked_of=me) | Q(to=me), neighbourhood=neighbourhood
    )
    return rows.select_related("institution", "place", "owner", "asked_of", "to").defer(*for_maps("place"))


def rows_of(where: Neighbourhood) -> QuerySet[Promise]:
    """Every promise here with what is shown of it; `as_seen` says what may be. People are asked for apart: few promises
    name any, and joined three times they would be the whole cost."""
    rows = Promise.objects.filter(neighbourhood=where).select_related("institution", "place")
    return rows.defer(*for_maps("place")).prefetch_related("owner", "asked_of", "to")


def _whole(where: Neighbourhood, some: QuerySet[Promise]) -> list[Promise]:
    """A page of promises in its order, with what is shown of them. First which, then what: joined to everybody before it
    is cut to a page, a town's worth of people is read for fifty rows."""
    which = list(some.values_list("pk", flat=True))
    found = rows_of(where).in_bulk(which)
    return [found[one] for one in which if one in found]


def as_seen(viewer: Viewer, one: Promise, today: date, stands: Collection[int] = ()) -> PromiseSeen:
    """A promise as the viewer may see it; `stands`: the primary keys of those that fell to them as lead of a team."""
    me = viewer.person
    mine = me is not None and one.owner is not None and one.owner.key == me
    asked = me is not None and one.asked_of is not None and one.asked_of.key == me
    to_me = me is not None and one.to is not None and one.to.key == me
    lead = one.pk in stands
    involved = mine or asked or to_me or lead
    return PromiseSeen(
        public_id=one.public_id,
        institution=one.institution.name,
        place=one.place,
        made_on=one.made_on,
        due=one.due,
        ended_on=one.ended_on,
        state=one.state,
        tone=tone(one.state, one.made_on, one.due, today),
        to="all" if one.to_all else "me" if to_me else "resident" if one.to_id else "somebody",
        part="mine" if mine else "asked" if asked else "to_me" if to_me else "lead" if lead else "",
        words=one.words if one.to_all or involved else "",
        reason=one.reason if one.to_all or involved else "",
        owner=one.owner.called if one.owner and involved else "",
        said_by=one.to.called if one.to and mine else "",
        asked_of=one.asked_of.called if one.asked_of and (mine or lead) else "",
        days_asked=(today - one.made_on).days,
        days_late=(today - one.due).days,
        may=_may(one, mine, asked, to_me, lead, may_undo(one.ended_on, today)),
        undo_until=one.ended_on + UNDO_WITHIN if one.ended_on and (mine or lead) else None,
    )


def _may(one: Promise, mine: bool, asked: bool, to_me: bool, lead: bool, undo: bool) -> frozenset[str]:
    """Which deeds this viewer can do with it now; the acts ask again. `undo`: it ended so lately that who said so may say
    otherwise."""
    tends = mine or lead
    found = {
        "answer": (one.state == "asked" and tends) or (one.state == "open" and asked),
        "keep": one.state == "open" and (tends or to_me),
        "reopen": one.state == "kept" and (to_me or (tends and undo)),
        "after_all": one.state == "wont" and tends and undo,
        "pass_on": one.state == "open" and tends,
        "end": one.state == "open" and tends,
        "take_back": one.state in ("asked", "denied") and to_me,
    }
    return frozenset(deed for deed, may in found.items() if may)
