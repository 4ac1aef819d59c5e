"""`vuurtoren initiatives`: what residents started, and what institutions still answer."""

from typing import Annotated

import typer
from django.utils import timezone

from vuurtoren.cli.frame import command, in_words, language, neighbourhood_named, put
from vuurtoren.initiatives import queries
from vuurtoren.initiatives.queries import SHOWS
from vuurtoren.power.queries import machine

app = typer.Typer(name="initiatives", no_args_is_help=True)
Name = Annotated[str | None, typer.Option("--neighbourhood")]
Json = Annotated[bool, typer.Option("--json")]
MOST = 500


@command(app, "list", "page.public")
def list_(
    neighbourhood: Name = None,
    words: Annotated[str, typer.Option()] = "",
    over: Annotated[bool, typer.Option("--over")] = False,
    as_json: Json = False,
) -> None:
    """What residents started and how it goes: those that live, or those that are done or stopped."""
    where = neighbourhood_named(neighbourhood)
    show = SHOWS[-1] if over else ""
    some = queries.initiatives_of(machine(language()), where, words=words, show=show, count=MOST)
    told = [
        {
            "words": one.initiative.words,
            "state": one.initiative.state,
            "started": timezone.localdate(one.initiative.started_at).isoformat(),
            "place": one.initiative.place.name if one.initiative.place else "",
            "people_at_least": one.people,
        }
        for one in some
    ]
    lines = [in_words("initiative-state-" + str(one["state"])) + f": {one['words']}" for one in told]
    said = "\n".join(lines) or in_words("cli-initiatives-none", neighbourhood=where.name)
    put({"neighbourhood": where.name, "initiatives": told}, as_json, said)


@command(app, "debt", "page.public")
def debt(neighbourhood: Name = None, as_json: Json = False) -> None:
    """How many questions of initiatives each institution still answers, and how many days past their dates."""
    where = neighbourhood_named(neighbourhood)
    owed = queries.debt_of(machine(language()), where, timezone.localdate())
    lines = [
        in_words(
            "cli-debt",
            institution=one.institution,
            waiting=one.waiting,
            late=one.late + one.very_late,
            days=one.days,
        )
        for one in owed
    ]
    told = [
        {
            name: getattr(one, name)
            for name in ("institution", "waiting", "late", "very_late", "days", "longest")
        }
        for one in owed
    ]
    said = "\n".join(lines) or in_words("cli-debt-none", neighbourhood=where.name)
    put({"neighbourhood": where.name, "debt": told}, as_json, said)
