"""Every query × every column × own, here, other, forgotten: seen, nothing or refused, as the table says; and no names."""

import inspect
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from typing import Any

import pytest
from django.db.models import Model, QuerySet

from tests.power.expecting import has_right
from tests.power.looks import LOOKS, NAMES_SHOWN, WITHOUT_A_VIEWER, Look
from tests.power.test_acts import APPS
from tests.power.world import World, watched
from vuurtoren.language import Refused
from vuurtoren.power.rules import COLUMNS, TABLE


def shown() -> Iterator[tuple[str, Callable[..., object]]]:
    """Every query that an app shows to others."""
    for app in APPS:
        module = import_module(f"vuurtoren.{app}.queries")
        names = getattr(module, "__all__", None)
        for name, one in vars(module).items():
            own = name in names if names else getattr(one, "__module__", "") == module.__name__
            if inspect.isfunction(one) and own and not name.startswith("_"):
                yield f"{app}.{name}", one


@pytest.mark.pure
def test_every_query_is_in_the_matrix() -> None:
    every = dict(shown())
    by_viewer = {
        name for name, one in every.items() if next(iter(inspect.signature(one).parameters), "") == "viewer"
    }
    assert by_viewer == set(LOOKS)
    assert set(every) - by_viewer == set(WITHOUT_A_VIEWER)
    assert {look.right for look in LOOKS.values()} <= set(TABLE)


ON_BOTH = ("V", "R", "H", "B", "M")
"""A visitor, a neighbour, a host, a builder and the city look on either database: for them questions are written in another
way. What the others see hangs on the same questions, and is tried on SQLite."""
LOOKING = [
    column if column in ON_BOTH else pytest.param(column, marks=pytest.mark.once) for column in COLUMNS
]


@pytest.mark.parametrize("column", LOOKING)
def test_queries_show_what_the_table_says(world: World, column: str) -> None:
    wrong, private = [], names_of_others(world, column)
    for name, look in LOOKS.items():
        for kind, thing in look.things(world, column).items():
            found, names = seen(world, look, column, thing, private)
            if found != (wanted := expected(look, column, kind)):
                wrong.append(f"{name} × {kind}: expected {wanted}, found {found}")
            if names and column not in NAMES_SHOWN.get(name, ()):
                wrong.append(f"{name} × {kind}: shows {', '.join(sorted(names))}")
    assert not wrong, f"column {column}:\n" + "\n".join(wrong)


@pytest.mark.once
@pytest.mark.parametrize("column", [one for one in COLUMNS if one != "X"])
def test_how_many_carry_a_street_is_told_to_no_page(world: World, column: str) -> None:
    for now in LOOKS["care.carried_now"].look(world, world.viewer(column), world.here.where).values():
        assert (now.carriers, now.people) == (None, None)


def expected(look: Look, column: str, kind: str) -> str:
    """`seen`, `nothing` or `refused`."""
    if not has_right(look.rights.get(kind, look.right), column, kind):
        return "nothing" if look.quiet else "refused"
    return "nothing" if {kind, f"{kind} {column}"} & look.empty else "seen"


def names_of_others(world: World, column: str) -> set[str]:
    """What residents other than oneself are called."""
    others = [world.here.neighbour, world.other.neighbour, world.here.host, *world.who.values()]
    private = {one.called for one in others if one != world.who.get(column) and not one.work.exists()}
    return private | {part.of_neighbour.entered.called for part in (world.here, world.other)}


def seen(world: World, look: Look, column: str, thing: object, private: set[str]) -> tuple[str, set[str]]:
    """Look, and which of the `private` names come along."""
    with watched() as sent:
        try:
            found = look.look(world, world.viewer(column), thing)
        except Refused as refused:
            return ("refused" if refused.code.startswith("power.") else refused.code), set()
        if sent:
            return f"looking writes: {sent[0]}", set()
        text = "\n".join(texts(found))
    return ("seen" if found else "nothing"), private & set(text.split("\n"))


def texts(found: Any, depth: int = 0) -> Iterator[str]:
    """Every text that a result carries along, also in rows that hang on rows."""
    if depth > 6:
        return
    if isinstance(found, str):
        yield found
    elif isinstance(found, Model):
        values = [value for name, value in vars(found).items() if not name.startswith("_")]
        for value in [*values, *found._state.fields_cache.values()]:
            yield from texts(value, depth + 1)
    elif is_dataclass(found) and not isinstance(found, type):
        for one in fields(found):
            yield from texts(getattr(found, one.name), depth + 1)
    elif isinstance(found, dict):
        for key, value in found.items():
            yield from texts(key, depth + 1)
            yield from texts(value, depth + 1)
    elif isinstance(found, list | tuple | set | frozenset | QuerySet):
        for value in found:
            yield from texts(value, depth + 1)
