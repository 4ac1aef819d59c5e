"""The invented neighbourhood Lichthaven: a Dutch street plan with a square, a park and a quay, from a seed. Pure."""

from typing import Any

import numpy as np

WEST, SOUTH = 4.4300, 51.9000
METRES_LON, METRES_LAT = 1 / 68_700, 1 / 111_250
"""Degrees in a metre at this latitude."""
LANES = (
    "Touwslagerslaan",
    "Lantaarnstraat",
    "Boeienstraat",
    "Kompasstraat",
    "Zeilnaaldstraat",
    "Roerstraat",
    "Stuurmanslaan",
)
CROSSES = (
    "Mosselpad",
    "Wulkstraat",
    "Kokkelstraat",
    "Alikruikstraat",
    "Garnaalstraat",
    "Spieringstraat",
    "Botstraat",
)
HIGH_STREET, QUAY, SQUARE, PARK = "Lichtschipstraat", "Havenlichtkade", "Bakenplein", "Duinpan"
BLOCK_M, DEPTH_M, PIECES = 130.0, 95.0, 7


def demo_neighbourhood(seed: int) -> dict[str, Any]:
    """Streets as a GeoJSON FeatureCollection in lon, lat; the same seed gives the same streets."""
    rng = np.random.default_rng(seed)
    bend = rng.uniform(12, 26)
    lanes = [_lane(name, row, bend, rng) for row, name in enumerate(LANES)]
    crosses = [_cross(name, column, bend) for column, name in enumerate(CROSSES)]
    wide = BLOCK_M * (PIECES - 1)
    high = _feature(
        HIGH_STREET,
        "street",
        "shopping",
        [_xy(x, 6.6 * DEPTH_M, bend) for x in np.linspace(-40, wide + 40, 9)],
    )
    quay = _feature(
        QUAY, "quay", "residential", [_xy(x, -55.0, bend * 2) for x in np.linspace(-60, wide + 60, 12)]
    )
    square = _feature(SQUARE, "square", "pedestrian", _ring(2 * BLOCK_M + 20, 2 * DEPTH_M + 18, 90, 55, bend))
    park = _feature(PARK, "park", "path", _ring(4 * BLOCK_M + 18, 4 * DEPTH_M + 16, 95, 62, bend))
    backs = [_back(number, rng, bend) for number in range(6)]
    features = [*lanes, *crosses, high, quay, square, park, *backs]
    for number, feature in enumerate(features):
        feature["id"] = f"demo{number}"
    return {"type": "FeatureCollection", "features": features}


def demo_backdrop(seed: int) -> dict[str, Any]:
    """Water, park, square and blocks as polygons for the map."""
    bend = np.random.default_rng(seed).uniform(12, 26)
    wide = BLOCK_M * (PIECES - 1)
    shore = [_xy(x, -62.0, bend * 2) for x in np.linspace(-90, wide + 90, 14)]
    water = [*shore, _xy(wide + 90, -230, 0), _xy(-90, -230, 0), shore[0]]
    areas = [
        _area("water", water),
        _area("square", _ring(2 * BLOCK_M + 20, 2 * DEPTH_M + 18, 90, 55, bend)),
        _area("park", _ring(4 * BLOCK_M + 18, 4 * DEPTH_M + 16, 95, 62, bend)),
    ]
    for column in range(PIECES - 1):
        for row in range(len(LANES) - 1):
            if (column, row) not in ((2, 2), (4, 4)):
                areas.append(_area("block", _ring(column * BLOCK_M + 12, row * DEPTH_M + 12, 106, 71, bend)))
    return {"type": "FeatureCollection", "features": areas}


def _lane(name: str, row: int, bend: float, rng: np.random.Generator) -> dict[str, Any]:
    first, last = int(rng.integers(0, 2)), PIECES - 1 - int(rng.integers(0, 2))
    xs = np.linspace(first * BLOCK_M, last * BLOCK_M, 9)
    return _feature(name, "street", "residential", [_xy(x, row * DEPTH_M, bend) for x in xs])


def _cross(name: str, column: int, bend: float) -> dict[str, Any]:
    x = column * BLOCK_M
    return _feature(
        name, "street", "residential", [_xy(x, y, bend) for y in np.linspace(-50, 6.6 * DEPTH_M, 9)]
    )


def _back(number: int, rng: np.random.Generator, bend: float) -> dict[str, Any]:
    column, row = number % (PIECES - 1), int(rng.integers(0, 5))
    x = column * BLOCK_M + BLOCK_M / 2
    return _feature(
        "", "street", "path", [_xy(x, row * DEPTH_M + 8, bend), _xy(x, (row + 1) * DEPTH_M - 8, bend)]
    )


def _ring(x: float, y: float, wide: float, tall: float, bend: float) -> list[list[float]]:
    corners = [(x, y), (x + wide, y), (x + wide, y + tall), (x, y + tall), (x, y)]
    return [_xy(east, north, bend) for east, north in corners]


def _xy(x: float, y: float, bend: float) -> list[float]:
    """Metres east and north of the corner to lon, lat; everything follows the bend of the quay a little."""
    curved = y + bend * float(np.sin(x / 260.0))
    return [round(float(WEST + x * METRES_LON), 7), round(float(SOUTH + curved * METRES_LAT), 7)]


def _feature(name: str, kind: str, street_class: str, line: list[list[float]]) -> dict[str, Any]:
    about = {"name": name, "kind": kind, "class": street_class}
    return {"type": "Feature", "properties": about, "geometry": {"type": "LineString", "coordinates": line}}


def _area(kind: str, ring: list[list[float]]) -> dict[str, Any]:
    closed = ring if ring[0] == ring[-1] else [*ring, ring[0]]
    return {
        "type": "Feature",
        "properties": {"kind": kind},
        "geometry": {"type": "Polygon", "coordinates": [closed]},
    }
