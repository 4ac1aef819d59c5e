"""Makers for stories about care, on top of the house's own; everything goes through the real acts."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.makers import NOW, seen_as
from vuurtoren.care import acts
from vuurtoren.care.models import HandOver, Task
from vuurtoren.journal.models import Moment
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.power.queries import machine

LATER = NOW + timedelta(minutes=5)
TERMS: dict[str, Any] = {
    "to_step": 4,
    "stop_grade": "B",
    "stop_steps": 2,
    "after_stop": "ask",
    "overlap_days": 14,
}


def days(number: int, hours: int = 0) -> datetime:
    """So many days after the story began."""
    return LATER + timedelta(days=number, hours=hours)


def task_of(place: Place) -> Task:
    """The task at a place as it is in the database now."""
    return Task.objects.get(place=place)


def step_at(place: Place) -> int:
    """The step of a place; without a row the institution carries."""
    found = Task.objects.filter(place=place).first()
    return found.step if found else 1


def a_carrier(person: Person, place: Place, at: datetime = LATER, **share: Any) -> Viewer:
    """Somebody who joined in here."""
    by = seen_as(person)
    acts.join(by, place, at=at, **share)
    return by


def a_challenge(by: Viewer, place: Place, at: datetime = LATER, **terms: Any) -> HandOver:
    """Residents ask for a street."""
    acts.challenge(by, place, at=at, **{**TERMS, **terms})
    return HandOver.objects.get(task__place=place, state="asked")


def an_offer(
    by: Viewer, place: Place, at: datetime = LATER, answer_by: date | None = None, **terms: Any
) -> HandOver:
    """The institution asks; an answer is welcome within four weeks."""
    until = answer_by or (at + timedelta(days=28)).date()
    acts.offer(by, place, answer_by=until, at=at, **{**TERMS, **terms})
    return HandOver.objects.get(task__place=place, state="asked")


def says_no(worker: Viewer, asked: HandOver, at: datetime) -> Moment:
    """The institution says no to a challenge, as it has to: why, and with whom to talk on."""
    return acts.answer_dossier(
        worker, asked, said="no", reasons="Hier wordt gegraven.", talk_to="Team Kade", at=at
    )


def handed_over(resident: Viewer, worker: Viewer, place: Place, **terms: Any) -> HandOver:
    """A street that went through the whole of it: asked on day 0, yes on day 1, carried on day 15."""
    asked = a_challenge(resident, place, **terms)
    acts.answer(worker, asked, yes=True, at=days(1))
    acts.pass_time(machine(), place.neighbourhood, at=days(15))
    asked.refresh_from_db()
    return asked
