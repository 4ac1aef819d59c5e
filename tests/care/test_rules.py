"""Laws of carrying that hold for every hand-over and every street, whoever does what."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vuurtoren.care.rules import (
    GRADES,
    HELP_LASTS,
    LIFE,
    OPEN,
    RHYTHMS,
    STEPS,
    Cause,
    Hand,
    Share,
    Side,
    State,
    Step,
    Terms,
    Turn,
    check_ask_help,
    check_goal,
    check_step,
    city_may_come,
    next_round,
    next_state,
    step_of,
)
from vuurtoren.language import Refused

pytestmark = pytest.mark.pure

sides, states, turns, hands = (st.sampled_from(list(kind)) for kind in (Side, State, Turn, Hand))
rhythms = st.lists(st.sampled_from(RHYTHMS), max_size=6)
agreed = st.sampled_from([None, Step.RESIDENTS_BACKED, Step.RESIDENTS_OWN_ROOM])
a_date = st.dates(date(2026, 1, 1), date(2030, 1, 1))
LIVE = (*OPEN, State.CARRIED)


@given(sides, states, turns, hands)
def test_what_is_not_in_the_table_is_refused(side: Side, state: State, turn: Turn, hand: Hand) -> None:
    allowed = LIFE.get((side, state, turn))
    if allowed and allowed[0] is hand:
        assert next_state(side, state, turn, hand) is allowed[1]
    else:
        with pytest.raises(Refused):
            next_state(side, state, turn, hand)


@given(sides, st.lists(st.tuples(turns, hands), max_size=12))
def test_nothing_is_carried_without_a_yes_of_the_side_that_was_asked(
    side: Side, life: list[tuple[Turn, Hand]]
) -> None:
    """A yes to conditions is a yes to those of the newest yes-if, as long as residents did not want it otherwise."""
    state, answered = State.ASKED, False
    for turn, hand in life:
        try:
            state = next_state(side, state, turn, hand)
        except Refused:
            continue
        answered |= turn in (Turn.YES, Turn.YES_IF) and hand.value == side.other.value
        answered &= turn is not Turn.OTHERWISE
        assert answered or state not in (State.OVERLAP, State.CARRIED)


@given(sides, st.lists(turns, max_size=8))
def test_time_alone_never_makes_anybody_carry(side: Side, silence: list[Turn]) -> None:
    state = State.ASKED
    for turn in silence:
        try:
            state = next_state(side, state, turn, Hand.TIME)
        except Refused:
            continue
    assert state is (State.LAPSED if side is Side.INSTITUTION and Turn.TERM_OVER in silence else State.ASKED)


def test_a_challenge_never_lapses() -> None:
    assert (Side.RESIDENTS, State.ASKED, Turn.TERM_OVER) not in LIFE


@pytest.mark.parametrize(
    ("side", "state"), sorted({(side, state) for side, state, _ in LIFE if state in LIVE})
)
def test_residents_can_always_step_out(side: Side, state: State) -> None:
    hand, becomes = LIFE[(side, state, Turn.LAST_LEFT)]
    assert hand is Hand.RESIDENTS
    assert becomes not in LIVE


def test_the_institution_ends_nothing_that_is_in_force_or_agreed() -> None:
    moved = {state for (_, state, _), (hand, _) in LIFE.items() if hand is Hand.INSTITUTION}
    assert moved == {State.ASKED, State.YES_IF}
    assert (Side.INSTITUTION, State.YES_IF) not in {(side, state) for side, state, _ in LIFE}


def test_no_time_runs_against_residents_who_choose() -> None:
    assert not [
        turn for (_, state, turn), (hand, _) in LIFE.items() if (state, hand) == (State.YES_IF, Hand.TIME)
    ]
    assert LIFE[(Side.RESIDENTS, State.YES_IF, Turn.ACCEPT)] == (Hand.RESIDENTS, State.OVERLAP)
    assert [state for _, state, turn in LIFE if turn is Turn.ACCEPT] == [State.YES_IF]


def test_what_is_over_stays_over() -> None:
    """But for a no to an offer, which whoever said it can take back; nothing was changed by it."""
    undone = {(side, state, turn) for side, state, turn in LIFE if turn is Turn.UNDO_NO}
    assert undone == {(Side.INSTITUTION, State.DECLINED, Turn.UNDO_NO)}
    assert {state for _, state, _ in set(LIFE) - undone} == set(LIVE)


@given(rhythms, agreed, st.randoms())
def test_a_street_has_one_step_whatever_the_order(held: list[str], now: Step | None, rng: object) -> None:
    assert step_of(held, now) is step_of(sorted(held), now) is step_of(reversed(held), now)


@given(rhythms, agreed, st.sampled_from(RHYTHMS))
def test_joining_never_lowers_a_step(held: list[str], now: Step | None, new: str) -> None:
    if not held:
        now = None  # nobody carries, so nothing is in force
    old, grown = step_of(held, now), step_of([*held, new], now)
    assert grown >= old
    assert check_step(old, grown, Cause.JOIN) is grown


@given(rhythms.filter(bool), agreed, st.data())
def test_leaving_brings_a_street_to_its_neighbours_or_to_the_city(
    held: list[str], now: Step | None, data: st.DataObject
) -> None:
    left = held.copy()
    left.pop(data.draw(st.integers(0, len(held) - 1)))
    old, new = step_of(held, now), step_of(left, now)
    assert check_step(old, new, Cause.LEAVE) is new
    assert (new is Step.INSTITUTION) == (not left)


def test_only_an_agreement_reaches_the_steps_of_residents() -> None:
    reaching = {cause for cause, pairs in STEPS.items() if any(to >= 4 > frm for frm, to in pairs)}
    assert reaching == {Cause.AGREED}


@given(sides, st.sampled_from(list(Step)))
def test_the_same_step_is_asked_for_only_by_other_terms_for_what_residents_hold(
    side: Side, now: Step
) -> None:
    try:
        check_goal(side, now, now, anew=True)
    except Refused:
        assert not now.handed_over
    else:
        assert now.handed_over


@given(sides, st.sampled_from(list(Step)), st.sampled_from(list(Step)))
def test_only_the_institution_asks_to_come_back_and_only_beside_residents(
    side: Side, now: Step, to: Step
) -> None:
    try:
        check_goal(side, now, to)
    except Refused:
        assert to == now or not to.handed_over
    else:
        assert to != now
        assert to.handed_over or (side is Side.INSTITUTION and now.handed_over and to is Step.TOGETHER)


@given(st.sampled_from(GRADES[:-1]), st.integers(1, 28), st.sampled_from(GRADES), st.integers(0, 60))
def test_a_stop_line_is_passed_only_by_worse_for_long_enough(
    line: str, agreed: int, now: str, below: int
) -> None:
    passed = Terms(line, agreed, "ask", 14).passed(now, below)
    assert passed == (GRADES.index(now) > GRADES.index(line) and below >= agreed)


@given(st.sampled_from(list(Step)), st.sampled_from(["", "yes", "no", "moot"]), st.none() | a_date, a_date)
def test_the_city_comes_into_residents_room_only_after_a_yes_of_this_week(
    step: Step, answer: str, answered: date | None, day: date
) -> None:
    may = city_may_come(step, answer, answered, day)
    if not step.handed_over:
        assert may
    elif may:
        assert answer == "yes"
        assert answered is not None
        assert day - answered < HELP_LASTS


@given(a_date, st.integers(0, 60))
def test_help_is_asked_at_most_once_a_week(last: date, days: int) -> None:
    day = last + timedelta(days=days)
    if days >= HELP_LASTS.days:
        check_ask_help(Step.RESIDENTS_BACKED, False, last, day)
    else:
        with pytest.raises(Refused, match=r"care\.help_asked_lately"):
            check_ask_help(Step.RESIDENTS_BACKED, False, last, day)


@given(st.sampled_from(RHYTHMS), st.none() | a_date, a_date)
def test_a_next_round_is_never_in_the_past(rhythm: str, last: date | None, today: date) -> None:
    day = next_round(rhythm, last, today)
    assert (day is None) == (rhythm == "now_and_then")
    assert day is None or day >= today


@pytest.mark.parametrize(
    ("part", "rhythm", "people"),
    [("c", "weekly", 1), ("a", "daily", 1), ("a", "weekly", 0), ("a", "weekly", 999)],
)
def test_a_share_that_makes_no_sense_is_refused(part: str, rhythm: str, people: int) -> None:
    with pytest.raises(Refused):
        Share(part, rhythm, people)
