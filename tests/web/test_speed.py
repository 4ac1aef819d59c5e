"""Pages stay as quick in a city as in a street: so many questions to the database, and nothing old or private kept."""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, a_worker
from vuurtoren.care import acts as care
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewer_of, who_signed_in
from vuurtoren.response import acts as response
from vuurtoren.response.models import PlanLine
from vuurtoren.response.queries import street_rows
from vuurtoren.web import forms, kept, newest

pytestmark = pytest.mark.django_db

PAGES = [
    # the page, questions when nothing is known or kept yet, questions of the next reader
    ("", 27, 18),
    ("map/", 6, 3),
    ("map/streets.geojson", 5, 3),
    ("streets/", 6, 3),
    ("streets/?q=straat", 5, 4),
    ("street/{}/", 29, 8),
    ("street/{}/task/green/", 19, 16),
    ("street/{}/task/green/join/", 16, 13),
    ("street/{}/task/green/round/", 17, 14),
    ("street/{}/task/green/give-back/", 16, 13),
    ("street/{}/task/bar-rota/", 11, 8),
    ("street/{}/join/", 19, 16),
    ("street/{}/next/", 20, 16),
    ("street/{}/round/", 20, 17),
    ("street/{}/look/", 19, 16),
    ("street/{}/give-back/", 19, 16),
    ("street/{}/agreement/", 19, 16),
    ("tables/", 6, 4),
    ("gifts/", 12, 10),
    ("gifts/?q=fiets", 12, 10),
    ("initiatives/", 7, 4),
    ("questions/", 6, 5),
    ("nudges/", 5, 3),
    ("nudges/mine/", 7, 6),
    ("nudge/street/{}/", 6, 5),
    ("weigh/street/{}/", 5, 4),
    ("weighings/", 5, 4),
    ("lessons/", 5, 3),
    ("initiatives/start/", 6, 5),
    ("ties/", 5, 3),
    ("ties/mine/", 7, 6),
    ("plan/", 10, 3),
    ("city/", 10, 3),
    ("agreements/", 8, 6),
    ("light/", 4, 3),
    ("journal/", 6, 5),
    ("who/", 9, 5),
    ("days/", 10, 9),
    ("promises/", 7, 4),
    ("slides/", 10, 9),
    ("balance/", 22, 3),
    ("me/", 12, 11),
]


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    kept._kept.clear()
    yield
    kept._kept.clear()


def a_neighbourhood_of(streets: int) -> tuple[Neighbourhood, Place, Person]:
    """So many streets, a third of them carried and some asked for; a plan of today; I carry the first."""
    here = a_neighbourhood()
    at = timezone.now()
    places = [a_place(here, f"Straat {number:03}") for number in range(streets)]
    me, neighbour, worker = a_person(here), a_person(here), a_worker(here)
    care.join(viewer_of(me, at), places[0], at=at)
    terms: dict[str, Any] = {
        "to_step": 4,
        "stop_grade": "B",
        "stop_steps": 2,
        "after_stop": "ask",
        "overlap_days": 7,
    }
    for number, place in enumerate(places):
        if number % 3 == 0:
            care.join(viewer_of(neighbour, at), place, at=at)
            care.log_round(viewer_of(neighbour, at), place, minutes=10, bags=1, at=at)
        if number % 6 == 0:
            care.challenge(viewer_of(neighbour, at), place, at=at, **terms)
        response.observe(viewer_of(worker, at), place, pieces=40, at=at - timedelta(hours=30))
    first = places[0]
    care.join(viewer_of(neighbour, at), places[0], kind="green", rhythm="weekly", at=at)
    care.log_round(viewer_of(neighbour, at), places[0], kind="green", minutes=30, amount=9, at=at)
    response.add_crew(
        machine(), here, name="Kade", minutes=240, mode="walk", lon=first.lon, lat=first.lat, at=at
    )
    response.work_the_night(machine(), here, date=timezone.localdate(at), at=at)
    PlanLine.objects.filter(place=first).delete()
    return here, first, me


def signed_in(person: Person | None) -> Client:
    client = Client()
    if person and person.account:
        client.force_login(person.account)
    return client


def questions(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200, address
    return len(asked)


@pytest.mark.parametrize("streets", [2, 70])
def test_every_page_asks_a_fixed_number_of_questions(streets: int) -> None:
    here, place, me = a_neighbourhood_of(streets)
    client, wrong = signed_in(me), []
    for page, first, again in PAGES:
        kept._kept.clear()
        newest._known.clear()
        address = f"/{here.slug}/{page.format(place.public_id)}"
        asked = questions(client, address), questions(client, address)
        if asked != (first, again):
            wrong.append((page, *asked))
    assert not wrong, f"with {streets} streets"


def test_a_deed_shows_at_once_to_everybody() -> None:
    here, _, me = a_neighbourhood_of(3)
    other = Place.objects.get(neighbourhood=here, name="Straat 001")
    reader, address = signed_in(a_person(here)), f"/{here.slug}/street/{other.public_id}/"
    before = reader.get(address).content.decode(), reader.get(f"/{here.slug}/streets/").content.decode()
    lines = reader.get(f"/{here.slug}/map/streets.geojson")
    care.join(viewer_of(me, timezone.now()), other, at=timezone.now())
    after = reader.get(address).content.decode(), reader.get(f"/{here.slug}/streets/").content.decode()
    assert before[1].count("vt-who--3") + 1 == after[1].count("vt-who--3")
    assert "vt-step--1" in before[0]
    assert "vt-step--3" in after[0]
    again = reader.get(f"/{here.slug}/map/streets.geojson", headers={"If-None-Match": lines.headers["ETag"]})
    assert again.status_code == 200
    steps = {
        one["properties"]["name"]: one["properties"]["step"] for one in json.loads(again.content)["features"]
    }
    assert steps["Straat 001"] == 3


def test_what_a_carrier_sees_is_not_shown_to_the_next_reader() -> None:
    here, place, _ = a_neighbourhood_of(2)
    carrier = a_person(here, called="Zonnebloem")
    care.join(viewer_of(carrier, timezone.now()), place, at=timezone.now())
    address = f"/{here.slug}/street/{place.public_id}/"
    fellow = next(
        one for one in Person.objects.filter(carryings__task__place=place).exclude(pk=carrier.pk).distinct()
    )
    assert "Zonnebloem" in signed_in(fellow).get(address).content.decode()
    for reader in (None, a_person(here), a_person(here, Role.HOST), a_worker(here)):
        shown = signed_in(reader).get(address).content.decode()
        assert "Zonnebloem" not in shown
        assert "give-back" not in shown
    assert "Zonnebloem" in signed_in(fellow).get(address).content.decode()
    assert not any("Zonnebloem" in str(one) for one in kept._kept.values())


def test_pages_of_one_language_or_neighbourhood_are_not_shown_in_another() -> None:
    here, other = a_neighbourhood(), a_neighbourhood("Elders")
    a_place(here, "Kadeweg")
    a_place(other, "Elderslaan")
    dutch, english = Client(), Client()
    english.cookies["taal"] = "en"
    shown = [one.get(f"/{here.slug}/streets/").content.decode() for one in (dutch, english, dutch)]
    assert shown[0] != shown[1]
    assert ["Elderslaan" in one for one in shown] == [False] * 3
    assert "Elderslaan" in dutch.get(f"/{other.slug}/streets/").content.decode()


def test_words_that_somebody_searched_for_are_kept_nowhere() -> None:
    here = a_neighbourhood()
    a_place(here, "Kadeweg")
    signed_in(a_person(here)).get(f"/{here.slug}/streets/?q=kadewe")
    assert "kadewe" not in repr(list(kept._kept))


def test_the_map_is_small_for_who_has_it_already() -> None:
    here, _, me = a_neighbourhood_of(3)
    client, address = signed_in(me), f"/{here.slug}/map/streets.geojson"
    plain = client.get(address)
    squeezed = client.get(address, headers={"Accept-Encoding": "gzip, br"})
    assert len(json.loads(plain.content)["features"]) == 3
    assert squeezed.headers["Content-Encoding"] == "gzip"
    assert plain.headers["Cache-Control"] == "no-cache"
    same = client.get(address, headers={"If-None-Match": plain.headers["ETag"]})
    assert (same.status_code, same.content) == (304, b"")
    assert client.get(f"/{here.slug}/map/").headers["Cache-Control"] == "no-store"


def test_a_list_goes_on_to_the_next_page_and_ends() -> None:
    here = a_neighbourhood()
    for number in range(103):
        a_place(here, f"straat {number:03}" if number % 2 else f"Straat {number:03}")
    nameless = a_place(here, "x")
    Place.objects.filter(pk=nameless.pk).update(name="")
    seen = [
        row.name for first in (0, 50, 100) for row in street_rows(machine(), here, "", first=first, count=50)
    ]
    assert [name.lower() for name in seen] == [*(f"straat {number:03}" for number in range(103)), ""]
    last = Client().get(f"/{here.slug}/streets/?page=3").content.decode()
    assert last.count('<th scope="row">') == 4
    assert 'rel="next"' not in last


def test_in_a_city_one_writes_the_name_of_a_street(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(forms, "MOST_TO_CHOOSE", 3)
    here = a_neighbourhood()
    places = [a_place(here, f"Straat {number}") for number in range(5)]
    elsewhere = a_place(a_neighbourhood("Elders"), "Verweg")
    person = a_person(here)
    client, address = signed_in(person), f"/{here.slug}/me/"
    sent = {"key": "k1", "called": "Sem", "language": "nl", "home": "straat 3"}
    assert client.post(address, sent).status_code == 302
    person.refresh_from_db()
    assert person.home == places[3]
    assert 'value="Straat 3"' in client.get(address).content.decode()
    answer = client.post(address, {**sent, "key": "k2", "home": elsewhere.name})
    assert answer.status_code == 422
    assert "geen straat die Verweg heet" in answer.content.decode()
    assert client.post(address, {**sent, "key": "k3", "home": ""}).status_code == 302
    person.refresh_from_db()
    assert person.home is None


def test_a_ready_question_answers_as_the_queryset_does() -> None:
    here, _, me = a_neighbourhood_of(2)
    at = timezone.now()
    host = a_person(here, Role.HOST)
    for person, when, roles in (
        (me, at, {Role.RESIDENT}),
        (host, at, {Role.RESIDENT, Role.HOST}),
        (host, at + timedelta(days=800), {Role.RESIDENT}),
    ):
        assert viewer_of(person, when).roles == {here.key: roles}
        assert person.account
        known = who_signed_in(person.account.pk, when)
        assert known == (person, viewer_of(person, when))
    assert who_signed_in(0, at) is None
    found = Place.objects.filter(neighbourhood=here).order_by("in_order", "id")
    assert [row.public_id for row in street_rows(machine(), here, "", first=0, count=9)] == [
        one.public_id for one in found
    ]
