"""Hand-overs in the open: what is asked and not answered, what is agreed, and what waits for me."""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Case, Exists, IntegerField, Q, QuerySet, Subquery, Value, When

from vuurtoren.care.models import Carrying, Dossier, DossierVoice, HandOver, HelpQuestion
from vuurtoren.care.queries.seen import HandOverSeen, Question, hand_over_seen, help_seen
from vuurtoren.care.queries.standing import standing_at, standings
from vuurtoren.care.rules import ASKS_BACK, OPEN, Side, State, Step, Voice
from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, for_maps
from vuurtoren.places.queries import search_places

MOST_AT_ONCE = 500
HELD_ONCE = (State.CARRIED, State.REPLACED, State.ENDED)
"""What was in force is read as long as the register of room tells of it; what came to nothing for a year."""
ENDED_STAYS_IN_SIGHT = timedelta(days=366)


def hand_overs(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    at: datetime,
    *,
    words: str = "",
    first: int = 0,
    count: int = MOST_AT_ONCE,
) -> list[HandOverSeen]:
    """Everything asked, agreed or ended within a year: unanswered questions of residents first, the oldest on top.

    `words` is part of the name of the place. From number `first` (0 is the first), at most `count`.
    """
    turn = Case(
        When(state=State.ASKED, side=Side.RESIDENTS, then=Value(0)),
        When(state__in=OPEN, then=Value(1)),
        When(state=State.CARRIED, then=Value(2)),
        default=Value(3),
        output_field=IntegerField(),
    )
    found = _in_sight(viewer, neighbourhood, at).annotate(turn=turn).order_by("turn", "asked_at", "pk")
    if words:
        found = found.filter(task__place__in=search_places(viewer, neighbourhood, words).order_by())
    return _seen(viewer, list(found[first : first + count]))


def hand_over_called(
    viewer: Viewer, neighbourhood: Neighbourhood, public_id: str, at: datetime
) -> HandOverSeen | None:
    """One hand-over of this neighbourhood by its address, if it is in sight; what was in force stays so."""
    viewer.must("page.public", neighbourhood.key)
    since = at - ENDED_STAYS_IN_SIGHT
    found = next(iter(_called(neighbourhood=neighbourhood.pk, since=since, public_id=public_id)), None)
    if found is None:
        return None
    return hand_over_seen(found, found.task.place, standing_at(viewer, found.task, found))


def hand_overs_keyed(
    viewer: Viewer, neighbourhood: Neighbourhood, keys: Collection[UUID], at: datetime
) -> dict[UUID, HandOver]:
    """By key: the hand-overs of this neighbourhood that are in sight, and what was ever in force."""
    viewer.must("page.public", neighbourhood.key)
    found = _readable(neighbourhood.pk, at - ENDED_STAYS_IN_SIGHT).filter(key__in=keys)
    return {one.key: one for one in found} if keys else {}


def handed_over(viewer: Viewer, neighbourhood: Neighbourhood) -> list[HandOverSeen]:
    """What residents hold now: every hand-over in force that made room."""
    viewer.must("page.public", neighbourhood.key)
    in_force = HandOver.objects.filter(state=State.CARRIED, to_step__gt=Step.TOGETHER)
    found = _with_place(in_force.filter(task__place__neighbourhood=neighbourhood))
    return _seen(viewer, list(found.order_by("task__place__name", "pk")))


def offered_together(viewer: Viewer, hand_over: HandOver) -> list[HandOverSeen]:
    """What was offered at once with this one, by street; empty where it stands alone."""
    viewer.must("page.public", hand_over.task.place.neighbourhood.key)
    if hand_over.together is None:
        return []
    found = HandOver.objects.filter(together=hand_over.together).exclude(pk=hand_over.pk)
    return _seen(viewer, list(_with_place(found).order_by("task__place__in_order", "pk")))


def once_in_force(viewer: Viewer, hand_over: HandOver) -> list[HandOverSeen]:
    """Everything that held here, of the same task, the newest first: how what was agreed became what is agreed now."""
    viewer.must("page.public", hand_over.task.place.neighbourhood.key)
    found = HandOver.objects.filter(task=hand_over.task_id, state__in=HELD_ONCE)
    return _seen(viewer, list(_with_place(found).order_by("-asked_at", "-pk")))


def questions_for(viewer: Viewer, neighbourhood: Neighbourhood) -> list[Question]:
    """What waits for this viewer's answer here: shall the city help, and hand-overs to say yes or no to."""
    person = viewer.somebody()
    viewer.must("page.public", neighbourhood.key)
    if not viewer.may("agreement.answer", neighbourhood.key, concerned=True):
        return []
    asked = HandOver.objects.filter(task__place__neighbourhood=neighbourhood, state=State.ASKED)
    if viewer.speaks_for_the_city(neighbourhood.key):
        return _to_answer(viewer, asked)
    given = {"person": person, "neighbourhood": neighbourhood.pk}
    if not any(one for row in _any(**given) for one in row):
        return []
    asks = (_open_help, _offered_to, _conditions_to, _agreed_by_another)
    helped, offered, chosen, agreed = ([pk for (pk,) in ask(**given)] for ask in asks)
    return [
        *(_shall_help(helped) if helped else []),
        *(_to_choose(viewer, chosen) if chosen else []),
        *(_to_answer(viewer, asked.filter(pk__in=offered)) if offered else []),
        *(_to_know(viewer, agreed) if agreed else []),
    ]


@ready
def _any(person: UUID, neighbourhood: int) -> QuerySet[Person, tuple[bool, bool, bool, bool]]:
    """Asked at every visit of Today, and mostly there is none of them."""
    asks = (_open_help, _offered_to, _conditions_to, _agreed_by_another)
    helped, offered, chosen, agreed = (Exists(ask.ask(person, neighbourhood)) for ask in asks)
    found = Person.objects.filter(key=person)
    found = found.annotate(helped=helped, offered=offered, chosen=chosen, agreed=agreed)
    return found.values_list("helped", "offered", "chosen", "agreed")


@ready
def _open_help(person: UUID, neighbourhood: int) -> QuerySet[HelpQuestion, tuple[int]]:
    """Shall the city help, in streets that this person carries?"""
    mine = Carrying.objects.filter(person__key=person, until=None)
    found = HelpQuestion.objects.filter(task__place__neighbourhood=neighbourhood, answered_at=None)
    return found.filter(task__in=mine.values("task")).values_list("pk")


@ready
def _offered_to(person: UUID, neighbourhood: int) -> QuerySet[HandOver, tuple[int]]:
    """What the institution offers in streets that this person carries or lives in."""
    mine = Carrying.objects.filter(person__key=person, until=None)
    home = Person.objects.filter(key=person).values("home")[:1]
    with_home = HandOver.objects.filter(task__place=Subquery(home), together__isnull=False)
    near = Q(task__in=mine.values("task")) | Q(task__place=Subquery(home))
    near |= Q(together__in=with_home.values("together"))
    found = HandOver.objects.filter(
        task__place__neighbourhood=neighbourhood, state=State.ASKED, side=Side.INSTITUTION
    )
    return found.filter(near).values_list("pk")


@ready
def _conditions_to(person: UUID, neighbourhood: int) -> QuerySet[HandOver, tuple[int]]:
    """Where the institution said yes, if, to what this person carries or asked with others."""
    found = HandOver.objects.filter(task__place__neighbourhood=neighbourhood, state=State.YES_IF)
    return found.filter(_concerns(person)).values_list("pk")


@ready
def _agreed_by_another(person: UUID, neighbourhood: int) -> QuerySet[HandOver, tuple[int]]:
    """What another neighbour said yes to, of what this person carries or asked, as long as it does not hold yet."""
    found = HandOver.objects.filter(_answered_by_residents(), task__place__neighbourhood=neighbourhood)
    return found.filter(_concerns(person)).exclude(residents_yes_by=person).values_list("pk")


def _concerns(person: UUID) -> Q:
    """Hand-overs of what somebody carries, and those they ask with others."""
    mine = Carrying.objects.filter(person__key=person, until=None)
    asks = DossierVoice.objects.filter(person__key=person, how=Voice.ASKS)
    return Q(task__in=mine.values("task")) | Q(dossier__in=asks.values("dossier"))


def _answered_by_residents() -> Q:
    """One of them said yes, to an offer or to conditions, and both sides do it together for a while."""
    return Q(state=State.OVERLAP) & (Q(side=Side.INSTITUTION) | Q(dossier__said__in=ASKS_BACK))


def _to_know(viewer: Viewer, ids: list[int]) -> list[Question]:
    rows = list(_with_place(HandOver.objects.filter(pk__in=ids)).order_by("overlap_until", "pk"))
    return [Question("agreed", one.place, one.kind, hand_over=one) for one in _seen(viewer, rows)]


def _to_choose(viewer: Viewer, ids: list[int]) -> list[Question]:
    rows = list(_with_place(HandOver.objects.filter(pk__in=ids)).order_by("asked_at", "pk"))
    words = dict(Dossier.objects.filter(hand_over__in=ids).values_list("hand_over", "conditions"))
    return [
        Question("conditions", one.place, one.kind, hand_over=one, conditions=words.get(one.hand_over.pk, ""))
        for one in _seen(viewer, rows)
    ]


def _shall_help(ids: list[int]) -> list[Question]:
    rows = HelpQuestion.objects.filter(pk__in=ids).select_related("task__place__neighbourhood", "task__kind")
    return [
        Question("help", one.task.place, one.task.kind, help=help_seen(one))
        for one in rows.order_by("task", "pk")
    ]


def _to_answer(viewer: Viewer, asked: QuerySet[HandOver]) -> list[Question]:
    rows = list(_with_place(asked).order_by("asked_at", "pk"))
    if not rows:
        return []
    return [
        Question("hand_over", one.place, one.kind, hand_over=one, with_words=one.side is Side.RESIDENTS)
        for one in _seen(viewer, rows)
        if one.i_may_answer
    ]


def _in_sight(viewer: Viewer, neighbourhood: Neighbourhood, at: datetime) -> QuerySet[HandOver]:
    viewer.must("page.public", neighbourhood.key)
    return _since(neighbourhood.pk, at - ENDED_STAYS_IN_SIGHT)


def _since(neighbourhood: int, since: datetime) -> QuerySet[HandOver]:
    in_sight = Q(ended_at=None) | Q(ended_at__gte=since)
    return _with_place(HandOver.objects.filter(in_sight, task__place__neighbourhood=neighbourhood))


def _readable(neighbourhood: int, since: datetime) -> QuerySet[HandOver]:
    """What came to nothing goes out of sight after a year. What was in force does not: the register of room tells of it."""
    in_sight = Q(ended_at=None) | Q(ended_at__gte=since) | Q(state__in=HELD_ONCE)
    return _with_place(HandOver.objects.filter(in_sight, task__place__neighbourhood=neighbourhood))


@ready
def _called(neighbourhood: int, since: datetime, public_id: str) -> QuerySet[HandOver]:
    return _readable(neighbourhood, since).filter(public_id=public_id)


def _with_place(found: QuerySet[HandOver]) -> QuerySet[HandOver]:
    """With where it is, without the lines that a map draws of it."""
    found = found.select_related("task__place__neighbourhood", "task__kind")
    return found.defer(*for_maps("task__place", "task__place__neighbourhood"))


def _seen(viewer: Viewer, found: list[HandOver]) -> list[HandOverSeen]:
    known = standings(viewer, [one.task for one in found], found)
    return [hand_over_seen(one, one.task.place, known[one.task_id]) for one in found]
