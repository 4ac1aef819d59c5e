"""What was seen elsewhere comes in whole or not at all, and a wrong row is told by its number."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from tests.makers import a_neighbourhood, a_place
from vuurtoren.cli.commands import run
from vuurtoren.journal.models import Moment
from vuurtoren.places.models import Neighbourhood
from vuurtoren.response.models import Observation

pytestmark = pytest.mark.django_db


def a_file(folder: Path, text: str, encoding: str = "utf-8") -> str:
    file = folder / "schouw.csv"
    file.write_bytes(text.encode(encoding))
    return str(file)


def here_with_streets() -> Neighbourhood:
    here = a_neighbourhood("Schouwwijk")
    a_place(here, "Kadeweg")
    a_place(here, "=Formulestraat")
    return here


def observed(folder: Path, text: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    code = run(["response", "observe", a_file(folder, text), "--neighbourhood", "Schouwwijk", "--json"])
    said = capsys.readouterr()
    return code, said.out, said.err


def test_rows_come_in_once_in_dutch_and_english(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    here_with_streets()
    text = (
        "﻿Straat;Datum;Tijd;Kwaliteit;Stuks;Oppervlak\r\n"
        "Kadeweg;20-11-2026;14:30;a+;;\r\n"
        "\r\n"
        "'=Formulestraat;2026-11-21;;;12;150,5\r\n"
    )
    code, out, _ = observed(tmp_path, text, capsys)
    assert code == 0
    assert json.loads(out) == {"rows": 2, "new": 2}
    first, second = Observation.objects.order_by("at")
    assert (first.grade, first.area_m2, timezone.localtime(first.at).hour) == ("A+", 100.0, 14)
    assert (second.pieces, second.area_m2, second.place.name) == (12, 150.5, "=Formulestraat")
    assert json.loads(observed(tmp_path, text, capsys)[1]) == {"rows": 2, "new": 0}
    english = "street,date,pieces,grade\nkadeweg,2026-11-22T08:00:00+01:00,3,B\n"
    assert json.loads(observed(tmp_path, english, capsys)[1]) == {"rows": 1, "new": 1}
    assert {one.source for one in Observation.objects.all()} == {"import"}


TOMORROW = (timezone.localdate() + timedelta(days=2)).isoformat()
WRONG = {
    "Kadeweg,2026-11-20,A,": None,
    "Onbekend,2026-11-20,A,": "street",
    ",2026-11-20,A,": "missing",
    "Kadeweg,31-02-2026,A,": "31-02-2026",
    "Kadeweg,,A,": "not a day",
    "Kadeweg,1026-11-20,A,": "not a day",
    f"Kadeweg,{TOMORROW},A,": "not a day",
    "Kadeweg,2026-11-20,,": "no grade",
    "Kadeweg,2026-11-20,E,": "A+, A, B",
    "Kadeweg,2026-11-20,,-4": "whole number",
    "Kadeweg,2026-11-20,,4.5": "whole number",
    "Kadeweg,2026-11-20,,99999": "whole number",
    "Kadeweg,2026-11-20,A+,40": "belongs to D",
    "Kadeweg,2026-11-20,A,,x": "cannot be read",
    'Kadeweg,2026-11-20,"A': "cannot be read",
    "K" * 500 + ",2026-11-20,A,": "cannot be read",
}


@pytest.mark.parametrize("row", [row for row, words in WRONG.items() if words])
def test_one_wrong_row_is_told_by_its_number_and_changes_nothing(
    row: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    here_with_streets()
    before = Moment.objects.count()
    code, out, err = observed(tmp_path, f"street,date,grade,pieces\nKadeweg,2026-11-19,B,\n\n{row}\n", capsys)
    assert (code, out) == (2, "")
    assert "4" in err.split(":")[0]
    assert WRONG[row] in err
    assert len(err.strip().splitlines()) == 1
    assert not Observation.objects.exists()
    assert Moment.objects.count() == before


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("", "utf-8"),
        ("street,date,grade\n", "utf-8"),
        ("street,grade\nKadeweg,A\n", "utf-8"),
        ("street,date\nKadeweg,2026-11-20\n", "utf-8"),
        ("street,date,grade,grade\nKadeweg,2026-11-20,A,B\n", "utf-8"),
        ("street,date,grade\nKädeweg,2026-11-20,A\n", "latin-1"),
        ("street,date,grade\nKade\0weg,2026-11-20,A\n", "utf-8"),
    ],
)
def test_a_file_that_is_no_list_of_observations_is_refused_with_its_name(
    text: str, encoding: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here_with_streets()
    code = run(["response", "observe", a_file(tmp_path, text, encoding), "--neighbourhood", "Schouwwijk"])
    said = capsys.readouterr()
    assert code == 2
    assert said.err.startswith("schouw.csv: ")
    assert not Observation.objects.exists()


def test_a_file_that_is_not_there_is_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    here_with_streets()
    assert run(["response", "observe", "nergens.csv", "--neighbourhood", "Schouwwijk"]) == 2
    assert "nergens.csv" in capsys.readouterr().err


def test_a_file_too_large_is_not_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    here_with_streets()
    monkeypatch.setattr("vuurtoren.response.imports.LARGEST_FILE", 100)
    code = run(["response", "observe", a_file(tmp_path, "x" * 200), "--neighbourhood", "Schouwwijk"])
    assert code == 2
    assert "MB" in capsys.readouterr().err


def test_a_crew_stops_and_is_renamed_at_the_machine(capsys: pytest.CaptureFixture[str]) -> None:
    here_with_streets()
    where = ["--neighbourhood", "Schouwwijk"]
    assert run(["response", "crew", "Kade", "--street", "Kadeweg", *where]) == 0
    assert run(["response", "rename-crew", "Kade", "Kade-West", *where]) == 0
    assert run(["response", "end-crew", "Kade-West", *where]) == 0
    assert run(["response", "end-crew", "Kade-West", *where]) == 2
    assert run(["response", "end-crew", "Kade", *where]) == 2
    assert run(["response", "agree", "--aim", "least", "--horizon", "5", *where]) == 0
    kinds = Moment.objects.filter(kind__startswith="response.crew").order_by("number")
    assert list(kinds.values_list("kind", flat=True)) == [
        "response.crew_added",
        "response.crew_renamed",
        "response.crew_ended",
    ]
