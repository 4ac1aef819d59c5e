"""A principle is proposed, two say yes, the city's answer leans on it, three exceptions depart from it, a table is set."""

from datetime import timedelta

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page

from tests.stories.browser import CHROMIUM, House, come_in, words_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}
SAYS = "Wie erbij hoort, mag het zeggen."
FOR_WHOM = ("de kinderen van de middag", "wie net verhuisd is", "de nachtploeg van de bakker")


def test_a_principle_from_proposal_to_learning_table(house: House, browser: Browser) -> None:
    phone = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")
    noor = come_in(house, phone, "Noor")
    noor.click("a.vt-beam")
    noor.click("main a:has-text('Waar we ons aan houden')")
    noor.click("main a:has-text('Stel een principe voor')")
    noor.fill("input[name=says]", SAYS)
    noor.fill("textarea[name=why]", "Anders praten we over mensen in plaats van met ze.")
    noor.fill("textarea[name=fits]", "Een tafel waar iedereen aan het woord komt.")
    noor.check("input[name=about][value=challenge]")
    noor.click("main form.vt-form button[type=submit]")
    assert "Voorgesteld" in noor.inner_text("body")
    assert "Het wacht op twee keer ja" in noor.inner_text(f"main article:has-text('{SAYS}')")

    amina, rosa = (
        come_in(house, browser.new_context(viewport=PHONE, locale="nl-NL"), name)
        for name in ("Amina", "Rosa")
    )
    say_yes(amina)
    assert "Eén ja is er" in amina.inner_text(f"main article:has-text('{SAYS}')")
    assert amina.locator(f"main article:has-text('{SAYS}') button:has-text('Ja')").count() == 0
    say_yes(rosa)
    rosa.click(f"main .vt-list--cards a:has-text('{SAYS}')")
    rosa.wait_for_url("**/principle/*/")
    address = rosa.url
    assert "Een tafel waar iedereen aan het woord komt." in rosa.inner_text("main")

    agreement = the_city_says_no(come_in(house, browser.new_context(locale="nl-NL"), "Bram"), house)
    noor.goto(agreement)
    shown = words_of(noor.inner_text("main"))
    assert f"Steunt op: {SAYS}" in shown
    assert "Amina" in noor.inner_text("main [data-talk]")
    assert address.endswith(str(noor.get_attribute(f"main .vt-leans a:has-text('{SAYS}')", "href")))
    noor.goto(address)
    assert "Antwoord op een uitdaging" in noor.inner_text("#leans")

    until = (timezone.localdate() + timedelta(days=20)).isoformat()
    for number, whom in enumerate(FOR_WHOM):
        amina.goto(address)
        assert ("Drie keer een uitzondering" in amina.inner_text("main")) is False, number
        amina.click("main a:has-text('Maak een uitzondering')")
        amina.fill("textarea[name=why]", "Nu even anders")
        amina.fill("input[name=for_whom]", whom)
        amina.fill("input[name=until]", until)
        amina.click("main form.vt-form button[type=submit]")
        amina.wait_for_url(address)
    assert all(whom in amina.inner_text("#exceptions") for whom in FOR_WHOM)

    rosa.goto(f"{house.base}/lichthaven/")
    card = rosa.locator("main section", has_text="Drie keer een uitzondering").locator(
        ".vt-asked", has_text=SAYS
    )
    assert "besluiten mensen" in card.inner_text()
    card.get_by_role("link", name="Zet er een leertafel voor").click()
    assert SAYS in rosa.input_value("input[name=question]")
    rosa.select_option("select[name=place]", index=1)
    rosa.check("input[name=round_seen_by][value=neighbourhood]")
    rosa.click("main form.vt-form button[type=submit]")
    rosa.wait_for_url("**/table/**")
    noor.goto(rosa.url)
    assert SAYS in noor.inner_text("main")
    noor.goto(f"{house.base}/lichthaven/journal/?verify=1")
    assert "Het dagboek is heel" in noor.inner_text("main")
    phone.close()


def say_yes(page: Page) -> None:
    """From Today to the yes."""
    page.click("main section:has-text('Een principe wacht op een ja') a:has-text('Bekijk het')")
    with page.expect_navigation():
        page.click(f"main article:has-text('{SAYS}') button:has-text('Ja, zo doen we het')")
    assert "Jouw ja staat erbij" in page.inner_text("body")


def the_city_says_no(bram: Page, house: House) -> str:
    """The answer to the challenge of the demo; it leans on the principle, and its reason is read by everybody."""
    bram.click("main a:has-text('Antwoord op de uitdaging')")
    bram.check("input[name=said][value=no]")
    bram.fill("textarea[name=reasons]", "De kabels liggen er nog open.")
    bram.fill("input[name=talk_to]", "Bram, dinsdag aan de koffietafel")
    bram.locator("label", has_text=SAYS).locator("input").check()
    bram.click("main form.vt-form button[type=submit]")
    bram.wait_for_url("**/agreement/**")
    return bram.url
