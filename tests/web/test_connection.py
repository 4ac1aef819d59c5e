"""A kept connection to PostgreSQL that the server closed is seen without a question, and made anew."""

import time

import pytest
from django.db import connection

from vuurtoren.config import settings as house

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_line_that_the_server_closed_is_no_line() -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL has a line to lose")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        (number,) = cursor.fetchone()
    assert connection.is_usable()
    other = connection.copy()
    with other.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s)", [number])
    other.close()
    until = time.monotonic() + 10
    while connection.is_usable() and time.monotonic() < until:
        time.sleep(0.01)
    assert not connection.is_usable()
    connection.health_check_enabled, connection.health_check_done = True, False
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        assert cursor.fetchone() == (1,)


@pytest.mark.parametrize("pooler", [False, True])
def test_a_ready_question_is_prepared_once_and_never_where_a_pooler_is_between(pooler: bool) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("only PostgreSQL prepares")
    line = connection.copy()
    line.settings_dict["DISABLE_SERVER_SIDE_CURSORS"] = pooler
    for number in (1, 2):
        with line.ready_cursor() as cursor:  # type: ignore[attr-defined]
            cursor.execute("SELECT %s + 1", [number])
            assert cursor.fetchone() == (number + 1,)
    with line.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements")
        assert cursor.fetchone() == (0 if pooler else 1,)
    line.close()


@pytest.mark.parametrize(("behind", "pooler"), [("", False), ("?pooler=no", False), ("?pooler=yes", True)])
def test_the_address_of_the_database_tells_of_a_pooler(
    monkeypatch: pytest.MonkeyPatch, behind: str, pooler: bool
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"postgres://amina@127.0.0.1/wijk{behind}")
    found = house._database()
    assert found["DISABLE_SERVER_SIDE_CURSORS"] is pooler
    assert not found.get("OPTIONS")
