"""`vuurtoren response`: the night's work."""

from datetime import datetime, timedelta
from typing import Annotated

import typer
from django.utils import timezone

from vuurtoren.cli.frame import command, neighbourhood_named, put
from vuurtoren.language import Refused
from vuurtoren.power.queries import machine
from vuurtoren.response import acts

app = typer.Typer(name="response", no_args_is_help=True, help="What was seen, and how it is.")


@app.callback()
def _parts() -> None:
    """What was seen, and how it is."""


@command(app, "night", "machine.night")
def night(
    neighbourhood: Annotated[
        str | None, typer.Option(help="Name; may be left out when there is only one.")
    ] = None,
    date: Annotated[str | None, typer.Option(help="YYYY-MM-DD; without it tomorrow.")] = None,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Let time pass for hand-overs and estimate every street; safe to run twice."""
    where = neighbourhood_named(neighbourhood)
    try:
        day = datetime.strptime(date, "%Y-%m-%d").date() if date else timezone.localdate() + timedelta(days=1)  # noqa: DTZ007
    except ValueError:
        raise Refused("cli.no_such_day", day=date) from None
    moment = acts.work_the_night(machine(), where, date=day, at=timezone.now())
    result = {"date": day.isoformat(), "places": moment.what["places"]}
    put(result, as_json, f"{day.isoformat()}: {result['places']} places estimated.")
