"""A member of the neighbourhood council looks at ten years of room: what neighbours held, what ended and why, as a file."""

import csv
import io
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Browser

from tests.stories.browser import CHROMIUM, House, come_in, words_of

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE = {"width": 320, "height": 700}
TEN_YEARS = """
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
now = timezone.now()
here = Neighbourhood.objects.get(slug="lichthaven")
sem, bram = (Person.objects.get(called=name) for name in ("Sem", "Bram"))
free = Place.objects.filter(neighbourhood=here, gone_at=None).exclude(name="").exclude(pk__in=Task.objects.values("place"))
for one, name, began, ended in zip(free[:2], ("Wimpelstraat", "Vlaggenplein"), (9, 6), (3, None)):
    Place.objects.filter(pk=one.pk).update(name=name)
    at = now - timedelta(days=365 * began)
    care.join(viewer_of(sem, now), one, at=at)
    care.challenge(viewer_of(sem, now), one, to_step=4, stop_grade="C", stop_steps=28, after_stop="ask",
                   overlap_days=7, at=at)
    care.answer(viewer_of(bram, now), HandOver.objects.get(task__place=one, state="asked"), yes=True, at=at)
    care.pass_time(machine(), here, at=at + timedelta(days=10))
    if ended:
        at = now - timedelta(days=365 * ended)
        care.give_back(viewer_of(sem, now), one, at=at)
"""


def test_the_council_looks_at_ten_years_of_room(house: House, browser: Browser) -> None:
    house.python(TEN_YEARS)
    context = browser.new_context(viewport=PHONE, java_script_enabled=False, locale="nl-NL")  # type: ignore[arg-type]
    rosa = come_in(house, context, "Rosa")

    # From the first page in two steps.
    rosa.click("footer a:has-text('Overdrachten')")
    rosa.click("main a:has-text('Ruimte: wie beslist waar')")
    words = words_of(rosa.inner_text("main"))
    this_year = datetime.now(UTC).date().year
    assert "Tien jaar ruimte" in words
    rosa.click("main details:has(table) summary")
    rows = {
        row.locator("th").inner_text(): row.locator("td").all_inner_texts()
        for row in rosa.locator("main details tbody tr").all()
    }
    assert len(rows) == 10
    held = {int(year): int(found[0]) for year, found in rows.items()}
    assert held[this_year - 9] == 1
    assert held[this_year - 6] == 2
    assert held[this_year - 3] == 1
    assert [rows[str(this_year - ago)][2:] for ago in (9, 6, 3)] == [["1", "0"], ["1", "0"], ["0", "1"]]

    # What is over: since when, and that it was given back, with thanks and no blame.
    rosa.click("main a:has-text('Wat voorbij is')")
    over = words_of(rosa.inner_text("main .vt-list--cards li:has-text('Wimpelstraat')"))
    assert "Teruggegeven op" in over
    assert "Dank voor wat er gedaan is." in over
    assert str(this_year - 3) in over

    # One street, its own story, and the journal behind it; no name of who carried.
    rosa.goto(f"{house.base}/lichthaven/room/?q=vlaggen")
    rosa.click("main h3 a:has-text('Vlaggenplein')")
    street = words_of(rosa.inner_text("main"))
    assert "Buren beslissen en doen. De stad betaalt het materiaal." in street
    assert str(this_year - 6) in street

    # And all of it as a table.
    file = rosa.request.get(f"{house.base}/lichthaven/room/as.csv")
    table = list(
        csv.DictReader(
            io.StringIO(file.text().lstrip("\ufeff")), delimiter=";" if ";" in file.text() else ","
        )
    )
    wimpel = next(row for row in table if row["straat"] == "Wimpelstraat")
    assert (wimpel["beslist"], wimpel["waarom voorbij"]) == ("buren", "teruggegeven")
    assert "Sem" not in file.text()
