"""Whatever Today asks of somebody has a line in their letter; and letters ask as many questions for many as for few."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.power.world import World, a_gift, a_world
from tests.reflection.agreeing import disagreeing
from vuurtoren.care import acts as care
from vuurtoren.care.models import HandOver
from vuurtoren.gifts import acts as gifts
from vuurtoren.gifts.models import Gift, Introduction, Invitation, Looking
from vuurtoren.initiatives import acts as initiatives
from vuurtoren.initiatives.models import Initiative
from vuurtoren.language import has
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine
from vuurtoren.reflection import acts as reflection
from vuurtoren.reflection import queries
from vuurtoren.reflection.models import Errand
from vuurtoren.reflection.queries.waits import KINDS
from vuurtoren.reflection.rules import week_of
from vuurtoren.stay import acts as stay
from vuurtoren.stay.models import Promise
from vuurtoren.tables import acts as tables
from vuurtoren.tables.models import Gathering, Present, Table
from vuurtoren.tables.rules import When


@pytest.mark.pure
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_question_has_a_line(language: str) -> None:
    assert [one for one in (*KINDS, "on_paper") if not has(language, f"letter-waits-{one}")] == []


def asked_by_who_goes_on(world: World) -> None:
    """Whoever looks in this world, and asks to a table, goes on; of two promises of somebody one is late, and of two
    errands the day of one has come."""
    today, works = timezone.localdate(world.at), world.who["M"]
    late = Promise.objects.filter(owner=works, state="open").first()
    assert late
    Promise.objects.filter(pk=late.pk).update(due=today - timedelta(days=1))
    coming = Errand.objects.filter(person=works).first()
    assert coming
    Errand.objects.filter(pk=coming.pk).update(on=today)
    about = {"neighbourhood": late.neighbourhood, "institution": late.institution, "owner": works}
    Promise.objects.create(words="x", to_all=True, state="open", made_on=today, due=today, **about)
    asked = (
        world.here.of_neighbour.asked
    )  # of the challenges one waits for the city; the others for neighbours
    HandOver.objects.filter(pk=asked.pk).update(state="asked")
    table = world.here.of_neighbour.table.public_id
    for rows in (Looking.objects.all(), Invitation.objects.all()):
        rows.filter(neighbourhood=world.here.where).update(about=table)


@pytest.mark.django_db
def test_whatever_today_asks_of_anybody_is_in_their_letter_and_in_the_letters_of_all() -> None:
    world = a_world()
    asked_by_who_goes_on(world)
    wrong, came = disagreeing(world.here.where, world.at)
    assert not wrong, "\n".join(wrong) + str(set(KINDS) - came)
    assert set(KINDS) - came == set()


def the_letter_of(person: Person, here: Neighbourhood) -> tuple[str, ...]:
    """What waits, as their letter on a page and the one by mail say alike."""
    at = timezone.now()
    sent = dict(queries.letters_to_send(machine(), here, week_of(timezone.localdate(at)), at))
    waits = queries.own_letter(seen_as(person), here, at).waits
    assert waits == sent[person].waits
    return waits


TERMS: dict[str, Any] = {"stop_grade": "B", "stop_steps": 2, "after_stop": "ask", "overlap_days": 7}


@pytest.mark.django_db
def test_who_speaks_for_the_city_reads_that_neighbours_ask_the_city() -> None:
    here, at = a_neighbourhood(), timezone.now()
    place, amina, bram = a_place(here), a_person(here), a_worker(here, called="Bram")
    care.join(seen_as(amina), place, at=at)
    care.challenge(seen_as(amina), place, to_step=4, at=at, **TERMS)
    assert the_letter_of(bram, here) == ("Buren vragen de stad iets.",)
    assert the_letter_of(amina, here) == ()


@pytest.mark.django_db
def test_an_offer_where_nobody_carries_waits_for_who_lives_there() -> None:
    here, at = a_neighbourhood(), timezone.now()
    place, amina, joris = a_place(here), a_person(here), a_person(here)
    Person.objects.filter(pk=amina.pk).update(home=place)
    by = timezone.localdate(at) + timedelta(days=21)
    care.offer(seen_as(a_worker(here)), place, to_step=4, answer_by=by, at=at, **TERMS)
    assert the_letter_of(amina, here) == (
        "De stad vraagt je iets over een straat waar je woont of die je draagt.",
    )
    assert the_letter_of(joris, here) == ()


@pytest.mark.django_db
def test_a_promise_that_is_late_stands_in_the_letter_of_who_made_it_until_it_is_kept() -> None:
    here, at = a_neighbourhood(), timezone.now()
    bram, amina, today = a_worker(here, called="Bram"), a_person(here), timezone.localdate(at)
    stay.make_promise(seen_as(bram), here, words="Een bankje", due=today, to_all=True, at=at)
    assert the_letter_of(bram, here) == ("Eén toezegging van jou staat open.",)
    Promise.objects.update(made_on=today - timedelta(9), due=today - timedelta(2))
    late = "Van één toezegging van jou is de dag voorbij. Laat weten hoe het staat."
    assert the_letter_of(bram, here) == (late,)
    assert the_letter_of(amina, here) == ()
    stay.say_kept(seen_as(bram), Promise.objects.get(), kept=True, at=at)
    assert the_letter_of(bram, here) == ()


@pytest.mark.django_db
def test_an_errand_stands_in_the_letter_from_its_day_on_until_somebody_was_there() -> None:
    here, at = a_neighbourhood(), timezone.now()
    bram, today = a_worker(here, called="Bram"), timezone.localdate(at)
    reflection.take_errand(seen_as(bram), a_place(here), on=today, at=at)
    reflection.take_errand(seen_as(bram), a_place(here), on=today + timedelta(days=3), at=at)
    assert the_letter_of(bram, here) == (
        "Je ging koffie drinken in een straat waar we nog niemand kennen, en die dag is er. Was je er?",
    )
    reflection.errand_done(seen_as(bram), Errand.objects.get(on=today), at=at)
    assert the_letter_of(bram, here) == ()


@pytest.mark.django_db
def test_somebody_on_paper_reads_that_a_question_waits_and_nothing_of_it() -> None:
    here, at = a_neighbourhood(), timezone.now()
    host, today = a_person(here, Role.HOST), timezone.localdate(at)
    for name in ("Wim", "Nel"):
        people.enter(
            seen_as(host), here, called=name, language="nl", how="paper", given_on=today,
            until=today + timedelta(days=60), at=at,
        )  # fmt: skip
    wim = Person.objects.get(called="Wim")
    until = today + timedelta(days=30)
    given = {"kind": "hands", "words": "taart", "width": "me", "language": "nl", "until": until, "at": at}
    gifts.enter_gift(seen_as(host), here, wim, **given)
    soup = a_person(here)
    initiatives.start(seen_as(soup), here, words="Soep op straat", at=at)
    gifts.look_for_initiative(
        seen_as(soup), Initiative.objects.get(), words="taart", until=today + timedelta(days=20), at=at
    )
    gifts.introduce(seen_as(host), Gift.objects.get(), Looking.objects.get(), at=at)
    of_nel, of_wim = queries.paper_letters(seen_as(host), here, at)
    assert (of_nel.called, of_nel.waits) == ("Nel", ())
    assert of_wim.waits == ("Er is een vraag over een kracht van jou. Wie deze brief brengt, vertelt meer.",)
    assert the_letter_of(host, here) == ("Er is een vraag die jij langsbrengt bij iemand zonder account.",)
    gifts.answer_introduction(seen_as(host), Introduction.objects.get(), yes=True, for_paper=True, at=at)
    assert [one.waits for one in queries.paper_letters(seen_as(host), here, at)] == [(), ()]
    assert the_letter_of(host, here) == ()


def with_so_many(people_: int) -> Neighbourhood:
    """A neighbourhood of so many neighbours and half as many professionals; each is invited, introduced and asked who was
    there, and each professional promised something."""
    here, at = a_neighbourhood(), timezone.now()
    today = timezone.localdate(at)
    host = a_person(here)
    tables.set_table(seen_as(host), a_place(here), when=When(today, time(10), "week"), at=at)
    table = Table.objects.latest("pk")
    met = Gathering.objects.create(table=table, day=today, someones=3, made_at=at)
    about = {"neighbourhood": here, "about": table.public_id}
    looking = Looking.objects.create(by=host, words="taart", until=today + timedelta(9), made_at=at, **about)
    for number in range(people_):
        one, place = a_person(here), a_place(here)
        Person.objects.filter(pk=one.pk).update(home=place)
        gift = a_gift(one, here, at)
        Invitation.objects.create(gift=gift, by=host, day=today, asked_at=at, **about)
        Introduction.objects.create(neighbourhood=here, gift=gift, looking=looking, by=host, asked_at=at)
        Present.objects.create(gathering=met, person=one)
        if number % 2:
            works = a_worker(here)
            given = {"neighbourhood": here, "institution": works.work.get().institution, "owner": works}
            Promise.objects.create(
                words="x", to_all=True, state="open", made_on=today, due=today + timedelta(9), **given
            )
    return here


@pytest.mark.django_db
def test_letters_ask_as_many_questions_for_a_hundred_people_as_for_ten() -> None:
    asked = []
    for people_ in (10, 100):
        here, at = with_so_many(people_), timezone.now()
        with CaptureQueriesContext(connection) as made:
            letters = dict(queries.letters_to_send(machine(), here, week_of(timezone.localdate(at)), at))
        assert len(letters) == 1 + people_ * 3 // 2
        assert sum(len(one.waits) for one in letters.values()) >= people_ * 3 + people_ // 2
        asked.append(len(made))
    assert asked[0] == asked[1]
