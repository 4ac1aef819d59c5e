"""`vuurtoren response`: what was agreed, the crews, the night's work, and the plan of a day."""

from datetime import date as Date
from datetime import datetime, timedelta
from typing import Annotated

import typer
from django.utils import timezone

from vuurtoren.cli.frame import (
    command,
    hint,
    in_words,
    language,
    neighbourhood_named,
    one_of,
    place_named,
    put,
)
from vuurtoren.cli.telling import night_in_words, plan_in_words
from vuurtoren.engine.units import GRADES
from vuurtoren.gifts import acts as gifts
from vuurtoren.initiatives import acts as initiatives
from vuurtoren.journal.acts import forget_keys
from vuurtoren.language import Refused
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine
from vuurtoren.reflection.acts import look_for_slides
from vuurtoren.response import acts, queries
from vuurtoren.response.rules import AIMS, FLOOR_STEPS, HORIZON_STEPS, MODES, SHIFT_MINUTES
from vuurtoren.tables import acts as tables

app = typer.Typer(name="response", no_args_is_help=True)
Name = Annotated[str | None, typer.Option("--neighbourhood")]
Day = Annotated[str | None, typer.Option("--date")]
YEARS = range(2000, 3000)
"""Of the days that can be planned; it keeps the steps around them within the calendar."""
Json = Annotated[bool, typer.Option("--json")]


@command(app, "night", "machine.night")
def night(neighbourhood: Name = None, date: Day = None, as_json: Json = False) -> None:
    """Forget people whose yes ended, let time pass, estimate every street, plan the day; safe to run twice."""
    where, day = neighbourhood_named(neighbourhood), _day(date)
    by = machine(language())

    def show(stage: str, share: float) -> None:
        hint("cli-stage", share=f"{share:4.0%}", stage=stage)

    at = timezone.now()
    tables.end_asking(by, where, at=at)
    tables.end_claims(by, where, at=at)
    tables.end_hosting(by, where, at=at)
    gifts.end_gifts(by, where, at=at)
    gifts.end_introductions(by, where, at=at)
    gifts.end_invitations(by, where, at=at)
    tables.end_asking_about_ties(by, where, at=at)
    tables.count_ties(by, where, at=at)
    tables.end_coffees(by, where, at=at)
    tables.weave_coffees(by, where, at=at)
    initiatives.ask_gently(by, where, at=at)
    moment = acts.work_the_night(by, where, date=day, at=at, progress=show)
    look_for_slides(by, where, at=at)
    forget_keys(at)
    seen = queries.plan_for(by, where, day)
    if seen is None:  # it was made a moment ago
        raise Refused("cli.no_plan_yet", day=day.isoformat())
    told = {**queries.plan_in_short(by, seen), "places": moment.what["places"]}
    _hint_what_is_missing(where)
    put(told, as_json, night_in_words(told, day))


@command(app, "plan", "plan.why")
def plan(neighbourhood: Name = None, date: Day = None, as_json: Json = False) -> None:
    """The plan of a day: per crew the streets in order, their minutes, and one sentence of why for each."""
    where, day = neighbourhood_named(neighbourhood), _day(date)
    by = machine(language())
    seen = queries.plan_for(by, where, day)
    if seen is None:
        raise Refused("cli.no_plan_yet", day=day.isoformat())
    result = queries.plan_as_json(by, seen)
    _hint_what_is_missing(where)
    put(result, as_json, plan_in_words(seen, result["crews"], where.name))


@command(app, "agree", "standard.agree")
def agree(
    neighbourhood: Name = None,
    goal: Annotated[str, typer.Option(callback=one_of("--goal", GRADES))] = "B",
    floor: Annotated[str, typer.Option(callback=one_of("--floor", GRADES))] = "C",
    steps: Annotated[int, typer.Option(min=FLOOR_STEPS[0], max=FLOOR_STEPS[-1])] = 2,
    aim: Annotated[str, typer.Option(callback=one_of("--aim", AIMS))] = "best",
    horizon: Annotated[int, typer.Option(min=HORIZON_STEPS[0], max=HORIZON_STEPS[-1])] = 7,
    as_json: Json = False,
) -> None:
    """Write down what neighbourhood and city agreed: the average, the floor, and for how long."""
    where = neighbourhood_named(neighbourhood)
    terms = {"goal": goal, "floor": floor, "steps": steps, "aim": aim, "horizon": horizon}
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
    put(terms, as_json, in_words("cli-agreed", neighbourhood=where.name, **terms))


@command(app, "crew", "standard.agree")
def crew(
    name: Annotated[str, typer.Argument()],
    street: Annotated[str, typer.Option()],
    neighbourhood: Name = None,
    minutes: Annotated[int, typer.Option(min=SHIFT_MINUTES[0], max=SHIFT_MINUTES[-1])] = 240,
    mode: Annotated[str, typer.Option(callback=one_of("--mode", MODES))] = "walk",
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
    words = in_words(
        "cli-crew",
        neighbourhood=where.name,
        crew=queries.crew_named(language(), name),
        minutes=minutes,
        mode=mode,
        street=start.name,
    )
    put({"crew": name, "minutes": minutes, "street": start.name}, as_json, words)


def _hint_what_is_missing(where: Neighbourhood) -> None:
    """What the plan lacks as yet, with the command that brings it."""
    agreed = queries.standard_of(machine(), where)
    if agreed.since is None:
        hint("cli-nothing-agreed", goal=agreed.goal_grade, floor=agreed.floor_grade)
    if not queries.crews_of(machine(), where).exists():
        hint("cli-no-crew")


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
