"""The invented neighbourhood Lichthaven, from a seed: an old harbour quarter as Dutch towns have them. Pure.

A quay bends along the river and around a harbour basin; a ropewalk lane (touwslagerslaan) runs dead straight because
rope is long; the shopping street winds; a diagonal avenue leaves the square; a singel closes the quarter to the north.
Streets are drawn in metres east and north of a corner, then everything is bent together by a slow wave whose
phases come from the seed, and turned a little, so that what meets still meets. Blocks are what the streets leave over:
houses along the edge, gardens within.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray

Metres = NDArray[np.float64]
"""Points in metres east and north of the corner, shape (points, 2)."""

WEST, SOUTH = 4.4300, 51.9000
METRES_LON, METRES_LAT = 1 / 68_700, 1 / 111_250
"""Degrees in a metre at this latitude."""
WAVE_M, WAVELENGTH_M, MOST_TURN = 7.0, 520.0, 0.16
"""How far the slow wave moves a point, how long it is, and the largest turn in radians."""
EVERY_M = 14.0
"""Metres between two points of a drawn curve."""
HALF_M = {"shopping": 9.0, "tertiary": 10.0, "residential": 6.5, "path": 2.0}
"""From the middle of a street to the front of its houses, by class of street."""
HOUSE_M, LEAST_GARDEN_M2, LEAST_BLOCK_M2 = 11.0, 350.0, 260.0
"""How deep a house is; smaller gardens and blocks are not drawn."""
CANAL_HALF_M = 9.0

BRIDGES = ("Kokkelstraat", "Garnaalstraat", "Stuurmanslaan", "Botstraat")
"""The streets that cross the singel."""
SQUARE, PARK = "Bakenplein", "Duinpan"
SQUARE_EDGE = ((462, 416), (556, 424), (551, 490), (504, 494), (458, 486))
PARK_EDGE = ((726, 280), (776, 272), (834, 280), (840, 340), (838, 398), (782, 404), (728, 400), (722, 340))
POND = ((756, 306), (790, 298), (812, 318), (800, 344), (768, 352), (750, 332))
SINGEL = (
    (-600, 660),
    (-110, 588),
    (40, 566),
    (190, 560),
    (350, 574),
    (520, 606),
    (680, 624),
    (840, 612),
    (1040, 578),
    (1600, 500),
)
SHORE = ((-600, 90), (-110, 8), (80, -10), (220, -18), (360, -10), (470, 4), (502, 12))
BASIN = ((502, 12), (514, 96), (528, 164), (602, 160), (600, 90), (602, 20))
EAST_SHORE = ((602, 20), (680, 22), (780, 36), (900, 62), (1040, 100), (1600, 260))
STREETS: Sequence[tuple[str, str, str, tuple[tuple[float, float], ...]]] = (
    (
        "Havenlichtkade",
        "quay",
        "residential",
        (
            *((-60, 18), (80, 3), (220, -5), (360, 3), (455, 15), (487, 36), (499, 104), (511, 160), (526, 178)),
            *((566, 180), (606, 174), (616, 158), (615, 96), (618, 48), (634, 37), (680, 36), (780, 50), (900, 76)),
            (985, 100),
        ),
    ),
    ("Boeienstraat", "street", "residential", ((-60, 98), (70, 90), (150, 84), (310, 84), (420, 94), (497, 96))),
    ("Touwslagerslaan", "street", "residential", ((-60, 172), (400, 222), (500, 233), (985, 286))),
    ("Lantaarnstraat", "street", "residential", ((78, 300), (190, 296), (318, 306), (440, 320))),
    ("Lichtschipstraat", "street", "shopping",
     ((-60, 388), (85, 398), (190, 392), (325, 390), (455, 405), (560, 414), (715, 420), (838, 416), (985, 438))),
    ("Roerstraat", "street", "residential", ((-60, 470), (88, 476), (200, 474), (335, 482), (458, 484))),
    ("Kompasstraat", "street", "residential", ((450, 322), (560, 330), (640, 338), (712, 340))),
    ("Zeilnaaldstraat", "street", "residential", ((577, 508), (720, 516), (846, 510), (985, 512))),
    ("Stuurmanslaan", "street", "tertiary", ((552, 486), (640, 566), (672, 596), (752, 668), (838, 748))),
    ("Wulkstraat", "street", "residential", ((70, 4), (66, 90), (72, 186), (80, 300), (85, 398), (88, 476), (84, 546))),
    ("Kokkelstraat", "street", "residential",
     ((190, -4), (186, 84), (188, 198), (190, 296), (190, 392), (200, 474), (196, 560), (190, 640), (196, 742))),
    ("Alikruikstraat", "street", "residential", ((312, -1), (310, 84), (314, 212), (318, 306), (325, 390), (335, 482))),
    ("Garnaalstraat", "street", "residential",
     ((420, 94), (424, 160), (428, 225), (440, 320), (455, 405), (458, 484), (462, 592), (452, 660), (456, 734))),
    ("Spieringstraat", "street", "residential", ((692, 37), (698, 130), (704, 256), (712, 340), (715, 420), (720, 516))),
    ("Botstraat", "street", "residential",
     ((838, 62), (842, 160), (846, 270), (852, 340), (850, 416), (846, 510), (842, 612), (838, 690), (838, 748))),
    ("Mosselpad", "street", "path", ((120, 186), (124, 240), (138, 298))),
    ("Vuurbaaksingel", "street", "residential",
     ((-60, 560), (84, 543), (196, 539), (350, 552), (460, 574), (560, 590), (648, 602),
      (760, 602), (842, 591), (985, 566))),
    ("Zoutsingel", "street", "residential",
     ((-60, 603), (40, 588), (192, 582), (350, 596), (460, 617), (560, 632), (700, 647), (842, 634), (985, 610))),
    ("Schelpenweg", "street", "residential",
     ((-60, 732), (196, 742), (330, 730), (456, 734), (640, 742), (838, 748), (985, 758))),
    ("", "street", "path", ((250, 84), (252, 150), (250, 204))),
    ("", "street", "path", ((372, 88), (370, 150), (371, 218))),
    ("", "street", "path", ((262, 300), (258, 350), (260, 391))),
    ("", "street", "path", ((566, 237), (564, 285), (560, 330))),
    ("", "street", "path", ((714, 352), (742, 356), (780, 362), (815, 352), (850, 346))),
    ("", "street", "path", ((768, 272), (764, 290), (748, 320), (744, 356))),
    ("", "street", "path", ((900, 278), (906, 350), (912, 428))),
)  # fmt: skip
"""Name, kind, class, and the points that the street's middle goes through."""


def demo_neighbourhood(seed: int) -> dict[str, Any]:
    """Streets as a GeoJSON FeatureCollection in lon, lat; the same seed gives the same streets."""
    lines = [_feature(name, kind, sort, _curve(points), seed) for name, kind, sort, points in STREETS]
    square = _feature(SQUARE, "square", "pedestrian", _ring(SQUARE_EDGE, round_=False), seed)
    park = _feature(PARK, "park", "path", _ring(PARK_EDGE), seed)
    features = [*lines, square, park]
    for number, feature in enumerate(features):
        feature["id"] = f"demo{number}"
    return {"type": "FeatureCollection", "features": features}


def demo_backdrop(seed: int) -> dict[str, Any]:
    """Water, park, square and blocks as polygons for the map."""
    green = [("park", shapely.Polygon(_ring(PARK_EDGE))), ("park", _banks())]
    paved = [("square", shapely.Polygon(_ring(SQUARE_EDGE, round_=False)))]
    wet = [("water", one) for one in (*_waters(), shapely.Polygon(_ring(POND)))]
    every = [*green, *paved, *(("block", one) for one in _blocks()), *wet]
    areas = [_area(kind, one, seed) for kind, shape in every for one in shapely.get_parts(shape)]
    return {"type": "FeatureCollection", "features": areas}


def _waters() -> list[Any]:
    """The river with the basin, and the singel with its bridges left out."""
    deep = ((1600, -600), (-600, -600))
    shore = np.vstack(
        [_curve(SHORE), np.array(BASIN, dtype=float), _curve(EAST_SHORE), np.array(deep, dtype=float)]
    )
    singel = shapely.LineString(_curve(SINGEL)).buffer(CANAL_HALF_M, cap_style="flat")
    over = [shapely.LineString(_curve(points)) for name, _, _, points in STREETS if name in BRIDGES]
    bridges = [one.buffer(HALF_M["residential"], cap_style="flat") for one in over]
    return [shapely.Polygon(shore), singel.difference(shapely.union_all(bridges))]


def _banks() -> Any:
    """The green on both sides of the singel, between the water and the street."""
    singel = shapely.LineString(_curve(SINGEL))
    return singel.buffer(CANAL_HALF_M + 5, cap_style="flat").difference(
        shapely.union_all([*_waters(), _paved()])
    )


def _blocks() -> Iterator[Any]:
    """What the streets leave over: a ring of houses around gardens, or a full block where that is too small."""
    whole, seen = shapely.box(-140, -40, 1080, 860), shapely.box(-50, -40, 975, 785)
    parks = shapely.Polygon(_ring(PARK_EDGE)).buffer(6)
    square = shapely.Polygon(_ring(SQUARE_EDGE, round_=False)).buffer(8)
    banks = shapely.LineString(_curve(SINGEL)).buffer(CANAL_HALF_M + 6, cap_style="flat")
    free = shapely.union_all([_paved(), parks, square, banks, *(one.buffer(8) for one in _waters())])
    blocks = whole.difference(free).buffer(-1.5).buffer(1.5, join_style="mitre")
    for one in shapely.get_parts(blocks):
        if one.area < LEAST_BLOCK_M2:
            continue
        garden = one.buffer(-HOUSE_M, join_style="mitre")
        houses = one.difference(garden) if garden.area > LEAST_GARDEN_M2 else one
        yield from shapely.get_parts(houses.intersection(seen))


@cache
def _paved() -> Any:
    """All streets from front to front."""
    wide = [
        shapely.LineString(_curve(points)).buffer(HALF_M[sort], join_style="mitre", cap_style="flat")
        for _, _, sort, points in STREETS
    ]
    return shapely.union_all(wide)


def _curve(points: Sequence[tuple[float, float]]) -> Metres:
    """A line through all points that bends smoothly, with a point every `EVERY_M` or so."""
    given = np.array(points, dtype=float)
    return _smooth(np.vstack([2 * given[0] - given[1], given, 2 * given[-1] - given[-2]]))


def _ring(points: Sequence[tuple[float, float]], *, round_: bool = True) -> Metres:
    """The same, closed; or with its corners."""
    given = np.array(points, dtype=float)
    return _smooth(np.vstack([given[-1:], given, given[:2]])) if round_ else np.vstack([given, given[:1]])


def _smooth(points: Metres) -> Metres:
    """From the second point to the last but one through all between (Catmull-Rom)."""
    pieces = []
    for before, start, end, after in zip(points, points[1:], points[2:], points[3:], strict=False):
        steps = max(1, round(float(np.hypot(*(end - start))) / EVERY_M))
        t = np.arange(steps)[:, None] / steps
        bends = (
            2 * start,
            (end - before) * t,
            (2 * before - 5 * start + 4 * end - after) * t**2,
            (3 * start - before - 3 * end + after) * t**3,
        )
        pieces.append(sum(bends) / 2)
    return np.vstack([*pieces, points[-2:-1]])


def _lonlat(points: Metres, seed: int) -> list[list[float]]:
    """Metres to lon, lat, bent by the seed's slow wave and turned by its turn."""
    rng = np.random.default_rng(seed)
    phase, turn = rng.uniform(0, 2 * np.pi, 4), rng.uniform(-MOST_TURN, MOST_TURN)
    x, y = points.T / WAVELENGTH_M * 2 * np.pi
    bent = points + WAVE_M * np.column_stack(
        [np.sin(y + phase[0]) + np.sin(x / 2 + phase[1]), np.sin(x + phase[2]) + np.sin(y / 2 + phase[3])]
    )
    middle = np.array([450.0, 350.0])
    (cos, sin) = np.cos(turn), np.sin(turn)
    east, north = ((bent - middle) @ np.array([[cos, sin], [-sin, cos]]) + middle).T
    lon, lat = WEST + east * METRES_LON, SOUTH + north * METRES_LAT
    return [[round(float(one), 7), round(float(two), 7)] for one, two in zip(lon, lat, strict=True)]


def _feature(name: str, kind: str, street_class: str, line: Metres, seed: int) -> dict[str, Any]:
    about = {"name": name, "kind": kind, "class": street_class}
    geometry = {"type": "LineString", "coordinates": _lonlat(line, seed)}
    return {"type": "Feature", "properties": about, "geometry": geometry}


def _area(kind: str, shape: Any, seed: int) -> dict[str, Any]:
    rings = [shape.exterior, *shape.interiors]
    coordinates = [_lonlat(np.array(ring.coords), seed) for ring in rings]
    return {
        "type": "Feature",
        "properties": {"kind": kind},
        "geometry": {"type": "Polygon", "coordinates": coordinates},
    }
