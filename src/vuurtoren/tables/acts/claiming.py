"""I was there too: whoever hosts the table or wrote it down says yes, and until then nobody was there."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables import moments
from vuurtoren.tables.acts.common import about_nobody, about_oneself
from vuurtoren.tables.models import Claim, Gathering, Present, Table
from vuurtoren.tables.rules import ANSWER_WITHIN, check_day_of_claim, check_someone_left


@transaction.atomic
def was_there(by: Viewer, table: Table, *, day: date, at: datetime) -> Moment:
    """I was there too, and that may be remembered. Who was written down by name says yes with it; for anybody else it waits
    for a yes of whoever hosts the table or wrote it down."""
    where = table.neighbourhood
    by.must("table.was_there", where.key)
    person = Person.objects.get(key=by.somebody())
    met = _gathering(Gathering.objects.filter(table=table, day=day))
    if met is None:
        raise Refused("tables.not_written_yet")
    mine = met.present.filter(person=person).first()
    if mine and mine.said_yes_at:
        raise Refused("tables.there_already")
    if mine:
        mine.said_yes_at = at
        mine.save(update_fields=["said_yes_at"])
        return about_oneself(moments.ANSWERED, by, person, where, at, yes=True)
    check_day_of_claim(day, timezone.localdate(at))
    check_someone_left(met.someones)
    _, new = Claim.objects.get_or_create(gathering=met, person=person, defaults={"made_at": at})
    if not new:
        raise Refused("tables.waits_already")
    return about_nobody(moments.CLAIMED, where, at)


@transaction.atomic
def answer_claim(by: Viewer, claim: Claim, *, yes: bool, at: datetime) -> Moment:
    """Were they there too? With a yes one of the 'someones' gets a name; with a no nothing is left, and nobody is told."""
    met = _gathering(Gathering.objects.filter(claims=claim.pk))
    found = met.claims.select_related("person").filter(pk=claim.pk).first() if met else None
    if met is None or found is None:
        raise Refused("tables.answered_already")
    where, asked = met.table.neighbourhood, {one.key for one in (met.table.host, met.by) if one}
    by.must("table.tend", where.key, concerned=by.person in asked - {found.person.key})
    if yes:
        check_someone_left(met.someones)
        met.someones -= 1
        met.save(update_fields=["someones"])
        Present.objects.create(gathering=met, person=found.person, said_yes_at=at)
    found.delete()
    return about_nobody(moments.CLAIM_ANSWERED, where, at)


@transaction.atomic
def end_claims(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Four weeks without an answer is no yes: nothing is left of it. A moment for each."""
    by.must("machine.night", neighbourhood.key)
    waiting = Claim.objects.filter(
        gathering__table__neighbourhood=neighbourhood, made_at__lt=at - ANSWER_WITHIN
    )
    told = []
    for one in all_alone(waiting):
        one.delete()
        told.append(about_nobody(moments.CLAIM_ENDED, neighbourhood, at))
    return tuple(told)


def _gathering(some: QuerySet[Gathering]) -> Gathering | None:
    """The gathering, ours alone until the deed is done; a claim at one is answered and taken back under the same lock."""
    one = some.values_list("pk", flat=True).first()
    return alone(some.select_related("by", "table__host", "table__neighbourhood"), one) if one else None
