"""Forget me: out of all that people do together, from tables to initiatives, and no table of the database keeps a trace."""

from datetime import time, timedelta
from typing import Any

import pytest
from django.utils import timezone

from tests.light.makers import adopted
from tests.makers import a_neighbourhood, a_person, a_place, seen_as, sits_too
from tests.people.test_forgetting import holding
from vuurtoren.care import acts as care
from vuurtoren.gifts import acts as gifts
from vuurtoren.initiatives import acts as initiatives
from vuurtoren.initiatives.models import Initiative
from vuurtoren.journal.queries import verify_book
from vuurtoren.light import acts as light
from vuurtoren.light.models import ReplacedRule
from vuurtoren.light.rules import Text
from vuurtoren.nudges import acts as nudges
from vuurtoren.nudges.models import Nudge, Weighing
from vuurtoren.nudges.rules import About
from vuurtoren.people import acts as people
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.power.queries import machine
from vuurtoren.reflection import acts as reflection
from vuurtoren.response import acts as response
from vuurtoren.tables import acts as tables
from vuurtoren.tables.models import CoffeeGuest, Present, Table, Tie
from vuurtoren.tables.rules import When

pytestmark = pytest.mark.django_db
NAME, WORDS, MAIL = "Zeldzaamheid van der Wimpel", "Wimpelwoorden", "wimpel@lichthaven.example"


def test_who_is_forgotten_leaves_no_trace_of_all_they_did() -> None:
    here, now = a_neighbourhood(), timezone.now()
    today, home = timezone.localdate(now), a_place(here)
    host, other, me = a_person(here, Role.HOST), a_person(here), a_person(here, called=NAME)
    assert me.account is not None
    me.account.email = MAIL
    me.account.save()
    by = seen_as(me)
    people.change_self(by, me, here, called=NAME, language="nl", home=home, at=now)
    me = Person.objects.get(pk=me.pk)
    soon: Any = {"look_again_on": today + timedelta(days=9)}

    when = When(today - timedelta(days=14), time(10), "week")
    tables.set_table(by, home, when=when, spot=WORDS, at=now)
    mine = Table.objects.get(host=me)
    tables.write_down(by, mine, day=today, someones=4, said=[tables.Said(WORDS, "neighbourhood")], at=now)
    tables.set_learning_table(by, home, when=when, question=WORDS, at=now, **soon)
    tables.set_table(seen_as(host), home, when=when, another=True, at=now)
    theirs = Table.objects.get(host=host)
    tables.write_down(seen_as(host), theirs, day=today, someones=4, at=now)
    sits_too(by, theirs, day=today, at=now)
    tables.keep_tie(by, Present.objects.get(person=host, gathering__table=theirs), at=now)
    tables.answer_tie(seen_as(host), Tie.objects.get(), yes=True, at=now)
    for one in (by, seen_as(other)):
        tables.wish_coffee(one, here, loves=["music"], reach=WORDS if one == by else "aan tafel", at=now)
    tables.weave_coffees(machine(), here, at=now)
    tables.answer_coffee(by, CoffeeGuest.objects.get(person=me), yes=True, at=now)
    gifts.offer_gift(
        by, here, kind="hands", words=WORDS, width="neighbourhood", until=today + timedelta(days=90), at=now
    )
    care.join(by, home, at=now)
    care.log_round(by, home, minutes=20, bags=1, at=now)
    response.observe(by, home, grade="B", at=now)
    reflection.choose_letter(by, here, wants=True, at=now)
    reflection.send_letters(
        machine(), here, at=now, post=lambda person, letter: None, progress=lambda count: None
    )
    initiatives.start(by, here, words=WORDS, more=WORDS, place=home, at=now)
    started = Initiative.objects.get()
    initiatives.join_in(seen_as(host), started, at=now)
    initiatives.turn_to(by, started, turn="rest", learned=WORDS, seen_by="neighbourhood", at=now)
    nudges.give_nudge(by, here, kind="invite", about=About("initiative", started.key), at=now)
    nudges.weigh(by, here, stake=WORDS, undone="never", hurt="other", learns="we", at=now)
    weighed, on = Weighing.objects.get(), today + timedelta(days=9)
    nudges.decide_weighing(by, weighed, stance="beside", stop=WORDS, why=WORDS, look_back_on=on, at=now)
    nudges.share_weighing(by, weighed, people=[host], at=now)
    nudges.look_back(by, weighed, went="wrong", words=WORDS, yes=True, named=True, at=now)
    nudges.write_lesson(seen_as(host), weighed, words="Ik was erbij", yes=True, at=now)
    held_to = adopted(here)
    until: Any = {"look_again_on": today + timedelta(days=9)}
    light.propose_principle(by, here, text=Text(WORDS, WORDS, WORDS, WORDS), at=now, **until)
    light.keep_rule(by, held_to, rule=WORDS, whose=WORDS, replaced_on=today, at=now)
    light.tell_after(by, ReplacedRule.objects.get(), words=WORDS, at=now)
    assert len(holding(NAME)) == 1
    assert len(holding(WORDS)) >= 5

    people.forget(seen_as(me), me, here, at=now)
    assert Table.objects.get(pk=mine.pk).host is None
    assert list(started.people.values_list("person", flat=True)) == [host.pk]
    for trace in (NAME, WORDS, MAIL, me.public_id):
        assert holding(trace) == [], trace
    assert {*holding(me.key.hex), *holding(str(me.key))} == {"journal_moment"}
    assert not Tie.objects.exists()
    assert not Nudge.objects.exists()
    assert [one.words for one in Weighing.objects.get().voices.all()] == ["Ik was erbij"]
    assert verify_book(here.key).broken is None
