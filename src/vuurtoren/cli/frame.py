"""What every command shares: the right it asks, JSON or words, and a sentence when something is wrong.

Words for who reads go to standard output, hints and stages to standard error; both in the language of the terminal.
"""

import json
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import wraps
from typing import Any

import typer
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
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
MOST_NAMED = 5


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
        COMMANDS[full] = right

        @app.command(name)
        @wraps(body)
        def asked(*args: Any, **kwargs: Any) -> Any:
            machine().must(right, None)
            if not prepares:
                tables_are_there(hint)
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


def in_words(key: str, /, **values: object) -> str:
    """A sentence in the language of the terminal."""
    return say(language(), key, **values)


def hint(key: str, /, **values: object) -> None:
    """Say a sentence beside the work: a stage, or what one could do next. It goes to standard error."""
    err.print(in_words(key, **values), markup=False, highlight=False, soft_wrap=True)


def day_in_words(day: date) -> str:
    """A day as people say it: "donderdag 26 november 2026"."""
    return format_date(day, "EEEE d MMMM y", locale=language())


def percent(share: float, digits: int = 1) -> str:
    """A share as a percentage with so many decimals."""
    space = " " if language() == "nl" else ""
    return format_percent(share, f"#,##0.{'0' * digits}{space}%", locale=language())


def number(value: float, digits: int = 2) -> str:
    """A number with so many decimals."""
    return format_decimal(value, f"0.{'0' * digits}", locale=language())


def listed(names: Iterable[str], most: int = 20) -> str:
    """Some names in a row; when there are very many the first of them."""
    every = list(names)
    return ", ".join(every[:most]) + (", …" if len(every) > most else "")


def one_of(option: str, choices: Sequence[str]) -> Callable[[str], str]:
    """For an option or argument of a command: the choice that was meant, in whatever letters; refuses another one with
    what can be chosen, before anything is done."""

    def chosen(value: str) -> str:
        found = next((one for one in choices if one.casefold() == value.strip().casefold()), None)
        if found is None:
            raise Refused("cli.no_such_choice", option=option, value=value, choices=", ".join(choices))
        return found

    return chosen


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
            raise Refused("cli.which_neighbourhood", names=listed(one.name for one in every[:21]))
        return found[0]
    one = every.filter(name=name).first() or every.filter(slug=name).first()
    if one is None:
        raise Refused("cli.no_such_neighbourhood", name=name)
    return one


def place_named(where: Neighbourhood, street: str) -> Place:
    """The street with this name, or the only one whose name has these words in it."""
    found = search_places(machine(), where, street).exclude(name="")
    one = found.filter(name__iexact=street).first()
    if one:
        return one
    some = list(found[: MOST_NAMED + 1])
    if len(some) > 1:
        raise Refused("cli.which_street", name=street, names=listed((one.name for one in some), MOST_NAMED))
    if not some:
        raise Refused("cli.no_such_street", name=street)
    return some[0]


def guarded(run: Callable[[], int | None]) -> int:
    """Run, and turn what is wrong into one sentence and an exit code."""
    try:
        return int(run() or 0)
    except Refused as refused:
        hint(refused.key, **refused.values)
    except DatabaseError as error:
        hint("no-cli-database", why=str(error).splitlines()[0])
    except OSError as error:
        hint(_about_a_file(error), file=error.filename or "", why=error.strerror or "")
    return 2


def _about_a_file(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no-cli-no_file"
    if isinstance(error, IsADirectoryError):
        return "no-cli-folder"
    return "no-cli-closed_file" if isinstance(error, PermissionError) else "no-cli-file"
