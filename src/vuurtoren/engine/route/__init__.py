"""Crews' rounds along the stops of a day, with PyVRP (Wouda, Lan and Kool 2024, INFORMS Journal on Computing).

Distances are straight lines in metres times a detour for corners; durations are whole seconds inside.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import permutations

import numpy as np
from numpy.typing import NDArray
from pyvrp import Model
from pyvrp.stop import MaxIterations

Floats = NDArray[np.float64]

DETOUR = 1.3
"""Walking distance over straight distance in a dense street plan; 1.2 to 1.4 in the literature on circuity."""
METRES_A_MINUTE = {"walk": 75.0, "cart": 200.0}
METRES_A_DEGREE = 111_320.0
USUAL_ITERATIONS = 300
PRIZE, PROMISED = 10**7, 10**9


@dataclass(frozen=True)
class Shift:
    """A crew's day: where it starts and ends (lon, lat), how many minutes, walking or with a cart."""

    lon: float
    lat: float
    minutes: float
    mode: str


@dataclass(frozen=True)
class Rounds:
    """`stops`: per crew the numbers of its stops in order; `minutes`: per crew, the way included; `left`: unserved."""

    stops: tuple[tuple[int, ...], ...]
    minutes: tuple[float, ...]
    left: tuple[int, ...]


def route(
    lon: Floats,
    lat: Floats,
    minutes: Floats,
    promised: Sequence[bool],
    crews: Sequence[Shift],
    *,
    seed: int,
    iterations: int = USUAL_ITERATIONS,
) -> Rounds:
    """Rounds that serve as many stops as fit in the shifts, promised ones first, in little time.

    >>> route(np.array([4.43]), np.array([51.9]), np.array([10.0]), [False], [Shift(4.43, 51.9, 60, "walk")], seed=1)
    Rounds(stops=((0,),), minutes=(10.0,), left=())
    """
    count = len(lon)
    if not count or not crews:
        return Rounds(tuple(() for _ in crews), tuple(0.0 for _ in crews), tuple(range(count)))
    result = _model(lon, lat, minutes, promised, crews).solve(
        MaxIterations(iterations), seed=seed, collect_stats=False, display=False
    )
    stops: list[tuple[int, ...]] = [() for _ in crews]
    spent = [0.0 for _ in crews]
    for one in result.best.routes():
        crew = one.vehicle_type()
        stops[crew] = tuple(act.idx for act in one.schedule() if act.is_client())
        spent[crew] = one.duration() / 60
    served = {stop for some in stops for stop in some}
    return Rounds(tuple(stops), tuple(spent), tuple(one for one in range(count) if one not in served))


def _model(
    lon: Floats, lat: Floats, minutes: Floats, promised: Sequence[bool], crews: Sequence[Shift]
) -> Model:
    model = Model()
    east, north = _metres(np.r_[[one.lon for one in crews], lon], np.r_[[one.lat for one in crews], lat])
    places = [model.add_location(x=round(x), y=round(y)) for x, y in zip(east, north, strict=True)]
    depots = [model.add_depot(place) for place in places[: len(crews)]]
    for place, spent, due in zip(places[len(crews) :], minutes, promised, strict=True):
        seconds = round(float(spent) * 60)
        model.add_client(place, service_duration=seconds, required=False, prize=PROMISED if due else PRIZE)
    for depot, crew in zip(depots, crews, strict=True):
        profile = model.add_profile()
        for a, b in permutations(range(len(places)), 2):
            metres = DETOUR * float(np.hypot(east[a] - east[b], north[a] - north[b]))
            seconds = round(metres / METRES_A_MINUTE[crew.mode] * 60)
            model.add_edge(places[a], places[b], distance=round(metres), duration=seconds, profile=profile)
        model.add_vehicle_type(
            1,
            start_depot=depot,
            end_depot=depot,
            shift_duration=round(crew.minutes * 60),
            unit_distance_cost=0,
            unit_duration_cost=1,
            profile=profile,
        )
    return model


def _metres(lon: Floats, lat: Floats) -> tuple[Floats, Floats]:
    """Metres east and north of the middle; a plane is near enough for a neighbourhood."""
    middle = float(np.mean(lat))
    east = (lon - np.mean(lon)) * METRES_A_DEGREE * np.cos(np.radians(middle))
    return np.asarray(east), np.asarray((lat - middle) * METRES_A_DEGREE)
