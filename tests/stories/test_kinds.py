"""A neighbour begins a task of another kind on a square, asks the city for it, gets it, and gives it back; on a phone."""

import pytest
from django.utils import timezone
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
from django.utils import timezone
from vuurtoren.care import acts as care
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine
here = Neighbourhood.objects.get(slug="lichthaven")
care.pass_time(machine(), here, at=timezone.now() + timedelta(days=15))
"""
"""Two weeks of doing it together are over."""


def test_a_square_is_looked_after_from_joining_to_giving_back(house: House, browser: Browser) -> None:
    phone = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")
    sem = come_in(house, phone, "Sem")
    sem.goto(f"{house.base}/lichthaven/streets/?q=Bakenplein")
    sem.click("main th a:has-text('Bakenplein')")
    square = sem.url
    sem.click("main summary:has-text('Wat hier ook kan')")
    sem.click("main a:has-text('Het plein verzorgen')")
    task = sem.url
    assert task == square + "task/square/"
    assert "De stad beslist, doet en betaalt." in sem.inner_text("main")
    assert "ten minste elke twee weken" in sem.inner_text("main")

    sem.click("main a:has-text('Ik doe mee')")
    sem.check("input[name=rhythm][value=two_weeks]")
    sem.click("main form.vt-form button[type=submit]")
    assert "Vegen, bankjes schoonmaken" in sem.inner_text("main")
    sem.click("main a:has-text('Ik heb het gedaan')")
    assert "Hoeveel uren?" in sem.inner_text("main")
    sem.fill("input[name=minutes]", "90")
    sem.fill("input[name=amount]", "2")
    sem.click("main form.vt-form button[type=submit]")
    assert sem.url == task
    assert "90 minuten, 2 uren" in words_of(sem.inner_text("main"))

    sem.click("main a:has-text('Wij willen deze taak zelf dragen')")
    sem.click("main form.vt-form button[type=submit]")
    assert "De vraag ligt bij de stad" in sem.inner_text("body")

    bram = come_in(house, browser.new_context(viewport=PHONE, locale="nl-NL"), "Bram")
    asked = bram.locator("main .vt-asked", has_text="het plein verzorgen")
    assert "overgeslagen" in asked.inner_text()
    asked.locator("a[href*='/say/']").click()
    bram.check("input[name=said][value=yes]")
    bram.click("main form.vt-form button[type=submit]")
    assert "het plein verzorgen" in bram.inner_text("h1")
    assert bram.locator("main a:has-text('PDF')").count() == 1

    house.python(LATER)
    visitor = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()
    visitor.goto(task)
    words = words_of(visitor.inner_text("main"))
    assert "Buren beslissen en doen. De stad betaalt het materiaal." in words
    assert "Geven zij terug, dan doet de stad meteen weer wat zij deed." in words
    assert "Sem" not in words
    visitor.goto(f"{house.base}/lichthaven/room/?q=Bakenplein")
    assert "Het plein verzorgen" in visitor.inner_text("main")

    sem.goto(task)
    sem.click("main a:has-text('Ik geef het terug')")
    sem.click("main button:has-text('Ja, ik geef het terug')")
    assert "Nu doet geen buur dit hier" in sem.inner_text("main")
    visitor.goto(task)
    words = words_of(visitor.inner_text("main"))
    assert "De stad doet dit hier zelf, ten minste elke twee weken." in words
    assert "Het plein verzorgen: iemand gaf terug" in words
    assert "Ik doe mee" in words
    visitor.goto(f"{house.base}/lichthaven/journal/")
    assert "Het plein verzorgen: " in visitor.inner_text("main")
    visitor.goto(square)
    assert "Het plein verzorgen" in visitor.inner_text("main")


def test_the_city_stops_a_task_nobody_took_up_goes_on_after_all_and_names_its_day(
    house: House, browser: Browser
) -> None:
    """It is called stopping, never making room; and one tap takes it back."""
    phone = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")
    bram = come_in(house, phone, "Bram")
    visitor = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()
    bram.goto(f"{house.base}/lichthaven/streets/?q=Duinpan")
    bram.click("main th a:has-text('Duinpan')")
    task = bram.url + "task/playground/"
    bram.goto(task)

    bram.click("main a:has-text('Hier stopt de stad')")
    bram.check("input[name=how][value=stops]")
    bram.check("input[name=why][value=other]")
    bram.click("main form.vt-form button[type=submit]")
    assert bram.locator("[role=alert]").count() == 1  # why, in one's own words
    bram.fill("textarea[name=own]", "De toestellen worden dit jaar niet vervangen.")
    bram.fill(
        "input[name=since]", timezone.localdate().isoformat()
    )  # two weeks ahead unless one says otherwise
    bram.click("main form.vt-form button[type=submit]")
    assert bram.url == task
    for page in (bram, visitor):
        page.goto(task)
        words = words_of(page.inner_text("main"))
        assert "de stad stopt hier sinds" in words
        assert "De toestellen worden dit jaar niet vervangen." in words
        assert "Niemand heeft het overgenomen." in words
    visitor.goto(f"{house.base}/lichthaven/balance/")
    stops = visitor.locator("main section", has=visitor.get_by_role("heading", name="Waar de stad stopt"))
    stops.locator("summary", has_text="plek").click()  # the newest are below the oldest, folded
    assert "Duinpan" in stops.inner_text()
    visitor.goto(f"{house.base}/lichthaven/journal/")
    assert "De speelplek openhouden: de stad zei dat zij hier stopt" in visitor.inner_text("main")

    bram.click("main button:has-text('De stad gaat hier toch door')")
    bram.click("main a:has-text('Zeg wanneer de stad komt')")
    bram.click("main form.vt-form button[type=submit]")
    assert bram.url == task
    visitor.goto(task)
    assert "de stad stopt hier sinds" not in visitor.inner_text("main")
    bram.click("main button:has-text('De stad was er')")
    visitor.reload()
    assert "De stad was hier" in words_of(visitor.inner_text("main"))
