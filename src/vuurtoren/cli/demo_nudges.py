"""Months of nudges in Lichthaven: Mei asks people along, Bram does more and more for others without noticing; and what some
of them asked themselves before something larger, and learned.

A story whose beginning the demo did not live through is not told.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from vuurtoren.initiatives.models import Initiative
from vuurtoren.nudges import acts
from vuurtoren.nudges.models import Weighing
from vuurtoren.nudges.rules import About
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import viewer_of
from vuurtoren.tables.models import Table

LATELY = 100
"""So many days ago Bram began to do more for others."""
MEI = ("invite", "introduce", "together", "invite", "inform", "together", "for_them")
BRAM = ("inform", "together", "inform", "invite", "together", "for_them")
BRAM_LATELY = ("for_them", "inform", "for_them", "together", "for_them")
OTHERS = ("Amina", "Joris", "Fatma", "Noor", "Sem", "Rosa", "Youssef")
OTHERS_GIVE = ("invite", "together", "invite", "inform")
COOKS = "Een buur wil alleen voor dertig mensen koken"
KEY = "Jongeren willen zelf de sleutel van het buurthuis"
CROSSES = "Kinderen willen zelf de kade oversteken met de bolderkar"
FEAST = "Een feest op het plein, zonder ons erbij"


@dataclass
class Nudged:
    """What neighbours and professionals nudge, a day at a time."""

    here: Neighbourhood
    persons: dict[str, Person]
    streets: list[Place]

    def a_day(self, day: date) -> None:
        """The nudges of a day, and what is weighed, decided or looked back on then."""
        ago = (timezone.localdate() - day).days
        if ago % 4 == 0:
            self._give("Mei", MEI, ago // 4, day)
        if ago % 3 == 1:
            self._give("Bram", BRAM if ago > LATELY else BRAM_LATELY, ago // 3, day)
        for number, name in enumerate(OTHERS):
            if ago % 7 == number:
                self._give(name, OTHERS_GIVE, ago // 7 + number, day)
        for step in STEPS.get(ago, ()):
            step(self, day)

    def as_(self, name: str, day: date) -> Viewer:
        return viewer_of(self.persons[name], at(day))

    def weigh(self, name: str, day: date, stake: str, about: About | None, *answers: str) -> None:
        undone, hurt, learns = answers
        acts.weigh(
            self.as_(name, day), self.here, stake=stake, undone=undone, hurt=hurt, learns=learns, about=about,
            at=at(day),
        )  # fmt: skip

    def made(self, stake: str) -> Weighing | None:
        return Weighing.objects.filter(neighbourhood=self.here, stake=stake).first()

    def soup(self) -> About | None:
        found = Initiative.objects.filter(neighbourhood=self.here, words__startswith="Soep").first()
        return About("initiative", found.key) if found else None

    def _give(self, name: str, kinds: tuple[str, ...], number: int, day: date) -> None:
        table = Table.objects.filter(neighbourhood=self.here).order_by("pk").first()
        street = About("street", self.streets[number % len(self.streets)].key)
        about = (self.soup() or street, About("table", table.key) if table else street, street)[number % 3]
        kind = kinds[number % len(kinds)]
        acts.give_nudge(self.as_(name, day), self.here, kind=kind, about=about, at=at(day))


def at(day: date) -> datetime:
    """At the end of the afternoon."""
    return timezone.make_aware(datetime.combine(day, time(17)))


def _cooks(now: Nudged, day: date) -> None:
    now.weigh("Mei", day, COOKS, now.soup(), "effort", "doer", "they")
    _decide(now, "Mei", day, COOKS, "beside", "Als het zweet op haar voorhoofd staat, schuif ik aan", 14)
    _share(now, "Mei", day, COOKS, "Joris", "Noor")


def _cooked(now: Nudged, day: date) -> None:
    words = (
        "Ik stond erbij en zei niets, terwijl ik zag dat het te veel was. Ernaast staan is ook iets zeggen."
    )
    _back(now, "Mei", day, COOKS, "otherwise", words)
    _say(
        now,
        "Noor",
        day,
        COOKS,
        "We aten om negen uur en iedereen bleef. Volgende keer snijden we samen.",
        yes=True,
    )


def _key(now: Nudged, day: date) -> None:
    now.weigh("Mei", day, KEY, None, "effort", "other", "we")
    _decide(now, "Mei", day, KEY, "beside", "Als de buren boven niet kunnen slapen", 12)
    _share(now, "Mei", day, KEY, "Fatma")


def _key_back(now: Nudged, day: date) -> None:
    words = "Ik had eerst met de buren boven moeten praten. De jongeren deden dat daarna zelf, met taart."
    _back(now, "Mei", day, KEY, "wrong", words)
    _say(now, "Fatma", day, KEY, "Ik was boos en ging niet kijken. Toen ik ging, was het gezellig.", yes=None)


def _crosses(now: Nudged, day: date) -> None:
    street = About("street", now.streets[0].key)
    now.weigh("Bram", day, CROSSES, street, "never", "other", "they")
    _decide(now, "Bram", day, CROSSES, "not_now", "", 24)


def _feast(now: Nudged, day: date) -> None:
    now.weigh("Mei", day, FEAST, now.soup(), "easily", "nobody", "they")
    _decide(now, "Mei", day, FEAST, "let_go", "Als iemand ons belt", 9)


def _decide(now: Nudged, name: str, day: date, stake: str, stance: str, stop: str, days: int) -> None:
    if one := now.made(stake):
        on = day + timedelta(days=days)
        acts.decide_weighing(now.as_(name, day), one, stance=stance, stop=stop, look_back_on=on, at=at(day))


def _share(now: Nudged, name: str, day: date, stake: str, *others: str) -> None:
    if one := now.made(stake):
        people = [now.persons[other] for other in others]
        acts.share_weighing(now.as_(name, day), one, people=people, at=at(day))


def _back(now: Nudged, name: str, day: date, stake: str, went: str, words: str) -> None:
    if one := now.made(stake):
        acts.look_back(now.as_(name, day), one, went=went, words=words, yes=True, at=at(day))


def _say(now: Nudged, name: str, day: date, stake: str, words: str, yes: bool | None) -> None:
    if one := now.made(stake):
        acts.write_lesson(now.as_(name, day), one, words=words, yes=yes, named=name == "Noor", at=at(day))


Step = Callable[[Nudged, date], None]
STEPS: Mapping[int, tuple[Step, ...]] = {
    20: (_cooks,),
    15: (_key,),
    9: (_feast,),
    6: (_cooked,),
    4: (_crosses,),
    3: (_key_back,),
}
"""By how many days ago."""
