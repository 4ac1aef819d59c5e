"""What all tests share: words that never fail silently, and a journal that a test database may empty."""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest

from tests.sharing import one_at_a_time

os.environ.setdefault("VUURTOREN_DATA", mkdtemp(prefix="vuurtoren-test-"))
os.environ.setdefault("VUURTOREN_SECRET_KEY", "only-for-tests")

LONGEST = ("test_every_page.py", "test_killed.py", "test_doors.py", "test_bad_forms.py")
ALONE = "master"
"""What the one process is called where no others test beside it."""
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
def for_all(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of one run share."""
    mine = tmp_path_factory.getbasetemp()
    return mine if worker_id == ALONE else mine.parent


@pytest.fixture(scope="session")
def django_db_modify_db_settings(for_all: Path) -> None:
    """The test database keeps the settings of the house; on SQLite it is a real file, so that threads really meet."""
    from django.conf import settings

    database = settings.DATABASES["default"]
    if database["ENGINE"].endswith("sqlite3"):
        database.setdefault("TEST", {})["NAME"] = str(for_all / "test.sqlite3")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None,
    django_db_blocker: Any,
    django_db_modify_db_settings: None,
    for_all: Path,
    worker_id: str,
) -> Iterator[None]:
    """All migrations run once a run; each process that tests has a copy of what they made.

    On PostgreSQL what they made stays as `test_…`; the next run makes it anew.
    """
    from django.conf import settings
    from django.db import connection

    creation, database = connection.creation, settings.DATABASES["default"]
    name = creation._get_test_db_name()
    with django_db_blocker.unblock(), one_at_a_time(for_all / "migrated.lock"):
        if not (for_all / "migrated").exists():
            creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
            (for_all / "migrated").touch()
        connection.close()
        database["NAME"] = connection.settings_dict["NAME"] = name
        if worker_id != ALONE:
            creation.clone_test_db(worker_id, verbosity=0, autoclobber=True)
            own = creation.get_test_db_clone_settings(worker_id)["NAME"]
            database["NAME"] = connection.settings_dict["NAME"] = own
    yield
    with django_db_blocker.unblock():
        creation.destroy_test_db(verbosity=0)


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
