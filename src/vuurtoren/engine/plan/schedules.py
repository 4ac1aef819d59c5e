"""The ways in which a street can be visited within a plan, and what each of them is worth."""

from dataclasses import dataclass
from itertools import combinations

import numpy as np

from vuurtoren.engine.plan.kinds import Bools, Floats
from vuurtoren.engine.plan.streets import Streets, Terms
from vuurtoren.engine.units import worth_table

SAMPLE = 20_000
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


def valued(streets: Streets, terms: Terms) -> Valued:
    """What each schedule is worth to each street, under the aim BEST.

    In a step the city comes in the morning, then the day's litter falls, residents pick, and the evening's expected
    worth counts. What the street is worth after the plan follows from visiting it for ever in its best rhythm, at the
    price of a minute at which those rhythms use the mean of the budget (average-reward theory, M. L. Puterman,
    Markov Decision Processes, chapter 8; the price as in P. Whittle, Restless bandits, 1988).
    """
    from vuurtoren.engine.plan import value_kernels  # here: it loads Numba

    when = schedules(len(terms.budget))
    table = worth_table(terms.scale, terms.worth).values
    columns = streets.columns(terms.fades)
    some = columns[:: max(1, len(columns) // SAMPLE)]
    share = len(some) / max(len(columns), 1)
    known = (terms.dispersion, terms.restless)
    mean_budget = float(np.mean(terms.budget))
    price = (
        value_kernels.steady_price(some, table, *known, mean_budget * share)
        if np.isfinite(mean_budget)
        else 0.0
    )
    value = np.empty((len(columns), len(when)))
    nothing = value_kernels.values(columns, when, table, *known, price, 0, value)
    return Valued(when, value, price, nothing)


def valued_plainly(streets: Streets, terms: Terms) -> Valued:
    """What each schedule is worth to each street, under the aim LEAST: the plain score, summed over the steps and
    `TAIL_STEPS` without visits after them."""
    from vuurtoren.engine.plan import value_kernels  # here: it loads Numba

    when = schedules(len(terms.budget))
    columns = streets.columns(terms.fades)
    value = np.empty((len(columns), len(when)))
    table = worth_table(terms.scale).values
    nothing = value_kernels.values(
        columns, when, table, terms.dispersion, terms.restless, 0.0, TAIL_STEPS, value
    )
    return Valued(when, value, 0.0, nothing)
