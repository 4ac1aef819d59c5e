"""What all stories in a browser share: a house of their own for each file, filled once and copied, and one browser."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.sharing import one_at_a_time
from tests.stories.browser import CHROMIUM, FLAGS, House

DAYS = "14"


@pytest.fixture(scope="session", autouse=True)
def _a_click_ends_when_the_page_it_leads_to_stands() -> Iterator[None]:
    """The browser's own click ends as soon as an answer begins, when half of the page may be read as all of it."""
    of_page, of_locator = Page.click, Locator.click

    def click(page: Page, selector: str, **how: Any) -> None:
        of_page(page, selector, **how)
        page.wait_for_load_state()

    def click_it(locator: Locator, **how: Any) -> None:
        of_locator(locator, **how)
        locator.page.wait_for_load_state()

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Page, "click", click)
        patch.setattr(Locator, "click", click_it)
        yield


@pytest.fixture(scope="session")
def filled(for_all: Path) -> Path:
    """A folder with the demo, filled once for all files and all processes that test; to copy, not to use."""
    folder = for_all / "filled"
    with one_at_a_time(for_all / "filled.lock"):
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
