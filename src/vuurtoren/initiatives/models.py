"""Initiatives, who is in them, what was learned, and what an institution is asked."""

import uuid
from typing import Any

from django.db import models
from django.db.models import Q

from vuurtoren.initiatives.rules import (
    ALIVE,
    KINDS,
    LONGEST_LEARNED,
    LONGEST_MORE,
    LONGEST_PART,
    LONGEST_QUESTION,
    LONGEST_REASON,
    LONGEST_WORDS,
    NEEDS_A_REASON,
    OVERLAP_WEEKS,
    SEEN_BY,
    Asked,
    Passing,
    State,
)
from vuurtoren.people.models import Institution, Person, without_their_words
from vuurtoren.places.models import Neighbourhood, Place, public_id


def _codes(codes: Any) -> list[tuple[str, str]]:
    return [(str(code), str(code)) for code in codes]


class Initiative(models.Model):
    """What residents start. `by`: whose the words are; empty once they left them to it, or were forgotten with them.

    `was`: the state before the last change, `changed_at` when that was; `touched_at`: the last sign of its people;
    `asked_at`: when they were asked, once, how it goes since they gave none. `shared`: was anybody ever in it but who
    started it? Until then `by` is who started it, or nobody any more.
    """

    OF_WHO_WROTE = ("words", "more")

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="initiatives")
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="initiatives")
    words = models.CharField(max_length=LONGEST_WORDS, blank=True)
    more = models.CharField(max_length=LONGEST_MORE, blank=True)
    by = models.ForeignKey(Person, without_their_words, null=True, related_name="+")
    wants_people = models.BooleanField(default=True)
    state = models.CharField(max_length=7, choices=_codes(State), default=State.IDEA.value)
    was = models.CharField(max_length=7, choices=_codes(State), blank=True)
    changed_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField()
    touched_at = models.DateTimeField()
    asked_at = models.DateTimeField(null=True)
    shared = models.BooleanField(default=False)

    class Meta:
        indexes = [
            models.Index(fields=["neighbourhood", "-started_at"], name="initiatives_new"),
            models.Index(
                fields=["neighbourhood", "touched_at"],
                name="initiatives_doing",
                condition=Q(state=State.DOING.value),
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def now(self) -> State:
        """The state as a word."""
        return State(self.state)

    @property
    def alive(self) -> bool:
        """An idea, going on, or at rest."""
        return self.now in ALIVE


class Joined(models.Model):
    """Somebody is in an initiative."""

    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="people")
    person = models.ForeignKey(Person, models.CASCADE, related_name="initiatives")
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["initiative", "person"], name="somebody_is_in_an_initiative_once")
        ]

    def __str__(self) -> str:
        return f"{self.initiative_id}"


class Learned(models.Model):
    """What was learned when its state changed; forgotten with who wrote it, unless they left it (`by` empty)."""

    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="learned")
    by = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    words = models.CharField(max_length=LONGEST_LEARNED)
    seen_by = models.CharField(max_length=13, choices=_codes(SEEN_BY), default=SEEN_BY[0])
    state = models.CharField(max_length=7, choices=_codes(State))
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.seen_by


class Question(models.Model):
    """What an initiative asks or tells an institution, with a date for the answer; until then and after it the
    institution's debt, never a person's.

    `by`: whose the words are. `cents`: how much, where money is asked. `owner`: the professional who took it on; empty: the
    team's. `asked_of`: one who is asked to. `state` is what people made of it; what time makes of it (`rules.stands`) is
    kept nowhere.
    """

    OF_WHO_WROTE = ("words",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="questions")
    institution = models.ForeignKey(Institution, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=11, choices=_codes(KINDS))
    words = models.CharField(max_length=LONGEST_QUESTION, blank=True)
    cents = models.PositiveBigIntegerField(null=True)
    by = models.ForeignKey(Person, without_their_words, null=True, related_name="+")
    owner = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    asked_of = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    state = models.CharField(max_length=12, choices=_codes(Asked), default=Asked.OPEN.value)
    reason = models.CharField(max_length=LONGEST_REASON, blank=True)
    asked_on = models.DateField()
    due = models.DateField()
    answered_on = models.DateField(null=True)

    class Meta:
        indexes = [models.Index(fields=["institution", "state", "due"], name="initiatives_asked_now")]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state__in=[one.value for one in NEEDS_A_REASON]) | ~Q(reason=""),
                name="an_answer_that_is_no_plain_yes_says_why",
            ),
            models.CheckConstraint(
                condition=~Q(state=Asked.NO_OBJECTION.value), name="what_time_makes_is_not_kept"
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def kept(self) -> Asked:
        """What people made of it, as a word."""
        return Asked(self.state)


class Role(models.Model):
    """A role in an initiative: keys, money, contact. `by`: whose word its name is.

    What is kept is who holds it, whom they offered it to and when both said yes; where it is today, `passing` says. When
    one of the two is forgotten it is the other's, or nobody's.
    """

    OF_WHO_WROTE = ("name",)

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    initiative = models.ForeignKey(Initiative, models.CASCADE, related_name="roles")
    name = models.CharField(max_length=LONGEST_PART, blank=True)
    by = models.ForeignKey(Person, without_their_words, null=True, related_name="+")
    holder = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    to = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    offered_on = models.DateField(null=True)
    weeks = models.PositiveSmallIntegerField(default=OVERLAP_WEEKS[0])
    accepted_on = models.DateField(null=True)
    declined_on = models.DateField(null=True)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(to=None) | ~Q(to=models.F("holder")), name="a_role_is_offered_to_another"
            )
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def passing(self) -> Passing[int]:
        """As the rules read it, by primary keys."""
        return Passing(self.holder_id, self.to_id, self.offered_on, self.weeks, self.accepted_on)
