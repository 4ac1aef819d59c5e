"""What people saw, and the state of each street as it was estimated each night."""

from django.db import models

from vuurtoren.engine.units import GRADES
from vuurtoren.people.models import Person
from vuurtoren.places.models import Place

GRADE_CHOICES = [(grade, grade) for grade in GRADES]


class Observation(models.Model):
    """Somebody looked: a grade, or a count of coarse pieces on an area in m². A forgotten person leaves no name."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="observations")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    grade = models.CharField(max_length=2, choices=GRADE_CHOICES, blank=True, default="")
    pieces = models.PositiveIntegerField(null=True)
    area_m2 = models.FloatField(default=100.0)
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["place", "-at"], name="seen_at_a_place")]

    def __str__(self) -> str:
        return self.grade or str(self.pieces)


class PlaceState(models.Model):
    """A place on a day by the estimate of the night before: pieces per 100 m² and their rate a day, with spread."""

    class Source(models.TextChoices):
        OBSERVED = "observed"
        KIND = "kind"

    place = models.ForeignKey(Place, models.CASCADE, related_name="states")
    date = models.DateField()
    pieces = models.FloatField()
    pieces_sd = models.FloatField()
    rate = models.FloatField()
    rate_sd = models.FloatField()
    grade = models.CharField(max_length=2, choices=GRADE_CHOICES)
    source = models.CharField(max_length=8, choices=Source)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "date"], name="one_state_a_place_and_day")]

    def __str__(self) -> str:
        return f"{self.date} {self.grade}"
