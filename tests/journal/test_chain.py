"""The journal only grows, and its chain tells when somebody touched it."""

from datetime import timedelta
from functools import partial
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person
from vuurtoren.journal.acts import KEYS_LAST, forget_keys, once, open_book, record
from vuurtoren.journal.models import Moment, Sent
from vuurtoren.journal.moments import Kind
from vuurtoren.journal.queries import verify_book
from vuurtoren.journal.rules import START, Sealed, verify
from vuurtoren.language import Refused

TOUCHED = Kind("test.touched", {"minutes": int, "step": ("one", "two")})


def a_chain(length: int) -> list[Sealed]:
    book, previous, rows = uuid4(), START, []
    for number in range(1, length + 1):
        row = Sealed(book, number, "test.touched", None, None, None, {"minutes": number}, NOW, previous)
        row = Sealed(**{**row.__dict__, "hash": row.seal()})
        previous = row.hash
        rows.append(row)
    return rows


@given(st.integers(1, 30), st.data())
def test_a_changed_row_is_named(length: int, data: st.DataObject) -> None:
    rows = a_chain(length)
    at = data.draw(st.integers(0, length - 1))
    rows[at] = Sealed(**{**rows[at].__dict__, "what": {"minutes": -1}})
    assert verify(rows, length, rows[-1].hash).broken == at + 1


@given(st.integers(2, 30), st.data())
def test_a_removed_row_is_named_wherever_it_was(length: int, data: st.DataObject) -> None:
    rows = a_chain(length)
    at = data.draw(st.integers(0, length - 1))
    gone = rows[:at] + rows[at + 1 :]
    assert verify(gone, length, rows[-1].hash).broken == at + 1


def test_a_whole_chain_verifies() -> None:
    rows = a_chain(12)
    verdict = verify(rows, 12, rows[-1].hash)
    assert (verdict.broken, verdict.moments) == (None, 12)


@pytest.mark.django_db
def test_moments_follow_each_other_and_verify() -> None:
    here = a_neighbourhood()
    with transaction.atomic():
        for minutes in (5, 10):
            record(TOUCHED, neighbourhood=here.key, at=NOW, who=None, minutes=minutes, step="one")
    numbers = list(
        Moment.objects.filter(book__key=here.key).order_by("number").values_list("number", flat=True)
    )
    assert numbers == [1, 2, 3]
    assert verify_book(here.key).broken is None


@pytest.mark.django_db
def test_the_database_refuses_a_changed_moment() -> None:
    here = a_neighbourhood()
    with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
        Moment.objects.filter(book__key=here.key).update(kind="test.other")
    assert verify_book(here.key).broken is None


@pytest.mark.django_db
def test_the_database_refuses_a_removed_moment() -> None:
    from vuurtoren.journal.triggers import raise_triggers

    here = a_neighbourhood()
    with connection.schema_editor() if connection.vendor != "sqlite" else _plain() as editor:
        raise_triggers(None, editor)
    try:
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            Moment.objects.filter(book__key=here.key)._raw_delete("default")
    finally:
        if connection.vendor == "sqlite":
            connection.cursor().execute("DROP TRIGGER IF EXISTS journal_no_delete")


@pytest.mark.django_db
@pytest.mark.parametrize("words", ["mijn buurman Jan", "one ", ""])
def test_free_words_do_not_go_into_a_moment(words: str) -> None:
    here = a_neighbourhood()
    with pytest.raises(ValueError), transaction.atomic():
        record(TOUCHED, neighbourhood=here.key, at=NOW, who=None, step=words)
    with pytest.raises(ValueError), transaction.atomic():
        record(TOUCHED, neighbourhood=here.key, at=NOW, who=None, note=words)


@pytest.mark.django_db
def test_a_form_sent_twice_is_one_deed() -> None:
    here, done = a_neighbourhood(), []

    def deed() -> Moment:
        done.append(1)
        return record(TOUCHED, neighbourhood=here.key, at=NOW, who=None, minutes=1)

    first, second = once("abc", None, deed), once("abc", None, deed)
    assert first == second
    assert done == [1]


@pytest.mark.django_db
def test_a_form_of_somebody_else_is_not_a_key() -> None:
    here = a_neighbourhood()
    person = a_person(here)
    once("abc", person.key, lambda: open_book(here.key, NOW))
    with pytest.raises(Refused, match="sent_by_another"):
        once("abc", None, lambda: open_book(here.key, NOW))


@pytest.mark.django_db
def test_a_deed_that_is_refused_may_be_sent_again_with_the_same_key() -> None:
    def no() -> Moment:
        raise Refused("test.no")

    with pytest.raises(Refused):
        once("abc", None, no)
    assert not Sent.objects.filter(key="abc").exists()


@pytest.mark.django_db
def test_forms_of_long_ago_are_let_go_and_the_journal_keeps_what_came_of_them() -> None:
    here, now = a_neighbourhood(), timezone.now()
    deed = partial(record, TOUCHED, neighbourhood=here.key, at=NOW, who=None, minutes=1)
    first = once("old", None, deed)
    Sent.objects.filter(key="old").update(at=now - KEYS_LAST - timedelta(minutes=1))
    once("new", None, deed)
    assert forget_keys(now) == 1
    assert once("new", None, deed) == Moment.objects.latest("pk")
    assert set(Sent.objects.values_list("key", flat=True)) == {"new"}
    assert Moment.objects.filter(pk=first.pk).exists()
    assert verify_book(here.key).broken is None


class _plain:
    """An editor for SQLite inside a test's transaction, where Django's own refuses to work."""

    connection = connection

    def execute(self, statement: str) -> None:
        connection.cursor().execute(statement)

    def __enter__(self) -> "_plain":
        return self

    def __exit__(self, *rest: object) -> None:
        return None
