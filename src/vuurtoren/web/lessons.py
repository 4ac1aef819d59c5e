"""What went wrong here and what was learned from it, in people's own words; for all, once they agreed."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vuurtoren.nudges.queries import lessons as lessons_seen
from vuurtoren.web.for_all import made_for_all, part_for_all
from vuurtoren.web.paging import ON_A_PAGE, page_number
from vuurtoren.web.visit import Visit

LONGEST_ASKED = 60


def lessons(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A page of lessons; `q` searches in what people say."""
    visit.here = [(visit.t("lessons-title"), "")]
    words = request.GET.get("q", "").strip()[:LONGEST_ASKED]
    page = page_number(request)

    def about(anybody: Any) -> dict[str, Any]:
        first = (page - 1) * ON_A_PAGE
        some = lessons_seen(anybody, visit.place, words=words, first=first, count=ON_A_PAGE + 1)
        more = len(some) > ON_A_PAGE
        return {"some": some[:ON_A_PAGE], "page": page, "more": more, "words": words}

    template = "nudges/found.html"
    found = made_for_all(visit, template, about) if words else part_for_all(visit, template, about, page)
    may = {"may_weigh": visit.viewer.may("weigh.write", visit.place.key)}
    return render(request, "nudges/lessons.html", {"found": found, "words": words, **may})
