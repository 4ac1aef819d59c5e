"""Slow slides of power: what must be seen, what only looks like one, and how well it does on histories it never saw."""

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vuurtoren.engine.simulate.power.cast import DAYS
from vuurtoren.engine.simulate.power.histories import tell
from vuurtoren.engine.simulate.power.trial import TRAINING, ours, plain, try_
from vuurtoren.engine.slides import (
    ANSWERED,
    ASKED,
    ASKED_FIRST,
    DECIDED,
    EMERGENCY,
    ENTERED,
    HABIT,
    KINDS,
    SAME,
    SILENCE,
    TAKES,
    UNASKED,
    UNASKED_NOW,
    Act,
    History,
    Room,
    Signal,
)
from vuurtoren.engine.slides.change import AFTER, BEFORE, Least, chance_of_level, rise_in
from vuurtoren.engine.slides.finding import USUAL, find
from vuurtoren.engine.slides.series import MONTH

pytestmark = pytest.mark.pure
MONTHS = 24
LEAST = Least(0.25, 0.3)
ROOMS = {"garden": Room("residents", 5), "board": Room("board", 5)}


def month_of(number: int, acts: Iterable[Act]) -> list[Act]:
    """Acts spread over a month."""
    return [replace(act, day=number * MONTH + at % MONTH) for at, act in enumerate(acts)]


def history(*months: Iterable[Act]) -> History:
    acts = [act for number, some in enumerate(months) for act in month_of(number, some)]
    return History(acts, ROOMS, len(months) * MONTH - 1)


def decided(who: str, side: str = "residents", room: str = "garden") -> Act:
    return Act(DECIDED, who, side, room, 0)


def entered(ground: str) -> Act:
    return Act(ENTERED, "worker", "city", "garden", 0, ground)


def neighbours(count: int) -> list[Act]:
    return [decided(f"neighbour{number % 5}") for number in range(count)]


def the_kinds(found: list[Signal]) -> set[str]:
    return {one.kind for one in found}


def test_who_decides_more_and_more_in_the_room_of_neighbours_is_seen_and_since_when() -> None:
    before = [neighbours(8) for _ in range(14)]
    after = [neighbours(2) + [decided("worker", "city")] * 6 for _ in range(10)]
    (found,) = [one for one in find(history(*before, *after)) if one.kind == TAKES]
    assert (found.room, found.side, found.who) == ("garden", "city", "worker")
    assert (found.part, found.of, found.before, found.before_of) == (60, 80, 0, 112)
    assert found.since == 14 * MONTH


def test_whose_it_is_is_nobody_alone_when_several_do_it() -> None:
    before = [neighbours(8) for _ in range(14)]
    after = [neighbours(2) + [decided(f"worker{n}", "city") for n in range(6)] for _ in range(10)]
    (found,) = [one for one in find(history(*before, *after)) if one.kind == TAKES]
    assert found.who is None


def test_what_the_holders_asked_for_is_their_own_decision() -> None:
    asked = replace(decided("worker", "city"), ground=ASKED_FIRST)
    months = [neighbours(8) for _ in range(14)] + [neighbours(4) + [asked] * 8 for _ in range(10)]
    assert find(history(*months)) == []


def test_a_share_that_was_always_so_is_no_slide() -> None:
    months = [neighbours(4) + [decided("worker", "city")] * 4 for _ in range(MONTHS)]
    assert TAKES not in the_kinds(find(history(*months)))


def test_a_summer_in_which_others_decide_is_no_slide() -> None:
    summer = [neighbours(1) + [decided("worker", "city")] * 5 for _ in range(2)]
    months = [neighbours(8) for _ in range(16)] + summer
    for still in range(6):
        assert find(history(*months, *[neighbours(8) for _ in range(still)])) == []


def test_the_same_person_month_after_month_is_seen_on_the_board_too() -> None:
    fair = [[decided(f"member{n % 5}", "board", "board") for n in range(6)] for _ in range(12)]
    one = [
        [decided("member0", "board", "board")] * 6 + [decided("member1", "board", "board")] for _ in range(8)
    ]
    (found,) = find(history(*fair, *one))
    assert (found.kind, found.room, found.who) == (SAME, "board", "member0")
    two = History(history(*fair, *one).acts, {"board": Room("board", 2)}, 20 * MONTH - 1)
    assert find(two) == []  # where two decide, one of them mostly decides more


def test_questions_that_are_no_longer_asked_are_seen() -> None:
    months = [[entered(ASKED_FIRST)] * 5 for _ in range(12)] + [
        [entered(ASKED_FIRST)] + [entered(UNASKED)] * 4 for _ in range(8)
    ]
    (found,) = find(history(*months))
    assert (found.kind, found.part, found.of) == (UNASKED_NOW, 32, 40)


def test_emergencies_that_become_a_habit_are_seen_and_one_storm_is_not() -> None:
    calm = [[entered(ASKED_FIRST)] * 5 for _ in range(14)]
    habit = [[entered(ASKED_FIRST)] * 2 + [entered(EMERGENCY)] * 3 for _ in range(6)]
    assert the_kinds(find(history(*calm, *habit))) == {HABIT}
    storm = [[entered(ASKED_FIRST)] * 5 + [entered(EMERGENCY)] * 20]
    for still in range(6):
        assert find(history(*calm, *storm, *calm[:still])) == []


def test_storms_that_hit_everywhere_are_no_habit_however_often_they_come() -> None:
    rooms = {name: Room("residents", 5) for name in ("garden", "square", "quay", "park", "yard")}
    calm = [entered(ASKED_FIRST)] * 3
    storm = [entered(EMERGENCY)] * 3
    bad = [month_of(number, storm if number > 11 and number % 3 else calm) for number in range(22)]
    fine = [month_of(number, calm) for number in range(22)]
    everywhere = [replace(act, room=room) for some in bad for act in some for room in rooms]
    assert find(History(everywhere, rooms, 22 * MONTH - 1)) == []
    elsewhere = [
        replace(act, room=room) for some in fine for act in some for room in rooms if room != "garden"
    ]
    here = [act for some in bad for act in some]
    found = find(History(here + elsewhere, rooms, 22 * MONTH - 1))
    assert [(one.kind, one.room) for one in found] == [(HABIT, "garden")]


def test_a_new_face_that_never_asked_has_not_stopped_asking() -> None:
    asked = [[entered(ASKED_FIRST)] * 4 for _ in range(12)]
    not_asked = [entered(UNASKED)] * 4
    assert the_kinds(find(history(*asked, *[not_asked] * 8))) == {UNASKED_NOW}
    new = [replace(act, who="new") for act in not_asked]
    assert find(history(*asked, *[new] * 8)) == []


@pytest.mark.parametrize("how", ["late", "another", "never"])
def test_answers_that_stay_away_are_seen(how: str) -> None:
    acts = []
    for number in range(100):
        day, slid = number * 7, number > 60
        asked = {"of": "worker", "of_side": "city", "about": number}
        acts.append(Act(ASKED, "neighbour", "residents", "garden", day, **asked))
        if slid and how == "never":
            continue
        later = 40 if slid and how == "late" else 3
        who = "colleague" if slid and how == "another" else "worker"
        acts.append(Act(ANSWERED, who, "city", "garden", day + later, about=number))
    found = find(History(acts, ROOMS, 700))
    assert [(one.kind, one.side, one.who) for one in found] == [(SILENCE, "city", "worker")]


def test_a_question_of_yesterday_is_not_late() -> None:
    acts = [
        Act(ASKED, "neighbour", "residents", "garden", 700 - n % 10, of="worker", of_side="city", about=n)
        for n in range(40)
    ]
    assert find(History(acts, ROOMS, 700)) == []


@given(st.integers(0, 5000), st.integers(0, 3))
@settings(max_examples=8, deadline=None)
def test_it_does_not_matter_when_the_calendar_begins_or_in_what_order_acts_are_told(
    later: int, seed: int
) -> None:
    told = tell(seed).history
    moved = [replace(act, day=act.day + later) for act in reversed(told.acts)]
    found = find(told)
    again = find(History(moved, told.rooms, told.until + later))
    assert [replace(one, since=one.since + later) for one in found] == again


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)), max_size=20))
def test_a_rise_has_enough_months_with_acts_on_either_side(months: list[tuple[int, int]]) -> None:
    hits = np.array([min(pair) for pair in months], dtype=np.int64)
    tries = np.array([max(pair) for pair in months], dtype=np.int64)
    rise = rise_in(hits, tries, 0.2, LEAST)
    if rise is None:
        return
    assert (tries[: rise.at] > 0).sum() >= BEFORE
    assert (tries[rise.at :] > 0).sum() >= AFTER
    if rise.clear >= USUAL.clear:
        assert hits[rise.at :].sum() * tries[: rise.at].sum() > hits[: rise.at].sum() * tries[rise.at :].sum()


@given(st.lists(st.tuples(st.integers(0, 6), st.integers(0, 6)), min_size=12, max_size=20))
def test_months_before_anything_happened_say_nothing_and_a_share_that_does_not_change_is_no_rise(
    months: list[tuple[int, int]],
) -> None:
    hits = np.array([min(pair) for pair in months], dtype=np.int64)
    tries = np.array([max(pair) for pair in months], dtype=np.int64)
    same = rise_in(np.tile([1, 0, 2, 1], 5), np.full(20, 5), 0.2, LEAST)
    assert same is None or same.clear < 0
    rise = rise_in(hits, tries, 0.2, LEAST)
    if rise:
        still = np.concatenate([hits[: rise.at], hits[rise.at :] * 0])
        assert (found := rise_in(still, tries, 0.2, LEAST)) is None or found.clear < max(0.0, rise.clear)


@given(st.integers(0, 2**32))
@settings(max_examples=15, deadline=None)
def test_where_nothing_changes_a_rise_is_seldom_clear(seed: int) -> None:
    """Forty series whose months hang together, at any share."""
    rng = np.random.default_rng(seed)
    told = 0
    for _ in range(40):
        tries = rng.poisson(6, 20) + 1
        hits = rng.binomial(tries, rng.beta(4, 12, 20))
        rise = rise_in(hits, tries, 0.2, LEAST)
        told += rise is not None and rise.clear >= USUAL.clear
    assert told <= 4


@pytest.mark.parametrize("months", [1, 2, 3, 4])
def test_what_passes_is_no_rise_while_it_lasts_nor_after(months: int) -> None:
    for still in range(1, 12):
        hits = np.array([0] * 14 + [3] * months + [0] * still)
        rise = rise_in(hits, np.full(len(hits), 4), 0.2, LEAST)
        assert rise is None or rise.clear < USUAL.clear


def test_who_only_came_in_decides_more_than_before_and_that_is_no_slide() -> None:
    before = [[decided(f"member{n % 5}", "board", "board") for n in range(6)] for _ in range(12)]
    new = [
        [decided("new", "board", "board")] * 4 + [decided(f"member{n}", "board", "board") for n in range(2)]
        for _ in range(10)
    ]
    assert find(history(*before, *new)) == []
    fewer = [
        [decided("new", "board", "board")] + [decided(f"member{n}", "board", "board") for n in range(4)]
        for _ in range(8)
    ]
    (found,) = find(history(*before, *fewer, *new))
    assert (found.kind, found.who) == (SAME, "new")  # against their own past it is one


@given(st.integers(0, 40), st.integers(0, 40), st.floats(0.1, 0.9))
def test_more_of_the_same_tries_is_less_likely(hits: int, more: int, share: float) -> None:
    tries = hits + more
    assert 0.0 <= chance_of_level(hits, tries, share) <= 1.0
    assert chance_of_level(min(tries, hits + 1), tries, share) <= chance_of_level(hits, tries, share)


def test_invented_histories_differ_by_seed_and_hold_every_kind() -> None:
    assert tell(3).history == tell(3).history
    assert tell(3).history.acts != tell(4).history.acts
    planted = {one.kind for seed in TRAINING[:40] for one in tell(seed).slips}
    assert planted == set(KINDS)
    months = {act.day // DAYS for act in tell(3).history.acts}
    assert months == set(range(30))


def test_on_histories_it_never_saw_it_finds_most_and_more_than_a_fixed_limit_does() -> None:
    outcomes = try_({"ours": ours(), "limit": plain()}, range(5_000_000, 5_000_024))
    mine, limit = outcomes["ours"], outcomes["limit"]
    assert mine.right + mine.missed == limit.right + limit.missed >= 12
    assert mine.precision >= 0.75
    assert mine.recall >= 0.6
    assert mine.recall > limit.recall
    assert mine.precision > limit.precision
