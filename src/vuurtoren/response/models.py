"""The agreed level, crews, what was seen and visited, the plan of a day, and how each street was, night by night."""

import uuid

from django.db import models
from django.db.models import F, Q

from vuurtoren.engine.units import GRADES
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood, Place, public_id
from vuurtoren.response.rules import AIMS, MODES, ORIGINS, SCALE, SCALE_SOURCE, SEEN_BY, Level, Why


def _codes(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(str(code), str(code)) for code in codes]


class Standard(models.Model):
    """What a neighbourhood agreed about its average and its floor. Its row is the lock of the night's work."""

    neighbourhood = models.OneToOneField(Neighbourhood, models.CASCADE, related_name="standard")
    goal_grade = models.CharField(max_length=2, choices=_codes(GRADES), default="B")
    floor_grade = models.CharField(max_length=2, choices=_codes(GRADES), default="C")
    floor_steps = models.PositiveSmallIntegerField(default=2)
    aim = models.CharField(max_length=5, choices=_codes(AIMS), default="best")
    horizon_steps = models.PositiveSmallIntegerField(default=7)
    scale = models.JSONField(default=list)
    scale_source = models.CharField(max_length=200, default=SCALE_SOURCE)
    since = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.goal_grade}, not below {self.floor_grade}"

    @property
    def level(self) -> Level:
        """The same as a value for rules and the engine."""
        first, second, third, fourth = (int(most) for most in self.scale or SCALE)
        scale = (first, second, third, fourth)
        return Level(self.goal_grade, self.floor_grade, self.floor_steps, self.aim, self.horizon_steps, scale)


class Proposal(models.Model):
    """A level or a crew that one board member proposed and that waits for a second one."""

    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.CASCADE, related_name="+")
    what = models.CharField(max_length=10)
    terms = models.JSONField()
    asked_by = models.UUIDField()
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.what


class Crew(models.Model):
    """A crew of the city: minutes of work a day, on foot or with a cart, from a starting point (WGS84)."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="crews")
    name = models.CharField(max_length=60)
    minutes = models.PositiveSmallIntegerField()
    mode = models.CharField(max_length=4, choices=_codes(MODES))
    lon = models.FloatField()
    lat = models.FloatField()
    active = models.BooleanField(default=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["neighbourhood", "name"], name="one_crew_a_name")]

    def __str__(self) -> str:
        return self.name


class Observation(models.Model):
    """Somebody looked: a grade, or a count of coarse pieces on an area in m². A forgotten person leaves no name."""

    place = models.ForeignKey(Place, models.CASCADE, related_name="observations")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    source = models.CharField(max_length=8, choices=_codes(SEEN_BY), default="resident")
    grade = models.CharField(max_length=2, choices=_codes(GRADES), blank=True, default="")
    pieces = models.PositiveIntegerField(null=True)
    area_m2 = models.FloatField(default=100.0)
    at = models.DateTimeField()
    import_key = models.CharField(max_length=64, null=True, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(grade="") | Q(pieces__isnull=False), name="an_observation_says_something"
            )
        ]
        indexes = [models.Index(fields=["place", "-at"], name="seen_at_a_place")]

    def __str__(self) -> str:
        return self.grade or str(self.pieces)


class Plan(models.Model):
    """What the city does in a neighbourhood on a day, and from what it was computed."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="plans")
    date = models.DateField()
    input_hash = models.CharField(max_length=64)
    engine_version = models.CharField(max_length=40)
    seed = models.PositiveBigIntegerField()
    aim = models.CharField(max_length=5, choices=_codes(AIMS))
    minutes = models.FloatField()
    gap = models.FloatField()
    bound = models.FloatField()
    mean_expected = models.FloatField()
    mean_now = models.FloatField()
    below_floor_share = models.FloatField()
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["neighbourhood", "date"], name="one_plan_a_day")]

    def __str__(self) -> str:
        return f"{self.date}"


class PlanLine(models.Model):
    """A street on the plan: `minutes` of work, and `way_minutes` to get there from the stop before.

    `reason` is the worker's own words and is not in the journal."""

    BY_THE_NIGHT = True

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    plan = models.ForeignKey(Plan, models.CASCADE, related_name="lines")
    place = models.ForeignKey(Place, models.PROTECT, related_name="plan_lines")
    crew = models.ForeignKey(Crew, models.PROTECT, null=True, related_name="lines")
    order = models.PositiveSmallIntegerField()
    minutes = models.FloatField()
    way_minutes = models.FloatField(default=0.0)
    pieces = models.FloatField()
    grade_expected = models.CharField(max_length=2, choices=_codes(GRADES))
    step = models.PositiveSmallIntegerField()
    steps_behind = models.PositiveSmallIntegerField(default=0)
    why = models.CharField(max_length=10, choices=_codes(tuple(Why)))
    origin = models.CharField(max_length=4, choices=_codes(ORIGINS), default="plan")
    reason = models.CharField(max_length=200, blank=True)
    emergency = models.BooleanField(default=False)
    taken_off_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan", "place"],
                condition=Q(taken_off_at=None),
                name="a_street_is_on_a_plan_once",
            ),
            models.CheckConstraint(
                condition=Q(taken_off_at=None) | Q(done_at=None), name="what_is_done_is_not_taken_off"
            ),
            models.CheckConstraint(
                condition=Q(emergency=False) | ~Q(reason=""), name="an_emergency_has_a_reason"
            ),
        ]
        indexes = [models.Index(fields=["place", "-plan"], name="lines_of_a_place")]

    def __str__(self) -> str:
        return self.public_id

    @property
    def touched(self) -> bool:
        """Did somebody do it, or change it by hand? Then a later night leaves it as it is."""
        return self.origin == "hand" or self.done_at is not None or self.taken_off_at is not None


class Visit(models.Model):
    """A crew really was here; `found` is the grade it found, before it began, where it said so."""

    BY_THE_NIGHT = True

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    place = models.ForeignKey(Place, models.PROTECT, related_name="visits")
    crew = models.ForeignKey(Crew, models.PROTECT, null=True, related_name="visits")
    line = models.OneToOneField(PlanLine, models.SET_NULL, null=True, related_name="visit")
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    found = models.CharField(max_length=2, choices=_codes(GRADES), blank=True, default="")

    class Meta:
        indexes = [models.Index(fields=["place", "at"], name="visits_of_a_place")]

    def __str__(self) -> str:
        return f"{self.minutes} min"


class PlaceState(models.Model):
    """How a place was thought to be on the morning of a day: coarse pieces per 100 m² (as likely more as fewer), and how
    many come a day; and when the city thought to come, `comes_on`, where that lay within the plan."""

    BY_THE_NIGHT = True

    class Source(models.TextChoices):
        OBSERVED = "observed"
        KIND = "kind"

    place = models.ForeignKey(Place, models.CASCADE, related_name="states")
    date = models.DateField()
    pieces = models.FloatField()
    pieces_sd = models.FloatField()
    rate = models.FloatField()
    rate_sd = models.FloatField()
    score = models.FloatField(null=True)
    grade = models.CharField(max_length=2, choices=_codes(GRADES))
    below_floor_since = models.DateField(null=True)
    source = models.CharField(max_length=8, choices=Source)
    comes_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["place", "date"], name="one_state_a_place_and_day")]

    def __str__(self) -> str:
        return f"{self.date} {self.grade}"


class FloorCase(models.Model):
    """A street of the city's fell below its floor. It ends with a visit, or without one when it got better anyway."""

    BY_THE_NIGHT = True

    place = models.ForeignKey(Place, models.CASCADE, related_name="floor_cases")
    fell_on = models.DateField()
    visited_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place"],
                condition=Q(visited_on=None, ended_on=None),
                name="one_open_floor_case_a_place",
            ),
            models.CheckConstraint(
                condition=Q(visited_on=None) | Q(visited_on__gte=F("fell_on")),
                name="a_visit_comes_after_the_fall",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.fell_on}"
