"""`vuurtoren initiatives`: what neighbours started, and what institutions still answer; in words and as JSON."""

import json

import pytest

from tests.initiatives.makers import a_start
from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from tests.stay.makers import work_of
from vuurtoren.cli.commands import run
from vuurtoren.initiatives import acts

pytestmark = pytest.mark.django_db


def said(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    capsys.readouterr()
    assert run([*words]) == 0
    return capsys.readouterr().out.strip()


def test_what_was_started_and_how_it_goes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "nl_NL.UTF-8")
    here = a_neighbourhood("Botuwijk")
    assert said(capsys, "initiatives", "list") == "Botuwijk: nog niets."
    assert said(capsys, "initiatives", "debt") == "Botuwijk: er wacht geen vraag."
    joris = a_person(here, called="Joris")
    a_start(joris, here, "Soep", state="doing")
    over = a_start(joris, here, "Schommel")
    acts.turn_to(seen_as(joris), over, turn="stop", at=NOW)
    assert said(capsys, "initiatives", "list") == "Bezig: Soep"
    assert said(capsys, "initiatives", "list", "--over") == "Gestopt: Schommel"
    assert "Soep" not in said(capsys, "initiatives", "list", "--words", "fiets")
    told = json.loads(said(capsys, "initiatives", "list", "--json"))
    assert told["initiatives"][0]["people_at_least"] == 0
    assert "Joris" not in json.dumps(told)


def test_what_an_institution_owes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    here = a_neighbourhood()
    joris, work = a_person(here), work_of(a_worker(here))
    acts.ask(
        seen_as(joris),
        a_start(joris, here),
        kind="money",
        cents=100_00,
        words="Een pan",
        institution=work.institution,
        at=NOW,
    )
    assert said(capsys, "initiatives", "debt").startswith("Stadsbeheer: 1 waiting")
    (owed,) = json.loads(said(capsys, "initiatives", "debt", "--json"))["debt"]
    assert (owed["institution"], owed["waiting"]) == ("Stadsbeheer", 1)
