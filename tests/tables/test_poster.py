"""The poster of a table: one page with large words, for whatever name; open to a screen reader, and nothing private."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.makers import NOW, a_neighbourhood, a_person, a_place, seen_as
from tests.tables.test_learning import SOON
from tests.tables.test_sheet import A4, HOSTILE, bare, read
from tests.tables.test_stories import WEEKLY, a_table
from vuurtoren.language import say
from vuurtoren.tables import acts
from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import LONGEST_SPOT, When
from vuurtoren.web.paper import LIGHTHOUSE, pdf

PLACES = st.text(
    st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=80
)  # what a map calls a street


def words(**other: Any) -> dict[str, Any]:
    """What the door gives, for a table called Plein."""
    return {
        "language": "nl",
        "title": "Koffietafel: Plein",
        "neighbourhood": "Lichthaven",
        "kind": "Koffietafel",
        "place": "Plein",
        "spot": "",
        "when": "Elke week op zaterdag, om 10:00",
        "rests": "",
        "come": say("nl", "poster-come"),
        "open": "",
        "more": say("nl", "poster-more"),
        "code": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0h1v1z"/></svg>',
        "code_means": say("nl", "table-card-code"),
        "lighthouse": LIGHTHOUSE.read_text(encoding="utf-8"),
        "address": "https://x.test/lichthaven/table/abc/",
        **other,
    }


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("kind", ["coffee", "learning"])
def test_everybody_prints_a_poster_in_their_own_language(language: str, kind: str) -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here, called="Amina"))
    about: dict[str, Any] = {"when": WEEKLY, "spot": "in de hal", "at": NOW}
    if kind == "learning":
        acts.set_learning_table(
            host, a_place(here, "Bakenplein"), question="Hoe?", look_again_on=SOON, **about
        )
    else:
        acts.set_table(host, a_place(here, "Bakenplein"), **about)
    table = f"/{here.slug}/table/{Table.objects.get().public_id}/"
    client = Client(headers={"accept-language": language})
    assert f"{table}poster.pdf" in client.get(table).text
    answer = client.get(f"{table}poster.pdf")
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    assert 'filename="poster-bakenplein.pdf"' in answer["Content-Disposition"]
    poster, text = read(answer.content)
    assert len(poster.pages) == 1
    assert poster.root_object["/Lang"] == language
    assert poster.metadata is not None
    assert poster.metadata.title == say(language, f"table-at-{kind}", place="Bakenplein")
    for key in (f"table-kind-{kind}", "poster-come", "poster-more"):
        assert bare(say(language, key)) in bare(text), key
    for said in (here.name, "Bakenplein", "in de hal", f"http://testserver{table}"):
        assert bare(said) in bare(text), said
    assert (bare(say(language, "table-open-learning")) in bare(text)) == (kind == "learning")
    assert "Amina" not in text, "who set it is on no window"


@pytest.mark.django_db
def test_a_poster_says_that_a_table_rests_or_stopped_and_on_which_day_it_is_once() -> None:
    here = a_neighbourhood()
    host = seen_as(a_person(here))

    def shown(table: Table) -> str:
        _, text = read(Client().get(f"/{here.slug}/table/{table.public_id}/poster.pdf").content)
        return bare(text)

    weekly = a_table(host, here)
    assert "rusttot" not in shown(weekly)
    now = timezone.now()
    acts.rest(host, weekly, until=timezone.localdate(now) + timedelta(days=40), at=now)
    assert "Dezetafelrusttot" in shown(weekly)
    acts.end_table(host, weekly, at=NOW)
    over = shown(weekly)
    assert bare(say("nl", "table-over")) in over
    assert bare(say("nl", "poster-come")) not in over
    once = a_table(host, here, When(date(2026, 12, 5), time(15), "once"))
    assert "zaterdag5december,om15:00" in shown(once)
    assert Client().get(f"/{here.slug}/table/nergens/poster.pdf").status_code == 404


@pytest.mark.pure
def test_a_screen_reader_finds_language_title_heading_and_words_for_the_code_alone() -> None:
    poster, _ = read(pdf("tables/poster.typ", words(), at=NOW))
    assert poster.root_object["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part" in poster.root_object["/Metadata"].get_data().decode()
    assert [round(float(each)) for each in poster.pages[0].mediabox[2:]] == list(A4)
    tags = [one for one in map(poster.get_object, range(1, len(poster.xref[0]) + 1)) if isinstance(one, dict)]
    assert [one["/Alt"] for one in tags if "/Alt" in one and one.get("/S") == "/Figure"] == [
        words()["code_means"]
    ]
    assert sum(one.get("/S") == "/H1" for one in tags) == 1


@pytest.mark.pure
@pytest.mark.parametrize("said", HOSTILE)
def test_hostile_words_are_words(said: str) -> None:
    poster, text = read(pdf("tables/poster.typ", words(spot=said, place=said), at=NOW))
    assert bare(text).count(bare(said)) == 2
    assert len(poster.pages) == 1


@pytest.mark.pure
@settings(max_examples=30, deadline=None)
@given(PLACES, st.text(max_size=LONGEST_SPOT))
def test_whatever_it_is_called_there_is_one_page(place: str, spot: str) -> None:
    poster, _ = read(pdf("tables/poster.typ", words(place=place, spot=spot), at=NOW))
    assert len(poster.pages) == 1


@pytest.mark.pure
def test_the_longest_words_still_fit_on_one_page() -> None:
    wide = {
        "place": "Burgemeester van Wijnaendtsstraat " * 3,
        "spot": "W" * LONGEST_SPOT,
        "when": say("en", "table-every-fortnight", day="Wednesday", time="10:00 AM"),
        "rests": say("nl", "table-rests", day="woensdag 30 september"),
        "open": say("nl", "table-open-learning"),
        "address": "https://x.test/" + "w" * 120,
    }
    poster, text = read(pdf("tables/poster.typ", words(**wide), at=NOW))
    assert len(poster.pages) == 1
    assert bare(text).count("Wijnaendtsstraat") == 3
