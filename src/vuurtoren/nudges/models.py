"""Nudges of a giver, what was weighed before something larger, and what was learned in people's own words."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from vuurtoren.nudges.rules import (
    ABOUT,
    HEARD,
    KINDS,
    LONGEST_LEARNED,
    LONGEST_WORDS,
    Answers,
    Hurt,
    Learns,
    Stance,
    Undone,
    Went,
    suggested,
)
from vuurtoren.people.models import Person, without_their_words
from vuurtoren.places.models import Neighbourhood, public_id


def _codes(codes: Any) -> list[tuple[str, str]]:
    return [(str(code), str(code)) for code in codes]


class Nudge(models.Model):
    """A nudge that somebody gave; nobody but them sees it. `about`: a thing of another app, by kind and key."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="nudges")
    giver = models.ForeignKey(Person, models.CASCADE, related_name="nudges")
    kind = models.CharField(max_length=9, choices=_codes(KINDS))
    about_kind = models.CharField(max_length=10, choices=_codes(ABOUT))
    about = models.UUIDField()
    given_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["giver", "neighbourhood", "given_at"], name="nudges_of_a_giver"),
            models.Index(fields=["neighbourhood", "given_at"], name="nudges_by_month"),
        ]

    def __str__(self) -> str:
        return self.public_id


class Heard(models.Model):
    """What a giver last said to doing it for them growing; their own alone."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    answer = models.CharField(max_length=9, choices=_codes(HEARD))
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "neighbourhood"], name="a_giver_answers_once_here")
        ]

    def __str__(self) -> str:
        return self.answer


class Weighing(models.Model):
    """May it go wrong? The three answers, what was decided, and how it went.

    `by`: who asked, and whose words these are; forgotten with them, while words of others stay. `about` empty: about
    nothing in particular.
    """

    OF_WHO_WROTE = ("stake", "stop", "why")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="weighings")
    by = models.ForeignKey(Person, without_their_words, null=True, related_name="+")
    about_kind = models.CharField(max_length=10, choices=_codes(ABOUT), blank=True)
    about = models.UUIDField(null=True)
    stake = models.CharField(max_length=LONGEST_WORDS, blank=True)
    undone = models.CharField(max_length=6, choices=_codes(Undone))
    hurt = models.CharField(max_length=6, choices=_codes(Hurt))
    learns = models.CharField(max_length=6, choices=_codes(Learns))
    made_on = models.DateField()
    decided = models.CharField(max_length=7, choices=_codes(Stance), blank=True)
    stop = models.CharField(max_length=LONGEST_WORDS, blank=True)
    why = models.CharField(max_length=LONGEST_WORDS, blank=True)
    look_back_on = models.DateField(null=True)
    went = models.CharField(max_length=9, choices=_codes(Went), blank=True)
    looked_back_on = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["by", "look_back_on"], name="nudges_to_look_back", condition=Q(went=""))
        ]
        constraints = [
            models.CheckConstraint(
                condition=Q(went="", looked_back_on=None) | (~Q(went="") & Q(looked_back_on__isnull=False)),
                name="how_it_went_is_said_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(decided="") | Q(look_back_on__isnull=False),
                name="a_decision_has_a_day_to_look_back",
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def answers(self) -> Answers:
        """As the rules read them."""
        return Answers(Undone(self.undone), Hurt(self.hurt), Learns(self.learns))

    @property
    def suggested(self) -> Stance:
        """What the house suggests."""
        return suggested(self.answers)


class SharedWith(models.Model):
    """Who else may read a weighing and write their own words with it."""

    weighing = models.ForeignKey(Weighing, models.CASCADE, related_name="shared")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["weighing", "person"], name="a_weighing_is_shared_with_somebody_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.weighing_id}"


class Voice(models.Model):
    """What one person learned, in their own words. `yes`: may it stand in public; empty while they did not say.
    `named`: with their name."""

    weighing = models.ForeignKey(Weighing, models.CASCADE, related_name="voices")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    words = models.CharField(max_length=LONGEST_LEARNED)
    named = models.BooleanField(default=False)
    yes = models.BooleanField(null=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["weighing", "person"], name="somebody_says_once_what_was_learned")
        ]

    def __str__(self) -> str:
        return f"{self.weighing_id}"
