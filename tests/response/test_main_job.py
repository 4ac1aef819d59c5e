"""The main job with commands alone, on streets from a file: import, agree, a crew, the night, the plan of a day."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.makers import a_neighbourhood
from vuurtoren.cli.commands import run
from vuurtoren.journal.models import Moment

pytestmark = pytest.mark.django_db
DAY = "2031-05-06"
Told = Callable[..., dict[str, Any]]


@pytest.fixture
def told(capsys: pytest.CaptureFixture[str]) -> Told:
    """Run a command with --json and read the one object it prints."""

    def ask(*words: str) -> dict[str, Any]:
        capsys.readouterr()
        assert run([*words, "--json"]) == 0, capsys.readouterr().err
        found: dict[str, Any] = json.loads(capsys.readouterr().out)
        return found

    return ask


def test_a_stranger_plans_a_day_for_real_streets(shared_data: Path, told: Told) -> None:
    streets = str(shared_data / "streets" / "botu_streets_named.geojson")
    assert told("places", "import", streets, "--neighbourhood", "BoTu")["streets"] > 50
    told("response", "agree", "--goal", "A", "--floor", "B")
    told("response", "crew", "Ploeg 1", "--street", "Schans", "--minutes", "300", "--mode", "cart")
    told("response", "night", "--date", DAY)
    plan = told("response", "plan", "--date", DAY)
    assert set(plan) == {"date", "gap", "minutes", "crews", "streets", "waits"}
    assert plan["streets"]
    assert plan["minutes"] <= 300
    for one in plan["streets"]:
        assert set(one) == {
            *("name", "grade_expected", "carried_by", "minutes", "crew", "order", "why_nl", "why_en"),
        }
        assert one["why_nl"]
        assert one["why_en"]
    before = Moment.objects.count()
    told("response", "night", "--date", DAY)
    assert told("response", "plan", "--date", DAY) == plan
    assert Moment.objects.count() <= before + 1


@pytest.mark.parametrize(
    "words",
    [
        ("response", "plan", "--date", DAY),
        ("response", "plan", "--date", "2031-02-31"),
        ("response", "plan", "--date", "9999-12-31"),
        ("response", "night", "--date", "0001-01-01"),
        ("response", "crew", "Ploeg 1", "--street", "Nergensweg"),
        ("response", "agree", "--goal", "Z"),
        ("response", "agree", "--goal", "C", "--floor", "A"),
    ],
)
def test_what_cannot_be_gets_one_sentence_and_changes_nothing(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    a_neighbourhood("Lichthaven")
    before = Moment.objects.count()
    assert run([*words]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert said.err.strip()
    assert "\u27e8" not in said.err
    assert Moment.objects.count() == before
