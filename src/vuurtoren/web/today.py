"""The front page, today in a neighbourhood, the lighthouse, help, the journal."""

from datetime import timedelta

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse

from vuurtoren.care import queries as care
from vuurtoren.journal.queries import newest_moments, verify_book
from vuurtoren.light import acts as light_acts
from vuurtoren.light.queries import light_of
from vuurtoren.people.queries import team_of_the_city
from vuurtoren.places.models import Neighbourhood
from vuurtoren.places.queries import backdrop_of
from vuurtoren.power.queries import visitor
from vuurtoren.response.queries import nexts_of_city
from vuurtoren.web import forms
from vuurtoren.web.deeds import page_with_form
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.visit import Visit

MOST_NEXT = 12
"""Of so many carried streets the next step of the city stands on Today; the others say it on their own page."""


def front(request: HttpRequest) -> HttpResponse:
    """What this is, and which neighbourhood."""
    every = list(Neighbourhood.objects.order_by("name").only("name", "slug")[:200])
    return render(request, "front.html", {"every": every})


def today(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What is alive here, what I carry, the next step of the city."""
    person, where = visit.person, visit.place
    home = person.home if person and person.home and person.home.neighbourhood_id == where.pk else None
    week_ago = visit.at - timedelta(days=7)
    mine = care.mine(visit.viewer, where) if person else []
    asked = [one.place.pk for one in mine[:MOST_NEXT]] + ([home.pk] if home else [])
    nexts = nexts_of_city(visit.viewer, where, asked, visit.today)
    anybody = visitor(visit.language)
    return render(
        request,
        "today.html",
        {
            "mine": mine,
            "nexts": nexts,
            "questions": care.questions_for(visit.viewer, where) if person else [],
            "home": home,
            "home_next": nexts[home.pk] if home else None,
            "team": same_for_all(visit, lambda: team_of_the_city(anybody, where), "team"),
            "vacant": same_for_all(visit, lambda: care.vacancies(anybody, where, most=5), "vacant"),
            "thanks": same_for_all(
                visit, lambda: care.thanks(anybody, where, week_ago), "thanks", week_ago.date()
            ),
        },
    )


def light(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The shared picture: how do we want to live together?"""
    visit.here = [(visit.t("nav-light"), "")]
    return render(request, "light.html", {"may_tend": visit.viewer.may("light.tend", visit.place.key)})


def tend(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Renew the words of the lighthouse, in the language one reads."""
    now = light_of(visit.viewer, visit.place)
    same = now and now.language == visit.language
    initial = {"line": now.line, "story": now.story} if now and same else {}
    form = forms.Light(request.POST or None, visit=visit, initial=initial)
    to = reverse("light", args=[visit.place.slug])
    visit.here = [(visit.t("nav-light"), to), (visit.t("light-tend"), "")]
    return page_with_form(
        request,
        "form.html",
        form,
        lambda given: light_acts.tend(visit.viewer, visit.place, visit.language, at=visit.at, **given),
        then=to,
        said="light-tended",
        context={"title": visit.t("light-tend"), "button": visit.t("look-save"), "back": to},
    )


def journal(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The newest moments of the neighbourhood, without names, and whether the chain is whole."""
    visit.here = [(visit.t("nav-journal"), "")]
    moments = newest_moments(visit.place.key, 50)
    verdict = verify_book(visit.place.key) if request.GET.get("verify") else None
    return render(request, "journal.html", {"moments": moments, "verdict": verdict})


def help_page(request: HttpRequest) -> HttpResponse:
    """How it works, in a few plain sentences."""
    visit: Visit = request.visit  # type: ignore[attr-defined]
    visit.here = [(visit.t("nav-help"), "")]
    return render(request, "help.html")


def backdrop(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Water, parks and blocks for the map."""
    return geojson(backdrop_of(visit.viewer, visit.place))


def geojson(collection: object) -> HttpResponse:
    """A GeoJSON answer."""
    return JsonResponse(collection, content_type="application/geo+json")


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """There is no such page, said kindly."""
    return render(request, "missing.html", status=404)
