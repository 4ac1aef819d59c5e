"""A boundary that fits nothing changes nothing."""

import json
from pathlib import Path

import pytest

from tests.makers import NOW, a_neighbourhood
from vuurtoren.cli.commands import run
from vuurtoren.places.acts import import_streets
from vuurtoren.places.demo import demo_neighbourhood
from vuurtoren.places.merging import merge
from vuurtoren.places.models import Place
from vuurtoren.places.reading import read_collection
from vuurtoren.power.queries import machine


@pytest.mark.django_db
def test_a_boundary_of_another_town_takes_no_street_away(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    here = a_neighbourhood("Lichthaven")
    streets = demo_neighbourhood(1)
    import_streets(machine(), here, merge(read_collection(streets)), at=NOW)
    ring = [[5.0, 52.0], [5.1, 52.0], [5.1, 52.1], [5.0, 52.0]]
    edge = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
    (tmp_path / "streets.geojson").write_text(json.dumps(streets))
    (tmp_path / "edge.geojson").write_text(json.dumps(edge))
    asked = ["places", "import", str(tmp_path / "streets.geojson"), "--neighbourhood", "Lichthaven"]
    assert run([*asked, "--boundary", str(tmp_path / "edge.geojson")]) == 2
    assert "streets.geojson" in capsys.readouterr().err
    assert not Place.objects.filter(gone_at__isnull=False).exists()
