"""`vuurtoren tables weave`: how fast and how well people are woven together in an invented town. Nothing is kept of it."""

from dataclasses import asdict
from time import perf_counter
from typing import Annotated, Any

import numpy as np
import typer

from vuurtoren.cli.frame import command, hint, in_words, number, percent, put
from vuurtoren.cli.memory import peak_mb
from vuurtoren.engine.weave import STAGES, Woven, weave
from vuurtoren.engine.weave.town import Town, draw

app = typer.Typer(name="tables", no_args_is_help=True)
MOST = 1_000_000
"""Of seeds."""
MOST_PEOPLE = 100_000
WARM = 200
"""A town of so many people is woven first, so that compiling is not counted."""


@command(app, "weave", "machine.night")
def weave_town(
    people: Annotated[int, typer.Option(min=10, max=MOST_PEOPLE)] = 2_000,
    rounds: Annotated[int, typer.Option(min=1, max=52)] = 6,
    seed: Annotated[int, typer.Option(min=0, max=MOST)] = 1,
    as_json: Annotated[bool, typer.Option("--json")] = False,
) -> None:
    """How fast and how well residents come together in twos and threes, beside a draw and who lives nearest."""
    from vuurtoren.engine.weave.trial import compare  # here: it loads Numba

    def show(way: str, round_: int) -> None:
        hint("cli-weave-round", way=in_words(f"cli-weave-way-{way}"), round=round_ + 1)

    hint("cli-bench-compiling")
    weave(draw(np.random.default_rng(0), WARM).everybody, 0)
    town = draw(np.random.default_rng(seed), people)
    hint("cli-weave-town", people=people)
    woven, seconds = _woven(town, seed)
    result: dict[str, Any] = {
        "people": people,
        "seed": seed,
        "seconds": seconds,
        "peak_mb": round(peak_mb()),
        "twos": sum(len(group.people) == 2 for group in woven.groups),
        "threes": sum(len(group.people) == 3 for group in woven.groups),
        "left_out": len(woven.left_out),
        "left_out_at_least": people - woven.most,
        "candidates": woven.candidates,
        "rounds": rounds,
        "methods": {name: asdict(one) for name, one in compare(town, rounds, seed, show).items()},
    }
    put(result, as_json, _in_words(result))


def _woven(town: Town, seed: int) -> tuple[Woven, dict[str, float]]:
    """Everybody of the town woven at once, and the seconds of each stage and of all of them."""
    began: list[float] = []
    woven = weave(town.everybody, seed, lambda stage: began.append(perf_counter()))
    began.append(perf_counter())
    seconds = dict(zip(STAGES, np.diff(began).round(4).tolist(), strict=True))
    return woven, {**seconds, "all": round(began[-1] - began[0], 4)}


def _in_words(result: dict[str, Any]) -> str:
    """How long it took, and each way in a sentence."""
    done = in_words(
        "cli-weave-done",
        people=result["people"],
        seconds=number(result["seconds"]["all"]),
        mb=result["peak_mb"],
        twos=result["twos"],
        threes=result["threes"],
        left=result["left_out"],
    )
    ways = [
        in_words(
            "cli-weave-way",
            way=in_words(f"cli-weave-way-{name}"),
            bridges=one["bridges"],
            sharing=percent(one["sharing"] / max(one["pairs"], 1)),
            left=one["left_out"],
            twice=one["twice"],
            somebody=one["twice_with_somebody"],
            needless=one["needless"],
        )
        for name, one in result["methods"].items()
    ]
    return "\n".join([done, in_words("cli-weave-rounds", rounds=result["rounds"]), *ways])
