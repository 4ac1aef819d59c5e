"""What slides is seen in the journal, told first to whose it is, answered in one step, and only then read by the group."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.reflection.sliding import LONG_AGO, MONTHS_AFTER, MONTHS_BEFORE, happened, slid, stays_in_role
from vuurtoren.care import acts as care
from vuurtoren.engine.slides import SAME, UNASKED_NOW
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import all_kinds
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine
from vuurtoren.reflection import acts, queries
from vuurtoren.reflection.meanings import (
    HOLDERS,
    MEANS,
    NOTHING,
    SIDES,
    TOLD_BY_GROUND,
    TOLD_BY_SIDE,
    meaning_key,
)
from vuurtoren.reflection.models import Hurt, Slide
from vuurtoren.reflection.reading import history_of
from vuurtoren.reflection.rules import FIRST_FOR, STAYS_IN_SIGHT
from vuurtoren.response import moments as response

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate(NOW)


def looked(here: Neighbourhood, days: int = 0) -> list[Slide]:
    acts.look_for_slides(machine(), here, at=NOW + timedelta(days=days))
    return list(Slide.objects.filter(neighbourhood=here, ended_on=None).order_by("pk"))


def test_every_kind_of_moment_says_what_it_means_for_power() -> None:
    """A new kind of moment is a decision, work in a room, a question, an answer, or nothing: somebody thought about it."""
    wanted = set()
    for kind in all_kinds().values():
        apart = "side" if kind.name in TOLD_BY_SIDE else "ground" if kind.name in TOLD_BY_GROUND else ""
        told = kind.holds[apart] if apart else ("",)
        wanted |= {meaning_key(kind.name, {apart: one}) for one in told}
    assert wanted == set(MEANS) | NOTHING
    assert not set(MEANS) & NOTHING
    assert {one.room for one in MEANS.values()} <= set(HOLDERS)
    assert {one.side for one in MEANS.values()} | {one.of for one in MEANS.values()} <= {"", *SIDES}


def test_one_who_decides_month_after_month_is_seen_once_and_told_first() -> None:
    here = a_neighbourhood()
    one = slid(here)
    (found,) = looked(here)
    assert (found.kind, found.room, found.person) == (SAME, "board", one)
    assert found.part / found.of > 0.8
    assert looked(here) == looked(here, days=1) == [found]
    found.refresh_from_db()
    (mine,) = queries.my_slides(seen_as(one), here)
    assert (mine.words, mine.part, mine.answer) == ("slide-same-me", found.part, "")
    assert queries.slides_to_answer(seen_as(one), here) == 1


def test_the_group_reads_it_after_two_weeks_and_never_a_name() -> None:
    here = a_neighbourhood()
    one = slid(here)
    looked(here)
    other = next(who for who in Person.objects.order_by("pk") if who != one)
    assert queries.slides_of_my_groups(seen_as(other), here, TODAY + FIRST_FOR - timedelta(days=1)) == []
    (seen,) = queries.slides_of_my_groups(seen_as(other), here, TODAY + FIRST_FOR)
    assert (seen.words, seen.side, seen.mine) == ("slide-same-them", "board", False)
    assert one.called not in str(seen)
    assert str(one.key) not in str(seen)


def test_an_answer_is_one_step_and_then_the_group_reads_it_with_it() -> None:
    here = a_neighbourhood()
    one = slid(here)
    (found,) = looked(here)
    other = seen_as(next(who for who in Person.objects.order_by("pk") if who != one))
    moment = acts.answer_slide(seen_as(one), found, answer="change", at=NOW)
    assert (moment.who, moment.about, moment.what) == (None, None, {})
    (seen,) = queries.slides_of_my_groups(other, here, TODAY)
    assert seen.answer == "change"
    assert queries.slides_to_answer(seen_as(one), here) == 0
    acts.answer_slide(seen_as(one), found, answer="not_so", at=NOW)  # the last word counts
    assert queries.my_slides(seen_as(one), here)[0].answer == "not_so"


def test_nobody_else_answers_nor_reads_it_who_is_not_of_the_group() -> None:
    here = a_neighbourhood()
    one = slid(here)
    (found,) = looked(here)
    neighbour, worker = a_person(here), a_worker(here)
    colleague = next(who for who in Person.objects.order_by("pk") if who not in (one, neighbour, worker))
    later = TODAY + timedelta(days=50)
    for who in (neighbour, worker, colleague):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            acts.answer_slide(seen_as(who), found, answer="reason", at=NOW)
        assert queries.my_slides(seen_as(who), here) == []
        assert queries.slide_called(seen_as(who), here, found.public_id) is None
    for who in (neighbour, worker):
        assert queries.slides_of_my_groups(seen_as(who), here, later) == []
    with pytest.raises(Refused, match=r"reflection\.slide_answer_unknown"):
        acts.answer_slide(seen_as(one), found, answer="guilty", at=NOW)


def test_whoever_is_forgotten_takes_it_with_them_and_it_does_not_come_back() -> None:
    here = a_neighbourhood()
    one = slid(here)
    looked(here)
    assert queries.own_slides_export(seen_as(one))[0]["kind"] == SAME
    people.forget(seen_as(one), one, here, at=NOW)
    assert not Slide.objects.exists()
    assert looked(here, days=1) == []


def test_what_is_not_seen_any_more_is_over_and_cannot_be_answered() -> None:
    here = a_neighbourhood()
    one = slid(here)
    (found,) = looked(here)
    Slide.objects.update(seen_on=TODAY - STAYS_IN_SIGHT - timedelta(days=400))
    assert looked(here, days=400) == []
    assert queries.my_slides(seen_as(one), here) == []
    with pytest.raises(Refused, match=r"reflection\.slide_over"):
        acts.answer_slide(seen_as(one), found, answer="reason", at=NOW)


def test_a_slide_is_one_signal_for_the_database_too() -> None:
    here = a_neighbourhood()
    slid(here)
    (found,) = looked(here)
    found.pk, found.public_id = None, "another"
    with pytest.raises(IntegrityError), transaction.atomic():
        found.save(force_insert=True)


def test_figures_grow_until_there_is_an_answer() -> None:
    here = a_neighbourhood()
    one = slid(here)
    (before,) = looked(here)
    board = seen_as(one)
    for _ in range(5):
        happened(response.CREW_RENAMED, here, one, NOW)
    (after,) = looked(here, days=1)
    assert after.of > before.of
    acts.answer_slide(board, after, answer="reason", at=NOW)
    for _ in range(5):
        happened(response.CREW_RENAMED, here, one, NOW + timedelta(days=1))
    assert looked(here, days=2)[0].of == after.of


def _a_street_that_is_carried(here: Neighbourhood) -> tuple[Place, Person]:
    place, neighbour = a_place(here), a_person(here, at=LONG_AGO)
    care.join(seen_as(neighbour), place, at=LONG_AGO)
    return place, neighbour


def test_an_institution_that_stops_asking_is_told_so_by_its_side_when_several_do_it() -> None:
    here = a_neighbourhood()
    place, neighbour = _a_street_that_is_carried(here)
    workers = [a_worker(here, called=f"Werker {n}", at=LONG_AGO) for n in range(2)]
    stays_in_role(here)
    for month in range(MONTHS_BEFORE + MONTHS_AFTER):
        for number in range(6):
            asked = month < MONTHS_BEFORE or number == 0
            ago = timedelta(days=30 * (MONTHS_BEFORE + MONTHS_AFTER - month) - 4 * number)
            happened(
                response.PUT_ON, here, workers[number % 2], NOW - ago,
                place=place.key, date=TODAY, ground="asked" if asked else "own",
            )  # fmt: skip
    (found,) = looked(here)
    assert (found.kind, found.side, found.person) == (UNASKED_NOW, "institution", None)
    for who in workers:
        assert [one.words for one in queries.my_slides(seen_as(who), here)] == ["slide-unasked-us"]
        assert queries.slides_to_answer(seen_as(who), here) == 1
    later = TODAY + FIRST_FOR
    assert [one.words for one in queries.slides_of_my_groups(seen_as(neighbour), here, later)] == [
        "slide-unasked-them"
    ]
    assert queries.slides_of_my_groups(seen_as(a_person(here)), here, later) == []  # carries nothing here


def test_work_where_nobody_carries_is_the_citys_own_and_is_not_read() -> None:
    here = a_neighbourhood()
    carried, _ = _a_street_that_is_carried(here)
    worker, at = a_worker(here, at=LONG_AGO), NOW - timedelta(days=3)
    stays_in_role(here)
    for place in (carried, a_place(here)):
        happened(response.PUT_ON, here, worker, at, place=place.key, date=TODAY, ground="own")
    read = [act for act in history_of(here, TODAY).acts if act.what == "entered"]
    assert [(act.who, act.room, act.ground) for act in read] == [(worker.key, "streets", "unasked")]


def test_the_journal_tells_that_it_was_looked_and_nothing_of_what_was_found() -> None:
    here = a_neighbourhood()
    slid(here)
    looked(here)
    told = Moment.objects.filter(kind="reflection.looked_for_slides").get()
    assert (told.who, told.about, told.place, told.what) == (None, None, None, {})


def test_the_page_asks_and_thanks(client: Client) -> None:
    here = a_neighbourhood()
    one = slid(here)
    looked(here)
    assert one.account
    client.force_login(one.account, backend="django.contrib.auth.backends.ModelBackend")
    assert f"/{here.slug}/slides/" in client.get(f"/{here.slug}/").content.decode()
    page = client.get(f"/{here.slug}/slides/").content.decode()
    assert "Klopt het?" in page
    assert "Daarvoor was dat" in page
    slide = Slide.objects.get()
    answer = client.post(f"/{here.slug}/slides/{slide.public_id}/answer/", {"key": "k1", "answer": "reason"})
    assert answer.status_code == 302
    assert "er was een reden" in client.get(f"/{here.slug}/slides/").content.decode()
    assert "Wij zien iets" not in client.get(f"/{here.slug}/").content.decode()


def test_a_resident_with_a_role_of_the_board_is_told_as_the_board() -> None:
    here = a_neighbourhood()
    member, at = a_person(here, Role.BOARD, at=LONG_AGO), NOW - timedelta(days=3)
    stays_in_role(here)
    happened(response.CREW_RENAMED, here, member, at)
    happened(response.CREW_RENAMED, here, None, at)
    assert [act.side for act in history_of(here, TODAY).acts if act.room == "board"][-2:] == [
        "board",
        "machine",
    ]


def test_that_it_hurts_is_heard_by_whose_slide_it_is_alone_without_a_name_or_a_number() -> None:
    here = a_neighbourhood()
    one = slid(here)
    (found,) = looked(here)
    first, second, third = [who for who in Person.objects.order_by("pk") if who != one][:3]
    with pytest.raises(Refused, match=r"power\.not_yours"):  # it is told to whose it is first
        acts.say_hurts(seen_as(first), found, yes=True, at=NOW)
    acts.answer_slide(seen_as(one), found, answer="reason", at=NOW)
    assert queries.slides_to_answer(seen_as(one), here) == 0
    later = NOW + timedelta(days=1)
    moment = acts.say_hurts(seen_as(first), found, yes=True, at=later)
    acts.say_hurts(seen_as(first), found, yes=True, at=later)
    acts.say_hurts(seen_as(second), found, yes=True, at=later)
    assert (moment.who, moment.about, moment.what, Hurt.objects.count()) == (None, None, {}, 2)
    (mine,) = queries.my_slides(seen_as(one), here)
    assert mine.hurts is True
    assert not {first.called, str(first.key)} & set(str(mine).split("'"))
    assert queries.slides_to_answer(seen_as(one), here) == 1  # it asks to be looked at again
    for who, said in ((first, True), (second, True), (third, False)):
        (ours,) = queries.slides_of_my_groups(seen_as(who), here, timezone.localdate(later))
        assert ours.hurts is said  # one's own word, never another's
    assert queries.own_hurts_export(seen_as(first)) == [
        {"kind": SAME, "room": "board", "on": timezone.localdate(later).isoformat()}
    ]
    acts.say_hurts(seen_as(first), found, yes=False, at=later)
    people.forget(seen_as(second), second, here, at=later)
    assert not Hurt.objects.exists()
    assert queries.my_slides(seen_as(one), here)[0].hurts is False


def test_nobody_says_it_of_their_own_nor_of_what_is_not_about_their_room(client: Client) -> None:
    here = a_neighbourhood()
    one = slid(here)
    (found,) = looked(here)
    acts.answer_slide(seen_as(one), found, answer="reason", at=NOW)
    for who in (one, a_person(here), a_worker(here)):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            acts.say_hurts(seen_as(who), found, yes=True, at=NOW)
    Slide.objects.filter(pk=found.pk).update(ended_on=TODAY)
    other = next(who for who in Person.objects.order_by("pk") if who != one)
    with pytest.raises(Refused, match=r"reflection\.slide_over"):
        acts.say_hurts(seen_as(other), found, yes=True, at=NOW)


def test_it_is_one_tap_on_the_page_and_one_to_take_it_back(client: Client) -> None:
    here = a_neighbourhood()
    one = slid(here)
    (found,) = looked(here)
    acts.answer_slide(seen_as(one), found, answer="reason", at=NOW)
    other = next(who for who in Person.objects.order_by("pk") if who != one)
    assert one.account
    assert other.account
    page, tap = f"/{here.slug}/slides/", f"/{here.slug}/slides/{found.public_id}/hurts/"
    client.force_login(other.account)
    assert "Dit doet pijn" in client.get(page).content.decode()
    assert client.post(tap, {"answer": "yes", "key": "k1"}).status_code == 302
    assert "Je zei: dit doet pijn." in client.get(page).content.decode()
    client.force_login(one.account)
    assert "Iemand van wie deze ruimte is, zegt: dit doet pijn." in client.get(page).content.decode()
    assert client.post(tap, {"answer": "yes", "key": "k2"}).status_code == 404
    client.force_login(other.account)
    assert client.post(tap, {"answer": "no", "key": "k3"}).status_code == 302
    assert not Hurt.objects.exists()
