"""From degrees to metres: RD New (EPSG:28992). Pure."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from pyproj import Transformer

from vuurtoren.places.reading import Line


def in_rd(lines: Sequence[Line]) -> list[NDArray[np.float64]]:
    """Each line's points in RD New metres, shape (points, 2)."""
    flat = np.array([point for line in lines for point in line])
    east, north = _to_rd().transform(*flat.T)
    cuts = np.cumsum([len(line) for line in lines])[:-1]
    return np.split(np.column_stack([east, north]), cuts)


@cache
def _to_rd() -> Transformer:
    return Transformer.from_crs("EPSG:4326", "EPSG:28992", always_xy=True)
