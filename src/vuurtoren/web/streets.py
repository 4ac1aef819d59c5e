"""All streets: a list to search, the same streets on a map, and how the neighbourhood is doing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vuurtoren.initiatives.queries import debt_of
from vuurtoren.people.rules import Viewer
from vuurtoren.power.queries import visitor
from vuurtoren.response import queries as response
from vuurtoren.web.for_all import made_for_all, part_for_all, words_for_all
from vuurtoren.web.kept import same_as_long_as, same_at
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
        return {"words": words, "show": show, **_page(_asked(anybody, visit, page, words, show), page)}

    if words:
        found = made_for_all(visit, "street/found.html", about)
    elif show:
        found = part_for_all(visit, "street/found.html", about, page, show)
    else:
        kept = {"words": "", "show": "", **_page(rows_for_all(visit, page), page)}
        found = words_for_all(visit, "street/found.html", kept)
    return render(request, "street/streets.html", {"found": found, "words": words, "show": show})


def map_(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The neighbourhood on a map; without JavaScript a list."""
    visit.here = [(visit.t("nav-map"), "")]
    rows = rows_for_all(visit, 1)
    first = words_for_all(visit, "street/first.html", _page(rows, 1))
    return render(request, "street/map.html", {"first": first, "some": bool(rows)})


def map_streets(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every street as a line with its grade and who carries it, for the map."""
    return map_lines(request, visitor(), visit.place, visit.head, visit.today)


def city(request: HttpRequest, visit: Visit) -> HttpResponse:
    """How the neighbourhood is doing: average, floor, lag, and the minutes of the city, over time."""
    visit.here = [(visit.t("nav-plan"), reverse("plan", args=[visit.place.slug])), (visit.t("nav-city"), "")]
    shown = part_for_all(visit, "street/figures.html", lambda anybody: _figures(anybody, visit))
    return render(request, "street/city.html", {"shown": shown})


def _figures(viewer: Viewer, visit: Visit) -> dict[str, Any]:
    return {
        "figures": response.neighbourhood_figures(viewer, visit.place, visit.today),
        "standard": response.standard_of(viewer, visit.place),
        "debts": debt_of(viewer, visit.place, visit.today),
    }


Rows = tuple[response.StreetRow, ...]


def rows_for_all(visit: Visit, page: int) -> Rows:
    """A page of the list of all streets, as new as the journal.

    Which streets stand on it changes with a deed that was about no street in particular, what is told of them also with
    a deed in one of them; one in another street leaves them as they are.
    """

    def marks(rows: Rows) -> tuple[tuple[str, str], ...]:
        return tuple(visit.newest.mark(row.place) for row in rows)

    def ask() -> tuple[Rows, tuple[tuple[str, str], ...]]:
        rows = _asked(visitor(visit.language), visit, page)
        return rows, marks(rows)

    rows, then = same_at(visit, None, ask, "rows", page)
    now = marks(rows)
    return rows if now == then else same_as_long_as(visit, (visit.today, now), ask, "rows", page)[0]


def _asked(viewer: Viewer, visit: Visit, page: int, words: str = "", show: str = "") -> Rows:
    first = (page - 1) * ON_A_PAGE
    return tuple(
        response.street_rows(
            viewer, visit.place, words, first=first, count=ON_A_PAGE + 1, show=show, today=visit.today
        )
    )


def _page(rows: Rows, page: int) -> dict[str, Any]:
    """Fifty rows, and whether there are more."""
    return {"rows": rows[:ON_A_PAGE], "page": page, "more": len(rows) > ON_A_PAGE}
