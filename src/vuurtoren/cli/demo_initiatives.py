"""Two years of what neighbours started in Lichthaven: what goes on, rests, is done or stopped, and what was asked for it.

A step plays so many days ago; those longer ago than the demo lives are played before it begins.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from vuurtoren.cli.demo_principles import principles_about
from vuurtoren.gifts import acts as gifts
from vuurtoren.initiatives import acts
from vuurtoren.initiatives.models import Initiative, Question, Role
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Institution, Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewer_of, visitor

BEGAN = 730
"""So many days ago neighbours of the demo began to start things."""
LATELY = 6
"""From so many days ago on, people of the demo's own time are in it; a demo of fewer days has none of that."""
FIRST = ("Truus", "Sjaak", "Naima", "Cor", "Soraya", "Hennie")
"""Who lived here then already."""


@dataclass
class Started:
    """What neighbours started; `persons` by name. `lately`: does the demo live long enough for its last steps?
    `played`: the step of so many days ago was the last.
    """

    here: Neighbourhood
    persons: dict[str, Person]
    streets: list[Place]
    lately: bool
    played: int = field(default=BEGAN + 1)

    def until(self, day: date) -> None:
        """Play what happened up to and with this day."""
        ago = (timezone.localdate() - day).days
        for days in sorted((one for one in STEPS if ago <= one < self.played), reverse=True):
            for step in STEPS[days] if self.lately or days > LATELY else ():
                step(_Now(self, days))
        self.played = min(self.played, ago)


@dataclass
class _Now:
    """A day of the story, early in the evening."""

    story: Started
    ago: int

    @property
    def day(self) -> date:
        return timezone.localdate() - timedelta(days=self.ago)

    @property
    def at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.day, time(18)))

    @property
    def here(self) -> Neighbourhood:
        return self.story.here

    def as_(self, name: str) -> Viewer:
        return viewer_of(self.story.persons[name], self.at)

    def called(self, words: str) -> Initiative:
        return Initiative.objects.select_related("neighbourhood", "place").get(
            neighbourhood=self.here, words__startswith=words
        )

    def question(self, words: str) -> Question:
        return Question.objects.get(initiative__neighbourhood=self.here, words__startswith=words)

    def start(self, who: str, words: str, more: str = "", street: int | None = None, **what: Any) -> None:
        place = None if street is None else self.story.streets[street % len(self.story.streets)]
        acts.start(self.as_(who), self.here, words=words, more=more, place=place, at=self.at, **what)

    def join(self, words: str, *names: str) -> None:
        for name in names:
            acts.join_in(self.as_(name), self.called(words), at=self.at)

    def turn(self, who: str, words: str, turn: str, learned: str = "") -> None:
        acts.turn_to(
            self.as_(who), self.called(words), turn=turn, learned=learned, seen_by="neighbourhood", at=self.at
        )

    def ask(
        self, who: str, words: str, kind: str, asked: str, city: bool = True, cents: int | None = None
    ) -> None:
        institution = Institution.objects.get(neighbourhood=self.here, cleans=city)
        one, by = self.called(words), self.as_(who)
        acts.ask(by, one, kind=kind, words=asked, institution=institution, cents=cents, at=self.at)


def _arrive(now: _Now) -> None:
    for name in FIRST:
        account = Account.objects.create_user(f"{name.lower()}@buren.example")
        people.arrive(visitor(), account, now.here, called=name, language="nl", at=now.at)
        now.story.persons[name] = Person.objects.get(account=account)


def _soup(now: _Now) -> None:
    now.start(
        "Truus", "Soep op woensdag", "Wie wil eet mee, wie kan neemt een bos prei mee.", 0, state="doing"
    )
    now.join("Soep", "Sjaak", "Naima", "Cor")


def _library(now: _Now) -> None:
    now.start("Soraya", "Een boekenkast in het portiek", street=3)


def _library_done(now: _Now) -> None:
    now.turn("Soraya", "Een boekenkast", "begin")
    now.turn("Soraya", "Een boekenkast", "finish", "Een kast met deurtje. Regen komt overal.")


def _swings(now: _Now) -> None:
    now.start("Cor", "Een schommel tussen de bomen", street=5, state="doing")
    now.join("Een schommel", "Hennie")


def _swings_stopped(now: _Now) -> None:
    now.turn("Cor", "Een schommel", "stop", "We keken eerst naar regels. Volgende keer eerst samen koffie.")


def _bicycles(now: _Now) -> None:
    now.start("Sjaak", "Samen fietsen maken", "Op zaterdag, met gereedschap dat er is.", 7, state="doing")
    now.join("Samen fietsen", "Naima", "Hennie")
    acts.make_role(
        now.as_("Sjaak"), now.called("Samen fietsen"), name="De sleutel van de schuur", mine=True, at=now.at
    )


def _garden(now: _Now) -> None:
    now.start("Naima", "Moestuin achter de flat", "Kruiden, bonen en een bankje.", 2, state="doing")
    now.join("Moestuin", "Truus", "Soraya", "Hennie")
    now.ask("Naima", "Moestuin", "place", "Het strookje gras achter de flat, om te tuinieren")


def _garden_money(now: _Now) -> None:
    now.ask("Truus", "Moestuin", "money", "Voor aarde en een regenton", city=False, cents=100_00)


def _readers(now: _Now) -> None:
    now.start("Hennie", "Voorlezen onder de boom", street=4, state="doing")
    now.join("Voorlezen", "Soraya")


def _readers_rest(now: _Now) -> None:
    now.turn("Hennie", "Voorlezen", "rest", "In de winter komt niemand. We wachten tot het warm is.")


def _street_party(now: _Now) -> None:
    now.start("Soraya", "Een lange tafel in de straat", "Iedereen kookt iets van thuis.", 1)
    now.join("Een lange tafel", "Truus", "Cor")
    now.ask("Soraya", "Een lange tafel", "told", "Op een zaterdag staan er stoelen op de stoep")
    now.ask("Soraya", "Een lange tafel", "permission", "Een middag de straat dicht voor auto's")


def _paint(now: _Now) -> None:
    now.start("Joris", "Verf op de elektriciteitskastjes", street=6)
    now.join("Verf op", "Noor")
    for name, mine in (("Contact met de school", False), ("De verf en de kwasten", True)):
        acts.make_role(now.as_("Joris"), now.called("Verf op"), name=name, mine=mine, at=now.at)


def _key_is_offered(now: _Now) -> None:
    role = Role.objects.get(name="De sleutel van de schuur", initiative__neighbourhood=now.here)
    naima = now.story.persons["Naima"]
    acts.offer_on(now.as_("Sjaak"), role, to=naima, weeks=4, at=now.at)
    acts.pass_role(now.as_("Naima"), role, turn="accept", at=now.at)


def _soup_grows(now: _Now) -> None:
    now.join("Soep", "Joris", "Noor", "Fatma")
    gifts.look_for_initiative(
        now.as_("Truus"), now.called("Soep"), words="iemand die graag bakt of kookt",
        until=now.day + timedelta(days=60), at=now.at,
    )  # fmt: skip
    acts.make_role(now.as_("Truus"), now.called("Soep"), name="Het geld van de pot", mine=True, at=now.at)


def _shed(now: _Now) -> None:
    now.ask("Sjaak", "Samen fietsen", "information", "Van wie is de schuur naast de garages?")


def _bram_answers(now: _Now) -> None:
    acts.answer_question(
        now.as_("Bram"),
        _taken(now, "Van wie"),
        answer="yes",
        reason="Van de gemeente. Hij staat leeg.",
        leans_on=principles_about(now.here, "question"),
        at=now.at,
    )


def _taken(now: _Now, words: str) -> Question:
    acts.take_on(now.as_("Bram"), now.question(words), yes=True, at=now.at)
    return now.question(words)


def _the_night_asks(now: _Now) -> None:
    acts.ask_gently(machine(), now.here, at=now.at)


Step = Callable[[_Now], None]
STEPS: Mapping[int, tuple[Step, ...]] = {
    BEGAN: (_arrive,),
    720: (_soup,),
    600: (_library,),
    540: (_library_done,),
    420: (_swings,),
    330: (_swings_stopped,),
    300: (_bicycles,),
    230: (_readers,),
    165: (_garden,),
    95: (_garden_money,),
    60: (_readers_rest,),
    30: (_street_party,),
    12: (_key_is_offered,),
    6: (_paint, _soup_grows),
    5: (_shed,),
    2: (_bram_answers,),
    1: (_the_night_asks,),
}
"""By how many days ago. What needs people of the demo's own time plays in its last days."""
