"""Who wants a letter and which letter went to whom, who goes where to drink coffee, and where power slid."""

from django.db import models

from vuurtoren.engine.slides import KINDS
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood, Place, public_id
from vuurtoren.reflection.meanings import HOLDERS, SIDES
from vuurtoren.reflection.rules import ANSWERS


class LetterChoice(models.Model):
    """Somebody said whether they want a letter by mail. Who said nothing gets one."""

    person = models.OneToOneField(Person, models.CASCADE, related_name="+")
    wants = models.BooleanField()

    def __str__(self) -> str:
        return str(self.wants)


class LetterSent(models.Model):
    """The letter of a week to somebody. It is written before the letter goes; `sent_at` empty: it was on its way when the
    machine stopped, and nobody can say whether it arrived. It does not go again."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    week = models.DateField()
    sent_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["neighbourhood", "week", "person"], name="one_letter_a_week")
        ]

    def __str__(self) -> str:
        return f"{self.week}"


class Errand(models.Model):
    """A professional goes to drink coffee in a street where nobody is known yet, on a day. One at a time a street, which
    a colleague may take over once it is free (`reflection.queries.quiet.still_goes`)."""

    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    place = models.ForeignKey(Place, models.CASCADE, related_name="errands")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    on = models.DateField()
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place"], condition=models.Q(done_at=None), name="one_errand_a_street"
            )
        ]

    def __str__(self) -> str:
        return self.public_id


class Slide(models.Model):
    """Something of power slid in a room: one kind, one side, of one person or of the side as a whole (`person` empty).

    `slide` is what makes it the same one when it is found again. Of `of` acts since `since` `part` were so, before that
    `before` of `before_of`. It is told to whose it is on `found_on`; `answer` is theirs. It goes with the person.
    """

    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    slide = models.CharField(max_length=90)
    kind = models.CharField(max_length=8, choices=[(kind, kind) for kind in KINDS])
    room = models.CharField(max_length=11, choices=[(room, room) for room in HOLDERS])
    side = models.CharField(max_length=11, choices=[(side, side) for side in SIDES])
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="+")
    since = models.DateField()
    part = models.PositiveIntegerField()
    of = models.PositiveIntegerField()
    before = models.PositiveIntegerField()
    before_of = models.PositiveIntegerField()
    found_on = models.DateField()
    seen_on = models.DateField()
    answer = models.CharField(max_length=6, choices=[(one, one) for one in ANSWERS], blank=True, default="")
    answered_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["neighbourhood", "slide"],
                condition=models.Q(ended_on=None),
                name="a_slide_is_one_signal",
            ),
            models.CheckConstraint(
                condition=models.Q(part__lte=models.F("of"), before__lte=models.F("before_of")),
                name="a_part_of_acts_is_not_more_than_all",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.room}"


class Hurt(models.Model):
    """Somebody of the group whose room it is says that what slid hurts. Whose slide it is reads that, and never who said
    it; nobody else reads it. It goes with the person who said it."""

    slide = models.ForeignKey(Slide, models.CASCADE, related_name="hurts")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    on = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["slide", "person"], name="somebody_says_once_that_it_hurts")
        ]

    def __str__(self) -> str:
        return f"{self.on}"
