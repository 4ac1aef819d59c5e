"""The weekly letter: one's own, to read or print; and those of people on paper, to print and bring."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.power.queries import visitor
from vuurtoren.reflection import acts, queries
from vuurtoren.reflection.queries.facts import Facts
from vuurtoren.web.deeds import do, tell
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.visit import Visit


def letter(request: HttpRequest, visit: Visit) -> HttpResponse:
    """This week's letter to me."""
    visit.here = [
        (visit.t("me-title"), reverse("me", args=[visit.place.slug])),
        (visit.t("letter-title"), ""),
    ]
    about = {
        "letters": [queries.own_letter(visit.viewer, visit.place, visit.at, _facts(visit))],
        "wants": queries.wants_letter(visit.viewer, visit.place),
        "may_enter": visit.viewer.may("person.enter", visit.place.key),
    }
    return render(request, "letter/letter.html", about)


def choose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A letter by mail every week, or none: one tap."""
    wants = request.POST.get("wants") == "yes"
    if request.method == "POST":
        do(request, lambda: acts.choose_letter(visit.viewer, visit.place, wants=wants, at=visit.at))
        tell(request, "letter-yes-said" if wants else "letter-no-said")
    return redirect("letter", slug=visit.place.slug)


def paper(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The letters of people without an account whom I wrote down: one a page, to print and bring."""
    visit.here = [
        (visit.t("nav-who"), reverse("who", args=[visit.place.slug])),
        (visit.t("letter-paper"), ""),
    ]
    letters = queries.paper_letters(visit.viewer, visit.place, visit.at, _facts(visit))
    return render(request, "letter/paper.html", {"letters": letters})


def _facts(visit: Visit) -> Facts:
    return same_for_all(
        visit, lambda: queries.facts_of(visitor(), visit.place, visit.today, visit.at), "letter"
    )
