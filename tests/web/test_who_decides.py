"""Every page about a task has one line of who decides, does and pays; where the institution stops, all of them say so."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.care.makers import a_carrier, a_challenge
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts
from vuurtoren.care.models import TaskKind
from vuurtoren.care.rules import LITTER
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
