"""What all tests share: words that never fail silently, and a journal that a test database may empty."""

import os
from pathlib import Path
from tempfile import mkdtemp

import pytest

os.environ.setdefault("VUURTOREN_DATA", mkdtemp(prefix="vuurtoren-test-"))
os.environ.setdefault("VUURTOREN_SECRET_KEY", "only-for-tests")

LONGEST = ("test_every_page.py", "test_killed.py")
SHARED_DATA = Path(__file__).parents[2] / "shared" / "data"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes longest comes first, so that two processes are done at about the same time; and beside the first story in
    a browser something else, since all of those wait until the demo is filled."""
    items.sort(key=_turn)


def _turn(item: pytest.Item) -> int:
    if item.path.name in LONGEST:
        return LONGEST.index(item.path.name)
    return len(LONGEST) + (item.get_closest_marker("browser") is None)


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real data beside the checkout; tests that need it skip where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the real data of ../shared/data is not here")
    return SHARED_DATA


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest) -> None:
    """The test database keeps the settings of the house; on SQLite it is a real file, so that threads really meet, and on
    PostgreSQL each worker has its own."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        file = Path(mkdtemp(prefix="vuurtoren-test-")) / "test.sqlite3"
        database.setdefault("TEST", {})["NAME"] = str(file)
    else:
        request.getfixturevalue("django_db_modify_db_settings_parallel_suffix")


@pytest.fixture(scope="session", autouse=True)
def _a_test_database_may_be_emptied(request: pytest.FixtureRequest) -> None:
    """Between tests with real transactions the tables are emptied; the trigger against that steps aside on SQLite.

    `tests/journal/test_chain.py` puts it back and shows that it holds.
    """
    if any(
        "django_db" in item.keywords or "db" in getattr(item, "fixturenames", ())
        for item in request.session.items
    ):
        request.getfixturevalue("django_db_setup")
        blocker = request.getfixturevalue("django_db_blocker")
        from django.db import connection

        with blocker.unblock(), connection.cursor() as cursor:
            if connection.vendor == "sqlite":
                cursor.execute("DROP TRIGGER IF EXISTS journal_no_delete")
