"""What waits for somebody on Today and in their letter, and what their own export holds."""

from collections import Counter
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vuurtoren.journal.ready import ready
from vuurtoren.nudges.models import Heard, Nudge, SharedWith, Voice, Weighing
from vuurtoren.nudges.queries.nudging import Growing, begin_of, givers_growing, growing
from vuurtoren.nudges.rules import (
    LESSONS,
    WINDOW_MONTHS,
    a_new_month,
    comes_to_mind_from,
    month_back,
)
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@dataclass(frozen=True)
class Waits:
    """For Today: doing it for them grows; weighings to look back on; lessons of which my words want a yes or not yet."""

    growing: Growing | None = None
    look_back: tuple[Weighing, ...] = ()
    words: tuple[Weighing, ...] = ()


def what_waits(viewer: Viewer, where: Neighbourhood, today: date) -> Waits:
    """One short question before three long ones, since mostly nothing waits."""
    viewer.must("nudge.own", where.key, concerned=viewer.person is not None)
    key = viewer.somebody()
    since = begin_of(month_back(today, WINDOW_MONTHS))
    found = _anything(person=key, neighbourhood=where.pk, since=since, today=today)
    for_them, look_back, words = found[0] if found else (False, False, False)
    rows = Weighing.objects.filter(neighbourhood=where)
    unsaid = Voice.objects.filter(person__key=key, yes=None)
    return Waits(
        growing=growing(viewer, where, today) if for_them else None,
        look_back=tuple(
            rows.filter(by__key=key, went="", look_back_on__lte=today).order_by("look_back_on", "pk")
        )
        if look_back
        else (),
        words=tuple(rows.filter(went__in=LESSONS, pk__in=unsaid.values("weighing")).order_by("pk"))
        if words
        else (),
    )


def waiting_nudges(viewer: Viewer, where: Neighbourhood, today: date) -> Counter[int]:
    """By person (primary key), 1 where their own letter of this week has a line on nudges: doing it for them grew in the
    months that are over, or what they weighed before something larger has come to its day to look back.

    Each is in one letter; it stays on Today until it is answered. Three questions, however many people there are.
    """
    viewer.must("machine.night", where.key)
    back = _to_look_back(where, today).values_list("by", flat=True)
    growing_now = givers_growing(where, today) if a_new_month(today) else set()
    return Counter({*growing_now, *(one for one in back if one is not None)})


def waiting_lessons(viewer: Viewer, where: Neighbourhood) -> Counter[int]:
    """By person (primary key): of how many lessons their words want a yes or not yet, counted for all at once."""
    viewer.must("machine.night", where.key)
    rows = Voice.objects.filter(yes=None, weighing__neighbourhood=where, weighing__went__in=LESSONS)
    return Counter(person for person, _ in set(rows.values_list("person", "weighing")))


def my_waiting_nudges(viewer: Viewer, where: Neighbourhood, today: date) -> bool:
    """The same for the viewer alone."""
    viewer.must("nudge.own", where.key, concerned=viewer.person is not None)
    if a_new_month(today) and growing(viewer, where, today):
        return True
    since = comes_to_mind_from(today)
    return bool(
        _mine_to_look_back(person=viewer.somebody(), neighbourhood=where.pk, since=since, today=today)
    )


def own_export(viewer: Viewer) -> dict[str, object]:
    """My nudges, what I answered, what I weighed, and what I learned, for my own export."""
    key = viewer.somebody()
    nudges = Nudge.objects.filter(giver__key=key).order_by("given_at", "pk")
    heard = Heard.objects.filter(person__key=key).order_by("pk")
    weighed = Weighing.objects.filter(by__key=key).order_by("made_on", "pk")
    shared = SharedWith.objects.filter(person__key=key).select_related("weighing").order_by("pk")
    voices = Voice.objects.filter(person__key=key).order_by("at", "pk")
    return {
        "given": [
            {"kind": one.kind, "about": one.about_kind, "at": one.given_at.isoformat()} for one in nudges
        ],
        "heard": [{"answer": one.answer, "on": one.on.isoformat()} for one in heard],
        "weighed": [_weighed(one) for one in weighed],
        "shared_with_me": [one.weighing.made_on.isoformat() for one in shared],
        "learned": [{"words": one.words, "yes": one.yes, "named": one.named} for one in voices],
    }


def _to_look_back(where: Neighbourhood, today: date) -> QuerySet[Weighing]:
    """Weighings whose day to look back came since the letter before."""
    return _came(where.pk, comes_to_mind_from(today), today)


def _came(neighbourhood: int, since: date, today: date) -> QuerySet[Weighing]:
    came = Weighing.objects.filter(look_back_on__gt=since, look_back_on__lte=today)
    return came.filter(neighbourhood=neighbourhood, went="")


@ready
def _mine_to_look_back(
    person: UUID, neighbourhood: int, since: date, today: date
) -> QuerySet[Weighing, tuple[int]]:
    return _came(neighbourhood, since, today).filter(by__key=person).values_list("pk")[:1]


@ready
def _anything(
    person: UUID, neighbourhood: int, since: datetime, today: date
) -> QuerySet[Person, tuple[bool, bool, bool]]:
    """Asked at every visit of Today."""
    mine = Nudge.objects.filter(giver=OuterRef("pk"), neighbourhood=neighbourhood)
    weighed = Weighing.objects.filter(by=OuterRef("pk"), neighbourhood=neighbourhood, went="")
    said = Voice.objects.filter(person=OuterRef("pk"), weighing__neighbourhood=neighbourhood, yes=None)
    asked = {
        "asked_growing": mine.filter(kind="for_them", given_at__gte=since),
        "asked_back": weighed.filter(look_back_on__lte=today),
        "asked_words": said.filter(Q(weighing__went="otherwise") | Q(weighing__went="wrong")),
    }
    found = Person.objects.filter(key=person)
    return found.annotate(**{name: Exists(rows) for name, rows in asked.items()}).values_list(*asked)


def _weighed(one: Weighing) -> dict[str, object]:
    return {
        "on": one.made_on.isoformat(),
        "stake": one.stake,
        "answers": [one.undone, one.hurt, one.learns],
        "decided": one.decided,
        "stop": one.stop,
        "why": one.why,
        "look_back_on": one.look_back_on.isoformat() if one.look_back_on else None,
        "went": one.went,
    }
