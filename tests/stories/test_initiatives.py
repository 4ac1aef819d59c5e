"""A neighbour starts something without a script and asks for a place; the answer is late, and the page says so."""

import pytest
from playwright.sync_api import Browser

from tests.stories.browser import CHROMIUM, House, come_in, words_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}
LATER = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
django.setup()
from datetime import timedelta
from vuurtoren.initiatives.models import Question
for one in Question.objects.filter(words="Een kast in de speeltuin"):
    Question.objects.filter(pk=one.pk).update(
        asked_on=one.asked_on - timedelta(days={days}), due=one.due - timedelta(days={days})
    )
"""
"""Time passes for this one question: it was asked so many days earlier."""


def test_a_neighbour_starts_and_asks_and_the_page_says_what_waits_until_the_answer(
    house: House, browser: Browser
) -> None:
    phone = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")
    page = come_in(house, phone, "Noor")
    page.click("main a:has-text('begin iets')")
    page.click("main a:has-text('Begin iets')")
    page.fill("input[name=what]", "Speelgoed delen")
    page.check("input[name=state][value=doing]")
    page.click("main form.vt-form button[type=submit]")
    assert "Het staat erop" in page.inner_text("body")
    assert "Jij bent nu de enige." in page.inner_text("main")
    address = page.url
    page.click("main a:has-text('Vraag toestemming, geld of een plek')")
    assert "10 weken" in page.inner_text("main")
    page.check("input[name=kind][value=place]")
    page.fill("input[name=what]", "Een kast in de speeltuin")
    page.select_option("select[name=institution]", label="Stadsbeheer Lichthaven")
    page.click("main form.vt-form button[type=submit]")
    assert "Antwoord voor" in page.inner_text("main")

    visitor = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()
    visitor.goto(address)
    assert "Antwoord voor" in visitor.inner_text("main")
    for days, says in (
        (75, "Stadsbeheer Lichthaven is 5 dagen over de datum"),
        (70, "is al 75 dagen over de datum"),
    ):
        house.python(LATER.format(days=days))
        visitor.reload()
        assert says in words_of(visitor.inner_text("main"))
        assert "Noor" not in visitor.inner_text("main")

    worker = come_in(house, browser.new_context(viewport=PHONE, locale="nl-NL"), "Bram")
    worker.click("main a:has-text('van buren wacht')")
    asked = worker.locator("main li", has_text="Een kast in de speeltuin")
    asked.get_by_role("button", name="Ik pak het op").click()
    worker.wait_for_url(address)
    worker.click("main a:has-text('Geef antwoord')")
    worker.check("input[name=answer][value=yes_if]")
    worker.click("main form.vt-form button[type=submit]")
    assert "onder welke voorwaarde" in worker.inner_text("[role=alert]")
    worker.fill("textarea[name=reason]", "Als hij 's avonds op slot gaat")
    worker.click("main form.vt-form button[type=submit]")
    worker.wait_for_url(address)

    visitor.reload()
    shown = words_of(visitor.inner_text("main"))
    assert "Ja, als: Stadsbeheer Lichthaven" in shown
    assert "Als hij 's avonds op slot gaat" in shown
    assert "over de datum" not in shown
    assert "Bram" not in shown
    page.goto(address)
    assert "Bram pakt het op" in words_of(page.inner_text("main"))
    page.goto(f"{house.base}/lichthaven/journal/?verify=1")
    assert "Het dagboek is heel" in page.inner_text("main")
    phone.close()
