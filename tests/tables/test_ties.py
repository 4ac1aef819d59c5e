"""A tie is there because two people met and both say so; who knows whom is seen by nobody, and numbers cover five."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.makers import NOW, a_neighbourhood, a_person, a_place, seen_as, sits_too
from tests.tables.test_stories import TODAY, a_table, on_paper
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people.acts import forget
from vuurtoren.people.models import Person
from vuurtoren.people.rules import ENOUGH_TO_TELL, Role
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, visitor
from vuurtoren.tables import acts, queries
from vuurtoren.tables.counting import Ends, figures_of
from vuurtoren.tables.models import Present, Tie, TieCount

LATER = NOW + timedelta(hours=2)


def people_who_met(count: int = 2, homes: int = 0) -> tuple[Neighbourhood, list[Person]]:
    """Guests of one table who all said that they were there, living in so many streets in turn."""
    here = a_neighbourhood()
    host = seen_as(a_person(here, Role.HOST))
    table = a_table(host, here)
    acts.write_down(host, table, day=TODAY, someones=count, at=NOW)
    streets = [a_place(here) for _ in range(homes)]
    guests = [a_person(here, called=f"Gast {number}") for number in range(count)]
    for number, guest in enumerate(guests):
        sits_too(seen_as(guest), table, day=TODAY, at=NOW)
        if streets:
            Person.objects.filter(pk=guest.pk).update(home=streets[number % homes])
    return here, guests


def there(person: Person) -> Present:
    return Present.objects.get(person=person)


def tied(one: Person, other: Person) -> Tie:
    acts.keep_tie(seen_as(one), there(other), at=LATER)
    tie = Tie.objects.latest("pk")
    acts.answer_tie(seen_as(other), tie, yes=True, at=LATER)
    return tie


def whom(person: Person, here: Neighbourhood) -> list[tuple[str, bool]]:
    return [(one.called, one.since is not None) for one in queries.my_ties(seen_as(person), here, LATER)]


@pytest.mark.django_db
def test_two_who_met_and_both_say_so_know_each_other_and_nobody_else_sees_it() -> None:
    here, (sem, noor, other) = people_who_met(3)
    assert {one.called for one in queries.met_lately(seen_as(sem), here, TODAY)} >= {
        noor.called,
        other.called,
    }
    acts.keep_tie(seen_as(sem), there(noor), at=LATER)
    assert (whom(sem, here), whom(noor, here)) == ([(noor.called, False)], [])
    (asked,) = queries.ties_asked_of_me(seen_as(noor), here)
    assert asked.called == sem.called
    tie = queries.tie_called(seen_as(noor), here, asked.public_id)
    assert tie is not None
    assert queries.tie_called(seen_as(other), here, asked.public_id) is None
    acts.answer_tie(seen_as(noor), tie, yes=True, at=LATER)
    assert (whom(sem, here), whom(noor, here), whom(other, here)) == (
        [(noor.called, True)], [(sem.called, True)], [],
    )  # fmt: skip
    assert noor.called not in {one.called for one in queries.met_lately(seen_as(sem), here, TODAY)}
    assert [one["called"] for one in queries.own_ties_export(seen_as(sem))] == [noor.called]
    acts.let_go(seen_as(noor), tie, at=LATER)
    assert not Tie.objects.exists()
    assert verify_book(here.key).broken is None


@pytest.mark.django_db
def test_the_journal_does_not_tell_who_knows_whom() -> None:
    here, (sem, noor) = people_who_met()
    tied(sem, noor)
    told = Moment.objects.filter(book__key=here.key, kind__startswith="tables.tie").values_list(
        "who", "about", "place"
    )
    assert set(told) == {(None, None, None)}


@pytest.mark.django_db
def test_both_asking_is_both_saying_yes() -> None:
    here, (sem, noor) = people_who_met()
    acts.keep_tie(seen_as(sem), there(noor), at=LATER)
    acts.keep_tie(seen_as(noor), there(sem), at=LATER)
    assert whom(sem, here) == [(noor.called, True)]


@pytest.mark.parametrize("days", [1, 20, 364])
@pytest.mark.django_db
def test_a_question_is_taken_back_and_asked_again_the_same_after_a_no_as_before(days: int) -> None:
    """Whatever whoever asked sees and may do is the same; who said no is not asked again within the year."""
    seen: list[list[Any]] = []
    for said_no in (False, True):
        here, (sem, noor) = people_who_met()
        trace: list[Any] = []

        def look(
            at: datetime, sem: Person = sem, here: Neighbourhood = here, trace: list[Any] = trace
        ) -> None:
            met = [one.called for one in queries.met_lately(seen_as(sem), here, TODAY)]
            known = [(one.called, one.since) for one in queries.my_ties(seen_as(sem), here, at)]
            moments = Moment.objects.filter(book__key=here.key, kind__startswith="tables.tie").order_by(
                "number"
            )
            trace.append((met, known, [one.kind for one in moments if one.kind != "tables.tie_answered"]))

        def tie(here: Neighbourhood = here) -> Tie:
            return Tie.objects.get(neighbourhood=here)

        acts.keep_tie(seen_as(sem), there(noor), at=LATER)
        if said_no:
            acts.answer_tie(seen_as(noor), tie(), yes=False, at=LATER)
        look(LATER)
        acts.let_go(seen_as(sem), tie(), at=LATER)
        look(LATER)
        assert queries.ties_asked_of_me(seen_as(noor), here) == []
        again = LATER + timedelta(days=days)
        acts.keep_tie(seen_as(sem), there(noor), at=again)
        look(again)
        assert bool(queries.ties_asked_of_me(seen_as(noor), here)) is not said_no
        with pytest.raises(Refused, match=r"tables\.tie_asked_already"):
            acts.keep_tie(seen_as(sem), there(noor), at=again)
        for later in (2, 27, 29):
            acts.end_asking_about_ties(machine(), here, at=again + timedelta(days=later))
            known = queries.my_ties(seen_as(sem), here, again + timedelta(days=later))
            trace.append([one.called for one in known])
        seen.append(trace)
    assert seen[0] == seen[1]


@pytest.mark.django_db
def test_a_question_that_was_taken_back_stands_only_when_both_ask_again() -> None:
    here, (sem, noor) = people_who_met()
    acts.keep_tie(seen_as(sem), there(noor), at=LATER)
    acts.answer_tie(seen_as(noor), Tie.objects.get(), yes=False, at=LATER)
    acts.let_go(seen_as(sem), Tie.objects.get(), at=LATER)
    acts.keep_tie(seen_as(noor), there(sem), at=LATER)
    assert (whom(sem, here), whom(noor, here)) == ([], [(sem.called, False)])
    acts.keep_tie(seen_as(sem), there(noor), at=LATER)
    assert whom(sem, here) == [(noor.called, True)]


@pytest.mark.django_db
def test_a_no_is_told_to_nobody_and_is_not_asked_again() -> None:
    here, (sem, noor) = people_who_met()
    acts.keep_tie(seen_as(sem), there(noor), at=LATER)
    before = whom(sem, here)
    acts.answer_tie(seen_as(noor), Tie.objects.get(), yes=False, at=LATER)
    assert whom(sem, here) == before
    assert queries.ties_asked_of_me(seen_as(noor), here) == []
    with pytest.raises(Refused, match=r"tables\.tie_asked_already"):
        acts.keep_tie(seen_as(sem), there(noor), at=LATER)
    with pytest.raises(Refused, match=r"tables\.gone"):
        acts.let_go(seen_as(noor), Tie.objects.get(), at=LATER)
    acts.keep_tie(seen_as(noor), there(sem), at=LATER)  # who said no may think better of it
    assert whom(sem, here) == [(noor.called, True)]


@pytest.mark.django_db
def test_silence_is_no_yes_and_after_a_year_nothing_is_left_of_the_question() -> None:
    here, (sem, noor) = people_who_met()
    acts.keep_tie(seen_as(sem), there(noor), at=NOW)
    assert acts.end_asking_about_ties(machine(), here, at=NOW + timedelta(days=27)) == ()
    assert len(acts.end_asking_about_ties(machine(), here, at=NOW + timedelta(days=29))) == 1
    assert acts.end_asking_about_ties(machine(), here, at=NOW + timedelta(days=30)) == ()
    assert queries.my_ties(seen_as(sem), here, NOW + timedelta(days=29)) == []
    acts.end_asking_about_ties(machine(), here, at=NOW + timedelta(days=400))
    assert not Tie.objects.exists()


@pytest.mark.django_db
def test_a_tie_begins_with_a_meeting_of_two_who_can_both_say_yes() -> None:
    here, (sem, noor) = people_who_met()
    stranger = a_person(here)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.keep_tie(seen_as(stranger), there(noor), at=LATER)
    with pytest.raises(Refused, match=r"tables\.tie_not_met"):
        acts.keep_tie(seen_as(sem), there(sem), at=LATER)
    table = there(sem).gathering.table
    assert table.host is not None
    host = seen_as(table.host)
    wim = on_paper(host, here)
    day = TODAY - timedelta(days=7)
    acts.write_down(host, table, day=day, people=[wim], at=LATER)
    with pytest.raises(Refused, match=r"tables\.tie_on_paper"):
        acts.keep_tie(host, there(wim), at=LATER)
    acts.answer_met(seen_as(noor), there(noor), yes=False, at=LATER)
    assert queries.met_lately(seen_as(noor), here, TODAY) == []


@pytest.mark.django_db
def test_whoever_is_forgotten_is_in_no_tie() -> None:
    here, (sem, noor) = people_who_met()
    tied(sem, noor)
    forget(seen_as(noor), noor, here, at=LATER)
    assert not Tie.objects.exists()
    assert whom(sem, here) == []


@pytest.mark.django_db
def test_the_neighbourhood_is_told_numbers_of_five_and_more_once_a_week() -> None:
    here, guests = people_who_met(8, homes=2)
    for number in range(0, 8, 2):
        tied(guests[number], guests[number + 1])
    assert queries.ties_told(visitor(), here) is None
    assert len(acts.count_ties(machine(), here, at=LATER)) == 1
    told = queries.ties_told(visitor(), here)
    assert told is not None
    assert (told.ties, told.bridges, told.streets) == (4, 4, 2)
    assert [one.count for one in told.between] == [4]
    tied(guests[0], guests[3])
    assert acts.count_ties(machine(), here, at=LATER + timedelta(days=6)) == ()
    assert queries.ties_told(visitor(), here) == told
    assert len(acts.count_ties(machine(), here, at=LATER + timedelta(days=8))) == 1
    again = queries.ties_told(visitor(), here)
    assert again is not None
    assert again.ties == 5


@pytest.mark.django_db
def test_four_people_are_no_number() -> None:
    here, guests = people_who_met(4, homes=2)
    tied(guests[0], guests[1])
    tied(guests[2], guests[3])
    acts.count_ties(machine(), here, at=LATER)
    told = queries.ties_told(visitor(), here)
    assert told is not None
    assert (told.ties, told.bridges, told.streets, told.between) == (None, None, None, ())
    assert set(TieCount.objects.values_list("count", flat=True)) == {0}


@pytest.mark.django_db
def test_a_street_that_is_home_elsewhere_is_no_street_here() -> None:
    here, guests = people_who_met(6, homes=1)
    far: Place = a_place(a_neighbourhood("Elders"))
    Person.objects.filter(pk__in=[one.pk for one in guests[::2]]).update(home=far)
    for number in range(0, 6, 2):
        tied(guests[number], guests[number + 1])
    acts.count_ties(machine(), here, at=LATER)
    told = queries.ties_told(visitor(), here)
    assert told is not None
    assert (told.ties, told.streets) == (3, 1)
    assert told.between == ()


ends = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(1, 4)), st.one_of(st.none(), st.integers(1, 4)),
        st.integers(0, 12), st.integers(13, 25),
    ).map(lambda row: Ends(*row)),
    max_size=40,
)  # fmt: skip


@given(ends)
def test_no_figure_about_ties_covers_fewer_than_five_nor_gives_them_away(ties: list[Ends]) -> None:
    def covered(some: list[Ends]) -> int:
        return len({person for one in some for person in (one.low, one.high)})

    def is_bridge(one: Ends) -> bool:
        return one.one is not None and one.other is not None and one.one != one.other

    told = figures_of(ties)
    bridges = [one for one in ties if is_bridge(one)]
    within = [one for one in ties if not is_bridge(one)]
    assert (told.ties is None) == (covered(ties) < ENOUGH_TO_TELL)
    if told.ties is not None:
        assert told.ties == len(ties)
    if told.bridges is not None:
        assert told.bridges == len(bridges)
        assert covered(bridges) >= ENOUGH_TO_TELL
        assert covered(within) == 0 or covered(within) >= ENOUGH_TO_TELL
    shown = [one for one in bridges if tuple(sorted((one.one or 0, one.other or 0))) in told.between]
    hidden = [one for one in bridges if one not in shown]
    assert sum(told.between.values()) == len(shown)
    if told.between:
        assert covered(hidden) == 0 or covered(hidden) >= ENOUGH_TO_TELL
    for pair, count in told.between.items():
        these = [one for one in shown if tuple(sorted((one.one or 0, one.other or 0))) == pair]
        assert len(these) == count
        assert covered(these) >= ENOUGH_TO_TELL


@pytest.mark.django_db
def test_whatever_two_people_do_a_tie_has_two_yeses() -> None:
    _, people = people_who_met(2)

    class TwoPeople(RuleBasedStateMachine):
        """Two people ask, answer and let go in any order; beside the rows stands what was last said."""

        def __init__(self) -> None:
            super().__init__()
            Tie.objects.all().delete()
            self.yes: set[int] = set()
            self.day: date = TODAY

        def _do(self, deed: Any) -> bool:
            try:
                deed()
            except Refused:
                return False
            return True

        @rule(who=st.integers(0, 1))
        def ask(self, who: int) -> None:
            if self._do(lambda: acts.keep_tie(seen_as(people[who]), there(people[1 - who]), at=LATER)):
                self.yes.add(who)

        @rule(who=st.integers(0, 1), yes=st.booleans())
        def answer(self, who: int, yes: bool) -> None:
            tie = Tie.objects.first()
            if (
                tie
                and self._do(lambda: acts.answer_tie(seen_as(people[who]), tie, yes=yes, at=LATER))
                and yes
            ):
                self.yes.add(who)

        @rule(who=st.integers(0, 1))
        def lets_go(self, who: int) -> None:
            tie = Tie.objects.first()
            if tie and self._do(lambda: acts.let_go(seen_as(people[who]), tie, at=LATER)):
                self.yes.clear()

        @invariant()
        def two_yeses_and_no_less(self) -> None:
            known = Tie.objects.filter(said_yes_at__isnull=False).exists()
            assert known == (self.yes == {0, 1})
            assert Tie.objects.count() <= 1

    from hypothesis.stateful import run_state_machine_as_test

    run_state_machine_as_test(TwoPeople)


@pytest.mark.django_db
def test_who_knows_many_leafs_through_pages_and_misses_nobody(client: Client) -> None:
    here, (sem,) = people_who_met(1)
    others = [a_person(here, called=f"Buur {number:02}") for number in range(60)]
    Tie.objects.bulk_create(
        Tie(neighbourhood=here, low=sem, high=one, asked_by_low=True, asked_at=NOW, said_yes_at=NOW)
        for one in others
    )
    client.force_login(sem.account)
    pages = [client.get(f"/{here.slug}/ties/mine/?page={page}").content.decode() for page in (1, 2)]
    named = [[one.called for one in others if one.called in page] for page in pages]
    assert named == [[one.called for one in others[:50]], [one.called for one in others[50:]]]


@pytest.mark.django_db
def test_who_keeps_a_tie_that_the_other_asked_for_reads_that_it_stands(client: Client) -> None:
    here, (sem, noor) = people_who_met()
    client.force_login(sem.account)
    acts.keep_tie(seen_as(sem), there(noor), at=LATER)
    page = client.get(f"/{here.slug}/ties/mine/").content.decode()
    assert "Vraag terugnemen" in page
    client.force_login(noor.account)
    given = {"key": "a" * 32}
    page = client.post(f"/{here.slug}/ties/keep/{there(sem).public_id}/", given, follow=True).content.decode()
    assert "Jullie kennen elkaar; dat wordt onthouden." in page
    assert "De vraag is gesteld" not in page
