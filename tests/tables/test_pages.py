"""The pages of tables: one lands where one should, and what is refused stands at the field that it is about."""

import re
from datetime import datetime, time, timedelta
from uuid import uuid4

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.makers import a_neighbourhood, a_person, a_place
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, viewer_of
from vuurtoren.tables import acts
from vuurtoren.tables.models import Gathering, Present, Table
from vuurtoren.tables.rules import When
from vuurtoren.web.tie_picture import LARGE, SMALL, WIDE, names_that_fit

pytestmark = pytest.mark.django_db


def sent(client: Client, path: str, **given: object) -> HttpResponse:
    return client.post(path, {"key": uuid4().hex, **given}, follow=True)  # type: ignore[return-value]


def words_of(answer: HttpResponse) -> str:
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode().split("<main")[1]).split())


def wrong_at(answer: HttpResponse) -> set[str]:
    """The fields that say what is wrong."""
    return set(re.findall(r'id="f-([\w-]+)-wrong"', answer.content.decode()))


def a_host(client: Client, here: Neighbourhood, called: str = "Amina") -> Person:
    host = a_person(here, Role.HOST, called=called)
    client.force_login(host.account)
    return host


def a_table(
    host: Person, here: Neighbourhood, *, days: int = 2, every: str = "week", street: str = "Schans"
) -> Table:
    """A table that meets so many days from now, and did so the weeks before."""
    now = timezone.now()
    first = (
        timezone.localdate(now)
        + timedelta(days=days)
        - (timedelta(days=21) if every == "week" else timedelta(0))
    )
    acts.set_table(viewer_of(host, now), a_place(here, street), when=When(first, time(10), every), at=now)
    return Table.objects.latest("pk")


def path_of(table: Table) -> str:
    return f"/{table.neighbourhood.slug}/table/{table.public_id}/"


def test_who_sets_a_table_sees_its_page_with_the_address_and_the_card(client: Client) -> None:
    here = a_neighbourhood()
    a_host(client, here)
    given = {
        "place": a_place(here).pk,
        "day": timezone.localdate() + timedelta(1),
        "time": "10:00",
        "every": "week",
    }
    answer = sent(client, f"/{here.slug}/tables/set/", **given)
    assert answer.request["PATH_INFO"] == path_of(Table.objects.get())  # type: ignore[attr-defined]
    assert "dit is haar bladzijde" in answer.content.decode()
    assert "card/" in answer.content.decode()


def test_another_weekday_is_asked_before_the_whole_series_moves(client: Client) -> None:
    here = a_neighbourhood()
    table = a_table(a_host(client, here), here)
    day = timezone.localdate() + timedelta(days=3)
    given = {"place": table.place_id, "day": day, "time": "10:00", "every": "week"}
    asked = sent(client, f"{path_of(table)}change/", **given)
    assert "elke keer op" in words_of(asked)
    assert table.when == Table.objects.get().when
    assert f'name="day" value="{day.isoformat()}"' in asked.content.decode()
    asked = sent(client, f"{path_of(table)}change/", **{**given, "every": "once"})
    assert "nog maar één keer" in words_of(asked)
    assert Table.objects.get().every == "week"
    sent(client, f"{path_of(table)}change/", **given, sure="yes")
    assert Table.objects.get().first_day == day


def test_who_stops_looking_reads_first_that_what_was_agreed_stays(client: Client) -> None:
    here = a_neighbourhood()
    now = timezone.now()
    for called in ("Sem", "Noor"):
        person = a_person(here, called=called)
        by = viewer_of(person, now)
        acts.wish_coffee(by, here, loves=["baking"], reach=f"06 van {called}", at=now)
    client.force_login(person.account)
    stays = "Wat je al hebt afgesproken, blijft"
    assert stays not in client.get(f"/{here.slug}/coffee/").content.decode()
    acts.weave_coffees(machine(), here, at=now)
    assert stays in client.get(f"/{here.slug}/coffee/").content.decode()


def test_one_coffee_is_moved_from_a_form_and_everybody_reads_it(client: Client) -> None:
    here = a_neighbourhood()
    table = a_table(a_host(client, here), here)
    usual = timezone.localdate() + timedelta(days=2)
    page = client.get(f"{path_of(table)}change/").content.decode()
    assert f"{path_of(table)}once/" in page
    moved = {"planned": usual, "how": "move", "day": usual + timedelta(days=1), "time": "15:00"}
    refused = sent(client, f"{path_of(table)}once/", **{**moved, "day": usual + timedelta(days=7)})
    assert (refused.status_code, wrong_at(refused)) == (422, {"day"})
    assert wrong_at(sent(client, f"{path_of(table)}once/", planned=usual, how="move")) == {"day", "time"}
    told = words_of(sent(client, f"{path_of(table)}once/", **moved))
    assert "deze keer in plaats van" in told
    assert Table.objects.get().otherwise == {usual: datetime.combine(usual + timedelta(days=1), time(15))}
    visitor = Client()
    for path in (f"/{here.slug}/", f"/{here.slug}/tables/", path_of(table)):
        assert "deze keer in plaats van" in words_of(visitor.get(path))  # type: ignore[arg-type]
    sent(client, f"{path_of(table)}once/", planned=usual, how="skip")
    for path in (f"/{here.slug}/", f"/{here.slug}/tables/"):
        assert "is er deze keer geen tafel" in words_of(visitor.get(path))  # type: ignore[arg-type]
    sent(client, f"{path_of(table)}once/", planned=usual, how="usual")
    assert Table.objects.get().once == {}


def test_the_last_day_that_is_not_written_is_proposed_and_none_when_all_are(client: Client) -> None:
    here = a_neighbourhood()
    host = a_host(client, here)
    table = a_table(host, here)
    days = [timezone.localdate() + timedelta(days=2 - 7 * weeks) for weeks in (1, 2, 3)]
    for number, day in enumerate(days):
        assert f'name="day" value="{day.isoformat()}"' in client.get(f"{path_of(table)}met/").content.decode()
        sent(client, f"{path_of(table)}met/", day=day, someones=3 + number, seen_by="host")
    page = client.get(f"{path_of(table)}met/").content.decode()
    assert "Alles is al opgeschreven" in page
    assert 'name="day" value=""' in page
    sent(client, f"{path_of(table)}met/", day=timezone.localdate(), someones=3, seen_by="host")
    assert Gathering.objects.count() == 4


def test_what_is_refused_stands_at_the_field_that_it_is_about(client: Client) -> None:
    here = a_neighbourhood()
    host = a_host(client, here)
    table = a_table(host, here)
    wim = a_person(here, called="Wim")
    now = timezone.now()
    met = Gathering.objects.create(table=table, day=timezone.localdate() - timedelta(1), by=host, made_at=now)
    Present.objects.create(gathering=met, person=wim, said_yes_at=now)
    given = {
        "day": timezone.localdate(),
        "someones": 3,
        "people": wim.pk,
        "matter": "Wil een hond",
        "whose": wim.pk,
    }
    answer = sent(client, f"{path_of(table)}met/", **given, seen_by="neighbourhood")
    assert wrong_at(answer) == {"seen_by"}
    assert "Kies hier ‘Wie er was’ of ‘Alleen ik’" in words_of(answer)
    assert wrong_at(
        sent(
            client,
            f"{path_of(table)}met/",
            **{**given, "day": timezone.localdate() + timedelta(1)},
            seen_by="host",
        )
    ) == {"day"}
    learn = {
        "place": table.place_id, "time": "10:00", "every": "week", "question": "Wie?", "round_seen_by": "table",
        "day": timezone.localdate(), "look_again_on": timezone.localdate() + timedelta(days=9),
    }  # fmt: skip
    old, past = timezone.localdate() - timedelta(days=90), timezone.localdate()
    path = f"/{here.slug}/tables/learn/"
    assert wrong_at(sent(client, path, **{**learn, "day": old})) == {"day"}
    assert wrong_at(sent(client, path, **{**learn, "look_again_on": past})) == {"look_again_on"}
    assert wrong_at(sent(client, f"{path_of(table)}rest/", until=past)) == {"until"}
    assert wrong_at(sent(client, f"/{here.slug}/coffee/", loves=[], reach="06")) == {"loves"}


def test_two_tables_in_a_street_are_told_apart_and_a_question_for_all_is_read(client: Client) -> None:
    here = a_neighbourhood()
    host = a_host(client, here)
    first, second = a_table(host, here), a_table(host, here, days=3, street="Kaai")
    Table.objects.filter(pk=second.pk).update(place=first.place)
    now = timezone.now()
    for width, question in (("neighbourhood", "Wie kent de flat?"), ("table", "Wie is hier verdrietig?")):
        acts.set_learning_table(
            viewer_of(host, now), a_place(here, f"Kade {width}"), when=first.when, question=question,
            look_again_on=timezone.localdate() + timedelta(9), seen_by=width, at=now,
        )  # fmt: skip
    visitor = Client()
    page = visitor.get(f"/{here.slug}/tables/").content.decode()
    links = re.findall(r"<h2><a [^>]*>([^<]+)</a></h2>", page)
    assert len(links) == len(set(links)) == 4
    assert "Wie kent de flat?" in page
    assert "verdrietig" not in page
    assert "Jouw tafels" not in page
    assert "Jouw tafels" in client.get(f"/{here.slug}/tables/").content.decode()
    today = words_of(visitor.get(f"/{here.slug}/"))  # type: ignore[arg-type]
    assert ("Wie kent de flat?" in today, "verdrietig" in today, "jouw tafel" in today) == (
        True,
        False,
        False,
    )
    assert "jouw tafel" in words_of(client.get(f"/{here.slug}/"))  # type: ignore[arg-type]


def test_the_page_says_how_many_were_there_and_who_reads_a_sentence_and_folds_old_weeks(
    client: Client,
) -> None:
    here = a_neighbourhood()
    host = a_host(client, here)
    table = a_table(host, here)
    bep, joris = a_person(here, called="Bep"), a_person(here, called="Joris")
    now = timezone.now()
    for days in range(6):
        met = Gathering.objects.create(
            table=table, day=timezone.localdate() - timedelta(days), someones=2, by=host, made_at=now
        )
        Present.objects.create(gathering=met, person=host, said_yes_at=now)
        Present.objects.create(gathering=met, person=bep, said_yes_at=now)
        Present.objects.create(gathering=met, person=joris)
    met.matters.create(words="Wil leren naaien", by=host, whose=bep, seen_by="host")
    page = client.get(path_of(table))
    told = words_of(page)  # type: ignore[arg-type]
    assert (
        "5 mensen Met naam: Amina, Bep Nog gevraagd of het onthouden mag worden: Joris Zonder naam: nog 2 mensen"
        in told
    )
    assert "Wil leren naaien Dit lezen alleen wie het zei en wie de tafel neerzette." in told
    assert "Nog 2 keer van eerder" in page.content.decode()
    client.force_login(bep.account)
    told = words_of(client.get(path_of(table)))  # type: ignore[arg-type]
    assert "5 mensen Met naam: Amina, Bep Zonder naam: nog 3 mensen" in told
    assert "Joris" not in told


def test_a_table_that_ended_invites_nobody_any_more(client: Client) -> None:
    here = a_neighbourhood()
    host = a_host(client, here)
    table = a_table(host, here)
    assert "Iedereen mag aanschuiven" in client.get(f"{path_of(table)}card/").content.decode()
    assert "De volgende keer" not in words_of(client.get(f"{path_of(table)}card/"))  # type: ignore[arg-type]
    acts.end_table(viewer_of(host, timezone.now()), table, at=timezone.now())
    for path in ("", "card/"):
        page = client.get(f"{path_of(table)}{path}").content.decode()
        assert "is gestopt" in page
        assert "Iedereen mag aanschuiven" not in page
        assert "Deze tafel zoekt" not in page


@settings(deadline=None)
@given(
    st.lists(
        st.tuples(
            st.tuples(st.integers(0, WIDE), st.integers(0, 600)),
            st.text("abc straat", min_size=1, max_size=20),
        )
    ),
    st.sampled_from([SMALL, LARGE]),
)
def test_names_in_the_picture_stand_within_it_and_never_over_each_other(
    wanted: list[tuple[tuple[int, int], str]], size: float
) -> None:
    kept = names_that_fit(wanted, size, 600)
    boxes = [one.box(size) for one in kept]
    for number, (left, top, right, bottom) in enumerate(boxes):
        assert -1 <= left <= right <= WIDE + 1
        assert 0 <= top <= bottom <= 600
        for le, to, ri, bo in boxes[:number]:
            assert right <= le or ri <= left or bottom <= to or bo <= top
    fits_alone = [one for one in wanted if names_that_fit([one], size, 600)]
    assert bool(kept) == bool(fits_alone)
