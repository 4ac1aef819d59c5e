"""Who found somebody by what they have asks them to a coffee table. A yes is told, a no to nobody."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.gifts.makers import TODAY, a_gift, sat_together
from tests.makers import NOW, a_neighbourhood, a_person, seen_as
from vuurtoren.gifts import acts, queries
from vuurtoren.gifts.models import Gift, Invitation
from vuurtoren.gifts.rules import INVITED_AT_MOST, MOST_INVITED, check_invitation
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people.acts import forget
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine
from vuurtoren.tables.queries import coming

SOON = TODAY + timedelta(days=3)


def a_pair() -> tuple[Neighbourhood, Person, Person, Gift]:
    """Amina sees that Joris mends bicycles."""
    here = a_neighbourhood()
    amina, joris = a_person(here, called="Amina"), a_person(here, called="Joris")
    return here, amina, joris, a_gift(seen_as(joris), here, "fietsen maken", width="neighbourhood")


def asked(by: Person, gift: Gift) -> Invitation:
    acts.invite(seen_as(by), gift, "TAFEL", day=SOON, at=NOW)
    return Invitation.objects.latest("pk")


def seen(by: Person, here: Neighbourhood) -> list[tuple[str, bool, bool]]:
    """With whom, did they say yes, does it wait for me."""
    rows = queries.my_invitations(seen_as(by), here, TODAY)
    return [(one.other, one.said_yes, one.open) for one in rows]


@pytest.mark.django_db
def test_a_yes_is_told_and_a_no_looks_like_no_answer() -> None:
    here, amina, joris, gift = a_pair()
    row = asked(amina, gift)
    assert (seen(amina, here), seen(joris, here)) == ([("Joris", False, False)], [("Amina", False, True)])
    acts.answer_invitation(seen_as(joris), row, yes=False, at=NOW)
    assert (seen(amina, here), seen(joris, here)) == ([("Joris", False, False)], [])
    with pytest.raises(Refused, match=r"gifts\.invited_already"):
        acts.invite(seen_as(amina), gift, "TAFEL", day=SOON + timedelta(1), at=NOW)
    acts.answer_invitation(seen_as(joris), row, yes=True, at=NOW)  # who said no may think better of it
    assert (seen(amina, here), seen(joris, here)) == ([("Joris", True, False)], [("Amina", True, False)])
    assert seen(a_person(here), here) == []
    kinds = Moment.objects.filter(book__key=here.key, kind__startswith="gifts.invit").values_list(
        "kind", "what"
    )
    assert [*kinds] == [("gifts.invited", {}), *[("gifts.invitation_answered", {})] * 2], "not which answer"
    assert verify_book(here.key).broken is None


@pytest.mark.django_db
def test_whoever_said_no_is_not_asked_again_and_again_and_who_asks_cannot_tell() -> None:
    here, amina, joris, gift = a_pair()

    def once_more(no: bool) -> list[tuple[str, bool, bool]]:
        row = asked(amina, gift)
        if no:
            acts.answer_invitation(seen_as(joris), row, yes=False, at=NOW)
        acts.take_back_invitation(seen_as(amina), row, at=NOW)
        assert seen(amina, here) == []
        assert queries.invitation_called(seen_as(amina), here, row.public_id) is None
        asked(amina, gift)
        return seen(amina, here)

    assert once_more(no=False) == [("Joris", False, False)]
    acts.take_back_invitation(seen_as(amina), Invitation.objects.get(), at=NOW)
    assert once_more(no=True) == [("Joris", False, False)], "the same as without a no"
    assert seen(joris, here) == [], "who said no is left alone"
    assert queries.own_invitations_export(seen_as(amina)) == [
        {"asked_by_me": True, "gift": "fietsen maken", "day": SOON.isoformat(), "yes": False}
    ]


@pytest.mark.django_db
def test_only_who_sees_a_gift_asks_and_only_who_gives_it_answers() -> None:
    here, amina, joris, gift = a_pair()
    narrow = a_gift(seen_as(joris), here, "luisteren", width="tables")
    with pytest.raises(Refused, match=r"gifts\.gone"):
        acts.invite(seen_as(amina), narrow, "TAFEL", day=SOON, at=NOW)
    acts.invite(seen_as(amina), narrow, "TAFEL", day=SOON, sat_with=[joris.key], at=NOW)
    with pytest.raises(Refused, match=r"gifts\.gone"):
        acts.invite(seen_as(joris), gift, "TAFEL", day=SOON, at=NOW)
    row = asked(amina, gift)
    for stranger in (amina, a_person(here)):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            acts.answer_invitation(seen_as(stranger), row, yes=True, at=NOW)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        acts.take_back_invitation(seen_as(joris), row, at=NOW)
    assert queries.invitation_called(seen_as(a_person(here)), here, row.public_id) is None


@pytest.mark.django_db
@pytest.mark.parametrize(
    "way", ["taken back", "gift withdrawn", "asker forgotten", "giver forgotten", "over"]
)
def test_nothing_of_an_invitation_stays(way: str) -> None:
    here, amina, joris, gift = a_pair()
    row = asked(amina, gift)
    acts.answer_invitation(seen_as(joris), row, yes=True, at=NOW)
    if way == "taken back":
        acts.take_back_invitation(seen_as(amina), row, at=NOW)
    elif way == "gift withdrawn":
        acts.withdraw_gift(seen_as(joris), gift, at=NOW)
    elif way == "over":
        assert acts.end_invitations(machine(), here, at=NOW + timedelta(days=31)) == ()
        assert len(acts.end_invitations(machine(), here, at=NOW + timedelta(days=32))) == 1
    else:
        one = amina if way == "asker forgotten" else joris
        forget(seen_as(one), one, here, at=NOW)
    assert not Invitation.objects.exists()


@pytest.mark.pure
@given(st.integers(-40, 60), st.integers(0, 9))
def test_one_asks_for_a_near_day_and_few_at_a_time(ahead: int, open_: int) -> None:
    day = TODAY + timedelta(days=ahead)
    if 0 <= ahead <= INVITED_AT_MOST.days and open_ < MOST_INVITED:
        check_invitation(day, TODAY, open_)
    else:
        with pytest.raises(Refused, match=r"gifts\.invited_(too_late|too_far|enough)"):
            check_invitation(day, TODAY, open_)


@pytest.mark.django_db
def test_a_no_does_not_make_room_for_another_question_so_that_counting_tells_nothing() -> None:
    here, amina, joris, _ = a_pair()
    for number in range(MOST_INVITED):
        row = asked(amina, a_gift(seen_as(joris), here, f"kracht {number}", width="neighbourhood"))
    acts.answer_invitation(seen_as(joris), row, yes=False, at=NOW)
    with pytest.raises(Refused, match=r"gifts\.invited_enough"):
        asked(amina, a_gift(seen_as(joris), here, "nog een", width="neighbourhood"))


@pytest.mark.django_db
def test_from_a_search_to_a_table(client: Client) -> None:
    here, amina, joris, gift = a_pair()
    table = sat_together(here, amina)

    def page(by: Viewer | Person, path: str) -> str:
        assert isinstance(by, Person)
        assert by.account
        client.force_login(by.account)
        return client.get(f"/{here.slug}/{path}").content.decode()

    assert f"/gift/{gift.public_id}/invite/" in page(amina, "gifts/?q=fietsenmaker")
    form = page(amina, f"gift/{gift.public_id}/invite/")

    met, one = coming(seen_as(amina), here, timezone.localdate() + timedelta(days=1), 20)[0]
    assert one.pk == table.pk
    assert f"{one.public_id}/{met.when.date()}" in form
    sent = {"key": "k" * 32, "to": f"{one.public_id}/{met.when.date()}"}
    assert client.post(f"/{here.slug}/gift/{gift.public_id}/invite/", sent).status_code == 302
    row = Invitation.objects.get()
    assert "Amina vraagt of je koffie komt drinken" in page(joris, "")
    client.post(f"/{here.slug}/invitation/{row.public_id}/answer/", {"key": "a" * 32, "answer": "yes"})
    assert "Joris komt!" in page(amina, "gifts/")
