"""From page to journal: a gift on paper that is found and taken back by its code; an introduction that grows."""

from datetime import date

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from tests.stories.browser import CHROMIUM, House, come_in, words_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}
TWO_WEEKS_LATER = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
django.setup()
from datetime import timedelta
from django.db.models import F
from vuurtoren.gifts.models import Introduction
ago = timedelta(days=14, minutes=1)
made = Introduction.objects.filter(gift__words="taarten bakken")
assert made.update(**{one: F(one) - ago for one in ("asked_at", "gift_yes_at", "looking_yes_at")}) == 1
"""
"""As if they said yes so long ago; no page makes time pass."""


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
    host.click(f"main .vt-field:has-text('{name}') a:has-text('Krachten')")
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


def introduced_by(page: Page, house: House, gift: str) -> str:
    """What whoever introduced somebody with this gift reads of it."""
    page.goto(f"{house.base}/lichthaven/gifts/suggestions/")
    made = page.locator("section:has(h2:text-is('Wie jij voorstelde')) li", has_text=gift)
    return words_of(made.inner_text()) if made.count() else ""


def send_in(page: Page, button: str) -> None:
    page.click(f"main button:has-text('{button}')")


def test_an_introduction_becomes_a_table_and_whoever_made_it_reads_so(house: House, browser: Browser) -> None:
    gifts = f"{house.base}/lichthaven/gifts/"
    giver = come_in(house, on_a_phone(browser, True), "Hanneke")
    giver.goto(f"{gifts}offer/hands/")
    giver.fill("input[name=said]", "taarten bakken")
    giver.click("label:has-text('Wie in de wijk woont')")
    giver.click("main form.vt-form button[type=submit]")
    host = come_in(house, on_a_phone(browser, True), "Amina")
    host.click("nav >> text=Koffie")
    host.click("main h2 a:has-text('Bakenplein')")
    table = host.url
    host.click("main a:has-text('Zoek iemand erbij')")
    host.fill("input[name=said]", "iemand die taart bakt, voor zaterdag")
    host.click("main form.vt-form button[type=submit]")
    host.wait_for_selector("text=Deze tafel zoekt")

    builder = come_in(house, on_a_phone(browser, True), "Mei")
    builder.click("button[name=language][value=nl]")
    assert introduced_by(builder, house, "taarten bakken") == ""
    fits = builder.locator("main li:has-text('Hanneke heeft ‘taarten bakken’. De tafel')")
    assert "‘taart’ past bij ‘taarten’" in fits.inner_text()
    fits.locator("button").click()
    builder.wait_for_selector("text=Pas als beiden ja zeggen")
    assert fits.count() == 0

    giver.goto(f"{house.base}/lichthaven/")
    giver.click("main a:has-text('Bekijk de vraag')")
    asked = words_of(giver.inner_text("main"))
    assert "De tafel bij Bakenplein zoekt" in asked
    assert "Amina" not in asked.split("Krachten om je heen")[0]
    send_in(giver, "Ja, leuk")
    giver.wait_for_selector("text=Als de ander ook ja zegt")
    assert "We wachten nog" in introduced_by(builder, house, "taarten bakken"), "one yes is told to nobody"
    host.goto(gifts)
    card = host.locator("section:has(h2:text-is('Zullen we je voorstellen?'))")
    assert "Hanneke" not in card.inner_text()
    card.locator("button:has-text('Ja, leuk')").click()
    host.wait_for_selector("h2:has-text('Maak kennis met Hanneke')")
    giver.goto(gifts)
    assert "Maak kennis met Amina" in giver.inner_text("main")
    assert "Wat is ervan gekomen?" not in giver.inner_text("main")
    assert "Ze zeiden allebei ja" in introduced_by(builder, house, "taarten bakken")

    giver.goto(table)
    assert "Wie er waren" not in giver.inner_text("main"), "they never sat there before"
    host.goto(f"{table}met/")
    host.fill("input[name=day]", f"{date.today()}")  # noqa: DTZ011  the day of whoever holds the phone
    host.fill("input[name=someones]", "1")
    send_in(host, "Schrijf op")
    host.wait_for_url("**/table/*/")
    giver.goto(table)
    send_in(giver, "Ik was er ook")
    giver.goto(table)
    assert "Wie er waren" not in giver.inner_text("main"), "the host was not asked yet"
    host.goto(f"{house.base}/lichthaven/")
    with host.expect_navigation():
        host.locator(".vt-asked:has-text('Hanneke') button[value=yes]").click()
    giver.goto(table)
    giver.wait_for_selector("h2:has-text('Wie er waren')")
    assert "Amina, Hanneke" in giver.inner_text("main"), "they sat there together"
    host.goto(table)
    assert "Hanneke" in host.inner_text("main")

    house.python(TWO_WEEKS_LATER)
    host.goto(gifts)
    became = host.locator("main strong:has-text('Wat is ervan gekomen?')")
    asked_of_host = became.count()  # at some hours also of whom the demo introduced
    assert asked_of_host
    giver.goto(f"{house.base}/lichthaven/")
    giver.click("main a:has-text('Bekijk de vraag')")
    send_in(giver, "Er groeide iets nieuws uit")
    giver.wait_for_selector("text=Werd het een tafel?")
    assert "Wat is ervan gekomen?" not in giver.inner_text("main")
    host.goto(gifts)
    assert became.count() == asked_of_host - 1, "it is asked once"
    giver.click("main a:has-text('Zet een koffietafel neer')")
    assert giver.input_value("input[name=time]") == "10:00"
    assert "Bakenplein" in giver.inner_text("select[name=place] option:checked")
    giver.fill("input[name=spot]", "De taarttafel")
    send_in(giver, "Zet neer")
    giver.wait_for_selector("text=De koffietafel staat er")
    assert "Er groeide iets nieuws uit" in introduced_by(builder, house, "taarten bakken")

    stranger = come_in(house, on_a_phone(browser, True), "Noor")
    stranger.goto(gifts)
    assert "Maak kennis" not in stranger.inner_text("main")
    stranger.goto(f"{house.base}/lichthaven/journal/?verify=1")
    told = stranger.inner_text("main")
    assert "Het dagboek is heel" in told
    assert "Iemand vertelde wat er van een kennismaking kwam" in told
    assert "taart" not in told
