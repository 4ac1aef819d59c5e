"""`vuurtoren response backtest` and `bench`: how well, and how fast, the city would follow. Nothing is kept of them."""

from dataclasses import asdict
from pathlib import Path
from statistics import fmean
from typing import Annotated, Any

import numpy as np
import typer

from vuurtoren.cli.frame import command, hint, in_words, number, percent, put
from vuurtoren.cli.response import Json, app
from vuurtoren.language import Refused

PART_M2 = 7_200.0
"""A longer street is cut into equal parts: an hour's work of a crew."""
__all__ = ["app"]
MOST = 1_000_000
"""Of streets of a town, of minutes a day and of seeds."""
MOST_STREETS = 5_000


@command(app, "backtest", "machine.night")
def backtest(
    streets: Annotated[Path, typer.Option()],
    days: Annotated[int, typer.Option(min=14, max=730)] = 84,
    seed: Annotated[int, typer.Option(min=0, max=MOST)] = 1,
    seeds: Annotated[int, typer.Option(min=1, max=100)] = 1,
    minutes: Annotated[float | None, typer.Option(min=1, max=MOST)] = None,
    all_known: Annotated[bool, typer.Option()] = False,
    as_json: Json = False,
) -> None:
    """Four ways of working on the same hidden litter with the same crew minutes, and what people would notice."""
    kind, area, work = _streets(streets)
    found = [_tried(kind, area, work, days, one, minutes, all_known) for one in range(seed, seed + seeds)]
    result: dict[str, Any] = {
        "policies": {name: _mean([one["policies"][name] for one in found]) for name in found[0]["policies"]},
        **{
            name: _mean_of([one[name] for one in found])
            for name in found[0]
            if name.startswith("equal_quality")
        },
        "streets": len(kind),
        "days": days,
        "seed": seed,
        "seeds": seeds,
    }
    if seeds > 1:
        result["by_seed"] = found
    put(result, as_json, _told(result))


@command(app, "bench", "machine.night")
def bench(
    streets: Annotated[int, typer.Option(min=100, max=MOST)] = 10_000,
    stops: Annotated[int, typer.Option(min=0, max=5_000)] = 0,
    seed: Annotated[int, typer.Option(min=0, max=MOST)] = 1,
    as_json: Json = False,
) -> None:
    """How long estimate, plan and rounds take for a town of this size, beside OR-tools' GLOP in the same run."""
    from vuurtoren.cli.measuring import measured

    result = measured(streets, stops, np.random.default_rng(seed), hint=hint)
    put(result, as_json, _measured_in_words(result))


def _streets(file: Path) -> tuple[Any, Any, Any]:
    """Kind, area in m² and minutes of a visit (the way included) of each street of a file, long ones in parts."""
    from vuurtoren.places.merging import merge
    from vuurtoren.places.reading import read
    from vuurtoren.response.rules import USUAL_WAY, minutes_for

    merged = merge(read(file), None).streets
    kinds = sorted({(one.kind, one.street_class) for one in merged})
    parts = [
        (kinds.index((one.kind, one.street_class)), one.area_m2 / count)
        for one in merged
        for count in [int(np.ceil(max(one.area_m2, 1.0) / PART_M2))]
        for _ in range(count)
    ]
    if not parts:
        raise Refused("places.nothing_inside", file=file.name)
    if len(parts) > MOST_STREETS:
        raise Refused("cli.too_many_streets", file=file.name, count=len(parts), most=MOST_STREETS)
    kind = np.array([one for one, _ in parts], dtype=np.int64)
    area = np.array([m2 for _, m2 in parts])
    return kind, area, np.array([minutes_for(m2) + USUAL_WAY for m2 in area])


def _tried(
    kind: Any, area: Any, work: Any, days: int, seed: int, minutes: float | None, all_known: bool
) -> dict[str, Any]:
    from vuurtoren.engine.simulate import (
        WARMING_UP,
        Agreed,
        Knowing,
        compare,
        draw,
        enough_for_the_goal,
        equal_quality_ratio,
        live,
    )
    from vuurtoren.engine.units import LitterScale

    def show(name: str, share: float) -> None:
        hint("cli-trying", seed=seed, way=_way(name), share=f"{share:.0%}")

    world = draw(np.random.default_rng(seed), kind, area, work, days + WARMING_UP)
    budget = enough_for_the_goal(world) if minutes is None else minutes
    found = compare(world, budget, progress=show)
    ratio = equal_quality_ratio(world, found["fixed"], found["responsive"], budget, progress=show)
    told: dict[str, Any] = {
        "seed": seed,
        "policies": {name: asdict(outcome) for name, outcome in found.items()},
        "equal_quality_minutes_ratio": ratio if np.isfinite(ratio) else None,
    }
    if all_known:
        whole = live(world, Knowing(world, budget), Agreed(), LitterScale())
        known = equal_quality_ratio(world, found["fixed"], whole, budget, progress=show, all_known=True)
        told["policies"]["all_known"] = asdict(whole)
        told["equal_quality_minutes_ratio_all_known"] = known if np.isfinite(known) else None
    return told


def _mean(outcomes: list[dict[str, float | None]]) -> dict[str, float | None]:
    return {name: _mean_of([one[name] for one in outcomes]) for name in outcomes[0]}


def _mean_of(values: list[float | None]) -> float | None:
    """The mean, or None where one of them could not be told."""
    return (
        None
        if any(one is None for one in values)
        else round(fmean(one for one in values if one is not None), 4)
    )


def _told(result: dict[str, Any]) -> str:
    """Each way of working in a sentence, and what the one that follows saves."""
    lines = [
        in_words(
            "cli-tried",
            way=_way(name),
            minutes=round(one["minutes"]),
            mean=number(one["mean_grade"]),
            worst=number(one["worst_decile_grade"]),
            below=percent(one["below_floor_share"]),
        )
        for name, one in result["policies"].items()
    ]
    ratio = result["equal_quality_minutes_ratio"]
    saved = in_words("cli-tried-more") if ratio is None else in_words("cli-tried-ratio", share=percent(ratio))
    return "\n".join([in_words("cli-tried-grades"), *lines, saved])


def _way(name: str) -> str:
    """What a way of working is called."""
    return in_words(f"cli-way-{name}")


def _measured_in_words(result: dict[str, Any]) -> str:
    seconds, rival, rounds = result["seconds"], result["rival"], result.get("rounds")
    lines = [
        in_words(
            "cli-bench-done",
            streets=result["streets"],
            estimate=number(seconds["estimate"]),
            plan=number(seconds["plan"]),
            mb=result["peak_mb"],
            gap=percent(result["gap"], 4),
        )
    ]
    if rival:
        own = {"own": number(seconds["allocate"], 4), "seconds": number(rival["seconds"])}
        lines.append(
            in_words("cli-bench-beside", name=rival["name"], times=number(rival["times_faster"], 1), **own)
        )
    if rounds:
        more = percent(rounds["way_above_ten_times"])
        took = number(seconds["route"], 1)
        lines.append(in_words("cli-bench-routes", stops=rounds["stops"], seconds=took, more=more))
    return "\n".join(lines)
