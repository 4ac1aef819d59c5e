"""A draft of a challenge as neighbours read it by a link, and what there is to answer about it."""

from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet, Subquery

from vuurtoren.care.models import Carrying, Dossier, DossierLink, DossierVoice, DossierWriter, Task, TaskKind
from vuurtoren.care.queries.dossiers import DossierSeen
from vuurtoren.journal.ready import ready
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood, Place

_OF = ("dossier__task__place__neighbourhood", "dossier__task__kind")


@dataclass(frozen=True)
class DraftShared:
    """A draft as it is read by its link. `asked`: whether I asked to write along, and what was said (`asked`, `yes`, `no`);
    `i_may_ask`: whether I may ask that, `i_may_write`: whether I write it anyway."""

    link: DossierLink
    place: Place
    kind: TaskKind
    seen: DossierSeen
    asked: str = ""
    i_may_ask: bool = False
    i_may_write: bool = False


def draft_by_link(
    viewer: Viewer, neighbourhood: Neighbourhood, public_id: str, today: date
) -> DraftShared | None:
    """The draft behind a link that holds; None where there is none, and for whoever works for the institution here. Who did
    not sign in is asked to where the link is for who did. The answers alone are read: who asks it stands at the street."""
    scope = neighbourhood.key
    viewer.must("page.public", scope)
    link = _links(neighbourhood).filter(public_id=public_id, until__gte=today, dossier__sent_at=None).first()
    if link is None or viewer.is_a(Role.WORKER, scope):
        return None
    if link.width != "anyone" and viewer.person is None:
        raise Refused("power.sign_in_first")
    task = link.dossier.task
    answers = {row.question: row.words for row in link.dossier.newest()}
    return _as_i_may(viewer, DraftShared(link, task.place, task.kind, DossierSeen(link.dossier, answers)))


def _as_i_may(viewer: Viewer, shared: DraftShared) -> DraftShared:
    if viewer.person is None or not viewer.may("agreement.draft", shared.place.neighbourhood.key):
        return shared
    task, draft = shared.link.dossier.task, shared.link.dossier
    lives = Person.objects.filter(key=viewer.person, home=shared.place).exists()
    row = draft.writers.filter(person__key=viewer.person).first()
    writes = lives or task.carryings.filter(person__key=viewer.person, until=None).exists()
    said = "" if row is None else "yes" if row.yes else "no" if row.answered_at else "asked"
    return replace(shared, asked=said, i_may_write=writes or said == "yes", i_may_ask=not writes and not row)


def link_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> DossierLink | None:
    """A link to a draft by its id, for a deed of who writes it: the deed asks whether one does."""
    viewer.must("agreement.draft", neighbourhood.key)
    return _links(neighbourhood).filter(public_id=public_id).first()


def writer_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> DossierWriter | None:
    """Who asked to write along, by the id of the asking; the deed asks whether one may answer it."""
    viewer.must("agreement.draft", neighbourhood.key)
    rows = DossierWriter.objects.select_related("dossier__task__place__neighbourhood", "dossier__task__kind")
    return rows.filter(public_id=public_id, dossier__task__place__neighbourhood=neighbourhood).first()


def somebody_asks_to_write(viewer: Viewer, neighbourhood: Neighbourhood) -> bool:
    """Does anybody here wait for an answer of those who write a draft? Nothing of who or where."""
    viewer.must("page.public", neighbourhood.key)
    return who_wait_to_write(neighbourhood).exists()


def asked_to_write(viewer: Viewer, neighbourhood: Neighbourhood) -> list[Task]:
    """The tasks whose draft I write, and where a neighbour waits to hear whether they may write along."""
    viewer.must("agreement.draft", neighbourhood.key)
    if viewer.is_a(Role.WORKER, neighbourhood.key):
        return []
    key = viewer.somebody()
    mine = Task.objects.filter(
        Q(place__in=Person.objects.filter(key=key).values("home"))
        | Q(pk__in=Carrying.objects.filter(person__key=key, until=None).values("task"))
        | Q(dossiers__in=DossierWriter.objects.filter(person__key=key, yes=True).values("dossier"))
    )
    waiting = who_wait_to_write(neighbourhood).exclude(person__key=key).values("dossier__task")
    return list(mine.filter(pk__in=waiting).select_related("place__neighbourhood", "kind").distinct())


def my_drafts(viewer: Viewer, neighbourhood: Neighbourhood) -> list[Task]:
    """The tasks with a draft that I ask for, support, or was let in to write, to find them back without a link."""
    drafts = _drafts_of(person=viewer.somebody())
    if not drafts:
        return []
    tasks = Task.objects.filter(pk__in=[task for (task,) in drafts], place__neighbourhood=neighbourhood)
    return list(tasks.select_related("place__neighbourhood", "kind").order_by("pk"))


@ready
def _drafts_of(person: UUID) -> QuerySet[Dossier, tuple[int]]:
    """The tasks of it, found from the person: drafts of a whole town are many, somebody's are few."""
    me = Subquery(Person.objects.filter(key=person).values("pk")[:1])
    voices = DossierVoice.objects.filter(person=me).values("dossier")
    writes = DossierWriter.objects.filter(person=me, yes=True).values("dossier")
    rows = Dossier.objects.filter(Q(pk__in=voices) | Q(pk__in=writes), sent_at=None)
    return rows.values_list("task")


def who_wait_to_write(neighbourhood: Neighbourhood) -> QuerySet[DossierWriter]:
    """Who asked to write along and waits; for this app alone."""
    return DossierWriter.objects.filter(
        dossier__task__place__neighbourhood=neighbourhood, dossier__sent_at=None, answered_at=None
    )


def _links(neighbourhood: Neighbourhood) -> QuerySet[DossierLink]:
    rows = DossierLink.objects.filter(dossier__task__place__neighbourhood=neighbourhood)
    return rows.select_related(*_OF)
