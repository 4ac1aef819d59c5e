"""Sentences by name, from Fluent files: `language/nl/care.ftl` and its twin `language/en/care.ftl`.

Fluent (projectfluent.org) keeps plurals, numbers and dates with the translator instead of in the code;
docs/decisions/0005 says why. A sentence that a language lacks is said in Dutch; one that no language has shows
as ⟨its-name⟩, and the tests see to it that no page ever does.

>>> say("nl", "look-yes")
'Ja'
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import cast

from fluent.runtime import FluentBundle, FluentResource

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
"""Sentences with nothing but whole numbers and days in them are kept; those with names or other words of people never
are."""


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


def say(code: str, key: str, /, **values: object) -> str:
    """The sentence `key` in language `code`, filled in with `values` (numbers, dates or text)."""
    code = code if code in LANGUAGES else FIRST
    if not values:
        return _plain(code, key)
    if all(type(value) in (int, date) for value in values.values()):
        return _counted(code, key, tuple(cast("dict[str, int | date]", values).items()))
    return _format(code, key, values)


def has(code: str, key: str) -> bool:
    """Does this language itself have the sentence?"""
    return bool(_bundle(code).has_message(key))


def keys(code: str) -> frozenset[str]:
    """The names of all sentences a language has."""
    return frozenset(_bundle(code)._messages)


def _format(code: str, key: str, values: Mapping[str, object]) -> str:
    bundle = next((_bundle(each) for each in (code, FIRST) if _bundle(each).has_message(key)), None)
    if bundle is None:
        return f"⟨{key}⟩"
    pattern = bundle.get_message(key).value
    return str(bundle.format_pattern(pattern, dict(values))[0]) if pattern else ""
