"""The line of a small chart. Pure.

>>> pen_line([("ma", 1), ("di", None), ("wo", 5)], 1, 5, (0, 100), (0, 40)).path
'M0.0 40.0M100.0 0.0'
"""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Drawn:
    """An SVG path and the points on it, in the units of the drawing."""

    path: str
    dots: tuple[tuple[float, float], ...]


def pen_line(
    points: Sequence[tuple[object, float | None]],
    bottom: float,
    top: float,
    across: tuple[float, float],
    along: tuple[float, float],
) -> Drawn:
    """Through the known values from left to right, lifted where one is unknown; what lies outside lies on the edge."""
    (left, right), (up, down) = across, along
    wide = (right - left) / max(1, len(points) - 1)
    tall = (down - up) / ((top - bottom) or 1)
    path, dots, on = [], [], False
    for number, (_, value) in enumerate(points):
        if value is None:
            on = False
            continue
        x = round(left + number * wide, 1)
        y = round(down - (min(max(value, bottom), top) - bottom) * tall, 1)
        path.append(f"{'L' if on else 'M'}{x} {y}")
        dots.append((x, y))
        on = True
    return Drawn("".join(path), tuple(dots))
