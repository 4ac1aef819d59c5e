"""Who asked whom to a table: each side sees their own. Whoever asked sees a yes, or that no answer came yet."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from vuurtoren.gifts.models import Gift, Invitation
from vuurtoren.gifts.queries.introduced import GoOn, all_go_on
from vuurtoren.gifts.queries.offered import NOBODY, of_others
from vuurtoren.journal.ready import ready
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@dataclass(frozen=True)
class InvitationSeen:
    """An invitation as one side sees it. `mine`: I asked. `said_yes`: who was asked comes. `open`: I was asked and have
    not answered."""

    public_id: str
    about: str
    day: date
    gift: str
    other: str
    mine: bool
    said_yes: bool
    open: bool


def may_invite(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    gift_id: str,
    today: date,
    *,
    sat_with: Collection[UUID] = NOBODY,
) -> Gift | None:
    """A gift of somebody else that the viewer may see and whose giver can answer: who has no account is asked by whoever
    wrote them down."""
    found = of_others(viewer, neighbourhood, today, sat_with)
    return found.filter(public_id=gift_id, person__account__isnull=False).first()


def my_invitations(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, go_on: GoOn = all_go_on
) -> list[InvitationSeen]:
    """What I asked and what I was asked, for days to come, to tables that go on; what I said no to is gone for me."""
    viewer.must("gift.own", neighbourhood.key, concerned=True)
    me = viewer.somebody()
    if not _any_with_me(person=me, neighbourhood=neighbourhood.pk, today=today):
        return []
    rows = _of(neighbourhood).filter(Q(by__key=me) | Q(gift__person__key=me, no_at=None), day__gte=today)
    some = list(rows.order_by("day", "pk"))
    meet = go_on({one.about for one in some}) if some else ()
    return [_seen(one, one.by.key == me) for one in some if one.about in meet]


def waiting_invitations(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, go_on: GoOn = all_go_on
) -> Counter[int]:
    """By person (primary key): how many invitations to a table wait for their answer, counted for all at once."""
    viewer.must("machine.night", neighbourhood.key)
    open_ = Invitation.objects.filter(
        neighbourhood=neighbourhood, day__gte=today, taken_back_at=None, yes_at=None, no_at=None
    )
    rows = list(open_.values_list("gift__person", "about"))
    meet = go_on({about for _, about in rows}) if rows else ()
    return Counter(person for person, about in rows if about in meet)


def invitation_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Invitation | None:
    """An invitation in which one is a side; nobody finds another's."""
    viewer.must("gift.own", neighbourhood.key, concerned=True)
    me = viewer.somebody()
    mine = Q(by__key=me) | Q(gift__person__key=me)
    return _of(neighbourhood).filter(mine, public_id=public_id).first()


def own_invitations_export(viewer: Viewer) -> list[dict[str, object]]:
    """What I asked and what I was asked, for my own export: of what I asked, no answer but a yes."""
    me = viewer.somebody()
    rows = Invitation.objects.filter(Q(by__key=me) | Q(gift__person__key=me)).select_related("by", "gift")
    return [
        {
            "asked_by_me": one.by.key == me,
            "gift": one.gift.words,
            "day": one.day.isoformat(),
            "yes": one.yes_at is not None,
        }
        for one in rows.order_by("day", "pk")
        if one.taken_back_at is None or one.by.key != me
    ]


@ready
def _any_with_me(person: UUID, neighbourhood: int, today: date) -> QuerySet[Invitation, tuple[int]]:
    """Asked at every visit of Today, and mostly there is none."""
    rows = Invitation.objects.filter(neighbourhood=neighbourhood, day__gte=today, taken_back_at=None)
    mine = Q(gift__person__key=person) | Q(by__key=person)
    return rows.filter(mine).values_list("pk")[:1]


def _of(neighbourhood: Neighbourhood) -> QuerySet[Invitation]:
    rows = Invitation.objects.filter(neighbourhood=neighbourhood, taken_back_at=None)
    return rows.select_related("gift__person", "by", "neighbourhood")


def _seen(one: Invitation, mine: bool) -> InvitationSeen:
    return InvitationSeen(
        public_id=one.public_id,
        about=one.about,
        day=one.day,
        gift=one.gift.words,
        other=one.gift.person.called if mine else one.by.called,
        mine=mine,
        said_yes=one.yes_at is not None,
        open=not mine and one.yes_at is None,
    )
