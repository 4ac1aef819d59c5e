"""Whatever way somebody goes, what they promised has an owner who is here or an honest end, and who leads sees it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.makers import NOW, a_neighbourhood, a_person, seen_as
from tests.stay.makers import (
    TODAY,
    a_promise,
    again,
    an_institution,
    days,
    who_leads,
    work_of,
    works_at,
)
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person, RoleHeld, Work
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, viewer_of, visitor
from vuurtoren.stay import acts, queries
from vuurtoren.stay.models import Departure, Lead, Promise
from vuurtoren.stay.rules import UNDONE
from vuurtoren.web.stay import on_today
from vuurtoren.web.visit import Visit

LAST = TODAY + timedelta(days=14)


def the_role(person: Person) -> RoleHeld:
    return person.roles.get(role=Role.WORKER.value)


def fell_to(person: Person, here: Neighbourhood, day: date = TODAY) -> list[str]:
    """The words of what waits for this one, since whoever promised it is not at work any more."""
    at = timezone.make_aware(datetime.combine(day, time(12)))
    return [one.words for one in queries.my_promises(viewer_of(person, at), here, day) if one.part == "lead"]


def stands_on_today(person: Person, here: Neighbourhood, at: datetime) -> list[str]:
    """What Today tells this one first, of promises without an owner."""
    visit = Visit(viewer=viewer_of(person, at), person=person, at=at, neighbourhood=here)
    return [one.words for one in on_today(visit)["fell"]]


@pytest.mark.django_db
def test_who_works_here_does_not_put_the_role_down_but_leaves_and_hands_over(client: Client) -> None:
    here = a_neighbourhood()
    kade = an_institution(here)
    puck, now = works_at(kade, "Puck"), timezone.now()
    a_promise(puck, here)
    for by in (seen_as(puck), machine()):
        with pytest.raises(Refused, match=r"people\.work_goes_on"):
            people.end_role(by, the_role(puck), at=NOW)
    RoleHeld.objects.filter(person=puck).update(until=now + timedelta(days=9))
    assert puck.account
    client.force_login(puck.account)
    address = f"/{here.slug}/me/role/{the_role(puck).public_id}/end/"
    leave = f'href="/{here.slug}/leave/{puck.public_id}/"'
    asked = client.get(address, secure=True)
    told = client.post(address, {"key": "once"}, secure=True)
    assert (asked.status_code, told.status_code) == (200, 409)
    assert leave in asked.content.decode()
    assert leave in told.content.decode()
    assert "Woningstichting De Kade" in asked.content.decode()


@pytest.mark.django_db
def test_once_the_work_is_over_the_role_can_be_put_down_and_it_ends_with_the_last_day_anyway() -> None:
    here = a_neighbourhood()
    kim = works_at(an_institution(here), "Kim")
    acts.announce_leaving(seen_as(kim), work_of(kim), last_day=TODAY, at=NOW)
    with pytest.raises(Refused, match=r"people\.work_goes_on"):
        people.end_role(seen_as(kim), the_role(kim), at=NOW)
    assert not seen_as(kim, days(1)).is_a(Role.WORKER, here.key)
    people.end_role(seen_as(kim, days(1)), the_role(kim), at=days(1))
    assert not kim.roles.exists()


@pytest.mark.django_db
def test_another_year_of_a_role_lasts_no_longer_than_the_work() -> None:
    """Else the board would give back, unseen, what leaving takes."""
    here = a_neighbourhood()
    kim, first, second = (
        works_at(an_institution(here), "Kim"),
        a_person(here, Role.BOARD),
        a_person(here, Role.BOARD),
    )
    acts.announce_leaving(seen_as(kim), work_of(kim), last_day=LAST, at=NOW)
    people.offer_role(seen_as(first), kim, here, role=Role.WORKER, at=NOW)
    people.confirm_role(seen_as(second), the_role(kim), at=NOW)
    assert seen_as(kim, days(14)).is_a(Role.WORKER, here.key)
    assert not seen_as(kim, days(15)).is_a(Role.WORKER, here.key)
    people.offer_role(machine(), kim, here, role=Role.WORKER, at=NOW)
    assert not seen_as(kim, days(15)).is_a(Role.WORKER, here.key)


@pytest.mark.django_db
def test_a_role_that_ended_after_a_year_leaves_promises_to_who_leads_and_comes_back_with_another_year() -> (
    None
):
    here = a_neighbourhood()
    kade = an_institution(here)
    kim, lies = works_at(kade, "Kim"), who_leads(here, kade)
    promise = a_promise(kim, here)
    late = NOW + timedelta(days=367)
    RoleHeld.objects.filter(person=lies).update(until=late + timedelta(days=300))
    lead = seen_as(lies, late)
    (team,) = queries.teams_of(lead, here, late.date() - timedelta(days=20))
    assert [one.role_ends for one in team.people if one.called == "Kim"] == [timezone.localdate(days(366))]
    (team,) = queries.teams_of(lead, here, late.date())
    assert {one.called: one.away for one in team.people} == {"Kim": True, "Lies": False}
    assert [(one.words, "end" in one.may) for some in team.people for one in some.owed] == [
        ("Een bankje", True)
    ]
    assert stands_on_today(lies, here, late) == ["Een bankje"]
    people.offer_role(machine(), kim, here, role=Role.WORKER, at=late)
    assert fell_to(lies, here, late.date()) == []
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.wont_happen(lead, promise, reason="Kim is er weer", told=True, at=late)


@pytest.mark.django_db
def test_forgotten_with_a_promise_open_it_stands_on_today_of_who_leads_with_a_way_on(client: Client) -> None:
    here = a_neighbourhood()
    kade = an_institution(here)
    kim, lies = works_at(kade, "Kim"), who_leads(here, kade)
    promise = a_promise(kim, here)
    for role in RoleHeld.objects.all():
        role.until = timezone.now() + timedelta(days=99)
        role.save()
    assert kim.account
    assert lies.account
    client.force_login(kim.account)
    assert "nog één toezegging open" in client.get(f"/{here.slug}/me/forget/", secure=True).content.decode()
    people.forget(seen_as(kim), kim, here, at=NOW)
    (team,) = queries.teams_of(seen_as(lies), here, TODAY)
    assert [one.words for one in team.fell] == ["Een bankje"]
    client.force_login(lies.account)
    for page in ("", "team/"):
        assert (
            f"/promise/{promise.public_id}/"
            in client.get(f"/{here.slug}/{page}", secure=True).content.decode()
        )
    page = client.get(f"/{here.slug}/promise/{promise.public_id}/", secure=True).content.decode()
    assert all(f"/promise/{promise.public_id}/{way}/" in page for way in ("kept", "pass-on", "wont"))


@pytest.mark.django_db
def test_who_leads_takes_over_with_one_yes_what_nobody_owns() -> None:
    here = a_neighbourhood()
    kade = an_institution(here)
    kim, lies = works_at(kade, "Kim"), who_leads(here, kade)
    promise = a_promise(kim, here)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.ask_over(seen_as(lies), promise, work=work_of(lies), at=NOW)
    people.forget(seen_as(kim), kim, here, at=NOW)
    moment = acts.ask_over(seen_as(lies), promise, work=work_of(lies), at=NOW)
    assert (again(promise).owner, again(promise).asked_of, moment.kind) == (lies, None, "stay.passed_on")


@pytest.mark.django_db
def test_where_nobody_leads_what_nobody_owns_waits_for_each_colleague() -> None:
    here = a_neighbourhood()
    kade = an_institution(here)
    kim, puck, stranger = (
        works_at(kade, "Kim"),
        works_at(kade, "Puck"),
        works_at(an_institution(here, "Welzijn"), "Mo"),
    )
    a_promise(kim, here)
    assert fell_to(puck, here) == []
    people.forget(seen_as(kim), kim, here, at=NOW)
    assert (fell_to(puck, here), fell_to(stranger, here)) == (["Een bankje"], [])
    lies = who_leads(here, kade)
    assert (fell_to(puck, here), fell_to(lies, here)) == ([], ["Een bankje"])
    acts.announce_leaving(seen_as(lies), work_of(lies), last_day=TODAY, at=NOW)
    assert fell_to(puck, here, TODAY + timedelta(days=1)) == ["Een bankje"]


@pytest.mark.django_db
def test_a_tap_too_soon_is_taken_back_by_who_tapped_within_a_week() -> None:
    here = a_neighbourhood()
    kade = an_institution(here)
    kim, puck, lies = works_at(kade, "Kim"), works_at(kade, "Puck"), who_leads(here, kade)
    lamp, bench = a_promise(kim, here, "Een lamp", to_all=True), a_promise(kim, here, to_all=True)
    acts.say_kept(seen_as(kim), lamp, kept=True, at=NOW)
    acts.wont_happen(seen_as(kim), bench, reason="Geen geld", at=NOW)
    mine = {one.words: one for one in queries.my_promises(seen_as(kim), here, TODAY)}
    assert ("reopen" in mine["Een lamp"].may, "after_all" in mine["Een bankje"].may) == (True, True)
    undo: tuple[tuple[Promise, Callable[[Viewer, datetime], object]], ...] = (
        (lamp, lambda by, at: acts.say_kept(by, lamp, kept=False, at=at)),
        (bench, lambda by, at: acts.happens_after_all(by, bench, at=at)),
    )
    for promise, deed in undo:
        for other in (puck, lies, a_person(here)):
            with pytest.raises(Refused, match=r"power\.not_yours"):
                deed(seen_as(other), NOW)
        with pytest.raises(Refused, match=r"stay\.undo_too_late"):
            deed(seen_as(kim), days(8))
        deed(seen_as(kim), days(7))
        assert (again(promise).state, again(promise).reason, again(promise).ended_on) == ("open", "", None)
        with pytest.raises(Refused, match=r"stay\.moved_on"):
            deed(seen_as(kim), days(7))
    people.forget(seen_as(kim), kim, here, at=NOW)
    acts.wont_happen(seen_as(lies), bench, reason="Kim is weg", at=NOW)
    acts.happens_after_all(seen_as(lies), bench, at=NOW)
    assert sorted(fell_to(lies, here)) == ["Een bankje", "Een lamp"]


@pytest.mark.django_db
def test_what_is_taken_back_opens_a_closed_leaving_again() -> None:
    here = a_neighbourhood()
    kim = works_at(an_institution(here), "Kim")
    bench = a_promise(kim, here)
    acts.announce_leaving(seen_as(kim), work_of(kim), last_day=LAST, at=NOW)
    leaving = Departure.objects.get()
    acts.wont_happen(seen_as(kim), bench, reason="Geen geld", told=True, at=NOW)
    acts.complete_departure(seen_as(kim), leaving, known=True, at=NOW)
    acts.happens_after_all(seen_as(kim), bench, at=NOW)
    leaving.refresh_from_db()
    assert leaving.completed_on is None


who = st.integers(0, 3)
which = st.integers(0, 30)


class Going(RuleBasedStateMachine):
    """Four of one institution, of whom the first leads to begin with; a neighbour; and every way to go and to come back."""

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.at = NOW
        self.here = a_neighbourhood()
        self.kade = an_institution(self.here)
        self.people: list[Person | None] = [
            works_at(self.kade, name) for name in ("Lies", "Kim", "Puck", "Mo")
        ]
        first = self.people[0]
        assert first
        acts.set_lead(machine(), work_of(first), yes=True, at=NOW)
        self.joris: Person = a_person(self.here)
        self.ended: set[int] = set()

    def teardown(self) -> None:
        assert verify_book(self.here.key).broken is None
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @property
    def today(self) -> date:
        return timezone.localdate(self.at)

    def tried(self, one: int, deed: Callable[[Viewer, Person], object]) -> None:
        person = self.people[one]
        if person is None:
            return
        try:
            with transaction.atomic():
                deed(viewer_of(person, self.at), person)
        except (Refused, Work.DoesNotExist, Departure.DoesNotExist):
            pass

    def promise(self, number: int) -> Promise | None:
        every = list(Promise.objects.order_by("pk"))
        return every[number % len(every)] if every else None

    def work(self, person: Person) -> Work:
        return Work.objects.get(person=person, institution=self.kade)

    # --- what is promised, and how it goes on -------------------------------------------------------

    @rule(one=who, to_all=st.booleans())
    def promises(self, one: int, to_all: bool) -> None:
        due = self.today + timedelta(days=30)
        self.tried(
            one,
            lambda by, _: acts.make_promise(
                by, self.here, words="Een bankje", due=due, to_all=to_all, at=self.at
            ),
        )

    @rule(one=who)
    def a_neighbour_says_so(self, one: int) -> None:
        by, due = viewer_of(self.joris, self.at), self.today
        self.tried(
            one, lambda _, person: acts.say_promised(by, self.work(person), words="Lamp", due=due, at=self.at)
        )

    @rule(
        one=who,
        other=who,
        number=which,
        deed=st.sampled_from(("yes", "no", "ask", "kept", "not yet", "wont", "after all")),
    )
    def something_becomes_of_it(self, one: int, other: int, number: int, deed: str) -> None:
        promise, colleague = self.promise(number), self.people[other]
        if promise is None or colleague is None:
            return
        deeds: dict[str, Callable[[Viewer, Person], object]] = {
            "yes": lambda by, _: acts.answer_promise(by, promise, yes=True, at=self.at),
            "no": lambda by, _: acts.answer_promise(by, promise, yes=False, at=self.at),
            "ask": lambda by, _: acts.ask_over(by, promise, work=self.work(colleague), at=self.at),
            "kept": lambda by, _: acts.say_kept(by, promise, kept=True, at=self.at),
            "not yet": lambda by, _: acts.say_kept(by, promise, kept=False, at=self.at),
            "wont": lambda by, _: acts.wont_happen(by, promise, reason="Geen geld", told=True, at=self.at),
            "after all": lambda by, _: acts.happens_after_all(by, promise, at=self.at),
        }
        self.tried(one, deeds[deed])

    # --- every way to go, and to come back ----------------------------------------------------------

    @rule(days=st.sampled_from((1, 8, 40, 200)))
    def time_passes(self, days: int) -> None:
        """Roles end after a year, last days come."""
        self.at += timedelta(days=days)

    @rule(one=who)
    def puts_the_role_down(self, one: int) -> None:
        self.tried(one, lambda by, person: people.end_role(by, the_role(person), at=self.at))

    @rule(one=who, other=who, days=st.integers(0, 40))
    def leaves(self, one: int, other: int, days: int) -> None:
        """Said by oneself, or by who leads."""
        gone, last = self.people[other], self.today + timedelta(days=days)
        if gone:
            self.tried(
                one, lambda by, _: acts.announce_leaving(by, self.work(gone), last_day=last, at=self.at)
            )

    @rule(one=who, other=who, deed=st.sampled_from(("not so", "stays", "done")))
    def the_leaving_goes_on(self, one: int, other: int, deed: str) -> None:
        gone = self.people[other]
        if gone is None:
            return
        deeds: dict[str, Callable[[Viewer, Departure], object]] = {
            "not so": lambda by, leaving: acts.answer_leaving(by, leaving, yes=False, at=self.at),
            "stays": lambda by, leaving: acts.stay_on(by, leaving, at=self.at),
            "done": lambda by, leaving: acts.complete_departure(by, leaving, known=True, at=self.at),
        }
        self.tried(one, lambda by, _: deeds[deed](by, Departure.objects.get(work=self.work(gone))))

    @rule(one=who)
    def is_forgotten(self, one: int) -> None:
        self.tried(one, lambda by, person: people.forget(by, person, self.here, at=self.at))
        person = self.people[one]
        if person and not Person.objects.filter(pk=person.pk).exists():
            self.people[one] = None

    @rule(one=who)
    def the_account_is_closed(self, one: int) -> None:
        person = self.people[one]
        if person and person.account:
            person.account.is_active = not person.account.is_active
            person.account.save()

    @rule(one=who)
    def the_role_is_given_again(self, one: int) -> None:
        self.tried(
            one,
            lambda _, person: people.offer_role(machine(), person, self.here, role=Role.WORKER, at=self.at),
        )

    @rule(one=who, yes=st.booleans())
    def who_leads_changes(self, one: int, yes: bool) -> None:
        self.tried(one, lambda _, person: acts.set_lead(machine(), self.work(person), yes=yes, at=self.at))

    # --- what always holds --------------------------------------------------------------------------

    @invariant()
    def no_promise_is_without_an_owner_who_is_here_or_an_honest_end_and_who_leads_sees_it(self) -> None:
        here = [one for one in self.people if one and self.is_here(one)]
        leads = [one for one in here if Lead.objects.filter(work=self.work(one)).exists()]
        public = {one.public_id for one in queries.promises_of(visitor(), self.here, self.today, count=999)}
        for promise in Promise.objects.select_related("owner"):
            if promise.state not in UNDONE:
                assert promise.state in ("kept", "denied") or promise.reason
                continue
            assert promise.public_id in public
            if promise.owner not in here:
                for one in leads or here:
                    self.sees_it_and_can_end_it(one, promise)
                for one in leads:
                    self.stands_with_the_team(one, promise)

    def is_here(self, person: Person) -> bool:
        """As one would say it: works for De Kade on this day, holds the role, can sign in."""
        person = Person.objects.select_related("account").get(pk=person.pk)
        works = any(
            one.until is None or one.until >= self.today for one in person.work.filter(institution=self.kade)
        )
        midnight = timezone.make_aware(datetime.combine(self.today, time()))
        held = [one for one in person.roles.filter(role=Role.WORKER.value) if one.confirmed_at]
        role = any(one.until is None or one.until > midnight for one in held)
        return works and role and person.account is not None and person.account.is_active

    def sees_it_and_can_end_it(self, one: Person, promise: Promise) -> None:
        viewer = viewer_of(one, self.at)
        if not viewer.is_a(Role.WORKER, self.here.key):
            return  # the role ended in the course of this day: from midnight on they are not here
        seen = {some.public_id: some for some in queries.my_promises(viewer, self.here, self.today)}
        found = seen[promise.public_id]
        assert (found.part, found.words) in (("lead", promise.words), ("asked", promise.words))
        assert "answer" in found.may if promise.state == "asked" else {"keep", "pass_on", "end"} <= found.may

    def stands_with_the_team(self, one: Person, promise: Promise) -> None:
        for team in queries.teams_of(viewer_of(one, self.at), self.here, self.today):
            owed = [*team.fell, *(some for part in (*team.people, *team.left) for some in part.owed)]
            assert promise.public_id in {some.public_id for some in owed}


@pytest.mark.django_db
def test_whatever_way_somebody_goes() -> None:
    run_state_machine_as_test(
        Going,
        settings=settings(
            max_examples=15,
            stateful_step_count=30,
            deadline=None,
            phases=(Phase.explicit, Phase.generate),  # shrinking on a database takes minutes
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
