"""`vuurtoren tables weave`: one JSON object, or words in the language of the terminal."""

import json
from typing import Any

import pytest

from vuurtoren.cli.commands import run
from vuurtoren.engine.weave import STAGES

pytestmark = pytest.mark.django_db
SMALL = ["tables", "weave", "--people", "300", "--rounds", "3", "--seed", "4"]
FIGURES = {
    "asked", "left_out", "twice", "twice_with_somebody", "pairs", "sharing", "bridges", "between", "loves", "needless",
}  # fmt: skip


def told(capsys: pytest.CaptureFixture[str], *words: str) -> dict[str, Any]:
    capsys.readouterr()
    assert run([*words, "--json"]) == 0
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    return found


def test_the_command_tells_seconds_memory_and_what_each_way_brings_about(
    capsys: pytest.CaptureFixture[str],
) -> None:
    found = told(capsys, *SMALL)
    assert {"people": 300, "seed": 4, "rounds": 3}.items() <= found.items()
    assert set(found["seconds"]) == {*STAGES, "all"}
    assert found["peak_mb"] > 10
    assert 2 * found["twos"] + 3 * found["threes"] + found["left_out"] == 300
    assert 0 <= found["left_out_at_least"] <= found["left_out"]
    assert list(found["methods"]) == ["woven", "raffle", "random", "nearest"]
    for way in found["methods"].values():
        assert set(way) == FIGURES
        assert way["pairs"] >= way["sharing"] >= way["bridges"] > 0
        assert way["left_out"] >= way["twice"] >= way["twice_with_somebody"]
    assert found["methods"]["woven"]["twice_with_somebody"] == 0


def test_the_same_seed_tells_the_same_but_for_the_clock_and_memory(
    capsys: pytest.CaptureFixture[str],
) -> None:
    one, again = told(capsys, *SMALL), told(capsys, *SMALL)
    other = told(capsys, *SMALL[:-1], "5")
    for found in (one, again, other):
        del found["seconds"], found["peak_mb"]
    assert one == again
    assert one["methods"] != other["methods"]


@pytest.mark.parametrize(("code", "name"), [("nl", "Weven"), ("en", "Weaving")])
def test_words_are_in_the_language_of_the_terminal(
    code: str, name: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", f"{code}_XX.UTF-8")
    assert run(SMALL) == 0
    said = capsys.readouterr()
    lines = said.out.strip().splitlines()
    assert len(lines) == 6
    assert lines[2].startswith(f"{name}: ")
    assert "\u27e8" not in said.out + said.err


@pytest.mark.parametrize("wrong", [["--people", "3"], ["--rounds", "0"], ["--seed", "-1"], ["--people", "x"]])
def test_what_cannot_be_woven_gets_one_sentence(wrong: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["tables", "weave", *wrong]) == 2
    said = capsys.readouterr()
    assert not said.out
    assert len(said.err.strip().splitlines()[-1]) > 10
    assert "\u27e8" not in said.err
