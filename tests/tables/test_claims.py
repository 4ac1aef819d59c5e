"""'I was there too' waits for a yes of the host: until then nobody was there, and nothing is seen."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as, sits_too
from tests.tables.test_learning import a_learning_table
from tests.tables.test_stories import TODAY, a_table
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.acts import forget
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine
from vuurtoren.tables import acts, queries
from vuurtoren.tables.models import Claim, Gathering, Present, Table

pytestmark = pytest.mark.django_db


def a_met_table(here: Neighbourhood, someones: int = 3) -> tuple[Person, Table]:
    """Amina's table met today and wrote a sentence down; Noor sat there by name."""
    amina = a_person(here, Role.HOST, called="Amina")
    table = a_table(seen_as(amina), here)
    said = [acts.Said("Wil leren naaien", "table")]
    acts.write_down(seen_as(amina), table, day=TODAY, someones=someones + 1, said=said, at=NOW)
    sits_too(seen_as(a_person(here, called="Noor")), table, day=TODAY)
    return amina, table


def claimed(here: Neighbourhood, table: Table, called: str = "Truus") -> tuple[Person, Claim]:
    truus = a_person(here, called=called)
    acts.was_there(seen_as(truus), table, day=TODAY, at=NOW)
    return truus, Claim.objects.get(person=truus)


def nothing_seen_by(viewer: Viewer, here: Neighbourhood, table: Table) -> bool:
    """Of who was there, what was said, whom one sat with, and what the table learns."""
    return not any((
        queries.met_at(viewer, table, NOW),
        queries.met_lately(viewer, here, TODAY),
        queries.whom_i_sat_with(viewer, here, TODAY),
        queries.how_many_i_know(viewer, here),
        queries.tables_near_me(viewer, here, TODAY),
        queries.rounds_of(viewer, table),
        queries.to_look_again(viewer, here, TODAY + timedelta(days=400)),
    ))  # fmt: skip


def test_who_says_to_have_been_there_sees_nothing_until_the_host_says_yes() -> None:
    here = a_neighbourhood()
    amina, table = a_met_table(here)
    truus, claim = claimed(here, table)
    host, guest = seen_as(amina), seen_as(truus)
    assert nothing_seen_by(guest, here, table)
    assert truus.key not in queries.whom_i_sat_with(host, here, TODAY)
    assert truus not in queries.whom_i_may_name(host, table, TODAY)
    (before,) = queries.met_at(host, table, NOW)
    assert (before.names, before.someones) == (("Amina", "Noor"), 3)
    assert queries.my_claims(guest, table) == [TODAY]
    assert queries.open_to_me(guest, table, TODAY) == []
    assert queries.what_waits(host, here, TODAY).claims
    (asked,) = queries.claims_asked_of_me(host, here)
    assert (asked.called, asked.day) == ("Truus", TODAY)
    acts.answer_claim(host, claim, yes=True, at=NOW)
    (mine,) = queries.met_at(guest, table, NOW)
    assert (mine.names, mine.someones, mine.total) == (("Amina", "Noor", "Truus"), 2, 5)
    assert [one.words for one in mine.matters] == ["Wil leren naaien"]
    assert {one.called for one in queries.met_lately(guest, here, TODAY)} == {"Amina", "Noor"}
    assert not Claim.objects.exists()


def test_a_no_or_four_weeks_of_silence_leaves_nothing_and_blames_nobody() -> None:
    here = a_neighbourhood()
    amina, table = a_met_table(here)
    truus, claim = claimed(here, table)
    acts.answer_claim(seen_as(amina), claim, yes=False, at=NOW)
    with pytest.raises(Refused, match=r"tables\.answered_already"):
        acts.answer_claim(seen_as(amina), claim, yes=True, at=NOW)
    joris, _ = claimed(here, table, "Joris")
    assert acts.end_claims(machine(), here, at=NOW + timedelta(days=27)) == ()
    assert len(acts.end_claims(machine(), here, at=NOW + timedelta(days=29))) == 1
    for one in (truus, joris):
        assert queries.my_claims(seen_as(one), table) == []
        assert nothing_seen_by(seen_as(one), here, table)
    assert Gathering.objects.get().someones == 3
    assert not Claim.objects.exists()
    told = Moment.objects.filter(kind__startswith="tables.claim")
    assert {(one.who, one.about, one.place) for one in told} == {(None, None, None)}


def test_nobody_but_the_host_or_who_wrote_it_down_believes_somebody() -> None:
    here = a_neighbourhood()
    _, table = a_met_table(here)
    truus, claim = claimed(here, table)
    noor = Person.objects.get(called="Noor")
    another = a_person(here, Role.HOST)
    for one in (truus, noor, another, a_worker(here)):
        assert queries.claims_asked_of_me(seen_as(one), here) == []
        assert queries.claim_called(seen_as(one), here, claim.public_id) is None
        with pytest.raises(Refused, match=r"power\."):
            acts.answer_claim(seen_as(one), claim, yes=True, at=NOW)
    Table.objects.update(host=truus)  # hosts it now, and believes nobody's word about oneself
    assert queries.claims_asked_of_me(seen_as(truus), here) == []
    with pytest.raises(Refused, match=r"power\."):
        acts.answer_claim(seen_as(truus), claim, yes=True, at=NOW)


def test_whoever_hosts_a_table_after_somebody_does_not_read_who_sat_there_before() -> None:
    here = a_neighbourhood()
    amina, table = a_met_table(here)
    another = a_person(here, Role.HOST)
    Table.objects.update(host=another)
    assert queries.met_at(seen_as(another), table, NOW) == []
    assert list(queries.whom_i_may_name(seen_as(another), table, TODAY)) == []
    assert queries.whom_i_sat_with(seen_as(another), here, TODAY) == frozenset()
    assert queries.met_at(seen_as(amina), table, NOW)[0].names == ("Amina", "Noor")


def test_more_people_than_were_counted_cannot_have_been_there() -> None:
    here = a_neighbourhood()
    amina, table = a_met_table(here, someones=1)
    (_, first), (_, second) = claimed(here, table, "Truus"), claimed(here, table, "Joris")
    acts.answer_claim(seen_as(amina), first, yes=True, at=NOW)
    with pytest.raises(Refused, match=r"tables\.no_someone_left"):
        acts.answer_claim(seen_as(amina), second, yes=True, at=NOW)
    with pytest.raises(Refused, match=r"tables\.no_someone_left"):
        claimed(here, table, "Mei")
    Gathering.objects.update(someones=1)
    with pytest.raises(Refused, match=r"tables\.waits_already"):
        acts.was_there(seen_as(second.person), table, day=TODAY, at=NOW)


def test_what_a_closed_learning_table_learns_is_not_read_before_the_yes() -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))
    table = a_learning_table(host, here)
    acts.write_down(host, table, day=TODAY, someones=3, at=NOW)
    truus, claim = claimed(here, table)
    assert nothing_seen_by(seen_as(truus), here, table)
    acts.answer_claim(host, claim, yes=True, at=NOW)
    assert len(queries.rounds_of(seen_as(truus), table)) == 1


def test_a_worker_reads_no_names_also_where_they_really_sat() -> None:
    here = a_neighbourhood()
    _, table = a_met_table(here)
    worker = a_worker(here)
    sits_too(seen_as(worker), table, day=TODAY)
    beside = Present.objects.get(person__called="Noor")
    assert queries.met_at(seen_as(worker), table, NOW) == []
    assert queries.met_lately(seen_as(worker), here, TODAY) == []
    assert queries.met_with_me(seen_as(worker), here, beside.public_id) is None
    assert queries.whom_i_sat_with(seen_as(worker), here, TODAY) == frozenset()
    assert queries.how_many_i_know(seen_as(worker), here) == 2, "a number, never who"


def test_who_is_forgotten_says_nothing_any_more() -> None:
    here = a_neighbourhood()
    _, table = a_met_table(here)
    truus, _ = claimed(here, table)
    assert queries.own_claims_export(seen_as(truus))
    forget(seen_as(truus), truus, here, at=NOW)
    assert not Claim.objects.exists()


def test_the_host_is_asked_on_today_and_answers_with_one_tap() -> None:
    here = a_neighbourhood()
    amina, table = a_met_table(here)
    truus, claim = claimed(here, table)
    assert amina.account is not None
    assert truus.account is not None
    guest, host = Client(), Client()
    guest.force_login(truus.account)
    host.force_login(amina.account)
    page = f"/{here.slug}/table/{table.public_id}/"
    shown = guest.get(page).content.decode()
    assert "wacht op een ja" in shown
    assert "Noor" not in shown
    assert "Wil leren naaien" not in shown
    for one in (f"/{here.slug}/", page):
        assert "Was Truus er ook?" in host.get(one).content.decode()
    given = {"key": "a" * 32, "answer": "yes", "table": table.public_id}
    answer = host.post(f"/{here.slug}/claim/{claim.public_id}/", given)
    assert answer["Location"] == page
    shown = guest.get(page).content.decode()
    assert "Noor" in shown
    assert "wacht op een ja" not in shown
