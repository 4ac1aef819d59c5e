"""The pictures of the README and of docs/neighbours, made by the pages themselves; only when asked for."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.stories.browser import CHROMIUM, House, come_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
    pytest.mark.skipif(
        "VUURTOREN_PICTURES" not in os.environ, reason="set VUURTOREN_PICTURES to renew docs/pictures"
    ),
]
FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
PHONE, DESK = {"width": 360, "height": 720}, {"width": 1280, "height": 860}
OF_MY_STREET = ("next", "round", "give-back", "look")
LONG = {"agreed", "city", "me", "look"}
"""Pages of which the picture shows more than one screen of a phone."""


@pytest.mark.parametrize(("language", "name"), [("nl", "Amina"), ("en", "Mei")])
def test_pictures_for_neighbours(house: House, browser: Browser, language: str, name: str) -> None:
    context = browser.new_context(viewport=PHONE, locale=language, reduced_motion="reduce")  # type: ignore[arg-type]
    page = come_in(house, context, name)
    base = f"{house.base}/lichthaven/"
    mine = house.base + str(page.get_attribute(".vt-mine h3 a", "href"))
    page.goto(base + "agreements/")
    agreement = house.base + str(page.get_attribute("main .vt-card h2 a", "href"))
    pages = {one: f"{mine}{one}/" for one in OF_MY_STREET}
    pages |= {"plan": base + "plan/", "city": base + "city/", "agreed": base + "agreed/", "me": base + "me/"}
    pages |= {"enter": base + "who/enter/", "agreement": agreement}
    for one, address in pages.items():
        _picture(page, address, f"{language}-{one}", tall=one in LONG)
    context.close()


def test_pictures_for_the_readme(house: House, browser: Browser) -> None:
    context = browser.new_context(viewport=DESK, locale="nl-NL", reduced_motion="reduce")  # type: ignore[arg-type]
    page = come_in(house, context, "Joris")
    _picture(page, f"{house.base}/lichthaven/map/", "map-desk")
    context.close()


def _picture(page: Page, address: str, name: str, *, tall: bool = False) -> None:
    page.goto(address)
    if page.locator("vt-map").count():
        page.wait_for_selector("canvas.maplibregl-canvas")
        page.wait_for_timeout(2500)
    if tall:
        page.set_viewport_size({**PHONE, "height": 1100})  # type: ignore[arg-type]
    FOLDER.mkdir(exist_ok=True)
    page.screenshot(path=str(FOLDER / f"{name}.png"))
    if tall:
        page.set_viewport_size(PHONE)  # type: ignore[arg-type]
