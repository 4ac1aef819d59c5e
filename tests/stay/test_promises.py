"""Promises: an open debt in sight of all, its words for who is in it, and no end but kept or honestly told."""

from datetime import date, timedelta

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.stay.makers import (
    SOON,
    TODAY,
    a_claim,
    a_promise,
    again,
    an_institution,
    days,
    the_only,
    who_leads,
    work_of,
)
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Work
from vuurtoren.power.queries import visitor
from vuurtoren.stay import acts, queries
from vuurtoren.stay.models import Promise
from vuurtoren.stay.rules import MOST_ASKED, STATES, check_promise, check_reason, tone


@pytest.mark.django_db
def test_what_is_promised_to_all_is_read_by_all_and_what_to_somebody_by_its_owner() -> None:
    here = a_neighbourhood()
    bram, collega, neighbour = a_worker(here, "Bram"), a_worker(here), a_person(here)
    place = a_place(here)
    a_promise(bram, here, "Een bankje", to_all=True, place=place)
    seen = the_only(visitor(), here)
    assert (seen.words, seen.owner, seen.institution, seen.place) == ("Een bankje", "", "Stadsbeheer", place)
    Promise.objects.all().delete()
    a_promise(bram, here, "Bij Ans langs", place=place)
    for other in (visitor(), seen_as(collega), seen_as(neighbour)):
        seen = the_only(other, here)
        assert (seen.words, seen.owner, seen.to, seen.may) == ("", "", "somebody", frozenset())
    assert the_only(seen_as(bram), here).words == "Bij Ans langs"


@pytest.mark.django_db
def test_what_a_neighbour_says_was_promised_is_a_promise_once_its_owner_says_so() -> None:
    here = a_neighbourhood()
    bram, joris = a_worker(here, "Bram"), a_person(here, called="Joris")
    claim = a_claim(joris, bram)
    assert the_only(visitor(), here).state == "asked"
    assert the_only(seen_as(bram), here).said_by == "Joris"
    assert "answer" in the_only(seen_as(bram), here).may
    acts.answer_promise(seen_as(bram), claim, yes=True, at=NOW)
    assert again(claim).state == "open"
    assert the_only(seen_as(joris), here).owner == "Bram"
    with pytest.raises(Refused, match=r"stay\.nothing_asked"):
        acts.answer_promise(seen_as(bram), claim, yes=False, at=NOW)
    with pytest.raises(Refused, match=r"stay\.said_yes_already"):
        acts.take_back_promise(seen_as(joris), claim, at=NOW)


@pytest.mark.django_db
def test_a_no_is_told_to_who_asked_and_to_nobody_else() -> None:
    here = a_neighbourhood()
    bram, joris = a_worker(here), a_person(here)
    claim = a_claim(joris, bram)
    acts.answer_promise(seen_as(bram), claim, yes=False, at=NOW)
    assert queries.promises_of(visitor(), here, TODAY) == []
    assert queries.promises_over(visitor(), here, TODAY) == []
    assert queries.promise_seen(visitor(), again(claim), TODAY) is None
    (told,) = queries.my_promises(seen_as(joris), here, TODAY)
    assert told.state == "denied"
    acts.take_back_promise(seen_as(joris), claim, at=NOW)
    assert not Promise.objects.exists()


@pytest.mark.django_db
def test_silence_is_never_yes_and_it_shows() -> None:
    here = a_neighbourhood()
    a_claim(a_person(here), a_worker(here))
    later = TODAY + timedelta(days=200)
    seen = the_only(visitor(), here, later)
    assert (seen.state, seen.tone) == ("asked", "long")


@pytest.mark.django_db
def test_it_is_done_says_the_owner_and_not_yet_says_who_it_was_promised_to() -> None:
    here = a_neighbourhood()
    bram, joris, stranger = a_worker(here), a_person(here), a_person(here)
    claim = a_claim(joris, bram)
    acts.answer_promise(seen_as(bram), claim, yes=True, at=NOW)
    acts.say_kept(seen_as(bram), claim, kept=True, at=NOW)
    assert again(claim).state == "kept"
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.say_kept(seen_as(stranger), claim, kept=False, at=NOW)
    acts.say_kept(seen_as(joris), claim, kept=False, at=NOW)
    assert again(claim).state == "open"
    acts.say_kept(seen_as(joris), claim, kept=True, at=NOW)
    with pytest.raises(Refused, match=r"stay\.moved_on"):
        acts.say_kept(seen_as(bram), claim, kept=True, at=NOW)


@pytest.mark.django_db
def test_what_concerns_me_stands_once_on_the_page_and_others_read_it_below(client: Client) -> None:
    here = a_neighbourhood()
    bram, collega = a_worker(here, "Bram"), a_worker(here, "Kim")
    mine = a_promise(bram, here, "Een bankje", to_all=True, place=a_place(here))
    other = a_promise(collega, here, "Een boom", to_all=True)
    for account, above in ((bram.account, {mine}), (collega.account, {other}), (None, set())):
        if account:
            client.force_login(account)
        else:
            client.logout()
        page = client.get(f"/{here.slug}/promises/", secure=True).content.decode()
        own, _, rest = page.rpartition('<ul class="vt-list vt-list--cards">')
        for one in (mine, other):
            part, elsewhere = (own, rest) if one in above else (rest, own)
            assert one.words in part
            assert one.words not in elsewhere


@pytest.mark.django_db
def test_a_promise_has_a_new_owner_once_they_said_yes_and_not_before() -> None:
    here = a_neighbourhood()
    bram, collega = a_worker(here, "Bram"), a_worker(here, "Kim")
    promise = a_promise(bram, here)
    acts.ask_over(seen_as(bram), promise, work=work_of(collega), at=NOW)
    assert again(promise).owner == bram
    assert the_only(seen_as(collega), here).words == "Een bankje"
    parts = {one: queries.my_promises(seen_as(one), here, TODAY)[0].part for one in (bram, collega)}
    assert parts == {bram: "mine", collega: "asked"}  # asked is not promised
    acts.answer_promise(seen_as(collega), promise, yes=False, at=NOW)
    assert (again(promise).owner, again(promise).asked_of) == (bram, None)
    assert the_only(seen_as(collega), here).words == ""
    acts.ask_over(seen_as(bram), promise, work=work_of(collega), at=NOW)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.ask_no_more(seen_as(collega), promise, at=NOW)
    acts.ask_no_more(seen_as(bram), promise, at=NOW)
    assert (again(promise).asked_of, queries.my_promises(seen_as(collega), here, TODAY)) == (None, [])
    with pytest.raises(Refused, match=r"stay\.nothing_asked"):
        acts.ask_no_more(seen_as(bram), promise, at=NOW)
    acts.ask_over(seen_as(bram), promise, work=work_of(collega), at=NOW)
    acts.answer_promise(seen_as(collega), promise, yes=True, at=NOW)
    assert (again(promise).owner, again(promise).institution.name) == (collega, "Stadsbeheer")
    assert the_only(seen_as(bram), here).words == ""
    with pytest.raises(Refused, match=r"stay\.has_it_already"):
        acts.ask_over(seen_as(collega), promise, work=work_of(collega), at=NOW)


@pytest.mark.django_db
def test_it_will_not_happen_takes_a_reason_that_reaches_them() -> None:
    here = a_neighbourhood()
    bram, joris = a_worker(here), a_person(here)
    to_somebody, to_joris = a_promise(bram, here), a_claim(joris, bram)
    acts.answer_promise(seen_as(bram), to_joris, yes=True, at=NOW)
    with pytest.raises(Refused, match=r"stay\.tell_them_first"):
        acts.wont_happen(seen_as(bram), to_somebody, reason="Geen geld", at=NOW)
    with pytest.raises(Refused, match=r"stay\.reason_missing"):
        acts.wont_happen(seen_as(bram), to_joris, reason="  ", at=NOW)
    acts.wont_happen(seen_as(bram), to_somebody, reason="Geen geld", told=True, at=NOW)
    acts.wont_happen(seen_as(bram), to_joris, reason="De paal staat op andermans grond", at=NOW)
    (told,) = queries.my_promises(seen_as(joris), here, TODAY)
    assert (told.state, told.reason) == ("wont", "De paal staat op andermans grond")
    assert {one.reason for one in queries.promises_over(visitor(), here, TODAY)} == {""}


@pytest.mark.django_db
def test_forgetting_takes_what_was_promised_to_somebody_and_leaves_the_debt_of_who_promised() -> None:
    here = a_neighbourhood()
    bram, joris, lead = a_worker(here, "Bram"), a_person(here), who_leads(here)
    claim, promise = a_claim(joris, bram), a_promise(bram, here)
    people.forget(seen_as(joris), joris, here, at=NOW)
    assert not Promise.objects.filter(pk=claim.pk).exists()
    people.forget(seen_as(bram), bram, here, at=NOW)
    assert again(promise).owner is None
    (left,) = queries.my_promises(seen_as(lead), here, TODAY)
    assert left.words == "Een bankje"
    acts.wont_happen(seen_as(lead), promise, reason="Niemand weet meer van wie", told=True, at=NOW)
    assert verify_book(here.key).broken is None


@pytest.mark.django_db
def test_whoever_leads_a_team_leaves_promises_to_who_works_there_and_reads_none() -> None:
    here = a_neighbourhood()
    bram, lead, other = a_worker(here), who_leads(here), who_leads(here, an_institution(here))
    promise = a_promise(bram, here)
    assert the_only(seen_as(lead), here).words == ""
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.say_kept(seen_as(lead), promise, kept=True, at=NOW)
    Work.objects.filter(person=bram).update(until=TODAY)
    tomorrow = days(1)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.say_kept(seen_as(other), promise, kept=True, at=tomorrow)
    acts.say_kept(seen_as(lead), promise, kept=True, at=tomorrow)
    assert again(promise).state == "kept"


@pytest.mark.django_db
def test_one_neighbour_does_not_flood_a_professional_with_questions() -> None:
    here = a_neighbourhood()
    bram, joris = a_worker(here), a_person(here)
    for _ in range(MOST_ASKED):
        a_claim(joris, bram)
    with pytest.raises(Refused, match=r"stay\.many_asked"):
        a_claim(joris, bram)


@pytest.mark.django_db
def test_the_journal_tells_where_and_never_what_or_to_whom() -> None:
    here = a_neighbourhood()
    bram, place = a_worker(here), a_place(here)
    promise = a_promise(bram, here, place=place)
    moment = Moment.objects.get(kind="stay.promised")
    assert (moment.about, moment.place, moment.what) == (promise.key, place.key, {})


@pytest.mark.django_db
def test_a_place_elsewhere_and_somebody_who_left_are_no_part_of_a_promise() -> None:
    here, other = a_neighbourhood(), a_neighbourhood("Elders")
    bram, joris = a_worker(here), a_person(here)
    with pytest.raises(Refused, match=r"stay\.place_gone"):
        a_promise(bram, here, place=a_place(other))
    work = work_of(bram)
    Work.objects.filter(person=bram).update(until=TODAY - timedelta(400))
    with pytest.raises(Refused, match=r"stay\.not_here"):
        acts.say_promised(seen_as(joris), work, words="Een lamp", due=SOON, at=NOW)
    with pytest.raises(Refused, match=r"stay\.no_work"):
        a_promise(bram, here)


@pytest.mark.pure
@given(st.sampled_from(STATES), st.dates(), st.dates(), st.integers(0, 3000))
def test_waiting_only_grows_louder_and_what_ended_is_quiet(
    state: str, made_on: date, due: date, passed: int
) -> None:
    loudness = ["", "late", "long"]
    start = min(made_on, date(9980, 1, 1))
    until = min(due, date(9980, 1, 1))
    tones = [
        loudness.index(tone(state, start, until, min(start, until) + timedelta(n)))
        for n in (0, passed, passed + 1)
    ]
    assert tones == sorted(tones)
    if state not in ("open", "asked"):
        assert set(tones) == {0}


@pytest.mark.pure
@given(st.text(max_size=250), st.integers(-800, 800), st.booleans())
def test_a_promise_is_a_few_words_and_a_day(words: str, away: int, before: bool) -> None:
    due = TODAY + timedelta(days=away)
    fits = 0 < len(" ".join(words.split())) <= 200 and (-366 if before else 0) <= away <= 731
    try:
        assert check_promise(words, due, TODAY, told_before=before).split() == words.split()
    except Refused:
        assert not fits
    else:
        assert fits


@pytest.mark.pure
@given(st.text(max_size=320), st.booleans(), st.booleans())
def test_no_end_without_a_reason_and_none_that_nobody_hears(reason: str, reaches: bool, told: bool) -> None:
    fits = 0 < len(" ".join(reason.split())) <= 300 and (reaches or told)
    try:
        check_reason(reason, reaches_them=reaches, told=told)
    except Refused:
        assert not fits
    else:
        assert fits
