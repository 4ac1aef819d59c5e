"""Laws of the plan that hold for every neighbourhood, and known answers where all plans can be tried."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.special import gammainc

from vuurtoren.engine.plan import (
    BEST,
    LEAST,
    NO_DEADLINE,
    Plan,
    Streets,
    Terms,
    allocate,
    falls_below,
    plain_streets,
    plan,
)
from vuurtoren.engine.plan.making import LEAST_GAIN
from vuurtoren.engine.plan.schedules import schedules, valued
from vuurtoren.engine.route import METRES_A_MINUTE, Shift, route
from vuurtoren.engine.units import LitterScale, expected_worth, parts, worth_table
from vuurtoren.engine.units.kernels import gamma_below, worth_of

pytestmark = pytest.mark.pure


def some_streets(count: int, seed: int, due: float = 0.0) -> Streets:
    """Streets of a town with this seed; a share `due` of them must be visited within three steps."""
    rng = np.random.default_rng(seed)
    area = rng.gamma(3.0, 600.0, count)
    return plain_streets(
        rng.gamma(1.2, 9.0, count),
        rng.gamma(2.0, 0.5, count),
        area,
        2 + area / 120,
        level_sd=rng.gamma(2.0, 2.0, count),
        rate_sd=np.full(count, 0.3),
        may=rng.random(count) > 0.1,
        deadline=np.where(rng.random(count) < due, rng.integers(0, 3, count), NO_DEADLINE),
        promised=rng.random(count) < 0.5,
    )


def same(one: Plan, other: Plan) -> bool:
    """Are two plans the same to the last visit?"""
    return bool((one.visits == other.visits).all()) and one.value == other.value


towns = st.builds(some_streets, st.integers(1, 25), st.integers(0, 9999), st.sampled_from([0.0, 0.3]))
minutes = st.floats(0, 300)
aims = st.sampled_from([BEST, LEAST])


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


def test_threads_and_parts_of_a_town_change_no_plan(monkeypatch: pytest.MonkeyPatch) -> None:
    town, terms = some_streets(700, 11, due=0.1), Terms(np.full(5, 900.0), 3.0)
    whole = plan(town, terms)
    for module in ("schedules", "prices"):
        monkeypatch.setattr(f"vuurtoren.engine.plan.{module}.parts", partial(parts, size=64))
    one_by_one = plan(town, terms)
    with ThreadPoolExecutor(3) as cores:
        assert same(plan(town, terms, executor=cores), one_by_one)
    assert one_by_one.value == pytest.approx(whole.value, rel=1e-5)
    assert one_by_one.bound == pytest.approx(whole.bound, rel=1e-5)


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
    town = replace(some_streets(4, seed), may=np.full(4, True))
    terms = Terms(np.full(3, float(town.minutes.sum()) * 0.4), 5.0)
    found = plan(town, terms)
    worths = valued(town, terms)
    net = worths.value - LEAST_GAIN * town.minutes[:, None] * worths.when.sum(axis=1)
    best = max(
        net[range(4), list(each)].sum()
        for each in product(range(len(worths.when)), repeat=4)
        if (town.minutes @ worths.when[list(each)] <= terms.budget + 1e-9).all()
    )
    assert found.value == pytest.approx(best, rel=1e-9)
    assert best <= found.bound + 1e-9


@pytest.mark.parametrize("seed", range(3))
def test_a_hundred_streets_are_near_the_bound_and_more_minutes_are_no_worse(seed: int) -> None:
    town = some_streets(110, seed)
    scores = []
    for budget in (60.0, 120.0, 240.0, 480.0):
        terms = Terms(np.full(7, budget), 5.0)
        found = plan(town, terms)
        scores.append(found.mean)
        one_street = float(valued(town, terms).value.max())
        assert found.bound - found.value < one_street / 2
        assert found.gap < (0.005 if budget >= 240 else 0.05)
    assert scores == sorted(scores)


def test_a_town_of_thousands_is_within_a_ten_thousandth_of_the_bound() -> None:
    town = some_streets(3000, 7, due=0.02)
    found = plan(town, Terms(np.full(7, float(town.minutes.sum()) * 0.1), 4.0))
    assert found.gap < 1e-4
    assert not found.unmet.size


def test_the_least_minutes_reach_the_average_and_not_much_more() -> None:
    town = replace(some_streets(110, 1), may=np.full(110, True))
    lasting = plan(town, Terms(np.full(7, np.inf), 3.2, LEAST, fades=0.0))
    assert lasting.bound <= lasting.value <= lasting.bound * 1.02
    found = plan(town, Terms(np.full(7, np.inf), 3.2, LEAST))
    assert (
        found.bound <= found.value <= found.bound + town.minutes.max()
    )  # a visit is made whole or not at all
    assert found.value == pytest.approx(found.minutes.sum())
    assert plan(town, Terms(np.full(7, 0.0), 3.2)).mean < 3.2
    dearer = plan(town, Terms(np.full(7, np.inf), 3.6, LEAST))
    assert dearer.value > found.value


def test_a_goal_that_is_out_of_reach_gives_the_best_there_is() -> None:
    town = some_streets(30, 2)
    terms = Terms(np.full(5, 40.0), 5.0, LEAST)
    assert same(plan(town, terms), plan(town, replace(terms, aim=BEST)))


def test_when_not_every_deadline_can_be_kept_promises_to_people_go_first() -> None:
    town = plain_streets(
        np.full(4, 30.0), np.full(4, 2.0), np.full(4, 900.0), np.full(4, 20.0),
        deadline=np.zeros(4, dtype=np.int64), promised=np.array([False, False, True, True]),
    )  # fmt: skip
    found = plan(town, Terms(np.full(3, 40.0), 3.0))
    assert found.visits[:, 0].tolist() == [False, False, True, True]
    assert found.unmet.tolist() == [0, 1]


def test_a_street_that_residents_pick_is_visited_less_than_its_twin() -> None:
    twins = plain_streets(
        np.full(2, 4.0), np.full(2, 4.0), np.full(2, 900.0), np.full(2, 20.0), residents=np.array([0.0, 0.6])
    )
    alone, picked = plan(twins, Terms(np.full(6, 20.0), 5.0)).visits.sum(axis=1)
    assert alone > picked


def test_a_street_is_foreseen_to_fall_when_its_litter_passes_the_line() -> None:
    three = plain_streets(
        np.array([30.0, 20.0, 20.0]), np.full(3, 4.0), np.full(3, 900.0), np.full(3, 9.0),
        residents=np.array([0.0, 0.0, 0.4]),
    )  # fmt: skip
    assert falls_below(three, 25.5, 7).tolist() == [0, 1, 7]


@pytest.mark.parametrize(
    "wrong",
    [
        {"level": np.array([np.nan])},
        {"level": np.array([-1.0])},
        {"minutes": np.array([0.0])},
        {"share": np.array([1.5])},
        {"residents": np.array([1.0])},
        {"area_m2": np.array([1.0, 2.0])},
    ],
)
def test_streets_that_cannot_be_are_refused(wrong: dict[str, np.ndarray]) -> None:
    one = plain_streets(np.array([4.0]), np.array([1.0]), np.array([900.0]), np.array([9.0]))
    with pytest.raises(ValueError):
        replace(one, **wrong)


@pytest.mark.parametrize("wrong", [{"budget": np.array([-1.0])}, {"aim": "most"}, {"worth": (1, 2, 3, 4, 5)}])
def test_terms_that_cannot_be_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValueError):
        replace(Terms(np.array([10.0]), 3.0), **wrong)  # type: ignore[arg-type]


def test_every_schedule_is_there_once_and_the_first_is_never() -> None:
    for steps in (1, 2, 7, 14):
        when = schedules(steps)
        assert not when[0].any()
        assert len(np.unique(when, axis=0)) == len(when)
        assert when[-1].all() or steps < 3


@settings(deadline=None, max_examples=200)
@given(st.floats(-3.0, 5.0), st.floats(-3.0, 5.0))
def test_the_table_of_worths_tells_what_the_gamma_distribution_does(mean: float, shape: float) -> None:
    level, variance = np.exp(mean), np.exp(2 * mean - shape)
    scale = LitterScale()
    there = worth_of(worth_table(scale).values, level, variance)
    assert there == pytest.approx(float(expected_worth(level, variance, scale)), abs=0.03)


@settings(deadline=None, max_examples=200)
@given(st.floats(0.01, 400.0), st.floats(0.0, 500.0))
def test_the_chance_below_a_level_is_that_of_the_library(shape: float, x: float) -> None:
    assert gamma_below(shape, x) == pytest.approx(
        float(gammainc(shape, x)), abs=2e-4 if shape > 150 else 1e-8
    )


@settings(deadline=None, max_examples=60)
@given(st.integers(0, 9999), st.integers(1, 60), st.floats(0.0, 1.2))
def test_one_budget_is_shared_by_gain_a_minute_as_linear_programming_would(
    seed: int, count: int, part: float
) -> None:
    rng = np.random.default_rng(seed)
    gains = -np.sort(-rng.exponential(1.0, (count, 3)), axis=1)
    minutes = rng.uniform(1.0, 20.0, count)
    budget = float(minutes.sum() * 3 * part)
    found = allocate(gains, minutes, budget)
    cost = np.repeat(minutes, 3)
    exact = linprog(-gains.ravel(), A_ub=[cost], b_ub=[budget], bounds=(0, 1))
    assert found.bound == pytest.approx(-exact.fun, rel=1e-9, abs=1e-9)
    assert found.minutes == pytest.approx(float(minutes @ found.visits.sum(axis=1)), abs=1e-6)
    assert found.minutes <= budget + 1e-9
    assert found.gain == pytest.approx(float(gains[found.visits].sum()), abs=1e-9)
    assert found.gain <= found.bound + 1e-9
    assert found.bound - found.gain <= float(gains.max()) + 1e-9


@pytest.mark.parametrize("part", [0.0, 1e-4, 0.003, 0.1, 0.34, 0.9, 0.9999, 1.0, 1.5])
@pytest.mark.parametrize("town", ["mixed", "sorted", "alike", "few busy ones", "nothing to gain"])
def test_towns_of_which_a_sample_tells_little_get_the_best_selection_too(town: str, part: float) -> None:
    rng = np.random.default_rng(17)
    gains, minutes = -np.sort(-rng.exponential(1.0, (6000, 4)), axis=1), rng.uniform(1.0, 20.0, 6000)
    if town == "sorted":
        gains = gains[np.argsort(gains[:, 0])]
    elif town == "alike":
        gains, minutes = np.tile([4.0, 3.0, 2.0, 0.0], (6000, 1)), np.full(6000, 5.0)
    elif town == "few busy ones":
        gains[3::97] *= 1e6
    elif town == "nothing to gain":
        gains *= 0.0
    budget = float(minutes.sum() * 4 * part)
    found = allocate(gains, minutes, budget)
    ratio, cost = (gains / minutes[:, None]).ravel(), np.repeat(minutes, 4)
    order = np.argsort(-ratio, kind="stable")
    whole = np.clip((budget - (np.cumsum(cost[order]) - cost[order])) / cost[order], 0.0, 1.0)
    assert found.bound == pytest.approx(float((whole * gains.ravel()[order]).sum()), rel=1e-9, abs=1e-9)
    assert found.gain == pytest.approx(float(gains[found.visits].sum()), rel=1e-9, abs=1e-9)
    assert found.minutes <= budget + 1e-6
    assert found.minutes == pytest.approx(float(minutes @ found.visits.sum(axis=1)), abs=1e-4)
    assert found.bound - found.gain <= float(gains.max()) * (1 + 1e-9) + 1e-9
    assert not (np.diff(found.visits.astype(int), axis=1) > 0).any()


@pytest.mark.parametrize("wrong", [np.nan, np.inf, -1.0, 9.0])
def test_gains_that_rise_or_are_no_numbers_are_refused(wrong: float) -> None:
    gains = np.tile([4.0, 3.0, 2.0], (500, 1))
    gains[431, 1] = wrong
    with pytest.raises(ValueError, match="fall"):
        allocate(gains, np.ones(500), 100.0)


def test_rounds_fit_their_shifts_and_promises_go_first() -> None:
    rng = np.random.default_rng(1)
    lon, lat = 4.44 + rng.random(30) * 0.01, 51.9 + rng.random(30) * 0.01
    worth = np.where(np.arange(30) < 3, np.inf, 20.0 + np.arange(30.0))
    crews = [Shift(4.445, 51.905, 60, "walk"), Shift(4.445, 51.905, 90, "cart")]
    found = route(lon, lat, np.full(30, 8.0), worth, crews, seed=1)
    served = [stop for some in found.stops for stop in some]
    assert sorted([*served, *found.left]) == list(range(30))
    assert {0, 1, 2} <= set(served)
    assert all(spent <= crew.minutes + 1e-6 for spent, crew in zip(found.minutes, crews, strict=True))
    assert len(found.stops[1]) > len(found.stops[0])
    assert found == route(lon, lat, np.full(30, 8.0), worth, crews, seed=1)


def test_a_stop_that_is_worth_less_than_its_way_is_left() -> None:
    lon, lat = np.array([4.44, 4.46]), np.full(2, 51.9)
    crew = Shift(4.44, 51.9, 240, "walk")
    metres = 0.02 * 111_320 * np.cos(np.radians(51.9))
    there_and_back = 2 * 1.3 * metres / METRES_A_MINUTE["walk"]
    for worth, made in ((5 + there_and_back + 1, (0, 1)), (5 + there_and_back - 1, (0,))):
        found = route(lon, lat, np.full(2, 5.0), np.array([9.0, worth]), [crew], seed=1)
        assert tuple(sorted(found.stops[0])) == made
    far = route(lon, lat, np.full(2, 5.0), np.full(2, 999.0), [crew], seed=1)
    assert sum(far.ways[0]) < there_and_back + 0.04
    assert far.minutes[0] == pytest.approx(10 + there_and_back, abs=0.04)


@settings(deadline=None, max_examples=25)
@given(towns, minutes)
def test_around_a_first_step_that_is_given_the_rest_is_planned(town: Streets, budget: float) -> None:
    terms = Terms(np.full(4, budget), 3.0)
    free = plan(town, terms)
    again = plan(town, terms, free.visits[:, 0])
    assert (again.visits[:, 0] == free.visits[:, 0]).all()
    assert again.value <= free.bound + 1e-6
    nobody = plan(town, terms, np.zeros(len(town.level), dtype=bool))
    assert not nobody.visits[:, 0].any()


def test_what_a_visit_today_is_worth_is_told_for_each_street() -> None:
    found = plan(town := some_streets(12, 8, due=0.4), Terms(np.full(4, 60.0), 3.0))
    assert (found.today[~town.may] == -np.inf).all()
    assert found.today[found.visits[:, 0]].min() > 0
    assert not np.isnan(found.today).any()


def test_nothing_to_do_nobody_to_do_it_and_twice_the_same_spot() -> None:
    none, one = np.zeros(0), np.array([4.44, 4.44])
    crew = Shift(4.44, 51.9, 60, "walk")
    assert route(none, none, none, none, [crew], seed=1).stops == ((),)
    assert route(one, one * 0 + 51.9, one * 0 + 5, one * 9, [], seed=1).left == (0, 1)
    assert route(one, one * 0 + 51.9, one * 0 + 5, one * 9, [crew], seed=1).minutes == (10.0,)
    assert METRES_A_MINUTE["walk"] < METRES_A_MINUTE["cart"]
