"""Where power slid: one's own, to answer; and, after that, what is about the room of a group one belongs to.

Of others' slides one reads of which side they are, never of whom.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vuurtoren.care.models import Carrying
from vuurtoren.initiatives.models import Joined
from vuurtoren.journal.ready import ready
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.reflection.meanings import (
    BOARD,
    BOARD_ROOM,
    INITIATIVES,
    INSTITUTION,
    MACHINE,
    PROMISES,
    STREETS,
    TABLES,
)
from vuurtoren.reflection.models import Hurt, Slide
from vuurtoren.reflection.rules import FIRST_FOR, comes_once_more, is_for_the_group
from vuurtoren.stay.models import Promise
from vuurtoren.tables.models import Table

RIGHT = "slide.own"


@dataclass(frozen=True)
class SlideSeen:
    """A slide as one reads it. `mine`: it is about my acts, or those of my side; then I may answer. No names."""

    public_id: str
    kind: str
    room: str
    side: str
    mine: bool
    alone: bool
    since: date
    part: int
    of: int
    before: int
    before_of: int
    answer: str
    answered_on: date | None
    found_on: date
    hurts: bool
    """Of what is mine: did somebody of the group say so? Of what is ours: did I?"""

    @property
    def somebody_hears(self) -> bool:
        """Is there somebody here whose slide it is, to say to that it hurts?"""
        return self.side != MACHINE

    @property
    def told_from(self) -> date:
        """The day from which the group reads it, also when nobody answered."""
        return self.found_on + FIRST_FOR

    @property
    def words(self) -> str:
        """The sentence: about oneself, about one's side, or about another one."""
        who = ("me" if self.alone else "us") if self.mine else "them"
        return f"slide-{self.kind}-{who}"


def my_slides(viewer: Viewer, where: Neighbourhood) -> list[SlideSeen]:
    """What is about my own acts or, where it is a way of doing of several, about my side; the newest first."""
    viewer.must(RIGHT, where.key, concerned=True)
    found = _open(where).filter(_mine(viewer, where)).annotate(hurts_=Exists(_HURTS))
    return [_seen(one, True, one.hurts_) for one in found]


def slides_of_my_groups(viewer: Viewer, where: Neighbourhood, today: date) -> list[SlideSeen]:
    """What slid in the room of a group I belong to, once whose it is said something to it, or had the time to."""
    viewer.must(RIGHT, where.key, concerned=True)
    found = _open(where).filter(room__in=_my_rooms(viewer, where)).exclude(_mine(viewer, where))
    found = found.annotate(hurts_=Exists(_HURTS.filter(person__key=viewer.somebody())))
    return [_seen(one, False, one.hurts_) for one in found if _is_told(one, today)]


def own_slides_export(viewer: Viewer) -> list[dict[str, object]]:
    """What is kept about one's own acts, for one's own export; what is about a side as a whole is nobody's."""
    viewer.must("self.profile", None, concerned=True)
    rows = Slide.objects.filter(person__key=viewer.somebody()).order_by("found_on", "pk")
    columns = (
        "kind",
        "room",
        "since",
        "part",
        "of",
        "before",
        "before_of",
        "found_on",
        "answer",
        "answered_on",
    )
    return [
        {name: value.isoformat() if isinstance(value, date) else value for name, value in row.items()}
        for row in rows.values(*columns)
    ]


def slide_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Slide | None:
    """A slide that is mine to answer."""
    viewer.must(RIGHT, where.key, concerned=True)
    return _open(where).filter(_mine(viewer, where), public_id=public_id).first()


def slide_of_my_groups(viewer: Viewer, where: Neighbourhood, public_id: str, today: date) -> Slide | None:
    """One that I read since it is about a room of mine, to say that it hurts."""
    viewer.must(RIGHT, where.key, concerned=True)
    found = _open(where).filter(public_id=public_id).first()
    return found if found and is_of_my_group(viewer, found, today) else None


def own_hurts_export(viewer: Viewer) -> list[dict[str, object]]:
    """Of what I said that it hurts, for my own export."""
    viewer.must("self.profile", None, concerned=True)
    rows = Hurt.objects.filter(person__key=viewer.somebody()).order_by("on", "pk")
    return [
        {"kind": kind, "room": room, "on": on.isoformat()}
        for kind, room, on in rows.values_list("slide__kind", "slide__room", "on")
    ]


def slides_to_answer(viewer: Viewer, where: Neighbourhood) -> int:
    """How many of mine nobody answered yet, or hurt somebody since they were; asked at every visit of Today, and mostly
    there is none."""
    sides = _sides(viewer, where)
    if viewer.person is None or not viewer.may(RIGHT, where.key, concerned=True):
        return 0
    return sum(
        key == viewer.person or (key is None and side in sides)
        for key, side in _unanswered(neighbourhood=where.pk)
    )


def waiting_slides(viewer: Viewer, where: Neighbourhood, today: date) -> Counter[int]:
    """By person (primary key): how many slides about their own acts come once more in their letter of this week."""
    viewer.must("machine.night", where.key)
    rows = _open(where).filter(person__isnull=False, answered_on=None).values_list("person", "found_on")
    return Counter(person for person, found_on in rows if person and comes_once_more(found_on, None, today))


def my_waiting_slides(viewer: Viewer, where: Neighbourhood, today: date) -> int:
    """The same for the viewer alone."""
    viewer.must(RIGHT, where.key, concerned=True)
    rows = _mine_alone(person=viewer.somebody(), neighbourhood=where.pk)
    return sum(comes_once_more(found_on, answered_on, today) for found_on, answered_on in rows)


def is_mine(viewer: Viewer, slide: Slide) -> bool:
    """Is it about this viewer's acts, or, where it is nobody's alone, about those of their side?"""
    if slide.person is not None:
        return slide.person.key == viewer.person
    return slide.side in _sides(viewer, slide.neighbourhood)


def is_of_my_group(viewer: Viewer, slide: Slide, today: date) -> bool:
    """Is it about a room of this viewer's, by somebody else who is here, and told to the group?"""
    told = slide.side != MACHINE and _is_told(slide, today) and not is_mine(viewer, slide)
    return told and slide.room in _my_rooms(viewer, slide.neighbourhood)


_HURTS = Hurt.objects.filter(slide=OuterRef("pk"))


@ready
def _mine_alone(person: UUID, neighbourhood: int) -> QuerySet[Slide, tuple[date, date | None]]:
    rows = Slide.objects.filter(neighbourhood=neighbourhood, ended_on=None, person__key=person)
    return rows.values_list("found_on", "answered_on")


@ready
def _unanswered(neighbourhood: int) -> QuerySet[Slide, tuple[UUID | None, str]]:
    open_ = Slide.objects.filter(neighbourhood=neighbourhood, ended_on=None)
    since = Exists(_HURTS.filter(on__gt=OuterRef("answered_on")))
    return open_.filter(Q(answered_on=None) | since).values_list("person__key", "side")


def _is_told(one: Slide, today: date) -> bool:
    return is_for_the_group(one.found_on, one.answered_on, one.side != MACHINE, today)


def _open(where: Neighbourhood) -> QuerySet[Slide]:
    rows = Slide.objects.filter(neighbourhood=where, ended_on=None)
    return rows.select_related("person", "neighbourhood").order_by("-found_on", "pk")


def _mine(viewer: Viewer, where: Neighbourhood) -> Q:
    return Q(person__key=viewer.somebody()) | Q(person=None, side__in=_sides(viewer, where))


def _sides(viewer: Viewer, where: Neighbourhood) -> list[str]:
    """For whom one acts here. Residents as such are not told that they slide: their room is theirs."""
    board = viewer.is_a(Role.BOARD, where.key) or viewer.is_a(Role.TREASURER, where.key)
    return [BOARD] * board + [INSTITUTION] * viewer.is_a(Role.WORKER, where.key)


def _my_rooms(viewer: Viewer, where: Neighbourhood) -> list[str]:
    """The rooms one holds: what one carries, tables one set, what one is in, what was promised to one, the board."""
    me = viewer.somebody()
    carries = Carrying.objects.filter(person__key=me, until=None, task__place__neighbourhood=where)
    hosts = Table.objects.filter(host__key=me, neighbourhood=where)
    joined = Joined.objects.filter(person__key=me, initiative__neighbourhood=where)
    promised = Promise.objects.filter(to__key=me, neighbourhood=where)
    belongs: Iterable[tuple[str, bool]] = (
        (STREETS, carries.exists()),
        (TABLES, hosts.exists()),
        (INITIATIVES, joined.exists()),
        (PROMISES, promised.exists()),
        (BOARD_ROOM, BOARD in _sides(viewer, where)),
    )
    return [room for room, so in belongs if so]


def _seen(one: Slide, mine: bool, hurts: bool) -> SlideSeen:
    return SlideSeen(
        one.public_id,
        one.kind,
        one.room,
        one.side,
        mine,
        one.person is not None,
        one.since,
        one.part,
        one.of,
        one.before,
        one.before_of,
        one.answer,
        one.answered_on,
        one.found_on,
        hurts,
    )
