"""The page of one initiative: what it is, how it goes, what it looks for, its roles, what institutions are asked."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vuurtoren.care import queries as care
from vuurtoren.initiatives import queries
from vuurtoren.initiatives.rules import Asked
from vuurtoren.web.blocks import block
from vuurtoren.web.initiatives import called, way
from vuurtoren.web.introductions import what_it_looks_for
from vuurtoren.web.leaning import named
from vuurtoren.web.visit import Visit


def initiative(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One initiative, and what I can do with it."""
    one = called(visit, public_id)
    visit.here = way(visit, one)
    may = queries.may_do(visit.viewer, one, visit.at)
    questions = queries.questions_about(visit.viewer, one, visit.today)
    about = {
        "one": one,
        "people": queries.people_of(visit.viewer, one),
        "may": may,
        "learned": queries.learned_of(visit.viewer, one),
        "roles": queries.roles_of(visit.viewer, one, visit.today),
        "questions": questions,
        "leans": named(visit, [some.key for some in questions]),
        "why_no": block(visit, "question") if any(some.state is Asked.NO for some in questions) else None,
        "sayings": care.said_about(visit.viewer, one),
        "waits": [some for some in care.words_waiting(visit.viewer, visit.place) if some.initiative == one]
        if visit.person
        else [],
        "may_say": visit.viewer.may("word.say", visit.place.key),
        **what_it_looks_for(visit, one, may.tend),
    }
    return render(request, "initiatives/initiative.html", about)
