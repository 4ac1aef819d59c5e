"""Rows that are ours alone until the deed is done, read only once they are."""

from typing import TypeVar

from django.db import connection
from django.db.models import Model, QuerySet

Row = TypeVar("Row", bound=Model)


def alone(rows: QuerySet[Row], row: int) -> Row | None:
    """The row with this primary key as it is now, with what `rows` takes along; None where it is not among them now.

    First the lock, then the reading. PostgreSQL that waited for somebody reads the locked row anew, but what is joined to
    it stays as it was before the wait: a promise that was just passed on would be nobody's for a moment.
    """
    if connection.features.has_select_for_update:
        rows.model._base_manager.select_for_update().filter(pk=row).values_list("pk").first()
    return rows.filter(pk=row).first()


def all_alone(rows: QuerySet[Row]) -> list[Row]:
    """Each of `rows` as it is now, by primary key; who came among them while we waited is there the next time."""
    locked = rows.select_related(None).order_by("pk")
    if connection.features.has_select_for_update:
        locked = locked.select_for_update(of=("self",))
    keys = [row.pk for row in locked]
    return list(rows.filter(pk__in=keys).order_by("pk"))
