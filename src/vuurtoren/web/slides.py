"""Where power slid: what is mine to answer, in one tap; and what is about a room I hold with others."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from vuurtoren.journal.models import Moment
from vuurtoren.reflection import acts, queries
from vuurtoren.reflection.rules import ANSWERS
from vuurtoren.web.deeds import do, tell
from vuurtoren.web.visit import Visit


def slides(request: HttpRequest, visit: Visit) -> HttpResponse:
    """My own first, then those of groups I belong to."""
    visit.here = [(visit.t("slides-title"), "")]
    viewer, where = visit.viewer, visit.place
    about = {
        "mine": queries.my_slides(viewer, where),
        "ours": queries.slides_of_my_groups(viewer, where, visit.today),
        "answers": ANSWERS,
    }
    return render(request, "slides/slides.html", about)


def answer(request: HttpRequest, visit: Visit, slide: str) -> HttpResponse:
    """It is so and I change it, there was a reason, it is not so: one tap."""

    def deed() -> Moment:
        found = queries.slide_called(visit.viewer, visit.place, slide)
        if found is None:
            raise Http404(slide)
        return acts.answer_slide(visit.viewer, found, answer=request.POST.get("answer", ""), at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "slides-answered")
    return redirect("slides", slug=visit.place.slug)


def hurts(request: HttpRequest, visit: Visit, slide: str) -> HttpResponse:
    """What slid in our room hurts, or after all not: one tap, heard by whose slide it is."""
    yes = request.POST.get("answer") == "yes"

    def deed() -> Moment:
        found = queries.slide_of_my_groups(visit.viewer, visit.place, slide, visit.today)
        if found is None:
            raise Http404(slide)
        return acts.say_hurts(visit.viewer, found, yes=yes, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "slides-hurts-said" if yes else "slides-hurts-not-said")
    return redirect("slides", slug=visit.place.slug)
