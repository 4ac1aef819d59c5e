"""Tables, the gatherings at them, who was there, and what mattered to somebody."""

import uuid
from collections.abc import Iterator
from datetime import date
from itertools import takewhile
from typing import Any

from django.db import models
from django.db.models import Q

from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood, Place, public_id
from vuurtoren.tables.rules import (
    COUNTED,
    EVERY,
    KINDS,
    LONGEST_MATTER,
    LONGEST_OF_A_ROUND,
    LONGEST_REACH,
    LONGEST_SPOT,
    LOVES,
    ROUND_SEEN_BY,
    SEEN_BY,
    When,
)
from vuurtoren.tables.series import Meeting, Otherwise, as_read, meetings


def _codes(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


def without_their_words(collector: Any, field: Any, tables: Any, using: str) -> None:
    """A table stays when whoever set it is forgotten; the words they used for its spot go with them."""
    models.SET_NULL(collector, field, tables, using)
    collector.add_field_update(Table._meta.get_field("spot"), "", tables)


class Table(models.Model):
    """A coffee or learning table: a place and a time, open to all. `host` is who set it; empty once they were forgotten.

    `once`: coffees of the series that are at another time or not at all, as `as_kept` writes them. `offered_to`: whom the
    host asked to take it over, since `offered_at`. `no_host_since`: when the night first found nobody who hosts it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="tables")
    place = models.ForeignKey(Place, models.PROTECT, related_name="tables")
    kind = models.CharField(max_length=8, choices=_codes(KINDS), default="coffee")
    spot = models.CharField(max_length=LONGEST_SPOT, blank=True)
    first_day = models.DateField()
    time = models.TimeField()
    every = models.CharField(max_length=9, choices=_codes(EVERY), default="once")
    host = models.ForeignKey(Person, without_their_words, null=True, related_name="tables")
    offered_to = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    offered_at = models.DateTimeField(null=True)
    no_host_since = models.DateTimeField(null=True)
    rests_until = models.DateField(null=True)
    once = models.JSONField(default=dict)
    ended_at = models.DateTimeField(null=True)
    changed_at = models.DateTimeField()
    made_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["neighbourhood", "time"], name="tables_now", condition=Q(ended_at=None))
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def when(self) -> When:
        """The first day, the time, and how often."""
        return When(self.first_day, self.time, self.every)

    @property
    def otherwise(self) -> Otherwise:
        """What is once at another time, or not at all."""
        return as_read(self.once)

    def meetings(self, since: date, until: date) -> Iterator[Meeting]:
        """Every coffee from one day up to and with another; none once it ended."""
        if self.ended_at:
            return iter(())
        found = meetings(self.when, since, self.rests_until, self.otherwise)
        return takewhile(lambda one: one.when.date() <= until, found)


class Gathering(models.Model):
    """A table met on a day. `someones`: how many were there who are not named. `by`: who wrote it down, and so knows."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    table = models.ForeignKey(Table, models.CASCADE, related_name="gatherings")
    day = models.DateField()
    someones = models.PositiveSmallIntegerField(default=0)
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["table", "day"], name="a_table_meets_once_a_day")]

    def __str__(self) -> str:
        return f"{self.day}"


class LearningRound(models.Model):
    """A round of a learning table, in the words of `by`, with whom it is forgotten: the question, what is tried, what
    happened, what is done differently; and the day on which the table looks again. One round is open at a time."""

    table = models.ForeignKey(Table, models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    question = models.CharField(max_length=LONGEST_OF_A_ROUND)
    tries = models.CharField(max_length=LONGEST_OF_A_ROUND, blank=True)
    happened = models.CharField(max_length=LONGEST_OF_A_ROUND, blank=True)
    different = models.CharField(max_length=LONGEST_OF_A_ROUND, blank=True)
    seen_by = models.CharField(max_length=13, choices=_codes(ROUND_SEEN_BY), default="table")
    look_again_on = models.DateField()
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    began_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["table", "number"], name="rounds_of_a_table_are_counted"),
            models.UniqueConstraint(
                fields=["table"], condition=Q(closed_at=None), name="one_round_of_a_table_is_open"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}"


class Present(models.Model):
    """Somebody was there. `said_yes_at` empty: they are still asked whether it may be remembered."""

    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="present")
    person = models.ForeignKey(Person, models.CASCADE, related_name="met")
    said_yes_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gathering", "person"], name="a_person_is_at_a_gathering_once")
        ]
        indexes = [models.Index(fields=["person"], name="met_asked", condition=Q(said_yes_at=None))]

    def __str__(self) -> str:
        return self.public_id


class Claim(models.Model):
    """Somebody says that they were there too, and waits for a yes of whoever hosts the table or wrote it down. Until then
    they were not there, for anybody; after a no, or four weeks of silence, nothing is left of it."""

    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="claims")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gathering", "person"], name="a_person_says_so_once")]

    def __str__(self) -> str:
        return self.public_id


class Matter(models.Model):
    """One sentence of what matters to somebody; `whose` empty: nobody in particular. Forgotten with whose it is, and
    with whoever wrote it."""

    gathering = models.ForeignKey(Gathering, models.CASCADE, related_name="matters")
    words = models.CharField(max_length=LONGEST_MATTER)
    whose = models.ForeignKey(Person, models.CASCADE, null=True, related_name="matters")
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    seen_by = models.CharField(max_length=13, choices=_codes(SEEN_BY), default="host")

    def __str__(self) -> str:
        return f"{self.seen_by}"


class Tie(models.Model):
    """Two people who met know each other. `said_yes_at` empty: the one who did not ask is still asked; `said_no_at`: they
    said no or nothing, which nobody is told and which keeps them from being asked again for a while, also when whoever
    asked took the question back (`taken_back_at`)."""

    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="ties")
    low = models.ForeignKey(Person, models.CASCADE, related_name="ties_low")
    high = models.ForeignKey(Person, models.CASCADE, related_name="ties_high")
    asked_by_low = models.BooleanField()
    asked_at = models.DateTimeField()
    said_yes_at = models.DateTimeField(null=True)
    said_no_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["low", "high", "neighbourhood"], name="two_people_are_one_tie"),
            models.CheckConstraint(condition=Q(low__lt=models.F("high")), name="a_tie_is_written_one_way"),
            models.CheckConstraint(
                condition=Q(said_yes_at=None) | Q(said_no_at=None), name="a_tie_is_yes_or_no"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at=None) | Q(said_no_at__isnull=False),
                name="only_a_no_is_kept_unasked",
            ),
        ]
        indexes = [
            models.Index(fields=["neighbourhood"], name="ties_kept", condition=~Q(said_yes_at=None)),
            *(
                models.Index(
                    fields=[side], name=f"ties_asked_{side}", condition=Q(said_yes_at=None, said_no_at=None)
                )
                for side in ("low", "high")
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class TieCount(models.Model):
    """What may be told of the ties of a neighbourhood, counted once a week: a number that covers five people or more.

    `one` and `other` are two streets; both empty: `what` of the whole neighbourhood."""

    BY_THE_NIGHT = True

    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    counted_on = models.DateField()
    what = models.CharField(max_length=10, choices=_codes(COUNTED))
    one = models.ForeignKey(Place, models.CASCADE, null=True, related_name="+")
    other = models.ForeignKey(Place, models.CASCADE, null=True, related_name="+")
    count = models.PositiveIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["neighbourhood", "what"], condition=Q(one=None), name="one_count_of_the_whole"
            ),
            models.UniqueConstraint(
                fields=["neighbourhood", "one", "other"], name="one_count_of_two_streets"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what}: {self.count}"


class CoffeeWish(models.Model):
    """Somebody would like coffee with somebody new. `reach` is seen by whom they are woven with once all said yes;
    `left_out`: how many times in a row nobody was found."""

    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    loves = models.JSONField()
    reach = models.CharField(max_length=LONGEST_REACH)
    since = models.DateTimeField()
    left_out = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["neighbourhood", "person"], name="somebody_wishes_coffee_once")
        ]

    def __str__(self) -> str:
        return f"{self.since:%Y-%m-%d}"


class Weave(models.Model):
    """A weave of everybody who wished coffee on a day, and from what it was computed."""

    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    woven_on = models.DateField()
    seed = models.PositiveBigIntegerField()
    engine_version = models.CharField(max_length=40)
    input_hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["neighbourhood", "woven_on"], name="one_weave_a_day")]

    def __str__(self) -> str:
        return f"{self.woven_on}"


class Coffee(models.Model):
    """Coffee for two or three, proposed because they share `love`; `across` says that they live in different streets."""

    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    weave = models.ForeignKey(Weave, models.CASCADE, related_name="coffees")
    love = models.CharField(max_length=13, choices=_codes(LOVES))
    across = models.BooleanField()
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id


class CoffeeGuest(models.Model):
    """Somebody is asked for a coffee. Nobody sees who the others are before everybody who is still in it said yes.

    `reach`: kept from the wish of who stopped looking, for as long as this coffee may come together or did."""

    coffee = models.ForeignKey(Coffee, models.CASCADE, related_name="guests")
    person = models.ForeignKey(Person, models.CASCADE, related_name="coffees")
    said_yes_at = models.DateTimeField(null=True)
    said_no_at = models.DateTimeField(null=True)
    reach = models.CharField(max_length=LONGEST_REACH, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["coffee", "person"], name="a_guest_is_asked_once"),
            models.CheckConstraint(
                condition=Q(said_no_at=None) | Q(reach=""), name="who_said_no_is_not_reached"
            ),
            models.CheckConstraint(
                condition=Q(said_yes_at=None) | Q(said_no_at=None), name="a_guest_says_yes_or_no"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk}"
