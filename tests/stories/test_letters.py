"""In the demo too whatever Today asks of anybody has its line in the letter, on a page and by mail."""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.stories.browser import House

LOOK = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
django.setup()
from django.utils import timezone
from tests.reflection.agreeing import disagreeing
from vuurtoren.places.models import Neighbourhood
wrong, came = disagreeing(Neighbourhood.objects.get(slug="lichthaven"), timezone.now())
print(*sorted(came), *wrong, sep="\\n")
raise SystemExit(len(wrong))
"""
ROOT = Path(__file__).parents[2]


def test_everybody_of_the_demo_reads_in_their_letter_what_today_asks(filled: Path, tmp_path: Path) -> None:
    shutil.copytree(filled, tmp_path / "house")
    house = House(tmp_path / "house")
    found = subprocess.run(
        [sys.executable, "-c", LOOK],
        env={**house.environment, "PYTHONPATH": str(ROOT)},
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert found.returncode == 0, found.stdout + found.stderr[-2000:]
    assert {"gifts", "promises", "city", "promised"} <= set(found.stdout.split("\n"))
