"""The rules, over all answers: what is suggested, what grows, and when a lesson is one for all."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vuurtoren.language import LANGUAGES, Refused, has
from vuurtoren.nudges.rules import (
    LEAST_BEFORE,
    LEAST_FOR_THEM,
    LONGEST_WAIT,
    SUGGESTS,
    Answers,
    Decision,
    Given,
    Hurt,
    Learns,
    Stance,
    Undone,
    grows,
    is_published,
    is_silent,
    month_back,
    suggested,
    why,
)

pytestmark = pytest.mark.pure
EVERY = [Answers(*one) for one in product(Undone, Hurt, Learns)]
ANSWERS = st.builds(Answers, st.sampled_from(Undone), st.sampled_from(Hurt), st.sampled_from(Learns))
DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))
COUNTS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda two: Given(two[0], sum(two)))
FIRMNESS = (Stance.LET_GO, Stance.BESIDE, Stance.STEP_IN, Stance.NOT_NOW)
TODAY = date(2026, 11, 20)


@given(ANSWERS)
def test_harm_to_somebody_else_that_cannot_be_undone_is_always_not_now_and_nothing_else_is(
    answers: Answers,
) -> None:
    harm = answers.hurt is Hurt.OTHER and answers.undone is Undone.NEVER
    assert (suggested(answers) is Stance.NOT_NOW) == harm


@given(ANSWERS, st.sampled_from((Stance.STEP_IN, Stance.NOT_NOW)))
def test_stepping_in_or_holding_it_back_is_never_what_must_be_explained(
    answers: Answers, stance: Stance
) -> None:
    decision = Decision(stance.value, "Als het veilig is", TODAY + timedelta(days=1))
    assert decision.check(answers, TODAY) == decision


@given(ANSWERS)
def test_what_is_harder_to_undo_or_hurts_others_or_teaches_nobody_is_never_let_go_of_sooner(
    answers: Answers,
) -> None:
    firm = FIRMNESS.index(suggested(answers))
    undone, hurt = list(Undone), list(Hurt)
    worse = [Answers(one, answers.hurt, answers.learns) for one in undone[undone.index(answers.undone) :]]
    worse += [Answers(answers.undone, one, answers.learns) for one in hurt[hurt.index(answers.hurt) :]]
    worse += [Answers(answers.undone, answers.hurt, Learns.NOBODY)]
    assert all(FIRMNESS.index(suggested(one)) >= firm for one in worse)


def test_every_case_is_in_the_table_and_has_its_one_sentence() -> None:
    assert len(SUGGESTS) == len(Hurt) * len(Undone)
    for language, answers in product(LANGUAGES, EVERY):
        assert has(language, f"weigh-why-{why(answers)}"), (language, answers)
    assert all(
        suggested(one) is suggested(other) for one, other in product(EVERY, EVERY) if why(one) == why(other)
    )


@given(ANSWERS, st.sampled_from(Stance), st.text(max_size=9), st.text(max_size=9))
def test_a_person_may_decide_anything_and_whoever_lets_go_on_what_may_not_go_wrong_says_why(
    answers: Answers, stance: Stance, stop: str, because: str
) -> None:
    decision = Decision(stance.value, stop, TODAY + timedelta(days=1), because)
    against = suggested(answers) is Stance.NOT_NOW and stance in (Stance.LET_GO, Stance.BESIDE)
    stops = stop.split() or stance is Stance.NOT_NOW
    if stops and (because.split() or not against):
        assert decision.check(answers, TODAY).stance == stance
    else:
        with pytest.raises(Refused, match=r"nudges\.(stop|why)_missing"):
            decision.check(answers, TODAY)


@given(ANSWERS, st.integers(-400, 800))
def test_one_looks_back_on_a_day_to_come_within_a_year(answers: Answers, days: int) -> None:
    decision = Decision("not_now", "", TODAY + timedelta(days=days))
    if 0 < days <= LONGEST_WAIT.days:
        assert decision.check(answers, TODAY) == decision
    else:
        with pytest.raises(Refused, match=r"nudges\.look_back_day"):
            decision.check(answers, TODAY)


@given(COUNTS, COUNTS)
def test_what_grows_is_more_a_larger_share_and_enough_to_speak_of(before: Given, lately: Given) -> None:
    if grows(before, lately):
        assert lately.for_them > before.for_them
        assert lately.for_them / lately.all > before.for_them / before.all
        assert lately.for_them >= LEAST_FOR_THEM
        assert before.all >= LEAST_BEFORE
        assert not grows(lately, before)


@given(COUNTS, COUNTS, st.integers(0, 60))
def test_more_of_other_nudges_never_makes_it_grow(before: Given, lately: Given, more: int) -> None:
    if not grows(before, lately):
        assert not grows(before, Given(lately.for_them, lately.all + more))


@given(DAYS, st.integers(0, 40))
def test_months_are_counted_back_one_by_one(day: date, months: int) -> None:
    here = month_back(day, months)
    assert here.day == 1
    assert month_back(here, 1) == month_back(day, months + 1)
    assert (day.year - here.year) * 12 + day.month - here.month == months


@given(DAYS, st.integers(0, 300))
def test_after_an_answer_it_is_silent_for_thirteen_weeks(heard: date, days: int) -> None:
    assert is_silent(heard, heard + timedelta(days=days)) == (days < 91)
    assert not is_silent(None, heard)


@given(st.sampled_from(("", "well", "otherwise", "wrong")), st.lists(st.booleans(), max_size=5))
def test_a_lesson_is_for_all_only_when_every_voice_in_it_says_yes(went: str, yeses: list[bool]) -> None:
    assert is_published(went, yeses) == (
        went in ("otherwise", "wrong") and yeses != [] and False not in yeses
    )
