"""A table is no property: it goes on with somebody who sat at it, and stops where nobody looks after it."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as, sits_too
from tests.tables.test_learning import SOON, a_learning_table
from tests.tables.test_pages import words_of
from tests.tables.test_stories import TODAY, WEEKLY, a_table
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.acts import forget
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, visitor
from vuurtoren.tables import acts, queries
from vuurtoren.tables.models import LearningRound, Table
from vuurtoren.tables.rules import WITHOUT_HOST_FOR

pytestmark = pytest.mark.django_db


def three_at_a_table() -> tuple[Neighbourhood, Person, Person, Table]:
    """Amina's table, where Noor sat by name and somebody without one."""
    here = a_neighbourhood()
    amina, noor = a_person(here, Role.HOST, called="Amina"), a_person(here, called="Noor")
    table = a_table(seen_as(amina), here)
    acts.write_down(seen_as(amina), table, day=TODAY, someones=2, at=NOW)
    sits_too(seen_as(noor), table, day=TODAY)
    return here, amina, noor, table


def without_amina() -> tuple[Neighbourhood, Person, Table]:
    here, amina, noor, table = three_at_a_table()
    forget(seen_as(amina), amina, here, at=NOW)
    return here, noor, Table.objects.get(pk=table.pk)


def test_a_table_is_handed_on_by_an_offer_and_one_yes() -> None:
    here, amina, noor, table = three_at_a_table()
    host, guest = seen_as(amina), seen_as(noor)
    assert list(queries.whom_i_may_offer(host, table, NOW)) == [noor]
    with pytest.raises(Refused, match=r"tables\.offer_to_who_sat"):
        acts.offer_table(host, table, to=a_person(here), at=NOW)
    acts.offer_table(host, table, to=noor, at=NOW)
    assert queries.i_host(host, table), "silence is no yes"
    assert queries.what_waits(guest, here, TODAY).offered
    assert queries.tables_offered_me(guest, here) == [table]
    with pytest.raises(Refused, match=r"power\."):
        acts.answer_offer(host, table, yes=True, at=NOW)
    acts.answer_offer(guest, table, yes=True, at=NOW)
    assert queries.i_host(guest, table)
    assert not queries.i_host(host, table)
    assert queries.tables_offered_me(guest, here) == []
    with pytest.raises(Refused, match=r"power\."):
        acts.change_table(host, table, place=table.place, when=WEEKLY, at=NOW)
    assert [one.names for one in queries.met_at(guest, table, NOW)] == [("Amina", "Noor")]


def test_a_no_or_silence_leaves_the_table_whose_it_was() -> None:
    here, amina, noor, table = three_at_a_table()
    host, guest = seen_as(amina), seen_as(noor)
    acts.offer_table(host, table, to=noor, at=NOW)
    acts.answer_offer(guest, table, yes=False, at=NOW)
    acts.offer_table(host, table, to=noor, at=NOW)
    assert acts.end_hosting(machine(), here, at=NOW + timedelta(days=27)) == ()
    assert len(acts.end_hosting(machine(), here, at=NOW + timedelta(days=29))) == 1
    with pytest.raises(Refused, match=r"power\."):
        acts.answer_offer(guest, table, yes=True, at=NOW)
    table.refresh_from_db()
    assert (table.host, table.offered_to, table.ended_at) == (amina, None, None)
    said = Moment.objects.filter(kind="tables.offer_answered").latest("pk")
    assert (said.who, said.about) == (None, None)


def test_who_sat_there_by_name_takes_over_a_table_without_a_host() -> None:
    here, noor, table = without_amina()
    stranger, worker = a_person(here), a_worker(here)
    assert queries.has_no_host(visitor(), table, NOW)
    for one in (stranger, worker):
        with pytest.raises(Refused, match=r"power\."):
            acts.take_over(seen_as(one), table, at=NOW)
    acts.take_over(seen_as(noor), table, at=NOW)
    assert not queries.has_no_host(visitor(), table, NOW)
    acts.write_down(seen_as(noor), table, day=TODAY - timedelta(days=7), someones=2, at=NOW)
    with pytest.raises(Refused, match=r"tables\.has_a_host"):
        acts.take_over(seen_as(noor), table, at=NOW)


def test_whose_host_left_the_neighbourhood_is_nobodys_too() -> None:
    _, amina, noor, table = three_at_a_table()
    assert not queries.has_no_host(visitor(), table, NOW)
    with pytest.raises(Refused, match=r"tables\.has_a_host"):
        acts.take_over(seen_as(noor), table, at=NOW)
    RoleHeld.objects.filter(person=amina).update(until=NOW)
    assert queries.has_no_host(visitor(), table, NOW)
    acts.take_over(seen_as(noor), table, at=NOW)
    assert Table.objects.get(pk=table.pk).host == noor


def test_a_connector_lets_a_table_without_a_host_rest_or_end_and_nobody_elses() -> None:
    here, noor, table = without_amina()
    builder, host = seen_as(a_person(here, Role.BUILDER)), seen_as(a_person(here, Role.HOST))
    with pytest.raises(Refused, match=r"power\."):
        acts.end_table(host, table, at=NOW)
    with pytest.raises(Refused, match=r"power\."):
        acts.change_table(builder, table, place=table.place, when=WEEKLY, at=NOW)
    acts.rest(builder, table, until=TODAY + timedelta(days=9), at=NOW)
    acts.end_table(builder, table, at=NOW)
    theirs = a_table(seen_as(noor), here)
    with pytest.raises(Refused, match=r"power\."):
        acts.end_table(builder, theirs, at=NOW)


def test_a_table_that_nobody_hosts_for_four_weeks_stops_by_itself() -> None:
    here, noor, table = without_amina()
    hosted = a_table(seen_as(noor), here)
    over = NOW + WITHOUT_HOST_FOR + timedelta(days=1)
    assert acts.end_hosting(machine(), here, at=NOW) == ()
    assert acts.end_hosting(machine(), here, at=NOW + WITHOUT_HOST_FOR) == ()
    assert [one.kind for one in acts.end_hosting(machine(), here, at=over)] == ["tables.ended"]
    assert acts.end_hosting(machine(), here, at=over) == ()
    assert [one.table for one in queries.tables_of(visitor(), here, TODAY)] == [hosted]
    with pytest.raises(Refused, match=r"tables\.ended"):
        acts.take_over(seen_as(noor), table, at=over)


def test_four_weeks_begin_anew_where_somebody_hosted_it_in_between() -> None:
    here, noor, table = without_amina()
    acts.end_hosting(machine(), here, at=NOW)
    acts.take_over(seen_as(noor), table, at=NOW)
    later = NOW + timedelta(days=20)
    RoleHeld.objects.filter(person=noor).update(until=later)
    acts.end_hosting(machine(), here, at=later)
    assert acts.end_hosting(machine(), here, at=NOW + timedelta(days=29)) == ()
    assert Table.objects.get(pk=table.pk).ended_at is None


def test_words_of_a_learning_table_stay_whose_they_are() -> None:
    here = a_neighbourhood()
    amina, noor = a_person(here), a_person(here)
    table = a_learning_table(seen_as(amina), here)
    acts.write_down(seen_as(amina), table, day=TODAY, someones=2, at=NOW)
    sits_too(seen_as(noor), table, day=TODAY)
    acts.offer_table(seen_as(amina), table, to=noor, at=NOW)
    acts.answer_offer(seen_as(noor), table, yes=True, at=NOW)
    about = {"look_again_on": SOON, "seen_by": "table", "at": NOW}
    with pytest.raises(Refused, match=r"tables\.round_of_another"):
        acts.write_round(seen_as(noor), table, words={"question": "Van mij?"}, **about)  # type: ignore[arg-type]
    acts.next_round(seen_as(noor), table, question="En nu?", **about)  # type: ignore[arg-type]
    forget(seen_as(amina), amina, here, at=NOW)
    assert [one.question for one in LearningRound.objects.all()] == ["En nu?"]


def test_one_tap_on_the_page_makes_a_table_go_on() -> None:
    here, noor, table = without_amina()
    assert noor.account is not None
    page, client, anybody = f"/{here.slug}/table/{table.public_id}/", Client(), Client()
    client.force_login(noor.account)
    assert "Ik word gastvrouw of gastheer van deze tafel" not in anybody.get(page).content.decode()
    told = words_of(client.get(page))  # type: ignore[arg-type]
    assert "Ik word gastvrouw of gastheer van deze tafel" in told
    answer = client.post(f"{page}take-over/", {"key": "c" * 32})
    assert answer["Location"] == page
    told = words_of(client.get(page))  # type: ignore[arg-type]
    assert "Jouw tafel" in told
    assert "Geef de tafel door" in told
    assert "Zo iemand is er nog niet" in client.get(f"{page}hand-on/").content.decode()
