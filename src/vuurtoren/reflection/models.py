"""Who wants a letter, and which letter went to whom, so that none goes twice; and who goes where to drink coffee."""

from django.db import models

from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood, Place, public_id


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
    """A professional goes to drink coffee in a street where nobody is known yet, on a day. One at a time a street."""

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
