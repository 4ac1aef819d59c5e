"""How much is in residents' room, month by month, next to the quality on the street and what the institution does less.

Figures about streets, acts and minutes, none about people, so the gate of five people (law 7) does not close them.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Min, Sum
from django.db.models.functions import TruncMonth
from django.utils import timezone

from vuurtoren.care.models import Carrying, Dossier, Spent, Stop
from vuurtoren.care.rules import LITTER
from vuurtoren.engine.slides import DECIDED, ENTERED
from vuurtoren.initiatives.models import Initiative
from vuurtoren.initiatives.rules import ALIVE, State
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.models import Room
from vuurtoren.reflection.balance import Month, Part, Verdict, left, shares, verdict, why
from vuurtoren.reflection.meanings import BOARD, RESIDENTS
from vuurtoren.reflection.reading import history_of
from vuurtoren.response.models import Observation, Plan, Visit
from vuurtoren.response.rules import is_ahead
from vuurtoren.tables.models import Table

MOST_MONTHS = 12


@dataclass(frozen=True)
class Balance:
    """Whole months, oldest first, what they say together, and residents' shares (0 … 1) beside each month.

    Tasks of every kind count; square metres where residents hold the litter, which is the ground itself.
    """

    months: tuple[Month, ...]
    verdict: Verdict
    tasks: tuple[float, ...]
    square_metres: tuple[float, ...]
    decisions: tuple[float, ...]
    euros: tuple[float, ...] = ()
    """Of the months in which they are known, up to the newest; empty where it is not known for each of them."""
    why: str = Verdict.TOO_EARLY.value
    """Which sentence tells why it is this word."""

    @property
    def until(self) -> date | None:
        """The first day that these months do not tell of."""
        return _next(self.months[-1].first) if self.months else None


def balance_of(viewer: Viewer, where: Neighbourhood, today: date) -> Balance:
    """The last twelve whole months, from the first in which the city worked or planned here."""
    viewer.must("page.public", where.key)
    firsts = _months(where, today)
    decided, quality, minutes = _decisions(where, today), _quality(where, firsts), _minutes(where, firsts)
    held, areas, going, begun = _held(where), _areas(where), _going(where), _begun(where)
    stopped, budgets, spent = _stopped(where), _budgets(where), _spent(where)
    months = []
    for first in firsts:
        end = _next(first)
        there = {pk: m2 for pk, (m2, gone) in areas.items() if gone is None or gone >= end}
        hold = {(pk, kind) for pk, kind, since, until in held if _runs(since, until, end)}
        mine = {one for one in hold if one[0] in there}
        every = {(pk, LITTER) for pk in there} | {
            one for one, on in begun.items() if one[0] in there and on < end
        }
        stops = {(pk, kind) for pk, kind, since, until in stopped if _runs(since, until, end)} - hold
        m2 = sum(there[pk] for pk, kind in mine if kind == LITTER)
        score, below = quality.get(first, (None, None))
        months.append(
            Month(
                first,
                Part(len(mine), len(every | mine) - len(mine)),
                Part(m2, sum(there.values()) - m2),
                Part(decided[first, True], decided[first, False]),
                _euros(first, end, budgets, spent),
                sum(_runs(since, until, end) for since, until in going),
                score,
                below,
                sum(some.get(first, 0.0) for some in minutes.values()),
                len({pk for pk, _ in stops} & set(there)),
            )
        )
    told, less = tuple(months), _left(minutes, firsts, where)
    return Balance(
        told,
        verdict(told, less),
        shares([one.tasks for one in told]),
        shares([one.square_metres for one in told]),
        shares([one.decisions for one in told]),
        shares([one.euros for one in told if one.euros]) if told and all(one.euros for one in told) else (),
        why(told, less),
    )


def _months(where: Neighbourhood, today: date) -> list[date]:
    """The first days of the whole months to tell, oldest first."""
    plan = Plan.objects.filter(neighbourhood=where).order_by("date").values_list("date", flat=True).first()
    visit = (
        Visit.objects.filter(place__neighbourhood=where).order_by("at").values_list("at", flat=True).first()
    )
    days = [one for one in (plan, timezone.localdate(visit) if visit else None) if one]
    if not days:
        return []
    begun = min(days)
    first = begun if begun.day == 1 else _next(begun.replace(day=1))
    found = []
    while _next(first) <= today:
        found.append(first)
        first = _next(first)
    return found[-MOST_MONTHS:]


def _decisions(where: Neighbourhood, today: date) -> Counter[tuple[date, bool]]:
    """By month and whether it was residents (their board too): decisions, and work that somebody else came to do."""
    found: Counter[tuple[date, bool]] = Counter()
    for act in history_of(where, today).acts:
        if act.what in (DECIDED, ENTERED):
            found[date.fromordinal(act.day).replace(day=1), act.side in (RESIDENTS, BOARD)] += 1
    return found


def _quality(where: Neighbourhood, firsts: list[date]) -> dict[date, tuple[float | None, float | None]]:
    """By month in which somebody looked: the mean grade, and the share of streets that were too dirty, over its nights."""
    if not firsts:
        return {}
    rows = Plan.objects.filter(neighbourhood=where, date__gte=firsts[0], date__lt=_next(firsts[-1]))
    looked = _looked(where, firsts[0])
    nights: dict[date, list[tuple[float, float]]] = {}
    for day, mean, below, made_at in rows.values_list("date", "mean_now", "below_floor_share", "made_at"):
        if day.replace(day=1) in looked and not is_ahead(day, timezone.localdate(made_at)):
            nights.setdefault(day.replace(day=1), []).append((mean, below))
    return {
        first: (_mean(mean for mean, _ in some), _mean(below for _, below in some))
        for first, some in nights.items()
    }


def _looked(where: Neighbourhood, since: date) -> set[date]:
    """The months in which somebody said how a street lay: a neighbour, or a crew at its visit."""
    seen = Observation.objects.filter(place__neighbourhood=where, at__gte=_midnight(since))
    found = Visit.objects.filter(place__neighbourhood=where, at__gte=_midnight(since)).exclude(found="")
    months = (
        rows.annotate(month=TruncMonth("at")).values_list("month", flat=True).distinct()
        for rows in (seen, found)
    )
    return {timezone.localdate(month) for some in months for month in some if month}


def _minutes(where: Neighbourhood, firsts: list[date]) -> dict[int, dict[date, float]]:
    """By place and month: what the institution worked there."""
    found: dict[int, dict[date, float]] = {}
    if not firsts:
        return found
    rows = Visit.objects.filter(
        place__neighbourhood=where, at__gte=_midnight(firsts[0]), at__lt=_midnight(_next(firsts[-1]))
    )
    by_month = rows.annotate(month=TruncMonth("at")).values_list("place", "month")
    for place, month, minutes in by_month.annotate(minutes=Sum("minutes")).order_by():
        found.setdefault(place, {})[timezone.localdate(month)] = float(minutes)
    return found


def _left(minutes: dict[int, dict[date, float]], firsts: list[date], where: Neighbourhood) -> float:
    """How much less the institution does where nobody carries now."""
    carried = Carrying.objects.filter(task__place__neighbourhood=where, task__kind__code=LITTER, until=None)
    by_place = {place: [some.get(first, 0.0) for first in firsts] for place, some in minutes.items()}
    return left(by_place, set(carried.values_list("task__place", flat=True)))


def _stopped(where: Neighbourhood) -> list[tuple[int, str, date, date | None]]:
    """Place, kind of task, from and until when the institution said that it stops there or does less."""
    rows = Stop.objects.filter(place__neighbourhood=where)
    return [
        (place, kind, since, timezone.localdate(until) if until else None)
        for place, kind, since, until in rows.values_list("place", "kind__code", "since", "goes_on_at")
    ]


def _budgets(where: Neighbourhood) -> list[tuple[str, int, date, date | None]]:
    """Kind of task, cents a year, from and until when residents held it by an agreement with that amount."""
    cents: dict[UUID, int] = dict(
        Dossier.objects.filter(
            task__place__neighbourhood=where, hand_over__isnull=False, cents_a_year__isnull=False
        ).values_list("hand_over__key", "cents_a_year")  # type: ignore[arg-type]
    )
    rows = Room.objects.filter(place__neighbourhood=where, hand_over__in=list(cents))
    return [
        (kind, cents[key], timezone.localdate(since), timezone.localdate(until) if until else None)
        for kind, key, since, until in rows.values_list("kind", "hand_over", "since", "ended_at")
    ]


def _spent(where: Neighbourhood) -> dict[int, dict[str, int]]:
    """By year and kind of task: what the institution said it spends itself, in cents."""
    found: dict[int, dict[str, int]] = {}
    rows = Spent.objects.filter(neighbourhood=where).values_list("year", "kind__code", "cents")
    for year, kind, cents in rows:
        found.setdefault(year, {})[kind] = cents
    return found


def _euros(
    first: date,
    end: date,
    budgets: list[tuple[str, int, date, date | None]],
    spent: dict[int, dict[str, int]],
) -> Part | None:
    """What residents have to spend, and what the institution spends itself, in this month: a twelfth of the year. None
    where the institution did not say it of the year, or not of a kind for which residents have a budget."""
    year = spent.get(first.year)
    ours = [(kind, cents) for kind, cents, since, until in budgets if _runs(since, until, end)]
    if year is None or not {kind for kind, _ in ours} <= set(year):
        return None
    return Part(sum(cents for _, cents in ours) / 1200, sum(year.values()) / 1200)


def _held(where: Neighbourhood) -> list[tuple[int, str, date, date | None]]:
    """Place, kind of task, from and until when it was in residents' room, as the register tells."""
    rows = Room.objects.filter(place__neighbourhood=where).values_list("place", "kind", "since", "ended_at")
    return [
        (place, kind, timezone.localdate(since), timezone.localdate(until) if until else None)
        for place, kind, since, until in rows
    ]


def _begun(where: Neighbourhood) -> dict[tuple[int, str], date]:
    """Place and kind of every task but litter that residents ever took up, and since when: then it stays in sight."""
    shares_ = Carrying.objects.filter(task__place__neighbourhood=where).exclude(task__kind__code=LITTER)
    rows = shares_.values_list("task__place", "task__kind__code").annotate(first=Min("since"))
    return {(place, kind): timezone.localdate(first) for place, kind, first in rows}


def _areas(where: Neighbourhood) -> dict[int, tuple[float, date | None]]:
    rows = Place.objects.filter(neighbourhood=where).values_list("pk", "area_m2", "gone_at")
    return {pk: (m2, timezone.localdate(gone) if gone else None) for pk, m2, gone in rows}


def _going(where: Neighbourhood) -> list[tuple[date, date | None]]:
    """From when until when residents keep something going: a street that is carried, a table, what they started."""
    by_task: dict[int, list[tuple[datetime, datetime | None]]] = {}
    shares_ = Carrying.objects.filter(task__place__neighbourhood=where).order_by("task_id", "since", "pk")
    for task, since, until in shares_.values_list("task_id", "since", "until"):
        spans = by_task.setdefault(task, [])
        last = spans[-1] if spans else None
        if last and (last[1] is None or last[1] >= since):
            spans[-1] = (last[0], None if last[1] is None or until is None else max(last[1], until))
        else:
            spans.append((since, until))
    tables = Table.objects.filter(neighbourhood=where).values_list("made_at", "ended_at")
    started = Initiative.objects.filter(neighbourhood=where).values_list("started_at", "state", "changed_at")
    every: Iterable[tuple[datetime, datetime | None]] = [
        *(span for spans in by_task.values() for span in spans),
        *tables,
        *((since, None if State(state) in ALIVE else changed or since) for since, state, changed in started),
    ]
    return [
        (timezone.localdate(since), timezone.localdate(until) if until else None) for since, until in every
    ]


def _runs(since: date, until: date | None, end: date) -> bool:
    """Does it still go on as a month ends? `end`: the first day after it."""
    return since < end and (until is None or until >= end)


def _next(first: date) -> date:
    return (first + timedelta(days=32)).replace(day=1)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _mean(some: Iterable[float]) -> float:
    told = list(some)
    return sum(told) / len(told)
