"""Coffee with somebody new: say what you love, see whom the house would seat with you, and decide."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from vuurtoren.journal.models import Moment
from vuurtoren.tables import acts, queries
from vuurtoren.web import table_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.visit import Visit


def coffee(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What I love and how to reach me; and the coffees that were proposed to me."""
    viewer, where = visit.viewer, visit.place
    visit.here = [
        (visit.t("nav-tables"), reverse("tables", args=[where.slug])),
        (visit.t("coffee-title"), ""),
    ]
    wish = queries.my_wish(viewer, where)
    initial = {"loves": wish.loves, "reach": wish.reach} if wish else {}
    form = forms.Wish(request.POST or None, visit=visit, initial=initial)
    return page_with_form(
        request,
        "coffee/coffee.html",
        form,
        lambda given: acts.wish_coffee(viewer, where, at=visit.at, **given),
        then=reverse("coffee", args=[where.slug]),
        said="coffee-wish-said",
        context=lambda: {"wish": wish, "coffees": queries.my_coffees(viewer, where, visit.at)},
    )


def no_more(request: HttpRequest, visit: Visit) -> HttpResponse:
    """No more proposals: one tap."""
    if request.method == "POST":
        do(request, lambda: acts.wish_no_more(visit.viewer, visit.place, at=visit.at))
        tell(request, "coffee-no-more-said")
    return redirect("coffee", slug=visit.place.slug)


def answer(request: HttpRequest, visit: Visit, coffee: str) -> HttpResponse:
    """Coffee with them, or rather not. Each one tap."""
    yes = request.POST.get("answer") == "yes"

    def deed() -> Moment:
        found = queries.coffee_called(visit.viewer, visit.place, coffee)
        if found is None:
            raise Http404(coffee)
        return acts.answer_coffee(visit.viewer, found, yes=yes, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "coffee-yes-said" if yes else "coffee-no-said")
    return redirect("coffee", slug=visit.place.slug)
