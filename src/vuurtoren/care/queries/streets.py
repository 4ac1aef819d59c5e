"""Streets: how each is carried now, a street's own page, what is free to take up, and thanks."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from django.db.models import Count, Exists, Max, OuterRef, Q, QuerySet, Sum
from django.utils import timezone

from vuurtoren.care.models import Carrying, Dossier, HandOver, Round, Task, TaskKind
from vuurtoren.care.queries.missing import missed_of
from vuurtoren.care.queries.seen import (
    NOBODY,
    SOME,
    CarriedNow,
    PlaceCare,
    RoundDone,
    Standing,
    TaskHere,
    Thanks,
    Vacancy,
    hand_over_seen,
)
from vuurtoren.care.queries.standing import (
    by_month,
    carriers_of,
    is_carried,
    newest_help,
    newest_help_at,
    of_task,
    open_and_agreed,
    standing_at,
    standings,
)
from vuurtoren.care.rules import LITTER, OPEN, POWERS, Side, State, Step
from vuurtoren.journal.ready import ready
from vuurtoren.people.rules import Viewer, enough
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import RoomNow, room_of, visitor

MOST_VACANCIES = 200


def places_carried(viewer: Viewer, neighbourhood: Neighbourhood) -> QuerySet[Task, int]:
    """The places where neighbours carry, for choosing some out of a list of streets."""
    viewer.must("page.public", neighbourhood.key)
    return _litter(neighbourhood).filter(step__gt=Step.INSTITUTION).values_list("place_id", flat=True)


def carried_now(
    viewer: Viewer, neighbourhood: Neighbourhood, place_ids: Collection[int] | None = None
) -> dict[int, CarriedNow]:
    """By place: how it is carried, what is asked and agreed, and when somebody was last round. Six queries.

    How many carry is told only to the night's own work, never to a page.
    """
    viewer.must("page.public", neighbourhood.key)
    counts_too = viewer.may("machine.night", neighbourhood.key)
    chosen = _litter(neighbourhood).select_related("place")
    chosen = chosen if place_ids is None else chosen.filter(place__in=place_ids)
    tasks = {task.pk: task for task in chosen}
    here: dict[str, Any] = (
        {"task__place__neighbourhood": neighbourhood} if place_ids is None else {"task__in": list(tasks)}
    )
    active = Carrying.objects.filter(until=None, **here)
    counted = active.values_list("task").annotate(Count("pk"), Sum("people"))
    carriers = {task: (shares, people) for task, shares, people in counted}
    rounds = Round.objects.filter(undone_at=None, **here)
    last = dict(rounds.values_list("task").annotate(Max("at")))
    asked, agreed = _hand_overs(OPEN, here), _hand_overs((State.CARRIED,), here)
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


def carried_at(viewer: Viewer, place: Place) -> CarriedNow | None:
    """The same for one place, without how many carry; None where nobody ever did anything."""
    viewer.must("page.public", place.neighbourhood.key)
    task = next(iter(_task_at(place=place.pk, kind=LITTER)), None)
    if task is None:
        return None
    asked, agreed = open_and_agreed(task)
    return CarriedNow(
        place_id=place.pk,
        task=task,
        step=task.carried_at,
        since=task.since,
        given_back_at=task.given_back_at,
        carried=SOME if is_carried(task) else NOBODY,
        carriers=None,
        people=None,
        hand_over=asked,
        agreement=agreed,
        last_round_at=next((at for (at,) in _last_round(task=task.pk)), None),
        help=newest_help_at(task) if task.carried_at.handed_over else None,
    )


def place_care(
    viewer: Viewer,
    place: Place,
    anybody: PlaceCare | None = None,
    *,
    kind: str = LITTER,
    today: date | None = None,
) -> PlaceCare:
    """All that this viewer may see of who carries a street. Names and figures are for fellow carriers.

    For who gives `today` also how many rounds were missed, of a kind that is told by its rounds.

    `anybody` is what a visitor sees, for who has that in hand.
    """
    scope = place.neighbourhood.key
    viewer.must("page.public", scope)
    seen = anybody or _seen_by_all(place, kind, today)
    may_draft = viewer.may("agreement.draft", scope)
    works = viewer.speaks_for_the_city(scope)
    if viewer.person is None or seen.task is None:
        return replace(seen, i_may_offer=works and may_draft)
    asked, agreed = seen.hand_over, seen.agreement
    task = seen.task
    standing = standing_at(viewer, task, asked.hand_over if asked else None)
    carriers = tuple(carriers_of(viewer, [task.pk])[task.pk]) if standing.carries else ()
    rounds = task.rounds.filter(undone_at=None).order_by("at") if standing.carries else ()
    return replace(
        seen,
        i_carry=next((one for one in carriers if one.myself), None),
        carriers=carriers,
        hand_over=hand_over_seen(asked.hand_over, place, standing) if asked else None,
        agreement=hand_over_seen(agreed.hand_over, place, standing) if agreed else None,
        months=by_month(rounds),
        i_may_challenge=may_draft
        and standing.carries
        and not standing.works
        and asked is None
        and (task.step < Step.RESIDENTS_OWN_ROOM or agreed is not None),
        i_may_offer=may_draft and standing.works and asked is None,
        i_speak=standing.speaks_for_residents,
        drafting=standing.speaks_for_residents and task.drafted,  # type: ignore[attr-defined]
    )


def vacancies(viewer: Viewer, neighbourhood: Neighbourhood, most: int = MOST_VACANCIES) -> list[Vacancy]:
    """Tasks that were given back or are offered, and that nobody carries: free to take up, nobody has to.

    At most `most`, those that were given back last on top.
    """
    viewer.must("page.public", neighbourhood.key)
    offered = Q(hand_overs__state=State.ASKED, hand_overs__side=Side.INSTITUTION)
    tasks = list(
        Task.objects.filter(place__neighbourhood=neighbourhood, kind__active=True)
        .filter(Q(given_back_at__isnull=False) | offered, step=Step.INSTITUTION, place__gone_at=None)
        .select_related("place__neighbourhood", "kind")
        .distinct()
        .order_by("-given_back_at", "place__name")[:most]
    )
    offers, known = of_task((State.ASKED,), [task.pk for task in tasks]), standings(viewer, tasks)
    return [
        Vacancy(
            task.place,
            task.given_back_at,
            hand_over_seen(offers[task.pk], task.place, known[task.pk]) if task.pk in offers else None,
            task.kind,
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
    if not enough(done["who"]):
        return None
    return Thanks(monday, done["rounds"], done["minutes"], done["bags"])


def room_at(viewer: Viewer, place: Place, kind: str = LITTER) -> RoomNow:
    """Who decides, advises, does and pays at a place, and since when."""
    viewer.must("page.public", place.neighbourhood.key)
    task = next(iter(_task_at(place=place.pk, kind=kind)), None)
    held = room_of(visitor(), place, kind) if task and task.carried_at.handed_over else None
    return room_now(task, held)


def rooms_not_held(
    viewer: Viewer, neighbourhood: Neighbourhood, places: Collection[int]
) -> dict[int, list[TaskHere]]:
    """By place (primary key): the tasks there that residents hold by no hand-over, each with who decides, does and pays.

    Litter of every place, and every other kind that was ever begun there. Two questions.
    """
    viewer.must("page.public", neighbourhood.key)
    litter = TaskKind.objects.get(code=LITTER)
    rows = Task.objects.filter(place__in=places, place__neighbourhood=neighbourhood)
    there: dict[int, dict[str, Task]] = {place: {} for place in places}
    kinds = {LITTER: litter}
    for task in rows.select_related("kind").order_by("kind"):
        there[task.place_id][task.kind.code] = task
        kinds[task.kind.code] = task.kind
    return {
        place: [
            TaskHere(
                kinds[code], task.carried_at if task else Step.INSTITUTION, room_now(task, None), bool(task)
            )
            for code, task in {LITTER: tasks.get(LITTER), **tasks}.items()
            if not (task and task.carried_at.handed_over)
        ]
        for place, tasks in there.items()
    }


def room_now(task: Task | None, held: RoomNow | None) -> RoomNow:
    """From the register (`held`) where residents hold the room; else as it follows from who carries."""
    step = task.carried_at if task else Step.INSTITUTION
    began = task.since if task and (step > Step.INSTITUTION or task.given_back_at) else None
    return held or RoomNow(POWERS[step], timezone.localdate(began) if began else None)


@ready
def _task_at(place: int, kind: str) -> QuerySet[Task]:
    draft = Dossier.objects.filter(task=OuterRef("pk"), sent_at=None)
    found = Task.objects.filter(place=place, kind__code=kind).select_related("kind")
    return found.annotate(drafted=Exists(draft))


@ready
def _last_round(task: int) -> QuerySet[Round, tuple[datetime]]:
    return Round.objects.filter(task=task, undone_at=None).order_by("-at").values_list("at")[:1]


def _litter(neighbourhood: Neighbourhood) -> QuerySet[Task]:
    return Task.objects.filter(place__neighbourhood=neighbourhood, kind__code=LITTER)


def _hand_overs(states: Collection[str], here: dict[str, Any]) -> dict[int, HandOver]:
    found = HandOver.objects.filter(state__in=states, **here)
    return {one.task_id: one for one in found}


def _seen_by_all(place: Place, kind: str, today: date | None) -> PlaceCare:
    """What a visitor sees; a street where nobody ever did anything is the institution's."""
    task = next(iter(_task_at(place=place.pk, kind=kind)), None)
    asked, agreed, last, held = None, None, None, None
    missed: dict[int, int] = {}
    if task:
        task.place = place
        asked, agreed = open_and_agreed(task)
        for one in filter(None, (asked, agreed)):
            one.task = task  # with its kind in hand
        last = next(iter(_last_round(task=task.pk)), None)
        held = room_of(visitor(), place, kind) if task.carried_at.handed_over else None
        missed = missed_of([task], today) if today and kind != LITTER else {}
    passer_by = Standing(carries=False, works=False, may_answer_offer=False, person=None)
    return PlaceCare(
        place=place,
        task=task,
        step=task.carried_at if task else Step.INSTITUTION,
        carried=SOME if task and task.step > Step.INSTITUTION else NOBODY,
        i_carry=None,
        carriers=(),
        hand_over=hand_over_seen(asked, place, passer_by) if asked else None,
        agreement=hand_over_seen(agreed, place, passer_by) if agreed else None,
        help=newest_help_at(task) if task else None,
        given_back_at=task.given_back_at if task else None,
        last_round_on=timezone.localdate(last[0]) if last else None,
        months=(),
        i_may_challenge=False,
        i_may_offer=False,
        room=room_now(task, held),
        missed=missed.get(task.pk, 0) if task else 0,
    )
