"""Leaving: for who leaves, for who leads the team, and for who follows. Nobody else is told."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Institution, Person, RoleHeld, Work
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.stay.models import Departure
from vuurtoren.stay.queries.leading import at_work, leads, led_by, who_work_here
from vuurtoren.stay.queries.promises import PromiseSeen, as_seen, rows_of
from vuurtoren.stay.rules import UNDONE, is_over, leaves_early, left_undone, months_between

SOON = timedelta(days=42)
"""So long before it who leads is told that the role of somebody ends, so that the board can give another year."""


@dataclass(frozen=True)
class LeavingSeen:
    """Somebody leaves: `who` is the address of the person, `called` their name. `part`: leaves, leads or follows, as the
    viewer does. `owed`: promises not settled yet; who leads reads the words of those to all. `left`: what else is undone.
    `early`: before they could be known, told to who leads alone.

    `asked`: who leads wrote it down, and who leaves did not answer; `not_so_on`: they said that it is not so.
    `successor_leaves`: who follows will not be here either; until when they are, who leads alone is told.
    """

    public_id: str
    part: str
    who: str
    called: str
    institution: str
    last_day: date
    months: int
    early: bool
    owed: tuple[PromiseSeen, ...]
    successor: str
    successor_leaves: bool
    successor_until: date | None
    walk_on: date | None
    walked: bool
    people: int
    introduced: int
    left: tuple[str, ...]
    completed_on: date | None
    asked: bool
    not_so_on: date | None
    over: bool

    @property
    def open(self) -> int:
        """How many promises are not settled yet."""
        return len(self.owed)

    @property
    def late(self) -> int:
        """Of which so many are late."""
        return _late(self.owed)


@dataclass(frozen=True)
class ColleagueSeen:
    """Somebody of a team, for who leads it: since when, and which promises wait. Not what they did by the day.

    `away`: their role ended or they cannot sign in, while nobody said that the work did; what they promised is with who
    leads. `role_ends`: on which day their role ends, where that is soon and they do not leave.
    """

    public_id: str
    key: str
    called: str
    since: date
    months: int
    owed: tuple[PromiseSeen, ...]
    leaving: LeavingSeen | None
    away: bool
    role_ends: date | None

    @property
    def late(self) -> int:
        """How many of what they owe are late."""
        return _late(self.owed)


@dataclass(frozen=True)
class TeamSeen:
    """A team, for who leads it; its people in the order of their names. `fell`: promises of whoever is gone for good or
    was forgotten, told with nobody's leaving."""

    institution: str
    people: tuple[ColleagueSeen, ...]
    left: tuple[LeavingSeen, ...]
    fell: tuple[PromiseSeen, ...]


def work_called(viewer: Viewer, where: Neighbourhood, public_id: str, today: date) -> Work | None:
    """The work that somebody does here, by the address of the person."""
    rows = who_work_here(viewer, where, today).select_related("person", "institution__neighbourhood")
    return rows.filter(person__public_id=public_id).first()


def is_mine_or_led(viewer: Viewer, work: Work, today: date) -> bool:
    """Is it the viewer's own work, or of a team they lead?"""
    viewer.must("page.public", work.institution.neighbourhood.key)
    return viewer.person is not None and (
        work.person.key == viewer.person or leads(viewer, work.institution, today)
    )


def departure_called(viewer: Viewer, where: Neighbourhood, public_id: str, today: date) -> Departure | None:
    """A leaving that the viewer has a part in; of others nobody learns that it is."""
    viewer.must("work.leave", where.key, concerned=viewer.person is not None)
    rows = Departure.objects.filter(work__institution__neighbourhood=where, public_id=public_id)
    found = rows.select_related("work__person", "work__institution__neighbourhood", "successor").first()
    return found if found and _part(viewer, found, today) else None


def leaving_seen(viewer: Viewer, leaving: Departure, today: date) -> LeavingSeen | None:
    """A leaving as the viewer may see it."""
    viewer.must("work.leave", leaving.work.institution.neighbourhood.key, concerned=viewer.person is not None)
    part = _part(viewer, leaving, today)
    return _seen(viewer, leaving, part, today) if part else None


def my_leavings(viewer: Viewer, where: Neighbourhood, today: date) -> list[LeavingSeen]:
    """My own leaving, as long as it is not done; and those of whom I follow."""
    viewer.must("work.leave", where.key, concerned=viewer.person is not None)
    rows = _with(person=viewer.somebody(), neighbourhood=where.pk, today=today)
    return [_seen(viewer, one, _own_part(viewer, one), today) for one in rows]


@ready
def _with(person: UUID, neighbourhood: int, today: date) -> QuerySet[Departure]:
    """Departures of this person, or of whom they follow."""
    rows = Departure.objects.filter(
        Q(work__person__key=person) | Q(successor__key=person), work__institution__neighbourhood=neighbourhood
    ).filter(Q(completed_on=None) | Q(last_day__gte=today), not_so_on=None)
    rows = rows.select_related("work__person", "work__institution__neighbourhood", "successor")
    drawn = "boundary", "backdrop"
    rows = rows.defer(*(f"work__institution__neighbourhood__{one}" for one in drawn))
    return rows.order_by("last_day", "pk")


def teams_of(viewer: Viewer, where: Neighbourhood, today: date) -> list[TeamSeen]:
    """The teams the viewer leads here: who, since when, what waits, who leaves, and whose leaving is not done yet."""
    return [_team(viewer, one, where, today) for one in led_by(viewer, where, today)]


def own_leavings(viewer: Viewer) -> list[dict[str, object]]:
    """My own leaving, for my own export."""
    rows = Departure.objects.filter(work__person__key=viewer.somebody()).order_by("last_day", "pk")
    return [
        {"last_day": one.last_day.isoformat(), "people": one.people, "introduced": one.introduced}
        for one in rows
    ]


def _team(viewer: Viewer, institution: Institution, where: Neighbourhood, today: date) -> TeamSeen:
    now = set(at_work(today).filter(institution=institution).values_list("person", flat=True))
    waiting = list(rows_of(where).filter(institution=institution, state__in=UNDONE).order_by("due", "pk"))
    stands = {one.pk for one in waiting if one.owner_id not in now}
    owed: dict[int | None, list[PromiseSeen]] = defaultdict(list)
    for promise in waiting:
        owed[promise.owner_id].append(as_seen(viewer, promise, today, stands))
    rows = Departure.objects.filter(work__institution=institution)
    rows = rows.select_related("work__person", "work__institution__neighbourhood", "successor")
    leaving = {one.work_id: one for one in rows}
    here = list(who_work_here(viewer, where, today).filter(institution=institution))
    ends = _roles_end_soon(where, [one.person_id for one in here], today)
    people = tuple(
        ColleagueSeen(
            public_id=one.person.public_id,
            key=str(one.person.key),
            called=one.person.called,
            since=one.since,
            months=months_between(one.since, today),
            owed=tuple(owed[one.person_id]),
            leaving=_seen(viewer, leaving[one.pk], "leads", today) if one.pk in leaving else None,
            away=one.person_id not in now,
            role_ends=None if one.pk in leaving else ends.get(one.person_id),
        )
        for one in here
    )
    gone = [
        one
        for one in leaving.values()
        if one.completed_on is None and one.not_so_on is None and is_over(one.last_day, today)
    ]
    told = {one.person_id for one in here} | {one.work.person_id for one in gone}
    return TeamSeen(
        institution.name,
        people,
        left=tuple(_seen(viewer, one, "leads", today) for one in gone),
        fell=tuple(one for owner, some in owed.items() if owner not in told for one in some),
    )


def _roles_end_soon(where: Neighbourhood, people: list[int], today: date) -> dict[int, date]:
    """Of whom the role of a professional ends within `SOON`, and its last day."""
    held = RoleHeld.objects.filter(person__in=people, neighbourhood=where, role=Role.WORKER.value)
    days = {one.person_id: timezone.localdate(one.until - timedelta(seconds=1)) for one in held if one.until}
    return {person: day for person, day in days.items() if today <= day <= today + SOON}


def _part(viewer: Viewer, leaving: Departure, today: date) -> str:
    own = _own_part(viewer, leaving)
    return own or ("leads" if leads(viewer, leaving.work.institution, today) else "")


def _own_part(viewer: Viewer, leaving: Departure) -> str:
    if viewer.person is None:
        return ""
    if leaving.work.person.key == viewer.person:
        return "" if leaving.not_so_on else "leaves"
    return (
        "follows"
        if not leaving.not_so_on and leaving.successor and leaving.successor.key == viewer.person
        else ""
    )


def _seen(viewer: Viewer, leaving: Departure, part: str, today: date) -> LeavingSeen:
    work = leaving.work
    rows = rows_of(work.institution.neighbourhood).filter(
        owner=work.person, institution=work.institution, state__in=UNDONE
    )
    here = at_work(today).filter(person=work.person, institution=work.institution)
    gone = part == "leads" and not here.exists()
    waiting = list(rows.order_by("due", "pk"))
    stands = [one.pk for one in waiting] if gone else []
    tends = part in ("leaves", "leads")
    stays, until = _how_long(leaving.successor, work.institution)
    leaves_too = not stays and (until is None or until <= leaving.last_day)
    over = is_over(leaving.last_day, today)
    return LeavingSeen(
        public_id=leaving.public_id,
        part=part,
        who=work.person.public_id,
        called=work.person.called,
        institution=work.institution.name,
        last_day=leaving.last_day,
        months=months_between(work.since, leaving.last_day),
        early=part == "leads" and leaves_early(work.since, leaving.last_day),
        owed=tuple(as_seen(viewer, one, today, stands) for one in waiting) if tends else (),
        successor=leaving.successor.called if leaving.successor else "",
        successor_leaves=tends and leaves_too,
        successor_until=until if part == "leads" and leaves_too else None,
        walk_on=leaving.walk_on,
        walked=leaving.walked,
        people=leaving.people,
        introduced=leaving.introduced,
        left=left_undone(
            follows=leaving.successor is not None,
            walked=leaving.walked,
            people=leaving.people,
            introduced=leaving.introduced,
        ),
        completed_on=None if waiting else leaving.completed_on,
        asked=not (leaving.said_on or leaving.not_so_on or over),
        not_so_on=leaving.not_so_on,
        over=over,
    )


def _how_long(successor: Person | None, institution: Institution) -> tuple[bool, date | None]:
    """Does who follows stay, and if not, until when do they work here? Nobody who follows stays."""
    if successor is None:
        return True, None
    ends = list(
        Work.objects.filter(person=successor, institution=institution).values_list("until", flat=True)
    )
    return None in ends, max((day for day in ends if day), default=None)


def _late(owed: Iterable[PromiseSeen]) -> int:
    return sum(one.state == "open" and one.tone != "" for one in owed)
