"""Streets to drink coffee in first: the list, going there on a day, having been there."""

from collections.abc import Callable
from datetime import timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.journal.models import Moment
from vuurtoren.places.queries import place_called
from vuurtoren.reflection import acts, queries
from vuurtoren.reflection.models import Errand
from vuurtoren.web import table_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.kept import same_for_who_may
from vuurtoren.web.visit import Visit

SOON = timedelta(days=7)


def quiet(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Where nobody is known yet."""
    visit.here = [*_way(visit), (visit.t("quiet-title"), "")]
    places = same_for_who_may(
        visit, "errand.see", lambda: queries.quiet_places(visit.viewer, visit.place, visit.today), "quiet"
    )
    about = {
        "streets": queries.quiet_streets(visit.viewer, visit.place, visit.today, places=places),
        "may_go": visit.viewer.may("errand.take", visit.place.key, concerned=True),
        "may_set": visit.viewer.may("table.set", visit.place.key),
    }
    return render(request, "quiet/quiet.html", about)


def go(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I go there, on a day."""
    place = place_called(visit.viewer, visit.place, public_id)
    if place is None:
        raise Http404(public_id)
    back = reverse("quiet", args=[visit.place.slug])
    visit.here = [*_way(visit), (visit.t("quiet-title"), back), (visit.called(place), "")]
    form = forms.Errand(request.POST or None, visit=visit, initial={"on": visit.today + SOON})
    return page_with_form(
        request,
        "form.html",
        form,
        lambda given: acts.take_errand(visit.viewer, place, on=given["on"], at=visit.at),
        then=back,
        said="quiet-go-said",
        context={
            "title": visit.t("quiet-go-title", street=visit.called(place)),
            "intro": visit.t("quiet-go-intro"),
            "button": visit.t("quiet-go-button"),
            "back": back,
        },
    )


def done(request: HttpRequest, visit: Visit, errand: str) -> HttpResponse:
    """I was there: one tap."""
    return _tap(
        request,
        visit,
        lambda: acts.errand_done(visit.viewer, _errand(visit, errand), at=visit.at),
        "quiet-done-said",
    )


def drop(request: HttpRequest, visit: Visit, errand: str) -> HttpResponse:
    """Not after all: one tap."""
    return _tap(
        request,
        visit,
        lambda: acts.drop_errand(visit.viewer, _errand(visit, errand), at=visit.at),
        "quiet-drop-said",
    )


def _errand(visit: Visit, errand: str) -> Errand:
    """Looked up within the deed, since after it there is nothing to find."""
    found = queries.errand_called(visit.viewer, visit.place, errand)
    if found is None:
        raise Http404(errand)
    return found


def _tap(request: HttpRequest, visit: Visit, deed: Callable[[], Moment], said: str) -> HttpResponse:
    if request.method == "POST":
        do(request, deed)
        tell(request, said)
    return redirect("quiet", slug=visit.place.slug)


def _way(visit: Visit) -> list[tuple[str, str]]:
    """It is a page about drinking coffee."""
    return [(visit.t("nav-tables"), reverse("tables", args=[visit.place.slug]))]
