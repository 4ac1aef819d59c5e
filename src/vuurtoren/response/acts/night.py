"""The night's work: pass time, look at what is known, ask the carriers, plan, write. Safe to run twice and to kill.

Nothing is written until all is computed; then it is one transaction. What came before it (people on paper whose yes
ended are forgotten, offers lapse, carriers are asked) is a deed of its own each, done once however often the night is run.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils import timezone

from vuurtoren.care import acts as care
from vuurtoren.care.models import Task
from vuurtoren.care.rules import LITTER
from vuurtoren.engine.estimate import Estimate
from vuurtoren.engine.plan import VERSION
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused, say
from vuurtoren.people import acts as people
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.response import moments
from vuurtoren.response.acts.agreeing import standard_locked
from vuurtoren.response.arrays import Known, known
from vuurtoren.response.deciding import Decided, Kept, Stop, decide
from vuurtoren.response.models import FloorCase, PlaceState, Plan, PlanLine
from vuurtoren.response.rules import Mode, is_ahead
from vuurtoren.response.thinking import Judged, below_floor_share, mean_score, think

Progress = Callable[[str, float], None]
AT_ONCE = 500
STATE_FIELDS = [
    "pieces",
    "pieces_sd",
    "rate",
    "rate_sd",
    "score",
    "grade",
    "below_floor_since",
    "source",
    "comes_on",
]


def _silent(stage: str, share: float) -> None:
    """Nobody watches."""


def work_the_night(
    by: Viewer, neighbourhood: Neighbourhood, *, date: date, at: datetime, progress: Progress = _silent
) -> Moment:
    """Make the plan of `date` from what is known at `at`. The same again gives the same plan and writes nothing.

    A street that somebody did, put on, moved or took off by hand stays as they left it.
    """
    by.must("machine.night", neighbourhood.key)
    _tell(by, progress, "time", 0.0)
    people.forget_ended(by, neighbourhood, at=at)
    care.pass_time(by, neighbourhood, at=at)
    _tell(by, progress, "read", 0.1)
    facts = known(by, neighbourhood, date, at)
    if (before := _same(neighbourhood, date, facts.fingerprint())) is not None:
        _tell(by, progress, "same", 1.0)
        return before
    with ThreadPoolExecutor() as cores:
        _tell(by, progress, "estimate", 0.3)
        found, judged = think(facts, cores)
        _tell(by, progress, "ask", 0.5)
        _ask_carriers(by, facts, judged, at)
        _tell(by, progress, "plan", 0.6)
        kept = _kept(neighbourhood, date)
        decided = decide(facts, found, judged, kept, seed=date.toordinal(), executor=cores)
    _tell(by, progress, "write", 0.9)
    moment = _write(by, neighbourhood, facts, found, judged, decided, at)
    _tell(by, progress, "ready", 1.0)
    return moment


def _ask_carriers(by: Viewer, facts: Known, judged: tuple[Judged, ...], at: datetime) -> None:
    """'Shall the city help this week?', once a week, where a stop line was passed and so it was agreed."""
    asked = [int(facts.place_ids[index]) for index, one in enumerate(judged) if one.ask]
    for task in Task.objects.filter(place__in=asked, kind__code=LITTER).order_by("pk"):
        try:
            care.ask_help(by, task, step_date=facts.day, at=at)
        except Refused as refused:  # asked already this week, or given back this very minute
            if refused.code not in ("care.help_asked_lately", "care.not_handed_over"):
                raise


@transaction.atomic
def _write(
    by: Viewer,
    neighbourhood: Neighbourhood,
    facts: Known,
    found: Estimate,
    judged: tuple[Judged, ...],
    decided: Decided,
    at: datetime,
) -> Moment:
    standard_locked(neighbourhood)
    if (before := _same(neighbourhood, facts.day, facts.fingerprint())) is not None:
        return before  # another night's work was a moment earlier
    plan = _plan(neighbourhood, facts, found, judged, decided, at)
    _write_lines(plan, facts, found, judged, decided)
    if not is_ahead(facts.day, timezone.localdate(at)):
        _write_states(facts, found, judged, decided)
        if not PlaceState.objects.filter(place__neighbourhood=neighbourhood, date__gt=facts.day).exists():
            _write_cases(neighbourhood, facts, judged)
    lines = list(plan.lines.filter(taken_off_at=None))
    return record(
        moments.PLANNED,
        neighbourhood=neighbourhood.key,
        at=at,
        who=by.person,
        about=plan.key,
        date=plan.date,
        places=len(facts.place_ids),
        lines=len(lines),
        minutes=round(sum(line.minutes + line.way_minutes for line in lines), 1),
        gap=round(plan.gap, 6),
    )


def _plan(
    neighbourhood: Neighbourhood,
    facts: Known,
    found: Estimate,
    judged: tuple[Judged, ...],
    decided: Decided,
    at: datetime,
) -> Plan:
    """The row of the day, locked: a crew that marks a street as done waits until the night has written, or before it."""
    plan = Plan.objects.select_for_update().filter(neighbourhood=neighbourhood, date=facts.day).first()
    plan = plan or Plan(neighbourhood=neighbourhood, date=facts.day)
    plan.input_hash, plan.engine_version = facts.fingerprint(), VERSION
    plan.seed, plan.made_at = facts.day.toordinal(), at
    plan.aim = facts.level.aim if facts.crews else "least"
    plan.minutes = sum(stop.minutes + stop.way for stop in decided.stops)
    plan.gap, plan.bound, plan.mean_expected = decided.gap, decided.bound, decided.mean_expected
    plan.mean_now, plan.below_floor_share = mean_score(facts, found), below_floor_share(facts, judged)
    plan.save()
    return plan


def _write_lines(
    plan: Plan, facts: Known, found: Estimate, judged: tuple[Judged, ...], decided: Decided
) -> None:
    """New lines around those that somebody touched, also if that was only a moment ago."""
    touched = [line for line in plan.lines.all() if line.touched]
    plan.lines.exclude(pk__in=[line.pk for line in touched]).delete()
    there = {line.place_id for line in touched}
    last: dict[int | None, int] = {}
    for line in touched:
        if not line.taken_off_at:
            last[line.crew_id] = max(last.get(line.crew_id, 0), line.order)
    new = [
        _line(plan, facts, found, judged, stop, stop.order + last.get(stop.crew_id, 0))
        for stop in decided.stops
        if int(facts.place_ids[stop.street]) not in there
    ]
    PlanLine.objects.bulk_create(new, batch_size=AT_ONCE)


def _line(
    plan: Plan, facts: Known, found: Estimate, judged: tuple[Judged, ...], stop: Stop, order: int
) -> PlanLine:
    one = judged[stop.street]
    return PlanLine(
        plan=plan,
        place_id=int(facts.place_ids[stop.street]),
        crew_id=stop.crew_id,
        order=order,
        minutes=stop.minutes,
        way_minutes=stop.way,
        pieces=float(found.middle[stop.street]),
        grade_expected=one.grade,
        step=facts.care[stop.street].step.value,
        steps_behind=one.behind,
        why=stop.why.value,
    )


def _write_states(facts: Known, found: Estimate, judged: tuple[Judged, ...], decided: Decided) -> None:
    source, middle = PlaceState.Source, found.middle
    rows = [
        PlaceState(
            place_id=int(place),
            date=facts.day,
            pieces=float(middle[index]),
            pieces_sd=float(found.level_sd[index]),
            rate=float(found.rate[index]),
            rate_sd=float(found.rate_sd[index]),
            score=float(found.score[index]),
            grade=judged[index].grade,
            below_floor_since=judged[index].since,
            source=source.OBSERVED if judged[index].seen else source.KIND,
            comes_on=_day_after(facts.day, decided.comes[index]),
        )
        for index, place in enumerate(facts.place_ids)
    ]
    PlaceState.objects.bulk_create(
        rows,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["place", "date"],
        update_fields=STATE_FIELDS,
    )


def _write_cases(neighbourhood: Neighbourhood, facts: Known, judged: tuple[Judged, ...]) -> None:
    """Open a case where a street of the city's fell below its floor; end it where it got better or is residents' now."""
    places = [int(place) for place in facts.place_ids]
    waiting = FloorCase.objects.filter(place__neighbourhood=neighbourhood, visited_on=None, ended_on=None)
    open_ = {case.place_id: case for case in waiting}
    since = {place: one.since for place, one in zip(places, judged, strict=True) if one.since}
    visited = FloorCase.objects.filter(
        place__neighbourhood=neighbourhood, ended_on=None, fell_on__in=set(since.values())
    )
    before = {case.place_id: case for case in visited if case.fell_on == since.get(case.place_id)}
    new = []
    for place, one in zip(places, judged, strict=True):
        ours = one.since is not None and one.mode is not Mode.HELD
        case = open_.get(place)
        if ours and case is None and (again := before.get(place)):  # a visit that did a part: it waits on
            again.visited_on = None
            again.save(update_fields=["visited_on"])
        elif ours and case is None:
            new.append(FloorCase(place_id=place, fell_on=since[place]))
        elif case and not ours and case.fell_on >= facts.day:
            case.delete()  # it only seemed so earlier today
        elif case and not ours:
            case.ended_on = facts.day
            case.save(update_fields=["ended_on"])
    FloorCase.objects.bulk_create(new, batch_size=AT_ONCE)


def _day_after(day: date, steps: int) -> date | None:
    return None if steps < 0 else day + timedelta(days=steps)


def _kept(neighbourhood: Neighbourhood, day: date) -> list[Kept]:
    lines = PlanLine.objects.filter(plan__neighbourhood=neighbourhood, plan__date=day).order_by("pk")
    return [
        Kept(
            line.place_id,
            line.crew_id,
            line.minutes,
            line.way_minutes,
            bool(line.done_at),
            bool(line.taken_off_at),
        )
        for line in lines
        if line.touched
    ]


def _same(neighbourhood: Neighbourhood, day: date, fingerprint: str) -> Moment | None:
    """The moment at which just this plan was made, if it was."""
    plan = Plan.objects.filter(neighbourhood=neighbourhood, date=day, input_hash=fingerprint).first()
    if plan is None:
        return None
    told = Moment.objects.filter(book__key=neighbourhood.key, kind=moments.PLANNED.name, about=plan.key)
    return told.order_by("-number").first()


def _tell(by: Viewer, progress: Progress, stage: str, share: float) -> None:
    progress(say(by.language, f"response-night-{stage}"), share)
