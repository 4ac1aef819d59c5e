"""What people can, have, know and love: seen as wide as each chose, ended by a day, gone at a tap, and for good."""

from datetime import date, timedelta

import pytest
from django.db import connection
from hypothesis import given
from hypothesis import strategies as st

from tests.gifts.makers import TODAY, a_gift, sat_together
from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from vuurtoren.gifts import acts, queries
from vuurtoren.gifts.finding import tokens_of
from vuurtoren.gifts.models import Gift
from vuurtoren.gifts.rules import KINDS, LASTS_AT_MOST, LONGEST, MOST, WIDTHS, check_gift
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, visitor
from vuurtoren.tables.models import Gathering, Present
from vuurtoren.tables.queries import whom_i_sat_with

MARKER = "zeldzamekrachtwimpel"
ALIKE = 3
"""An index leaves out the first signs that a token has in common with the one before; the other seven are there."""


def words_seen(viewer: Viewer, here: Neighbourhood, **rest: object) -> list[str]:
    return [one.words for one in queries.gifts_seen(viewer, here, TODAY, **rest)]  # type: ignore[arg-type]


@pytest.mark.django_db
def test_a_gift_is_for_oneself_alone_unless_one_chooses_wider() -> None:
    here = a_neighbourhood()
    amina, joris = a_person(here, Role.HOST, called="Amina"), a_person(here)
    mine, neighbour = seen_as(amina), seen_as(joris)
    acts.offer_gift(mine, here, kind="hands", words="taarten  bakken", until=TODAY + timedelta(9), at=NOW)
    gift = Gift.objects.get()
    assert (gift.words, gift.width) == ("taarten bakken", "me")
    assert [one.words for one in queries.my_gifts(mine, here)] == ["taarten bakken"]
    assert words_seen(neighbour, here, sat_with=[amina.key]) == []
    acts.change_gift(mine, gift, words=gift.words, width="neighbourhood", until=TODAY + timedelta(9), at=NOW)
    (seen,) = queries.gifts_seen(neighbour, here, TODAY)
    assert (seen.called, seen.mine, seen.public_id, seen.width, seen.until) == ("Amina", False, "", "", None)


@pytest.mark.django_db
def test_my_tables_are_who_sat_there_with_me_and_its_host_and_nobody_else() -> None:
    here, other = a_neighbourhood(), a_neighbourhood("Elders")
    host, giver, guest, stranger = (a_person(here, called=one) for one in ("Mei", "Noor", "Sem", "Ton"))
    sat_together(here, host, giver, guest)
    sat_together(here, stranger)
    a_gift(seen_as(giver), here, "gitaar spelen", width="tables")
    a_gift(seen_as(host), here, "een bakfiets", kind="things", width="tables")

    def through_tables(one: Viewer, where: Neighbourhood = here) -> list[str]:
        return sorted(words_seen(one, where, sat_with=whom_i_sat_with(one, where, TODAY)))

    assert through_tables(seen_as(guest)) == ["een bakfiets", "gitaar spelen"]
    assert through_tables(seen_as(host)) == ["gitaar spelen"]
    assert through_tables(seen_as(giver)) == ["een bakfiets"]
    assert through_tables(seen_as(stranger)) == []
    assert whom_i_sat_with(seen_as(a_person(other)), here, TODAY) == frozenset()
    assert words_seen(seen_as(guest), here) == [], "who passes nobody sees nothing of tables"
    for one in (host, guest):
        assert whom_i_sat_with(seen_as(one), here, TODAY + timedelta(days=200)) == frozenset(), "long ago"


@pytest.mark.django_db
def test_whoever_is_still_asked_whether_they_were_there_sees_and_shows_nothing() -> None:
    here = a_neighbourhood()
    host, giver, guest = (a_person(here) for _ in range(3))
    table = sat_together(here, host, giver)
    a_gift(seen_as(giver), here, width="tables")
    Present.objects.create(gathering=Gathering.objects.get(table=table), person=guest)
    assert whom_i_sat_with(seen_as(guest), here, TODAY) == frozenset()
    assert guest.key not in whom_i_sat_with(seen_as(giver), here, TODAY)


@pytest.mark.django_db
def test_who_does_not_live_here_sees_no_gift_and_cannot_ask() -> None:
    here = a_neighbourhood()
    giver = a_person(here)
    for width in WIDTHS:
        a_gift(seen_as(giver), here, f"voor {width}", width=width)
    elsewhere = a_person(a_neighbourhood("Elders"))
    for viewer in (visitor(), seen_as(a_worker(here)), seen_as(elsewhere), machine()):
        for ask in (
            lambda one=viewer: queries.gifts_seen(one, here, TODAY, sat_with=[giver.key]),
            lambda one=viewer: queries.gifts_found(one, here, "voor", TODAY, sat_with=[giver.key]),
        ):
            with pytest.raises(Refused, match=r"power\."):
                ask()
    assert words_seen(seen_as(a_person(here)), here) == ["voor neighbourhood"]


@pytest.mark.django_db
def test_looking_for_words_tells_nothing_of_what_one_may_not_see() -> None:
    here = a_neighbourhood()
    giver, stranger = a_person(here), seen_as(a_person(here))
    a_gift(seen_as(giver), here, f"{MARKER} spelen", width="me")
    a_gift(seen_as(giver), here, f"{MARKER} bouwen", width="tables")
    assert queries.gifts_found(stranger, here, MARKER, TODAY) == []
    assert queries.gifts_found(stranger, here, MARKER[:-1] + "x", TODAY) == []
    a_gift(seen_as(giver), here, "zeldzaam", width="neighbourhood")
    (only,) = queries.gifts_found(stranger, here, "zeldzamm", TODAY)
    assert only.why
    assert only.why.slip, "the hidden one that fits better has no say in how this one is told"


@pytest.mark.django_db
def test_a_gift_ends_by_itself_and_may_be_renewed_before() -> None:
    here = a_neighbourhood()
    mine, neighbour = seen_as(a_person(here)), seen_as(a_person(here))
    gift = a_gift(mine, here, width="neighbourhood", until=TODAY + timedelta(days=3))
    last = TODAY + timedelta(days=3)
    assert queries.gifts_seen(neighbour, here, last)
    assert queries.gifts_seen(neighbour, here, last + timedelta(days=1)) == []
    assert queries.gifts_found(neighbour, here, "taart", last + timedelta(days=1)) == []
    assert acts.end_gifts(machine(), here, at=NOW + timedelta(days=3)) == ()
    acts.change_gift(mine, gift, words="taarten bakken", width="me", until=TODAY + timedelta(90), at=NOW)
    assert acts.end_gifts(machine(), here, at=NOW + timedelta(days=4)) == ()
    (moment,) = acts.end_gifts(machine(), here, at=NOW + timedelta(days=91))
    assert (moment.kind, moment.what) == ("gifts.ended", {})
    assert not Gift.objects.exists()
    assert acts.end_gifts(machine(), here, at=NOW + timedelta(days=91)) == ()


@pytest.mark.django_db
def test_only_oneself_changes_or_takes_back_a_gift_and_whoever_moved_still_may() -> None:
    here = a_neighbourhood()
    amina = a_person(here)
    gift = a_gift(seen_as(amina), here)
    for other in (a_person(here, Role.BUILDER), a_person(here, Role.BOARD), a_worker(here)):
        with pytest.raises(Refused, match=r"power\.not_yours"):
            acts.withdraw_gift(seen_as(other), gift, at=NOW)
        assert queries.gift_called(seen_as(other), here, gift.public_id) is None
    amina.roles.all().delete()
    moved = seen_as(amina)
    with pytest.raises(Refused, match=r"power\.not_yours"):
        a_gift(moved, here, "nog een")
    acts.withdraw_gift(moved, gift, at=NOW)
    with pytest.raises(Refused, match=r"gifts\.gone"):
        acts.withdraw_gift(moved, gift, at=NOW)
    assert verify_book(here.key).broken is None


@pytest.mark.django_db
def test_a_gift_is_offered_once_and_so_many_at_most() -> None:
    here = a_neighbourhood()
    mine = seen_as(a_person(here))
    gift = a_gift(mine, here)
    with pytest.raises(Refused, match=r"gifts\.have_it_already"):
        a_gift(mine, here, "taarten   bakken")
    for number in range(MOST - 1):
        other = a_gift(mine, here, f"verhaal {number}")
    with pytest.raises(Refused, match=r"gifts\.enough"):
        a_gift(mine, here, "nog een")
    with pytest.raises(Refused, match=r"gifts\.have_it_already"):
        acts.change_gift(mine, other, words=gift.words, width="me", until=gift.until, at=NOW)


def holding(words: str) -> list[str]:
    """Every table, those of the index too, in which a row has these words as text or bytes, or their tokens."""
    traces = [words, *(one[ALIKE:] for one in tokens_of(words).split())]
    found = []
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = " ".join(
                bytes(cell).decode("latin-1") if isinstance(cell, bytes | memoryview) else str(cell)
                for row in cursor.fetchall()
                for cell in row
            )
            found += [table for one in traces if one in rows]
    return sorted(set(found))


@pytest.mark.django_db
@pytest.mark.parametrize("way", ["withdrawn", "changed", "ended", "forgotten"])
def test_nothing_of_a_gift_stays_in_any_table_or_in_the_index(way: str) -> None:
    here = a_neighbourhood()
    amina, joris = a_person(here), a_person(here)
    a_gift(seen_as(joris), here, "huiswerk en rekenen", width="neighbourhood")
    gift = a_gift(seen_as(amina), here, MARKER, width="neighbourhood", until=TODAY + timedelta(days=5))
    a_gift(seen_as(joris), here, "een ladder", width="neighbourhood")
    assert "gifts_gift" in holding(MARKER)
    if connection.vendor == "sqlite":
        assert "gifts_index_data" in holding(MARKER), "the look through the index sees what is in it"
    mine = seen_as(amina)
    if way == "withdrawn":
        acts.withdraw_gift(mine, gift, at=NOW)
    elif way == "changed":
        acts.change_gift(mine, gift, words="koken", width="me", until=gift.until, at=NOW)
    elif way == "ended":
        acts.end_gifts(machine(), here, at=NOW + timedelta(days=6))
    else:
        people.forget(mine, amina, here, at=NOW)
    assert holding(MARKER) == []
    reader = seen_as(a_person(here))
    assert [one.words for one in queries.gifts_found(reader, here, "huiswerk", TODAY)] == [
        "huiswerk en rekenen"
    ]
    assert queries.gifts_found(seen_as(joris), here, "huiswerk", TODAY) == [], "one's own is no find"


@pytest.mark.django_db
def test_the_journal_tells_that_and_not_what_or_whose_word() -> None:
    here = a_neighbourhood()
    mine = seen_as(a_person(here))
    gift = a_gift(mine, here, MARKER)
    acts.withdraw_gift(mine, gift, at=NOW)
    rows = list(Moment.objects.filter(kind__startswith="gifts.").order_by("number"))
    assert [(one.kind, one.about, one.what, one.place) for one in rows] == [
        ("gifts.offered", gift.key, {}, None),
        ("gifts.withdrawn", gift.key, {}, None),
    ]
    assert MARKER not in str([vars(one) for one in rows])


@pytest.mark.django_db
def test_everything_kept_is_in_ones_own_export_and_nothing_of_others() -> None:
    here = a_neighbourhood()
    mine = seen_as(a_person(here))
    a_gift(mine, here, "luisteren", kind="heart")
    a_gift(seen_as(a_person(here)), here, "van een ander", width="neighbourhood")
    (row,) = queries.own_export(mine)
    assert row["words"] == "luisteren"


@pytest.mark.pure
@given(
    st.sampled_from((*KINDS, "need", "")),
    st.text(max_size=LONGEST + 20),
    st.sampled_from((*WIDTHS, "city", "")),
    st.dates(date(2020, 1, 1), date(2035, 1, 1)),
    st.integers(-500, 800),
)
def test_a_gift_is_whole_or_refused(kind: str, words: str, width: str, today: date, days: int) -> None:
    until = today + timedelta(days=days)
    trimmed = " ".join(words.split())
    fine = kind in KINDS and width in WIDTHS and 0 < len(trimmed) <= LONGEST
    if fine and 0 < days <= LASTS_AT_MOST.days:
        assert check_gift(kind, words, width, until, today) == trimmed
    else:
        with pytest.raises(Refused, match=r"gifts\."):
            check_gift(kind, words, width, until, today)


@pytest.mark.django_db
def test_streets_are_told_in_numbers_from_five_people_and_only_of_what_is_wide() -> None:
    here = a_neighbourhood()
    kade, steeg = a_place(here, "Kade"), a_place(here, "Steeg")

    def neighbours(place: Place | None, count: int, width: str) -> None:
        for _ in range(count):
            person = a_person(here)
            Person.objects.filter(pk=person.pk).update(home=place)
            for words in ("koken", "zingen"):
                a_gift(seen_as(person), here, words, width=width)

    def told() -> tuple[int, list[tuple[str, int]]]:
        seen = queries.in_numbers(visitor(), here, TODAY)
        return seen.total, [(place.name, count) for place, count in seen.streets]

    neighbours(kade, 4, "neighbourhood")
    neighbours(kade, 9, "tables")
    assert told() == (0, [])
    neighbours(kade, 3, "neighbourhood")
    assert told() == (5, [("Kade", 5)])
    neighbours(steeg, 2, "neighbourhood")
    assert told() == (5, []), "from the total and the Kade the two of the Steeg could be found"
    neighbours(None, 4, "neighbourhood")
    assert told() == (10, [("Kade", 5)])
    assert queries.in_numbers(visitor(), here, TODAY + timedelta(days=400)).total == 0
