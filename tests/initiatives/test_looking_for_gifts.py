"""An initiative looks for a gift as a table does: the house says in one sentence why it fits, and a person decides."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.initiatives.makers import a_start
from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.gifts import acts as gifts
from vuurtoren.gifts.models import Gift, Introduction, Looking
from vuurtoren.initiatives import acts, queries
from vuurtoren.initiatives.models import Initiative
from vuurtoren.language import Refused, say
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.reflection.queries import quiet_streets

pytestmark = pytest.mark.django_db
SOON = timezone.localdate() + timedelta(days=60)


def client_of(person: Person) -> Client:
    client = Client()
    assert person.account
    client.force_login(person.account)
    return client


def looking() -> tuple[Neighbourhood, Person, Initiative]:
    here = a_neighbourhood()
    joris = a_person(here, called="Joris")
    one = a_start(joris, here, "Buurtsoep")
    gifts.look_for_initiative(
        seen_as(joris), one, words="iemand die soep kookt", until=SOON, at=timezone.now()
    )
    return here, joris, one


def a_gift(by: Person, here: Neighbourhood, words: str = "soep koken") -> Gift:
    about = {"kind": "hands", "words": words, "width": "neighbourhood", "until": SOON}
    gifts.offer_gift(seen_as(by), here, at=NOW, **about)
    return Gift.objects.latest("pk")


def test_only_its_people_say_what_it_looks_for_and_only_while_it_lives() -> None:
    here, joris, one = looking()
    with pytest.raises(Refused, match=r"power\.not_yours"):
        gifts.look_for_initiative(seen_as(a_person(here)), one, words="x", until=SOON, at=NOW)
    acts.turn_to(seen_as(joris), one, turn="stop", at=NOW)
    with pytest.raises(Refused, match=r"gifts\.initiative_over"):
        gifts.look_for_initiative(seen_as(joris), Initiative.objects.get(), words="x", until=SOON, at=NOW)


def test_whoever_has_the_gift_reads_why_on_their_gifts_and_on_the_initiatives_page() -> None:
    here, joris, one = looking()
    noor = a_person(here, called="Noor")
    a_gift(noor, here)
    mine = client_of(noor).get(f"/{here.slug}/gifts/").content.decode()
    assert "Het initiatief ‘Buurtsoep’ zoekt: ‘iemand die soep kookt’" in mine
    page = f"/{here.slug}/initiative/{one.public_id}/"
    assert "Jij hebt ‘soep koken’, en hier wordt gezocht" in client_of(noor).get(page).content.decode()
    its_own = client_of(joris).get(page).content.decode()
    assert "Noor heeft ‘soep koken’, jullie zoeken ‘iemand die soep kookt’" in its_own
    for other in (Client(), client_of(a_person(here)), client_of(a_worker(here))):
        assert "Noor" not in other.get(page).content.decode()


def test_whoever_connects_introduces_both_and_both_say_yes() -> None:
    here, joris, one = looking()
    noor, mei = a_person(here, called="Noor"), a_person(here, Role.BUILDER)
    gift = a_gift(noor, here)
    base = f"/{here.slug}/gifts/"
    shown = client_of(mei).get(base + "suggestions/").content.decode()
    assert "Noor heeft ‘soep koken’. Het initiatief ‘Buurtsoep’ zoekt" in shown
    path = f"{base}introduce/{gift.public_id}/{Looking.objects.get().public_id}/"
    assert client_of(mei).post(path, {"key": "k1"}).status_code == 302
    asked = Introduction.objects.get()
    for number, who in enumerate((noor, joris)):
        waiting = client_of(who).get(base).content.decode()
        assert ("Het initiatief ‘Buurtsoep’" if who == noor else "Jullie initiatief ‘Buurtsoep’") in waiting
        path = f"/{here.slug}/introduction/{asked.public_id}/answer/"
        assert client_of(who).post(path, {"key": f"y{number}", "answer": "yes"}).status_code == 302
    together = client_of(noor).get(base).content.decode()
    assert "Joris zit in het initiatief ‘Buurtsoep’" in together
    assert f"/initiative/{one.public_id}/" in together


def test_found_is_said_with_one_tap_and_leads_back_to_the_initiative() -> None:
    here, joris, one = looking()
    looks = Looking.objects.get()
    answer = client_of(joris).post(f"/{here.slug}/looking/{looks.public_id}/end/", {"key": "k1"})
    assert answer.headers["Location"] == f"/{here.slug}/initiative/{one.public_id}/"
    assert not Looking.objects.exists()


def test_a_street_with_an_initiative_or_with_somebody_in_one_is_known() -> None:
    here = a_neighbourhood()
    quiet, soup, home = a_place(here, "Stilstraat"), a_place(here, "Soepstraat"), a_place(here, "Thuisstraat")
    bram, joris = a_worker(here), a_person(here)

    def names() -> list[str]:
        return [one.place.name for one in quiet_streets(seen_as(bram), here, timezone.localdate())]

    assert names() == ["Soepstraat", "Stilstraat", "Thuisstraat"]
    people.change_self(seen_as(joris), joris, here, called="Joris", language="nl", home=home, at=NOW)
    a_start(joris, here, place=soup)
    assert names() == [quiet.name]
    assert queries.streets_with_initiatives(seen_as(bram), here) == {soup.pk, home.pk}


DUTCH = ("Een initiatief liet weten iemand te zoeken", "Een initiatief zoekt niet verder")
ENGLISH = ("An initiative told that it looks for somebody", "An initiative looks no further")


@pytest.mark.parametrize(
    ("language", "who", "told"),
    [("nl", "Dit initiatief zoekt al 3", DUTCH), ("en", "This initiative looks for 3 things", ENGLISH)],
)
def test_an_initiative_that_looks_is_not_called_a_table(
    language: str, who: str, told: tuple[str, str]
) -> None:
    here, joris, one = looking()
    Person.objects.filter(pk=joris.pk).update(language=language)
    by = seen_as(joris)
    for words in ("een ladder", "een tent"):
        gifts.look_for_initiative(by, one, words=words, until=SOON, at=timezone.now())
    with pytest.raises(Refused) as refused:
        gifts.look_for_initiative(by, one, words="nog iets", until=SOON, at=timezone.now())
    assert say(language, refused.value.key, **refused.value.values).startswith(who)
    gifts.look_no_more(by, Looking.objects.get(words="een tent"), at=timezone.now())
    page = client_of(joris).get(f"/{here.slug}/journal/").text
    assert all(words in page for words in told)
    assert "Een tafel" not in page
    assert "A table" not in page


def test_whoever_brings_a_question_to_somebody_on_paper_is_not_told_of_a_table() -> None:
    here, _joris, _one = looking()
    host, day = a_person(here, Role.HOST), timezone.localdate()
    people.enter(
        seen_as(host), here, called="Wim", language="nl", how="paper", given_on=day,
        until=day + timedelta(days=90), at=timezone.now(),
    )  # fmt: skip
    gifts.enter_gift(
        seen_as(host), here, Person.objects.get(called="Wim"), kind="hands", words="soep koken", width="me",
        until=SOON, language="nl", at=timezone.now(),
    )  # fmt: skip
    gifts.introduce(seen_as(host), Gift.objects.get(), Looking.objects.get(), at=timezone.now())
    page = client_of(host).get(f"/{here.slug}/").text
    assert "Iemand zoekt wat Wim kan of heeft, en Wim heeft geen account." in page
    assert "voorgesteld worden aan een tafel" not in page
