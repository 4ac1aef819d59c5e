"""The form of a challenge: amounts as people write them, sentences that are true for each kind of task, and the way in."""

from html import unescape

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.care.makers import LATER, TERMS, a_carrier, days
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts
from vuurtoren.care.euros import amount_in, read_cents
from vuurtoren.care.models import Dossier, HandOver
from vuurtoren.care.rules import QUESTIONS
from vuurtoren.care.together import mark
from vuurtoren.language import LANGUAGES, say
from vuurtoren.people.models import Institution, Person


@pytest.mark.pure
@given(st.integers(0, 10**10))
def test_an_amount_is_read_however_it_is_written(cents: int) -> None:
    whole, rest = divmod(cents, 100)
    thousands = f"{whole:,}"
    for by, behind in ((".", ","), (" ", ","), ("\xa0", ","), ("", ","), (",", "."), ("", ".")):
        written = f"{thousands.replace(',', by)}{behind}{rest:02d}"
        for one in (written, f"€ {written}", f"€\xa0{written}", f"{written} euro"):
            assert read_cents(one) == cents, one
        assert amount_in(f"Het is {written} per jaar") == cents, written
    for one in (thousands.replace(",", "."), f"{whole}", f"€ {whole},-"):
        assert read_cents(one) == whole * 100


@pytest.mark.pure
@pytest.mark.parametrize("words", ["", "veel", "1.25.0", "1,2,3", "12.3456", "1.250.50", "12 of 13"])
def test_what_is_no_amount_is_none(words: str) -> None:
    assert read_cents(words) is None or words == "12 of 13"


@pytest.mark.django_db
class TestTheForm:
    @pytest.fixture(autouse=True)
    def _street(self, db: None) -> None:
        self.here = a_neighbourhood()
        self.place = a_place(self.here, "Kadeweg")
        self.city = a_worker(self.here)
        self.me_person = a_person(self.here)
        self.me = a_carrier(self.me_person, self.place)

    def client(self, who: Person | None) -> Client:
        client = Client()
        if who:
            client.force_login(who.account)  # type: ignore[arg-type]
        return client

    def page(self, path: str, who: Person | None = None) -> str:
        return unescape(self.client(who).get(f"/{self.here.slug}/{path}").content.decode())

    def street(self, door: str = "", kind: str = "") -> str:
        return f"street/{self.place.public_id}/{f'task/{kind}/' if kind else ''}{door}"

    def ready(self, budget: str = "€ 1.250 per jaar") -> None:
        given = {one: acts.Written("Zo.") for one in QUESTIONS} | {"budget": acts.Written(budget)}
        acts.write_dossier(self.me, self.place, given=given, at=LATER)
        for _ in range(2):
            acts.join_dossier(seen_as(a_person(self.here)), self.place, how="asks", at=LATER)

    def test_the_budget_that_was_written_stands_there_when_it_is_sent(self) -> None:
        self.ready()
        shown = self.page(self.street("challenge/send/"), self.me_person)
        assert 'name="cents_a_year" value="1250"' in shown
        assert "€ 1.250 per jaar" in shown
        sent = {**TERMS, "until": days(800).date(), "cents_a_year": "1.250,50", "key": "een"}
        client = self.client(self.me_person)
        address = f"/{self.here.slug}/{self.street('challenge/send/')}"
        wrong = client.post(address, {**sent, "cents_a_year": "veel"})
        assert wrong.status_code == 422
        assert client.post(address, {**sent, "key": "twee"}).status_code == 302
        assert Dossier.objects.get().cents_a_year == 1_250_50

    def test_without_a_draft_sending_leads_to_writing_one(self) -> None:
        shown = self.page(self.street("challenge/send/"), self.me_person)
        assert say("nl", "dossier-none-to-send") in shown
        assert f'href="/{self.here.slug}/{self.street("challenge/")}"' in shown
        assert "<textarea" not in shown
        assert 'name="until"' not in shown

    def test_the_city_answers_with_all_that_is_asked_before_it(self) -> None:
        self.ready()
        acts.send_dossier(self.me, self.place, until=days(800).date(), at=LATER, **TERMS)
        shown = self.page(f"agreement/{HandOver.objects.get().public_id}/say/", self.city)
        for question in QUESTIONS:
            assert say("nl", f"form-dossier-{question}") in shown
        assert "€ 1.250 per jaar" in shown
        assert f"({say('nl', 'look-optional')})" not in shown

    def test_who_asks_is_not_offered_to_support_and_both_are_explained(self) -> None:
        self.ready()
        mine, theirs = (
            self.page(self.street("challenge/"), who) for who in (self.me_person, a_person(self.here))
        )
        assert 'value="supports"' not in mine
        assert 'value="supports"' in theirs
        for key in ("dossier-ask-too-words", "dossier-support-words"):
            assert say("nl", key) in theirs

    def test_it_says_to_which_question_two_texts_wait(self) -> None:
        self.ready()
        fatma = a_person(self.here)
        by = a_carrier(fatma, self.place)
        old = {"own": acts.Written("Haar handen", mark("Zo."))}
        acts.write_dossier(by, self.place, given=old, at=LATER)
        acts.write_dossier(self.me, self.place, given={"own": acts.Written("Mijn", mark("Zo."))}, at=LATER)
        mine, hers = (self.page(self.street("challenge/"), who) for who in (self.me_person, fatma))
        for shown in (mine, hers):
            assert f'<a href="#f-own">{say("nl", "form-dossier-own")}</a>' in shown
        assert say("nl", "dossier-waiting-mine") in mine
        assert say("nl", "dossier-waiting-mine") not in hers
        assert "Mijn" not in hers.split("</h1>")[1].replace("Mijn buurt", "")

    def test_who_carries_sees_that_there_is_a_draft_and_nobody_else_does(self) -> None:
        self.ready()
        told = say("nl", "dossier-drafting")
        assert told in self.page(self.street(), self.me_person)
        for who in (None, self.city, a_person(self.here)):
            assert told not in self.page(self.street(), who)

    @pytest.mark.parametrize("kind", ["", "green", "bar-rota"])
    def test_what_the_form_says_is_true_for_its_kind(self, kind: str) -> None:
        if kind:
            acts.join(self.me, self.place, kind=kind, at=LATER)
        two_days = "binnen twee dagen"
        for door in ("challenge/", "agreement/"):
            shown = self.page(self.street(door, kind), self.me_person)
            assert "404" not in shown[:400]
            assert (two_days in shown) == (not kind and door == "challenge/")
            assert ("straks anders in de straat" in shown) == (not kind and door == "challenge/")
        stops = "met eigen rondes" in shown or "haar eigen rondes" in shown
        assert stops == (kind != "bar-rota")

    def test_the_way_in_is_seen_before_one_carries(self) -> None:
        neighbour = a_person(self.here)
        for who in (None, neighbour):
            shown = self.page(self.street(), who)
            assert say("nl", "challenge-here") in shown
            assert f"/{self.here.slug}/{self.street('challenge/')}" in shown
            assert say("nl", "challenge-way") in self.page("agreements/", who)
            assert say("nl", "help-challenge") in self.page("help/", who)
        assert say("nl", "challenge-here") not in self.page(self.street(), self.city)
        join = self.street("join/") + "?then=challenge"
        assert join in self.page(self.street("challenge/"), neighbour)
        answer = self.client(neighbour).post(
            f"/{self.here.slug}/{join}", {"part": "whole", "rhythm": "weekly", "people": 1, "key": "een"}
        )
        assert answer.headers["Location"] == f"/{self.here.slug}/{self.street('challenge/')}"

    def test_the_published_term_is_public(self) -> None:
        Institution.objects.update(answers_within=6)
        for language in LANGUAGES:
            assert "6" in say(language, "challenge-term", weeks=6)
        for path in ("agreements/", "who/"):
            assert say("nl", "challenge-term", weeks=6) in self.page(path)
