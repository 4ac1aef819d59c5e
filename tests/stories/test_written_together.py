"""Two neighbours write one challenge at the same time: it saves by itself, and nobody's words are lost."""

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.stories.browser import CHROMIUM, House, come_in, words_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}
READY = "Ten minste drie buren vragen dit."


def somebody(house: House, browser: Browser, name: str) -> Page:
    return come_in(house, browser.new_context(viewport=PHONE, locale="nl-NL"), name)  # type: ignore[arg-type]


def the_draft(page: Page, house: House) -> str:
    """The challenge of somebody's own street that lies ready."""
    page.goto(f"{house.base}/lichthaven/")
    streets = page.eval_on_selector_all("main a[href*='/street/']", "all => all.map(one => one.href)")
    for street in dict.fromkeys(one.split("/street/")[0] + "/street/" + one.split("/")[5] for one in streets):
        page.goto(f"{street}/challenge/")
        if READY in words_of(page.inner_text("main")):
            return page.url
    raise AssertionError("no challenge lies ready")


def kept(page: Page, words: str) -> None:
    expect(page.locator("[data-keep-said]")).to_contain_text(words, timeout=20_000)


def test_two_neighbours_write_at_once_and_choose_where_both_wrote(house: House, browser: Browser) -> None:
    amina, fatma = somebody(house, browser, "Amina"), somebody(house, browser, "Fatma")
    draft = the_draft(amina, house)
    fatma.goto(draft.replace("challenge/", "join/"))
    fatma.click("main form.vt-form button[type=submit]")
    fatma.goto(draft)
    kept(fatma, "wordt vanzelf bewaard")

    # Amina writes; nobody presses anything. Fatma, who had the page open, writes to another question.
    amina.fill("textarea[name=know]", "Wij houden al jaren het pleintje bij.")
    amina.fill("textarea[name=help]", "De stad leent ons grijpers.")
    kept(amina, "Bewaard om")
    fatma.fill("textarea[name=own]", "Een schuur voor het gereedschap.")
    expect(fatma.locator("textarea[name=know]")).to_have_value("Wij houden al jaren het pleintje bij.")
    kept(fatma, "Bewaard om")

    # Without a connection it is said; with one it goes by itself.
    fatma.context.set_offline(True)
    fatma.fill("textarea[name=own]", "Een schuur voor het gereedschap, en koffie.")
    kept(fatma, "Nog niet bewaard: er is geen verbinding")
    fatma.context.set_offline(False)
    kept(fatma, "Bewaard om")

    # Now both write to the same question: what Fatma has open is older than what Amina says.
    amina.fill("textarea[name=help]", "De stad leent ons grijpers en hesjes.")
    amina.wait_for_function(
        "fetch(location).then(one => one.text()).then(words => words.includes('grijpers en hesjes'))"
    )
    fatma.fill("textarea[name=help]", "De stad haalt de zakken op.")
    kept(fatma, "Er liggen twee teksten")
    assert "De stad leent ons grijpers en hesjes." in words_of(fatma.inner_text("main"))
    assert fatma.input_value("textarea[name=help]") == "De stad haalt de zakken op."
    fatma.reload()
    assert fatma.input_value("textarea[name=help]") == "De stad haalt de zakken op."
    fatma.fill("textarea[name=help]", "De stad leent ons grijpers en hesjes, en haalt de zakken op.")
    fatma.check("input[name=k_help][value=mine]")
    expect(fatma.locator("input[name=k_help]")).to_have_count(0)

    # Amina sees it with her next words, and by the button as ever.
    amina.fill("textarea[name=safety]", "De stad verzekert ons mee.")
    expect(amina.locator("textarea[name=help]")).to_have_value(
        "De stad leent ons grijpers en hesjes, en haalt de zakken op."
    )
    amina.click("main button:has-text('Bewaar')")
    assert "Bewaard." in words_of(amina.inner_text("body"))
    assert amina.input_value("textarea[name=safety]") == "De stad verzekert ons mee."

    amina.goto(f"{house.base}/lichthaven/journal/?verify=1")
    words = words_of(amina.inner_text("main"))
    assert "Het dagboek is heel" in words
    assert words.count("Buren schreven aan een uitdaging") <= 3


def test_a_link_to_the_draft_is_narrow_lets_a_neighbour_in_and_is_withdrawn(
    house: House, browser: Browser
) -> None:
    amina, joris = somebody(house, browser, "Amina"), somebody(house, browser, "Joris")
    visitor = browser.new_context(viewport=PHONE, locale="nl-NL", java_script_enabled=False).new_page()  # type: ignore[arg-type]
    draft = the_draft(amina, house)
    amina.goto(f"{draft}share/")
    amina.click("main button:has-text('Maak een link')")
    link = amina.inner_text("main a[href*='/draft/']")

    # Narrow: who did not sign in is asked to. Joris reads it, and asks to write along.
    visitor.goto(link)
    assert "/sign-in/" in visitor.url
    joris.goto(link)
    assert "Wij zijn er elke dag en zien het meteen." in words_of(joris.inner_text("main"))
    assert "Amina" not in joris.inner_text("main")
    joris.click("main button:has-text('Ik wil meeschrijven')")
    assert "nog niet geantwoord" in joris.inner_text("main")

    # Amina sees it on Today, and says yes; Joris writes.
    amina.goto(f"{house.base}/lichthaven/")
    amina.click("section:has-text('wil meeschrijven aan jullie uitdaging') a:has-text('Bekijk')")
    assert "Joris wil meeschrijven." in words_of(amina.inner_text("main"))
    with amina.expect_navigation():
        amina.click("p:has-text('Joris wil meeschrijven') + form button[value=yes]")
    joris.goto(link)
    joris.click("main a:has-text('Schrijf verder')")
    joris.fill("textarea[name=safety]", "Wij dragen hesjes.")
    kept(joris, "Bewaard om")

    # Wide: anybody with the link reads. Withdrawn: nobody does, and Joris goes on writing.
    amina.goto(f"{draft}share/")
    amina.check("input[value=anyone]")
    amina.click("main button:has-text('Maak een link')")
    wide = amina.inner_text("main a[href*='/draft/']")
    assert visitor.goto(link).status == 404  # type: ignore[union-attr]
    visitor.goto(wide)
    assert "Wij dragen hesjes." in words_of(visitor.inner_text("main"))
    amina.click("main button:has-text('Trek de link in')")
    assert visitor.goto(wide).status == 404  # type: ignore[union-attr]
    joris.fill("textarea[name=safety]", "Wij dragen hesjes, en de stad verzekert ons.")
    kept(joris, "Bewaard om")
