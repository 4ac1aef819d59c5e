"""`vuurtoren response`: crews that stop or are called otherwise, and observations that were made elsewhere."""

from pathlib import Path
from typing import Annotated

import typer
from django.utils import timezone

from vuurtoren.cli.frame import command, in_words, language, listed, neighbourhood_named, put
from vuurtoren.cli.response import Json, Name, app
from vuurtoren.language import Refused
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine
from vuurtoren.response import acts
from vuurtoren.response.imports import observations_in
from vuurtoren.response.models import Crew
from vuurtoren.response.queries import crew_named

Called = Annotated[str, typer.Argument()]


@command(app, "end-crew", "standard.agree")
def end_crew(name: Called, neighbourhood: Name = None, as_json: Json = False) -> None:
    """A crew stops working here from the next night; `response crew` lets it begin again."""
    where = neighbourhood_named(neighbourhood)
    acts.end_crew(machine(), _crew(where, name), at=timezone.now())
    words = in_words("cli-crew-ended", crew=crew_named(language(), name), neighbourhood=where.name)
    put({"crew": name, "active": False}, as_json, words)


@command(app, "rename-crew", "standard.agree")
def rename_crew(
    name: Called,
    to: Annotated[str, typer.Argument()],
    neighbourhood: Name = None,
    as_json: Json = False,
) -> None:
    """A crew is called otherwise; its rounds stay its own."""
    acts.rename_crew(machine(), _crew(neighbourhood_named(neighbourhood), name), name=to, at=timezone.now())
    put({"crew": to}, as_json, in_words("cli-crew-renamed", crew=crew_named(language(), name), to=to))


@command(app, "observe", "observation.import")
def observe(
    file: Annotated[Path, typer.Argument()],
    neighbourhood: Name = None,
    as_json: Json = False,
) -> None:
    """Read how clean streets were seen to be, from a CSV file; the same rows twice count once."""
    where, at = neighbourhood_named(neighbourhood), timezone.now()
    rows = observations_in(file, at)
    moment = acts.import_observations(machine(), where, rows, at=at)
    new = int(str(moment.what["new"])) if moment.at == at else 0  # nothing new: the moment is an earlier one
    told = {"rows": len(rows), "new": new}
    put(told, as_json, in_words("cli-observed", file=file.name, **told))


def _crew(where: Neighbourhood, name: str) -> Crew:
    found = Crew.objects.filter(neighbourhood=where, name=name).first()
    if found is None:
        every = Crew.objects.filter(neighbourhood=where).order_by("name").values_list("name", flat=True)
        raise Refused("cli.no_such_crew" if every else "cli.no_crew_at_all", name=name, names=listed(every))
    return found
