"""A clock that jumps: order comes from the database, nothing holds longer than it was said yes to, no plan is lost."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

import pytest

from tests.care.makers import LATER, a_carrier, a_challenge, an_offer, days, step_at
from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.response.makers import a_crew, dirty, streets
from tests.trouble.killing import journal_is_whole
from vuurtoren.care import acts as care
from vuurtoren.care.models import Round
from vuurtoren.care.queries import my_last_round
from vuurtoren.journal.acts import once
from vuurtoren.journal.models import Moment
from vuurtoren.people import acts as people
from vuurtoren.people.models import Consent, Person, RoleHeld
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewer_of
from vuurtoren.response import acts as response
from vuurtoren.response.models import Plan

pytestmark = pytest.mark.django_db
DAY, YEAR = timedelta(days=1), timedelta(days=365)
HERE = ZoneInfo("Europe/Amsterdam")
AUTUMN, SPRING = date(2026, 10, 25), date(2027, 3, 28)
"""The nights of 25 and of 23 hours."""
LEAP_DAY = date(2028, 2, 29)


def a_round(by: Viewer, place: Place, at: datetime) -> Moment:
    return care.log_round(by, place, minutes=10, bags=1, at=at)


@pytest.mark.parametrize("jump", [-DAY, YEAR], ids=["back a day", "forward a year"])
def test_the_order_of_deeds_is_that_of_the_database(jump: timedelta) -> None:
    here = a_neighbourhood()
    by, place = seen_as(a_person(here)), a_place(here)
    told = [a_round(by, place, at) for at in (LATER, LATER + jump, LATER + timedelta(minutes=1))]
    assert [one.number for one in told] == sorted(one.number for one in told)
    journal_is_whole()


def test_a_form_sent_again_after_the_clock_jumped_is_still_one_deed() -> None:
    here = a_neighbourhood()
    by, place, key = seen_as(a_person(here)), a_place(here), uuid4().hex
    told = [
        once(key, by.person, lambda at=at: a_round(by, place, at))
        for at in (LATER, LATER - DAY, LATER + YEAR)
    ]
    assert len(set(told)) == 1
    assert Round.objects.count() == 1


def test_the_newest_round_is_the_one_written_last() -> None:
    here = a_neighbourhood()
    by, place = seen_as(a_person(here)), a_place(here)
    for at in (LATER, LATER - timedelta(hours=20)):
        a_round(by, place, at)
    last = my_last_round(by, place, LATER - DAY)
    assert last is not None
    assert last.pk == max(Round.objects.values_list("pk", flat=True))


@pytest.mark.parametrize("jump", [-DAY, YEAR], ids=["back a day", "forward a year"])
def test_what_people_do_in_jumped_time_extends_no_role_and_no_consent(jump: timedelta) -> None:
    here = a_neighbourhood()
    host = a_person(here, Role.HOST)
    given, until = NOW.date(), NOW.date() + timedelta(days=90)
    people.enter(
        seen_as(host), here, called="Wim", language="nl", how="paper",
        given_on=given, until=until, at=LATER,
    )  # fmt: skip
    wim = Person.objects.get(called="Wim")
    of_wim = {("consent", wim.consents.get().pk), ("role", wim.roles.get().pk)}
    before = _ends()
    by, place, at = seen_as(a_person(here)), a_place(here), LATER + jump
    before = {**_ends(), **before}
    care.join(by, place, at=at)
    a_round(by, place, at)
    response.observe(by, place, grade="B", at=at)
    response.work_the_night(machine(), here, date=at.date() + DAY, at=at)
    ends = _ends()
    assert ends.items() <= before.items(), "nothing holds longer"
    assert set(before) - set(ends) == (of_wim if jump == YEAR else set()), "a year on, his yes is over"


def test_a_role_that_is_over_does_nothing_in_jumped_time_and_is_back_when_the_clock_is() -> None:
    here = a_neighbourhood()
    host = a_person(here, Role.HOST)
    for at, holds in ((LATER, True), (LATER + 2 * YEAR, False), (LATER + DAY, True)):
        assert viewer_of(host, at).is_a(Role.HOST, here.key) is holds


@pytest.mark.parametrize("late", [0, 30], ids=["the same day", "a month later"])
def test_a_role_on_paper_ends_with_its_consent_however_late_it_was_written_down(late: int) -> None:
    here = a_neighbourhood()
    by = seen_as(a_person(here, Role.HOST))
    given = NOW.date()
    until = given + timedelta(days=60)
    people.enter(
        by, here, called="Wim", language="nl", how="paper",
        given_on=given, until=until, at=LATER + timedelta(days=late),
    )  # fmt: skip
    held = RoleHeld.objects.get(person__called="Wim")
    assert held.until == datetime(until.year, until.month, until.day, tzinfo=HERE) + DAY


def test_agreements_lapse_by_the_day_and_a_clock_that_comes_back_revives_none() -> None:
    here = a_neighbourhood()
    city, place, other = seen_as(a_worker(here)), a_place(here), a_place(here)
    asked = an_offer(city, place, answer_by=days(28).date())
    by = a_carrier(a_person(here), other)
    open_debt = a_challenge(by, other)
    assert care.pass_time(machine(), here, at=LATER - DAY) == ()
    assert [one.kind for one in care.pass_time(machine(), here, at=LATER + YEAR)] == ["care.lapsed"]
    assert care.pass_time(machine(), here, at=LATER) == ()
    asked.refresh_from_db()
    open_debt.refresh_from_db()
    assert (asked.state, open_debt.state) == ("lapsed", "asked")  # what residents asked stays an open debt
    assert step_at(place) == 1
    journal_is_whole()


def test_no_plan_is_lost_and_none_is_made_twice_when_the_clock_jumps() -> None:
    here = _town()
    for at in (_night(date(2026, 11, 21)), _night(date(2026, 11, 20)), _night(date(2027, 11, 21))):
        for _ in range(2):
            response.work_the_night(machine(), here, date=at.astimezone(HERE).date(), at=at)
    plans = Plan.objects.filter(neighbourhood=here).order_by("pk")
    assert [one.date for one in plans] == [date(2026, 11, 21), date(2026, 11, 20), date(2027, 11, 21)]
    assert Moment.objects.filter(kind="response.planned").count() == 3
    journal_is_whole()


@pytest.mark.parametrize("day", [AUTUMN, SPRING, LEAP_DAY], ids=["25 hours", "23 hours", "leap day"])
def test_odd_nights_have_one_plan_for_each_day(day: date) -> None:
    """Every hour around such a night: the night is worked for the day that it is here, and each day has one plan."""
    here = _town()
    start = datetime(day.year, day.month, day.day, tzinfo=UTC) - timedelta(hours=4)
    for hour in range(0, 34, 3):
        at = start + timedelta(hours=hour)
        response.work_the_night(machine(), here, date=at.astimezone(HERE).date(), at=at)
    dates = list(Plan.objects.filter(neighbourhood=here).order_by("date").values_list("date", flat=True))
    assert dates == [day - DAY, day, day + DAY]
    journal_is_whole()


@pytest.mark.parametrize("day", [AUTUMN, SPRING, LEAP_DAY], ids=["25 hours", "23 hours", "leap day"])
def test_an_overlap_that_ends_in_an_odd_night_ends_on_its_day(day: date) -> None:
    here = a_neighbourhood()
    city, place = seen_as(a_worker(here)), a_place(here)
    by = a_carrier(a_person(here), place)
    begun = datetime(day.year, day.month, day.day, 9, tzinfo=HERE) - timedelta(days=14)
    care.answer(city, a_challenge(by, place, at=begun - timedelta(hours=1)), yes=True, at=begun)
    midnight = datetime(day.year, day.month, day.day, tzinfo=HERE)
    assert care.pass_time(machine(), here, at=midnight - timedelta(seconds=1)) == ()
    assert [one.kind for one in care.pass_time(machine(), here, at=midnight)] == ["care.carried"]
    assert step_at(place) == 4


def _ends() -> dict[object, object]:
    """Until when every role and every consent holds."""
    roles = {("role", pk): until for pk, until in RoleHeld.objects.values_list("pk", "until")}
    return roles | {("consent", pk): until for pk, until in Consent.objects.values_list("pk", "until")}


def _town() -> Neighbourhood:
    here = a_neighbourhood()
    a_crew(here)
    by = seen_as(a_person(here))
    for place in streets(here, 3):
        dirty(by, place, at=datetime(2026, 10, 20, 9, tzinfo=UTC))
    return here


def _night(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 2, tzinfo=HERE)
