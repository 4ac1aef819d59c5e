"""Laws of initiatives that need no database: a life that only its people change, and nothing that is over for good."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOW
from vuurtoren.initiatives.rules import (
    ALIVE,
    LIFE,
    LONGEST_WORDS,
    OVER,
    SILENT_AFTER,
    UNDO_WITHIN,
    State,
    Turn,
    check_learned,
    check_start,
    check_take_back,
    check_words,
    is_silent,
    may_undo,
    next_state,
    turns,
)
from vuurtoren.language import Refused

pytestmark = pytest.mark.pure
STATES, TURNS = st.sampled_from(list(State)), st.sampled_from(list(Turn))


@given(STATES, TURNS)
def test_what_is_not_in_the_table_cannot_happen_and_no_turn_leaves_it_as_it_was(
    now: State, turn: Turn
) -> None:
    if turn in turns(now):
        assert next_state(now, turn) not in (now, State.IDEA)
    else:
        with pytest.raises(Refused, match=r"initiatives\.moved_on"):
            next_state(now, turn)


def test_every_state_can_be_reached_and_from_each_one_can_go_on() -> None:
    assert {State.IDEA, *LIFE.values()} == set(State)
    assert set(ALIVE) | set(OVER) == set(State)
    for one in State:
        assert State.DOING in {LIFE[one, turn] for turn in turns(one)} | ({one} & {State.DOING})


@given(st.text(max_size=200), st.text(max_size=400))
def test_words_are_trimmed_short_and_there(words: str, more: str) -> None:
    try:
        found, added = check_words(words, more)
    except Refused:
        assert not words.split() or len(" ".join(words.split())) > LONGEST_WORDS or len(more) > 240
        return
    assert found == " ".join(words.split())
    assert 1 <= len(found) <= LONGEST_WORDS
    assert added == " ".join(more.split())


@given(st.text(max_size=400), st.sampled_from(["people", "neighbourhood", "me", ""]))
def test_what_was_learned_is_read_by_people_or_by_all(words: str, width: str) -> None:
    if width not in ("people", "neighbourhood") or len(" ".join(words.split())) > 300:
        with pytest.raises(Refused):
            check_learned(words, width)
    else:
        assert check_learned(words, width) == " ".join(words.split())


@given(STATES, st.dates(date(2024, 1, 1), date(2026, 1, 1)), st.integers(0, 400))
def test_only_what_goes_on_can_fall_silent(now: State, touched: date, later: int) -> None:
    silent = is_silent(now, touched, touched + timedelta(days=later))
    assert silent == (now is State.DOING and later >= SILENT_AFTER.days)


@given(st.one_of(st.none(), st.timedeltas(timedelta(0), timedelta(days=4))))
def test_a_slip_can_be_taken_back_for_a_day(ago: timedelta | None) -> None:
    changed: datetime | None = None if ago is None else NOW - ago
    assert may_undo(changed, NOW) == (ago is not None and ago <= UNDO_WITHIN)


@pytest.mark.parametrize(("shared", "ago", "says"), [(False, 2, "too_long_ago"), (True, 0, "others_are_in")])
def test_what_others_are_in_or_what_is_old_is_not_taken_back(shared: bool, ago: int, says: str) -> None:
    with pytest.raises(Refused, match=says):
        check_take_back(NOW - timedelta(days=ago), NOW, shared=shared)
    check_take_back(NOW, NOW, shared=False)


def test_it_begins_as_an_idea_or_as_something_that_goes_on() -> None:
    assert check_start("doing") is State.DOING
    for wrong in ("done", "resting", "", "x"):
        with pytest.raises(Refused, match=r"initiatives\.begins_as"):
            check_start(wrong)
