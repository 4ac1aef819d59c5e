"""The threes: whoever is over joins a two, in the best way for those twos, exactly: an assignment (scipy's).

In a three the first person shares a love with each of the two others; those two may meet as well (no tie, no earlier
proposal, a language in common). What all three love goes before what only the first shares with each.
"""

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from vuurtoren.engine.weave.candidates import BEST
from vuurtoren.engine.weave.kinds import Bools, Ints
from vuurtoren.engine.weave.near import ONE_LOVE, Near

Tables = list[list[int]]
Ways = dict[tuple[int, int], tuple[int, int]]
"""For a person who is over and a two: what joining is worth, and who of the two is the middle."""
MOST_WORTH = BEST + ONE_LOVE


def tables_of(mate: Ints) -> Tables:
    """The twos as tables of two people.

    >>> tables_of(np.array([2, -1, 0]))
    [[0, 2]]
    """
    first = np.flatnonzero(mate > np.arange(len(mate)))
    return [[i, j] for i, j in zip(first.tolist(), mate[first].tolist(), strict=True)]


def threes(near: Near, mate: Ints) -> Tables:
    """Twos and threes: of each the people, first the one who shares a love with the others.

    Given the twos, the threes seat as many as can be of those who were left out before, then as many as can be, then
    share and bridge as much as can be.
    """
    tables, over = tables_of(mate), np.flatnonzero(mate < 0)
    ways = _ways(near, over.tolist(), tables)
    if ways:
        for row, table in _assigned(ways, near.found.known.left_out[over] > 0):
            middle = ways[row, table][1]
            (other,) = (one for one in tables[table] if one != middle)
            tables[table] = [middle, other, int(over[row])]
    return tables


def _ways(near: Near, over: list[int], tables: Tables) -> Ways:
    table_of = {person: number for number, table in enumerate(tables) for person in table}
    ways: Ways = {}
    for row, person in enumerate(over):
        for middle, worth in near.of(person):
            table = table_of.get(middle, -1)
            if table < 0:
                continue
            (other,) = (one for one in tables[table] if one != middle)
            if near.may_meet(person, other):
                whole = (near.third(middle, other, person, worth), middle)
                ways[row, table] = max(ways.get((row, table), whole), whole)
    return ways


def _assigned(ways: Ways, waited: Bools) -> list[tuple[int, int]]:
    """Which persons join which twos. Each has a column of their own besides, for staying over, so that all of them fit.

    The numbers stay below 2 ** 53, so that they are whole, up to 60,000 people over.
    """
    rows, tables = (np.array(each, dtype=np.int64) for each in zip(*ways, strict=True))
    worth = np.array([each for each, _ in ways.values()], dtype=np.int64)
    people, row = np.unique(rows, return_inverse=True)
    twos, column = np.unique(tables, return_inverse=True)
    k = len(people)
    seat = k * MOST_WORTH + 1
    stay = np.where(waited[people], (k + 2) * seat, seat)
    cost = np.r_[stay[row] - worth, 2 * stay].astype(np.float64)
    own = np.arange(k)
    shape = (k, len(twos) + k)
    matrix = csr_matrix((cost, (np.r_[row, own], np.r_[column, len(twos) + own])), shape=shape)
    chosen_row, chosen = min_weight_full_bipartite_matching(matrix)
    seated = chosen < len(twos)
    return [
        (int(people[i]), int(twos[j]))
        for i, j in zip(chosen_row[seated].tolist(), chosen[seated].tolist(), strict=True)
    ]
