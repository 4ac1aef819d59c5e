"""My nudges, for me alone; of all together only sums of whole months, from five givers up."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Count, QuerySet
from django.db.models.functions import TruncMonth
from django.utils import timezone

from vuurtoren.nudges.models import Heard, Nudge
from vuurtoren.nudges.rules import (
    FOR_THEM,
    KINDS,
    UNDO_WITHIN,
    WINDOW_MONTHS,
    About,
    Given,
    grows,
    is_silent,
    month_back,
)
from vuurtoren.people.rules import Viewer, enough, in_fives
from vuurtoren.places.models import Neighbourhood

MONTHS = 12
"""So many months are shown, of oneself and of all together."""


@dataclass(frozen=True)
class Month:
    """A month (its first day) and how many nudges of each kind; only kinds that have some."""

    first: date
    kinds: tuple[tuple[str, int], ...]

    @property
    def all(self) -> int:
        """All together."""
        return sum(count for _, count in self.kinds)

    @property
    def most(self) -> int:
        """Of the kind of which there are most."""
        return max((count for _, count in self.kinds), default=0)


@dataclass(frozen=True)
class Growing:
    """Doing it for them, in the last three whole months and in the three before."""

    before: Given
    lately: Given


def my_nudges(viewer: Viewer, where: Neighbourhood, today: date) -> list[Month]:
    """My own of the last twelve months, the newest first; months without any are left out."""
    viewer.must("nudge.own", where.key, concerned=viewer.person is not None)
    months = _by_month(_mine(viewer, where).filter(given_at__gte=begin_of(month_back(today, MONTHS - 1))))
    return [_month(first, months[first]) for first in sorted(months, reverse=True)]


def my_latest(viewer: Viewer, where: Neighbourhood, at: datetime, about: About | None = None) -> list[Nudge]:
    """Those of mine that can be taken back, the newest first; about one thing, or all."""
    viewer.must("nudge.own", where.key, concerned=viewer.person is not None)
    rows = _mine(viewer, where).filter(given_at__gte=at - UNDO_WITHIN).order_by("-given_at", "-pk")
    return list(rows.filter(about_kind=about.kind, about=about.key) if about else rows)


def nudge_called(viewer: Viewer, where: Neighbourhood, public_id: str) -> Nudge | None:
    """One of mine."""
    viewer.must("nudge.own", where.key, concerned=viewer.person is not None)
    return _mine(viewer, where).filter(public_id=public_id).select_related("neighbourhood").first()


def growing(viewer: Viewer, where: Neighbourhood, today: date) -> Growing | None:
    """Do I do it for them more and more, and did I not answer that lately? Said to me alone."""
    viewer.must("nudge.own", where.key, concerned=viewer.person is not None)
    months = _by_month(
        _mine(viewer, where).filter(
            given_at__gte=begin_of(month_back(today, 2 * WINDOW_MONTHS)),
            given_at__lt=begin_of(month_back(today, 0)),
        )
    )
    found = _growing(months, today)
    if not grows(found.before, found.lately):
        return None
    heard = Heard.objects.filter(person__key=viewer.somebody(), neighbourhood=where).first()
    return None if is_silent(heard.on if heard else None, today) else found


def givers_growing(where: Neighbourhood, today: date) -> set[int]:
    """Everybody (primary keys) whose doing it for them grows, and who did not answer that lately; in two questions.

    For the machine alone, which tells each of them apart.
    """
    rows = Nudge.objects.filter(
        neighbourhood=where,
        given_at__gte=begin_of(month_back(today, 2 * WINDOW_MONTHS)),
        given_at__lt=begin_of(month_back(today, 0)),
    )
    counted = rows.annotate(month=TruncMonth("given_at")).values_list("giver", "month", "kind")
    givers: defaultdict[int, defaultdict[date, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    for giver, month, kind, count in counted.annotate(count=Count("pk")).order_by():
        givers[giver][timezone.localdate(month)][kind] += count
    heard = dict(Heard.objects.filter(neighbourhood=where).values_list("person", "on"))
    found = {giver: _growing(months, today) for giver, months in givers.items()}
    return {
        giver
        for giver, one in found.items()
        if grows(one.before, one.lately) and not is_silent(heard.get(giver), today)
    }


def nudges_told(viewer: Viewer, where: Neighbourhood, today: date) -> list[Month]:
    """By whole month that is over: at least so many of a kind, in fives, where five or more people gave one (law 7).

    There is no total beside the kinds, and no month that still goes on, so that nothing is found by subtracting.
    """
    viewer.must("page.public", where.key)
    rows = Nudge.objects.filter(
        neighbourhood=where,
        given_at__gte=begin_of(month_back(today, MONTHS)),
        given_at__lt=begin_of(month_back(today, 0)),
    )
    counted = rows.annotate(month=TruncMonth("given_at")).values_list("month", "kind")
    months: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for month, kind, givers, count in counted.annotate(
        givers=Count("giver", distinct=True), count=Count("pk")
    ).order_by("month"):
        if enough(givers):
            months[timezone.localdate(month)][kind] = in_fives(count)
    return [_month(first, months[first]) for first in sorted(months, reverse=True)]


def _mine(viewer: Viewer, where: Neighbourhood) -> QuerySet[Nudge]:
    return Nudge.objects.filter(neighbourhood=where, giver__key=viewer.somebody())


def _by_month(rows: QuerySet[Nudge]) -> dict[date, Counter[str]]:
    counted = rows.annotate(month=TruncMonth("given_at")).values_list("month", "kind")
    months: defaultdict[date, Counter[str]] = defaultdict(Counter)
    for month, kind, count in counted.annotate(count=Count("pk")).order_by("month"):
        months[timezone.localdate(month)][kind] += count
    return months


def _growing(months: dict[date, Counter[str]], today: date) -> Growing:
    return Growing(
        _given(months, today, range(WINDOW_MONTHS + 1, 2 * WINDOW_MONTHS + 1)),
        _given(months, today, range(1, WINDOW_MONTHS + 1)),
    )


def _given(months: dict[date, Counter[str]], today: date, back: range) -> Given:
    some = [months.get(month_back(today, number), Counter[str]()) for number in back]
    return Given(sum(one[FOR_THEM] for one in some), sum(one.total() for one in some))


def _month(first: date, counted: Counter[str]) -> Month:
    return Month(first, tuple((kind, counted[kind]) for kind in KINDS if counted[kind]))


def begin_of(day: date) -> datetime:
    """Midnight here at the beginning of a day."""
    return timezone.make_aware(datetime.combine(day, time()))
