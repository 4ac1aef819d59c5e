"""Rows into the arrays that the engine reckons with: only what was done and seen, never a promise."""

from collections.abc import Iterable, Sequence
from datetime import datetime

import numpy as np

from vuurtoren.care.queries.seen import RoundDone
from vuurtoren.engine.estimate import Events
from vuurtoren.engine.estimate.litter import CLEAN, COUNT, GRADE
from vuurtoren.engine.units import GRADES
from vuurtoren.places.models import Place
from vuurtoren.response.models import Observation
from vuurtoren.response.rules import share_picked

DAY_S = 86_400.0


def kinds_of(places: Sequence[Place]) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """A number for the kind of each place: its kind and street class together."""
    names = sorted({(place.kind, place.street_class) for place in places})
    return np.array([names.index((place.kind, place.street_class)) for place in places], dtype=np.int64)


def events_of(
    places: Sequence[Place], seen: Iterable[Observation], rounds: Iterable[RoundDone], since: datetime
) -> Events:
    """Observations and rounds as events; days are counted from `since`. What a round saw, it saw after picking."""
    number = {place.pk: row for row, place in enumerate(places)}
    rows: list[tuple[int, float, int, float, float]] = []

    def look(place: int, day: float, grade: str | None, pieces: int | None, area: float) -> None:
        if pieces is not None:
            rows.append((number[place], day, COUNT, float(pieces), area))
        elif grade:
            rows.append((number[place], day, GRADE, float(GRADES.index(grade)), area))

    for one in seen:
        if one.place_id in number:
            look(one.place_id, (one.at - since).total_seconds() / DAY_S, one.grade, one.pieces, one.area_m2)
    for done in rounds:
        if done.place_id in number:
            day, area = (done.at - since).total_seconds() / DAY_S, places[number[done.place_id]].area_m2
            rows.append(
                (number[done.place_id], day, CLEAN, share_picked(done.minutes, done.people, area), 100.0)
            )
            look(done.place_id, day + 1e-4, done.grade, done.pieces, 100.0)
    table = np.array(rows, dtype=np.float64).reshape(-1, 5)
    return Events(
        table[:, 0].astype(np.int64), table[:, 1], table[:, 2].astype(np.int64), table[:, 3], table[:, 4]
    )
