"""The days of professionals, what they share of them, what they promised and how they leave."""

import uuid

from django.db import models

from vuurtoren.people.models import Institution, Person, Work
from vuurtoren.places.models import Neighbourhood, Place, public_id
from vuurtoren.stay.rules import KINDS, LONGEST_DAY, LONGEST_PROMISE, LONGEST_REASON, STATES


class Day(models.Model):
    """A day of a professional in a neighbourhood. `words` are read by nobody but themselves. No place, no time of day."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="days")
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    day = models.DateField()
    words = models.CharField(max_length=LONGEST_DAY, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "neighbourhood", "day"], name="a_day_is_written_once")
        ]

    def __str__(self) -> str:
        return f"{self.day}"


class Presence(models.Model):
    """One thing one did on a day: a kind of the list."""

    day = models.ForeignKey(Day, models.CASCADE, related_name="kinds")
    kind = models.CharField(max_length=8, choices=[(kind, kind) for kind in KINDS])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["day", "kind"], name="a_kind_is_on_a_day_once")]

    def __str__(self) -> str:
        return self.kind


class DaysShared(models.Model):
    """Over how many days up to today a professional shows neighbours how often they were here, never where, and up to
    which day they said yes to that. No row: it is theirs alone."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="days_shared")
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    length = models.PositiveSmallIntegerField()
    until = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "neighbourhood"], name="days_are_shared_once")
        ]

    def __str__(self) -> str:
        return f"{self.length} {self.until}"


class Promise(models.Model):
    """What a professional promised here; it is a debt of their institution until it is kept or honestly ended.

    `owner` empty: whoever promised was forgotten, and the institution still owes. `to`: the neighbour who wrote down that
    it was promised to them, and with whom it is forgotten; `to_all`: the whole neighbourhood; neither: somebody who is
    not in here.
    `asked_of`: a colleague who is asked to take it over.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="+")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="promises")
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="promises")
    asked_of = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    to = models.ForeignKey(Person, models.CASCADE, null=True, related_name="promised")
    to_all = models.BooleanField(default=False)
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="+")
    words = models.CharField(max_length=LONGEST_PROMISE)
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    state = models.CharField(max_length=6, choices=[(state, state) for state in STATES], default="open")
    made_on = models.DateField()
    due = models.DateField()
    ended_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["neighbourhood", "state", "due"], name="promises_now")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(to=None) | models.Q(to_all=False), name="a_promise_is_to_one_or_to_all"
            ),
            models.CheckConstraint(
                condition=~models.Q(state="wont") | ~models.Q(reason=""), name="what_will_not_happen_says_why"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class Lead(models.Model):
    """Whoever leads a team: sees for their institution what is promised and who leaves. Written down at the machine."""

    work = models.OneToOneField(Work, models.CASCADE, related_name="lead")

    def __str__(self) -> str:
        return f"{self.work_id}"


class Departure(models.Model):
    """Somebody leaves an institution here on a day, and hands over before. Numbers, no names of neighbours.

    `said_on`: when they said so themselves; empty: who leads the team did, and they were asked. `not_so_on`: when they
    answered that it is not so; then it is not, until it is said again.
    `role_until`: until when their role would have held, for who stays after all. `successor`: who follows; `walked`: they
    said that the two walked together. `people`, `introduced`: how many neighbours to introduce, and how many were.
    `completed_on`: when it was said to be done; empty again as soon as a promise falls open.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    work = models.OneToOneField(Work, models.CASCADE, related_name="departure")
    announced_on = models.DateField()
    said_on = models.DateField(null=True)
    not_so_on = models.DateField(null=True)
    last_day = models.DateField()
    role_until = models.DateTimeField(null=True)
    successor = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    walk_on = models.DateField(null=True)
    walked = models.BooleanField(default=False)
    people = models.PositiveSmallIntegerField(default=0)
    introduced = models.PositiveSmallIntegerField(default=0)
    completed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(introduced__lte=models.F("people")),
                name="not_more_introduced_than_there_are",
            )
        ]

    def __str__(self) -> str:
        return f"{self.last_day}"
