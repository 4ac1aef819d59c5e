"""Questions of initiatives to institutions: what waits, asking, taking one on, answering it, passing it on."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from vuurtoren.initiatives import acts, queries
from vuurtoren.initiatives.models import Question
from vuurtoren.initiatives.queries import QuestionSeen
from vuurtoren.initiatives.rules import term_of
from vuurtoren.journal.models import Moment
from vuurtoren.people.models import Institution
from vuurtoren.people.queries import institutions_of
from vuurtoren.stay.queries import colleagues
from vuurtoren.web import initiative_forms as forms
from vuurtoren.web.initiatives import form_page, of_mine, tap
from vuurtoren.web.paging import searched
from vuurtoren.web.visit import Visit


def questions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What waits for an answer of an institution, for all; and first what waits for me."""
    visit.here = [(visit.t("questions-title"), "")]
    every = queries.questions_of(visit.viewer, visit.place, visit.today)
    mine = [one for one in every if "wait" in one.may]
    others = [one for one in every if one not in mine]
    found = searched(request, others, lambda one: f"{one.initiative.words} {one.words} {one.institution}")
    about = {
        "mine": mine,
        "others": found.some,
        "found": found,
        "debts": queries.debt_of(visit.viewer, visit.place, visit.today),
    }
    return render(request, "initiatives/questions.html", about)


def ask(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Ask an institution for room, or tell it what happens."""
    one = of_mine(visit, public_id)
    known = [some.pk for some in institutions_of(visit.viewer, visit.place)]
    initial = {"kind": request.GET.get("kind", "")}
    form = forms.AskInstitution(
        request.POST or None,
        visit=visit,
        institutions=Institution.objects.filter(pk__in=known).order_by("name"),
        people=colleagues(visit.viewer, visit.place, visit.today),
        initial=initial,
    )

    def deed(given: dict[str, Any]) -> Moment:
        return acts.ask(visit.viewer, one, at=visit.at, **given)

    weeks = {"told": term_of("told").days // 7, "asked": term_of("permission").days // 7}
    intro = visit.t("initiative-ask-intro", **weeks)
    return form_page(request, visit, form, deed, "initiative-ask", one, shown={"intro": intro})


def answer(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The answer, with why."""
    one, seen = _in_hand(visit, public_id, "answer")
    form = forms.AnswerQuestion(request.POST or None, visit=visit, answers=seen.answers)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.answer_question(visit.viewer, one, at=visit.at, **given)

    shown = {"template": "initiatives/answer.html", "question": seen}
    return form_page(request, visit, form, deed, "question-answer", one.initiative, shown=shown)


def give_on(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Ask a colleague, or lay it back with the team."""
    one, _ = _in_hand(visit, public_id, "give")
    people = colleagues(visit.viewer, visit.place, visit.today).filter(institution=one.institution_id)
    form = forms.GiveQuestion(request.POST or None, visit=visit, people=people.exclude(person=one.owner_id))

    def deed(given: dict[str, Any]) -> Moment:
        return acts.give_on(visit.viewer, one, to=given["who"], at=visit.at)

    return form_page(request, visit, form, deed, "question-give", one.initiative)


def take_on(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I take it on, or I do not: each one tap."""
    one, yes = _question(visit, public_id), request.POST.get("answer") != "no"
    return tap(
        request,
        visit,
        one.initiative,
        lambda: acts.take_on(visit.viewer, one, yes=yes, at=visit.at),
        "question-taken-said" if yes else "question-not-taken-said",
    )


def withdraw_question(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Not needed any more: one tap."""
    one = _question(visit, public_id)
    return tap(
        request,
        visit,
        one.initiative,
        lambda: acts.withdraw_question(visit.viewer, one, at=visit.at),
        "question-no-more-said",
    )


def _question(visit: Visit, public_id: str) -> Question:
    found = queries.question_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def _in_hand(visit: Visit, public_id: str, deed: str) -> tuple[Question, QuestionSeen]:
    """A question that this viewer has to do with; others do not get to see its form. That it moved on, the act says."""
    one = _question(visit, public_id)
    seen = queries.question_seen(visit.viewer, one, visit.today)
    side = queries.side_of(visit.viewer, one, visit.today)
    theirs = side.answers if deed == "answer" else side.owns or side.leads
    visit.viewer.must("question.own", visit.place.key, concerned=theirs)
    return one, seen
