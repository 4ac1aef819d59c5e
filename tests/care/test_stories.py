"""Stories of streets: joining in, giving back, rounds, challenges, offers, help."""

from datetime import timedelta

import pytest
from django.test import Client

from tests.care.makers import (
    LATER,
    a_carrier,
    a_challenge,
    an_offer,
    days,
    handed_over,
    step_at,
    task_of,
)
from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.stay.makers import an_institution, works_at
from vuurtoren.care import acts, queries
from vuurtoren.care.models import Carrying, HandOver, HelpQuestion, Round
from vuurtoren.care.rules import Cause, Step, check_step
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused, say
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person, RoleHeld, Work
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewers_here, visitor

pytestmark = pytest.mark.django_db


@pytest.fixture
def wijk() -> Neighbourhood:
    return a_neighbourhood()


@pytest.fixture
def kade(wijk: Neighbourhood) -> Place:
    return a_place(wijk, "Kadeweg")


@pytest.fixture
def amina(wijk: Neighbourhood) -> Person:
    return a_person(wijk, called="Amina")


@pytest.fixture
def bram(wijk: Neighbourhood) -> Person:
    return a_person(wijk, called="Bram")


@pytest.fixture
def worker(wijk: Neighbourhood) -> Person:
    return a_worker(wijk, "Wilma")


# --- joining in and giving back ------------------------------------------------------------------


def test_joining_in_counts_at_once_and_needs_nobodys_yes(kade: Place, amina: Person) -> None:
    moment = acts.join(seen_as(amina), kade, at=LATER)
    assert (moment.kind, moment.what["step"], moment.place) == ("care.joined", 3, kade.key)
    assert step_at(kade) == Step.TOGETHER


def test_now_and_then_leaves_the_city_in_front(kade: Place, amina: Person, bram: Person) -> None:
    a_carrier(amina, kade, rhythm="now_and_then")
    assert step_at(kade) == Step.INSTITUTION_WITH_RESIDENTS
    a_carrier(bram, kade)
    assert step_at(kade) == Step.TOGETHER


def test_joining_never_lowers_a_step(kade: Place, amina: Person, bram: Person) -> None:
    a_carrier(amina, kade)
    a_carrier(bram, kade, rhythm="now_and_then")
    assert step_at(kade) == Step.TOGETHER


def test_who_joins_twice_is_told_so_and_stays_one_carrier(kade: Place, amina: Person) -> None:
    by = a_carrier(amina, kade)
    with pytest.raises(Refused, match=r"care\.already_yours"):
        acts.join(by, kade, at=LATER)
    assert Carrying.objects.count() == 1


def test_giving_back_needs_no_reason_and_the_city_carries_at_once(kade: Place, amina: Person) -> None:
    by = a_carrier(amina, kade)
    acts.give_back(by, kade, at=days(3))
    assert (step_at(kade), task_of(kade).given_back_at) == (1, days(3))
    assert [one.place for one in queries.vacancies(visitor(), kade.neighbourhood)] == [kade]


def test_a_vacant_street_can_be_claimed_again(kade: Place, amina: Person, bram: Person) -> None:
    acts.give_back(a_carrier(amina, kade), kade, at=days(3))
    a_carrier(bram, kade, at=days(4))
    assert (step_at(kade), task_of(kade).given_back_at) == (3, None)
    assert queries.vacancies(visitor(), kade.neighbourhood) == []


def test_giving_back_one_share_leaves_the_others_theirs(
    kade: Place, amina: Person, bram: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    a_carrier(bram, kade)
    handed_over(by, seen_as(worker), kade)
    acts.give_back(by, task_of(kade), at=days(20))
    assert step_at(kade) == 4
    acts.give_back(seen_as(bram), task_of(kade), at=days(21))
    assert step_at(kade) == 1
    assert HandOver.objects.get().state == "ended"


def test_carrying_can_be_arranged_in_another_way(kade: Place, amina: Person) -> None:
    by = a_carrier(amina, kade)
    acts.arrange(by, kade, part="a", rhythm="now_and_then", people=3, at=days(1))
    own = queries.mine(by, kade.neighbourhood)[0]
    assert (own.part, own.rhythm, own.people, own.step) == ("a", "now_and_then", 3, 2)


def test_nobody_can_give_back_what_somebody_else_carries(kade: Place, amina: Person, bram: Person) -> None:
    a_carrier(amina, kade)
    with pytest.raises(Refused, match=r"care\.not_carried_by_you"):
        acts.give_back(seen_as(bram), kade, at=LATER)
    assert step_at(kade) == 3


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.WORKER, Role.ADMIN, None], ids=str)
def test_whoever_carries_may_give_back_whatever_roles_they_hold_by_now(
    kade: Place, amina: Person, bram: Person, role: Role | None
) -> None:
    a_carrier(amina, kade)
    RoleHeld.objects.filter(person=amina).delete()
    if role:
        RoleHeld.objects.create(
            person=amina, neighbourhood=kade.neighbourhood, role=role.value, since=NOW, confirmed_at=NOW
        )
    by = seen_as(amina)
    assert not by.may("task.carry", kade.neighbourhood.key)
    assert acts.give_back(by, kade, at=LATER).kind == "care.gave_back"
    assert step_at(kade) == 1
    a_carrier(bram, kade)
    with pytest.raises(Refused):
        acts.give_back(by, kade, at=LATER)
    assert queries.mine(seen_as(bram), kade.neighbourhood)


def test_a_street_that_left_the_map_can_be_given_back_and_not_taken_up(
    kade: Place, amina: Person, bram: Person
) -> None:
    by = a_carrier(amina, kade)
    kade.gone_at = days(1)
    kade.save()
    with pytest.raises(Refused, match=r"care\.place_gone"):
        acts.join(seen_as(bram), kade, at=days(2))
    acts.give_back(by, kade, at=days(2))
    assert step_at(kade) == 1


# --- who may -------------------------------------------------------------------------------------


def test_a_visitor_is_asked_to_sign_in(kade: Place) -> None:
    with pytest.raises(Refused, match=r"power\.sign_in_first"):
        acts.join(visitor(), kade, at=LATER)


def test_a_neighbour_from_elsewhere_does_not_carry_here(kade: Place) -> None:
    stranger = a_person(a_neighbourhood("Elders"))
    for deed in (
        lambda: acts.join(seen_as(stranger), kade, at=LATER),
        lambda: acts.log_round(seen_as(stranger), kade, minutes=10, bags=1, at=LATER),
        lambda: a_challenge(seen_as(stranger), kade),
    ):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            deed()
    assert not Carrying.objects.exists()


def test_a_professional_carries_only_the_street_they_live_in(kade: Place, worker: Person) -> None:
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.join(seen_as(worker), kade, at=LATER)
    worker.home = kade
    worker.save()
    acts.join(seen_as(worker), kade, at=LATER)
    assert step_at(kade) == 3


def test_a_professional_who_carries_does_not_speak_for_residents(kade: Place, worker: Person) -> None:
    worker.home = kade
    worker.save()
    by = a_carrier(worker, kade)
    with pytest.raises(Refused, match=r"care\.carry_it_first"):
        a_challenge(by, kade)
    asked = an_offer(by, kade)
    with pytest.raises(Refused, match=r"care\.other_side_answers"):
        acts.answer(by, asked, yes=True, at=days(1))


# --- rounds --------------------------------------------------------------------------------------


def test_a_round_of_somebody_who_did_not_join_is_welcome(kade: Place, amina: Person) -> None:
    acts.log_round(seen_as(amina), kade, minutes=20, bags=1, pieces=14, grade="B", at=LATER)
    assert (Round.objects.get().minutes, step_at(kade)) == (20, 1)


def test_a_round_counts_for_as_many_as_carry_together(kade: Place, amina: Person) -> None:
    by = a_carrier(amina, kade, people=4)
    acts.log_round(by, kade, minutes=30, bags=2, at=days(1))
    done = queries.rounds_since(machine(), kade.neighbourhood, LATER)
    assert [(one.place_id, one.minutes, one.people, one.bags) for one in done] == [(kade.pk, 30, 4, 2)]


@pytest.mark.parametrize(
    ("slip", "code"),
    [
        ({"minutes": 0}, "care.minutes"),
        ({"minutes": 5000}, "care.minutes"),
        ({"bags": -1}, "care.bags"),
        ({"pieces": -3}, "care.pieces"),
        ({"grade": "E"}, "care.choice_unknown"),
    ],
)
def test_a_slip_of_the_finger_leaves_no_trace(
    kade: Place, amina: Person, slip: dict[str, object], code: str
) -> None:
    given: dict[str, object] = {"minutes": 10, "bags": 1, **slip}
    with pytest.raises(Refused, match=code):
        acts.log_round(seen_as(amina), kade, at=LATER, **given)  # type: ignore[arg-type]
    assert not Round.objects.exists()
    assert not Moment.objects.filter(kind__startswith="care.").exists()


def test_a_round_can_be_taken_out_within_a_day_once_and_by_oneself(
    kade: Place, amina: Person, bram: Person
) -> None:
    by = seen_as(amina)
    acts.log_round(by, kade, minutes=20, bags=1, at=LATER)
    done = queries.my_last_round(by, kade, LATER)
    assert done is not None
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.undo_round(seen_as(bram), done, at=LATER)
    with pytest.raises(Refused, match=r"care\.round_too_old"):
        acts.undo_round(by, done, at=days(2))
    acts.undo_round(by, done, at=LATER + timedelta(hours=23))
    with pytest.raises(Refused, match=r"care\.round_undone"):
        acts.undo_round(by, done, at=LATER + timedelta(hours=23))
    assert queries.rounds_since(machine(), kade.neighbourhood, LATER) == []
    assert queries.my_last_round(by, kade, LATER) is None


# --- challenge and offer -------------------------------------------------------------------------


def test_a_challenge_becomes_carried_after_both_yeses_and_the_overlap(
    kade: Place, amina: Person, worker: Person
) -> None:
    by, city = a_carrier(amina, kade), seen_as(worker)
    asked = a_challenge(by, kade)
    assert step_at(kade) == 3
    acts.answer(city, asked, yes=True, at=days(1))
    asked.refresh_from_db()
    assert (asked.state, asked.overlap_until, step_at(kade)) == ("overlap", days(15).date(), 3)
    assert acts.pass_time(machine(), kade.neighbourhood, at=days(14)) == ()
    told = acts.pass_time(machine(), kade.neighbourhood, at=days(15))
    assert [one.kind for one in told] == ["care.carried"]
    assert step_at(kade) == 4
    assert acts.pass_time(machine(), kade.neighbourhood, at=days(15)) == ()
    assert verify_book(kade.neighbourhood.key).broken is None


def test_an_unanswered_challenge_stays_a_debt_with_a_clock(kade: Place, amina: Person) -> None:
    a_challenge(a_carrier(amina, kade), kade)
    assert acts.pass_time(machine(), kade.neighbourhood, at=days(700)) == ()
    (seen,) = queries.hand_overs(visitor(), kade.neighbourhood, days(700))
    assert seen.is_debt
    assert seen.is_late(days(700))
    assert seen.days_open(days(700)) == 700


def test_an_unanswered_offer_lapses_and_the_city_goes_on(kade: Place, amina: Person, worker: Person) -> None:
    a_carrier(amina, kade)
    asked = an_offer(seen_as(worker), kade)
    assert acts.pass_time(machine(), kade.neighbourhood, at=days(28)) == ()
    told = acts.pass_time(machine(), kade.neighbourhood, at=days(29))
    assert [one.kind for one in told] == ["care.lapsed"]
    asked.refresh_from_db()
    assert (asked.state, step_at(kade)) == ("lapsed", 3)
    with pytest.raises(Refused, match=r"care\.hand_over_moved_on"):
        acts.answer(seen_as(amina), asked, yes=True, at=days(29))


def test_a_yes_after_the_day_is_too_late_even_before_the_night(
    kade: Place, amina: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    asked = an_offer(seen_as(worker), kade)
    with pytest.raises(Refused, match=r"care\.offer_over"):
        acts.answer(by, asked, yes=True, at=days(29))


def test_declining_is_one_tap_and_changes_nothing(kade: Place, amina: Person, worker: Person) -> None:
    by = a_carrier(amina, kade)
    before = queries.carried_now(visitor(), kade.neighbourhood)
    asked = an_offer(seen_as(worker), kade)
    moment = acts.answer(by, asked, yes=False, at=days(1))
    year_on = (days(1) + timedelta(365)).date().isoformat()
    assert (moment.kind, moment.what) == ("care.declined", {"side": "residents", "again": year_on})
    assert queries.carried_now(visitor(), kade.neighbourhood) == before
    an_offer(seen_as(worker), kade, at=days(366))  # and it may be asked again a year later


def test_a_no_by_a_slip_is_undone_within_a_day_and_waits_again(
    kade: Place, amina: Person, bram: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    asked = an_offer(seen_as(worker), kade)
    acts.answer(by, asked, yes=False, at=days(1))
    for who, code in ((seen_as(worker), r"care\.not_your_side"), (seen_as(bram), r"power\.not_yours")):
        with pytest.raises(Refused, match=code):
            acts.undo_no(who, asked, at=days(1, 1))
    with pytest.raises(Refused, match=r"care\.no_stands"):
        acts.undo_no(by, asked, at=days(2, 1))
    seen = queries.hand_over_called(by, kade.neighbourhood, asked.public_id, days(2))
    assert seen is not None
    assert (seen.may_undo_no(days(2)), seen.may_undo_no(days(2, 1))) == (True, False)
    acts.undo_no(by, asked, at=days(2))
    asked.refresh_from_db()
    assert (asked.state, asked.ask_again_on, asked.ended_at) == ("asked", None, None)
    acts.answer(by, asked, yes=True, at=days(3))
    with pytest.raises(Refused, match=r"care\.hand_over_moved_on"):
        acts.undo_no(by, asked, at=days(3))


def test_a_no_is_not_undone_over_what_was_asked_since_or_after_the_day(
    kade: Place, amina: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    asked = an_offer(seen_as(worker), kade)
    acts.answer(by, asked, yes=False, at=days(28))
    with pytest.raises(Refused, match=r"care\.offer_over"):
        acts.undo_no(by, asked, at=days(29))
    a_challenge(by, kade, at=days(28, 1))
    with pytest.raises(Refused, match=r"care\.already_asked"):
        acts.undo_no(by, asked, at=days(28, 2))


def test_who_joins_in_too_hears_that_another_said_yes_and_may_say_rather_not_before_it_holds(
    kade: Place, amina: Person, bram: Person, worker: Person
) -> None:
    by, other = a_carrier(amina, kade), a_carrier(bram, kade)
    asked = an_offer(seen_as(worker), kade)
    client = Client()
    client.force_login(bram.account)  # type: ignore[arg-type]
    today = client.get(f"/{kade.neighbourhood.slug}/").content.decode()
    assert (
        'value="yes"' not in today.split(asked.public_id)[2].split("</form>")[0]
    )  # first it is told what it means
    page = client.get(f"/{kade.neighbourhood.slug}/agreement/{asked.public_id}/").content.decode()
    assert all(say("nl", f"agreement-means-{one}") in page for one in ("carry", "all", "back"))
    assert say("nl", "agreement-means-you") not in page  # bram joins in already
    acts.answer(by, asked, yes=True, at=days(1))
    assert queries.questions_for(by, kade.neighbourhood) == []
    (told,) = queries.questions_for(other, kade.neighbourhood)
    assert told.kind == "agreed"
    assert queries.waiting_questions(
        machine(), kade.neighbourhood, viewers_here(machine(), kade.neighbourhood, days(1))
    ) == {bram.pk: 1}
    assert say("nl", "today-agreed-see") in client.get(f"/{kade.neighbourhood.slug}/").content.decode()
    acts.withdraw(other, asked, at=days(2))
    acts.pass_time(machine(), kade.neighbourhood, at=days(30))
    assert (step_at(kade), queries.questions_for(other, kade.neighbourhood)) == (3, [])


def test_an_offer_nobody_carries_is_for_who_lives_there_and_yes_is_carrying(
    kade: Place, amina: Person, bram: Person, worker: Person
) -> None:
    asked = an_offer(seen_as(worker), kade)
    amina.home = kade
    amina.save()
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.answer(seen_as(bram), asked, yes=True, at=days(1))
    (question,) = queries.questions_for(seen_as(amina), kade.neighbourhood)
    assert question.kind == "hand_over"
    acts.answer(seen_as(amina), asked, yes=True, at=days(1))
    assert (step_at(kade), Carrying.objects.get().person) == (3, amina)


def test_nobody_says_yes_for_both_sides(kade: Place, amina: Person, worker: Person) -> None:
    by = a_carrier(amina, kade)
    asked = a_challenge(by, kade)
    with pytest.raises(Refused, match=r"care\.other_side_answers"):
        acts.answer(by, asked, yes=True, at=days(1))
    people.end_role(by, amina.roles.get(role="resident"), at=days(1))
    people.offer_role(machine(), amina, kade.neighbourhood, role=Role.WORKER, at=days(1))
    with pytest.raises(Refused, match=r"care\.other_side_answers"):
        acts.answer(seen_as(amina, days(2)), asked, yes=True, at=days(2))


def test_a_question_can_be_taken_back_by_the_side_that_asked(
    kade: Place, amina: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    asked = a_challenge(by, kade)
    with pytest.raises(Refused, match=r"care\.not_your_side"):
        acts.withdraw(seen_as(worker), asked, at=days(1))
    acts.withdraw(by, asked, at=days(1))
    assert HandOver.objects.get().state == "withdrawn"


def test_during_the_overlap_a_carrier_may_still_say_rather_not(
    kade: Place, amina: Person, bram: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    a_carrier(bram, kade)
    asked = a_challenge(by, kade)
    acts.answer(seen_as(worker), asked, yes=True, at=days(1))
    with pytest.raises(Refused, match=r"care\.not_your_side"):
        acts.withdraw(seen_as(worker), asked, at=days(2))
    acts.withdraw(seen_as(bram), asked, at=days(2))
    acts.pass_time(machine(), kade.neighbourhood, at=days(40))
    assert step_at(kade) == 3


def test_residents_ask_only_for_what_they_carry_and_for_more_room(
    kade: Place, amina: Person, bram: Person
) -> None:
    by = a_carrier(amina, kade)
    with pytest.raises(Refused, match=r"care\.carry_it_first"):
        a_challenge(seen_as(bram), kade)
    with pytest.raises(Refused, match=r"care\.not_a_hand_over"):
        a_challenge(by, kade, to_step=2)
    with pytest.raises(Refused, match=r"care\.already_so"):
        a_challenge(by, kade, to_step=3)
    a_challenge(by, kade)
    with pytest.raises(Refused, match=r"care\.already_asked"):
        a_challenge(by, kade, to_step=5)


@pytest.mark.parametrize(
    ("terms", "code"),
    [
        ({"stop_grade": "D"}, "care.stop_grade"),
        ({"stop_steps": 0}, "care.stop_steps"),
        ({"overlap_days": 0}, "care.overlap"),
        ({"after_stop": "punish"}, "care.choice_unknown"),
        ({"to_step": 9}, "care.choice_unknown"),
    ],
)
def test_a_refused_challenge_leaves_no_trace(
    kade: Place, amina: Person, terms: dict[str, object], code: str
) -> None:
    by = a_carrier(amina, kade)
    number = Moment.objects.count()
    with pytest.raises(Refused, match=code):
        a_challenge(by, kade, **terms)
    assert (HandOver.objects.count(), Moment.objects.count()) == (0, number)


def test_an_offer_gives_residents_time_to_think(kade: Place, worker: Person) -> None:
    city = seen_as(worker)
    with pytest.raises(Refused, match=r"care\.answer_too_soon"):
        an_offer(city, kade, answer_by=days(3).date())
    with pytest.raises(Refused, match=r"care\.answer_too_late"):
        an_offer(city, kade, answer_by=days(900).date())


def test_a_resident_cannot_speak_for_the_city(kade: Place, amina: Person) -> None:
    with pytest.raises(Refused, match=r"power\.not_yours"):
        an_offer(a_carrier(amina, kade), kade)


def test_the_city_comes_back_only_when_residents_say_yes(kade: Place, amina: Person, worker: Person) -> None:
    by, city = a_carrier(amina, kade), seen_as(worker)
    first = handed_over(by, city, kade, to_step=5)
    assert step_at(kade) == 5
    back = an_offer(city, kade, at=days(20), to_step=3)
    acts.pass_time(machine(), kade.neighbourhood, at=days(60))
    assert step_at(kade) == 5  # silence is never yes
    back = an_offer(city, kade, at=days(61), to_step=3)
    acts.answer(by, back, yes=True, at=days(62))
    acts.pass_time(machine(), kade.neighbourhood, at=days(80))
    first.refresh_from_db()
    back.refresh_from_db()
    assert (step_at(kade), first.state, back.state) == (3, "replaced", "replaced")


def test_more_room_replaces_the_agreement_before(kade: Place, amina: Person, worker: Person) -> None:
    by, city = a_carrier(amina, kade), seen_as(worker)
    first = handed_over(by, city, kade)
    more = a_challenge(by, kade, at=days(20), to_step=5)
    acts.answer(city, more, yes=True, at=days(21))
    acts.pass_time(machine(), kade.neighbourhood, at=days(40))
    first.refresh_from_db()
    assert (step_at(kade), first.state) == (5, "replaced")
    assert [one.hand_over for one in queries.handed_over(visitor(), kade.neighbourhood)] == [more]


def test_no_other_way_leads_to_a_hand_over() -> None:
    with pytest.raises(ValueError):
        check_step(Step.TOGETHER, Step.RESIDENTS_BACKED, Cause.JOIN)


# --- help ----------------------------------------------------------------------------------------


def test_the_carriers_are_asked_first_and_the_city_comes_when_they_say_yes(
    kade: Place, amina: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    handed_over(by, seen_as(worker), kade)
    acts.ask_help(machine(), task_of(kade), step_date=days(20).date(), at=days(19))
    now = queries.carried_now(machine(), kade.neighbourhood)[kade.pk]
    assert now.help_open
    assert not now.city_may_come(days(20).date())
    (question,) = queries.questions_for(by, kade.neighbourhood)
    assert question.kind == "help"
    acts.answer_help(by, kade, yes=True, at=days(20))
    now = queries.carried_now(machine(), kade.neighbourhood)[kade.pk]
    assert now.city_may_come(days(20).date())
    assert not now.city_may_come(days(27).date())


def test_a_no_is_a_no_for_a_week(kade: Place, amina: Person, worker: Person) -> None:
    by = a_carrier(amina, kade)
    handed_over(by, seen_as(worker), kade)
    acts.ask_help(machine(), task_of(kade), step_date=days(20).date(), at=days(19))
    acts.answer_help(by, task_of(kade), yes=False, at=days(20))
    with pytest.raises(Refused, match=r"care\.help_asked_lately"):
        acts.ask_help(machine(), task_of(kade), step_date=days(26).date(), at=days(25))
    acts.ask_help(machine(), task_of(kade), step_date=days(27).date(), at=days(26))
    with pytest.raises(Refused, match=r"care\.help_asked_lately"):
        acts.ask_help(machine(), task_of(kade), step_date=days(90).date(), at=days(90))


def test_carriers_may_call_the_city_without_being_asked(kade: Place, amina: Person, worker: Person) -> None:
    by = a_carrier(amina, kade)
    with pytest.raises(Refused, match=r"care\.not_handed_over"):
        acts.call_help(by, kade, at=days(1))
    handed_over(by, seen_as(worker), kade)
    acts.call_help(by, kade, at=days(20))
    assert queries.carried_now(machine(), kade.neighbourhood)[kade.pk].city_may_come(days(20).date())


def test_help_is_asked_only_where_residents_hold_the_room_and_only_of_them(
    kade: Place, amina: Person, bram: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    with pytest.raises(Refused, match=r"care\.not_handed_over"):
        acts.ask_help(machine(), task_of(kade), step_date=days(1).date(), at=days(1))
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.ask_help(seen_as(worker), task_of(kade), step_date=days(1).date(), at=days(1))
    handed_over(by, seen_as(worker), kade)
    with pytest.raises(Refused, match=r"care\.nothing_asked"):
        acts.answer_help(by, kade, yes=True, at=days(20))
    acts.ask_help(machine(), task_of(kade), step_date=days(20).date(), at=days(19))
    for other in (bram, worker):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            acts.answer_help(seen_as(other), kade, yes=True, at=days(20))


def test_a_question_is_moot_when_the_street_is_given_back(kade: Place, amina: Person, worker: Person) -> None:
    by = a_carrier(amina, kade)
    handed_over(by, seen_as(worker), kade)
    acts.ask_help(machine(), task_of(kade), step_date=days(20).date(), at=days(19))
    acts.give_back(by, kade, at=days(20))
    assert HelpQuestion.objects.get().answer == "moot"
    assert queries.questions_for(by, kade.neighbourhood) == []


# --- being forgotten -----------------------------------------------------------------------------


def test_a_forgotten_last_carrier_leaves_the_street_with_the_city(
    kade: Place, amina: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    acts.log_round(by, kade, minutes=15, bags=1, at=days(1))
    handed_over(by, seen_as(worker), kade)
    told = acts.release_person(by, amina.key, [kade.neighbourhood], days(20))
    people.forget(by, amina, kade.neighbourhood, at=days(20))
    assert [one.kind for one in told] == ["care.gave_back"]
    assert (step_at(kade), HandOver.objects.get().state) == (1, "ended")
    assert (Carrying.objects.get().person, Round.objects.get().person) == (None, None)
    assert len(queries.rounds_since(machine(), kade.neighbourhood, LATER)) == 1
    assert verify_book(kade.neighbourhood.key).broken is None


def test_the_night_finds_a_street_whose_carrier_was_forgotten(
    kade: Place, amina: Person, worker: Person
) -> None:
    by = a_carrier(amina, kade)
    handed_over(by, seen_as(worker), kade)
    people.forget(by, amina, kade.neighbourhood, at=days(20))
    told = acts.pass_time(machine(), kade.neighbourhood, at=days(21))
    assert [one.kind for one in told] == ["care.gave_back"]
    assert step_at(kade) == 1


def test_nobody_releases_somebody_else_who_has_an_account(kade: Place, amina: Person, bram: Person) -> None:
    a_carrier(amina, kade)
    people.offer_role(machine(), bram, kade.neighbourhood, role=Role.HOST, at=LATER)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.release_person(seen_as(bram, days(1)), amina.key, [kade.neighbourhood], days(1))
    assert step_at(kade) == 3


def test_only_who_works_for_the_institution_that_cleans_answers_in_its_name(
    wijk: Neighbourhood, kade: Place, amina: Person
) -> None:
    """A housing association works here too: what residents ask of the city is not theirs to answer, nor to offer."""
    city, lies = a_worker(wijk), works_at(an_institution(wijk), "Lies")
    asked = a_challenge(a_carrier(amina, kade), kade)
    assert [
        one.hand_over.hand_over for one in queries.questions_for(seen_as(city), wijk) if one.hand_over
    ] == [asked]
    assert queries.questions_for(seen_as(lies), wijk) == []
    (seen,) = queries.hand_overs(seen_as(lies), wijk, LATER)
    assert (seen.i_may_answer, seen.i_may_withdraw) == (False, False)
    for deed in (
        lambda by: acts.answer(by, asked, yes=True, at=days(1)),
        lambda by: acts.withdraw(by, asked, at=days(1)),
        lambda by: an_offer(by, a_place(wijk)),
    ):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            deed(seen_as(lies))
    acts.answer(seen_as(city), asked, yes=True, at=days(1))


def test_where_nobody_wrote_down_who_cleans_every_professional_speaks_for_the_city(
    wijk: Neighbourhood, kade: Place, amina: Person
) -> None:
    lies = works_at(an_institution(wijk), "Lies")
    asked = a_challenge(a_carrier(amina, kade), kade)
    acts.answer(seen_as(lies), asked, yes=True, at=days(1))


def test_who_works_for_two_institutions_speaks_for_the_city_as_long_as_that_work_lasts(
    wijk: Neighbourhood,
) -> None:
    city = a_worker(wijk)
    people.work_began(machine(), city, an_institution(wijk), since=NOW.date(), at=NOW)
    assert seen_as(city).speaks_for_the_city(wijk.key)
    Work.objects.filter(person=city, institution__cleans=True).update(until=NOW.date() - timedelta(days=1))
    assert not seen_as(city).speaks_for_the_city(wijk.key)
