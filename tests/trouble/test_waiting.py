"""Somebody else holds the lock, two wait for each other, the database goes away: the deed is done a moment later, once."""

import sqlite3
from contextlib import suppress
from functools import partial
from threading import Barrier, BrokenBarrierError, Timer
from uuid import uuid4

import pytest
from django.db import OperationalError, connection, connections
from django.test import Client

from tests.care.makers import LATER, task_of
from tests.care.test_two_at_once import at_once
from tests.makers import a_neighbourhood, a_person, a_place, seen_as
from tests.trouble.killing import journal_is_whole
from vuurtoren.care import acts as care
from vuurtoren.care.acts.parties import locked
from vuurtoren.care.models import Round
from vuurtoren.journal.acts import once
from vuurtoren.journal.models import Moment
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place

pytestmark = pytest.mark.django_db(transaction=True)
sqlite_only = pytest.mark.skipif(connection.vendor != "sqlite", reason="for SQLite")
postgres_only = pytest.mark.skipif(connection.vendor != "postgresql", reason="for PostgreSQL")


@sqlite_only
def test_whoever_finds_the_file_locked_waits_and_hears_nothing_of_it() -> None:
    here = a_neighbourhood()
    by, place = seen_as(a_person(here)), a_place(here)
    other = sqlite3.connect(connection.settings_dict["NAME"], check_same_thread=False, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    Timer(0.5, lambda: other.execute("ROLLBACK")).start()
    connection.cursor().execute("PRAGMA busy_timeout = 10")  # so that SQLite itself gives up at once
    try:
        once(uuid4().hex, by.person, lambda: care.log_round(by, place, minutes=5, bags=0, at=LATER))
    finally:
        connection.close()
        other.close()
    assert Round.objects.count() == 1
    journal_is_whole()


@postgres_only
def test_two_deeds_that_wait_for_each_other_are_both_done() -> None:
    here = a_neighbourhood()
    by, other, one, two = *(seen_as(a_person(here)) for _ in range(2)), a_place(here), a_place(here)
    for place in (one, two):
        care.join(by, place, at=LATER)
    met = Barrier(2)

    def crosswise(who: Viewer, first: Place, second: Place) -> Moment:
        """Two streets locked in opposite order by two people; no page does so, since it deadlocks."""
        locked(task_of(first).pk)
        with suppress(BrokenBarrierError):  # the second time there is nobody to meet
            met.wait(timeout=1)
        locked(task_of(second).pk)
        return care.log_round(who, first, minutes=5, bags=0, at=LATER)

    said = at_once(
        partial(once, uuid4().hex, by.person, partial(crosswise, by, one, two)),
        partial(once, uuid4().hex, other.person, partial(crosswise, other, two, one)),
    )
    assert said == ["done", "done"]
    assert Round.objects.count() == 2
    journal_is_whole()


@postgres_only
def test_a_connection_that_is_cut_in_the_middle_of_a_deed_costs_nobody_a_round() -> None:
    here = a_neighbourhood()
    by, place = seen_as(a_person(here)), a_place(here)
    cuts = iter([True])

    def deed() -> Moment:
        told = care.log_round(by, place, minutes=5, bags=0, at=LATER)
        if next(cuts, False):
            _cut(connection.connection.info.backend_pid)
        return told

    once(uuid4().hex, by.person, deed)
    assert Round.objects.count() == 1
    journal_is_whole()


def test_a_database_that_is_away_is_a_page_that_says_come_back(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even the visit can be looked up; the page comes all the same, in the language the browser asks for."""
    here = a_neighbourhood()
    client = Client(raise_request_exception=False)
    monkeypatch.setattr("vuurtoren.web.doors.neighbourhood_called", _away)
    answers = [client.get(f"/{here.slug}/", HTTP_ACCEPT_LANGUAGE=one) for one in ("nl", "en")]
    monkeypatch.setattr("vuurtoren.web.middleware.visit_of", _away)
    answers += [client.get(f"/{here.slug}/", HTTP_ACCEPT_LANGUAGE=one) for one in ("nl", "en")]
    for answer, words in zip(answers, ("Er is niets kwijt", "Nothing is lost") * 2, strict=True):
        assert answer.status_code == 503
        assert words in answer.content.decode()
        assert answer.headers["Retry-After"]


def _away(*what: object) -> None:
    raise OperationalError("connection refused")


def _cut(pid: int) -> None:
    """As if the network, or PostgreSQL, went away for this one connection."""
    other = connections.create_connection("default")
    try:
        with other.cursor() as cursor:
            cursor.execute("SELECT pg_terminate_backend(%s, 2000)", [pid])
    finally:
        other.close()
