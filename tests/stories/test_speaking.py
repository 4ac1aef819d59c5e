"""An alderman wants to speak too early, and a square says no to an offer: it costs nobody anything, and all can read it."""

import pytest
from playwright.sync_api import Browser, Page

from tests.stories.browser import CHROMIUM, House, come_in

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}
PLACES = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
django.setup()
from datetime import timedelta
from django.utils import timezone
from vuurtoren.care import acts as care
from vuurtoren.care.models import HandOver, Task
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.queries import places_beside
from vuurtoren.power.queries import machine, viewer_of, visitor
now = timezone.now()
here = Neighbourhood.objects.get(slug="lichthaven")
sem, bram, fatma = (Person.objects.get(called=name) for name in ("Sem", "Bram", "Fatma"))
free = Place.objects.filter(neighbourhood=here, gone_at=None).exclude(name="")
free = free.exclude(pk__in=Task.objects.values("place")).exclude(pk__in=Person.objects.exclude(home=None).values("home"))
held = free.first()
Place.objects.filter(pk=held.pk).update(name="Trotsplein")
at = now - timedelta(days=30)
care.join(viewer_of(sem, at), held, at=at)
care.challenge(viewer_of(sem, at), held, to_step=4, stop_grade="C", stop_steps=28, after_stop="ask",
               overlap_days=7, at=at)
care.answer(viewer_of(bram, at), HandOver.objects.get(task__place=held, state="asked"), yes=True, at=at)
care.pass_time(machine(), here, at=now - timedelta(days=20))
for one in free.exclude(pk=held.pk):
    near = [some for some in places_beside(visitor(), one) if some.name and not some.tasks.exists()]
    if near:
        Place.objects.filter(pk=one.pk).update(name="Aanbodplein", kind="square")
        Place.objects.filter(pk=near[0].pk).update(name="Aanbodstraat")
        Person.objects.filter(pk=fatma.pk).update(home=near[0].pk)
        break
"""


@pytest.fixture(scope="module", autouse=True)
def _a_square_that_is_held_and_one_that_is_free(house: House) -> None:
    house.python(PLACES)


def somebody(house: House, browser: Browser, name: str, script: bool = True) -> Page:
    context = browser.new_context(viewport=PHONE, java_script_enabled=script, locale="nl-NL")  # type: ignore[arg-type]
    return come_in(house, context, name)


def at_street(page: Page, house: House, name: str) -> None:
    page.goto(f"{house.base}/lichthaven/streets/?q={name}")
    page.click(f"main tbody a:has-text('{name}')")


def test_the_alderman_who_wants_to_speak_too_early(house: House, browser: Browser) -> None:
    bram = somebody(house, browser, "Bram", script=False)
    at_street(bram, house, "Trotsplein")
    place = bram.url
    bram.click("main a:has-text('De stad zegt hier iets over')")
    bram.fill("textarea[name=said]", "De wethouder maakte dit plein schoon")
    bram.click("main button:has-text('Maak het bekend')")
    words = bram.inner_text("main")
    assert "Dit is van buren" in words
    for one in ("Vraag het de buren", "Zie ervan af", "Meld een noodgeval"):
        assert one in words
    bram.click("main button:has-text('Vraag het de buren')")

    everybody = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()  # type: ignore[arg-type]
    everybody.goto(place)
    assert "De wethouder maakte dit plein schoon" not in everybody.inner_text("main")

    sem = somebody(house, browser, "Sem")
    sem.click("main a:has-text('Lees het')")
    sem.check("input[name=answer][value=other]")
    sem.fill("textarea[name=theirs]", "Buren houden dit plein schoon. De stad is er blij mee.")
    with sem.expect_navigation():
        sem.click("main button:has-text('Zeg het')")

    bram.goto(f"{house.base}/lichthaven/")
    bram.click("main a:has-text('Lees het')")
    bram.click("main button:has-text('Maak de woorden van de buren bekend')")

    everybody.goto(place)
    words = everybody.inner_text("main")
    assert "Buren houden dit plein schoon." in words
    assert "Buren zeiden ja." in words
    assert "De wethouder maakte" not in words
    assert "Sem" not in words
    everybody.goto(f"{house.base}/lichthaven/journal/")
    assert "De stad vroeg buren of zij iets mag zeggen" in everybody.inner_text("main")


def test_a_square_says_no_to_an_offer_and_nothing_is_taken_from_it(house: House, browser: Browser) -> None:
    bram = somebody(house, browser, "Bram", script=False)
    at_street(bram, house, "Aanbodplein")
    place = bram.url
    bram.click("main a:has-text('Hier stopt de stad')")
    bram.check("input[name=how][value=stops]")
    bram.check("input[name=why][value=money]")
    bram.click("main button:has-text('Zeg het tegen iedereen')")
    bram.goto(place + "agreement/")
    bram.check("label:has-text('Aanbodstraat') input")
    bram.click("main form.vt-form button[type=submit]")

    fatma = somebody(house, browser, "Fatma", script=False)
    for street, button in (("Aanbodplein", "Nee, dank je"), ("Aanbodstraat", "Nu niet")):
        fatma.goto(f"{house.base}/lichthaven/")
        card = fatma.locator(f"main .vt-asked:has-text('{street}')")
        assert "Nee zeggen kost niets" in card.inner_text()
        card.locator(f"button:has-text('{button}')").click()
        assert "vraagt dit niet opnieuw voor" in fatma.inner_text("main")
    assert "Tegelijk aangeboden" in fatma.inner_text("main")

    everybody = browser.new_context(viewport=PHONE, locale="nl-NL").new_page()  # type: ignore[arg-type]
    everybody.goto(place)
    words = everybody.inner_text("main")
    assert "Buren zeiden nee; dat mag altijd. Niemand heeft het overgenomen." in words
    assert "Daarom telt het plan deze straat mee" in words
    assert "Fatma" not in words
    everybody.goto(f"{house.base}/lichthaven/balance/")
    everybody.click("#stops summary:has-text('plek')")
    assert "Aanbodplein" in everybody.inner_text("main")

    bram.goto(place + "agreement/")
    bram.click("main form.vt-form button[type=submit]")
    assert "Buren zeiden hier nee." in bram.inner_text("main")
