"""From page to journal: a gift on paper that is found and taken back by its code; two who meet through a gift."""

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.stories.browser import CHROMIUM, House, come_in, words_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}


def on_a_phone(browser: Browser, script: bool) -> BrowserContext:
    return browser.new_context(viewport=PHONE, java_script_enabled=script, locale="nl-NL")  # type: ignore[arg-type]


def look_for(page: Page, house: House, words: str) -> str:
    page.goto(f"{house.base}/lichthaven/gifts/")
    page.fill("input[name=q]", words)
    page.click("main form[role=search] button")
    return words_of(page.inner_text("main"))


@pytest.mark.parametrize("script", [True, False])
def test_somebody_without_an_account_is_found_for_what_they_love_and_takes_it_back_with_a_code(
    house: House, browser: Browser, script: bool
) -> None:
    name = "Truus" if script else "Gerda"
    host = come_in(house, on_a_phone(browser, script), "Amina")
    host.goto(f"{house.base}/lichthaven/who/enter/")
    host.fill("input[name=called]", name)
    host.click("main form.vt-form button[type=submit]")
    host.click(f"main form:has-text('{name}') a:has-text('Krachten')")
    host.click("main a:has-text('Hart')")
    assert f"waar houdt {name} van?" in host.inner_text("h1")
    host.click("main a:has-text('kinderen voorlezen')")
    assert host.input_value("input[name=said]") == "kinderen voorlezen"
    host.click("label:has-text('Wie in de wijk woont')")
    host.click("main form.vt-form button[type=submit]")
    host.click("main button:has-text('Maak een briefje')")
    host.wait_for_selector(f"h1:has-text('Voor {name}')")
    code = host.inner_text("main article strong[dir=ltr]")
    assert len(code) == 9

    reader = come_in(house, on_a_phone(browser, script), "Hanneke")
    for asked in ("voorlezer", "reading to children", "voorleezen"):
        found = look_for(reader, house, asked)
        assert f"kinderen voorlezen {name} (hart)" in found, asked
    assert "Hier staat ‘voorlezen’" in found

    paper = on_a_phone(browser, script).new_page()
    paper.goto(f"{house.base}/lichthaven/gifts/code/")
    paper.fill("input[name=code]", "ZZZZ-ZZZZ")
    paper.click("main form.vt-form button[type=submit]")
    assert "Deze code kennen we niet" in paper.inner_text("main")
    assert name in look_for(reader, house, "voorlezen")
    paper.fill("input[name=code]", code.lower().replace("-", " "))
    paper.click("main form.vt-form button[type=submit]")
    paper.wait_for_selector("text=Er staat niets meer van jou")
    assert name not in look_for(reader, house, "voorlezen")
    reader.goto(f"{house.base}/lichthaven/journal/?verify=1")
    shown = reader.inner_text("main")
    assert "met een code op papier" in shown
    assert "Het dagboek is heel" in shown
    assert name not in shown


def test_a_gift_leads_to_a_table_and_two_say_yes(house: House, browser: Browser) -> None:
    host = come_in(house, on_a_phone(browser, True), "Amina")
    host.click("nav >> text=Koffie")
    host.click("main h2 a:has-text('Bakenplein')")
    host.click("main a:has-text('Zoek iemand erbij')")
    host.fill("input[name=said]", "iemand die fietsen repareert, voor zaterdag")
    host.click("main form.vt-form button[type=submit]")
    host.wait_for_selector("text=Deze tafel zoekt")

    builder = come_in(house, on_a_phone(browser, True), "Mei")
    builder.goto(f"{house.base}/lichthaven/gifts/suggestions/")
    fits = builder.locator("main li:has-text('mending bikes'), main li:has-text('fietsen maken')").first
    assert "Joris has" in fits.inner_text()
    assert "fits ‘fietsen’" in fits.inner_text()
    fits.locator("button").click()
    builder.wait_for_selector("text=Only when both say yes")
    assert builder.locator("main li:has-text('fietsen maken')").count() == 0

    giver = come_in(house, on_a_phone(browser, True), "Joris")
    giver.click("main a:has-text('Bekijk de vraag')")
    asked = words_of(giver.inner_text("main"))
    assert "De tafel bij Bakenplein zoekt" in asked
    assert "Amina" not in asked.split("Krachten om je heen")[0]
    giver.click("main button:has-text('Ja, leuk')")
    giver.wait_for_selector("text=Als de ander ook ja zegt")

    host.goto(f"{house.base}/lichthaven/gifts/")
    card = host.locator("section:has(h2:text-is('Zullen we je voorstellen?'))")
    assert "Joris" not in card.inner_text()
    card.locator("button:has-text('Ja, leuk')").click()
    host.wait_for_selector("h2:has-text('Maak kennis met Joris')")
    giver.goto(f"{house.base}/lichthaven/gifts/")
    assert "Maak kennis met Amina" in giver.inner_text("main")
    stranger = come_in(house, on_a_phone(browser, True), "Noor")
    stranger.goto(f"{house.base}/lichthaven/gifts/")
    assert "Maak kennis" not in stranger.inner_text("main")
