"""`vuurtoren journal`: walk the chain."""

from typing import Annotated

import typer

from vuurtoren.cli.frame import command, neighbourhood_named, put
from vuurtoren.journal.queries import books, verify_book
from vuurtoren.places.models import Neighbourhood

app = typer.Typer(
    name="journal", no_args_is_help=True, help="The journal: moments, append-only, chained by hashes."
)


@command(app, "verify", "journal.verify")
def verify(
    neighbourhood: Annotated[str | None, typer.Option(help="Name; without it every neighbourhood.")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Walk the chain from the first moment; name the first broken row and exit 1 if there is one."""
    keys = [neighbourhood_named(neighbourhood).key] if neighbourhood else books()
    names = dict(Neighbourhood.objects.values_list("key", "name"))
    found = [(names.get(key, str(key)), verify_book(key)) for key in keys]
    rows = [{"neighbourhood": name, "moments": one.moments, "broken": one.broken} for name, one in found]
    words = [
        f"{name}: row {one.broken} is broken, {one.moments} rows before it are whole."
        if one.broken
        else f"{name}: {one.moments} moments, the chain is whole."
        for name, one in found
    ]
    broken = any(one.broken for _, one in found)
    put({"whole": not broken, "books": rows}, as_json, "\n".join(words) or "No journal yet.")
    return int(broken)
