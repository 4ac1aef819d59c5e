"""One kind of task at a place on one page: who carries it, what the institution does next, and what one can do."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from vuurtoren.care import queries as care
from vuurtoren.care.queries.seen import PlaceCare
from vuurtoren.journal.queries import moments_of_place
from vuurtoren.power.queries import emergency_at
from vuurtoren.power.rules import Emergency
from vuurtoren.web.spots import Spot, beside, my_round, spot
from vuurtoren.web.telling import moment_words
from vuurtoren.web.visit import Visit

MOST_TOLD = 8


def task(request: HttpRequest, visit: Visit, public_id: str, kind: str) -> HttpResponse:
    """The page of the task; picking litter has that of its street."""
    here = spot(visit, public_id, kind)
    if here.kind is None:
        raise Http404(kind)
    shown = beside(here)
    seen = shown["care"]
    viewer, scope = visit.viewer, visit.place.key
    mark = {"task_kind": str(here.kind.key)}
    stops = care.stops_at(viewer, here.place, here.code) if seen.task else []
    return render(
        request,
        "task/task.html",
        {
            **shown,
            "powers_told": True,
            "my_round": my_round(here, seen),
            "may_call": seen.i_speak and seen.step.handed_over and not seen.help_wanted(visit.today),
            "may_ask_first": seen.step.handed_over and viewer.may("plan.change", scope),
            "stops": stops,
            "stop": stops[0] if stops else None,
            "emergency": _emergency(here, seen),
            "may_come": viewer.speaks_for_the_city(scope) and here.place.gone_at is None,
            "may_stop": _may_stop(here, seen),
            "may_spend": viewer.may("spending.write", scope),
            "today": visit.today,
            "help": seen.help_lately(visit.today),
            "moments": moments_of_place(visit.place.key, here.place.key, MOST_TOLD, mark),
            "told": moment_words(visit.language, [here.kind]),
        },
    )


def _emergency(here: Spot, seen: PlaceCare) -> Emergency | None:
    """The one that lets the institution come unasked, where residents hold the task."""
    if not seen.step.handed_over:
        return None
    return emergency_at(here.visit.viewer, here.place, here.code, here.visit.today)


def _may_stop(here: Spot, seen: PlaceCare) -> bool:
    """Is it the viewer's to say that the institution stops here? Not of what residents hold, nor of what it does not do."""
    speaks = here.visit.viewer.speaks_for_the_city(here.visit.place.key)
    does = here.kind is not None and here.kind.city_days is not None
    return speaks and does and not seen.step.handed_over and here.place.gone_at is None
