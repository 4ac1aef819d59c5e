"""What waits for whom at tables, counted for a whole neighbourhood at once: for the weekly letter, never for a page."""

from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta

from django.db.models import Case, Count, Exists, F, OuterRef, Sum, When

from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer, enough
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.tables.models import Claim, Gathering, LearningRound, Present, Table, Tie

RIGHT = "machine.night"


def waiting_for_answers(viewer: Viewer, neighbourhood: Neighbourhood) -> Counter[int]:
    """By person (primary key): how many gatherings they are asked about."""
    viewer.must(RIGHT, neighbourhood.key)
    asked = Present.objects.filter(said_yes_at=None, gathering__table__neighbourhood=neighbourhood)
    return Counter(dict(asked.order_by().values_list("person").annotate(Count("pk"))))


def waiting_ties(viewer: Viewer, neighbourhood: Neighbourhood) -> Counter[int]:
    """By person: how many ties they are asked about."""
    viewer.must(RIGHT, neighbourhood.key)
    open_ = Tie.objects.filter(neighbourhood=neighbourhood, said_yes_at=None, said_no_at=None)
    asked = open_.annotate(asked=Case(When(asked_by_low=True, then=F("high")), default=F("low")))
    return Counter(dict(asked.order_by().values_list("asked").annotate(Count("pk"))))


def waiting_claims(
    viewer: Viewer, neighbourhood: Neighbourhood, readers: Mapping[int, Viewer]
) -> Counter[int]:
    """By person: how many say that they were at their table, or where they wrote it down, and wait for their answer."""
    viewer.must(RIGHT, neighbourhood.key)
    rows = Claim.objects.filter(gathering__table__neighbourhood=neighbourhood)
    asked = rows.values_list("gathering__table__host", "gathering__by", "person")
    tend = _who_tend(neighbourhood, readers)
    return Counter(one for host, wrote, person in asked for one in ({host, wrote} & tend) - {person})


def waiting_offers(
    viewer: Viewer, neighbourhood: Neighbourhood, readers: Mapping[int, Viewer]
) -> Counter[int]:
    """By person: how many tables they are asked to host."""
    viewer.must(RIGHT, neighbourhood.key)
    rows = Table.objects.filter(neighbourhood=neighbourhood, ended_at=None, offered_to__isnull=False)
    tend = _who_tend(neighbourhood, readers)
    return Counter(one for one in rows.values_list("offered_to", flat=True) if one in tend)


def _who_tend(neighbourhood: Neighbourhood, readers: Mapping[int, Viewer]) -> set[int]:
    return {one for one in readers if readers[one].may("table.tend", neighbourhood.key, concerned=True)}


def waiting_to_look_again(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> Counter[int]:
    """By person: how many learning tables that they set or sat at look again today or earlier."""
    viewer.must(RIGHT, neighbourhood.key)
    due = LearningRound.objects.filter(
        table__neighbourhood=neighbourhood, table__ended_at=None, closed_at=None, look_again_on__lte=today
    )
    hosts = set(due.values_list("table__host", "table"))
    sat = Present.objects.filter(gathering__table__in=due.values("table"), said_yes_at__isnull=False)
    sitters = set(sat.values_list("person", "gathering__table"))
    return Counter(person for person, _ in hosts | sitters if person)


def streets_that_meet(viewer: Viewer, neighbourhood: Neighbourhood) -> set[int]:
    """The streets (primary keys) with a table, and those where somebody lives who sat at one and said yes to it."""
    viewer.must("errand.see", neighbourhood.key)
    tables = Table.objects.filter(neighbourhood=neighbourhood, ended_at=None).values_list("place", flat=True)
    sat = Present.objects.filter(gathering__table__neighbourhood=neighbourhood, said_yes_at__isnull=False)
    neighbours = Person.objects.filter(home=OuterRef("pk"))
    one_sat = neighbours.filter(Exists(sat.filter(person=OuterRef("pk"))))
    homes = Place.objects.filter(Exists(one_sat), neighbourhood=neighbourhood).values_list("pk", flat=True)
    return {one for one in (*tables.distinct(), *homes) if one}


def met_last_week(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> int | None:
    """How many times people met at a table in the whole week before this one; None where fewer than five people did."""
    viewer.must("page.public", neighbourhood.key)
    monday = today - timedelta(days=today.weekday())
    rows = Gathering.objects.filter(
        table__neighbourhood=neighbourhood, day__gte=monday - timedelta(days=7), day__lt=monday
    )
    told = rows.aggregate(count=Count("pk"), someones=Sum("someones"))
    named = Present.objects.filter(gathering__in=rows).values("person").distinct().count()
    return int(told["count"]) if enough(named + (told["someones"] or 0)) else None
