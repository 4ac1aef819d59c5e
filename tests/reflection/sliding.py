"""Neighbourhoods in whose journal something slid, written with the house's own moments at the days they happened."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from tests.makers import NOW, a_person
from vuurtoren.journal.acts import record
from vuurtoren.journal.moments import Kind
from vuurtoren.language import LANGUAGES
from vuurtoren.light import moments as light
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Role
from vuurtoren.places.models import Neighbourhood

MONTHS_BEFORE, MONTHS_AFTER = 12, 8
LONG_AGO = NOW - timedelta(days=900)


def happened(
    kind: Kind,
    here: Neighbourhood,
    who: Person | None,
    at: datetime,
    place: UUID | None = None,
    **what: object,
) -> None:
    """One moment of this kind."""
    with transaction.atomic():
        record(kind, neighbourhood=here.key, at=at, who=who.key if who else None, place=place, **what)


def stays_in_role(here: Neighbourhood) -> None:
    """Everybody's roles were renewed each year."""
    RoleHeld.objects.filter(neighbourhood=here).update(until=None)


def slid(here: Neighbourhood, end: datetime = NOW) -> Person:
    """Five on the board decide in turn; then one of them decides almost everything. Returns that one."""
    board = [a_person(here, Role.BOARD, called=f"Bestuur {n}", at=LONG_AGO) for n in range(5)]
    stays_in_role(here)
    for month in range(MONTHS_BEFORE + MONTHS_AFTER):
        for number in range(6):
            turns = month < MONTHS_BEFORE or number == 5
            who = board[number % 5] if turns else board[0]
            ago = timedelta(days=30 * (MONTHS_BEFORE + MONTHS_AFTER - month) - 4 * number)
            happened(light.TENDED, here, who, end - ago, language=next(iter(LANGUAGES)))
    return board[0]
