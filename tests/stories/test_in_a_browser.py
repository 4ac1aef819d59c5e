"""Stories from first page to journal, in Chromium, on a phone and on a desk."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.stories.browser import CHROMIUM, House, come_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE, DESK = {"width": 320, "height": 700}, {"width": 1280, "height": 900}


def a_street(page: Page, house: House, words: str) -> str:
    """The address of a street found by searching."""
    page.goto(f"{house.base}/lichthaven/streets/?q={words}")
    return house.base + str(page.get_attribute("table tbody th a", "href"))


@pytest.mark.parametrize("script", [True, False])
def test_somebody_joins_in_logs_a_round_and_gives_back(house: House, browser: Browser, script: bool) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="nl-NL")
    page = come_in(house, context, "Sem")
    street = a_street(page, house, "Touwslagerslaan")
    page.goto(street)
    page.click("text=Ik doe mee")
    page.click("main form.vt-form button[type=submit], main form button:has-text('Ik doe mee')")
    page.wait_for_url("**/next/")
    page.click("main a:has-text('Ik heb geprikt')")
    page.click("main button:has-text('Opschrijven')")
    page.wait_for_url(street)
    assert "Dank je wel" in page.inner_text("body")
    page.click("main a:has-text('Ik geef het terug')")
    page.click("main button:has-text('Ja, ik geef het terug')")
    page.wait_for_url(street)
    assert "Ik doe mee" in page.inner_text("main")
    page.goto(f"{house.base}/lichthaven/journal/?verify=1")
    assert "Het dagboek is heel" in page.inner_text("main")
    context.close()


def test_the_map_draws_without_a_complaint(house: House, browser: Browser, tmp_path: Path) -> None:
    context = browser.new_context(viewport=DESK, locale="nl-NL")
    page, complaints = context.new_page(), []
    page.on("console", lambda said: complaints.append(said.text) if said.type == "error" else None)
    page.goto(f"{house.base}/lichthaven/map/")
    page.wait_for_selector("canvas.maplibregl-canvas")
    page.screenshot(path=str(tmp_path / "map.png"))
    assert not complaints
    context.close()


@pytest.mark.parametrize(("size", "least"), [(PHONE, 5), (DESK, 12)])
def test_the_map_names_streets_once_where_there_is_room(
    house: House, browser: Browser, size: dict[str, int], least: int
) -> None:
    context = browser.new_context(viewport=size, locale="nl-NL", reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{house.base}/lichthaven/map/")
    names = names_on_the_map(page)
    assert len(names) >= least, names
    assert len(names) == len(set(names)), names
    page.evaluate("document.querySelector('vt-map').map.jumpTo({zoom: 17})")
    page.wait_for_timeout(1000)
    near = names_on_the_map(page)
    assert len(near) == len(set(near)), near
    context.close()


def test_the_plan_on_the_map_stands_among_the_other_streets(house: House, browser: Browser) -> None:
    context = browser.new_context(viewport=DESK, locale="nl-NL", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{house.base}/lichthaven/plan/")
    planned = set(page.locator(".vt-plan h3 a").all_inner_texts())
    names = names_on_the_map(page)
    numbered = {one.split(". ", 1)[1] for one in names if one[0].isdigit()}
    assert numbered
    assert numbered <= planned
    assert {one for one in names if not one[0].isdigit()} - planned
    context.close()


def names_on_the_map(page: Page) -> list[str]:
    """What can be read on the map now."""
    page.wait_for_selector("vt-map[data-ready]")
    seen = "document.querySelector('vt-map').map.queryRenderedFeatures({layers: ['names']})"
    return list(page.evaluate(f"{seen}.map((one) => one.properties.words)"))


def test_a_first_page_is_light(house: House, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, locale="nl-NL")
    page, sizes = context.new_page(), []
    page.on("requestfinished", lambda one: sizes.append(one.sizes()["responseBodySize"]))
    page.goto(f"{house.base}/lichthaven/")
    page.wait_for_load_state("networkidle")
    assert 1000 < sum(sizes) < 150_000, sum(sizes)
    context.close()
