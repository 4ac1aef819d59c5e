"""`vuurtoren power slides`: where power slid, and how well that is found in invented histories."""

from time import perf_counter
from typing import Annotated, Any

import typer
from django.utils import timezone

from vuurtoren.cli.frame import command, hint, in_words, language, neighbourhood_named, percent, put
from vuurtoren.cli.memory import peak_mb
from vuurtoren.power.queries import machine
from vuurtoren.reflection.acts import look_for_slides

app = typer.Typer(name="power", no_args_is_help=True)
MOST, MOST_HISTORIES = 1_000, 5_000
APART = 1_000_000
"""Between the histories of one seed and of the next; none of them is one on which the settings were chosen."""
TOLD_EVERY = 20


@command(app, "slides", "machine.night")
def slides(
    neighbourhood: Annotated[str | None, typer.Option("--neighbourhood")] = None,
    trial: Annotated[bool, typer.Option("--trial")] = False,
    seed: Annotated[int, typer.Option(min=1, max=MOST)] = 1,
    histories: Annotated[int, typer.Option(min=1, max=MOST_HISTORIES)] = 200,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """Look for slow slides in the journal, or try how well that works in invented histories."""
    if trial:
        result = tried(seed, histories)
        put(result, as_json, _in_words(result))
        return
    where = neighbourhood_named(neighbourhood)
    look_for_slides(machine(language()), where, at=timezone.now())
    put(
        {"neighbourhood": where.name, "looked": True},
        as_json,
        in_words("cli-slides-looked", neighbourhood=where.name),
    )


def tried(seed: int, histories: int) -> dict[str, Any]:
    """Precision and recall over so many invented histories, ours beside a plain limit on shares."""
    from vuurtoren.engine.simulate.power.trial import (
        ours,
        plain,
        try_,
    )  # here: SciPy's statistics take a second

    def show(done: int) -> None:
        if done % TOLD_EVERY == 0 or done == histories:
            hint("cli-slides-tried", done=done, of=histories)

    start = perf_counter()
    seeds = range(seed * APART, seed * APART + histories)
    found = try_({"ours": ours(), "limit": plain()}, seeds, show)
    return {
        "histories": histories,
        "seed": seed,
        "seconds": round(perf_counter() - start, 1),
        "peak_mb": round(peak_mb()),
        "ways": {name: one.as_json() for name, one in found.items()},
    }


def _in_words(result: dict[str, Any]) -> str:
    lines = [in_words("cli-slides-done", histories=result["histories"], seconds=round(result["seconds"]))]
    for name, one in result["ways"].items():
        lines.append(
            in_words(
                "cli-slides-way",
                way=in_words(f"cli-slides-way-{name}"),
                precision=percent(one["precision"]),
                recall=percent(one["recall"]),
                days=round(one["median_days"] or 0),
            )
        )
        lines += [
            in_words(
                "cli-slides-kind",
                kind=in_words(f"cli-slides-kind-{kind}"),
                precision=percent(some["precision"]),
                recall=percent(some["recall"]),
            )
            for kind, some in one["kinds"].items()
        ]
    return "\n".join(lines)
