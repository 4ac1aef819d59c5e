"""The words of the lighthouse, per language, kept as they changed."""

from django.db import models

from vuurtoren.places.models import Neighbourhood


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
