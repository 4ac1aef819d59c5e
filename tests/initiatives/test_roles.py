"""A role goes from one to another with two yeses and an overlap; a vacancy is claimed; silence gets one gentle question."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.initiatives.makers import a_start, again, days
from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from tests.people.test_forgetting import holding
from vuurtoren.initiatives import acts, queries
from vuurtoren.initiatives.models import Initiative, Joined, Role
from vuurtoren.initiatives.rules import (
    OFFER_STANDS,
    OVERLAP_WEEKS,
    PARTS,
    Carried,
    Part,
    Pass,
    Passing,
    check_part,
    check_weeks,
)
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, visitor

TODAY = timezone.localdate(NOW)
SOMEBODY = st.sampled_from(["Joris", "Noor", "Sem"])
MAYBE = st.one_of(st.none(), SOMEBODY)
DAYS = st.dates(date(2026, 1, 1), date(2026, 6, 1))


# --- rules ------------------------------------------------------------------------------------------
@pytest.mark.pure
@given(MAYBE, MAYBE, DAYS, st.sampled_from(OVERLAP_WEEKS), st.one_of(st.none(), DAYS), st.integers(0, 400))
def test_a_role_is_always_somewhere_and_nobody_got_it_without_a_yes(
    holder: str | None, to: str | None, offered: date, weeks: int, accepted: date | None, later: int
) -> None:
    now = Passing(holder, to, offered, weeks, accepted).on(offered + timedelta(days=later))
    assert (now.part is Part.VACANT) == (now.holder is None)
    assert (now.to is not None) == (now.part in (Part.OFFERED, Part.OVERLAP)) == (now.until is not None)
    if now.holder != holder:
        assert now.holder == to
        assert accepted is not None
    if now.part is Part.OFFERED:
        assert later <= OFFER_STANDS.days


@pytest.mark.pure
@given(st.sampled_from(list(Part)), st.sampled_from(list(Pass)), SOMEBODY)
def test_only_who_holds_or_is_asked_moves_a_role_and_only_as_the_table_says(
    part: Part, turn: Pass, who: str
) -> None:
    holder = None if part is Part.VACANT else "Joris"
    to = "Noor" if part in (Part.OFFERED, Part.OVERLAP) else None
    now = Carried(part, holder, to, None)
    by, becomes = PARTS.get((part, turn), ((), None))
    is_ = {"anybody": True, "holder": who == holder, "asked": who == to}
    if not any(is_[one] for one in by):
        with pytest.raises(Refused, match="part_not_yours" if by else "part_moved_on"):
            now.after(turn, who)
        return
    then = now.after(turn, who)
    assert (then[0] is None) == (becomes is Part.VACANT)
    assert then[1] is None or becomes in (Part.OFFERED, Part.OVERLAP)
    if part is Part.OFFERED and becomes is Part.HELD:
        assert then[0] == "Joris"


@pytest.mark.pure
def test_a_role_has_a_short_name_and_two_carry_it_for_some_weeks() -> None:
    assert check_part("  de   sleutel ", 0) == "de sleutel"
    for name, have, says in (
        ("", 0, "part_missing"),
        ("x" * 41, 0, "part_too_long"),
        ("x", 12, "parts_enough"),
    ):
        with pytest.raises(Refused, match=says):
            check_part(name, have)
    for weeks in (0, 27, -1):
        with pytest.raises(Refused, match="overlap_weeks"):
            check_weeks(weeks)


# --- stories ----------------------------------------------------------------------------------------
class Told:
    """Joris holds the key of an initiative that Noor is in too."""

    def __init__(self) -> None:
        self.here: Neighbourhood = a_neighbourhood()
        self.joris, self.noor = a_person(self.here, called="Joris"), a_person(self.here, called="Noor")
        self.one = a_start(self.joris, self.here, state="doing")
        acts.join_in(seen_as(self.noor), self.one, at=NOW)
        acts.make_role(seen_as(self.joris), self.one, name="Sleutel", mine=True, at=NOW)
        self.role = Role.objects.get()

    def seen(self, who: Person | None, day: float = 0) -> queries.RoleSeen:
        (found,) = queries.roles_of(seen_as(who), self.one, TODAY + timedelta(days=day))
        return found

    def waits(self, who: Person, day: float = 0) -> list[tuple[str, Any]]:
        some = queries.my_roles(seen_as(who), self.here, TODAY + timedelta(days=day))
        return [(one.mine, one.part) for one in some]

    def offers(self, at: float = 0, weeks: int = 4) -> None:
        acts.offer_on(seen_as(self.joris), self.role, to=self.noor, weeks=weeks, at=days(at))

    def turns(self, who: Person, turn: str, at: float = 0) -> None:
        acts.pass_role(seen_as(who), self.role, turn=turn, at=days(at))


@pytest.mark.django_db
def test_offered_accepted_carried_together_and_then_the_others() -> None:
    now = Told()
    now.offers()
    assert now.seen(now.joris).holder == "Joris"
    assert (now.waits(now.joris), now.waits(now.noor)) == ([("holder", "offered")], [("asked", "offered")])
    with pytest.raises(Refused, match=r"initiatives\.part_not_yours"):
        now.turns(now.joris, "accept")
    now.turns(now.noor, "accept", at=3)
    assert now.waits(now.joris, 31) == [("holder", "overlap")]
    assert now.seen(now.joris, 31).until == TODAY + timedelta(days=31)
    assert (now.seen(now.joris, 32).part, now.seen(now.joris, 32).holder) == (Part.HELD, "Noor")
    assert now.waits(now.joris, 32) == now.waits(now.noor, 32) == []
    now.turns(now.noor, "lay_down", at=40)
    assert now.seen(now.noor, 40).part is Part.VACANT
    told = Moment.objects.filter(kind="initiatives.part_moved").order_by("number")
    assert [one.what["becomes"] for one in told] == ["offered", "overlap", "vacant"]


@pytest.mark.django_db
def test_a_no_is_told_to_who_offered_alone_and_silence_is_no_yes() -> None:
    now = Told()
    now.offers()
    now.turns(now.noor, "decline", at=1)
    assert now.seen(now.joris, 1).declined
    assert now.waits(now.joris, 1) == [("holder", "held")]
    assert not now.seen(now.noor, 1).declined
    assert now.waits(now.joris, 16) == []
    now.offers(at=20)
    assert now.seen(now.joris, 49).part is Part.HELD
    with pytest.raises(Refused, match=r"(power\.not_yours|part_moved_on)"):
        now.turns(now.noor, "accept", at=49)
    now.offers(at=50)
    now.turns(now.joris, "take_back", at=51)
    assert now.seen(now.joris, 51).part is Part.HELD


@pytest.mark.django_db
@pytest.mark.parametrize(("who", "holder"), [("joris", "Noor"), ("noor", "Noor")])
def test_either_says_that_it_is_handed_over_before_the_day(who: str, holder: str) -> None:
    now = Told()
    now.offers()
    now.turns(now.noor, "accept")
    now.turns(getattr(now, who), "finish", at=2)
    assert (now.seen(now.noor, 2).holder, now.seen(now.noor, 2).part) == (holder, Part.HELD)


@pytest.mark.django_db
def test_names_of_holders_are_for_who_is_in_it_and_a_vacancy_is_for_all() -> None:
    now = Told()
    stranger = a_person(now.here)
    for other in (None, stranger):
        assert (now.seen(other).holder, now.seen(other).may) == ("", frozenset())
    now.turns(now.joris, "lay_down")
    assert now.seen(None).part is Part.VACANT
    (free,) = queries.vacancies(visitor(), now.here, TODAY)
    assert (free.name, free.words) == ("Sleutel", "Soep op straat")
    with pytest.raises(Refused, match=r"power\."):
        acts.claim_role(seen_as(a_worker(now.here)), now.role, at=NOW)
    acts.claim_role(seen_as(stranger), now.role, at=NOW)
    assert now.seen(now.joris).holder == "Proefbewoner"
    assert Joined.objects.filter(person=stranger, initiative=now.one).exists()
    with pytest.raises(Refused, match=r"initiatives\.part_moved_on"):
        acts.claim_role(seen_as(now.noor), now.role, at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.part_held"):
        acts.drop_role(seen_as(now.joris), now.role, at=NOW)


@pytest.mark.django_db
def test_a_role_is_offered_to_somebody_in_it_and_not_to_oneself() -> None:
    now = Told()
    for wrong in (a_person(now.here), now.joris):
        with pytest.raises(Refused, match=r"initiatives\.not_in_it"):
            acts.offer_on(seen_as(now.joris), now.role, to=wrong, weeks=4, at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.part_not_yours"):
        acts.offer_on(seen_as(now.noor), now.role, to=now.joris, weeks=4, at=NOW)


@pytest.mark.django_db
@pytest.mark.parametrize("how", ["steps out", "is forgotten"])
@pytest.mark.parametrize(
    ("stage", "who", "holder"),
    [("held", "joris", ""), ("offered", "joris", ""), ("offered", "noor", "Joris"),
     ("overlap", "joris", "Noor"), ("overlap", "noor", "Joris")],
)  # fmt: skip
def test_of_who_goes_a_role_is_the_others_or_free(how: str, stage: str, who: str, holder: str) -> None:
    now = Told()
    if stage != "held":
        now.offers()
    if stage == "overlap":
        now.turns(now.noor, "accept")
    goes = getattr(now, who)
    if how == "steps out":
        acts.step_out(seen_as(goes), now.one, at=NOW)
    else:
        people.forget(seen_as(goes), goes, now.here, at=NOW)
        assert holding(goes.called) == []
    other = now.noor if who == "joris" else now.joris
    assert now.seen(other).holder == holder
    assert now.seen(other).part is (Part.HELD if holder else Part.VACANT)
    free = Role.objects.get()
    acts.make_role(seen_as(other), now.one, name="Geld", mine=True, at=NOW)
    assert free.name == ("" if (how, who) == ("is forgotten", "joris") else "Sleutel")


@pytest.mark.django_db
def test_an_initiative_that_fell_silent_is_asked_once_and_nothing_is_taken_away() -> None:
    here = a_neighbourhood()
    joris, noor = a_person(here), a_person(here)
    silent = a_start(joris, here, state="doing")
    a_start(joris, here, "Een idee")
    nobodys = a_start(noor, here, "Van niemand", state="doing")
    acts.step_out(seen_as(noor), nobodys, at=NOW)
    assert acts.ask_gently(machine(), here, at=days(55)) == ()
    (told,) = acts.ask_gently(machine(), here, at=days(57))
    assert (told.kind, told.about) == ("initiatives.asked_gently", silent.key)
    for later in (58, 90, 400):
        assert acts.ask_gently(machine(), here, at=days(later)) == ()
    assert [one.pk for one in queries.how_is_it_going(seen_as(joris), here)] == [silent.pk]
    assert queries.how_is_it_going(seen_as(noor), here) == []
    assert queries.waiting_initiatives(machine(), here, TODAY, {joris.pk: seen_as(joris)})[joris.pk] == 1
    assert again(silent).state == "doing"
    acts.still_doing(seen_as(joris), silent, at=days(410))
    assert queries.how_is_it_going(seen_as(joris), here) == []
    assert len(acts.ask_gently(machine(), here, at=days(470))) == 1
    acts.turn_to(seen_as(joris), silent, turn="rest", at=days(471))
    assert queries.how_is_it_going(seen_as(joris), here) == []
    with pytest.raises(Refused, match=r"initiatives\.moved_on"):
        acts.still_doing(seen_as(joris), silent, at=days(472))


@pytest.mark.django_db
def test_today_asks_both_sides_and_how_it_is_going() -> None:
    now = Told()
    now.offers()
    Initiative.objects.update(asked_at=NOW)
    Role.objects.update(offered_on=timezone.localdate())
    client = Client()
    assert now.noor.account
    client.force_login(now.noor.account)
    shown = client.get(f"/{now.here.slug}/").content.decode()
    assert "Neem jij deze rol over?" in shown
    assert "Hoe gaat het?" in shown
    sent = {"key": "k1", "turn": "accept"}
    assert client.post(f"/{now.here.slug}/role/{now.role.public_id}/pass/", sent).status_code == 302
    assert "Een rol onderweg" in client.get(f"/{now.here.slug}/").content.decode()
    assert (
        "dragen deze rol samen"
        in client.get(f"/{now.here.slug}/initiative/{now.one.public_id}/").content.decode()
    )
