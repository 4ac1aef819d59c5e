"""All streets: a list to search, the same streets on a map, and how the neighbourhood is doing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import visitor
from vuurtoren.response import queries as response
from vuurtoren.web.for_all import list_for_all, made_for_all, part_for_all
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.map_lines import map_lines
from vuurtoren.web.paging import ON_A_PAGE, page_number
from vuurtoren.web.visit import Visit


def streets(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A page of fifty streets, by name; `q` searches, `show` keeps some."""
    visit.here = [(visit.t("nav-streets"), "")]
    words = request.GET.get("q", "").strip()[:60]
    show = request.GET.get("show", "")
    show = show if show in response.SHOWS else ""
    page = page_number(request)

    def about(anybody: Viewer) -> dict[str, Any]:
        return {"words": words, "show": show, **_page(anybody, visit, words, page, show)}

    template = "street/found.html"
    found = (
        made_for_all(visit, template, about) if words else list_for_all(visit, template, about, page, show)
    )
    return render(request, "street/streets.html", {"found": found, "words": words, "show": show})


def map_(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The neighbourhood on a map; without JavaScript a list."""
    visit.here = [(visit.t("nav-map"), "")]
    first = list_for_all(visit, "street/first.html", lambda anybody: _page(anybody, visit, "", 1))
    some = same_for_all(visit, lambda: _page(visitor(), visit, "", 1)["rows"] != [], "any street")
    return render(request, "street/map.html", {"first": first, "some": some})


def map_streets(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every street as a line with its grade and who carries it, for the map."""
    return map_lines(request, visitor(), visit.place, visit.head)


def city(request: HttpRequest, visit: Visit) -> HttpResponse:
    """How the neighbourhood is doing: average, floor, lag, and the minutes of the city, over time."""
    visit.here = [(visit.t("nav-plan"), reverse("plan", args=[visit.place.slug])), (visit.t("nav-city"), "")]
    shown = part_for_all(visit, "street/figures.html", lambda anybody: _figures(anybody, visit.place))
    return render(request, "street/city.html", {"shown": shown})


def _figures(viewer: Viewer, where: Neighbourhood) -> dict[str, Any]:
    return {
        "figures": response.neighbourhood_figures(viewer, where),
        "standard": response.standard_of(viewer, where),
    }


def _page(viewer: Viewer, visit: Visit, words: str, page: int, show: str = "") -> dict[str, Any]:
    """Fifty rows, and whether there are more."""
    first = (page - 1) * ON_A_PAGE
    some = response.street_rows(viewer, visit.place, words, first=first, count=ON_A_PAGE + 1, show=show)
    return {"rows": some[:ON_A_PAGE], "page": page, "more": len(some) > ON_A_PAGE}
