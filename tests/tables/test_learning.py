"""A learning table goes in rounds, comes back by itself on its day, and is read by whoever sat there."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.makers import NOW, a_neighbourhood, a_person, a_place, seen_as, sits_too
from tests.tables.test_stories import TODAY, a_table
from vuurtoren.language import Refused
from vuurtoren.people.acts import forget
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import visitor
from vuurtoren.tables import acts, queries
from vuurtoren.tables.models import LearningRound, Table
from vuurtoren.tables.rules import LOOK_AGAIN_WITHIN, ROUND_WORDS, When, check_round

SOON = TODAY + timedelta(days=14)


def a_learning_table(host: Viewer, here: Neighbourhood, **how: Any) -> Table:
    when = When(TODAY, time(10), "fortnight")
    given_ = {"question": "Hoe leren we de flat kennen?", "look_again_on": SOON, **how}
    acts.set_learning_table(host, a_place(here), when=when, at=NOW, **given_)
    return Table.objects.latest("pk")


@pytest.mark.django_db
def test_a_learning_table_goes_in_rounds_and_keeps_what_was_learned() -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))
    table = a_learning_table(host, here)
    words = {
        "question": "Hoe leren we de flat kennen?",
        "tries": "Aanbellen met soep",
        "happened": "Veertig deuren",
    }
    acts.write_round(host, table, words=words, look_again_on=SOON, seen_by="table", at=NOW)
    acts.next_round(host, table, question="Wie komt er terug?", look_again_on=SOON, at=NOW)
    now, before = queries.rounds_of(host, table)
    assert (now.number, now.question, now.closed_at) == (2, "Wie komt er terug?", None)
    assert (before.number, before.tries, before.happened) == (1, "Aanbellen met soep", "Veertig deuren")
    assert before.closed_at is not None


@pytest.mark.django_db
def test_what_is_learned_is_read_by_whoever_sat_there_or_by_all_where_the_table_says_so() -> None:
    here = a_neighbourhood()
    host, guest, other = (seen_as(a_person(here)) for _ in range(3))
    table = a_learning_table(host, here)
    acts.write_down(host, table, day=TODAY, someones=3, at=NOW)
    sits_too(guest, table, day=TODAY, at=NOW)
    assert [len(queries.rounds_of(one, table)) for one in (host, guest, other, visitor())] == [1, 1, 0, 0]
    acts.write_round(
        host, table, words={"question": "Wie?"}, look_again_on=SOON, seen_by="neighbourhood", at=NOW
    )
    assert [len(queries.rounds_of(one, table)) for one in (other, visitor())] == [1, 1]


@pytest.mark.django_db
def test_it_comes_back_by_itself_on_the_day_that_the_table_set() -> None:
    here = a_neighbourhood()
    host, guest, other = (seen_as(a_person(here)) for _ in range(3))
    table = a_learning_table(host, here)
    acts.write_down(host, table, day=TODAY, someones=3, at=NOW)
    sits_too(guest, table, day=TODAY, at=NOW)
    assert queries.to_look_again(guest, here, SOON - timedelta(days=1)) == []
    for one in (host, guest):
        (asked,) = queries.to_look_again(one, here, SOON)
        assert asked.question == "Hoe leren we de flat kennen?"
    assert queries.to_look_again(other, here, SOON) == []
    later = SOON + timedelta(days=30)
    acts.write_round(
        host,
        table,
        words={"question": "Wie?"},
        look_again_on=later,
        seen_by="table",
        at=NOW + timedelta(days=14),
    )
    assert queries.to_look_again(guest, here, SOON) == []


@pytest.mark.django_db
def test_only_who_set_it_writes_and_coffee_has_no_rounds() -> None:
    here = a_neighbourhood()
    host, other = seen_as(a_person(here, Role.HOST)), seen_as(a_person(here))
    table, coffee = a_learning_table(host, here), a_table(host, here)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.next_round(other, table, question="En nu?", look_again_on=SOON, at=NOW)
    with pytest.raises(Refused, match=r"tables\.no_learning_table"):
        acts.next_round(host, coffee, question="En nu?", look_again_on=SOON, at=NOW)
    with pytest.raises(Refused, match=r"tables\.no_learning_table"):
        acts.write_round(
            host, coffee, words={"question": "Wie?"}, look_again_on=SOON, seen_by="table", at=NOW
        )
    assert queries.rounds_of(host, coffee) == []


@pytest.mark.django_db
def test_what_a_forgotten_person_wrote_goes_with_them() -> None:
    here = a_neighbourhood()
    person = a_person(here)
    table = a_learning_table(seen_as(person), here, seen_by="neighbourhood")
    forget(seen_as(person), person, here, at=NOW)
    assert not LearningRound.objects.exists()
    assert queries.rounds_of(visitor(), Table.objects.get(pk=table.pk)) == []


@pytest.mark.django_db
def test_my_calendar_has_the_tables_that_are_mine_and_where_i_sat() -> None:
    here = a_neighbourhood()
    me, host = a_person(here), seen_as(a_person(here))
    mine, sat, other = a_learning_table(seen_as(me), here), a_table(host, here), a_table(host, here)
    acts.write_down(host, sat, day=TODAY, someones=3, at=NOW)
    sits_too(seen_as(me), sat, day=TODAY, at=NOW)
    near = queries.tables_near_me(seen_as(me), here, TODAY)
    assert {one.pk for one in near} == {mine.pk, sat.pk}
    assert other.pk not in {one.pk for one in near}
    client = Client()
    assert me.account is not None
    client.force_login(me.account)
    answer = client.get(f"/{here.slug}/tables/mine.ics")
    assert answer["Cache-Control"].count("no-store") == 1
    named = {str(one["summary"]) for one in Calendar.from_ical(answer.content).walk("VEVENT")}
    assert "Leertafel" in named
    assert Client().get(f"/{here.slug}/tables/mine.ics").status_code in (302, 403)


days = st.dates(TODAY - timedelta(days=400), TODAY + timedelta(days=800))


@given(st.dictionaries(st.sampled_from(ROUND_WORDS), st.text(max_size=320)), days)
def test_a_round_has_a_question_fits_on_a_phone_and_looks_ahead(words: dict[str, str], on: date) -> None:
    fits = words.get("question", "").split() and all(
        len(" ".join(one.split())) <= 300 for one in words.values()
    )
    if not fits or not TODAY < on <= TODAY + LOOK_AGAIN_WITHIN:
        with pytest.raises(Refused, match=r"tables\.(look_again_when|question_missing|round_too_long)"):
            check_round(words, on, "table", TODAY)
        return
    found = check_round(words, on, "table", TODAY)
    assert set(found) == set(ROUND_WORDS)
    assert all(one == " ".join(one.split()) for one in found.values())
