"""A table goes on with another host: offered and said yes to, or taken over where nobody hosts it. One without ends."""

from datetime import datetime

from django.db import transaction

from vuurtoren.journal.alone import all_alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables import moments
from vuurtoren.tables.acts.common import about_nobody, locked, my_table, tell
from vuurtoren.tables.models import Table
from vuurtoren.tables.queries.hosting import has_no_host, may_take_over, whom_i_may_offer, without_host
from vuurtoren.tables.rules import ANSWER_WITHIN, WITHOUT_HOST_FOR

CHANGES = ("host", "offered_to", "offered_at", "no_host_since", "changed_at")


@transaction.atomic
def offer_table(by: Viewer, table: Table, *, to: Person, at: datetime) -> Moment:
    """Would you take my table over? It stays mine until the yes; asking somebody else takes the question back."""
    table = my_table(by, table)
    if not whom_i_may_offer(by, table, at).filter(pk=to.pk).exists():
        raise Refused("tables.offer_to_who_sat")
    table.offered_to, table.offered_at = to, at
    table.save(update_fields=["offered_to", "offered_at"])
    return tell(moments.OFFERED, by, table, at)


@transaction.atomic
def answer_offer(by: Viewer, table: Table, *, yes: bool, at: datetime) -> Moment:
    """I am asked to host this table: with a yes it is mine, with a no it stays whose it was."""
    table = locked(table)
    asked = table.offered_to is not None and table.offered_to.key == by.person
    by.must("table.tend", table.neighbourhood.key, concerned=asked)
    if table.ended_at:
        raise Refused("tables.ended")
    if yes:
        return _goes_on_with(by, table, at)
    table.offered_to = table.offered_at = None
    table.save(update_fields=["offered_to", "offered_at"])
    return about_nobody(moments.OFFER_ANSWERED, table.neighbourhood, at)


@transaction.atomic
def take_over(by: Viewer, table: Table, *, at: datetime) -> Moment:
    """Nobody hosts this table any more, and I sat at it by name: now it is mine."""
    table = locked(table)
    by.must("table.tend", table.neighbourhood.key, concerned=may_take_over(by, table))
    if table.ended_at:
        raise Refused("tables.ended")
    if not has_no_host(by, table, at):
        raise Refused("tables.has_a_host")
    return _goes_on_with(by, table, at)


@transaction.atomic
def end_hosting(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """A question to take a table over passes after four weeks, and a table that nobody hosted for four weeks stops. A
    moment for each."""
    by.must("machine.night", neighbourhood.key)
    here = Table.objects.filter(neighbourhood=neighbourhood, ended_at=None)
    told = []
    for table in all_alone(here.filter(offered_at__lt=at - ANSWER_WITHIN)):
        table.offered_to = table.offered_at = None
        table.save(update_fields=["offered_to", "offered_at"])
        told.append(about_nobody(moments.OFFER_ENDED, neighbourhood, at))
    nobodys = without_host(at).filter(neighbourhood=neighbourhood).values("pk")
    here.exclude(pk__in=nobodys).exclude(no_host_since=None).update(no_host_since=None)
    here.filter(pk__in=nobodys, no_host_since=None).update(no_host_since=at)
    over = here.filter(no_host_since__lt=at - WITHOUT_HOST_FOR).select_related("neighbourhood", "place")
    for table in all_alone(over):
        table.ended_at = table.changed_at = at
        table.save(update_fields=["ended_at", "changed_at"])
        told.append(tell(moments.ENDED, by, table, at))
    return tuple(told)


def _goes_on_with(viewer: Viewer, table: Table, at: datetime) -> Moment:
    table.host = Person.objects.get(key=viewer.somebody())
    table.offered_to = table.offered_at = table.no_host_since = None
    table.changed_at = at
    table.save(update_fields=CHANGES)
    return tell(moments.HANDED_ON, viewer, table, at)
