"""The institution says that it stops somewhere: in public, with why, and never as making room."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.care.makers import LATER, a_carrier, an_offer, days, handed_over, step_at
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.care import acts, queries
from vuurtoren.care.models import HandOver, Stop, TaskKind
from vuurtoren.care.queries import stops, stops_at
from vuurtoren.care.rules import State, Step
from vuurtoren.care.stopping import Outcome, check_stop, outcome_of
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Place
from vuurtoren.power.models import Room
from vuurtoren.power.queries import machine, visitor

TODAY = LATER.date()


def stopped(by: Viewer, place: Place, *also: Place) -> None:
    acts.stop_task(by, place, how="stops", why="money", since=TODAY, also=also, at=LATER)


def outcome(place: Place) -> Outcome:
    (one,) = stops_at(visitor(), place)
    return one.outcome


@pytest.mark.pure
@pytest.mark.parametrize("step", list(Step))
@pytest.mark.parametrize("offers", [[], *([state.value] for state in State)])
def test_only_a_hand_over_with_two_yeses_is_making_room(step: Step, offers: list[str]) -> None:
    assert outcome_of(step, offers).taken == step.handed_over


@pytest.mark.pure
def test_something_else_is_said_in_words_and_a_day_is_not_far_away() -> None:
    assert check_stop("stops", "other", "  De brug is dicht\r\n", TODAY, TODAY) == "De brug is dicht"
    for how, why, words, since, code in (
        ("stops", "other", " ", TODAY, "care.say_why_you_stop"),
        ("stops", "money", "x" * 401, TODAY, "care.words_too_long"),
        ("halts", "money", "", TODAY, "care.choice_unknown"),
        ("less", "money", "", date(2020, 1, 1), "care.stop_too_far"),
        ("less", "money", "", TODAY + timedelta(400), "care.stop_too_far"),
    ):
        with pytest.raises(Refused, match=code.replace(".", r"\.")):
            check_stop(how, why, words, since, TODAY)


@pytest.mark.django_db
def test_a_square_with_its_streets_is_said_at_once_a_moment_for_each_and_all_or_nothing() -> None:
    here = a_neighbourhood()
    worker, square, street, held = seen_as(a_worker(here)), a_place(here), a_place(here), a_place(here)
    handed_over(a_carrier(a_person(here), held), worker, held)
    with pytest.raises(Refused, match=r"care\.not_yours_to_stop"):
        acts.stop_task(worker, square, how="stops", why="money", since=TODAY, also=[held], at=days(20))
    assert not Stop.objects.exists()
    stopped(worker, square, street, square)
    told = Moment.objects.filter(kind="care.stops").values_list("place", flat=True)
    assert set(told) == {square.key, street.key}
    assert len(told) == 2
    with pytest.raises(Refused, match=r"care\.stops_already"):
        stopped(worker, street)


@pytest.mark.django_db
def test_what_becomes_of_it_is_said_and_only_two_yeses_are_called_room() -> None:
    here = a_neighbourhood()
    worker, place = seen_as(a_worker(here)), a_place(here)
    stopped(worker, place)
    assert outcome(place) is Outcome.NOBODY
    asked = an_offer(worker, place)
    assert outcome(place) is Outcome.ASKED
    me = a_person(here)
    type(me).objects.filter(pk=me.pk).update(home=place)
    acts.answer(seen_as(me), asked, yes=False, at=days(1))
    assert outcome(place) is Outcome.DECLINED
    HandOver.objects.update(ask_again_on=None)  # a year goes by
    again = an_offer(worker, place, at=days(2))
    acts.pass_time(machine(), here, at=days(60))
    again.refresh_from_db()
    assert (again.state, outcome(place)) == ("lapsed", Outcome.LAPSED)
    resident = a_carrier(me, place, at=days(61))
    assert outcome(place) is Outcome.BESIDE
    assert not Room.objects.exists()
    acts.challenge(
        resident,
        place,
        to_step=4,
        stop_grade="B",
        stop_steps=2,
        after_stop="ask",
        overlap_days=7,
        at=days(62),
    )
    acts.answer(worker, place.tasks.get().hand_overs.get(state="asked"), yes=True, at=days(63))
    assert outcome(place) is Outcome.BESIDE  # the overlap is no room yet
    acts.pass_time(machine(), here, at=days(80))
    assert outcome(place) is Outcome.TAKEN


@pytest.mark.django_db
def test_saying_it_changes_nothing_else_and_going_on_is_said_too() -> None:
    here = a_neighbourhood()
    worker, place, other = seen_as(a_worker(here)), a_place(here), a_place(here)
    stopped(worker, place)
    assert step_at(place) == 1
    stopped(worker, other)
    acts.go_on_again(worker, Stop.objects.get(place=place), at=days(3))
    assert [one.place for one in stops(visitor(), here)] == [other]
    assert Moment.objects.filter(place=place.key).last().kind == "care.goes_on"  # type: ignore[union-attr]
    with pytest.raises(Refused, match=r"care\.goes_on_already"):
        acts.go_on_again(worker, Stop.objects.get(place=place), at=days(4))
    stopped(worker, place)  # and it may stop anew


@pytest.mark.django_db
def test_everybody_reads_it_at_the_street_and_in_the_balance_and_only_the_city_says_it(
    client: Client,
) -> None:
    here = a_neighbourhood()
    place, beside = a_place(here, "Kadeplein", kind="square"), a_place(here, "Kadestraat")
    worker = a_worker(here)
    assert worker.account
    client.force_login(worker.account)
    address = f"/{here.slug}/street/{place.public_id}/"
    assert "stopping/" in client.get(address).content.decode()
    assert "Kadestraat" in client.get(address + "stopping/").content.decode()
    given = {"how": "stops", "why": "other", "own": "De wagen is stuk", "since": "2026-03-01"}
    bad = client.post(
        address + "stopping/", {"key": "k0", **given, "also": [a_place(a_neighbourhood()).public_id]}
    )
    assert bad.status_code == 422
    given["since"] = timezone.localdate().isoformat()
    sent = client.post(address + "stopping/", {"key": "k1", **given, "also": [beside.public_id]})
    assert sent.status_code == 302, sent.content.decode()
    anybody = Client()
    for page in (address, f"/{here.slug}/street/{beside.public_id}/", f"/{here.slug}/balance/"):
        said = anybody.get(page).content.decode()
        assert "Niemand heeft het overgenomen." in said
        assert "De wagen is stuk" in said
        assert "toch door" not in said
    mine = client.get(address).content.decode()
    assert "De stad gaat hier toch door" in mine
    resident = a_person(here, Role.HOST)
    assert resident.account
    client.force_login(resident.account)
    assert "toch door" not in client.get(address).content.decode()
    assert client.get(address + "stopping/").status_code == 403


@pytest.mark.django_db
def test_one_line_says_who_decides_and_that_the_city_stops_and_never_that_it_does_it(client: Client) -> None:
    here = a_neighbourhood()
    worker, place, today = seen_as(a_worker(here)), a_place(here), timezone.localdate()
    away, at = f"/{here.slug}/street/{place.public_id}/", timezone.now()
    what = {"how": "stops", "why": "other", "words": "De wagen is stuk", "at": at}
    acts.stop_task(worker, place, since=today, **what)
    acts.stop_task(worker, place, since=today + timedelta(14), kind="green", **what)
    for page, said in ((away, "sinds"), (f"{away}task/green/", "vanaf")):
        words = client.get(page).content.decode()
        assert f"Zij zei dat zij het hier {said} " in words
        assert "De wagen is stuk" in words
        assert "iets anders" not in words
        assert ("De stad beslist, doet en betaalt." in words) == (said == "vanaf" or page == away)
    street = client.get(away).content.decode()
    assert "Geen buur draagt dit nu" in street
    assert "De stad doet het." not in street
    assert street.count("De stad beslist en betaalt. Zij zei dat zij het hier sinds") == 1
    for one in stops(visitor(), here):
        acts.go_on_again(worker, Stop.objects.get(public_id=one.public_id), at=at)
    assert "Zij zei dat" not in client.get(away).content.decode()


@pytest.mark.django_db
def test_it_is_best_said_two_weeks_ahead_and_a_stop_of_today_can_be_said_too(client: Client) -> None:
    here = a_neighbourhood()
    worker, place, today = a_worker(here), a_place(here), timezone.localdate()
    assert worker.account
    client.force_login(worker.account)
    form = f"/{here.slug}/street/{place.public_id}/stopping/"
    asked = client.get(form).content.decode()
    assert f'value="{(today + timedelta(14)).isoformat()}"' in asked
    assert "niet meer, of minder" in asked
    given = {"key": "k1", "how": "stops", "why": "money", "own": "", "since": today.isoformat()}
    assert client.post(form, given).status_code == 302
    assert Stop.objects.get().since == today


@pytest.mark.django_db
def test_another_kind_stops_beside_the_litter_and_its_page_no_longer_promises_the_rhythm(
    client: Client,
) -> None:
    here = a_neighbourhood()
    bram, place, green = a_worker(here), a_place(here), TaskKind.objects.get(code="green")
    worker = seen_as(bram)
    stopped(worker, place)

    def city(day: date) -> str:
        seen = queries.place_care(visitor(), place, kind="green", today=day)
        return queries.city_at(visitor(), green, seen, day).code

    assert city(TODAY) == "days"
    since = TODAY + timedelta(3)
    acts.stop_task(worker, place, how="less", why="people", since=since, kind="green", at=LATER)
    told = Moment.objects.filter(kind="care.stops").latest("pk")
    assert told.what["task_kind"] == str(green.key)
    assert (city(TODAY), city(since)) == ("days", "less")
    assert [one.kind.code for one in stops_at(visitor(), place)] == ["litter", "green"]
    (one,) = stops_at(visitor(), place, "green")
    acts.go_on_again(worker, Stop.objects.get(public_id=one.public_id), at=days(4))
    assert city(days(4).date()) == "days"
    assert [one.kind.code for one in stops(visitor(), here)] == ["litter"]


@pytest.mark.django_db
def test_what_residents_hold_is_not_stopped_of_any_kind_and_the_others_there_are() -> None:
    here = a_neighbourhood()
    worker, place = seen_as(a_worker(here)), a_place(here)
    by = a_carrier(a_person(here), place, kind="green", rhythm="weekly")
    handed_over(by, worker, place, kind="green", stop_grade="")
    what = {"how": "stops", "why": "money", "since": days(20).date()}
    with pytest.raises(Refused, match=r"care\.not_yours_to_stop"):
        acts.stop_task(worker, place, kind="green", at=days(20), **what)
    acts.stop_task(worker, place, kind="playground", at=days(20), **what)
    assert [one.kind.code for one in stops_at(visitor(), place)] == ["playground"]


@pytest.mark.django_db
def test_who_works_for_the_city_says_it_on_the_page_of_the_task_and_what_it_spends(client: Client) -> None:
    here = a_neighbourhood()
    worker, square = a_worker(here), a_place(here, kind="square")
    assert worker.account
    client.force_login(worker.account)
    page = f"/{here.slug}/street/{square.public_id}/task/square/"
    shown = client.get(page).content.decode()
    assert f'href="{page}stopping/"' in shown
    spending = f"/{here.slug}/balance/spending/square/"
    assert f'href="{spending}"' in shown
    given = {"how": "stops", "why": "money", "since": timezone.localdate(), "own": ""}
    assert client.post(f"{page}stopping/", {**given, "key": "k1"}).headers["Location"] == page
    shown = client.get(page).content.decode()
    assert "De stad zei dat zij dit hier niet meer doet" in shown
    assert "ten minste elke twee weken" not in shown
    assert "Het plein verzorgen: de stad stopt hier" in client.get(f"/{here.slug}/balance/").content.decode()
    street = client.get(f"/{here.slug}/street/{square.public_id}/").content.decode()
    assert "Het plein verzorgen: de stad stopt hier" in street
    assert f"/street/{square.public_id}/stopping/" in street  # of the litter it is not said
    gone_on = client.post(f"/{here.slug}/stopping/{Stop.objects.get().public_id}/on/", {"key": "k2"})
    assert gone_on.headers["Location"] == page
    sent = {"year": timezone.localdate().year, "cents": "1200", "source": "Begroting", "key": "k3"}
    assert client.post(spending, sent).status_code == 302
    (spent,) = queries.spending_of(visitor(), here)
    assert (spent.kind, spent.cents) == ("het plein verzorgen", 1200_00)
    told = Moment.objects.get(kind="care.spending_written")
    assert told.what["task_kind"] == str(TaskKind.objects.get(code="square").key)
    assert client.get(f"/{here.slug}/balance/spending/maan/").status_code == 404
