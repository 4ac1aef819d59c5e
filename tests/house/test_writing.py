"""Only acts write, every act says what it did, and everything that can be said has its sentence."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import vuurtoren.language
from tests.house.reading import (
    calls,
    is_acts,
    modules,
    name_of,
    refusals,
    sentences_in_python,
    sentences_in_templates,
)
from vuurtoren.journal.queries import all_kinds
from vuurtoren.language import LANGUAGES, Refused, has, keys

pytestmark = pytest.mark.pure

WRITES = {
    "save",
    "delete",
    "create",
    "bulk_create",
    "bulk_update",
    "get_or_create",
    "update_or_create",
    "_raw_delete",
    "raw",
}
MAY_WRITE_TOO = {"people/models.py"}  # the manager that the sign-in library calls to make an account
TEMPLATE_SAFE = re.compile(r"\|\s*safe\b|autoescape\s+false", re.IGNORECASE)


def _writes(call: ast.Call) -> bool:
    name = name_of(call)
    if name in WRITES and isinstance(call.func, ast.Attribute):
        return "session" not in ast.unparse(call.func)
    source = ast.unparse(call.func)
    return name == "update" and (".objects" in source or ".filter(" in source or ".all(" in source)


def test_only_acts_write() -> None:
    found = [
        f"{file.parts[-2]}/{file.name}:{call.lineno} {ast.unparse(call.func)}"
        for file, tree in modules()
        if not is_acts(file) and "/".join(file.parts[-2:]) not in MAY_WRITE_TOO
        for call in calls(tree)
        if _writes(call)
    ]
    assert not found, "a write outside acts: " + "; ".join(found)


def test_a_lock_takes_nothing_along() -> None:
    """Rows joined to one that was waited for are of before the wait: lock first, then read (`journal/alone.py`)."""
    wrong = [
        f"{file.parts[-2]}/{file.name}:{line.lineno} {ast.unparse(line)}"
        for file, tree in modules()
        for deed in ast.walk(tree)
        if isinstance(deed, ast.FunctionDef) and file.name != "alone.py"
        for line in _locks_with_more(deed)
    ]
    assert not wrong, "locked and read in one go: " + "; ".join(wrong)


def _locks_with_more(deed: ast.FunctionDef) -> Iterator[ast.expr]:
    """Chains that lock and take along, in one go or by way of a name."""
    chains = [one for one in ast.walk(deed) if isinstance(one, ast.Call | ast.Assign)]
    names = {
        ast.unparse(one.targets[0])
        for one in chains
        if isinstance(one, ast.Assign) and "select_for_update" in ast.unparse(one.value)
    }
    for one in chains:
        if isinstance(one, ast.Call):
            root, steps = _chain(one)
            if "select_related" in steps and ("select_for_update" in steps or root in names):
                yield one


def _chain(call: ast.expr) -> tuple[str, set[str]]:
    """What a chain of calls begins with, and the names of its steps: of `rows.all().first()` `rows`, all and first."""
    steps = set()
    while isinstance(call, ast.Call | ast.Attribute):
        if isinstance(call, ast.Attribute):
            steps.add(call.attr)
        call = call.value if isinstance(call, ast.Attribute) else call.func
    return ast.unparse(call), steps


def test_every_act_is_one_transaction_and_returns_its_moment() -> None:
    wrong = []
    for file, tree in modules():
        if not is_acts(file) or "journal" in file.parts:
            continue
        for node in tree.body:
            takes = isinstance(node, ast.FunctionDef) and {one.arg for one in node.args.args} & {"by"}
            if not isinstance(node, ast.FunctionDef) or node.name.startswith("_") or not takes:
                continue
            atomic = any(ast.unparse(one).startswith("transaction.atomic") for one in node.decorator_list)
            returns = ast.unparse(node.returns) if node.returns else ""
            if not (atomic or "progress" in {one.arg for one in node.args.kwonlyargs}) or not re.search(
                r"Moment|Imported", returns
            ):
                wrong.append(f"{file.parts[-2]}.{node.name}")
    assert not wrong, "not one transaction, or returns no moment: " + ", ".join(wrong)


def test_nobody_switches_off_escaping() -> None:
    found = [
        str(file)
        for file, tree in modules()
        for call in calls(tree)
        if name_of(call) in ("mark_safe", "Markup")
    ]
    assert not found
    from tests.house.reading import TEMPLATES

    assert not [str(file) for file in TEMPLATES.rglob("*.html") if TEMPLATE_SAFE.search(file.read_text())]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_moment_has_a_sentence(language: str) -> None:
    assert not sorted(kind.key for kind in all_kinds().values() if not has(language, kind.key))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_refusal_has_a_sentence(language: str) -> None:
    assert not sorted(code for code in refusals() if not has(language, Refused(code).key))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_sentence_that_is_named_is_there(language: str) -> None:
    named = sentences_in_python() | sentences_in_templates()
    assert not sorted(key for key in named if not has(language, key))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_no_name_stands_for_two_sentences(language: str) -> None:
    files = (Path(vuurtoren.language.__file__).parent / language).glob("*.ftl")
    named = Counter(one for file in files for one in re.findall(r"(?m)^([a-z][\w-]*) =", file.read_text()))
    assert [one for one, count in named.items() if count > 1] == []


def test_all_languages_have_the_same_sentences() -> None:
    first, *others = (keys(code) for code in LANGUAGES)
    for other in others:
        assert not sorted(first ^ other)


def test_no_word_that_blames_or_ranks() -> None:
    from vuurtoren.language.sentences import HERE

    never = re.compile(
        r"\b(cliënt|client|doelgroep|target group|ranglijst|leaderboard|nalatig|delinquent|naleving)\b", re.I
    )
    found = [
        f"{file.name}: {line}"
        for file in HERE.rglob("*.ftl")
        for line in file.read_text().splitlines()
        if never.search(line)
    ]
    assert not found
