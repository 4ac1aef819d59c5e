"""What waits for somebody on Today, and what their own export holds."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from vuurtoren.journal.ready import ready
from vuurtoren.nudges.models import Heard, Nudge, SharedWith, Voice, Weighing
from vuurtoren.nudges.queries.nudging import Growing, begin_of, growing
from vuurtoren.nudges.rules import LESSONS, WINDOW_MONTHS, month_back
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
