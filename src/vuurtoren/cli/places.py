"""`vuurtoren places`: streets from a file."""

from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils import timezone

from vuurtoren.cli.frame import command, put
from vuurtoren.language import Refused
from vuurtoren.places import acts
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine

app = typer.Typer(name="places", no_args_is_help=True, help="Streets, squares, parks and quays.")
Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]


@command(app, "import", "places.import")
def import_(
    file: Annotated[Path, typer.Argument(help="GeoJSON lines, Overpass JSON, OSM XML or PBF.")],
    neighbourhood: Annotated[str, typer.Option(help="The name; made when there is none yet.")],
    boundary: Annotated[
        Path | None, typer.Option(help="GeoJSON polygon; what lies outside is left out.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Read streets from a file; a second import of the same file changes nothing."""
    put(*_imported(file, neighbourhood, boundary, as_json))


def _imported(
    file: Path, name: str, boundary: Path | None, as_json: bool
) -> tuple[dict[str, Any], bool, str]:
    from vuurtoren.places.merging import merge
    from vuurtoren.places.reading import read, read_boundary

    edge = read_boundary(boundary) if boundary else None
    merged = merge(read(file), edge)
    if not merged.segments:
        raise Refused("places.nothing_inside", file=file.name)
    where = _made_or_found(name)
    done = acts.import_streets(machine(), where, merged, at=timezone.now())
    result = {
        "segments": done.segments,
        "streets": done.streets,
        "unnamed": done.unnamed,
        "length_m": round(done.length_m, 1),
        "changed": done.changed,
    }
    changed = "nothing changed" if not done.changed else f"{done.changed} places changed"
    words = (
        f"{name}: {done.segments} segments, {done.streets} streets with a name, {done.unnamed} without, "
        f"{done.length_m / 1000:.2f} km; {changed}."
    )
    return result, as_json, words


def _made_or_found(name: str) -> Neighbourhood:
    from django.utils.text import slugify

    found = Neighbourhood.objects.filter(name=name).first()
    if found is None:
        slug = slugify(name)
        if not slug:
            raise Refused("cli.no_such_neighbourhood", name=name)
        acts.make_neighbourhood(machine(), name=name, slug=slug, at=timezone.now())
        found = Neighbourhood.objects.get(name=name)
    return found
