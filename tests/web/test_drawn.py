"""A part that templates import is made once a page, so what it says may hang on nothing but the page itself."""

from collections.abc import Iterator

import pytest
from django.template import engines
from django.test import RequestFactory
from django.utils import timezone
from jinja2 import Environment, Template, meta, nodes

from vuurtoren.power.queries import visitor
from vuurtoren.web.drawn import NAME
from vuurtoren.web.environment import page_context
from vuurtoren.web.visit import Visit

ENV: Environment = engines["jinja2"].env  # type: ignore[attr-defined]


def _source(name: str) -> str:
    assert ENV.loader is not None
    return ENV.loader.get_source(ENV, name)[0]


def _trees() -> Iterator[tuple[str, nodes.Template]]:
    for name in ENV.list_templates(extensions=["html"]):
        yield name, ENV.parse(_source(name))


def _imported() -> list[str]:
    found = set()
    for _, tree in _trees():
        for one in tree.find_all((nodes.Import, nodes.FromImport)):
            assert isinstance(one.template, nodes.Const)
            found.add(one.template.value)
    return sorted(found)


def _of_every_page() -> set[str]:
    request = RequestFactory().get("/")
    request.visit = Visit(visitor("nl"), timezone.now())  # type: ignore[attr-defined]
    request.session = {}  # type: ignore[assignment]
    return {*page_context(request), *ENV.globals, "request"}


@pytest.mark.parametrize("name", _imported())
def test_a_part_uses_only_names_that_every_page_has(name: str) -> None:
    tree = ENV.parse(_source(name))
    own = {one.name for one in tree.find_all(nodes.Name) if one.ctx != "load"}
    assert meta.find_undeclared_variables(tree) - own <= _of_every_page()


def _counted(monkeypatch: pytest.MonkeyPatch, name: str, context: dict[str, object]) -> list[str | None]:
    made = []
    plain = Template.make_module
    monkeypatch.setattr(
        Template, "make_module", lambda self, *some: made.append(self.name) or plain(self, *some)
    )
    ENV.from_string(
        '{% import "' + name + '" as one with context %}{% import "' + name + '" as two with context %}'
        "{{ one is sameas two }}"
    ).render(context)
    return [one for one in made if one == name]


def test_a_part_is_made_once_a_page_and_anew_for_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"t": str, "lang": "nl", "number": str, "called": str}
    assert len(_counted(monkeypatch, "parts/page.html", {**words, NAME: {}})) == 1
    monkeypatch.undo()
    assert len(_counted(monkeypatch, "parts/page.html", words)) == 2
