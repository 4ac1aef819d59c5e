"""Where to get a grabber and bags: an address on the page of whoever just took up a street."""

import json

import pytest
from django.test import Client

from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts, queries
from vuurtoren.cli.commands import run
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def wijk() -> Neighbourhood:
    return a_neighbourhood()


@pytest.fixture
def kade(wijk: Neighbourhood) -> Place:
    return a_place(wijk, "Kadeweg")


def browser_of(person: Person) -> Client:
    client = Client()
    assert person.account
    client.force_login(person.account)
    return client


def next_page(client: Client, place: Place) -> str:
    return client.get(f"/{place.neighbourhood.slug}/street/{place.public_id}/next/").content.decode()


def test_a_host_writes_it_down_and_a_neighbour_reads_it_after_joining_in(
    wijk: Neighbourhood, kade: Place
) -> None:
    host, neighbour = browser_of(a_person(wijk, Role.HOST)), browser_of(a_person(wijk))
    before = next_page(neighbour, kade)
    assert "staat hier nog niet" in before
    assert "gastheer, gastvrouw of buurtverbinder" in before
    assert "Schrijf op waar ze liggen" in host.get(f"/{wijk.slug}/who/").content.decode()
    sent = {"key": "k1", "place": kade.pk, "number": " 12 b ", "note": "Buurthuis,  elke ochtend"}
    assert host.post(f"/{wijk.slug}/who/tools/", sent).status_code == 302
    shown = next_page(neighbour, kade)
    assert "<strong>Kadeweg 12 b</strong> (Buurthuis, elke ochtend)." in shown
    assert "staat hier nog niet" not in shown
    who = neighbour.get(f"/{wijk.slug}/who/").content.decode()
    assert "Kadeweg 12 b" in who
    assert "Schrijf op waar ze liggen" not in who
    assert 'value="12 b"' in host.get(f"/{wijk.slug}/who/tools/").content.decode()


def test_a_later_address_takes_the_place_of_the_first_and_none_takes_it_away(
    wijk: Neighbourhood, kade: Place
) -> None:
    by, plein = seen_as(a_person(wijk, Role.BUILDER)), a_place(wijk, "Bakenplein")
    acts.put_tools(by, wijk, place=kade, number="1", at=NOW)
    acts.put_tools(by, wijk, place=plein, at=NOW)
    seen = queries.tools_of(visitor(), wijk)
    assert seen
    assert (seen.place, seen.number, seen.note) == (plein, "", "")
    moment = acts.put_tools(by, wijk, place=None, at=NOW)
    assert (moment.what, queries.tools_of(visitor(), wijk)) == ({}, None)


def test_without_an_address_the_team_of_the_city_is_asked(wijk: Neighbourhood, kade: Place) -> None:
    a_worker(wijk)
    team = next_page(browser_of(a_person(wijk)), kade)
    assert "Vraag het aan" in team
    assert "gastheer" not in team.split("<dl")[1].split("</dl>")[0]


@pytest.mark.parametrize("role", [Role.RESIDENT, Role.TREASURER, Role.AUDITOR])
def test_who_may_not_changes_nothing(wijk: Neighbourhood, kade: Place, role: Role) -> None:
    person = a_person(wijk, role)
    before = Moment.objects.count()
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.put_tools(seen_as(person), wijk, place=kade, at=NOW)
    assert (queries.tools_of(visitor(), wijk), Moment.objects.count()) == (None, before)


def test_a_number_or_note_that_is_too_long_is_told_on_the_form(wijk: Neighbourhood, kade: Place) -> None:
    by = seen_as(a_person(wijk, Role.BOARD))
    for what in ({"number": "1" * 13}, {"note": "x" * 121}):
        with pytest.raises(Refused, match=r"care\.tools_too_long"):
            acts.put_tools(by, wijk, place=kade, at=NOW, **what)


def test_the_command_writes_the_same(
    wijk: Neighbourhood, kade: Place, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["care", "tools", "kade", "--number", "12", "--note", "Buurthuis", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"street": "Kadeweg", "number": "12", "note": "Buurthuis"}
    seen = queries.tools_of(visitor(), wijk)
    assert seen
    assert (seen.place, seen.number) == (kade, "12")
    assert run(["care", "tools", "Verweg"]) == 2
    assert "Verweg" in capsys.readouterr().err
