"""What happened in a street, also when it came from a file; and how sure anybody is of what lies there."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from tests.makers import a_neighbourhood, a_person, a_place
from vuurtoren.cli.commands import run
from vuurtoren.language import say
from vuurtoren.power.queries import viewer_of, visitor
from vuurtoren.response import acts, queries
from vuurtoren.response.queries.states import StateNow, likely


def page(address: str, language: str) -> str:
    client = Client()
    client.cookies["taal"] = language
    return client.get(address).content.decode()


@pytest.mark.django_db
def test_what_was_seen_elsewhere_is_in_the_story_of_its_street_alone(tmp_path: Path) -> None:
    here = a_neighbourhood("Verhaalwijk")
    seen, quiet = a_place(here, "Kadeweg"), a_place(here, "Botstraat")
    address = f"/{here.slug}/street/{{}}/"
    words = {code: say(code, "moment-response-seen_elsewhere") for code in ("nl", "en")}
    assert not any(words[code] in page(address.format(seen.public_id), code) for code in words)
    today = timezone.localdate()
    days = [(today - timedelta(days=back)).isoformat() for back in (3, 30)]
    file = tmp_path / "seen.csv"
    file.write_text("street,date,grade\n" + "".join(f"Kadeweg,{day},B\n" for day in days))
    assert run(["response", "observe", str(file)]) == 0
    for code, sentence in words.items():
        told = page(address.format(seen.public_id), code)
        assert told.count(sentence) == 2
        assert told.index(days[0]) < told.index(days[1])
        assert sentence not in page(address.format(quiet.public_id), code)


@pytest.mark.django_db
def test_the_story_is_in_order_of_time_and_not_longer_for_a_file(tmp_path: Path) -> None:
    here = a_neighbourhood("Verhaalwijk")
    place, now = a_place(here, "Kadeweg"), timezone.now()
    by = viewer_of(a_person(here), now)
    for hours in range(12):
        acts.observe(by, place, grade="B", at=now - timedelta(hours=12 - hours))
    day = timezone.localdate() - timedelta(days=1)
    file = tmp_path / "seen.csv"
    rows = "".join(f"Kadeweg,{day - timedelta(days=back)},C\n" for back in range(30))
    file.write_text(f"street,date,grade\n{rows}")
    assert run(["response", "observe", str(file)]) == 0
    told = page(f"/{here.slug}/street/{place.public_id}/", "nl")
    assert told.count(say("nl", "moment-response-observed")) == 8
    assert say("nl", "moment-response-seen_elsewhere") not in told
    assert len(queries.seen_elsewhere(visitor(), place, 5)) == 5


def a_state(pieces: float, sd: float) -> StateNow:
    return StateNow(date(2026, 11, 20), pieces, sd, 1.0, 3.0, "C", "observed", 0)


@pytest.mark.pure
@pytest.mark.parametrize(
    ("pieces", "sd", "dutch", "english"),
    [
        (
            14.0,
            28.0,
            "stuks groot afval op 10 bij 10 meter. Het kunnen er ook 3 of 69 zijn.",
            "also be 3 or 69.",
        ),
        (13.0, 142.0, "Naar schatting 13 stuks", "About 13 pieces"),
        (
            0.2,
            0.3,
            "Naar schatting geen groot afval op 10 bij 10 meter. Het kan er ook 1 zijn.",
            "also be 1.",
        ),
        (0.9, 0.6, "Er kan ook niets liggen, of 2.", "none, or 2."),
        (1.0, 0.05, "Naar schatting 1 stuk groot afval op 10 bij 10 meter.", "1 piece of large litter"),
        (0.0, 0.0, "geen groot afval op 10 bij 10 meter.", "no large litter"),
    ],
)
def test_how_sure_we_are_is_said_in_words(pieces: float, sd: float, dutch: str, english: str) -> None:
    state = a_state(pieces, sd)
    assert dutch in state.words("nl")
    assert english in state.words("en")


@pytest.mark.pure
@given(st.floats(0.0, 500.0), st.floats(0.0, 500.0))
def test_what_is_likely_has_two_ends_and_neither_is_far_too_much(pieces: float, sd: float) -> None:
    low, high = likely(pieces, sd)
    assert 0 <= low <= high
    assert low <= pieces + 5  # round figures
    assert high <= pieces + 2.2 * sd + 5
    if sd <= pieces:
        assert high >= round(pieces) - 5
