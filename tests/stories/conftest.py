"""What all stories in a browser share: a house of their own for each file, filled once and copied, and one browser."""

import fcntl
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.stories.browser import CHROMIUM, FLAGS, House

DAYS = "14"


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder with the demo, filled once for all files and all processes that test; to copy, not to use."""
    mine = tmp_path_factory.getbasetemp()
    folder = (mine if worker_id == "master" else mine.parent) / "filled"
    with (folder.parent / "filled.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not (folder / "done").exists():
            folder.mkdir()
            House(folder).run("demo", "--days", DAYS)
            (folder / "done").touch()
    return folder


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory, filled: Path) -> Iterator[House]:
    """The demo, served for all stories of one file."""
    mine = tmp_path_factory.mktemp("house")
    shutil.copytree(filled, mine, dirs_exist_ok=True)
    one = House(mine)
    with one.served():
        yield one


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium."""
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield opened
        opened.close()
