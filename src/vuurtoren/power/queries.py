"""Who is looking: a viewer with the rights of this moment. Made anew for each request, so a lost role is lost at once."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Q, QuerySet

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Reach, Role, Viewer
from vuurtoren.power.rules import rights_of, rights_of_the_machine


@lru_cache(maxsize=512)
def _rights(roles: frozenset[Role]) -> Mapping[str, Reach]:
    return rights_of(roles)


def visitor(language: str = "nl") -> Viewer:
    """Somebody who did not sign in."""
    return Viewer(language=language, everywhere=_rights(frozenset()))


def machine() -> Viewer:
    """Whoever stands at the machine and types a command."""
    return Viewer(everywhere=rights_of_the_machine())


def viewer_of(person: Person, at: datetime) -> Viewer:
    """A person with the roles that hold at `at`: confirmed, begun and not ended."""
    roles: dict[UUID, set[Role]] = defaultdict(set)
    for neighbourhood, role in _held(person=person.pk, at=at):
        roles[neighbourhood].add(Role(role))
    frozen = {key: frozenset(some) for key, some in roles.items()}
    return Viewer(
        person=person.key,
        language=person.language,
        rights={key: _rights(some) for key, some in frozen.items()},
        everywhere={**_rights(frozenset()), "self.profile": Reach.CONCERNED},
        roles=frozen,
    )


@ready
def _held(person: int, at: datetime) -> QuerySet[RoleHeld, tuple[UUID, str]]:
    holds = Q(until=None) | Q(until__gt=at)
    held = RoleHeld.objects.filter(holds, person=person, confirmed_at__lte=at)
    return held.values_list("neighbourhood__key", "role")
