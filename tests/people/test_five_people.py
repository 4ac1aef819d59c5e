"""A published figure covers at least five people: one gate, whoever counts, and no subtracting around it (law 7)."""

from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vuurtoren.people import rules
from vuurtoren.people.rules import ENOUGH_TO_TELL, enough, in_fives, tellable

pytestmark = pytest.mark.pure
People = dict[int, set[int]]
groups = st.dictionaries(st.integers(0, 9), st.sets(st.integers(0, 30), max_size=9), max_size=8)
"""Groups that may overlap, as the people of two bridges do."""
others = st.sets(st.integers(31, 50), max_size=9)
sizes = st.dictionaries(st.integers(0, 9), st.integers(0, 12), min_size=1, max_size=8)


def streets(counts: dict[int, int]) -> People:
    """So many people in each street, nobody in two."""
    return {street: set(range(street * 100, street * 100 + count)) for street, count in counts.items()}


def together(some: Iterable[set[int]]) -> set[int]:
    return set().union(*some)


@given(groups, others)
def test_nothing_is_told_about_one_to_four_nor_left_over_to_subtract(
    people: People, besides: set[int]
) -> None:
    told = tellable(people, besides)
    assert told <= people.keys()
    assert all(len(people[one]) >= ENOUGH_TO_TELL for one in told)
    left_out = together(people[one] for one in people.keys() - told) | besides
    assert not told or not left_out or len(left_out) >= ENOUGH_TO_TELL


@given(groups, others)
def test_nothing_is_left_out_without_need(people: People, besides: set[int]) -> None:
    told = tellable(people, besides)
    kept_back = {one for one in people.keys() - told if enough(len(people[one]))}
    assert len(kept_back) <= 1
    for one in kept_back:
        few = together(people[other] for other in people.keys() - told - {one}) | besides
        assert 0 < len(few) < ENOUGH_TO_TELL
        assert all(len(people[other]) >= len(people[one]) for other in told), "the smallest is kept back"


@given(sizes, st.integers(0, 8), st.permutations(range(10)))
def test_what_a_street_is_called_decides_at_most_between_two_of_one_size(
    counts: dict[int, int], without: int, names: list[int]
) -> None:
    besides = set(range(5000, 5000 + without))
    renamed = {names[street]: count for street, count in counts.items()}

    def told(some: dict[int, int]) -> list[int]:
        return sorted(some[street] for street in tellable(streets(some), besides))

    assert told(counts) == told(renamed)


@given(st.integers(0, 10_000))
def test_a_figure_in_fives_is_the_same_for_five_counts_and_never_too_high(people: int) -> None:
    told = in_fives(people)
    assert told % ENOUGH_TO_TELL == 0
    assert told <= people < told + ENOUGH_TO_TELL
    assert bool(told) == enough(people)


@given(sizes, st.integers(0, 8), st.data())
def test_one_neighbour_more_or_less_moves_no_figure_by_other_than_a_whole_five(
    counts: dict[int, int], without: int, data: st.DataObject
) -> None:
    """What shows before and after moves by nothing or one five; no step leaves one neighbour to subtract."""
    street = data.draw(st.sampled_from(sorted(counts)))
    more = {**counts, street: counts[street] + 1}
    besides = set(range(5000, 5000 + without))

    def told(some: dict[int, int]) -> dict[int | str, int]:
        shown = tellable(streets(some), besides)
        figures: dict[int | str, int] = {one: in_fives(some[one]) for one in shown}
        return {**figures, "all": in_fives(sum(some.values()) + without)}

    before, after = told(counts), told(more)
    for one in before.keys() & after.keys():
        assert after[one] - before[one] in ({0, ENOUGH_TO_TELL} if one in (street, "all") else {0})


def test_the_five_stands_in_one_place() -> None:
    house = Path(rules.__file__).parents[1]
    named = [path for path in house.rglob("*.py") if "ENOUGH_TO_TELL" in path.read_text(encoding="utf-8")]
    assert named == [Path(rules.__file__)]
