"""A small world for the rights matrix: two neighbourhoods, somebody for each column of the table, and things of theirs.

Whoever stands in a column holds that one role and no other, so that each cell is looked at by itself. Things that a role
may not make are written down without asking: somebody can own what an earlier role once gave.
"""

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place, a_worker
from vuurtoren.care.models import (
    Carrying,
    Coming,
    Dossier,
    DossierAnswer,
    DossierLink,
    DossierVoice,
    DossierWriter,
    HandOver,
    HelpQuestion,
    Round,
    Saying,
    Stop,
    Task,
    TaskKind,
    Tools,
)
from vuurtoren.care.rules import LITTER, LITTER_NAMES, QUESTIONS
from vuurtoren.gifts.finding import tokens_of
from vuurtoren.gifts.models import Gift, Introduction, Invitation, Looking
from vuurtoren.initiatives.models import Initiative, Joined, Learned, Question
from vuurtoren.initiatives.models import Role as Part_
from vuurtoren.light.models import Excepted, Leaning, Principle, Proposed, ReplacedRule, TalkTo, Version
from vuurtoren.nudges.models import Nudge, Voice, Weighing
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Consent, Institution, Person, RoleHeld, Work
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood, Place, public_id
from vuurtoren.power.models import Declared, Room
from vuurtoren.power.queries import machine, viewer_of, visitor
from vuurtoren.power.rules import COLUMN_OF, COLUMNS
from vuurtoren.reflection.models import Errand, Hurt, Slide
from vuurtoren.response.models import Crew, Plan, PlanLine, Proposal, Standard, Visit
from vuurtoren.stay.models import Day, DaysShared, Departure, Lead, Presence, Promise
from vuurtoren.tables.models import (
    Claim,
    Coffee,
    CoffeeGuest,
    CoffeeWish,
    Gathering,
    LearningRound,
    Matter,
    Present,
    Table,
    Tie,
    Weave,
)

ROLE_OF = {column: role for role, column in COLUMN_OF.items()}
PEOPLE = tuple(column for column in COLUMNS if column in ROLE_OF)
TERMS: dict[str, Any] = {"stop_grade": "B", "stop_steps": 2, "after_stop": "ask", "overlap_days": 14}
READS = {"SELECT", "SAVEPOINT", "RELEASE", "ROLLBACK", "PRAGMA"}


@dataclass
class Things:
    """What somebody has: places they carry, a round, hand-overs, questions, a role that waits, whom they wrote down."""

    carried: Place
    home: Place
    held: Place
    done: Round
    offered: HandOver
    declined: HandOver
    asked: HandOver
    agreed: HandOver
    waiting: RoleHeld
    entered: Person
    table: Table
    met: Gathering
    present: Present
    paper_there: Present
    left: Table
    handed: Table
    asks_too: Claim
    says_too: Claim
    guest: CoffeeGuest
    errand: Errand
    slide: Slide
    gift: Gift
    paper_gift: Gift
    looking: Looking
    intro: Introduction
    intro_done: Introduction
    paper_intro: Introduction
    invited: Invitation
    inviting: Invitation
    learning: Table
    beside: Present
    asks: Tie
    tie: Tie
    promise: Promise
    claim: Promise
    wont: Promise
    said: Promise
    initiative: Initiative
    question: Question
    together: Initiative
    part: Part_
    free_part: Part_
    nudge: Nudge
    weighing: Weighing
    lesson: Weighing
    proposed: Proposed
    saying: Saying
    link: DossierLink
    wants: DossierWriter


@dataclass
class Part:
    """A neighbourhood with people in it, a plan of today, a street where nobody carries and one that is gone."""

    where: Neighbourhood
    worker: Person
    boards: list[Person]
    host: Person
    neighbour: Person
    free: Place
    gone: Place
    unasked: Task
    crew: Crew
    plan: Plan
    line: PlanLine
    line_done: PlanLine
    institution: Institution
    proposal: Proposal
    lookings: list[Looking]
    leaving: Departure
    principle: Principle
    excepted: Excepted
    rule: ReplacedRule
    stop: Stop
    of_neighbour: Things
    coming: Coming = field(init=False)
    slid: Slide = field(init=False)


@dataclass
class World:
    """Everything, at one moment; `who` has a person for each column that is one."""

    at: datetime
    here: Part
    other: Part
    who: dict[str, Person]
    own: dict[str, Things]
    ghost: Person
    ghost_account: Account
    ghost_entered: Person
    ghost_role: RoleHeld
    ghost_round: Round
    ghost_asked: HandOver
    ghost_place: Place
    ghost_line: PlanLine
    ghost_proposal: Proposal
    ghost_table: Table
    ghost_met: Gathering
    ghost_guest: CoffeeGuest
    ghost_errand: Errand
    ghost_slide: Slide
    ghost_learning: Table
    ghost_present: Present
    ghost_asks_too: Claim
    ghost_left: Table
    ghost_handed: Table
    ghost_says_too: Claim
    ghost_gift: Gift
    ghost_looking: Looking
    ghost_intro: Introduction
    ghost_invited: Invitation
    ghost_inviting: Invitation
    ghost_beside: Present
    ghost_asks: Tie
    ghost_tie: Tie
    ghost_promise: Promise
    ghost_claim: Promise
    ghost_wont: Promise
    ghost_said: Promise
    ghost_leaving: Departure
    ghost_initiative: Initiative
    ghost_question: Question
    ghost_together: Initiative
    ghost_part: Part_
    ghost_free_part: Part_
    ghost_nudge: Nudge
    ghost_weighing: Weighing
    ghost_lesson: Weighing
    ghost_proposed: Proposed
    team: Institution
    my_leaving: Departure
    new_account: Account
    digest: str = field(default="")

    @property
    def day(self) -> date:
        """The day it is here, also in the first hours after midnight."""
        return timezone.localdate(self.at)

    def viewer(self, column: str) -> Viewer:
        """Whoever stands in a column, with the rights of this moment."""
        if column in self.who:
            return viewer_of(self.who[column], self.at)
        return machine() if column == "X" else visitor()


def a_world() -> World:
    """Make it; a second or so."""
    at = timezone.now()
    here, other = a_part("Hier", at), a_part("Elders", at)
    who = {column: somebody(ROLE_OF[column], here, at) for column in PEOPLE}
    own = {column: things_of(person, here, at) for column, person in who.items()}
    of_her = here.of_neighbour
    for one, column in ((of_her.intro, "B"), (of_her.intro_done, "H"), (of_her.paper_intro, "B")):
        Introduction.objects.filter(pk=one.pk).update(by=who[column])
    world = World(
        at,
        here,
        other,
        who,
        own,
        **ghosts(here, at),
        team=led_by(who["M"], here, at),
        my_leaving=leaves(who["M"], here, at),
    )
    the_same_of_another_kind()
    for part in (here, other):
        part.coming = a_coming(part, at)
        part.slid = slid_by_the_city(part, at)
    for person in who.values():
        Hurt.objects.create(slide=here.slid, person=person, on=timezone.localdate(at))
    world.digest = digest()
    return world


ANOTHER_KIND = "green"


def the_same_of_another_kind() -> None:
    """Wherever litter is carried, asked for or held, so is another kind of task, by the same people."""
    kind = TaskKind.objects.get(code=ANOTHER_KIND)
    for stop in list(Stop.objects.filter(kind__code=LITTER)):
        again(stop, kind=kind)
    for declared in list(Declared.objects.filter(kind=LITTER)):
        again(declared, kind=kind.code)
    for task in list(Task.objects.filter(kind__code=LITTER)):
        other = again(task, kind=kind)
        asked = {one.pk: again(one, task=other, stop_grade="") for one in task.hand_overs.all()}
        for one in (*task.carryings.all(), *task.rounds.all(), *task.help_questions.all()):
            again(one, task=other)
        for dossier in task.dossiers.all():
            about = asked[dossier.hand_over_id] if dossier.hand_over_id else None
            copy = again(dossier, task=other, hand_over=about)
            for part in (*dossier.answers.all(), *dossier.voices.all()):
                again(part, dossier=copy)
        for room in Room.objects.filter(task=task.key):
            again(room, task=other.key, kind=kind.code, hand_over=uuid4())


def a_coming(part: Part, at: datetime) -> Coming:
    """The institution said that it comes today for another kind of task, in a street that neighbours carry."""
    task = Task.objects.get(place=part.of_neighbour.carried, kind__code=ANOTHER_KIND)
    about = {"on": timezone.localdate(at), "ground": "own", "said_at": at, "said_by": part.worker.key}
    return Coming.objects.create(task=task, **about)


def again(one: Any, **other: Any) -> Any:
    """The same row once more, otherwise where it says so."""
    copy = type(one).objects.get(pk=one.pk)
    copy.pk, copy._state.adding = None, True
    fresh = {"key": uuid4, "public_id": public_id}
    for name, make in fresh.items():
        if hasattr(copy, name):
            setattr(copy, name, make())
    for name, value in other.items():
        setattr(copy, name, value)
    copy.save()
    return copy


def a_part(name: str, at: datetime) -> Part:
    """A neighbourhood with its people, streets and plan."""
    where = a_neighbourhood(name)
    worker = a_worker(where, called=f"Werker van {name}", at=at)
    days_of(worker, where, at)
    Lead.objects.create(work=worker.work.get())
    boards = [a_person(where, Role.BOARD, called=f"Bestuur {number} van {name}", at=at) for number in (1, 2)]
    host = a_person(where, Role.HOST, called=f"Gastvrouw van {name}", at=at)
    neighbour = a_person(where, called=f"Buurvrouw van {name}", at=at)
    free, gone, short, busy = a_place(where), a_place(where), a_place(where), a_place(where)
    Place.objects.filter(pk=gone.pk).update(gone_at=at)
    gone.refresh_from_db()
    crew = Crew.objects.create(
        neighbourhood=where, name=f"Ploeg {name}", minutes=240, mode="walk", lon=4.4, lat=51.9
    )
    Standard.objects.create(neighbourhood=where, scale=[0, 3, 10, 25])
    plan = Plan.objects.create(
        neighbourhood=where, date=timezone.localdate(at), input_hash="x", engine_version="x", seed=1, aim="best",
        minutes=30, gap=0, bound=0, mean_expected=4, mean_now=4, below_floor_share=0, made_at=at,
    )  # fmt: skip
    line, line_done = (
        PlanLine.objects.create(
            plan=plan, place=place, crew=crew, order=number, minutes=12, pieces=9, grade_expected="B", step=1,
            steps_behind=0, why="average", done_at=done,
        )
        for number, place, done in ((1, short, None), (2, busy, at))
    )  # fmt: skip
    Visit.objects.create(place=busy, crew=crew, line=line_done, at=at, minutes=12)
    Tools.objects.create(neighbourhood=where, place=busy, number="12", note="Buurthuis")
    institution = Institution.objects.get(neighbourhood=where)
    proposal = Proposal.objects.create(
        neighbourhood=where,
        what="crew_name",
        terms={"crew": str(crew.key), "name": "Morgen"},
        asked_by=boards[0].key,
        at=at,
    )
    part = Part(
        where=where, worker=worker, boards=boards, host=host, neighbour=neighbour, free=free, gone=gone,
        unasked=room_of(a_task(a_place(where), neighbour, at, step=4), at), crew=crew, plan=plan, line=line,
        line_done=line_done, institution=institution, proposal=proposal,
        lookings=[a_looking(host, where, at) for _ in range(2)],
        leaving=a_leaving(a_worker(where, called=f"Vertrekker van {name}", at=at), at), of_neighbour=None,  # type: ignore[arg-type]
        **held_to(where, host, at),
        stop=a_stop(busy, worker, at),
    )  # fmt: skip
    part.of_neighbour = things_of(neighbour, part, at, entered_by=host)
    about = {"principle": part.principle, "at": at}
    Leaning.objects.create(kind="question", about=part.of_neighbour.question.key, **about)
    Leaning.objects.create(kind="exception", about=part.excepted.key, **about)
    for one in part.lookings:
        one.about = part.of_neighbour.table.public_id
        one.save()
    return part


def somebody(role: Role, part: Part, at: datetime) -> Person:
    """Somebody with one role and no other."""
    account = Account.objects.create_user(f"{role.value}@kolom.example")
    called = f"Kolom {COLUMN_OF[role]}"
    person = Person.objects.create(account=account, called=called, made_at=at)
    if role is Role.WORKER:
        people.work_began(machine(), person, part.institution, since=at.date(), at=at)
    elif role is Role.RESIDENT:
        people.arrive(visitor(), account, part.where, called=called, language="nl", at=at)
    else:
        people.offer_role(machine(), person, part.where, role=role, at=at)
    return person


def things_of(person: Person, part: Part, at: datetime, entered_by: Person | None = None) -> Things:
    """One of each, for this person and nobody else."""
    where = part.where
    carried, home, held, offered, declined, asked = (a_place(where) for _ in range(6))
    Person.objects.filter(pk=person.pk).update(home=home)
    person.refresh_from_db()
    task = a_task(carried, person, at)
    in_room = a_task(held, person, at, step=4)
    HelpQuestion.objects.create(task=in_room, asked_at=at, step_date=at.date())
    room_of(in_room, at)
    Declared.objects.create(place=held, kind=LITTER, reason="danger", at=at, until=at.date() + timedelta(3))
    waiting = RoleHeld.objects.create(
        person=person, neighbourhood=where, role=Role.BUILDER.value if not _has(person, Role.BUILDER) else "host",
        given_by=part.boards[0].key, since=at, until=at + timedelta(days=300),
    )  # fmt: skip
    entered = Person.objects.create(
        called=f"Op papier {person.pk:06d}", entered_by=entered_by or person, made_at=at
    )
    Consent.objects.create(person=entered, how="paper", given_on=at.date(), until=at.date() + timedelta(30))
    RoleHeld.objects.create(
        person=entered,
        neighbourhood=where,
        role="resident",
        since=at,
        until=at + timedelta(30),
        confirmed_at=at,
    )
    dossier = a_dossier(task, [person, part.host, *part.boards], at)
    met = at_tables(person, where, carried, at, entered)
    days_of(person, where, at)
    return Things(
        carried=carried,
        link=DossierLink.objects.create(dossier=dossier, width="anyone", until=at.date() + timedelta(20)),
        wants=DossierWriter.objects.create(dossier=dossier, person=a_person(where), asked_at=at),
        home=home,
        held=held,
        done=Round.objects.create(task=task, person=person, at=at, minutes=10, bags=1),
        offered=a_hand_over(a_task(offered, person, at), "institution", part.worker, at),
        declined=a_hand_over(a_task(declined, person, at), "institution", part.worker, at, "declined"),
        asked=answered_if(a_hand_over(a_task(asked, person, at), "residents", person, at), part, at),
        agreed=in_room.hand_overs.get(),
        waiting=waiting,
        entered=entered,
        **met,
        **gifts_of(person, entered, part, at),
        **promised_by(person, part, at),
        **started_by(person, part, carried, at),
        **nudged_by(person, part, carried, at),
        looking=a_looking(person, where, at, about=met["table"].public_id),
        proposed=a_proposal(person, where, at),
        saying=Saying.objects.create(
            neighbourhood=where, place=held, institution=part.institution, words="Wij doen dit samen",
            state="asked", asked_at=at, said_by=part.worker.key,
        ),
    )  # fmt: skip


def held_to(where: Neighbourhood, host: Person, at: datetime) -> dict[str, Any]:
    """A principle that is due, an exception to it and a rule that made room, by the host, who is to be talked to."""
    day = timezone.localdate(at)
    principle = Principle.objects.create(neighbourhood=where, about="room", look_again_on=day, since=at)
    Version.objects.create(
        principle=principle, number=1, words="Eerst vragen", why="Het is hun plek.", since=at
    )
    TalkTo.objects.create(neighbourhood=where, person=host, found="De Lantaarn", since=at)
    ends = day + timedelta(days=30)
    return {
        "principle": principle,
        "excepted": Excepted.objects.create(
            principle=principle, why="Feest", for_whom="de kinderen", made_on=day, until=ends, by=host
        ),
        "rule": ReplacedRule.objects.create(
            principle=principle, rule="Eerst een formulier", whose="de stad", replaced_on=day, by=host
        ),
    }


def a_proposal(person: Person, where: Neighbourhood, at: datetime) -> Proposed:
    """What somebody proposed, to which nobody said yes yet."""
    return Proposed.objects.create(
        neighbourhood=where, what="new", words="Samen eten", why="Dat is fijn.", by=person, at=at,
        look_again_on=timezone.localdate(at) + timedelta(days=90),
    )  # fmt: skip


def a_dossier(task: Task, askers: list[Person], at: datetime) -> Dossier:
    """A challenge of this task that is ready to be sent, asked by these and no one twice."""
    made = Dossier.objects.create(task=task, begun_at=at)
    for question in QUESTIONS:
        DossierAnswer.objects.create(dossier=made, question=question, number=1, words="Zo.", at=at)
    for person in {one.pk: one for one in askers}.values():
        DossierVoice.objects.create(dossier=made, person=person, how="asks", at=at)
    return made


def answered_if(asked: HandOver, part: Part, at: datetime) -> HandOver:
    """The same question with its dossier, to which the institution said yes if."""
    Dossier.objects.create(
        task=asked.task, begun_at=at, sent_at=at, hand_over=asked, until=at.date() + timedelta(400),
        said="yes_if", said_at=at, said_by=part.worker.key, conditions="Als er een aanspreekpunt is.",
    )  # fmt: skip
    asked.state = "yes_if"
    asked.save()
    return asked


def a_stop(place: Place, worker: Person, at: datetime) -> Stop:
    """The institution said that it stops here from today."""
    kind, _ = TaskKind.objects.get_or_create(code=LITTER, defaults={"names": dict(LITTER_NAMES)})
    about = {"how": "stops", "why": "money", "words": "Minder geld", "since": timezone.localdate(at)}
    return Stop.objects.create(place=place, kind=kind, said_at=at, said_by=worker.key, **about)


def room_of(task: Task, at: datetime) -> Task:
    """The task's row in the register of room."""
    Room.objects.create(
        place=task.place, task=task.key, kind=LITTER, hand_over=uuid4(), since=at,
        decides="residents", advises="institution", does="residents", pays="institution",
    )  # fmt: skip
    return task


def gifts_of(person: Person, entered: Person, part: Part, at: datetime) -> dict[str, Any]:
    """A gift of one's own, one of somebody on paper; introductions to the host's table that wait, and one that is made."""
    gift = a_gift(person, part.where, at)
    paper_gift = a_gift(entered, part.where, at, width="me")
    first, second = part.lookings
    about: dict[str, Any] = {"neighbourhood": part.where, "asked_at": at}
    other = a_person(part.where, called="Een ander", at=at)
    to = {**about, "about": "TAFEL", "day": timezone.localdate(at) + timedelta(9)}
    return {
        "invited": Invitation.objects.create(gift=gift, by=other, **to),
        "inviting": Invitation.objects.create(gift=a_gift(other, part.where, at), by=person, **to),
        "gift": gift,
        "paper_gift": paper_gift,
        "intro": Introduction.objects.create(gift=gift, looking=first, **about),
        "intro_done": Introduction.objects.create(
            gift=gift, looking=second, gift_yes_at=at, looking_yes_at=at, **about
        ),
        "paper_intro": Introduction.objects.create(gift=paper_gift, looking=first, by=person, **about),
    }


def a_looking(person: Person, where: Neighbourhood, at: datetime, about: str = "") -> Looking:
    """What a table of somebody looks for."""
    until = at.date() + timedelta(30)
    return Looking.objects.create(
        neighbourhood=where, by=person, about=about, words="een ladder", until=until, made_at=at
    )


def a_gift(person: Person, where: Neighbourhood, at: datetime, width: str = "neighbourhood") -> Gift:
    """What somebody has, shown to who lives there."""
    words = f"ladder {person.pk}"
    return Gift.objects.create(
        neighbourhood=where, person=person, kind="things", words=words, width=width,
        until=at.date() + timedelta(30), tokens=tokens_of(words), made_at=at,
    )  # fmt: skip


def at_tables(
    person: Person, where: Neighbourhood, place: Place, at: datetime, entered: Person
) -> dict[str, Any]:
    """A table of one's own that rests, at which one met others today; and a table at which somebody wrote one down."""
    day = timezone.localdate(at)
    about: dict[str, Any] = {
        "neighbourhood": where, "place": place, "first_day": day - timedelta(days=14), "time": time(10),
        "every": "week", "made_at": at, "changed_at": at,
    }  # fmt: skip
    table = Table.objects.create(host=person, rests_until=day + timedelta(days=9), **about)
    met = Gathering.objects.create(
        table=table, day=day - timedelta(days=7), someones=3, by=person, made_at=at
    )
    Present.objects.create(gathering=met, person=person, said_yes_at=at)
    Matter.objects.create(gathering=met, words="Wil een bankje", by=person, seen_by="neighbourhood")
    beside, asks, known = (a_person(where, called=f"Tafelgenoot {number}", at=at) for number in (1, 2, 3))
    another = Gathering.objects.create(table=Table.objects.create(**about), day=day, someones=1, made_at=at)
    left = Table.objects.create(**about)
    sat = Gathering.objects.create(table=left, day=day, someones=1, made_at=at)
    Present.objects.create(gathering=sat, person=person, said_yes_at=at)
    says = Gathering.objects.create(table=Table.objects.create(**about), day=day, someones=1, made_at=at)
    learning = Table.objects.create(host=person, kind="learning", **about)
    LearningRound.objects.create(
        table=learning,
        number=1,
        question="Hoe leren we elkaar kennen?",
        by=person,
        look_again_on=day,
        began_at=at,
    )
    Weave.objects.get_or_create(
        neighbourhood=where, woven_on=day - timedelta(days=9),
        defaults={"seed": 1, "engine_version": "1", "input_hash": "x"},
    )  # fmt: skip
    coffee = Coffee.objects.create(
        weave=Weave.objects.get(neighbourhood=where), love="music", across=True, made_at=at
    )
    CoffeeWish.objects.create(
        neighbourhood=where, person=person, loves=["music"], reach="aan tafel", since=at
    )
    CoffeeGuest.objects.create(coffee=coffee, person=beside)
    guest = CoffeeGuest.objects.create(coffee=coffee, person=person)
    worker = RoleHeld.objects.filter(neighbourhood=where, role=Role.WORKER.value).order_by("pk")[0].person
    quiet = Errand.objects.create(
        neighbourhood=where, place=a_place(where), person=person if _has(person, Role.WORKER) else worker,
        on=day + timedelta(days=9), made_at=at,
    )  # fmt: skip
    return {
        "guest": guest,
        "errand": quiet,
        "slide": a_slide(person, where, at),
        "table": table,
        "learning": learning,
        "met": met,
        "present": Present.objects.create(gathering=another, person=person),
        "left": left,
        "handed": Table.objects.create(host=beside, offered_to=person, offered_at=at, **about),
        "paper_there": Present.objects.create(gathering=met, person=entered, said_yes_at=at),
        "asks_too": Claim.objects.create(gathering=met, person=asks, made_at=at),
        "says_too": Claim.objects.create(gathering=says, person=person, made_at=at),
        "beside": Present.objects.create(gathering=met, person=beside, said_yes_at=at),
        "asks": a_tie(asks, person, where, at),
        "tie": a_tie(known, person, where, at, said_yes_at=at),
    }


def a_slide(person: Person, where: Neighbourhood, at: datetime) -> Slide:
    """What slid by somebody's acts, and what slid in a room of all who carry by somebody at the machine."""
    day = timezone.localdate(at)
    figures: dict[str, Any] = {
        "since": day - timedelta(days=90), "part": 8, "of": 10, "before": 1, "before_of": 20,
        "found_on": day, "seen_on": day,
    }  # fmt: skip
    about: dict[str, Any] = {"kind": "takes", "room": "streets", "side": "machine", **figures}
    Slide.objects.get_or_create(neighbourhood=where, slide="takes streets machine", defaults=about)
    return Slide.objects.create(
        neighbourhood=where, slide=f"same board {person.key}", kind="same", room="board", side="board",
        person=person, **figures,
    )  # fmt: skip


def slid_by_the_city(part: Part, at: datetime) -> Slide:
    """What slid in the room of all who carry, by somebody of the city, and is told to them."""
    day = timezone.localdate(at)
    return Slide.objects.create(
        neighbourhood=part.where, slide=f"takes streets institution {part.worker.key}", kind="takes", room="streets",
        side="institution", person=part.worker, since=day - timedelta(days=90), part=8, of=10, before=1,
        before_of=20, found_on=day - timedelta(days=20), seen_on=day,
    )  # fmt: skip


def a_tie(asks: Person, asked: Person, where: Neighbourhood, at: datetime, **said: datetime) -> Tie:
    """Somebody asked whether it may be remembered that the two know each other."""
    low, high = sorted((asks, asked), key=lambda one: one.pk)
    return Tie.objects.create(
        neighbourhood=where, low=low, high=high, asked_by_low=asks == low, asked_at=at, **said
    )


def days_of(person: Person, where: Neighbourhood, at: datetime) -> None:
    """A day of one's own, and the yes to showing how often."""
    today = timezone.localdate(at)
    day = Day.objects.create(
        person=person, neighbourhood=where, day=today - timedelta(1), words="Lang gepraat"
    )
    Presence.objects.create(day=day, kind="coffee")
    DaysShared.objects.create(person=person, neighbourhood=where, length=28, until=today)


def promised_by(person: Person, part: Part, at: datetime) -> dict[str, Any]:
    """What one promised, what somebody says one promised, and what one says was promised to oneself."""
    day = timezone.localdate(at)
    about: dict[str, Any] = {
        "neighbourhood": part.where, "institution": part.institution, "words": "Een bankje", "made_on": day, "due": day,
    }  # fmt: skip
    Promise.objects.create(owner=person, state="kept", ended_on=day, **about)
    return {
        "promise": Promise.objects.create(owner=person, **about),
        "claim": Promise.objects.create(owner=person, state="asked", **about),
        "wont": Promise.objects.create(owner=person, state="wont", ended_on=day, reason="Geen geld", **about),
        "said": Promise.objects.create(owner=part.worker, to=person, state="asked", **about),
    }


def started_by(person: Person, part: Part, place: Place, at: datetime) -> dict[str, Any]:
    """What one started today and is in alone; it rests since a moment ago, something was learned for all to read,
    and an institution is asked for money: the own question of who works there is theirs to answer."""
    made = Initiative.objects.create(
        neighbourhood=part.where, place=place, words="Soep op straat", by=person, state="resting", was="doing",
        changed_at=at, started_at=at, touched_at=at,
    )  # fmt: skip
    Joined.objects.create(initiative=made, person=person, since=at)
    Learned.objects.create(
        initiative=made, by=person, words="Meer lepels", seen_by="neighbourhood", state="resting", at=at
    )
    day = timezone.localdate(at)
    asked = Question.objects.create(
        initiative=made, institution=part.institution, kind="money", words="Een pan", by=person,
        owner=person if _has(person, Role.WORKER) else None, asked_on=day, due=day + timedelta(days=70),
    )  # fmt: skip
    return {"initiative": made, "question": asked, **together_with(person, part.where, at)}


def together_with(person: Person, where: Neighbourhood, at: datetime) -> dict[str, Any]:
    """What one does with somebody else, who was asked how it goes; a role of one's own, one that is free, one offered."""
    beside, made_at = a_person(where, called="Maatje", at=at), at - timedelta(days=90)
    made = Initiative.objects.create(
        neighbourhood=where, words="Fietsen maken", by=beside, state="doing", started_at=made_at,
        touched_at=made_at, asked_at=at,
    )  # fmt: skip
    for one in (person, beside):
        Joined.objects.create(initiative=made, person=one, since=made_at)
    about: dict[str, Any] = {"initiative": made, "by": beside, "made_at": made_at}
    day = timezone.localdate(at)
    Part_.objects.create(name="Geld", holder=beside, to=person, offered_on=day, weeks=2, **about)
    return {
        "together": made,
        "part": Part_.objects.create(name="Sleutel", holder=person, **about),
        "free_part": Part_.objects.create(name="Contact", **about),
    }


def nudged_by(person: Person, part: Part, place: Place, at: datetime) -> dict[str, Any]:
    """Nudges, of which doing it for them grew; a weighing to look back on today; a lesson that waits for one's yes; and
    one that everybody reads."""
    about: dict[str, Any] = {"neighbourhood": part.where, "about_kind": "street", "about": place.key}
    months = [("invite", 5), ("invite", 5), ("invite", 5), *[("for_them", 2)] * 6]
    rows = [
        Nudge(giver=person, kind=kind, given_at=at.replace(day=15) - timedelta(days=30 * back), **about)
        for kind, back in months
    ]
    Nudge.objects.bulk_create(rows)
    day = timezone.localdate(at)
    asked: dict[str, Any] = {
        "by": person, "stake": "Het feest van de straat", "undone": "effort", "hurt": "doer", "learns": "they",
        "made_on": day, "decided": "beside", "stop": "Als het donker wordt", "look_back_on": day, **about,
    }  # fmt: skip
    looked_back: dict[str, Any] = {**asked, "went": "wrong", "looked_back_on": day}
    lesson, read = Weighing.objects.create(**looked_back), Weighing.objects.create(**looked_back)
    Voice.objects.create(weighing=lesson, person=person, words="Eerst vragen", at=at)
    Voice.objects.create(weighing=read, person=person, words="Eerst samen kijken", yes=True, at=at)
    return {
        "nudge": Nudge.objects.create(giver=person, kind="invite", given_at=at, **about),
        "weighing": Weighing.objects.create(**asked),
        "lesson": lesson,
    }


def a_leaving(person: Person, at: datetime, successor: Person | None = None) -> Departure:
    """Somebody leaves in two weeks; today they walk with who follows, if anybody does."""
    day = timezone.localdate(at)
    work = Work.objects.select_related("person").get(person=person)
    Work.objects.filter(pk=work.pk).update(until=day + timedelta(days=14))
    return Departure.objects.create(
        work=work,
        announced_on=day,
        last_day=day + timedelta(days=14),
        successor=successor,
        walk_on=day,
        people=9,
    )


def leaves(person: Person, part: Part, at: datetime) -> Departure:
    """This person leaves, and follows somebody else who does."""
    Departure.objects.filter(pk=part.leaving.pk).update(successor=person)
    part.leaving.refresh_from_db()
    work = Work.objects.get(person=person, institution=part.institution)
    day = timezone.localdate(at)
    return Departure.objects.create(work=work, announced_on=day, last_day=day + timedelta(days=14))


def led_by(person: Person, part: Part, at: datetime) -> Institution:
    """Another institution here, whose team this person leads."""
    team = Institution.objects.create(neighbourhood=part.where, name="Woningstichting")
    Lead.objects.create(
        work=Work.objects.create(person=person, institution=team, since=timezone.localdate(at))
    )
    return team


def ghosts(part: Part, at: datetime) -> dict[str, Any]:
    """What is left of people who were forgotten, and of a line that is not on the plan any more."""
    ghost = a_person(part.where, called="Vergeten", at=at)
    gone_worker = a_worker(part.where, called="Vergeten", at=at)
    ghost_leaving = a_leaving(gone_worker, at)
    Person.objects.filter(pk=gone_worker.pk).delete()
    things = things_of(ghost, part, at)
    Carrying.objects.create(task=things.asked.task, person=part.neighbour, since=at)
    account, role, entered = ghost.account, things.waiting, things.entered
    assert account
    kept = Person(pk=ghost.pk, key=ghost.key, public_id=ghost.public_id, called="Vergeten", made_at=at)
    kept_account = Account(pk=account.pk, email=account.email)
    kept_entered = Person(pk=entered.pk, key=entered.key, public_id=entered.public_id, made_at=at)
    role.person = kept
    gone_line = PlanLine.objects.create(
        plan=part.plan, place=a_place(part.where), order=9, minutes=9, pieces=9, grade_expected="B", step=1,
        steps_behind=0, why="average",
    )  # fmt: skip
    PlanLine.objects.filter(pk=gone_line.pk).delete()
    gone_proposal = Proposal.objects.create(
        neighbourhood=part.where, what="standard", terms={}, asked_by=ghost.key, at=at
    )
    Proposal.objects.filter(pk=gone_proposal.pk).delete()
    kept_errand = Errand.objects.get(pk=things.errand.pk)
    Errand.objects.filter(pk=kept_errand.pk).delete()
    Person.objects.filter(pk__in=[ghost.pk, entered.pk]).delete()
    Account.objects.filter(pk=account.pk).delete()
    return {
        "ghost": kept,
        "ghost_account": kept_account,
        "ghost_entered": kept_entered,
        "ghost_role": role,
        "ghost_round": Round.objects.get(pk=things.done.pk),
        "ghost_asked": HandOver.objects.get(pk=things.asked.pk),
        "ghost_place": things.carried,
        "ghost_line": gone_line,
        "ghost_proposal": gone_proposal,
        "ghost_table": Table.objects.get(pk=things.table.pk),
        "ghost_learning": Table.objects.get(pk=things.learning.pk),
        "ghost_guest": things.guest,
        "ghost_errand": kept_errand,
        "ghost_slide": things.slide,
        "ghost_met": Gathering.objects.get(pk=things.met.pk),
        "ghost_present": things.present,
        "ghost_asks_too": Claim.objects.get(pk=things.asks_too.pk),
        "ghost_left": Table.objects.get(pk=things.left.pk),
        "ghost_handed": Table.objects.get(pk=things.handed.pk),
        "ghost_says_too": things.says_too,
        "ghost_gift": things.gift,
        "ghost_looking": things.looking,
        "ghost_intro": things.intro,
        "ghost_invited": things.invited,
        "ghost_inviting": things.inviting,
        "ghost_beside": Present.objects.select_related("gathering__table__neighbourhood").get(
            pk=things.beside.pk
        ),
        "ghost_asks": things.asks,
        "ghost_tie": things.tie,
        "ghost_promise": Promise.objects.get(pk=things.promise.pk),
        "ghost_claim": Promise.objects.get(pk=things.claim.pk),
        "ghost_wont": Promise.objects.get(pk=things.wont.pk),
        "ghost_said": things.said,
        "ghost_leaving": ghost_leaving,
        "ghost_initiative": Initiative.objects.get(pk=things.initiative.pk),
        "ghost_question": Question.objects.get(pk=things.question.pk),
        "ghost_together": things.together,
        "ghost_part": Part_.objects.select_related("initiative").get(pk=things.part.pk),
        "ghost_free_part": things.free_part,
        "ghost_nudge": things.nudge,
        "ghost_weighing": Weighing.objects.get(pk=things.weighing.pk),
        "ghost_lesson": Weighing.objects.get(pk=things.lesson.pk),
        "ghost_proposed": things.proposed,
        "new_account": Account.objects.create_user("nieuw@kolom.example"),
    }


def a_task(place: Place, person: Person, at: datetime, step: int = 3) -> Task:
    """A street that somebody carries; from step 4 on with the hand-over in force that belongs to it."""
    kind, _ = TaskKind.objects.get_or_create(code=LITTER, defaults={"names": dict(LITTER_NAMES)})
    task = Task.objects.create(place=place, kind=kind, step=step, since=at)
    Carrying.objects.create(task=task, person=person, since=at)
    if step > 3:
        one = a_hand_over(task, "residents", person, at, state="carried")
        one.residents_yes_at = one.institution_yes_at = at - timedelta(days=400)  # they look back today
        one.institution_yes_by = place.neighbourhood.key
        one.state = "carried"
        one.save()
    return task


def a_hand_over(task: Task, side: str, by: Person, at: datetime, state: str = "asked") -> HandOver:
    """One side asks; its own yes is given with it."""
    return HandOver.objects.create(
        task=task,
        side=side,
        to_step=4,
        state="asked" if state == "asked" else "declined",
        ended_at=at if state == "declined" else None,
        answer_by=at.date() + timedelta(days=20),
        asked_at=at,
        asked_by=by.key,
        **{f"{side}_yes_at": at, f"{side}_yes_by": by.key},
        **TERMS,
    )


def digest() -> str:
    """SHA-256 over every row of every table."""
    found = hashlib.sha256()
    with connection.cursor() as cursor:
        for table in sorted(connection.introspection.table_names(cursor)):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)} ORDER BY 1")
            found.update(repr((table, cursor.fetchall())).encode())
    return found.hexdigest()


@contextmanager
def watched() -> Iterator[list[str]]:
    """The statements that could write, as they are sent; whatever they wrote is taken back at the end."""
    sent: list[str] = []

    def listen(execute: Any, sql: Any, params: Any, many: Any, context: Any) -> Any:
        if str(sql).split(None, 1)[0].upper() not in READS:
            sent.append(str(sql))
        return execute(sql, params, many, context)

    with transaction.atomic():
        with connection.execute_wrapper(listen):
            yield sent
        transaction.set_rollback(True)


def is_as_before(world: World, sent: list[str]) -> bool:
    """Did nothing change: no statement that writes was sent, or every row is what it was?"""
    return not sent or digest() == world.digest


def _has(person: Person, role: Role) -> bool:
    return person.roles.filter(role=role.value).exists()
