"""What every command shares: the right it asks, JSON or words, and a sentence when something is wrong."""

import json
import os
import sys
from collections.abc import Callable
from functools import wraps
from typing import Any

import typer
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError
from rich.console import Console

from vuurtoren.cli.tables import tables_are_there
from vuurtoren.language import LANGUAGES, Refused, say
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.queries import search_places
from vuurtoren.power.queries import machine
from vuurtoren.power.rules import TABLE

err = Console(stderr=True)
COMMANDS: dict[str, str] = {}
"""Every command by its full name, with the right it asks; the tests hold it against the rights table."""
HELP: dict[str, str] = {}
"""The first line of what each command says about itself."""


def command(
    app: typer.Typer, name: str, right: str, *, prepares: bool = False
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Add a command that asks `right` of whoever stands at the machine. Without an entry it does not start.

    The tables are there before it runs, unless it `prepares` them itself.
    """
    if right not in TABLE:
        raise ImproperlyConfigured(f"command {name!r} asks for {right!r}, which is not in the rights table")

    def add(body: Callable[..., Any]) -> Callable[..., Any]:
        full = name if app.info.name == "vuurtoren" else f"{app.info.name} {name}"
        COMMANDS[full], HELP[full] = right, (body.__doc__ or "").splitlines()[0]

        @app.command(name)
        @wraps(body)
        def asked(*args: Any, **kwargs: Any) -> Any:
            machine().must(right, None)
            if not prepares:
                tables_are_there(lambda words: err.print(words, highlight=False))
            return body(*args, **kwargs)

        return asked

    return add


def language() -> str:
    """The language of the terminal, from LC_ALL, LC_MESSAGES or LANG; English where it is none of ours."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = os.environ.get(name, "")[:2].lower()
        if code in LANGUAGES:
            return code
    return "en"


def put(result: dict[str, Any], as_json: bool, words: str) -> None:
    """Print the one JSON object, or the words."""
    if as_json:
        json.dump(result, sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
    else:
        sys.stdout.write(words + "\n")


def neighbourhood_named(name: str | None) -> Neighbourhood:
    """The neighbourhood with this name or slug; without a name the only one there is."""
    every = Neighbourhood.objects.order_by("id")
    if name is None:
        found = list(every[:2])
        if not found:
            raise Refused("cli.no_neighbourhood_yet")
        if len(found) != 1:
            raise Refused("cli.which_neighbourhood", names=", ".join(one.name for one in every[:20]))
        return found[0]
    one = every.filter(name=name).first() or every.filter(slug=name).first()
    if one is None:
        raise Refused("cli.no_such_neighbourhood", name=name)
    return one


def place_named(where: Neighbourhood, street: str) -> Place:
    """The street with this name, or the only one whose name has these words in it."""
    found = search_places(machine(), where, street).exclude(name="")
    one = found.filter(name__iexact=street).first() or (found.first() if found.count() == 1 else None)
    if one is None:
        raise Refused("cli.no_such_street", name=street)
    return one


def guarded(run: Callable[[], int | None]) -> int:
    """Run, and turn what is wrong into one sentence and an exit code."""
    try:
        return int(run() or 0)
    except Refused as refused:
        err.print(
            say(language(), refused.key, **refused.values), markup=False, highlight=False, soft_wrap=True
        )
        return 2
    except DatabaseError as error:
        sentence = say(language(), "no-cli-database", why=str(error).splitlines()[0])
        err.print(sentence, markup=False, highlight=False, soft_wrap=True)
        return 2
    except OSError as error:
        sentence = say(language(), "no-cli-file", file=error.filename or "", why=error.strerror or "")
        err.print(sentence, markup=False, highlight=False, soft_wrap=True)
        return 2
