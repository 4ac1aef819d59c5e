"""Who works in Lichthaven, by the day: what Bram did and promised, and how Kim of De Kade leaves after fourteen months.

It draws from a seed of its own for each day, so that the rest of the demo stays what it is.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np
from django.utils import timezone

from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Institution, Person, Work
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewer_of
from vuurtoren.reflection.acts import take_errand
from vuurtoren.reflection.queries import quiet_places
from vuurtoren.stay import acts
from vuurtoren.stay.models import Departure, Promise
from vuurtoren.stay.rules import KINDS, SHARES

INSTITUTION = "Woningstichting De Kade"
STAYED = {"Lies": 1500, "Kim": 430, "Puck": 10, "Daan": 700}
"""Of De Kade: who leads, who leaves, who follows, who is forgotten with a promise open; each with how many days they are
here now."""
SHARE_OF_DAY = (0.7, 0.5, 0.35, 0.2, 0.15)
"""How often Bram does what is in `KINDS` on a working day."""
SATURDAY = 5


class Stay:
    """The neighbourhood, its people by name, and a day of it."""

    def __init__(
        self, here: Neighbourhood, persons: dict[str, Person], streets: list[Place], day: date
    ) -> None:
        self.here, self.persons, self.streets, self.day = here, persons, streets, day
        self.at: datetime = timezone.make_aware(datetime.combine(day, time(17)))

    def as_(self, name: str) -> Viewer:
        """Somebody at the end of this day."""
        return viewer_of(self.persons[name], self.at)

    def work(self, name: str) -> Work:
        """The work of somebody here."""
        return Work.objects.get(person=self.persons[name])

    def promise(self, words: str) -> Promise:
        """A promise by how it begins; of the demo each begins differently."""
        return Promise.objects.get(neighbourhood=self.here, words__startswith=words)

    def after(self, days: int) -> date:
        """So many days on."""
        return self.day + timedelta(days=days)


def a_day_of_staying(
    here: Neighbourhood, persons: dict[str, Person], streets: list[Place], day: date
) -> None:
    """What professionals do on a day of the demo; the story of who leaves plays in the last week of it."""
    now = Stay(here, persons, [one for one in streets if one.name], day)
    if "Kim" not in persons:
        _arrive(now)
    _bram(now)
    begins = (timezone.localdate() - day).days == BEGINS
    if begins or Promise.objects.filter(neighbourhood=here).exists():
        for step in STEPS.get((timezone.localdate() - day).days, ()):
            step(now)


def _arrive(now: Stay) -> None:
    kade = Institution.objects.get(neighbourhood=now.here, name=INSTITUTION)
    for name, days in STAYED.items():
        account = Account.objects.create_user(f"{name.lower()}@lichthaven.example")
        since = timezone.localdate() - timedelta(days=days)
        people.engage(machine(), account, kade, called=name, language="nl", since=since, at=now.at)
        now.persons[name] = Person.objects.get(account=account)
    acts.set_lead(machine(), now.work("Lies"), yes=True, at=now.at)


def _bram(now: Stay) -> None:
    """A working day of Bram's, tapped in at the end of it."""
    if now.day.weekday() >= SATURDAY:
        return
    drawn = np.random.default_rng(now.day.toordinal()).random(len(KINDS))
    for kind, chance, one in zip(KINDS, SHARE_OF_DAY, drawn, strict=True):
        if one < chance:
            acts.was_here(now.as_("Bram"), now.here, kind=kind, at=now.at)


def _promises(now: Stay) -> None:
    """Bram promises a lamp to all, by a day that is over now; Kim three things, two of them to somebody."""
    for name, words, to_all, place, days in (
        ("Bram", "De lamp bij het trapveld doet het weer", True, 0, 2),
        ("Kim", "Verf voor de trappenhuizen", True, 3, 25),
        ("Kim", "Langskomen over de lekkage op de derde", False, 5, 3),
        ("Kim", "Een sleutel van de fietsenkelder", False, 7, 20),
        ("Daan", "De voordeur van nummer 40 die weer dicht valt", True, 9, 12),
        ("Bram", "Een extra prullenbak bij de tramhalte", True, 11, 30),
        ("Bram", "Een rondje met de nieuwe bewoners van de kade", True, 2, 20),
    ):
        acts.make_promise(
            now.as_(name), now.here, words=words, due=now.after(days), to_all=to_all,
            place=now.streets[place % len(now.streets)], at=now.at,
        )  # fmt: skip


def _errands(now: Stay) -> None:
    """Bram goes and drinks coffee in a quiet street today, Kim in another one after tomorrow."""
    quiet = quiet_places(now.as_("Bram"), now.here, now.day)
    for name, place, days in zip(("Bram", "Kim"), quiet, (BEGINS, BEGINS + 2), strict=False):
        street = Place.objects.get(pk=place)
        take_errand(now.as_(name), street, on=now.after(days), at=now.at)


def _daan_is_forgotten(now: Stay) -> None:
    daan = now.persons.pop("Daan")
    people.forget(viewer_of(daan, now.at), daan, now.here, at=now.at)


def _bram_is_honest(now: Stay) -> None:
    """What he ended a day ago he can still take back."""
    reason = "De tramhalte is van de vervoerder, en die wil er geen bak bij."
    acts.wont_happen(now.as_("Bram"), now.promise("Een extra prullenbak"), reason=reason, at=now.at)
    acts.say_kept(now.as_("Bram"), now.promise("Een rondje met"), kept=True, at=now.at)


def _noor_says(now: Stay) -> None:
    acts.say_promised(
        now.as_("Noor"), now.work("Bram"), words="Meedenken over de geveltuin", due=now.after(-40), at=now.at
    )


def _bram_says_yes(now: Stay) -> None:
    acts.answer_promise(now.as_("Bram"), now.promise("Meedenken"), yes=True, at=now.at)


def _kim_leaves(now: Stay) -> None:
    acts.announce_leaving(now.as_("Kim"), now.work("Kim"), last_day=now.after(16), at=now.at)


def _kim_asks(now: Stay) -> None:
    acts.ask_over(now.as_("Kim"), now.promise("Verf"), work=now.work("Puck"), at=now.at)


def _puck_takes_over(now: Stay) -> None:
    acts.answer_promise(now.as_("Puck"), now.promise("Verf"), yes=True, at=now.at)
    acts.plan_hand_over(
        now.as_("Kim"), Departure.objects.get(work=now.work("Kim")), successor=now.work("Puck"),
        walk_on=now.after(6), people=14, introduced=5, at=now.at,
    )  # fmt: skip


def _joris_asks(now: Stay) -> None:
    acts.say_promised(
        now.as_("Joris"), now.work("Bram"), words="Twee grijpers erbij voor onze straat", due=now.after(14),
        place=now.streets[1], at=now.at,
    )  # fmt: skip
    acts.share_days(now.as_("Bram"), now.here, length=SHARES["weeks"], until=now.after(60), at=now.at)


Step = Callable[[Stay], Any]
BEGINS = 6
"""A demo of fewer days has no promises yet."""
STEPS: Mapping[int, tuple[Step, ...]] = {
    BEGINS: (_promises, _noor_says, _errands),
    5: (_bram_says_yes,),
    4: (_kim_leaves,),
    3: (_kim_asks, _daan_is_forgotten),
    2: (_puck_takes_over,),
    1: (_joris_asks, _bram_is_honest),
}
"""By how many days ago."""
