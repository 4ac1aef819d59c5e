"""Whether following is better than fixed rounds, and how fast the night is: two commands that keep nothing."""

import json
from pathlib import Path

import pytest

from vuurtoren.cli.commands import run
from vuurtoren.journal.models import Moment
from vuurtoren.places.demo import demo_neighbourhood

pytestmark = [pytest.mark.django_db, pytest.mark.once]
FIGURES = {
    "minutes", "mean_grade", "below_floor_share", "worst_decile_grade", "lag_median_steps", "lag_p95_steps",
}  # fmt: skip


@pytest.fixture
def streets(tmp_path: Path) -> str:
    """The streets of the invented neighbourhood, as a file."""
    file = tmp_path / "streets.geojson"
    file.write_text(json.dumps(demo_neighbourhood(1)), encoding="utf-8")
    return str(file)


def test_four_ways_of_working_are_told_as_one_object(
    streets: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["response", "backtest", "--streets", streets, "--days", "14", "--seed", "3", "--json"]
    assert run(words) == 0
    first = capsys.readouterr().out
    told = json.loads(first)
    assert set(told["policies"]) == {"fixed", "complaints", "all_or_nothing", "responsive"}
    assert all(set(one) == FIGURES for one in told["policies"].values())
    assert 0 < told["equal_quality_minutes_ratio"] <= 2
    assert run(words) == 0
    assert capsys.readouterr().out == first
    assert not Moment.objects.exists()
    assert run([*words, "--all-known"]) == 0
    known = json.loads(capsys.readouterr().out)
    assert {**known, "policies": None}.items() >= {"streets": told["streets"], "seed": 3}.items()
    assert 0 < known["equal_quality_minutes_ratio_all_known"] <= 2
    assert set(known["policies"]["all_known"]) == FIGURES


def test_what_cannot_be_tried_gets_one_sentence(
    streets: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.geojson"
    empty.write_text('{"type": "FeatureCollection", "features": []}', encoding="utf-8")
    backtest = ["response", "backtest", "--streets"]
    for words in (
        [*backtest, str(empty)],
        [*backtest, str(tmp_path / "nowhere.geojson")],
        [*backtest, streets, "--days", "3"],
        [*backtest, streets, "--seeds", "0"],
        [*backtest, streets, "--minutes", "nan"],
        [*backtest, streets, "--seed", "-1"],
        ["response", "bench", "--streets", "3"],
        ["response", "bench", "--stops", "-3"],
    ):
        assert run(words) == 2, words
        said = capsys.readouterr()
        assert not said.out
        assert len(said.err.strip().splitlines()[-1]) > 10
        assert "\u27e8" not in said.err


def test_the_bench_tells_seconds_memory_gap_and_rival(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["response", "bench", "--streets", "200", "--stops", "20", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"streets", "seconds", "peak_mb", "gap", "rival", "rounds"}
    assert {"estimate", "plan", "allocate", "route"} == set(told["seconds"])
    assert 0 <= told["gap"] < 0.05
    assert told["rounds"]["left"] == 0
