"""Money of a task, in whole cents: what residents have by an agreement, and what the institution spends itself. Pure."""

import itertools

from vuurtoren.language import Refused

MOST_CENTS = 100_000_000_00
"""A hundred million euros: what is more is a slip of the finger."""
LONGEST_SOURCE = 200
YEARS_BACK = 10
_AROUND = ("€", "euros", "euro", "eur")
_BESIDE = "€.,;:()"


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
    bare = "".join(words.lower().split())
    for one in _AROUND:
        bare = bare.replace(one, "")
    bare = bare.removesuffix(",-").removesuffix(".-")
    cents = _cents_of(bare.removeprefix("-"))
    return cents if cents is None or not bare.startswith("-") else -cents


def amount_in(words: str) -> int | None:
    """The first amount that stands in an answer, in cents; None where there is none.

    >>> amount_in("€ 1.250,50 per jaar, voor zakken"), amount_in("300 euro, en 20 voor koffie"), amount_in("Weten we niet")
    (125050, 30000, None)
    """
    said = [one.strip(_BESIDE) for one in words.split()]
    for number, one in enumerate(said):
        if one[:1].isdigit():
            short = len(one) <= 3 and one.isdigit()
            more = itertools.takewhile(_thousands, said[number + 1 :]) if short else ()
            found = read_cents("".join((one, *more)))
            if found is not None:
                return found
    return None


def _thousands(word: str) -> bool:
    """Does a word go on with an amount that was begun: three digits, and perhaps cents?"""
    return word[:3].isdigit() and len(word[:3]) == 3 and word[3:4] in ("", ".", ",")


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


def _cents_of(bare: str) -> int | None:
    """Of digits with points and commas: behind the last of them one or two digits are cents, three are a thousand."""
    last = max(bare.rfind("."), bare.rfind(","))
    has_cents = last > 0 and 1 <= len(bare) - last - 1 <= 2
    whole, by, cents = (bare[:last], bare[last], bare[last + 1 :]) if has_cents else (bare, "", "0")
    between = [one for one in ".," if one in whole]
    first, *thousands = whole.split(between[0]) if between else (whole,)
    if thousands and (by == between[0] or len(first) > 3 or any(len(one) != 3 for one in thousands)):
        return None
    digits = "".join((first, *thousands))
    if not (digits + cents).isascii() or not digits.isdigit() or not cents.isdigit():
        return None
    return int(digits) * 100 + int(cents.ljust(2, "0"))
