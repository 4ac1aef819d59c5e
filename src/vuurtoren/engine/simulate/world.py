"""A hidden truth to try ways of working on: how litter really comes, who picks, who looks and who complains.

It is on purpose not the model of the estimate. Litter comes at rates that differ between streets of one kind, follow the
days of the week, share the weather and drift over the months; now and then a bag is torn; some of it blows away. People
look seldom and misread a grade; neighbours pick, some stop halfway and some begin, and not every round is written down;
complaints come from streets where people call sooner than elsewhere. All chance is drawn before anybody works, so that
every way of working meets the very same days (common random numbers: A. M. Law, Simulation Modeling and Analysis).

The figures below are assumptions: no open measurement of litter by street and day was found to fit them to. Rates differ
by a factor of about 25 between the quiet and the busy streets (counts in Nantes differ by 11 between whole areas); two
streets in five have one to three neighbours who pick, each now and then or every week.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vuurtoren.engine.units import GRADES

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]

WEEK = 7


@dataclass(frozen=True)
class Chances:
    """How the hidden world is drawn. Rates in pieces per 100 m² per day, chances per street and day.

    `rate`: the middle rate of a kind, whose logarithm differs between kinds by `between_kinds` and between streets of a
    kind by `between_streets` (standard deviations). `drift`: of the logarithm a day, falling back in `drift_days`.
    `weather`: of the logarithm of all rates on one day, half of it carried to the next. `busy_day`: what the busiest day
    of the week brings more. `lumps`: variance over mean of a day's pieces. `torn`: a torn bag of about `bag` pieces on
    the street. `blown`: what leaves by itself in a day. `carried`: streets where neighbours pick, a share `held` of
    which was handed over; `starts`, `stops`: of those, begin or end within the days. `rounds`: least and
    largest chance of a round;
    `picked`: its least and largest share of the litter; `logged`: is it written down, with a share that is off by
    `guess`. `looks`, `counts`: somebody looks,
    and if so counts on 100 m² instead of choosing a grade; `misread`: the grade is a neighbouring one. `calls`: chance
    of a complaint when it is one grade worse than B, by a factor whose logarithm differs by `callers`.
    """

    rate: float = 1.0
    between_kinds: float = 0.6
    between_streets: float = 0.8
    drift: float = 0.03
    drift_days: float = 90.0
    weather: float = 0.25
    busy_day: float = 0.6
    lumps: float = 3.0
    torn: float = 0.004
    bag: float = 40.0
    blown: float = 0.05
    carried: float = 0.4
    held: float = 0.25
    starts: float = 0.2
    stops: float = 0.2
    rounds: tuple[float, float] = (0.05, 0.35)
    picked: tuple[float, float] = (0.3, 0.85)
    logged: float = 0.9
    guess: float = 0.15
    looks: float = 0.05
    counts: float = 0.3
    misread: float = 0.25
    calls: float = 0.04
    callers: float = 1.0
    removal: tuple[float, float] = (0.8, 0.97)


@dataclass(frozen=True)
class World:
    """`days` × n streets, drawn beforehand. `arrives` and `start` (n) in pieces per 100 m²; `round_share`: what
    neighbours take away that evening (0: nobody picked), `told` what it seems from what they wrote down (0: nothing);
    `look`: 0 nobody, 1 a grade, 2 a
    count; `slip` -1, 0, 1 by how much a grade is misread; `luck` in (0, 1) behind a count; `caller` in (0, 1) and
    `eager` (n) behind complaints; `removal`: what a visit takes away; `crew_slip`: as `slip`, when a
    crew says how it found a street. `carries`: do neighbours carry here this day;
    `held` (n): handed over. `kind` (n), `area` (n) in m², `minutes` (n) of a visit."""

    kind: Ints
    area: Floats
    minutes: Floats
    start: Floats
    arrives: Floats
    round_share: Floats
    told: Floats
    look: Ints
    slip: Ints
    luck: Floats
    caller: Floats
    eager: Floats
    removal: Floats
    crew_slip: Ints
    carries: Bools
    held: Bools
    chances: Chances = field(default_factory=Chances)

    @property
    def days(self) -> int:
        """How many days were drawn."""
        return len(self.arrives)

    def misread(self, grade: Ints, day: int) -> Ints:
        """(n) The grade that somebody would say who looks on this day."""
        return np.asarray(np.clip(grade + self.slip[day], 0, len(GRADES) - 1), dtype=np.int64)

    def found(self, grade: Ints, day: int) -> Ints:
        """(n) The grade that a crew would say it found on this day."""
        return np.asarray(np.clip(grade + self.crew_slip[day], 0, len(GRADES) - 1), dtype=np.int64)

    def counted(self, level: Floats, day: int) -> Floats:
        """(n) The pieces that somebody would count on 100 m² on this day."""
        from scipy.stats import poisson  # here: it loads slowly

        return np.asarray(poisson.ppf(self.luck[day], np.maximum(level, 1e-9)))

    def complaints(self, level: Floats, edge: float, day: int) -> Bools:
        """(n) Where somebody complains today; `edge` is the level at which a street is worse than B."""
        above = np.maximum(level - edge, 0.0) / edge
        return np.asarray(self.caller[day] < 1.0 - np.exp(-self.chances.calls * self.eager * above))


def draw(
    rng: np.random.Generator,
    kind: Ints,
    area: Floats,
    minutes: Floats,
    days: int,
    chances: Chances | None = None,
) -> World:
    """A world of `days` days for n streets of this `kind` (n, from 0), `area` (n, m²) and `minutes` (n) of a visit.

    >>> world = draw(np.random.default_rng(1), np.zeros(3, dtype=np.int64), np.full(3, 900.0), np.full(3, 9.0), 30)
    >>> world.arrives.shape, bool((world.arrives >= 0).all())
    ((30, 3), True)
    """
    how, n = chances or Chances(), len(kind)
    carries, held = _carriers(rng, how, n, days)
    on = rng.random((days, n)) < rng.uniform(*how.rounds, n)
    share = rng.uniform(*how.picked, (days, n))
    looks = rng.random((days, n)) < how.looks
    slips = rng.random((days, n)) < how.misread
    arrives = _arrivals(rng, how, kind, area, days)
    shape = (days, n)
    return World(
        kind=kind,
        area=area,
        minutes=minutes,
        start=arrives[:WEEK].mean(axis=0) * rng.uniform(0, WEEK, n),
        arrives=arrives,
        round_share=np.where(on & carries, share, 0.0),
        told=np.where(
            on & carries & (rng.random((days, n)) < how.logged),
            np.clip(share + rng.normal(0.0, how.guess, (days, n)), 0.05, 0.9),
            0.0,
        ),
        look=np.where(looks, np.where(rng.random((days, n)) < how.counts, 2, 1), 0),
        slip=np.where(slips, _either_way(rng, shape), 0),
        luck=rng.uniform(1e-6, 1 - 1e-6, (days, n)),
        caller=rng.random((days, n)),
        eager=rng.lognormal(0.0, how.callers, n),
        removal=rng.uniform(*how.removal, shape),
        crew_slip=np.where(rng.random(shape) < how.misread, _either_way(rng, shape), 0),
        carries=carries,
        held=held,
        chances=how,
    )


def _either_way(rng: np.random.Generator, shape: tuple[int, int]) -> Ints:
    """-1 or 1."""
    return np.where(rng.random(shape) < 0.5, -1, 1)


def _arrivals(rng: np.random.Generator, how: Chances, kind: Ints, area: Floats, days: int) -> Floats:
    """(days, n) Pieces per 100 m² that come on each day."""
    n, kinds = len(kind), int(kind.max(initial=-1)) + 1
    middle = rng.normal(0.0, how.between_kinds, kinds)[kind]
    log = np.log(how.rate) + middle + rng.normal(0.0, how.between_streets, n)
    busiest = rng.integers(0, WEEK, kinds)[kind]
    weather, drift = 0.0, np.zeros(n)
    keep = 1.0 - 1.0 / how.drift_days
    out = np.empty((days, n))
    for day in range(days):
        weather = 0.5 * weather + rng.normal(0.0, how.weather)
        drift = keep * drift + rng.normal(0.0, how.drift, n)
        busy = np.log1p(how.busy_day) * (day % WEEK == busiest)
        mean = np.exp(log + weather + drift + busy) * area / 100.0
        pieces = rng.poisson(rng.gamma(mean / (how.lumps - 1.0), how.lumps - 1.0))
        torn = (rng.random(n) < how.torn) * rng.poisson(how.bag, n)
        out[day] = (pieces + torn) / (area / 100.0)
    return out


def _carriers(rng: np.random.Generator, how: Chances, n: int, days: int) -> tuple[Bools, Bools]:
    """(days, n) Where neighbours carry on each day, and (n) which of these streets were handed over."""
    ever = rng.random(n) < how.carried
    held = ever & (rng.random(n) < how.held)
    from_ = np.where(rng.random(n) < how.starts, rng.integers(0, max(days, 1), n), 0)
    until = np.where(rng.random(n) < how.stops, rng.integers(0, max(days, 1), n), days)
    day = np.arange(days)[:, None]
    return ever & (held | ((day >= from_) & (day < until))), held
