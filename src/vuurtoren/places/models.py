"""Neighbourhoods and the places in them. Geometry is JSON in WGS84 (lon, lat); lengths are RD New metres."""

import secrets
import uuid

from django.db import models
from django.db.models import Case, Q, Value, When
from django.db.models.functions import Concat, Lower


def public_id() -> str:
    """Ten random characters for an address on the web; tells nothing and can be guessed by nobody."""
    return secrets.token_urlsafe(8)[:10]


class Neighbourhood(models.Model):
    """A neighbourhood (wijk): the scope of every right, journal and figure."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    slug = models.SlugField(unique=True)
    name = models.CharField(max_length=80)
    boundary = models.JSONField(null=True)
    backdrop = models.JSONField(null=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


def for_maps(place: str, neighbourhood: str = "") -> tuple[str, ...]:
    """What only a map needs of a place, and of a neighbourhood, to `defer` where a question brings them along; each is the
    way to it, as in `select_related`: "task__place"."""
    around = [f"{neighbourhood}__{one}" for one in ("boundary", "backdrop")] if neighbourhood else []
    return (f"{place}__line", f"{place}__source_keys", *around)


class Place(models.Model):
    """A street, square, park, quay or building. A street that left the map keeps its row (`gone_at`)."""

    class Kind(models.TextChoices):
        STREET = "street"
        SQUARE = "square"
        PARK = "park"
        QUAY = "quay"
        BUILDING = "building"

    class Certainty(models.TextChoices):
        HIGH = "high"
        MEDIUM = "medium"
        LOW = "low"
        NONE = "none"

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="places")
    kind = models.CharField(max_length=10, choices=Kind)
    name = models.CharField(max_length=120, blank=True)
    name_certainty = models.CharField(max_length=6, choices=Certainty, default=Certainty.NONE)
    byname = models.JSONField(default=dict)
    """What a place without a name is called by (`bynames.ByName` as JSON); empty for one with a name."""
    match_key = models.CharField(max_length=200)
    street_class = models.CharField(max_length=40, blank=True)
    length_m = models.FloatField()
    area_m2 = models.FloatField()
    line = models.JSONField()
    west = models.FloatField()
    south = models.FloatField()
    east = models.FloatField()
    north = models.FloatField()
    lon = models.FloatField()
    lat = models.FloatField()
    source_keys = models.JSONField(default=list)
    source_digest = models.CharField(max_length=64)
    gone_at = models.DateTimeField(null=True)
    in_order = models.GeneratedField(
        expression=Concat(Case(When(name="", then=Value("1")), default=Value("0")), Lower("name")),
        output_field=models.CharField(max_length=250),
        db_persist=True,
    )
    """What lists of streets are ordered by: the name in small letters, those without one last."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["neighbourhood", "match_key"], name="one_place_a_match_key")
        ]
        indexes = [
            models.Index(
                fields=["neighbourhood", "in_order", "id"], name="places_in_order", condition=Q(gone_at=None)
            )
        ]

    def __str__(self) -> str:
        return self.name or self.public_id
