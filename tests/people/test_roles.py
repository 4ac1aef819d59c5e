"""Roles: given by two, never to oneself, never together with what looks over them, and over after a year."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from tests.makers import NOW, a_neighbourhood, a_person, a_worker, roles_of, seen_as
from vuurtoren.language import Refused
from vuurtoren.people import acts
from vuurtoren.people.models import Account, Institution, Person, RoleHeld
from vuurtoren.people.queries import professionals_of, roles_waiting
from vuurtoren.people.rules import APART, ROLE_LASTS, Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, viewer_of, visitor
from vuurtoren.power.rules import COLUMN_OF, NEEDS_A_SECOND, TABLE, cell, granted

LOOKS = {"page.public", "plan.why", "journal.verify", "self.profile", "person.arrive", "person.consent"}
"""Rights that write nothing but about oneself."""


@pytest.fixture
def here() -> Neighbourhood:
    return a_neighbourhood()


@pytest.fixture
def board(here: Neighbourhood) -> list[Person]:
    return [a_person(here, Role.BOARD) for _ in range(3)]


def held(person: Person, role: Role) -> RoleHeld:
    return person.roles.get(role=role.value)


@pytest.mark.pure
def test_whoever_audits_holds_no_other_role_that_writes() -> None:
    writing = {
        role
        for role, column in COLUMN_OF.items()
        if role not in (Role.RESIDENT, Role.AUDITOR)
        and any(cell(right, column) != "-" for right in TABLE if right not in LOOKS)
    }
    assert writing <= APART[Role.AUDITOR]
    assert {Role.BOARD, Role.TREASURER, Role.AUDITOR} <= APART[Role.WORKER]


@pytest.mark.pure
def test_the_board_that_gives_roles_is_the_one_that_may() -> None:
    giving = [role for role in Role if granted("role.give", [role])]
    assert giving == [Role.BOARD], "people.acts asks whether who proposed a role still sits on the board"
    assert "role.give" in NEEDS_A_SECOND


@pytest.mark.pure
def test_the_keeper_of_the_machine_reads_nothing_of_people() -> None:
    about_people = (
        "person.enter",
        "task.carry",
        "task.observe",
        "agreement.draft",
        "agreement.answer",
        "role.give",
    )
    assert {cell(right, "I") for right in about_people} == {"-"}


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("first", "second"), [(one, two) for one, some in APART.items() for two in sorted(some)]
)
def test_what_does_not_go_together_is_refused_whichever_comes_first(
    here: Neighbourhood, board: list[Person], first: Role, second: Role
) -> None:
    person = a_person(here, first)
    with pytest.raises(Refused, match=r"people\.roles_apart"):
        acts.offer_role(machine(), person, here, role=second, at=NOW)
    with pytest.raises(Refused, match=r"people\.roles_apart"):
        acts.offer_role(seen_as(board[0]), person, here, role=second, at=NOW)
    other = a_person(here, second)
    with pytest.raises(Refused, match=r"people\.roles_apart"):
        acts.offer_role(machine(), other, here, role=first, at=NOW)
    elsewhere = a_neighbourhood("Elders")
    acts.offer_role(machine(), person, elsewhere, role=second, at=NOW)


@pytest.mark.django_db
def test_what_does_not_go_together_is_asked_again_at_the_second_yes(
    here: Neighbourhood, board: list[Person]
) -> None:
    person = a_person(here)
    acts.offer_role(seen_as(board[0]), person, here, role=Role.AUDITOR, at=NOW)
    RoleHeld.objects.create(
        person=person,
        neighbourhood=here,
        role="treasurer",
        since=NOW,
        until=NOW + ROLE_LASTS,
        confirmed_at=NOW,
    )
    with pytest.raises(Refused, match=r"people\.roles_apart"):
        acts.confirm_role(seen_as(board[1]), held(person, Role.AUDITOR), at=NOW)


@pytest.mark.django_db
def test_nobody_on_the_board_begins_to_work_for_the_municipality(
    here: Neighbourhood, board: list[Person]
) -> None:
    a_worker(here)
    institution = Institution.objects.get(neighbourhood=here)
    with pytest.raises(Refused, match=r"people\.roles_apart"):
        acts.work_began(machine(), board[0], institution, since=NOW.date(), at=NOW)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.work_began(seen_as(board[0]), a_person(here), institution, since=NOW.date(), at=NOW)


@pytest.mark.django_db
def test_a_role_holds_only_after_a_second_yes(here: Neighbourhood, board: list[Person]) -> None:
    person = a_person(here)
    acts.offer_role(seen_as(board[0]), person, here, role=Role.HOST, at=NOW)
    later = NOW + timedelta(hours=1)
    assert not seen_as(person, later).may("person.enter", here.key)
    with pytest.raises(Refused, match=r"people\.second_person_needed"):
        acts.confirm_role(seen_as(board[0]), held(person, Role.HOST), at=NOW)
    acts.confirm_role(seen_as(board[1]), held(person, Role.HOST), at=NOW)
    assert seen_as(person, later).may("person.enter", here.key)
    with pytest.raises(Refused, match=r"people\.nothing_to_confirm"):
        acts.confirm_role(seen_as(board[2]), held(person, Role.HOST), at=later)


@pytest.mark.django_db
def test_proposing_a_role_again_takes_nothing_away_and_gives_nothing_yet(
    here: Neighbourhood, board: list[Person]
) -> None:
    before = held(board[1], Role.BOARD)
    acts.offer_role(seen_as(board[0]), board[1], here, role=Role.BOARD, at=NOW + timedelta(300))
    after = held(board[1], Role.BOARD)
    assert (after.confirmed_at, after.until) == (before.confirmed_at, before.until)
    assert seen_as(board[1]).may("role.give", here.key)
    (waiting,) = roles_waiting(seen_as(board[2]), here)
    acts.confirm_role(seen_as(board[2]), waiting, at=NOW + timedelta(301))
    renewed = held(board[1], Role.BOARD)
    assert renewed.until == NOW + timedelta(301) + ROLE_LASTS
    assert (renewed.since, renewed.renewal_by) == (before.since, None)
    assert not roles_waiting(seen_as(board[2]), here)


@pytest.mark.django_db
def test_what_somebody_proposed_falls_with_their_own_role(here: Neighbourhood, board: list[Person]) -> None:
    person = a_person(here)
    acts.offer_role(seen_as(board[0]), person, here, role=Role.HOST, at=NOW)
    acts.end_role(seen_as(board[0]), held(board[0], Role.BOARD), at=NOW)
    with pytest.raises(Refused, match=r"people\.asker_left"):
        acts.confirm_role(seen_as(board[1]), held(person, Role.HOST), at=NOW)
    acts.offer_role(seen_as(board[1]), person, here, role=Role.HOST, at=NOW)
    acts.confirm_role(seen_as(board[2]), held(person, Role.HOST), at=NOW)


@pytest.mark.django_db
def test_one_of_the_board_alone_takes_no_role_away(here: Neighbourhood, board: list[Person]) -> None:
    with pytest.raises(Refused, match=r"people\.second_person_needed"):
        acts.end_role(seen_as(board[0]), held(board[1], Role.BOARD), at=NOW)
    assert "board" in roles_of(board[1])


@pytest.mark.django_db
def test_a_resident_is_not_made_or_unmade_by_the_board(here: Neighbourhood, board: list[Person]) -> None:
    person = a_person(here)
    with pytest.raises(Refused, match=r"people\.residents_arrive"):
        acts.offer_role(seen_as(board[0]), person, here, role=Role.RESIDENT, at=NOW)
    assert held(person, Role.RESIDENT).until is None


@pytest.mark.django_db
def test_a_host_changes_no_consent_of_somebody_with_an_account(here: Neighbourhood) -> None:
    host, person = seen_as(a_person(here, Role.HOST)), a_person(here)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.renew_consent(host, person, here, until=NOW.date() + timedelta(1), at=NOW)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.withdraw_consent(host, person, here, at=NOW)
    assert held(person, Role.RESIDENT).until is None


@pytest.mark.django_db
@pytest.mark.parametrize("role", [one for one in Role if one not in (Role.RESIDENT, Role.WORKER)])
def test_a_role_ends_after_a_year(here: Neighbourhood, role: Role) -> None:
    person = a_person(here, role)
    last_day, after = NOW + ROLE_LASTS - timedelta(seconds=1), NOW + ROLE_LASTS
    assert viewer_of(person, last_day).is_a(role, here.key)
    assert not viewer_of(person, after).is_a(role, here.key)


@pytest.mark.django_db
def test_a_role_that_ended_ends_on_the_next_request_and_in_public(here: Neighbourhood) -> None:
    now = timezone.now()
    worker = a_worker(here, at=now)
    client = Client()
    assert worker.account
    client.force_login(worker.account)
    day = timezone.localdate(now)
    assert (
        client.get(f"/{here.slug}/plan/{day}/put-on/").status_code == 404
    )  # no plan yet, but the door is open
    assert professionals_of(visitor(), here, timezone.now())
    RoleHeld.objects.filter(person=worker).update(until=now)
    assert client.get(f"/{here.slug}/plan/{day}/put-on/").status_code == 403
    assert not professionals_of(visitor(), here, timezone.now())


@pytest.mark.django_db
def test_every_role_can_be_put_down_by_whoever_holds_it(here: Neighbourhood) -> None:
    """Of a professional once no work goes on any more; until then the work is left, see tests/stay/test_going.py."""
    for role in [one for one in Role if one is not Role.RESIDENT]:
        person = a_person(here, role, at=timezone.now())
        client = Client()
        assert person.account
        client.force_login(person.account)
        mine = held(person, role)
        page = client.get(f"/{here.slug}/me/").content.decode()
        assert f"/me/role/{mine.public_id}/end/" in page
        done = client.post(f"/{here.slug}/me/role/{mine.public_id}/end/", {"key": f"k{role.value}"})
        assert done.status_code == 302
        assert role.value not in roles_of(person)


@pytest.mark.django_db(transaction=False)
def test_the_number_of_an_account_is_never_given_out_again(here: Neighbourhood) -> None:
    person = a_person(here)
    account = person.account
    assert account
    gone, client = account.pk, Client()
    client.force_login(account)
    acts.forget(seen_as(person), person, here, at=NOW)
    new = Account.objects.create_user("nieuw@lichthaven.example")
    acts.arrive(visitor(), new, here, called="Nieuw", language="nl", at=timezone.now())
    assert new.pk > gone
    assert client.get(f"/{here.slug}/me/").status_code == 302, "an old session is nobody's"
