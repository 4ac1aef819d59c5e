"""One kind of task at a place on one page: who carries it, what the institution does next, and what one can do."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from vuurtoren.journal.queries import moments_of_place
from vuurtoren.web.spots import beside, my_round, spot
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
    mark = {"task_kind": str(here.kind.key)}
    return render(
        request,
        "task/task.html",
        {
            **shown,
            "powers_told": True,
            "my_round": my_round(here, seen),
            "may_call": seen.i_speak and seen.step.handed_over and not seen.help_wanted(visit.today),
            "may_ask_first": seen.step.handed_over and visit.viewer.may("plan.change", visit.place.key),
            "help": seen.help_lately(visit.today),
            "moments": moments_of_place(visit.place.key, here.place.key, MOST_TOLD, mark),
            "told": moment_words(visit.language, [here.kind]),
        },
    )
