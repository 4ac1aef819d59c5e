"""Laws of the plan that hold for every neighbourhood, and known answers where all plans can be tried."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vuurtoren.engine.plan import Plan, Streets, Terms, plan
from vuurtoren.engine.plan.choosing import CARE, _market
from vuurtoren.engine.plan.foreseeing import NO_DEADLINE, foresee
from vuurtoren.engine.route import METRES_A_MINUTE, Shift, route

pytestmark = pytest.mark.pure


def some_streets(count: int, seed: int, due: float = 0.0) -> Streets:
    """Streets of a town with this seed; a share `due` of them must be visited within three steps."""
    rng = np.random.default_rng(seed)
    area = rng.gamma(3.0, 600.0, count)
    return Streets(
        level=rng.gamma(1.2, 9.0, count),
        level_sd=rng.gamma(2.0, 2.0, count),
        rate=rng.gamma(2.0, 0.5, count),
        rate_sd=np.full(count, 0.3),
        area_m2=area,
        minutes=2 + area / 120,
        share=np.full(count, 0.9),
        may=rng.random(count) > 0.1,
        earliest=np.zeros(count, dtype=np.int64),
        deadline=np.where(rng.random(count) < due, rng.integers(0, 3, count), NO_DEADLINE),
    )


def same(one: Plan, other: Plan) -> bool:
    """Are two plans the same to the last visit?"""
    return bool((one.visits == other.visits).all()) and one.value == other.value


towns = st.builds(some_streets, st.integers(1, 25), st.integers(0, 9999), st.sampled_from([0.0, 0.3]))
minutes = st.floats(0, 300)
aims = st.sampled_from(["best", "least"])


@settings(deadline=None, max_examples=40)
@given(towns, minutes, aims)
def test_no_step_asks_more_minutes_than_there_are_and_nobody_enters_residents_room(
    town: Streets, budget: float, aim: str
) -> None:
    found = plan(town, Terms(np.full(5, budget), 3.0, aim))
    assert (found.minutes <= budget + 1e-6).all()
    assert not found.visits[~town.may].any()
    assert np.isfinite(found.gap)
    assert found.gap >= 0


@settings(deadline=None, max_examples=25)
@given(towns, minutes)
def test_the_bound_is_never_below_the_plan_and_the_same_town_gets_the_same_plan(
    town: Streets, budget: float
) -> None:
    terms = Terms(np.full(4, budget), 3.0)
    found = plan(town, terms)
    assert found.bound >= found.value - 1e-9
    assert same(found, plan(town, terms))


@settings(deadline=None, max_examples=25)
@given(towns)
def test_with_minutes_enough_every_promise_is_kept(town: Streets) -> None:
    town = replace(town, may=town.may | (town.deadline > NO_DEADLINE))
    found = plan(town, Terms(np.full(5, 10_000.0), 3.0))
    assert len(found.unmet) == 0
    for street in np.flatnonzero(town.deadline > NO_DEADLINE):
        assert found.visits[street, : town.deadline[street] + 1].any()


def test_a_promise_that_no_minutes_are_left_for_is_told() -> None:
    town = some_streets(6, 3)
    town = replace(town, may=np.full(6, True), deadline=np.zeros(6, dtype=np.int64))
    found = plan(town, Terms(np.full(4, float(town.minutes.max())), 3.0))
    assert 0 < len(found.unmet) < 6


def test_a_street_that_is_not_before_tomorrow_is_not_today() -> None:
    town = replace(some_streets(8, 5), earliest=np.ones(8, dtype=np.int64))
    assert not plan(town, Terms(np.full(5, 500.0), 3.0)).visits[:, 0].any()


@pytest.mark.parametrize("seed", range(6))
def test_small_towns_where_every_plan_can_be_tried(seed: int) -> None:
    town = some_streets(4, seed)
    terms = Terms(np.full(3, float(town.minutes.sum()) * 0.4), 3.0)
    found = plan(town, terms)
    market = _market(town, terms, foresee(town, 3, terms.scale), CARE)
    best = max(
        market.worth[range(4), list(each)].sum()
        for each in product(range(market.worth.shape[1]), repeat=4)
        if (market.used(np.array(each)) <= terms.budget + 1e-9).all()
    )
    assert found.value <= best + 1e-9
    assert best <= found.bound + 1e-9
    assert found.value >= best - 0.02 * abs(best)


@pytest.mark.parametrize("seed", range(3))
def test_a_hundred_streets_are_near_the_bound_and_more_minutes_are_no_worse(seed: int) -> None:
    town = some_streets(110, seed)
    values = []
    for budget in (60.0, 120.0, 240.0, 480.0):
        found = plan(town, Terms(np.full(7, budget), 3.0))
        values.append(found.value)
        assert found.gap < 0.03
    assert values == sorted(values)


def test_the_least_minutes_reach_the_average_and_not_much_more() -> None:
    town = replace(some_streets(110, 1), may=np.full(110, True))
    found = plan(town, Terms(np.full(7, np.inf), 3.2, "least"))
    assert found.bound <= found.value <= found.bound * 1.05
    nothing = plan(town, Terms(np.full(7, 0.0), 3.2))
    assert nothing.mean < 3.2


def test_rounds_fit_their_shifts_and_promises_go_first() -> None:
    rng = np.random.default_rng(1)
    lon, lat = 4.44 + rng.random(30) * 0.01, 51.9 + rng.random(30) * 0.01
    promised = [number < 3 for number in range(30)]
    crews = [Shift(4.445, 51.905, 60, "walk"), Shift(4.445, 51.905, 90, "cart")]
    found = route(lon, lat, np.full(30, 8.0), promised, crews, seed=1)
    served = [stop for some in found.stops for stop in some]
    assert sorted([*served, *found.left]) == list(range(30))
    assert {0, 1, 2} <= set(served)
    assert all(spent <= crew.minutes + 1e-6 for spent, crew in zip(found.minutes, crews, strict=True))
    assert len(found.stops[1]) > len(found.stops[0])
    assert found == route(lon, lat, np.full(30, 8.0), promised, crews, seed=1)


def test_nothing_to_do_nobody_to_do_it_and_twice_the_same_spot() -> None:
    none, one = np.zeros(0), np.array([4.44, 4.44])
    crew = Shift(4.44, 51.9, 60, "walk")
    assert route(none, none, none, [], [crew], seed=1).stops == ((),)
    assert route(one, one * 0 + 51.9, one * 0 + 5, [False, False], [], seed=1).left == (0, 1)
    assert route(one, one * 0 + 51.9, one * 0 + 5, [False, False], [crew], seed=1).minutes == (10.0,)
    assert METRES_A_MINUTE["walk"] < METRES_A_MINUTE["cart"]
