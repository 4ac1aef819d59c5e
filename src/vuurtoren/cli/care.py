"""`vuurtoren care`: where neighbours get grabbers and bags, and which kinds of task there are."""

import json
from pathlib import Path
from typing import Annotated

import typer
from django.db import transaction
from django.utils import timezone

from vuurtoren.care import acts
from vuurtoren.care.acts.kinds import what_is_new
from vuurtoren.care.kinds import read
from vuurtoren.cli.frame import command, in_words, language, neighbourhood_named, place_named, put
from vuurtoren.language import Refused
from vuurtoren.places.bynames import called
from vuurtoren.power.queries import machine

app = typer.Typer(name="care", no_args_is_help=True)


@command(app, "tools", "tools.put")
def tools(
    street: Annotated[str, typer.Argument()],
    number: Annotated[str, typer.Option()] = "",
    note: Annotated[str, typer.Option()] = "",
    neighbourhood: Annotated[str | None, typer.Option()] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Write down where neighbours get grabbers and bags; it shows after they took up a street."""
    where = neighbourhood_named(neighbourhood)
    place = place_named(where, street)
    acts.put_tools(machine(), where, place=place, number=number, note=note, at=timezone.now())
    street = called(language(), place)
    words = in_words("cli-tools", neighbourhood=where.name, address=f"{street} {number}".strip())
    put({"street": street, "number": number, "note": note}, as_json, words)


@command(app, "kinds", "kind.put")
def kinds(
    file: Annotated[Path, typer.Argument()],
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Put in kinds of task from a file; a new kind works on every page at once."""
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
    except ValueError as wrong:
        raise Refused("care.kinds_no_json", why=str(wrong)) from wrong
    meant = read(raw)
    with transaction.atomic():
        new, other = what_is_new(meant)
        acts.put_kinds(machine(), meant, at=timezone.now())
    result = {"added": len(new), "changed": len(other)}
    put(result, as_json, in_words("cli-kinds", **result))
