"""A table that has been, or an initiative that stopped, asks nobody to meet; who met there is asked what became of it."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from functools import partial

import pytest
from django.test import Client
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, seen_as
from vuurtoren.gifts import acts
from vuurtoren.gifts import queries as gifts
from vuurtoren.gifts.models import Gift, Introduction, Looking
from vuurtoren.gifts.rules import BECAME_AFTER
from vuurtoren.initiatives import acts as initiatives
from vuurtoren.initiatives.models import Initiative
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.power.queries import machine
from vuurtoren.reflection import queries
from vuurtoren.tables import acts as tables
from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import When


class Asked:
    """A host's table of one day, tomorrow, or an initiative of theirs, looks for a baker; a giver, and Wim who has no
    account, are introduced."""

    def __init__(self, initiative: bool = False) -> None:
        self.at: datetime = timezone.now()
        self.today: date = timezone.localdate(self.at)
        self.here = a_neighbourhood()
        self.host, self.giver = (a_person(self.here, called=name) for name in ("Hilde", "Amina"))
        self.builder = a_person(self.here, Role.BUILDER, called="Mei")
        by, until = seen_as(self.host), self.today + timedelta(20)
        if initiative:
            initiatives.start(by, self.here, words="Soep op straat", at=self.at)
            self.soup = Initiative.objects.latest("pk")
            acts.look_for_initiative(by, self.soup, words="taart", until=until, at=self.at)
        else:
            when = When(self.today + timedelta(1), time(10))
            tables.set_table(by, a_place(self.here, "Kadeweg"), when=when, at=self.at)
            self.table = Table.objects.latest("pk")
            about = self.table.public_id
            acts.look_for(by, self.here, about, words="taart", until=until, hosts=True, at=self.at)
        self.looking = Looking.objects.latest("pk")
        people.enter(
            seen_as(self.builder), self.here, called="Wim", language="nl", how="paper", given_on=self.today,
            until=self.today + timedelta(60), at=self.at,
        )  # fmt: skip
        self.wim = Person.objects.get(called="Wim")
        self.row, self.of_wim = (self._introduced(one) for one in (self.giver, self.wim))

    def _introduced(self, whose: Person) -> Introduction:
        given = {"kind": "hands", "words": f"taart {whose.pk}", "width": "neighbourhood", "at": self.at}
        until = self.today + timedelta(25)
        if whose.account_id:
            acts.offer_gift(seen_as(whose), self.here, until=until, **given)
        else:
            acts.enter_gift(seen_as(self.builder), self.here, whose, until=until, language="nl", **given)
        gift = Gift.objects.latest("pk")
        acts.introduce(seen_as(self.builder), gift, self.looking, at=self.at)
        return Introduction.objects.get(gift=gift)

    def both_say_yes(self) -> None:
        """So long ago that it is time to ask what became of it."""
        for one in (self.giver, self.host):
            acts.answer_introduction(seen_as(one), self.row, yes=True, at=self.at)
        ago = self.at - BECAME_AFTER - timedelta(hours=1)
        Introduction.objects.filter(pk=self.row.pk).update(asked_at=ago, gift_yes_at=ago, looking_yes_at=ago)

    def page(self, person: Person, where: str = "") -> str:
        client = Client(headers={"accept-language": "nl"})
        assert person.account
        client.force_login(person.account)
        return client.get(f"/{self.here.slug}/{where}").text

    def places(self, person: Person) -> set[bool]:
        """Is this person asked something? As Today, the page of gifts, their letter on a page and by mail each say it."""
        by, go_on = seen_as(person), partial(queries.who_go_on, machine(), self.here, self.today)
        counted = gifts.waiting_introductions(machine(), self.here, self.at, go_on)
        asks = ("Zullen we je voorstellen?", "Wat is ervan gekomen?")
        return {
            "Er is een vraag over een kracht" in self.page(person),
            any(words in self.page(person, "gifts/") for words in asks),
            any("kracht" in words for words in queries.own_letter(by, self.here, self.at).waits),
            bool(counted[person.pk]),
        }

    def paper(self) -> set[bool]:
        """Is the builder asked to bring Wim the question? As Today, his page and the count each say it."""
        by = seen_as(self.builder)
        go_on = partial(queries.who_go_on, by, self.here, self.today)
        readers = {self.builder.pk: by}
        return {
            "Vraag het Wim" in self.page(self.builder),
            "Vraag het Wim" in self.page(self.builder, f"who/{self.wim.public_id}/gifts/"),
            bool(gifts.waiting_on_paper(by, self.here, self.at, go_on)),
            bool(gifts.waiting_to_ask(machine(), self.here, self.at, readers, go_on)[self.builder.pk]),
        }


def the_host_ends_it(asked: Asked) -> None:
    tables.end_table(seen_as(asked.host), asked.table, at=asked.at)


def the_day_has_been(asked: Asked) -> None:
    Table.objects.update(first_day=asked.today - timedelta(1))


def it_stops(asked: Asked) -> None:
    initiatives.turn_to(seen_as(asked.host), asked.soup, turn="stop", at=asked.at)


OVER: list[tuple[bool, Callable[[Asked], None], str]] = [
    (False, the_host_ends_it, "Deze tafel is geweest."),
    (False, the_day_has_been, "Deze tafel is geweest."),
    (True, it_stops, "Dit initiatief is klaar of gestopt."),
]


@pytest.mark.django_db
@pytest.mark.parametrize(("initiative", "ends", "said"), OVER)
def test_whoever_is_over_asks_nobody_on_and_all_places_agree(
    initiative: bool, ends: Callable[[Asked], None], said: str
) -> None:
    asked = Asked(initiative)
    assert asked.places(asked.giver) == asked.places(asked.host) == asked.paper() == {True}
    ends(asked)
    assert asked.places(asked.giver) == asked.places(asked.host) == asked.paper() == {False}
    assert said in asked.page(asked.builder, "gifts/suggestions/"), "who introduced them still reads it"


@pytest.mark.django_db
@pytest.mark.parametrize(("initiative", "ends", "said"), OVER)
def test_what_became_of_who_met_is_asked_and_answered_when_it_has_been(
    initiative: bool, ends: Callable[[Asked], None], said: str
) -> None:
    asked = Asked(initiative)
    asked.both_say_yes()
    ends(asked)
    assert asked.places(asked.giver) == asked.places(asked.host) == {True}
    for one in (asked.giver, asked.host):
        page = asked.page(one, "gifts/")
        assert said in page
        assert "Ga er eens langs" not in page
    acts.say_what_became(seen_as(asked.host), asked.row, became="grew", at=asked.at)
    assert asked.places(asked.giver) == asked.places(asked.host) == {False}
    page = asked.page(asked.builder, "gifts/suggestions/")
    assert said in page
    assert "Er groeide iets nieuws uit." in page
