"""The register of room, for everybody: what residents hold and held, street by street and year by year. No people."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from vuurtoren.journal.ready import ready
from vuurtoren.language import say
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.queries import search_places
from vuurtoren.power.models import Declared, Room
from vuurtoren.power.rules import Emergency, Powers

YEARS = 10
MOST_IN_A_FILE = 50_000


@dataclass(frozen=True)
class RoomNow:
    """Who decides, advises, does and pays at one place; since and until (a day included), where that is known."""

    powers: Powers
    since: date | None = None
    until: date | None = None

    def words(self, language: str) -> str:
        """One line a child understands."""
        return room_words(language, self.powers)


@dataclass(frozen=True, kw_only=True)
class RoomSeen(RoomNow):
    """A row of the register. `handed_by` names the institution; `ended_on` and `why_ended` where it is over; `hand_over` is
    the key of what both sides said yes to."""

    place: Place
    kind: str = ""
    handed_by: str = ""
    ended_on: date | None = None
    why_ended: str = ""
    hand_over: UUID | None = None


@dataclass(frozen=True)
class Year:
    """Room at the end of a year, or today: streets and metres that residents held; handed over and ended in that year."""

    year: int
    streets: int
    metres: int
    begun: int
    ended: int


def room_words(language: str, powers: Powers) -> str:
    """Who decides and does, and who pays: "Buren beslissen en doen. De stad betaalt het materiaal."."""
    if powers.all_by:
        return say(language, f"room-all-{powers.all_by}")
    what = "work" if powers.does == "institution" else "material"
    return (
        f"{say(language, f'room-acts-{powers.decides}-{powers.does}')} "
        f"{say(language, f'room-pays-{powers.pays}-{what}')}"
    )


def room_of(viewer: Viewer, place: Place, task_kind: str) -> RoomSeen | None:
    """What residents hold of one kind of task at a place; None where the institution does."""
    viewer.must("page.public", place.neighbourhood.key)
    held = next(iter(_held(place=place.pk, kind=task_kind)), None)
    return _seen(held, place) if held else None


def rooms_of(viewer: Viewer, place: Place) -> Mapping[str, RoomSeen]:
    """All that residents hold at a place, by kind of task."""
    viewer.must("page.public", place.neighbourhood.key)
    found = Room.objects.filter(place=place, ended_at=None).select_related("handed_by")
    return {one.kind: _seen(one, place) for one in found}


def rooms_at(
    viewer: Viewer, neighbourhood: Neighbourhood, public_ids: Collection[str], task_kind: str
) -> Mapping[str, RoomSeen]:
    """The same for several places at once, by their public ids."""
    viewer.must("page.public", neighbourhood.key)
    found = _register(neighbourhood).filter(place__public_id__in=public_ids, kind=task_kind, ended_at=None)
    return {one.place.public_id: _seen(one, one.place) for one in found}


def rooms(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    *,
    words: str = "",
    ended: bool = False,
    first: int = 0,
    count: int = 50,
) -> list[RoomSeen]:
    """Rows of the register from number `first` (0 is the first), at most `count`: what is held now by street, or what
    ended, the newest first. `words` is part of the street's name."""
    viewer.must("page.public", neighbourhood.key)
    found = _register(neighbourhood).filter(ended_at__isnull=not ended)
    if words:
        found = found.filter(place__in=search_places(viewer, neighbourhood, words).values("pk"))
    ordered = found.order_by("-ended_at", "-pk") if ended else found.order_by("place__in_order", "pk")
    return [_seen(one, one.place) for one in ordered[first : first + count]]


def rooms_in_file(viewer: Viewer, neighbourhood: Neighbourhood) -> list[RoomSeen]:
    """The whole register, by when it began: what is held and what ended."""
    viewer.must("page.public", neighbourhood.key)
    found = _register(neighbourhood).order_by("since", "pk")[:MOST_IN_A_FILE]
    return [_seen(one, one.place) for one in found]


def ten_years(viewer: Viewer, neighbourhood: Neighbourhood, today: date) -> tuple[Year, ...]:
    """The last ten years up to this one, oldest first; `today` is the last day of this year so far.

    A street counts once, however many kinds of task residents hold in it, and with the length that it has now.
    """
    viewer.must("page.public", neighbourhood.key)
    begin = _midnight(date(today.year - YEARS + 1, 1, 1))
    found = Room.objects.filter(place__neighbourhood=neighbourhood)
    found = found.filter(Q(ended_at=None) | Q(ended_at__gte=begin))
    rows = list(found.values_list("place_id", "place__length_m", "since", "ended_at"))
    return tuple(_year(year, today, rows) for year in range(today.year - YEARS + 1, today.year + 1))


Row = tuple[int, float, datetime, datetime | None]


def _year(year: int, today: date, rows: Iterable[Row]) -> Year:
    last = min(date(year, 12, 31), today)
    streets, begun, ended = {}, 0, 0
    for place, metres, since_at, ended_at in rows:
        since, end = timezone.localdate(since_at), timezone.localdate(ended_at) if ended_at else None
        begun += since.year == year and since <= last
        ended += end is not None and end.year == year and end <= last
        if since <= last and (end is None or end > last):
            streets[place] = metres
    return Year(year, len(streets), round(sum(streets.values())), begun, ended)


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def emergency_at(viewer: Viewer, place: Place, task_kind: str, day: date) -> Emergency | None:
    """The emergency that lets the institution come on `day`, the one that lasts longest; None where there is none."""
    viewer.must("page.public", place.neighbourhood.key)
    declared = next(iter(_declared(place=place.pk, kind=task_kind, day=day)), None)
    return declared.emergency if declared else None


@ready
def _declared(place: int, kind: str, day: date) -> QuerySet[Declared]:
    found = Declared.objects.filter(place=place, kind=kind, until__gte=day, over_at=None)
    return found.order_by("-until", "-pk")[:1]


@ready
def _held(place: int, kind: str) -> QuerySet[Room]:
    return Room.objects.filter(place=place, kind=kind, ended_at=None)


def _register(neighbourhood: Neighbourhood) -> QuerySet[Room]:
    found = Room.objects.filter(place__neighbourhood=neighbourhood)
    return found.select_related("place", "handed_by")


def _seen(one: Room, place: Place) -> RoomSeen:
    return RoomSeen(
        powers=one.powers,
        since=timezone.localdate(one.since),
        until=one.until,
        place=place,
        kind=one.kind,
        handed_by=one.handed_by.name if one.handed_by else "",
        ended_on=timezone.localdate(one.ended_at) if one.ended_at else None,
        why_ended=one.why_ended,
        hand_over=one.hand_over,
    )
