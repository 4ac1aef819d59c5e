"""Crews' rounds along the stops of a day, with PyVRP (Wouda, Lan and Kool 2024, INFORMS Journal on Computing).

Distances are straight lines in metres times a detour for corners; durations are whole seconds inside. Which stops are
made is part of the question: each is worth so many minutes of a crew, and one that is worth less than the time it takes,
the way included, is left.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray
from pyvrp import (
    Client,
    Depot,
    IteratedLocalSearchParams,
    Location,
    ProblemData,
    SolveParams,
    VehicleType,
    solve,
)
from pyvrp.search import NeighbourhoodParams
from pyvrp.stop import MaxIterations, StoppingCriterion

Floats = NDArray[np.float64]
Ways = NDArray[np.int64]
Metres = tuple[Floats, Floats]

DETOUR = 1.3
"""Walking distance over straight distance in a dense street plan; 1.2 to 1.4 in the literature on circuity."""
METRES_A_MINUTE = {"walk": 75.0, "cart": 200.0}
METRES_A_DEGREE = 111_320.0
LEAST_ITERATIONS, ITERATIONS_A_STOP = 1000, 10
"""So many are tried: with 1,000 stops the ways are then about 3 % above what PyVRP's own settings find in ten times the
time, all minutes together half a per cent (`response bench --stops 1000`)."""
QUICK = SolveParams(
    ils=IteratedLocalSearchParams(history_length=30), neighbourhood=NeighbourhoodParams(num_neighbours=30)
)
"""For few tries: a step back is allowed for less long, and fewer neighbours of a stop are looked at."""
MOST_WORTH, WORTH_OF_A_PROMISE = 2_000.0, 200_000.0
"""Minutes that a stop is worth at most, and a promised one: more than a hundred others."""
TOUR = 0.7124
"""Shortest round along k random points in an area A, over sqrt(k A); Beardwood, Halton and Hammersley 1959, with the
constant of Johnson and McGeoch 1996."""
HULL = 0.7
"""Part of its bounding box that a neighbourhood fills, about."""
ROUNDS_OF_THOUGHT = 20


@dataclass(frozen=True)
class Shift:
    """A crew's day: where it starts and ends (lon, lat), how many minutes, walking or with a cart."""

    lon: float
    lat: float
    minutes: float
    mode: str


@dataclass(frozen=True)
class Rounds:
    """`stops`: per crew the numbers of its stops in order; `ways`: per crew the minutes to each of its stops from the
    one before or from the start; `minutes`: per crew, all ways and the way back included; `left`: unserved."""

    stops: tuple[tuple[int, ...], ...]
    ways: tuple[tuple[float, ...], ...]
    minutes: tuple[float, ...]
    left: tuple[int, ...]


def route(
    lon: Floats,
    lat: Floats,
    minutes: Floats,
    worth: Floats,
    crews: Sequence[Shift],
    *,
    seed: int,
    stop: StoppingCriterion | None = None,
    params: SolveParams | None = None,
) -> Rounds:
    """Rounds within the shifts that bring the most worth net of the time they take.

    `lon`, `lat` (n) WGS84; `minutes` (n) of work at each stop; `worth` (n) in minutes of a crew, inf for one that was
    promised, which goes before all others. `stop` and `params` are PyVRP's, for a comparison. Equal input gives equal
    rounds.

    >>> crew = Shift(4.43, 51.9, 60, "walk")
    >>> route(np.array([4.43]), np.array([51.9]), np.array([10.0]), np.array([60.0]), [crew], seed=1)
    Rounds(stops=((0,),), ways=((0.0,),), minutes=(10.0,), left=())
    """
    count = len(lon)
    if not count or not crews:
        nobody: tuple[tuple[int, ...], ...] = tuple(() for _ in crews)
        return Rounds(nobody, tuple(() for _ in crews), tuple(0.0 for _ in crews), tuple(range(count)))
    kinds = {shift: [at for at, one in enumerate(crews) if one == shift] for shift in crews}
    shifts = list(kinds)
    at = _metres(np.r_[[one.lon for one in shifts], lon], np.r_[[one.lat for one in shifts], lat])
    ways = _ways(at, shifts)
    problem = _problem(at, ways, minutes, worth, [(one, len(kinds[one])) for one in shifts])
    tries = stop or MaxIterations(max(LEAST_ITERATIONS, ITERATIONS_A_STOP * count))
    result = solve(problem, tries, seed=seed, collect_stats=False, params=params or QUICK)
    stops: list[tuple[int, ...]] = [() for _ in crews]
    legs = [[0.0] for _ in crews]
    for one in result.best.routes():
        number = one.vehicle_type()
        crew = kinds[shifts[number]].pop(0)
        stops[crew] = tuple(act.idx for act in one.schedule() if act.is_client())
        legs[crew] = _legs(ways[number], len(shifts), number, stops[crew])
    spent = tuple(
        round(sum(leg) / 60 + sum(float(minutes[one]) for one in some), 6)
        for leg, some in zip(legs, stops, strict=True)
    )
    served = {stop for some in stops for stop in some}
    left = tuple(one for one in range(count) if one not in served)
    return Rounds(tuple(stops), tuple(tuple(s / 60 for s in leg[:-1]) for leg in legs), spent, left)


def ways_along(lon: Floats, lat: Floats, shift: Shift) -> tuple[float, ...]:
    """Minutes to each of some stops (n, in this order), from the one before or, to the first, from the start.

    >>> ways_along(np.array([4.43, 4.43]), np.array([51.9, 51.9]), Shift(4.43, 51.9, 60, "walk"))
    (0.0, 0.0)
    """
    way = _ways(_metres(np.r_[shift.lon, lon], np.r_[shift.lat, lat]), [shift])[0]
    return tuple(float(way[one, one + 1]) / 60 for one in range(len(lon)))


def usual_way(lon: Floats, lat: Floats, work: Floats, crews: Sequence[Shift]) -> float:
    """Minutes it takes on average to get from one stop to the next, when the crews work somewhere in this area all day.

    `work` (n) minutes at each place. The number of stops and the way between them follow from each other.

    >>> here = np.linspace(4.42, 4.44, 9)
    >>> usual_way(here, here + 47.48, np.full(9, 10.0), [Shift(4.43, 51.9, 240, "walk")]) > 1
    True
    """
    budget = sum(crew.minutes for crew in crews)
    if len(lon) < 2 or budget <= 0:
        return 0.0
    east, north = _metres(lon, lat)
    area = float(np.ptp(east) * np.ptp(north)) * HULL
    speed = sum(METRES_A_MINUTE[crew.mode] * crew.minutes for crew in crews) / budget
    mean, way = float(np.mean(work)), 0.0
    for _ in range(ROUNDS_OF_THOUGHT):
        stops = min(max(budget / (mean + way), 1.0), float(len(lon)))
        way = TOUR * DETOUR * (area / stops) ** 0.5 / speed
    return way


def _ways(at: Metres, crews: Sequence[Shift]) -> list[Ways]:
    """Seconds between all starts and stops (starts first), for each crew."""
    east, north = at
    metres = DETOUR * np.hypot(east[:, None] - east, north[:, None] - north)
    by_mode = {mode: np.rint(metres / pace * 60).astype(np.int64) for mode, pace in METRES_A_MINUTE.items()}
    return [by_mode[crew.mode] for crew in crews]


def _problem(
    at: Metres, ways: Sequence[Ways], minutes: Floats, worth: Floats, crews: Sequence[tuple[Shift, int]]
) -> ProblemData:
    """As PyVRP has it; crews with the same shift from the same place are vehicles of one type, which it tries as one."""
    places = [Location(x=float(x), y=float(y)) for x, y in zip(*at, strict=True)]
    modes = sorted({crew.mode for crew, _ in crews})
    matrices: list[Any] = [
        next(way for way, (crew, _) in zip(ways, crews, strict=True) if crew.mode == mode) for mode in modes
    ]
    prizes = np.where(np.isinf(worth), WORTH_OF_A_PROMISE, np.clip(worth, 0.0, MOST_WORTH))
    stops = [
        Client(
            len(crews) + stop,
            service_duration=round(float(minutes[stop]) * 60),
            required=False,
            prize=round(float(prizes[stop]) * 60),
        )
        for stop in range(len(minutes))
    ]
    shifts = [
        VehicleType(
            many,
            start_depot=number,
            end_depot=number,
            shift_duration=round(crew.minutes * 60),
            unit_distance_cost=0,
            unit_duration_cost=1,
            profile=modes.index(crew.mode),
        )
        for number, (crew, many) in enumerate(crews)
    ]
    depots = [Depot(number) for number in range(len(crews))]
    return ProblemData(places, stops, depots, shifts, matrices, matrices)


def _legs(way: Ways, crews: int, crew: int, stops: tuple[int, ...]) -> list[float]:
    """Seconds to each stop, and back to the start."""
    at = [crew, *(crews + stop for stop in stops), crew]
    return [float(way[one, other]) for one, other in pairwise(at)] if stops else [0.0]


def _metres(lon: Floats, lat: Floats) -> Metres:
    """Metres east and north of the middle; a plane is near enough for a neighbourhood."""
    middle = float(np.mean(lat))
    east = (lon - np.mean(lon)) * METRES_A_DEGREE * np.cos(np.radians(middle))
    return np.asarray(east), np.asarray((lat - middle) * METRES_A_DEGREE)
