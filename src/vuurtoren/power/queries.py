"""Who is looking: a viewer with the rights of this moment. Made anew for each request, so a lost role is lost at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Case, CharField, F, Q, QuerySet, When

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Reach, Role, Viewer
from vuurtoren.power.rules import OVER_ONESELF, rights_of, rights_of_the_machine


@lru_cache(maxsize=512)
def _rights(roles: frozenset[Role]) -> Mapping[str, Reach]:
    return rights_of(roles)


def visitor(language: str = "nl") -> Viewer:
    """Somebody who did not sign in."""
    return Viewer(language=language, everywhere=_rights(frozenset()))


def machine(language: str = "nl") -> Viewer:
    """Whoever stands at the machine and types a command."""
    return Viewer(language=language, everywhere=rights_of_the_machine())


def viewer_of(person: Person, at: datetime) -> Viewer:
    """A person with the roles that hold at `at`: confirmed, begun and not ended."""
    return _viewer(person, _held(person=person.pk, at=at))


def who_signed_in(account_id: int, at: datetime) -> tuple[Person, Viewer] | None:
    """The person behind an account that may sign in, and what they may do at `at`; asked at every page, so in one go."""
    rows = _of_account(account_id=account_id, at=at)
    if not rows:
        return None
    person = rows[0]
    held = [(row.held_in, row.held) for row in rows if row.held]  # type: ignore[attr-defined]
    return person, _viewer(person, held)


def _viewer(person: Person, held: Iterable[tuple[UUID, str]]) -> Viewer:
    roles: dict[UUID, set[Role]] = defaultdict(set)
    for neighbourhood, role in held:
        roles[neighbourhood].add(Role(role))
    frozen = {key: frozenset(some) for key, some in roles.items()}
    return Viewer(
        person=person.key,
        language=person.language,
        rights={key: _rights(some) for key, some in frozen.items()},
        everywhere={**_rights(frozenset()), **dict.fromkeys(OVER_ONESELF, Reach.CONCERNED)},
        roles=frozen,
    )


@ready
def _of_account(account_id: int, at: datetime) -> QuerySet[Person]:
    """A row for each role; one row without a role for somebody who holds none."""
    holds = (Q(roles__until=None) | Q(roles__until__gt=at)) & Q(roles__confirmed_at__lte=at)
    found = Person.objects.filter(account_id=account_id, account__is_active=True)
    return found.annotate(
        held=Case(When(holds, then="roles__role"), default=None, output_field=CharField()),
        held_in=F("roles__neighbourhood__key"),
    )


@ready
def _held(person: int, at: datetime) -> QuerySet[RoleHeld, tuple[UUID, str]]:
    holds = Q(until=None) | Q(until__gt=at)
    held = RoleHeld.objects.filter(holds, person=person, confirmed_at__lte=at)
    return held.values_list("neighbourhood__key", "role")
