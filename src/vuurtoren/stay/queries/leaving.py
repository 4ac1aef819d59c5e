"""Leaving: for who leaves, for who leads the team, and for who follows. Nobody else is told."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from vuurtoren.people.models import Institution, Work
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.stay.models import Departure, Promise
from vuurtoren.stay.queries.leading import leads, led_by, who_work_here
from vuurtoren.stay.rules import UNDONE, leaves_early, months_between


@dataclass(frozen=True)
class LeavingSeen:
    """Somebody leaves. `part`: leaves, leads or follows, as the viewer does. `open`: promises not settled yet; `early`:
    before they could be known, told to who leads alone."""

    public_id: str
    part: str
    called: str
    institution: str
    last_day: date
    months: int
    early: bool
    open: int
    successor: str
    walk_on: date | None
    walked: bool
    people: int
    introduced: int
    completed_on: date | None


@dataclass(frozen=True)
class ColleagueSeen:
    """Somebody of a team, for who leads it: since when, and how many promises wait. Not what they did by the day."""

    public_id: str
    key: str
    called: str
    since: date
    months: int
    open: int
    late: int
    leaving: LeavingSeen | None


@dataclass(frozen=True)
class TeamSeen:
    """A team, for who leads it; its people in the order of their names."""

    institution: str
    people: tuple[ColleagueSeen, ...]
    left: tuple[LeavingSeen, ...]


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
    return _seen(leaving, part) if part else None


def my_leavings(viewer: Viewer, where: Neighbourhood, today: date) -> list[LeavingSeen]:
    """My own leaving, as long as it is not done; and those of whom I follow."""
    viewer.must("work.leave", where.key, concerned=viewer.person is not None)
    key = viewer.somebody()
    rows = Departure.objects.filter(
        Q(work__person__key=key) | Q(successor__key=key), work__institution__neighbourhood=where
    ).filter(Q(completed_on=None) | Q(last_day__gte=today))
    rows = rows.select_related("work__person", "work__institution__neighbourhood", "successor")
    return [_seen(one, _own_part(viewer, one)) for one in rows.order_by("last_day", "pk")]


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
    promises = Promise.objects.filter(institution=institution, state__in=UNDONE, owner__isnull=False)
    waiting = list(promises.values_list("owner_id", "state", "due"))
    count = Counter(owner for owner, _, _ in waiting)
    late = Counter(owner for owner, state, due in waiting if state == "open" and due < today)
    rows = Departure.objects.filter(work__institution=institution)
    rows = rows.select_related("work__person", "work__institution__neighbourhood", "successor")
    leaving = {one.work_id: one for one in rows}
    here = who_work_here(viewer, where, today).filter(institution=institution)
    people = tuple(
        ColleagueSeen(
            public_id=one.person.public_id,
            key=str(one.person.key),
            called=one.person.called,
            since=one.since,
            months=months_between(one.since, today),
            open=count[one.person_id],
            late=late[one.person_id],
            leaving=_seen(leaving[one.pk], "leads") if one.pk in leaving else None,
        )
        for one in here
    )
    gone = [one for one in leaving.values() if one.last_day < today and one.completed_on is None]
    return TeamSeen(institution.name, people, tuple(_seen(one, "leads") for one in gone))


def _part(viewer: Viewer, leaving: Departure, today: date) -> str:
    own = _own_part(viewer, leaving)
    return own or ("leads" if leads(viewer, leaving.work.institution, today) else "")


def _own_part(viewer: Viewer, leaving: Departure) -> str:
    if viewer.person is None:
        return ""
    if leaving.work.person.key == viewer.person:
        return "leaves"
    return "follows" if leaving.successor and leaving.successor.key == viewer.person else ""


def _seen(leaving: Departure, part: str) -> LeavingSeen:
    work = leaving.work
    waiting = Promise.objects.filter(owner=work.person, institution=work.institution, state__in=UNDONE)
    return LeavingSeen(
        public_id=leaving.public_id,
        part=part,
        called=work.person.called,
        institution=work.institution.name,
        last_day=leaving.last_day,
        months=months_between(work.since, leaving.last_day),
        early=part == "leads" and leaves_early(work.since, leaving.last_day),
        open=waiting.count() if part in ("leaves", "leads") else 0,
        successor=leaving.successor.called if leaving.successor else "",
        walk_on=leaving.walk_on,
        walked=leaving.walked,
        people=leaving.people,
        introduced=leaving.introduced,
        completed_on=leaving.completed_on,
    )
