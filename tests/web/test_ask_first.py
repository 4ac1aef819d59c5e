"""What cannot be taken back is asked first, and leads to a page that one may see, with a word."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person
from tests.stay.makers import an_institution, who_leads, work_of, works_at
from vuurtoren.language import Refused, say
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import viewer_of
from vuurtoren.stay import acts as stay
from vuurtoren.stay.models import Departure

pytestmark = pytest.mark.django_db
NOW = timezone.now()
TODAY = timezone.localdate(NOW)


def signed_in(person: Person) -> Client:
    client = Client()
    assert person.account
    client.force_login(person.account)
    return client


def asked_first(client: Client, address: str, question: str) -> str:
    """Looking asks and does nothing; the yes of that page is sent, and the page after it comes back."""
    asked = client.get(address)
    assert asked.status_code == 200
    assert question in asked.content.decode()
    done = client.post(address, {"key": "eenkeer"}, follow=True)
    assert done.status_code == 200
    return done.content.decode()


def on_paper(host: Person, here: Neighbourhood) -> Person:
    people.enter(
        viewer_of(host, NOW), here, called="Truus", language="nl", how="paper", given_on=TODAY,
        until=TODAY + timedelta(days=30), at=NOW,
    )  # fmt: skip
    return Person.objects.get(called="Truus")


def test_forgetting_somebody_on_paper_is_asked_first() -> None:
    here = a_neighbourhood()
    mei = a_person(here, Role.BUILDER)
    truus, client = on_paper(mei, here), signed_in(mei)
    address = f"/{here.slug}/who/{truus.public_id}/withdraw/"
    client.get(address)
    assert Person.objects.filter(pk=truus.pk).exists()
    assert "Deze buur is vergeten" in asked_first(client, address, "Truus vergeten?")
    assert not Person.objects.filter(pk=truus.pk).exists()
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("lives_here", [True, False])
def test_a_role_is_put_down_after_a_question_and_leads_to_a_page_one_may_see(lives_here: bool) -> None:
    here = a_neighbourhood()
    mei = a_person(here, Role.BUILDER)
    held = RoleHeld.objects.get(person=mei, role=Role.BUILDER.value)
    if not lives_here:
        RoleHeld.objects.filter(person=mei, role=Role.RESIDENT.value).delete()
    address = f"/{here.slug}/me/role/{held.public_id}/end/"
    said = asked_first(signed_in(mei), address, "Leg je deze rol neer: buurtverbinder?")
    assert "Je hebt de rol neergelegd" in said
    assert not RoleHeld.objects.filter(pk=held.pk).exists()


def test_who_leads_is_asked_before_taking_somebody_elses_leaving_away() -> None:
    here = a_neighbourhood()
    kade = an_institution(here)
    kim, lies = works_at(kade, "Kim"), who_leads(here, kade)
    stay.announce_leaving(viewer_of(kim, NOW), work_of(kim), last_day=TODAY + timedelta(days=9), at=NOW)
    leaving = Departure.objects.get()
    asked_first(signed_in(lies), f"/{here.slug}/leaving/{leaving.public_id}/stay/", "Blijft Kim toch?")
    assert not Departure.objects.exists()


def test_whoever_is_forgotten_gets_a_word_of_farewell() -> None:
    here = a_neighbourhood()
    client = signed_in(a_person(here, called="Omar"))
    said = asked_first(client, f"/{here.slug}/me/forget/", say("nl", "me-forget-gifts"))
    assert say("nl", "me-forgotten") in said
    assert "Omar" not in said


def test_a_yes_is_given_today_or_before_and_still_holds() -> None:
    here = a_neighbourhood()
    by = viewer_of(a_person(here, Role.HOST), NOW)

    def enter(given: int, until: int) -> None:
        people.enter(
            by, here, called="Wim", language="nl", how="paper", given_on=TODAY + timedelta(days=given),
            until=TODAY + timedelta(days=until), at=NOW,
        )  # fmt: skip

    with pytest.raises(Refused, match=r"people\.consent_still_to_come"):
        enter(1, 30)
    with pytest.raises(Refused, match=r"people\.consent_over"):
        enter(-30, -1)
    enter(-30, 0)
    assert Person.objects.filter(called="Wim").count() == 1
