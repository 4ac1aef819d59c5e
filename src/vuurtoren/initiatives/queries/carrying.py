"""Roles in initiatives: that one is vacant is for all; who holds one, for who is in it. And what waits for me."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vuurtoren.initiatives.models import Initiative, Joined, Role
from vuurtoren.initiatives.queries.seeing import is_in
from vuurtoren.initiatives.rules import ALIVE, Part, State
from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood

MOST_VACANT = 60
TOLD_FOR = timedelta(days=14)
"""So long whoever offered a role is told that it was not taken over."""


@dataclass(frozen=True)
class RoleSeen:
    """A role as this viewer may see it. `holder` and `to` by name for who is in the initiative, else empty.

    `mine`: what the viewer is to it; `declined`: what they offered lately was not taken over; `may`: the deeds open to
    them.
    """

    public_id: str
    initiative: str
    words: str
    name: str
    part: Part
    holder: str
    to: str
    until: date | None
    mine: str
    declined: bool
    may: frozenset[str]


def roles_of(viewer: Viewer, initiative: Initiative, today: date) -> list[RoleSeen]:
    """The roles of an initiative, in the order they were made."""
    inside = is_in(viewer, initiative)
    return [_seen(viewer, one, inside, today) for one in _rows().filter(initiative=initiative)]


def role_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Role | None:
    """One role of an initiative here, without who holds it: that is for the act."""
    viewer.must("initiative.leave", where.key, concerned=viewer.person is not None)
    rows = Role.objects.filter(initiative__neighbourhood=where, public_id=public_id)
    return rows.select_related("initiative__neighbourhood", "initiative__place").first()


def whom_to_offer(viewer: Viewer, initiative: Initiative) -> QuerySet[Person]:
    """Who else is in it; only who is in it learns that."""
    viewer.must("initiative.tend", initiative.neighbourhood.key, concerned=is_in(viewer, initiative))
    others = Joined.objects.filter(initiative=initiative).exclude(person__key=viewer.somebody())
    return Person.objects.filter(pk__in=others.values("person")).order_by("called", "pk")


def vacancies(viewer: Viewer, where: Neighbourhood, today: date) -> list[RoleSeen]:
    """Roles that nobody has, of initiatives that live; whoever lives here may claim one."""
    viewer.must("page.public", where.key)
    rows = _rows().filter(initiative__neighbourhood=where, initiative__state__in=ALIVE, holder=None)
    rows = rows.filter(Q(to=None) | Q(accepted_on=None))
    return [_seen(viewer, one, False, today) for one in rows[:MOST_VACANT]]


def my_roles(viewer: Viewer, where: Neighbourhood, today: date) -> list[RoleSeen]:
    """Roles of mine that are on their way: offered to me or by me, carried together, or not taken over."""
    viewer.must("initiative.leave", where.key, concerned=viewer.person is not None)
    key = viewer.somebody()
    on_its_way = Q(to__isnull=False) | Q(declined_on__gte=today - TOLD_FOR)
    rows = _rows().filter(on_its_way, Q(holder__key=key) | Q(to__key=key), initiative__neighbourhood=where)
    seen = [_seen(viewer, one, True, today) for one in rows]
    return [one for one in seen if one.mine and (one.part in (Part.OFFERED, Part.OVERLAP) or one.declined)]


def anything_waits(viewer: Viewer, where: Neighbourhood) -> bool:
    """May there be something of `my_roles` or `how_is_it_going`? One short question before two long ones."""
    viewer.must("initiative.leave", where.key, concerned=viewer.person is not None)
    return bool(_anything(person=viewer.somebody(), neighbourhood=where.pk))


def how_is_it_going(viewer: Viewer, where: Neighbourhood) -> list[Initiative]:
    """Initiatives of mine of which nobody gave a sign for long, and whose people were asked, once."""
    viewer.must("initiative.leave", where.key, concerned=viewer.person is not None)
    if not viewer.may("initiative.tend", where.key, concerned=True):
        return []
    rows = Initiative.objects.filter(neighbourhood=where, state=State.DOING.value, asked_at__isnull=False)
    return list(rows.filter(people__person__key=viewer.somebody()).order_by("pk"))


def waiting_initiatives(
    viewer: Viewer, where: Neighbourhood, today: date, readers: Mapping[int, Viewer]
) -> Counter[int]:
    """By person (primary key) of `readers`: how many roles they are asked to take over, and how many of theirs are asked
    how it goes."""
    viewer.must("machine.night", where.key)
    asked = Joined.objects.filter(
        initiative__neighbourhood=where,
        initiative__asked_at__isnull=False,
        initiative__state=State.DOING.value,
    )
    tend = {pk for pk, one in readers.items() if one.may("initiative.tend", where.key, concerned=True)}
    found = Counter(one for one in asked.values_list("person", flat=True) if one in tend)
    roles = Role.objects.filter(initiative__neighbourhood=where, to__isnull=False, accepted_on=None)
    for one in roles:
        now = one.passing.on(today)
        if now.part is Part.OFFERED and now.to is not None and now.to in readers:
            found[now.to] += 1
    return found


@ready
def _anything(person: UUID, neighbourhood: int) -> QuerySet[Person, tuple[int]]:
    """Asked at every visit of Today, and mostly there is nothing."""
    asked = Joined.objects.filter(person=OuterRef("pk"), initiative__neighbourhood=neighbourhood)
    asked = asked.filter(initiative__state="doing", initiative__asked_at__isnull=False)
    roles = Role.objects.filter(Q(holder=OuterRef("pk")) | Q(to=OuterRef("pk")))
    roles = roles.filter(initiative__neighbourhood=neighbourhood)
    roles = roles.filter(Q(to__isnull=False) | Q(declined_on__isnull=False))
    return Person.objects.filter(Exists(asked) | Exists(roles), key=person).values_list("pk")


def _rows() -> QuerySet[Role]:
    return Role.objects.select_related("initiative__neighbourhood", "holder", "to").order_by("pk")


def _seen(viewer: Viewer, one: Role, inside: bool, today: date) -> RoleSeen:
    now = one.passing.on(today)
    by_id = {some.pk: some for some in (one.holder, one.to) if some}
    holder = by_id.get(now.holder) if now.holder else None
    to = by_id.get(now.to) if now.to else None
    me = viewer.person
    mine = "holder" if holder and holder.key == me else "asked" if to and to.key == me else ""
    declined = mine == "holder" and one.declined_on is not None and today - one.declined_on <= TOLD_FOR
    return RoleSeen(
        public_id=one.public_id,
        initiative=one.initiative.public_id,
        words=one.initiative.words,
        name=one.name,
        part=now.part,
        holder=holder.called if holder and inside else "",
        to=to.called if to and inside else "",
        until=now.until,
        mine=mine,
        declined=declined,
        may=_may(viewer, one, now.part, mine, inside),
    )


def _may(viewer: Viewer, one: Role, part: Part, mine: str, inside: bool) -> frozenset[str]:
    """Which deeds this viewer can do with it now; the acts ask again."""
    where = viewer.may("initiative.join", one.initiative.neighbourhood.key)
    found = {
        "claim": part is Part.VACANT and where,
        "offer": part is Part.HELD and mine == "holder" and where,
        "answer": part is Part.OFFERED and mine == "asked",
        "take_back": part is Part.OFFERED and mine == "holder",
        "finish": part is Part.OVERLAP and bool(mine),
        "lay_down": mine == "holder",
        "end": part is Part.VACANT and inside and where,
    }
    return frozenset(deed for deed, may in found.items() if may)
