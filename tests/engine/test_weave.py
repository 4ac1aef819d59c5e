"""Laws of weaving that hold whoever asks, and known answers where every way of sitting together can be tried."""

import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, permutations
from typing import Any

import numpy as np
import pytest
import rustworkx
from hypothesis import given, settings
from hypothesis import strategies as st

from vuurtoren.engine.weave import FIRST, GROUPS, KNOWN, NOBODY, ODD, STREETS, Asked, Woven, few, weave
from vuurtoren.engine.weave import candidates as candidate_module
from vuurtoren.engine.weave.candidates import MOST, Candidates, candidates
from vuurtoren.engine.weave.near import Near
from vuurtoren.engine.weave.places import most_seated, seat
from vuurtoren.engine.weave.threes import tables_of, threes
from vuurtoren.engine.weave.town import Town, draw
from vuurtoren.engine.weave.trial import compare
from vuurtoren.engine.weave.twos import WAITS, twos

pytestmark = pytest.mark.pure
Tables = list[list[int]]
Pairs = list[tuple[int, int]]


def pairs(rows: Pairs) -> np.ndarray:
    return np.array(rows, dtype=np.int64).reshape(-1, 2)


def some_people(
    count: int, lines: Pairs, streets: list[int], left_out: list[int], apart: Pairs | None = None
) -> Asked:
    """People 100, 101, …: each of the `lines` between two of them is a thing that only they love."""
    loves = [(100 + one, number) for number, line in enumerate(lines) for one in line]
    return Asked(
        person=np.arange(100, 100 + count),
        street=np.array(streets[:count]),
        loves=pairs(loves),
        ties=pairs([(100 + one, 100 + other) for one, other in apart or []]),
        left_out=np.array(left_out[:count]),
    )


@st.composite
def graphs(drawing: st.DrawFn, most: int = 8, tied: bool = False) -> Asked:
    """Up to `most` people, any of whom may share a love, and with `tied` some ties."""
    count = drawing(st.integers(1, most))
    every = list(combinations(range(count), 2))
    lines = drawing(st.lists(st.sampled_from(every), unique=True, max_size=12)) if every else []
    apart = drawing(st.lists(st.sampled_from(every), unique=True, max_size=5)) if every and tied else []
    numbers = st.lists(st.integers(0, 4), min_size=count, max_size=count)
    return some_people(count, lines, drawing(numbers), drawing(numbers), apart)


@st.composite
def neighbours(drawing: st.DrawFn) -> Asked:
    """Up to fourteen people with loves, groups, ties, languages and earlier proposals, some with people who did not ask."""
    count = drawing(st.integers(0, 14))
    some, anybody, few = st.integers(0, 3), st.integers(0, 16), st.integers(0, 5)

    def rows(of: st.SearchStrategy[int], at_most: int) -> np.ndarray:
        return pairs(drawing(st.lists(st.tuples(anybody, of), max_size=at_most)))

    def numbers(of: st.SearchStrategy[int]) -> np.ndarray:
        return np.array(drawing(st.lists(of, min_size=count, max_size=count)), dtype=np.int64)

    return Asked(
        person=np.arange(count), street=numbers(some), loves=rows(few, 40), groups=rows(some, 10),
        ties=rows(anybody, 12), not_again=rows(anybody, 12), left_out=numbers(few), languages=numbers(some),
    )  # fmt: skip


def in_any_order(asked: Asked, seed: int) -> Asked:
    """The same people, and rows about them, in another order; a pair may be told the other way round."""
    rng = np.random.default_rng(seed)
    turn = rng.permutation(len(asked.person))
    columns = {name: getattr(asked, name)[turn] for name in ("person", "street", "left_out", "languages")}
    rows = {name: rng.permutation(getattr(asked, name)) for name in ("loves", "groups")}
    both = {name: rng.permutation(getattr(asked, name))[:, ::-1] for name in ("ties", "not_again")}
    return Asked(**columns, **rows, **both)


def matchings(lines: Pairs) -> Iterator[Pairs]:
    """Every way of taking some of the lines so that nobody is in two."""
    if not lines:
        yield []
        return
    (one, other), rest = lines[0], lines[1:]
    yield from matchings(rest)
    for more in matchings([line for line in rest if not {one, other} & set(line)]):
        yield [(one, other), *more]


def seatings(near: Near, free: frozenset[int]) -> Iterator[Tables]:
    """Every way of seating some of these people at tables of two and three."""
    if not free:
        yield []
        return
    first = min(free)
    rest = free - {first}
    yield from seatings(near, rest)
    linked = {(one, other) for one in free for other, _ in near.of(one)}
    for other in rest:
        if (first, other) in linked:
            for more in seatings(near, rest - {other}):
                yield [[first, other], *more]
    for two in combinations(rest, 2):
        if any(is_table(near, list(order)) for order in permutations((first, *two))):
            for more in seatings(near, rest - set(two)):
                yield [[first, *two], *more]


def is_table(near: Near, people: list[int]) -> bool:
    """Does the first of them have each other for a candidate, and may the others meet?"""
    linked = {other for other, _ in near.of(people[0])}
    return set(people[1:]) <= linked and (len(people) == 2 or near.may_meet(people[1], people[2]))


def hub_first(near: Near, people: list[int]) -> list[int]:
    """The same people, first one who has each other for a candidate."""
    return next(list(order) for order in permutations(people) if is_table(near, list(order)))


def by_waiting(found: Candidates, seated: set[int]) -> tuple[int, ...]:
    """How many sit of those who were left out most often, and so on down to those who never were."""
    waited = np.minimum(found.known.left_out, WAITS)
    return tuple(sum(int(waited[one]) == wait for one in seated) for wait in range(WAITS, -1, -1))


def worth_of(found: Candidates, lines: Pairs) -> tuple[tuple[int, ...], int]:
    """What a matching is judged by: who sits, then what is bridged."""
    worth = {(int(i), int(j)): int(w) for i, j, w in zip(found.one, found.other, found.worth, strict=True)}
    return by_waiting(found, {one for line in lines for one in line}), sum(worth[line] for line in lines)


def seats(tables: Tables) -> set[int]:
    return {one for table in tables for one in table}


@settings(deadline=None, max_examples=150)
@given(graphs(), st.integers(0, 99))
def test_no_twos_are_better_than_those_that_were_found(asked: Asked, seed: int) -> None:
    found = candidates(asked, seed)
    lines = [(int(i), int(j)) for i, j in zip(found.one, found.other, strict=True)]
    taken = [(one, other) for one, other in map(tuple, tables_of(twos(found)))]
    assert set(taken) <= set(lines)
    assert worth_of(found, taken) == max(worth_of(found, some) for some in matchings(lines))


@settings(deadline=None, max_examples=150)
@given(graphs(tied=True), st.integers(0, 99))
def test_no_threes_are_better_for_the_twos_there_are(asked: Asked, seed: int) -> None:
    found = candidates(asked, seed)
    near, mate = Near.made(found), twos(found)
    found_tables, before = threes(near, mate), tables_of(mate)

    def judged(tables: Tables) -> tuple[int, int, int]:
        worth = 0
        for middle, other, person in (table for table in tables if len(table) == 3):
            worth += near.third(middle, other, person, dict(near.of(middle))[person])
        sat = seats(tables)
        return sum(found.known.left_out[one] > 0 for one in sat), len(sat), worth

    def joined(over: list[int], tables: Tables) -> Iterator[Tables]:
        if not over:
            yield tables
            return
        yield from joined(over[1:], tables)
        for number, table in enumerate(tables):
            for middle, other in permutations(table) if len(table) == 2 else ():
                if is_table(near, [middle, other, over[0]]):
                    changed = [*tables[:number], [middle, other, over[0]], *tables[number + 1 :]]
                    yield from joined(over[1:], changed)

    over = np.flatnonzero(mate < 0).tolist()
    assert judged(found_tables) == max(judged(tables) for tables in joined(over, before))


@settings(deadline=None, max_examples=200)
@given(graphs(most=7, tied=True), st.integers(0, 99))
def test_whoever_was_left_out_is_seated_wherever_any_way_of_sitting_seats_them(
    asked: Asked, seed: int
) -> None:
    """No weave seats more of those who waited longest, nor then of those who waited less, nor more people in all."""
    found = candidates(asked, seed)
    near = Near.made(found)
    tables, over = seat(near, threes(near, twos(found)))
    everybody = frozenset(range(len(asked.person)))
    assert sorted([*(one for table in tables for one in table), *over]) == sorted(everybody)
    assert all(is_table(near, table) for table in tables)
    best = max(by_waiting(found, seats(some)) for some in seatings(near, everybody))
    assert by_waiting(found, seats(tables)) == best


@settings(deadline=None, max_examples=250)
@given(graphs(most=7), st.integers(0, 99), st.data())
def test_moving_alone_finds_that_from_any_tables_where_no_tie_stands_between(
    asked: Asked, seed: int, data: st.DataObject
) -> None:
    found = candidates(asked, seed)
    near = Near.made(found)
    every = list(seatings(near, frozenset(range(len(asked.person)))))
    laid = data.draw(st.sampled_from(every))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(few, "FEW", 0)
        tables, _ = seat(near, [hub_first(near, table) for table in laid])
    assert all(is_table(near, table) for table in tables)
    assert by_waiting(found, seats(tables)) == max(by_waiting(found, seats(some)) for some in every)
    assert len(seats(tables)) == most_seated(found)


@settings(deadline=None, max_examples=150)
@given(graphs(tied=True), st.integers(0, 99))
def test_among_many_with_ties_nobody_is_over_who_could_simply_sit_down(asked: Asked, seed: int) -> None:
    found = candidates(asked, seed)
    near = Near.made(found)
    before = threes(near, twos(found))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(few, "FEW", 0)
        tables, over = seat(near, before)
    assert len(seats(tables)) <= most_seated(found)
    assert by_waiting(found, seats(tables)) >= by_waiting(found, seats(before))
    table_of = {one: table for table in tables for one in table}
    for person in over:
        for other, _ in near.of(person):
            table = table_of[other]
            assert len(table) == 3 or not is_table(near, [other, *({*table} - {other}), person])
            assert len(table) == 2 or table[0] == other


@settings(deadline=None, max_examples=200)
@given(neighbours(), st.integers(0, 99))
def test_nobody_is_proposed_who_did_not_ask_or_is_tied_or_said_no_or_shares_nothing(
    asked: Asked, seed: int
) -> None:
    woven = weave(asked, seed)
    loves = {tuple(row) for row in asked.loves.tolist()}
    never = {frozenset(row) for row in [*asked.ties.tolist(), *asked.not_again.tolist()]}
    tongues = dict(zip(asked.person.tolist(), asked.languages.tolist(), strict=True))
    told = [one for group in woven.groups for one in group.people] + [one.person for one in woven.left_out]
    assert sorted(told) == sorted(asked.person.tolist())
    for group in woven.groups:
        assert len(group.people) == len(group.loves) + 1 in (2, 3)
        for one, love in zip(group.people[1:], group.loves, strict=True):
            assert {(group.people[0], love), (one, love)} <= loves
        for one, other in combinations(group.people, 2):
            assert frozenset((one, other)) not in never
            assert not tongues[one] or not tongues[other] or tongues[one] & tongues[other]


@settings(deadline=None, max_examples=150)
@given(neighbours(), st.integers(0, 99))
def test_what_a_proposal_bridges_and_why_somebody_is_over_are_as_told(asked: Asked, seed: int) -> None:
    woven = weave(asked, seed)
    street = dict(zip(asked.person.tolist(), asked.street.tolist(), strict=True))
    sits = {one: {g for p, g in asked.groups.tolist() if p == one} for one in street}
    loves = {one: {love for p, love in asked.loves.tolist() if p == one} for one in street}
    never = {frozenset(row) for row in [*asked.ties.tolist(), *asked.not_again.tolist()]}
    tied = {frozenset((street[a], street[b])) for a, b in asked.ties.tolist() if a in street and b in street}
    for group in woven.groups:
        some = list(combinations(group.people, 2))
        assert group.streets == tuple(sorted({street[one] for one in group.people}))
        assert (STREETS in group.bridges) == (len(group.streets) > 1)
        assert (GROUPS in group.bridges) == any(not sits[a] & sits[b] for a, b in some)
        fresh = [{street[a], street[b]} for a, b in some if street[a] != street[b]]
        assert (FIRST in group.bridges) == any(frozenset(two) not in tied for two in fresh)
    tongues = dict(zip(asked.person.tolist(), asked.languages.tolist(), strict=True))
    for one in woven.left_out:
        share = [other for other in street if other != one.person and loves[one.person] & loves[other]]
        may = [
            other for other in share if frozenset((one.person, other)) not in never
            and (not tongues[one.person] or not tongues[other] or tongues[one.person] & tongues[other])
        ]  # fmt: skip
        assert one.why == (ODD if may else KNOWN if share else NOBODY)


@settings(deadline=None, max_examples=150)
@given(neighbours(), st.integers(0, 99), st.integers(0, 99))
def test_the_order_in_which_people_are_told_plays_no_part(asked: Asked, seed: int, order: int) -> None:
    assert weave(asked, seed) == weave(in_any_order(asked, order), seed)


@pytest.mark.parametrize("circle", [30, 1_000])
def test_a_town_is_woven_the_same_again_and_otherwise_by_another_seed(
    circle: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(candidate_module, "CIRCLE", circle)
    town = a_town(400).everybody
    woven = weave(town, 5)
    assert woven == weave(in_any_order(town, 1), 5)
    assert met(woven) != met(weave(town, 6))


def test_the_matchings_of_a_whole_town_prove_themselves_the_best(monkeypatch: pytest.MonkeyPatch) -> None:
    """The library holds its answer against the dual of the problem, and panics where it falls short."""
    matched = rustworkx.max_weight_matching
    asked: list[int] = []

    def proven(graph: Any, **how: Any) -> set[tuple[int, int]]:
        asked.append(graph.num_nodes())
        found: set[tuple[int, int]] = matched(graph, verify_optimum=True, **how)
        return found

    monkeypatch.setattr(rustworkx, "max_weight_matching", proven)
    town = a_town(1_500).everybody
    weave(replace(town, left_out=np.random.default_rng(1).integers(0, 5, 1_500)), 4)
    assert max(asked) > 600


def test_another_run_of_the_program_weaves_the_same() -> None:
    words = (
        "import numpy as np; from vuurtoren.engine.weave import weave; from vuurtoren.engine.weave.town import draw;"
        "print(weave(draw(np.random.default_rng(1), 1_500).everybody, 5))"
    )
    told = subprocess.run([sys.executable, "-c", words], capture_output=True, text=True, check=True).stdout
    assert told.strip() == repr(weave(a_town(1_500).everybody, 5))


def test_circles_leave_nobody_over_who_could_have_been_seated(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidate_module, "CIRCLE", 40)
    town = a_town(600).everybody
    found = candidates(town, 3)
    around = np.bincount(found.known.circle)
    assert len(around) == 15
    assert around.max() < 80
    woven = weave(town, 3)
    assert sum(len(group.people) for group in woven.groups) == woven.most


def test_who_share_a_rare_love_sit_in_one_circle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(candidate_module, "CIRCLE", 10)
    loves = [(one, 1) for one in range(60)] + [(one, 2 + one // 4) for one in range(60)]
    known = candidates(Asked(np.arange(60), np.zeros(60, dtype=np.int64), pairs(loves)), 1).known
    circle = known.circle[np.argsort(known.person)].reshape(15, 4)
    assert (circle == circle[:, :1]).all()
    assert len(np.unique(circle)) == 6


@settings(deadline=None, max_examples=60)
@given(neighbours(), st.integers(0, 99))
def test_whoever_has_few_to_choose_from_has_all_of_them_as_candidates(asked: Asked, seed: int) -> None:
    found = candidates(asked, seed)
    near = Near.made(found)
    for one in range(len(asked.person)):
        may = {
            other for other in range(len(asked.person))
            if near.may_meet(one, other) and near.love(one, other) >= 0
        }  # fmt: skip
        seen = {other for other, _ in near.of(one)}
        assert seen <= may
        assert len(may) > MOST or seen == may
        assert len(seen) >= min(MOST, len(may))


def test_thousands_who_love_one_thing_make_no_graph_of_millions() -> None:
    every = np.arange(5_000)
    crowd = Asked(every, every % 50, loves=np.column_stack([every, np.zeros_like(every)]))
    found = candidates(crowd, 1)
    assert len(found.one) <= MOST * len(every)
    assert (found.worth == 10).all()
    woven = weave(crowd, 1)
    assert not woven.left_out
    assert all(len(group.streets) > 1 for group in woven.groups)


def test_who_live_apart_are_preferred_over_who_live_together() -> None:
    four = Asked(np.arange(4), np.array([1, 1, 2, 2]), loves=pairs([(one, 9) for one in range(4)]))
    for seed in range(8):
        assert all(group.streets == (1, 2) for group in weave(four, seed).groups)


def test_who_sit_at_one_table_already_are_proposed_to_others() -> None:
    four = Asked(
        np.arange(4), np.ones(4, dtype=np.int64), loves=pairs([(one, 9) for one in range(4)]),
        groups=pairs([(0, 5), (1, 5), (2, 6), (3, 6)]),
    )  # fmt: skip
    for seed in range(8):
        woven = weave(four, seed)
        assert {frozenset(group.people) for group in woven.groups}.isdisjoint(
            {frozenset((0, 1)), frozenset((2, 3))}
        )
        assert all(group.bridges == (GROUPS,) for group in woven.groups)


def test_two_who_were_left_out_and_only_share_with_the_same_third_sit_with_them_as_three() -> None:
    woven = weave(some_people(3, [(0, 1), (1, 2)], [1, 2, 3], [1, 0, 1]), 1)
    assert [group.people[0] for group in woven.groups] == [101]
    assert set(woven.groups[0].people) == {100, 101, 102}
    assert set(woven.groups[0].loves) == {0, 1}


def test_of_two_with_a_tie_who_only_share_with_the_same_third_the_one_who_waited_sits() -> None:
    for waits in (0, 2):
        left_out = [1, 0, 1]
        left_out[waits] = 2
        woven = weave(some_people(3, [(0, 1), (1, 2)], [1, 2, 3], left_out, apart=[(0, 2)]), 1)
        assert [one.person for one in woven.left_out] == [100 + 2 - waits]
        assert woven.left_out[0].why == ODD
        assert woven.most == 3


def test_a_two_that_no_third_may_join_gives_way_to_a_three() -> None:
    """Three share only with the last; of these one has a tie with both others."""
    for seed in range(8):
        woven = weave(some_people(4, [(0, 3), (1, 3), (2, 3)], [1] * 4, [1, 0, 1, 1], [(1, 2), (0, 2)]), seed)
        assert [set(group.people) for group in woven.groups] == [{100, 101, 103}]


def test_of_two_who_could_join_a_two_the_one_who_waited_does() -> None:
    for seed in range(8):
        found = candidates(some_people(4, [(0, 1), (1, 2), (1, 3)], [1, 1, 2, 1], [2, 0, 0, 1]), seed)
        tables = threes(Near.made(found), twos(found))
        assert [{int(found.known.person[one]) for one in table} for table in tables] == [{100, 101, 103}]


def test_who_waited_less_gives_up_a_place_also_at_the_end_of_a_chain(monkeypatch: pytest.MonkeyPatch) -> None:
    """The seeker shares only with a full table; its third could sit at another full table, where nobody waited."""
    monkeypatch.setattr(few, "FEW", 0)
    lines = [(0, 1), (1, 2), (1, 3), (3, 4), (4, 5), (4, 6)]
    found = candidates(some_people(7, lines, [1] * 7, [1, 0, 1, 1, 0, 0, 0]), 1)
    at = {int(person) - 100: place for place, person in enumerate(found.known.person)}
    laid = [[at[1], at[2], at[3]], [at[4], at[5], at[6]]]
    tables, over = seat(Near.made(found), laid)
    assert {frozenset(table) for table in tables} != {frozenset(table) for table in laid}
    assert [int(found.known.left_out[one]) for one in over] == [0]
    assert len(seats(tables)) == 6


def test_others_move_so_that_one_more_can_sit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two share only with the third, who has a table already: it breaks up, and others there move on."""
    monkeypatch.setattr(few, "FEW", 0)
    lines = [(0, 2), (1, 2), (5, 2), (2, 3), (3, 4), (4, 6)]
    found = candidates(some_people(7, lines, [1] * 7, [0] * 7), 1)
    at = {int(person) - 100: place for place, person in enumerate(found.known.person)}
    near = Near.made(found)
    tables, over = seat(near, [[at[2], at[3], at[0]], [at[4], at[6]]])
    assert len(over) == 1
    assert sorted(map(len, tables)) == [3, 3]


@pytest.mark.parametrize("seed", [1, 2])
def test_over_six_rounds_nobody_who_could_be_seated_is_left_out_twice_and_more_is_bridged(seed: int) -> None:
    found = compare(draw(np.random.default_rng(seed), 800), 6, seed)
    woven, raffle, by_chance, nearest = (found[name] for name in ("woven", "raffle", "random", "nearest"))
    assert woven.needless == by_chance.needless == nearest.needless == 0
    assert woven.twice_with_somebody == 0
    assert woven.sharing > 0.99 * woven.pairs
    assert woven.bridges > max(raffle.bridges, by_chance.bridges, nearest.bridges)
    assert woven.left_out < min(by_chance.left_out, nearest.left_out)
    assert raffle.needless > 0
    assert len({one.asked for one in found.values()}) == 1


@pytest.mark.parametrize(
    "wrong",
    [
        {"person": np.array([1, 1])},
        {"street": np.array([1, 2, 3])},
        {"left_out": np.array([0, -1])},
        {"loves": np.array([1, 2])},
        {"ties": np.array([[1.5, 2.0]])},
        {"languages": np.array([1])},
    ],
)
def test_what_cannot_be_is_refused(wrong: dict[str, np.ndarray]) -> None:
    two = Asked(np.array([1, 2]), np.array([1, 2]), loves=pairs([(1, 3), (2, 3)]))
    with pytest.raises(ValueError, match=r"\w"):
        replace(two, **wrong)


def a_town(people: int, seed: int = 1) -> Town:
    return draw(np.random.default_rng(seed), people)


def met(woven: Woven) -> set[tuple[int, ...]]:
    return {group.people for group in woven.groups}
