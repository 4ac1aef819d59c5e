"""Both sides look back each year, and at the end of a term they talk; no clock takes anything out of anybody's hands."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.care.makers import a_carrier, days, handed_over, step_at
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts, queries
from vuurtoren.care.looking import a_year_on, check_again, is_over, next_look
from vuurtoren.care.models import Dossier, HandOver, LookBack
from vuurtoren.language import Refused, say
from vuurtoren.people.models import Person
from vuurtoren.power.models import Room
from vuurtoren.power.queries import machine, visitor

some_day = st.dates(date(2024, 1, 1), date(2040, 1, 1))


@pytest.mark.pure
@given(some_day, st.none() | some_day)
def test_the_first_day_is_a_year_on_and_each_next_one_was_said(yes_on: date, said: date | None) -> None:
    assert 365 <= (a_year_on(yes_on) - yes_on).days <= 366
    assert next_look(yes_on, said) == (said or a_year_on(yes_on))


@pytest.mark.pure
@given(some_day, st.integers(-10, 500))
def test_the_next_day_is_within_a_year(today: date, after: int) -> None:
    chosen = today + timedelta(after)
    if 30 <= after <= 366:
        assert check_again(today, chosen) == chosen
    else:
        with pytest.raises(Refused, match=r"care\.look_again_when"):
            check_again(today, chosen)
    assert check_again(today, None) == a_year_on(today)


@pytest.mark.pure
@given(some_day, some_day, st.none() | some_day)
def test_a_term_is_over_until_they_talked_after_it(until: date, today: date, looked: date | None) -> None:
    assert is_over(until, looked, today) == (until < today and not (looked and looked > until))
    assert not is_over(None, looked, today)


@pytest.mark.django_db
class TestOneAgreement:
    @pytest.fixture(autouse=True)
    def _street(self, db: None) -> None:
        self.here = a_neighbourhood()
        self.place = a_place(self.here, "Kadeweg")
        self.city_person = a_worker(self.here)
        self.city = seen_as(self.city_person)
        self.me_person = a_person(self.here)
        self.me = a_carrier(self.me_person, self.place)
        self.agreed = handed_over(self.me, self.city, self.place)

    def page(self, path: str, who: Person | None = None) -> str:
        client = Client()
        if who:
            client.force_login(who.account)  # type: ignore[arg-type]
        return client.get(f"/{self.here.slug}/{path}").content.decode()

    def why(self, after: int) -> list[str]:
        today = days(after).date()
        return [one.why for one in queries.comes_back(visitor(), self.here, today)]

    def back_then(self, years: int) -> None:
        """It was agreed so many years before today."""
        at = timezone.now() - timedelta(days=years * 365 + 2)
        HandOver.objects.update(residents_yes_at=at, institution_yes_at=at)

    def test_it_comes_back_a_year_after_the_yes_and_is_noted_once(self) -> None:
        seen = queries.looking_back(self.me, self.agreed, days(20).date())
        assert (seen.next_on, seen.due, seen.i_may_note) == (a_year_on(days(1).date()), False, False)
        with pytest.raises(Refused, match=r"care\.no_look_back"):
            acts.look_back_together(self.me, self.agreed, at=days(20))
        assert (self.why(365), self.why(366)) == ([], ["look"])
        assert queries.looking_back(self.city, self.agreed, days(366).date()).i_may_note
        moment = acts.look_back_together(self.me, self.agreed, words=" Het ging goed. ", at=days(366))
        again = a_year_on(days(366).date())
        assert moment.what == {"side": "residents", "again": again.isoformat()}
        assert self.why(367) == []
        with pytest.raises(Refused, match=r"care\.no_look_back"):
            acts.look_back_together(self.me, self.agreed, words="Nog iets", at=days(367))
        acts.look_back_together(self.city, self.agreed, words="De zakken waren op.", at=days(370))
        (row,) = LookBack.objects.all()
        assert (row.residents, row.institution, row.again_on) == (
            "Het ging goed.",
            "De zakken waren op.",
            again,
        )
        assert self.why((again - days(0).date()).days) == ["look"]

    def test_another_day_within_the_year_may_be_chosen(self) -> None:
        chosen = days(500).date()
        with pytest.raises(Refused, match=r"care\.look_again_when"):
            acts.look_back_together(self.me, self.agreed, again_on=days(367).date(), at=days(366))
        acts.look_back_together(self.me, self.agreed, again_on=chosen, at=days(366))
        assert (self.why(499), self.why(500)) == ([], ["look"])

    def test_only_a_side_notes_it(self) -> None:
        with pytest.raises(Refused, match=r"power\.not_yours"):
            acts.look_back_together(seen_as(a_person(self.here)), self.agreed, at=days(366))

    def test_a_term_that_is_over_takes_nothing_and_says_so_to_both_until_they_talk(self) -> None:
        self.back_then(3)
        until = timezone.localdate() - timedelta(3)
        Room.objects.update(until=until)
        Dossier.objects.create(
            task=self.agreed.task,
            begun_at=days(0),
            sent_at=days(0),
            hand_over=self.agreed,
            until=until,
            said="yes",
        )
        acts.pass_time(machine(), self.here, at=timezone.now())
        assert step_at(self.place) == 4
        over = say("nl", "room-term-over")
        here = self.agreed.public_id
        for path in (f"street/{self.place.public_id}/", "room/", f"agreement/{here}/"):
            assert over in self.page(path)
        today = say("nl", "today-over", place="Kadeweg")
        for who in (self.me_person, self.city_person):
            assert today in self.page("", who)
        assert today not in self.page("", a_person(self.here))
        client = Client()
        client.force_login(self.me_person.account)  # type: ignore[arg-type]
        assert (
            client.post(f"/{self.here.slug}/agreement/{here}/look-back/", {"key": "een"}).status_code == 302
        )
        assert today not in self.page("", self.city_person)
        assert LookBack.objects.count() == 1
        assert over in self.page("room/")

    def test_today_says_it_to_both_sides_and_the_page_takes_a_sentence(self) -> None:
        self.back_then(1)
        words = say("nl", "today-look", place="Kadeweg")
        assert words in self.page("", self.me_person)
        assert words in self.page("", self.city_person)
        client = Client()
        client.force_login(self.city_person.account)  # type: ignore[arg-type]
        address = f"/{self.here.slug}/agreement/{self.agreed.public_id}/"
        wrong = client.post(
            f"{address}look-back/", {"key": "een", "sentence": "Goed", "again_on": "2020-01-01"}
        )
        assert wrong.status_code == 422
        assert "Goed" in wrong.content.decode()
        client.post(f"{address}look-back/", {"key": "twee", "sentence": "Rustig jaar"})
        assert "Rustig jaar" in self.page(f"agreement/{self.agreed.public_id}/")
        assert words not in self.page("", self.me_person)
        mine = self.page(f"agreement/{self.agreed.public_id}/", self.me_person)
        assert say("nl", "look-back-add") in mine
