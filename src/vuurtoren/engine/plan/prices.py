"""The prices of a minute in each step, and with them the bound that no plan can exceed.

Every street takes the schedule of most value net of the minutes it uses at the steps' prices; the sum of that and of
the budgets at their prices is an upper bound for every price (Lagrangian duality: A. M. Geoffrion, Mathematical
Programming Study 2 (1974)), and at the best prices it is the bound of the linear programme, in which streets may mix
schedules. The bound is bent smooth by a temperature (Y. Nesterov, Mathematical Programming 103 (2005)), lowered by
Newton's method within prices of zero and more, and the temperature is taken away step by step.
"""

from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

import numpy as np

from vuurtoren.engine.plan.kinds import Bools, Floats
from vuurtoren.engine.units import each, parts

Problem = Sequence[tuple[Floats, Bools, Floats]]
"""Value, schedules and minutes of each part of the streets."""

COOLING = 0.25
STAGES = 9
LEAST_WORTH = 1e-3
WARMEST = 0.03
"""The first temperature, as a share of what the best schedule is worth to a street."""
FORBIDDEN = -1e17
NEWTON_STEPS = 6
HALVINGS = 12
SAMPLE = 8_000
"""With more streets than twice this, the first stages look at a sample of about so many."""
FULL_STAGES = 3


@dataclass(frozen=True)
class Prices:
    """`minute` (T) the price of a minute in each step, 0 or more; `bound` the value that no plan exceeds."""

    minute: Floats
    bound: float


def prices(
    value: Floats,
    when: Bools,
    minutes: Floats,
    budget: Floats,
    guess: float = 0.0,
    executor: Executor | None = None,
) -> Prices:
    """The prices, sought from a `guess` of all of them.

    They are for `value` (n, S) of schedules `when` (S, T), `minutes` (n) of a visit and `budget` (T).

    A schedule that a street may not take has a value below -1e17.

    >>> found = prices(np.array([[0.0, 6.0], [0.0, 3.0]]), np.array([[False], [True]]), np.ones(2), np.array([1.0]))
    >>> round(found.bound, 6), bool(3 <= found.minute[0] <= 6)
    (6.0, True)
    """
    apart = max(1, len(value) // SAMPLE) if len(value) > 2 * SAMPLE else 1
    best = value.max(axis=1)
    usual = float(np.abs(best - np.where(value[:, 0] > FORBIDDEN, value[:, 0], 0.0)).mean())
    warmth = WARMEST * max(usual, LEAST_WORTH)
    whole = [(value[part], when, minutes[part]) for part in parts(len(value))]
    some = [(np.ascontiguousarray(value[::apart]), when, np.ascontiguousarray(minutes[::apart]))]
    at, bound = np.full(len(budget), float(guess)), np.inf
    kept = at
    for stage in range(STAGES):
        all_of_them = apart == 1 or stage >= STAGES - FULL_STAGES
        share = 1.0 if all_of_them else len(some[0][2]) / len(minutes)
        problem = whole if all_of_them else some
        at, exact = _lowered(at, problem, budget * share, warmth * COOLING**stage, executor)
        if all_of_them and exact < bound:
            bound, kept = exact, at
    return Prices(kept, bound)


def _lowered(
    at: Floats, problem: Problem, budget: Floats, temperature: float, executor: Executor | None
) -> tuple[Floats, float]:
    """Newton's method at one temperature, from prices `at`; the prices and the exact bound they give."""
    smooth, exact, gradient, curve = _bound(at, problem, budget, temperature, executor)
    best, kept = exact, at
    for _ in range(NEWTON_STEPS):
        step = _newton_step(at, gradient, curve)
        slope, length = float(gradient @ step), 1.0
        if -slope < 1e-9 * max(abs(smooth), 1.0):
            break
        for _ in range(HALVINGS):
            new = np.maximum(at + length * step, 0.0)
            found = _bound(new, problem, budget, temperature, executor)
            if found[0] <= smooth + 1e-4 * length * slope:
                break
            length *= 0.4
        else:
            break
        at, (smooth, exact, gradient, curve) = new, found
        if exact < best:
            best, kept = exact, at
    return (at, exact) if exact <= best else (kept, best)


def _bound(
    at: Floats, problem: Problem, budget: Floats, temperature: float, executor: Executor | None
) -> tuple[float, float, Floats, Floats]:
    """The bent and the exact bound at prices `at`, with gradient (T) and curve (T, T) of the bent one."""
    found = each(_part_of_the_bound, ((*part, at, temperature) for part in problem), executor)
    smooth, exact, used, curve = (sum(some) for some in zip(*found, strict=True))
    paid = float(at @ budget)
    return paid + smooth, paid + exact, budget - used, curve


def _part_of_the_bound(
    value: Floats, when: Bools, minutes: Floats, at: Floats, temperature: float
) -> tuple[float, float, Floats, Floats]:
    from vuurtoren.engine.plan import price_kernels  # here: it loads Numba

    used, curve = np.zeros(len(at)), np.zeros((len(at), len(at)))
    smooth, exact = price_kernels.bound(value, when, minutes, at, temperature, used, curve)
    return smooth, exact, used, curve


def _newton_step(at: Floats, gradient: Floats, curve: Floats) -> Floats:
    """The step towards the lowest point of the bent bound, along which prices that are zero do not fall further."""
    free = (at > 0) | (gradient < 0)
    step = np.zeros_like(at)
    if free.any():
        inside = curve[np.ix_(free, free)]
        ridge = 1e-7 * max(float(np.trace(inside)), 1e-12) + 1e-12
        step[free] = -np.linalg.solve(inside + ridge * np.eye(int(free.sum())), gradient[free])
    biggest = 4.0 * max(float(at.max(initial=0.0)), 1e-6) + 1e-3 * float(np.abs(gradient).max(initial=0.0))
    return (
        np.asarray(np.clip(step, -biggest, biggest))
        if _falls(step, gradient)
        else -gradient * (gradient != 0) * free
    )


def _falls(step: Floats, gradient: Floats) -> bool:
    return float(step @ gradient) < 0
