"""Streets: how each is carried now, a street's own page, what is free to take up, and thanks."""

from collections.abc import Collection
from datetime import datetime, time, timedelta

from django.db.models import Count, Max, Q, QuerySet, Sum
from django.utils import timezone

from vuurtoren.care.models import Carrying, HandOver, Round, Task
from vuurtoren.care.queries.seen import (
    NOBODY,
    SOME,
    CarriedNow,
    PlaceCare,
    RoundDone,
    StepNow,
    Thanks,
    Vacancy,
    hand_over_seen,
)
from vuurtoren.care.queries.standing import by_month, carriers_of, newest_help, of_task, standings
from vuurtoren.care.rules import LITTER, OPEN, Side, State, Step
from vuurtoren.people.queries import ENOUGH_TO_TELL
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood, Place

MOST_IDS = 500


def steps_now(
    viewer: Viewer, neighbourhood: Neighbourhood, place_ids: Collection[int] | None = None
) -> dict[int, StepNow]:
    """By place: its step, in one query. A place that is not in it is the institution's, and free to join."""
    viewer.must("page.public", neighbourhood.key)
    tasks = _litter(neighbourhood)
    if place_ids is not None and len(place_ids) <= MOST_IDS:
        tasks = tasks.filter(place__in=place_ids)
    rows = tasks.values_list("place_id", "step")
    return {place: StepNow(Step(step), step == Step.INSTITUTION) for place, step in rows}


def places_carried(viewer: Viewer, neighbourhood: Neighbourhood) -> QuerySet[Task, int]:
    """The places where neighbours carry, for choosing some out of a list of streets."""
    viewer.must("page.public", neighbourhood.key)
    return _litter(neighbourhood).filter(step__gt=Step.INSTITUTION).values_list("place_id", flat=True)


def carried_now(viewer: Viewer, neighbourhood: Neighbourhood) -> dict[int, CarriedNow]:
    """By place: how it is carried, what is asked and agreed, and when somebody was last round. Six queries.

    How many carry is told only to the night's own work, never to a page.
    """
    viewer.must("page.public", neighbourhood.key)
    counts_too = viewer.may("machine.night", neighbourhood.key)
    tasks = {task.pk: task for task in _litter(neighbourhood).select_related("place")}
    active = Carrying.objects.filter(task__place__neighbourhood=neighbourhood, until=None)
    counted = active.values_list("task").annotate(Count("pk"), Sum("people"))
    carriers = {task: (shares, people) for task, shares, people in counted}
    rounds = Round.objects.filter(task__place__neighbourhood=neighbourhood, undone_at=None)
    last = dict(rounds.values_list("task").annotate(Max("at")))
    asked, agreed = _of_neighbourhood(OPEN, neighbourhood), _of_neighbourhood((State.CARRIED,), neighbourhood)
    helped = newest_help([pk for pk, task in tasks.items() if task.carried_at.handed_over])
    return {
        task.place_id: CarriedNow(
            place_id=task.place_id,
            task=task,
            step=task.carried_at,
            since=task.since,
            given_back_at=task.given_back_at,
            carried=SOME if pk in carriers else NOBODY,
            carriers=carriers.get(pk, (0, 0))[0] if counts_too else None,
            people=carriers.get(pk, (0, 0))[1] if counts_too else None,
            hand_over=asked.get(pk),
            agreement=agreed.get(pk),
            last_round_at=last.get(pk),
            help=helped.get(pk),
        )
        for pk, task in tasks.items()
    }


def place_care(viewer: Viewer, place: Place) -> PlaceCare:
    """All that this viewer may see of who carries a street. Names and figures are for fellow carriers."""
    scope = place.neighbourhood.key
    viewer.must("page.public", scope)
    task = _litter(place.neighbourhood).filter(place=place).select_related("place__neighbourhood").first()
    may_draft = viewer.may("agreement.draft", scope)
    if task is None:
        return _nobody_yet(viewer, place)
    standing = standings(viewer, [task])[task.pk]
    carriers = tuple(carriers_of(viewer, [task.pk])[task.pk]) if standing.carries else ()
    asked, agreed = of_task(OPEN, [task.pk]).get(task.pk), of_task((State.CARRIED,), [task.pk]).get(task.pk)
    rounds = task.rounds.filter(undone_at=None).order_by("at")
    newest = rounds.last()
    return PlaceCare(
        place=place,
        task=task,
        step=task.carried_at,
        carried=SOME if task.step > Step.INSTITUTION else NOBODY,
        i_carry=next((one for one in carriers if one.myself), None),
        carriers=carriers,
        hand_over=hand_over_seen(asked, place, standing) if asked else None,
        agreement=hand_over_seen(agreed, place, standing) if agreed else None,
        help=newest_help([task.pk]).get(task.pk),
        given_back_at=task.given_back_at,
        last_round_on=timezone.localdate(newest.at) if newest else None,
        months=by_month(rounds) if standing.carries else (),
        i_may_challenge=may_draft and standing.carries and not standing.works and _can_grow(task, asked),
        i_may_offer=may_draft and standing.works and asked is None,
    )


def vacancies(viewer: Viewer, neighbourhood: Neighbourhood) -> list[Vacancy]:
    """Streets that were given back or are offered, and that nobody carries: free to take up, nobody has to."""
    viewer.must("page.public", neighbourhood.key)
    offered = Q(hand_overs__state=State.ASKED, hand_overs__side=Side.INSTITUTION)
    tasks = list(
        _litter(neighbourhood)
        .filter(Q(given_back_at__isnull=False) | offered, step=Step.INSTITUTION, place__gone_at=None)
        .select_related("place__neighbourhood")
        .distinct()
        .order_by("-given_back_at", "place__name")
    )
    offers, known = of_task((State.ASKED,), [task.pk for task in tasks]), standings(viewer, tasks)
    return [
        Vacancy(
            task.place,
            task.given_back_at,
            hand_over_seen(offers[task.pk], task.place, known[task.pk]) if task.pk in offers else None,
        )
        for task in tasks
    ]


def rounds_since(viewer: Viewer, neighbourhood: Neighbourhood, since: datetime) -> list[RoundDone]:
    """Rounds really done since then, by place and time, for the estimate; single rounds are for no page."""
    viewer.must("machine.night", neighbourhood.key)
    rows = (
        Round.objects.filter(
            task__place__neighbourhood=neighbourhood, task__kind__code=LITTER, undone_at=None, at__gte=since
        )
        .order_by("task__place", "at", "pk")
        .values_list("task__place_id", "at", "minutes", "people", "bags", "pieces", "grade")
    )
    return [RoundDone(*row) for row in rows]


def thanks(viewer: Viewer, neighbourhood: Neighbourhood, since: datetime) -> Thanks | None:
    """What was done in the whole week (Monday to Sunday) of `since`; None where fewer than five people did it.

    A week that stands still, not the last seven days: two looks at a moving window would give one person away.
    """
    viewer.must("page.public", neighbourhood.key)
    day = timezone.localdate(since)
    monday = day - timedelta(days=day.weekday())
    begin = timezone.make_aware(datetime.combine(monday, time.min))
    end = timezone.make_aware(datetime.combine(monday + timedelta(days=7), time.min))
    done = Round.objects.filter(
        task__place__neighbourhood=neighbourhood, undone_at=None, at__gte=begin, at__lt=end
    ).aggregate(
        rounds=Count("pk"), minutes=Sum("minutes"), bags=Sum("bags"), who=Count("person", distinct=True)
    )
    if done["who"] < ENOUGH_TO_TELL:
        return None
    return Thanks(monday, done["rounds"], done["minutes"], done["bags"])


def _litter(neighbourhood: Neighbourhood) -> QuerySet[Task]:
    return Task.objects.filter(place__neighbourhood=neighbourhood, kind__code=LITTER)


def _of_neighbourhood(states: Collection[str], neighbourhood: Neighbourhood) -> dict[int, HandOver]:
    found = HandOver.objects.filter(task__place__neighbourhood=neighbourhood, state__in=states)
    return {one.task_id: one for one in found}


def _can_grow(task: Task, asked: HandOver | None) -> bool:
    return asked is None and task.step < Step.RESIDENTS_OWN_ROOM


def _nobody_yet(viewer: Viewer, place: Place) -> PlaceCare:
    """A street where nobody ever did anything: the institution's."""
    scope = place.neighbourhood.key
    return PlaceCare(
        place=place,
        task=None,
        step=Step.INSTITUTION,
        carried=NOBODY,
        i_carry=None,
        carriers=(),
        hand_over=None,
        agreement=None,
        help=None,
        given_back_at=None,
        last_round_on=None,
        months=(),
        i_may_challenge=False,
        i_may_offer=viewer.is_a(Role.WORKER, scope) and viewer.may("agreement.draft", scope),
    )
