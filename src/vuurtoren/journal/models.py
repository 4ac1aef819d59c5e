"""Books, moments, and what was sent once. Lower floors know no upper ones: people and places are plain keys here."""

from django.db import models


class Book(models.Model):
    """The chain of one neighbourhood; `key` is the neighbourhood's. Its row is the lock and the head of the chain."""

    key = models.UUIDField(unique=True)
    last_number = models.PositiveBigIntegerField(default=0)
    last_hash = models.CharField(max_length=64, default="0" * 64)

    def __str__(self) -> str:
        return f"{self.key} ({self.last_number})"


class Moment(models.Model):
    """A row of the journal: who did what, about what, where and when. Never changed, never removed."""

    book = models.ForeignKey(Book, models.PROTECT, related_name="moments")
    number = models.PositiveBigIntegerField()
    kind = models.CharField(max_length=60)
    who = models.UUIDField(null=True, db_index=True)
    about = models.UUIDField(null=True, db_index=True)
    place = models.UUIDField(null=True)
    what = models.JSONField(default=dict)
    at = models.DateTimeField()
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "number"], name="one_row_a_number")]
        indexes = [models.Index(fields=["book", "place", "-number"], name="moments_of_a_place")]

    def __str__(self) -> str:
        return f"{self.kind} #{self.number}"


class Sent(models.Model):
    """A form that arrived: the same key again is the same deed, not a second one."""

    key = models.CharField(max_length=64, unique=True)
    who = models.UUIDField(null=True)
    moment = models.ForeignKey(Moment, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.key
