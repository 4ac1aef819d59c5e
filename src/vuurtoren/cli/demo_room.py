"""Two years of room in Lichthaven: a street that neighbours held and gave back, and one that they hold since a year.

Played before the demo's own days, by neighbours who lived there then and a professional who has left since.
"""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from vuurtoren.care import acts as care
from vuurtoren.care.models import HandOver
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Institution, Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewer_of

WIES, WIES_CAME = "Wies", date(2019, 9, 1)
GIVEN_BACK, HELD = 17, 19
"""Which of the streets with a name, in order of their names."""
HOLD = ("Naima", "Soraya")
"""They hold the second one to this day."""
TERMS: dict[str, Any] = {"stop_grade": "C", "stop_steps": 4, "after_stop": "ask", "overlap_days": 14}


def two_years_of_room(
    here: Neighbourhood, persons: Mapping[str, Person], streets: list[Place], today: date
) -> None:
    """Live through it; `persons` has the neighbours who were here first, `streets` those with a name."""
    story = _Then(here, dict(persons), streets)
    story.wies_comes(_ago(today, 725))
    for name in ("Truus", "Sjaak", "Cor"):
        story.joins(name, GIVEN_BACK, _ago(today, 700))
    story.is_handed_over("Truus", GIVEN_BACK, 4, _ago(today, 680))
    for name, days in (("Sjaak", 430), ("Cor", 425), ("Truus", 420)):
        story.gives_back(name, GIVEN_BACK, _ago(today, days))
    for name in HOLD:
        story.joins(name, HELD, _ago(today, 410))
    story.is_handed_over("Naima", HELD, 5, _ago(today, 395))
    story.wies_is_forgotten(_ago(today, 370))


class _Then:
    def __init__(self, here: Neighbourhood, persons: dict[str, Person], streets: list[Place]) -> None:
        self.here, self.persons, self.streets = here, persons, streets

    def as_(self, name: str, at: datetime) -> Viewer:
        return viewer_of(self.persons[name], at)

    def wies_comes(self, at: datetime) -> None:
        account = Account.objects.create_user("wies@lichthaven.example")
        city = Institution.objects.get(neighbourhood=self.here, cleans=True)
        people.engage(machine(), account, city, called=WIES, language="nl", since=WIES_CAME, at=at)
        self.persons[WIES] = Person.objects.get(account=account)

    def wies_is_forgotten(self, at: datetime) -> None:
        """She works elsewhere now; what she handed over stands."""
        people.forget(self.as_(WIES, at), self.persons[WIES], self.here, at=at)

    def joins(self, name: str, street: int, at: datetime) -> None:
        care.join(self.as_(name, at), self.streets[street], at=at)

    def gives_back(self, name: str, street: int, at: datetime) -> None:
        care.give_back(self.as_(name, at), self.streets[street], at=at)

    def is_handed_over(self, name: str, street: int, to_step: int, at: datetime) -> None:
        place = self.streets[street]
        care.challenge(self.as_(name, at), place, to_step=to_step, at=at, **TERMS)
        asked = HandOver.objects.get(task__place=place, state="asked")
        later = at + timedelta(days=5)
        care.answer(self.as_(WIES, later), asked, yes=True, at=later)
        care.pass_time(machine(), self.here, at=later + timedelta(days=TERMS["overlap_days"] + 1))


def _ago(today: date, days: int) -> datetime:
    return timezone.make_aware(datetime.combine(today - timedelta(days=days), time(16)))
