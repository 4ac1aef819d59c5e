"""The register of room: from when to when residents hold a task at a place, and who decides, advises, does and pays.

A task without an open row is in nobody's hands but the institution's. The app above that hands over (care) writes it in
the transaction of the hand-over; rows are never changed but to end them.
"""

import uuid

from django.db import models
from django.db.models import F, Q

from vuurtoren.people.models import Institution
from vuurtoren.places.models import Place
from vuurtoren.power.rules import EMERGENCY_KINDS, WHO, WHY_ENDED, Emergency, Powers


def _codes(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, code) for code in codes]


class Room(models.Model):
    """Room that was handed over. `task`, `kind` and `hand_over` are plain values of the floor above; no person is named.

    `handed_by` is the institution that made the room; `until` the last day that was agreed, if any.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    place = models.ForeignKey(Place, models.PROTECT, related_name="rooms")
    task = models.UUIDField()
    kind = models.SlugField()
    hand_over = models.UUIDField(unique=True)
    handed_by = models.ForeignKey(Institution, models.SET_NULL, null=True, related_name="+")
    decides = models.CharField(max_length=11, choices=_codes(WHO))
    advises = models.CharField(max_length=11, choices=_codes(WHO))
    does = models.CharField(max_length=11, choices=_codes(WHO))
    pays = models.CharField(max_length=11, choices=_codes(WHO))
    since = models.DateTimeField()
    until = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    why_ended = models.CharField(max_length=10, choices=_codes(WHY_ENDED), blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task"], condition=Q(ended_at=None), name="one_room_now_a_task"),
            models.CheckConstraint(
                condition=Q(ended_at=None, why_ended="") | (Q(ended_at__gte=F("since")) & ~Q(why_ended="")),
                name="room_ends_after_it_began_and_says_why",
            ),
        ]
        indexes = [models.Index(fields=["place", "-since"], name="rooms_of_a_place")]

    def __str__(self) -> str:
        return f"{self.kind} since {self.since:%Y-%m-%d}"

    @property
    def powers(self) -> Powers:
        """Who decides, advises, does and pays."""
        return Powers(self.decides, self.advises, self.does, self.pays)


class Declared(models.Model):
    """An emergency in room that residents hold: why, and until which day the institution may come unasked. It ends by
    itself, or is taken back earlier."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    place = models.ForeignKey(Place, models.PROTECT, related_name="emergencies")
    kind = models.SlugField()
    reason = models.CharField(max_length=10, choices=_codes(EMERGENCY_KINDS))
    at = models.DateTimeField()
    until = models.DateField()
    over_at = models.DateTimeField(null=True)
    """Taken back before its last day."""

    class Meta:
        indexes = [models.Index(fields=["place", "-until"], name="emergencies_of_a_place")]

    def __str__(self) -> str:
        return f"{self.reason} until {self.until}"

    @property
    def emergency(self) -> Emergency:
        """Its kind and its end."""
        return Emergency(self.reason, self.until)
