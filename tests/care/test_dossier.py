"""Challenging the city with a dossier: written by several, sent by three, answered with why; nobody stays in it."""

import io
import itertools
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from babel.dates import format_date
from django.http import HttpResponse
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.care.makers import LATER, TERMS, a_carrier, a_challenge, an_offer, days, says_no, step_at
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.people.test_forgetting import holding
from vuurtoren.care import acts, queries
from vuurtoren.care.models import Dossier, DossierAnswer, DossierBeside, DossierVoice, HandOver
from vuurtoren.care.rules import LITTER, MOST_ASK, QUESTIONS, Said, check_ready, check_said, check_until
from vuurtoren.care.together import mark
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused, say
from vuurtoren.light.acts import lean_on
from vuurtoren.light.models import Principle, Version
from vuurtoren.people import acts as people
from vuurtoren.people.models import Institution, Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power import queries as power
from vuurtoren.power.queries import machine, viewers_here, visitor

UNTIL = days(800).date()
NEEDED = {question for question, needed in QUESTIONS.items() if needed}
words = st.text(max_size=9)


@pytest.mark.pure
@given(st.sets(st.sampled_from(sorted(QUESTIONS))), st.integers(0, 9))
def test_it_is_ready_when_all_that_is_needed_is_there_and_three_ask(answered: set[str], askers: int) -> None:
    if answered >= NEEDED and askers >= MOST_ASK:
        check_ready(answered, askers)
        return
    code = "too_few_ask" if answered >= NEEDED else "dossier_not_ready"
    with pytest.raises(Refused, match=rf"care\.{code}"):
        check_ready(answered, askers)


@pytest.mark.pure
@given(st.sampled_from([*Said, "maybe"]), words, words, words)
def test_a_no_always_has_why_and_with_whom_and_a_yes_if_its_conditions(
    said: str, conditions: str, reasons: str, talk_to: str
) -> None:
    try:
        kept = check_said(said, conditions, reasons, talk_to)
    except Refused:
        assert (
            said == "maybe"
            or (said in (Said.YES_IF, Said.TOGETHER) and not conditions.strip())
            or (said == Said.NO and not (reasons.strip() and talk_to.strip()))
        )
    else:
        assert bool(kept[0]) == (said in (Said.YES_IF, Said.TOGETHER))
        assert bool(kept[1]) == bool(kept[2]) == (said == Said.NO)


@pytest.mark.pure
@given(st.integers(-10, 5000))
def test_a_term_is_a_season_at_least_and_ten_years_at_most(lasts: int) -> None:
    today = date(2026, 11, 26)
    if 90 <= lasts <= 3653:
        check_until(today, today + timedelta(lasts))
    else:
        with pytest.raises(Refused, match=r"care\.room_lasts"):
            check_until(today, today + timedelta(lasts))


@pytest.mark.django_db
class TestOneChallenge:
    @pytest.fixture(autouse=True)
    def _street(self, db: None) -> None:
        self.here = a_neighbourhood()
        self.place = a_place(self.here, "Kadeweg")
        self.worker_person = a_worker(self.here)
        self.worker = seen_as(self.worker_person)
        self.me_person = a_person(self.here, called="Zeldzame Naam")
        self.me = a_carrier(self.me_person, self.place)
        self.fatma_person = a_person(self.here)
        self.fatma = a_carrier(self.fatma_person, self.place)

    def write(self, over: str = "", by: Viewer | None = None, at: datetime = LATER, **answers: str) -> None:
        """Somebody (me) writes; `over`: what stood there when they began."""
        given = {question: acts.Written(words, mark(over)) for question, words in answers.items()}
        acts.write_dossier(by or self.me, self.place, given=given, at=at)

    def seen(self, by: Viewer | None = None) -> queries.DossierSeen:
        found = queries.dossier_at(by or self.me, self.place)
        assert found is not None
        return found

    def sent(self, now: str = "Zo.", cents_a_year: int | None = None) -> HandOver:
        self.write(**{**dict.fromkeys(QUESTIONS, "Zo."), "now": now})
        for person in (self.fatma_person, a_person(self.here)):
            acts.join_dossier(seen_as(person), self.place, how="asks", at=LATER)
        acts.send_dossier(self.me, self.place, until=UNTIL, cents_a_year=cents_a_year, at=LATER, **TERMS)
        return HandOver.objects.get()

    def test_where_two_changed_the_same_both_texts_stay_and_who_came_last_chooses(self) -> None:
        self.write(now="Elke week een ploeg")
        self.write("Elke week een ploeg", self.fatma, now="Elke maand een ploeg")
        self.write("Elke week een ploeg", now="Nooit een ploeg")
        assert (self.seen().words("now"), self.seen().beside) == (
            "Elke maand een ploeg",
            {"now": "Nooit een ploeg"},
        )
        assert (self.seen(self.fatma).beside, self.seen(self.fatma).waiting) == ({}, ("now",))
        mine = acts.Written("Nooit een ploeg", mark("Elke maand een ploeg"), "mine")
        acts.write_dossier(self.me, self.place, given={"now": mine}, at=LATER)
        assert (self.seen().words("now"), self.seen().beside) == ("Nooit een ploeg", {})
        assert "Elke maand een ploeg" in [words for _, words in self.seen(self.fatma).earlier["now"]]

    def test_who_chooses_theirs_lets_their_own_text_go(self) -> None:
        self.write(now="Een")
        self.write("Een", self.fatma, now="Haar tekst")
        self.write("Een", now="Mijn tekst")
        theirs = acts.Written("Mijn tekst", "", "theirs")
        acts.write_dossier(self.me, self.place, given={"now": theirs}, at=LATER)
        assert (self.seen().words("now"), self.seen().beside) == ("Haar tekst", {})
        assert not DossierBeside.objects.exists()

    def test_a_choice_for_mine_is_for_what_was_before_me_and_no_newer_text(self) -> None:
        self.write(now="Een")
        self.write("Een", self.fatma, now="Haar tekst")
        self.write("Een", now="Mijn tekst")
        self.write("Haar tekst", self.fatma, now="Haar nieuwe tekst")
        mine = acts.Written("Mijn tekst", mark("Haar tekst"), "mine")
        acts.write_dossier(self.me, self.place, given={"now": mine}, at=LATER)
        assert (self.seen().words("now"), self.seen().beside["now"]) == ("Haar nieuwe tekst", "Mijn tekst")

    def test_what_i_left_as_it_was_stays_as_my_neighbour_wrote_it(self) -> None:
        self.write(now="Een", better="Beter")
        self.write("Een", self.fatma, now="Twee")
        given = {
            "now": acts.Written("Een\r\n", mark("Een")),
            "better": acts.Written("Nog beter", mark("Beter")),
        }
        acts.write_dossier(self.me, self.place, given=given, at=LATER)
        assert (self.seen().words("now"), self.seen().words("better")) == ("Twee", "Nog beter")
        assert not self.seen().beside

    def test_a_sitting_is_one_text_and_a_day_one_moment(self) -> None:
        texts = ["E", "Elke", "Elke week", "Elke week."]
        for number, (before, words) in enumerate(itertools.pairwise(["", *texts])):
            self.write(before, now=words, at=LATER + timedelta(seconds=number))
        assert [one.words for one in DossierAnswer.objects.all()] == ["Elke week."]
        self.write("Elke week.", now="Nooit", at=LATER + timedelta(hours=2))
        self.write("Nooit", now="Nooit.", at=days(1))
        assert DossierAnswer.objects.count() == 3
        self.write("Nooit.", self.fatma, now="Wel", at=days(1))
        told = Moment.objects.filter(kind="care.dossier_written")
        assert [(one.who, one.at) for one in told.order_by("number")] == [
            (self.me.person, LATER),
            (self.me.person, days(1)),
            (self.fatma.person, days(1)),
        ]

    def test_what_is_written_after_it_was_sent_begins_no_new_challenge(self) -> None:
        self.write(now="Een")
        of = Dossier.objects.get().key
        self.sent()
        with pytest.raises(Refused, match=r"care\.dossier_moved_on"):
            acts.write_dossier(self.me, self.place, given={"own": acts.Written("Handen")}, of=of, at=LATER)
        assert Dossier.objects.count() == 1
        assert not DossierAnswer.objects.exclude(writer=None).exists()

    def test_a_page_saves_by_itself_and_brings_what_others_wrote(self) -> None:
        self.write(now="Een", better="Beter")
        client, page = Client(), f"/{self.here.slug}/street/{self.place.public_id}/challenge/"
        client.force_login(self.me_person.account)  # type: ignore[arg-type]
        marks = {f"h_{one}": mark({"now": "Een", "better": "Beter"}.get(one, "")) for one in QUESTIONS}
        mine: dict[str, Any] = {
            **marks,
            "now": "Mijn tekst",
            "better": "Beter",
            "own": "Handen ",
            "by_itself": 1,
        }
        self.write("Een", self.fatma, now="Haar tekst")
        self.write("Beter", self.fatma, better="Nog beter")
        shown = client.post(page, {**mine, "key": "een"})
        text = shown.content.decode()
        assert shown.status_code == 200
        assert "Haar tekst" in text
        assert "Mijn tekst" in text
        assert "Nog beter" in text  # what I left alone is hers, without a question
        assert text.count(say("nl", "dossier-theirs")) == 1
        assert 'data-keep-part="own"' not in text  # what I wrote myself is not put into my hands again
        assert f'name="h_own" value="{mark("Handen")}"' in text
        chosen = {**mine, "key": "twee", "h_now": "", "t_now": mark("Haar tekst"), "k_now": "mine"}
        again = {**chosen, "better": "Nog beter", "h_better": mark("Nog beter"), "h_own": mark("Handen")}
        assert client.post(page, again).status_code == 200
        assert (self.seen().words("now"), self.seen().words("better")) == ("Mijn tekst", "Nog beter")

    def test_sent_twice_it_is_kept_once_and_too_much_says_why_not(self) -> None:
        client, page = Client(), f"/{self.here.slug}/street/{self.place.public_id}/challenge/"
        client.force_login(self.me_person.account)  # type: ignore[arg-type]
        first = {f"h_{one}": mark("") for one in QUESTIONS} | {"now": "Een", "by_itself": 1, "key": "een"}
        assert client.post(page, first).status_code == 200
        self.write("Een", now="Twee")
        assert (
            client.post(page, first).status_code == 200
        )  # it was under way for long: nothing of it comes again
        assert (self.seen().words("now"), self.seen().beside) == ("Twee", {})
        assert (
            client.post(page, {"key": "leeg", "by_itself": 1}).status_code == 200
        )  # nothing was sent: nothing is emptied
        assert (self.seen().words("now"), self.seen().beside) == ("Twee", {})
        long = client.post(page, {**first, "key": "twee", "now": "x" * 2001})
        assert long.status_code == 422
        assert say("nl", "dossier-not-kept", why="").strip() in long.content.decode()

    def test_without_script_both_texts_stand_on_the_page_after_saving(self) -> None:
        self.write(now="Een")
        client, page = Client(), f"/{self.here.slug}/street/{self.place.public_id}/challenge/"
        client.force_login(self.me_person.account)  # type: ignore[arg-type]
        self.write("Een", self.fatma, now="Haar tekst")
        mine = {f"h_{one}": mark("") for one in QUESTIONS} | {"h_now": mark("Een"), "now": "Mijn tekst"}
        assert client.post(page, {**mine, "key": "een"}).status_code == 302
        text = client.get(page).content.decode()
        assert "Haar tekst" in text
        assert "Mijn tekst" in text
        assert 'name="h_now" id' in text  # without a mark, so that nothing is chosen by saving once more
        assert say("nl", "dossier-choose-theirs") in text

    def test_only_who_lives_there_or_carries_writes_and_the_city_sees_no_draft(self) -> None:
        self.write(now="Een")
        stranger = seen_as(a_person(self.here))
        with pytest.raises(Refused, match=r"care\.not_your_street"):
            acts.write_dossier(stranger, self.place, given={}, at=LATER)
        seen = queries.dossier_at(stranger, self.place)
        assert seen is not None
        assert not seen.i_may_write
        assert queries.dossier_at(self.worker, self.place) is None

    def test_not_sent_before_all_is_there_and_three_ask(self) -> None:
        self.write(now="Een")
        with pytest.raises(Refused, match=r"care\.dossier_not_ready"):
            acts.send_dossier(self.me, self.place, until=UNTIL, at=LATER, **TERMS)
        self.write(**{one: "Zo." for one in QUESTIONS if one != "now"})
        acts.join_dossier(self.fatma, self.place, how="supports", at=LATER)
        with pytest.raises(Refused, match=r"care\.too_few_ask"):
            acts.send_dossier(self.me, self.place, until=UNTIL, at=LATER, **TERMS)
        assert not HandOver.objects.exists()

    def test_yes_if_needs_the_yes_of_residents_and_then_it_is_an_agreement_with_a_term(self) -> None:
        asked = self.sent()
        acts.answer_dossier(
            self.worker, asked, said="yes_if", conditions="Met een aanspreekpunt.", at=days(1)
        )
        asked.refresh_from_db()
        assert (asked.state, asked.institution_yes_at) == ("yes_if", None)
        acts.accept_conditions(self.fatma, asked, had=mark("Met een aanspreekpunt."), at=days(2))
        acts.pass_time(machine(), self.here, at=days(20))
        asked.refresh_from_db()
        assert asked.state == "carried"
        assert (asked.institution_yes_at, asked.residents_yes_at) == (days(1), days(2))
        room = power.room_of(visitor(), self.place, LITTER)
        assert room is not None
        assert room.until == UNTIL

    def page(self, person: Person, asked: HandOver, then: str = "", **sends: str) -> HttpResponse:
        client, address = Client(), f"/{self.here.slug}/agreement/{asked.public_id}/"
        client.force_login(person.account)  # type: ignore[arg-type]
        if not then:
            return client.get(address)  # type: ignore[return-value]
        return client.post(address + then, {"key": uuid4().hex, **sends})  # type: ignore[return-value]

    def test_a_yes_is_to_the_conditions_that_were_read_and_no_others(self) -> None:
        asked = self.sent()
        acts.answer_dossier(self.worker, asked, said="yes_if", conditions="Bellen bij glas.", at=days(1))
        opened = self.page(self.me_person, asked).content.decode()
        had = mark("Bellen bij glas.")
        assert f'name="had" value="{had}"' in opened
        acts.answer_dossier(self.worker, asked, said="yes_if", conditions="Elke dag vegen.", at=days(1, 1))
        for read in (had, "", mark("")):
            with pytest.raises(Refused, match=r"care\.words_moved_on"):
                acts.accept_conditions(self.me, asked, had=read, at=days(2))
        tapped = self.page(self.me_person, asked, "conditions/", had=had)
        assert tapped.status_code == 409
        text = tapped.content.decode()
        assert say("nl", "no-care-words_moved_on") in text
        assert "Elke dag vegen." in text
        assert "Bellen bij glas." not in text
        asked.refresh_from_db()
        assert asked.residents_yes_at == LATER  # of the question alone; nothing was agreed
        assert not Moment.objects.filter(kind="care.agreed").exists()
        again = self.page(self.me_person, asked, "conditions/", had=mark("Elke dag vegen."))
        assert again.status_code == 302
        asked.refresh_from_db()
        assert asked.state == "overlap"

    def test_yes_if_is_told_to_all_who_ask_and_carry_and_the_city_owes_nothing_meanwhile(self) -> None:
        asked = self.sent()
        asker = Person.objects.filter(roles__neighbourhood=self.here).latest("pk")
        acts.answer_dossier(self.worker, asked, said="yes_if", conditions="Bellen bij glas.", at=days(1))
        for by in (self.me, self.fatma, seen_as(asker)):
            (waits,) = queries.questions_for(by, self.here)
            assert (waits.kind, waits.conditions) == ("conditions", "Bellen bij glas.")
        assert queries.waiting_questions(
            machine(), self.here, viewers_here(machine(), self.here, days(1))
        ) == {person.pk: 1 for person in (self.me_person, self.fatma_person, asker)}
        assert queries.questions_for(seen_as(a_person(self.here)), self.here) == []
        assert queries.questions_for(self.worker, self.here) == []
        acts.pass_time(machine(), self.here, at=days(400))
        seen = queries.hand_over_called(self.me, self.here, asked.public_id, days(400))
        assert seen is not None
        assert (seen.state, seen.is_late(days(400)), seen.is_debt) == ("yes_if", False, False)
        assert (seen.i_may_accept, seen.i_may_withdraw) == (True, True)
        page = self.page(self.me_person, asked).content.decode()
        assert page.index("Bellen bij glas.") < page.index("vt-facts")  # at the top
        for words in ("agreement-state-yes_if", "dossier-conditions-yes", "dossier-otherwise"):
            assert say("nl", words) in page
        others = self.page(asker, asked).content.decode()
        assert say("nl", "dossier-conditions-yes") not in others
        assert say("nl", "dossier-conditions-who") in others

    def test_we_want_it_otherwise_goes_back_to_the_city_with_a_new_clock(self) -> None:
        asked = self.sent()
        acts.answer_dossier(self.worker, asked, said="yes_if", conditions="Elke dag bellen.", at=days(1))
        for words, read, code in (
            ("", "Elke dag bellen.", "say_how"),
            ("Maandelijks.", "X", "words_moved_on"),
        ):
            with pytest.raises(Refused, match=rf"care\.{code}"):
                acts.ask_otherwise(self.fatma, asked, words=words, had=mark(read), at=days(100))
        had = mark("Elke dag bellen.")
        acts.ask_otherwise(self.fatma, asked, words="Eens per maand.", had=had, at=days(100))
        asked.refresh_from_db()
        assert (asked.state, asked.answer_by) == ("asked", days(170).date())
        assert queries.questions_for(self.me, self.here) == []
        (waits,) = queries.questions_for(self.worker, self.here)
        assert waits.with_words
        form = self.page(self.worker_person, asked, "say/", said="yes", had=mark("")).content.decode()
        assert say("nl", "no-care-words_moved_on") in form  # a page from before they wanted it otherwise
        assert "Eens per maand." in form
        assert f'name="had" value="{mark("Eens per maand.")}"' in form
        with pytest.raises(Refused, match=r"care\.hand_over_moved_on"):
            acts.accept_conditions(self.me, asked, had=had, at=days(101))
        acts.answer_dossier(self.worker, asked, said="yes", had=mark("Eens per maand."), at=days(101))
        asked.refresh_from_db()
        assert asked.state == "overlap"
        page = self.page(self.me_person, asked).content.decode()
        assert "Eens per maand." in page
        assert "Elke dag bellen." not in page

    def held_with(self, conditions: str, to_step: int = 4) -> HandOver:
        """Held by a dossier with 300 euros a year, under conditions."""
        self.write(**dict.fromkeys(QUESTIONS, "Zo."))
        for person in (self.fatma_person, a_person(self.here)):
            acts.join_dossier(seen_as(person), self.place, how="asks", at=LATER)
        terms = {**TERMS, "to_step": to_step}
        acts.send_dossier(self.me, self.place, until=UNTIL, cents_a_year=300_00, at=LATER, **terms)
        asked = HandOver.objects.get()
        acts.answer_dossier(self.worker, asked, said="yes_if", conditions=conditions, at=days(1))
        acts.accept_conditions(self.me, asked, had=mark(conditions), at=days(2))
        acts.pass_time(machine(), self.here, at=days(20))
        return asked

    def test_on_paper_stands_what_was_said_to_and_fro(self) -> None:
        asked = self.sent()
        acts.answer_dossier(self.worker, asked, said="yes_if", conditions="Elke dag bellen.", at=days(1))
        assert f"{say('nl', 'dossier-conditions')} Elke dag bellen." in self.paper(asked)
        had = mark("Elke dag bellen.")
        acts.ask_otherwise(self.fatma, asked, words="Eens per maand.", had=had, at=days(2))
        text = self.paper(asked)
        assert f"{say('nl', 'dossier-conditions-before')} Elke dag bellen." in text
        assert f"{say('nl', 'dossier-theirs-now')} Eens per maand." in text

    def test_on_paper_stands_that_the_city_said_yes_if_and_who_decides_then(self) -> None:
        asked = self.sent()
        assert say("nl", "agreement-not-yet") in self.paper(asked)
        acts.answer_dossier(self.worker, asked, said="yes_if", conditions="Elke dag bellen.", at=days(1))
        text = self.paper(asked)
        assert say("nl", "agreement-not-yet") not in text
        assert "ja, als … op" in text
        assert say("nl", "terms-room-then") in text
        page = self.page(self.me_person, asked).content.decode()
        assert say("nl", "terms-room-then") in page
        assert "Buren beslissen en doen. De stad betaalt het materiaal." in page

    def test_more_room_loses_nothing_of_what_was_agreed(self) -> None:
        self.held_with("Bellen bij glas.")
        client, page = Client(), f"/{self.here.slug}/street/{self.place.public_id}/agreement/"
        client.force_login(self.me_person.account)  # type: ignore[arg-type]
        text = client.get(page).content.decode()
        for shown in (
            "Bellen bij glas.",
            f'value="{UNTIL}"',
            say("nl", "agreement-now-words"),
            'value="300.0"',
        ):
            assert shown in text
        assert (
            'name="to_step" value="4" checked' in text
        )  # nobody asks for other room by leaving the form as it is
        assert 'name="to_step" value="5"' in text
        acts.challenge(self.me, self.place, at=days(21), **{**TERMS, "to_step": 5})
        more = HandOver.objects.get(state="asked")
        (waits,) = queries.questions_for(self.worker, self.here)
        assert waits.with_words
        acts.answer_dossier(self.worker, more, said="yes_if", conditions="En sneeuw.", at=days(22))
        assert (more.dossier.kept, more.dossier.answers.count()) == ("Bellen bij glas.", len(QUESTIONS))
        acts.accept_conditions(self.fatma, more, had=mark("En sneeuw."), at=days(23))
        acts.pass_time(machine(), self.here, at=days(60))
        room = power.room_of(visitor(), self.place, LITTER)
        assert room is not None
        assert room.until == UNTIL
        one = Dossier.objects.get(hand_over=more)
        assert (one.cents_a_year, one.until, one.kept, one.conditions) == (
            300_00, UNTIL, "Bellen bij glas.", "En sneeuw.",
        )  # fmt: skip
        both = self.page(self.me_person, more).content.decode()
        assert "Bellen bij glas." in both
        assert "En sneeuw." in both

    def test_a_term_and_an_amount_are_changed_where_one_says_so_and_go_where_it_is_together_again(
        self,
    ) -> None:
        first = self.held_with("Bellen bij glas.")
        soon = days(30).date()
        with pytest.raises(Refused, match=r"care\.room_lasts"):
            acts.challenge(self.me, self.place, until=soon, at=days(21), **{**TERMS, "to_step": 5})
        later = days(1000).date()
        acts.challenge(
            self.me, self.place, until=later, cents_a_year=0, at=days(21), **{**TERMS, "to_step": 5}
        )
        more = HandOver.objects.get(state="asked")
        assert (more.dossier.until, more.dossier.cents_a_year) == (later, 0)
        acts.answer_dossier(self.worker, more, said="no", reasons="Nee", talk_to="Team", at=days(22))
        first.refresh_from_db()
        assert (first.state, first.dossier.until, first.dossier.cents_a_year) == ("carried", UNTIL, 300_00)
        an_offer(self.worker, self.place, at=days(30), to_step=3)
        back = HandOver.objects.get(state="asked")
        assert not Dossier.objects.filter(hand_over=back).exists()
        acts.answer(self.me, back, yes=True, at=days(31))
        acts.pass_time(machine(), self.here, at=days(60))
        assert power.room_of(visitor(), self.place, LITTER) is None

    def test_a_term_is_lengthened_and_nothing_else_changes(self) -> None:
        first = self.held_with("Bellen bij glas.")
        later = days(1500).date()
        with pytest.raises(Refused, match=r"care\.already_so"):
            acts.challenge(self.me, self.place, until=UNTIL, at=days(21), **TERMS)
        acts.challenge(self.me, self.place, until=later, at=days(21), **TERMS)
        asked = HandOver.objects.get(state="asked")
        acts.answer_dossier(self.worker, asked, said="yes", at=days(22))
        acts.pass_time(machine(), self.here, at=days(60))
        first.refresh_from_db()
        asked.refresh_from_db()
        assert (first.state, asked.state, step_at(self.place)) == ("replaced", "carried", 4)
        room = power.room_of(visitor(), self.place, LITTER)
        assert room is not None
        assert (room.until, room.hand_over) == (later, asked.key)
        assert asked.dossier.kept == "Bellen bij glas."
        (before,) = power.rooms(visitor(), self.here, ended=True)
        assert (before.until, before.why_ended) == (UNTIL, "changed")

    def test_who_holds_it_in_their_own_room_finds_the_way_to_a_longer_term(self) -> None:
        self.held_with("Bellen bij glas.", to_step=5)
        client = Client()
        client.force_login(self.me_person.account)  # type: ignore[arg-type]
        street = f"/{self.here.slug}/street/{self.place.public_id}/"
        assert say("nl", "street-agreement-other") in client.get(street).content.decode()
        assert 'name="to_step" value="5" checked' in client.get(f"{street}agreement/").content.decode()

    def test_an_offer_of_more_room_goes_on_with_the_dossier_and_residents_answer_it(self) -> None:
        self.held_with("Bellen bij glas.")
        an_offer(self.worker, self.place, at=days(30), to_step=5)
        offered = HandOver.objects.get(state="asked")
        assert offered.dossier.kept == "Bellen bij glas."
        (waits,) = queries.questions_for(self.me, self.here)
        assert not waits.with_words
        assert "/answer/" in self.page(self.me_person, offered).content.decode()
        acts.answer(self.me, offered, yes=True, at=days(31))
        acts.pass_time(machine(), self.here, at=days(60))
        room = power.room_of(visitor(), self.place, LITTER)
        assert room is not None
        assert room.until == UNTIL

    def test_without_a_dossier_in_force_there_is_no_term_to_change(self) -> None:
        with pytest.raises(Refused, match=r"care\.no_dossier"):
            acts.challenge(self.me, self.place, until=UNTIL, at=LATER, **TERMS)

    def test_the_city_cannot_say_a_bare_yes_past_its_own_conditions(self) -> None:
        asked = self.sent()
        acts.answer_dossier(self.worker, asked, said="yes_if", conditions="Bellen bij glas.", at=days(1))
        for yes in (True, False):
            with pytest.raises(Refused, match=r"care\.answer_its_dossier"):
                acts.answer(self.worker, asked, yes=yes, at=days(1))
        led = self.page(self.worker_person, asked, "answer/", answer="yes")
        assert led.status_code == 409
        assert f'href="/{self.here.slug}/agreement/{asked.public_id}/say/"' in led.content.decode()
        assert not Moment.objects.filter(kind="care.agreed").exists()
        acts.answer_dossier(self.worker, asked, said="yes", at=days(2))
        assert (
            not Dossier.objects.get().conditions
        )  # a plain yes is to what residents asked, with nothing beside it

    def test_a_no_without_why_is_no_answer(self) -> None:
        asked = self.sent()
        with pytest.raises(Refused, match=r"care\.answer_its_dossier"):
            acts.answer(self.worker, asked, yes=False, at=days(1))
        with pytest.raises(Refused, match=r"care\.say_why_not"):
            acts.answer_dossier(self.worker, asked, said="no", reasons="Daarom", at=days(1))
        acts.answer_dossier(
            self.worker, asked, said="no", reasons="Riool", talk_to="Team Water, 010", at=days(1)
        )
        asked.refresh_from_db()
        assert asked.state == "declined"
        page = Client().get(f"/{self.here.slug}/agreement/{asked.public_id}/").content.decode()
        assert "Riool" in page
        assert "Team Water, 010" in page

    def test_today_shows_the_city_no_button_that_would_refuse_it(self) -> None:
        asked = self.sent()
        (waits,) = queries.questions_for(self.worker, self.here)
        assert waits.with_words
        client = Client()
        client.force_login(self.worker_person.account)  # type: ignore[arg-type]
        today = client.get(f"/{self.here.slug}/").content.decode()
        assert f"/agreement/{asked.public_id}/say/" in today
        assert f"/agreement/{asked.public_id}/answer/" not in today

    def test_asked_in_one_tap_a_no_has_reasons_too_and_leans_on_what_it_names_alone(self) -> None:
        about_challenges = a_principle(self.here, "Wat buren kunnen, hoeft de stad niet te doen")
        asked = a_challenge(self.me, self.place)
        with pytest.raises(Refused, match=r"care\.say_why_not"):
            acts.answer(self.worker, asked, yes=False, at=days(1))
        client = Client()
        client.force_login(self.worker_person.account)  # type: ignore[arg-type]
        for page in ("", f"agreement/{asked.public_id}/"):
            shown = client.get(f"/{self.here.slug}/{page}").content.decode()
            assert f"/agreement/{asked.public_id}/say/" in shown
            assert f"/agreement/{asked.public_id}/answer/" not in shown
        says_no(self.worker, asked, days(1))
        asked.refresh_from_db()
        assert asked.state == "declined"
        page = Client().get(f"/{self.here.slug}/agreement/{asked.public_id}/").content.decode()
        assert "Hier wordt gegraven." in page
        assert "Team Kade" in page
        assert "Wat buren kunnen" not in page
        assert say("nl", "dossier-part") not in page
        lean_on(self.here, kind="challenge", about=asked.key, principles=[about_challenges], at=days(1))
        page = Client().get(f"/{self.here.slug}/agreement/{asked.public_id}/").content.decode()
        assert page.count("Wat buren kunnen") == 1

    def test_nobody_says_yes_to_conditions_that_are_not_there_or_for_the_other_side(self) -> None:
        asked = self.sent()
        with pytest.raises(Refused, match=r"care\.no_conditions"):
            acts.accept_conditions(self.me, asked, had=mark(""), at=days(1))
        with pytest.raises(Refused, match=r"care\.other_side_answers"):
            acts.answer_dossier(self.me, asked, said="yes", at=days(1))
        acts.answer_dossier(self.worker, asked, said="yes_if", conditions="Mits.", at=days(1))
        with pytest.raises(Refused, match=r"care\.other_side_answers"):
            acts.accept_conditions(self.worker, asked, had=mark("Mits."), at=days(1))

    def paper(self, asked: HandOver) -> str:
        answer = Client().get(f"/{self.here.slug}/agreement/{asked.public_id}/paper.pdf")
        pages = PdfReader(io.BytesIO(answer.content)).pages
        return " ".join(" ".join(page.extract_text() for page in pages).split())

    def test_on_paper_stand_all_answers_both_yeses_and_what_is_excluded(self) -> None:
        asked = self.sent("#import Kosten & baten", cents_a_year=450_00)
        Institution.objects.update(phone="010 000 00 10")
        acts.answer_dossier(self.worker, asked, said="yes", decided_by="Het college", at=days(1))
        text = self.paper(asked)
        assert "#import Kosten & baten" in text
        assert say("nl", "form-dossier-stops") in text
        assert say("nl", "terms-who-said-yes") in text
        assert text.count("Ja, op") == 2
        assert "€ 450,00" in text.replace("\xa0", " ")
        assert "Kadeweg" in text
        assert self.here.name in text
        assert "010 000 00 10" in text
        assert "Het college" in text
        assert say("nl", "agreement-not-yet") not in text
        assert say("nl", "dossier-not-cables") in text
        assert "Zeldzame Naam" not in text

    def test_who_asks_stands_on_the_agreement_as_they_chose(self) -> None:
        self.write(now="Een")
        acts.join_dossier(self.me, self.place, how="asks", named=" Buurvrouw  Z. ", at=LATER)
        assert self.seen().my_name == "Buurvrouw Z."
        asked = self.sent()
        seen = queries.dossier_of(visitor(), asked)
        assert seen is not None
        assert seen.named == ("Buurvrouw Z.",)
        page = Client().get(f"/{self.here.slug}/agreement/{asked.public_id}/").content.decode()
        assert "Buurvrouw Z." in page
        assert "Buurvrouw Z." in self.paper(asked)
        acts.release_person(self.me, self.me_person.key, [self.here], days(1))
        people.forget(self.me, self.me_person, self.here, at=days(1))
        assert "Buurvrouw Z." not in self.paper(asked)

    def test_a_no_on_paper_says_why_and_until_when_one_may_object(self) -> None:
        asked = self.sent()
        says_no(self.worker, asked, days(1))
        page = Client().get(f"/{self.here.slug}/agreement/{asked.public_id}/").content.decode()
        for text in (page, self.paper(asked)):
            assert "Hier wordt gegraven." in text
            assert say("nl", "agreement-state-declined") in text
            assert say("nl", "terms-what-is-asked") in text
            assert format_date(days(43).date(), "d MMMM y", locale="nl") in text
        assert "Nee, op" in self.paper(asked)

    def test_together_is_an_answer_that_residents_say_yes_to_and_nobody_s_room(self) -> None:
        asked = self.sent()
        with pytest.raises(Refused, match=r"care\.conditions_missing"):
            acts.answer_dossier(self.worker, asked, said="together", at=days(1))
        how = "Jullie prikken, wij legen de bakken."
        acts.answer_dossier(self.worker, asked, said="together", conditions=how, at=days(1))
        asked.refresh_from_db()
        assert asked.to_step == 4  # until residents said yes, what they asked stands
        acts.accept_conditions(self.fatma, asked, had=mark(how), at=days(2))
        acts.pass_time(machine(), self.here, at=days(20))
        asked.refresh_from_db()
        assert (asked.state, asked.to_step, step_at(self.place)) == ("carried", 3, 3)
        assert power.room_of(visitor(), self.place, LITTER) is None
        assert queries.handed_over(visitor(), self.here) == []
        page = Client().get(f"/{self.here.slug}/agreement/{asked.public_id}/").content.decode()
        assert how in page
        assert say("nl", "agreement-state-together") in page
        assert say("nl", "terms-city-goes-on-litter") in page
        again = a_challenge(self.me, self.place, at=days(30))  # and later they may ask for more
        acts.answer_dossier(self.worker, again, said="yes", at=days(31))
        acts.pass_time(machine(), self.here, at=days(60))
        asked.refresh_from_db()
        assert (asked.state, step_at(self.place)) == ("replaced", 4)

    def test_who_is_forgotten_leaves_no_trace_in_it_and_a_draft_of_nobody_goes(self) -> None:
        self.write(by=self.fatma, own="Haar handen")
        self.write(now="Een")
        self.write("ook niet", own="Mijn handen")
        assert DossierVoice.objects.filter(person=self.fatma_person).delete()[0] == 1
        texts = queries.own_export(self.me)["challenge texts"]
        assert [one["words"] for one in texts] == ["Een", "Mijn handen"]  # type: ignore[attr-defined]
        acts.release_person(self.me, self.me_person.key, [self.here], days(1))
        people.forget(self.me, self.me_person, self.here, at=days(1))
        assert not DossierVoice.objects.exists()
        assert not DossierBeside.objects.exists()
        assert DossierAnswer.objects.get(question="now").writer is None
        key = self.me_person.key
        assert {*holding(key.hex), *holding(str(key))} == {"journal_moment"}
        acts.pass_time(machine(), self.here, at=days(2))
        assert not Dossier.objects.exists()
        assert not DossierAnswer.objects.exists()

    def test_supporters_are_told_from_five(self) -> None:
        self.write(now="Een")
        for number in range(1, 6):
            acts.join_dossier(seen_as(a_person(self.here)), self.place, how="supports", at=LATER)
            seen = queries.dossier_at(self.me, self.place)
            assert seen is not None
            assert seen.supporters == (5 if number == 5 else None)
        kinds = set(Moment.objects.values_list("kind", flat=True))
        assert {"care.dossier_written", "care.dossier_joined"} <= kinds


@pytest.mark.django_db
def test_the_city_answers_within_the_term_that_it_published_itself() -> None:
    here = a_neighbourhood()
    a_worker(here)
    place, other = a_place(here), a_place(here)
    by = a_carrier(a_person(here), place)
    acts.join(by, other, at=LATER)
    first = a_challenge(by, place)
    with pytest.raises(Refused, match=r"people\.weeks"):
        people.publish_term(machine(), city_of(here), weeks=27, at=LATER)
    people.publish_term(machine(), city_of(here), weeks=6, at=LATER)
    second = a_challenge(by, other)
    first.refresh_from_db()
    assert [(one.answer_by - LATER.date()).days // 7 for one in (first, second)] == [10, 6]


def a_principle(here: Neighbourhood, words: str) -> Principle:
    """What a neighbourhood holds about challenges."""
    made = Principle.objects.create(
        neighbourhood=here, about="challenge", look_again_on=days(400).date(), since=LATER
    )
    Version.objects.create(principle=made, number=1, words=words, why="Zo.", since=LATER)
    return made


def city_of(here: Neighbourhood) -> Institution:
    """The institution that cleans."""
    return Institution.objects.get(neighbourhood=here, cleans=True)
