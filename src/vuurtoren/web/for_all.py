"""Parts of pages that are the same for everybody; `kept.py` says why nothing private can be in them."""

from collections.abc import Callable, Mapping
from typing import Any

from django.template import engines
from markupsafe import Markup

from vuurtoren.people.rules import Viewer
from vuurtoren.power.queries import visitor
from vuurtoren.web.environment import words_of
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.visit import Visit


def part_for_all(
    visit: Visit, template: str, about: Callable[[Viewer], Mapping[str, Any]], *name: object
) -> Markup:
    """`template` with what `about` finds for a visitor; `name` tells which of its kind, such as a page's number."""

    def make() -> Markup:
        anybody = visitor(visit.language)
        context = {**words_of(visit.language), "neighbourhood": visit.place, **about(anybody)}
        made: Any = engines["jinja2"].env.get_template(template).make_module(context)  # type: ignore[attr-defined]
        return Markup(made)

    return same_for_all(visit, make, template, *name)
