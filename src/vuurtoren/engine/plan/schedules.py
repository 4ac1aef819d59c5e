"""The ways in which a street can be visited within a plan, and what each of them is worth."""

from concurrent.futures import Executor
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from vuurtoren.engine.plan.kinds import Bools, Floats, Ints
from vuurtoren.engine.plan.streets import Streets, Terms
from vuurtoren.engine.units import each, parts, worth_table

SAMPLE = 5_000
"""So many streets tell the price of a minute after the plan well enough."""
TAIL_STEPS = 4
"""Where the fewest minutes are sought, so many steps after the plan count too, without visits."""


@dataclass(frozen=True)
class Valued:
    """`when` (S, T): the steps of each schedule, the first is never. `value` (n, S): what each is worth to each street,
    in worth times 100 m² summed over the steps and what comes after, above not coming at all. `price`:
    of a minute, in the long run. `nothing`: the worth, summed over all streets, of coming nowhere."""

    when: Bools
    value: Floats
    price: float
    nothing: float


def schedules(steps: int) -> Bools:
    """(S, `steps`) Never, once, twice, and every step, second or third step.

    >>> schedules(7).shape
    (33, 7)
    """
    chosen = [
        set[int](),
        *({t} for t in range(steps)),
        *(set(pair) for pair in combinations(range(steps), 2)),
    ]
    for apart in (3, 2, 1):
        for start in range(apart):
            regular = set(range(start, steps, apart))
            if len(regular) > 2 and regular not in chosen:
                chosen.append(regular)
    table = np.zeros((len(chosen), steps), dtype=np.bool_)
    for row, visits in enumerate(chosen):
        table[row, sorted(visits)] = True
    return table


def beginnings(when: Bools) -> tuple[Ints, Ints]:
    """For each schedule (S, T) an earlier one that begins like it, and for how many steps: `like` and `until`, (S).

    >>> like, until = beginnings(np.array([[False, False], [True, False], [True, True]]))
    >>> like.tolist(), until.tolist()
    ([0, 0, 1], [0, 0, 1])
    """
    like, until = np.zeros(len(when), dtype=np.int64), np.zeros(len(when), dtype=np.int64)
    for one in range(1, len(when)):
        same = np.logical_and.accumulate(when[:one] == when[one], axis=1).sum(axis=1)
        like[one], until[one] = same.argmax(), same.max()
    return like, until


def valued(streets: Streets, terms: Terms, executor: Executor | None = None) -> Valued:
    """What each schedule is worth to each street, under the aim BEST.

    In a step the city comes in the morning, then the day's litter falls, residents pick, and the evening's expected
    worth counts. What the street is worth after the plan follows from visiting it for ever in its best rhythm, at the
    price of a minute at which those rhythms use the mean of the budget (average-reward theory, M. L. Puterman,
    Markov Decision Processes, chapter 8; the price as in P. Whittle, Restless bandits, 1988).
    """
    from vuurtoren.engine.plan import value_kernels  # here: it loads Numba

    table = worth_table(terms.scale, terms.worth).values
    columns = streets.columns(terms.fades)
    some = np.ascontiguousarray(columns[:: max(1, len(columns) // SAMPLE)])
    mean_budget = float(np.mean(terms.budget)) * len(some) / max(len(columns), 1)
    price = (
        value_kernels.steady_price(some, table, terms.dispersion, terms.restless, mean_budget)
        if np.isfinite(mean_budget)
        else 0.0
    )
    return _valued(columns, terms, table, price, 0, executor)


def valued_plainly(streets: Streets, terms: Terms, executor: Executor | None = None) -> Valued:
    """What each schedule is worth to each street, under the aim LEAST: the plain score, summed over the steps and
    `TAIL_STEPS` without visits after them."""
    table = worth_table(terms.scale).values
    return _valued(streets.columns(terms.fades), terms, table, 0.0, TAIL_STEPS, executor)


def _valued(
    columns: Floats, terms: Terms, table: Floats, price: float, tail: int, executor: Executor | None
) -> Valued:
    when = schedules(len(terms.budget))
    told = (when, *beginnings(when), table, terms.dispersion, terms.restless, price, tail)
    found = each(_values, ((columns[part], *told) for part in parts(len(columns))), executor)
    return Valued(when, np.concatenate([value for value, _ in found]), price, sum(none for _, none in found))


def _values(
    columns: Floats, when: Bools, like: Ints, until: Ints, table: Floats, dispersion: float, restless: float,
    price: float, tail: int,
) -> tuple[Floats, float]:  # fmt: skip
    """The values of a part of the streets, and what never coming is worth to them."""
    from vuurtoren.engine.plan import value_kernels  # here: it loads Numba

    value = np.empty((len(columns), len(when)))
    nothing = value_kernels.values(
        columns, when, like, until, table, dispersion, restless, price, tail, value
    )
    return value, nothing
