"""The day on which the institution comes itself for another kind of task: said, moved, kept; never into others' room."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.care.makers import LATER, a_carrier, days, handed_over, task_of
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts, queries
from vuurtoren.care.models import Coming, TaskKind
from vuurtoren.care.queries.seen import CityItself
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.power.models import Declared
from vuurtoren.power.queries import machine, visitor
from vuurtoren.power.rules import Emergency
from vuurtoren.reflection.meanings import MEANS, NOTHING, meaning_key

pytestmark = pytest.mark.django_db
TODAY = LATER.date()


def city(place: Place, day: date) -> CityItself:
    seen = queries.place_care(visitor(), place, kind="green", today=day)
    return queries.city_at(visitor(), TaskKind.objects.get(code="green"), seen, day)


def a_green_that_residents_hold() -> tuple[Viewer, Viewer, Place]:
    here = a_neighbourhood()
    worker, place = seen_as(a_worker(here)), a_place(here)
    by = a_carrier(a_person(here), place, kind="green", rhythm="weekly")
    handed_over(by, worker, place, kind="green", stop_grade="")
    return by, worker, place


def test_a_day_is_said_moved_kept_and_the_rhythm_stays_beside_it() -> None:
    here = a_neighbourhood()
    worker, place = seen_as(a_worker(here)), a_place(here)
    soon = TODAY + timedelta(3)
    acts.say_coming(worker, place, kind="green", on=soon, at=LATER)
    assert (city(place, TODAY).on, city(place, TODAY).code) == (soon, "days")
    assert "De stad komt op" in city(place, TODAY).words("nl")
    assert "ten minste elke vier weken" in city(place, TODAY).words("nl")
    acts.say_coming(worker, place, kind="green", on=soon + timedelta(1), at=days(1))
    said = Coming.objects.get()
    assert said.on == soon + timedelta(1)
    with pytest.raises(Refused, match=r"care\.not_that_day_yet"):
        acts.say_came(worker, said, at=days(2))
    passed = city(place, TODAY + timedelta(6))
    assert passed.late
    assert "Zij zei nog niet of zij er was" in passed.words("nl")
    acts.say_came(worker, said, at=days(6))
    after = city(place, days(7).date())
    assert (after.on, after.came_on, after.code) == (None, days(6).date(), "days")
    with pytest.raises(Refused, match=r"care\.coming_over"):
        acts.say_comes_not(worker, said, at=days(7))
    acts.say_coming(worker, place, kind="green", on=days(9).date(), at=days(8))
    acts.say_comes_not(worker, Coming.objects.get(came_at=None), at=days(8))
    assert city(place, days(8).date()) == after
    told = Moment.objects.filter(place=place.key).order_by("number").values_list("kind", flat=True)
    assert list(told) == [
        "care.comes", "care.comes", "care.came", "care.comes", "care.comes_not"
    ]  # fmt: skip


@pytest.mark.parametrize("away", [-1, 93])
def test_a_day_that_is_over_or_far_away_is_no_day_to_come(away: int) -> None:
    here = a_neighbourhood()
    worker, place, on = seen_as(a_worker(here)), a_place(here), TODAY + timedelta(away)
    with pytest.raises(Refused, match=r"care\.coming_too_far"):
        acts.say_coming(worker, place, kind="green", on=on, at=LATER)


def test_litter_has_its_own_plan() -> None:
    here = a_neighbourhood()
    worker, place = seen_as(a_worker(here)), a_place(here)
    with pytest.raises(Refused, match=r"care\.litter_has_a_plan"):
        acts.say_coming(worker, place, kind="litter", on=TODAY, at=LATER)


def test_into_residents_room_only_after_their_yes_and_in_its_week() -> None:
    by, worker, place = a_green_that_residents_hold()
    on = days(21).date()
    with pytest.raises(Refused, match=r"room\.residents_hold_it"):
        acts.say_coming(worker, place, kind="green", on=on, at=days(20))
    assert not Coming.objects.exists()
    acts.ask_first(worker, place, kind="green", at=days(20))
    with pytest.raises(Refused, match=r"room\.residents_hold_it"):  # silence is no yes
        acts.say_coming(worker, place, kind="green", on=on, at=days(20))
    acts.answer_help(by, place, yes=True, kind="green", at=days(20))
    with pytest.raises(Refused, match=r"room\.residents_hold_it"):
        acts.say_coming(worker, place, kind="green", on=on + timedelta(9), at=days(20))
    acts.say_coming(worker, place, kind="green", on=on, at=days(20))
    assert Coming.objects.get().ground == "asked"


def test_in_an_emergency_the_day_is_said_and_everybody_reads_why() -> None:
    _, worker, place = a_green_that_residents_hold()
    on = days(21).date()
    acts.say_coming(worker, place, kind="green", on=on, emergency=Emergency("storm", on), at=days(20))
    assert Coming.objects.get().ground == "emergency"
    assert Declared.objects.get().kind == "green"
    acts.say_coming(worker, place, kind="green", on=on, emergency=Emergency("storm", on), at=days(20))
    assert Declared.objects.count() == 1  # it lasts; none is declared twice
    kinds = [one.kind for one in Moment.objects.filter(place=place.key).order_by("-number")[:3]]
    assert kinds == ["care.comes", "care.comes", "power.emergency_declared"]


def test_nothing_is_half_said_where_an_emergency_ends_too_soon() -> None:
    _, worker, place = a_green_that_residents_hold()
    on = days(24).date()
    with pytest.raises(Refused, match=r"room\.emergency_too_short"):
        acts.say_coming(
            worker, place, kind="green", on=on, emergency=Emergency("storm", days(20).date()), at=days(20)
        )
    assert not Coming.objects.exists()
    assert not Declared.objects.exists()


def test_a_day_that_was_named_before_residents_held_it_goes_with_the_hand_over() -> None:
    here = a_neighbourhood()
    worker, place = seen_as(a_worker(here)), a_place(here)
    by = a_carrier(a_person(here), place, kind="green", rhythm="weekly")
    acts.say_coming(worker, place, kind="green", on=days(40).date(), at=LATER)
    handed_over(by, worker, place, kind="green", stop_grade="")
    assert task_of(place).carried_at.handed_over
    assert (city(place, days(20).date()).on, city(place, days(20).date()).code) == (None, "held")
    acts.give_back(by, place, kind="green", at=days(20))
    assert city(place, days(20).date()).code == "days"


def test_only_an_emergency_and_a_coming_with_a_yes_count_as_entering() -> None:
    for moment in ("care.comes", "care.came"):
        for ground in ("own", "asked", "agreed", "emergency"):
            key = meaning_key(moment, {"ground": ground})
            assert (key in MEANS) != (key in NOTHING)


def test_on_the_page_it_is_one_form_and_one_tap_and_a_stop_shows_three_ways(client: Client) -> None:
    here = a_neighbourhood()
    bram, square = a_worker(here), a_place(here, kind="square")
    assert bram.account
    client.force_login(bram.account)
    page, today = f"/{here.slug}/street/{square.public_id}/task/square/", timezone.localdate()
    assert f'href="{page}come/"' in client.get(page).content.decode()
    assert client.post(f"{page}come/", {"on": today, "key": "k1"}).headers["Location"] == page
    shown = client.get(page).content.decode()
    assert "De stad komt op" in shown
    assert f'action="{page}come/done/"' in shown
    assert client.post(f"{page}come/done/", {"key": "k2"}).status_code == 302
    assert "De stad was hier het laatst op" in client.get(page).content.decode()
    resident = a_carrier(a_person(here), square, kind="square", at=timezone.now() - timedelta(40))
    handed = {"to_step": 4, "stop_steps": 2, "after_stop": "ask", "overlap_days": 7, "kind": "square"}
    long_ago = timezone.now() - timedelta(39)
    acts.challenge(resident, square, at=long_ago, **handed)
    asked = task_of(square).hand_overs.get()
    acts.answer(seen_as(bram), asked, yes=True, at=long_ago)
    acts.pass_time(machine(), here, at=timezone.now())
    stopped = client.post(f"{page}come/", {"on": today, "key": "k3"})
    assert stopped.status_code == 422
    words = stopped.content.decode()
    assert all(one in words for one in ("Vraag het de buren", "Zie ervan af", "Meld een noodgeval"))
    given = {"on": today, "way": "emergency", "kind": "danger", "until": today, "key": "k4"}
    assert client.post(f"{page}come/", given).status_code == 302
    shown = client.get(page).content.decode()
    assert "Er is gevaar." in shown
    assert client.post(f"{page}emergency/over/", {"key": "k5"}).status_code == 302
    assert "Er is gevaar." not in client.get(page).content.decode()
