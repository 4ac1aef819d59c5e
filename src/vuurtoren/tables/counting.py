"""What may be told of the ties of a neighbourhood: numbers and streets, never people. Pure.

>>> ends = [Ends(1, 2, low, low + 100) for low in range(6)]
>>> figures = figures_of(ends)
>>> figures.ties, figures.bridges, dict(figures.between)
(6, 6, {(1, 2): 6})
>>> figures_of(ends[:2]).ties is None
True
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from vuurtoren.people.rules import tellable

Pair = tuple[int, int]
MOST_BETWEEN = 200
"""More pairs of streets than these make a picture that nobody can read. What is left out only becomes more people."""


class Ends(NamedTuple):
    """A tie: the streets of its two people (None where somebody keeps that to themselves), and the people."""

    one: int | None
    other: int | None
    low: int
    high: int


@dataclass(frozen=True)
class Figures:
    """Numbers that cover five people or more, and None where they do not; `between` by two streets, the lower first,
    for the pairs with most ties."""

    ties: int | None
    bridges: int | None
    streets: int | None
    between: Mapping[Pair, int]


def figures_of(ties: Iterable[Ends]) -> Figures:
    """Count the ties of a neighbourhood.

    A bridge is a tie between two streets. Bridges stand beside the number of all ties, and the streets beside the number
    of bridges, so each is told only where what is left over by subtracting covers five people too, or nobody.
    """
    count: Counter[Pair | str] = Counter()
    people: dict[Pair | str, set[int]] = defaultdict(set)
    reached: set[int] = set()
    for one, other, low, high in ties:
        kinds: tuple[Pair | str, ...] = ("within",)
        if one is not None and other is not None and one != other:
            kinds = ("bridges", (min(one, other), max(one, other)))
        for kind in kinds:
            count[kind] += 1
            people[kind] |= {low, high}
        reached |= {street for street in (one, other) if street is not None}
    parts = {kind: people[kind] for kind in ("bridges", "within") if kind in people}
    if not tellable({"all": set().union(*parts.values())} if parts else {}):
        return Figures(None, None, None, {})
    total = count["bridges"] + count["within"]
    if "bridges" not in tellable(parts):
        return Figures(total, None, len(reached), {})
    pairs = {kind: some for kind, some in people.items() if isinstance(kind, tuple)}
    most_first = sorted(tellable(pairs), key=lambda pair: (-count[pair], pair))
    between = {pair: count[pair] for pair in most_first[:MOST_BETWEEN]}
    return Figures(total, count["bridges"], len(reached), between)
