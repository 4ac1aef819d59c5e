"""Every page in every role: opens or refuses as the rights table says, and a refusal changes nothing."""

import re

import pytest
from allauth.account.models import EmailAddress
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, a_worker
from vuurtoren.journal.models import Moment
from vuurtoren.people.acts import make_link
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine
from vuurtoren.power.rules import COLUMN_OF, OVER_ONESELF, REACH, cell
from vuurtoren.web.urls import urlpatterns

pytestmark = pytest.mark.django_db
OF_A_NEIGHBOURHOOD = [
    (*one.callback.door, str(one.pattern))
    for one in urlpatterns
    if str(one.pattern).startswith("<slug:slug>")
]
SIMPLE = [
    (
        name,
        right,
        route.replace("<slug:slug>", "{slug}")
        .replace("<str:public_id>", "{place}")
        .replace("task/<slug:kind>", "task/green")
        .replace("spending/<slug:kind>", "spending/green"),
    )
    for name, right, route in OF_A_NEIGHBOURHOOD
    if "<str:held>" not in route
    and "<str:proposal>" not in route
    and "<uuid" not in route
    and "agreement/<" not in route
    and "stopping/<" not in route
    and "draft/<" not in route
    and "draft-link/<" not in route
    and "draft-writer/<" not in route
    and "saying/<" not in route
    and "who/<" not in route
    and "table/<" not in route
    and "met/<" not in route
    and "gift/<" not in route
    and "looking/<" not in route
    and "introduce/<" not in route
    and "introduction/<" not in route
    and "invitation/<" not in route
    and "offer/<" not in route
    and "ties/keep/<" not in route
    and "tie/<" not in route
    and "coffee/<" not in route
    and "<str:errand>" not in route
    and "<str:slide>" not in route
    and "promise/<" not in route
    and "initiative/<" not in route
    and "principle/<" not in route
    and "principles/proposed/<" not in route
    and "principles/exception/<" not in route
    and "principles/replaced/<" not in route
    and "question/<" not in route
    and "role/<" not in route
    and "leave/<" not in route
    and "nudge/<" not in route
    and "nudges/<" not in route
    and "weigh/<" not in route
    and "weighing/<" not in route
    and "leaving/<" not in route
    and "<day" not in route
]
POSTS_ONLY = {
    "was_here",
    "claim_answer",
    "undo_round",
    "help_question",
    "call_help",
    "ask_first",
    "emergency_over",
    "dossier_voice",
    "arrange",
    "choose_letter",
    "no_coffee",
    "answer_growing",
    *("task_undo_round", "task_help_question", "task_call_help", "task_ask_first", "task_dossier_voice"),
    "task_arrange",
    *("task_emergency_over", "say_came", "say_comes_not"),
}


def somebody(role: Role | None, here: Neighbourhood) -> Person | None:
    if role is None:
        return None
    return a_worker(here) if role is Role.WORKER else a_person(here, role)


def signed_in(person: Person | None) -> Client:
    client = Client()
    if person and person.account:
        client.force_login(person.account)
    return client


def allowed(right: str, role: Role | None) -> bool:
    columns = ["V"] if role is None else ["V", COLUMN_OF[role]]
    if role is not None and role is not Role.WORKER:
        columns.append("R")
    return any(REACH[cell(right, column)] for column in columns)


@pytest.mark.parametrize("role", [None, *Role])
def test_every_door_opens_to_whom_the_table_says(role: Role | None) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    client = signed_in(somebody(role, here))
    for name, right, route in SIMPLE:
        answer = client.get("/" + route.format(slug=here.slug, place=place.public_id))
        if allowed(right, role):
            assert answer.status_code in ((302,) if name in POSTS_ONLY else (200,)), (
                name,
                answer.status_code,
            )
        else:
            assert answer.status_code in (302, 403), (name, answer.status_code)
            if answer.status_code == 302:
                assert answer.headers["Location"].startswith("/sign-in/"), name


@pytest.mark.parametrize("role", list(Role))
def test_roles_of_one_neighbourhood_open_nothing_in_another(role: Role) -> None:
    home, other = a_neighbourhood(), a_neighbourhood("Elders")
    place = a_place(other)
    client = signed_in(somebody(role, home))
    before = Moment.objects.filter(book__key=other.key).count()
    for name, right, route in SIMPLE:
        if allowed(right, None) or right in OVER_ONESELF:
            continue
        address = "/" + route.format(slug=other.slug, place=place.public_id)
        assert client.get(address).status_code == 403, name
        assert client.post(address, {"key": "abc", "minutes": 5, "bags": 1}).status_code == 403, name
    assert Moment.objects.filter(book__key=other.key).count() == before


def test_a_street_of_another_neighbourhood_is_not_here() -> None:
    here, other = a_neighbourhood(), a_neighbourhood("Elders")
    place = a_place(other)
    assert Client().get(f"/{here.slug}/street/{place.public_id}/").status_code == 404


def test_whoever_was_forgotten_is_a_visitor_at_once() -> None:
    here = a_neighbourhood()
    person = a_person(here)
    client = signed_in(person)
    assert client.get(f"/{here.slug}/me/").status_code == 200
    assert client.post(f"/{here.slug}/me/forget/", {"key": "k1"}).status_code == 302
    assert not Person.objects.filter(pk=person.pk).exists()
    assert client.get(f"/{here.slug}/me/").status_code == 302


def test_joining_a_round_and_giving_back_from_page_to_journal() -> None:
    here = a_neighbourhood()
    place = a_place(here, "Kadeweg")
    client = signed_in(a_person(here))
    base = f"/{here.slug}/street/{place.public_id}/"
    joined = client.post(base + "join/", {"key": "k1", "part": "whole", "rhythm": "weekly", "people": 1})
    assert joined.headers["Location"] == base + "next/"
    assert (
        client.post(base + "round/", {"key": "k2", "minutes": 20, "bags": 1, "grade": ""}).status_code == 302
    )
    assert "Kadeweg" in client.get(f"/{here.slug}/").content.decode()
    assert client.post(base + "give-back/", {"key": "k3"}).status_code == 302
    kinds = list(Moment.objects.filter(place=place.key).order_by("number").values_list("kind", flat=True))
    assert kinds == ["care.joined", "care.round_done", "care.gave_back"] or len(kinds) == 3


def test_a_form_sent_twice_is_one_round() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    client = signed_in(a_person(here))
    address = f"/{here.slug}/street/{place.public_id}/round/"
    for _ in range(2):
        assert client.post(address, {"key": "same", "minutes": 20, "bags": 1}).status_code == 302
    assert Moment.objects.filter(place=place.key).count() == 1


@pytest.mark.parametrize(
    "bad", [{"minutes": "-3"}, {"minutes": "veel"}, {"minutes": "9999999"}, {"bags": ""}, {"key": ""}]
)
def test_a_slip_on_a_form_is_a_sentence_and_nothing_else(bad: dict[str, str]) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    client = signed_in(a_person(here))
    sent = {"key": "k", "minutes": "20", "bags": "1", **bad}
    answer = client.post(f"/{here.slug}/street/{place.public_id}/round/", sent)
    assert answer.status_code == 422
    assert "⟨" not in answer.content.decode()
    assert not Moment.objects.filter(place=place.key).exists()


@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_page_shows_a_sentence_that_is_not_there(language: str) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    client = signed_in(a_person(here, Role.HOST, Role.BOARD))
    client.cookies["taal"] = language
    Person.objects.update(language=language)
    for name, _, route in SIMPLE:
        answer = client.get("/" + route.format(slug=here.slug, place=place.public_id))
        assert "⟨" not in answer.content.decode(), name


def test_script_in_a_name_stays_words() -> None:
    here = a_neighbourhood("<script>alert(1)</script>")
    a_place(here, "<img src=x onerror=alert(2)>")
    for page in ("", "streets/", "map/"):
        text = Client().get(f"/{here.slug}/{page}").content.decode()
        assert "<script>alert" not in text
        assert "<img src=x" not in text


def test_pages_of_somebody_who_signed_in_stay_out_of_caches() -> None:
    here = a_neighbourhood()
    answer = signed_in(a_person(here)).get(f"/{here.slug}/")
    assert answer.headers["Cache-Control"] == "no-store"
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]


@pytest.mark.parametrize(("page", "most"), [("streets/", 9), ("", 26), ("map/streets.geojson", 8)])
def test_a_page_asks_few_questions(page: str, most: int, django_assert_max_num_queries: object) -> None:
    here = a_neighbourhood()
    for _ in range(60):
        a_place(here)
    client = signed_in(a_person(here))
    with django_assert_max_num_queries(most):  # type: ignore[operator]
        assert client.get(f"/{here.slug}/{page}").status_code == 200
    assert Place.objects.filter(neighbourhood=here).count() == 60


@pytest.mark.parametrize("page", ["", "help/", "sign-in/", "sign-up/", "sign-in/link/nothing/"])
def test_a_visitor_finds_the_front_and_the_ways_in(page: str) -> None:
    a_neighbourhood()
    answer = Client().get(f"/{page}")
    assert answer.status_code == 200
    assert "⟨" not in answer.content.decode()


def test_an_address_that_is_not_there_is_a_page_with_words() -> None:
    answer = Client().get("/nergens/straat/")
    assert answer.status_code == 404
    assert "deze bladzijde is er niet" in answer.content.decode().lower()


def test_a_link_signs_in_once() -> None:
    here = a_neighbourhood()
    person = a_person(here)
    make_link(machine(), person, here, token="a-token", at=timezone.now())
    first, second = Client(), Client()
    assert first.post("/sign-in/link/a-token/").status_code == 302
    assert first.get(f"/{here.slug}/me/").status_code == 200
    assert second.post("/sign-in/link/a-token/").status_code == 410
    assert second.get(f"/{here.slug}/me/").status_code == 302


def test_a_mailed_code_signs_in(mailoutbox: list[EmailMessage]) -> None:
    here = a_neighbourhood()
    person = a_person(here)
    assert person.account
    EmailAddress.objects.create(user=person.account, email=person.account.email, verified=True, primary=True)
    client = Client()
    asked = client.post("/sign-in/", {"email": person.account.email})
    assert asked.status_code == 302
    assert "⟨" not in client.get(asked.headers["Location"]).content.decode()
    found = re.search(r"code is: (\S+)", str(mailoutbox[0].body))
    assert found
    assert client.post(asked.headers["Location"], {"code": found[1]}).status_code == 302
    assert client.get(f"/{here.slug}/me/").status_code == 200


def test_somebody_new_signs_up_and_arrives(mailoutbox: list[EmailMessage]) -> None:
    here = a_neighbourhood()
    client = Client()
    asked = client.post("/sign-up/", {"email": "nieuw@lichthaven.example"})
    assert asked.status_code == 302
    found = re.search(r"code is: (\S+)", str(mailoutbox[0].body))
    assert found
    client.post(asked.headers["Location"], {"code": found[1]})
    sent = {"key": "w1", "called": "Nieuw", "neighbourhood": here.pk, "language": "nl"}
    assert client.get("/welcome/").status_code == 200
    assert client.post("/welcome/", sent).status_code == 302
    assert client.get(f"/{here.slug}/me/").status_code == 200
