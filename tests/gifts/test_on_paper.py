"""Somebody without an account: a host writes down what they can while their yes holds; a code on paper takes it back."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.gifts.makers import TODAY, a_gift
from tests.gifts.test_stories import holding
from tests.makers import NOW, a_neighbourhood, a_person, seen_as
from vuurtoren.gifts import acts, queries
from vuurtoren.gifts.models import Gift, PaperCode
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, viewer_of
from vuurtoren.web.codes import CODE_LETTERS, hashed, paper_code

YES_ENDS = TODAY + timedelta(days=60)
HASH = hashed("BCDF-GHJK")


def wim_of(host: Viewer, here: Neighbourhood, called: str = "Wim") -> Person:
    people.enter(
        host, here, called=called, language="nl", how="paper", given_on=TODAY, until=YES_ENDS, at=NOW
    )
    return Person.objects.get(called=called)


def written(host: Viewer, here: Neighbourhood, wim: Person, words: str, width: str = "neighbourhood") -> Gift:
    acts.enter_gift(host, here, wim, kind="hands", words=words, width=width, until=YES_ENDS, at=NOW)
    return Gift.objects.latest("pk")


@pytest.mark.django_db
def test_a_gift_on_paper_holds_no_longer_than_the_yes_and_goes_with_it() -> None:
    here = a_neighbourhood()
    host, neighbour = seen_as(a_person(here, Role.HOST)), seen_as(a_person(here))
    wim = wim_of(host, here)
    with pytest.raises(Refused, match=r"gifts\.longer_than_the_yes"):
        acts.enter_gift(host, here, wim, kind="hands", words="breien", until=YES_ENDS + timedelta(1), at=NOW)
    gift = written(host, here, wim, "zeldzaambreiwerk")
    assert [one.called for one in queries.gifts_found(neighbour, here, "breiwerk", TODAY)] == ["Wim"]
    with pytest.raises(Refused, match=r"gifts\.longer_than_the_yes"):
        acts.change_gift(host, gift, words="breien", width="me", until=YES_ENDS + timedelta(days=1), at=NOW)
    late = NOW + timedelta(days=61)
    with pytest.raises(Refused, match=r"gifts\.no_yes"):
        acts.enter_gift(
            host, here, wim, kind="hands", words="haken", until=late.date() + timedelta(9), at=late
        )
    acts.give_code(host, here, wim, code_hash=HASH, at=NOW)
    people.forget_ended(machine(), here, at=late)
    assert holding("zeldzaambreiwerk") == holding(HASH) == []


@pytest.mark.django_db
def test_only_a_host_or_builder_here_writes_down_and_only_for_who_is_on_paper_here() -> None:
    here, there = a_neighbourhood(), a_neighbourhood("Elders")
    host, builder = seen_as(a_person(here, Role.HOST)), seen_as(a_person(here, Role.BUILDER))
    wim, elsewhere = wim_of(host, here), wim_of(seen_as(a_person(there, Role.HOST)), there, "Verderop")
    gift = written(host, here, wim, "breien", "me")
    for other in (
        seen_as(a_person(here)),
        seen_as(a_person(here, Role.BOARD)),
        seen_as(a_person(there, Role.HOST)),
    ):
        with pytest.raises(Refused, match=r"power\."):
            written(other, here, wim, "haken")
        with pytest.raises(Refused, match=r"power\."):
            acts.withdraw_gift(other, gift, at=NOW)
        with pytest.raises(Refused, match=r"power\."):
            acts.give_code(other, here, wim, code_hash=HASH, at=NOW)
    for nobody_of_ours in (elsewhere, a_person(here)):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            written(host, here, nobody_of_ours, "haken")
    acts.change_gift(builder, gift, words="breien en haken", width="me", until=YES_ENDS, at=NOW)
    acts.withdraw_gift(builder, gift, at=NOW)
    assert verify_book(here.key).broken is None


@pytest.mark.django_db
def test_a_code_on_paper_takes_back_all_of_one_person_once_and_nothing_of_others() -> None:
    here, there = a_neighbourhood(), a_neighbourhood("Elders")
    host = seen_as(a_person(here, Role.HOST))
    wim, truus = wim_of(host, here), wim_of(host, here, "Truus")
    for person, words in ((wim, "breien"), (wim, "een ladder"), (truus, "zingen")):
        written(host, here, person, words)
    a_gift(seen_as(a_person(here)), here, "koken")
    acts.give_code(host, here, wim, code_hash=hashed("QRST-VWXZ"), at=NOW)
    acts.give_code(host, here, wim, code_hash=HASH, at=NOW)
    for where, code in ((here, hashed("QRST-VWXZ")), (there, HASH), (here, ""), (here, "BCDFGHJK")):
        with pytest.raises(Refused, match=r"gifts\.code_unknown"):
            acts.withdraw_by_code(where, code_hash=code, at=NOW)
    moment = acts.withdraw_by_code(here, code_hash=hashed(" bcdf ghjk"), at=NOW)
    assert (moment.who, moment.what) == (None, {})
    assert sorted(Gift.objects.values_list("words", flat=True)) == ["koken", "zingen"]
    assert not PaperCode.objects.exists()
    with pytest.raises(Refused, match=r"gifts\.code_unknown"):
        acts.withdraw_by_code(here, code_hash=HASH, at=NOW)
    assert Person.objects.filter(pk=wim.pk).exists(), "the yes itself stays; that is another question"


def signed_in(person: Person) -> Client:
    client = Client()
    assert person.account
    client.force_login(person.account)
    return client


def a_slip(here: Neighbourhood) -> tuple[Client, str, str]:
    """A host wrote down Wim and a gift of his through the pages, and made the slip: browser, address, code."""
    host = a_person(here, Role.HOST, called="Amina")
    today = timezone.localdate()
    people.enter(
        viewer_of(host, timezone.now()), here, called="Wim", language="nl", how="paper",
        given_on=today, until=today + timedelta(days=90), at=timezone.now(),
    )  # fmt: skip
    client, wim = signed_in(host), Person.objects.get(called="Wim")
    base = f"/{here.slug}/who/{wim.public_id}/"
    given = {"said": "schaken", "width": "neighbourhood", "until": today + timedelta(days=90)}
    assert client.post(base + "gifts/head/", {"key": "k1", **given}).status_code == 302
    to = client.post(base + "slip/", {"key": "k2" * 16}).headers["Location"]
    page = client.get(to).content.decode()
    code = paper_code("k2" * 16)
    assert code in page
    assert "data:image/svg+xml" in page
    return client, to, code


@pytest.mark.django_db
def test_from_slip_to_gone_without_an_account() -> None:
    here = a_neighbourhood()
    client, slip, code = a_slip(here)
    assert holding(code) == holding(code.replace("-", "")) == [], "the code lies nowhere"
    address = f"/{here.slug}/gifts/code/"
    wrong = Client().post(address, {"key": "k3", "code": "ZZZZ-ZZZZ"})
    assert wrong.status_code == 422
    assert Gift.objects.exists()
    done = Client().post(address, {"key": "k4", "code": code.lower().replace("-", " ")})
    assert done.status_code == 302
    assert code not in done.headers["Location"]
    assert not Gift.objects.exists()
    assert client.get(slip).status_code == 302, "a slip that works no more is not shown again"


@pytest.mark.django_db
def test_few_codes_may_be_tried_also_the_right_one_and_from_anywhere() -> None:
    here = a_neighbourhood()
    _, _, code = a_slip(here)
    address = f"/{here.slug}/gifts/code/"
    answers = [
        Client().post(address, {"key": f"k{number}", "code": "ZZZZ"}).status_code for number in range(9)
    ]
    assert answers == [422] * 8 + [429]
    assert Client().post(address, {"key": "right", "code": code}).status_code == 429
    assert Gift.objects.exists()
    seen = []
    for number in range(70):
        far = Client(REMOTE_ADDR=f"10.0.{number}.1")
        seen.append(far.post(address, {"key": f"f{number}", "code": "ZZZZ"}).status_code)
    assert seen.count(422) <= 60
    assert seen[-1] == 429


@pytest.mark.django_db
def test_without_the_table_of_limits_no_code_is_looked_at() -> None:
    here = a_neighbourhood()
    _, _, code = a_slip(here)
    client = Client(raise_request_exception=False)
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("ALTER TABLE limits RENAME TO limits_gone")
        answer = client.post(f"/{here.slug}/gifts/code/", {"key": "k9", "code": code})
        transaction.set_rollback(True)
    assert answer.status_code >= 500
    assert Gift.objects.exists()


@pytest.mark.pure
@given(st.text(max_size=64), st.text(max_size=64))
def test_a_code_is_eight_letters_and_another_for_another_form(one: str, other: str) -> None:
    code = paper_code(one)
    assert len(code) == 9
    assert set(code.replace("-", "")) <= set(CODE_LETTERS)
    assert (code == paper_code(other)) == (one == other)
    assert hashed(code) == hashed(code.lower().replace("-", " "))
