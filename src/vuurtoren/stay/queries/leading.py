"""Who works here, and who leads them."""

from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from vuurtoren.people.models import Institution, Person, RoleHeld, Work
from vuurtoren.people.rules import Role, Viewer
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
    """Professionals who can take something on: they are at work here, and did not finish leaving. `of`: for this
    institution."""
    found = who_work_here(viewer, where, today).filter(pk__in=at_work(today), departure__completed_on=None)
    return found.filter(institution=of) if of else found


def at_work(today: date) -> QuerySet[Work]:
    """The work of whoever can do something with a promise: it goes on that day, their role holds, and they can sign in.

    Whichever of the three ends first, what they promised falls to who answers for it (`answers_for`) from then on.
    """
    begins = timezone.make_aware(datetime.combine(today, time()))
    role = RoleHeld.objects.filter(
        Q(until=None) | Q(until__gt=begins),
        person=OuterRef("person"),
        neighbourhood=OuterRef("institution__neighbourhood"),
        role=Role.WORKER.value,
        confirmed_at__isnull=False,
    )
    return _working(today).filter(Exists(role), person__account__is_active=True)


def leads(viewer: Viewer, institution: Institution, today: date) -> bool:
    """Does this viewer lead the team of this institution, today?"""
    if viewer.person is None or not viewer.may("work.lead", institution.neighbourhood.key, concerned=True):
        return False
    return Lead.objects.filter(
        work__in=at_work(today).filter(person__key=viewer.person, institution=institution)
    ).exists()


def led_by(viewer: Viewer, where: Neighbourhood, today: date) -> list[Institution]:
    """The institutions whose teams the viewer leads here, today."""
    viewer.must("work.lead", where.key, concerned=viewer.person is not None)
    mine = at_work(today).filter(person__key=viewer.somebody(), lead__isnull=False)
    return list(Institution.objects.filter(neighbourhood=where, people__in=mine).order_by("name", "pk"))


def answers_for(viewer: Viewer, where: Neighbourhood, today: date) -> list[int]:
    """The institutions (primary keys) for whose promises without an owner the viewer answers: they lead the team, or
    they work there and nobody leads it now. So no promise is nobody's as long as anybody of the institution is here."""
    if viewer.person is None or not viewer.may("work.lead", where.key, concerned=True):
        return []
    lead = Lead.objects.filter(work__in=at_work(today), work__institution=OuterRef("institution"))
    mine = at_work(today).filter(person__key=viewer.person, institution__neighbourhood=where)
    mine = mine.filter(Q(lead__isnull=False) | ~Exists(lead))
    return list(mine.values_list("institution", flat=True).distinct())


def _working(today: date) -> QuerySet[Work]:
    """Work that goes on that day or later: the last day is still one of it."""
    return Work.objects.filter(Q(until=None) | Q(until__gte=today))


def stands_in(viewer: Viewer, owner: Person | None, institution: Institution, today: date) -> bool:
    """Does the viewer answer for what nobody here owns any more? While its owner is at work here it is theirs."""
    if institution.pk not in answers_for(viewer, institution.neighbourhood, today):
        return False
    return owner is None or not at_work(today).filter(person=owner, institution=institution).exists()
