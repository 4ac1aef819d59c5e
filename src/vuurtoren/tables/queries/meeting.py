"""Who sat at a table is for those who did, and for who set it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from itertools import takewhile
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer, enough
from vuurtoren.places.bynames import called
from vuurtoren.places.models import Neighbourhood, for_maps
from vuurtoren.stay.queries import led_by
from vuurtoren.tables.models import Claim, Gathering, Matter, Present, Table
from vuurtoren.tables.queries.seeing import i_host, local
from vuurtoren.tables.rules import LOG_WITHIN, NAMED_FOR, UNDO_WITHIN
from vuurtoren.tables.series import meetings

MOST_MET = 20


@dataclass(frozen=True)
class Mattered:
    """What mattered to somebody, and for whose it is or who wrote it who else reads it: host, both (the host and whose it
    is), table, neighbourhood; empty for others."""

    words: str
    read_by: str


@dataclass(frozen=True)
class MetSeen:
    """A gathering as somebody who was there sees it: names of those who said yes, in no order that means anything; how
    many more there were; what may be read; and, for the host, who is still asked. `mine`: my own presence, to be left out;
    `on_paper`: presences, with the names, of who has no account and may be left out by the viewer when they ask."""

    met: Gathering
    names: tuple[str, ...]
    asked: tuple[str, ...]
    someones: int
    matters: tuple[Mattered, ...]
    may_undo: bool
    mine: str = ""
    on_paper: tuple[tuple[str, str], ...] = ()

    @property
    def total(self) -> int:
        """How many were there."""
        return len(self.names) + len(self.asked) + self.someones


@dataclass(frozen=True)
class Asked:
    """Somebody wrote down that I was there: may it be remembered?"""

    present: Present
    table: Table
    day: date


def met_at(viewer: Viewer, table: Table, at: datetime) -> list[MetSeen]:
    """The newest gatherings at a table that the viewer was at or wrote down; nobody sees others."""
    where = table.neighbourhood.key
    if viewer.person is None or not viewer.may("met.see", where, concerned=True):
        return []
    leaves_out = viewer.may("person.consent", where)
    given = {"table": table.pk, "person": viewer.person}
    there, mattered = _by_gathering(_there(**given)), _by_gathering(_mattered(**given))
    return [
        _met(viewer, one, there.get(one.pk, []), mattered.get(one.pk, []), leaves_out, at)
        for one in _gatherings(**given)
    ]


def days_to_write(viewer: Viewer, table: Table, at: datetime) -> list[date]:
    """The days on which the table met lately by its own plan and nothing was written down, newest first; today once it
    began."""
    viewer.must("table.tend", table.neighbourhood.key, concerned=i_host(viewer, table))
    now = local(at)
    since = now.date() - LOG_WITHIN
    written = {day for (day,) in _written(table=table.pk, since=since)}
    met = takewhile(lambda one: one.when <= now, meetings(table.when, since, None, table.otherwise))
    return [one.at.date() for one in reversed(list(met)) if one.at and one.at.date() not in written]


def whom_i_may_name(viewer: Viewer, table: Table, today: date) -> QuerySet[Person]:
    """People the host may write down by name: who said yes at this table in the last half year, where the host was or wrote
    it down, and people on paper whose yes holds."""
    where = table.neighbourhood
    if not viewer.may("met.see", where.key, concerned=i_host(viewer, table)):
        return Person.objects.none()
    known = Q(
        met__gathering__in=seen_by(viewer.somebody(), table.pk).values("pk"),
        met__said_yes_at__isnull=False,
        met__gathering__day__gte=today - NAMED_FOR,
    )
    if viewer.may("person.consent", where.key):
        known |= Q(
            account=None,
            roles__neighbourhood=where,
            roles__role=Role.RESIDENT.value,
            consents__withdrawn_at=None,
            consents__given_on__lte=today,
            consents__until__gte=today,
        )
    found = Person.objects.filter(known).exclude(key=viewer.somebody())
    return Person.objects.filter(pk__in=found.values("pk")).order_by("called", "pk")


def asked_of_me(viewer: Viewer, neighbourhood: Neighbourhood) -> list[Asked]:
    """Gatherings at which somebody wrote me down and I have not answered."""
    viewer.must("met.own", neighbourhood.key, concerned=True)
    rows = _asked(person=viewer.somebody(), neighbourhood=neighbourhood.pk)
    return [Asked(one, one.gathering.table, one.gathering.day) for one in rows]


def present_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Present | None:
    """My own presence, to answer about; nobody finds another's."""
    viewer.must("met.own", neighbourhood.key, concerned=True)
    return Present.objects.filter(
        public_id=public_id, person__key=viewer.somebody(), gathering__table__neighbourhood=neighbourhood
    ).first()


def met_called(viewer: Viewer, table: Table, public_id: str) -> Gathering | None:
    """A gathering at a table one hosts, to take back."""
    viewer.must("table.tend", table.neighbourhood.key, concerned=i_host(viewer, table))
    return table.gatherings.filter(public_id=public_id).first()


def whom_i_sat_with(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> frozenset[UUID]:
    """The keys of people who in the last half year said yes to having been at a gathering where the viewer was or that they
    wrote down. Nobody where the viewer may not know who was there."""
    if viewer.person is None or not viewer.may("met.see", neighbourhood.key, concerned=True):
        return frozenset()
    given = {"person": viewer.person, "neighbourhood": neighbourhood.pk, "since": today - NAMED_FOR}
    rows = [*_with_me(**given), *_written_by_me(**given)]
    return frozenset(key for (key,) in rows if key != viewer.person)


def open_to_me(viewer: Viewer, table: Table, today: date) -> list[date]:
    """Days of this table that were written down lately, at which I may say I was there too."""
    if viewer.person is None or not viewer.may("table.was_there", table.neighbourhood.key):
        return []
    since = today - LOG_WITHIN
    return [day for (day,) in _written_without(table=table.pk, person=viewer.person, since=since)]


def how_many_i_know(viewer: Viewer, neighbourhood: Neighbourhood) -> int:
    """With how many people I sat at a table here, we both said yes to it being remembered. A number, never who."""
    viewer.must("met.own", neighbourhood.key, concerned=viewer.person is not None)
    return _known_to(viewer.somebody(), neighbourhood)


def how_many_they_know(
    viewer: Viewer, neighbourhood: Neighbourhood, people: Collection[UUID], today: date
) -> dict[UUID, int | None]:
    """Of people of one's own team: with how many neighbours they sat at a table, from five up (law 7); below it None."""
    viewer.must("work.lead", neighbourhood.key, concerned=viewer.person is not None)
    led = {
        key
        for one in led_by(viewer, neighbourhood, today)
        for key in one.people.filter(person__key__in=people).values_list("person__key", flat=True)
    }
    counts = {key: _known_to(key, neighbourhood) for key in people if key in led}
    return {key: count if enough(count) else None for key, count in counts.items()}


def own_export(viewer: Viewer) -> list[dict[str, object]]:
    """Everything kept about oneself at tables, for the person's own export: the days, and what was said to matter."""
    key = viewer.somebody()
    mine = Present.objects.filter(person__key=key).select_related("gathering__table__place")
    said = Matter.objects.filter(Q(whose__key=key) | Q(by__key=key)).values_list("gathering", "words")
    words: dict[int, list[str]] = {}
    for met, one in said:
        words.setdefault(met, []).append(one)
    return [
        {
            "day": one.gathering.day.isoformat(),
            "place": called(viewer.language, one.gathering.table.place),
            "remembered": one.said_yes_at is not None,
            "mattered": words.get(one.gathering_id, []),
        }
        for one in mine.order_by("gathering__day", "pk")
    ]


def _known_to(key: UUID, neighbourhood: Neighbourhood) -> int:
    return max(0, len(_sat_with_ever(person=key, neighbourhood=neighbourhood.pk)) - 1)


@ready
def _sat_with_ever(person: UUID, neighbourhood: int) -> QuerySet[Present, tuple[int]]:
    """Everybody who was at a gathering where this person was, they too."""
    mine = Present.objects.filter(person=_row(person), said_yes_at__isnull=False)
    mine = mine.filter(gathering__table__neighbourhood=neighbourhood)
    there = Present.objects.filter(gathering__in=mine.values("gathering"), said_yes_at__isnull=False)
    return there.order_by().values_list("person").distinct()


@ready
def _with_me(person: UUID, neighbourhood: int, since: date) -> QuerySet[Present, tuple[UUID]]:
    """Who was at gatherings where the viewer was, the viewer too."""
    mine = Present.objects.filter(person=_row(person), said_yes_at__isnull=False, gathering__day__gte=since)
    mine = mine.filter(gathering__table__neighbourhood=neighbourhood)
    there = Present.objects.filter(gathering__in=mine.values("gathering"), said_yes_at__isnull=False)
    return there.values_list("person__key")


@ready
def _written_by_me(person: UUID, neighbourhood: int, since: date) -> QuerySet[Present, tuple[UUID]]:
    """Who was at gatherings that the viewer wrote down."""
    mine = Gathering.objects.filter(by=_row(person), day__gte=since)
    mine = mine.filter(table__neighbourhood=neighbourhood)
    there = Present.objects.filter(gathering__in=mine.values("pk"), said_yes_at__isnull=False)
    return there.values_list("person__key")


def _row(person: UUID) -> Subquery:
    """The row of a person, looked up once within the question, so that indexes serve."""
    return Subquery(Person.objects.filter(key=person).values("pk")[:1])


@ready
def _asked(person: UUID, neighbourhood: int) -> QuerySet[Present]:
    rows = Present.objects.filter(
        person=_row(person), said_yes_at=None, gathering__table__neighbourhood=neighbourhood
    )
    place = "gathering__table__place"
    return rows.select_related(place).defer(*for_maps(place)).order_by("gathering__day")


@ready
def any_asked(person: UUID, neighbourhood: int) -> QuerySet[Present, tuple[int]]:
    """Asked at every visit of Today, and mostly there is none."""
    rows = Present.objects.filter(person=_row(person), said_yes_at=None)
    return rows.filter(gathering__table__neighbourhood=neighbourhood).values_list("pk")[:1]


@ready
def _written(table: int, since: date) -> QuerySet[Gathering, tuple[date]]:
    return Gathering.objects.filter(table=table, day__gte=since).values_list("day")


@ready
def _written_without(table: int, person: UUID, since: date) -> QuerySet[Gathering, tuple[date]]:
    me, here = _row(person), OuterRef("pk")
    mine = Present.objects.filter(gathering=here, person=me)
    said = Claim.objects.filter(gathering=here, person=me)
    rows = Gathering.objects.filter(~Exists(mine), ~Exists(said), table=table, day__gte=since)
    return rows.order_by("-day").values_list("day")[:1]


@ready
def _gatherings(table: int, person: UUID) -> QuerySet[Gathering]:
    return _newest(table, person).select_related("by")


@ready
def _there(
    table: int, person: UUID
) -> QuerySet[Present, tuple[int, str, datetime | None, str, UUID, int | None]]:
    rows = Present.objects.filter(gathering__in=_newest(table, person).values("pk"))
    names = ("person__called", "said_yes_at", "public_id", "person__key", "person__account")
    return rows.values_list("gathering", *names)


@ready
def _mattered(table: int, person: UUID) -> QuerySet[Matter, tuple[int, str, str, UUID | None]]:
    rows = Matter.objects.filter(gathering__in=_newest(table, person).values("pk")).order_by("pk")
    return rows.values_list("gathering", "words", "seen_by", "whose__key")


def _newest(table: int, person: UUID) -> QuerySet[Gathering]:
    return seen_by(person, table).order_by("-day")[:MOST_MET]


def seen_by(person: UUID, table: int) -> QuerySet[Gathering]:
    """The gatherings at a table of which a person knows who was there: they were, or they wrote it down. Whoever hosts the
    table after somebody else does not know it of the days before."""
    me = _row(person)
    mine = Present.objects.filter(gathering=OuterRef("pk"), person=me, said_yes_at__isnull=False)
    return Gathering.objects.filter(Exists(mine) | Q(by=me), table=table)


def _by_gathering(rows: list[Any]) -> dict[int, list[Any]]:
    """Rows that begin with the number of a gathering, by that number and without it."""
    found: dict[int, list[Any]] = {}
    for met, *rest in rows:
        found.setdefault(met, []).append(rest)
    return found


def _met(
    viewer: Viewer, met: Gathering, there: list[Any], mattered: list[Any], leaves_out: bool, at: datetime
) -> MetSeen:
    hosts = met.by is not None and met.by.key == viewer.person
    names = sorted(called for called, said_yes_at, *_ in there if said_yes_at)
    asked = sorted(called for called, said_yes_at, *_ in there if not said_yes_at)
    on_paper = sorted((called, one) for called, _, one, _, account in there if leaves_out and account is None)
    widths = ("host", "table", "neighbourhood") if hosts else ("table", "neighbourhood")
    matters = tuple(
        Mattered(words, _read_by(seen_by, whose) if hosts or whose == viewer.person else "")
        for words, seen_by, whose in mattered
        if seen_by in widths or whose == viewer.person
    )
    return MetSeen(
        met=met,
        names=tuple(names),
        asked=tuple(asked) if hosts else (),
        someones=met.someones + (0 if hosts else len(asked)),
        matters=matters,
        may_undo=hosts and at - met.made_at <= UNDO_WITHIN,
        mine=next((one for _, yes, one, key, _ in there if yes and key == viewer.person), ""),
        on_paper=tuple((one, called) for called, one in on_paper),
    )


def _read_by(seen_by: str, whose: UUID | None) -> str:
    return "both" if seen_by == "host" and whose else seen_by
