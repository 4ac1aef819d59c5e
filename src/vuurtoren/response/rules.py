"""What the city may do, must do and says about it: the agreed level, law 3 for changes by hand, and why. Pure.

>>> grade_of(14.2, SCALE)
'C'
>>> steps_behind(date(2026, 11, 20), date(2026, 11, 21))
1
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from vuurtoren.care.rules import Step, Terms
from vuurtoren.engine.units import GRADES, SCORES, LitterScale
from vuurtoren.language import Refused
from vuurtoren.power.rules import Emergency, Ground, ground_of

SCALE = LitterScale().most
SCALE_SOURCE = (
    "CROW, older editions, by way of laland.nl/norm.htm: coarse litter (10 cm and up) per 100 m², paved"
)
"""Most pieces per 100 m² for A+, A, B and C; more is D. KOR 2018 and 2023 are not public, so a neighbourhood may set
its own."""
SCORE: Mapping[str, int] = MappingProxyType(dict(zip(GRADES, SCORES, strict=True)))
AIMS = ("best", "least")
"""`best`: the best average for the crews' minutes. `least`: the least minutes that reach the agreed average."""
MODES = ("walk", "cart")
ORIGINS = ("plan", "hand")
SEEN_BY = ("resident", "worker", "import")
FLOOR_STEPS = range(1, 29)
HORIZON_STEPS = range(2, 15)
PIECES = range(5001)
MINUTES = range(1, 601)
SHIFT_MINUTES = range(10, 721)
LONGEST_REASON = 200
LONGEST_CREW_NAME = 60
LONGEST_SOURCE = 200
USUAL_AREA_M2 = 100.0
MOST_AREA_M2 = 100_000.0
PICKED_UP_WITHIN = 2
"""Steps within which the plan has a street that was given back, or whose carriers said yes (law 2)."""
M2_A_MINUTE = 40.0
"""Pavement that one person with a grabber picks in a minute, walking slowly; to be replaced by what is measured here."""
BEST_ROUND = 0.9
"""Even the best round leaves something behind."""
CREW_HANDS = 3
"""A crew of the city is taken to be three people."""
BEST_VISIT = 0.9
USUAL_SHIFT = 240.0
ON_THE_WAY = 20.0
"""Minutes of a shift that are kept for the way when a street is so long that it fills a whole one."""
USUAL_WAY = 3.0
"""Minutes to a street that was put on the plan by hand, as long as no round knows better."""


class Mode(StrEnum):
    """How the plan treats a street. `must` in the plan: asked, agreed, given_back."""

    FREE = "free"
    HELD = "held"
    ASKED = "asked"
    AGREED = "agreed"
    GIVEN_BACK = "given_back"

    @property
    def must(self) -> bool:
        """Has the city promised to come?"""
        return self in (Mode.ASKED, Mode.AGREED, Mode.GIVEN_BACK)


class Why(StrEnum):
    """Why a street is on the plan; each has its sentence `why-…`."""

    FLOOR = "floor"
    AVERAGE = "average"
    GIVEN_BACK = "given_back"
    ASKED = "asked"
    AGREED = "agreed"
    HAND = "hand"
    EMERGENCY = "emergency"
    UNSEEN = "unseen"


@dataclass(frozen=True)
class Level:
    """What a neighbourhood agreed: goal, floor, after how many steps below it, how far to plan, and on which scale."""

    goal_grade: str = "B"
    floor_grade: str = "C"
    floor_steps: int = 2
    aim: str = "best"
    horizon_steps: int = 7
    scale: tuple[int, int, int, int] = SCALE

    def __post_init__(self) -> None:
        for grade in (self.goal_grade, self.floor_grade):
            one_of(grade, GRADES)
        one_of(self.aim, AIMS)
        if GRADES.index(self.floor_grade) < GRADES.index(self.goal_grade):
            raise Refused("response.floor_above_goal", floor=self.floor_grade, goal=self.goal_grade)
        _within("response.floor_steps", self.floor_steps, FLOOR_STEPS)
        _within("response.horizon_steps", self.horizon_steps, HORIZON_STEPS)
        if len(self.scale) != len(SCALE) or list(self.scale) != sorted(set(self.scale)) or self.scale[0] < 0:
            raise Refused("response.scale", count=len(SCALE))


@dataclass(frozen=True)
class Care:
    """How a street is carried on a day, as far as the plan needs to know. Offers and promises are not in it."""

    step: Step = Step.INSTITUTION
    yes_on: date | None = None
    may_come: bool = True
    terms: Terms | None = None
    given_back_on: date | None = None


def grade_of(pieces: float, scale: tuple[int, int, int, int]) -> str:
    """The grade of `pieces` coarse pieces per 100 m², on the neighbourhood's scale."""
    return LitterScale(scale).grade(pieces)


def grade_of_score(score: float) -> str:
    """The grade nearest to a mean score (5 = A+ … 1 = D)."""
    return min(GRADES, key=lambda grade: abs(SCORE[grade] - score))


def is_worse(grade: str, than: str) -> bool:
    """Is `grade` worse than another?"""
    return GRADES.index(grade) > GRADES.index(than)


def nights_worse(newest_first: Iterable[str], than: str) -> int:
    """How many nights in a row, counted back from the newest, a street was worse than a grade.

    >>> nights_worse(["C", "D", "B", "D"], than="B")
    2
    """
    count = 0
    for grade in newest_first:
        if not is_worse(grade, than):
            break
        count += 1
    return count


def below_since(before: date | None, is_below: bool, day: date) -> date | None:
    """Since which day a street is below its floor, seen on `day`; None when it is not."""
    return (before or day) if is_below else None


def is_ahead(day: date, made_on: date) -> bool:
    """Is a plan of `day` a look further ahead than tomorrow? Then nothing that is known of streets changes with it.

    >>> is_ahead(date(2026, 11, 22), date(2026, 11, 21)), is_ahead(date(2026, 11, 23), date(2026, 11, 21))
    (False, True)
    """
    return day > made_on + timedelta(days=1)


def steps_behind(since: date | None, day: date) -> int:
    """Whole steps (nights) between falling below the floor and `day`."""
    return max(0, (day - since).days) if since else 0


def minutes_for(area_m2: float) -> float:
    """Minutes of work of a crew in a place of this area, the way not counted.

    >>> minutes_for(1200.0)
    10.0
    """
    return max(1.0, area_m2 / (CREW_HANDS * M2_A_MINUTE))


def part_for(area_m2: float, longest_shift: float) -> tuple[float, float]:
    """Minutes of work of one visit, and the share of the litter it takes away: a very long street is done in parts.

    >>> part_for(1200.0, 240.0)
    (10.0, 0.9)
    >>> part_for(52800.0, 240.0)
    (220.0, 0.45)
    """
    whole = minutes_for(area_m2)
    minutes = min(whole, longest_visit(longest_shift))
    return minutes, BEST_VISIT * minutes / whole


def longest_visit(shift: float) -> float:
    """Minutes of work that fit in one street in a shift of so many minutes."""
    return max(shift - ON_THE_WAY, shift / 2)


def share_picked(minutes: float, people: int, area_m2: float) -> float:
    """The share (0 to 0.9) of the litter that a round takes away.

    >>> share_picked(20, 1, 1600)
    0.5
    """
    return min(BEST_ROUND, minutes * people * M2_A_MINUTE / area_m2) if area_m2 > 0 else BEST_ROUND


def mode_of(care: Care, stop_passed: bool, visited_on: date | None, day: date) -> tuple[Mode, int | None]:
    """How the plan of `day` treats a street, and within how many steps it must be there (0 = that very day).

    A promise of the city is kept by one visit: `visited_on` is the last day on which a crew really was there.
    """
    if care.step.handed_over:
        if care.may_come and care.yes_on and not _since(visited_on, care.yes_on):
            return Mode.ASKED, _deadline(care.yes_on, day)
        agreed = care.terms is not None and care.terms.after_stop == "comes"
        return (Mode.AGREED, PICKED_UP_WITHIN - 1) if agreed and stop_passed else (Mode.HELD, None)
    if care.given_back_on and not _since(visited_on, care.given_back_on):
        return Mode.GIVEN_BACK, _deadline(care.given_back_on, day)
    return Mode.FREE, None


def should_ask(care: Care, stop_passed: bool) -> bool:
    """Are the carriers asked first: residents hold the street, it passed its stop line, and so it was agreed?"""
    asks = care.terms is not None and care.terms.after_stop == "ask"
    return care.step.handed_over and asks and stop_passed


def ground_for(care: Care, stop_passed: bool, emergency: Emergency | None, day: date) -> Ground:
    """On what ground the city comes to a street on `day` by hand; refuses to enter residents' room unasked (law 3)."""
    comes = care.terms is not None and care.terms.after_stop == "comes"
    return ground_of(
        care.step.handed_over,
        asked=care.may_come,
        agreed=stop_passed and comes,
        emergency=emergency,
        day=day,
    )


def why_of(mode: Mode, behind: int, is_below: bool, seen: bool = True) -> Why:
    """Why the plan goes to a street: a promise first, then the floor, then the average; where nobody looked yet, that."""
    if mode.must:
        return Why(mode.value)
    if not seen:
        return Why.UNSEEN
    return Why.FLOOR if is_below or behind else Why.AVERAGE


def check_reason(reason: str) -> str:
    """A change by hand has a reason, in a few words."""
    reason = " ".join(reason.split())
    if not reason:
        raise Refused("response.reason_missing")
    if len(reason) > LONGEST_REASON:
        raise Refused("response.reason_too_long", most=LONGEST_REASON)
    return reason


def check_crew(name: str, minutes: int, mode: str) -> str:
    """A crew has a name, a shift and a way to get about."""
    name = check_crew_name(name)
    _within("response.shift", minutes, SHIFT_MINUTES)
    one_of(mode, MODES)
    return name


def check_crew_name(name: str) -> str:
    """What a crew is called, without spaces too many."""
    name = " ".join(name.split())
    if not name or len(name) > LONGEST_CREW_NAME:
        raise Refused("response.crew_name", most=LONGEST_CREW_NAME)
    return name


def check_free_name(name: str, own: str, others: Iterable[str]) -> str:
    """Another name than its `own`, and no other crew's, also when written in capitals.

    >>> check_free_name("Kade-West", "Kade", ["Plein"])
    'Kade-West'
    """
    if name == own:
        raise Refused("response.agreed_already")
    if name.casefold() in {other.casefold() for other in others}:
        raise Refused("response.crew_name_taken", name=name)
    return name


def check_source(source: str) -> str:
    """Where the numbers of a scale come from, in a few words."""
    source = " ".join(source.split())
    if not source or len(source) > LONGEST_SOURCE:
        raise Refused("response.scale_source", most=LONGEST_SOURCE)
    return source


def check_seen(grade: str | None, pieces: int | None, area_m2: float) -> None:
    """What somebody saw: a grade, a count, or both; refuses only what is surely a slip of the finger."""
    if grade is None and pieces is None:
        raise Refused("response.nothing_seen")
    if grade is not None and grade not in GRADES:
        raise Refused("response.grade_unknown")
    if pieces is not None:
        _within("response.pieces", pieces, PIECES)
    if not 1.0 <= area_m2 <= MOST_AREA_M2:
        raise Refused("response.area", least=1, most=int(MOST_AREA_M2))


def check_fits(grade: str | None, pieces: int | None, area_m2: float, scale: LitterScale) -> None:
    """A grade and a count that somebody else wrote down of one look: they may differ by a grade, not by more.

    >>> check_fits("B", 12, 100.0, LitterScale())
    >>> check_fits("A+", 40, 100.0, LitterScale())
    Traceback (most recent call last):
    vuurtoren.language.refused.Refused: response.grade_and_count(grade=A+, counted=D)
    """
    if grade is None or pieces is None:
        return
    counted = scale.grade(pieces * 100.0 / area_m2)
    if abs(GRADES.index(counted) - GRADES.index(grade)) > 1:
        raise Refused("response.grade_and_count", grade=grade, counted=counted)


def check_minutes(minutes: int) -> None:
    """Minutes of a visit, as the crew says."""
    _within("response.minutes", minutes, MINUTES)


def one_of(value: str, allowed: tuple[str, ...]) -> None:
    """Refuses a choice that is not in the list."""
    if value not in allowed:
        raise Refused("response.choice_unknown")


def _since(visited_on: date | None, day: date) -> bool:
    return visited_on is not None and visited_on >= day


def _deadline(promised_on: date, day: date) -> int:
    return max(0, (promised_on + timedelta(days=PICKED_UP_WITHIN) - day).days)


def _within(code: str, value: int, allowed: range) -> None:
    if value not in allowed:
        raise Refused(code, least=allowed[0], most=allowed[-1])
