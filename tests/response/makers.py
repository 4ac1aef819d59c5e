"""Makers for stories about the city that follows, on top of the house's own; everything through the real acts."""

from datetime import date, datetime, timedelta
from typing import Any

from tests.makers import NOW, a_neighbourhood, a_place
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine
from vuurtoren.response import acts
from vuurtoren.response.models import Crew, Plan, PlanLine

FIRST = date(2026, 11, 21)
"""The first day with a plan; `NOW` is the morning before."""


def day(number: int) -> date:
    """The day of a plan, counted from the first."""
    return FIRST + timedelta(days=number)


def at_night(number: int) -> datetime:
    """Two hours into the night before that day's work."""
    return NOW + timedelta(days=number, hours=17)


def at_noon(number: int) -> datetime:
    """Noon of that day."""
    return NOW + timedelta(days=number + 1, hours=3)


def a_crew(here: Neighbourhood, name: str = "Oost", minutes: int = 240, mode: str = "walk") -> Crew:
    """A crew that starts just where the next streets will lie (the makers lay them eastward, one after another)."""
    beside = a_place(a_neighbourhood("Om de hoek"))
    where = {"lon": beside.lon, "lat": beside.lat}
    acts.add_crew(machine(), here, name=name, minutes=minutes, mode=mode, at=NOW, **where)
    return Crew.objects.get(neighbourhood=here, name=name)


def streets(here: Neighbourhood, count: int = 4) -> list[Place]:
    """Some streets of 120 m."""
    return [a_place(here) for _ in range(count)]


def dirty(by: Viewer, place: Place, at: datetime = NOW, pieces: int = 40) -> None:
    """Somebody counted so many pieces on 100 m², twice, so that there is no doubt."""
    for minutes in (1, 2):
        acts.observe(by, place, pieces=pieces, at=at + timedelta(minutes=minutes))


def clean(by: Viewer, place: Place, at: datetime = NOW) -> None:
    """Somebody looked three times in the last days and saw nothing."""
    for hours in (60, 36, 1):
        acts.observe(by, place, grade="A+", at=at - timedelta(hours=hours))


def night(here: Neighbourhood, number: int = 0, **how: Any) -> Plan:
    """The night before a day, and its plan."""
    acts.work_the_night(machine(), here, date=day(number), at=how.pop("at", at_night(number)), **how)
    return Plan.objects.get(neighbourhood=here, date=day(number))


def on(plan: Plan) -> set[int]:
    """The places on a plan."""
    return set(PlanLine.objects.filter(plan=plan, taken_off_at=None).values_list("place_id", flat=True))


def line_of(plan: Plan, place: Place) -> PlanLine:
    """The line of a place on a plan."""
    return PlanLine.objects.get(plan=plan, place=place, taken_off_at=None)
