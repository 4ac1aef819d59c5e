"""The demo's other tasks: a playground that neighbours hold, a children's afternoon, green, a clubhouse and its bar."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

import numpy as np
from django.utils import timezone

from vuurtoren.care import acts
from vuurtoren.care import queries as care
from vuurtoren.care.kinds import RHYTHM_DAYS
from vuurtoren.care.rules import Said
from vuurtoren.cli.demo_challenge import asks, written
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place

As = Callable[[str, datetime], Viewer]
MOST_OF = {"playground": 25, "childrens-afternoon": 18, "green": 40, "clubhouse": 5, "bar-rota": 1}
GREEN = {
    "now": "Een hovenier maait een paar keer per jaar. Wat het kost, weten we niet.",
    "better": "Wij weten wat hier groeit, en de school plant mee.",
    "result": "Er staat het hele jaar iets in bloei.",
    "budget": "400 euro per jaar, voor planten en gereedschap.",
    "quality": "We zijn met meer. Wie weggaat, zoekt een ander.",
    "look_back": "Elk jaar in november, op de plantdag.",
    "stops": "Dan zeggen we het, en komt de hovenier weer.",
}
PLAYING = {
    "now": "Een monteur kijkt vier keer per jaar. Wat het kost, weten we niet.",
    "better": "Wij zijn er elke middag. Wat kapot is, zien wij dezelfde dag.",
    "result": "Elk toestel is heel, en het zand is schoon.",
    "budget": "650 euro per jaar, voor zand, verf en limonade op de opruimdag.",
    "quality": "We zijn met vijf ouders. Aan de toestellen zelf komt alleen de monteur.",
    "look_back": "Elk jaar in mei, op de opruimdag.",
    "stops": "Dan zeggen we het, en komt de monteur weer vaker.",
}
PLAYING_CENTS = 650_00
NOW_AND_THEN = 30
COMES = 1.3
"""Somewhat more often than their rhythm do they come: skipping is fine, but not usual."""


@dataclass
class OtherTasks:
    """Who does what beside litter, and lives through it day by day with chances of their own."""

    here: Neighbourhood
    as_: As
    worker: str
    rng: np.random.Generator
    park: Place | None = None
    carriers: tuple[str, ...] = ("Fatma", "Youssef", "Agnieszka", "Amina", "Delroy", "Hanneke", "Rosa")

    def begin(self, streets: list[Place], day: date) -> None:
        """Who takes up what; the playground is asked for with a budget and handed over; green was given back."""
        at = _at(day, 15)
        named = [place for place in streets if place.name]
        square = next((place for place in named if place.kind == "square"), named[0])
        park = next((place for place in named if place.kind == "park"), named[-1])
        house = named[len(named) // 2]
        playing = "playground" if square.kind == "square" else "childrens-afternoon"
        for name, place, kind, rhythm in (
            ("Fatma", square, playing, "weekly"),
            ("Youssef", square, playing, "two_weeks"),
            ("Youssef", house, "childrens-afternoon", "two_weeks"),
            ("Agnieszka", park, "green", "monthly"),
            ("Amina", park, "green", "in_season"),
            ("Delroy", house, "clubhouse", "weekly"),
            ("Hanneke", house, "bar-rota", "two_weeks"),
            ("Rosa", house, "bar-rota", "monthly"),
            ("Rosa", named[3], "green", "now_and_then"),
        ):
            acts.join(self.as_(name, at), place, kind=kind, rhythm=rhythm, at=at)
        self._hand_over(square, playing, at)
        self._came(park, day)
        self.park = park
        late = at + timedelta(days=6)
        acts.give_back(self.as_("Rosa", late), named[3], kind="green", at=late)

    def a_day(self, day: date) -> None:
        """Rounds as they come, and an answer to whoever asks whether the city shall help."""
        at, to_go = _at(day, 20), (timezone.localdate() - day).days
        if to_go in (1, 2) and self.park:
            (self._comes if to_go == 1 else self._asks)(self.park, _at(day, 16))
        for name in self.carriers:
            viewer = self.as_(name, at)
            for held in care.mine(viewer, self.here):
                kind = held.task.kind
                if kind.is_litter or held.since > at:  # they join on a day that is still to come
                    continue
                every = RHYTHM_DAYS[held.rhythm] or NOW_AND_THEN
                if self.rng.random() < COMES / every:
                    amount = int(self.rng.integers(1, MOST_OF.get(kind.code, 5) + 1))
                    minutes = int(self.rng.integers(60, 180))
                    acts.log_round(viewer, held.place, minutes=minutes, amount=amount, kind=kind.code, at=at)
                if held.help and held.help.is_open:
                    self._answer(viewer, held.place, kind.code, at)

    def _hand_over(self, place: Place, kind: str, at: datetime) -> None:
        asked = asks(
            self.as_,
            place,
            "Fatma",
            ("Youssef", "Agnieszka"),
            PLAYING,
            kind=kind,
            cents_a_year=PLAYING_CENTS,
            to_step=4,
            stop_steps=3,
            after_stop="ask",
            overlap_days=7,
            at=at,
        )
        later = at + timedelta(days=4)
        acts.answer_dossier(self.as_(self.worker, later), asked, said=Said.YES, at=later)

    def _came(self, place: Place, day: date) -> None:
        """The gardener of the city said a day for the park, and was there."""
        said, there = _at(day + timedelta(days=1), 9), _at(day + timedelta(days=3), 16)
        acts.say_coming(
            self.as_(self.worker, said), place, kind="green", on=timezone.localdate(there), at=said
        )
        coming = care.coming_at(self.as_(self.worker, there), place, "green")
        assert coming
        acts.say_came(self.as_(self.worker, there), coming, at=there)

    def _comes(self, place: Place, at: datetime) -> None:
        """The next day of the gardener is said too."""
        on = timezone.localdate(at) + timedelta(days=6)
        acts.say_coming(self.as_(self.worker, at), place, kind="green", on=on, at=at)

    def _asks(self, place: Place, at: datetime) -> None:
        """The green of the park with its budget: three neighbours wrote it down, and it is ready to be sent."""
        written(self.as_, place, "Amina", ("Agnieszka", "Noor"), GREEN, at, "green")

    def _answer(self, viewer: Viewer, place: Place, kind: str, at: datetime) -> None:
        try:
            acts.answer_help(viewer, place, yes=bool(self.rng.random() < 0.5), kind=kind, at=at)
        except Refused:
            return  # a neighbour who carries it too answered first


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
