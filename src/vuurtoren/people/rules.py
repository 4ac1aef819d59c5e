"""What must be true of people, roles and consent. Pure."""

from collections.abc import Hashable, Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import TypeVar
from uuid import UUID

from vuurtoren.language import Refused

Group = TypeVar("Group", bound=Hashable)
LONGEST_NAME = 60
CONSENT_AT_MOST = timedelta(days=366)
ROLE_LASTS = timedelta(days=366)
USUAL_WEEKS, MOST_WEEKS = 10, 26
"""Within so many weeks an institution decides on a challenge where it says nothing else (as by-laws on the right to
challenge commonly have it), and no more than half a year."""
ENOUGH_TO_TELL = 5
"""A published figure covers at least five people, or is not published (law 7)."""


class Role(StrEnum):
    """Who one is in a neighbourhood. Everybody is a visitor; roles of more than a visitor end after a year."""

    RESIDENT = "resident"
    HOST = "host"
    BUILDER = "builder"
    BOARD = "board"
    TREASURER = "treasurer"
    WORKER = "worker"
    AUDITOR = "auditor"
    ADMIN = "admin"


APART: Mapping[Role, frozenset[Role]] = MappingProxyType(
    {
        Role.WORKER: frozenset({Role.BOARD, Role.TREASURER, Role.AUDITOR}),
        Role.AUDITOR: frozenset(
            {Role.HOST, Role.BUILDER, Role.BOARD, Role.TREASURER, Role.WORKER, Role.ADMIN}
        ),
    }
)
"""Roles one person never holds together in one neighbourhood (either way round).

Whoever looks into the books holds no other role that was given: each of them writes. Living somewhere is not given.
"""


class Reach(StrEnum):
    """How far a right goes: over everything in the neighbourhood, or only where one is concerned oneself."""

    ALL = "all"
    CONCERNED = "concerned"


@dataclass(frozen=True)
class Viewer:
    """Who looks or acts, with the rights of this very moment, drawn from the table in `power`.

    `rights` maps a neighbourhood's key to the rights held there; `everywhere` is what holds in any neighbourhood.
    `elsewhere`: where they work for other institutions only than the one that cleans, and so do not speak for the city.
    Pages, commands and acts ask `may` and `must`; nothing else decides.
    """

    person: UUID | None = None
    language: str = "nl"
    rights: Mapping[UUID, Mapping[str, Reach]] = field(default_factory=dict)
    everywhere: Mapping[str, Reach] = field(default_factory=dict)
    roles: Mapping[UUID, frozenset[Role]] = field(default_factory=dict)
    elsewhere: frozenset[UUID] = frozenset()

    def may(self, right: str, neighbourhood: UUID | None, *, concerned: bool = False) -> bool:
        """Does this viewer hold the right here? `concerned`: is it about oneself or one's own thing?"""
        reach = self.everywhere.get(right)
        here = self.rights.get(neighbourhood, {}).get(right) if neighbourhood else None
        return Reach.ALL in (reach, here) or (concerned and Reach.CONCERNED in (reach, here))

    def must(self, right: str, neighbourhood: UUID | None, *, concerned: bool = False) -> None:
        """Like `may`, but a no is a sentence."""
        if not self.may(right, neighbourhood, concerned=concerned):
            raise Refused("power.not_yours" if self.person else "power.sign_in_first")

    def somebody(self) -> UUID:
        """The key of the person who acts; a visitor is asked to sign in."""
        if self.person is None:
            raise Refused("power.sign_in_first")
        return self.person

    def is_a(self, role: Role, neighbourhood: UUID) -> bool:
        """Does the viewer hold this role here?"""
        return role in self.roles.get(neighbourhood, frozenset())

    def speaks_for_the_city(self, neighbourhood: UUID) -> bool:
        """Does the viewer work here for the institution that cleans, so that they offer, answer and help in its name?"""
        return self.is_a(Role.WORKER, neighbourhood) and neighbourhood not in self.elsewhere


def check_name(called: str) -> str:
    """The name somebody wants to be called by, trimmed; refuses nothing but emptiness and excess."""
    called = " ".join(called.split())
    if not called:
        raise Refused("people.name_missing")
    if len(called) > LONGEST_NAME:
        raise Refused("people.name_too_long", most=LONGEST_NAME)
    return called


def check_weeks(weeks: int) -> int:
    """A term that an institution may publish."""
    if not 1 <= weeks <= MOST_WEEKS:
        raise Refused("people.weeks", most=MOST_WEEKS)
    return weeks


def check_together(held: Set[Role], new: Role) -> None:
    """Refuses a role that may not go together with one held already in the same neighbourhood."""
    for one in held:
        if new in APART.get(one, ()) or one in APART.get(new, ()):
            raise Refused("people.roles_apart", held=one.value, role=new.value)


def check_consent(given: date, until: date, today: date) -> None:
    """Consent was given, today or before, and has an end, at most a year later and still to come."""
    if given > today:
        raise Refused("people.consent_still_to_come")
    if until <= given:
        raise Refused("people.consent_ends_before_it_begins")
    if until - given > CONSENT_AT_MOST:
        raise Refused("people.consent_too_long", most=CONSENT_AT_MOST.days)
    if until < today:
        raise Refused("people.consent_over")


def check_work_over(role: Role, last_days: Iterable[date | None], today: date) -> None:
    """A professional's role is not put down while work goes on (`last_days`: until when, None without an end): whoever
    leaves says on which day, hands over what they promised, and the role ends with that day.

    >>> check_work_over(Role.HOST, [None], date(2026, 11, 1))
    >>> check_work_over(Role.WORKER, [date(2026, 10, 31)], date(2026, 11, 1))
    """
    if role is Role.WORKER and any(day is None or day >= today for day in last_days):
        raise Refused("people.work_goes_on")


def last_day_of_all(last_days: Iterable[date | None], today: date) -> date | None:
    """The last day of all the work that is not over; None where some has no end, or all is over.

    >>> last_day_of_all([date(2026, 11, 9), date(2026, 12, 1)], date(2026, 11, 1))
    datetime.date(2026, 12, 1)
    >>> last_day_of_all([None, date(2026, 12, 1)], date(2026, 11, 1))
    """
    days = list(last_days)
    return None if None in days else max((day for day in days if day and day >= today), default=None)


def enough(people: int) -> bool:
    """May a figure about so many people be told? The five-people gate: whoever publishes asks here, and nowhere else."""
    return people >= ENOUGH_TO_TELL


def tellable(people: Mapping[Group, Set[Hashable]], besides: Set[Hashable] = frozenset()) -> set[Group]:
    """Of which groups a number may stand next to the total of them all, so that none of fewer than five people is told.

    What is left out can be found together, as the total less what is told: `besides`, who is in the total and in no
    group, belongs to it. Where that would be about one to four people, the smallest group that is told is left out as
    well (complementary suppression, as statistical offices do).

    >>> sorted(tellable({"Kade": set(range(9)), "Plein": set(range(10, 16)), "Laan": {20, 21}}))
    ['Kade']
    >>> sorted(tellable({"Kade": set(range(9)), "Plein": set(range(10, 16))}))
    ['Kade', 'Plein']
    >>> sorted(tellable({"Kade": set(range(9)), "Plein": set(range(10, 16))}, besides={20}))
    ['Kade']
    """
    told = {one for one, some in people.items() if enough(len(some))}
    left_out = set(besides).union(*(people[one] for one in people.keys() - told))
    if told and left_out and not enough(len(left_out)):
        told.discard(min(told, key=lambda one: (len(people[one]), str(one))))
    return told


def in_fives(people: int) -> int:
    """How many people at least, in whole fives; 0 below the gate. So one neighbour more mostly changes nothing.

    >>> [in_fives(count) for count in (4, 5, 9, 10)]
    [0, 5, 5, 10]
    """
    return people - people % ENOUGH_TO_TELL
