"""What was agreed on its page: one board member proposes, everybody sees it, a second one says yes."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.test import Client
from django.utils import timezone

from tests.care.makers import TERMS
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts as care
from vuurtoren.care.models import HandOver
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine
from vuurtoren.response.models import Crew, Proposal, Standard

pytestmark = pytest.mark.django_db
LEVEL = {
    "goal_grade": "A", "floor_grade": "B", "floor_steps": 3, "aim": "least", "horizon_steps": 5,
    "most_Aplus": 0, "most_A": 3, "most_B": 10, "most_C": 25, "scale_source": "Eigen schaal",
}  # fmt: skip


def signed_in(person: Person) -> Client:
    client = Client()
    assert person.account
    client.force_login(person.account)
    return client


def a_board(here: Neighbourhood) -> tuple[Client, Client]:
    return signed_in(a_person(here, Role.BOARD)), signed_in(a_person(here, Role.BOARD))


def waiting(here: Neighbourhood) -> str:
    return f"/{here.slug}/agreed/{Proposal.objects.get(neighbourhood=here).public_id}/"


def crew_of(here: Neighbourhood, start: Place, one: Client, two: Client) -> Crew:
    given = {"key": "c1", "name": "Kade", "minutes": 240, "mode": "walk", "start": start.pk}
    assert one.post(f"/{here.slug}/agreed/crew/", given).status_code == 302
    assert two.post(waiting(here) + "yes/", {"key": "c2"}).status_code == 302
    return Crew.objects.get(neighbourhood=here)


def test_a_level_is_proposed_seen_by_everybody_and_agreed_by_a_second_one() -> None:
    here = a_neighbourhood()
    one, two = a_board(here)
    address = f"/{here.slug}/agreed/"
    assert "Hier is nog niets afgesproken" in Client().get(address).content.decode()
    assert one.post(address + "level/", {"key": "k1", **LEVEL}).status_code == 302
    seen = Client().get(address).content.decode()
    assert "Wacht op een tweede ja" in seen
    assert "Ja, zo doen we het" not in seen
    assert "Een ander bestuurslid stelde" in two.get(f"/{here.slug}/").content.decode()
    assert "Een ander bestuurslid stelde" not in one.get(f"/{here.slug}/").content.decode()
    assert "Voorstel intrekken" in one.get(address).content.decode()
    assert "Ja, zo doen we het" in two.get(address).content.decode()
    assert two.post(waiting(here) + "yes/", {"key": "k2"}).status_code == 302
    agreed = Standard.objects.get(neighbourhood=here)
    assert (agreed.goal_grade, agreed.floor_steps, agreed.aim) == ("A", 3, "least")
    assert "Eigen schaal" in Client().get(address).content.decode()
    assert "Wacht op een tweede ja" not in Client().get(address).content.decode()
    kinds = list(
        Moment.objects.filter(book__key=here.key, kind__startswith="response").values_list("kind", flat=True)
    )
    assert kinds == ["response.proposed", "response.standard_agreed"]


def test_a_yes_sent_twice_is_a_yes_once() -> None:
    here = a_neighbourhood()
    one, two = a_board(here)
    one.post(f"/{here.slug}/agreed/level/", {"key": "k1", **LEVEL})
    address = waiting(here) + "yes/"
    assert [two.post(address, {"key": "same"}).status_code for _ in range(2)] == [302, 302]
    assert two.post(address, {"key": "other"}).status_code == 404
    assert Moment.objects.filter(kind="response.standard_agreed").count() == 1


def test_whoever_proposes_cannot_say_yes_alone_and_may_take_it_back() -> None:
    here = a_neighbourhood()
    one, two = a_board(here)
    one.post(f"/{here.slug}/agreed/level/", {"key": "k1", **LEVEL})
    refused = one.post(waiting(here) + "yes/", {"key": "k2"})
    assert refused.status_code == 409
    assert "tweede bestuurslid" in refused.content.decode()
    assert one.post(waiting(here) + "drop/", {"key": "k3"}).status_code == 302
    assert not Proposal.objects.exists()
    one.post(f"/{here.slug}/agreed/level/", {"key": "k4", **LEVEL})
    two.post(waiting(here) + "drop/", {"key": "k5"})
    kinds = Moment.objects.filter(kind__startswith="response.proposal").order_by("number")
    assert list(kinds.values_list("kind", flat=True)) == [
        "response.proposal_withdrawn",
        "response.proposal_declined",
    ]
    assert not Standard.objects.exclude(since=None).exists()


def test_a_crew_begins_changes_gets_another_name_stops_and_begins_again() -> None:
    here = a_neighbourhood()
    start, other = a_place(here, "Kadeweg"), a_place(here, "Lampstraat")
    one, two = a_board(here)
    crew = crew_of(here, start, one, two)
    base = f"/{here.slug}/agreed/crew/{crew.key}/"
    assert "240 minuten per dag, te voet. Begint bij: Kadeweg." in Client().get(
        f"/{here.slug}/agreed/"
    ).content.decode().replace("\n", " ")

    changed = {"key": "k1", "minutes": 300, "mode": "cart", "start": other.pk}
    assert one.post(base, changed).status_code == 302
    assert two.post(waiting(here) + "yes/", {"key": "k2"}).status_code == 302
    assert one.post(base + "name/", {"key": "k3", "name": "Kade-West"}).status_code == 302
    assert "heet voortaan Kade-West" in Client().get(f"/{here.slug}/agreed/").content.decode()
    assert two.post(waiting(here) + "yes/", {"key": "k4"}).status_code == 302
    crew.refresh_from_db()
    assert (crew.name, crew.minutes, crew.mode, crew.lon) == ("Kade-West", 300, "cart", other.lon)

    assert two.post(base + "end/", {"key": "k5"}).status_code == 302
    assert one.post(waiting(here) + "yes/", {"key": "k6"}).status_code == 302
    crew.refresh_from_db()
    assert not crew.active
    assert "Laat weer beginnen" in one.get(f"/{here.slug}/agreed/").content.decode()
    assert one.post(base + "again/", {"key": "k7"}).status_code == 302
    assert two.post(waiting(here) + "yes/", {"key": "k8"}).status_code == 302
    crew.refresh_from_db()
    assert crew.active
    assert crew.minutes == 300
    assert verify_book(here.key).broken is None


def test_two_crews_never_have_the_same_name() -> None:
    here = a_neighbourhood()
    start = a_place(here)
    one, two = a_board(here)
    first = crew_of(here, start, one, two)
    given = {"key": "d1", "name": "Plein", "minutes": 120, "mode": "cart", "start": start.pk}
    one.post(f"/{here.slug}/agreed/crew/", given)
    two.post(waiting(here) + "yes/", {"key": "d2"})
    address = f"/{here.slug}/agreed/crew/{first.key}/name/"
    answer = one.post(address, {"key": "d3", "name": "plein"})
    assert answer.status_code == 422
    assert "Er is al een ploeg" in answer.content.decode()
    assert not Proposal.objects.exists()


def test_two_proposals_about_two_crews_wait_side_by_side() -> None:
    here = a_neighbourhood()
    start = a_place(here)
    one, _ = a_board(here)
    for name in ("Kade", "Plein", "Kade"):
        given = {"key": f"x{name}1", "name": name, "minutes": 120, "mode": "cart", "start": start.pk}
        one.post(f"/{here.slug}/agreed/crew/", given)
    assert sorted(one.terms["name"] for one in Proposal.objects.all()) == ["Kade", "Plein"]


def test_a_proposal_of_somebody_who_left_the_board_does_not_hold() -> None:
    here = a_neighbourhood()
    left = a_person(here, Role.BOARD)
    one, two = signed_in(left), signed_in(a_person(here, Role.BOARD))
    one.post(f"/{here.slug}/agreed/level/", {"key": "k1", **LEVEL})
    RoleHeld.objects.filter(person=left, role="board").delete()
    refused = two.post(waiting(here) + "yes/", {"key": "k2"})
    assert refused.status_code == 409
    assert "niet meer in het bestuur" in refused.content.decode()
    assert not Standard.objects.exclude(since=None).exists()
    assert two.post(waiting(here) + "drop/", {"key": "k3"}).status_code == 302


@pytest.mark.parametrize(
    "wrong",
    [
        {"floor_grade": "A+"},
        {"floor_steps": 0},
        {"horizon_steps": 99},
        {"most_A": 30},
        {"scale_source": ""},
        {"aim": "x"},
        {"key": ""},
    ],
)
def test_a_level_that_cannot_be_is_a_sentence_and_no_proposal(wrong: dict[str, object]) -> None:
    here = a_neighbourhood()
    one, _ = a_board(here)
    answer = one.post(f"/{here.slug}/agreed/level/", {"key": "k1", **LEVEL, **wrong})
    assert answer.status_code == 422
    assert "⟨" not in answer.content.decode()
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.BOARD])
def test_only_the_board_proposes_and_a_no_changes_nothing(role: Role) -> None:
    here = a_neighbourhood()
    start = a_place(here)
    one, two = a_board(here)
    crew = crew_of(here, start, one, two)
    one.post(f"/{here.slug}/agreed/level/", {"key": "k1", **LEVEL})
    client = signed_in(a_worker(here) if role is Role.WORKER else a_person(here, role))
    before = Moment.objects.count()
    base = f"/{here.slug}/agreed/"
    for door in ("level/", "crew/", f"crew/{crew.key}/", f"crew/{crew.key}/name/", f"crew/{crew.key}/end/"):
        assert client.post(base + door, {"key": "n1", **LEVEL}).status_code == 403, door
    for door in ("yes/", "drop/"):
        assert client.post(waiting(here) + door, {"key": "n2"}).status_code == 403, door
    assert client.get(base).status_code == 200
    assert Moment.objects.count() == before


def test_a_proposal_and_a_crew_of_another_neighbourhood_are_not_here() -> None:
    here, other = a_neighbourhood(), a_neighbourhood("Elders")
    one, two = a_board(other)
    crew = crew_of(other, a_place(other), one, two)
    one.post(f"/{other.slug}/agreed/level/", {"key": "k1", **LEVEL})
    client, _ = a_board(here)
    number = Proposal.objects.get().public_id
    for door in (f"{number}/yes/", f"{number}/drop/", f"crew/{crew.key}/name/", f"crew/{crew.key}/end/"):
        assert client.post(f"/{here.slug}/agreed/{door}", {"key": "n1", "name": "Weg"}).status_code == 404, (
            door
        )
    assert Proposal.objects.count() == 1


def test_the_number_of_a_row_is_no_address_of_a_proposal() -> None:
    here = a_neighbourhood()
    first, second = a_board(here)
    first.post(f"/{here.slug}/agreed/level/", {"key": "k1", **LEVEL})
    for door in ("yes/", "drop/"):
        answer = second.post(
            f"/{here.slug}/agreed/{Proposal.objects.get().pk}/{door}", {"key": f"n{door[:3]}"}
        )
        assert answer.status_code == 404
    assert Proposal.objects.count() == 1
    assert second.post(waiting(here) + "yes/", {"key": "k2"}).status_code == 302
    assert not Proposal.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_proposals_that_waited_before_get_an_address_each() -> None:
    before, here = ("response", "0003_the_way_between_streets"), a_neighbourhood()
    newest = MigrationExecutor(connection).loader.graph.leaf_nodes("response")
    MigrationExecutor(connection).migrate([before])
    old = MigrationExecutor(connection).loader.project_state([before]).apps.get_model("response", "Proposal")
    for _ in range(3):
        old.objects.create(
            neighbourhood_id=here.pk, what="standard", terms={}, asked_by=uuid4(), at=here.made_at
        )
    MigrationExecutor(connection).migrate(newest)
    addresses = set(Proposal.objects.values_list("public_id", flat=True))
    assert {len(one) for one in addresses} == {10}
    assert len(addresses) == 3


def test_the_way_to_it_leads_from_the_plan_and_from_how_it_is_going() -> None:
    here = a_neighbourhood()
    for door in ("plan/", "city/", ""):
        assert f"/{here.slug}/agreed/" in Client().get(f"/{here.slug}/{door}").content.decode(), door


def test_somebody_carries_in_another_way_from_the_page() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    person = a_person(here)
    client, base = signed_in(person), f"/{here.slug}/street/{place.public_id}/"
    assert client.get(base + "arrange/").headers["Location"] == base + "join/"
    care.join(seen_as(person), place, at=timezone.now())
    assert client.get(base + "arrange/").status_code == 200
    given = {"key": "a1", "part": "a", "rhythm": "now_and_then", "people": 3}
    assert client.post(base + "arrange/", given).status_code == 302
    assert "De stad doet het, buren helpen af en toe" in client.get(base).content.decode()


def test_carriers_call_the_city_by_themselves_and_the_button_goes_away() -> None:
    here = a_neighbourhood()
    place, person, worker = a_place(here), a_person(here), a_worker(here)
    long_ago = timezone.now() - timedelta(days=30)
    care.join(seen_as(person), place, at=long_ago)
    care.challenge(seen_as(person), place, at=long_ago, **TERMS)
    care.answer(seen_as(worker), HandOver.objects.get(), yes=True, at=long_ago)
    care.pass_time(machine(), here, at=timezone.now())
    client, base = signed_in(person), f"/{here.slug}/street/{place.public_id}/"
    assert "Vraag de stad deze week te komen" in client.get(base).content.decode()
    assert client.post(base + "call/", {"key": "h1"}).status_code == 302
    assert "Vraag de stad deze week te komen" not in client.get(base).content.decode()
    assert Moment.objects.filter(kind="care.help_called").count() == 1


def test_a_yes_on_paper_is_renewed_from_the_page() -> None:
    here = a_neighbourhood()
    host = a_person(here, Role.HOST)
    today = timezone.localdate()
    people.enter(
        seen_as(host), here, called="Wim", language="nl", how="paper", given_on=today,
        until=today + timedelta(days=30), at=timezone.now(),
    )  # fmt: skip
    wim = Person.objects.get(called="Wim")
    client, address = signed_in(host), f"/{here.slug}/who/{wim.public_id}/renew/"
    assert "Opnieuw ja van Wim" in client.get(address).content.decode()
    late = {"key": "r1", "until": (today + timedelta(days=500)).isoformat()}
    assert client.post(address, late).status_code == 422
    assert client.post(address, {**late, "key": "r2", "until": (today + timedelta(days=300)).isoformat()})
    assert wim.consents.count() == 2
    assert signed_in(a_person(here)).get(address).status_code == 404


def test_streets_where_nobody_carries_yet_are_found_and_claimed() -> None:
    here = a_neighbourhood()
    free, carried, person = a_place(here, "Vrijstraat"), a_place(here, "Buurstraat"), a_person(here)
    care.join(seen_as(person), carried, at=timezone.now())
    shown = Client().get(f"/{here.slug}/streets/?show=free").content.decode()
    assert free.name in shown
    assert carried.name not in shown
    shown = Client().get(f"/{here.slug}/streets/?show=carried").content.decode()
    assert free.name not in shown
    assert carried.name in shown
    client, base = signed_in(person), f"/{here.slug}/street/{carried.public_id}/"
    assert client.post(base + "give-back/", {"key": "g1"}).status_code == 302
    other = signed_in(a_person(here))
    assert f'{base}join/"' in other.get(f"/{here.slug}/").content.decode()


def test_a_round_of_today_is_thanked_for_and_can_be_taken_back() -> None:
    here = a_neighbourhood()
    place = a_place(here)
    client, base = signed_in(a_person(here)), f"/{here.slug}/street/{place.public_id}/"
    assert "Dat was een vergissing" not in client.get(base + "round/").content.decode()
    client.post(base + "round/", {"key": "k1", "minutes": 20, "bags": 1, "pieces": 12, "grade": ""})
    shown = client.get(base).content.decode()
    assert "Jij prikte hier" in shown
    assert "20 minuten, één zak" in shown
    assert client.post(base + "round/undo/", {"key": "k2"}).status_code == 302
    assert "Jij prikte hier" not in client.get(base).content.decode()
