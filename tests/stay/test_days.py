"""Days in one's own words: theirs alone, shared by how often and never where, and gone with whoever is forgotten."""

import re
from datetime import date, timedelta

import pytest
from babel.dates import format_date
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import RoleHeld
from vuurtoren.people.rules import Role
from vuurtoren.power.queries import visitor
from vuurtoren.stay import acts, queries
from vuurtoren.stay.models import Day, DaysShared, Presence
from vuurtoren.stay.rules import check_day, check_kinds, months_between

TODAY = NOW.date()
UNTIL = TODAY + timedelta(days=30)


@pytest.mark.django_db
def test_a_day_is_two_taps_and_a_second_tap_on_the_same_is_told() -> None:
    here = a_neighbourhood()
    bram = seen_as(a_worker(here))
    acts.was_here(bram, here, kind="coffee", at=NOW)
    acts.was_here(bram, here, kind="walked", at=NOW)
    assert queries.my_days(bram, here) == [queries.DaySeen(TODAY, ("walked", "coffee"), "")]
    with pytest.raises(Refused, match=r"stay\.there_already"):
        acts.was_here(bram, here, kind="coffee", at=NOW)


@pytest.mark.django_db
def test_a_day_is_as_it_was_told_last_and_an_empty_one_is_taken_away() -> None:
    here = a_neighbourhood()
    bram = seen_as(a_worker(here))
    acts.was_here(bram, here, kind="coffee", at=NOW)
    acts.write_day(bram, here, day=TODAY, kinds=["table"], words="  Lang   gepraat ", at=NOW)
    assert queries.my_days(bram, here) == [queries.DaySeen(TODAY, ("table",), "Lang gepraat")]
    acts.write_day(bram, here, day=TODAY, kinds=[], words=" ", at=NOW)
    assert not Day.objects.exists()
    assert not Presence.objects.exists()


@pytest.mark.django_db
def test_nobody_reads_anothers_days_and_the_journal_tells_no_more_than_that_one_was_written() -> None:
    here = a_neighbourhood()
    bram, collega, neighbour = seen_as(a_worker(here)), seen_as(a_worker(here)), seen_as(a_person(here))
    acts.write_day(bram, here, day=TODAY - timedelta(3), kinds=["visited"], words="Bij Ans thuis", at=NOW)
    for other in (collega, neighbour):
        assert queries.my_days(other, here) == []
        assert queries.shared_days(other, here, NOW) == []
    moment = Moment.objects.get(kind="stay.day_written")
    assert (moment.what, moment.who, moment.about, moment.place) == ({}, None, None, None)


@pytest.mark.django_db
def test_neighbours_who_signed_in_see_how_often_in_the_period_and_nothing_else() -> None:
    here = a_neighbourhood()
    worker, neighbour = a_worker(here, called="Bram"), seen_as(a_person(here))
    bram = seen_as(worker)
    for ago, kinds in ((1, ["walked", "coffee"]), (2, ["coffee"]), (40, ["coffee"])):
        acts.write_day(bram, here, day=TODAY - timedelta(ago), kinds=kinds, words="Van mij", at=NOW)
    acts.share_days(bram, here, length=28, until=UNTIL, at=NOW)
    (seen,) = queries.shared_days(neighbour, here, NOW)
    assert seen == queries.OfPeriod("Bram", 28, UNTIL, 2, (("walked", 1), ("coffee", 2)))
    assert queries.i_share(bram, here, TODAY) == seen
    assert queries.shared_days(visitor(), here, NOW) == []
    acts.share_days(bram, here, length=None, at=NOW)
    assert queries.shared_days(neighbour, here, NOW) == []


@pytest.mark.django_db
def test_what_was_shared_stops_with_the_work_and_a_former_professional_still_decides() -> None:
    here = a_neighbourhood()
    worker, neighbour = a_worker(here), seen_as(a_person(here))
    acts.was_here(seen_as(worker), here, kind="table", at=NOW)
    acts.share_days(seen_as(worker), here, length=28, until=UNTIL, at=NOW)
    RoleHeld.objects.filter(person=worker, role=Role.WORKER.value).delete()
    assert queries.shared_days(neighbour, here, NOW) == []
    acts.share_days(seen_as(worker), here, length=None, at=NOW)
    assert not DaysShared.objects.exists()
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.was_here(seen_as(worker), here, kind="walked", at=NOW)


@pytest.mark.django_db
def test_forgetting_a_professional_leaves_no_day() -> None:
    here = a_neighbourhood()
    worker = a_worker(here)
    bram = seen_as(worker)
    acts.write_day(bram, here, day=TODAY, kinds=["table"], words="Van mij", at=NOW)
    acts.share_days(bram, here, length=28, until=UNTIL, at=NOW)
    people.forget(bram, worker, here, at=NOW)
    assert not any(model.objects.exists() for model in (Day, Presence, DaysShared))


@pytest.mark.pure
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_months_count_as_people_count_them(since: date, months: int) -> None:
    """On the same day of a later month it is just so many, the day before one less."""
    year, month = divmod(since.month - 1 + months, 12)
    day = min(since.day, 28)
    until = date(since.year + year, month + 1, day)
    begun = since.replace(day=day)
    assert months_between(begun, until) == months
    assert months_between(begun, until - timedelta(1)) == max(0, months - 1)


@pytest.mark.pure
@given(st.dates(TODAY - timedelta(60), TODAY), st.text(max_size=90))
def test_a_day_behind_us_takes_a_line(day: date, words: str) -> None:
    kept = check_day(day, TODAY, words)
    assert kept == check_day(day, TODAY, kept)
    assert kept.split() == words.split()


@pytest.mark.pure
@given(st.one_of(st.dates(TODAY + timedelta(1)), st.dates(max_value=TODAY - timedelta(61))))
def test_a_day_to_come_or_long_ago_is_not_written(day: date) -> None:
    with pytest.raises(Refused, match=r"stay\.(not_yet|too_long_ago)"):
        check_day(day, TODAY)


@pytest.mark.pure
def test_what_one_did_comes_from_the_list_each_once() -> None:
    assert check_kinds(["table", "walked", "table"]) == ("walked", "table")
    with pytest.raises(Refused, match=r"stay\.kind_unknown"):
        check_kinds(["flew"])


@pytest.mark.django_db
def test_a_wrong_tap_goes_off_and_an_empty_day_with_it() -> None:
    here = a_neighbourhood()
    bram = seen_as(a_worker(here))
    acts.was_here(bram, here, kind="coffee", at=NOW)
    acts.was_here(bram, here, kind="walked", at=NOW)
    acts.was_here(bram, here, kind="coffee", off=True, at=NOW)
    assert queries.my_days(bram, here) == [queries.DaySeen(TODAY, ("walked",), "")]
    with pytest.raises(Refused, match=r"stay\.not_there"):
        acts.was_here(bram, here, kind="coffee", off=True, at=NOW)
    acts.was_here(bram, here, kind="walked", off=True, at=NOW)
    assert queries.my_days(bram, here) == []
    acts.write_day(bram, here, day=TODAY, kinds=["table"], words="Lang gepraat", at=NOW)
    acts.was_here(bram, here, kind="table", off=True, at=NOW)
    assert queries.my_days(bram, here) == [queries.DaySeen(TODAY, (), "Lang gepraat")]


@pytest.mark.django_db
def test_what_is_shared_moves_along_with_the_days_and_ends_on_its_day() -> None:
    here = a_neighbourhood()
    worker, neighbour = a_worker(here), seen_as(a_person(here))
    bram = seen_as(worker)
    acts.was_here(bram, here, kind="coffee", at=NOW)
    acts.share_days(bram, here, length=28, until=UNTIL, at=NOW)
    for passed, shown in ((0, [1]), (27, [1]), (28, [0]), (30, [0]), (31, [])):
        later = NOW + timedelta(days=passed)
        assert [one.days for one in queries.shared_days(neighbour, here, later)] == shown
        mine = queries.i_share(bram, here, later.date())
        assert ([mine.days] if mine else []) == shown


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("length", "until", "code"),
    [(29, UNTIL, "unknown"), (28, TODAY - timedelta(1), "until"), (28, TODAY + timedelta(367), "until")],
)
def test_a_yes_to_sharing_is_of_a_known_length_and_has_an_end(length: int, until: date, code: str) -> None:
    here = a_neighbourhood()
    bram = seen_as(a_worker(here))
    with pytest.raises(Refused, match=rf"stay\.share_{code}"):
        acts.share_days(bram, here, length=length, until=until, at=NOW)
    assert not DaysShared.objects.exists()


@pytest.mark.django_db
def test_the_form_opens_on_what_is_so_now_and_saved_as_it_is_changes_nothing(client: Client) -> None:
    here, now = a_neighbourhood(), timezone.now()
    worker = a_worker(here, at=now)
    assert worker.account
    client.force_login(worker.account)
    address, until = f"/{here.slug}/days/share/", timezone.localdate(now) + timedelta(days=40)

    def opens_on() -> tuple[str, str]:
        page = client.get(address, secure=True).content.decode()
        boxes = re.findall(r"<input[^>]*>", page)
        (chosen,) = [one for one in boxes if 'name="period"' in one and " checked" in one]
        (day,) = [one for one in boxes if 'name="until"' in one]
        return tuple(re.findall(r'value="([^"]*)"', one)[0] for one in (chosen, day))  # type: ignore[return-value]

    assert opens_on()[0] == "nobody"
    no_end = client.post(address, {"key": "noend", "period": "season", "until": ""}, secure=True)
    assert (no_end.status_code, DaysShared.objects.count()) == (422, 0)
    for key in ("one", "two"):
        period, day = ("season", str(until)) if key == "one" else opens_on()
        client.post(address, {"key": key, "period": period, "until": day}, secure=True)
        assert opens_on() == ("season", str(until))
    page = client.get(f"/{here.slug}/days/", secure=True).content.decode()
    assert format_date(until, "d MMMM", locale="nl") in page
    client.post(address, {"key": "stop", "period": "nobody", "until": ""}, secure=True)
    assert not DaysShared.objects.exists()
