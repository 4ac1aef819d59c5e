"""A learning table goes in rounds: a question, what we try, what happened, what we do differently."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.tables import moments
from vuurtoren.tables.acts.common import my_table, tell
from vuurtoren.tables.acts.setting import make_table
from vuurtoren.tables.models import LearningRound, Table
from vuurtoren.tables.rules import When, check_round


@transaction.atomic
def set_learning_table(
    by: Viewer,
    place: Place,
    *,
    when: When,
    question: str,
    look_again_on: date,
    seen_by: str = "table",
    spot: str = "",
    another: bool = False,
    at: datetime,
) -> Moment:
    """A table to learn together, around a question. It comes back by itself on a day that it sets. `another`: also where
    one stands already."""
    table = make_table(by, place, when=when, spot=spot, kind="learning", another=another, at=at)
    _begin(table, {"question": question}, look_again_on, seen_by, at)
    return tell(moments.SET, by, table, at, every=table.every)


@transaction.atomic
def write_round(
    by: Viewer, table: Table, *, words: Mapping[str, str], look_again_on: date, seen_by: str, at: datetime
) -> Moment:
    """What we try, what happened, what we do differently: written further in the open round, with a new day to look.
    Words stay whose they are: who hosts the table after somebody else begins a round of their own."""
    table = my_table(by, table, ended_too=True)
    open_round = _open(table)
    if open_round.by != table.host:
        raise Refused("tables.round_of_another")
    for name, said in check_round(words, look_again_on, seen_by, timezone.localdate(at)).items():
        setattr(open_round, name, said)
    open_round.look_again_on, open_round.seen_by = look_again_on, seen_by
    open_round.save()
    return tell(moments.ROUND_WRITTEN, by, table, at, look_again_on=look_again_on)


@transaction.atomic
def next_round(
    by: Viewer, table: Table, *, question: str, look_again_on: date, seen_by: str = "table", at: datetime
) -> Moment:
    """The round is round; a new one begins with a question. What was learned stays."""
    table = my_table(by, table)
    LearningRound.objects.filter(table=table, closed_at=None).update(closed_at=at)
    _begin(table, {"question": question}, look_again_on, seen_by, at)
    return tell(moments.ROUND_BEGAN, by, table, at, look_again_on=look_again_on)


def _begin(table: Table, words: Mapping[str, str], look_again_on: date, seen_by: str, at: datetime) -> None:
    if table.kind != "learning" or table.host is None:
        raise Refused("tables.no_learning_table")
    said = check_round(words, look_again_on, seen_by, timezone.localdate(at))
    before = LearningRound.objects.filter(table=table).aggregate(last=Max("number"))["last"] or 0
    LearningRound.objects.create(
        table=table,
        number=before + 1,
        by=table.host,
        look_again_on=look_again_on,
        seen_by=seen_by,
        began_at=at,
        **said,
    )


def _open(table: Table) -> LearningRound:
    found = LearningRound.objects.select_for_update().filter(table=table, closed_at=None).first()
    if found is None:
        raise Refused("tables.no_learning_table")
    return found
