"""Accounts sign in; persons live, work and carry. A person needs no account."""

import uuid
from datetime import datetime
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from vuurtoren.people.rules import LONGEST_NAME, USUAL_WEEKS, Role
from vuurtoren.places.models import Neighbourhood, Place, public_id


def without_their_words(collector: Any, field: Any, rows: Any, using: str) -> None:
    """A record of what people do together stays when one of them is forgotten; the words of that one (`OF_WHO_WROTE`) go,
    unless they left them (`by` empty)."""
    models.SET_NULL(collector, field, rows, using)
    for name in field.model.OF_WHO_WROTE:
        collector.add_field_update(field.model._meta.get_field(name), "", rows)


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts that sign in with a mailed code; there are no passwords."""

    def create_user(self, email: str, **rest: Any) -> "Account":
        account = self.model(email=self.normalize_email(email).lower(), **rest)
        account.set_unusable_password()
        account.save(using=self._db)
        return account


class Account(AbstractBaseUser):
    """A mail address with which a person signs in. Its row is never used again for somebody else."""

    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()

    def __str__(self) -> str:
        return "account"  # never a mail address in a log


class Institution(models.Model):
    """An organisation that works for the neighbourhood: municipality, housing association, welfare organisation.

    `answers_within`: so many weeks it says itself to need for a decision on a challenge.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="institutions")
    name = models.CharField(max_length=120)
    phone = models.CharField(max_length=30, blank=True)
    mail = models.EmailField(blank=True)
    cleans = models.BooleanField(default=False)
    answers_within = models.PositiveSmallIntegerField(default=USUAL_WEEKS)

    def __str__(self) -> str:
        return self.name


class Person(models.Model):
    """Somebody. `called` is how people call them; `key` is how the journal does."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    account = models.OneToOneField(Account, models.SET_NULL, null=True, related_name="person")
    called = models.CharField(max_length=LONGEST_NAME)
    language = models.CharField(max_length=5, default="nl")
    home = models.ForeignKey(Place, models.SET_NULL, null=True, related_name="+")
    entered_by = models.ForeignKey("self", models.SET_NULL, null=True, related_name="entered")
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.called


class RoleHeld(models.Model):
    """A role in a neighbourhood, from one day until another.

    `confirmed_at` empty: waits for a second board member. `renewal_by`: who proposed another year, which waits too.
    """

    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="roles")
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="roles")
    role = models.CharField(max_length=10, choices=[(role.value, role.value) for role in Role])
    given_by = models.UUIDField(null=True)
    renewal_by = models.UUIDField(null=True)
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["person", "neighbourhood", "role"], name="a_role_is_held_once")
        ]

    def __str__(self) -> str:
        return f"{self.role}"

    def holds(self, at: datetime) -> bool:
        """Is it confirmed, begun, and not over at `at`?"""
        begun = self.confirmed_at is not None and self.confirmed_at <= at
        return begun and (self.until is None or self.until > at)

    @property
    def asked_by(self) -> uuid.UUID | None:
        """Whose proposal waits for a second yes: the role itself, or another year of it."""
        return self.renewal_by if self.confirmed_at else self.given_by


class Work(models.Model):
    """A professional works for an institution in this neighbourhood, since a day."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="work")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="people")
    since = models.DateField()
    until = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.institution_id} since {self.since}"


class Consent(models.Model):
    """A person without an account said yes to being in here: how, from when, until when."""

    class How(models.TextChoices):
        PAPER = "paper"
        PHONE = "phone"
        IN_PERSON = "in_person"

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    how = models.CharField(max_length=10, choices=How)
    given_on = models.DateField()
    until = models.DateField()
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.how} until {self.until}"


class SignInLink(models.Model):
    """A link that signs in once, within ten minutes; only its hash is kept."""

    account = models.ForeignKey(Account, models.CASCADE, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"until {self.expires_at}"
