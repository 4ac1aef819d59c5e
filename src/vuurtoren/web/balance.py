"""Does the city hand over, or does it dump? What is in residents' hands, next to quality and what the institution does
less."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vuurtoren.care import queries as care
from vuurtoren.people.rules import Viewer
from vuurtoren.reflection.balance import FIRST_AND_LAST, LEAST
from vuurtoren.reflection.queries import balance_of
from vuurtoren.web.for_all import part_for_all
from vuurtoren.web.stopping import where_it_stops
from vuurtoren.web.visit import Visit

MOST_OPEN = 3
"""Places where it stops that stand there at once; the others are a tap away."""


def balance(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Month by month, the same for everybody."""
    here = [(visit.t("nav-city"), reverse("city", args=[visit.place.slug])), (visit.t("balance-title"), "")]
    visit.here = here

    def about(anybody: Viewer) -> dict[str, Any]:
        found = balance_of(anybody, visit.place, visit.today)
        months = [one.first for one in found.months]

        def points(values: Any) -> list[tuple[Any, Any]]:
            return list(zip(months, values, strict=True))

        where = where_it_stops(anybody, visit)
        untaken = [one for one in where["stops"] if not one.outcome.taken]
        return {
            "balance": found,
            "compared": FIRST_AND_LAST if len(found.months) >= LEAST else 0,
            "untaken": len(untaken),
            "most_open": MOST_OPEN,
            "later": sum(bool(found.until) and one.since >= found.until for one in untaken),
            "tasks": points(found.tasks),
            "today": visit.today,
            "spent": care.spending_of(anybody, visit.place),
            "euros": points(found.euros) if found.euros else [],
            **where,
            "square_metres": points(found.square_metres),
            "decisions": points(found.decisions),
            "minutes": points(one.minutes for one in found.months),
            "score": points(one.score for one in found.months),
        }

    shown = part_for_all(visit, "balance/shown.html", about)
    may_write = visit.viewer.may("spending.write", visit.place.key)
    return render(request, "balance/balance.html", {"shown": shown, "may_write": may_write})
