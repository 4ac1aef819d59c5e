"""A draft shared by a link: narrow, until a day, withdrawn in one tap; who reads asks to write along."""

from datetime import date, timedelta

import pytest
import segno
from django.test import Client
from django.utils import timezone
from django.utils.html import escape
from hypothesis import given
from hypothesis import strategies as st

from tests.care.makers import LATER, TERMS, a_carrier, days
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.people.test_forgetting import holding
from vuurtoren.care import acts, queries
from vuurtoren.care.models import Dossier, DossierLink, DossierWriter
from vuurtoren.care.rules import QUESTIONS
from vuurtoren.care.together import LINK_LASTS_AT_MOST, check_link, mark
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused, say
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.power.queries import machine, visitor
from vuurtoren.web.codes import link_code, link_meant

TODAY = LATER.date()


@pytest.mark.pure
@given(st.sampled_from(["signed_in", "anyone", "", "city"]), st.integers(-3, 200))
def test_a_link_has_an_end_within_a_season(width: str, lasts: int) -> None:
    today = date(2026, 11, 26)
    if width in ("signed_in", "anyone") and 0 <= lasts <= LINK_LASTS_AT_MOST.days:
        check_link(width, today + timedelta(lasts), today)
    else:
        with pytest.raises(Refused):
            check_link(width, today + timedelta(lasts), today)


@pytest.mark.pure
@given(st.text(max_size=40))
def test_no_other_code_is_a_link(tried: str) -> None:
    assert link_meant(link_code("AbCdEfGh12")) == "AbCdEfGh12"
    assert link_meant(tried) == ""
    assert link_meant(link_code("AbCdEfGh12")[:-1] + "x") == ""
    assert link_meant("zbCdEfGh12" + link_code("AbCdEfGh12")[10:]) == ""


@pytest.mark.django_db
class TestOneDraft:
    @pytest.fixture(autouse=True)
    def _street(self, db: None) -> None:
        self.here = a_neighbourhood()
        self.place = a_place(self.here, "Kadeweg")
        self.me = a_carrier(a_person(self.here, called="Zeldzame Naam"), self.place)
        acts.write_dossier(self.me, self.place, given={"now": acts.Written("Elke week een ploeg")}, at=LATER)
        self.reader_person = a_person(self.here, called="Lezer Achternaam")
        self.reader = seen_as(self.reader_person)

    def share(self, width: str = "signed_in", lasts: int = 14) -> DossierLink:
        until = TODAY + timedelta(lasts)
        acts.share_dossier(self.me, self.place, until=until, width=width, at=LATER)
        return DossierLink.objects.get()

    def share_from_now(self, width: str) -> DossierLink:
        """For pages, which know only the day that it is."""
        now = timezone.now()
        until = timezone.localdate(now) + timedelta(14)
        acts.share_dossier(self.me, self.place, until=until, width=width, at=now)
        return DossierLink.objects.get()

    def read(self, viewer: Viewer, link: DossierLink, day: date = TODAY) -> queries.DraftShared | None:
        return queries.draft_by_link(viewer, self.here, link.public_id, day)

    def let_in(self, yes: bool = True) -> DossierWriter:
        acts.ask_to_write(self.reader, self.share(), at=LATER)
        asked = DossierWriter.objects.get()
        acts.answer_writer(self.me, asked, yes=yes, at=LATER)
        return asked

    def test_narrow_it_is_read_by_who_signed_in_and_wide_by_who_has_it(self) -> None:
        link = self.share()
        assert self.read(self.reader, link)
        assert self.read(seen_as(a_person(a_neighbourhood("Elders"))), link)
        with pytest.raises(Refused, match=r"power\.sign_in_first"):
            self.read(visitor(), link)
        wide = self.share("anyone")
        assert self.read(visitor(), wide)
        assert self.read(seen_as(a_worker(self.here)), wide) is None

    def test_it_ends_on_its_day_by_a_newer_one_by_withdrawing_and_by_sending(self) -> None:
        link = self.share("anyone", 3)
        assert self.read(visitor(), link, TODAY + timedelta(3))
        assert self.read(visitor(), link, TODAY + timedelta(4)) is None
        newer = self.share("anyone")
        assert self.read(visitor(), link) is None
        assert self.read(visitor(), newer)
        acts.end_dossier_link(self.me, newer, at=LATER)
        assert self.read(visitor(), newer) is None
        with pytest.raises(Refused, match=r"care\.link_over"):
            acts.end_dossier_link(self.me, newer, at=LATER)
        with pytest.raises(Refused, match=r"care\.link_over"):
            acts.ask_to_write(self.reader, newer, at=LATER)
        last = self.share("anyone")
        acts.pass_time(machine(), self.here, at=days(30))
        assert not DossierLink.objects.filter(pk=last.pk).exists()

    def test_who_was_let_in_writes_and_no_longer_after_a_no(self) -> None:
        mine = {"now": acts.Written("Elke maand een ploeg", mark("Elke week een ploeg"))}
        acts.ask_to_write(self.reader, self.share(), at=LATER)
        asked = DossierWriter.objects.get()
        with pytest.raises(Refused, match=r"care\.asked_to_write_already"):
            acts.ask_to_write(self.reader, DossierLink.objects.get(), at=LATER)
        with pytest.raises(Refused, match=r"care\.not_your_street"):
            acts.write_dossier(self.reader, self.place, given=mine, at=LATER)
        with pytest.raises(Refused, match=r"care\.not_your_street"):
            acts.answer_writer(self.reader, asked, yes=True, at=LATER)  # nobody lets themselves in
        assert [one.place for one in queries.asked_to_write(self.me, self.here)] == [self.place]
        assert not queries.asked_to_write(self.reader, self.here)
        acts.answer_writer(self.me, asked, yes=True, at=LATER)
        assert not queries.somebody_asks_to_write(visitor(), self.here)
        acts.write_dossier(self.reader, self.place, given=mine, at=LATER)
        seen = queries.dossier_at(self.reader, self.place)
        assert seen is not None
        assert (seen.i_may_write, seen.i_may_send) == (True, False)
        acts.answer_writer(self.me, asked, yes=False, at=LATER)
        with pytest.raises(Refused, match=r"care\.not_your_street"):
            acts.write_dossier(self.reader, self.place, given=mine, at=LATER)
        assert queries.own_export(self.reader)["challenge writing"]

    def test_who_was_let_in_may_stop_and_a_withdrawn_link_takes_nobody_out(self) -> None:
        asked = self.let_in()
        acts.end_dossier_link(self.me, DossierLink.objects.get(), at=LATER)
        assert [one.place for one in queries.my_drafts(self.reader, self.here)] == [self.place]
        acts.write_dossier(self.reader, self.place, given={"own": acts.Written("Handen")}, at=LATER)
        acts.answer_writer(self.reader, asked, yes=False, at=LATER)
        seen = queries.dossier_at(self.reader, self.place)
        assert seen is not None
        assert not seen.i_may_write

    def test_who_writes_already_need_not_ask_and_names_are_for_who_writes(self) -> None:
        link = self.share()
        with pytest.raises(Refused, match=r"care\.writes_already"):
            acts.ask_to_write(self.me, link, at=LATER)
        acts.ask_to_write(self.reader, link, at=LATER)
        page = f"/{self.here.slug}/street/{self.place.public_id}/challenge/"
        stranger = a_person(self.here)
        for person, sees in ((Person.objects.get(key=self.me.person), True), (stranger, False)):
            client = Client()
            client.force_login(person.account)  # type: ignore[arg-type]
            assert ("Lezer Achternaam" in client.get(page).content.decode()) is sees

    def test_the_page_is_kept_nowhere_names_nobody_and_a_guess_finds_nothing(self) -> None:
        link = self.share_from_now("anyone")
        address = f"/{self.here.slug}/draft/{link_code(link.public_id)}/"
        answer = Client().get(address)
        text = answer.content.decode()
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "no-store")
        assert "noindex" in answer.headers["X-Robots-Tag"]
        assert "Elke week een ploeg" in text
        assert say("nl", "draft-sign-in") in text
        assert "Zeldzame Naam" not in text
        assert Client().get(f"/{self.here.slug}/draft/{link.public_id}/").status_code == 404
        guess = link_code(link.public_id)[:-4] + "0000"
        assert Client().get(f"/{self.here.slug}/draft/{guess}/").status_code == 404
        elsewhere = a_neighbourhood("Elders")
        assert Client().get(f"/{elsewhere.slug}/draft/{link_code(link.public_id)}/").status_code == 404

    def test_a_phone_beside_me_reads_the_link_from_my_screen_as_long_as_it_holds(self) -> None:
        link = self.share_from_now("anyone")
        client, page = Client(), f"/{self.here.slug}/street/{self.place.public_id}/challenge/share/"
        client.force_login(Person.objects.get(key=self.me.person).account)  # type: ignore[arg-type]
        text = client.get(page).content.decode()
        address = f"http://testserver/{self.here.slug}/draft/{link_code(link.public_id)}/"
        assert address in text
        code = segno.make(address, error="m").svg_data_uri(scale=6, border=3, light="#fff", omitsize=True)
        assert escape(code) in text
        acts.end_dossier_link(self.me, link, at=timezone.now())
        assert "data:image/svg" not in client.get(page).content.decode()

    def test_who_is_not_signed_in_is_led_there_and_back_to_a_narrow_link(self) -> None:
        link = self.share_from_now("signed_in")
        address = f"/{self.here.slug}/draft/{link_code(link.public_id)}/"
        answer = Client().get(address)
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith("/sign-in/?next=")
        assert link_code(link.public_id) in answer.headers["Location"]

    def test_sent_nobody_stands_in_it_and_the_link_is_gone(self) -> None:
        self.let_in()
        given = {one: acts.Written("Zo.") for one in QUESTIONS if one != "now"}
        acts.write_dossier(self.me, self.place, given=given, at=LATER)
        for _ in range(2):
            acts.join_dossier(seen_as(a_person(self.here)), self.place, how="asks", at=LATER)
        acts.send_dossier(self.me, self.place, until=days(800).date(), at=LATER, **TERMS)
        assert Dossier.objects.get().sent_at
        assert not DossierLink.objects.exists()
        assert not DossierWriter.objects.exists()

    def test_who_is_forgotten_asks_nothing_any_more(self) -> None:
        acts.ask_to_write(self.reader, self.share(), at=LATER)
        people.forget(self.reader, self.reader_person, self.here, at=days(1))
        assert not DossierWriter.objects.exists()
        assert {*holding(self.reader_person.key.hex), *holding(str(self.reader_person.key))} == {
            "journal_moment"
        }

    def test_the_journal_tells_it_without_who_may_read(self) -> None:
        self.let_in(yes=False)
        acts.end_dossier_link(self.me, DossierLink.objects.get(), at=LATER)
        told = Moment.objects.filter(kind__contains="dossier_") | Moment.objects.filter(
            kind__contains="writing_"
        )
        assert [one.kind.removeprefix("care.") for one in told.order_by("number")] == [
            "dossier_written",
            "dossier_shared",
            "writing_asked",
            "writing_answered",
            "dossier_link_ended",
        ]
