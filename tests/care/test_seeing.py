"""Who sees what of who carries: names for fellow carriers, figures about people for nobody's page."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.care.makers import LATER, a_carrier, a_challenge, an_offer, days, handed_over, says_no, task_of
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts, queries
from vuurtoren.care.queries.standing import carriers_of
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.rules import Role
from vuurtoren.power.queries import machine, visitor

pytestmark = pytest.mark.django_db


def test_names_are_for_those_who_carry_the_same_street() -> None:
    here = a_neighbourhood()
    place, worker = a_place(here), a_worker(here)
    amina, bram, carla = (a_person(here, called=name) for name in ("Amina", "Bram", "Carla"))
    for person in (amina, bram):
        a_carrier(person, place)
    acts.log_round(seen_as(amina), place, minutes=20, bags=2, at=days(1))
    for other in (visitor(), seen_as(carla), seen_as(worker), machine()):
        seen = queries.place_care(other, place)
        assert (seen.carried, seen.carriers, seen.months, seen.i_carry) == ("some", (), (), None)
        assert "Amina" not in repr(seen)
        assert seen.last_round_on == days(1).date()
        assert carriers_of(other, [task_of(place).pk]) == {}
    mine = queries.place_care(seen_as(bram), place)
    assert [one.called for one in mine.carriers] == ["Amina", "Bram"]
    assert [(one.rounds, one.minutes, one.bags) for one in mine.months] == [(1, 20, 2)]
    assert queries.mine(seen_as(bram), here)[0].with_others == ("Amina",)


def test_how_many_carry_a_street_is_only_for_the_nights_work() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    by = a_carrier(a_person(here), place, people=3)
    for viewer in (visitor(), by, seen_as(a_worker(here))):
        now = queries.carried_now(viewer, here)[place.pk]
        assert (now.carried, now.carriers, now.people) == ("some", None, None)
        with pytest.raises(Refused):
            queries.rounds_since(viewer, here, LATER)
    night = queries.carried_now(machine(), here)[place.pk]
    assert (night.carriers, night.people) == (1, 3)


def test_thanks_are_for_five_people_or_more_and_for_a_whole_week() -> None:
    here = a_neighbourhood()
    place, one = a_place(here), seen_as(a_person(here))
    for by in (one, *(seen_as(a_person(here)) for _ in range(4))):
        assert queries.thanks(visitor(), here, days(0)) is None
        acts.log_round(by, place, minutes=10, bags=1, at=days(0))
        acts.log_round(one, place, minutes=10, bags=1, at=days(7))
    said = queries.thanks(visitor(), here, days(0))
    assert said is not None
    assert (said.rounds, said.minutes, said.bags, said.monday.weekday()) == (5, 50, 5, 0)
    assert queries.thanks(visitor(), here, days(7)) is None  # five rounds, but of one person


def test_my_story_is_mine_and_counts_what_stands() -> None:
    here = a_neighbourhood()
    place, by = a_place(here), seen_as(a_person(here))
    for day in (0, 3, 40):
        acts.log_round(by, place, minutes=15, bags=1, at=days(day))
    acts.undo_round(by, queries.my_last_round(by, place, days(40)), at=days(40))  # type: ignore[arg-type]
    story = queries.my_story(by, here)
    assert (story.rounds, story.minutes, story.bags, story.places, len(story.months)) == (2, 30, 2, 1, 1)
    assert queries.my_story(seen_as(a_person(here)), here).rounds == 0
    for query in (queries.my_story, queries.mine, queries.questions_for):
        with pytest.raises(Refused, match=r"power\.sign_in_first"):
            query(visitor(), here)


def test_my_export_holds_all_of_mine_and_nothing_of_others() -> None:
    here = a_neighbourhood()
    place = a_place(here, "Kadeweg")
    by = a_carrier(a_person(here), place)
    a_carrier(a_person(here, called="Bram"), place, people=7)
    acts.log_round(by, place, minutes=15, bags=1, at=days(1))
    a_challenge(by, place)
    kept: Any = queries.own_export(by)
    assert [one["street"] for one in kept["carrying"] + kept["rounds"] + kept["asked"]] == ["Kadeweg"] * 3
    assert "Bram" not in repr(kept)


def test_nothing_leaks_between_neighbourhoods() -> None:
    here, there = a_neighbourhood(), a_neighbourhood("Elders")
    place = a_place(here)
    by, city = a_carrier(a_person(here), place), seen_as(a_worker(here))
    asked = a_challenge(by, place)
    assert queries.hand_over_called(visitor(), there, asked.public_id, LATER) is None
    assert queries.hand_over_called(visitor(), here, asked.public_id, LATER) is not None
    assert queries.hand_overs(city, there, LATER) == []
    assert list(queries.places_carried(visitor(), there)) == []
    assert queries.carried_now(machine(), there) == {}
    stranger = seen_as(a_worker(there))
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.answer(stranger, asked, yes=True, at=days(1))
    assert queries.questions_for(stranger, here) == []


def test_buttons_are_shown_to_those_who_may_press_them() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    by, city = a_carrier(a_person(here), place), seen_as(a_worker(here))
    asked = a_challenge(by, place)
    press = {
        who: (seen.i_may_answer, seen.i_may_withdraw)
        for who, viewer in (("carrier", by), ("city", city), ("visitor", visitor()))
        if (seen := queries.place_care(viewer, place).hand_over)
    }
    assert press == {"carrier": (False, True), "city": (True, False), "visitor": (False, False)}
    says_no(city, asked, days(1))
    assert queries.place_care(by, place).i_may_challenge
    assert not queries.place_care(city, place).i_may_challenge
    assert queries.place_care(city, place).i_may_offer
    an_offer(city, place, at=days(2))
    assert queries.place_care(by, place).hand_over.i_may_answer  # type: ignore[union-attr]


def test_open_debts_stand_on_top_and_what_ended_fades_after_a_year() -> None:
    here = a_neighbourhood()
    city = seen_as(a_worker(here))
    first, second, third = (a_place(here) for _ in range(3))
    carriers = [a_carrier(a_person(here), place) for place in (first, second, third)]
    handed_over(carriers[0], city, first)
    acts.answer(carriers[1], an_offer(city, second, at=days(16)), yes=False, at=days(17))
    a_challenge(carriers[2], third, at=days(18))
    assert [one.place for one in queries.hand_overs(visitor(), here, days(20))] == [third, first, second]
    assert [one.place for one in queries.hand_overs(visitor(), here, days(400))] == [third, first]
    by_name = queries.hand_overs(visitor(), here, days(20), words=first.name[1:].upper())
    assert [one.place for one in by_name] == [first]


def test_a_city_is_seen_in_a_few_queries(django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    here = a_neighbourhood()
    city, by = seen_as(a_worker(here)), seen_as(a_person(here))
    for number in range(12):
        place = a_place(here)
        acts.join(by, place, at=LATER)
        if number % 2:
            a_challenge(by, place)
    with django_assert_max_num_queries(6):
        queries.carried_now(machine(), here)
    with django_assert_max_num_queries(6):
        queries.hand_overs(city, here, LATER)
    with django_assert_max_num_queries(6):
        queries.questions_for(by, here)
    with django_assert_max_num_queries(4):
        queries.mine(by, here)


def test_a_host_helps_somebody_without_an_account_to_be_forgotten() -> None:
    from datetime import date

    from vuurtoren.people.models import Person

    here = a_neighbourhood()
    place, host = a_place(here), a_person(here, Role.HOST)
    by = seen_as(host)
    people.enter(
        by, here, called="Mevrouw Smit", language="nl", how="paper",
        given_on=date(2026, 11, 1), until=date(2027, 11, 1), at=LATER,
    )  # fmt: skip
    smit = Person.objects.get(called="Mevrouw Smit")
    acts.join(seen_as(smit, days(1)), place, at=days(1))
    acts.release_person(by, smit.key, [here], days(2))
    people.withdraw_consent(by, smit, here, at=days(2))
    assert queries.carried_now(machine(), here)[place.pk].carried == "nobody"
