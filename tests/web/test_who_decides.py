"""Every page about a task has one line of who decides, does and pays; where the institution stops, all of them say so."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.care.makers import a_carrier, a_challenge, handed_over
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts
from vuurtoren.care.models import TaskKind
from vuurtoren.care.rules import LITTER
from vuurtoren.language import say
from vuurtoren.places.models import Place
from vuurtoren.web.spots import address

pytestmark = pytest.mark.django_db
OF_A_TASK = ("street", "join", "street_next", "round", "give_back", "draft", "dossier")
ALL_BY_THE_CITY = "De stad beslist, doet en betaalt."


def pages(client: Client, place: Place, kind: str) -> dict[str, str]:
    """What stands on each page of a task."""
    of, slug = TaskKind.objects.get(code=kind), place.neighbourhood.slug
    doors = (*OF_A_TASK, "look") if kind == LITTER else OF_A_TASK
    return {door: client.get(address(slug, place.public_id, of, door)).content.decode() for door in doors}


@pytest.mark.parametrize("kind", [LITTER, "green", "clubhouse"])
def test_every_page_of_a_task_says_who_decides_and_that_the_city_stopped(client: Client, kind: str) -> None:
    here = a_neighbourhood()
    place, resident, today = a_place(here), a_person(here), timezone.localdate()
    assert resident.account
    client.force_login(resident.account)
    for door, said in pages(client, place, kind).items():
        assert ALL_BY_THE_CITY in said, door
    since = today - timedelta(1)
    acts.stop_task(
        seen_as(a_worker(here)), place, how="stops", why="money", since=since, kind=kind, at=timezone.now()
    )
    for door, said in pages(client, place, kind).items():
        assert "De stad beslist en betaalt. Zij zei dat zij het hier sinds" in said, door
        if kind != LITTER or door != "street":  # where the other tasks of a street stand too
            assert ALL_BY_THE_CITY not in said, door


def test_who_looks_before_joining_is_not_told_to_be_the_first_where_neighbours_do_it(client: Client) -> None:
    here = a_neighbourhood()
    place, resident = a_place(here), a_person(here)
    assert resident.account
    client.force_login(resident.account)
    next_ = address(here.slug, place.public_id, TaskKind.objects.get(code="clubhouse"), "street_next")
    assert "Je bent hier de eerste" in client.get(next_).content.decode()
    a_carrier(a_person(here), place, kind="clubhouse")
    assert "Je bent hier de eerste" not in client.get(next_).content.decode()


def test_an_agreement_about_what_neighbours_do_themselves_does_not_say_that_the_city_decides(
    client: Client,
) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    asked = a_challenge(
        a_carrier(a_person(here), place, kind="bar-rota"), place, kind="bar-rota", stop_grade="", stop_steps=3
    )
    said = client.get(f"/{here.slug}/agreement/{asked.public_id}/").content.decode()
    assert "Buren doen dit hier zelf." in said
    assert "De stad beslist" not in said


def test_the_city_reads_what_it_can_do_instead_of_stopping_what_neighbours_hold(client: Client) -> None:
    here = a_neighbourhood()
    place, city = a_place(here), a_worker(here)
    handed_over(a_carrier(a_person(here), place), seen_as(city), place)
    assert city.account
    client.force_login(city.account)
    said = client.get(f"/{here.slug}/street/{place.public_id}/stopping/").content.decode()
    assert "De stad kan hier niets stoppen" in said
    assert f"/street/{place.public_id}/agreement/" in said
    assert 'data-block="room"' in said
    assert "Zeg het tegen iedereen" not in said


def test_an_offer_of_what_the_city_stopped_promises_nothing_else(client: Client) -> None:
    here = a_neighbourhood()
    place, city = a_place(here), a_worker(here)
    acts.stop_task(
        seen_as(city), place, how="stops", why="money", since=timezone.localdate(), at=timezone.now()
    )
    assert city.account
    client.force_login(city.account)
    said = client.get(f"/{here.slug}/street/{place.public_id}/agreement/").content.decode()
    assert "dan blijft het haar taak" in said
    assert "dan blijft de stad het doen" not in said


def test_what_the_city_does_not_do_it_does_not_go_on_doing(client: Client) -> None:
    here = a_neighbourhood()
    place, resident = a_place(here), a_person(here)
    a_carrier(resident, place, kind="bar-rota")
    assert resident.account
    client.force_login(resident.account)
    task = f"/{here.slug}/street/{place.public_id}/task/bar-rota/"
    said = client.get(f"{task}give-back/").content.decode()
    assert "De stad doet dit niet zelf: het gebeurt als buren het doen" in said
    assert "blijft zij doen" not in said
    assert "rondje" not in client.get(f"{task}next/").content.decode()


def test_an_agreement_without_a_term_and_a_budget_says_so(client: Client) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    agreed = handed_over(a_carrier(a_person(here), place), seen_as(a_worker(here)), place)
    said = client.get(f"/{here.slug}/agreement/{agreed.public_id}/").content.decode()
    assert say("nl", "terms-no-term") in said
    assert say("nl", "terms-no-budget") in said
