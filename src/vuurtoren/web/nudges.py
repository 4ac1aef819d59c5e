"""Nudges: given in two taps, one's own by month, and sums of the whole neighbourhood."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.journal.models import Moment
from vuurtoren.nudges import acts, queries
from vuurtoren.nudges.rules import HEARD, KINDS
from vuurtoren.power.queries import visitor
from vuurtoren.web.about import thing_called
from vuurtoren.web.deeds import do, tell
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.visit import Visit


def nudge(request: HttpRequest, visit: Visit, what: str, public_id: str) -> HttpResponse:
    """The six kinds as buttons; a tap is a nudge that is written down."""
    thing = thing_called(visit, what, public_id)
    to = reverse("nudge", args=[visit.place.slug, what, thing.public_id])
    if request.method == "POST":
        kind = request.POST.get("kind", "")
        do(
            request,
            lambda: acts.give_nudge(visit.viewer, visit.place, kind=kind, about=thing.about, at=visit.at),
        )
        tell(request, f"nudge-given-{kind}" if kind in KINDS else "nudge-given-invite")
        return redirect(to)
    visit.here = [(thing.name, thing.to), (visit.t("nudge-give"), "")]
    about = {
        "thing": thing,
        "kinds": KINDS,
        "latest": queries.my_latest(visit.viewer, visit.place, visit.at, thing.about),
        "may_weigh": visit.viewer.may("weigh.write", visit.place.key),
    }
    return render(request, "nudges/give.html", about)


def undo(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """That was a slip: one tap. It is looked up within the deed."""

    def deed() -> Moment:
        found = queries.nudge_called(visit.viewer, visit.place, public_id)
        if found is None:
            raise Http404(public_id)
        return acts.take_back_nudge(visit.viewer, found, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "nudge-undone")
    return redirect("my_nudges", slug=visit.place.slug)


def mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    """My nudges by month and kind; for nobody but me."""
    visit.here = [(visit.t("nudges-mine"), "")]
    about = {
        "months": queries.my_nudges(visit.viewer, visit.place, visit.today),
        "latest": queries.my_latest(visit.viewer, visit.place, visit.at),
        "growing": queries.growing(visit.viewer, visit.place, visit.today),
        "heard": HEARD,
    }
    return render(request, "nudges/mine.html", about)


def answer(request: HttpRequest, visit: Visit) -> HttpResponse:
    """It is well so, or I do it in another way: one tap."""
    if request.method == "POST":
        said = request.POST.get("answer", "")
        do(request, lambda: acts.answer_growing(visit.viewer, visit.place, answer=said, at=visit.at))
        tell(request, "nudges-heard-said")
    return redirect("my_nudges", slug=visit.place.slug)


def nudges(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What neighbours and professionals did together, by month and kind, from five people up."""
    visit.here = [(visit.t("nudges-title"), "")]
    months = same_for_all(
        visit, lambda: queries.nudges_told(visitor(), visit.place, visit.today), "nudges", visit.today
    )
    return render(request, "nudges/nudges.html", {"months": months, "kinds": KINDS})
