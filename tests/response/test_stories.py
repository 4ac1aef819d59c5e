"""The city follows: what is seen and done at night becomes what crews do in the morning, and people decide."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.care.makers import a_carrier, handed_over, task_of
from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.response.makers import (
    a_crew,
    at_night,
    at_noon,
    clean,
    day,
    dirty,
    line_of,
    night,
    on,
    streets,
)
from vuurtoren.care import acts as care
from vuurtoren.care.models import HelpQuestion, Task
from vuurtoren.care.rules import LITTER
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.power.queries import emergency_at, machine, visitor
from vuurtoren.power.rules import Emergency
from vuurtoren.response import acts, queries
from vuurtoren.response.models import FloorCase, Observation, Plan, PlanLine, Proposal, Standard, Visit

pytestmark = pytest.mark.django_db


def test_a_dirty_street_where_nobody_picks_is_on_the_plan_and_says_why() -> None:
    here = a_neighbourhood()
    a_crew(here)
    by = seen_as(a_person(here))
    bad, *others = streets(here)
    dirty(by, bad)
    for place in others:
        clean(by, place)
    plan = night(here)
    assert bad.pk in on(plan)
    line = line_of(plan, bad)
    assert (line.why, line.grade_expected, line.crew is not None) == ("floor", "D", True)
    seen = queries.plan_for(seen_as(None), here, day(0))
    assert seen is not None
    said = next(one for one in seen.lines if one.place_public_id == bad.public_id).why("nl")
    assert (
        said == f"niemand prikt hier; naar schatting {round(line.pieces)} stuks per 100 m²; vandaag te vuil"
    )
    assert verify_book(here.key).broken is None


def test_clean_streets_are_left_alone() -> None:
    here = a_neighbourhood()
    a_crew(here)
    by = seen_as(a_person(here))
    for place in streets(here):
        clean(by, place)
    assert on(night(here)) == set()


def test_a_street_that_waits_counts_its_steps_and_is_shown_beside_a_plan_that_asks_no_more_than_there_is() -> (
    None
):
    here = a_neighbourhood()
    by = seen_as(a_person(here))
    a_crew(here, minutes=30)  # enough for two of these streets a day, and nobody comes
    bad = streets(here, 6)
    for place in bad:
        dirty(by, place)
    for number in range(3):
        plan = night(here, number)
    assert {line.steps_behind for line in plan.lines.all()} == {2}
    seen = queries.plan_for(machine(), here, day(2))
    assert seen is not None
    assert [(crew.name, crew.shift) for crew in seen.crews] == [("Oost", 30)]
    assert seen.crews[0].minutes <= 30
    assert len(seen.waits) == 6 - len(on(plan)) > 0
    assert {one.place_public_id for one in seen.waits} | {line.place_public_id for line in seen.lines} == {
        place.public_id for place in bad
    }
    assert {(one.grade, one.since, one.due_on) for one in seen.waits} == {("D", day(0), day(2))}
    assert all(one.comes_on and one.comes_on > day(2) for one in seen.waits)
    said = queries.plan_as_json(machine(), seen)["streets"][-1]
    assert said["why_nl"].endswith("; 2 stappen achter (al 2 dagen te vuil)")
    assert FloorCase.objects.filter(fell_on=day(0), visited_on=None).count() == 6


def test_a_very_long_street_is_done_in_parts_and_a_part_takes_less_away() -> None:
    left = []
    for length in (120, 12_000):
        here = a_neighbourhood()
        a_crew(here, minutes=120)
        by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
        place = a_place(here, length_m=length)
        dirty(by, place)
        line = line_of(night(here), place)
        assert line.minutes + line.way_minutes <= 120
        before = queries.state_of(by, place)
        acts.done(worker, line, at=at_noon(0))
        night(here, 1)
        after = queries.state_of(by, place)
        assert before is not None
        assert after is not None
        left.append(after.pieces / before.pieces)
    assert left[0] < 0.3 < left[1]


def test_the_night_plans_what_is_needed_where_no_crew_was_agreed_yet() -> None:
    here = a_neighbourhood()
    by = seen_as(a_person(here))
    bad, _ = streets(here, 2)
    dirty(by, bad)
    plan = night(here)
    assert plan.aim == "least"
    assert line_of(plan, bad).crew is None


def test_an_empty_neighbourhood_gets_an_empty_plan() -> None:
    here = a_neighbourhood()
    a_crew(here)
    assert on(night(here)) == set()


def test_the_crew_marks_a_street_as_done_and_the_next_night_knows_it() -> None:
    here = a_neighbourhood()
    a_crew(here)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    bad, *_ = streets(here)
    dirty(by, bad)
    line = line_of(night(here), bad)
    acts.done(worker, line, minutes=9, at=at_noon(0))
    assert Visit.objects.get(place=bad).minutes == 9
    assert FloorCase.objects.get(place=bad).visited_on == day(0)
    before = queries.state_of(by, bad)
    assert not night(here, 1).lines.filter(place=bad, why="floor").exists()
    after = queries.state_of(by, bad)
    assert before is not None
    assert after is not None
    assert after.pieces < before.pieces / 3


def test_done_by_mistake_is_undone_without_a_trace_in_the_figures() -> None:
    here = a_neighbourhood()
    a_crew(here)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    bad, *_ = streets(here)
    dirty(by, bad)
    line = line_of(night(here), bad)
    acts.done(worker, line, at=at_noon(0))
    with pytest.raises(Refused, match=r"response\.already_done"):
        acts.done(worker, line, at=at_noon(0))
    acts.undo_done(worker, line, at=at_noon(0))
    assert not Visit.objects.exists()
    assert FloorCase.objects.get(place=bad).visited_on is None
    with pytest.raises(Refused, match=r"response\.not_done_yet"):
        acts.undo_done(worker, line, at=at_noon(0))


def test_residents_cannot_change_the_plan_and_a_refusal_leaves_no_trace() -> None:
    here = a_neighbourhood()
    crew = a_crew(here)
    by = seen_as(a_person(here))
    bad, good = streets(here, 2)
    dirty(by, bad)
    plan = night(here)
    told = Moment.objects.count()
    line = line_of(plan, bad)
    for deed in (
        lambda: acts.done(by, line, at=at_noon(0)),
        lambda: acts.take_off(by, line, reason="te nat", at=at_noon(0)),
        lambda: acts.put_on(by, plan, good, crew=crew, reason="graag", at=at_noon(0)),
        lambda: acts.move(by, line, crew=crew, order=1, reason="graag", at=at_noon(0)),
        lambda: acts.work_the_night(by, here, date=day(1), at=at_night(1)),
        lambda: acts.agree_standard(by, here, at=at_noon(0)),
    ):
        with pytest.raises(Refused, match=r"power\."):
            deed()
    assert Moment.objects.count() == told
    assert on(plan) >= {bad.pk}


def test_a_worker_of_another_neighbourhood_changes_nothing_here() -> None:
    here, there = a_neighbourhood(), a_neighbourhood("Elders")
    crew = a_crew(here)
    stranger, worker = seen_as(a_worker(there)), seen_as(a_worker(here))
    plan = night(here)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.put_on(stranger, plan, a_place(here), crew=crew, reason="graag", at=at_noon(0))
    with pytest.raises(Refused, match=r"response\.place_elsewhere"):
        acts.put_on(worker, plan, a_place(there), crew=crew, reason="graag", at=at_noon(0))
    with pytest.raises(Refused, match=r"response\.crew_elsewhere"):
        acts.put_on(worker, plan, a_place(here), crew=a_crew(there), reason="graag", at=at_noon(0))


def test_a_change_by_hand_has_a_reason_that_stays_out_of_the_journal() -> None:
    here = a_neighbourhood()
    crew, other = a_crew(here), a_crew(here, "West")
    worker = seen_as(a_worker(here))
    first, second = streets(here, 2)
    plan = night(here)
    for line in plan.lines.all():
        acts.take_off(worker, line, reason="eerst leeg", at=at_noon(0))
    with pytest.raises(Refused, match=r"response\.reason_missing"):
        acts.put_on(worker, plan, first, crew=crew, reason="  ", at=at_noon(0))
    for place in (first, second):
        acts.put_on(worker, plan, place, crew=crew, reason="markt geweest", at=at_noon(0))
    with pytest.raises(Refused, match=r"response\.already_on_plan"):
        acts.put_on(worker, plan, first, crew=crew, reason="nog eens", at=at_noon(0))
    acts.move(worker, line_of(plan, second), crew=crew, order=1, reason="ligt dichterbij", at=at_noon(0))
    assert (line_of(plan, second).order, line_of(plan, first).order) == (1, 2)
    acts.move(worker, line_of(plan, second), crew=other, order=9, reason="andere ploeg", at=at_noon(0))
    assert (line_of(plan, second).order, line_of(plan, second).crew) == (1, other)
    assert not [one for one in Moment.objects.values_list("what", flat=True) if "markt" in str(one)]


def test_what_is_carried_together_still_gets_the_city_when_it_is_dirty() -> None:
    here = a_neighbourhood()
    a_crew(here)
    bad, *_ = streets(here)
    by = a_carrier(a_person(here), bad)
    dirty(by, bad)
    assert line_of(night(here), bad).step == 3


def test_a_round_that_was_really_done_takes_a_street_off_and_a_promise_does_not() -> None:
    here = a_neighbourhood()
    a_crew(here)
    bad, other = streets(here, 2)
    by = a_carrier(a_person(here), bad)
    a_carrier(a_person(here), other)
    for place in (bad, other):
        dirty(by, place, pieces=30)
    for _ in range(2):
        care.log_round(by, bad, minutes=45, bags=2, at=NOW.replace(hour=12))
    night(here)
    picked, promised = queries.state_of(by, bad), queries.state_of(by, other)
    assert picked is not None
    assert promised is not None
    assert picked.pieces < promised.pieces / 3


def test_carriers_are_asked_first_where_their_street_passed_its_stop_line_and_only_once_a_week() -> None:
    here = a_neighbourhood()
    a_crew(here)
    place = a_place(here)
    person = a_person(here)
    by, worker = seen_as(person), seen_as(a_worker(here))
    care.join(by, place, at=NOW)
    handed_over(by, worker, place, stop_grade="B", stop_steps=2)
    for number in range(16, 24):
        dirty(by, place, at=at_night(number - 1))
        assert place.pk not in on(night(here, number)), (
            "residents hold it and were not asked, or did not answer"
        )
        assert HelpQuestion.objects.count() == (0 if number == 16 else 1)
    care.answer_help(by, place, yes=True, at=at_noon(23))
    assert line_of(night(here, 24), place).why == "asked"


def test_the_city_comes_once_for_one_yes() -> None:
    here = a_neighbourhood()
    a_crew(here)
    place = a_place(here)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    care.join(by, place, at=NOW)
    handed_over(by, worker, place)
    care.call_help(by, place, at=at_noon(16))
    came = next(number for number in (17, 18) if place.pk in on(night(here, number)))
    acts.done(worker, line_of(Plan.objects.get(date=day(came)), place), at=at_noon(came))
    dirty(by, place, at=at_noon(came))
    for number in (came + 1, came + 2):
        assert place.pk not in on(night(here, number))


def test_the_city_comes_by_itself_where_that_was_agreed() -> None:
    here = a_neighbourhood()
    a_crew(here)
    place = a_place(here)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    care.join(by, place, at=NOW)
    handed_over(by, worker, place, after_stop="comes", stop_steps=2)
    found = []
    for number in (16, 17, 18):
        dirty(by, place, at=at_night(number - 1))
        found.append(place.pk in on(night(here, number)))
    assert found[0] is False
    assert found[2] is True
    assert not HelpQuestion.objects.exists()


def test_a_street_given_back_is_in_the_plan_within_two_steps() -> None:
    here = a_neighbourhood()
    a_crew(here)
    place, *others = streets(here)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    for one in [place, *others]:
        clean(by, one, at=at_night(15))
    care.join(by, place, at=NOW)
    handed_over(by, worker, place)
    assert place.pk not in on(night(here, 16))
    care.give_back(by, place, at=at_noon(16))
    plans = [night(here, number) for number in (17, 18)]
    assert any(place.pk in on(plan) for plan in plans)
    why = PlanLine.objects.filter(plan__in=plans, place=place).values_list("why", flat=True)
    assert set(why) == {"given_back"}


def test_declining_an_offer_changes_nothing_in_the_plan() -> None:
    plans = []
    for declines in (False, True):
        here = a_neighbourhood()
        a_crew(here)
        place, other = streets(here, 2)
        by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
        care.join(by, place, at=NOW)
        dirty(by, place)
        clean(by, other)
        if declines:
            terms = {
                "to_step": 4,
                "stop_grade": "B",
                "stop_steps": 2,
                "after_stop": "ask",
                "overlap_days": 14,
            }
            care.offer(worker, place, answer_by=day(20), at=NOW.replace(hour=11), **terms)
            asked = Task.objects.get(place=place).hand_overs.get()
            care.answer(by, asked, yes=False, at=NOW.replace(hour=12))
        plan = night(here)
        plans.append(
            [
                (line.order, round(line.pieces, 9), line.why, line.step)
                for line in plan.lines.order_by("order")
            ]
        )
    assert plans[0] == plans[1]
    assert plans[0]


NEEDLES = Emergency("danger", day(19))


class TestLawThree:
    """Residents' room: only when asked, agreed, or in an emergency with a reason."""

    def test_the_city_does_not_enter_residents_room_unasked(self) -> None:
        here, place, _, worker, crew = _held()
        plan, told = night(here, 17), Moment.objects.count()
        with pytest.raises(Refused, match=r"room\.residents_hold_it"):
            acts.put_on(worker, plan, place, crew=crew, reason="handig", at=at_noon(17))
        assert Moment.objects.count() == told
        assert place.pk not in on(plan)

    def test_with_a_yes_the_city_comes_and_the_moment_says_so(self) -> None:
        here, place, by, worker, crew = _held()
        plan = night(here, 17)
        care.call_help(by, place, at=at_noon(17))
        moment = acts.put_on(worker, plan, place, crew=crew, reason="ze vroegen het", at=at_noon(17))
        assert moment.what["ground"] == "asked"
        assert not line_of(plan, place).emergency

    def test_an_emergency_needs_a_reason_and_is_told_as_what_it_is(self) -> None:
        here, place, _, worker, crew = _held()
        plan = night(here, 17)
        with pytest.raises(Refused, match=r"response\.reason_missing"):
            acts.enter_in_emergency(
                worker, plan, place, crew=crew, reason="", emergency=NEEDLES, at=at_noon(17)
            )
        acts.enter_in_emergency(
            worker, plan, place, crew=crew, reason="naalden", emergency=NEEDLES, at=at_noon(17)
        )
        kinds = list(Moment.objects.order_by("-number").values_list("kind", flat=True)[:3])
        assert set(kinds) == {
            "power.emergency_declared",
            "response.put_on",
            "response.entered_unasked",
        }
        assert line_of(plan, place).why == "emergency"
        assert queries.why_unasked(visitor(), place) == "naalden"
        declared = Moment.objects.get(kind="power.emergency_declared")
        assert declared.what == {"why": "danger", "until": str(NEEDLES.until)}
        assert declared.place == place.key

    @pytest.mark.parametrize(
        ("emergency", "no"),
        [
            (Emergency("handig", day(18)), "kind"),
            (Emergency("danger", day(25)), "ends"),
            (Emergency("danger", day(16)), "ends"),
            (Emergency("danger", day(17)), "too_short"),
        ],
    )
    def test_an_emergency_has_a_known_reason_and_an_end_within_a_week(
        self, emergency: Emergency, no: str
    ) -> None:
        here, place, _, worker, crew = _held()
        plan, told = night(here, 18), Moment.objects.count()
        with pytest.raises(Refused, match=rf"room\.emergency_{no}"):
            acts.enter_in_emergency(
                worker, plan, place, crew=crew, reason="naalden", emergency=emergency, at=at_noon(17)
            )
        assert Moment.objects.count() == told
        assert place.pk not in on(plan)

    def test_while_it_lasts_the_city_may_come_again_and_then_it_ends_by_itself(self) -> None:
        here, place, _, worker, crew = _held()
        why = Emergency("storm", day(20))
        acts.enter_in_emergency(
            worker, night(here, 17), place, crew=crew, reason="takken", emergency=why, at=at_noon(17)
        )
        assert emergency_at(visitor(), place, LITTER, day(20)) == why
        assert acts.put_on(
            worker, night(here, 20), place, crew=crew, reason="takken", at=at_noon(20)
        ).kind == ("response.entered_unasked")
        assert emergency_at(visitor(), place, LITTER, day(21)) is None
        with pytest.raises(Refused, match=r"room\.residents_hold_it"):
            acts.put_on(worker, night(here, 21), place, crew=crew, reason="takken", at=at_noon(21))

    def test_asked_by_the_city_residents_say_yes_and_it_may_come_this_week(self) -> None:
        here, place, by, worker, crew = _held()
        plan = night(here, 17)
        care.ask_first(worker, place, at=at_noon(17))
        with pytest.raises(Refused, match=r"room\.residents_hold_it"):
            acts.put_on(worker, plan, place, crew=crew, reason="blad", at=at_noon(17))
        with pytest.raises(Refused, match=r"care\.help_asked_lately"):
            care.ask_first(worker, place, at=at_noon(17))
        care.answer_help(by, place, yes=True, at=at_noon(17))
        assert (
            acts.put_on(worker, plan, place, crew=crew, reason="blad", at=at_noon(17)).what["ground"]
            == "asked"
        )

    def test_nothing_is_moved_either_in_a_street_that_became_residents_own_meanwhile(self) -> None:
        here, place, _, worker, crew = _held()
        plan = night(here, 17)
        line = PlanLine.objects.create(
            plan=plan, place=place, crew=crew, order=1, minutes=9, pieces=1, grade_expected="C", step=1, why="average"
        )  # fmt: skip
        with pytest.raises(Refused, match=r"room\.residents_hold_it"):
            acts.move(worker, line, crew=crew, order=2, reason="handig", at=at_noon(17))
        acts.take_off(worker, line, reason="van de buren", at=at_noon(17))

    def test_an_emergency_is_not_for_the_citys_own_street(self) -> None:
        here = a_neighbourhood()
        crew, worker = a_crew(here), seen_as(a_worker(here))
        place = a_place(here)
        plan = night(here)
        for line in plan.lines.all():
            acts.take_off(worker, line, reason="leeg", at=at_noon(0))
        with pytest.raises(Refused, match=r"room\.may_come_anyway"):
            acts.enter_in_emergency(
                worker,
                plan,
                place,
                crew=crew,
                reason="glas",
                emergency=Emergency("danger", day(0)),
                at=at_noon(0),
            )
        moment = acts.put_on(worker, plan, place, crew=crew, reason="glas", at=at_noon(0))
        assert moment.what["ground"] == "own"
        assert not line_of(plan, place).emergency


class TestAgreeing:
    """The average and the crews: two board members, or whoever keeps the machine."""

    def test_one_board_member_proposes_and_a_second_one_decides(self) -> None:
        here = a_neighbourhood()
        one, two = (seen_as(a_person(here, Role.BOARD)) for _ in range(2))
        assert acts.agree_standard(one, here, goal_grade="A", at=NOW).kind == "response.proposed"
        assert acts.agree_standard(one, here, goal_grade="A", at=NOW).kind == "response.proposed"
        assert queries.standard_of(one, here).goal_grade == "B"
        acts.agree_standard(two, here, goal_grade="B", floor_steps=3, at=NOW)
        assert Standard.objects.get(neighbourhood=here).floor_steps == 2
        assert acts.agree_standard(two, here, goal_grade="A", at=NOW).kind == "response.standard_agreed"
        assert queries.standard_of(one, here).goal_grade == "A"
        assert Proposal.objects.filter(neighbourhood=here, asked_by=one.person).count() == 0

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"goal_grade": "C", "floor_grade": "B"}, "response.floor_above_goal"),
            ({"goal_grade": "E"}, "response.choice_unknown"),
            ({"floor_steps": 0}, "response.floor_steps"),
            ({"horizon_steps": 99}, "response.horizon_steps"),
            ({"scale": (3, 0, 10, 25)}, "response.scale"),
        ],
    )
    def test_what_makes_no_sense_is_refused(self, wrong: dict[str, object], code: str) -> None:
        here = a_neighbourhood()
        with pytest.raises(Refused) as refused:
            acts.agree_standard(machine(), here, at=NOW, **wrong)  # type: ignore[arg-type]
        assert refused.value.code == code
        assert not Standard.objects.exists()


class TestSeeing:
    """How clean is it here?"""

    def test_a_grade_or_a_count_counts_and_nothing_does_not(self) -> None:
        here = a_neighbourhood()
        place, by = a_place(here), seen_as(a_person(here))
        acts.observe(by, place, grade="B", at=NOW)
        acts.observe(seen_as(a_worker(here)), place, pieces=0, at=NOW)
        with pytest.raises(Refused, match=r"response\.nothing_seen"):
            acts.observe(by, place, at=NOW)
        with pytest.raises(Refused, match=r"power\.sign_in_first"):
            acts.observe(seen_as(None), place, grade="B", at=NOW)
        assert list(Observation.objects.order_by("pk").values_list("source", flat=True)) == [
            "resident",
            "worker",
        ]

    def test_an_import_twice_is_an_import_once_and_a_wrong_row_changes_nothing(self) -> None:
        from vuurtoren.response.acts.seeing import Row

        here = a_neighbourhood()
        place = a_place(here, "Kadeweg")
        rows = [Row("  kadeweg ", NOW, grade="C"), Row(place.public_id, NOW, pieces=7)]
        first = acts.import_observations(machine(), here, rows, at=NOW)
        assert acts.import_observations(machine(), here, rows, at=at_noon(0)) == first
        assert first.what == {"rows": 2, "new": 2}
        with pytest.raises(Refused, match=r"response\.street_unknown"):
            acts.import_observations(
                machine(), here, [Row("Kadeweg", NOW, grade="A"), Row("Nergens", NOW, grade="A")], at=NOW
            )
        assert Observation.objects.count() == 2


def _held() -> tuple:  # type: ignore[type-arg]
    """A street that residents hold, with those who may be asked."""
    here = a_neighbourhood()
    crew, place = a_crew(here), a_place(here)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    care.join(by, place, at=NOW)
    handed_over(by, worker, place)
    assert task_of(place).step == 4
    return here, place, by, worker, crew


def test_the_page_of_a_street_always_knows_the_citys_next_step() -> None:
    here = a_neighbourhood()
    a_crew(here)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    bad, good = streets(here, 2)
    assert queries.next_of_city(by, bad).code == "no_plan"
    dirty(by, bad)
    clean(by, good)
    line = line_of(night(here), bad)
    assert "zaterdag 21 november" in queries.next_of_city(by, bad).words("nl")
    assert "Oost" in queries.next_of_city(by, bad).words("en")
    assert queries.next_of_city(by, good).code == "looks"
    acts.done(worker, line, at=at_noon(0))
    assert queries.next_of_city(by, bad).code == "was_here"
    here, place, by, *_ = _held()
    night(here, 17)
    assert queries.next_of_city(by, place).code == "held"
    care.call_help(by, place, at=at_noon(16))
    assert queries.next_of_city(by, place).code == "asked"
    assert Plan.objects.filter(neighbourhood=here).count() == 1


def test_what_nobody_saw_is_no_grade_and_never_below_the_floor() -> None:
    here = a_neighbourhood()
    a_crew(here, minutes=15)
    by = seen_as(a_person(here))
    bad, unseen, *_ = streets(here, 6)
    dirty(by, bad, pieces=400)  # streets of this kind are then thought to be bad as well
    for number in range(4):
        night(here, number)
    state = queries.state_of(by, unseen)
    assert state is not None
    assert (state.grade, state.source, state.steps_behind) == ("", "kind", 0)
    assert {row.grade for row in queries.street_rows(by, here, "", first=0, count=9)} == {"D", ""}
    assert set(FloorCase.objects.values_list("place", flat=True)) == {bad.pk}
    assert {score for _, score in queries.history_of(by, unseen)} == {None}
    figures = queries.neighbourhood_figures(by, here)
    assert (figures.seen, figures.streets) == (1, 6)


def test_where_nobody_saw_anything_the_plan_says_so_and_there_is_no_average_yet() -> None:
    here = a_neighbourhood()
    a_crew(here, minutes=60)
    streets(here, 6)
    plan = night(here)
    lines = list(plan.lines.all())
    assert {line.why for line in lines} == {"unseen"}
    seen = queries.plan_for(machine(), here, day(0))
    assert seen is not None
    assert "hier keek nog niemand" in seen.lines[0].why("nl")
    assert queries.neighbourhood_figures(visitor(), here).average_grade == ""


def test_a_night_of_a_day_long_past_knows_nothing_of_what_came_later() -> None:
    here = a_neighbourhood()
    a_crew(here)
    by = seen_as(a_person(here))
    place, *_ = streets(here)
    dirty(by, place, at=NOW + timedelta(days=9))
    night(here, 2, at=at_night(12))
    state = queries.state_of(by, place)
    assert state is not None
    assert state.source == "kind"


def test_long_streets_fill_what_other_streets_leave_of_a_shift() -> None:
    here = a_neighbourhood()
    a_crew(here, minutes=240)
    by = seen_as(a_person(here))
    long, *short = a_place(here, length_m=12_000), *streets(here, 3)
    for place in (long, *short):
        dirty(by, place)
    plan = night(here)
    assert long.pk in on(plan)
    spent = sum(line.minutes + line.way_minutes for line in plan.lines.all())
    assert 225 < spent <= 240


def test_two_crews_are_never_sent_into_one_street_on_one_day() -> None:
    here = a_neighbourhood()
    for name in ("Oost", "West"):
        a_crew(here, name, minutes=100)
    by = seen_as(a_person(here))
    long = a_place(here, length_m=4_000)
    for place in (long, *streets(here, 8)):
        dirty(by, place)
    plan = night(here)
    assert plan.lines.filter(place=long).count() == 1
    by_crew = dict.fromkeys(plan.lines.values_list("crew", flat=True), 0.0)
    for line in plan.lines.all():
        by_crew[line.crew_id] += line.minutes + line.way_minutes
    assert len(by_crew) == 2
    assert all(50 < spent <= 100 for spent in by_crew.values())


def test_a_street_page_says_when_the_city_thinks_to_come() -> None:
    here = a_neighbourhood()
    a_crew(here, minutes=25)
    by = seen_as(a_person(here))
    for place in (bad := streets(here, 5)):
        dirty(by, place)
    plan = night(here)
    later = next(place for place in bad if place.pk not in on(plan))
    told = queries.next_of_city(by, later, day(0))
    assert (told.code, told.day) == ("comes", day(1))
    assert told == queries.nexts_of_city(by, here, [later.pk], day(0))[later.pk]


def test_a_visit_that_did_a_part_of_a_dirty_street_does_not_end_its_wait() -> None:
    here = a_neighbourhood()
    a_crew(here, minutes=60)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    long = a_place(here, length_m=12_000)
    dirty(by, long, pieces=90)
    line = line_of(night(here), long)
    acts.done(worker, line, at=at_noon(0))
    assert FloorCase.objects.get(place=long).visited_on == day(0)
    night(here, 1)
    state = queries.state_of(by, long)
    assert state is not None
    assert (state.grade, state.steps_behind) == ("D", 1)
    case = FloorCase.objects.get(place=long)
    assert (case.fell_on, case.visited_on, case.ended_on) == (day(0), None, None)
    seen = queries.plan_for(machine(), here, day(0))
    assert seen is not None
    assert "een deel van de straat, de hele straat kost 800 minuten" in seen.lines[0].why("nl")


def test_days_behind_count_from_what_somebody_saw_also_when_no_night_was_there() -> None:
    here = a_neighbourhood()
    a_crew(here)
    by = seen_as(a_person(here))
    bad, *_ = streets(here)
    dirty(by, bad)
    night(here, 5)
    assert line_of(Plan.objects.get(neighbourhood=here), bad).steps_behind == 5
    assert FloorCase.objects.get(place=bad).fell_on == day(0)  # the first morning that could know it


def test_a_look_far_ahead_or_back_changes_nothing_of_what_is_known() -> None:
    here = a_neighbourhood()
    a_crew(here, minutes=10)
    by = seen_as(a_person(here))
    for place in (bad := streets(here, 3)):
        dirty(by, place)
    night(here)

    def told() -> tuple[object, ...]:
        figures, later = queries.neighbourhood_figures(by, here), queries.next_of_city(by, bad[0], day(0))
        return list(FloorCase.objects.values()), queries.state_of(by, bad[0]), figures.average_score, later

    before = told()
    for number in (900, -900):
        night(here, number, at=at_night(0))
    assert told() == before


def test_a_street_is_done_on_the_day_of_its_plan_and_not_before() -> None:
    here = a_neighbourhood()
    a_crew(here)
    by, worker = seen_as(a_person(here)), seen_as(a_worker(here))
    bad, *_ = streets(here)
    dirty(by, bad)
    line = line_of(night(here, 1, at=at_noon(0)), bad)
    with pytest.raises(Refused) as no:
        acts.done(worker, line, at=at_noon(0))
    assert no.value.code == "response.not_that_day_yet"
    acts.done(worker, line, at=at_noon(1))


def test_crews_are_not_idle_because_of_streets_that_are_longer_than_their_day() -> None:
    here = a_neighbourhood()
    for name, minutes in (("Oost", 240), ("West", 90)):
        a_crew(here, name, minutes=minutes)
    by = seen_as(a_person(here))
    for place in (*(a_place(here, length_m=12_000) for _ in range(2)), *streets(here, 20)):
        dirty(by, place)
    plan = night(here)
    spent = {"Oost": 0.0, "West": 0.0}
    for line in plan.lines.select_related("crew"):
        assert line.crew
        spent[line.crew.name] += line.minutes + line.way_minutes
    assert 220 < spent["Oost"] <= 240
    assert 75 < spent["West"] <= 90


def test_of_many_streets_that_wait_the_first_are_named_and_the_others_counted() -> None:
    here = a_neighbourhood()
    a_crew(here, minutes=10)
    by = seen_as(a_person(here))
    for place in streets(here, 33):
        dirty(by, place)
    plan = night(here)
    text = Client().get(f"/{here.slug}/plan/{plan.date}/").content.decode()
    waiting = 33 - plan.lines.count()
    assert f"{waiting} straten zijn te vuil" in text
    assert f"En nog {waiting - 30} straten." in text or (waiting == 31 and "En nog één straat." in text)


def test_a_line_from_before_the_hand_over_stays_in_an_emergency_and_a_move_is_stopped(client: Client) -> None:
    here, place, _, worker, crew = _held()
    plan = night(here, 17)
    about = {"crew": crew, "minutes": 10, "pieces": 9, "grade_expected": "B", "step": 1, "steps_behind": 0}
    line = PlanLine.objects.create(plan=plan, place=place, order=9, why="average", **about)
    with pytest.raises(Refused, match=r"room\.residents_hold_it"):
        acts.move(worker, line, crew=None, order=1, reason="handig", at=at_noon(17))
    client.force_login(Person.objects.get(key=worker.person).account)  # type: ignore[arg-type]
    sent = {"key": "k1", "crew": "", "order": 1, "reason": "handig"}
    stopped = client.post(f"/{here.slug}/plan/{plan.date}/{line.public_id}/move/", sent)
    words = stopped.content.decode()
    assert stopped.status_code == 422
    assert all(way in words for way in ("Vraag het de buren", "Zie ervan af", "Meld een noodgeval"))
    moment = acts.enter_in_emergency(
        worker, plan, place, crew=crew, reason="naalden", emergency=NEEDLES, at=at_noon(17)
    )
    assert moment.kind == "response.entered_unasked"
    assert list(plan.lines.filter(place=place).values_list("why", "emergency")) == [("emergency", True)]
    acts.move(worker, PlanLine.objects.get(pk=line.pk), crew=None, order=1, reason="eerst", at=at_noon(17))
