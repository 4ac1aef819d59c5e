"""Streets where nobody is known are an errand for who is paid to come: with a day, and no reproach."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.reflection.test_letters import a_table_near, lives_at
from vuurtoren.care import acts as care
from vuurtoren.gifts import acts as gifts
from vuurtoren.language import Refused
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import viewer_of
from vuurtoren.reflection import acts, queries
from vuurtoren.reflection.rules import ERRAND_WITHIN
from vuurtoren.stay import acts as stay

pytestmark = pytest.mark.django_db


def names(viewer: Viewer, here: Neighbourhood) -> list[str]:
    return [one.place.name for one in queries.quiet_streets(viewer, here, timezone.localdate())]


def test_a_street_is_quiet_until_somebody_there_meets_gives_or_carries() -> None:
    here, now = a_neighbourhood(), timezone.now()
    today = timezone.localdate(now)
    worker = seen_as(a_worker(here))
    quiet, table, gift, carried = (a_place(here, name) for name in ("Stille", "Tafel", "Kracht", "Draag"))
    assert len(names(worker, here)) == 4
    a_table_near(seen_as(a_person(here)), table)
    giver = lives_at(a_person(here), gift)
    gifts.offer_gift(
        seen_as(giver), here, kind="hands", words="Ik maak fietsen", width="me",
        until=today + timedelta(days=90), at=now,
    )  # fmt: skip
    care.join(seen_as(a_person(here)), carried, at=now)
    assert names(worker, here) == [quiet.name]
    assert names(seen_as(a_person(here, Role.BUILDER)), here) == [quiet.name]
    with pytest.raises(Refused, match=r"power\.not_yours"):
        names(seen_as(a_person(here)), here)


def test_one_goes_on_a_day_and_was_there() -> None:
    here, now = a_neighbourhood(), timezone.now()
    today = timezone.localdate(now)
    street = a_place(here, "Stille")
    bram, kim = seen_as(a_worker(here, called="Bram")), seen_as(a_worker(here, called="Kim"))
    acts.take_errand(bram, street, on=today + timedelta(days=3), at=now)
    with pytest.raises(Refused, match=r"reflection\.errand_taken"):
        acts.take_errand(kim, street, on=today + timedelta(days=4), at=now)
    acts.take_errand(bram, street, on=today + timedelta(days=5), at=now)
    (seen,) = queries.quiet_streets(bram, here, today)
    assert [one.on for one in queries.my_errands(bram, here)] == [today + timedelta(days=5)]
    assert queries.my_errands(kim, here) == []
    assert seen.errand is not None
    assert (seen.mine, seen.errand.on) == (True, today + timedelta(days=5))
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.errand_done(kim, seen.errand, at=now)
    acts.errand_done(bram, seen.errand, at=now)
    assert queries.quiet_streets(bram, here, today)[0].errand is None
    assert queries.my_errands(bram, here) == []
    gone = {"on": (today + timedelta(days=5)).isoformat(), "done": now.date().isoformat()}
    assert queries.own_errands_export(bram) == [{"street": street.name, **gone}]
    assert queries.own_errands_export(kim) == []
    for on in (today - timedelta(days=1), today + ERRAND_WITHIN + timedelta(days=1)):
        with pytest.raises(Refused, match=r"reflection\.errand_when"):
            acts.take_errand(kim, street, on=on, at=now)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.take_errand(seen_as(a_person(here)), street, on=today + timedelta(days=4), at=now)


def went(viewer: Viewer, here: Neighbourhood, today: date) -> list[str]:
    """Who goes to the one quiet street, as this viewer reads it."""
    return [one.errand.person.called for one in queries.quiet_streets(viewer, here, today) if one.errand]


def test_not_after_all_is_one_tap_and_the_street_is_free_for_a_colleague() -> None:
    here, now = a_neighbourhood(), timezone.now()
    today, street = timezone.localdate(now), a_place(here, "Stille")
    bram, kim = seen_as(a_worker(here, called="Bram")), seen_as(a_worker(here, called="Kim"))
    acts.take_errand(bram, street, on=today + timedelta(days=3), at=now)
    (errand,) = queries.my_errands(bram, here)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.drop_errand(kim, errand, at=now)
    moment = acts.drop_errand(bram, errand, at=now)
    assert (moment.kind, moment.place, moment.what) == ("reflection.errand_dropped", street.key, {})
    assert (queries.my_errands(bram, here), went(kim, here, today)) == ([], [])
    acts.take_errand(kim, street, on=today + timedelta(days=4), at=now)
    assert went(bram, here, today) == ["Kim"]
    with pytest.raises(Refused, match=r"reflection\.errand_gone"):
        acts.drop_errand(bram, errand, at=now)


def test_who_does_not_work_here_any_more_keeps_nobody_away_from_a_street() -> None:
    here, now = a_neighbourhood(), timezone.now()
    today, street = timezone.localdate(now), a_place(here, "Stille")
    gone, bram = a_worker(here, called="Kim"), seen_as(a_worker(here, called="Bram"))
    acts.take_errand(seen_as(gone), street, on=today + timedelta(days=9), at=now)
    stay.announce_leaving(seen_as(gone), gone.work.get(), last_day=today, at=now)
    assert went(bram, here, today) == ["Kim"]
    assert [one.place.name for one in queries.errands_of(bram, here, gone)] == ["Stille"]
    with pytest.raises(Refused, match=r"reflection\.errand_taken"):
        acts.take_errand(bram, street, on=today + timedelta(days=4), at=now)
    tomorrow = now + timedelta(days=1)
    assert went(bram, here, today + timedelta(days=1)) == []
    acts.take_errand(bram, street, on=today + timedelta(days=4), at=tomorrow)
    assert went(bram, here, today + timedelta(days=1)) == ["Bram"]


def test_two_weeks_after_its_day_an_errand_is_free_and_until_then_it_is_not() -> None:
    here, now = a_neighbourhood(), timezone.now()
    today, street = timezone.localdate(now), a_place(here, "Stille")
    kim, bram = seen_as(a_worker(here, called="Kim")), seen_as(a_worker(here, called="Bram"))
    acts.take_errand(kim, street, on=today, at=now)
    for passed, free in ((13, False), (14, True)):
        later = now + timedelta(days=passed)
        assert (went(bram, here, later.date()) == []) is free
        assert went(kim, here, later.date()) == ["Kim"], "who goes may still tap that they were there"
        if not free:
            with pytest.raises(Refused, match=r"reflection\.errand_taken"):
                acts.take_errand(bram, street, on=later.date(), at=later)
    acts.take_errand(bram, street, on=later.date(), at=later)
    assert (went(kim, here, later.date()), queries.my_errands(kim, here)) == (["Bram"], [])


def test_who_leaves_reads_on_the_hand_over_where_coffee_is_still_to_be_drunk(client: Client) -> None:
    here, now = a_neighbourhood(), timezone.now()
    today, street = timezone.localdate(now), a_place(here, "Stille")
    kim = a_worker(here, called="Kim", at=now)
    by = viewer_of(kim, now)
    acts.take_errand(by, street, on=today, at=now)
    stay.announce_leaving(by, kim.work.get(), last_day=today + timedelta(days=9), at=now)
    assert kim.account
    client.force_login(kim.account)
    page = client.get(
        f"/{here.slug}/leaving/{kim.work.get().departure.public_id}/", secure=True
    ).content.decode()
    assert "Koffie drinken in Stille" in page
    errand = queries.my_errands(by, here)[0]
    for address in ("quiet/", ""):
        page = client.get(f"/{here.slug}/{address}", secure=True).content.decode()
        assert f"/quiet/{errand.public_id}/not/" in page
    client.post(f"/{here.slug}/quiet/{errand.public_id}/not/", {"key": "once"}, secure=True)
    assert queries.my_errands(by, here) == []
