"""Who is in an invented neighbourhood: groups that hold a room, the board of the cooperative, two institutions.

Of each: how much they like to decide, how they ask, how soon they answer, and in which months they are not there.
"""

from dataclasses import dataclass, field

import numpy as np

MONTHS = 30
DAYS = 30
"""Of a month here; the first is a January."""
RESIDENTS, BOARD, CITY, HOUSING = "residents", "board", "city", "housing"
SUMMER = (6, 7)
"""July and August."""


@dataclass
class Someone:
    """`keen`: how readily they decide; `asks`: how often they ask before they come in; `calls_urgent`: how often what
    they come in for is called urgent; `waits`: the middle of the days they need for an answer; `passes_on`: how often a
    colleague answers for them; `forgets`: how often nobody does. `away`: months in which they are not there."""

    name: str
    side: str
    keen: float
    asks: float
    calls_urgent: float
    waits: float
    passes_on: float = 0.06
    forgets: float = 0.03
    away: set[int] = field(default_factory=set)
    since: int = 0
    until: int = MONTHS

    def there(self, month: int) -> bool:
        """Are they in the neighbourhood in this month?"""
        return self.since <= month < self.until and month not in self.away


@dataclass
class Group:
    """A room and who holds it. `matters`, `visits`, `questions`: of each how many a month. `alone`: how often somebody else
    settles a matter. `contact`: by side, who of them usually has to do with this group (the newest last)."""

    room: str
    holders: list[Someone]
    matters: float
    visits: dict[str, float]
    questions: dict[str, float]
    alone: float
    contact: dict[str, list[Someone]]

    def usual(self, side: str, month: int) -> Someone:
        """Who of a side has to do with this group in a month, there or not."""
        return next(one for one in reversed(self.contact[side]) if one.since <= month)


@dataclass
class Cast:
    """All of them. `others`: by side, everybody of it."""

    groups: list[Group]
    others: dict[str, list[Someone]]


def draw_cast(rng: np.random.Generator) -> Cast:
    """A neighbourhood: four to six groups of residents, a board of five to seven, two institutions."""
    board = [_someone(rng, f"board{n}", BOARD) for n in range(rng.integers(5, 8))]
    city = [_someone(rng, f"city{n}", CITY) for n in range(rng.integers(3, 6))]
    housing = [_someone(rng, f"housing{n}", HOUSING) for n in range(rng.integers(2, 4))]
    others = {BOARD: board, CITY: city, HOUSING: housing}
    groups = [_group(rng, f"group{n}", others) for n in range(rng.integers(4, 7))]
    groups.append(_board_room(rng, others))
    return Cast(groups, others)


def _someone(rng: np.random.Generator, name: str, side: str) -> Someone:
    return Someone(
        name,
        side,
        keen=float(rng.gamma(4.0, 0.25)),
        asks=float(rng.beta(14, 2)),
        calls_urgent=float(rng.beta(2, 40)),
        waits=float(rng.uniform(3.0, 8.0)),
    )


def _group(rng: np.random.Generator, room: str, others: dict[str, list[Someone]]) -> Group:
    people = int(rng.choice([1, 2, 3, 4, 5, 6, 8], p=[0.08, 0.12, 0.15, 0.2, 0.2, 0.15, 0.1]))
    return Group(
        room,
        [_someone(rng, f"{room}-{n}", RESIDENTS) for n in range(people)],
        matters=float(rng.gamma(6.0, 1.4)),
        visits={CITY: float(rng.gamma(5.0, 1.2)), BOARD: float(rng.gamma(3.0, 0.8))},
        questions={CITY: float(rng.gamma(5.0, 0.9)), HOUSING: float(rng.gamma(4.0, 0.7))},
        alone=float(rng.beta(2, 16)),
        contact={side: [some[int(rng.integers(len(some)))]] for side, some in others.items()},
    )


def _board_room(rng: np.random.Generator, others: dict[str, list[Someone]]) -> Group:
    """What the board itself decides; the city sits at the table now and then."""
    return Group(
        "board",
        others[BOARD],
        matters=float(rng.gamma(8.0, 1.5)),
        visits={CITY: float(rng.gamma(3.0, 0.8))},
        questions={CITY: float(rng.gamma(5.0, 0.9))},
        alone=float(rng.beta(1, 20)),
        contact={CITY: [others[CITY][int(rng.integers(len(others[CITY])))]]},
    )
