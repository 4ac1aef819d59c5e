"""Tasks, who carries them, hand-overs, rounds, and the question whether the city shall help.

What must never be is refused by the database too: two open hand-overs, a hand-over without both yeses, one person
carrying the same street twice.
"""

import uuid

from django.db import models
from django.db.models import F, Q

from vuurtoren.care.euros import LONGEST_SOURCE
from vuurtoren.care.kinds import GRADE, MISSED, MOST, STOPS, key_of
from vuurtoren.care.looking import LONGEST_SENTENCE
from vuurtoren.care.rules import (
    AFTER_STOP,
    GRADES,
    LITTER,
    LONGEST_ANSWER,
    LONGEST_BODY,
    LONGEST_NAMED,
    LONGEST_NOTE,
    LONGEST_NUMBER,
    LONGEST_TALK_TO,
    OPEN,
    PARTS,
    QUESTIONS,
    RHYTHMS,
    Said,
    Side,
    State,
    Step,
    Terms,
    Voice,
)
from vuurtoren.care.speaking import LONGEST_SAYING, Heard
from vuurtoren.care.stopping import HOW, LONGEST_WORDS, WHY
from vuurtoren.care.together import WIDTHS
from vuurtoren.initiatives.models import Initiative
from vuurtoren.people.models import Institution, Person
from vuurtoren.places.models import Neighbourhood, Place, public_id
from vuurtoren.power.rules import Ground


def _codes(codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(str(code), str(code)) for code in codes]


class Tools(models.Model):
    """Where neighbours of a neighbourhood get a grabber and bags: a place, its house number, and a few words."""

    neighbourhood = models.OneToOneField(Neighbourhood, models.CASCADE, related_name="tools")
    place = models.ForeignKey(Place, models.PROTECT, related_name="+")
    number = models.CharField(max_length=LONGEST_NUMBER, blank=True)
    note = models.CharField(max_length=LONGEST_NOTE, blank=True)

    def __str__(self) -> str:
        return f"{self.place} {self.number}"


class TaskKind(models.Model):
    """A kind of task, such as picking litter. Kinds are data (`kinds.KindOfTask` says what each field means)."""

    code = models.SlugField(unique=True)
    names = models.JSONField(default=dict)
    does = models.JSONField(default=dict)
    places = models.JSONField(default=list)
    rhythms = models.JSONField(default=list)
    season = models.JSONField(default=list)
    units = models.JSONField(default=dict)
    most = models.PositiveIntegerField(default=MOST[0])
    stop = models.CharField(max_length=6, choices=_codes(STOPS), default=MISSED)
    city_days = models.PositiveSmallIntegerField(null=True)
    excluded = models.BooleanField(default=False)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.code

    @property
    def key(self) -> uuid.UUID:
        """What stands for this kind in the journal."""
        return key_of(self.code)

    @property
    def graded(self) -> bool:
        """Is its stop line a grade on the street?"""
        return self.stop == GRADE

    def of_neighbours(self, step: int) -> bool:
        """Do neighbours do it or nobody: does the institution not do it by itself, and was nothing handed over?"""
        return not self.is_litter and self.city_days is None and not Step(step).handed_over

    @property
    def is_litter(self) -> bool:
        """Is it the one kind that the city's plan works on?"""
        return self.code == LITTER

    def name(self, language: str) -> str:
        """The name in a language, else in Dutch, else the code."""
        return str(self.names.get(language) or self.names.get("nl") or self.code)

    def title(self, language: str) -> str:
        """The name as it stands at the head of something."""
        name = self.name(language)
        return name[:1].upper() + name[1:]

    def line(self, language: str) -> str:
        """What one does, in one line."""
        return str(self.does.get(language) or self.does.get("nl") or "")

    def unit(self, language: str) -> str:
        """In what a round is measured, such as bags."""
        return str(self.units.get(language) or self.units.get("nl") or "")

    def fits(self, place: Place) -> bool:
        """Can this kind be begun at such a place?"""
        return self.active and place.kind in self.places


class Task(models.Model):
    """A kind of task at a place. A place without a row is a place where the institution carries (step 1)."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    place = models.ForeignKey(Place, models.PROTECT, related_name="tasks")
    kind = models.ForeignKey(TaskKind, models.PROTECT, related_name="+")
    step = models.PositiveSmallIntegerField(
        default=Step.INSTITUTION.value, choices=[(step.value, step.name.lower()) for step in Step]
    )
    since = models.DateTimeField()
    given_back_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "kind"], name="one_task_a_place_and_kind"),
            models.CheckConstraint(
                condition=Q(step__gte=1, step__lte=5), name="a_task_has_one_of_five_steps"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} step {self.step}"

    @property
    def carried_at(self) -> Step:
        """The step as a word."""
        return Step(self.step)


class Carrying(models.Model):
    """Somebody carries a task, alone or with others. A forgotten person leaves an empty row and no name."""

    task = models.ForeignKey(Task, models.CASCADE, related_name="carryings")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="carryings")
    people = models.PositiveSmallIntegerField(default=1)
    part = models.CharField(max_length=5, choices=_codes(PARTS), default="whole")
    rhythm = models.CharField(max_length=12, choices=_codes(RHYTHMS), default="weekly")
    since = models.DateTimeField()
    until = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task", "person"], condition=Q(until=None), name="somebody_carries_a_task_once"
            ),
            models.CheckConstraint(condition=Q(people__gte=1), name="carried_by_at_least_one"),
        ]

    def __str__(self) -> str:
        return f"{self.part} {self.rhythm}"


class HandOver(models.Model):
    """One side asks, the other answers; both yeses, an overlap, then it is carried. Keys of people, no names."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    task = models.ForeignKey(Task, models.CASCADE, related_name="hand_overs")
    side = models.CharField(max_length=11, choices=_codes(tuple(Side)))
    to_step = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=9, choices=_codes(tuple(State)), default=State.ASKED.value)
    stop_grade = models.CharField(max_length=2, choices=_codes(GRADES), blank=True)
    """Empty where the stop line is rounds missed (`stop_steps` of them)."""
    stop_steps = models.PositiveSmallIntegerField()
    after_stop = models.CharField(max_length=5, choices=_codes(AFTER_STOP))
    overlap_days = models.PositiveSmallIntegerField()
    answer_by = models.DateField()
    overlap_until = models.DateField(null=True)
    asked_at = models.DateTimeField()
    asked_by = models.UUIDField()
    residents_yes_at = models.DateTimeField(null=True)
    residents_yes_by = models.UUIDField(null=True)
    institution_yes_at = models.DateTimeField(null=True)
    institution_yes_by = models.UUIDField(null=True)
    ended_at = models.DateTimeField(null=True)
    together = models.UUIDField(null=True)
    """One and the same for an offer of several places at once, such as a square with its streets."""
    ask_again_on = models.DateField(null=True)
    """After a no of residents: from which day the institution may ask again."""

    class Meta:
        indexes = [models.Index(fields=["together"], name="offers_of_several_places")]
        constraints = [
            models.UniqueConstraint(
                fields=["task"],
                condition=Q(state__in=[state.value for state in OPEN]),
                name="one_open_hand_over_a_task",
            ),
            models.UniqueConstraint(
                fields=["task"], condition=Q(state=State.CARRIED.value), name="one_hand_over_in_force_a_task"
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[State.OVERLAP.value, State.CARRIED.value])
                | Q(residents_yes_at__isnull=False, institution_yes_at__isnull=False),
                name="no_hand_over_without_both_yeses",
            ),
            models.CheckConstraint(
                condition=Q(residents_yes_by=None)
                | Q(institution_yes_by=None)
                | ~Q(residents_yes_by=F("institution_yes_by")),
                name="two_yeses_of_two_people",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.public_id} {self.state}"

    @property
    def terms(self) -> Terms:
        """What both sides agreed, or are asked to agree."""
        return Terms(self.stop_grade, self.stop_steps, self.after_stop, self.overlap_days)


class LookBack(models.Model):
    """Both sides looked back on what they agreed, on a day; each may say a sentence. `again_on`: when they do it again."""

    hand_over = models.ForeignKey(HandOver, models.CASCADE, related_name="look_backs")
    on = models.DateField()
    again_on = models.DateField()
    residents = models.CharField(max_length=LONGEST_SENTENCE, blank=True, default="")
    institution = models.CharField(max_length=LONGEST_SENTENCE, blank=True, default="")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["hand_over", "on"], name="looked_back_once_a_day")]

    def __str__(self) -> str:
        return f"{self.on}"


class Round(models.Model):
    """A round that was really done: minutes by the clock, with how many people, and what was found.

    `amount`: how much, in the unit of a kind that has no bags.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    task = models.ForeignKey(Task, models.CASCADE, related_name="rounds")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="rounds")
    at = models.DateTimeField()
    minutes = models.PositiveSmallIntegerField()
    people = models.PositiveSmallIntegerField(default=1)
    bags = models.PositiveSmallIntegerField(default=0)
    amount = models.PositiveIntegerField(null=True)
    pieces = models.PositiveIntegerField(null=True)
    grade = models.CharField(max_length=2, choices=_codes(GRADES), null=True)
    undone_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["task", "-at"], name="rounds_of_a_task")]

    def __str__(self) -> str:
        return f"{self.minutes} min, {self.bags}"


class HelpQuestion(models.Model):
    """'Shall the city help this week?' Open until answered; moot when nobody holds the room any more."""

    class Answer(models.TextChoices):
        YES = "yes"
        NO = "no"
        MOOT = "moot"

    task = models.ForeignKey(Task, models.CASCADE, related_name="help_questions")
    asked_at = models.DateTimeField()
    step_date = models.DateField()
    answer = models.CharField(max_length=4, choices=Answer, blank=True, default="")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(answered_at=None), name="one_open_help_question_a_task"
            )
        ]

    def __str__(self) -> str:
        return f"{self.step_date} {self.answer}"


class Dossier(models.Model):
    """What neighbours write down when they ask for a task with its room, and what the institution says to it.

    A draft until it is sent with a hand-over; without answers and `until` where residents asked in one tap and the
    institution answered with words. No resident stands in what was sent; `said_by` is the key of who answered.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    task = models.ForeignKey(Task, models.CASCADE, related_name="dossiers")
    begun_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    hand_over = models.OneToOneField(HandOver, models.CASCADE, null=True, related_name="dossier")
    until = models.DateField(null=True)
    supporters = models.PositiveIntegerField(default=0)
    cents_a_year = models.PositiveBigIntegerField(null=True)
    """What residents ask to have to spend a year; the institution's yes is a yes to it. None: no amount was asked."""
    said = models.CharField(max_length=8, choices=_codes(tuple(Said)), blank=True, default="")
    said_at = models.DateTimeField(null=True)
    said_by = models.UUIDField(null=True)
    conditions = models.TextField(max_length=LONGEST_ANSWER, blank=True, default="")
    otherwise = models.TextField(max_length=LONGEST_ANSWER, blank=True, default="")
    """How residents want it instead of the conditions; the institution's next answer is to this too."""
    after = models.ForeignKey("self", models.SET_NULL, null=True, related_name="+")
    """The dossier of an earlier agreement that goes on in this one, with another step."""
    kept = models.TextField(blank=True, default="")
    """The words that both sides said yes to in it, and that go on with it."""
    reasons = models.TextField(max_length=LONGEST_ANSWER, blank=True, default="")
    talk_to = models.CharField(max_length=LONGEST_TALK_TO, blank=True, default="")
    decided_by = models.CharField(max_length=LONGEST_BODY, blank=True, default="")
    """Who decided, in the institution's words, such as its college; empty: the institution itself."""

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["task"], condition=Q(sent_at=None), name="one_draft_a_task"),
            models.CheckConstraint(
                condition=Q(sent_at=None, hand_over=None, until=None)
                | Q(sent_at__isnull=False, hand_over__isnull=False),
                name="a_dossier_is_sent_with_a_hand_over",
            ),
            models.CheckConstraint(
                condition=~Q(said=Said.NO.value) | (~Q(reasons="") & ~Q(talk_to="")), name="a_no_has_reasons"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.begun_at:%Y-%m-%d} {self.said}"

    def newest(self) -> "list[DossierAnswer]":
        """The newest answer to each question."""
        rows = {row.question: row for row in self.answers.order_by("number")}
        return list(rows.values())


class DossierAnswer(models.Model):
    """Words of a dossier, the `number`th to its question. Earlier ones are kept, so that nothing is written over unseen.

    What one person writes in one sitting is one of them. `writer` is for that alone, and goes when it is sent or when who
    wrote is forgotten.
    """

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="answers")
    question = models.SlugField(choices=_codes(tuple(QUESTIONS)))
    number = models.PositiveIntegerField()
    words = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    writer = models.ForeignKey(Person, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "question", "number"], name="one_answer_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.question} {self.number}"


class DossierBeside(models.Model):
    """What somebody wrote to a question while a neighbour wrote there too; only they see it, until they choose."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="besides")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    question = models.SlugField(choices=_codes(tuple(QUESTIONS)))
    words = models.TextField(max_length=LONGEST_ANSWER, blank=True)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "person", "question"], name="one_text_beside_a_person")
        ]

    def __str__(self) -> str:
        return self.question


class DossierLink(models.Model):
    """By this link neighbours read a draft: one a draft, until a day, or until it is withdrawn.

    The address holds `public_id` with a seal that only the house can make (`web.codes.link_code`): a row is no link.
    """

    dossier = models.OneToOneField(Dossier, models.CASCADE, related_name="link")
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    width = models.CharField(max_length=9, choices=_codes(WIDTHS))
    until = models.DateField()

    def __str__(self) -> str:
        return f"{self.width} until {self.until}"


class DossierWriter(models.Model):
    """Who read a draft by its link and asked to write along; `yes` once those who write it said so."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="writers")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True)
    yes = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["dossier", "person"], name="one_asks_once_to_write_along"),
            models.CheckConstraint(
                condition=Q(yes=False) | Q(answered_at__isnull=False), name="a_yes_to_a_writer_has_a_time"
            ),
        ]

    def __str__(self) -> str:
        return "yes" if self.yes else "asked"


class DossierVoice(models.Model):
    """A neighbour asks, or supports who ask. Gone with the person. `named`: as who asks wants to stand on the agreement;
    empty: as a neighbour, without a name."""

    dossier = models.ForeignKey(Dossier, models.CASCADE, related_name="voices")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    how = models.CharField(max_length=8, choices=_codes(tuple(Voice)))
    named = models.CharField(max_length=LONGEST_NAMED, blank=True, default="")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["dossier", "person"], name="one_voice_a_person")]

    def __str__(self) -> str:
        return self.how


class Coming(models.Model):
    """A day on which the institution comes itself for a task of a kind that its plan does not know; and that it was there,
    or does not come after all. `ground`: on what it may, where residents hold it. `said_by` is a key."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    task = models.ForeignKey(Task, models.CASCADE, related_name="comings")
    on = models.DateField()
    ground = models.CharField(max_length=9, choices=_codes(tuple(Ground)))
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    came_at = models.DateTimeField(null=True)
    off_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["task"], condition=Q(came_at=None, off_at=None), name="one_day_to_come_a_task"
            ),
            models.CheckConstraint(
                condition=Q(came_at=None) | Q(off_at=None), name="who_came_did_not_stay_away"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.on}"


class Stop(models.Model):
    """The institution said that it stops a kind of task at a place, or does less of it, from a day on; until it goes on.

    It says nothing about room: that stands in the register, and only a hand-over writes it. `said_by` is a key.
    """

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    place = models.ForeignKey(Place, models.PROTECT, related_name="stops")
    kind = models.ForeignKey(TaskKind, models.PROTECT, related_name="+")
    how = models.CharField(max_length=5, choices=_codes(HOW))
    why = models.CharField(max_length=9, choices=_codes(WHY))
    words = models.CharField(max_length=LONGEST_WORDS, blank=True, default="")
    since = models.DateField()
    said_at = models.DateTimeField()
    said_by = models.UUIDField()
    goes_on_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind"], condition=Q(goes_on_at=None), name="a_task_stops_once_at_a_place"
            )
        ]

    def __str__(self) -> str:
        return f"{self.how} from {self.since}"


class Saying(models.Model):
    """Words of an institution about a place, or about what residents started. Said, or not said until those who hold it
    said yes; `theirs` is how they would put it. `said_by` and `answered_by` are keys."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    public_id = models.CharField(max_length=10, default=public_id, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="+")
    place = models.ForeignKey(Place, models.PROTECT, null=True, related_name="sayings")
    initiative = models.ForeignKey(Initiative, models.CASCADE, null=True, related_name="sayings")
    institution = models.ForeignKey(Institution, models.SET_NULL, null=True, related_name="+")
    words = models.CharField(max_length=LONGEST_SAYING)
    theirs = models.CharField(max_length=LONGEST_SAYING, blank=True, default="")
    state = models.CharField(max_length=9, choices=_codes(tuple(Heard)))
    ground = models.CharField(max_length=9, blank=True, default="")
    asked_at = models.DateTimeField()
    said_by = models.UUIDField()
    answered_at = models.DateTimeField(null=True)
    answered_by = models.UUIDField(null=True)
    said_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state=Heard.SAID.value, said_at__isnull=False) & ~Q(ground="")
                | ~Q(state=Heard.SAID.value) & Q(said_at=None, ground=""),
                name="what_is_said_has_a_ground",
            ),
            models.CheckConstraint(
                condition=~Q(ground="asked") | Q(answered_at__isnull=False), name="asked_means_answered"
            ),
        ]
        indexes = [models.Index(fields=["place", "-said_at"], name="said_of_a_place")]

    def __str__(self) -> str:
        return f"{self.public_id} {self.state}"


class Spent(models.Model):
    """What an institution spends itself on a kind of task here in a year, in whole cents, and where the figure is from."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    neighbourhood = models.ForeignKey(Neighbourhood, models.PROTECT, related_name="+")
    kind = models.ForeignKey(TaskKind, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    cents = models.PositiveBigIntegerField()
    source = models.CharField(max_length=LONGEST_SOURCE)
    written_at = models.DateTimeField()
    written_by = models.UUIDField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["neighbourhood", "kind", "year"], name="spending_once_a_year")
        ]

    def __str__(self) -> str:
        return f"{self.year} {self.cents}"
