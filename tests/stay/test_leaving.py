"""Leaving: the employer is warned and not the worker, nothing promised is dropped, rights end with the last day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as, sits_too
from tests.stay.makers import (
    TODAY,
    a_claim,
    a_promise,
    again,
    an_institution,
    days,
    who_leads,
    work_of,
    works_at,
)
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.queries import professionals_of
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, visitor
from vuurtoren.stay import acts, queries
from vuurtoren.stay.models import Departure, Promise
from vuurtoren.stay.rules import check_introductions, check_walk, leaves_early
from vuurtoren.tables import acts as tables
from vuurtoren.tables import queries as tables_seen
from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import When

LAST = TODAY + timedelta(days=14)


def leaves(person: Person, last_day: date = LAST, by: Person | None = None) -> Departure:
    acts.announce_leaving(seen_as(by or person), work_of(person), last_day=last_day, at=NOW)
    return Departure.objects.get(work=work_of(person))


def role_until(person: Person) -> object:
    return RoleHeld.objects.get(person=person, role=Role.WORKER.value).until


def the_leaving(person: Person, leaving: Departure, day: date = TODAY) -> queries.LeavingSeen:
    """The leaving as it is now, as this person sees it."""
    seen = queries.leaving_seen(seen_as(person), Departure.objects.get(pk=leaving.pk), day)
    assert seen
    return seen


def a_team(here: Neighbourhood, since: date = date(2025, 9, 1)) -> tuple[Person, Person]:
    """Somebody of De Kade, and who leads that team."""
    kade = an_institution(here)
    return works_at(kade, "Kim", since), who_leads(here, kade)


@pytest.mark.django_db
def test_nobody_leaves_in_silence_each_promise_has_an_owner_or_an_honest_word() -> None:
    here = a_neighbourhood()
    kim, _ = a_team(here)
    bram, joris = works_at(work_of(kim).institution, "Puck"), a_person(here)
    bench, lamp, claim = a_promise(kim, here), a_promise(kim, here, to_all=True), a_claim(joris, kim)
    leaving = leaves(kim)
    with pytest.raises(Refused, match=r"stay\.promises_open") as refused:
        acts.complete_departure(seen_as(kim), leaving, at=NOW)
    assert refused.value.values == {"count": 3}
    acts.answer_promise(seen_as(kim), claim, yes=False, at=NOW)
    acts.ask_over(seen_as(kim), bench, work=work_of(bram), at=NOW)
    with pytest.raises(Refused, match=r"stay\.promises_open"):
        acts.complete_departure(seen_as(kim), leaving, at=NOW)
    acts.answer_promise(seen_as(bram), bench, yes=True, at=NOW)
    acts.wont_happen(seen_as(kim), lamp, reason="Er is geen stroom", at=NOW)
    acts.complete_departure(seen_as(kim), leaving, known=True, at=NOW)
    assert again(bench).owner == bram
    assert again(lamp).reason
    with pytest.raises(Refused, match=r"stay\.left_already"):
        acts.complete_departure(seen_as(kim), leaving, at=NOW)


@pytest.mark.django_db
def test_the_role_ends_with_the_last_day_and_rights_with_the_next_look() -> None:
    here = a_neighbourhood()
    kim, _ = a_team(here)
    leaves(kim)
    on_the_last_day, the_day_after = days(14), days(15)
    assert seen_as(kim, on_the_last_day).is_a(Role.WORKER, here.key)
    assert not seen_as(kim, the_day_after).is_a(Role.WORKER, here.key)
    assert [one.called for one in professionals_of(visitor(), here, on_the_last_day)] == ["Kim", "Lies"]
    assert [one.called for one in professionals_of(visitor(), here, the_day_after)] == ["Lies"]
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.was_here(seen_as(kim, the_day_after), here, kind="walked", at=the_day_after)


@pytest.mark.django_db
def test_who_is_gone_with_a_promise_open_leaves_it_to_who_leads_the_team() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    promise, leaving, late = a_promise(kim, here), leaves(kim), days(20)
    lead = seen_as(lies, late)
    ((team,),) = [[queries.teams_of(lead, here, late.date())[0]]]
    assert [(one.called, one.open) for one in team.left] == [("Kim", 1)]
    with pytest.raises(Refused, match=r"stay\.promises_open"):
        acts.complete_departure(lead, leaving, at=late)
    acts.wont_happen(lead, promise, reason="Kim is weg en niemand kan het", told=True, at=late)
    acts.complete_departure(lead, leaving, known=True, at=late)
    assert queries.teams_of(lead, here, late.date())[0].left == ()


@pytest.mark.django_db
def test_leaving_within_eighteen_months_is_told_to_who_leads_and_not_to_who_leaves() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here, since=TODAY - timedelta(days=300))
    follows = works_at(work_of(kim).institution, "Puck")
    leaving = leaves(kim)
    acts.plan_hand_over(
        seen_as(lies), leaving, successor=work_of(follows), walk_on=None, people=0, introduced=0, at=NOW
    )
    leaving.refresh_from_db()
    seen = {one.called: queries.leaving_seen(seen_as(one), leaving, TODAY) for one in (kim, lies, follows)}
    assert {called: one.early for called, one in seen.items() if one} == {
        "Kim": False, "Lies": True, "Puck": False,
    }  # fmt: skip
    for other in (a_person(here), a_worker(here), a_person(here, Role.BOARD)):
        assert queries.leaving_seen(seen_as(other), leaving, TODAY) is None
        assert queries.departure_called(seen_as(other), here, leaving.public_id, TODAY) is None


@pytest.mark.django_db
def test_who_leads_another_team_has_no_part_in_it() -> None:
    here = a_neighbourhood()
    kim, _ = a_team(here)
    other = who_leads(here, an_institution(here, "Stadsbeheer"))
    with pytest.raises(Refused, match=r"power\.not_yours"):
        leaves(kim, by=other)
    leaving = leaves(kim)
    deeds = (
        lambda by: acts.stay_on(by, leaving, at=NOW),
        lambda by: acts.complete_departure(by, leaving, at=NOW),
        lambda by: acts.plan_hand_over(
            by, leaving, successor=None, walk_on=None, people=1, introduced=0, at=NOW
        ),
    )
    for deed in deeds:
        with pytest.raises(Refused, match=r"power\.not_yours"):
            deed(seen_as(other))


@pytest.mark.django_db
def test_staying_after_all_leaves_everything_as_it_was() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    before = role_until(kim)
    leaving = leaves(kim, by=lies)
    leaves(kim, LAST + timedelta(days=3))
    assert role_until(kim) != before
    acts.stay_on(seen_as(kim), leaving, at=NOW)
    assert role_until(kim) == before
    assert work_of(kim).until is None
    assert not Departure.objects.exists()


@pytest.mark.django_db
def test_saying_one_leaves_late_and_staying_does_not_lengthen_a_role() -> None:
    here = a_neighbourhood()
    kim, _ = a_team(here)
    before = role_until(kim)
    leaves(kim, TODAY + timedelta(days=700))
    assert role_until(kim) == before


@pytest.mark.django_db
def test_other_work_here_goes_on_and_so_does_the_role() -> None:
    here = a_neighbourhood()
    kim, _ = a_team(here)
    work = work_of(kim)
    people.work_began(machine(), kim, an_institution(here, "Welzijn"), since=TODAY, at=NOW)
    before = role_until(kim)
    acts.announce_leaving(seen_as(kim), work, last_day=LAST, at=NOW)
    assert role_until(kim) == before


@pytest.mark.django_db
def test_a_walk_is_said_by_who_follows_on_a_day_when_both_are_here() -> None:
    here = a_neighbourhood()
    kim, _ = a_team(here)
    follows = works_at(work_of(kim).institution, "Puck", since=TODAY + timedelta(days=7))
    leaving = leaves(kim)

    def plan(by: Person, walk_on: date) -> Moment:
        return acts.plan_hand_over(
            seen_as(by), leaving, successor=work_of(follows), walk_on=walk_on, people=12, introduced=3, at=NOW
        )

    for day in (TODAY, LAST + timedelta(days=1)):
        with pytest.raises(Refused, match=r"stay\.walk_needs_both"):
            plan(kim, day)
    plan(kim, TODAY + timedelta(days=9))
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.walked(seen_as(kim), leaving, at=days(9))
    with pytest.raises(Refused, match=r"stay\.no_walk"):
        acts.walked(seen_as(follows), leaving, at=days(8))
    acts.walked(seen_as(follows), leaving, at=days(9))
    (seen,) = queries.my_leavings(seen_as(follows), here, TODAY)
    assert (seen.part, seen.walked, seen.introduced, seen.people) == ("follows", True, 3, 12)
    plan(kim, TODAY + timedelta(days=10))
    leaving.refresh_from_db()
    assert not leaving.walked


@pytest.mark.django_db
def test_what_is_left_undone_is_said_before_closing_and_stays_in_sight() -> None:
    here = a_neighbourhood()
    kim, _ = a_team(here)
    follows, leaving = works_at(work_of(kim).institution, "Puck"), leaves(kim)
    plan = {"successor": work_of(follows), "walk_on": TODAY, "people": 14, "at": NOW}
    acts.plan_hand_over(seen_as(kim), leaving, introduced=9, **plan)  # type: ignore[arg-type]
    with pytest.raises(Refused, match=r"stay\.left_unsaid"):
        acts.complete_departure(seen_as(kim), leaving, at=NOW)
    acts.complete_departure(seen_as(kim), leaving, known=True, at=NOW)
    seen = the_leaving(kim, leaving)
    assert (seen.completed_on, seen.left) == (TODAY, ("walk", "people"))
    acts.plan_hand_over(seen_as(kim), leaving, introduced=14, **plan)  # type: ignore[arg-type]
    acts.walked(seen_as(follows), leaving, at=NOW)
    seen = the_leaving(kim, leaving)
    assert (seen.completed_on, seen.left) == (TODAY, ())
    with pytest.raises(Refused, match=r"stay\.left_already"):
        acts.plan_hand_over(
            seen_as(kim, days(15)),
            leaving,
            **{**plan, "introduced": 14, "at": days(15)},  # type: ignore[arg-type]
        )


@pytest.mark.django_db
def test_a_promise_that_comes_up_opens_a_closed_leaving_again() -> None:
    """A neighbour writes one down, says that one is not done yet, or who leaves promises something new."""
    here = a_neighbourhood()
    kim, _ = a_team(here)
    joris = a_person(here)
    kept, leaving = a_claim(joris, kim), leaves(kim)
    acts.answer_promise(seen_as(kim), kept, yes=True, at=NOW)
    acts.say_kept(seen_as(kim), kept, kept=True, at=NOW)
    made: list[Promise] = []
    for falls_open in (
        lambda: made.append(a_claim(joris, kim)),
        lambda: acts.say_kept(seen_as(joris), kept, kept=False, at=NOW),
        lambda: made.append(a_promise(kim, here, to_all=True)),
    ):
        acts.complete_departure(seen_as(kim), leaving, known=True, at=NOW)
        leaving.refresh_from_db()
        assert leaving.completed_on == TODAY
        falls_open()  # type: ignore[no-untyped-call]
        leaving.refresh_from_db()
        assert leaving.completed_on is None
        with pytest.raises(Refused, match=r"stay\.promises_open"):
            acts.complete_departure(seen_as(kim), leaving, known=True, at=NOW)
        if made and again(made[-1]).state == "asked":
            acts.answer_promise(seen_as(kim), made[-1], yes=False, at=NOW)
        for one in Promise.objects.filter(state="open"):
            acts.wont_happen(seen_as(kim), one, reason="Geen tijd meer", told=True, at=NOW)
            Promise.objects.filter(pk=one.pk, to=joris).update(state="kept")


@pytest.mark.django_db
def test_a_yes_after_the_last_day_is_the_institutions() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    joris = a_person(here)
    leaving, later = leaves(kim), days(15)
    acts.complete_departure(seen_as(kim), leaving, known=True, at=NOW)
    acts.say_promised(seen_as(joris), work_of(kim), words="Een lamp", due=TODAY, at=later)
    claim = Promise.objects.get()
    assert the_leaving(lies, leaving, later.date()).completed_on is None
    acts.answer_promise(seen_as(lies, later), claim, yes=True, at=later)
    assert again(claim).owner is None
    acts.say_kept(seen_as(lies, later), claim, kept=True, at=later)


@pytest.mark.django_db
def test_who_leads_announces_and_who_leaves_says_whether_it_is_so() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    before = role_until(kim)
    leaving = leaves(kim, by=lies)
    assert the_leaving(kim, leaving).asked
    assert work_of(kim).until == LAST  # silence does not stop the day
    for other in (lies, works_at(work_of(kim).institution, "Puck")):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            acts.answer_leaving(seen_as(other), leaving, yes=True, at=NOW)
    acts.answer_leaving(seen_as(kim), leaving, yes=False, at=NOW)
    assert (role_until(kim), work_of(kim).until) == (before, None)
    assert queries.my_leavings(seen_as(kim), here, TODAY) == []
    assert the_leaving(lies, leaving).not_so_on == TODAY
    assert queries.departure_called(seen_as(kim), here, leaving.public_id, TODAY) is None
    with pytest.raises(Refused, match=r"stay\.said_not_so"):
        acts.plan_hand_over(
            seen_as(lies), leaving, successor=None, walk_on=None, people=0, introduced=0, at=NOW
        )
    leaves(kim, LAST + timedelta(days=3), by=lies)
    acts.answer_leaving(seen_as(kim), leaving, yes=True, at=NOW)
    assert not the_leaving(kim, leaving).asked
    with pytest.raises(Refused, match=r"stay\.nothing_asked"):
        acts.answer_leaving(seen_as(kim), leaving, yes=False, at=NOW)
    leaves(kim, LAST + timedelta(days=3), by=lies)
    assert not the_leaving(kim, leaving).asked  # the same day is not asked twice
    leaves(kim, LAST, by=lies)
    assert the_leaving(kim, leaving).asked
    leaves(kim, LAST)
    assert not the_leaving(kim, leaving).asked


@pytest.mark.django_db
def test_taking_away_what_was_not_so_leaves_the_role_alone() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    leaving = leaves(kim, by=lies)
    acts.answer_leaving(seen_as(kim), leaving, yes=False, at=NOW)
    renewed = days(700)
    RoleHeld.objects.filter(person=kim, role=Role.WORKER.value).update(until=renewed)
    acts.stay_on(seen_as(lies), leaving, at=days(20))
    assert role_until(kim) == renewed
    assert not Departure.objects.exists()


@pytest.mark.django_db
def test_who_follows_and_leaves_too_is_seen_in_time() -> None:
    """Who leads reads until when; who leaves only that they better talk about it."""
    here = a_neighbourhood()
    kim, lies = a_team(here)
    puck, leaving = works_at(work_of(kim).institution, "Puck"), leaves(kim)
    acts.plan_hand_over(
        seen_as(kim), leaving, successor=work_of(puck), walk_on=None, people=0, introduced=0, at=NOW
    )
    assert not the_leaving(kim, leaving).successor_leaves
    leaves(puck, LAST + timedelta(days=1))
    assert not the_leaving(lies, leaving).successor_leaves
    leaves(puck, LAST)
    told, asked = the_leaving(lies, leaving), the_leaving(kim, leaving)
    assert (told.successor_leaves, told.successor_until) == (True, LAST)
    assert (asked.successor_leaves, asked.successor_until) == (True, None)


@pytest.mark.django_db
def test_only_a_colleague_of_the_same_institution_follows_or_takes_over() -> None:
    here = a_neighbourhood()
    kim, _ = a_team(here)
    bram = works_at(an_institution(here, "Stadsbeheer"), "Bram")
    promise, leaving = a_promise(kim, here), leaves(kim)
    with pytest.raises(Refused, match=r"stay\.no_colleague"):
        acts.ask_over(seen_as(kim), promise, work=work_of(bram), at=NOW)
    with pytest.raises(Refused, match=r"stay\.no_colleague"):
        acts.plan_hand_over(
            seen_as(kim), leaving, successor=work_of(bram), walk_on=None, people=0, introduced=0, at=NOW
        )


@pytest.mark.django_db
def test_what_was_promised_by_who_is_gone_can_still_be_said_and_who_leads_answers() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    joris, later = a_person(here), days(40)
    leaves(kim)
    acts.say_promised(seen_as(joris), work_of(kim), words="Een lamp", due=TODAY, at=later)
    claim = Promise.objects.get()
    (asked,) = queries.my_promises(seen_as(lies, later), here, later.date())
    assert "answer" in asked.may
    acts.answer_promise(seen_as(lies, later), claim, yes=True, at=later)
    assert again(claim).state == "open"


@pytest.mark.django_db
def test_who_leaves_is_asked_for_nothing_more_once_it_is_done() -> None:
    here = a_neighbourhood()
    kim, _ = a_team(here)
    bram = works_at(work_of(kim).institution, "Puck")
    promise, leaving = a_promise(bram, here), leaves(kim)
    acts.ask_over(seen_as(bram), promise, work=work_of(kim), at=NOW)
    acts.complete_departure(seen_as(kim), leaving, known=True, at=NOW)
    assert again(promise).asked_of is None
    with pytest.raises(Refused, match=r"stay\.no_colleague"):
        acts.ask_over(seen_as(bram), promise, work=work_of(kim), at=NOW)


@pytest.mark.django_db
def test_forgetting_who_leaves_leaves_no_row_and_the_debt_with_the_institution() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    promise = a_promise(kim, here)
    leaves(kim)
    people.forget(seen_as(kim), kim, here, at=NOW)
    assert not Departure.objects.exists()
    (left,) = queries.my_promises(seen_as(lies), here, TODAY)
    assert left.public_id == promise.public_id


@pytest.mark.django_db
def test_the_journal_tells_that_somebody_leaves_and_not_when_or_from_where() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    leaving = leaves(kim, by=lies)
    moment = Moment.objects.get(kind="stay.leaves")
    assert (moment.what, moment.about, moment.place) == ({}, leaving.key, None)


def met(host: Viewer, here: Neighbourhood, guests: list[Person]) -> None:
    """Everybody of `guests` says that they were at a table of today."""
    when = When(TODAY - timedelta(days=7), NOW.time(), "week")
    tables.set_table(host, a_place(here), when=when, at=NOW)
    table = Table.objects.latest("pk")
    tables.write_down(host, table, day=TODAY, someones=len(guests), at=NOW)
    for guest in guests:
        sits_too(seen_as(guest), table, day=TODAY, at=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize(("neighbours", "told"), [(3, None), (4, 5)])
def test_ties_are_a_number_for_oneself_and_from_five_up_for_who_leads(
    neighbours: int, told: int | None
) -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    host = a_person(here)
    met(seen_as(host), here, [kim, *(a_person(here) for _ in range(neighbours))])
    assert tables_seen.how_many_i_know(seen_as(kim), here) == neighbours + 1
    known = tables_seen.how_many_they_know(seen_as(lies), here, [kim.key, host.key], TODAY)
    assert known == {kim.key: told}  # of nobody outside the team


@pytest.mark.pure
@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)), st.integers(0, 1500))
def test_staying_longer_never_makes_a_leaving_early(since: date, stayed: int) -> None:
    last = since + timedelta(days=stayed)
    assert leaves_early(since, last) or not leaves_early(since, last + timedelta(days=1))
    assert leaves_early(since, last) == (stayed < 545) or 545 <= stayed <= 549


@pytest.mark.pure
@given(st.dates(), st.dates(), st.dates())
def test_a_walk_is_for_two_who_are_here(walk: date, begins: date, last: date) -> None:
    try:
        check_walk(walk, begins, last)
    except Refused:
        assert not begins <= walk <= last
    else:
        assert begins <= walk <= last
    check_walk(None, None, last)


@pytest.mark.pure
@given(st.integers(-5, 600), st.integers(-5, 600))
def test_no_more_are_introduced_than_there_are(people_: int, introduced: int) -> None:
    try:
        check_introductions(people_, introduced)
    except Refused:
        assert not 0 <= introduced <= people_ <= 500
    else:
        assert 0 <= introduced <= people_ <= 500


@pytest.mark.django_db
def test_who_leads_sees_what_is_owed_and_reads_the_words_that_are_for_all() -> None:
    here = a_neighbourhood()
    kim, lies = a_team(here)
    a_promise(kim, here, "Bij Ans langs")
    a_promise(kim, here, "Een bankje", to_all=True)
    ((team,),) = [queries.teams_of(seen_as(lies), here, TODAY)]
    owed = next(one.owed for one in team.people if one.called == "Kim")
    assert {(one.words, one.to) for one in owed} == {("", "somebody"), ("Een bankje", "all")}
    leaving = leaves(kim)
    assert [one.words for one in the_leaving(kim, leaving).owed] == ["Bij Ans langs", "Een bankje"]
    assert sorted(one.words for one in the_leaving(lies, leaving).owed) == ["", "Een bankje"]
    assert the_leaving(lies, leaving, days(15).date()).owed[0].words  # gone: it is hers to settle now
    late = days(40).date()
    assert (the_leaving(lies, leaving).late, the_leaving(lies, leaving, late).late) == (0, 2)
