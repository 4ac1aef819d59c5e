"""Streets as rows of a list: name, newest grade, and how each is carried. One question a page, however large the city."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, F, IntegerField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from vuurtoren.care.models import Task
from vuurtoren.care.queries.streets import places_carried
from vuurtoren.care.rules import LITTER, Step
from vuurtoren.journal.ready import Some, ready
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.places.queries import search_places
from vuurtoren.response.models import PlaceState

SHOWS = ("free", "carried")
MOST_IDS = 500
Line = dict[str, Any]


@dataclass(frozen=True)
class StreetRow:
    """A street in a list. `grade` is empty where nobody saw it yet; `step` 1 institution … 5 residents' own room."""

    public_id: str
    name: str
    byname: Mapping[str, Any] = field(hash=False)
    grade: str
    step: int
    place: UUID

    @property
    def vacant(self) -> bool:
        """Does nobody but the institution carry here?"""
        return self.step == Step.INSTITUTION


def street_rows(
    viewer: Viewer,
    neighbourhood: Neighbourhood,
    words: str,
    *,
    first: int,
    count: int,
    show: str = "",
    today: date = date.max,
) -> list[StreetRow]:
    """The streets from number `first` (0 is the first) by name, at most `count`; `words` is part of the name, `show`
    keeps those where nobody carries yet (`free`) or those where neighbours do (`carried`); grades as `today`."""
    if words or show:
        found = _shown(viewer, neighbourhood, search_places(viewer, neighbourhood, words), show).values("pk")
        rows = list(_rows(found[first : first + count], today))
    else:
        viewer.must("page.public", neighbourhood.key)
        rows = _page(neighbourhood=neighbourhood.pk, first=first, count=count, today=today)
    return [StreetRow(*row) for row in rows]


def _shown(
    viewer: Viewer, neighbourhood: Neighbourhood, found: QuerySet[Place], show: str
) -> QuerySet[Place]:
    carried = places_carried(viewer, neighbourhood)
    if show == "carried":
        return found.filter(pk__in=carried)
    return found.exclude(pk__in=carried) if show == "free" else found


@ready
def _page(neighbourhood: int, first: int, count: int, today: date) -> QuerySet[Place, tuple[Any, ...]]:
    here = Place.objects.filter(neighbourhood=neighbourhood, gone_at=None)
    return _rows(Some(here.order_by("in_order", "id").values("pk"), first, count), today)


def _rows(places: QuerySet[Place, Any] | Some, today: date) -> QuerySet[Place, tuple[Any, ...]]:
    """First which streets, from the index alone; then what there is to say of those few."""
    found = Place.objects.filter(pk__in=places).order_by("in_order", "id")
    return found.annotate(grade=grade_now(today), step=step_now()).values_list(
        "public_id", "name", "byname", "grade", "step", "key"
    )


@dataclass(frozen=True)
class LineRow:
    """A street on the map, without its line; `digest` changes when the line does."""

    place_id: int
    public_id: str
    name: str
    byname: Mapping[str, Any]
    kind: str
    grade: str
    step: int
    digest: str


def line_rows(viewer: Viewer, neighbourhood: Neighbourhood, today: date = date.max) -> list[LineRow]:
    """Every street of the neighbourhood, for the map, with the grades of `today`. The same for every viewer."""
    viewer.must("page.public", neighbourhood.key)
    return [LineRow(*row) for row in _for_the_map(neighbourhood=neighbourhood.pk, today=today)]


def lines_of(
    viewer: Viewer, neighbourhood: Neighbourhood, places: Collection[int]
) -> Iterator[tuple[int, Line]]:
    """The lines (lon, lat) of these places of the neighbourhood."""
    viewer.must("page.public", neighbourhood.key)
    found = Place.objects.filter(neighbourhood=neighbourhood, gone_at=None)
    found = found if len(places) > MOST_IDS else found.filter(pk__in=places)
    yield from found.values_list("pk", "line")


@ready
def _for_the_map(neighbourhood: int, today: date) -> QuerySet[Place, tuple[Any, ...]]:
    here = Place.objects.filter(neighbourhood=neighbourhood, gone_at=None).order_by("in_order", "id")
    told = here.annotate(grade=grade_now(today), step=step_now())
    return told.values_list("pk", "public_id", "name", "byname", "kind", "grade", "step", "source_digest")


def grade_now(today: date) -> Coalesce:
    """For a question about places: the grade of the newest night up to `today` that knows the place, else of the first one
    after it; nothing where nobody saw it."""
    nights = PlaceState.objects.filter(place=OuterRef("pk")).annotate(told=grade_seen()).values("told")
    until_now, ahead = nights.filter(date__lte=today), nights.filter(date__gt=today)
    return Coalesce(
        Subquery(until_now.order_by("-date")[:1]), Subquery(ahead.order_by("date")[:1]), Value("")
    )


def grade_seen() -> Case:
    """For a question about nights: the grade, or nothing where only the kind of the street is known."""
    return Case(
        When(source=PlaceState.Source.KIND, then=Value("")), default=F("grade"), output_field=CharField()
    )


def step_now() -> Coalesce:
    """For a question about places: the step of carrying; a place without a task is the institution's."""
    tasks = Task.objects.filter(place=OuterRef("pk"), kind__code=LITTER)
    return Coalesce(
        Subquery(tasks.values("step")[:1]), Value(Step.INSTITUTION.value), output_field=IntegerField()
    )
