"""On a machine where nothing was prepared the first command works, and an older database is left alone."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from vuurtoren.cli.commands import run
from vuurtoren.places.demo import demo_neighbourhood
from vuurtoren.places.models import Neighbourhood

VUURTOREN = [sys.executable, "-c", "from vuurtoren.cli import main; main()"]


def command(data: Path, *arguments: str) -> tuple[int, str, str]:
    left_out = {"DATABASE_URL", "VUURTOREN_DATA"}
    own = {name: value for name, value in os.environ.items() if name not in left_out}
    environment = {**own, "VUURTOREN_DATA": str(data), "LC_ALL": "en_GB.UTF-8"}
    done = subprocess.run(
        [*VUURTOREN, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


@pytest.mark.pure
def test_the_first_command_of_a_stranger_makes_the_tables(tmp_path: Path) -> None:
    file = tmp_path / "streets.geojson"
    file.write_text(json.dumps(demo_neighbourhood(1)))
    asked = ["places", "import", str(file), "--neighbourhood", "Lichthaven", "--json"]
    status, out, _ = command(tmp_path / "data", *asked)
    assert status == 0
    assert json.loads(out)["changed"] > 20
    status, out, err = command(tmp_path / "data", *asked)
    assert (status, json.loads(out)["changed"], err) == (0, 0, "")


@pytest.mark.pure
def test_an_older_database_is_not_changed_by_the_way(tmp_path: Path) -> None:
    assert command(tmp_path, "journal", "verify")[0] == 0
    with sqlite3.connect(tmp_path / "vuurtoren.sqlite3") as rows:
        rows.execute("DELETE FROM django_migrations WHERE app = 'response' AND name LIKE '0002%'")
    status, out, err = command(tmp_path, "response", "plan")
    assert (status, out) == (2, "")
    assert err.strip() == "The database is of an older version. Make a copy and then run: vuurtoren prepare"


@pytest.mark.pure
@pytest.mark.parametrize(
    "wrong",
    [
        ["nosuch"],
        ["places", "import"],
        ["places", "import", "streets.geojson"],
        ["places", "fetch", "Lichthaven", "--source", "elsewhere"],
        ["demo", "--days", "1"],
        ["demo", "--seed", "words"],
        ["journal", "verify", "--nosuch"],
    ],
)
def test_a_command_that_is_not_understood_is_one_sentence_and_exit_2(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(wrong) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert len(err.strip().splitlines()) == 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["!!!", "x" * 81, "two\nlines", "  ", "a\u202eb"])
def test_a_name_that_can_be_no_name_makes_no_neighbourhood(tmp_path: Path, name: str) -> None:
    file = tmp_path / "streets.geojson"
    file.write_text(json.dumps(demo_neighbourhood(1)))
    assert run(["places", "import", str(file), "--neighbourhood", name]) == 2
    assert not Neighbourhood.objects.exists()
    assert run(["places", "import", str(file), "--neighbourhood", "Wijk " * 15 + "hier"]) == 0
