"""Kinds of task are put in as data: the first ones with the house, others from a file."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from importlib.resources import files
from typing import Any

from django.db import transaction

from vuurtoren.care import moments
from vuurtoren.care.kinds import KindOfTask, read
from vuurtoren.care.models import TaskKind
from vuurtoren.care.rules import LITTER
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


def first_kinds() -> tuple[KindOfTask, ...]:
    """The kinds that come with the house."""
    return read(json.loads(files("vuurtoren.care").joinpath("kinds.json").read_text("utf-8")))


def put_first_kinds() -> None:
    """With the tables come the first kinds, where they are not there yet; what somebody changed stays as it is."""
    there = {one.code: one for one in TaskKind.objects.all()}
    for kind in first_kinds():
        row = there.get(kind.code)
        if row is None or not row.rhythms:
            TaskKind.objects.update_or_create(code=kind.code, defaults=_fields(kind))


def what_is_new(kinds: Iterable[KindOfTask]) -> tuple[list[KindOfTask], list[KindOfTask]]:
    """Of these kinds: those that are not there yet, and those that are there otherwise."""
    every = list(kinds)
    there = {one.code: one for one in TaskKind.objects.select_for_update().order_by("pk")}
    new = [one for one in every if one.code not in there]
    other = [
        one
        for one in every
        if (row := there.get(one.code))
        and any(getattr(row, name) != value for name, value in _fields(one).items())
    ]
    return new, other


@transaction.atomic
def put_kinds(by: Viewer, kinds: Iterable[KindOfTask], *, at: datetime) -> tuple[Moment, ...]:
    """These kinds are there from now on, in every neighbourhood; a moment in each, and none where nothing is new.

    How the stop line of litter is told stays, since the city's plan works with it.
    """
    by.must("kind.put", None)
    new, other = what_is_new(kinds)
    if any(one.code == LITTER and not one.active for one in other):
        raise Refused("care.kind_value", kind=LITTER, field="active")
    for kind in (*new, *other):
        TaskKind.objects.update_or_create(code=kind.code, defaults=_fields(kind))
    if not new and not other:
        return ()
    what: dict[str, Any] = {"added": len(new), "changed": len(other)}
    return tuple(
        record(moments.KINDS_PUT, neighbourhood=one.key, at=at, who=by.person, **what)
        for one in Neighbourhood.objects.order_by("pk")
    )


def _fields(kind: KindOfTask) -> dict[str, object]:
    """As they are kept: JSON knows no tuples."""
    fields = {
        name: list(value) if isinstance(value, tuple) else value for name, value in asdict(kind).items()
    }
    del fields["code"]
    return fields
