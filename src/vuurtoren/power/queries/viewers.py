"""Who is looking: a viewer with the rights of this moment. Made anew for each request, so a lost role is lost at once."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from django.db.models import Case, CharField, Exists, F, OuterRef, Q, QuerySet, When
from django.utils import timezone

from vuurtoren.journal.ready import ready
from vuurtoren.people.models import Institution, Person, RoleHeld, Work
from vuurtoren.people.rules import Reach, Role, Viewer
from vuurtoren.places.models import Neighbourhood
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
    return _viewer(person, _held(person=person.pk, at=at), at)


def who_signed_in(account_id: int, at: datetime) -> tuple[Person, Viewer] | None:
    """The person behind an account that may sign in, and what they may do at `at`; asked at every page, so in one go."""
    rows = _of_account(account_id=account_id, at=at)
    if not rows:
        return None
    person = rows[0]
    held = [(row.held_in, row.held) for row in rows if row.held]  # type: ignore[attr-defined]
    return person, _viewer(person, held, at)


def viewers_here(viewer: Viewer, neighbourhood: Neighbourhood, at: datetime) -> dict[int, Viewer]:
    """By person (primary key): everybody with a role here at `at`, as a viewer of this neighbourhood. Three questions,
    however many people there are: for what is counted for all at once."""
    viewer.must("machine.night", neighbourhood.key)
    where, day = neighbourhood.key, timezone.localdate(at)
    held = RoleHeld.objects.filter(
        Q(until=None) | Q(until__gt=at), neighbourhood=neighbourhood, confirmed_at__lte=at
    )
    roles: dict[tuple[int, UUID, str], set[Role]] = defaultdict(set)
    for pk, key, language, role in held.values_list("person", "person__key", "person__language", "role"):
        roles[pk, key, language].add(Role(role))
    works = Work.objects.filter(Q(until=None) | Q(until__gte=day), institution__neighbourhood=neighbourhood)
    known = Institution.objects.filter(neighbourhood=neighbourhood, cleans=True).exists()
    cleans: dict[int, bool] = defaultdict(bool)
    for pk, clean in works.values_list("person", "institution__cleans"):
        cleans[pk] |= clean or not known
    oneself = {**_rights(frozenset()), **dict.fromkeys(OVER_ONESELF, Reach.CONCERNED)}
    return {
        pk: Viewer(
            person=key,
            language=language,
            rights={where: _rights(frozenset(some))},
            everywhere=oneself,
            roles={where: frozenset(some)},
            elsewhere=frozenset({where}) if not cleans.get(pk, True) else frozenset(),
        )
        for (pk, key, language), some in roles.items()
    }


def _viewer(person: Person, held: Iterable[tuple[UUID, str]], at: datetime) -> Viewer:
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
        elsewhere=_elsewhere(person, at)
        if any(Role.WORKER in some for some in roles.values())
        else frozenset(),
    )


def _elsewhere(person: Person, at: datetime) -> frozenset[UUID]:
    """Where this professional works, and not for the institution that cleans; one question, for professionals alone.

    Where nobody wrote down which institution cleans, every professional speaks for the city.
    """
    works = _works(person=person.pk, day=timezone.localdate(at))
    speaks = {key for key, cleans, known in works if cleans or not known}
    return frozenset(key for key, _, _ in works if key not in speaks)


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
def _works(person: int, day: date) -> QuerySet[Work, tuple[UUID, bool, bool]]:
    """For whom this person works now: where, does it clean, and is it known there which institution does?"""
    now = Work.objects.filter(Q(until=None) | Q(until__gte=day), person=person)
    marked = Institution.objects.filter(neighbourhood=OuterRef("institution__neighbourhood"), cleans=True)
    return now.values_list("institution__neighbourhood__key", "institution__cleans", Exists(marked))


@ready
def _held(person: int, at: datetime) -> QuerySet[RoleHeld, tuple[UUID, str]]:
    holds = Q(until=None) | Q(until__gt=at)
    held = RoleHeld.objects.filter(holds, person=person, confirmed_at__lte=at)
    return held.values_list("neighbourhood__key", "role")
