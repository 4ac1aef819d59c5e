"""What can be seen of care, as frozen values for pages, the plan and the API. No clock inside: `at` comes by the door.

How many people carry one street tells who they are, so others see only whether somebody does (`nobody`, `some`);
names are for those who carry the street too.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from babel.dates import format_date
from django.utils import timezone

from vuurtoren.care.models import HandOver, HelpQuestion, Task, TaskKind
from vuurtoren.care.rules import OPEN, UNDO_WITHIN, Side, State, Step, Terms, city_may_come, next_round
from vuurtoren.language import say
from vuurtoren.places.models import Place
from vuurtoren.power.queries import RoomNow

NOBODY, SOME = "nobody", "some"
ANSWER_STAYS_IN_SIGHT = timedelta(weeks=4)


@dataclass(frozen=True)
class HandOverSeen:
    """A hand-over as a party or a passer-by sees it; `i_may_…` say which buttons are this viewer's."""

    hand_over: HandOver
    place: Place
    i_may_answer: bool = False
    i_may_accept: bool = False
    i_may_withdraw: bool = False
    i_may_undo: bool = False
    i_carry: bool = False

    @property
    def public_id(self) -> str:
        """Its address on the web."""
        return self.hand_over.public_id

    @property
    def kind(self) -> TaskKind:
        """The kind of task; lists have it in hand."""
        return self.hand_over.task.kind

    @property
    def side(self) -> Side:
        """Who asks."""
        return Side(self.hand_over.side)

    @property
    def state(self) -> State:
        """Where it is."""
        return State(self.hand_over.state)

    @property
    def to_step(self) -> Step:
        """What is asked."""
        return Step(self.hand_over.to_step)

    @property
    def terms(self) -> Terms:
        """The stop line and the overlap."""
        return self.hand_over.terms

    @property
    def is_open(self) -> bool:
        """Is it asked or in overlap?"""
        return self.state in OPEN

    @property
    def is_debt(self) -> bool:
        """Does the institution owe residents an answer?"""
        return self.side is Side.RESIDENTS and self.state is State.ASKED

    @property
    def comes_back(self) -> bool:
        """Does the institution ask to do it together again, in what residents hold?"""
        return self.side is Side.INSTITUTION and not self.to_step.handed_over

    @property
    def says(self) -> str:
        """Which sentence tells where it is (`agreement-state-…`): a state, and where it means something else what of."""
        ways = {State.OVERLAP: "overlap-back", State.REPLACED: "back", State.LAPSED: "lapsed-back"}
        if self.comes_back and self.state in ways:
            return ways[self.state]
        if self.state is State.CARRIED and not self.to_step.handed_over:
            return "together"  # which is nobody's room
        theirs = self.kind.of_neighbours(Step.INSTITUTION)
        return (
            f"{self.state}-neighbours"
            if theirs and self.state in (State.ENDED, State.LAPSED)
            else self.state.value
        )

    @property
    def waits_for_residents(self) -> bool:
        """Did the institution say yes, if, so that residents choose now? No time runs against them."""
        return self.state is State.YES_IF

    def days_open(self, at: datetime) -> int:
        """Whole days since it was asked, for the clock beside a question that is not answered."""
        return max(0, (at - self.hand_over.asked_at).days)

    def may_undo_no(self, at: datetime) -> bool:
        """Is it this viewer's to take back the no to an offer, which one can for a day?"""
        ended = self.hand_over.ended_at
        return self.i_may_undo and ended is not None and at - ended <= UNDO_WITHIN

    def is_late(self, at: datetime) -> bool:
        """Is the day past on which the institution owed an answer? Residents owe none: an offer lapses by itself."""
        return self.is_debt and timezone.localdate(at) > self.hand_over.answer_by


@dataclass(frozen=True)
class HelpSeen:
    """The newest question whether the city shall help: asked for `step_date`; answer `''`, `yes` or `no`.

    `called`: nobody asked; the carriers asked the city to come by themselves.
    """

    step_date: date
    answer: str
    answered_on: date | None
    called: bool = False

    @property
    def is_open(self) -> bool:
        """Does it still wait for an answer?"""
        return self.answered_on is None


@dataclass(frozen=True)
class CarriedNow:
    """How a place is carried now, for the plan of the city. Figures about people only for the night's own work."""

    place_id: int
    task: Task
    step: Step
    since: datetime
    given_back_at: datetime | None
    carried: str
    carriers: int | None
    people: int | None
    hand_over: HandOver | None
    agreement: HandOver | None
    last_round_at: datetime | None
    help: HelpSeen | None

    @property
    def help_open(self) -> bool:
        """Is there a question to the carriers that waits for an answer?"""
        return self.help is not None and self.help.is_open

    @property
    def terms(self) -> Terms | None:
        """The stop line in force, where residents hold the room."""
        return self.agreement.terms if self.agreement and self.step.handed_over else None

    def city_may_come(self, day: date) -> bool:
        """May the city come on `day` without being asked anew? (law 3)"""
        known = self.help
        return city_may_come(
            self.step, known.answer if known else "", known.answered_on if known else None, day
        )


@dataclass(frozen=True)
class CarrierSeen:
    """Somebody who carries the same street, as fellow carriers see each other."""

    called: str
    part: str
    rhythm: str
    people: int
    myself: bool


@dataclass(frozen=True)
class Month:
    """Rounds of one month: how many, minutes by the clock, bags."""

    first: date
    rounds: int
    minutes: int
    bags: int


@dataclass(frozen=True)
class PlaceCare:
    """A street's own page: who carries it, what is asked, and what was done lately."""

    place: Place
    task: Task | None
    step: Step
    carried: str
    i_carry: CarrierSeen | None
    carriers: tuple[CarrierSeen, ...]
    hand_over: HandOverSeen | None
    agreement: HandOverSeen | None
    help: HelpSeen | None
    given_back_at: datetime | None
    last_round_on: date | None
    months: tuple[Month, ...]
    i_may_challenge: bool
    i_may_offer: bool
    room: RoomNow
    i_speak: bool = False
    drafting: bool = False
    """Do neighbours write a challenge here? Told to who carries here and speaks for no institution."""
    missed: int = 0
    """Rounds missed in a row, of a kind that is told by its rounds."""

    @property
    def help_asked_of_me(self) -> bool:
        """Is it this viewer's to say whether the city shall help?"""
        return self.i_speak and self.help is not None and self.help.is_open

    @property
    def vacant(self) -> bool:
        """Does nobody but the institution carry here?"""
        return self.carried == NOBODY

    def help_lately(self, day: date) -> HelpSeen | None:
        """The question as long as it is open, and with its answer for some weeks after."""
        known = self.help
        if known is None or (known.answered_on and day > known.answered_on + ANSWER_STAYS_IN_SIGHT):
            return None
        return known

    def help_wanted(self, day: date) -> bool:
        """Is the question of this week still open, or was the city asked to come this week already?"""
        if self.help is None:
            return False
        return self.help.is_open or city_may_come(self.step, self.help.answer, self.help.answered_on, day)


@dataclass(frozen=True)
class MyCarrying:
    """What I carry, with whom, and when a next round would be good."""

    place: Place
    task: Task
    step: Step
    part: str
    rhythm: str
    people: int
    since: datetime
    with_others: tuple[str, ...]
    last_round_on: date | None
    help: HelpSeen | None
    city: "CityItself | None" = None
    """For a kind that the city's plan does not know."""

    def next_round(self, today: date) -> date | None:
        """A friendly moment for the next round; None for now and then."""
        return next_round(self.rhythm, self.last_round_on, today)


@dataclass(frozen=True)
class CityItself:
    """What the institution does by itself for a kind that its plan of litter does not know. `code`: days (at least once in
    so many), none (it does not), held (residents do, and it comes only when asked), comes (this week), stops or less (as it
    said). `on`: the day that it said it comes, `late` where that passed in silence; `came_on`: when it was there last."""

    code: str
    days: int = 0
    on: date | None = None
    came_on: date | None = None
    late: bool = False

    def words(self, language: str) -> str:
        """A few plain sentences: the day that was said, or when it was here last, and what it does anyhow."""
        told = [say(language, f"task-city-{self.code}", days=self.days)]
        if self.on:
            told.insert(
                0,
                say(language, "task-city-late" if self.late else "task-city-on", day=_day(language, self.on)),
            )
        if self.came_on:
            told.append(say(language, "task-city-came", day=_day(language, self.came_on)))
        return " ".join(told)


@dataclass(frozen=True)
class TaskHere:
    """A kind of task at a place, carried or not, and who decides, does and pays.

    `begun`: did anybody ever join in or log a round here?
    """

    kind: TaskKind
    step: Step
    room: RoomNow
    begun: bool

    @property
    def carried(self) -> bool:
        """Does a neighbour carry it?"""
        return self.step > Step.INSTITUTION


@dataclass(frozen=True)
class Question:
    """What waits for this viewer's answer: `help` (shall the city help?), `hand_over` (yes or no?) `conditions` (the
    institution said yes, if: these) or `agreed` (another said yes for the street; who rather not says so before it holds).

    `with_words`: residents ask; the institution answers on a page of its own, since a no has reasons.
    """

    kind: str
    place: Place
    task_kind: TaskKind
    help: HelpSeen | None = None
    hand_over: HandOverSeen | None = None
    conditions: str = ""
    with_words: bool = False


@dataclass(frozen=True)
class Vacancy:
    """A street that was given back, or that is offered: somebody may take it up, nobody has to."""

    place: Place
    given_back_at: datetime | None
    offer: HandOverSeen | None
    kind: TaskKind


@dataclass(frozen=True)
class Story:
    """My own story: month by month, and all together. Nobody else sees it."""

    months: tuple[Month, ...]
    rounds: int
    minutes: int
    bags: int
    places: int
    since: date | None


@dataclass(frozen=True)
class Thanks:
    """What the neighbourhood did in one whole week, if at least five people did it."""

    monday: date
    rounds: int
    minutes: int
    bags: int


@dataclass(frozen=True)
class RoundDone:
    """A round for the estimate: where, when, minutes by the clock, how many people, and what was seen."""

    place_id: int
    at: datetime
    minutes: int
    people: int
    bags: int
    pieces: int | None
    grade: str | None


@dataclass(frozen=True)
class Standing:
    """How a viewer stands towards a task: do they carry it, work for the institution, or live there?

    `may_speak`: may they say yes or no for the side they are on?
    """

    carries: bool
    works: bool
    may_answer_offer: bool
    person: UUID | None
    may_speak: bool = False

    @property
    def speaks_for_residents(self) -> bool:
        """Do they carry, and may they say so for those who do?"""
        return self.carries and not self.works and self.may_speak


def help_seen(question: HelpQuestion | None) -> HelpSeen | None:
    """The question as a value; a moot one is no question."""
    if question is None or question.answer == HelpQuestion.Answer.MOOT:
        return None
    answered = timezone.localdate(question.answered_at) if question.answered_at else None
    called = question.answered_at == question.asked_at
    return HelpSeen(question.step_date, question.answer, answered, called)


def hand_over_seen(one: HandOver, place: Place, standing: Standing) -> HandOverSeen:
    """A hand-over with the buttons that are this viewer's."""
    side, state = Side(one.side), State(one.state)
    for_residents = standing.carries and not standing.works
    asked_here = (side is Side.INSTITUTION and standing.may_answer_offer) or (
        side is Side.RESIDENTS and standing.works
    )
    mine = standing.works if side is Side.INSTITUTION else for_residents
    asked = state in (State.ASKED, State.YES_IF)
    withdraw = mine if asked else for_residents and state is State.OVERLAP
    return HandOverSeen(
        one,
        place,
        i_may_answer=standing.may_speak and asked and asked_here and one.asked_by != standing.person,
        i_may_accept=standing.may_speak and for_residents and state is State.YES_IF,
        i_may_withdraw=standing.may_speak and withdraw,
        i_may_undo=standing.may_speak
        and state is State.DECLINED
        and side is Side.INSTITUTION
        and standing.may_answer_offer,
        i_carry=for_residents,
    )


def _day(language: str, day: date) -> str:
    return str(format_date(day, "EEEE d MMMM", locale=language))
