"""The page of one initiative: what it is, how it goes, what it looks for, its roles, what institutions are asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vuurtoren.initiatives import queries
from vuurtoren.web.initiatives import called, way
from vuurtoren.web.introductions import what_it_looks_for
from vuurtoren.web.visit import Visit


def initiative(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One initiative, and what I can do with it."""
    one = called(visit, public_id)
    visit.here = way(visit, one)
    may = queries.may_do(visit.viewer, one, visit.at)
    about = {
        "one": one,
        "people": queries.people_of(visit.viewer, one),
        "may": may,
        "learned": queries.learned_of(visit.viewer, one),
        "roles": queries.roles_of(visit.viewer, one, visit.today),
        "questions": queries.questions_about(visit.viewer, one, visit.today),
        **what_it_looks_for(visit, one, may.tend),
    }
    return render(request, "initiatives/initiative.html", about)
