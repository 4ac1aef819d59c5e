"""On a machine where nothing was prepared the first command works, and an older database is left alone."""

import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from vuurtoren.places.demo import demo_neighbourhood

pytestmark = pytest.mark.pure
VUURTOREN = [sys.executable, "-c", "from vuurtoren.cli import main; main()"]


def command(data: Path, *arguments: str) -> tuple[int, str, str]:
    left_out = {"DATABASE_URL", "VUURTOREN_DATA"}
    own = {name: value for name, value in os.environ.items() if name not in left_out}
    environment = {**own, "VUURTOREN_DATA": str(data), "LC_ALL": "en_GB.UTF-8"}
    done = subprocess.run(
        [*VUURTOREN, *arguments], env=environment, capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def test_the_first_command_of_a_stranger_makes_the_tables(tmp_path: Path) -> None:
    file = tmp_path / "streets.geojson"
    file.write_text(json.dumps(demo_neighbourhood(1)))
    asked = ["places", "import", str(file), "--neighbourhood", "Lichthaven", "--json"]
    status, out, _ = command(tmp_path / "data", *asked)
    assert status == 0
    assert json.loads(out)["changed"] > 20
    status, out, err = command(tmp_path / "data", *asked)
    assert (status, json.loads(out)["changed"], err) == (0, 0, "")


def test_an_older_database_is_not_changed_by_the_way(tmp_path: Path) -> None:
    assert command(tmp_path, "journal", "verify")[0] == 0
    with sqlite3.connect(tmp_path / "vuurtoren.sqlite3") as rows:
        rows.execute("DELETE FROM django_migrations WHERE app = 'response' AND name LIKE '0002%'")
    status, out, err = command(tmp_path, "response", "plan")
    assert (status, out) == (2, "")
    assert err.strip() == "The database is of an older version. Make a copy and then run: vuurtoren prepare"
