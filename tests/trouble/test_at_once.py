"""A crew and a resident, or two residents, at one moment: one after the other, with a clear word for who was second."""

from functools import partial
from threading import Barrier
from uuid import uuid4

import pytest
from django.db import connection

from tests.care.makers import LATER, TERMS, a_carrier, a_challenge, an_offer, days, handed_over, step_at
from tests.care.test_two_at_once import at_once
from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.response.makers import a_crew, at_noon, dirty, line_of, night, on, streets
from tests.trouble.killing import journal_is_whole
from vuurtoren.care import acts as care
from vuurtoren.care.models import Carrying, HandOver, Round
from vuurtoren.journal.acts import once
from vuurtoren.journal.models import Moment
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Place
from vuurtoren.response import acts as response
from vuurtoren.response.acts import changing
from vuurtoren.response.models import Plan, PlanLine, Visit
from vuurtoren.stay import acts as stay
from vuurtoren.stay.models import Departure, Promise

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("turn", range(3))]


def kinds_at(place: Place) -> list[str]:
    """What the journal says of a place."""
    return list(Moment.objects.filter(place=place.key).order_by("number").values_list("kind", flat=True))


def a_planned_street() -> tuple[Viewer, Viewer, PlanLine]:
    """A crew's phone, a neighbour, and a street on today's plan."""
    here = a_neighbourhood()
    a_crew(here)
    city, by = seen_as(a_worker(here)), seen_as(a_person(here))
    (place,) = streets(here, 1)
    dirty(by, place)
    return city, by, line_of(night(here), place)


def test_two_claim_a_street_that_was_given_back(turn: int) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    care.give_back(a_carrier(a_person(here), place), place, at=LATER)
    said = at_once(*(partial(care.join, seen_as(a_person(here)), place, at=days(1)) for _ in range(2)))
    assert said == ["done", "done"]
    assert Carrying.objects.filter(task__place=place, until=None).count() == 2
    assert step_at(place) == 3
    journal_is_whole()


def test_a_question_is_taken_back_while_it_is_answered(turn: int) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    by, city = a_carrier(a_person(here), place), seen_as(a_worker(here))
    asked = a_challenge(by, place)
    said = at_once(
        lambda: care.withdraw(by, asked, at=days(1)), lambda: care.answer(city, asked, yes=True, at=days(1))
    )
    asked.refresh_from_db()
    assert asked.state == "withdrawn"  # from the overlap too, residents may still say: rather not
    assert said in (["done", "done"], ["done", "care.hand_over_moved_on"])
    journal_is_whole()


def test_two_residents_answer_an_offer_and_one_answer_stands(turn: int) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    first, second = (a_carrier(a_person(here), place) for _ in range(2))
    asked = an_offer(seen_as(a_worker(here)), place)
    said = at_once(*(partial(care.answer, by, asked, yes=True, at=days(1)) for by in (first, second)))
    assert sorted(said) == ["care.hand_over_moved_on", "done"]
    assert kinds_at(place).count("care.agreed") == 1
    journal_is_whole()


def test_both_sides_ask_for_the_same_street(turn: int) -> None:
    here = a_neighbourhood()
    place = a_place(here)
    by, city = a_carrier(a_person(here), place), seen_as(a_worker(here))
    until = days(28).date()
    said = at_once(
        lambda: care.challenge(by, place, at=LATER, **TERMS),
        lambda: care.offer(city, place, answer_by=until, at=LATER, **TERMS),
    )
    assert sorted(said) == ["care.already_asked", "done"]
    assert HandOver.objects.filter(task__place=place).count() == 1
    journal_is_whole()


def test_a_crew_is_done_while_a_neighbour_logs_a_round(turn: int) -> None:
    city, by, line = a_planned_street()
    said = at_once(
        lambda: response.done(city, line, at=at_noon(0)),
        lambda: care.log_round(by, line.place, minutes=20, bags=1, at=at_noon(0)),
    )
    assert said == ["done", "done"]
    assert Visit.objects.filter(place=line.place).count() == 1
    assert Round.objects.filter(task__place=line.place).count() == 1
    journal_is_whole()


def test_a_crew_is_done_while_a_neighbour_gives_back(turn: int) -> None:
    city, by, line = a_planned_street()
    care.join(by, line.place, at=LATER)
    said = at_once(
        lambda: response.done(city, line, at=at_noon(0)),
        lambda: care.give_back(by, line.place, at=at_noon(0)),
    )
    assert said == ["done", "done"]
    assert (step_at(line.place), Visit.objects.filter(place=line.place).count()) == (1, 1)
    journal_is_whole()


def test_a_street_is_put_on_the_plan_while_residents_give_its_room_back(turn: int) -> None:
    """Unasked into residents' room is refused; into what was given back is the city's own. Never something between."""
    city, _, line = a_planned_street()
    here = line.place.neighbourhood
    place = a_place(here)
    by = a_carrier(a_person(here), place)
    handed_over(by, city, place)
    said = at_once(
        lambda: response.put_on(city, line.plan, place, crew=None, reason="glas", at=days(20)),
        lambda: care.give_back(by, place, at=days(20)),
    )
    assert said in (["done", "done"], ["room.residents_hold_it", "done"])
    told = kinds_at(place)
    assert ("response.put_on" in told) == (said[0] == "done") == (place.pk in on(line.plan))
    if said[0] == "done":
        assert told.index("care.gave_back") < told.index("response.put_on")
    journal_is_whole()


def test_two_phones_of_a_crew_tap_done_and_it_is_one_visit(turn: int) -> None:
    city, _, line = a_planned_street()
    said = at_once(*(partial(response.done, city, line, at=at_noon(0)) for _ in range(2)))
    assert sorted(said) == ["done", "response.already_done"]
    assert Visit.objects.filter(line=line).count() == 1
    journal_is_whole()


def test_somebody_is_forgotten_while_logging_a_round(turn: int) -> None:
    here = a_neighbourhood()
    place, person = a_place(here), a_person(here)
    by = a_carrier(person, place)
    who = by.somebody()

    def forgotten() -> Moment:
        care.release_person(by, who, [here], days(1))
        return people.forget(by, Person.objects.get(key=who), here, at=days(1))

    def logged(at: Place) -> Moment:
        return care.log_round(by, at, minutes=5, bags=0, at=days(1))

    elsewhere = a_place(here)
    said = at_once(
        *(partial(once, uuid4().hex, who, deed) for deed in (forgotten, lambda: logged(place))),
        lambda: once(uuid4().hex, who, lambda: logged(elsewhere)),
    )
    assert said[0] == "done"
    assert set(said[1:]) <= {"done", "power.sign_in_first"}
    assert not Person.objects.filter(key=who).exists()
    journal_is_whole()


def test_two_board_members_confirm_a_role_and_it_is_given_once(turn: int) -> None:
    here = a_neighbourhood()
    first, *others = (seen_as(a_person(here, Role.BOARD)) for _ in range(3))
    other = a_person(here)
    people.offer_role(first, other, here, role=Role.HOST, at=LATER)
    held = RoleHeld.objects.get(person=other, role="host")
    said = at_once(*(partial(people.confirm_role, by, held, at=LATER) for by in others))
    assert sorted(said) == ["done", "people.nothing_to_confirm"]
    given = Moment.objects.filter(kind="people.role_given", about=other.key)
    assert given.count() == 1
    journal_is_whole()


def test_a_role_is_ended_twice_and_told_once(turn: int) -> None:
    here = a_neighbourhood()
    person = a_person(here, Role.HOST)
    by, held = seen_as(person), RoleHeld.objects.get(person=person, role="host")
    said = at_once(*(partial(people.end_role, by, held, at=LATER) for _ in range(2)))
    assert sorted(said) == ["done", "people.role_gone"]
    assert Moment.objects.filter(kind="people.role_ended", about=person.key).count() == 1
    journal_is_whole()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="SQLite has one writer at a time, lock or no lock")
def test_without_the_lock_two_phones_take_the_same_street_off(
    turn: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The race is real: where the plan's row is not locked, both changes stand and both are told."""
    city, _, line = a_planned_street()
    both_have_read, check = Barrier(2), changing.check_reason

    def read_then_wait(reason: str) -> str:
        both_have_read.wait(timeout=20)
        return check(reason)

    monkeypatch.setattr(changing, "_locked", lambda plan: Plan.objects.get(pk=plan.pk))
    monkeypatch.setattr(changing, "check_reason", read_then_wait)
    said = at_once(*(partial(response.take_off, city, line, reason="markt", at=at_noon(0)) for _ in range(2)))
    assert said == ["done", "done"]
    assert kinds_at(line.place).count("response.taken_off") == 2


def test_a_promise_is_made_while_a_leaving_is_completed(turn: int) -> None:
    """One of the two comes first: the promise is seen by the leaving, or it opens the leaving again."""
    here = a_neighbourhood()
    person = a_worker(here)
    by, work = seen_as(person), person.work.get()
    stay.announce_leaving(by, work, last_day=days(30).date(), at=LATER)
    leaving, due = Departure.objects.get(work=work), days(20).date()
    said = at_once(
        partial(stay.make_promise, by, here, words="Een bankje", due=due, to_all=True, at=days(1)),
        partial(stay.complete_departure, by, leaving, known=True, at=days(1)),
    )
    leaving.refresh_from_db()
    assert said in (["done", "stay.promises_open"], ["done", "done"])
    assert Promise.objects.exists()
    assert leaving.completed_on is None
    journal_is_whole()


def test_a_promise_is_kept_or_taken_over_never_both(turn: int) -> None:
    """Its owner says that it is done while a colleague takes it over."""
    here = a_neighbourhood()
    owner, colleague = a_worker(here), a_worker(here)
    by = seen_as(owner)
    stay.make_promise(by, here, words="Een lamp", due=days(9).date(), to_all=True, at=LATER)
    promise = Promise.objects.get()
    stay.ask_over(by, promise, work=colleague.work.get(), at=LATER)
    said = at_once(
        partial(stay.say_kept, by, promise, kept=True, at=days(1)),
        partial(stay.answer_promise, seen_as(colleague), promise, yes=True, at=days(1)),
    )
    promise.refresh_from_db()
    assert sorted(said) == ["done", "power.not_yours"]
    assert (promise.state == "kept") == (said[0] == "done")
    assert (promise.owner == colleague) == (said[1] == "done")
    assert not (promise.state == "kept" and promise.owner == colleague)
    journal_is_whole()
