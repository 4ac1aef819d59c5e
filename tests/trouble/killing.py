"""A process that is killed with SIGKILL right before a statement, for every statement of a deed.

The child is a fork of the tests (Django stands already, so it costs some ten milliseconds) with a connection of its own
to the same database. It counts every statement that changes something, BEGIN and savepoints too, the commit, and what
comes right after it. Dying before a statement that only reads leaves the database just as dying before the next one does:
within one transaction nothing was kept yet.
"""

import gc
import itertools
import os
import signal
import traceback
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path
from uuid import UUID, uuid4

from django.apps import apps
from django.db import connection, transaction

from vuurtoren.journal.acts import once
from vuurtoren.journal.models import Moment, Sent
from vuurtoren.journal.queries import books, verify_book

Deed = Callable[[], object]
Standing = dict[str, Counter[str]]
EACH = {"postgresql": 3}
READS = "SELECT"
_beginnings = itertools.count()


def killed_before(number: int, deed: Deed, *, reads: bool = False) -> bool:
    """Do `deed` in a child that dies before its statement `number`, counting with `reads` also those that only read; False
    when it came to its end before that."""
    connection.close()  # no open connection goes along
    gc.freeze()
    child = os.fork()
    if child == 0:
        gc.disable()  # to look at all there is would copy all there is
        _do_and_die(number, deed, reads)
    gc.unfreeze()
    _, status = os.waitpid(child, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return True
    assert os.WEXITSTATUS(status) == 0, "the deed failed by itself"
    return False


def killed_everywhere(who: UUID | None, deed: Callable[[], Moment]) -> int:
    """Kill `deed` before each of its statements: nothing of it is there, or all; then the form, sent again, does it once.

    On PostgreSQL before each third one, beginning with another one for each deed in turn: it takes longer there, and
    every statement has its turn on SQLite. Returns how far it came.
    """
    journal_is_whole()  # and so it is wherever every row stands as it stood
    in_steps_of = EACH.get(connection.vendor, 1)
    key, before, number = uuid4().hex, standing(), next(_beginnings) % in_steps_of
    whole = changed_by(before, lambda: once(key, who, deed))
    lay = as_it_lies()
    while killed_before(number, lambda: once(key, who, deed)):
        if lay is None or as_it_lies() != lay:
            changes = difference(before, standing())
            assert changes in ({}, whole), f"half done at statement {number}: {changes} instead of {whole}"
        number += in_steps_of
    for _ in range(2):
        once(key, who, deed)
        assert difference(before, standing()) == whole, "not exactly once"
    assert Sent.objects.filter(key=key, moment__isnull=False).count() == 1
    journal_is_whole()
    return number


def as_it_lies() -> tuple[bytes, ...] | None:
    """All bytes in the files of SQLite, when nobody has them open: where these are the same, so is every row. Else None."""
    if connection.vendor != "sqlite":
        return None
    connection.close()
    files = (Path(f"{connection.settings_dict['NAME']}{part}") for part in ("", "-wal"))
    return tuple(file.read_bytes() if file.exists() else b"" for file in files)


def changed_by(before: Standing, deed: Deed) -> dict[str, tuple[int, int]]:
    """How many rows come and go with the whole of a deed, tried out and rolled back."""
    with transaction.atomic():
        deed()
        changes = difference(before, standing())
        transaction.set_rollback(True)
    assert changes
    return changes


def standing() -> Standing:
    """Every row of the house, as the database gives it."""
    found = {}
    with connection.cursor() as cursor:
        for label, table in _tables():
            cursor.execute(f"SELECT * FROM {table}")
            found[label] = Counter(map(repr, cursor.fetchall()))
    return found


@cache
def _tables() -> tuple[tuple[str, str], ...]:
    """By the name of each model: its table, as SQL says it."""
    return tuple(
        (model._meta.label, connection.ops.quote_name(model._meta.db_table))
        for app in apps.get_app_configs()
        if app.name.startswith("vuurtoren.")
        for model in app.get_models()
    )


def difference(before: Standing, after: Standing) -> dict[str, tuple[int, int]]:
    """Of each table that changed: how many rows are gone and how many are new. A changed row is both."""
    return {
        table: ((rows - after[table]).total(), (after[table] - rows).total())
        for table, rows in before.items()
        if rows != after[table]
    }


def journal_is_whole() -> None:
    """Every chain verifies."""
    assert all(verify_book(key).broken is None for key in books())


def _do_and_die(number: int, deed: Deed, reads: bool) -> None:
    steps = itertools.count()

    def step() -> None:
        if next(steps) == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def watch(execute: Callable[..., object], sql: object, *what: object) -> object:
        if reads or not str(sql).lstrip("( ").startswith(READS):
            step()
        return execute(sql, *what)

    commit = connection._commit

    def commit_between() -> None:
        step()
        commit()
        step()

    connection._commit = commit_between
    try:
        with connection.execute_wrapper(watch):
            deed()
    except BaseException:
        traceback.print_exc()
        os._exit(1)
    os._exit(0)
