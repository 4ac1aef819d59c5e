"""A plan is a proposal; people decide. Streets put on, taken off, moved and done by hand, each with its moment.

The plan's row is locked first, so that two phones and the night are one after the other.
"""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from vuurtoren.care.models import Task
from vuurtoren.care.rules import LITTER
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.light.acts import lean_on
from vuurtoren.light.models import Principle
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.power.acts import declare_emergency
from vuurtoren.power.queries import emergency_at
from vuurtoren.power.rules import Emergency, Ground
from vuurtoren.response import moments
from vuurtoren.response.models import Crew, FloorCase, Plan, PlanLine, Visit
from vuurtoren.response.queries.carried import care_of, stop_passed
from vuurtoren.response.queries.states import newest_state
from vuurtoren.response.rules import (
    USUAL_AREA_M2,
    USUAL_SHIFT,
    USUAL_WAY,
    Care,
    Why,
    check_minutes,
    check_reason,
    check_seen,
    grade_of_score,
    ground_for,
    part_for,
    steps_behind,
)

COMES_ON_A_GROUND = (Why.ASKED, Why.AGREED, Why.EMERGENCY)
"""Why a line is on the plan with a ground of its own, so that a move within the round asks for none again."""


@transaction.atomic
def put_on(
    by: Viewer,
    plan: Plan,
    place: Place,
    *,
    crew: Crew | None,
    reason: str,
    leans_on: Sequence[Principle] = (),
    at: datetime,
) -> Moment:
    """A street onto the plan by hand. Into residents' room only when they asked, it was agreed, or while an emergency
    lasts; else it is refused, with the three ways that are open. `leans_on`: principles that this decision leans on."""
    plan, care = _put_on_here(by, plan, place, crew, reason)
    ground = _ground(by, care, place, plan.date)
    return _put(by, plan, place, crew, reason, care, ground, at, leans_on)


@transaction.atomic
def enter_in_emergency(
    by: Viewer,
    plan: Plan,
    place: Place,
    *,
    crew: Crew | None,
    reason: str,
    emergency: Emergency,
    at: datetime,
) -> Moment:
    """A street that residents hold onto the plan without having asked them: an emergency, with a reason and an end.

    Three moments: the emergency, that the street was put on, and that residents' room was entered unasked (law 3). A street
    that is on the plan since before it was handed over stays on it, on this ground.
    """
    plan, care = _put_on_here(by, plan, place, crew, reason, anew=False)
    try:
        _ground(by, care, place, plan.date)
    except Refused:
        declare_emergency(by, place, kind=LITTER, emergency=emergency, day=plan.date, at=at)
    else:
        raise Refused("room.may_come_anyway")
    if line := plan.lines.filter(place=place, taken_off_at=None).first():
        if line.done_at:
            raise Refused("response.already_on_plan")
        return _stays_on(by, line, reason, at)
    return _put(by, plan, place, crew, reason, care, Ground.EMERGENCY, at)


@transaction.atomic
def take_off(
    by: Viewer, line: PlanLine, *, reason: str, leans_on: Sequence[Principle] = (), at: datetime
) -> Moment:
    """A street off the plan by hand; a night after does not put it back on this day."""
    line = _line_locked(by, line)
    line.reason = check_reason(reason)
    line.origin, line.taken_off_at = "hand", at
    line.save(update_fields=["reason", "origin", "taken_off_at"])
    _lean_on(line, leans_on, at)
    return _tell(moments.TAKEN_OFF, by, line, at)


@transaction.atomic
def move(by: Viewer, line: PlanLine, *, crew: Crew | None, order: int, reason: str, at: datetime) -> Moment:
    """Another crew, or another place in its round (1 is first); the others close up around it."""
    line = _line_locked(by, line)
    _check_here(line.plan, line.place, crew)
    if Why(line.why) not in COMES_ON_A_GROUND:
        _ground(by, care_of(by, line.place, line.plan.date), line.place, line.plan.date)
    line.reason, line.origin, line.crew = check_reason(reason), "hand", crew
    line.save(update_fields=["reason", "origin", "crew"])
    others = line.plan.lines.filter(crew=crew, taken_off_at=None).exclude(pk=line.pk)
    round_ = list(others.order_by("order", "pk"))
    round_.insert(min(max(order, 1), len(round_) + 1) - 1, line)
    for number, one in enumerate(round_, 1):
        one.order = number
    PlanLine.objects.bulk_update(round_, ["order"])
    return _tell(moments.MOVED, by, line, at, order=line.order)


@transaction.atomic
def done(by: Viewer, line: PlanLine, *, minutes: int | None = None, at: datetime) -> Moment:
    """A crew was there. From now on it counts as a visit."""
    line = _line_locked(by, line)
    if line.plan.date > timezone.localdate(at):
        raise Refused("response.not_that_day_yet")
    minutes = max(1, round(line.minutes + line.way_minutes)) if minutes is None else minutes
    check_minutes(minutes)
    line.done_at = at
    line.save(update_fields=["done_at"])
    Visit.objects.create(place=line.place, crew=line.crew, line=line, at=at, minutes=minutes)
    today = timezone.localdate(at)
    waiting = FloorCase.objects.filter(place=line.place, visited_on=None, ended_on=None, fell_on__lte=today)
    for case in waiting:
        case.visited_on = today
        case.save(update_fields=["visited_on"])
    return _tell(moments.DONE, by, line, at, minutes=minutes)


@transaction.atomic
def undo_done(by: Viewer, line: PlanLine, *, at: datetime) -> Moment:
    """A slip of the finger: it was not done after all, and nothing of it counts."""
    line = _line_locked(by, line, is_done=True)
    visit = Visit.objects.filter(line=line).first()
    if visit:
        _reopen(line.place, visit)
        visit.delete()
    line.done_at = None
    line.save(update_fields=["done_at"])
    return _tell(moments.DONE_UNDONE, by, line, at)


@transaction.atomic
def tell_found(by: Viewer, line: PlanLine, *, grade: str, at: datetime) -> Moment:
    """How clean the crew found a street, before it began; said again, the last word counts."""
    line = _line_locked(by, line, is_done=True)
    check_seen(grade, None, USUAL_AREA_M2)
    Visit.objects.filter(line=line).update(found=grade)
    return _tell(moments.FOUND, by, line, at, grade=grade)


def _put_on_here(
    by: Viewer, plan: Plan, place: Place, crew: Crew | None, reason: str, *, anew: bool = True
) -> tuple[Plan, Care]:
    """The plan, locked after the street's task; the street belongs on it and, if it comes `anew`, is not on it yet."""
    by.must("plan.change", plan.neighbourhood.key)
    check_reason(reason)
    Task.objects.select_for_update(of=("self",)).filter(place=place, kind__code=LITTER).first()
    plan = _locked(plan)
    _check_here(plan, place, crew)
    if anew and plan.lines.filter(place=place, taken_off_at=None).exists():
        raise Refused("response.already_on_plan")
    return plan, care_of(by, place, plan.date)


def _ground(by: Viewer, care: Care, place: Place, day: date) -> Ground:
    """On what ground the city comes to this street on `day`; refused where there is none."""
    emergency = emergency_at(by, place, LITTER, day) if care.step.handed_over else None
    return ground_for(care, stop_passed(care, place, day), emergency, day)


def _stays_on(by: Viewer, line: PlanLine, reason: str, at: datetime) -> Moment:
    line.reason, line.origin, line.why, line.emergency = (
        check_reason(reason),
        "hand",
        Why.EMERGENCY.value,
        True,
    )
    line.save(update_fields=["reason", "origin", "why", "emergency"])
    return _tell(moments.ENTERED_UNASKED, by, line, at)


def _put(
    by: Viewer,
    plan: Plan,
    place: Place,
    crew: Crew | None,
    reason: str,
    care: Care,
    ground: Ground,
    at: datetime,
    leans_on: Sequence[Principle] = (),
) -> Moment:
    state = newest_state(place, plan.date)
    line = PlanLine.objects.create(
        plan=plan,
        place=place,
        crew=crew,
        order=_last_order(plan, crew) + 1,
        minutes=part_for(place.area_m2, float(crew.minutes) if crew else USUAL_SHIFT)[0],
        way_minutes=USUAL_WAY,
        pieces=state.pieces if state else 0.0,
        grade_expected=state.grade if state else grade_of_score(plan.mean_now),
        step=care.step.value,
        steps_behind=steps_behind(state.below_floor_since if state else None, plan.date),
        why=(Why.EMERGENCY if ground is Ground.EMERGENCY else Why.HAND).value,
        origin="hand",
        reason=check_reason(reason),
        emergency=ground is Ground.EMERGENCY,
    )
    _lean_on(line, leans_on, at)
    told = _tell(moments.PUT_ON, by, line, at, ground=ground.value)
    return _tell(moments.ENTERED_UNASKED, by, line, at) if ground is Ground.EMERGENCY else told


def _lean_on(line: PlanLine, principles: Sequence[Principle], at: datetime) -> None:
    lean_on(line.plan.neighbourhood, kind="plan", about=line.key, principles=principles, at=at)


def _locked(plan: Plan) -> Plan:
    Plan.objects.select_for_update().get(pk=plan.pk)
    return Plan.objects.select_related("neighbourhood").get(pk=plan.pk)


def _line_locked(by: Viewer, line: PlanLine, *, is_done: bool = False) -> PlanLine:
    by.must("plan.change", line.plan.neighbourhood.key)
    _locked(line.plan)
    found = PlanLine.objects.select_related("plan__neighbourhood", "place", "crew").filter(pk=line.pk).first()
    if found is None or found.taken_off_at:
        raise Refused("response.not_on_plan")
    if bool(found.done_at) != is_done:
        raise Refused("response.not_done_yet" if is_done else "response.already_done")
    return found


def _check_here(plan: Plan, place: Place, crew: Crew | None) -> None:
    if place.neighbourhood_id != plan.neighbourhood_id:
        raise Refused("response.place_elsewhere")
    if place.gone_at:
        raise Refused("response.place_gone")
    if crew is not None and (crew.neighbourhood_id != plan.neighbourhood_id or not crew.active):
        raise Refused("response.crew_elsewhere")


def _last_order(plan: Plan, crew: Crew | None) -> int:
    lines = plan.lines.filter(crew=crew, taken_off_at=None)
    return int(lines.aggregate(last=Max("order"))["last"] or 0)


def _reopen(place: Place, visit: Visit) -> None:
    """The case that this visit closed waits again, unless a younger one already does."""
    if FloorCase.objects.filter(place=place, visited_on=None, ended_on=None).exists():
        return
    closed = FloorCase.objects.filter(place=place, visited_on=timezone.localdate(visit.at))
    if (case := closed.order_by("-fell_on", "-pk").first()) is not None:
        case.visited_on = None
        case.save(update_fields=["visited_on"])


def _tell(kind: Kind, by: Viewer, line: PlanLine, at: datetime, **what: object) -> Moment:
    return record(
        kind,
        neighbourhood=line.plan.neighbourhood.key,
        at=at,
        who=by.person,
        about=line.key,
        place=line.place.key,
        date=line.plan.date,
        **what,
    )
