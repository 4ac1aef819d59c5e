"""The draft of a challenge for more neighbours: a link to read it by, and asking to write along."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.acts.effects import tell
from vuurtoren.care.acts.parties import (
    draft_of,
    locked,
    must_write,
    neighbour_at,
    scope,
    side_of,
    somebody_here,
)
from vuurtoren.care.models import Dossier, DossierLink, DossierWriter, Task
from vuurtoren.care.rules import LITTER, Side
from vuurtoren.care.together import WIDTHS, check_link
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place


@transaction.atomic
def share_dossier(
    by: Viewer, place: Place, *, until: date, width: str = WIDTHS[0], kind: str = LITTER, at: datetime
) -> Moment:
    """A link by which neighbours read the draft until a day. There is one at a time: a new one ends the one before it."""
    person, task = neighbour_at(by, place, kind, at)
    draft = draft_of(task)
    must_write(task, draft, person)
    if draft is None:
        raise Refused("care.no_dossier")
    check_link(width, until, timezone.localdate(at))
    DossierLink.objects.filter(dossier=draft).delete()
    DossierLink.objects.create(dossier=draft, width=width, until=until)
    return tell(moments.DOSSIER_SHARED, by, task, at, about=draft.key, width=width, until=until)


@transaction.atomic
def end_dossier_link(by: Viewer, link: DossierLink, *, at: datetime) -> Moment:
    """Whoever writes the draft withdraws the link: from now on nobody reads by it. Who was let in goes on writing."""
    person, task, draft = _writing(by, link.dossier)
    must_write(task, draft, person)
    if not DossierLink.objects.filter(pk=link.pk, dossier=draft).delete()[0]:
        raise Refused("care.link_over")
    return tell(moments.DOSSIER_LINK_ENDED, by, task, at, about=draft.key)


@transaction.atomic
def ask_to_write(by: Viewer, link: DossierLink, *, at: datetime) -> Moment:
    """I read it by the link and ask to write along; those who write it see my name, and say yes or no."""
    person, task, draft = _writing(by, link.dossier)
    if not DossierLink.objects.filter(pk=link.pk, dossier=draft, until__gte=timezone.localdate(at)).exists():
        raise Refused("care.link_over")
    if person.home_id == task.place_id or side_of(by, task) is Side.RESIDENTS:
        raise Refused("care.writes_already")
    _, new = DossierWriter.objects.get_or_create(dossier=draft, person=person, defaults={"asked_at": at})
    if not new:
        raise Refused("care.asked_to_write_already")
    return tell(moments.WRITING_ASKED, by, task, at, about=draft.key)


@transaction.atomic
def answer_writer(by: Viewer, asked: DossierWriter, *, yes: bool, at: datetime) -> Moment:
    """Those who write a draft let somebody in, or not, or no longer; and whoever was let in may always stop."""
    person, task, draft = _writing(by, asked.dossier)
    row = draft.writers.filter(pk=asked.pk).first()
    if row is None:
        raise Refused("care.dossier_moved_on")
    if yes or row.person_id != person.pk:
        must_write(task, draft, person)
    row.yes, row.answered_at = yes, at
    row.save(update_fields=["yes", "answered_at"])
    return tell(moments.WRITING_ANSWERED, by, task, at, about=draft.key, yes=yes)


def _writing(viewer: Viewer, about: Dossier) -> tuple[Person, Task, Dossier]:
    """A neighbour, never somebody who works for the institution here, and a draft that is not sent, its task locked."""
    viewer.must("agreement.draft", scope(about.task))
    person, task = somebody_here(viewer.person), locked(about.task_id)
    if person is None or side_of(viewer, task) is Side.INSTITUTION:
        raise Refused("power.not_yours")
    draft = draft_of(task)
    if draft is None or draft.pk != about.pk:
        raise Refused("care.dossier_moved_on")
    return person, task, draft
