"""A neighbour gives a nudge in two taps, asks whether something may go wrong, looks back; and the neighbourhood reads the
lesson when everybody whose words they are agreed. Without a script, on a small phone."""

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
TOMORROW_IS_TODAY = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
django.setup()
from django.utils import timezone
from vuurtoren.nudges.models import Weighing
Weighing.objects.filter(stake="De kinderen bakken zelf de pannenkoeken").update(look_back_on=timezone.localdate())
"""
"""Time passes for this one weighing."""


def test_a_nudge_three_questions_and_a_lesson_that_waits_for_every_yes(
    house: House, browser: Browser
) -> None:
    phone = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")
    noor = come_in(house, phone, "Noor")
    noor.goto(f"{house.base}/lichthaven/nudges/mine/")
    before = invited(noor)
    noor.goto(f"{house.base}/lichthaven/initiatives/")
    noor.click("main a:has-text('Soep op woensdag')")
    noor.click("main a:has-text('Zetje geven')")
    noor.click("main button:has-text('Meegevraagd')")
    assert "Opgeschreven: meegevraagd" in noor.inner_text("[role=status]")
    page = noor.url
    noor.click("main a:has-text('Mijn zetjes')")
    assert invited(noor) == before + 1

    noor.goto(page)
    noor.click("main a:has-text('Drie vragen vooraf')")
    noor.fill("input[name=stake]", "De kinderen bakken zelf de pannenkoeken")
    for name, value in (("undone", "never"), ("hurt", "other"), ("learns", "they")):
        noor.check(f"input[name={name}][value={value}]")
    noor.click("main form.vt-form button[type=submit]")
    said = words_of(noor.inner_text("main"))
    assert "Mag het misgaan? Nu niet: hier kan een ander iets overkomen dat niet meer goed komt." in said
    assert "Grijp in, of houd het tegen. Is er nu gevaar? Bel 112." in said
    weighing = noor.url
    noor.click("main a:has-text('Kies wat jij doet')")
    assert "Nu niet. Grijp in, of houd het tegen" in noor.inner_text("main")
    assert noor.is_checked("input[name=stance][value=step_in]")
    assert "Nu niet" not in noor.inner_text("main form.vt-form")
    noor.check("input[name=stance][value=beside]")
    noor.fill("input[name=stop]", "Als er olie spat")
    noor.fill("input[name=look_back_on]", (timezone.localdate() + timedelta(days=1)).isoformat())
    noor.click("main form.vt-form button[type=submit]")
    assert "waarom je het toch laat doorgaan" in noor.inner_text("main form")
    noor.fill("input[name=why]", "Er staat bij elke pan een ouder")
    noor.click("main form.vt-form button[type=submit]")
    noor.wait_for_url(weighing)
    noor.click("main a:has-text('Deel dit met')")
    noor.get_by_label("Joris").check()
    noor.click("main form.vt-form button[type=submit]")

    joris = come_in(house, browser.new_context(viewport=PHONE, locale="nl-NL"), "Joris")
    joris.goto(weighing)
    assert "Als er olie spat" in joris.inner_text("main")
    stranger = come_in(house, browser.new_context(viewport=PHONE, locale="nl-NL"), "Delroy")
    answer = stranger.goto(weighing)
    assert answer is not None
    assert answer.status == 404

    noor.goto(f"{house.base}/lichthaven/")
    assert "De kinderen bakken" not in noor.inner_text("main")
    house.python(TOMORROW_IS_TODAY)
    noor.reload()
    assert "Vandaag kijk je hierop terug" in noor.inner_text("main")
    noor.locator(".vt-asked", has_text="De kinderen bakken").get_by_role("link", name="Kijk terug").click()
    noor.check("input[name=went][value=wrong]")
    noor.fill("textarea[name=learned]", "Ik telde de pannen, niet de kinderen")
    noor.check("input[name=yes][value=yes]")
    noor.click("main form.vt-form button[type=submit]")
    joris.goto(weighing)
    joris.click("main a:has-text('Schrijf wat jij ervan leerde')")
    joris.fill("textarea[name=learned]", "Een pan minder was genoeg geweest")
    joris.click("main form.vt-form button[type=submit]")

    lessons = f"{house.base}/lichthaven/lessons/"
    visitor = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()
    visitor.goto(lessons)
    assert "de pannen" not in visitor.inner_text("main")
    joris.goto(f"{house.base}/lichthaven/")
    joris.click("main a:has-text('Bekijk je woorden')")
    assert "De wijk leest dit nog niet" in joris.inner_text("main")
    joris.get_by_role("button", name="Ja, iedereen mag ze lezen").click()
    assert "Iedereen zei ja" in joris.inner_text("main")
    visitor.goto(f"{lessons}?q=pannen")
    shown = visitor.inner_text("main")
    assert "Ik telde de pannen, niet de kinderen" in shown
    assert "Een pan minder was genoeg geweest" in shown
    assert "Noor" not in shown
    assert "Joris" not in shown
    noor.goto(weighing)
    noor.get_by_role("button", name="Toch liever niet").click()
    visitor.reload()
    assert "de pannen" not in visitor.inner_text("main .vt-empty")
    noor.goto(f"{house.base}/lichthaven/journal/?verify=1")
    assert "Het dagboek is heel" in noor.inner_text("main")
    phone.close()


def invited(page: Page) -> int:
    """How often, in all months together, the page says that they asked somebody along."""
    asked = page.locator("main .vt-bars > div", has_text="Meegevraagd").locator("dd").all_inner_texts()
    return sum(int(words.split()[0]) for words in asked)
