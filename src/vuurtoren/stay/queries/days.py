"""Days: one's own in full; of somebody else only how often, in the period they chose to share."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Q

from vuurtoren.people.models import RoleHeld, Work
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.stay.models import Day, DaysShared
from vuurtoren.stay.rules import KINDS

MOST_DAYS = 31


@dataclass(frozen=True)
class DaySeen:
    """A day of one's own."""

    day: date
    kinds: tuple[str, ...]
    words: str


@dataclass(frozen=True)
class OfPeriod:
    """How often somebody was here from one day up to another: so many days, and for each kind on how many of them."""

    called: str
    first: date
    last: date
    days: int
    kinds: tuple[tuple[str, int], ...]


def my_days(viewer: Viewer, where: Neighbourhood) -> list[DaySeen]:
    """My newest days here, the newest first."""
    viewer.must("day.own", where.key, concerned=viewer.person is not None)
    rows = Day.objects.filter(person__key=viewer.somebody(), neighbourhood=where)
    return [_seen(one) for one in rows.order_by("-day").prefetch_related("kinds")[:MOST_DAYS]]


def day_of(viewer: Viewer, where: Neighbourhood, day: date) -> DaySeen:
    """One day of mine; one that was not written down is empty."""
    viewer.must("day.own", where.key, concerned=viewer.person is not None)
    rows = Day.objects.filter(person__key=viewer.somebody(), neighbourhood=where, day=day)
    found = rows.prefetch_related("kinds").first()
    return _seen(found) if found else DaySeen(day, (), "")


def i_share(viewer: Viewer, where: Neighbourhood) -> OfPeriod | None:
    """What neighbours see of my days, if anything."""
    viewer.must("day.own", where.key, concerned=viewer.person is not None)
    mine = DaysShared.objects.filter(person__key=viewer.somebody(), neighbourhood=where)
    return next(iter(_of_periods(where, list(mine.select_related("person")))), None)


def shared_days(viewer: Viewer, where: Neighbourhood, at: datetime) -> list[OfPeriod]:
    """What professionals who work here now chose to show their neighbours, by name; visitors see none of it."""
    if not viewer.may("day.see", where.key):
        return []
    now = Q(until=None) | Q(until__gt=at)
    working = RoleHeld.objects.filter(
        now, neighbourhood=where, role=Role.WORKER.value, confirmed_at__lte=at
    ).values("person")
    rows = DaysShared.objects.filter(neighbourhood=where, person__in=working).select_related("person")
    return _of_periods(where, list(rows.order_by("person__called", "pk")))


def since_when(viewer: Viewer, where: Neighbourhood) -> date | None:
    """Since when I work in this neighbourhood, for whichever institution."""
    viewer.must("day.own", where.key, concerned=viewer.person is not None)
    mine = Work.objects.filter(person__key=viewer.somebody(), institution__neighbourhood=where)
    return mine.order_by("since").values_list("since", flat=True).first()


def own_days(viewer: Viewer) -> dict[str, object]:
    """My days and what I share of them, for my own export."""
    key = viewer.somebody()
    return {
        "days": [
            {"day": one.day.isoformat(), "kinds": [kind.kind for kind in one.kinds.all()], "words": one.words}
            for one in Day.objects.filter(person__key=key).order_by("day", "pk").prefetch_related("kinds")
        ],
        "shared": [
            {"first": one.first.isoformat(), "last": one.last.isoformat()}
            for one in DaysShared.objects.filter(person__key=key).order_by("pk")
        ],
    }


def _seen(day: Day) -> DaySeen:
    did = {one.kind for one in day.kinds.all()}
    return DaySeen(day.day, tuple(kind for kind in KINDS if kind in did), day.words)


def _of_periods(where: Neighbourhood, shared: list[DaysShared]) -> list[OfPeriod]:
    """However many share: two questions to the database."""
    if not shared:
        return []
    rows = Day.objects.filter(
        neighbourhood=where,
        person__in=[one.person_id for one in shared],
        day__range=(min(one.first for one in shared), max(one.last for one in shared)),
    )
    written = list(rows.prefetch_related("kinds"))
    return [
        _of_period(
            one,
            [day for day in written if day.person_id == one.person_id and one.first <= day.day <= one.last],
        )
        for one in shared
    ]


def _of_period(shared: DaysShared, days: list[Day]) -> OfPeriod:
    counted = Counter(kind.kind for one in days for kind in one.kinds.all())
    kinds = tuple((kind, counted[kind]) for kind in KINDS if counted[kind])
    return OfPeriod(shared.person.called, shared.first, shared.last, len(days), kinds)
