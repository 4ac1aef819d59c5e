"""Ties: whom I know, who asks me; and for all how many there are, between which streets."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.journal.models import Moment
from vuurtoren.people.rules import Viewer
from vuurtoren.places.queries import longest_streets
from vuurtoren.tables import acts, queries
from vuurtoren.tables.models import Tie
from vuurtoren.tables.moments import TIE_ANSWERED
from vuurtoren.web.deeds import do, tell
from vuurtoren.web.for_all import part_for_all
from vuurtoren.web.paging import ON_A_PAGE, page_number
from vuurtoren.web.tie_picture import picture_of
from vuurtoren.web.visit import Visit

MOST_DRAWN = 400
"""More streets than these make a picture that nobody can read, and a heavy page."""


def ties(request: HttpRequest, visit: Visit) -> HttpResponse:
    """How many ties there are here and between which streets: numbers from five people up, and a picture."""
    visit.here = [
        (visit.t("nav-tables"), reverse("tables", args=[visit.place.slug])),
        (visit.t("ties-title"), ""),
    ]
    told = part_for_all(visit, "ties/told.html", lambda anybody: _told(anybody, visit))
    return render(request, "ties/ties.html", {"told": told})


def _told(anybody: Viewer, visit: Visit) -> dict[str, Any]:
    told = queries.ties_told(anybody, visit.place)
    streets = longest_streets(anybody, visit.place, MOST_DRAWN) if told and told.between else []
    return {"ties": told, "picture": picture_of(streets, told.between, visit.called) if told else None}


def mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Whom I know here, who asks whether that may be remembered, and whom I met lately."""
    viewer, where = visit.viewer, visit.place
    visit.here = [
        (visit.t("nav-tables"), reverse("tables", args=[where.slug])),
        (visit.t("ties-title"), reverse("ties", args=[where.slug])),
        (visit.t("ties-mine"), ""),
    ]
    page = page_number(request)
    ties = queries.my_ties(viewer, where, visit.at)
    about = {
        "ties": ties[(page - 1) * ON_A_PAGE : page * ON_A_PAGE],
        "page": page,
        "more": len(ties) > page * ON_A_PAGE,
        "asked": queries.ties_asked_of_me(viewer, where),
        "met": queries.met_lately(viewer, where, visit.today),
    }
    return render(request, "ties/mine.html", about)


def keep(request: HttpRequest, visit: Visit, present: str) -> HttpResponse:
    """We know each other: the other is asked whether that may be remembered. One tap."""

    def deed() -> Moment:
        found = queries.met_with_me(visit.viewer, visit.place, present)
        if found is None:
            raise Http404(present)
        return acts.keep_tie(visit.viewer, found, at=visit.at)

    if request.method == "POST":
        done = do(request, deed)
        tell(request, "tie-yes-said" if done.kind == TIE_ANSWERED.name else "tie-asked-said")
    return redirect("my_ties", slug=visit.place.slug)


def answer(request: HttpRequest, visit: Visit, tie: str) -> HttpResponse:
    """May it be remembered that we know each other? Each one tap."""
    yes = request.POST.get("answer") == "yes"
    if request.method == "POST":
        do(request, lambda: acts.answer_tie(visit.viewer, _tie(visit, tie), yes=yes, at=visit.at))
        tell(request, "tie-yes-said" if yes else "tie-no-said")
    return redirect("my_ties", slug=visit.place.slug)


def let_go(request: HttpRequest, visit: Visit, tie: str) -> HttpResponse:
    """It need not be remembered any longer, or asked. One tap; the other is not told."""
    if request.method == "POST":
        do(request, lambda: acts.let_go(visit.viewer, _tie(visit, tie), at=visit.at))
        tell(request, "tie-let-go-said")
    return redirect("my_ties", slug=visit.place.slug)


def _tie(visit: Visit, public_id: str) -> Tie:
    found = queries.tie_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found
