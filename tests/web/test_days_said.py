"""A day is said without its year as long as nobody can mean another year."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vuurtoren.web.environment import WITHOUT_A_YEAR, days_of

pytestmark = pytest.mark.pure
TODAY = date(2026, 11, 26)


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "vrijdag 20 november"),
        (date(2027, 11, 20), "zaterdag 20 november 2027"),
        (date(2027, 5, 1), "zaterdag 1 mei"),
        (date(2026, 5, 1), "vrijdag 1 mei 2026"),
    ],
)
def test_a_day_of_another_year_says_so(day: date, words: str) -> None:
    said = days_of("nl", TODAY)
    assert said["day"](day) == words
    assert said["day"](day, form="MMMM y").count(str(day.year)) == 1
    assert said["day"](day, form="EEEE").isalpha()


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.sampled_from(["nl", "en"]))
def test_two_days_that_are_said_alike_are_the_same_day(day: date, language: str) -> None:
    said = days_of(language, TODAY)["day_short"]
    for years in (-1, 1):
        other = day + timedelta(days=years * 365)
        near = [abs(one - TODAY) <= WITHOUT_A_YEAR for one in (day, other)]
        assert said(day) != said(other)
        assert not all(near)
