"""What somebody waited for is read as the one before them left it, and so is what it points to."""

from collections.abc import Callable
from threading import Event, Thread
from time import monotonic, sleep

import pytest
from django.db import connection, transaction

from tests.care.makers import LATER, days
from tests.makers import a_neighbourhood, a_worker, seen_as
from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.stay import acts as stay
from vuurtoren.stay.models import Promise

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite lets one write at a time"),
]
WAITING = "SELECT count(*) FROM pg_locks WHERE NOT granted AND pg_backend_pid() = ANY (pg_blocking_pids(pid))"
"""Who waits for this connection."""


def read_after_waiting(change: Callable[[], object], read: Callable[[], object]) -> object:
    """What `read` finds when it had to wait for the lock of somebody who meanwhile did `change`."""
    found: list[object] = []
    began = Event()

    def second() -> None:
        began.set()
        try:
            with transaction.atomic():
                found.append(read())
        finally:
            connection.close()

    waiting = Thread(target=second)
    with transaction.atomic():
        change()
        waiting.start()
        assert began.wait(20)
        assert _somebody_waits()
    waiting.join(20)
    return found[0]


def _somebody_waits() -> bool:
    end = monotonic() + 20
    while monotonic() < end:
        with connection.cursor() as cursor:
            cursor.execute(WAITING)
            if cursor.fetchone()[0]:
                return True
        sleep(0.01)
    return False


def a_promise_passed_on() -> tuple[Promise, Callable[[], object]]:
    """A promise, and how it becomes a colleague's."""
    here = a_neighbourhood()
    owner, colleague = a_worker(here), a_worker(here)
    by = seen_as(owner)
    stay.make_promise(by, here, words="Een lamp", due=days(9).date(), to_all=True, at=LATER)
    promise = Promise.objects.get()
    stay.ask_over(by, promise, work=colleague.work.get(), at=LATER)
    return promise, lambda: stay.answer_promise(seen_as(colleague), promise, yes=True, at=days(1))


def test_a_promise_that_is_passed_on_meanwhile_has_its_new_owner() -> None:
    promise, passes_on = a_promise_passed_on()
    rows = Promise.objects.select_related("owner", "asked_of")
    seen = read_after_waiting(passes_on, lambda: alone(rows, promise.pk))
    assert isinstance(seen, Promise)
    assert (seen.owner, seen.asked_of) == (Promise.objects.get().owner, None)
    assert seen.owner != promise.owner


def test_and_so_it_has_among_many() -> None:
    _, passes_on = a_promise_passed_on()
    seen = read_after_waiting(passes_on, lambda: all_alone(Promise.objects.select_related("owner")))
    assert isinstance(seen, list)
    assert [one.owner for one in seen] == [Promise.objects.get().owner]


def test_what_is_not_so_any_more_is_not_found() -> None:
    promise, passes_on = a_promise_passed_on()
    for some in (Promise.objects.filter(owner=promise.owner), Promise.objects.exclude(asked_of=None)):
        seen = read_after_waiting(passes_on, lambda rows=some: alone(rows, promise.pk))  # type: ignore[misc]
        assert seen is None
        Promise.objects.update(owner=promise.owner, asked_of=Promise.objects.get().owner)


def test_read_in_one_go_it_would_be_nobodys() -> None:
    """Why this file is there: the owner of before the wait is not the owner of now, and then there is none."""
    promise, passes_on = a_promise_passed_on()
    rows = Promise.objects.select_for_update(of=("self",)).select_related("owner")
    seen = read_after_waiting(passes_on, lambda: rows.get(pk=promise.pk))
    assert isinstance(seen, Promise)
    assert seen.owner is None
    assert seen.owner_id is not None
