"""A series of coffees, of which one may once be at another time, or not be at all. Pure.

>>> from datetime import time
>>> weekly = When(date(2026, 11, 18), time(10), "week")
>>> otherwise = {date(2026, 11, 25): None, date(2026, 12, 2): datetime(2026, 12, 3, 15)}
>>> [one.at and f"{one.at:%d/%m}" for one, _ in zip(meetings(weekly, weekly.day, None, otherwise), range(4))]
['18/11', None, '03/12', '09/12']
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from heapq import merge
from itertools import takewhile

from vuurtoren.language import Refused
from vuurtoren.tables.rules import LOG_WITHIN, When, is_a_time, times

Otherwise = Mapping[date, datetime | None]
"""By the day it was planned on: the local time of a coffee instead; None: not this time."""
AS_PLANNED: Otherwise = {}
LASTS = timedelta(hours=2)
"""Nobody says how long coffee takes; so long after it began it is over."""
ONCE_WITHIN = timedelta(days=366)


@dataclass(frozen=True)
class Meeting:
    """One coffee: the local time that is usual, and when it is; None: not this time."""

    usual: datetime
    at: datetime | None

    @property
    def when(self) -> datetime:
        """When it is, or would have been."""
        return self.at or self.usual

    @property
    def otherwise(self) -> bool:
        """Is it at another time, or not at all?"""
        return self.at != self.usual

    def over(self, now: datetime) -> bool:
        """Has it been, at this local time?"""
        return self.when + LASTS <= now


@dataclass(frozen=True)
class MeetsOn:
    """What becomes of a coffee that was to be on a day. `state`: meets, moved (then `at` is the new local time), off (not
    this time), rests, or other (the table comes at other times now)."""

    state: str
    at: datetime | None = None


@dataclass(frozen=True)
class Series:
    """The same for a calendar (RFC 5545): the first time that is usual, from which the series comes back; the usual times
    at which nobody meets; and those that are at another time, each with that time."""

    first: datetime
    without: tuple[datetime, ...]
    moved: tuple[tuple[datetime, datetime], ...]


def meetings(
    when: When, since: date, rests_until: date | None = None, otherwise: Otherwise = AS_PLANNED
) -> Iterator[Meeting]:
    """Every coffee from a day on, in order of when it is; endless where the table comes back. While it rests, none."""
    since = max(since, rests_until or since)
    plain = (Meeting(one, one) for one in times(when, since) if one.date() not in otherwise)
    changed = (Meeting(datetime.combine(day, when.time), at) for day, at in otherwise.items())
    in_order = sorted((one for one in changed if one.when.date() >= since), key=lambda one: one.when)
    return merge(plain, in_order, key=lambda one: one.when)


def meets_on(
    when: When, day: date, rests_until: date | None = None, otherwise: Otherwise = AS_PLANNED
) -> MeetsOn:
    """Does a table meet on a day on which somebody expects it?

    >>> from datetime import time
    >>> weekly = When(date(2026, 11, 18), time(10), "week")
    >>> meets_on(weekly, date(2026, 11, 25), otherwise={date(2026, 11, 25): None}).state
    'off'
    """
    held = {at.date(): at for at in otherwise.values() if at}
    if rests_until and day < rests_until:
        return MeetsOn("rests")
    if day in held:
        return MeetsOn("meets", held[day])
    if day in otherwise:
        at = otherwise[day]
        return MeetsOn("moved", at) if at else MeetsOn("off")
    return MeetsOn("meets", datetime.combine(day, when.time)) if is_a_time(when, day) else MeetsOn("other")


def series_from(when: When, today: date, rests_until: date | None, otherwise: Otherwise) -> Series | None:
    """What a calendar needs to show what is to come; None where nothing is."""
    rest = max(today, rests_until or today)
    plain = next((one for one in times(when, rest) if one.date() not in otherwise), None)
    held = {day: at for day, at in otherwise.items() if at and at.date() >= rest}
    days = [*held, *([plain.date()] if plain else [])]
    if not days:
        return None
    first = datetime.combine(min(days), when.time)
    between = takewhile(lambda one: plain is not None and one < plain, times(when, first.date()))
    resting = [one for one in between if rest > today and one.date() not in otherwise]
    later = {day: at for day, at in otherwise.items() if day >= first.date()}
    off = [
        datetime.combine(day, when.time) for day, at in later.items() if at is None or _rests(at, today, rest)
    ]
    moved = [
        (datetime.combine(day, when.time), at)
        for day, at in later.items()
        if at is not None and not _rests(at, today, rest)
    ]
    return Series(first, tuple(sorted({*resting, *off})), tuple(sorted(moved)))


def _rests(at: datetime, today: date, rest: date) -> bool:
    return rest > today and at.date() < rest


def change_one(
    when: When,
    otherwise: Otherwise,
    planned: date,
    to: datetime | None,
    *,
    now: datetime,
    rests_until: date | None = None,
) -> dict[date, datetime | None]:
    """What is otherwise once the coffee of `planned` is at `to` (a local time); None: not this time. The usual time makes
    it usual again. Of what was longer ago than it can be written down, nothing is kept."""
    usual = datetime.combine(planned, when.time)
    if when.every == "once" or not is_a_time(when, planned):
        raise Refused("tables.not_planned")
    if Meeting(usual, otherwise.get(planned, usual)).over(now) or usual > now + ONCE_WITHIN:
        raise Refused("tables.not_coming")
    kept = {day: at for day, at in otherwise.items() if _kept(day, at, now.date()) and day != planned}
    if to is not None:
        _check_free(when, kept, planned, to, now=now, rests_until=rests_until)
    return kept if to == usual else {**kept, planned: to}


def _check_free(
    when: When,
    otherwise: Otherwise,
    planned: date,
    to: datetime,
    *,
    now: datetime,
    rests_until: date | None,
) -> None:
    """A coffee goes to a time to come, on a day on which the table does not rest and does not meet already."""
    if not now <= to <= now + ONCE_WITHIN:
        raise Refused("tables.once_when")
    if rests_until and to.date() < rests_until:
        raise Refused("tables.rests_then")
    taken = {at.date() for at in otherwise.values() if at}
    plain = is_a_time(when, to.date()) and to.date() not in otherwise and to.date() != planned
    if plain or to.date() in taken:
        raise Refused("tables.meets_then")


def _kept(day: date, at: datetime | None, today: date) -> bool:
    return max(day, at.date() if at else day) >= today - LOG_WITHIN


def as_kept(otherwise: Otherwise) -> dict[str, str | None]:
    """As it is kept in a row, for JSON: each day and local time as ISO 8601."""
    return {day.isoformat(): at.isoformat() if at else None for day, at in sorted(otherwise.items())}


def as_read(kept: Mapping[str, str | None]) -> dict[date, datetime | None]:
    """As it was kept, read again.

    >>> as_read(as_kept({date(2026, 12, 2): None})) == {date(2026, 12, 2): None}
    True
    """
    return {date.fromisoformat(day): datetime.fromisoformat(at) if at else None for day, at in kept.items()}


def goes_on_as_it_was(before: When, after: When, today: date) -> bool:
    """Is this the same series, at most at another time of the day, from its next coffee after today on?

    >>> from datetime import time
    >>> weekly = When(date(2026, 11, 18), time(10), "week")
    >>> goes_on_as_it_was(weekly, When(date(2026, 12, 2), time(15), "week"), date(2026, 11, 30))
    True
    >>> goes_on_as_it_was(weekly, When(date(2026, 12, 3), time(10), "week"), date(2026, 11, 30))
    False
    """
    if before.every != after.every or not is_a_time(before, after.day):
        return False
    following = next(times(before, today + timedelta(days=1)), None)
    return following is not None and after.day <= following.date()
