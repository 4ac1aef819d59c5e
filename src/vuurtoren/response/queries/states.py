"""How each place was thought to be, night by night."""

import math
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from vuurtoren.journal.ready import ready
from vuurtoren.language import say
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.response.models import PlaceState
from vuurtoren.response.queries.rows import grade_seen
from vuurtoren.response.rules import SCORE, steps_behind

DAYS_OF_HISTORY = 90
NINE_IN_TEN = 1.645
"""So many standard deviations of the logarithm on either side hold nine streets out of ten."""
WIDEST = 1_000.0
"""A standard deviation of more times the middle is not told apart."""


@dataclass(frozen=True)
class StateNow:
    """A place this morning: coarse pieces per 100 m² (as likely more as fewer, and sd), pieces a day, score 5 … 1, grade.

    `source`: observed, or known only by its kind, and then without a grade. `steps_behind`: nights below the floor.
    """

    date: date
    pieces: float
    pieces_sd: float
    rate: float
    score: float
    grade: str
    source: str
    steps_behind: int

    def words(self, language: str) -> str:
        """How many pieces by estimate, and what it could be as well."""
        pieces = round(self.pieces)
        words = say(language, "street-now-words", pieces=pieces)
        match [one for one in likely(self.pieces, self.pieces_sd) if one != pieces]:
            case [low, high]:
                return f"{words} {say(language, 'street-now-range', low=low, high=high)}"
            case [other]:
                return f"{words} {say(language, 'street-now-or', other=other)}"
        return words


def likely(pieces: float, sd: float) -> tuple[int, int]:
    """Between which counts nine out of ten such streets lie, in round figures.

    Litter is never less than none and sometimes very much, so it is the logarithm that is taken to be normal: a wide
    estimate then ends at figures that occur, and not at zero and far too much.

    `pieces` is the middle and `sd` the deviation, as in a `StateNow`.

    >>> likely(14.0, 28.0), likely(14.0, 3.0), likely(100.0, 90.0), likely(0.0, 0.0)
    ((3, 69), (10, 20), (34, 290), (0, 0))
    """
    if pieces <= 0:
        return 0, 0
    ratio = min(sd / pieces, WIDEST)
    deviation = math.sqrt(math.log((1.0 + math.hypot(1.0, 2.0 * ratio)) / 2.0))
    factor = math.exp(NINE_IN_TEN * deviation)
    return _in_round_figures(pieces / factor), _in_round_figures(pieces * factor)


def _in_round_figures(pieces: float) -> int:
    return round(pieces / 10) * 10 if pieces >= 100 else round(pieces)


def state_of(viewer: Viewer, place: Place, today: date = date.max) -> StateNow | None:
    """One place, from the newest night up to `today` that knows it; None before the first.

    A plan of tomorrow that is made already tells of tomorrow morning, not of now. Where there is no other, it is told.
    """
    viewer.must("page.public", place.neighbourhood.key)
    known = _newest(place=place.pk, today=today) or _first_ahead(place=place.pk, today=today)
    return _seen(known[0]) if known else None


def history_of(viewer: Viewer, place: Place, today: date = date.max) -> list[tuple[date, float | None]]:
    """Day and expected score (5 = A+ … 1 = D) of the last `DAYS_OF_HISTORY` nights up to `today`, oldest first; None as
    long as nobody saw the place."""
    viewer.must("page.public", place.neighbourhood.key)
    nights = reversed(_nights(place=place.pk, today=today))
    return [(day, _score(score, grade) if grade else None) for day, score, grade in nights]


def newest_state(place: Place, day: date) -> PlaceState | None:
    """The state of a place on `day` or the newest night before; for acts, which have asked their right already."""
    return PlaceState.objects.filter(place=place, date__lte=day).order_by("-date").first()


@ready
def _newest(place: int, today: date) -> QuerySet[PlaceState]:
    return PlaceState.objects.filter(place=place, date__lte=today).order_by("-date")[:1]


@ready
def _first_ahead(place: int, today: date) -> QuerySet[PlaceState]:
    return PlaceState.objects.filter(place=place, date__gt=today).order_by("date")[:1]


@ready
def _nights(place: int, today: date) -> QuerySet[PlaceState, tuple[date, float | None, str]]:
    until_now = PlaceState.objects.filter(place=place, date__lte=today)
    rows = until_now.order_by("-date").annotate(told=grade_seen())
    return rows.values_list("date", "score", "told")[:DAYS_OF_HISTORY]


def _seen(row: PlaceState) -> StateNow:
    return StateNow(
        date=row.date,
        pieces=row.pieces,
        pieces_sd=row.pieces_sd,
        rate=row.rate,
        score=_score(row.score, row.grade),
        grade="" if row.source == PlaceState.Source.KIND else row.grade,
        source=row.source,
        steps_behind=steps_behind(row.below_floor_since, row.date),
    )


def _score(score: float | None, grade: str) -> float:
    return float(SCORE[grade]) if score is None else score
