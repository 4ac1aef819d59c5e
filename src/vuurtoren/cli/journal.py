"""`vuurtoren journal`: walk the chain."""

from typing import Annotated

import typer

from vuurtoren.cli.frame import command, in_words, neighbourhood_named, put
from vuurtoren.journal.queries import books, verify_book
from vuurtoren.places.models import Neighbourhood

app = typer.Typer(name="journal", no_args_is_help=True)


@command(app, "verify", "journal.verify")
def verify(
    neighbourhood: Annotated[str | None, typer.Option()] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> int:
    """Walk the chain from the first moment; name the first broken row and exit 1 if there is one."""
    keys = [neighbourhood_named(neighbourhood).key] if neighbourhood else books()
    names = dict(Neighbourhood.objects.values_list("key", "name"))
    found = [(names.get(key, str(key)), verify_book(key)) for key in keys]
    rows = [{"neighbourhood": name, "moments": one.moments, "broken": one.broken} for name, one in found]
    words = [
        in_words("cli-journal-broken", neighbourhood=name, row=one.broken, whole=one.moments)
        if one.broken
        else in_words("cli-journal-whole", neighbourhood=name, moments=one.moments)
        for name, one in found
    ]
    broken = any(one.broken for _, one in found)
    put({"whole": not broken, "books": rows}, as_json, "\n".join(words) or in_words("cli-journal-none"))
    return int(broken)
