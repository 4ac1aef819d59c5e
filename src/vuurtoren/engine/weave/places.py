"""A place for who is still over: others move so that one more can sit, and who waited goes before who did not.

Everybody could sit in a two or a three exactly when each can point to somebody they share a love with, and nobody is
pointed to more than twice; so those who can be seated together are the independent sets of a transversal matroid (that
packing with such stars is easy: Las Vergnas, An extension of Tutte's 1-factor theorem, 1978; Hell and Kirkpatrick,
Packings by complete bipartite graphs, 1986; who goes first: Turner, Maximum priority matchings, 2015). One search for
each person who is over, those who waited longest first, finds a chain of moves to a free place, or else somebody on a
chain who waited less and gives up their place. That seats the most people there can be, and the most of who waited, but
where two who could only sit with the same third may not meet each other: then a chain can be missed. Where that happens
among few people every way of sitting is tried (`few`); elsewhere `most_seated` tells how many could have been seated had
they been allowed to meet.
"""

from collections import deque
from dataclasses import dataclass, field

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching

from vuurtoren.engine.weave.candidates import Candidates
from vuurtoren.engine.weave.few import try_all
from vuurtoren.engine.weave.near import Near
from vuurtoren.engine.weave.threes import Tables
from vuurtoren.engine.weave.twos import patience


@dataclass
class _Chain:
    """Who seeks a place, and whose place at which table they would take over from: the links of the search so far."""

    person: int
    table: int = -1
    before: "_Chain | None" = None

    def touches(self, table: int) -> bool:
        """Does a move on this chain change that table?"""
        link: _Chain | None = self
        while link is not None:
            if link.table == table:
                return True
            link = link.before
        return False


@dataclass
class Seating:
    """Tables of two or three, first the one who shares a love with the others; and each person's table, -1 for none."""

    near: Near
    tables: Tables
    table_of: list[int]
    shut: set[int] = field(default_factory=set)
    """Tables from which no chain leads to a free place, or to somebody who waited less."""

    @staticmethod
    def made(near: Near, tables: Tables) -> "Seating":
        """From the tables there are."""
        table_of = [-1] * len(near.found.known.person)
        for number, table in enumerate(tables):
            for person in table:
                table_of[person] = number
        return Seating(near, tables, table_of)

    def sit(self, number: int, people: list[int]) -> None:
        """These people sit at that table from now on."""
        self.tables[number] = people
        for person in people:
            self.table_of[person] = number

    def place(self, seeker: int, waited: list[int]) -> int:
        """Find a place for somebody; who is over then: -1 when all of them sit, else the seeker or who waited less."""
        queue, seen, chains = deque([_Chain(seeker)]), set(self.shut), []
        while queue:
            chain = queue.popleft()
            for middle, _ in self.near.of(chain.person):
                if self._free(chain, middle):
                    self._move(chain)
                    self._join(chain.person, middle)
                    return -1
                table = self.table_of[middle]
                if table < 0 or table in seen:
                    continue
                for leaver in self._leavers(chain.person, middle):
                    seen.add(table)
                    queue.append(_Chain(leaver, table, chain))
                    chains.append(queue[-1])
        less = [one for one in chains if waited[one.person] < waited[seeker]]
        if not less:
            self.shut = seen
            return seeker
        gives_up = min(less, key=lambda one: waited[one.person])
        self._move(gives_up)
        return gives_up.person

    def _free(self, chain: _Chain, middle: int) -> bool:
        """Can who ends the chain sit with `middle` without anybody losing a place?"""
        number = self.table_of[middle]
        if number < 0:
            return not self._on(chain, middle)
        table = self.tables[number]
        if len(table) == 3:
            return table[0] != middle and not self._on(chain, middle)
        (other,) = (one for one in table if one != middle)
        return not chain.touches(number) and self.near.may_meet(chain.person, other)

    def _on(self, chain: _Chain, person: int) -> bool:
        """Is this person one of the chain?"""
        link: _Chain | None = chain
        while link is not None:
            if link.person == person:
                return True
            link = link.before
        return False

    def _leavers(self, person: int, middle: int) -> list[int]:
        """Who could give up their place with `middle` to this person."""
        table = self.tables[self.table_of[middle]]
        if len(table) == 2:
            return [one for one in table if one != middle]
        if table[0] != middle:
            return []
        _, one, other = table
        may = self.near.may_meet
        return [leaves for leaves, stays in ((one, other), (other, one)) if may(person, stays)]

    def _move(self, chain: _Chain) -> None:
        """Each on the chain takes over from the next; the last one is without a table."""
        links = []
        link: _Chain | None = chain
        while link is not None and link.before is not None:
            links.append((link.before.person, link.person, link.table))
            link = link.before
        for comes, leaves, number in reversed(links):
            self.sit(number, [comes if one == leaves else one for one in self.tables[number]])
            self.table_of[leaves] = -1

    def _join(self, person: int, middle: int) -> None:
        """Sit with `middle`: with somebody who is over, away from a three, or as the third."""
        number = self.table_of[middle]
        if number < 0:
            self.tables.append([])
            self.sit(len(self.tables) - 1, [middle, person])
        elif len(self.tables[number]) == 3:
            self.sit(number, [one for one in self.tables[number] if one != middle])
            self.tables.append([])
            self.sit(len(self.tables) - 1, [middle, person])
        else:
            (other,) = (one for one in self.tables[number] if one != middle)
            self.sit(number, [middle, other, person])


def seat(near: Near, tables: Tables) -> tuple[Tables, list[int]]:
    """All tables after everybody moved who had to, and who is over; `tables` itself stays as it is."""
    seating = Seating.made(near, [list(table) for table in tables])
    waited = patience(near.found.known.left_out).tolist()
    over = [person for person, table in enumerate(seating.table_of) if table < 0 and near.of(person)]
    for person in sorted(over, key=lambda one: (-waited[one], one)):
        if seating.table_of[person] < 0:
            seating.place(person, waited)
    left = [person for person, table in enumerate(seating.table_of) if table < 0]
    return try_all(near, seating.tables, left)


def most_seated(found: Candidates) -> int:
    """No weave of these candidates seats more people than this: each points to one, nobody is pointed to three times."""
    n = len(found.known.person)
    one, other = np.r_[found.one, found.other], np.r_[found.other, found.one]
    columns = np.r_[2 * other, 2 * other + 1]
    matrix = csr_matrix((np.ones(len(columns), dtype=np.int8), (np.r_[one, one], columns)), shape=(n, 2 * n))
    return int((maximum_bipartite_matching(matrix, perm_type="column") >= 0).sum())
