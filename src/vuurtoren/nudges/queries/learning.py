"""Lessons: what went otherwise than hoped and what was learned, once everybody whose words they are agreed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q

from vuurtoren.nudges.models import Voice, Weighing
from vuurtoren.nudges.rules import LESSONS
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood

MOST_ASKED = 60


@dataclass(frozen=True)
class Said:
    """Somebody's own words; `called` only where they want their name with it. `yes`: may they stand in public?"""

    words: str
    called: str
    yes: bool


@dataclass(frozen=True)
class LessonSeen:
    """A lesson as all may read it: nothing of what was weighed, by whom, or about what."""

    went: str
    on: date
    said: tuple[Said, ...]


def lessons(
    viewer: Viewer, where: Neighbourhood, *, words: str = "", first: int = 0, count: int = 50
) -> list[LessonSeen]:
    """Some of the lessons here, the newest first; with `words` in what somebody says."""
    viewer.must("page.public", where.key)
    voices = Voice.objects.filter(weighing=OuterRef("pk"))
    rows = Weighing.objects.filter(
        Exists(voices),
        ~Exists(voices.filter(Q(yes=False) | Q(yes=None))),
        neighbourhood=where,
        went__in=[one.value for one in LESSONS],
    )
    if words:
        rows = rows.filter(Exists(voices.filter(words__icontains=words[:MOST_ASKED])))
    said = Prefetch("voices", Voice.objects.select_related("person").order_by("at", "pk"))
    rows = rows.order_by("-looked_back_on", "-pk").prefetch_related(said)
    return [
        LessonSeen(one.went, one.looked_back_on, said_by(list(one.voices.all())))
        for one in rows[first : first + count]
        if one.looked_back_on
    ]


def said_by(voices: Collection[Voice], *, named: bool = True, but: Voice | None = None) -> tuple[Said, ...]:
    """The words of these, `but` one; with the name of who wants that, where names are shown at all."""
    return tuple(
        Said(one.words, one.person.called if named and one.named else "", bool(one.yes))
        for one in voices
        if one is not but
    )
