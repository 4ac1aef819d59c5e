"""Kinds of task are data: what a kind needs to say before it works on every page. Pure.

>>> read([{"code": "chess", "names": {"nl": "schaken", "en": "chess"}, "does": {"nl": "Zetten.", "en": "Moving."},
...        "places": ["square"], "rhythms": ["monthly"], "units": {"nl": "potjes", "en": "games"}, "most": 40}])[0].code
'chess'
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from vuurtoren.language import LANGUAGES, Refused

GRADE, MISSED = "grade", "missed"
STOPS = (GRADE, MISSED)
"""How the stop line of a kind is told: a grade on the street, or rounds missed in a row against the rhythm."""
RHYTHM_DAYS: Mapping[str, int | None] = MappingProxyType(
    {"weekly": 7, "two_weeks": 14, "monthly": 31, "in_season": 14, "now_and_then": None}
)
"""Days from one round to the next; in season only days of the season count. None: no rhythm, so nothing can be missed."""
PLACES = ("street", "square", "park", "quay", "building")
MOST = range(1, 100_001)
CITY_DAYS = range(1, 367)
LONGEST_NAME, LONGEST_LINE, LONGEST_UNIT, MOST_KINDS = 60, 160, 30, 200
MONTHS = range(1, 13)
LONGEST_CODE = 50
NEEDED = frozenset({"code", "names", "does", "places", "rhythms", "units", "most"})
ALLOWED = NEEDED | {"season", "stop", "city_days", "excluded", "active"}
Words = Mapping[str, str]


@dataclass(frozen=True)
class KindOfTask:
    """What a kind is called, what one does, where, how often, in what it is measured, and what the institution does itself.

    `most`: of one round, in its unit. `city_days`: the institution does it itself at least once in so many days; None: it
    does not by itself. `excluded`: by law residents cannot take it over.
    """

    code: str
    names: Words
    does: Words
    places: tuple[str, ...]
    rhythms: tuple[str, ...]
    units: Words
    most: int
    season: tuple[int, ...] = ()
    stop: str = MISSED
    city_days: int | None = None
    excluded: bool = False
    active: bool = True


def read(raw: object) -> tuple[KindOfTask, ...]:
    """Kinds out of what a file says; refuses what is missing or odd, with the kind it is about."""
    if not isinstance(raw, list) or not raw or len(raw) > MOST_KINDS:
        raise Refused("care.kinds_no_list", most=MOST_KINDS)
    found = tuple(_read(number, one) for number, one in enumerate(raw, start=1))
    codes = [one.code for one in found]
    if twice := [code for code in codes if codes.count(code) > 1]:
        raise Refused("care.kinds_twice", kind=twice[0])
    return found


def key_of(code: str) -> UUID:
    """What stands for a kind in the journal, which holds no words: the same on every machine."""
    return uuid5(NAMESPACE_URL, f"vuurtoren:task:{code}")


def in_season(season: Iterable[int], day: date) -> bool:
    """Is `day` in the months from the first to the last? A season may run over new year; none is the whole year.

    >>> in_season((4, 10), date(2026, 5, 1)), in_season((11, 2), date(2026, 1, 1)), in_season((4, 10), date(2026, 1, 1))
    (True, True, False)
    """
    months = tuple(season)
    if not months:
        return True
    first, last = months
    return first <= day.month <= last if first <= last else not last < day.month < first


def rounds_missed(rhythms: Iterable[str], season: Iterable[int], last: date, today: date) -> int:
    """Rounds missed in a row since `last` against the quickest of the rhythms; a round is missed the day after it was due.

    >>> rounds_missed(["weekly"], (), date(2026, 5, 1), date(2026, 5, 8))
    0
    >>> rounds_missed(["weekly"], (), date(2026, 5, 1), date(2026, 5, 23))
    3
    """
    return max((_missed(one, tuple(season), last, today) for one in rhythms), default=0)


def _missed(rhythm: str, season: tuple[int, ...], last: date, today: date) -> int:
    days = RHYTHM_DAYS[rhythm]
    if not days or today <= last:
        return 0
    passed = (today - last).days - 1
    if rhythm == "in_season" and season:
        passed = sum(in_season(season, last + timedelta(days=one)) for one in range(1, passed + 1))
    return passed // days


def _read(number: int, raw: object) -> KindOfTask:
    if not isinstance(raw, Mapping) or not isinstance(raw.get("code"), str):
        raise Refused("care.kind_no_code", number=number)
    code = raw["code"]
    if len(code) > LONGEST_CODE or not _is_code(code):
        raise Refused("care.kind_code", kind=code[:LONGEST_CODE])
    for field in sorted(NEEDED - set(raw)):
        raise Refused("care.kind_misses", kind=code, field=field)
    for field in sorted(str(one) for one in set(raw) - ALLOWED):
        raise Refused("care.kind_unknown", kind=code, field=field[:LONGEST_NAME])
    stop = _one(code, "stop", raw.get("stop", MISSED), STOPS)
    rhythms = _some(code, "rhythms", raw["rhythms"], tuple(RHYTHM_DAYS))
    season = _season(code, raw.get("season", []))
    if (code == "litter") != (stop == GRADE):
        raise Refused("care.kind_value", kind=code, field="stop")
    if "in_season" in rhythms and not season:
        raise Refused("care.kind_misses", kind=code, field="season")
    return KindOfTask(
        code=code,
        names=_words(code, "names", raw["names"], LONGEST_NAME),
        does=_words(code, "does", raw["does"], LONGEST_LINE),
        places=_some(code, "places", raw["places"], PLACES),
        rhythms=rhythms,
        units=_words(code, "units", raw["units"], LONGEST_UNIT),
        most=_number(code, "most", raw["most"], MOST),
        season=season,
        stop=stop,
        city_days=_number(code, "city_days", raw["city_days"], CITY_DAYS)
        if raw.get("city_days") is not None
        else None,
        excluded=_yes_no(code, "excluded", raw.get("excluded", False)),
        active=_yes_no(code, "active", raw.get("active", True)),
    )


def _words(code: str, field: str, raw: Any, longest: int) -> Words:
    said = raw if isinstance(raw, Mapping) else {}
    if set(said) != set(LANGUAGES):
        raise Refused("care.kind_languages", kind=code, field=field, languages=", ".join(LANGUAGES))
    for words in said.values():
        plain = isinstance(words, str) and words.isprintable() and words.strip() == words
        if not plain or not 0 < len(words) <= longest:
            raise Refused("care.kind_words", kind=code, field=field, most=longest)
    return dict(said)


def _some(code: str, field: str, raw: Any, allowed: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(raw, list) or not raw or not all(one in allowed for one in raw):
        raise Refused("care.kind_choices", kind=code, field=field, choices=", ".join(allowed))
    return tuple(dict.fromkeys(raw))


def _one(code: str, field: str, raw: Any, allowed: tuple[str, ...]) -> str:
    return _some(code, field, [raw], allowed)[0]


def _number(code: str, field: str, raw: Any, allowed: range) -> int:
    if type(raw) is not int or raw not in allowed:
        raise Refused("care.kind_number", kind=code, field=field, least=allowed[0], most=allowed[-1])
    return raw


def _season(code: str, raw: Any) -> tuple[int, ...]:
    if raw == []:
        return ()
    if (
        not isinstance(raw, list)
        or len(raw) != 2
        or not all(type(one) is int and one in MONTHS for one in raw)
    ):
        raise Refused("care.kind_season", kind=code)
    return tuple(raw)


def _yes_no(code: str, field: str, raw: Any) -> bool:
    if not isinstance(raw, bool):
        raise Refused("care.kind_value", kind=code, field=field)
    return raw


def _is_code(code: str) -> bool:
    """Small letters and digits, beginning with a letter, with single hyphens between: as it stands in an address."""
    parts = code.split("-")
    return code[:1].isalpha() and all(one.isascii() and one.isalnum() and one == one.lower() for one in parts)
