"""All streets: a list to search, the same streets on a map, and how the neighbourhood is doing."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vuurtoren.care import queries as care
from vuurtoren.places.models import Place
from vuurtoren.places.queries import search_places
from vuurtoren.response import queries as response
from vuurtoren.web.today import geojson
from vuurtoren.web.visit import Visit

ON_A_PAGE = 50
FARTHEST_PAGE = 2000
SHOWS = ("free", "carried")


@dataclass(frozen=True)
class Row:
    """A street in the list: address, name, and the step of carrying (1 institution … 5 own room)."""

    public_id: str
    name: str
    kind: str
    length_m: float
    grade: str
    step: int
    vacant: bool


def streets(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A page of fifty streets, by name; `q` searches, `show` keeps some."""
    visit.here = [(visit.t("nav-streets"), "")]
    words = request.GET.get("q", "").strip()[:60]
    page = _page_number(request.GET.get("page", "1"))
    show = request.GET.get("show", "")
    found = _shown(visit, search_places(visit.viewer, visit.place, words), show)
    some = list(found[(page - 1) * ON_A_PAGE : page * ON_A_PAGE + 1])
    return render(
        request,
        "street/streets.html",
        {
            "rows": rows_of(visit, some[:ON_A_PAGE]),
            "words": words,
            "show": show if show in SHOWS else "",
            "page": page,
            "more": len(some) > ON_A_PAGE,
        },
    )


def _shown(visit: Visit, found: QuerySet[Place], show: str) -> QuerySet[Place]:
    """All streets, those where nobody carries yet (`free`), or those where neighbours do (`carried`)."""
    if show not in SHOWS:
        return found
    carried = care.places_carried(visit.viewer, visit.place)
    return found.filter(pk__in=carried) if show == "carried" else found.exclude(pk__in=carried)


def map_(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The neighbourhood on a map; without JavaScript a list."""
    visit.here = [(visit.t("nav-map"), "")]
    some = list(search_places(visit.viewer, visit.place, "")[:ON_A_PAGE])
    return render(request, "street/map.html", {"rows": rows_of(visit, some)})


def map_streets(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every street as a line with its grade and who carries it, for the map."""
    places = search_places(visit.viewer, visit.place, "")
    by_id = {row.public_id: row for row in rows_of(visit, places)}
    features = [_feature(place, by_id[place.public_id], visit) for place in places]
    return geojson({"type": "FeatureCollection", "features": features})


def city(request: HttpRequest, visit: Visit) -> HttpResponse:
    """How the neighbourhood is doing: average, floor, lag, and the minutes of the city, over time."""
    visit.here = [(visit.t("nav-plan"), reverse("plan", args=[visit.place.slug])), (visit.t("nav-city"), "")]
    return render(
        request,
        "street/city.html",
        {
            "figures": response.neighbourhood_figures(visit.viewer, visit.place),
            "standard": response.standard_of(visit.viewer, visit.place),
        },
    )


def rows_of(visit: Visit, places: Iterable[Place]) -> list[Row]:
    """The rows of these places, with three queries more."""
    some = list(places)
    ids = [place.pk for place in some]
    grades = response.grades_now(visit.viewer, visit.place, ids)
    carried = care.steps_now(visit.viewer, visit.place, ids)
    return [
        Row(
            place.public_id,
            place.name or visit.t("street-unnamed", id=place.public_id),
            place.kind,
            place.length_m,
            grades.get(place.pk, ""),
            carried[place.pk].step if place.pk in carried else 1,
            carried[place.pk].vacant if place.pk in carried else True,
        )
        for place in some
    ]


def _feature(place: Place, row: Row, visit: Visit) -> dict[str, Any]:
    return {
        "type": "Feature",
        "geometry": place.line,
        "properties": {
            "name": row.name if place.name else "",
            "grade": row.grade,
            "step": row.step,
            "kind": place.kind,
            "href": f"/{visit.place.slug}/street/{place.public_id}/",
        },
    }


def _page_number(text: str) -> int:
    return min(max(int(text), 1), FARTHEST_PAGE) if text.isascii() and text.isdigit() and len(text) < 6 else 1
