"""What `vuurtoren response bench` measures: estimate, plan and rounds of an invented town, beside GLOP in the same run."""

from collections.abc import Callable
from concurrent.futures import Executor, ThreadPoolExecutor
from time import perf_counter
from typing import Any

import numpy as np
from pyvrp import SolveParams
from pyvrp.stop import MaxRuntime

from vuurtoren.cli.memory import peak_mb
from vuurtoren.engine.estimate import CLEAN, COUNT, GRADE, Events, estimate
from vuurtoren.engine.plan import Floats, Streets, Terms, allocate, plain_streets, plan
from vuurtoren.engine.route import Shift, route

EVENTS_A_STREET = 4
POSTS = 5
"""So many places from which crews start."""
STREETS_OF_A_KIND = 400
TIMES, PAIRS = 15, 5
"""Our own selection so many times, GLOP with and without iterations so many times; the middle one is told."""
STEPS, VISITS = 7, 7
SMALL = 20_000
"""Up to so many streets a figure is the middle one of three runs."""
Hint = Callable[..., None]


def measured(streets: int, stops: int, rng: np.random.Generator, hint: Hint) -> dict[str, Any]:
    """Seconds of each stage, the most memory used up to the plan in MB, the plan's gap, and the rival's figures."""
    hint("cli-bench-compiling")
    _night(_town(200, np.random.default_rng(0)), 1, None)
    town = _town(streets, rng)
    hint("cli-bench-night", streets=streets)
    with ThreadPoolExecutor() as cores:
        seconds, gap = _night(town, 3 if streets <= SMALL else 1, cores)
    result: dict[str, Any] = {
        "streets": streets,
        "seconds": seconds,
        "peak_mb": round(peak_mb()),
        "gap": gap,
        "rival": _glop(town, rng, seconds, hint),
    }
    if stops:
        result["rounds"] = _rounds(stops, rng, seconds, hint)
    return result


def _town(streets: int, rng: np.random.Generator) -> tuple[Any, Floats, Floats, Events]:
    """Kind, area (m²), minutes of a visit, and what was seen and done in eight weeks."""
    kind = rng.integers(0, max(1, streets // STREETS_OF_A_KIND), streets)
    area = rng.gamma(3.0, 600.0, streets) + 60.0
    count = EVENTS_A_STREET * streets
    what = rng.choice([COUNT, GRADE, CLEAN], count, p=[0.3, 0.3, 0.4])
    pieces = rng.poisson(rng.gamma(1.2, 6.0, count)).astype(np.float64)
    value = np.where(what == COUNT, pieces, np.where(what == GRADE, rng.integers(0, 5, count), 0.9))
    day = rng.uniform(0.0, 56.0, count)
    events = Events(rng.integers(0, streets, count), day, what, value, np.full(count, 100.0))
    return kind, area, 3.0 + area / 120.0, events


def _night(
    town: tuple[Any, Floats, Floats, Events], times: int, cores: Executor | None
) -> tuple[dict[str, float], float]:
    """The middle of some runs of estimate and plan, in seconds, and the plan's gap to its bound."""
    kind, area, minutes, events = town
    spent: list[tuple[float, float]] = []
    for _ in range(times):
        start = perf_counter()
        found = estimate(kind, events, 57.0, executor=cores)
        middle = perf_counter()
        streets: Streets = plain_streets(
            found.level, found.rate, area, minutes,
            level_sd=found.level_sd, rate_sd=found.rate_sd, together=found.together,
        )  # fmt: skip
        chosen = plan(streets, Terms(np.full(STEPS, minutes.sum() / STEPS), 3.0), executor=cores)
        spent.append((middle - start, perf_counter() - middle))
    first, second = sorted(spent, key=sum)[len(spent) // 2]
    return {"estimate": round(first, 4), "plan": round(second, 4)}, chosen.gap


def _glop(
    town: tuple[Any, Floats, Floats, Events], rng: np.random.Generator, seconds: dict[str, float], hint: Hint
) -> dict[str, Any] | None:
    """GLOP beside our own selection on one budget of minutes over streets × visits; None where OR-tools is absent."""
    minutes = town[2]
    gains = -np.sort(-rng.exponential(1.0, (len(minutes), VISITS)), axis=1) * town[1][:, None]
    budget = float(minutes.sum()) * VISITS / 3
    allocate(gains[:50], minutes[:50], 100.0)
    spent = []
    for _ in range(TIMES):
        start = perf_counter()
        ours = allocate(gains, minutes, budget)
        spent.append(perf_counter() - start)
    ours_s = sorted(spent)[TIMES // 2]
    seconds["allocate"] = round(ours_s, 5)
    try:
        from ortools.linear_solver.python import model_builder
    except ImportError:
        hint("cli-bench-no-rival")
        return None
    from scipy.sparse import csr_matrix

    hint("cli-bench-rival", visits=gains.size)
    model: Any = model_builder.Model()  # type: ignore[no-untyped-call, unused-ignore]
    cost = np.repeat(minutes, VISITS)
    model.helper.fill_model_from_sparse_data(
        np.zeros(gains.size), np.ones(gains.size), -gains.ravel(),
        np.array([-np.inf]), np.array([budget]), csr_matrix(cost[None, :]),
    )  # fmt: skip
    pairs = [_paired(model_builder, model) for _ in range(PAIRS)]
    handing, solving, best = sorted(pairs, key=lambda one: one[1])[PAIRS // 2]
    return {
        "name": "OR-tools GLOP",
        "seconds": round(solving, 4),
        "seconds_to_hand_over": round(handing, 4),
        "times_faster": round(solving / ours_s, 1),
        "our_gap_to_it": (-best - ours.gain) / -best,
    }


def _paired(model_builder: Any, model: Any) -> tuple[float, float, float]:
    """Seconds to hand the model over, seconds to solve it besides, and the objective; one after the other."""
    nothing = "max_number_of_iterations: 0 use_preprocessing: false"
    handing, _ = _solved(model_builder.Solver("GLOP"), model, nothing)
    whole, best = _solved(model_builder.Solver("GLOP"), model, "")
    return handing, max(whole - handing, 1e-9), best


def _solved(solver: Any, model: Any, parameters: str) -> tuple[float, float]:
    """Seconds of the call, and the objective; with no iterations allowed the call only hands the model over."""
    if parameters:
        solver.set_solver_specific_parameters(parameters)
    start = perf_counter()
    solver.solve(model)
    return perf_counter() - start, float(solver.objective_value)


def _rounds(stops: int, rng: np.random.Generator, seconds: dict[str, float], hint: Hint) -> dict[str, Any]:
    """Our rounds beside what PyVRP's own settings find in ten times the time: minutes on the way of one over the other."""
    side = 0.0015 * np.sqrt(stops)
    lon, lat = 4.4 + rng.random(stops) * side, 51.9 + rng.random(stops) * side * 0.62
    work = rng.gamma(3.0, 4.0, stops) + 1.0
    posts = [(4.4 + rng.random() * side, 51.9 + rng.random() * side * 0.62) for _ in range(POSTS)]
    crews = [
        Shift(*posts[crew % POSTS], 360.0, "walk") for crew in range(int(np.ceil(work.sum() * 1.35 / 360.0)))
    ]
    worth = np.full(stops, 1_000.0)
    route(lon[:20], lat[:20], work[:20], worth[:20], crews, seed=1)

    def laid(stop: MaxRuntime | None, params: SolveParams | None) -> tuple[float, float, int]:
        start = perf_counter()
        found = route(lon, lat, work, worth, crews, seed=1, stop=stop, params=params)
        spent = perf_counter() - start
        way = sum(found.minutes) - sum(float(work[one]) for some in found.stops for one in some)
        return spent, way, len(found.left)

    hint("cli-bench-rounds", stops=stops)
    ours, way, left = laid(None, None)
    hint("cli-bench-longer", seconds=round(10 * ours))
    longer, best, best_left = laid(MaxRuntime(10 * ours), SolveParams())
    seconds["route"] = round(ours, 3)
    return {
        "stops": stops,
        "crews": len(crews),
        "left": left,
        "way_minutes": round(way, 1),
        "ten_times": {"seconds": round(longer, 2), "left": best_left, "way_minutes": round(best, 1)},
        "way_above_ten_times": round(way / best - 1.0, 4),
        "whole_above_ten_times": round((way + float(work.sum())) / (best + float(work.sum())) - 1.0, 4),
    }
