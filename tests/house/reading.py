"""Reading the house's own code: files, calls, names."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

SRC = Path(__file__).parents[2] / "src" / "vuurtoren"
TEMPLATES = SRC / "web" / "templates"


def modules(which: Callable[[Path], bool] = lambda _: True) -> Iterator[tuple[Path, ast.Module]]:
    """Every module of the house, without migrations; or those `which` are wanted, since to read them all takes a second."""
    for file in sorted(SRC.rglob("*.py")):
        if "migrations" not in file.parts and "node_modules" not in file.parts and which(file):
            yield file, ast.parse(file.read_text(encoding="utf-8"))


def is_acts(file: Path) -> bool:
    """Is this `acts.py`, or a module of a package `acts/`?"""
    return file.name == "acts.py" or "acts" in file.relative_to(SRC).parts[:-1]


def calls(tree: ast.AST) -> Iterator[ast.Call]:
    """Every call in a module."""
    return (node for node in ast.walk(tree) if isinstance(node, ast.Call))


def name_of(call: ast.Call) -> str:
    """The last name of what is called: `save` of `person.save()`."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def refusals() -> set[str]:
    """Every code with which a rule says no, as it stands in the code."""
    found = set()
    for _, tree in modules():
        for call in calls(tree):
            if name_of(call) in ("Refused", "Unreadable", "_within") and call.args:
                for each in ast.walk(call.args[0]):
                    if isinstance(each, ast.Constant) and isinstance(each.value, str):
                        found.add(each.value)
    return found


def sentences_in_python() -> set[str]:
    """Every sentence named in the code by a plain string: `visit.t("…")`, `say(lang, "…")`, `tell(request, "…")`."""
    found = set()
    for file, tree in modules():
        if SRC / "language" in file.parents:
            continue
        for call in calls(tree):
            place = {"t": 0, "say": 1, "tell": 1, "in_words": 0, "hint": 0}.get(name_of(call))
            if place is not None and len(call.args) > place:
                for each in _strings(call.args[place]):
                    found.add(each)
            for word in call.keywords:
                if word.arg == "said":
                    found.update(_strings(word.value))
    return found


def sentences_in_templates() -> set[str]:
    """Every sentence named in a template by a plain string."""
    found: set[str] = set()
    for file in TEMPLATES.rglob("*.*"):
        found.update(
            re.findall(r"""\bt\(\s*["']([a-zA-Z][\w-]*)["']\s*[,)]""", file.read_text(encoding="utf-8"))
        )
    return found


def _strings(node: ast.AST) -> list[str]:
    """The strings a value can be: a constant, or either side of `a if b else c`."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return [node.value]
    if isinstance(node, ast.IfExp):
        return _strings(node.body) + _strings(node.orelse)
    return []
