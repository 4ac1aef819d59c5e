"""The estimate against hidden truth, known answers for survival, and laws that hold for any events."""

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import fields
from functools import partial
from multiprocessing import get_context

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vuurtoren.engine.estimate import CLEAN, COUNT, GRADE, Estimate, Events, estimate, survival
from vuurtoren.engine.units import GRADES, LitterScale, parts

pytestmark = pytest.mark.pure
FIELDS = [one.name for one in fields(Estimate)]

REMISSION_6MP = [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35]
ENDED_6MP = [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]


def test_survival_gives_the_published_answer() -> None:
    """Freireich and others, Blood 21 (1963): 6-MP, median 23 weeks, S(10) = 0.753, S(22) = 0.538."""
    curve = survival(REMISSION_6MP, [bool(one) for one in ENDED_6MP])
    at = dict(zip(curve.times, curve.still, strict=True))
    assert curve.quantile(0.5) == 23
    assert at[10] == pytest.approx(0.7529, abs=1e-4)
    assert at[22] == pytest.approx(0.5378, abs=1e-4)
    assert curve.quantile(0.95) is None
    assert curve.open_cases == 12


def test_cases_that_still_wait_make_the_lag_longer() -> None:
    closed = survival([1, 2, 3], [True, True, True])
    waiting = survival([1, 2, 3, 9, 9], [True, True, True, False, False])
    assert closed.quantile(0.5) == 2
    assert (waiting.quantile(0.5) or 99) > 2


def events_of(rows: list[tuple[int, float, int, float, float]]) -> Events:
    street, day, what, value, area = (
        (list(column) for column in zip(*rows, strict=True)) if rows else ([],) * 5
    )
    return Events(
        np.array(street, dtype=np.int64), np.array(day, dtype=float), np.array(what, dtype=np.int64),
        np.array(value, dtype=float), np.array(area, dtype=float),
    )  # fmt: skip


def hidden(streets: int, seed: int) -> tuple[np.ndarray, np.ndarray, Events]:
    """A simulated truth: gamma rates by kind, handfuls of litter, weekly cleaning, a few counts and grades."""
    rng = np.random.default_rng(seed)
    kinds = rng.integers(0, 3, streets)
    rates = rng.gamma(3.0, np.array([0.3, 1.0, 2.5])[kinds] / 3.0)
    level, rows, scale = rates * 7, [], LitterScale()
    for day in range(28):
        level = level + 2.0 * rng.poisson(rates / 2.0)
        for one in np.flatnonzero(rng.random(streets) < 0.12):
            if rng.random() < 0.5:
                rows.append((one, day + 0.5, COUNT, float(rng.poisson(level[one])), 100.0))
            else:
                rows.append((one, day + 0.5, GRADE, float(GRADES.index(scale.grade(level[one]))), 100.0))
        for one in np.flatnonzero(np.arange(streets) % 7 == day % 7):
            rows.append((one, day + 0.9, CLEAN, 0.9, 100.0))
            level[one] = rng.binomial(int(level[one]), 0.1)
    return kinds, level, events_of(rows)


def test_threads_processes_and_parts_of_a_town_change_no_estimate(monkeypatch: pytest.MonkeyPatch) -> None:
    kinds, _, events = hidden(300, 5)
    whole = estimate(kinds, events, 28.0)
    monkeypatch.setattr("vuurtoren.engine.estimate.litter.parts", partial(parts, size=64))
    with ThreadPoolExecutor(3) as threads, ProcessPoolExecutor(1, get_context("spawn")) as processes:
        for executor in (None, threads, processes):
            found = estimate(kinds, events, 28.0, executor=executor)
            assert all((getattr(found, name) == getattr(whole, name)).all() for name in FIELDS)


def test_the_order_in_which_things_were_told_plays_no_part() -> None:
    kinds, _, events = hidden(40, 6)
    day = np.floor(events.day)  # many on one day
    mixed = np.random.default_rng(7).permutation(len(day))
    told = Events(events.street, day, events.what, events.value, events.area)
    other = Events(*(getattr(told, name)[mixed] for name in ("street", "day", "what", "value", "area")))
    one, two = estimate(kinds, told, 28.0), estimate(kinds, other, 28.0)
    assert all((getattr(one, name) == getattr(two, name)).all() for name in FIELDS)


def test_the_truth_lies_within_what_the_estimate_says() -> None:
    kinds, level, events = hidden(1500, 4)
    found = estimate(kinds, events, 28.0)
    inside = np.abs(found.level - level) <= 1.645 * found.level_sd + 0.5
    assert 0.85 <= inside.mean() <= 0.99
    assert np.corrcoef(found.level, level)[0, 1] > 0.7


def test_a_street_where_nothing_was_seen_is_like_its_kind_and_less_certain() -> None:
    rows = [(one, float(day), COUNT, 20.0, 100.0) for one in range(20) for day in range(1, 10, 2)]
    kinds = np.array([0] * 21 + [1])
    found = estimate(kinds, events_of(rows), 10.0)
    assert found.level_sd[20] > found.level_sd[0]
    assert found.rate[20] != pytest.approx(found.rate[21])


one_event = st.tuples(
    st.integers(0, 3),
    st.floats(0, 60),
    st.sampled_from([COUNT, GRADE, CLEAN]),
    st.floats(0, 1),
    st.floats(20, 300),
).map(
    lambda e: (e[0], e[1], e[2], e[3] if e[2] == CLEAN else round(e[3] * (4 if e[2] == GRADE else 90)), e[4])
)


@settings(max_examples=60, deadline=None)
@given(st.lists(one_event, max_size=25))
def test_whatever_happened_the_estimate_is_a_number(rows: list[tuple[int, float, int, float, float]]) -> None:
    found = estimate(np.array([0, 0, 1, 1]), events_of(rows), 61.0)
    for each in (found.level, found.level_sd, found.rate, found.rate_sd, found.below_floor):
        assert np.all(np.isfinite(each))
        assert np.all(each >= 0)
    assert np.all(found.below_floor <= 1 + 1e-9)


@settings(max_examples=40, deadline=None)
@given(st.lists(one_event, max_size=12), st.integers(0, 60), st.integers(1, 80))
def test_more_litter_seen_is_not_less_litter_estimated(
    rows: list[tuple[int, float, int, float, float]], pieces: int, more: int
) -> None:
    kinds = np.array([0, 0, 1, 1])
    few = estimate(kinds, events_of([*rows, (0, 60.5, COUNT, float(pieces), 100.0)]), 61.0)
    many = estimate(kinds, events_of([*rows, (0, 60.5, COUNT, float(pieces + more), 100.0)]), 61.0)
    assert many.level[0] >= few.level[0] - 1e-9


@settings(max_examples=40, deadline=None)
@given(st.lists(one_event, max_size=12), st.floats(0.05, 1))
def test_cleaning_never_adds_litter(rows: list[tuple[int, float, int, float, float]], share: float) -> None:
    kinds = np.array([0, 0, 1, 1])
    before = estimate(kinds, events_of(rows), 61.0)
    after = estimate(kinds, events_of([*rows, (0, 61.0, CLEAN, share, 100.0)]), 61.0)
    assert after.level[0] <= before.level[0] + 1e-6


def test_the_order_in_which_events_are_told_does_not_matter() -> None:
    kinds, _, events = hidden(60, 9)
    mixed = np.random.default_rng(1).permutation(events.street.size)
    other = Events(*(getattr(events, name)[mixed] for name in ("street", "day", "what", "value", "area")))
    assert np.allclose(estimate(kinds, events, 28.0).level, estimate(kinds, other, 28.0).level)


@pytest.mark.parametrize(
    "bad",
    [
        (9, 1.0, COUNT, 1.0, 100.0),
        (0, 99.0, COUNT, 1.0, 100.0),
        (0, 1.0, CLEAN, 1.5, 100.0),
        (0, 1.0, GRADE, 7.0, 1.0),
    ],
)
def test_an_event_that_cannot_be_is_refused(bad: tuple[int, float, int, float, float]) -> None:
    with pytest.raises(ValueError):
        estimate(np.array([0]), events_of([bad]), 10.0)
