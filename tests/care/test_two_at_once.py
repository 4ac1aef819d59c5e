"""Two people at the same moment, in two threads, against a database with real transactions."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier
from typing import Any
from uuid import uuid4

import pytest
from django.db import connection

from tests.care.makers import LATER, a_carrier, a_challenge, an_offer, days, says_no, step_at, task_of
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts
from vuurtoren.care.acts import agreements, parties
from vuurtoren.care.models import Carrying, HandOver, Task
from vuurtoren.care.rules import State
from vuurtoren.journal.acts import once
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.power.queries import machine

pytestmark = [pytest.mark.django_db(transaction=True)]
TIMES = pytest.mark.parametrize("turn", range(3))

Deed = Callable[[], object]


def at_once(*deeds: Deed) -> list[str]:
    """Start all deeds at one signal, each in a thread of its own: 'done' or the code of the refusal."""
    start = Barrier(len(deeds))

    def one(deed: Deed) -> str:
        start.wait(timeout=20)
        try:
            deed()
        except Refused as refused:
            return refused.code
        else:
            return "done"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(deeds)) as pool:
        return list(pool.map(one, deeds))


@TIMES
def test_two_people_take_up_the_same_street_at_once(turn: int) -> None:
    here = a_neighbourhood()
    people = [seen_as(a_person(here)) for _ in range(4)]
    place = a_place(here)
    said = at_once(*(partial(acts.join, by, place, at=LATER) for by in people))
    assert said == ["done"] * 4
    assert Task.objects.filter(place=place).count() == 1
    assert Carrying.objects.filter(task__place=place, until=None).count() == 4
    assert step_at(place) == 3
    assert verify_book(here.key).broken is None


@TIMES
def test_one_person_taps_twice_and_carries_once(turn: int) -> None:
    here = a_neighbourhood()
    by = seen_as(a_person(here))
    place = a_place(here)
    said = at_once(*(lambda: acts.join(by, place, at=LATER) for _ in range(3)))
    assert sorted(said) == ["care.already_yours", "care.already_yours", "done"]


@TIMES
def test_a_form_sent_twice_at_once_is_one_deed(turn: int) -> None:
    here = a_neighbourhood()
    by = seen_as(a_person(here))
    place, key = a_place(here), uuid4().hex
    deed = partial(once, key, by.person, lambda: acts.join(by, place, at=LATER))
    assert at_once(deed, deed) == ["done", "done"]
    assert Moment.objects.filter(place=place.key, kind="care.joined").count() == 1


@TIMES
def test_a_yes_and_the_night_at_once_end_in_one_of_the_two(turn: int) -> None:
    here = a_neighbourhood()
    city = seen_as(a_worker(here))
    place = a_place(here)
    by = a_carrier(a_person(here), place)
    asked = an_offer(city, place)
    said = at_once(
        lambda: acts.answer(by, asked, yes=True, at=days(28)),
        lambda: acts.pass_time(machine(), here, at=days(29)),
    )
    asked.refresh_from_db()
    kinds = set(Moment.objects.filter(about=asked.key).values_list("kind", flat=True))
    if asked.state == "overlap":
        assert said == ["done", "done"]
        assert kinds == {"care.offered", "care.agreed"}
    else:
        assert said == ["care.hand_over_moved_on", "done"]
        assert (asked.state, kinds) == ("lapsed", {"care.offered", "care.lapsed"})
    assert verify_book(here.key).broken is None


@TIMES
def test_two_workers_answer_at_once_and_one_answer_stands(turn: int) -> None:
    here = a_neighbourhood()
    first, second = (seen_as(a_worker(here)) for _ in range(2))
    place = a_place(here)
    asked = a_challenge(a_carrier(a_person(here), place), place)
    said = at_once(
        lambda: acts.answer(first, asked, yes=True, at=days(1)),
        lambda: says_no(second, asked, days(1)),
    )
    assert sorted(said) == ["care.hand_over_moved_on", "done"]
    asked.refresh_from_db()
    assert asked.state == ("overlap" if said[0] == "done" else "declined")


@TIMES
def test_giving_back_and_the_night_at_once_never_leave_a_street_to_nobody(turn: int) -> None:
    here = a_neighbourhood()
    city = seen_as(a_worker(here))
    place = a_place(here)
    by = a_carrier(a_person(here), place)
    asked = a_challenge(by, place)
    acts.answer(city, asked, yes=True, at=days(1))
    said = at_once(
        lambda: acts.give_back(by, task_of(place), at=days(15)),
        lambda: acts.pass_time(machine(), here, at=days(15)),
    )
    assert said == ["done", "done"]
    assert step_at(place) == 1
    assert not HandOver.objects.filter(task__place=place, state__in=["asked", "overlap", "carried"]).exists()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time, lock or no lock")
def test_without_the_lock_both_answers_would_stand(monkeypatch: pytest.MonkeyPatch) -> None:
    here = a_neighbourhood()
    first, second = (seen_as(a_worker(here)) for _ in range(2))
    place = a_place(here)
    asked = a_challenge(a_carrier(a_person(here), place), place)
    both_have_read, next_state = Barrier(2), agreements.next_state

    def read_then_wait(*what: Any) -> State:
        becomes = next_state(*what)
        both_have_read.wait(timeout=20)
        return becomes

    monkeypatch.setattr(
        parties, "locked", lambda pk: Task.objects.select_related("place__neighbourhood").get(pk=pk)
    )
    monkeypatch.setattr(agreements, "next_state", read_then_wait)
    said = at_once(
        lambda: acts.answer(first, asked, yes=True, at=days(1)),
        lambda: says_no(second, asked, days(1)),
    )
    assert said == ["done", "done"]
