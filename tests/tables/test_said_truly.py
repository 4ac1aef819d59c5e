"""What is told of a table is so: invitations follow it, a preview has its time, nothing stands there twice unasked."""

from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.gifts.makers import a_gift
from tests.makers import NOW, a_neighbourhood, a_person, a_place, seen_as
from tests.tables.test_learning import SOON
from tests.tables.test_stories import TODAY
from vuurtoren.gifts.acts import invite
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import viewer_of
from vuurtoren.tables import acts
from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import When
from vuurtoren.tables.series import meets_on

WEEKLY = When(date(2026, 11, 18), time(10), "week")


@pytest.mark.pure
def test_what_becomes_of_a_coffee_that_somebody_expects() -> None:
    day, later = date(2026, 11, 25), datetime.combine(date(2026, 11, 27), time(15))
    assert meets_on(WEEKLY, day).state == "meets"
    assert meets_on(WEEKLY, day, date(2026, 12, 1)).state == "rests"
    assert meets_on(WEEKLY, day, date(2026, 11, 25)).state == "meets"
    assert meets_on(WEEKLY, day, otherwise={day: None}).state == "off"
    moved = meets_on(WEEKLY, day, otherwise={day: later})
    assert (moved.state, moved.at) == ("moved", later)
    assert meets_on(WEEKLY, later.date(), otherwise={day: later}).state == "meets"
    assert meets_on(WEEKLY, later.date()).state == "other"


def an_invitation() -> tuple[Neighbourhood, Viewer, Person, Table, date]:
    """Amina asked Joris to Mei's table of next week."""
    here, now = a_neighbourhood(), timezone.now()
    day = timezone.localdate(now) + timedelta(days=3)
    mei, amina, joris = a_person(here, called="Mei"), a_person(here, called="Amina"), a_person(here)
    host = viewer_of(mei, now)
    acts.set_table(host, a_place(here, "Kadeweg"), when=When(day, time(15), "fortnight"), at=now)
    table = Table.objects.latest("pk")
    gift = a_gift(seen_as(joris), here, "fietsen maken", width="neighbourhood")
    invite(viewer_of(amina, now), gift, table.public_id, day=day, at=now)
    return here, host, joris, table, day


@pytest.mark.django_db
@pytest.mark.parametrize("what", ["nothing", "off", "moved", "rests", "other"])
def test_an_invitation_follows_the_table(what: str) -> None:
    here, host, joris, table, day = an_invitation()
    now = timezone.now()
    if what == "off":
        acts.change_once(host, table, planned=day, to=None, at=now)
    elif what == "moved":
        to = datetime.combine(day + timedelta(days=1), time(16))
        acts.change_once(host, table, planned=day, to=to, at=now)
    elif what == "rests":
        acts.rest(host, table, until=day + timedelta(days=9), at=now)
    elif what == "other":
        when = When(day + timedelta(days=1), time(15), "fortnight")
        acts.change_table(host, table, place=table.place, when=when, at=now)
    assert joris.account is not None
    client = Client()
    client.force_login(joris.account)
    for page in (f"/{here.slug}/", f"/{here.slug}/gifts/"):
        told = client.get(page).content.decode()
        said = {
            "off": "is deze tafel er deze keer niet",
            "moved": "is nu op",
            "rests": "rust deze tafel",
            "other": "komt nu op een ander moment",
        }
        assert [one for one, words in said.items() if words in told] == ([what] if what in said else [])
        assert ("Ja, ik kom" in told) == (what in ("nothing", "moved"))


@pytest.mark.django_db
def test_a_preview_of_a_shared_address_tells_when() -> None:
    here, now = a_neighbourhood(), timezone.now()
    day = timezone.localdate(now) + timedelta(days=2)
    host = viewer_of(a_person(here), now)
    acts.set_table(host, a_place(here), when=When(day, time(15, 30), "week"), at=now)
    page = Client().get(f"/{here.slug}/table/{Table.objects.get().public_id}/").content.decode()
    (preview,) = [line for line in page.split("<meta ") if "og:description" in line]
    assert f"{day.day}" in preview
    assert "15" in preview
    assert "30" in preview


@pytest.mark.django_db
def test_a_table_begins_within_a_year() -> None:
    here = a_neighbourhood()
    host, place = seen_as(a_person(here)), a_place(here)
    for day in (date(9999, 1, 1), TODAY + timedelta(days=367)):
        with pytest.raises(Refused, match=r"tables\.first_day_far"):
            acts.set_table(host, place, when=When(day, time(10)), at=NOW)
    acts.set_table(host, place, when=When(TODAY + timedelta(days=366), time(10)), at=NOW)


@pytest.mark.django_db
def test_the_same_table_twice_is_asked_before_it_is_made() -> None:
    here, now = a_neighbourhood(), timezone.now()
    amina = a_person(here)
    assert amina.account is not None
    client = Client()
    client.force_login(amina.account)
    place, day = a_place(here, "Kadeweg"), timezone.localdate(now) + timedelta(days=2)

    def send(key: str, **given: Any) -> Any:
        about = {"place": place.pk, "day": day, "time": "10:00", "every": "week", "key": key * 32, **given}
        return client.post(f"/{here.slug}/tables/set/", about)

    assert send("a").status_code == 302
    again = send("b")
    assert again.status_code == 200
    assert "hier al een tafel" in again.content.decode()
    assert Table.objects.count() == 1
    assert send("c", time="14:00").status_code == 302
    assert send("d", day=day + timedelta(days=1)).status_code == 302
    assert Table.objects.count() == 3
    assert send("e", sure="yes").status_code == 302
    assert Table.objects.count() == 4


@pytest.mark.django_db
def test_the_act_asks_too_and_a_learning_table_beside_a_coffee_table_is_another() -> None:
    here = a_neighbourhood()
    host, place = seen_as(a_person(here)), a_place(here)
    when = When(TODAY, time(10), "week")
    acts.set_table(host, place, when=when, at=NOW)
    with pytest.raises(Refused, match=r"tables\.stands_here"):
        acts.set_table(
            seen_as(a_person(here)), place, when=When(TODAY + timedelta(days=7), time(10, 30)), at=NOW
        )
    about: dict[str, Any] = {"when": when, "question": "Wie kent wie?", "look_again_on": SOON, "at": NOW}
    acts.set_learning_table(host, place, **about)
    with pytest.raises(Refused, match=r"tables\.stands_here"):
        acts.set_learning_table(host, place, **about)
    acts.end_table(host, Table.objects.get(kind="coffee"), at=NOW)
    acts.set_table(host, place, when=when, at=NOW)
