"""Money of a task, in whole cents: what residents have by an agreement, and what the institution spends itself. Pure."""

from vuurtoren.language import Refused

MOST_CENTS = 100_000_000_00
"""A hundred million euros: what is more is a slip of the finger."""
LONGEST_SOURCE = 200
YEARS_BACK = 10


def check_cents(cents: int | None) -> int | None:
    """None where nobody said; a whole number of cents from zero up."""
    if cents is not None and not 0 <= cents <= MOST_CENTS:
        raise Refused("care.cents")
    return cents


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
