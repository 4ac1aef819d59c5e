"""The hidden world, and four ways of working in it that see only what a city would know."""

from dataclasses import replace

import numpy as np
import pytest

from vuurtoren.engine.estimate import GRADE, Events
from vuurtoren.engine.simulate import (
    WARMING_UP,
    Agreed,
    AllOrNothing,
    Chances,
    Complaints,
    FixedRounds,
    Knowing,
    Policy,
    Responsive,
    Seen,
    World,
    compare,
    draw,
    enough_for_the_goal,
    equal_quality_ratio,
    live,
    once_a_week,
)
from vuurtoren.engine.simulate.backtest import _cases
from vuurtoren.engine.simulate.world import Bools, Floats
from vuurtoren.engine.units import LitterScale

pytestmark = pytest.mark.pure


def a_world(seed: int = 1, streets: int = 40, days: int = 28, chances: Chances | None = None) -> World:
    """A small neighbourhood of two kinds of streets."""
    rng = np.random.default_rng(seed)
    area = rng.gamma(3.0, 500.0, streets) + 100.0
    return draw(rng, rng.integers(0, 2, streets), area, 3.0 + area / 120.0, days + WARMING_UP, chances)


def a_morning(world: World, day: int = 0, complaints: Bools | None = None) -> Seen:
    """What a city knows of a day on which nothing was seen."""
    n = len(world.kind)
    nothing = np.zeros(n, dtype=bool)
    calls = nothing if complaints is None else complaints
    return Seen(day, Events.none(), np.zeros(n), calls, world.carries[day], world.held)


class Watched:
    """Keeps what another way of working chose."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.visits: list[Bools] = []
        self.seen: list[Seen] = []

    def choose(self, seen: Seen) -> Bools:
        """The same."""
        self.seen.append(seen)
        self.visits.append(self.policy.choose(seen))
        return self.visits[-1]


def test_the_same_seed_draws_the_same_days_and_another_seed_others() -> None:
    one, again, other = a_world(3), a_world(3), a_world(4)
    assert (one.arrives == again.arrives).all()
    assert (one.round_share == again.round_share).all()
    assert (one.arrives != other.arrives).any()


def test_neighbours_pick_only_where_they_carry_and_not_every_round_is_told() -> None:
    world = a_world(5, streets=120, days=60)
    assert not world.round_share[~world.carries].any()
    assert ((world.told > 0) <= (world.round_share > 0)).all()
    assert 0 < ((world.told == 0) & (world.round_share > 0)).sum() < (world.round_share > 0).sum()
    assert (world.held <= world.carries.all(axis=0)).all()


def test_fixed_rounds_come_everywhere_once_a_week() -> None:
    world = a_world(streets=30)
    watched = Watched(FixedRounds(world.minutes, once_a_week(world)))
    live(world, watched, Agreed(), LitterScale())
    times = np.array(watched.visits).sum(axis=0)
    assert set(times.tolist()) <= {len(world.arrives) // 7, len(world.arrives) // 7 + 1}


def test_the_longest_open_complaint_is_answered_first() -> None:
    world = a_world()
    policy = Complaints(world.minutes, 2 * float(world.minutes.max()))
    calls = np.zeros(40, dtype=bool)
    calls[[7, 31]] = True
    assert policy.choose(a_morning(world, complaints=calls))[[7, 31]].all()


def test_all_or_nothing_leaves_streets_where_neighbours_pick() -> None:
    world = a_world(2)
    watched = Watched(AllOrNothing(world.minutes, once_a_week(world)))
    live(world, watched, Agreed(), LitterScale())
    for seen, visits in zip(watched.seen, watched.visits, strict=True):
        assert not visits[seen.carry].any()


def test_the_city_that_follows_stays_out_of_held_streets_until_their_stop_line_is_passed() -> None:
    world = a_world(6, chances=Chances(carried=0.8, held=0.8))
    assert world.held.any()
    responsive = Responsive(world.kind, world.area, world.minutes, once_a_week(world))
    watched = Watched(responsive)
    live(world, watched, Agreed(), LitterScale())
    never = Responsive(world.kind, world.area, world.minutes, once_a_week(world), Agreed(stop_steps=10_000))
    kept_out = Watched(never)
    live(world, kept_out, Agreed(), LitterScale())
    assert np.array(watched.visits)[:, world.held].any()
    assert not np.array(kept_out.visits)[:, world.held].any()


def test_who_knows_all_sees_the_true_litter_of_every_morning_and_does_no_worse() -> None:
    world = a_world(7)
    knowing = Knowing(world, once_a_week(world))
    seen: list[Floats] = []
    choose = knowing.choose

    class Noting:
        def choose(self, morning: Seen) -> Bools:
            visits = choose(morning)
            seen.append(knowing.level)
            return visits

    watched = Watched(Noting())
    best = live(world, watched, Agreed(), LitterScale())
    level = world.start
    for day, visits in enumerate(watched.visits):
        assert np.allclose(seen[day], level)
        level = world.a_day_later(level, visits, day)
    follows = Responsive(world.kind, world.area, world.minutes, once_a_week(world))
    assert best.mean_grade >= live(world, follows, Agreed(), LitterScale()).mean_grade


def test_a_crew_tells_what_it_found_before_it_cleaned() -> None:
    world = a_world(7, chances=Chances(misread=0.0, looks=0.0, calls=0.0, carried=0.0))
    watched = Watched(FixedRounds(world.minutes, once_a_week(world)))
    live(world, watched, Agreed(), LitterScale())
    level, scale = world.start, LitterScale()
    for day, visits in enumerate(watched.visits[:-1]):
        events = watched.seen[day + 1].events
        said = events.what == GRADE
        assert events.street[said].tolist() == np.flatnonzero(visits).tolist()
        assert (events.value[said] == scale.index(level)[visits]).all()
        level = world.a_day_later(level, visits, day)


def test_every_way_of_working_has_the_same_minutes() -> None:
    world = a_world(7)
    budget = once_a_week(world)
    for name, outcome in compare(world, budget).items():
        assert outcome.minutes <= budget * 1.03, name
        assert outcome.minutes >= budget * 0.9, name
        assert 1 <= outcome.worst_decile_grade <= outcome.mean_grade <= 5


def test_the_worst_streets_lie_closer_to_the_average_when_the_city_follows() -> None:
    apart: dict[str, list[float]] = {}
    for seed in range(4):
        world = a_world(seed, streets=60, days=56)
        for name, one in compare(world, enough_for_the_goal(world)).items():
            apart.setdefault(name, []).append(one.mean_grade - one.worst_decile_grade)
    mean = {name: float(np.mean(some)) for name, some in apart.items()}
    assert min(mean, key=lambda name: mean[name]) == "responsive", mean


def test_fixed_rounds_with_the_minutes_for_the_goal_just_reach_it() -> None:
    world = a_world(8)
    minutes = enough_for_the_goal(world)
    reached = live(world, FixedRounds(world.minutes, minutes), Agreed(), LitterScale())
    short = live(world, FixedRounds(world.minutes, 0.8 * minutes), Agreed(), LitterScale())
    assert reached.mean_grade >= 3.0 > short.mean_grade


def test_what_needs_no_minutes_at_all_is_told_as_nearly_none() -> None:
    world = a_world(9, streets=12, days=14)
    clean = replace(world, arrives=world.arrives * 0.0, start=world.start * 0.0)
    budget = once_a_week(clean)
    outcomes = compare(clean, budget)
    assert outcomes["fixed"].mean_grade == pytest.approx(5.0)
    assert outcomes["responsive"].mean_grade == pytest.approx(5.0)
    assert outcomes["fixed"].lag_median_steps is None
    assert equal_quality_ratio(clean, outcomes["fixed"], outcomes["responsive"], budget) < 0.2


def test_a_fall_that_no_visit_ended_counts_as_not_ended() -> None:
    yes, no = True, False
    below = np.array([[no, yes], [yes, yes], [yes, no], [no, no], [no, yes]])
    visited = np.array([[no, no], [no, no], [no, no], [yes, no], [no, no]])
    lasted, ended = _cases(visited, below)
    assert sorted(zip(lasted.tolist(), ended.tolist(), strict=True)) == [(1, no), (2, no), (2, yes)]
