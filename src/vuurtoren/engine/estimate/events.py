"""What people saw and did, as arrays; and what is assumed about how they see and how litter comes."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.estimate.kinds import CLEAN, COUNT, GRADE
from vuurtoren.engine.units import GRADES

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]

FADES = 0.04
"""What lies in a street is renewed quickly, also where nobody cleans (regular counts in Nantes: Litter in French urban
areas, part 1, on composition, sources and variations); the figure itself is an assumption."""


@dataclass(frozen=True)
class Events:
    """What was seen and done, `n` events: `street` (index), `day` (float, any origin), `what` (COUNT, GRADE, CLEAN),
    `value` (pieces counted; index of the grade, 0 = A+; share taken away, 0 to 1), `area` (m² of a count)."""

    street: Ints
    day: Floats
    what: Ints
    value: Floats
    area: Floats

    @staticmethod
    def none() -> "Events":
        """No event at all.

        >>> Events.none().street.size
        0
        """
        whole, real = np.zeros(0, dtype=np.int64), np.zeros(0)
        return Events(whole, real, whole, real, real)


@dataclass(frozen=True)
class Assumptions:
    """How litter comes and how people see it, where nothing better is known of a neighbourhood.

    `dispersion`: variance of the pieces that arrive, divided by their mean (1 would be one by one, independently).
    `restless`: what a day's arrival varies with weather and market days: its standard deviation as a share of its mean.
    `fades`: the share of what lies that leaves by itself in a day (blown away, swept up by somebody, gone into a drain).
    `memory_days`: after so many days what was seen weighs 1/e in what is thought of the rate.
    `days_before`: how long a street had probably not been cleaned when it is first heard of.
    `clean_sd`: how far the share that a cleaning takes away lies from what was told.
    `same`, `next`: the chance that a grade is read as it is, and as a given neighbouring grade; the rest is spread.
    """

    dispersion: float = 2.5
    restless: float = 0.5
    fades: float = FADES
    memory_days: float = 120.0
    days_before: float = 7.0
    clean_sd: float = 0.08
    same: float = 0.8
    next: float = 0.08

    def readings(self) -> Floats:
        """(5, 5) The chance that grade h (column) is read as grade g (row); columns add up to 1.

        >>> bool(np.allclose(Assumptions().readings().sum(axis=0), 1.0))
        True
        """
        apart = np.abs(np.subtract.outer(np.arange(len(GRADES)), np.arange(len(GRADES))))
        table = np.where(apart == 0, self.same, np.where(apart == 1, self.next, 0.01))
        return np.asarray(table / table.sum(axis=0))


def checked(events: Events, streets: int, day: float) -> None:
    """Raise ValueError where an event cannot have been: no such street, after `day`, or a value out of range."""
    street, what, value = events.street, events.what, events.value
    if street.size and (street.min() < 0 or street.max() >= streets):
        raise ValueError("an event of a street that is not there")
    if np.any(events.day > day) or not np.all(np.isfinite(events.day)):
        raise ValueError("an event after the day of the estimate")
    if np.any(value < 0) or not np.all(np.isfinite(value)):
        raise ValueError("a value below zero")
    if np.any((what == CLEAN) & (value > 1)) or np.any((what == COUNT) & ~(events.area > 0)):
        raise ValueError("a share above one, or a count on no area")
    if np.any((what == GRADE) & (value >= len(GRADES))) or np.any((what < COUNT) | (what > CLEAN)):
        raise ValueError("a grade that does not exist, or an event of no kind")


def by_street(events: Events, streets: int) -> tuple[Ints, Ints]:
    """Where each street's events start, (streets + 1), in the order that is returned beside it, (n): by street, then
    by day, then what and value, so that the order in which events were told plays no part."""
    from vuurtoren.engine.estimate import kernels  # here: it loads Numba

    starts, order = np.zeros(streets + 1, dtype=np.int64), np.empty(len(events.street), dtype=np.int64)
    by_day = np.argsort(events.day, kind="stable")
    kernels.in_order(events.street, events.day, events.what, events.value, by_day, starts, order)
    return starts, order
