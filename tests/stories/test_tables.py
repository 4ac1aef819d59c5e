"""A host logs a coffee table from a phone, and somebody who sat there says yes: from first page to journal."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from tests.stories.browser import CHROMIUM, House, come_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}
MOST_TAPS = 12
WEDNESDAY = 2


class Taps:
    """Counts what a thumb does."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def on(self, what: str) -> None:
        self.page.click(what)
        self.count += 1


@pytest.mark.parametrize("script", [True, False])
def test_a_table_of_six_is_written_down_in_at_most_twelve_taps(
    house: House, browser: Browser, script: bool
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="nl-NL")
    page = come_in(house, context, "Amina")
    page.goto(f"{house.base}/lichthaven/tables/set/")
    page.fill("input[name=time]", "09:30" if script else "16:30")
    page.click("main button:has-text('Zet neer')")
    page.wait_for_url("**/table/*/")
    assert "De koffietafel staat er" in page.inner_text("body")
    page.goto(f"{house.base}/lichthaven/")
    taps = Taps(page)
    taps.on("nav >> text=Koffie")
    taps.on("main h2 a:has-text('Bakenplein')")
    taps.on("main a:has-text('Wie waren er?')")
    if not page.input_value(
        "input[name=day]"
    ):  # all Wednesdays are written down already: this was an extra day
        today = datetime.now(ZoneInfo("Europe/Amsterdam")).date()
        extra = today - timedelta(days=1) if today.weekday() == WEDNESDAY else today
        page.fill("input[name=day]", extra.isoformat())
        taps.count += 2
    for name in ("Wim", "Joris"):
        taps.on(f"label:has-text('{name}')")
    others = page.locator("input[name=someones]")
    if script:
        for _ in range(3):
            taps.on("input[name=someones] ~ button:has-text('+'), .vt-stepper button:last-of-type")
    else:
        others.fill("3")
        taps.count += 2
    assert others.input_value() == "3"
    taps.on("main button:has-text('Schrijf op')")
    page.wait_for_url("**/table/*/")
    assert taps.count <= MOST_TAPS
    story = page.inner_text("main")
    assert "6 mensen" in story
    assert "Met naam: Amina, Wim" in story
    assert "Zonder naam: nog 3 mensen" in story
    assert "Nog gevraagd of het onthouden mag worden: Joris" in story
    page.click("main button:has-text('Dat was een vergissing')")
    assert "Weggehaald" in page.inner_text("body")
    page.goto(f"{house.base}/lichthaven/journal/?verify=1")
    assert "Het dagboek is heel" in page.inner_text("main")
    context.close()


def test_whoever_was_named_is_asked_and_only_then_remembered(house: House, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, locale="nl-NL")
    page = come_in(house, context, "Joris")
    page.goto(f"{house.base}/lichthaven/")
    asked = page.locator("section:has(h2:text-is('Was je erbij?')) [data-waits=met]")
    before = asked.count()
    assert before
    asked.first.locator("button:has-text('Ja, onthoud het')").click()
    page.wait_for_url("**/lichthaven/")
    assert "Onthouden." in page.inner_text("body")
    assert asked.count() == before - 1
    context.close()
