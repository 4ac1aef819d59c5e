"""Days: one's own in full; of somebody else only how often, over as long as they chose to share."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Q
from django.utils import timezone

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
    """How often somebody was here in the last `length` days: on so many days, and for each kind on how many of them.
    `until`: up to and with which day they said yes to showing it."""

    called: str
    length: int
    until: date
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


def i_share(viewer: Viewer, where: Neighbourhood, today: date) -> OfPeriod | None:
    """What neighbours see of my days, if anything."""
    viewer.must("day.own", where.key, concerned=viewer.person is not None)
    mine = DaysShared.objects.filter(person__key=viewer.somebody(), neighbourhood=where, until__gte=today)
    return next(iter(_of_periods(where, list(mine.select_related("person")), today)), None)


def shared_days(viewer: Viewer, where: Neighbourhood, at: datetime) -> list[OfPeriod]:
    """What professionals who work here now show their neighbours, as long as they said yes to that, by name; visitors
    see none of it."""
    if not viewer.may("day.see", where.key):
        return []
    now = Q(until=None) | Q(until__gt=at)
    working = RoleHeld.objects.filter(
        now, neighbourhood=where, role=Role.WORKER.value, confirmed_at__lte=at
    ).values("person")
    today = timezone.localdate(at)
    rows = DaysShared.objects.filter(neighbourhood=where, person__in=working, until__gte=today)
    return _of_periods(where, list(rows.select_related("person").order_by("person__called", "pk")), today)


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
            {"days": one.length, "until": one.until.isoformat()}
            for one in DaysShared.objects.filter(person__key=key).order_by("pk")
        ],
    }


def _seen(day: Day) -> DaySeen:
    did = {one.kind for one in day.kinds.all()}
    return DaySeen(day.day, tuple(kind for kind in KINDS if kind in did), day.words)


def _of_periods(where: Neighbourhood, shared: list[DaysShared], today: date) -> list[OfPeriod]:
    """However many share: two questions to the database."""
    if not shared:
        return []
    rows = Day.objects.filter(
        neighbourhood=where,
        person__in=[one.person_id for one in shared],
        day__range=(min(_first(one, today) for one in shared), today),
    )
    written = list(rows.prefetch_related("kinds"))
    return [
        _of_period(
            one,
            [day for day in written if day.person_id == one.person_id and _first(one, today) <= day.day],
        )
        for one in shared
    ]


def _first(one: DaysShared, today: date) -> date:
    return today - timedelta(days=one.length - 1)


def _of_period(shared: DaysShared, days: list[Day]) -> OfPeriod:
    counted = Counter(kind.kind for one in days for kind in one.kinds.all())
    kinds = tuple((kind, counted[kind]) for kind in KINDS if counted[kind])
    return OfPeriod(shared.person.called, shared.length, shared.until, len(days), kinds)
