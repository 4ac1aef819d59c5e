"""Parts of pages that are the same for everybody; `kept.py` says why nothing private can be in them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.template import engines

from vuurtoren.people.rules import Viewer
from vuurtoren.power.queries import visitor
from vuurtoren.web.environment import days_of, words_of
from vuurtoren.web.kept import same_as_long_as, same_for_all
from vuurtoren.web.visit import Visit

About = Callable[[Viewer], Mapping[str, Any]]


def part_for_all(visit: Visit, template: str, about: About, *name: object) -> str:
    """`template` with what `about` finds for a visitor; `name` tells which of its kind, such as a page's number."""
    return same_for_all(visit, lambda: made_for_all(visit, template, about), template, *name)


def words_for_all(visit: Visit, template: str, found: Mapping[str, Any]) -> str:
    """`template` with what a visitor found, written again only when that is something else; `found` holds plain values."""
    value = tuple(found.items())
    return same_as_long_as(visit, value, lambda: made_for_all(visit, template, lambda _: found), template)


def made_for_all(visit: Visit, template: str, about: About) -> str:
    """The same, made for this once."""
    words = {**words_of(visit.language), **days_of(visit.language, visit.today)}
    context = {**words, "neighbourhood": visit.place, **about(visitor(visit.language))}
    made: Any = engines["jinja2"].env.get_template(template).make_module(context)  # type: ignore[attr-defined]
    shown: str = made.__html__()
    return shown
