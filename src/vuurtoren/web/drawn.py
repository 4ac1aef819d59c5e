"""Parts that a page's templates import are made once a page, however many of its templates ask for them.

Jinja makes an imported template anew at each `{% import … with context %}`; a page of many parts did so for the same
icons and forms ten times. What a part says may hang on the page (who reads, where), never on which of its templates
asked: a house test sees to it that parts use only names that every page has.
"""

from collections.abc import Mapping
from typing import Any

from jinja2 import Template
from jinja2.environment import TemplateModule

NAME = "drawn_"
"""Where a page keeps the parts that were made for it; never in what is kept for all."""


class Drawn(Template):
    """A template that, once imported in a page, is the same part for the rest of that page."""

    def make_module(
        self,
        vars: dict[str, Any] | None = None,
        shared: bool = False,
        locals: Mapping[str, Any] | None = None,
    ) -> TemplateModule:
        """The part: as Jinja makes it, or the one that was made for this page before."""
        drawn = vars.get(NAME) if vars and shared else None
        if drawn is None:
            return super().make_module(vars, shared, locals)
        if self.name not in drawn:
            drawn[self.name] = super().make_module(vars, shared, locals)
        made: TemplateModule = drawn[self.name]
        return made
