"""Plain makers with defaults, through the house's own acts wherever there is one."""

import itertools
import uuid
from datetime import UTC, date, datetime, timedelta

from vuurtoren.journal.acts import open_book
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Institution, Person, RoleHeld
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import machine, viewer_of, visitor
from vuurtoren.tables import acts as tables
from vuurtoren.tables.models import Claim, Table

NOW = datetime(2026, 11, 20, 9, 0, tzinfo=UTC)
_count = itertools.count(1)


def a_neighbourhood(name: str = "Lichthaven") -> Neighbourhood:
    """A neighbourhood with an open journal."""
    made = Neighbourhood.objects.create(name=name, slug=f"wijk-{next(_count)}", made_at=NOW)
    open_book(made.key, NOW)
    return made


def a_place(
    neighbourhood: Neighbourhood, name: str = "", length_m: float = 120.0, kind: str = "street"
) -> Place:
    """A street of `length_m` metres, 8 m wide."""
    number = next(_count)
    name = name or f"Proefstraat {number}"
    lon, lat = _where(number)
    return Place.objects.create(
        neighbourhood=neighbourhood,
        kind=kind,
        name=name,
        name_certainty="high",
        match_key=f"name:{name.casefold()}",
        street_class="residential",
        length_m=length_m,
        area_m2=length_m * 8,
        line={"type": "MultiLineString", "coordinates": [[[lon, lat], [lon, lat + 0.001]]]},
        west=lon,
        south=lat,
        east=lon,
        north=lat + 0.001,
        lon=lon,
        lat=lat + 0.0005,
        source_keys=[str(number)],
        source_digest=uuid.uuid4().hex,
    )


def _where(number: int) -> tuple[float, float]:
    """In rows that turn at their end, the next row a few metres on: so the next place always nearly touches this one,
    however many came before."""
    row, along = divmod(number, 1000)
    return 4.43 + (999 - along if row % 2 else along) * 1e-4, 51.90 + row * 1.05e-3


def a_person(
    neighbourhood: Neighbourhood, *roles: Role, called: str = "Proefbewoner", at: datetime = NOW
) -> Person:
    """A resident with an account, and with further roles given at the machine."""
    account = Account.objects.create_user(f"bewoner{next(_count)}@lichthaven.example")
    people.arrive(visitor(), account, neighbourhood, called=called, language="nl", at=at)
    person = Person.objects.get(account=account)
    for role in roles:
        if role is not Role.RESIDENT:
            people.offer_role(machine(), person, neighbourhood, role=role, at=at)
    return person


def sits_too(guest: Viewer, table: Table, *, day: date, at: datetime = NOW) -> None:
    """Somebody was there too, and whoever wrote it down says that it is so."""
    tables.was_there(guest, table, day=day, at=at)
    for one in Claim.objects.filter(gathering__table=table, person__key=guest.person):
        assert one.gathering.by is not None
        tables.answer_claim(viewer_of(one.gathering.by, at), one, yes=True, at=at)


def a_worker(neighbourhood: Neighbourhood, called: str = "Proefwerker", at: datetime = NOW) -> Person:
    """Somebody who works for the municipality here and does not live here."""
    account = Account.objects.create_user(f"werker{next(_count)}@lichthaven.example")
    institution = Institution.objects.filter(neighbourhood=neighbourhood).first()
    if institution is None:
        people.institution_came(
            machine(), neighbourhood, name="Stadsbeheer", phone="010-0000000", cleans=True, at=at
        )
        institution = Institution.objects.get(neighbourhood=neighbourhood)
    people.engage(
        machine(), account, institution, called=called, language="nl", since=date(2025, 1, 1), at=at
    )
    return Person.objects.get(account=account)


def seen_as(person: Person | None, at: datetime = NOW + timedelta(seconds=1)) -> Viewer:
    """The viewer that a person is at `at`; None is a visitor."""
    return viewer_of(person, at) if person else visitor()


def roles_of(person: Person) -> set[str]:
    """The roles somebody holds, as words."""
    return set(RoleHeld.objects.filter(person=person).values_list("role", flat=True))
