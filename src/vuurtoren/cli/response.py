"""`vuurtoren response`: the night's work, the plan, and how well it does."""

import sys
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Annotated, Any

import typer
from django.utils import timezone
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn

from vuurtoren.cli.frame import command, err, neighbourhood_named, put
from vuurtoren.language import Refused
from vuurtoren.power.queries import machine
from vuurtoren.response import acts, queries

app = typer.Typer(name="response", no_args_is_help=True, help="The city follows what residents carry.")
Name = Annotated[str | None, typer.Option("--neighbourhood", help="Name; may be left out when there is only one.")]
Day = Annotated[str | None, typer.Option("--date", help="YYYY-MM-DD; without it tomorrow.")]
Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]


@command(app, "night", "machine.night")
def night(neighbourhood: Name = None, date: Day = None, as_json: Json = False) -> None:
    """The whole night's work for the plan of tomorrow; running it twice is running it once."""
    where, day = neighbourhood_named(neighbourhood), day_named(date)
    with _progress() as bar:
        stage = bar.add_task("", total=1.0)

        def show(name: str, share: float) -> None:
            bar.update(stage, description=name, completed=share)

        acts.work_the_night(machine(), where, date=day, at=timezone.now(), progress=show)
    _put_plan(where, day, as_json)


@command(app, "plan", "plan.why")
def plan(neighbourhood: Name = None, date: Day = None, as_json: Json = False) -> None:
    """The plan of a day, with one sentence of why a street."""
    _put_plan(neighbourhood_named(neighbourhood), day_named(date), as_json)


@command(app, "backtest", "machine.night")
def backtest(
    streets: Annotated[Path, typer.Option(help="A street file, as for `places import`.")],
    days: Annotated[int, typer.Option(min=14, max=730)] = 120,
    seed: Annotated[int, typer.Option(min=0)] = 1,
    as_json: Json = False,
) -> None:
    """Four policies with the same crew minutes against a hidden true litter."""
    from vuurtoren.response.trying import backtest as tried

    put_all(tried(streets, days, seed), as_json)


@command(app, "bench", "machine.night")
def bench(streets: Annotated[int, typer.Option(min=10, max=1_000_000)] = 10_000, as_json: Json = False) -> None:
    """Seconds per stage and peak memory for this many streets, beside a rival solver where it is installed."""
    from vuurtoren.response.trying import bench as tried

    put_all(tried(streets), as_json)


def put_all(result: dict[str, Any], as_json: bool) -> None:
    """Print a result as JSON, or as lines of name and value."""
    put(result, as_json, "\n".join(f"{name}: {value}" for name, value in result.items()))


def day_named(text: str | None) -> date:
    """A day as YYYY-MM-DD; without one, tomorrow."""
    if text is None:
        return timezone.localdate() + timedelta(days=1)
    try:
        return datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  a day has no zone
    except ValueError:
        raise Refused("cli.no_such_day", day=text) from None


def _put_plan(where: Any, day: date, as_json: bool) -> None:
    seen = queries.plan_for(machine(), where, day)
    if seen is None:
        raise Refused("cli.no_plan_yet", day=day.isoformat())
    result = queries.plan_as_json(machine(), seen)
    lines = [f"{one['order']:>3} {one['name']} ({one['crew']}): {one['why_nl']}" for one in result["streets"]]
    put(result, as_json, "\n".join([f"{day.isoformat()}: {result['minutes']:.0f} min", *lines]))


def _progress() -> Progress:
    return Progress(
        TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn(), console=err, disable=not sys.stderr.isatty()
    )
