"""`vuurtoren care`: where neighbours get grabbers and bags."""

from typing import Annotated

import typer
from django.utils import timezone

from vuurtoren.care import acts
from vuurtoren.cli.frame import command, in_words, language, neighbourhood_named, place_named, put
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
