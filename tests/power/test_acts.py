"""Every act × every column of the rights table × own, here, other, forgotten: as the table says; a no leaves no trace."""

import inspect
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType

import pytest

from tests.power.deeds import DEEDS, WITHOUT_A_VIEWER
from tests.power.expecting import DONE, NO_RIGHT
from tests.power.world import PEOPLE, World, digest, is_as_before, watched
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.power.rules import COLUMNS, NEEDS_A_SECOND, TABLE

APPS = (
    "journal",
    "places",
    "people",
    "light",
    "stay",
    "power",
    "initiatives",
    "nudges",
    "care",
    "response",
    "tables",
    "gifts",
    "reflection",
)
PROPOSES = {"people.role_offered", "response.proposed", "light.principle_first_yes"}
SECOND_YES = {"people.confirm_role", "response.second"}
NOBODY_NEEDED = {"people.end_role", "response.drop_proposal", "light.drop_principle"}
"""A role of one's own put down, a proposal dropped: nothing comes of it that two must decide."""


def acts_modules() -> Iterator[tuple[str, ModuleType]]:
    for app in APPS:
        try:
            yield app, import_module(f"vuurtoren.{app}.acts")
        except ModuleNotFoundError:
            continue


def shown(module: ModuleType) -> dict[str, Callable[..., object]]:
    """The functions that a module of acts shows to others, and whatever in its parts acts for somebody."""
    parts = [
        import_module(f"{module.__name__}.{one.name}")
        for one in iter_modules(getattr(module, "__path__", []))
    ]
    own = {
        name: one
        for part in (module, *parts)
        for name, one in vars(part).items()
        if inspect.isfunction(one) and one.__module__ == part.__name__ and not name.startswith("_")
    }
    names = getattr(module, "__all__", own)
    return {name: one for name, one in own.items() if name in names or is_for_somebody(one)}


def is_for_somebody(act: Callable[..., object]) -> bool:
    """Does it ask who acts, as every act does first?"""
    return next(iter(inspect.signature(act).parameters), "") == "by"


@pytest.mark.pure
def test_every_act_is_in_the_matrix() -> None:
    every = {f"{app}.{name}": one for app, module in acts_modules() for name, one in shown(module).items()}
    by_somebody = {name for name, one in every.items() if is_for_somebody(one)}
    assert by_somebody == set(DEEDS)
    assert set(every) - by_somebody == set(WITHOUT_A_VIEWER)
    assert {deed.right for deed in DEEDS.values()} <= set(TABLE)


@pytest.mark.parametrize("column", COLUMNS)
def test_acts_do_what_the_table_says_and_a_no_changes_nothing(world: World, column: str) -> None:
    wrong = [
        f"{name} × {kind}: expected {expected}, found {found}"
        for name, deed in DEEDS.items()
        for kind, thing in deed.things(world, column).items()
        if (found := tried(world, name, column, thing)) != (expected := deed.expected(column, kind))
        and not (expected == NO_RIGHT and found.startswith(NO_RIGHT))
    ]
    assert not wrong, f"column {column}:\n" + "\n".join(wrong)
    assert digest() == world.digest


def tried(world: World, name: str, column: str, thing: object) -> str:
    """Do it and take it back: `done`, the code of the refusal, or what is wrong with either."""
    deed = DEEDS[name]
    with watched() as sent:
        try:
            told = deed.do(world, world.viewer(column), thing)
        except Refused as refused:
            return refused.code if is_as_before(world, sent) else f"{refused.code}, but something changed"
        told = told if isinstance(told, tuple) else (told,)
        if not all(isinstance(one, Moment) for one in told):
            return "no moment"
        kinds = {one.kind for one in told}
        alone = deed.right in NEEDS_A_SECOND and column in PEOPLE and name not in SECOND_YES
        if alone and not kinds <= PROPOSES and name not in NOBODY_NEEDED:
            return f"done alone, {kinds}"
        return DONE
