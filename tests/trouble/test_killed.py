"""Killed between any two statements: nothing of a deed is there or all of it, and the form sent again does it once."""

import ast

import pytest

from tests.care.makers import a_carrier, an_offer, days, handed_over
from tests.house.reading import SRC, is_acts, modules
from tests.makers import a_neighbourhood, a_person, a_worker, seen_as
from tests.response.makers import at_night, day, dirty, streets
from tests.trouble import deeds
from tests.trouble.killing import journal_is_whole, killed_before, killed_everywhere
from vuurtoren.journal.models import Moment
from vuurtoren.power.queries import machine
from vuurtoren.response import acts as response
from vuurtoren.response.models import FloorCase, PlaceState, Plan, PlanLine

EVERY = sorted(
    (file.relative_to(SRC).parts[0], node.name)
    for file, tree in modules(is_acts)
    if "journal" not in file.parts
    for node in tree.body
    if isinstance(node, ast.FunctionDef)
    and any(ast.unparse(one) == "transaction.atomic" for one in node.decorator_list)
    and not node.name.startswith("_")
)
"""Every act of the house that is one transaction, by app. The night is several; it has a story of its own below."""
LEAST_STATEMENTS = 5


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("app", sorted({app for app, _ in EVERY}))
def test_every_act_is_there_whole_or_not_at_all(app: str) -> None:
    for name in (name for of, name in EVERY if of == app):
        who, deed = getattr(deeds, name)(a_neighbourhood())
        assert killed_everywhere(who, deed) > LEAST_STATEMENTS, name


@pytest.mark.django_db(transaction=True)
def test_a_night_of_several_deeds_goes_on_where_it_was_killed() -> None:
    """An offer lapses, carriers are asked, the day is planned: three deeds, each once, however often it dies."""
    here = a_neighbourhood()
    city, (held, offered, *rest) = seen_as(a_worker(here)), streets(here, 4)
    by = a_carrier(a_person(here), held)
    handed_over(by, city, held, stop_grade="A+", stop_steps=1)
    an_offer(city, offered, answer_by=days(8).date())
    for place in (held, *rest):
        dirty(by, place, at=at_night(15))
    number = 0
    while killed_before(
        number, lambda: response.work_the_night(machine(), here, date=day(16), at=at_night(16)), reads=True
    ):
        journal_is_whole()
        plan = Plan.objects.filter(neighbourhood=here)
        written = [
            PlanLine.objects.filter(plan__in=plan).exists(),
            PlaceState.objects.filter(date=day(16)).count() == 4,
            FloorCase.objects.filter(fell_on=day(15)).exists(),  # seen on the morning before
        ]
        assert written == [plan.exists()] * 3, f"a plan by halves at statement {number}"
        number += 1
    assert number > 20
    kinds = list(Moment.objects.filter(book__key=here.key).values_list("kind", flat=True))
    assert [kinds.count(f"{one}") for one in ("care.lapsed", "care.help_asked", "response.planned")] == [
        1,
        1,
        1,
    ]
