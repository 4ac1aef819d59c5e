"""Everybody sees their own ties; of all ties together there are numbers, and a picture that shows streets."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Case, Exists, OuterRef, Q, QuerySet, Subquery, When

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.tables.models import Present, Tie, TieCount
from vuurtoren.tables.rules import ANSWER_WITHIN, LOG_WITHIN

MOST_TIES = 2000
MOST_MET = 60


@dataclass(frozen=True)
class TieSeen:
    """Somebody I know, as I call them, and since when both of us say so; None: I asked, and no answer came yet."""

    public_id: str
    called: str
    since: datetime | None


@dataclass(frozen=True)
class MetLately:
    """Somebody who was where I was, and may be asked for a tie: their presence there, and the day."""

    present: str
    called: str
    day: date


@dataclass(frozen=True)
class Between:
    """Two streets, and how many ties there are between them."""

    one: Place
    other: Place
    count: int


@dataclass(frozen=True)
class TiesTold:
    """What may be told of all ties: numbers that cover five people or more, None where they do not."""

    counted_on: date
    ties: int | None
    bridges: int | None
    streets: int | None
    between: tuple[Between, ...]


def my_ties(viewer: Viewer, neighbourhood: Neighbourhood, at: datetime) -> list[TieSeen]:
    """Whom I know here, by name; and whom I asked lately. That somebody said no cannot be seen."""
    viewer.must("tie.own", neighbourhood.key, concerned=True)
    rows = _known_to_me(
        person=viewer.somebody(), neighbourhood=neighbourhood.pk, asked_since=at - ANSWER_WITHIN
    )
    seen = [TieSeen(*row) for row in rows]
    return sorted(seen, key=lambda one: (one.since is None, one.called.casefold(), one.public_id))


def ties_asked_of_me(viewer: Viewer, neighbourhood: Neighbourhood) -> list[TieSeen]:
    """Who asked whether it may be remembered that we know each other; I have not answered."""
    viewer.must("tie.own", neighbourhood.key, concerned=True)
    if not any_asked(person=viewer.somebody(), neighbourhood=neighbourhood.pk):
        return []
    me = _me(viewer)
    rows = _mine(me, neighbourhood).filter(_asked(me), said_yes_at=None, said_no_at=None)
    return [
        TieSeen(one.public_id, _other(one, viewer).called, None) for one in rows.select_related("low", "high")
    ]


def tie_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Tie | None:
    """A tie of one's own, or one that one is asked about; nobody finds another's."""
    viewer.must("tie.own", neighbourhood.key, concerned=True)
    return _mine(_me(viewer), neighbourhood).filter(public_id=public_id).first()


def met_lately(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> list[MetLately]:
    """Who was at a gathering where I was, both of us remembered, and is no tie of mine and not asked; the newest day
    first, everybody once. Nobody where the viewer may not know who sat at a table."""
    if not viewer.may("met.see", neighbourhood.key, concerned=True):
        return []
    viewer.must("tie.own", neighbourhood.key, concerned=True)
    rows = _with_me(person=viewer.somebody(), neighbourhood=neighbourhood.pk, since=today - LOG_WITHIN)
    once: dict[int, MetLately] = {}
    for person, present, called, day in rows:
        once.setdefault(person, MetLately(present, called, day))
    return list(once.values())[:MOST_MET]


def met_with_me(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Present | None:
    """Somebody's presence at a gathering where the viewer was remembered too, to ask them for a tie. Nobody's where the
    viewer may not know who sat at a table."""
    if not viewer.may("met.see", neighbourhood.key, concerned=True):
        return None
    viewer.must("tie.own", neighbourhood.key, concerned=True)
    mine = Present.objects.filter(person__key=viewer.somebody(), said_yes_at__isnull=False)
    found = Present.objects.filter(
        public_id=public_id,
        said_yes_at__isnull=False,
        gathering__table__neighbourhood=neighbourhood,
        gathering__in=mine.values("gathering"),
    )
    return found.select_related("person", "gathering__table__neighbourhood").first()


def ties_told(viewer: Viewer, neighbourhood: Neighbourhood) -> TiesTold | None:
    """The numbers of the last count, for all; None before the first."""
    viewer.must("page.public", neighbourhood.key)
    rows = TieCount.objects.filter(neighbourhood=neighbourhood).select_related("one", "other")
    counts = list(rows.order_by("-count", "pk"))
    whole = {one.what: one for one in counts if one.one_id is None}
    if "ties" not in whole:
        return None
    between = tuple(Between(one.one, one.other, one.count) for one in counts if one.one and one.other)
    told = {what: whole[what].count or None for what in ("ties", "bridges", "streets")}
    return TiesTold(whole["ties"].counted_on, told["ties"], told["bridges"], told["streets"], between)


def own_ties_export(viewer: Viewer) -> list[dict[str, object]]:
    """Everything kept about one's own ties. The other is named only where both said yes."""
    me = _me(viewer)
    rows = Tie.objects.filter(Q(low=me) | Q(high=me), said_yes_at__isnull=False)
    return [
        {"called": _other(one, viewer).called, "since": one.said_yes_at.date().isoformat()}
        for one in rows.select_related("low", "high").order_by("said_yes_at", "pk")
        if one.said_yes_at
    ]


@ready
def _known_to_me(
    person: UUID, neighbourhood: int, asked_since: datetime
) -> QuerySet[Tie, tuple[str, str, datetime | None]]:
    """Ties of mine and what I asked lately: their address, how the other is called, since when both say so."""
    me = Subquery(Person.objects.filter(key=person).values("pk")[:1])
    shown = Q(said_yes_at__isnull=False) | (~_asked(me) & Q(asked_at__gte=asked_since, taken_back_at=None))
    rows = Tie.objects.filter(Q(low=me) | Q(high=me), shown, neighbourhood=neighbourhood)
    rows = rows.annotate(them=Case(When(low=me, then="high_id"), default="low_id"))
    called = Subquery(Person.objects.filter(pk=OuterRef("them")).values("called")[:1])  # joined, all are read
    rows = rows.annotate(called=called).order_by("pk")
    return rows.values_list("public_id", "called", "said_yes_at")[:MOST_TIES]


@ready
def _with_me(person: UUID, neighbourhood: int, since: date) -> QuerySet[Present, tuple[int, str, str, date]]:
    """Who is no tie of mine and not asked, at gatherings where we both were: who, their presence, how called, the day."""
    me = Subquery(Person.objects.filter(key=person).values("pk")[:1])
    there = Present.objects.filter(
        gathering__table__neighbourhood=neighbourhood, gathering__day__gte=since, said_yes_at__isnull=False
    )
    us = Q(low=me, high=OuterRef("person")) | Q(high=me, low=OuterRef("person"))
    known = Tie.objects.filter(us, neighbourhood=neighbourhood, taken_back_at=None)
    known = known.exclude(_asked(me), said_no_at__isnull=False)
    with_me = there.filter(gathering__in=there.filter(person=me).values("gathering"))
    others = with_me.exclude(person=me).filter(~Exists(known), person__account__isnull=False)
    rows = others.order_by("-gathering__day", "person__called")
    return rows.values_list("person", "public_id", "person__called", "gathering__day")[: 10 * MOST_MET]


@ready
def any_asked(person: UUID, neighbourhood: int) -> QuerySet[Tie, tuple[int]]:
    """Asked at every visit of Today, and mostly there is none."""
    me = Subquery(Person.objects.filter(key=person).values("pk")[:1])
    open_ = Tie.objects.filter(neighbourhood=neighbourhood, said_yes_at=None, said_no_at=None)
    return open_.filter(_asked(me)).values_list("pk")[:1]


def _me(viewer: Viewer) -> Subquery:
    """The row of the viewer, looked up once within the question: ties are many, and are found by it from either side."""
    return Subquery(Person.objects.filter(key=viewer.somebody()).values("pk")[:1])


def _mine(me: Subquery, neighbourhood: Neighbourhood) -> QuerySet[Tie]:
    return Tie.objects.filter(Q(low=me) | Q(high=me), neighbourhood=neighbourhood).order_by("pk")


def _asked(me: Subquery) -> Q:
    """The other one asked me."""
    return Q(low=me, asked_by_low=False) | Q(high=me, asked_by_low=True)


def _other(tie: Tie, viewer: Viewer) -> Person:
    return tie.high if tie.low.key == viewer.person else tie.low
