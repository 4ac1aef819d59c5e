"""`among` finds the same rows as `in`, in a queryset and in a ready question, on either database."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db.models import QuerySet

from tests.makers import a_neighbourhood, a_place
from vuurtoren.journal.ready import ready
from vuurtoren.places.models import Place

pytestmark = pytest.mark.django_db


@ready
def _by_key(some: Sequence[UUID]) -> QuerySet[Place, tuple[int]]:
    return Place.objects.filter(key__among=some).order_by("pk").values_list("pk")


@ready
def _by_row(some: Sequence[int]) -> QuerySet[Place, tuple[int]]:
    return Place.objects.filter(pk__among=some).order_by("pk").values_list("pk")


@ready
def _by_address(some: Sequence[str]) -> QuerySet[Place, tuple[int]]:
    return Place.objects.filter(public_id__among=some).order_by("pk").values_list("pk")


@pytest.mark.parametrize(
    ("column", "asks", "unknown"),
    [("key", _by_key, uuid4()), ("pk", _by_row, 0), ("public_id", _by_address, "{0,1}' --")],
)
def test_the_same_rows_as_in(column: str, asks: Any, unknown: object) -> None:
    here = a_neighbourhood()
    places = [a_place(here) for _ in range(5)]
    for some in ([], places[1:2], places[::2], places):
        values = [*(getattr(one, column) for one in some), unknown]
        rows = Place.objects.order_by("pk")
        found = list(rows.filter(**{f"{column}__in": values}).values_list("pk", flat=True))
        assert list(rows.filter(**{f"{column}__among": values}).values_list("pk", flat=True)) == found
        assert [pk for (pk,) in asks(some=values)] == found
        assert asks(some=[]) == []
    assert found == [one.pk for one in places]


def test_the_question_is_the_same_however_many_there_are() -> None:
    written = {
        str(Place.objects.filter(key__among=[uuid4()] * count).query.sql_with_params()[0])
        for count in (0, 1, 9)
    }
    assert len(written) == 1


def test_over_a_key_of_another_table() -> None:
    here, there = a_neighbourhood(), a_neighbourhood("Elders")
    mine = a_place(here)
    a_place(there)
    assert list(Place.objects.filter(neighbourhood__pk__among=[here.pk])) == [mine]
