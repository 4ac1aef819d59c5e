"""Growth by shrinking, or dumping: laws that hold for whatever months there are."""

from dataclasses import replace
from datetime import date
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vuurtoren.language import LANGUAGES, has
from vuurtoren.reflection.balance import LEAST, Month, Part, Verdict, shares, verdict, why

pytestmark = pytest.mark.pure
REASONS = {one.value for one in Verdict if one is not Verdict.DUMPING} | {
    f"dumping-{why_}" for why_ in ("stops", "left", "worse", "alone")
}
amounts = st.floats(0, 1e6)
parts = st.builds(Part, amounts, amounts)
scores = st.none() | st.floats(1, 5)
months_ = st.builds(
    Month, st.just(date(2026, 1, 1)), parts, parts, parts, st.none() | parts, st.integers(0, 99), scores,
    st.none() | st.floats(0, 1), st.floats(0, 1e5),
)  # fmt: skip


def month(
    number: int, held: float = 10, minutes: float = 1000, score: float | None = 3.0, going: int = 5
) -> Month:
    part = Part(held, 100 - held)
    return Month(date(2026, number, 1), part, part, part, None, going, score, 0.1, minutes)


@given(st.lists(months_, max_size=14), st.floats(-1e5, 1e5))
def test_every_word_says_why_and_the_reason_is_one_of_that_word(months: list[Month], left: float) -> None:
    word, said = verdict(months, left), why(months, left)
    assert said in REASONS
    assert said.split("-")[0] == word


def test_every_reason_is_a_sentence_in_every_language() -> None:
    for language, said in product(LANGUAGES, REASONS):
        assert has(language, f"balance-says-{said}"), (language, said)


def test_of_dumping_the_first_reason_that_is_true_is_told() -> None:
    less = [month(at, minutes=1000 if at < 5 else 500) for at in range(1, 9)]
    assert why(less) == "dumping-alone"
    assert why([replace(one, score=3.0 if one.minutes == 1000 else 1.0) for one in less]) == "dumping-worse"
    assert why(less, left=900.0) == "dumping-left"
    assert why([replace(one, stopping=1) for one in less], left=900.0) == "dumping-stops"


@given(parts, st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=12))
def test_withdrawing_with_no_taker_never_makes_a_share_rise(
    start: Part, steps: list[tuple[float, float]]
) -> None:
    """Month by month others do less, and residents no more than they did."""
    told = [start]
    for residents, others in steps:
        told.append(Part(told[-1].residents * residents, told[-1].others * others))
    found = shares(told)
    assert all(later <= earlier for earlier, later in pairwise(found))


@given(st.lists(months_, min_size=LEAST, max_size=14), st.lists(st.floats(0, 1), min_size=14, max_size=14))
def test_withdrawing_with_no_taker_is_never_growth_and_never_a_better_word(
    months: list[Month], less: list[float]
) -> None:
    """Residents hold and keep going what they did in the first month, or less; the institution gives less each month."""
    still = [months[0]]
    for one in months[1:]:
        before = still[-1]
        now = {
            name: Part(
                getattr(before, name).residents, min(getattr(one, name).others, getattr(before, name).others)
            )
            for name in ("tasks", "square_metres")
        }
        still.append(replace(one, **now, initiatives=min(one.initiatives, before.initiatives)))
    gone = [
        replace(one, minutes=one.minutes * less[at]) if at >= len(still) // 2 else one
        for at, one in enumerate(still)
    ]
    order = list(Verdict)
    assert verdict(gone) is not Verdict.GROWTH
    assert order.index(verdict(gone)) <= order.index(verdict(still))


@given(st.lists(parts, max_size=12))
def test_a_share_is_between_none_and_all(told: list[Part]) -> None:
    assert all(0.0 <= one <= 1.0 for one in shares(told))


@given(st.lists(months_, max_size=14))
def test_growth_is_only_said_where_somebody_looked_and_dumping_only_where_less_is_done(
    months: list[Month],
) -> None:
    said = verdict(months)
    if said is Verdict.GROWTH:
        assert all(one.score is not None for one in (*months[:2], *months[-2:]))
    if said in (Verdict.GROWTH, Verdict.DUMPING):
        assert sum(one.minutes for one in months[-2:]) < sum(one.minutes for one in months[:2])


def test_the_institution_does_less_residents_more_and_quality_is_held_growth() -> None:
    months = [month(n, held=10 + 3 * n, minutes=1000 - 60 * n, going=4 + n) for n in range(1, 9)]
    assert verdict(months) is Verdict.GROWTH


def test_the_institution_does_less_and_nobody_takes_up_dumping() -> None:
    months = [month(n, minutes=1000 - 60 * n) for n in range(1, 9)]
    assert verdict(months) is Verdict.DUMPING


def test_residents_take_up_but_it_gets_dirtier_dumping() -> None:
    months = [month(n, held=10 + n, minutes=1000 - 60 * n, score=3.5 - n / 10) for n in range(1, 9)]
    assert verdict(months) is Verdict.DUMPING


def test_nobody_looked_and_the_institution_does_less_is_not_called_growth() -> None:
    months = [month(n, held=10 + n, minutes=1000 - 60 * n, score=None) for n in range(1, 9)]
    assert verdict(months) is Verdict.UNSEEN


def test_as_much_as_it_did_holds_and_three_months_say_nothing() -> None:
    assert verdict([month(n) for n in range(1, 9)]) is Verdict.HOLDING
    assert verdict([month(n) for n in range(1, 4)]) is Verdict.TOO_EARLY
