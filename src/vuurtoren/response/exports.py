"""A plan as a file: CSV for a spreadsheet, GeoJSON for a map, GPX for a navigator."""

import csv
import io
import json
from typing import Any

import gpxpy.gpx

from vuurtoren.language import say
from vuurtoren.response.queries import LineSeen, PlanSeen

COLUMNS = ("date", "crew", "order", "name", "grade", "pieces", "minutes", "why", "reason", "done")
STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def plan_as_csv(plan: PlanSeen, language: str) -> str:
    """RFC 4180, heads in the reader's language; a cell that a spreadsheet would take for a formula gets a `'`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([say(language, f"response-csv-{column}") for column in COLUMNS])
    for line in plan.lines:
        writer.writerow([escaped(str(value)) for value in _row(plan, line, language)])
    return out.getvalue()


def plan_collection(plan: PlanSeen, language: str) -> dict[str, Any]:
    """A GeoJSON FeatureCollection (RFC 7946, WGS84): a street a feature."""
    return {
        "type": "FeatureCollection",
        "features": [_feature(line, language) for line in plan.lines],
    }


def plan_as_geojson(plan: PlanSeen, language: str) -> str:
    """The collection as text."""
    return json.dumps(plan_collection(plan, language), ensure_ascii=False)


def plan_as_gpx(plan: PlanSeen, language: str) -> str:
    """GPX 1.1: a route a crew, its streets as points in order, with why as the description."""
    file = gpxpy.gpx.GPX()
    file.creator = "Vuurtoren"
    file.name = f"{plan.plan.neighbourhood.name} {plan.date.isoformat()}"
    for crew in plan.crews:
        round_ = gpxpy.gpx.GPXRoute(name=crew.name or say(language, "response-no-crew"))
        for line in crew.lines:
            name = line.called(language)
            point = gpxpy.gpx.GPXRoutePoint(line.lat, line.lon, name=name, description=line.why(language))
            round_.points.append(point)
        file.routes.append(round_)
    return str(file.to_xml(version="1.1"))


def escaped(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula.

    >>> escaped("=1+1"), escaped("Kadeweg")
    ("'=1+1", 'Kadeweg')
    """
    return f"'{cell}" if cell.startswith(STARTS_A_FORMULA) else cell


def taken_back(cell: str) -> str:
    """A cell as it was before `escaped`: the file that a spreadsheet saved says the same again.

    >>> taken_back("'=1+1"), taken_back("'t Hoekje")
    ('=1+1', "'t Hoekje")
    """
    return cell[1:] if cell.startswith("'") and cell[1:].startswith(STARTS_A_FORMULA) else cell


def _row(plan: PlanSeen, line: LineSeen, language: str) -> list[object]:
    return [
        plan.date.isoformat(),
        line.crew,
        line.order,
        line.called(language),
        line.grade_expected,
        round(line.pieces),
        round(line.minutes),
        line.why(language),
        line.reason,
        say(language, "response-yes" if line.done else "response-no"),
    ]


def _feature(line: LineSeen, language: str) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": dict(line.shape),
        "properties": {
            "name": line.called(language),
            "grade": line.grade_expected,
            "step": line.step,
            "crew": line.crew,
            "order": line.order,
            "done": line.done,
            "minutes": round(line.minutes),
            "why": line.why(language),
        },
    }
