"""Pages say in place what one can do, and show nobody a button that would refuse them."""

import json
import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, a_worker
from vuurtoren.care import acts as care
from vuurtoren.care.models import Task
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewer_of
from vuurtoren.response import acts as response
from vuurtoren.response.models import FloorCase

pytestmark = pytest.mark.django_db
TERMS: dict[str, Any] = {
    "to_step": 4,
    "stop_grade": "B",
    "stop_steps": 2,
    "after_stop": "ask",
    "overlap_days": 7,
}


def page(person: Person | None, address: str) -> str:
    """What somebody reads there, in Dutch."""
    client = Client()
    if person and person.account:
        client.force_login(person.account)
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def of_street(place: Place) -> str:
    return f"/{place.neighbourhood.slug}/street/{place.public_id}/"


def a_held_street(here: Neighbourhood) -> tuple[Person, Place]:
    """A street that somebody holds since ten days."""
    at, me, worker, place = timezone.now(), a_person(here), a_worker(here), a_place(here, "Baken")
    care.join(viewer_of(me, at), place, at=at - timedelta(days=20))
    care.challenge(viewer_of(me, at), place, at=at - timedelta(days=19), **TERMS)
    asked = Task.objects.get(place=place).hand_overs.get()
    care.answer(viewer_of(worker, at), asked, yes=True, at=at - timedelta(days=18))
    care.pass_time(machine(), here, at=at - timedelta(days=10))
    return me, place


@pytest.mark.parametrize(("yes", "said"), [(True, "ja, graag"), (False, "nee, wij doen het")])
def test_everybody_reads_what_the_residents_answered_and_when(yes: bool, said: str) -> None:
    here = a_neighbourhood()
    me, place = a_held_street(here)
    at, task = timezone.now(), Task.objects.get(place=place)
    care.ask_help(
        machine(), task, step_date=timezone.localdate(at - timedelta(days=3)), at=at - timedelta(days=3)
    )
    for reader in (None, a_person(here), me):
        assert "Er is nog geen antwoord" in page(reader, of_street(place))
    care.answer_help(viewer_of(me, at), place, yes=yes, at=at - timedelta(days=2))
    for reader in (None, a_person(here), me):
        shown = page(reader, of_street(place))
        assert "De bewoners zeiden op" in shown
        assert said in shown
        assert "Er is nog geen antwoord" not in shown


def test_a_street_that_called_the_city_by_itself_says_so() -> None:
    here = a_neighbourhood()
    me, place = a_held_street(here)
    care.call_help(viewer_of(me, timezone.now()), place, at=timezone.now())
    shown = page(None, of_street(place))
    assert "zelf of de stad deze week komt helpen" in shown
    assert "De stad vroeg op" not in shown


def test_an_old_answer_is_no_news() -> None:
    here = a_neighbourhood()
    me, place = a_held_street(here)
    at = timezone.now() - timedelta(days=29)
    care.call_help(viewer_of(me, timezone.now()), place, at=at)
    assert "Zal de stad helpen?" not in page(None, of_street(place))


def an_auditor_who_carries(here: Neighbourhood) -> tuple[Person, Place]:
    """Somebody who held a street and now only looks into the books here."""
    me, place = a_held_street(here)
    at = timezone.now()
    care.log_round(viewer_of(me, at), place, minutes=10, bags=1, at=at)
    care.ask_help(machine(), Task.objects.get(place=place), step_date=timezone.localdate(at), at=at)
    me.home = place
    me.save()
    RoleHeld.objects.filter(person=me).update(role=Role.AUDITOR.value, confirmed_at=at, until=None)
    return me, place


def test_an_auditor_who_carries_a_street_sees_only_what_they_may_do() -> None:
    here = a_neighbourhood()
    me, place = an_auditor_who_carries(here)
    shown = page(me, of_street(place)) + page(me, f"/{here.slug}/")
    base = of_street(place)
    for door in (
        "join/",
        "next/",
        "round/",
        "round/undo/",
        "arrange/",
        "look/",
        "help/",
        "call/",
        "agreement/",
    ):
        assert f'"{base}{door}"' not in shown, door
    assert f'"{base}give-back/"' in shown
    client = Client()
    client.force_login(me.account)
    for door, given in (
        ("round/", {"minutes": 9, "bags": 1}),
        ("look/", {"grade": "B"}),
        ("help/", {"answer": "no"}),
    ):
        assert client.post(base + door, {"key": "k" + door[:2], **given}).status_code == 403, door
    assert client.post(base + "give-back/", {"key": "kgb"}).status_code == 302


@pytest.mark.parametrize("role", [None, Role.RESIDENT, Role.BOARD])
def test_who_may_do_it_sees_the_buttons(role: Role | None) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    shown = page(a_person(here, role) if role else None, of_street(place))
    for door in ("join/", "round/", "look/"):
        assert f'"{of_street(place)}{door}"' in shown, door


def test_a_neighbourhood_of_which_only_the_streets_are_there_invites() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    visitor = page(None, f"/{here.slug}/")
    assert "Jij kunt de eerste zijn" in visitor
    for to in ("/sign-up/", f"/{here.slug}/map/", f"/{here.slug}/streets/"):
        assert f'href="{to}"' in visitor.partition("<main")[2], to
    me = a_person(here)
    assert f'href="/{here.slug}/me/"' in page(me, f"/{here.slug}/").partition("<main")[2]
    me.home = place
    me.save()
    shown = page(me, f"/{here.slug}/")
    assert f'"{of_street(place)}join/"' in shown
    assert f'"{of_street(place)}look/"' in shown
    care.join(viewer_of(me, timezone.now()), place, at=timezone.now())
    for reader in (None, me):
        assert "Jij kunt de eerste zijn" not in page(reader, f"/{here.slug}/")


def test_without_streets_nobody_is_told_that_they_are_ready() -> None:
    here = a_neighbourhood()
    assert "De straten staan klaar" not in page(None, f"/{here.slug}/")


def test_the_map_shows_and_the_list_finds_and_each_leads_to_the_other() -> None:
    here = a_neighbourhood()
    place = a_place(here, "Kadeweg")
    shown, found = page(None, f"/{here.slug}/map/"), page(None, f"/{here.slug}/streets/")
    with_script = re.sub(r"<noscript>.*?</noscript>", "", shown, flags=re.S)
    assert place.name not in with_script
    assert place.name in shown  # without JavaScript the map gives way to the list
    assert f'href="/{here.slug}/streets/"' in with_script.partition("<main")[2]
    assert f'href="/{here.slug}/map/"' in found.partition("<main")[2]


def test_the_plan_on_the_map_knows_the_streets_around_it_and_leads_to_each() -> None:
    here = a_neighbourhood()
    at, place = timezone.now(), a_place(here, "Kadeweg")
    worker = viewer_of(a_worker(here), at)
    response.observe(worker, place, pieces=60, at=at - timedelta(hours=30))
    response.agree_standard(machine(), here, goal_grade="A", floor_grade="A", at=at)
    response.add_crew(
        machine(), here, name="Crew 1", minutes=240, mode="walk", lon=place.lon, lat=place.lat, at=at
    )
    response.work_the_night(machine(), here, date=timezone.localdate(at), at=at)
    shown = page(None, f"/{here.slug}/plan/")
    assert f'data-around="/{here.slug}/map/streets.geojson"' in shown
    assert "Ploeg Crew" not in shown
    assert "Crew 1" in shown
    address = re.search(r'data-src="([^"]+)"', shown)
    assert address
    told = json.loads(page(None, address[1]))
    assert [one["properties"]["href"] for one in told["features"]] == [of_street(place)]


def test_what_can_be_told_of_waiting_is_told_also_when_the_middle_cannot() -> None:
    here = a_neighbourhood()
    today = timezone.localdate()
    places, neighbour = [a_place(here) for _ in range(4)], viewer_of(a_person(here), timezone.now())
    for place in places:
        response.observe(neighbour, place, pieces=2, at=timezone.now() - timedelta(hours=30))
    response.work_the_night(machine(), here, date=today, at=timezone.now())
    FloorCase.objects.all().delete()
    for place, days, visited in zip(places, (9, 4, 4, 3), (1, None, None, None), strict=True):
        fell = today - timedelta(days=days)
        came = visited and fell + timedelta(days=visited)
        FloorCase.objects.create(place=place, fell_on=fell, visited_on=came)
    shown = re.sub(r"\s+", " ", page(None, f"/{here.slug}/city/"))
    assert "was het 4 keer te vuil, en één keer is de stad geweest" in shown
    assert "3 straten wachten nu nog op de stad, de langste al 4 dagen." in shown
    assert "meldde de stad nog geen werk" in shown
    assert "100%" not in shown


def test_that_something_may_be_left_out_is_said_once() -> None:
    here = a_neighbourhood()
    place, me = a_place(here), a_person(here, Role.HOST)
    care.join(viewer_of(me, timezone.now()), place, at=timezone.now())
    for address in (of_street(place) + "round/", f"/{here.slug}/who/tools/", f"/{here.slug}/me/"):
        assert page(me, address).lower().count("hoeft niet") <= 1, address
