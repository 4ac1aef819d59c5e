"""Saying no is always possible, later too, also for who asks it on paper; and what is for all is read by all."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as, sits_too
from tests.tables.test_pages import words_of
from tests.tables.test_stories import TODAY, a_table, on_paper
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.rules import Role
from vuurtoren.power.queries import visitor
from vuurtoren.tables import acts, queries
from vuurtoren.tables.models import Gathering, Matter, Present, Tie

pytestmark = pytest.mark.django_db


def test_who_said_yes_says_no_later_on_the_page_of_the_table() -> None:
    here = a_neighbourhood()
    amina, joris = a_person(here, Role.HOST, called="Amina"), a_person(here, called="Joris")
    host, guest = seen_as(amina), seen_as(joris)
    table = a_table(host, here)
    acts.write_down(host, table, day=TODAY, someones=3, at=NOW)
    sits_too(guest, table, day=TODAY)
    noor = a_person(here, called="Noor")
    sits_too(seen_as(noor), table, day=TODAY)
    acts.keep_tie(host, Present.objects.get(person=noor), at=NOW)
    acts.answer_tie(seen_as(noor), Tie.objects.get(), yes=True, at=NOW)
    assert joris.account is not None
    client = Client()
    client.force_login(joris.account)
    page = f"/{here.slug}/table/{table.public_id}/"
    assert "Laat mij hier weg" in client.get(page).content.decode()
    mine = queries.met_at(guest, table, NOW)[0].mine
    given = {"key": "b" * 32, "answer": "no", "table": table.public_id}
    assert client.post(f"/{here.slug}/met/{mine}/", given)["Location"] == page
    assert "Amina" not in client.get(page).content.decode()
    assert queries.met_at(guest, table, NOW) == []
    assert queries.met_lately(guest, here, TODAY) == []
    assert "Joris" not in {one.called for one in queries.met_lately(host, here, TODAY)}
    (left,) = queries.met_at(host, table, NOW)
    assert (left.names, left.someones, left.total) == (("Amina", "Noor"), 2, 4)
    acts.answer_met(seen_as(noor), Present.objects.get(person=noor), yes=False, at=NOW)
    assert [one.called for one in queries.my_ties(host, here, NOW)] == ["Noor"], "a tie of two yeses stays"


def test_nobody_leaves_another_out() -> None:
    here = a_neighbourhood()
    host, guest = seen_as(a_person(here, Role.HOST)), seen_as(a_person(here))
    table = a_table(host, here)
    acts.write_down(host, table, day=TODAY, someones=3, at=NOW)
    sits_too(guest, table, day=TODAY)
    theirs = Present.objects.get(person__key=guest.person)
    with pytest.raises(Refused, match=r"power\."):
        acts.answer_met(host, theirs, yes=False, at=NOW)
    with pytest.raises(Refused, match=r"tables\.leaves_out_oneself"):
        acts.leave_out(host, theirs, at=NOW)


def test_who_works_for_an_institution_sees_the_days_and_leaves() -> None:
    here = a_neighbourhood()
    host, worker = seen_as(a_person(here, called="Amina")), a_worker(here)
    table = a_table(host, here)
    acts.write_down(host, table, day=TODAY, someones=3, at=NOW)
    sits_too(seen_as(worker), table, day=TODAY)
    assert worker.account is not None
    client = Client()
    client.force_login(worker.account)
    page = client.get(f"/{here.slug}/table/{table.public_id}/")
    told = words_of(page)  # type: ignore[arg-type]
    assert "Laat mij hier weg" in told
    assert "Amina" not in told
    ((mine, day),) = queries.my_days_at(seen_as(worker), table)
    assert day == TODAY
    acts.answer_met(seen_as(worker), Present.objects.get(public_id=mine), yes=False, at=NOW)
    assert queries.my_days_at(seen_as(worker), table) == []


def test_who_has_no_account_asks_at_the_table_to_be_left_out() -> None:
    here = a_neighbourhood()
    host, resident = seen_as(a_person(here, Role.HOST)), seen_as(a_person(here))
    table, wim = a_table(host, here), on_paper(host, here)
    said = [acts.Said("Wil een hond", "table", wim)]
    acts.write_down(host, table, day=TODAY, people=[wim], someones=3, said=said, at=NOW)
    sits_too(resident, table, day=TODAY)
    ((present, called),) = queries.met_at(host, table, NOW)[0].on_paper
    assert called == "Wim"
    assert queries.met_at(resident, table, NOW)[0].on_paper == ()
    found = queries.on_paper_called(host, here, present)
    assert found is not None
    with pytest.raises(Refused, match=r"power\."):
        acts.leave_out(resident, found, at=NOW)
    acts.leave_out(host, found, at=NOW)
    assert not Present.objects.filter(person=wim).exists()
    assert not Matter.objects.filter(whose=wim).exists()
    assert Gathering.objects.get().someones == 3
    row = Moment.objects.filter(kind="tables.answered").latest("pk")
    assert (row.who, row.about, row.place) == (None, None, None)


def test_what_is_for_all_is_read_on_the_page_by_all_and_goes_with_who_wrote_it() -> None:
    here = a_neighbourhood()
    amina = a_person(here, Role.HOST, called="Amina")
    host = seen_as(amina)
    table, wim = a_table(host, here), on_paper(host, here)
    for number, (words, width) in enumerate((
        ("Mist een bankje", "neighbourhood"), ("Wil leren naaien", "neighbourhood"), ("Alleen voor ons", "table"),
        ("Alleen voor mij", "host"), ("Heeft plantjes over", "neighbourhood"), ("Kent alle fietsen", "neighbourhood"),
    )):  # fmt: skip
        day = TODAY - timedelta(days=number)
        acts.write_down(host, table, day=day, someones=2, said=[acts.Said(words, width)], at=NOW)
    assert queries.said_for_all(visitor(), table) == [
        "Mist een bankje",
        "Wil leren naaien",
        "Heeft plantjes over",
    ]
    page = f"/{here.slug}/table/{table.public_id}/"
    told = words_of(Client().get(page))  # type: ignore[arg-type]
    assert "Mist een bankje" in told
    assert "Alleen" not in told
    Matter.objects.filter(words="Mist een bankje").update(whose=wim)
    assert "Mist een bankje" not in queries.said_for_all(visitor(), table), "never whose it is"
    people.forget(host, amina, here, at=NOW)
    assert queries.said_for_all(visitor(), table) == []
