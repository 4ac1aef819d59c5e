"""Declining costs nothing, and giving back is picked up: over the real plan, for any streets and answers (law 2)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.care.makers import TERMS, days, handed_over
from tests.makers import a_neighbourhood, a_person, a_worker, seen_as
from tests.response.makers import a_crew, at_noon, day, night, on, streets
from vuurtoren.care import acts as care
from vuurtoren.care.models import HandOver
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine
from vuurtoren.response import acts
from vuurtoren.response.models import PlaceState, PlanLine

pytestmark = pytest.mark.django_db
ANSWERS = ("no", "not_now", "lapses", "taken back", "still open")
OFFERED, TONIGHT = 1, 30
"""The day of the offer, and a night after which every answer is in and the term is over."""
lying = st.lists(st.integers(0, 90), min_size=3, max_size=6)
one_by_one = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


class Town:
    """Streets with so much litter; in every second one somebody joined in, in the others somebody lives."""

    def __init__(self, pieces: Sequence[int], crew_minutes: int) -> None:
        self.here: Neighbourhood = a_neighbourhood()
        a_crew(self.here, minutes=crew_minutes)
        self.streets: list[Place] = streets(self.here, len(pieces))
        self.worker = seen_as(a_worker(self.here))
        self.people = [a_person(self.here) for _ in self.streets]
        for number, (place, person) in enumerate(zip(self.streets, self.people, strict=True)):
            Person.objects.filter(pk=person.pk).update(home=place)
            if number % 2:
                care.join(seen_as(person), place, at=days(0))
            self.looks(number, pieces[number], 0)

    def looks(self, number: int, pieces: int, when: int) -> None:
        acts.observe(seen_as(self.people[0]), self.streets[number], pieces=pieces, at=days(when))

    def offered(self, answers: dict[int, str], together: bool) -> None:
        """The city offers these streets, at once or one by one; and so it is answered."""
        places = [self.streets[one] for one in sorted(answers)]
        until = days(OFFERED + 20).date()
        for some in [places] if together else [[one] for one in places]:
            care.offer(self.worker, some[0], also=some[1:], answer_by=until, at=days(OFFERED), **TERMS)
        for number, said in answers.items():
            asked = HandOver.objects.get(task__place=self.streets[number], state="asked")
            at = days(OFFERED + 5)
            if said == "taken back":
                care.withdraw(self.worker, asked, at=at)
            elif said in ("no", "not_now"):
                later = (at + timedelta(60)).date() if said == "not_now" else None
                care.answer(seen_as(self.people[number]), asked, yes=False, not_now_until=later, at=at)
            elif said == "still open":
                HandOver.objects.filter(pk=asked.pk).update(answer_by=day(TONIGHT + 9))

    def plan(self) -> dict[str, Any]:
        """The plan of tonight, street by street, and when the city thinks to come elsewhere."""
        made = night(self.here, TONIGHT)
        lines = PlanLine.objects.filter(plan=made).order_by("place")
        known = PlaceState.objects.filter(place__neighbourhood=self.here, date=made.date).order_by("place")
        return {
            "lines": list(
                lines.values_list("place", "crew", "order", "minutes", "way_minutes", "pieces", "why", "step")
            ),
            "states": list(known.values_list("place", "grade", "pieces", "comes_on", "below_floor_since")),
            "of all": (made.minutes, made.gap, made.mean_expected, made.below_floor_share),
        }


@one_by_one
@given(lying, st.sampled_from([60, 240]), st.booleans(), st.data())
def test_the_plan_after_any_no_is_the_plan_as_if_nobody_had_been_asked(
    pieces: list[int], crew_minutes: int, together: bool, data: st.DataObject
) -> None:
    numbers = range(len(pieces))
    said = data.draw(st.dictionaries(st.sampled_from(numbers), st.sampled_from(ANSWERS), min_size=1))
    with transaction.atomic():
        town = Town(pieces, crew_minutes)
        with transaction.atomic():
            unasked = town.plan()
            transaction.set_rollback(True)
        town.offered(said, together)
        assert town.plan() == unasked
        assert unasked["states"]
        transaction.set_rollback(True)


@one_by_one
@given(lying, st.sampled_from([20, 240]), st.data())
def test_what_is_given_back_is_on_a_plan_within_two_steps(
    pieces: list[int], crew_minutes: int, data: st.DataObject
) -> None:
    """Also when a crew has not the minutes for it, and however clean it lies."""
    gives_back = data.draw(st.sets(st.sampled_from(range(len(pieces))), min_size=1))
    with transaction.atomic():
        town = Town(pieces, crew_minutes)
        for number in gives_back:
            by = seen_as(town.people[number])
            if not number % 2:
                care.join(by, town.streets[number], at=days(0))
            handed_over(by, town.worker, town.streets[number])
        held = on(night(town.here, 17))
        given = {town.streets[one].pk for one in gives_back}
        assert not held & given
        for number in gives_back:
            care.give_back(seen_as(town.people[number]), town.streets[number], at=at_noon(17))
        within = on(night(town.here, 18)) | on(night(town.here, 19))
        assert given <= within
        transaction.set_rollback(True)


def test_not_now_is_asked_again_after_the_day_that_was_said_and_no_not_within_a_year() -> None:
    town = Town([10, 10, 10], 240)
    town.offered({0: "no", 1: "not_now"}, together=True)
    no, later = town.streets[0], town.streets[1]

    def offers(place: Place, when: int) -> str:
        try:
            with transaction.atomic():
                until = days(when + 20).date()
                care.offer(town.worker, place, answer_by=until, at=days(when), **TERMS)
        except Refused as refused:
            return refused.code
        return "offered"

    assert [offers(no, when) for when in (7, 200, 370)] == ["care.asked_lately"] * 3
    assert offers(later, 60) == "care.asked_lately"
    assert offers(later, 66) == "offered"
    assert offers(no, 372) == "offered"


@pytest.mark.parametrize("when", [3, 400])
def test_not_now_is_no_endless_no_and_no_yes_tomorrow(when: int) -> None:
    town = Town([10], 240)
    care.offer(town.worker, town.streets[0], answer_by=days(20).date(), at=days(1), **TERMS)
    asked = HandOver.objects.get(state="asked")
    with pytest.raises(Refused, match=r"care\.ask_again_when"):
        care.answer(
            seen_as(town.people[0]), asked, yes=False, not_now_until=days(2 + when).date(), at=days(2)
        )
    care.pass_time(machine(), town.here, at=days(40))
    asked.refresh_from_db()
    assert asked.state == "lapsed"


def test_whoever_lives_beside_a_square_answers_for_the_square_and_each_place_answers_for_itself() -> None:
    town = Town([10, 10, 10], 240)
    square, street = town.streets[0], town.streets[2]
    Person.objects.filter(pk=town.people[0].pk).update(home=street)
    until = days(20).date()
    care.offer(town.worker, square, also=[street], answer_by=until, at=days(1), **TERMS)
    first, second = (HandOver.objects.get(task__place=one) for one in (square, street))
    assert first.together == second.together is not None
    neighbour, elsewhere = seen_as(town.people[2]), seen_as(a_person(town.here))
    with pytest.raises(Refused, match=r"power\."):
        care.answer(elsewhere, first, yes=True, at=days(2))
    care.answer(neighbour, first, yes=False, at=days(2))
    second.refresh_from_db()
    assert second.state == "asked"
