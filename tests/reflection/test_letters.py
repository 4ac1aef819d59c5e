"""A letter a week: readable as it is, with nothing private in it, and none goes twice."""

import json
from contextlib import suppress
from datetime import time, timedelta
from pathlib import Path

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import a_neighbourhood, a_person, a_place, a_worker, seen_as, sits_too
from vuurtoren.care import acts as care
from vuurtoren.cli.commands import run
from vuurtoren.language import Refused
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine
from vuurtoren.reflection import acts, queries
from vuurtoren.reflection.models import LetterChoice, LetterSent, Slide
from vuurtoren.reflection.rules import MOST_NEAR, Letter, nearest, week_of
from vuurtoren.tables import acts as tables
from vuurtoren.tables.models import Present, Table
from vuurtoren.tables.rules import When


def lives_at(person: Person, place: Place) -> Person:
    Person.objects.filter(pk=person.pk).update(home=place)
    return Person.objects.get(pk=person.pk)


def a_table_near(host: Viewer, place: Place, days: int = 2) -> Table:
    now = timezone.now()
    when = When(timezone.localdate(now) + timedelta(days=days), time(10), "week")
    tables.set_table(host, place, when=when, at=now)
    return Table.objects.latest("pk")


def sent(here: Neighbourhood, stops_after: int | None = None) -> list[str]:
    """Send the letters; a machine that stops in the middle of one leaves it on its way."""
    got: list[str] = []

    def post(person: Person, letter: Letter) -> None:
        if stops_after is not None and len(got) == stops_after:
            raise KeyboardInterrupt
        got.append(person.called)

    with suppress(KeyboardInterrupt):
        acts.send_letters(machine(), here, at=timezone.now(), post=post, progress=lambda count: None)
    return got


@pytest.mark.django_db
def test_a_letter_tells_what_is_near_and_what_waits_in_ones_own_language() -> None:
    here = a_neighbourhood()
    near = a_place(here, "Kadeweg")
    amina = lives_at(a_person(here, Role.HOST, called="Amina"), near)
    joris = a_person(here, called="Joris")
    table = a_table_near(seen_as(amina), near)
    now = timezone.now()
    day = timezone.localdate(now)
    Table.objects.filter(pk=table.pk).update(first_day=day - timedelta(days=14), time=time(10))
    tables.write_down(seen_as(amina), table, day=day - timedelta(days=7), someones=4, at=now)
    sits_too(seen_as(joris), table, day=day - timedelta(days=7), at=now)
    tables.write_down(seen_as(amina), table, day=day, people=[joris], at=now)
    tables.keep_tie(seen_as(amina), Present.objects.get(person=joris, said_yes_at__isnull=False), at=now)
    letter = queries.own_letter(seen_as(joris), here, now)
    assert any("Kadeweg" in words for words in letter.near)
    assert len(letter.waits) == 2
    assert not any("Amina" in words for words in (*letter.happened, *letter.near, *letter.waits))
    english = queries.own_letter(Viewer(**{**vars(seen_as(joris)), "language": "en"}), here, now)
    assert any(words.startswith("Coffee on") for words in english.near)
    (told,) = [
        one for person, one in queries.letters_to_send(machine(), here, week_of(day), now) if person == joris
    ]
    assert told == letter


@pytest.mark.django_db
def test_the_mail_is_readable_as_it_is_and_names_nobody_else(
    settings: object, capsys: pytest.CaptureFixture[str]
) -> None:
    here = a_neighbourhood("Briefwijk")
    amina, joris = a_person(here, Role.HOST, called="Amina"), a_person(here, called="Joris")
    table = a_table_near(seen_as(amina), a_place(here, "Kadeweg"), days=-7)
    now = timezone.now()
    day = timezone.localdate(now) - timedelta(days=7)
    tables.write_down(
        seen_as(amina), table, day=day, someones=4, said=[tables.Said("Mist haar zus", "table")], at=now
    )
    sits_too(seen_as(joris), table, day=day, at=now)
    assert run(["people", "letters", "--neighbourhood", "Briefwijk", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["sent"], told["before"], told["unsure"]) == (2, 0, 0)
    by_reader = {one.to[0]: one for one in mail.outbox}
    assert joris.account is not None
    body = by_reader[joris.account.email].body
    assert body.startswith("Dag Joris,")
    assert "Kadeweg" in body
    assert "Amina" not in body
    assert "zus" not in body
    assert "List-Unsubscribe" in by_reader[joris.account.email].extra_headers
    assert run(["people", "letters", "--neighbourhood", "Briefwijk", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sent"] == 0
    assert len(mail.outbox) == 2


@pytest.mark.django_db
def test_letters_can_be_written_as_files(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here = a_neighbourhood("Briefwijk")
    a_person(here)
    folder = tmp_path / "brieven"
    assert run(["people", "letters", "--neighbourhood", "Briefwijk", "--folder", str(folder)]) == 0
    (file,) = folder.iterdir()
    assert "De brief van de week uit Briefwijk" in file.read_text(encoding="utf-8").replace("=\n", "")
    assert "1 sent" in capsys.readouterr().out


@pytest.mark.django_db(transaction=True)
def test_after_a_kill_the_rest_goes_and_none_goes_twice() -> None:
    here = a_neighbourhood()
    everybody = {a_person(here, called=f"Buur {number}").called for number in range(6)}
    week = week_of(timezone.localdate())
    first = sent(here, stops_after=3)
    assert queries.letters_gone(machine(), here, week) == (3, 1)
    second = sent(here)
    assert queries.letters_gone(machine(), here, week) == (5, 1)
    assert not set(first) & set(second)
    assert len(everybody - set(first) - set(second)) == 1
    assert sent(here) == []


@pytest.mark.django_db
def test_who_wants_none_gets_none_and_who_left_gets_none() -> None:
    here = a_neighbourhood()
    quiet, stays, leaves = (a_person(here, called=name) for name in ("Stil", "Blijft", "Gaat"))
    worker = a_worker(here, called="Bram")
    now = timezone.now()
    assert queries.wants_letter(seen_as(quiet), here)
    acts.choose_letter(seen_as(quiet), here, wants=False, at=now)
    assert not queries.wants_letter(seen_as(quiet), here)
    people.forget(seen_as(leaves), leaves, here, at=now)
    assert set(sent(here)) == {stays.called, worker.called}
    acts.choose_letter(seen_as(quiet), here, wants=True, at=now)
    assert sent(here) == [quiet.called]
    people.forget(seen_as(quiet), quiet, here, at=now)
    assert not LetterChoice.objects.exists()
    assert LetterSent.objects.count() == 2


@pytest.mark.django_db
def test_a_host_prints_the_letters_of_those_they_wrote_down_and_of_nobody_else() -> None:
    here = a_neighbourhood()
    amina, other = (a_person(here, Role.HOST) for _ in range(2))
    now = timezone.now()
    today = timezone.localdate(now)
    for host, name in ((amina, "Wim"), (other, "Nel")):
        people.enter(
            seen_as(host), here, called=name, language="nl", how="paper", given_on=today,
            until=today + timedelta(days=60), at=now,
        )  # fmt: skip
    assert [one.called for one in queries.paper_letters(seen_as(amina), here, now)] == ["Wim"]
    client = Client()
    assert amina.account is not None
    client.force_login(amina.account)
    page = client.get(f"/{here.slug}/letters/paper/").content.decode()
    assert "Dag Wim," in page
    assert "Nel" not in page
    with pytest.raises(Refused, match=r"power\.not_yours"):
        queries.paper_letters(seen_as(a_person(here)), here, now)


@pytest.mark.django_db
def test_what_the_city_asks_a_carrier_waits_in_the_letter() -> None:
    here = a_neighbourhood()
    place, person, now = a_place(here), a_person(here), timezone.now()
    care.join(seen_as(person), place, at=now)
    care.offer(
        seen_as(a_worker(here)), place, to_step=4, answer_by=timezone.localdate(now) + timedelta(days=21), at=now,
        stop_grade="B", stop_steps=2, after_stop="ask", overlap_days=7,
    )  # fmt: skip
    assert len(queries.own_letter(seen_as(person), here, now).waits) == 1
    letters = dict(queries.letters_to_send(machine(), here, week_of(timezone.localdate(now)), now))
    assert len(letters[person].waits) == 1


points = st.tuples(st.floats(4, 5), st.floats(51, 52))


@given(points, st.lists(points, max_size=12))
def test_the_nearest_are_no_further_than_those_left_out(
    home: tuple[float, float], some: list[tuple[float, float]]
) -> None:
    found = nearest(home, [(point, point) for point in some])
    assert len(found) == min(MOST_NEAR, len(some))

    def far(point: tuple[float, float]) -> float:
        return ((point[0] - home[0]) * 68_700) ** 2 + ((point[1] - home[1]) * 111_320) ** 2

    left = [one for one in some if one not in found]
    assert not left or max(map(far, found)) ** 0.5 <= min(map(far, left)) ** 0.5 * 1.05 + 100


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("days", "answered", "told"), [(3, False, 0), (8, False, 1), (8, True, 0), (15, False, 0)]
)
def test_a_slide_without_an_answer_comes_once_more_in_ones_own_letter_and_in_nobody_elses(
    days: int, answered: bool, told: int
) -> None:
    here, now = a_neighbourhood(), timezone.now()
    today = timezone.localdate(now)
    mine, other = a_person(here), a_person(here)
    found = today - timedelta(days=days)
    Slide.objects.create(
        neighbourhood=here, slide="x", kind="same", room="board", side="board", person=mine, since=found, part=8,
        of=10, before=1, before_of=20, found_on=found, seen_on=today, answered_on=today if answered else None,
        answer="reason" if answered else "",
    )  # fmt: skip
    sent = dict(queries.letters_to_send(machine(), here, week_of(today), now))
    for person, count in ((mine, told), (other, 0)):
        waits = queries.own_letter(seen_as(person), here, now).waits
        assert len(waits) == len(sent[person].waits) == count
        assert all("alleen jij leest" in words for words in waits)
