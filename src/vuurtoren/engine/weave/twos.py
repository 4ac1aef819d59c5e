"""The twos: matchings of greatest weight, exact, one for each part of the graph that hangs together within a circle; then
one more among those of all circles who are over.

The weights put those who were left out most often first, then how many people sit at a table, then what is bridged; each
goes before all that comes after it, whatever their sum. The matching is rustworkx' (Galil, Efficient algorithms for finding
maximum matching in graphs, 1986), in whole numbers of 128 bits, so that nothing is rounded.
"""

import numpy as np
import rustworkx
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

from vuurtoren.engine.weave.candidates import BEST, Candidates
from vuurtoren.engine.weave.kinds import Bools, Ints

WAITS = 3
"""Who was left out more often in a row than this counts as so often."""


def patience(left_out: Ints) -> Ints:
    """(n) How often somebody was left out, as it counts.

    >>> patience(np.array([0, 2, 9])).tolist()
    [0, 2, 3]
    """
    return np.minimum(left_out, WAITS)


def twos(found: Candidates) -> Ints:
    """(n) With whom each person sits, -1 for nobody.

    >>> from vuurtoren.engine.weave.asked import Asked
    >>> from vuurtoren.engine.weave.candidates import candidates
    >>> two = Asked(np.array([7, 8, 9]), np.array([1, 2, 2]), loves=np.array([[7, 3], [8, 3], [9, 4]]))
    >>> sorted(twos(candidates(two, seed=1)).tolist())
    [-1, 0, 1]
    """
    mate = np.full(len(found.known.person), -1, dtype=np.int64)
    circle = found.known.circle
    _match_all(found, circle[found.one] == circle[found.other], mate)
    if len(found.one) and circle.max():
        _match_all(found, (mate[found.one] < 0) & (mate[found.other] < 0), mate)
    return mate


def _match_all(found: Candidates, which: Bools, mate: Ints) -> None:
    """Match these pairs exactly, part by part, and write down in `mate` who sits with whom."""
    one, other, worth = found.one[which], found.other[which], found.worth[which]
    graph = csr_matrix((np.ones(len(one), dtype=np.int8), (one, other)), shape=(len(mate), len(mate)))
    _, part = connected_components(graph, directed=False)
    order = np.argsort(part[one], kind="stable")
    cuts = np.flatnonzero(np.diff(part[one][order])) + 1
    waited = patience(found.known.left_out)
    for some in np.split(order, cuts):
        _match(one[some], other[some], worth[some], waited, mate)


def _match(one: Ints, other: Ints, worth: Ints, waited: Ints, mate: Ints) -> None:
    """Match one part of the graph exactly."""
    people, place = np.unique(np.r_[one, other], return_inverse=True)
    if len(people) == 2:
        mate[people] = people[::-1]
        return
    turn = turns(len(people), len(people) * BEST)
    worths = [turn[wait] for wait in waited[people].tolist()]
    graph: rustworkx.PyGraph[int, int] = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(people)))
    a, b = place[: len(one)].tolist(), place[len(one) :].tolist()
    graph.add_edges_from(
        [(i, j, worths[i] + worths[j] + each) for i, j, each in zip(a, b, worth.tolist(), strict=True)]
    )
    for i, j in rustworkx.max_weight_matching(graph, weight_fn=int):
        mate[people[i]], mate[people[j]] = people[j], people[i]


def turns(people: int, worth: int) -> list[int]:
    """What it is worth to seat somebody who was left out 0, 1, … times among so many: more than all seats of those who
    waited less, and all that can be shared and bridged (`worth`), together.

    >>> turns(2, 22)
    [23, 92, 299, 920]
    """
    found = [worth + 1]
    for _ in range(WAITS):
        found.append((people + 1) * found[-1] + worth + 1)
    return found
