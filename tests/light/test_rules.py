"""Laws of principles and exceptions, held against anything."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vuurtoren.language import Refused
from vuurtoren.light.rules import (
    ADOPTERS,
    ALIKE,
    ALIKE_WITHIN,
    EXCEPTION_AT_MOST,
    LOOK_AGAIN_WITHIN,
    TALKERS,
    Text,
    alike,
    check_exception,
    check_look_again,
    check_rule,
    check_second,
    check_text,
    is_due,
    stands,
)
from vuurtoren.power.rules import COLUMN_OF, TABLE, cell

pytestmark = pytest.mark.pure
DAYS = st.dates(date(2020, 1, 1), date(2035, 1, 1))
SOME = st.lists(DAYS, max_size=8)
NEAR = st.lists(st.integers(-500, 100), max_size=8)


def near(today: date, offsets: list[int]) -> list[date]:
    return [today + timedelta(days=one) for one in offsets]


@given(NEAR, st.integers(-600, 0), DAYS)
def test_three_alike_are_three_since_these_words_within_a_year(
    offsets: list[int], worded: int, today: date
) -> None:
    made, worded_on = near(today, offsets), today + timedelta(days=worded)
    counted = [one for one in offsets if max(worded, -ALIKE_WITHIN.days) <= one <= 0]
    assert alike(made, worded_on, today) == (len(counted) >= ALIKE)


@given(NEAR, st.integers(-600, 0), st.integers(-500, 0), DAYS)
def test_one_exception_more_never_makes_three_alike_go_away(
    offsets: list[int], worded: int, more: int, today: date
) -> None:
    made, worded_on = near(today, offsets), today + timedelta(days=worded)
    before = alike(made, worded_on, today)
    assert alike([*made, today + timedelta(days=more)], worded_on, today) or not before


@given(NEAR, DAYS)
def test_other_words_begin_anew(offsets: list[int], today: date) -> None:
    before = [one for one in near(today, offsets) if one < today]
    assert not alike(before, today, today)


@given(DAYS, st.one_of(st.none(), DAYS), DAYS)
def test_an_exception_runs_until_its_end_unless_it_was_ended(
    until: date, ended: date | None, today: date
) -> None:
    found = stands(until, ended, today)
    assert (found == "ended") == (ended is not None)
    if ended is None:
        assert (found == "runs") == (today <= until)


@given(st.integers(-10, 1000), DAYS)
def test_an_exception_has_an_end_within_a_year(ahead: int, today: date) -> None:
    until = today + timedelta(days=ahead)
    if 0 <= ahead <= EXCEPTION_AT_MOST.days:
        assert check_exception(" Feest ", " de  kinderen ", until, today) == ("Feest", "de kinderen")
    else:
        with pytest.raises(Refused, match=r"light\.exception_ends"):
            check_exception("Feest", "de kinderen", until, today)


@given(st.integers(-10, 1000), DAYS)
def test_the_day_to_look_again_is_to_come_and_comes(ahead: int, today: date) -> None:
    on = today + timedelta(days=ahead)
    if 0 < ahead <= LOOK_AGAIN_WITHIN.days:
        assert not is_due(check_look_again(on, today), today)
        assert is_due(on, on)
    else:
        with pytest.raises(Refused, match=r"light\.look_again_when"):
            check_look_again(on, today)


@given(st.text(max_size=200), st.text(max_size=700), st.text(max_size=700), st.text(max_size=700))
def test_what_was_checked_once_is_right(words: str, why: str, fits: str, fits_not: str) -> None:
    try:
        found = check_text(Text(words, why, fits, fits_not))
    except Refused:
        return
    assert check_text(found) == found
    assert found.words
    assert found.why


@given(st.integers(1, 5), st.integers(1, 5))
def test_nobody_says_the_first_and_the_second_yes(first: int, second: int) -> None:
    assert check_second(None, first) is False
    if first == second:
        with pytest.raises(Refused, match=r"people\.second_person_needed"):
            check_second(first, second)
    else:
        assert check_second(first, second)


def test_a_rule_that_was_replaced_was_there() -> None:
    today = date(2026, 11, 20)
    assert check_rule(" Eerst  een formulier ", "de stad", today, today) == ("Eerst een formulier", "de stad")
    with pytest.raises(Refused, match=r"light\.rule_when"):
        check_rule("Regel", "de stad", today + timedelta(days=1), today)
    with pytest.raises(Refused, match=r"light\.rule_words"):
        check_rule("Regel", " ", today, today)


def test_the_rights_table_says_who_adopts_and_who_is_talked_to() -> None:
    assert {one for one, column in COLUMN_OF.items() if cell("principle.adopt", column) == "2"} == {*ADOPTERS}
    assert {one for one, column in COLUMN_OF.items() if cell("talk.be_found", column) == "y"} == {*TALKERS}
    assert TABLE["principle.tend"].replace("y", "2") == TABLE["principle.adopt"]
