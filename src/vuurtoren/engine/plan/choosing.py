"""Choosing schedules under the minutes of each step.

Every street takes one schedule of visits (`foreseeing.schedules`). Minutes get a price a step; at given prices each
street by itself takes the schedule that is worth most after paying, and the sum of that is a bound which no plan
passes (Lagrange; at the best prices it is the bound of linear programming). Prices are found by cutting planes. What the
prices leave over or over-use is repaired by gain a minute. The gap
between plan and bound is part of the result, always.

The worth of a schedule is the mean expected grade of the street over the horizon, by area, less `CARE` times the
square of what it is short of the goal, so that a minute goes further in the worst streets.
"""

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from vuurtoren.engine.plan.foreseeing import NO_DEADLINE, Foreseen, Streets, foresee
from vuurtoren.engine.plan.kinds import Bools, Floats, Ints
from vuurtoren.engine.units import LitterScale

SCALE = LitterScale()
CARE = 0.25
ENOUGH = 0.5
"""A street that stays this far (in grades) above the goal over the whole horizon is left alone, unless promised."""
BROKEN = 100.0
"""What breaking a promise costs, in grades: more than all else together, so that it happens only for lack of minutes."""
TRIALS = 120
CLOSE = 1e-6
SMOOTH = 0.6
ROUNDED = 6
HALVINGS = 32
FILLS = 3
EVER = 1e-9
SLACK = 1e-9


@dataclass(frozen=True)
class Terms:
    """`budget` (T,) minutes of each step, inf where there is no limit; `goal` score 5 … 1; `aim` best or least."""

    budget: Floats
    goal: float
    aim: str = "best"
    scale: LitterScale = SCALE


@dataclass(frozen=True)
class Plan:
    """`visits` (n, T); `minutes` (T,); `score` (n, T) expected after each step's work; `mean` by area.

    `value` and `bound` are of the aim: mean worth (best) or minutes (least); `gap` is their distance by the bound.
    `unmet`: streets whose deadline is not kept for lack of minutes.
    """

    visits: Bools
    minutes: Floats
    score: Floats
    mean: float
    value: float
    bound: float
    gap: float
    unmet: Ints


@dataclass(frozen=True)
class _Market:
    """Worth (n, C) and minutes (n, C, by step through `visits`) of every schedule of every street."""

    worth: Floats
    mean: Floats
    visits: Floats
    minutes: Floats
    budget: Floats

    def best_at(self, prices: Floats) -> tuple[Ints, Floats]:
        """The schedule each street takes at these prices, and what it is worth after paying."""
        net = self.worth - self.minutes[:, None] * (self.visits @ prices)
        column = np.argmax(net, axis=1)
        return column, net[np.arange(len(net)), column]

    def used(self, column: Ints) -> Floats:
        """Minutes of each step, (T,)."""
        return np.asarray(self.minutes @ self.visits[column])


def plan(streets: Streets, terms: Terms) -> Plan:
    """The visits of the coming steps.

    >>> n = np.array
    >>> two = Streets(n([30., 1.]), n([5., 1.]), n([1., .1]), n([.3, .1]), n([960., 960.]), n([9., 9.]),
    ...               n([.9, .9]), n([True, True]), n([0, 0]), n([-1, -1]))
    >>> plan(two, Terms(np.full(3, 10.0), goal=3.0)).visits[:, 0].tolist()
    [True, False]
    """
    steps = len(terms.budget)
    foreseen = foresee(streets, steps, terms.scale)
    if not len(streets.level):
        nobody = np.zeros(0, dtype=np.int64)
        return _plan(streets, foreseen, _market(streets, terms, foreseen, CARE), nobody, 0.0, 0.0)
    if terms.aim == "least":
        least = _least(streets, foreseen, _market(streets, terms, foreseen, 0.0), terms.goal)
        if least is not None:
            return least
    return _best(streets, foreseen, _market(streets, terms, foreseen, CARE))


def _best(streets: Streets, foreseen: Foreseen, market: _Market) -> Plan:
    column, bound = _solve(market, 0.0)
    value = float(market.worth[np.arange(len(column)), column].sum())
    return _plan(streets, foreseen, market, column, value, max(bound, value))


def _least(streets: Streets, foreseen: Foreseen, market: _Market, goal: float) -> Plan | None:
    """The dearest a minute may be while the mean still reaches the goal; None where it cannot be reached."""
    column, _ = _solve(market, EVER)
    if _mean(market, column) < goal:
        return None
    finite = np.where(np.isfinite(market.worth), market.worth, 0.0)
    low, high = EVER, float(np.ptp(finite, axis=1).max() / market.minutes.min()) + EVER
    bound, short = 0.0, column
    for _ in range(HALVINGS):
        price = float(np.sqrt(low * high))
        tried, dual = _solve(market, price)
        bound = max(bound, (goal - dual) / price)
        if _mean(market, tried) >= goal:
            low, column = price, tried
        else:
            high, short = price, tried
    column = _reaching(market, short, column, goal)
    cost = float(market.used(column).sum())
    return _plan(streets, foreseen, market, column, cost, min(bound, cost))


def _reaching(market: _Market, short: Ints, column: Ints, goal: float) -> Ints:
    """From a plan that is just short of the goal towards one that is past it, by gain a minute, and no further."""
    rows = np.arange(len(column))
    differ = np.flatnonzero(short != column)
    gain = (market.mean[rows, column] - market.mean[rows, short])[differ]
    visits = market.visits.sum(axis=1)
    cost = (market.minutes * (visits[column] - visits[short]))[differ]
    mixed = short.copy()
    for street in differ[np.argsort(-gain / np.maximum(cost, SLACK), kind="stable")]:
        if _mean(market, mixed) >= goal:
            break
        mixed[street] = column[street]
    kept = (market.used(mixed) <= market.budget + SLACK).all() and _mean(market, mixed) >= goal
    return mixed if kept else column


def _mean(market: _Market, column: Ints) -> float:
    return float(market.mean[np.arange(len(column)), column].sum())


def _market(streets: Streets, terms: Terms, foreseen: Foreseen, care: float) -> _Market:
    weight = streets.area_m2 / max(streets.area_m2.sum(), 1.0)
    mean = weight[:, None] * foreseen.score.mean(axis=2)
    short = np.maximum(terms.goal - foreseen.score, 0.0)
    worth = mean - care * weight[:, None] * (short**2).mean(axis=2)
    visits = foreseen.visits.astype(np.float64)
    steps = visits.shape[1]
    first = np.where(foreseen.visits.any(axis=1), foreseen.visits.argmax(axis=1), steps)
    due = streets.deadline > NO_DEADLINE
    late = due[:, None] & (first[None, :] > streets.deadline[:, None])
    well = (foreseen.score[:, 0].min(axis=1, initial=5.0) >= terms.goal + ENOUGH) & ~due
    never = ~streets.may | well
    closed = (never[:, None] | (first[None, :] < streets.earliest[:, None])) & foreseen.visits.any(axis=1)
    too_long = (streets.minutes[:, None] > terms.budget) @ foreseen.visits.T
    worth = np.where(closed | too_long, -np.inf, worth - BROKEN * weight[:, None] * late)
    return _Market(worth, mean, visits, streets.minutes, terms.budget)


def _solve(market: _Market, least_price: float) -> tuple[Ints, float]:
    """Schedules within the minutes of every step, and a bound of what any could be worth (see `_prices`)."""
    tight = np.flatnonzero(np.isfinite(market.budget))
    if not len(tight):
        column, net = market.best_at(np.full(len(market.budget), least_price))
        return column, float(net.sum())
    tried, bound = _prices(market, tight, least_price)
    filled = [_filled(market, _within(market, column), least_price) for column in tried]
    worth = [_net(market, column, least_price) for column in filled]
    return filled[int(np.argmax(worth))], bound


def _prices(market: _Market, tight: Ints, least_price: float) -> tuple[list[Ints], float]:
    """The lowest bound over all prices, by cutting planes (Kelley 1960), and the schedules at the last few prices.

    The bound is convex in the prices; each trial gives its value and slope there, and the next trial lies between the
    best one so far and where the lowest roof under all slopes is (smoothing after Wentges 1997, so that it does not
    swing to and fro).
    """
    extra, cuts, heights, tried = np.zeros(len(tight)), [], [], []
    best, here, top = np.inf, extra, _dearest(market)
    for _ in range(TRIALS):
        prices = np.full(len(market.budget), least_price)
        prices[tight] += extra
        column, net = market.best_at(prices)
        tried.append((float(net.sum() + extra @ market.budget[tight]), column))
        slope = market.budget[tight] - market.used(column)[tight]
        if tried[-1][0] < best:
            best, here = tried[-1][0], extra
        cuts.append([*slope, -1.0])
        heights.append(float(slope @ extra) - tried[-1][0])
        floor = linprog(
            [*np.zeros(len(tight)), 1.0],
            A_ub=cuts,
            b_ub=heights,
            bounds=[*[(0.0, top)] * len(tight), (None, None)],
            method="highs",
        )
        if floor.x is None or best - floor.x[-1] <= CLOSE * max(abs(best), 1.0):
            break
        extra = SMOOTH * here + (1.0 - SMOOTH) * floor.x[:-1]
    tried.sort(key=lambda one: one[0])
    return [column for _, column in tried[:ROUNDED]], best


def _dearest(market: _Market) -> float:
    """A price a minute at which nobody would buy one more."""
    finite = np.where(np.isfinite(market.worth), market.worth, np.nan)
    return float(np.nanmax((np.nanmax(finite, axis=1) - np.nanmin(finite, axis=1)) / market.minutes)) + EVER


def _net(market: _Market, column: Ints, least_price: float) -> float:
    rows = np.arange(len(column))
    return float(market.worth[rows, column].sum() - least_price * market.used(column).sum())


def _within(market: _Market, column: Ints) -> Ints:
    """Give up the visits that cost least worth a minute until no step asks more than it has."""
    rows, column = np.arange(len(column)), column.copy()
    for step in np.flatnonzero(np.isfinite(market.budget)):
        while (over := market.used(column)[step] - market.budget[step]) > SLACK:
            there = market.visits[:, step] > 0
            other = np.argmax(np.where(_fits(market, column) & ~there, market.worth, -np.inf), axis=1)
            loss = np.where(there[column], market.worth[rows, column] - market.worth[rows, other], np.inf)
            enough = there[column] & (market.minutes >= over)
            each = np.where(enough, loss, np.inf) if enough.any() else loss / market.minutes
            street = int(np.argmin(each))
            column[street] = other[street]
    return column


def _fits(market: _Market, column: Ints) -> Bools:
    """Which schedules (n, C) ask for no visit more in a step than there are minutes left for."""
    left = market.budget - market.used(column)
    cannot = (market.minutes[:, None] > left + SLACK) & (market.visits[column] == 0)
    return np.asarray(cannot.astype(np.float64) @ market.visits.T == 0)


def _filled(market: _Market, column: Ints, least_price: float) -> Ints:
    """Use what is left: the changes that gain most a minute, as long as they fit."""
    column = column.copy()
    if not np.isfinite(market.budget).any():
        return column
    left = market.budget - market.used(column)
    for _ in range(FILLS):
        visits = market.visits.sum(axis=1)
        extra = market.minutes[:, None] * (visits[None, :] - visits[column][:, None])
        gain = market.worth - market.worth[np.arange(len(column)), column][:, None] - least_price * extra
        fits = np.where(gain > 1e-12, gain / np.maximum(extra, 1e-3), -np.inf)
        candidates = np.argsort(-fits, axis=None, kind="stable")[: int(np.isfinite(fits).sum())]
        changed = np.zeros(len(column), dtype=bool)
        for street, new in zip(*np.unravel_index(candidates, fits.shape), strict=True):
            step_use = market.minutes[street] * (market.visits[new] - market.visits[column[street]])
            if not changed[street] and np.all(step_use <= left + 1e-9):
                left, column[street], changed[street] = left - step_use, new, True
        if not changed.any():
            break
    return column


def _plan(
    streets: Streets, foreseen: Foreseen, market: _Market, column: Ints, value: float, bound: float
) -> Plan:
    rows = np.arange(len(column))
    visits = foreseen.visits[column]
    steps = visits.shape[1]
    first = np.where(visits.any(axis=1), visits.argmax(axis=1), steps)
    score = foreseen.score[rows, column, :steps]
    weight = streets.area_m2 / max(streets.area_m2.sum(), 1.0)
    return Plan(
        visits=visits,
        minutes=market.used(column),
        score=score,
        mean=float(weight @ score.mean(axis=1)) if len(rows) else 0.0,
        value=value,
        bound=bound,
        gap=abs(bound - value) / max(abs(bound), abs(value), 1e-9),
        unmet=np.flatnonzero((streets.deadline > NO_DEADLINE) & (first > streets.deadline)),
    )
