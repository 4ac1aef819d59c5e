"""Nudges: mine alone, undone within a day, told together from five givers up; and doing it for them that grows."""

from collections import Counter
from datetime import timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.nudges.makers import SOMETHING, TODAY, decided, given, in_month
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.nudges import acts, queries
from vuurtoren.nudges.models import Heard, Nudge
from vuurtoren.nudges.rules import FOR_THEM, KINDS, MOST_A_DAY
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, visitor
from vuurtoren.reflection.queries import letters_to_send, own_letter
from vuurtoren.reflection.rules import week_of

pytestmark = pytest.mark.django_db
LATER = NOW + timedelta(hours=3)


def test_a_nudge_is_its_givers_and_the_journal_names_nobody() -> None:
    here = a_neighbourhood()
    mei, bram, rosa = a_person(here, Role.BUILDER), a_worker(here), a_person(here, Role.BOARD)
    given(mei, here)
    given(mei, here, "together")
    given(bram, here, FOR_THEM)
    assert queries.my_nudges(seen_as(mei), here, TODAY)[0].kinds == (("invite", 1), ("together", 1))
    assert queries.my_nudges(seen_as(bram), here, TODAY)[0].kinds == ((FOR_THEM, 1),)
    assert queries.my_nudges(seen_as(rosa), here, TODAY) == []
    other = Nudge.objects.filter(giver=mei)[0]
    assert queries.nudge_called(seen_as(rosa), here, other.public_id) is None
    told = Moment.objects.filter(kind="nudges.given")
    assert [(one.who, one.what, one.place) for one in told] == [(None, {}, None)] * 3


def test_a_slip_is_taken_back_within_a_day_by_who_gave_it() -> None:
    here = a_neighbourhood()
    mei, joris = a_person(here), a_person(here)
    one = given(mei, here)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.take_back_nudge(seen_as(joris), one, at=LATER)
    with pytest.raises(Refused, match=r"nudges\.too_long_ago"):
        acts.take_back_nudge(seen_as(mei), one, at=NOW + timedelta(days=1, seconds=1))
    assert queries.my_latest(seen_as(mei), here, LATER, SOMETHING) == [one]
    acts.take_back_nudge(seen_as(mei), one, at=LATER)
    assert not Nudge.objects.exists()
    with pytest.raises(Refused, match=r"nudges\.nudge_gone"):
        acts.take_back_nudge(seen_as(mei), one, at=LATER)


def test_a_flood_and_a_kind_that_is_none_are_refused() -> None:
    here = a_neighbourhood()
    mei = a_person(here)
    given(mei, here, times=MOST_A_DAY)
    with pytest.raises(Refused, match=r"nudges\.enough"):
        given(mei, here)
    with pytest.raises(Refused, match=r"nudges\.kind_unknown"):
        given(mei, here, "scold", at=NOW + timedelta(days=2))
    given(mei, here, at=NOW + timedelta(days=1, seconds=1))


def test_together_they_are_told_by_whole_month_from_five_givers_up_and_in_fives() -> None:
    here = a_neighbourhood()
    some = [a_person(here) for _ in range(5)]
    for one in some[:4]:
        given(one, here, at=in_month(1), times=4)
    assert queries.nudges_told(visitor(), here, TODAY) == []
    given(some[4], here, at=in_month(1))
    given(some[4], here, "money", at=in_month(1))
    for one in some:
        given(one, here)
    (month,) = queries.nudges_told(visitor(), here, TODAY)
    assert (month.first.day, month.kinds) == (1, (("invite", 15),))
    people.forget(seen_as(some[4]), some[4], here, at=NOW)
    assert queries.nudges_told(visitor(), here, TODAY) == []


def test_the_months_begin_at_midnight_here() -> None:
    here = a_neighbourhood()
    mei = a_person(here)
    given(mei, here, at=in_month(1, 1).replace(hour=0))
    given(mei, here, at=in_month(1, 1).replace(hour=0) - timedelta(seconds=1))
    assert [one.all for one in queries.my_nudges(seen_as(mei), here, TODAY)] == [1, 1]


def grown(here: Neighbourhood, person: Person) -> None:
    """Much together, and lately more and more for others."""
    given(person, here, "together", at=in_month(5), times=6)
    given(person, here, FOR_THEM, at=in_month(5))
    given(person, here, "together", at=in_month(2), times=4)
    given(person, here, FOR_THEM, at=in_month(2), times=3)
    given(person, here, FOR_THEM, at=in_month(1), times=3)


def test_doing_it_for_them_that_grows_is_said_to_the_giver_alone_and_answered_once() -> None:
    here = a_neighbourhood()
    mei, rosa = a_person(here, Role.BUILDER), a_person(here, Role.BOARD)
    grown(here, mei)
    found = queries.growing(seen_as(mei), here, TODAY)
    assert found is not None
    assert (found.before.for_them, found.before.all) == (1, 7)
    assert (found.lately.for_them, found.lately.all) == (6, 10)
    assert queries.what_waits(seen_as(mei), here, TODAY).growing == found
    assert queries.growing(seen_as(rosa), here, TODAY) is None
    with pytest.raises(Refused, match=r"nudges\.heard_unknown"):
        acts.answer_growing(seen_as(mei), here, answer="sorry", at=NOW)
    acts.answer_growing(seen_as(mei), here, answer="fine", at=NOW)
    assert queries.growing(seen_as(mei), here, TODAY) is None
    assert queries.what_waits(seen_as(mei), here, TODAY).growing is None
    with pytest.raises(Refused, match=r"nudges\.nothing_grows"):
        acts.answer_growing(seen_as(mei), here, answer="fine", at=LATER)
    assert Moment.objects.filter(kind="nudges.heard").values_list("who", "about", "what").get() == (
        None,
        None,
        {},
    )


def test_what_goes_on_growing_is_said_again_after_the_silence() -> None:
    here = a_neighbourhood()
    mei = a_person(here)
    grown(here, mei)
    acts.answer_growing(seen_as(mei), here, answer="otherwise", at=in_month(0, 1))
    months_on = (in_month(0, 1) + timedelta(weeks=13)).date()
    for back in range(-2, 1):
        given(mei, here, FOR_THEM, at=in_month(back), times=9)
    assert queries.growing(seen_as(mei), here, months_on - timedelta(days=1)) is None
    assert queries.growing(seen_as(mei), here, months_on) is not None
    assert Heard.objects.count() == 1


def test_who_just_began_has_nothing_to_grow_from() -> None:
    here = a_neighbourhood()
    mei = a_person(here)
    given(mei, here, FOR_THEM, at=in_month(1), times=20)
    given(mei, here, FOR_THEM, times=20)
    assert queries.growing(seen_as(mei), here, TODAY) is None


def test_two_taps_on_a_page_and_a_third_takes_it_back() -> None:
    here = a_neighbourhood()
    place, joris = a_place(here), a_person(here)
    client = Client()
    client.force_login(joris.account)  # type: ignore[arg-type]
    to = f"/{here.slug}/nudge/street/{place.public_id}/"
    assert to in client.get(f"/{here.slug}/street/{place.public_id}/").content.decode()
    shown = client.get(to).content.decode()
    assert all(f'value="{kind}"' in shown for kind in KINDS)
    client.post(to, {"key": "tik", "kind": "introduce"})
    client.post(to, {"key": "tik", "kind": "introduce"})
    one = Nudge.objects.get()
    assert (one.kind, one.about_kind, one.about, one.giver) == ("introduce", "street", place.key, joris)
    undo = f"/{here.slug}/nudges/{one.public_id}/undo/"
    assert undo in client.get(to).content.decode()
    client.post(undo, {"key": "terug"})
    assert not Nudge.objects.exists()
    assert client.get(f"/{here.slug}/nudge/street/geen/").status_code == 404
    assert client.get(f"/{here.slug}/nudge/person/{place.public_id}/").status_code == 404


def test_who_looks_into_the_books_gives_none() -> None:
    here = a_neighbourhood()
    ton = Person.objects.create(called="Ton", made_at=NOW)
    people.offer_role(machine(), ton, here, role=Role.AUDITOR, at=NOW)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        given(ton, here)


FIRST = in_month(0, 3).date()
"""The letter of the first week of a month."""


@pytest.mark.parametrize(("days", "told"), [(-3, 0), (0, 1), (4, 1), (5, 0), (20, 0)])
def test_doing_it_for_them_that_grows_is_in_the_first_letter_of_a_month_of_the_giver_alone(
    days: int, told: int
) -> None:
    here = a_neighbourhood()
    mei, rosa, bram = a_person(here, Role.BUILDER), a_person(here, Role.BOARD), a_worker(here)
    grown(here, mei)
    given(rosa, here, FOR_THEM, at=in_month(1), times=9)
    given(bram, here, "together", at=in_month(1), times=9)
    day = FIRST + timedelta(days=days)
    assert queries.waiting_nudges(machine(), here, day) == Counter([mei.pk] * told)
    for one in (mei, rosa, bram):
        assert queries.my_waiting_nudges(seen_as(one), here, day) == (told == 1 and one is mei)
    acts.answer_growing(seen_as(mei), here, answer="fine", at=in_month(0, 2))
    assert queries.waiting_nudges(machine(), here, day).total() == 0
    assert not queries.my_waiting_nudges(seen_as(mei), here, day)


@pytest.mark.parametrize(("days", "told"), [(-1, 0), (0, 1), (6, 1), (7, 0)])
def test_a_day_to_look_back_is_in_one_letter_of_who_weighed_it_and_of_nobody_else(
    days: int, told: int
) -> None:
    here = a_neighbourhood()
    mei, sem = a_person(here, Role.BUILDER), a_person(here)
    on = in_month(-2, 12).date()
    one = decided(mei, here, on=on)
    acts.share_weighing(seen_as(mei), one, people=[sem], at=NOW)
    decided(mei, here, on=on + timedelta(days=100))
    day = on + timedelta(days=days)
    assert queries.waiting_nudges(machine(), here, day).total() == told
    assert queries.my_waiting_nudges(seen_as(mei), here, day) == bool(told)
    assert not queries.my_waiting_nudges(seen_as(sem), here, day)
    acts.look_back(seen_as(mei), one, went="well", at=NOW)
    assert queries.waiting_nudges(machine(), here, day).total() == 0
    people.forget(seen_as(mei), mei, here, at=NOW)
    assert queries.waiting_nudges(machine(), here, day).total() == 0


def test_a_letter_has_one_line_on_nudges_and_asks_as_often_for_one_giver_as_for_twenty(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    here = a_neighbourhood()
    first = in_month(-1, 3)
    quiet, *givers = [a_person(here, called=f"Buur {number}") for number in range(21)]
    for one in givers:
        grown(here, one)
        decided(one, here, on=first.date())
    with django_assert_max_num_queries(3):
        assert queries.waiting_nudges(machine(), here, first.date()) == Counter(one.pk for one in givers)
    letters = dict(letters_to_send(machine(), here, week_of(first.date()), first))
    for one in givers[:2]:
        own = own_letter(seen_as(one), here, first)
        assert own.waits == letters[one].waits
        (line,) = own.waits
        assert "Dat lees alleen jij" in line
        assert "Buur" not in line
    assert letters[quiet].waits == ()


def test_the_page_of_every_kind_of_task_offers_a_nudge_as_its_street_does(client: Client) -> None:
    here = a_neighbourhood()
    mei, place = a_person(here), a_place(here, kind="square")
    assert mei.account
    client.force_login(mei.account)
    nudge = f"/{here.slug}/nudge/street/{place.public_id}/"
    street = f"/{here.slug}/street/{place.public_id}/"
    for page in (street, f"{street}task/childrens-afternoon/", f"{street}task/green/"):
        assert nudge in client.get(page).content.decode(), page
    assert "Drie vragen vooraf" in client.get(nudge).content.decode()
