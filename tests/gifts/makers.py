"""Gifts for tests, through the acts."""

from datetime import date, time, timedelta

from tests.makers import NOW, a_place, seen_as, sits_too
from vuurtoren.gifts import acts
from vuurtoren.gifts.models import Gift, Looking
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables import acts as tables
from vuurtoren.tables.models import Table
from vuurtoren.tables.rules import When

TODAY = NOW.date()
YEAR = timedelta(days=300)


def a_gift(
    by: Viewer,
    here: Neighbourhood,
    words: str = "taarten bakken",
    *,
    kind: str = "hands",
    width: str = "me",
    until: date = TODAY + YEAR,
) -> Gift:
    """A gift that somebody offered."""
    acts.offer_gift(by, here, kind=kind, words=words, width=width, until=until, at=NOW)
    return Gift.objects.latest("pk")


def sat_together(here: Neighbourhood, host: Person, *guests: Person) -> Table:
    """They drank coffee at the host's table and all said yes to that being remembered."""
    by = seen_as(host)
    when = When(TODAY - timedelta(days=7), time(10), "week")
    tables.set_table(by, a_place(here), when=when, at=NOW)
    table = Table.objects.latest("pk")
    tables.write_down(by, table, day=TODAY - timedelta(days=7), someones=5, at=NOW)
    for guest in guests:
        sits_too(seen_as(guest), table, day=TODAY - timedelta(days=7), at=NOW)
    return table


def a_looking(by: Viewer, here: Neighbourhood, about: str, words: str) -> Looking:
    """What a host's table looks for."""
    acts.look_for(by, here, about, words=words, until=TODAY + timedelta(days=30), hosts=True, at=NOW)
    return Looking.objects.latest("pk")
