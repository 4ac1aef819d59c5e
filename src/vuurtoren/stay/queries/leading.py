"""Who works here, and who leads them."""

from datetime import date

from django.db.models import Q, QuerySet

from vuurtoren.people.models import Institution, Person, Work
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.stay.models import Lead


def who_work_here(viewer: Viewer, where: Neighbourhood, today: date) -> QuerySet[Work]:
    """Professionals who work here on a day, or begin after it, with their institution: they do so in public."""
    viewer.must("page.public", where.key)
    rows = _working(today).filter(institution__neighbourhood=where).select_related("person", "institution")
    return rows.order_by("institution__name", "person__called", "pk")


def colleagues(
    viewer: Viewer, where: Neighbourhood, today: date, *, of: Institution | None = None
) -> QuerySet[Work]:
    """Professionals who can take something on: they work here, and did not finish leaving. `of`: for this institution."""
    found = who_work_here(viewer, where, today).filter(departure__completed_on=None)
    return found.filter(institution=of) if of else found


def leads(viewer: Viewer, institution: Institution, today: date) -> bool:
    """Does this viewer lead the team of this institution, today?"""
    if viewer.person is None or not viewer.may("work.lead", institution.neighbourhood.key, concerned=True):
        return False
    return Lead.objects.filter(
        work__in=_working(today).filter(person__key=viewer.person, institution=institution)
    ).exists()


def led_by(viewer: Viewer, where: Neighbourhood, today: date) -> list[Institution]:
    """The institutions whose teams the viewer leads here, today."""
    viewer.must("work.lead", where.key, concerned=viewer.person is not None)
    mine = _working(today).filter(person__key=viewer.somebody(), lead__isnull=False)
    return list(Institution.objects.filter(neighbourhood=where, people__in=mine).order_by("name", "pk"))


def _working(today: date) -> QuerySet[Work]:
    """Work that goes on that day or later: the last day is still one of it."""
    return Work.objects.filter(Q(until=None) | Q(until__gte=today))


def stands_in(viewer: Viewer, owner: Person | None, institution: Institution, today: date) -> bool:
    """Does the viewer lead the team that owes what nobody here owns any more? While its owner works here it is theirs."""
    if not leads(viewer, institution, today):
        return False
    return owner is None or not _working(today).filter(person=owner, institution=institution).exists()
