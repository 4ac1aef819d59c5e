"""The city sends a crew into a street that neighbours hold: it is stopped, and shown three ways. Nobody is blamed."""

import pytest
from playwright.sync_api import Browser, Page

from tests.stories.browser import CHROMIUM, House, come_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}
HAND_OVER = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
django.setup()
from datetime import timedelta
from django.utils import timezone
from vuurtoren.care import acts as care
from vuurtoren.care.models import HandOver, Task
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewer_of
from vuurtoren.response.models import PlanLine
now = timezone.now()
here = Neighbourhood.objects.get(slug="lichthaven")
sem, bram = (Person.objects.get(called=name) for name in ("Sem", "Bram"))
free = Place.objects.filter(neighbourhood=here, gone_at=None).exclude(name="")
free = free.exclude(pk__in=Task.objects.values("place"))
for one, name in zip(free.exclude(pk__in=PlanLine.objects.filter(plan__date__gte=now.date()).values("place"))[:2],
                     ("Wimpelstraat", "Vlaggenplein")):
    Place.objects.filter(pk=one.pk).update(name=name)
    at = now - timedelta(days=30)
    care.join(viewer_of(sem, at), one, at=at)
    care.challenge(viewer_of(sem, at), one, to_step=4, stop_grade="C", stop_steps=28, after_stop="ask",
                   overlap_days=7, at=at)
    care.answer(viewer_of(bram, at), HandOver.objects.get(task__place=one, state="asked"), yes=True, at=at)
care.pass_time(machine(), here, at=now - timedelta(days=20))
"""


@pytest.fixture(scope="module", autouse=True)
def _two_streets_are_handed_over(house: House) -> None:
    house.python(HAND_OVER)


def somebody(house: House, browser: Browser, name: str, script: bool = True) -> Page:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="nl-NL")  # type: ignore[arg-type]
    return come_in(house, context, name)


def sends_a_crew(bram: Page, house: House, street: str) -> None:
    """To the plan, and there a street by hand."""
    bram.goto(f"{house.base}/lichthaven/plan/")
    bram.click("main a:has-text('Straat erbij zetten')")
    bram.select_option("select[name=place]", label=street)
    bram.fill("input[name=reason]", "Er kwam een klacht")
    bram.click("main button:has-text('Zet erbij')")


def test_a_crew_into_a_street_of_neighbours_is_stopped_and_asks_first(house: House, browser: Browser) -> None:
    bram = somebody(house, browser, "Bram", script=False)
    sends_a_crew(bram, house, "Wimpelstraat")
    words = bram.inner_text("main")
    assert "Buren hebben Wimpelstraat in handen" in words
    assert "Buren beslissen en doen. De stad betaalt het materiaal." in words
    for way in ("Vraag het de buren", "Zie ervan af", "Meld een noodgeval"):
        assert way in words
    bram.click("main button:has-text('Vraag het de buren')")
    assert "Wimpelstraat" in bram.inner_text("h1")

    sem = somebody(house, browser, "Sem")
    sem.goto(bram.url)
    with sem.expect_navigation():
        sem.click("main button:has-text('Ja, graag')")

    sends_a_crew(bram, house, "Wimpelstraat")
    assert bram.locator("main h3:has-text('Wimpelstraat')").count() == 1


def test_seen_off_nothing_changes_and_an_emergency_is_told_to_everybody(
    house: House, browser: Browser
) -> None:
    bram = somebody(house, browser, "Bram", script=False)
    sends_a_crew(bram, house, "Vlaggenplein")
    bram.click("main a:has-text('Zie ervan af')")
    assert "Vlaggenplein" not in bram.inner_text("main")

    sends_a_crew(bram, house, "Vlaggenplein")
    bram.click("main a:has-text('Meld een noodgeval')")
    bram.check("input[value=danger]")
    bram.fill("input[name=reason]", "Glas voor de school")
    last_day = bram.input_value("input[name=until]")
    bram.fill("input[name=until]", "2099-01-01")
    bram.click("main button:has-text('Meld het')")
    assert "Een noodgeval eindigt op een dag die je noemt" in bram.inner_text("main")
    bram.fill("input[name=until]", last_day)
    bram.click("main button:has-text('Meld het')")
    bram.click("main h3 a:has-text('Vlaggenplein')")

    everybody = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()  # type: ignore[arg-type]
    everybody.goto(bram.url)
    words = everybody.inner_text("main")
    assert "Noodgeval" in words
    assert "Er is gevaar." in words
    assert "Glas voor de school" in words
    assert "buren beslissen" in words
    assert "De stad meldde een noodgeval in een straat van buren" in words
    assert "Bram" not in words
    everybody.goto(f"{house.base}/lichthaven/room/?q=vlaggen")
    assert "Vlaggenplein" in everybody.inner_text("main")
