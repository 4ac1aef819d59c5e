"""Coffee without an agenda: set, move, rest, meet; remembered only by who said yes, and forgotten for good."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as, sits_too
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, visitor
from vuurtoren.tables import acts, queries
from vuurtoren.tables.models import Gathering, Matter, Present, Table
from vuurtoren.tables.rules import EVERY, When, is_a_time, times

TODAY = NOW.date()
WEEKLY = When(TODAY - timedelta(days=14), time(10), "week")


def a_table(host: Viewer, here: Neighbourhood, when: When = WEEKLY) -> Table:
    acts.set_table(host, a_place(here), when=when, at=NOW)
    return Table.objects.latest("pk")


def on_paper(host: Viewer, here: Neighbourhood, called: str = "Wim") -> Person:
    until = TODAY + timedelta(days=200)
    people.enter(host, here, called=called, language="nl", how="paper", given_on=TODAY, until=until, at=NOW)
    return Person.objects.get(called=called)


@pytest.mark.django_db
def test_a_table_needs_a_place_and_a_time_and_nobodys_yes() -> None:
    here = a_neighbourhood()
    acts.set_table(seen_as(a_person(here)), a_place(here), when=When(TODAY + timedelta(1), time(10)), at=NOW)
    (seen,) = queries.tables_of(visitor(), here, TODAY)
    assert seen.next == datetime.combine(TODAY + timedelta(1), time(10))
    assert queries.tables_of(visitor(), here, TODAY + timedelta(2)) == []


@pytest.mark.django_db
def test_a_table_moves_rests_goes_on_by_itself_and_ends() -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))
    table = a_table(host, here)
    until = TODAY + timedelta(days=20)
    acts.rest(host, table, until=until, at=NOW)
    (seen,) = queries.tables_of(visitor(), here, TODAY)
    assert seen.resting
    assert seen.next is not None
    assert seen.next.date() >= until
    assert not queries.tables_of(visitor(), here, until)[0].resting
    acts.go_on(host, table, at=NOW)
    other = a_place(here)
    acts.change_table(host, table, place=other, when=When(TODAY, time(15), "month"), spot=" hal  7 ", at=NOW)
    table.refresh_from_db()
    assert (table.place, table.spot, table.time) == (other, "hal 7", time(15))
    acts.end_table(host, table, at=NOW)
    assert queries.tables_of(visitor(), here, TODAY) == []
    with pytest.raises(Refused, match=r"tables\.ended"):
        acts.rest(host, table, until=until, at=NOW)


@pytest.mark.django_db
def test_who_was_there_sees_who_was_there_and_nobody_else_does() -> None:
    here = a_neighbourhood()
    amina, joris, stranger = (
        a_person(here, Role.HOST, called="Amina"),
        a_person(here, called="Joris"),
        a_person(here),
    )
    host, guest = seen_as(amina), seen_as(joris)
    table, wim = a_table(host, here), on_paper(host, here)
    said = [acts.Said("Heeft plantjes over", "table", wim), acts.Said("Moe vandaag", "host")]
    acts.write_down(host, table, day=TODAY, people=[wim], someones=3, said=said, at=NOW)
    sits_too(guest, table, day=TODAY, at=NOW)
    (mine,) = queries.met_at(guest, table, NOW)
    assert (mine.names, mine.someones, tuple(one.words for one in mine.matters)) == (
        ("Amina", "Joris", "Wim"),
        2,
        ("Heeft plantjes over",),
    )
    told = {one.words: one.read_by for one in queries.met_at(host, table, NOW)[0].matters}
    assert told == {"Heeft plantjes over": "table", "Moe vandaag": "host"}
    assert (mine.total, mine.matters[0].read_by) == (5, "")
    for viewer in (
        visitor(),
        seen_as(stranger),
        seen_as(a_worker(here)),
        seen_as(a_person(here, Role.BOARD)),
    ):
        assert queries.met_at(viewer, table, NOW) == []
    about = {
        one for row in Moment.objects.filter(kind__startswith="tables.") for one in (row.about, row.place)
    }
    assert not about & {wim.key}
    assert not about & {joris.key}


@pytest.mark.django_db
def test_silence_is_never_yes_to_being_remembered() -> None:
    here = a_neighbourhood()
    host, joris = seen_as(a_person(here)), a_person(here, called="Joris")
    guest, table = seen_as(joris), a_table(host, here)
    acts.write_down(host, table, day=TODAY - timedelta(7), someones=2, at=NOW)
    sits_too(guest, table, day=TODAY - timedelta(7), at=NOW)
    acts.write_down(host, table, day=TODAY, people=[joris], someones=1, at=NOW)
    (asked,) = queries.asked_of_me(guest, here)
    assert asked.day == TODAY
    assert queries.met_at(host, table, NOW)[0].asked == ("Joris",)
    acts.end_asking(machine(), here, at=NOW + timedelta(days=27))
    assert queries.asked_of_me(guest, here)
    assert len(acts.end_asking(machine(), here, at=NOW + timedelta(days=29))) == 1
    assert acts.end_asking(machine(), here, at=NOW + timedelta(days=29)) == ()
    met = Gathering.objects.get(table=table, day=TODAY)
    assert (met.someones, met.present.count()) == (2, 1)
    with pytest.raises(Refused, match=r"tables\.answered_already"):
        acts.answer_met(guest, asked.present, yes=True, at=NOW + timedelta(days=30))
    mine = Present.objects.get(person=joris)
    acts.answer_met(guest, mine, yes=False, at=NOW)
    assert not Present.objects.filter(person=joris).exists()
    assert verify_book(here.key).broken is None


@pytest.mark.django_db
def test_nobody_is_named_whom_the_host_did_not_ask() -> None:
    here = a_neighbourhood()
    host, resident = seen_as(a_person(here, Role.HOST)), seen_as(a_person(here))
    table, neighbour = a_table(host, here), a_person(here)
    with pytest.raises(Refused, match=r"tables\.ask_them_first"):
        acts.write_down(host, table, day=TODAY, people=[neighbour], at=NOW)
    wim = on_paper(host, here)
    assert wim in queries.whom_i_may_name(host, table, TODAY)
    over = TODAY + timedelta(days=201)
    assert wim not in queries.whom_i_may_name(host, table, over)
    mine = a_table(resident, here)
    assert list(queries.whom_i_may_name(resident, mine, TODAY)) == []
    with pytest.raises(Refused, match=r"tables\.ask_them_first"):
        acts.write_down(resident, mine, day=TODAY, people=[wim], at=NOW)
    said = [acts.Said("Wil een hond", "neighbourhood", wim)]
    with pytest.raises(Refused, match=r"tables\.somebodys_words"):
        acts.write_down(host, table, day=TODAY, people=[wim], said=said, at=NOW)
    assert not Gathering.objects.exists()


@pytest.mark.django_db
def test_once_a_day_not_ahead_not_alone_and_a_slip_is_taken_back() -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))
    table = a_table(host, here)
    for day, someones, code in (
        (TODAY + timedelta(1), 3, "tables.not_yet"),
        (TODAY - timedelta(90), 3, "tables.too_long_ago"),
        (TODAY, 0, "tables.nobody_met"),
    ):
        with pytest.raises(Refused) as no:
            acts.write_down(host, table, day=day, someones=someones, at=NOW)
        assert no.value.code == code
    acts.write_down(host, table, day=TODAY, someones=3, at=NOW)
    with pytest.raises(Refused, match=r"tables\.written_already"):
        acts.write_down(host, table, day=TODAY, someones=3, at=NOW)
    assert TODAY not in queries.days_to_write(host, table, NOW)
    met = Gathering.objects.get()
    with pytest.raises(Refused, match=r"tables\.nothing_to_undo"):
        acts.undo_met(host, met, at=NOW + timedelta(days=2))
    acts.undo_met(host, met, at=NOW)
    assert not Gathering.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("who", ["guest", "host", "paper"])
def test_whoever_is_forgotten_is_at_no_table_any_more(who: str) -> None:
    here = a_neighbourhood()
    amina, joris = a_person(here, Role.HOST, called="Amina"), a_person(here, called="Joris")
    host, guest = seen_as(amina), seen_as(joris)
    table, wim = a_table(host, here), on_paper(host, here)
    said = [acts.Said("Van Wim", "table", wim), acts.Said("Van niemand", "neighbourhood")]
    acts.write_down(host, table, day=TODAY, people=[wim], someones=3, said=said, at=NOW)
    sits_too(guest, table, day=TODAY, at=NOW)
    gone: dict[str, Any] = {"guest": joris, "host": amina, "paper": wim}
    key = gone[who].pk
    if who == "paper":
        people.withdraw_consent(host, wim, here, at=NOW)
    else:
        people.forget(seen_as(gone[who]), gone[who], here, at=NOW)
    assert not Present.objects.filter(person=key).exists()
    left = set(Matter.objects.values_list("words", flat=True))
    assert left == {"guest": {"Van Wim", "Van niemand"}, "host": set(), "paper": {"Van niemand"}}[who]
    table.refresh_from_db()
    assert (table.host is None) == (who == "host")
    assert verify_book(here.key).broken is None


@pytest.mark.pure
@given(
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.sampled_from(EVERY),
    st.integers(0, 800),
    st.integers(0, 400),
)
def test_times_come_back_on_their_weekday_and_never_before_they_were_asked_for(
    day: date, every: str, later: int, resting: int
) -> None:
    when, since = When(day, time(10), every), day + timedelta(days=later)
    rests_until = since + timedelta(days=resting)
    some = [one.date() for one, _ in zip(times(when, since, rests_until), range(6), strict=False)]
    assert some == sorted(set(some))
    assert all(one >= rests_until and one.weekday() == day.weekday() for one in some)
    assert len(some) == 6 or every == "once"
    assert all(is_a_time(when, one) for one in some)
    if every == "month":
        assert len({(one.year, one.month) for one in some}) == 6
        which = (day.day - 1) // 7
        assert all(which <= (one.day - 1) // 7 + (which == 4) for one in some)


@pytest.mark.django_db
def test_a_table_that_grew_from_another_begins_with_its_place_and_time() -> None:
    here = a_neighbourhood()
    me = a_person(here)
    first = a_table(seen_as(me), here, When(TODAY, time(15, 30), "fortnight"))
    far = a_neighbourhood("Elders")
    elsewhere = a_table(seen_as(a_person(far)), far, When(TODAY, time(17, 45), "week"))
    client = Client()
    assert me.account
    client.force_login(me.account)

    def begun(beside: str) -> str:
        answer = client.get(f"/{here.slug}/tables/set/", {"beside": beside})
        assert answer.status_code == 200
        return answer.text

    shown = begun(first.public_id)
    assert 'value="15:30"' in shown
    assert f'<option value="{first.place_id}" selected>' in shown
    for beside in (elsewhere.public_id, "nergens", "", "é" * 9, "x" * 5000, "' or 1=1 --"):
        other = begun(beside)
        assert 'value="10:00"' in other, beside
        assert "17:45" not in other
