"""`vuurtoren places`: streets from a file, or from the internet."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from django.conf import settings
from django.utils import timezone

from vuurtoren import __version__
from vuurtoren.cli.frame import command, hint, in_words, listed, number, one_of, put
from vuurtoren.language import Refused
from vuurtoren.places import acts
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine

if TYPE_CHECKING:
    from vuurtoren.places.merging import Merged

app = typer.Typer(name="places", no_args_is_help=True)
MOST_TOLD = 5
SOURCES = ("overpass", "pdok")
Json = Annotated[bool, typer.Option("--json")]


@command(app, "import", "places.import")
def import_(
    file: Annotated[Path, typer.Argument()],
    neighbourhood: Annotated[str, typer.Option()],
    boundary: Annotated[Path | None, typer.Option()] = None,
    as_json: Json = False,
) -> None:
    """Read streets from a file; a second import of the same file changes nothing."""
    from vuurtoren.places.merging import merge
    from vuurtoren.places.reading import read, read_boundary

    edge = read_boundary(boundary) if boundary else None
    left_out: list[str] = []
    segments = read(file, left_out)
    _tell_left_out(left_out, file.name)
    _keep(merge(segments, edge), neighbourhood, file.name, as_json)


@command(app, "fetch", "places.import")
def fetch(
    name: Annotated[str, typer.Argument()],
    neighbourhood: Annotated[str | None, typer.Option()] = None,
    source: Annotated[str, typer.Option(callback=one_of("--source", SOURCES))] = "overpass",
    area: Annotated[str | None, typer.Option()] = None,
    as_json: Json = False,
) -> None:
    """Fetch the streets of a neighbourhood from the internet; a second time changes only what is new."""
    from vuurtoren.places.fetching import Server, overpass, pdok
    from vuurtoren.places.merging import merge

    agent = f"Vuurtoren/{__version__} (streets of a neighbourhood, once; {settings.ORIGIN or 'no address'})"
    address = settings.OVERPASS if source == "overpass" else settings.PDOK
    server = Server(address, agent, settings.PATIENCE_S)
    hint("cli-asking", host=server.host)
    if source == "overpass":
        found = overpass.fetch(server, name, area)
    else:
        found = pdok.fetch(server, name, settings.CBS_YEAR, area)
    _tell_left_out(found.left_out, server.host)
    _keep(merge(found.segments, found.boundary), neighbourhood or name, server.host, as_json)


def _tell_left_out(keys: Sequence[str], source: str) -> None:
    if keys:
        hint("places-left-out", file=source, count=len(keys), keys=listed(keys, MOST_TOLD))


def _keep(merged: "Merged", name: str, source: str, as_json: bool) -> None:
    if not merged.segments:
        raise Refused("places.nothing_inside", file=source)
    where = _made_or_found(name)
    done = acts.import_streets(machine(), where, merged, at=timezone.now())
    result: dict[str, Any] = {
        "segments": done.segments,
        "streets": done.streets,
        "unnamed": done.unnamed,
        "length_m": round(done.length_m, 1),
        "changed": done.changed,
    }
    words = in_words(
        "cli-imported",
        neighbourhood=name,
        segments=done.segments,
        streets=done.streets,
        unnamed=done.unnamed,
        km=number(done.length_m / 1000, 1),
        changed=done.changed,
    )
    put(result, as_json, words)


def _made_or_found(name: str) -> Neighbourhood:
    from django.utils.text import slugify

    found = Neighbourhood.objects.filter(name=name).first()
    if found is None:
        slug = slugify(name)[: acts.LONGEST_SLUG].strip("-")
        acts.make_neighbourhood(machine(), name=name, slug=slug, at=timezone.now())
        found = Neighbourhood.objects.get(name=name)
    return found
