"""Gifts. There is a field for what somebody has, knows or loves, and none for what they lack."""

import uuid
from datetime import datetime

from django.db import models

from vuurtoren.gifts.index import AnyOf
from vuurtoren.gifts.rules import BECAME, KINDS, LONGEST, WIDTHS
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood, public_id

models.TextField.register_lookup(AnyOf)


def _codes(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Gift(models.Model):
    """What somebody is glad to do, share or know; seen as widely as they chose, until a day. Gone with the person.

    `tokens` is what it is found by (finding.py); it says nothing that `words` does not.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="gifts")
    person = models.ForeignKey(Person, models.CASCADE, related_name="gifts")
    kind = models.CharField(max_length=7, choices=_codes(KINDS))
    words = models.CharField(max_length=LONGEST)
    language = models.CharField(max_length=5, default="nl")
    width = models.CharField(max_length=13, choices=_codes(WIDTHS), default="me")
    until = models.DateField()
    tokens = models.TextField(editable=False)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "neighbourhood", "words"], name="a_gift_is_offered_once"
            )
        ]
        indexes = [models.Index(fields=["neighbourhood", "width", "until"], name="gifts_seen")]

    def __str__(self) -> str:
        return self.public_id


class PaperCode(models.Model):
    """A code on paper with which somebody without an account takes back all their gifts here. Only a keyed hash is kept."""

    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="+")
    person = models.OneToOneField(Person, models.CASCADE, related_name="paper_code")
    code_hash = models.CharField(max_length=64)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["neighbourhood", "code_hash"], name="a_code_is_of_one_person")
        ]

    def __str__(self) -> str:
        return "code"


class Looking(models.Model):
    """A table or an initiative would like somebody to join with something, for a while. `about` is its public address
    (tables stand beside this app); `by` is who set it, or is in it. Everybody may read it."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="+")
    about = models.CharField(max_length=10)
    by = models.ForeignKey(Person, models.CASCADE, related_name="lookings")
    words = models.CharField(max_length=LONGEST)
    until = models.DateField()
    made_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["neighbourhood", "until"], name="gifts_lookings_now")]

    def __str__(self) -> str:
        return self.public_id


class Invitation(models.Model):
    """Somebody saw a gift and asks its giver to come to a table on a day; `about` is the table's public address.

    One at a time for a gift and who asks. A no is told to nobody: whoever asked sees a yes, or nothing. `taken_back_at`:
    who asked does not ask any more, and the row stays only since its no still stands. Gone with the gift and with
    whoever asked.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="+")
    gift = models.ForeignKey(Gift, models.CASCADE, related_name="invitations")
    by = models.ForeignKey(Person, models.CASCADE, related_name="invitations")
    about = models.CharField(max_length=10)
    day = models.DateField()
    asked_at = models.DateTimeField()
    yes_at = models.DateTimeField(null=True)
    no_at = models.DateTimeField(null=True)
    taken_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["gift", "by"], name="one_is_invited_once"),
            models.CheckConstraint(
                condition=models.Q(yes_at=None) | models.Q(no_at=None), name="an_invitation_has_one_answer"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id


class Introduction(models.Model):
    """Somebody thinks that a gift and a looking fit: both sides are asked. Until both said yes neither knows who the other
    is. Each is asked for four weeks, whatever the other said. `ended_at`: then not both had said yes; from then on the row
    holds no answer, and nothing tells a no from silence."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="+")
    gift = models.ForeignKey(Gift, models.CASCADE, related_name="introductions")
    looking = models.ForeignKey(Looking, models.CASCADE, related_name="introductions")
    by = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_at = models.DateTimeField()
    gift_yes_at = models.DateTimeField(null=True)
    looking_yes_at = models.DateTimeField(null=True)
    gift_no_at = models.DateTimeField(null=True)
    looking_no_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    became = models.CharField(max_length=8, choices=_codes(BECAME), blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gift", "looking"], name="two_are_introduced_once")]

    def __str__(self) -> str:
        return self.public_id

    @property
    def together_at(self) -> datetime | None:
        """When the second of both said yes."""
        if self.gift_yes_at is None or self.looking_yes_at is None:
            return None
        return max(self.gift_yes_at, self.looking_yes_at)

    def answered(self, side: str) -> bool:
        """Did this side ("gift" or "looking") say yes or no?"""
        said = {
            "gift": (self.gift_yes_at, self.gift_no_at),
            "looking": (self.looking_yes_at, self.looking_no_at),
        }
        return any(said[side])
