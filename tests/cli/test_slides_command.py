"""`vuurtoren power slides`: tried on invented histories, or looked for in the journal."""

import json

import pytest

from tests.makers import NOW, a_neighbourhood
from tests.reflection.sliding import slid
from vuurtoren.cli.commands import run
from vuurtoren.engine.slides import KINDS
from vuurtoren.journal.models import Moment
from vuurtoren.reflection.models import Slide

pytestmark = pytest.mark.django_db
TRIAL = ["power", "slides", "--trial", "--histories", "3", "--seed", "2"]


def test_the_trial_tells_precision_and_recall_by_kind_beside_a_limit(
    capsys: pytest.CaptureFixture[str],
) -> None:
    told = []
    for _ in range(2):
        assert run([*TRIAL, "--json"]) == 0
        found = json.loads(capsys.readouterr().out)
        del found["seconds"], found["peak_mb"]
        told.append(found)
    assert told[0] == told[1]
    assert (found["histories"], found["seed"], list(found["ways"])) == (3, 2, ["ours", "limit"])
    for way in found["ways"].values():
        assert list(way["kinds"]) == list(KINDS)
        assert sum(one["right"] for one in way["kinds"].values()) == way["right"]
        assert 0 <= way["precision"] <= 1
        assert 0 <= way["recall"] <= 1
    assert not Moment.objects.exists()


@pytest.mark.parametrize(("code", "word"), [("nl", "een ander beslist"), ("en", "another decides")])
def test_the_trial_in_words(
    code: str, word: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LC_ALL", f"{code}_XX.UTF-8")
    assert run(TRIAL) == 0
    assert word in capsys.readouterr().out


def test_what_is_found_in_the_journal_is_kept_and_not_told_on_the_terminal(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    here = a_neighbourhood()
    who = slid(here)
    assert run(["power", "slides", "--neighbourhood", here.name, "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"neighbourhood": here.name, "looked": True}
    assert Slide.objects.get().person == who
