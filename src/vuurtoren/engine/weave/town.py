"""Invented people to try ways of weaving on.

Streets lie in a row, a hundred people each. There are 150 things to love, of which the first are loved by very many (the
chance falls with the rank to the power 0.8); each street has eight favourites. People love two to five things, two in
five of those from their street's favourites. One in thirty loves one rare thing only, which about six people in the town
love. Each has about six ties, four in five within the street. Two in five sit at a table of about twenty, mostly of
their own part of town. Six in seven speak Dutch, and everybody one or two of seven other languages; one in ten did not
tell. All of these figures are assumptions.
"""

from dataclasses import dataclass

import numpy as np

from vuurtoren.engine.weave.asked import Asked, no_pairs
from vuurtoren.engine.weave.kinds import Ints

A_STREET, A_TABLE, A_RARE_THING = 100, 20, 6
THINGS, FAVOURITES, TIES = 150, 8, 6
OF_STREET, RARE, TIED_NEAR, AT_TABLE, DUTCH, NOT_TOLD = 0.4, 1 / 30, 0.8, 0.4, 6 / 7, 0.1


@dataclass(frozen=True)
class Town:
    """Everybody of a town, as if all had asked, before the first round. Streets are numbered along a line."""

    everybody: Asked

    def asking(self, who: Ints, left_out: Ints, proposed: Ints) -> Asked:
        """Those who ask this time, places in the town, with how often each of the town was left out and the pairs that
        were proposed before."""
        every = self.everybody
        return Asked(
            person=every.person[who], street=every.street[who], loves=every.loves, groups=every.groups,
            ties=every.ties, not_again=proposed, left_out=left_out[who], languages=every.languages[who],
        )  # fmt: skip

    def streets_of(self, one: int, other: int) -> tuple[int, int]:
        """The streets of two people, the lower number first."""
        first, last = sorted((int(self.everybody.street[one]), int(self.everybody.street[other])))
        return first, last


def draw(rng: np.random.Generator, people: int) -> Town:
    """A town of so many people, at least one.

    >>> draw(np.random.default_rng(1), 300).everybody.person.tolist() == list(range(300))
    True
    """
    person = np.arange(people)
    streets = max(1, people // A_STREET)
    street = np.sort(rng.integers(0, streets, people))
    not_told, dutch = rng.random(people) < NOT_TOLD, rng.random(people) < DUTCH
    spoken = (1 << rng.integers(1, 8, people)) | np.where(
        rng.random(people) < 0.5, 1 << rng.integers(1, 8, people), 0
    )
    return Town(
        Asked(
            person=person,
            street=street,
            loves=_loves(rng, street, streets),
            groups=_tables(rng, people),
            ties=_ties(rng, street, streets),
            languages=np.where(not_told, 0, np.where(dutch, spoken | 1, spoken)),
        )
    )


def _loves(rng: np.random.Generator, street: Ints, streets: int) -> Ints:
    people = len(street)
    chance = 1.0 / np.arange(1, THINGS + 1) ** 0.8
    chance /= chance.sum()
    favourites = rng.choice(THINGS, (streets, FAVOURITES), p=chance)
    count = rng.integers(2, 6, people)
    rare = rng.random(people) < RARE
    count[rare] = 0
    who = np.repeat(np.arange(people), count)
    own = favourites[street[who], rng.integers(0, FAVOURITES, len(who))]
    thing = np.where(rng.random(len(who)) < OF_STREET, own, rng.choice(THINGS, len(who), p=chance))
    some = np.flatnonzero(rare)
    odd = THINGS + rng.integers(0, max(1, len(some) // A_RARE_THING), len(some))
    return np.unique(np.r_[np.column_stack([who, thing]), np.column_stack([some, odd])], axis=0)


def _tables(rng: np.random.Generator, people: int) -> Ints:
    """People in a row sit at tables of their part of town, but for one in five."""
    sits = np.flatnonzero(rng.random(people) < AT_TABLE)
    tables = max(1, len(sits) // A_TABLE)
    near = np.clip(np.arange(len(sits)) // A_TABLE + rng.integers(-2, 3, len(sits)), 0, tables - 1)
    return np.column_stack(
        [sits, np.where(rng.random(len(sits)) < 0.8, near, rng.integers(0, tables, len(sits)))]
    )


def _ties(rng: np.random.Generator, street: Ints, streets: int) -> Ints:
    people = len(street)
    one = np.repeat(np.arange(people), TIES // 2)
    begin, end = (
        np.searchsorted(street, np.arange(streets)),
        np.searchsorted(street, np.arange(streets), "right"),
    )
    near = begin[street[one]] + (rng.random(len(one)) * (end - begin)[street[one]]).astype(np.int64)
    other = np.where(rng.random(len(one)) < TIED_NEAR, near, rng.integers(0, people, len(one)))
    pairs = np.column_stack([one, other])[one != other]
    return pairs if len(pairs) else no_pairs()
