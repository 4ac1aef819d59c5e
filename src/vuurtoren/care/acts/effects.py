"""What a deed does to a task that is locked already, and how it is told to the journal."""

from datetime import datetime
from uuid import UUID

from vuurtoren.care.acts.parties import scope
from vuurtoren.care.acts.room import room_follows
from vuurtoren.care.models import Carrying, HandOver, HelpQuestion, Task
from vuurtoren.care.rules import (
    OPEN,
    Cause,
    Hand,
    Share,
    Side,
    State,
    Step,
    Turn,
    check_step,
    next_state,
    step_of,
)
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer


def take_up(task: Task, person: Person, share: Share, at: datetime) -> None:
    """Somebody carries from now on; the step rises with it where it has to."""
    Carrying.objects.create(
        task=task, person=person, people=share.people, part=share.part, rhythm=share.rhythm, since=at
    )
    task.given_back_at = None
    task.save(update_fields=["given_back_at"])
    settle(task, Cause.JOIN, at)


def leave(task: Task, own: Carrying, at: datetime) -> None:
    """One share ends; with the last one everything that hung on it ends too, and the institution carries."""
    own.until = at
    own.save(update_fields=["until"])
    if not task.carryings.filter(until=None).exists():
        for one in task.hand_overs.filter(state__in=[*OPEN, State.CARRIED]):
            end(one, next_state(Side(one.side), State(one.state), Turn.LAST_LEFT, Hand.RESIDENTS), at)
        task.given_back_at = at
        task.save(update_fields=["given_back_at"])
    settle(task, Cause.LEAVE, at)


def settle(task: Task, cause: Cause, at: datetime, anew: bool = False) -> None:
    """Bring the step of a task, and the register of room, in line with who carries it and what is agreed.

    `anew`: another agreement is in force, also where the step is the same.
    """
    rhythms = task.carryings.filter(until=None).values_list("rhythm", flat=True)
    agreed = task.hand_overs.filter(state=State.CARRIED).first()
    old, new = task.carried_at, step_of(rhythms, Step(agreed.to_step) if agreed else None)
    if old.handed_over and not new.handed_over:
        for question in task.help_questions.filter(answered_at=None):
            answered(question, HelpQuestion.Answer.MOOT, at)
    if new.handed_over and not old.handed_over:
        task.comings.filter(came_at=None, off_at=None).update(
            off_at=at
        )  # a day that was said before is asked anew
    moved = check_step(old, new, cause) != old
    if moved:
        task.step, task.since = new.value, at
        task.save(update_fields=["step", "since"])
    if moved or (anew and new.handed_over):
        room_follows(task, old, agreed, cause, at)


def end(one: HandOver, state: State, at: datetime) -> None:
    """A hand-over is over, for one of the reasons in `LIFE`."""
    one.state, one.ended_at = state.value, at
    one.save(update_fields=["state", "ended_at"])


def answered(question: HelpQuestion, said: str, at: datetime) -> None:
    """A question about help has its answer, or is moot."""
    question.answer, question.answered_at = said, at
    question.save()


def tell(
    kind: Kind, viewer: Viewer, task: Task, at: datetime, *, about: UUID | None = None, **what: object
) -> Moment:
    """Write the moment, about the task itself unless `about` names something of it; of litter it goes without saying."""
    if not task.kind.is_litter:
        what["task_kind"] = task.kind.key
    return record(
        kind,
        neighbourhood=scope(task),
        at=at,
        who=viewer.person,
        about=about or task.key,
        place=task.place.key,
        **what,
    )
