"""A professional leaves and nothing is dropped: from the page with what is open to a colleague's yes and an honest word."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page

from tests.stories.browser import CHROMIUM, House, come_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}


def somebody(house: House, browser: Browser, name: str, script: bool = True) -> Page:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="nl-NL")  # type: ignore[arg-type]
    return come_in(house, context, name)


def test_a_professional_leaves_and_nothing_is_dropped(house: House, browser: Browser) -> None:
    kim = somebody(house, browser, "Kim", script=False)
    kim.goto(f"{house.base}/lichthaven/days/")
    kim.click("main a:has-text('Jouw laatste dag hier')")
    leaving = kim.url
    assert "Er staan nog 2 toezeggingen open" in kim.inner_text("main")
    assert "anderhalf jaar" not in kim.inner_text("main")
    assert kim.locator("a:has-text('Rond het doorgeven af')").count() == 0

    kim.click("main a:has-text('Een sleutel van de fietsenkelder')")
    kim.click("main a:has-text('Vraag een collega')")
    kim.select_option("select[name=who]", label="Puck, Woningstichting De Kade")
    kim.click("main button:has-text('Vraag het')")
    assert "Gevraagd om het over te nemen: Puck" in kim.inner_text("main")

    puck = somebody(house, browser, "Puck")
    puck.goto(f"{house.base}/lichthaven/")
    asked = "main section:has(h2:text-is('Kim vraagt of jij dit overneemt'))"
    assert "Een sleutel van de fietsenkelder" in puck.inner_text(asked)
    assert "geleden" not in puck.inner_text(asked)
    puck.click(f"{asked} button:has-text('Ja, ik neem het over')")
    puck.wait_for_selector("main :text('Puck, Woningstichting De Kade')")

    kim.goto(leaving)
    assert "Er staat nog één toezegging open" in kim.inner_text("main")
    kim.click("main a:has-text('Langskomen over de lekkage')")
    kim.click("main a:has-text('Dit gaat niet gebeuren')")
    kim.fill("textarea[name=reason]", "De loodgieter komt niet meer dit jaar")
    kim.click("main button:has-text('Zeg het eerlijk')")
    assert "Vertel het eerst zelf" in kim.inner_text("main")
    kim.check("input[name=told]")
    kim.click("main button:has-text('Zeg het eerlijk')")
    assert "Gaat niet door" in kim.inner_text("main")

    kim.goto(leaving)
    assert "Er staat geen toezegging meer open" in kim.inner_text("main")
    kim.click("main a:has-text('Rond het doorgeven af')")
    assert "mensen zijn nog niet voorgesteld" in kim.inner_text("main")
    kim.click("main button:has-text('Rond af')")
    assert "Kruis aan dat je weet wat nog niet gedaan is" in kim.inner_text("main")
    kim.check("input[name=known]")
    kim.click("main button:has-text('Rond af')")
    words = kim.inner_text("main")
    assert "Het doorgeven is afgerond" in words
    assert "mensen zijn nog niet voorgesteld" in words
    assert kim.locator("main a:has-text('Schrijf op wie erna komt')").count() == 1

    everybody = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()  # type: ignore[arg-type]
    everybody.goto(f"{house.base}/lichthaven/promises/")
    words = everybody.inner_text("main")
    assert "Gaat niet door" in words
    for private in ("Kim", "Puck", "loodgieter", "sleutel"):
        assert private not in words
    everybody.goto(f"{house.base}/lichthaven/journal/?verify=1")
    assert "Het dagboek is heel" in everybody.inner_text("main")
    assert "Een professional gaf door wat er liep" in everybody.inner_text("main")


def test_who_leads_is_told_what_a_leaving_says_about_the_institution(house: House, browser: Browser) -> None:
    lies = somebody(house, browser, "Lies")
    lies.goto(f"{house.base}/lichthaven/team/")
    lies.click("main a:has-text('De laatste dag van Kim')")
    lies.wait_for_url("**/leaving/*/")
    assert "Dat zegt iets over de instelling, niet over deze persoon" in lies.inner_text("main")
    bram = somebody(house, browser, "Bram")
    assert "404" in str(bram.goto(lies.url).status)  # type: ignore[union-attr]


def test_a_day_is_two_taps_on_a_phone(house: House, browser: Browser) -> None:
    bram = somebody(house, browser, "Bram")
    bram.click("main a:has-text('Mijn dagen')")
    bram.click("main button:has-text('Koffie gedronken')")
    bram.wait_for_selector("[role=status]:has-text('Opgeschreven')")
    bram.click("main button[name=off]:has-text('Koffie gedronken')")  # a wrong tap
    bram.wait_for_selector("[role=status]:has-text('Weggehaald')")
    assert bram.locator("main button[name=off]").count() == 0


def test_what_a_neighbour_writes_down_is_asked_and_answered(house: House, browser: Browser) -> None:
    joris = somebody(house, browser, "Joris", script=False)
    joris.goto(f"{house.base}/lichthaven/promises/said/")
    joris.select_option("select[name=who]", label="Bram, Stadsbeheer Lichthaven")
    joris.fill("input[name=what]", "De stoep voor nummer 7")
    joris.click("main button:has-text('Schrijf op')")
    assert "Het is gevraagd" in joris.inner_text("body")
    bram = somebody(house, browser, "Bram")
    bram.goto(f"{house.base}/lichthaven/promises/")
    bram.click("main a:has-text('De stoep voor nummer 7')")
    bram.wait_for_selector("h2:has-text('Heb jij dit toegezegd?')")
    assert "Joris schreef op" in bram.inner_text("main")
    bram.click("main button:has-text('Nee, zo niet')")
    bram.wait_for_selector("[role=status]:has-text('Je antwoord is bewaard')")
    joris.goto(f"{house.base}/lichthaven/promises/")
    assert "Niet zo toegezegd" in joris.inner_text("main")


def test_who_leads_says_a_day_and_who_leaves_says_that_it_is_not_so(house: House, browser: Browser) -> None:
    lies = somebody(house, browser, "Lies")
    lies.click("main a:has-text('Mijn team')")
    lies.click("main a:has-text('Zeg wanneer Puck weggaat')")
    lies.fill("input[name=last_day]", (timezone.localdate() + timedelta(days=20)).isoformat())
    lies.click("main button:has-text('Bewaar de dag')")
    lies.wait_for_selector("[role=status]:has-text('Je collega leest het op Vandaag')")
    puck = somebody(house, browser, "Puck", script=False)
    puck.goto(f"{house.base}/lichthaven/")
    puck.click("main button:has-text('Nee, dat klopt niet')")
    assert "De dag geldt niet" in puck.inner_text("body")
    lies.goto(f"{house.base}/lichthaven/")
    lies.click("main a:has-text('Puck zegt dat deze laatste dag niet klopt')")
    lies.click("main a:has-text('Haal dit weg')")
    lies.click("main button:has-text('Ja, Puck blijft')")
    lies.wait_for_selector("[role=status]:has-text('De laatste dag is weggehaald')")
