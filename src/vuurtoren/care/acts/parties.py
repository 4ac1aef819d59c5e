"""Who acts, and on what: the task is locked here, and it is asked whose side somebody is on."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from vuurtoren.care.acts.kinds import put_first_kinds
from vuurtoren.care.models import Carrying, Dossier, HandOver, Task, TaskKind
from vuurtoren.care.rules import LITTER, Side
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place, for_maps


def task_at(place: Place, kind: str, at: datetime) -> Task:
    """The task at a place, made at first need, locked until the deed is done.

    A place that is gone gets no new one; a kind begins only at places that it fits, and goes on where it began.
    """
    if there := Task.objects.filter(place=place, kind__code=kind).first():
        return locked(there.pk)
    if place.gone_at:
        raise Refused("care.place_gone")
    known = _kind(kind)
    if not known.fits(place):
        raise Refused("care.kind_not_here")
    task, _ = Task.objects.get_or_create(place=place, kind=known, defaults={"since": at})
    return locked(task.pk)


def task_meant(viewer: Viewer, what: Task | Place, right: str, kind: str) -> Task:
    """The task somebody means: itself, or one of this kind at a place that is carried already."""
    if isinstance(what, Task):
        return locked(what.pk)
    found = Task.objects.filter(place=what, kind__code=kind).first()
    if found is None:
        viewer.must(right, what.neighbourhood.key)
        raise Refused("care.not_carried_by_you")
    return locked(found.pk)


def locked(task_id: int) -> Task:
    """The task, ours alone until the deed is done; read after the lock, so that it is as the one before us left it."""
    Task.objects.select_for_update().get(pk=task_id)
    return Task.objects.select_related("place__neighbourhood", "kind").get(pk=task_id)


def all_locked(which: Q) -> dict[int, Task]:
    """Several tasks, locked in one order so that two nights never wait for each other."""
    ours = [task.pk for task in Task.objects.select_for_update().filter(which).order_by("pk")]
    rows = Task.objects.select_related("place__neighbourhood", "kind")
    return rows.defer(*for_maps("place", "place__neighbourhood")).in_bulk(ours)


def scope(task: Task) -> UUID:
    """The key of the neighbourhood in which rights are asked and the journal is written."""
    return task.place.neighbourhood.key


def somebody_here(key: UUID | None) -> Person | None:
    """The person, who will not be forgotten before the deed is done; None for whoever is gone already.

    People are locked before tasks, always.
    """
    return Person.objects.select_for_update(no_key=True).filter(key=key).first() if key else None


def share_of(task: Task, person_key: UUID | None) -> Carrying | None:
    """What this person carries of the task now."""
    return task.carryings.filter(person__key=person_key, until=None).first() if person_key else None


def resident_at(viewer: Viewer, place: Place, kind: str, at: datetime) -> tuple[Person, Task]:
    """Who takes a task in hand: residents anywhere here, a professional only in the street they live in or carry."""
    person = somebody_here(viewer.person)
    lives = person is not None and person.home_id == place.pk
    held = Carrying.objects.filter(task__place=place, until=None)
    carries = person is not None and held.filter(person=person).exists()
    viewer.must("task.carry", place.neighbourhood.key, concerned=lives or carries)
    if person is None:
        raise Refused("power.sign_in_first")
    return person, task_at(place, kind, at)


def neighbour_at(viewer: Viewer, place: Place, kind: str, at: datetime) -> tuple[Person, Task]:
    """Who asks for residents: never somebody who works for the institution here. What is the law's nobody asks for."""
    viewer.must("agreement.draft", place.neighbourhood.key)
    person = somebody_here(viewer.person)
    task = task_at(place, kind, at)
    if person is None or side_of(viewer, task) is Side.INSTITUTION:
        raise Refused("power.not_yours")
    if task.kind.excluded:
        raise Refused("care.excluded")
    return person, task


def draft_of(task: Task) -> Dossier | None:
    """The challenge that neighbours write here and did not send yet."""
    return task.dossiers.filter(sent_at=None).first()


def must_write(task: Task, draft: Dossier | None, person: Person) -> None:
    """Who lives in a street or carries it writes its challenge, and who asked and was let in."""
    if share_of(task, person.key) or person.home_id == task.place_id:
        return
    if draft is None or not draft.writers.filter(person=person, yes=True).exists():
        raise Refused("care.not_your_street")


def own_share(viewer: Viewer, what: Task | Place, right: str, kind: str) -> tuple[Task, Carrying]:
    """The task and what the viewer carries of it, to arrange or give back."""
    task = task_meant(viewer, what, right, kind)
    own = share_of(task, viewer.person)
    viewer.must(right, scope(task), concerned=own is not None)
    if own is None:
        raise Refused("care.not_carried_by_you")
    return task, own


def side_of(viewer: Viewer, task: Task) -> Side | None:
    """On which side somebody stands. Whoever works for the institution that cleans speaks for it, never for residents; a
    professional of another institution speaks for neither, but for a street they live in or carry."""
    if viewer.speaks_for_the_city(scope(task)):
        return Side.INSTITUTION
    return Side.RESIDENTS if share_of(task, viewer.person) else None


def party(viewer: Viewer, hand_over: HandOver) -> tuple[Task, HandOver, Side]:
    """The hand-over as it is now, and the side on which the viewer is a party; nobody else has a say.

    An offer for a street that nobody carries yet is open to whoever lives there, or in a place offered with it.
    """
    task = locked(hand_over.task_id)
    asked = HandOver.objects.get(pk=hand_over.pk)
    side = side_of(viewer, task)
    if side is None and not task.carryings.filter(until=None).exists():
        lives = Person.objects.filter(key=viewer.person, home__in=places_of(asked)) if viewer.person else None
        side = Side.RESIDENTS if lives is not None and lives.exists() else None
    viewer.must("agreement.answer", scope(task), concerned=side is not None)
    if side is None:
        raise Refused("power.not_yours")
    return task, asked, side


def places_of(asked: HandOver) -> list[int]:
    """The places of an offer: its own, and those offered together with it."""
    if asked.together is None:
        return [asked.task.place_id]
    return list(HandOver.objects.filter(together=asked.together).values_list("task__place", flat=True))


def held_by(viewer: Viewer, what: Task | Place, kind: str) -> Task:
    """The task, for one of those who carry it and speak for residents."""
    task = task_meant(viewer, what, "agreement.answer", kind)
    carries = side_of(viewer, task) is Side.RESIDENTS
    viewer.must("agreement.answer", scope(task), concerned=carries)
    if not carries:
        raise Refused("care.not_carried_by_you")
    return task


def _kind(code: str) -> TaskKind:
    if code == LITTER and not TaskKind.objects.filter(code=LITTER).exists():
        put_first_kinds()
    known = TaskKind.objects.filter(code=code, active=True).first()
    if known is None:
        raise Refused("care.choice_unknown")
    return known
