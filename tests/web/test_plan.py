"""The plan of a day on its pages: read by everybody, changed by the municipality with a reason, written in the journal."""

import json
from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.makers import a_neighbourhood, a_person, a_place, a_worker
from vuurtoren.journal.models import Moment
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, viewer_of
from vuurtoren.response import acts, queries
from vuurtoren.response.models import Crew, Plan, PlanLine, Visit

pytestmark = pytest.mark.django_db


def a_planned_day(here: Neighbourhood) -> date:
    """Two streets, one crew, and the plan of today."""
    at = timezone.now()
    acts.agree_standard(machine(), here, goal_grade="A", floor_grade="A", at=at)
    start = a_place(here, "Kadeweg")
    worker = viewer_of(a_worker(here), at)
    for place in (start, a_place(here, "Lampstraat")):
        acts.observe(worker, place, pieces=40, at=at - timedelta(hours=30))
    acts.add_crew(machine(), here, name="Kade", minutes=240, mode="walk", lon=start.lon, lat=start.lat, at=at)
    today = timezone.localdate(at)
    acts.work_the_night(machine(), here, date=today, at=at)
    assert PlanLine.objects.filter(plan__neighbourhood=here).exists()
    return today


def signed_in(person: Person) -> Client:
    client = Client()
    assert person.account
    client.force_login(person.account)
    return client


def test_everybody_reads_the_plan_and_why() -> None:
    here = a_neighbourhood()
    a_planned_day(here)
    shown = Client().get(f"/{here.slug}/plan/").content.decode()
    assert "Kadeweg" in shown
    assert "niemand prikt hier" in shown
    assert "take-off" not in shown
    assert "/done/" not in shown


def test_a_day_without_a_plan_says_so_and_a_day_that_does_not_exist_is_no_page() -> None:
    here = a_neighbourhood()
    assert Client().get(f"/{here.slug}/plan/").status_code == 200
    assert Client().get(f"/{here.slug}/plan/2031-01-01/").status_code == 200
    for day in ("2031-02-31", "0001-01-01", "9999-12-31"):
        assert Client().get(f"/{here.slug}/plan/{day}/").status_code == 404, day
    for day in ("2000-01-01", "2999-12-31"):
        assert Client().get(f"/{here.slug}/plan/{day}/").status_code == 200, day


@pytest.mark.parametrize("form", ["csv", "geojson", "gpx"])
def test_the_plan_goes_along_as_a_file(form: str) -> None:
    here = a_neighbourhood()
    today = a_planned_day(here)
    answer = Client().get(f"/{here.slug}/plan/{today}/as.{form}")
    assert answer.status_code == 200
    assert "attachment" in answer.headers["Content-Disposition"]
    assert "Kadeweg" in answer.content.decode()
    if form == "geojson":
        assert json.loads(answer.content)["type"] == "FeatureCollection"
    assert Client().get(f"/{here.slug}/plan/{today}/as.exe").status_code == 404


def test_done_twice_is_one_visit_and_can_be_undone() -> None:
    here = a_neighbourhood()
    today = a_planned_day(here)
    line = PlanLine.objects.filter(plan__neighbourhood=here).first()
    assert line
    client, address = signed_in(a_worker(here)), f"/{here.slug}/plan/{today}/{line.public_id}/done/"
    for _ in range(2):
        assert client.post(address, {"key": "k1"}).status_code == 302
    assert Visit.objects.filter(line=line).count() == 1
    assert client.post(address, {"key": "k2"}).status_code in (409, 422)
    assert client.post(address, {"key": "k3", "undo": "1"}).status_code == 302
    assert not Visit.objects.filter(line=line).exists()
    kinds = Moment.objects.filter(about=line.key).order_by("number").values_list("kind", flat=True)
    assert list(kinds) == ["response.done", "response.done_undone"]


def test_a_street_goes_off_and_on_by_hand_with_a_reason() -> None:
    here = a_neighbourhood()
    today = a_planned_day(here)
    line = PlanLine.objects.filter(plan__neighbourhood=here).select_related("place").first()
    assert line
    client, base = signed_in(a_worker(here)), f"/{here.slug}/plan/{today}/"
    assert client.post(f"{base}{line.public_id}/take-off/", {"key": "k1", "reason": ""}).status_code == 422
    answer = client.post(f"{base}{line.public_id}/take-off/", {"key": "k2", "reason": "Er is markt"})
    assert answer.status_code == 302
    crew = Crew.objects.get(neighbourhood=here)
    given = {"key": "k3", "reason": "De markt is voorbij", "place": line.place.pk, "crew": crew.pk}
    assert client.get(base + "put-on/").status_code == 200
    assert client.post(base + "put-on/", given).status_code == 302
    assert "De markt is voorbij" in client.get(base).content.decode()


@pytest.mark.parametrize("role", [one for one in Role if one is not Role.WORKER])
def test_only_the_municipality_changes_its_plan_and_a_no_changes_nothing(role: Role) -> None:
    here = a_neighbourhood()
    today = a_planned_day(here)
    line = PlanLine.objects.filter(plan__neighbourhood=here).first()
    assert line
    client = signed_in(a_person(here, role))
    before = Moment.objects.count()
    for door in (f"{line.public_id}/done/", f"{line.public_id}/take-off/", "put-on/"):
        answer = client.post(f"/{here.slug}/plan/{today}/{door}", {"key": "k1", "reason": "Zomaar"})
        assert answer.status_code == 403, door
    assert Moment.objects.count() == before


def test_a_line_of_another_neighbourhood_is_not_here() -> None:
    here, other = a_neighbourhood(), a_neighbourhood("Elders")
    today = a_planned_day(here)
    a_planned_day(other)
    line = PlanLine.objects.filter(plan__neighbourhood=other).first()
    assert line
    client = signed_in(a_worker(here))
    assert client.post(f"/{here.slug}/plan/{today}/{line.public_id}/done/", {"key": "k1"}).status_code == 404
    assert not Visit.objects.exists()


def test_the_neighbourhood_sees_average_floor_lag_and_minutes() -> None:
    here = a_neighbourhood()
    assert "Nog geen cijfers" in Client().get(f"/{here.slug}/city/").content.decode()
    a_planned_day(here)
    shown = Client().get(f"/{here.slug}/city/").content.decode()
    assert "Afgesproken is A" in shown
    assert "slechter dan A" in shown


def test_nobody_is_asked_for_effort_without_the_next_step_of_the_city() -> None:
    here = a_neighbourhood()
    a_planned_day(here)
    line = PlanLine.objects.filter(plan__neighbourhood=here).select_related("place").first()
    assert line
    client = signed_in(a_person(here))
    for door in ("", "join/", "next/", "round/"):
        shown = client.get(f"/{here.slug}/street/{line.place.public_id}/{door}").content.decode()
        assert "Ploeg Kade" in shown, door
    joining = {"key": "k9", "part": "whole", "rhythm": "weekly", "people": 1}
    assert client.post(f"/{here.slug}/street/{line.place.public_id}/join/", joining).status_code == 302
    assert "Ploeg Kade" in client.get(f"/{here.slug}/").content.decode()


@pytest.mark.parametrize("streets", [2, 40])
def test_a_longer_plan_asks_no_more_of_the_database(
    streets: int, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    here = a_neighbourhood()
    a_planned_day(here)
    plan = Plan.objects.get(neighbourhood=here)
    for number in range(streets):
        place = a_place(here, f"Straat {number}")
        PlanLine.objects.create(
            plan=plan, place=place, order=number + 5, minutes=10, pieces=9, grade_expected="B", step=1,
            steps_behind=0, why="average",
        )  # fmt: skip
    client = Client()
    with django_assert_max_num_queries(9):
        assert f"Straat {streets - 1}" in client.get(f"/{here.slug}/plan/").content.decode()
    with django_assert_max_num_queries(14):
        assert client.get(f"/{here.slug}/city/").status_code == 200


def test_today_says_how_much_the_city_does_without_reading_the_whole_plan() -> None:
    here = a_neighbourhood()
    assert "nog geen plan" in Client().get(f"/{here.slug}/").content.decode()
    today = a_planned_day(here)
    plan = Plan.objects.get(neighbourhood=here)
    work = queries.work_ahead(machine(), here, today)
    assert work is not None
    assert (work.date, work.streets) == (today, plan.lines.filter(taken_off_at=None).count())
    assert f"{round(work.minutes)} minuten werk" in Client().get(f"/{here.slug}/").content.decode()
    plan.lines.update(taken_off_at=timezone.now())
    assert queries.work_ahead(machine(), here, today) is None


def test_a_crew_says_with_one_more_tap_how_it_was() -> None:
    here = a_neighbourhood()
    today = a_planned_day(here)
    line = PlanLine.objects.filter(plan__neighbourhood=here).first()
    assert line
    client, page = signed_in(a_worker(here)), f"/{here.slug}/plan/{today}/"
    address = f"{page}{line.public_id}/found/"
    assert client.post(address, {"key": "k1", "grade": "C"}).status_code in (409, 422)  # not done yet
    client.post(f"{page}{line.public_id}/done/", {"key": "k2"})
    assert "aria-pressed" not in client.get(page).content.decode()
    assert client.post(address, {"key": "k3", "grade": "E"}).status_code in (409, 422)
    for key, grade in (("k4", "C"), ("k4", "C"), ("k5", "B")):
        assert client.post(address, {"key": key, "grade": grade}).status_code == 302
    assert Visit.objects.get(line=line).found == "B"
    assert 'value="B" aria-pressed="true"' in client.get(page).content.decode()
    kinds = Moment.objects.filter(about=line.key).values_list("kind", flat=True)
    assert list(kinds).count("response.found") == 2
    client.post(f"{page}{line.public_id}/done/", {"key": "k6", "undo": "1"})
    assert not Visit.objects.filter(line=line).exists()
