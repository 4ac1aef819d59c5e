"""Sentences by name, from Fluent files: `language/nl/care.ftl` and its twin `language/en/care.ftl`.

Fluent (projectfluent.org) keeps plurals, numbers and dates with the translator instead of in the code;
docs/decisions/0005 says why. A sentence that a language lacks is said in Dutch; one that no language has shows
as ⟨its-name⟩, and the tests see to it that no page ever does.

>>> say("nl", "look-yes")
'Ja'
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any, cast

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Language:
    """A language the house speaks: `code` as in BCP 47, its own name, and the way it is written."""

    code: str
    name: str
    direction: str = "ltr"


LANGUAGES: Mapping[str, Language] = MappingProxyType(
    {"nl": Language("nl", "Nederlands"), "en": Language("en", "English")}
)
FIRST = "nl"
MOST_COUNTED = 8192
"""Sentences with nothing but whole numbers and days in them are kept, and of others the shape: what stands around the
words that come in. Names and other words of people never are."""
HOLE = re.compile("\ue000(\\d+)\ue001")
"""Stands in a shape where words come; Unicode keeps these characters for private use."""


@cache
def _bundle(code: str) -> FluentBundle:
    bundle = FluentBundle([code], use_isolating=LANGUAGES[code].direction == "rtl")
    for file in sorted((HERE / code).glob("*.ftl")):
        bundle.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return bundle


@cache
def _plain(code: str, key: str) -> str:
    return _format(code, key, {})


@lru_cache(MOST_COUNTED)
def _counted(code: str, key: str, values: tuple[tuple[str, int | date], ...]) -> str:
    return _format(code, key, dict(values))


@lru_cache(MOST_COUNTED)
def _shape(
    code: str, key: str, counts: tuple[tuple[str, int | date], ...], words: tuple[str, ...]
) -> tuple[str, ...] | None:
    """The sentence as text, number of the words that come, text, number, …, text; None where words choose what is said."""
    found = _found(code, key)
    if found is None or found[1] is None or not _only_filled_in(found[1], set(words)):
        return None
    holes = {name: f"\ue000{place}\ue001" for place, name in enumerate(words)}
    return tuple(HOLE.split(_format(code, key, {**dict(counts), **holes})))


def _filled(shape: tuple[str, ...], words: tuple[str, ...]) -> str:
    said = list(shape)
    for place in range(1, len(shape), 2):
        said[place] = words[int(shape[place])]
    return "".join(said)


def _only_filled_in(node: object, words: set[str]) -> bool:
    """Are these words only put into the sentence, and does nothing in it hang on what they are?"""
    if isinstance(node, list | tuple):
        return all(_only_filled_in(one, words) for one in node)
    if isinstance(node, ast.MessageReference | ast.TermReference | ast.FunctionReference):
        return False
    if isinstance(node, ast.SelectExpression):
        selector = node.selector
        if not isinstance(selector, ast.VariableReference) or selector.id.name in words:
            return False
    return not isinstance(node, ast.BaseNode) or _only_filled_in(list(vars(node).values()), words)


def say(code: str, key: str, /, **values: object) -> str:
    """The sentence `key` in language `code`, filled in with `values` (numbers, dates or text)."""
    code = code if code in LANGUAGES else FIRST
    if not values:
        return _plain(code, key)
    words = {name: value for name, value in values.items() if isinstance(value, str)}
    counts = tuple((name, value) for name, value in values.items() if name not in words)
    if any(type(value) not in (int, date) for _, value in counts):
        return _format(code, key, values)
    counted = cast("tuple[tuple[str, int | date], ...]", counts)
    if not words:
        return _counted(code, key, counted)
    shape = _shape(code, key, counted, tuple(words))
    return _filled(shape, tuple(words.values())) if shape else _format(code, key, values)


def has(code: str, key: str) -> bool:
    """Does this language itself have the sentence?"""
    return bool(_bundle(code).has_message(key))


def keys(code: str) -> frozenset[str]:
    """The names of all sentences a language has."""
    return frozenset(_bundle(code)._messages)


def _found(code: str, key: str) -> tuple[FluentBundle, Any] | None:
    """Who says it, and the sentence as Fluent keeps it."""
    bundle = next((_bundle(each) for each in (code, FIRST) if _bundle(each).has_message(key)), None)
    return (bundle, bundle.get_message(key).value) if bundle else None


def _format(code: str, key: str, values: Mapping[str, object]) -> str:
    found = _found(code, key)
    if found is None:
        return f"⟨{key}⟩"
    bundle, pattern = found
    return str(bundle.format_pattern(pattern, dict(values))[0]) if pattern else ""
