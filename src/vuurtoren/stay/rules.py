"""What must be true of days, promises and leaving. Pure.

>>> months_between(date(2025, 6, 15), date(2026, 11, 14))
16
"""

from collections.abc import Collection
from datetime import date, timedelta

from vuurtoren.language import Refused

KINDS = ("walked", "coffee", "table", "visited", "worked")
"""What a professional did among neighbours, by the day: walked, drank coffee, sat at a table, visited, worked along."""
LONGEST_DAY = 200
WRITE_WITHIN = timedelta(days=60)
"""So long after it a day can still be written down."""
SHARES = {"weeks": 28, "season": 91, "year": 365}
"""Over how many days up to today a professional may show how often they were here."""
SHARE_AT_MOST = timedelta(days=366)
"""A yes to showing it has an end, at most so far away; then one is asked anew by the form."""
STATES = ("asked", "open", "denied", "kept", "wont")
"""A promise that a neighbour wrote down is asked until its owner says that it is so (open) or is not (denied). An open one
ends when it is kept, or when it is told honestly that it will not happen. Silence changes nothing."""
UNDONE = ("asked", "open")
LONGEST_PROMISE = 200
LONGEST_REASON = 300
DUE_WITHIN = timedelta(days=731)
TOLD_WITHIN = timedelta(days=366)
"""So long ago the day may lie on which a neighbour was promised that it would be done."""
ANSWER_WITHIN = timedelta(days=14)
"""So long a neighbour's question whether this was promised is fresh; after it the silence shows."""
LONG_LATE = timedelta(days=28)
UNDO_WITHIN = timedelta(days=7)
"""So long after 'it is done' or 'it will not happen' whoever said so can say otherwise."""
MOST_ASKED = 20
"""So many questions one neighbour may have open: more is a talk at a table."""
LEAVE_WITHIN = timedelta(days=731)
SETTLES_IN = 18
"""Months that somebody needs to be known in a neighbourhood. Whoever leaves sooner is a sign about their institution, told
to who leads the team, not to them."""
MOST_INTRODUCED = 500


def months_between(since: date, until: date) -> int:
    """Whole months from one day to another, as people count them; none when it has yet to begin.

    >>> months_between(date(2026, 1, 31), date(2026, 2, 28)), months_between(date(2026, 5, 1), date(2026, 3, 1))
    (0, 0)
    """
    return max(0, (until.year - since.year) * 12 + until.month - since.month - (until.day < since.day))


def check_kinds(kinds: Collection[str]) -> tuple[str, ...]:
    """What one did, each once and in the order of the list."""
    if not set(kinds) <= set(KINDS):
        raise Refused("stay.kind_unknown")
    return tuple(kind for kind in KINDS if kind in kinds)


def check_day(day: date, today: date, words: str = "") -> str:
    """A day lies behind us, not too long, and takes one line of one's own words."""
    words = " ".join(words.split())
    if day > today:
        raise Refused("stay.not_yet")
    if day < today - WRITE_WITHIN:
        raise Refused("stay.too_long_ago", days=WRITE_WITHIN.days)
    if len(words) > LONGEST_DAY:
        raise Refused("stay.day_too_long", most=LONGEST_DAY)
    return words


def check_promise(words: str, due: date, today: date, *, told_before: bool = False) -> str:
    """A promise says what, in a few words, and by which day; one that was made before may be late already."""
    words = " ".join(words.split())
    if not words:
        raise Refused("stay.promise_empty")
    if len(words) > LONGEST_PROMISE:
        raise Refused("stay.promise_too_long", most=LONGEST_PROMISE)
    if not today - (TOLD_WITHIN if told_before else timedelta()) <= due <= today + DUE_WITHIN:
        raise Refused("stay.due_wrong")
    return words


def check_reason(reason: str, *, reaches_them: bool, told: bool) -> str:
    """That it will not happen takes a reason in plain words, and whoever it was promised to hears it: here, or by you."""
    reason = " ".join(reason.split())
    if not reason:
        raise Refused("stay.reason_missing")
    if len(reason) > LONGEST_REASON:
        raise Refused("stay.reason_too_long", most=LONGEST_REASON)
    if not (reaches_them or told):
        raise Refused("stay.tell_them_first")
    return reason


def may_undo(ended_on: date | None, today: date) -> bool:
    """Can what ended a promise still be taken back by who said it?

    >>> [may_undo(date(2026, 11, 1), date(2026, 11, day)) for day in (1, 8, 9)]
    [True, True, False]
    """
    return ended_on is not None and today <= ended_on + UNDO_WITHIN


def check_undo(ended_on: date | None, today: date) -> None:
    """A tap too soon is taken back within a week; later it is talked about."""
    if not may_undo(ended_on, today):
        raise Refused("stay.undo_too_late", days=UNDO_WITHIN.days)


def tone(state: str, made_on: date, due: date, today: date) -> str:
    """How loud the waiting is: nothing, `late`, or `long` from four weeks on.

    A promise waits for its day; a question whether it was promised waits for an answer.

    >>> tone("open", date(2026, 9, 1), date(2026, 10, 1), date(2026, 10, 2))
    'late'
    """
    if state not in UNDONE:
        return ""
    until = due if state == "open" else made_on + ANSWER_WITHIN
    return "" if today <= until else "late" if today <= until + LONG_LATE else "long"


def leaves_early(since: date, last_day: date) -> bool:
    """Does somebody leave before they could be known?

    >>> leaves_early(date(2025, 6, 1), date(2026, 11, 30)), leaves_early(date(2025, 6, 1), date(2026, 12, 1))
    (True, False)
    """
    return months_between(since, last_day) < SETTLES_IN


def check_last_day(last_day: date, since: date, today: date) -> None:
    """The last day of somebody's work is still to come, or today."""
    if not max(today, since) <= last_day <= today + LEAVE_WITHIN:
        raise Refused("stay.last_day_wrong")


def check_walk(walk_on: date | None, follows_since: date | None, last_day: date) -> None:
    """A walk together is for two who are both here: who follows has begun, and who leaves is not gone yet."""
    if walk_on is None:
        return
    if follows_since is None:
        raise Refused("stay.walk_with_whom")
    if not follows_since <= walk_on <= last_day:
        raise Refused("stay.walk_needs_both")


def check_introductions(people: int, introduced: int) -> None:
    """How many people are to be introduced, and how many were: numbers, no names."""
    if not 0 <= introduced <= people <= MOST_INTRODUCED:
        raise Refused("stay.introductions", most=MOST_INTRODUCED)


def check_nothing_open(count: int) -> None:
    """Nobody leaves in silence: each promise has a new owner who said yes, or was honestly told not to happen."""
    if count:
        raise Refused("stay.promises_open", count=count)


def left_undone(*, follows: bool, walked: bool, people: int, introduced: int) -> tuple[str, ...]:
    """What a leaving leaves undone besides promises: nobody follows yet (`follows`), no walk together that who follows
    confirmed (`walk`), neighbours who were not introduced (`people`).

    >>> left_undone(follows=True, walked=False, people=14, introduced=9)
    ('walk', 'people')
    >>> left_undone(follows=False, walked=False, people=0, introduced=0)
    ('follows',)
    """
    found = {"follows": not follows, "walk": follows and not walked, "people": introduced < people}
    return tuple(name for name, undone in found.items() if undone)


def check_left_known(left: Collection[str], known: bool) -> None:
    """What was left undone does not keep anybody from closing, as long as they say that they know."""
    if left and not known:
        raise Refused("stay.left_unsaid")


def is_over(last_day: date, today: date) -> bool:
    """Until the last day is over everything about a leaving can still be changed, also when it was said to be done."""
    return last_day < today


def check_sharing(length: int, until: date, today: date) -> None:
    """What is shared is one of a few lengths up to today, and ends on a day to come."""
    if length not in SHARES.values():
        raise Refused("stay.share_unknown")
    if not today <= until <= today + SHARE_AT_MOST:
        raise Refused("stay.share_until")
