"""The register of room follows the task, in the same transaction: nowhere else does care write it."""

from datetime import date, datetime

from django.db.models import F, Q

from vuurtoren.care.models import Dossier, HandOver, Task
from vuurtoren.care.rules import POWERS, WHY_ROOM_ENDS, Cause, Step
from vuurtoren.people.models import Institution
from vuurtoren.power import acts as power


def room_follows(task: Task, old: Step, in_force: HandOver | None, cause: Cause, at: datetime) -> None:
    """A task came from step `old` to the one it has now: what residents held ends, and what they hold begins."""
    new = task.carried_at
    if old.handed_over:
        why = "changed" if new.handed_over else WHY_ROOM_ENDS[cause]
        power.end_room(task.key, why=why, at=at)
    if new.handed_over and in_force is not None:
        power.make_room(
            task.place,
            task=task.key,
            kind=task.kind.code,
            hand_over=in_force.key,
            handed_by=_institution_of(task, in_force),
            powers=POWERS[new],
            until=_until(in_force),
            at=at,
        )


def _until(in_force: HandOver) -> date | None:
    """The term that residents asked with a dossier; without one it lasts until they give back."""
    return Dossier.objects.filter(hand_over=in_force).values_list("until", flat=True).first()


def _institution_of(task: Task, in_force: HandOver) -> Institution | None:
    """For whom the one who said yes works here; else, where that person is gone, whoever cleans here."""
    here = Institution.objects.filter(neighbourhood=task.place.neighbourhood)
    works = Q(people__person__key=in_force.institution_yes_by)
    return here.filter(works).order_by(F("people__since").desc()).first() or here.filter(cleans=True).first()
