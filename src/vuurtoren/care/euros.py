"""Money of a task, in whole cents: what residents have by an agreement, and what the institution spends itself. Pure."""

import re

from vuurtoren.language import Refused

MOST_CENTS = 100_000_000_00
"""A hundred million euros: what is more is a slip of the finger."""
LONGEST_SOURCE = 200
YEARS_BACK = 10
_AROUND = re.compile(r"\s|€|euros?|eur")
_THOUSANDS = re.compile(
    r"-?(?P<whole>\d{1,3}(?:(?P<by>[.,])\d{3})(?:(?P=by)\d{3})*)(?:(?!(?P=by))[.,](?P<cents>\d{1,2}))?"
)
_PLAIN = re.compile(r"-?(?P<whole>\d+)(?:[.,](?P<cents>\d{1,2}))?")
_IN_WORDS = re.compile(r"\d{1,3}(?:[.\s]\d{3})+(?:,\d{1,2})?(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)")


def check_cents(cents: int | None) -> int | None:
    """None where nobody said; a whole number of cents from zero up."""
    if cents is not None and not 0 <= cents <= MOST_CENTS:
        raise Refused("care.cents")
    return cents


def read_cents(words: str) -> int | None:
    """An amount as people write it, in cents; None for what is no amount. Two digits behind the last point or comma are
    cents, three are a thousand.

    >>> [read_cents(one) for one in ("1.250", "€ 1250", "1.250,50", "1 250", "1250.5", "450 euro")]
    [125000, 125000, 125050, 125000, 125050, 45000]
    >>> read_cents("1.25.0"), read_cents("veel"), read_cents("-3")
    (None, None, -300)
    """
    bare = _AROUND.sub("", words.lower()).removesuffix(",-").removesuffix(".-")
    if found := _THOUSANDS.fullmatch(bare):
        whole = found["whole"].replace(".", "").replace(",", "")
    elif found := _PLAIN.fullmatch(bare):
        whole = found["whole"]
    else:
        return None
    cents = int(whole) * 100 + int((found["cents"] or "0").ljust(2, "0"))
    return -cents if bare.startswith("-") else cents


def amount_in(words: str) -> int | None:
    """The first amount that stands in an answer, in cents; None where there is none.

    >>> amount_in("€ 1.250,50 per jaar, voor zakken"), amount_in("300 euro, en 20 voor koffie"), amount_in("Weten we niet")
    (125050, 30000, None)
    """
    found = _IN_WORDS.search(words)
    return read_cents(found[0]) if found else None


def check_spending(year: int, this_year: int, cents: int, source: str) -> str:
    """The source, trimmed, of what was or will be spent in a year: nobody believes a figure without one."""
    check_cents(cents)
    source = " ".join(source.split())
    if not this_year - YEARS_BACK <= year <= this_year + 1:
        raise Refused("care.spending_year")
    if not source:
        raise Refused("care.spending_source")
    if len(source) > LONGEST_SOURCE:
        raise Refused("care.words_too_long", most=LONGEST_SOURCE)
    return source
