"""What the deeds at tables share: the table ours alone, and a moment that says no more than it may."""

from datetime import datetime

from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables.models import Table
from vuurtoren.tables.queries.hosting import has_no_host


def my_table(
    viewer: Viewer, table: Table, *, ended_too: bool = False, nobodys_at: datetime | None = None
) -> Table:
    """The table as it is now, ours alone until the deed is done; only who hosts it tends it. `nobodys_at`: also whoever may
    let a table rest or end that nobody hosts at that time."""
    now = locked(table)
    where, host = now.neighbourhood.key, now.host.key if now.host else None
    may = viewer.may("table.nobodys", where)
    if not (may and nobodys_at and has_no_host(viewer, now, nobodys_at)):
        viewer.must("table.tend", where, concerned=host is not None and host == viewer.person)
    if now.ended_at and not ended_too:
        raise Refused("tables.ended")
    return now


def locked(table: Table) -> Table:
    """The table as it is now, ours alone until the deed is done."""
    now = alone(Table.objects.select_related("neighbourhood", "place", "host", "offered_to"), table.pk)
    if now is None:
        raise Refused("tables.gone")
    return now


def tell(kind: Kind, viewer: Viewer, table: Table, at: datetime, **what: object) -> Moment:
    return record(
        kind,
        neighbourhood=table.neighbourhood.key,
        at=at,
        who=viewer.person,
        about=table.key,
        place=table.place.key,
        **what,
    )


def about_oneself(
    kind: Kind, viewer: Viewer, person: Person, where: Neighbourhood, at: datetime, **what: bool
) -> Moment:
    """Says who answered, never at which table: the journal is for all."""
    return record(
        kind, neighbourhood=where.key, at=at, who=viewer.person, about=person.key, place=None, **what
    )


def about_nobody(kind: Kind, where: Neighbourhood, at: datetime, **what: int) -> Moment:
    """Says that it happened here and not to whom: from who asked and who answered one could draw who knows whom."""
    return record(kind, neighbourhood=where.key, at=at, who=None, about=None, place=None, **what)
