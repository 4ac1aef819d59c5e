"""From a coffee table to a signed agreement, and back to the city after two years: three neighbours and the city."""

from datetime import UTC, datetime, timedelta

import pytest
from playwright.sync_api import Browser, Page

from tests.stories.browser import CHROMIUM, House, come_in, words_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}
TWO_YEARS = 731
ANSWERS = {
    "now": "De stad prikt hier eens per week.",
    "better": "Wij zien het meteen als er iets ligt.",
    "result": "Een straat waar kinderen buiten spelen.",
    "budget": "De stad geeft hier 400 euro per jaar aan uit.",
    "quality": "Twee keer per week een rondje, om de beurt.",
    "look_back": "Elk jaar in de lente, aan de koffietafel.",
    "stops": "Dan komt de stad weer, zoals nu.",
}


def somebody(house: House, browser: Browser, name: str) -> Page:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")  # type: ignore[arg-type]
    return come_in(house, context, name)


def main(page: Page) -> str:
    return words_of(page.inner_text("main"))


def test_from_a_coffee_table_to_an_agreement_and_back_after_two_years(house: House, browser: Browser) -> None:
    # At the coffee table Joris opens the page of the street in which it stands.
    joris = somebody(house, browser, "Joris")
    joris.goto(f"{house.base}/lichthaven/tables/")
    for table in joris.eval_on_selector_all("main h2 a", "all => all.map(one => one.href)"):
        joris.goto(table)
        joris.click("main section:has(h2:has-text('Waar')) a[href*='/street/']")
        if "De stad beslist, doet en betaalt." in main(joris):
            break
    street, name = joris.url.removeprefix(house.base), joris.inner_text("h1")
    joris.click("main a:has-text('Ik doe mee')")
    joris.click("main form.vt-form button[type=submit]")

    # He begins; what cannot be handed over is said before he writes.
    joris.goto(house.base + street)
    joris.click("main a:has-text('De stad uitdagen')")
    assert "Wat je niet kunt overnemen" in main(joris)
    joris.fill("textarea[name=now]", ANSWERS["now"])
    joris.click("main form.vt-form button[type=submit]")

    # Noor writes on, and both Noor and Sem ask it too.
    for who in ("Noor", "Sem"):
        page = somebody(house, browser, who)
        page.goto(house.base + street)
        if "Ik doe mee" in main(page):
            page.click("main a:has-text('Ik doe mee')")
            page.click("main form.vt-form button[type=submit]")
        page.goto(f"{house.base}{street}challenge/")
        assert page.input_value("textarea[name=now]") == ANSWERS["now"]
        page.click("main button[value=asks]")
        if who == "Noor":
            for question, words in ANSWERS.items():
                page.fill(f"textarea[name={question}]", words)
            page.click("main form.vt-form button[type=submit]")

    # Joris sends it, for three years.
    joris.goto(f"{house.base}{street}challenge/send/")
    joris.select_option("select[name=stop_grade]", "B") if joris.locator(
        "select[name=stop_grade]"
    ).count() else None
    joris.click("main form.vt-form button[type=submit]")
    joris.click("main a:has-text('Bekijk')")
    agreement = joris.url.removeprefix(house.base)
    assert "De stad" in main(joris)

    # The city says yes, if; the neighbours say yes to that.
    bram = somebody(house, browser, "Bram")
    bram.goto(house.base + agreement)
    bram.click("main a[href*='/say/']")
    bram.check("input[name=said][value=yes_if]")
    bram.fill("textarea[name=conditions]", "Jullie bellen ons bij glas.")
    bram.click("main form.vt-form button[type=submit]")
    assert "Jullie bellen ons bij glas." in main(bram)
    joris.goto(f"{house.base}/lichthaven/")
    assert "Jullie bellen ons bij glas." in main(
        joris
    )  # on the Today of all who asked, and no debt of the city meanwhile
    joris.goto(house.base + agreement)
    joris.click("main a:has-text('Wij willen het anders')")
    joris.fill("textarea[name=theirs]", "Wij bellen bij naalden.")
    joris.click("main form.vt-form button[type=submit]")
    bram.goto(house.base + agreement)
    bram.click("main a[href*='/say/']")
    assert "Wij bellen bij naalden." in main(bram)
    bram.check("input[name=said][value=yes_if]")
    bram.fill("textarea[name=conditions]", "Jullie bellen ons bij glas.")
    bram.click("main form.vt-form button[type=submit]")
    joris.goto(house.base + agreement)
    joris.click("main button:has-text('Ja, zo doen we het')")
    words = main(joris)
    assert "Jullie bellen ons bij glas." in words
    assert joris.request.get(f"{house.base}{agreement}paper.pdf").body().startswith(b"%PDF")

    # Three weeks later they hold the street; two years later they give it back, and the city is there the next day.
    _weeks_later_they_hold_it(house, browser, street)
    _two_years_later_the_city_carries(house, browser, street, name)


def _weeks_later_they_hold_it(house: House, browser: Browser, street: str) -> None:
    later = house.later(60)
    later.run("response", "night", "--neighbourhood", "Lichthaven")
    with later.served():
        anybody = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()  # type: ignore[arg-type]
        anybody.goto(later.base + street)
        assert "Buren beslissen en doen" in main(anybody)


def _two_years_later_the_city_carries(house: House, browser: Browser, street: str, name: str) -> None:
    later = house.later(TWO_YEARS)
    with later.served():
        for who in ("Joris", "Noor", "Sem"):
            page = somebody(later, browser, who)
            page.goto(later.base + street)
            page.click("main a:has-text('Ik geef het terug')")
            page.click("main button:has-text('Ja, ik geef het terug')")
        later.run("response", "night", "--neighbourhood", "Lichthaven")
        page.goto(later.base + street)
        words = main(page)
        assert "De stad" in words
        assert "Buren beslissen" not in words
        page.goto(f"{later.base}/lichthaven/room/?q={name}")
        assert str((datetime.now(UTC).date() + timedelta(days=TWO_YEARS)).year) in main(page)
        page.goto(f"{later.base}/lichthaven/room/?q={name}&show=ended")
        page.click("main a:has-text('Bekijk de afspraak')")
        assert "Gestopt. De stad doet het weer" in main(page)
        page.goto(f"{later.base}/lichthaven/journal/")
        assert "gaf" in main(page)
