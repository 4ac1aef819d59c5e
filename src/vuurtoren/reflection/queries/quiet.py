"""Streets where no gift, table or carrier is known yet: an errand for who is paid to come, never a reproach to a street."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time

from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from vuurtoren.care import queries as care
from vuurtoren.gifts import queries as gifts
from vuurtoren.initiatives import queries as initiatives
from vuurtoren.people.models import Person, RoleHeld
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.queries import search_places
from vuurtoren.reflection.models import Errand
from vuurtoren.reflection.rules import ERRAND_FREE_AFTER
from vuurtoren.tables import queries as tables

MOST_QUIET = 400
Readers = Mapping[int, Viewer]


@dataclass(frozen=True)
class Quiet:
    """A street to drink coffee in first; who goes there and when, where somebody still does; `mine`: that is me."""

    place: Place
    errand: Errand | None
    mine: bool


def quiet_places(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> tuple[int, ...]:
    """The streets (primary keys) with a name where nobody is known yet, by name."""
    viewer.must("errand.see", neighbourhood.key)
    known = {*initiatives.streets_with_initiatives(viewer, neighbourhood)}
    known |= set(care.places_carried(viewer, neighbourhood))
    known |= gifts.streets_with_gifts(viewer, neighbourhood, today)
    known |= tables.streets_that_meet(viewer, neighbourhood)
    named = search_places(viewer, neighbourhood, "").exclude(name="").values_list("pk", flat=True)
    return tuple(one for one in named if one not in known)[:MOST_QUIET]


def quiet_streets(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, *, places: Collection[int] | None = None
) -> list[Quiet]:
    """Streets with a name where nobody is known yet, those where somebody goes first. `places`: as `quiet_places` gave
    them, for who has them in hand."""
    viewer.must("errand.see", neighbourhood.key)
    quiet = quiet_places(viewer, neighbourhood, today) if places is None else places
    here = Place.objects.filter(neighbourhood=neighbourhood).defer("line").in_bulk(list(quiet))
    some = still_goes(today) | Q(person__key=viewer.person)
    open_here = Errand.objects.filter(some, neighbourhood=neighbourhood, done_at=None)
    goes = {one.place_id: one for one in open_here.select_related("person")}
    found = [
        Quiet(here[one], errand, errand is not None and errand.person.key == viewer.person)
        for one in quiet
        if one in here
        for errand in (goes.get(one),)
    ]
    return sorted(found, key=lambda one: (one.errand is None, one.errand.on if one.errand else today))


def still_goes(today: date) -> Q:
    """Errands that keep a colleague away: whoever took it works here still, and its day is not two weeks behind us."""
    begins = timezone.make_aware(datetime.combine(today, time()))
    role = RoleHeld.objects.filter(
        Q(until=None) | Q(until__gt=begins),
        person=OuterRef("person"),
        neighbourhood=OuterRef("neighbourhood"),
        role=Role.WORKER.value,
        confirmed_at__isnull=False,
    )
    return Q(on__gt=today - ERRAND_FREE_AFTER) & Q(Exists(role))


def errands_of(viewer: Viewer, neighbourhood: Neighbourhood, person: Person) -> list[Errand]:
    """Where somebody said to go and was not yet, for who may see the list of quiet streets; the first day first."""
    if not viewer.may("errand.see", neighbourhood.key):
        return []
    rows = Errand.objects.filter(neighbourhood=neighbourhood, done_at=None, person=person)
    return list(rows.select_related("place").order_by("on", "pk"))


def my_errands(viewer: Viewer, neighbourhood: Neighbourhood) -> list[Errand]:
    """Where the viewer said to go and was not yet, the first day first."""
    viewer.must("errand.take", neighbourhood.key, concerned=viewer.person is not None)
    mine = Errand.objects.filter(neighbourhood=neighbourhood, done_at=None, person__key=viewer.somebody())
    return list(mine.select_related("place").order_by("on", "pk"))


def waiting_errands(
    viewer: Viewer, neighbourhood: Neighbourhood, today: date, readers: Readers
) -> Counter[int]:
    """By person of `readers`: errands whose day has come, of those who work here still. One question."""
    viewer.must("machine.night", neighbourhood.key)
    rows = Errand.objects.filter(neighbourhood=neighbourhood, done_at=None, on__lte=today)
    own = Counter(rows.values_list("person", flat=True))
    return Counter(
        {pk: count for pk, count in own.items() if pk in readers and _goes_here(readers[pk], neighbourhood)}
    )


def my_waiting_errands(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> int:
    """How many errands of the viewer have their day."""
    if not _goes_here(viewer, neighbourhood):
        return 0
    return sum(one.on <= today for one in my_errands(viewer, neighbourhood))


def _goes_here(viewer: Viewer, neighbourhood: Neighbourhood) -> bool:
    return viewer.may("errand.take", neighbourhood.key, concerned=True)


def own_errands_export(viewer: Viewer) -> list[dict[str, object]]:
    """Where I said to go and drink coffee, and when I was there; for my own export."""
    rows = Errand.objects.filter(person__key=viewer.somebody()).select_related("place").order_by("on", "pk")
    return [
        {
            "street": one.place.name,
            "on": one.on.isoformat(),
            "done": one.done_at.date().isoformat() if one.done_at else None,
        }
        for one in rows
    ]


def errand_called(viewer: Viewer, neighbourhood: Neighbourhood, public_id: str) -> Errand | None:
    """An errand that one sees."""
    viewer.must("errand.see", neighbourhood.key)
    return Errand.objects.filter(neighbourhood=neighbourhood, public_id=public_id, done_at=None).first()
