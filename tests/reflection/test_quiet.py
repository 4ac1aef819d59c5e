"""Streets where nobody is known are an errand for who is paid to come: with a day, and no reproach."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.reflection.test_letters import a_table_near, lives_at
from vuurtoren.care import acts as care
from vuurtoren.gifts import acts as gifts
from vuurtoren.language import Refused
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.reflection import acts, queries
from vuurtoren.reflection.rules import ERRAND_WITHIN

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
