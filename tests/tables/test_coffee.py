"""Coffee with somebody new: woven from what people love, decided by each, and no name before everybody said yes."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, a_place, seen_as
from tests.tables.test_ties import people_who_met, tied
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.acts import forget
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine
from vuurtoren.tables import acts, queries
from vuurtoren.tables.models import Coffee, CoffeeGuest, CoffeeWish, Weave
from vuurtoren.tables.rules import LONGEST_REACH, LOVES, MOST_LOVES, NOT_AGAIN_WITHIN, check_wish

WEEK = timedelta(days=7)


def wishes(here: Neighbourhood, *loves: str, called: str | None = None) -> Person:
    person = a_person(here, called=called) if called else a_person(here)
    Person.objects.filter(pk=person.pk).update(home=a_place(here))
    acts.wish_coffee(seen_as(person), here, loves=loves, reach=f"06 van {person.called}", at=NOW)
    return person


def woven(here: Neighbourhood, weeks: int = 0) -> list[set[str]]:
    """Weave, and tell who sits with whom."""
    acts.weave_coffees(machine(), here, at=NOW + weeks * WEEK)
    newest = Weave.objects.filter(neighbourhood=here).latest("woven_on")
    return [
        set(CoffeeGuest.objects.filter(coffee=one).values_list("person__called", flat=True))
        for one in Coffee.objects.filter(weave=newest)
    ]


def says(person: Person, here: Neighbourhood, yes: bool, weeks: int = 0) -> None:
    at = NOW + weeks * WEEK
    (asked,) = [one for one in queries.my_coffees(seen_as(person), here, at) if one.state == "asked"]
    guest = queries.coffee_called(seen_as(person), here, asked.public_id)
    assert guest is not None
    acts.answer_coffee(seen_as(person), guest, yes=yes, at=at)


def states(person: Person, here: Neighbourhood, weeks: int = 0) -> list[str]:
    return [one.state for one in queries.my_coffees(seen_as(person), here, NOW + weeks * WEEK)]


@pytest.mark.django_db
def test_two_who_love_the_same_sit_together_and_see_each_other_when_both_said_yes() -> None:
    here = a_neighbourhood()
    sem, noor = wishes(here, "baking", called="Sem"), wishes(here, "baking", "music", called="Noor")
    wishes(here, "football", called="Ton")
    assert woven(here) == [{"Sem", "Noor"}]
    (seen,) = queries.my_coffees(seen_as(sem), here, NOW)
    assert (seen.love, seen.across, seen.people, seen.others) == ("baking", True, 1, ())
    says(sem, here, True)
    assert (states(sem, here), states(noor, here)) == (["waits"], ["asked"])
    assert not queries.my_coffees(seen_as(sem), here, NOW)[0].others
    says(noor, here, True)
    assert queries.my_coffees(seen_as(sem), here, NOW)[0].others == (("Noor", "06 van Noor"),)
    assert queries.my_coffees(seen_as(noor), here, NOW)[0].others == (("Sem", "06 van Sem"),)


@pytest.mark.django_db
def test_a_no_names_nobody_and_who_said_yes_goes_first_the_next_time() -> None:
    here = a_neighbourhood()
    sem, noor = wishes(here, "baking", called="Sem"), wishes(here, "baking", called="Noor")
    woven(here)
    says(sem, here, True)
    says(noor, here, False)
    assert (states(sem, here), states(noor, here)) == ([], [])
    wishes(here, "baking", called="Mei")
    groups = woven(here, weeks=1)
    assert len(groups) == 1
    assert "Sem" in groups[0]
    assert groups[0] != {"Sem", "Noor"}


@pytest.mark.django_db
def test_who_has_a_tie_or_was_proposed_lately_is_not_proposed_again() -> None:
    here, (sem, noor) = people_who_met()
    tied(sem, noor)
    for one in (sem, noor):
        acts.wish_coffee(seen_as(one), here, loves=["music"], reach="aan tafel", at=NOW)
    assert woven(here) == []
    assert set(CoffeeWish.objects.values_list("left_out", flat=True)) == {1}
    other = wishes(here, "music", called="Mei")
    assert len(woven(here, weeks=1)) == 1
    assert CoffeeGuest.objects.filter(person=other).exists()


@pytest.mark.django_db
def test_it_is_woven_once_a_week_with_a_seed_and_a_mark_of_what_went_in() -> None:
    here = a_neighbourhood()
    for _ in range(4):
        wishes(here, "games")
    assert len(acts.weave_coffees(machine(), here, at=NOW)) == 1
    assert acts.weave_coffees(machine(), here, at=NOW + timedelta(days=6)) == ()
    kept = Weave.objects.get()
    assert len(kept.input_hash) == 64
    told = Moment.objects.get(book__key=here.key, kind="tables.woven")
    assert told.what == {"seed": kept.seed}
    assert told.who is None


@pytest.mark.django_db
def test_silence_is_no_yes_and_after_half_a_year_nothing_is_left() -> None:
    here = a_neighbourhood()
    sem, _ = wishes(here, "walking"), wishes(here, "walking")
    woven(here)
    assert acts.end_coffees(machine(), here, at=NOW + timedelta(days=13)) == ()
    assert len(acts.end_coffees(machine(), here, at=NOW + timedelta(days=15))) == 1
    assert states(sem, here, weeks=3) == []
    acts.end_coffees(machine(), here, at=NOW + NOT_AGAIN_WITHIN + timedelta(days=1))
    assert not CoffeeGuest.objects.exists()
    assert len(woven(here, weeks=30)) == 1


@pytest.mark.django_db
def test_who_waits_for_an_answer_is_not_woven_again_and_who_stops_is_not_asked() -> None:
    here = a_neighbourhood()
    people = [wishes(here, "walking") for _ in range(4)]
    woven(here)
    assert woven(here, weeks=1) == [] or Weave.objects.count() == 1
    acts.wish_no_more(seen_as(people[0]), here, at=NOW)
    with pytest.raises(Refused, match=r"tables\.no_wish"):
        acts.wish_no_more(seen_as(people[0]), here, at=NOW)
    assert queries.my_wish(seen_as(people[0]), here) is None
    assert states(people[0], here) == ["asked"]


def reached(person: Person, here: Neighbourhood, weeks: int = 0) -> list[tuple[tuple[str, str], ...]]:
    return [one.others for one in queries.my_coffees(seen_as(person), here, NOW + weeks * WEEK)]


@pytest.mark.django_db
def test_who_stops_looking_is_still_reached_for_a_coffee_that_was_agreed_and_not_when_forgotten() -> None:
    here = a_neighbourhood()
    sem, noor = wishes(here, "baking", called="Sem"), wishes(here, "baking", called="Noor")
    woven(here)
    says(noor, here, True)
    acts.wish_no_more(seen_as(noor), here, at=NOW)
    assert reached(sem, here) == [()]
    says(sem, here, True)
    acts.wish_no_more(seen_as(sem), here, at=NOW)
    assert not CoffeeWish.objects.exists()
    assert (reached(sem, here), reached(noor, here)) == (
        [(("Noor", "06 van Noor"),)], [(("Sem", "06 van Sem"),)],
    )  # fmt: skip
    assert queries.own_coffees_export(seen_as(sem))["coffees"][0]["reach"] == "06 van Sem"  # type: ignore[index]
    acts.wish_coffee(seen_as(noor), here, loves=["baking"], reach="bij de kapper", at=NOW)
    assert reached(sem, here) == [(("Noor", "bij de kapper"),)]
    assert set(CoffeeGuest.objects.values_list("reach", flat=True)) == {"", "06 van Sem"}
    forget(seen_as(sem), sem, here, at=NOW)
    assert not CoffeeGuest.objects.exclude(reach="").exists()


@pytest.mark.django_db
def test_how_somebody_is_reached_goes_when_the_coffee_falls_through() -> None:
    here = a_neighbourhood()
    sem, noor = wishes(here, "baking", called="Sem"), wishes(here, "baking", called="Noor")
    woven(here)
    says(sem, here, True)
    acts.wish_no_more(seen_as(sem), here, at=NOW)
    acts.wish_no_more(seen_as(noor), here, at=NOW)
    says(noor, here, False)
    assert CoffeeGuest.objects.get(person=noor).reach == ""
    acts.end_coffees(machine(), here, at=NOW + timedelta(days=1))
    assert CoffeeGuest.objects.get(person=sem).reach == ""


@pytest.mark.django_db
def test_nobody_finds_or_answers_the_coffee_of_another_and_the_forgotten_leave_nothing() -> None:
    here = a_neighbourhood()
    sem, noor, stranger = wishes(here, "faith"), wishes(here, "faith"), a_person(here)
    woven(here)
    (seen,) = queries.my_coffees(seen_as(sem), here, NOW)
    assert queries.coffee_called(seen_as(stranger), here, seen.public_id) is None
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.answer_coffee(seen_as(stranger), CoffeeGuest.objects.get(person=sem), yes=True, at=NOW)
    says(noor, here, True)
    forget(seen_as(sem), sem, here, at=NOW)
    assert not CoffeeGuest.objects.filter(person_id=sem.pk).exists()
    assert CoffeeWish.objects.count() == 1
    assert states(noor, here) == []


@given(st.lists(st.sampled_from([*LOVES, "sleeping"]), max_size=9), st.text(max_size=90))
def test_a_wish_names_one_to_six_loves_of_the_list_and_how_to_be_reached(
    loves: list[str], reach: str
) -> None:
    fits = set(loves) <= set(LOVES) and 1 <= len(set(loves)) <= MOST_LOVES
    reaches = 0 < len(" ".join(reach.split())) <= LONGEST_REACH
    if fits and reaches:
        chosen, words = check_wish(loves, reach)
        assert set(chosen) == set(loves)
        assert words == " ".join(reach.split())
        return
    with pytest.raises(Refused, match=r"tables\.(love|reach)"):
        check_wish(loves, reach)
