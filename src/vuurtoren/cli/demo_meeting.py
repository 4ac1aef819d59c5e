"""Half a year of meeting in Lichthaven: three coffee tables, neighbours who come back, and the ties that come of it.

It draws from a seed of its own, so that what people pick in the streets does not hang on the weekday of a table.
"""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

import numpy as np
from django.utils import timezone

from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewer_of, visitor
from vuurtoren.tables import acts, queries
from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import LOVES, When, is_a_time

NEIGHBOURS = (
    *("Ahmed", "Anneke", "Bilal", "Carmen", "Dewi", "Ebru", "Farid", "Greet", "Hassan", "Ilse", "Jamila", "Karel"),
    *("Latifa", "Malika", "Nadia", "Omar", "Petra", "Quincy", "Ria", "Samira", "Tarik", "Ubah", "Vera", "Wanda"),
    *("Xavier", "Yasmina", "Zeynep", "Bep", "Corrie", "Dirk", "Elif", "Fien", "Gerrit", "Hicham", "Ineke", "Jaap"),
)  # fmt: skip
STREETS_OF_NEIGHBOURS = 5
MATTERS = (
    "Wil graag weer leren naaien.",
    "Mist een bankje bij de bushalte.",
    "Heeft tomatenplantjes over.",
    "Zou wel eens met de buren willen eten.",
    "Weet veel van oude fietsen.",
)
LEARNED = (
    (
        "Hoe leren we de nieuwe buren van de flat kennen?",
        "Aanbellen met een pannetje soep, met z'n tweeën.",
        "Veertig deuren, elf keer koffie binnen.",
        "Volgende keer vragen we een buurvrouw uit de flat mee.",
    ),
    (
        "Wie uit de flat wil zelf een koffietafel?",
        "We vragen het aan wie ons binnenliet.",
        "Twee mensen willen, maar niet alleen.",
        "",
    ),
)
REACH = "Meestal op woensdag in De Lantaarn"
COMES, ASKS, SAYS_YES = 0.5, 0.35, 0.8
STILL_ASKED = timedelta(days=10)
"""Some questions of the last days have no answer yet, as it goes."""
SAYS_TOO = "Agnieszka"
"""Said after the newest coffee at the square that she was there too; Amina has not answered yet."""
SINCE_WISHES = timedelta(days=9)
REGULARS = {"Amina": ("Joris", "Noor", "Fatma"), "Mei": ("Rosa", "Youssef"), "Sem": ("Delroy",)}


@dataclass
class Meeting:
    """The tables of the demo and who comes to them; `persons` by name."""

    here: Neighbourhood
    persons: dict[str, Person]
    rng: np.random.Generator
    tables: dict[str, Table] = field(default_factory=dict)
    guests: dict[str, tuple[str, ...]] = field(default_factory=dict)

    def as_(self, name: str, at: datetime) -> Viewer:
        """Somebody, with the rights of that moment."""
        return viewer_of(self.persons[name], at)

    def begin(self, streets: list[Place], first: date) -> None:
        """Neighbours arrive, and three of them set a table."""
        self._neighbours([one for one in streets if one.kind == "street" and one.name], first)
        square = next((one for one in streets if one.kind == "square" and one.name), streets[0])
        named = [one for one in streets if one.name]
        for number, (host, place, spot, weekday, hour, every) in enumerate((
            ("Amina", square, "De Lantaarn, de grote tafel bij het raam", 2, 10, "week"),
            ("Mei", named[4], "", 5, 15, "fortnight"),
            ("Sem", named[9], "Op het bankje bij de bakker", 0, 9, "week"),
        )):  # fmt: skip
            day, at = first + timedelta(days=(weekday - first.weekday()) % 7), _at(first, 16)
            when = When(day, time(hour), every)
            acts.set_table(self.as_(host, at), place, when=when, spot=spot, at=at)
            self.tables[host] = Table.objects.get(host=self.persons[host], kind="coffee")
            self.guests[host] = (*REGULARS[host], *NEIGHBOURS[number::3])
        self._learning(named[2], first)
        late = _at(timezone.localdate() - timedelta(days=3), 12)
        until = timezone.localdate() + timedelta(days=18)
        acts.rest(self.as_("Sem", late), self.tables["Sem"], until=until, at=late)

    def _learning(self, place: Place, first: date) -> None:
        """Mei's learning table: two rounds behind it, and today it looks again."""
        today, at = timezone.localdate(), _at(first, 17)
        by, when = self.as_("Mei", at), When(first + timedelta(days=1), time(19, 30), "month")
        (question, *_), *later = LEARNED
        first_look = min(first + timedelta(days=28), today - timedelta(days=2))
        acts.set_learning_table(
            by, place, when=when, question=question, look_again_on=first_look, seen_by="neighbourhood",
            spot="Buurthuis De Lantaarn, boven", at=at,
        )  # fmt: skip
        table = Table.objects.get(host=self.persons["Mei"], kind="learning")
        for number, (asked, tries, happened, different) in enumerate(LEARNED):
            on = _at(min(first_look + timedelta(days=28 * number), today - timedelta(days=1)), 21)
            words = {"question": asked, "tries": tries, "happened": happened, "different": different}
            look: dict[str, Any] = {
                "look_again_on": on.date() + timedelta(days=1),
                "seen_by": "neighbourhood",
            }
            if number:
                acts.next_round(by, table, question=asked, at=on, **look)
            if number == len(later):
                look["look_again_on"] = today
            acts.write_round(by, table, words=words, at=on, **look)

    def _neighbours(self, streets: list[Place], first: date) -> None:
        homes = streets[: 2 * STREETS_OF_NEIGHBOURS : 2]
        for number, name in enumerate(NEIGHBOURS):
            account = Account.objects.create_user(f"{name.lower()}@buren.example")
            people.arrive(visitor(), account, self.here, called=name, language="nl", at=_at(first, 10))
            person = self.persons[name] = Person.objects.get(account=account)
            people.change_self(
                self.as_(name, _at(first, 11)), person, self.here,
                called=name, language="nl", home=homes[number % len(homes)], at=_at(first, 11),
            )  # fmt: skip

    def wish(self, day: date) -> None:
        """Some neighbours would like coffee with somebody new."""
        for number, name in enumerate((*NEIGHBOURS[::2], "Joris", "Amina", "Noor")):
            loves = sorted(
                {LOVES[int(self.rng.integers(len(LOVES)))] for _ in range(3)} | {LOVES[number % 4]}
            )
            at = _at(day, 12)
            acts.wish_coffee(self.as_(name, at), self.here, loves=loves, reach=REACH, at=at)

    def _coffees(self, day: date) -> None:
        """Who is asked for a coffee mostly says yes within some days."""
        at = _at(day, 19)
        for name in (*NEIGHBOURS[::2], "Noor"):
            viewer = self.as_(name, at)
            for one in queries.my_coffees(viewer, self.here, at):
                guest = queries.coffee_called(viewer, self.here, one.public_id)
                if guest and one.state == "asked" and self.rng.random() < 0.4:
                    acts.answer_coffee(viewer, guest, yes=bool(self.rng.random() < 0.85), at=at)

    def a_day(self, day: date) -> None:
        """Who set a table that meets today writes it down in the evening; then the others answer."""
        acts.end_asking(machine(), self.here, at=_at(day, 1))
        acts.end_asking_about_ties(machine(), self.here, at=_at(day, 1))
        acts.count_ties(machine(), self.here, at=_at(day, 1))
        acts.end_coffees(machine(), self.here, at=_at(day, 1))
        acts.weave_coffees(machine(), self.here, at=_at(day, 1))
        today = timezone.localdate()
        for host, table in self.tables.items():
            rests = host == "Sem" and day > today - timedelta(days=3)
            if is_a_time(table.when, day) and not rests:
                self._coffee(host, table, day)
        if day >= today - SINCE_WISHES:
            if day == today - SINCE_WISHES:
                self.wish(day)
            self._coffees(day)

    def _coffee(self, host: str, table: Table, day: date) -> None:
        at = _at(day, 20)
        by = self.as_(host, at)
        came = [name for name in self.guests[host] if name == "Joris" or self.rng.random() < COMES]
        may = list(queries.whom_i_may_name(by, table, day))
        named = [one for one in may if one.account_id is None or one.called in came]
        words = MATTERS[int(self.rng.integers(len(MATTERS)))]
        known = {one.called for one in named}
        others = len([name for name in came if name not in known]) + int(self.rng.integers(1, 4))
        newest = host == "Amina" and day > timezone.localdate() - timedelta(days=7)
        said = [acts.Said(words, "neighbourhood" if newest or host == "Mei" else "table")]
        acts.write_down(by, table, day=day, people=named, someones=others, said=said, at=at)
        still = day > timezone.localdate() - STILL_ASKED
        for name in came:
            if name not in known:
                self._was_there_too(name, host, table, at)
            elif not (still and name in ("Joris", "Noor")):
                self._says_yes(name, at)
        if newest:
            acts.was_there(self.as_(SAYS_TOO, at), table, day=day, at=at)
        for name in came:
            self._asks(name, day, at)
        for name in came:
            self._answers(name, still, at)

    def _was_there_too(self, name: str, host: str, table: Table, at: datetime) -> None:
        """Who was there says so, and whoever wrote it down says yes."""
        day, by = timezone.localdate(at), self.as_(host, at)
        acts.was_there(self.as_(name, at), table, day=day, at=at)
        for asked in queries.claims_asked_of_me(by, self.here):
            claim = queries.claim_called(by, self.here, asked.public_id)
            if claim and claim.person == self.persons[name]:
                acts.answer_claim(by, claim, yes=True, at=at)

    def _says_yes(self, name: str, at: datetime) -> None:
        viewer = self.as_(name, at)
        for asked in queries.asked_of_me(viewer, self.here):
            acts.answer_met(viewer, asked.present, yes=True, at=at)

    def _asks(self, name: str, day: date, at: datetime) -> None:
        """Now and then somebody says of one they met that they know each other."""
        if self.rng.random() > ASKS:
            return
        viewer = self.as_(name, at)
        met: list[Any] = queries.met_lately(viewer, self.here, day)
        if met:
            one = met[int(self.rng.integers(len(met)))]
            present = queries.met_with_me(viewer, self.here, one.present)
            if present:
                acts.keep_tie(viewer, present, at=at)

    def _answers(self, name: str, still: bool, at: datetime) -> None:
        viewer = self.as_(name, at)
        for asked in queries.ties_asked_of_me(viewer, self.here):
            tie = queries.tie_called(viewer, self.here, asked.public_id)
            if tie and not still and self.rng.random() < SAYS_YES:
                acts.answer_tie(viewer, tie, yes=True, at=at)


def _at(day: date, hour: int) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour)))
