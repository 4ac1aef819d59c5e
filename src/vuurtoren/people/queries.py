"""Seeing people: always by whom."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.utils import timezone

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Institution, Person, RoleHeld, Work
from vuurtoren.people.rules import USUAL_WEEKS, Role, Viewer, enough
from vuurtoren.places.models import Neighbourhood


@dataclass(frozen=True)
class Professional:
    """Somebody who works here in public: name, institution, and since when."""

    called: str
    institution: str
    since: date


def person_seen_by(viewer: Viewer, public_id: str, neighbourhood: Neighbourhood) -> Person | None:
    """A person in this neighbourhood: oneself, or one a host or builder wrote down here."""
    found = Person.objects.filter(public_id=public_id, roles__neighbourhood=neighbourhood).distinct().first()
    if found is None:
        return None
    entered = found.account_id is None and viewer.may("person.enter", neighbourhood.key)
    return found if entered or found.key == viewer.person else None


def entered_here(viewer: Viewer, neighbourhood: Neighbourhood) -> list[Person]:
    """People without an account who were written down here by this viewer, with their consents."""
    viewer.must("person.enter", neighbourhood.key)
    return list(
        Person.objects.filter(
            account=None, entered_by__key=viewer.somebody(), roles__neighbourhood=neighbourhood
        )
        .prefetch_related("consents")
        .distinct()
        .order_by("called")
    )


def professionals_of(viewer: Viewer, neighbourhood: Neighbourhood, at: datetime) -> list[Professional]:
    """Who works here for an institution now. They do so in public; residents are not listed anywhere."""
    viewer.must("page.public", neighbourhood.key)
    working = RoleHeld.objects.filter(
        Q(until=None) | Q(until__gt=at),
        neighbourhood=neighbourhood,
        role=Role.WORKER.value,
        confirmed_at__lte=at,
    )
    rows = (
        Work.objects.filter(
            Q(until=None) | Q(until__gte=timezone.localdate(at)),
            institution__neighbourhood=neighbourhood,
            person__in=working.values("person"),
        )
        .select_related("person", "institution")
        .order_by("institution__name", "person__called")
    )
    return [Professional(row.person.called, row.institution.name, row.since) for row in rows]


def answers_within(neighbourhood: Neighbourhood) -> timedelta:
    """Within how long the city says it decides on a challenge here: its own published term, no secret to anybody."""
    weeks = Institution.objects.filter(neighbourhood=neighbourhood, cleans=True).values_list(
        "answers_within", flat=True
    )
    return timedelta(weeks=weeks.first() or USUAL_WEEKS)


def institutions_of(viewer: Viewer, neighbourhood: Neighbourhood) -> list[Institution]:
    """The institutions that work for the neighbourhood."""
    viewer.must("page.public", neighbourhood.key)
    return _institutions(neighbourhood=neighbourhood.pk)


def team_of_the_city(viewer: Viewer, neighbourhood: Neighbourhood) -> Institution | None:
    """The institution whose crews clean, for the direct line on a street's page."""
    return next((one for one in institutions_of(viewer, neighbourhood) if one.cleans), None)


def work_that_goes_on(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> list[str]:
    """For which institutions one works here, today or later still: by name."""
    viewer.must("self.profile", neighbourhood.key, concerned=True)
    mine = Work.objects.filter(Q(until=None) | Q(until__gte=today), person__key=viewer.somebody())
    mine = mine.filter(institution__neighbourhood=neighbourhood)
    return list(mine.order_by("institution__name").values_list("institution__name", flat=True).distinct())


def how_many(viewer: Viewer, neighbourhood: Neighbourhood, at: datetime) -> dict[Role, int | None]:
    """How many people hold each role; None where fewer than five do.

    Roles overlap and no total is given, so nothing can be found by subtracting one figure from another.
    """
    viewer.must("page.public", neighbourhood.key)
    counted = dict(
        RoleHeld.objects.filter(
            Q(until=None) | Q(until__gt=at), neighbourhood=neighbourhood, confirmed_at__lte=at
        )
        .values_list("role")
        .annotate(people=Count("person", distinct=True))
    )
    return {role: _gate(counted.get(role.value, 0)) for role in Role}


def roles_waiting(viewer: Viewer, neighbourhood: Neighbourhood) -> list[RoleHeld]:
    """Roles, and another year of a role, that wait for a second board member."""
    if not viewer.may("role.give", neighbourhood.key):
        return []
    waiting = Q(confirmed_at=None) | Q(renewal_by__isnull=False)
    rows = RoleHeld.objects.filter(waiting, neighbourhood=neighbourhood)
    return list(rows.select_related("person", "neighbourhood").order_by("since"))


def waiting_roles(
    viewer: Viewer, neighbourhood: Neighbourhood, readers: Mapping[int, Viewer]
) -> Counter[int]:
    """By person (primary key) of `readers`: how many roles wait for their second yes, counted for all at once."""
    viewer.must("machine.night", neighbourhood.key)
    waiting = Q(confirmed_at=None) | Q(renewal_by__isnull=False)
    rows = RoleHeld.objects.filter(waiting, neighbourhood=neighbourhood)
    givers = list(rows.values_list("given_by", flat=True))
    board = {pk: one for pk, one in readers.items() if one.may("role.give", neighbourhood.key)}
    return Counter({pk: sum(giver != one.person for giver in givers) for pk, one in board.items()})


def own_export(viewer: Viewer) -> dict[str, object]:
    """Everything kept about oneself in this floor, for the person's own export."""
    person = Person.objects.select_related("account", "home").get(key=viewer.somebody())
    return {
        "called": person.called,
        "language": person.language,
        "mail": person.account.email if person.account else None,
        "street": person.home.name if person.home else None,
        "roles": [
            {"role": one.role, "neighbourhood": one.neighbourhood.name, "since": one.since.isoformat()}
            for one in person.roles.select_related("neighbourhood")
        ],
        "consents": [{"how": one.how, "until": one.until.isoformat()} for one in person.consents.all()],
    }


def neighbourhoods_of(viewer: Viewer) -> list[UUID]:
    """The neighbourhoods in which the viewer holds a role."""
    return list(viewer.roles)


@ready
def _institutions(neighbourhood: int) -> QuerySet[Institution]:
    return Institution.objects.filter(neighbourhood=neighbourhood).order_by("-cleans", "name")


def _gate(count: int) -> int | None:
    return count if enough(count) else None
