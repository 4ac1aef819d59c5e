"""`vuurtoren response`: the night's work, and the plan of a day."""

from datetime import date as Date
from datetime import datetime, timedelta
from typing import Annotated

import typer
from django.utils import timezone

from vuurtoren.cli.frame import command, err, neighbourhood_named, place_named, put
from vuurtoren.language import Refused
from vuurtoren.power.queries import machine
from vuurtoren.response import acts, queries

app = typer.Typer(name="response", no_args_is_help=True, help="The city follows what residents carry.")
Name = Annotated[
    str | None, typer.Option("--neighbourhood", help="Name; may be left out when there is only one.")
]
Day = Annotated[str | None, typer.Option("--date", help="YYYY-MM-DD; without it tomorrow.")]
YEARS = range(2000, 3000)
"""Of the days that can be planned; it keeps the steps around them within the calendar."""
Json = Annotated[bool, typer.Option("--json", help="One JSON object on standard output.")]


@command(app, "night", "machine.night")
def night(neighbourhood: Name = None, date: Day = None, as_json: Json = False) -> None:
    """Forget people whose yes ended, let time pass, estimate every street, plan the day; safe to run twice."""
    where, day = neighbourhood_named(neighbourhood), _day(date)

    def show(stage: str, share: float) -> None:
        err.print(f"{share:4.0%} {stage}")

    moment = acts.work_the_night(machine(), where, date=day, at=timezone.now(), progress=show)
    result = {"date": day.isoformat(), "places": moment.what["places"]}
    put(result, as_json, f"{day.isoformat()}: {result['places']} places estimated.")


@command(app, "plan", "plan.why")
def plan(neighbourhood: Name = None, date: Day = None, as_json: Json = False) -> None:
    """The plan of a day, with one sentence of why for each street."""
    where, day = neighbourhood_named(neighbourhood), _day(date)
    seen = queries.plan_for(machine(), where, day)
    if seen is None:
        raise Refused("cli.no_plan_yet", day=day.isoformat())
    result = queries.plan_as_json(machine(), seen)
    lines = [
        f"{one['order']:>3} {one['name']} ({one['crew'] or '-'}): {one['why_nl']}"
        for one in result["streets"]
    ]
    put(result, as_json, "\n".join([f"{day.isoformat()}: {result['minutes']:.0f} min", *lines]))


@command(app, "agree", "standard.agree")
def agree(
    neighbourhood: Name = None,
    goal: Annotated[str, typer.Option(help="The average grade: A+, A, B, C or D.")] = "B",
    floor: Annotated[str, typer.Option(help="No street is worse than this for long.")] = "C",
    steps: Annotated[int, typer.Option(help="For so many steps (nights) at most.")] = 2,
    aim: Annotated[str, typer.Option(help="best: the best average; least: the fewest minutes.")] = "best",
    horizon: Annotated[int, typer.Option(help="So many days the plan looks ahead.")] = 7,
    as_json: Json = False,
) -> None:
    """Write down what neighbourhood and city agreed: the average, the floor, and for how long."""
    where = neighbourhood_named(neighbourhood)
    acts.agree_standard(
        machine(),
        where,
        goal_grade=goal,
        floor_grade=floor,
        floor_steps=steps,
        aim=aim,
        horizon_steps=horizon,
        at=timezone.now(),
    )
    put({"goal": goal, "floor": floor, "steps": steps}, as_json, f"{goal}, {floor} ({steps})")


@command(app, "crew", "standard.agree")
def crew(
    name: Annotated[
        str, typer.Argument(help="What the crew is called; the same name again changes its shift.")
    ],
    street: Annotated[str, typer.Option(help="The street where its day starts.")],
    neighbourhood: Name = None,
    minutes: Annotated[int, typer.Option(help="Minutes of work a day.")] = 240,
    mode: Annotated[str, typer.Option(help="walk or cart")] = "walk",
    as_json: Json = False,
) -> None:
    """A crew of the city works here from the next night on."""
    where = neighbourhood_named(neighbourhood)
    start = place_named(where, street)
    acts.add_crew(
        machine(),
        where,
        name=name,
        minutes=minutes,
        mode=mode,
        lon=start.lon,
        lat=start.lat,
        at=timezone.now(),
    )
    put(
        {"crew": name, "minutes": minutes, "street": start.name},
        as_json,
        f"{name}: {minutes} min, {start.name}",
    )


def _day(text: str | None) -> Date:
    if text is None:
        return timezone.localdate() + timedelta(days=1)
    try:
        day = datetime.strptime(text, "%Y-%m-%d").date()  # noqa: DTZ007  a day has no zone
    except ValueError:
        raise Refused("cli.no_such_day", day=text) from None
    if day.year not in YEARS:
        raise Refused("cli.no_such_day", day=text)
    return day
