"""What must be true of a gift: a kind, a few words, how far it may be seen, and until when. Pure.

>>> check_gift("hands", "  taarten   bakken ", "me", date(2027, 1, 1), date(2026, 11, 20))
'taarten bakken'
"""

from datetime import date, datetime, timedelta

from vuurtoren.language import Refused

KINDS = ("head", "hands", "heart", "place", "things", "network")
"""What one knows, makes, loves, has room for, owns, and whom one knows."""
WIDTHS = ("me", "tables", "neighbourhood")
"""Who may see a gift: only oneself, whoever sat at a table with me, who lives here. The narrowest comes first."""
LONGEST = 120
MOST = 40
"""Gifts of one person in one neighbourhood."""
LASTS = timedelta(days=365)
LASTS_AT_MOST = timedelta(days=366)
LONGEST_ASKED = 120
MOST_LOOKINGS = 3
"""Of one table at a time: whoever looks for everything is found by nobody."""
LOOKS_AT_MOST = timedelta(days=92)
ANSWER_WITHIN = timedelta(days=28)
"""So long both sides of an introduction are asked; silence is no yes."""
BECAME_AFTER, BECAME_WITHIN = timedelta(days=14), timedelta(days=56)
"""When both said yes, what became of it is asked once, between so many days after it."""
INVITED_AT_MOST = timedelta(days=28)
"""So far ahead is the table to which one invites somebody."""
INVITATION_KEPT = timedelta(days=28)
"""So long after its day an invitation is still known, so that nobody is asked again and again."""
MOST_INVITED = 5
"""Invitations of one person that are open at a time: whoever asks everybody asks nobody."""
BECAME = ("happened", "grew", "not_yet", "unsaid")
LOOKED_BACK_ON = ANSWER_WITHIN + BECAME_WITHIN
"""So long after it was asked something can still be said of an introduction; then nothing of it needs to stay."""


def check_gift(kind: str, words: str, width: str, until: date, today: date) -> str:
    """The words, trimmed; refuses what is empty, too long, or holds for ever."""
    words = " ".join(words.split())
    if kind not in KINDS:
        raise Refused("gifts.kind_unknown")
    if width not in WIDTHS:
        raise Refused("gifts.width_unknown")
    if not words:
        raise Refused("gifts.words_missing")
    if len(words) > LONGEST:
        raise Refused("gifts.words_too_long", most=LONGEST)
    check_end(until, today)
    return words


def check_end(until: date, today: date) -> None:
    """A gift ends on a day to come, within a year; then one says it again."""
    if until <= today:
        raise Refused("gifts.end_over")
    if until - today > LASTS_AT_MOST:
        raise Refused("gifts.end_too_far")


def check_room(have: int) -> None:
    """There is room for many gifts of one person, not for a catalogue."""
    if have >= MOST:
        raise Refused("gifts.enough", most=MOST)


def check_paper(until: date, yes_until: date | None) -> None:
    """What is written down for somebody on paper holds no longer than their yes; without a yes nothing is written down."""
    if yes_until is None:
        raise Refused("gifts.no_yes")
    if until > yes_until:
        raise Refused("gifts.longer_than_the_yes", day=yes_until)


def check_invitation(day: date, today: date, open_: int) -> None:
    """Come to a table, on a day that is near; few at a time."""
    if day < today:
        raise Refused("gifts.invited_too_late")
    if day - today > INVITED_AT_MOST:
        raise Refused("gifts.invited_too_far", days=INVITED_AT_MOST.days)
    if open_ >= MOST_INVITED:
        raise Refused("gifts.invited_enough", most=MOST_INVITED)


def check_looking(words: str, until: date, today: date, have: int, *, whose: str = "table") -> str:
    """What a table or an initiative (`whose`) looks for, in a few words, for a season at most."""
    words = " ".join(words.split())
    if not words:
        raise Refused("gifts.words_missing")
    if len(words) > LONGEST:
        raise Refused("gifts.words_too_long", most=LONGEST)
    if until <= today:
        raise Refused("gifts.end_over")
    if until - today > LOOKS_AT_MOST:
        raise Refused("gifts.looks_too_long", days=LOOKS_AT_MOST.days)
    if have >= MOST_LOOKINGS:
        raise Refused("gifts.looks_for_enough", most=MOST_LOOKINGS, whose=whose)
    return words


def may_answer(asked_at: datetime, looks_until: date, today: date, at: datetime) -> bool:
    """Is an introduction still asked? For four weeks, and while the table looks."""
    return looks_until >= today and at - asked_at <= ANSWER_WITHIN


def told_to_who_introduced(
    asked_at: datetime, together_at: datetime | None, became: str, at: datetime
) -> str:
    """What whoever introduced two is told: "waiting", "together", what it became if that was said, or "passed".

    A no does not come in here. It looks like silence, and both show on the day that the four weeks are over.

    >>> monday, in_may = datetime(2026, 4, 6), datetime(2026, 5, 6)
    >>> told_to_who_introduced(monday, None, "", monday), told_to_who_introduced(monday, None, "", in_may)
    ('waiting', 'passed')
    >>> [told_to_who_introduced(monday, monday, became, in_may) for became in ("", "grew", "unsaid")]
    ['together', 'grew', 'together']
    """
    if together_at is None:
        return "waiting" if at - asked_at <= ANSWER_WITHIN else "passed"
    return became if became and became != "unsaid" else "together"


def asks_what_became(together_at: datetime | None, became: str, at: datetime) -> bool:
    """Is now the time to ask, once, what became of an introduction that both said yes to?"""
    if together_at is None or became:
        return False
    return BECAME_AFTER <= at - together_at <= BECAME_WITHIN
