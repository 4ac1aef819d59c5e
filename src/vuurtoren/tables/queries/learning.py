"""What a learning table learns: read by whoever sat there, or by everybody where it says so."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables.models import LearningRound, Present, Table
from vuurtoren.tables.queries.seeing import i_host
from vuurtoren.tables.rules import ROUND_WORDS

MOST_ROUNDS = 40


@dataclass(frozen=True)
class ToLookAgain:
    """A learning table of mine whose day to look again has come."""

    table: Table
    question: str
    on: date


def rounds_of(viewer: Viewer, table: Table) -> list[LearningRound]:
    """The rounds of a learning table that the viewer may read, the newest first."""
    viewer.must("page.public", table.neighbourhood.key)
    if table.kind != "learning":
        return []
    found = table.rounds.order_by("-number")
    if not _at_it(viewer, table):
        found = found.filter(seen_by="neighbourhood")
    return list(found[:MOST_ROUNDS])


def questions_for_all(viewer: Viewer, tables: Collection[Table]) -> dict[int, str]:
    """By table (primary key): the question of its open round, where everybody may read it."""
    for where in {one.neighbourhood for one in tables}:
        viewer.must("page.public", where.key)
    learning = [one.pk for one in tables if one.kind == "learning"]
    if not learning:
        return {}
    rows = LearningRound.objects.filter(table__in=learning, closed_at=None, seen_by="neighbourhood")
    return dict(rows.values_list("table", "question"))


def to_look_again(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> list[ToLookAgain]:
    """Learning tables that the viewer set or sat at, and whose day to look again is today or was."""
    viewer.must("met.own", neighbourhood.key, concerned=True)
    found = due(person=viewer.somebody(), neighbourhood=neighbourhood.pk, today=today)
    if not found:
        return []
    rows = LearningRound.objects.filter(pk__in=[pk for (pk,) in found]).select_related("table__place")
    return [
        ToLookAgain(one.table, one.question, one.look_again_on)
        for one in rows.order_by("look_again_on", "pk")
    ]


@ready
def due(person: UUID, neighbourhood: int, today: date) -> QuerySet[LearningRound, tuple[int]]:
    """Asked at every visit of Today, and mostly there is none: from the few rounds whose day came to who sat there."""
    me = Subquery(Person.objects.filter(key=person).values("pk")[:1])  # once, so that indexes serve
    sat = Present.objects.filter(gathering__table=OuterRef("table"), person=me, said_yes_at__isnull=False)
    rows = LearningRound.objects.filter(
        Q(table__host=me) | Exists(sat),
        table__neighbourhood=neighbourhood,
        closed_at=None,
        look_again_on__lte=today,
        table__ended_at=None,
    )
    return rows.values_list("pk")


def own_rounds_export(viewer: Viewer) -> list[dict[str, object]]:
    """Everything that one wrote down of learning tables, for the person's own export."""
    rows = LearningRound.objects.filter(by__key=viewer.somebody()).order_by("began_at", "pk")
    return [{"number": one.number, **{name: getattr(one, name) for name in ROUND_WORDS}} for one in rows]


def _at_it(viewer: Viewer, table: Table) -> bool:
    if viewer.person is None:
        return False
    sat = Present.objects.filter(gathering__table=table, person__key=viewer.person, said_yes_at__isnull=False)
    return i_host(viewer, table) or sat.exists()
