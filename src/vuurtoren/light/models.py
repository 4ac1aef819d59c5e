"""The words of the lighthouse; principles with their versions, what leans on them, exceptions, and rules they replaced."""

import uuid

from django.db import models
from django.db.models import F, Q

from vuurtoren.light.rules import (
    ABOUT,
    DECISIONS,
    LONGEST_AFTER,
    LONGEST_EXAMPLES,
    LONGEST_FOR_WHOM,
    LONGEST_FOUND,
    LONGEST_PRINCIPLE,
    LONGEST_RULE,
    LONGEST_WHOSE,
    LONGEST_WHY,
    WHAT,
    Text,
)
from vuurtoren.people.models import Person, without_their_words
from vuurtoren.places.models import Neighbourhood, public_id


def _codes(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Light(models.Model):
    """How a neighbourhood wants to live together: one line that shines, and the longer story."""

    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="lights")
    language = models.CharField(max_length=5)
    line = models.CharField(max_length=140)
    story = models.TextField(blank=True, max_length=4000)
    since = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["neighbourhood", "language", "-since"], name="light_now")]

    def __str__(self) -> str:
        return self.line


class Worded(models.Model):
    """Something that holds a principle in words."""

    words = models.CharField(max_length=LONGEST_PRINCIPLE, blank=True)
    why = models.TextField(max_length=LONGEST_WHY, blank=True)
    fits = models.TextField(max_length=LONGEST_EXAMPLES, blank=True)
    fits_not = models.TextField(max_length=LONGEST_EXAMPLES, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.words

    @property
    def text(self) -> Text:
        """The four together."""
        return Text(self.words, self.why, self.fits, self.fits_not)


class Principle(models.Model):
    """A principle that two people adopted. Its words are its newest version; from `laid_at` on it rests.

    No person is named: once adopted, the words are the neighbourhood's.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="principles")
    about = models.CharField(max_length=9, choices=_codes(ABOUT), default=ABOUT[0])
    look_again_on = models.DateField()
    since = models.DateTimeField()
    laid_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["neighbourhood", "about"], name="principles_now", condition=Q(laid_at=None))
        ]

    def __str__(self) -> str:
        return self.public_id


class Version(Worded):
    """Words of a principle, and since when; the highest number holds, the earlier ones are kept."""

    principle = models.ForeignKey(Principle, models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["principle", "number"], name="a_version_has_its_number_once")
        ]


class Proposed(Worded):
    """A principle, other words for one, or its rest, as proposed; gone once it holds or was dropped.

    `by`: who proposed it; it goes with them. `first_yes`: the first of the two who adopt it.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    principle = models.ForeignKey(Principle, models.CASCADE, null=True, related_name="proposed")
    what = models.CharField(max_length=6, choices=_codes(WHAT))
    about = models.CharField(max_length=9, choices=_codes(ABOUT), default=ABOUT[0])
    look_again_on = models.DateField(null=True)
    by = models.ForeignKey(Person, models.CASCADE, related_name="+")
    first_yes = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(what="new", principle=None) | (~Q(what="new") & Q(principle__isnull=False)),
                name="proposed_for_a_principle_or_a_new_one",
            )
        ]


class Leaning(models.Model):
    """A decision leans on a principle. `kind` and `about` are plain values of the floor above: a slug and a key."""

    principle = models.ForeignKey(Principle, models.CASCADE, related_name="leanings")
    kind = models.CharField(max_length=9, choices=_codes(DECISIONS))
    about = models.UUIDField()
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["about", "principle"], name="a_decision_leans_on_a_principle_once"
            )
        ]
        indexes = [models.Index(fields=["principle", "-at"], name="leanings_of_a_principle")]

    def __str__(self) -> str:
        return self.kind


class Excepted(models.Model):
    """An exception to a principle: why, for whom in words, until when. `by`: whose the words are."""

    OF_WHO_WROTE = ("why", "for_whom")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    principle = models.ForeignKey(Principle, models.CASCADE, related_name="exceptions")
    why = models.TextField(max_length=LONGEST_WHY, blank=True)
    for_whom = models.CharField(max_length=LONGEST_FOR_WHOM, blank=True)
    made_on = models.DateField()
    until = models.DateField()
    ended_on = models.DateField(null=True)
    by = models.ForeignKey(Person, without_their_words, null=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(until__gte=F("made_on")), name="an_exception_ends_after_it_was_made"
            )
        ]
        indexes = [models.Index(fields=["principle", "-made_on"], name="exceptions_of_a_principle")]

    def __str__(self) -> str:
        return self.public_id


class ReplacedRule(models.Model):
    """A rule that made room for a principle: in words, whose it was, and when. `by`: who wrote it down."""

    OF_WHO_WROTE = ("rule", "whose")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    principle = models.ForeignKey(Principle, models.CASCADE, related_name="replaced")
    rule = models.CharField(max_length=LONGEST_RULE, blank=True)
    whose = models.CharField(max_length=LONGEST_WHOSE, blank=True)
    replaced_on = models.DateField()
    by = models.ForeignKey(Person, without_their_words, null=True, related_name="+")

    def __str__(self) -> str:
        return self.public_id


class After(models.Model):
    """What happened after a rule was replaced, told by somebody who lives here; it goes with them unless they left it."""

    rule = models.ForeignKey(ReplacedRule, models.CASCADE, related_name="after")
    words = models.CharField(max_length=LONGEST_AFTER)
    on = models.DateField()
    by = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")

    def __str__(self) -> str:
        return f"{self.on}"


class TalkTo(models.Model):
    """A host or builder who agreed to be named where the house says no, and where they are found."""

    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    found = models.CharField(max_length=LONGEST_FOUND, blank=True)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["neighbourhood", "person"], name="somebody_to_talk_to_once")
        ]

    def __str__(self) -> str:
        return f"since {self.since:%Y-%m-%d}"
