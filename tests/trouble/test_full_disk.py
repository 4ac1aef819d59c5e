"""A full disk: one clear sentence, nothing half written, and once there is room again the same form is done once."""

import os
import resource
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from tests.care.makers import LATER
from tests.cluster import programs
from tests.makers import a_neighbourhood, a_person, a_place, seen_as
from tests.soak import Neighbour
from tests.stories.browser import House
from tests.trouble.killing import difference, journal_is_whole, standing
from vuurtoren.care.models import Round
from vuurtoren.people import acts as people

SENTENCES = {
    "nl": "De schijf waarop dit huis alles bewaart is vol",
    "en": "The disk on which this house keeps",
}
MOST = 2000
"""Rounds until a disk is full, at most."""
IN_A_ROW = 20
"""So many refused one after another, and it is full for whatever comes."""
SMALL = "8m"
ROOM_LEFT = 65_536
"""Bytes, for the neighbourhood to begin with."""

sqlite_only = pytest.mark.skipif(connection.vendor != "sqlite", reason="for SQLite")
postgres_only = pytest.mark.skipif(connection.vendor != "postgresql", reason="for PostgreSQL")


@contextmanager
def no_more_pages() -> Iterator[Callable[[], None]]:
    """SQLite may not make its file larger. What is yielded gives it room again."""
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count={pages}")

    def room() -> None:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA max_page_count=1073741823")

    try:
        yield room
    finally:
        room()


@contextmanager
def a_full_file_system(folder: Path) -> Iterator[Callable[[], None]]:
    """The journal of PostgreSQL on a file system of its own that something else has filled up."""
    folder.chmod(0o755)
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={SMALL}", "none", str(folder)], check=False, capture_output=True
    )
    if mounted.returncode:
        pytest.skip("this machine may not mount a small file system")
    try:
        shutil.chown(folder, "postgres", "postgres")
        _tell(
            f"CREATE TABLESPACE small LOCATION '{folder}'", "ALTER TABLE journal_moment SET TABLESPACE small"
        )
        filler = folder / "filler"
        subprocess.run(["dd", "if=/dev/zero", f"of={filler}", "bs=4k"], check=False, capture_output=True)
        os.truncate(filler, filler.stat().st_size - ROOM_LEFT)
        try:
            yield partial(filler.unlink, missing_ok=True)
        finally:
            filler.unlink(missing_ok=True)
            _tell(
                "ALTER TABLE journal_moment SET TABLESPACE pg_default", "CHECKPOINT", "DROP TABLESPACE small"
            )
    finally:
        subprocess.run(["umount", str(folder)], check=False)


def fills_up_and_goes_on(room: Callable[[], None]) -> None:
    """Log rounds until there is no room; look at what is said and what is kept; make room; send the same again."""
    here = a_neighbourhood()
    place = a_place(here)
    address = f"/{here.slug}/street/{place.public_id}/round/"
    client, english = (Client(raise_request_exception=False) for _ in SENTENCES)
    for browser, language in ((client, "nl"), (english, "en")):
        person = a_person(here)
        people.change_self(
            seen_as(person), person, here, called="Buur", language=language, home=None, at=LATER
        )
        assert person.account
        browser.force_login(person.account)
    sent, kept, refused, number = {"minutes": 5, "bags": 0}, 0, 0, 0
    while refused < IN_A_ROW:  # one row may still fit where another does not
        number += 1
        assert number < MOST
        done = client.post(address, {**sent, "key": f"k{number}"}).status_code == 302
        kept, refused = kept + done, 0 if done else refused + 1
    before = standing()
    for browser, sentence in zip((client, english), SENTENCES, strict=True):
        answer = browser.post(address, {**sent, "key": f"k{number}"})
        assert answer.status_code == 507
        assert answer.headers["Retry-After"]
        assert sentence in answer.content.decode()
    assert not difference(before, standing())
    assert Round.objects.count() == kept
    assert client.get(f"/{here.slug}/").status_code == 200  # reading goes on
    journal_is_whole()
    room()
    for _ in range(2):
        assert client.post(address, {**sent, "key": f"k{number}"}).status_code == 302
    assert Round.objects.count() == kept + 1
    journal_is_whole()


@sqlite_only
@pytest.mark.django_db(transaction=True)
def test_a_full_disk_under_sqlite() -> None:
    with no_more_pages() as room:
        fills_up_and_goes_on(room)


@postgres_only
@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(os.geteuid() != 0 or programs() is None, reason="mounting a small file system needs root")
def test_a_full_disk_under_postgresql(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = Path("/var/tmp") / f"vuurtoren-small-{os.getpid()}"  # PostgreSQL must be able to reach it
    folder.mkdir()
    try:
        with a_full_file_system(folder) as room:
            fills_up_and_goes_on(room)
    finally:
        folder.rmdir()


@pytest.mark.pure
def test_a_real_server_that_may_write_no_further_says_so_and_goes_on_when_it_may(tmp_path: Path) -> None:
    """The operating system stops the server's files at the size they have, and later lets them grow again."""
    house = House(tmp_path)
    house.run("demo", "--days", "7")
    with house.served():
        neighbour = Neighbour(house, house.link("Amina"), [], only_rounds=True)
        page = neighbour.web.open(f"{house.base}/lichthaven/streets/?q=Touwslagerslaan").read().decode()
        street = page.split("/street/")[1].split("/")[0]
        address = f"{house.base}/lichthaven/street/{street}/round/"
        numbers = count()

        def log() -> int:
            return neighbour._try(address, {"minutes": "1", "bags": "0", "key": f"k{next(numbers)}"})

        assert log() == 302
        server = _server_of(house)
        size = (tmp_path / "vuurtoren.sqlite3-wal").stat().st_size
        for pid in server:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
        for _ in range(MOST):
            if log() != 302:
                break
        assert neighbour.answers[507] > 0
        assert neighbour.answers[500] == 0
        for pid in server:
            resource.prlimit(pid, resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        assert log() == 302
    assert '"whole": true' in house.run("journal", "verify", "--json")


def _server_of(house: House) -> list[int]:
    """The server's own processes, found by the port they were told."""
    mine = []
    for one in Path("/proc").glob("[0-9]*"):
        try:
            command = (one / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"granian" in command and str(house.port).encode() in command:
            mine.append(int(one.name))
    return mine


def _tell(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)
