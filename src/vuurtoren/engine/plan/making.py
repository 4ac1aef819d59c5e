"""The visits of the coming steps: the best for the minutes there are, or the fewest minutes that reach the mean.

The plan raises the worth of the streets, weighed by area and summed over the steps and what comes after. Deadlines come
first, those that were promised to people before others; what they leave is priced (`prices`), every street takes what is
best for it at those prices, and what is left over is filled. How far the plan can be from the best is its `gap`.
"""

from concurrent.futures import Executor
from dataclasses import dataclass, replace

import numpy as np

from vuurtoren.engine.plan.kinds import Bools, Floats, Ints
from vuurtoren.engine.plan.prices import prices
from vuurtoren.engine.plan.schedules import TAIL_STEPS, Valued, valued, valued_plainly
from vuurtoren.engine.plan.streets import LEAST, NO_DEADLINE, Streets, Terms
from vuurtoren.engine.units import worth_table

ENOUGH = 0.5
"""A street that stays this far (in grades) above the goal over the whole plan is left alone, unless a visit is due."""
LEAST_GAIN = 0.5
"""A crew goes where each minute lifts 100 m² by at least so many grades for a day; other minutes are left for else."""
FORBIDDEN = -1e18
FILLINGS = 4
NEAR, MOVES, ROUNDS = 600, 400, 200
"""The streets for whom it matters least; so many changes of theirs are tried in pairs, at most so many times."""
OVER, FIRMLY, CHEAP_STEP = 3.0, 1e6, 0.05
"""A minute too many costs so many times its price while a plan is mended, and much more once it fits; a step whose
minutes are free is taken to cost this share of the dearest."""
KEPT_APART = (0.0, 0.1, 0.3, 1.0, 3.0)
"""Minutes of each step kept apart while a plan is mended, when it did not fit with the ones before."""
HALVINGS = 28
CHEAPEST = 1e-9
ROUNDING = 1e-9


@dataclass(frozen=True)
class Plan:
    """`visits` (n, T); `minutes` (T) used; `score` (n, T) expected each evening; `mean` score over streets by area and
    over steps. `value` and `bound` are of the aim: worth above coming nowhere, less `LEAST_GAIN` a minute, and what no
    plan exceeds (best), or
    minutes and what no plan can do with fewer of (least). `unmet`: the streets whose deadline is not kept for lack of
    minutes. `today` (n): what coming in the first step is worth above coming later or not at all, the minutes of later
    steps paid for and those of the first not; in worth times 100 m², inf where it is due, -inf where nobody may come."""

    visits: Bools
    minutes: Floats
    score: Floats
    mean: float
    value: float
    bound: float
    unmet: Ints
    today: Floats

    @property
    def gap(self) -> float:
        """How far the value may be from the best, as a share: 0 is the best there is."""
        return abs(self.bound - self.value) / max(abs(self.bound), abs(self.value), 1e-9)


@dataclass(frozen=True)
class _Chosen:
    """A schedule for each street, what they are worth together, the bound of that worth, and `today` as in `Plan`."""

    column: Ints
    worth: float
    bound: float
    today: Floats


def plan(
    streets: Streets, terms: Terms, first: Bools | None = None, executor: Executor | None = None
) -> Plan:
    """The visits of the coming steps. Equal input gives an equal plan, whatever `executor` takes the streets in parts.

    With `first` (n) the visits of the first step are given, and only those of later steps are planned.

    With the aim LEAST the plan of fewest minutes that reaches the goal; deadlines are kept even where the goal asks
    less; where the budget cannot reach the goal it is the best plan.

    >>> from vuurtoren.engine.plan.streets import plain_streets
    >>> two = plain_streets(np.array([30.0, 1.0]), np.array([2.0, 0.1]), np.full(2, 900.0), np.full(2, 20.0))
    >>> plan(two, Terms(np.array([25.0, 0.0, 0.0]), goal=3.0)).visits.any(axis=1).tolist()
    [True, False]
    """
    terms = replace(terms, budget=np.minimum(terms.budget, float(streets.minutes.sum()) + 1.0))
    if not len(streets.level):
        nothing = np.zeros((0, len(terms.budget)))
        return Plan(
            nothing > 0,
            np.zeros(len(terms.budget)),
            nothing,
            0.0,
            0.0,
            0.0,
            np.zeros(0, dtype=np.int64),
            np.zeros(0),
        )
    if terms.aim == LEAST and first is None and (least := _least(streets, terms, executor)) is not None:
        return least
    worths = valued(streets, terms, executor)
    found = _solved(streets, terms, worths, LEAST_GAIN, first, executor)
    return _told(streets, terms, worths.when, found, found.worth, max(found.bound, found.worth))


def _least(streets: Streets, terms: Terms, executor: Executor | None) -> Plan | None:
    """The dearest a minute may be while the mean still reaches the goal; None where the goal is out of reach."""
    worths = valued_plainly(streets, terms, executor)
    visits = worths.when.sum(axis=1)
    area = float(streets.area_m2.sum()) / 100.0
    needed = terms.goal * area * (len(terms.budget) + TAIL_STEPS) - worths.nothing
    reaching = _solved(streets, terms, worths, CHEAPEST, None, executor)
    if _gain(worths, reaching) < needed:
        return None
    low, high, short, bound = CHEAPEST, 5.0 * area / float(streets.minutes.min()), reaching, 0.0
    for _ in range(HALVINGS):
        price = float(np.sqrt(low * high))
        tried = _solved(streets, terms, worths, price, None, executor)
        bound = max(bound, (needed - tried.bound) / price)
        if _gain(worths, tried) >= needed:
            low, reaching = price, tried
        else:
            high, short = price, tried
    column = _mixed(streets, terms, worths, short.column, reaching.column, needed)
    minutes = float(streets.minutes @ visits[column])
    return _told(streets, terms, worths.when, replace(reaching, column=column), minutes, min(bound, minutes))


def _gain(worths: Valued, chosen: _Chosen) -> float:
    return float(worths.value[np.arange(len(chosen.column)), chosen.column].sum())


def _mixed(streets: Streets, terms: Terms, worths: Valued, short: Ints, column: Ints, needed: float) -> Ints:
    """From a plan that is just short of the goal towards one that is past it, by gain a minute, and no further."""
    rows, visits = np.arange(len(column)), worths.when.sum(axis=1)
    gain = worths.value[rows, column] - worths.value[rows, short]
    cost = streets.minutes * (visits[column] - visits[short])
    differ = np.flatnonzero(short != column)
    order = differ[np.argsort(-gain[differ] / np.maximum(cost[differ], ROUNDING), kind="stable")]
    reached = worths.value[rows, short].sum() + np.cumsum(gain[order])
    enough = np.flatnonzero(reached >= needed)
    if not enough.size:
        return column
    first, rest = order[: enough[0]], order[enough[0] :]
    missing = needed - (reached[enough[0] - 1] if enough[0] else worths.value[rows, short].sum())
    able = rest[gain[rest] >= missing]
    last = able[np.argmin(cost[able])]
    mixed = short.copy()
    mixed[first], mixed[last] = column[first], column[last]
    fits = np.all(streets.minutes @ worths.when[mixed] <= terms.budget + ROUNDING)
    cheaper = streets.minutes @ visits[mixed] <= streets.minutes @ visits[column]
    return mixed if fits and cheaper else column


def _solved(
    streets: Streets,
    terms: Terms,
    worths: Valued,
    price: float,
    first: Bools | None,
    executor: Executor | None,
) -> _Chosen:
    """The best schedules when every minute costs `price`, within the budget of each step."""
    last = _last(streets)
    if first is not None:
        budget = np.r_[float(streets.minutes[first].sum()) + ROUNDING, terms.budget[1:]]
        terms, last = (
            replace(terms, budget=budget),
            np.where(first, 0, np.where(last == 0, NO_DEADLINE, last)),
        )
    met = _within_reach(streets, last, terms.budget)
    open_ = _open(streets, terms, worths.when)
    if first is not None:
        open_ &= worths.when[:, 0] == first[:, None]
        open_[first & ~open_.any(axis=1), 1] = True
    paid = (
        worths.value - price * streets.minutes[:, None] * worths.when.sum(axis=1) if price else worths.value
    )
    value, met = _allowed(paid, worths.when, open_, last, met)
    found = prices(value, worths.when, streets.minutes, terms.budget, worths.price, executor)
    column, failed = _choose(value, worths.when, streets.minutes, terms.budget, last, met, found.minute)
    if failed.any():
        value, _ = _allowed(paid, worths.when, open_, last, met & ~failed)
        found = prices(value, worths.when, streets.minutes, terms.budget, worths.price, executor)
    total = float(value[np.arange(len(column)), column].sum())
    return _Chosen(
        column, total, found.bound, _today(value, worths.when, streets.minutes, found.minute, price)
    )


def _today(value: Floats, when: Bools, minutes: Floats, price: Floats, least: float) -> Floats:
    """(n) As in `Plan`: the best schedule with the first step against the best without, later steps at their prices."""
    from vuurtoren.engine.plan import price_kernels  # here: it loads Numba

    later = np.r_[0.0, price[1:]]
    net = value - minutes[:, None] * price_kernels.costs(when, later)
    now = when[:, 0]
    with_, without = net[:, now].max(axis=1), net[:, ~now].max(axis=1)
    gain = with_ + least * minutes - without
    gain[without <= FORBIDDEN / 10] = np.inf
    gain[with_ <= FORBIDDEN / 10] = -np.inf
    return np.asarray(gain)


def _last(streets: Streets) -> Ints:
    """The step by which a visit is due; not before the city may come, and none where it may not."""
    last = np.where(
        streets.deadline > NO_DEADLINE, np.maximum(streets.deadline, streets.earliest), NO_DEADLINE
    )
    return np.where(streets.may, last, NO_DEADLINE).astype(np.int64)


def _within_reach(streets: Streets, last: Ints, budget: Floats) -> Bools:
    """Which deadlines the minutes reach: promises first, then the earliest, then those that take the least."""
    from vuurtoren.engine.plan import choice_kernels  # here: it loads Numba

    order = np.lexsort((streets.minutes, last, ~streets.promised))
    order = order[(last[order] >= 0) & (last[order] < len(budget))]
    met = np.zeros(len(last), dtype=np.bool_)
    choice_kernels.admit(order, last, streets.minutes, np.cumsum(budget), met)
    return met


def _open(streets: Streets, terms: Terms, when: Bools) -> Bools:
    """(n, S) Which schedules a street may take at all: not too early, not where nobody may or need come, and no visit
    that is longer than a whole step's minutes. Never coming is always open."""
    steps = np.arange(when.shape[1])
    shut_step = (streets.minutes[:, None] > terms.budget[None, :]) | (
        steps[None, :] < streets.earliest[:, None]
    )
    shut_step |= (~streets.may | _well(streets, terms))[:, None]
    kinds, inverse = np.unique(shut_step @ (1 << steps), return_inverse=True)
    masks = when @ (1 << steps)
    return np.asarray((kinds[:, None] & masks[None, :]) == 0)[inverse]


def _well(streets: Streets, terms: Terms) -> Bools:
    """Streets that stay well above the goal by themselves, where no visit is due."""
    nobody = np.zeros((len(streets.level), len(terms.budget)), dtype=np.bool_)
    score = _scores(streets, terms, nobody)
    return np.asarray((score.min(axis=1) >= terms.goal + ENOUGH) & (streets.deadline == NO_DEADLINE))


def _allowed(value: Floats, when: Bools, open_: Bools, last: Ints, met: Bools) -> tuple[Floats, Bools]:
    """The values, FORBIDDEN where a schedule is not open or comes too late for a deadline that is met; and which
    deadlines can still be met by some schedule."""
    steps, met = np.arange(when.shape[1]), met.copy()
    first = np.where(when.any(axis=1), when.argmax(axis=1), len(steps))
    allowed = open_.copy()
    for due in np.unique(last[met]):
        here = np.flatnonzero(met & (last == due))
        in_time = open_[here] & (first <= due)
        possible = in_time.any(axis=1)
        met[here[~possible]] = False
        allowed[here[possible]] = in_time[possible]
    return np.where(allowed, value, FORBIDDEN), met


def _choose(
    value: Floats, when: Bools, minutes: Floats, budget: Floats, last: Ints, met: Bools, price: Floats
) -> tuple[Ints, Bools]:
    """A schedule for each street, and which deadlines that seemed within reach did not fit after all.

    Every street takes what is best for it at the prices; where that asks too much or leaves minutes over, the streets
    that care least change. Only where that does not end well do streets choose in turn, deadlines first.
    """
    from vuurtoren.engine.plan import price_kernels  # here: it loads Numba

    cost = price_kernels.costs(when, price)
    turns = np.argsort(-price_kernels.margins(value, when, minutes, price), kind="stable")
    chosen = np.argmax(value - minutes[:, None] * cost, axis=1).astype(np.int64)
    room = budget - minutes @ when[chosen]
    _settle(value, when, minutes, turns, price, cost, room, chosen)
    if np.all(room >= -ROUNDING):
        return chosen, np.zeros(len(minutes), dtype=np.bool_)
    return _choose_in_turn(value, when, minutes, budget, last, met, price, cost, turns)


def _settle(
    value: Floats, when: Bools, minutes: Floats, turns: Ints, price: Floats, cost: Floats, room: Floats, chosen: Ints
) -> None:  # fmt: skip
    """Let those that care least change until nothing is gained; with a little room kept apart where that helps to end
    within the minutes there are. What fits goes on fitting."""
    from vuurtoren.engine.plan import choice_kernels  # here: it loads Numba

    over = OVER * np.maximum(price, max(float(price.max()), CHEAPEST) * CHEAP_STEP)
    near = np.ascontiguousarray(turns[-NEAR:])
    for apart in KEPT_APART:
        if np.all(room >= -ROUNDING):
            break
        room -= apart
        choice_kernels.settle(value, when, minutes, near, price, cost, over, room, chosen, MOVES, ROUNDS)
        room += apart
    if np.all(room >= -ROUNDING):
        firm = FIRMLY * over
        choice_kernels.settle(value, when, minutes, near, price, cost, firm, room, chosen, MOVES, ROUNDS)


def _choose_in_turn(
    value: Floats, when: Bools, minutes: Floats, budget: Floats, last: Ints, met: Bools, price: Floats,
    cost: Floats, turns: Ints,
) -> tuple[Ints, Bools]:  # fmt: skip
    """One after another, those for whom it matters most first; if a deadline is then left over, those go first."""
    from vuurtoren.engine.plan import choice_kernels  # here: it loads Numba

    room = budget.astype(np.float64)
    chosen = np.full(len(minutes), -1, dtype=np.int64)
    choice_kernels.choose(value, when, minutes, turns, cost, room, chosen)
    failed = met & (chosen < 0)
    if failed.any():
        room, chosen = budget.astype(np.float64), np.full(len(minutes), -1, dtype=np.int64)
        first = np.lexsort((-minutes, last))
        choice_kernels.choose(value, when, minutes, first[met[first]], cost, room, chosen)
        failed = met & (chosen < 0)
        chosen[failed] = 0
        choice_kernels.choose(value, when, minutes, turns[chosen[turns] < 0], cost, room, chosen)
        turns = turns[~failed[turns]]
    _fill(value, when, minutes, cost, room, chosen, turns)
    _settle(value, when, minutes, turns, price, cost, room, chosen)
    return chosen, failed


def _fill(
    value: Floats, when: Bools, minutes: Floats, cost: Floats, room: Floats, chosen: Ints, turns: Ints
) -> None:
    """Change `chosen` for the better while something fits in what is left, `room`."""
    from vuurtoren.engine.plan import choice_kernels  # here: it loads Numba

    for _ in range(FILLINGS):
        choice_kernels.choose(value, when, minutes, turns, cost, room, chosen)
        gains = choice_kernels.improvements(value, when, minutes, turns, room, chosen)
        order = np.argsort(-gains, kind="stable")
        order = order[gains[order] > 0]
        if not order.size:
            break
        choice_kernels.choose(value, when, minutes, turns[order], np.zeros(len(when)), room, chosen)


def _scores(streets: Streets, terms: Terms, visits: Bools) -> Floats:
    """(n, T) The plain score expected each evening."""
    from vuurtoren.engine.plan import value_kernels  # here: it loads Numba

    level, score = np.empty(visits.shape), np.empty(visits.shape)
    table = worth_table(terms.scale).values
    value_kernels.paths(
        streets.columns(terms.fades), visits, table, terms.dispersion, terms.restless, level, score
    )
    return score


def _told(streets: Streets, terms: Terms, when: Bools, chosen: _Chosen, value: float, bound: float) -> Plan:
    visits = when[chosen.column]
    score = _scores(streets, terms, visits)
    last = _last(streets)
    comes = (visits & (np.arange(visits.shape[1]) <= last[:, None])).any(axis=1)
    return Plan(
        visits=visits,
        minutes=np.asarray(streets.minutes @ visits),
        score=score,
        mean=float((streets.weight() @ score).mean()),
        value=value,
        bound=bound,
        unmet=np.flatnonzero((last > NO_DEADLINE) & ~comes),
        today=chosen.today,
    )
