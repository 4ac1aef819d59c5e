"""Promises: what is open and since when, for all; and for who is in one, what they can do with it."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.journal.models import Moment
from vuurtoren.power.queries import visitor
from vuurtoren.stay import acts, queries
from vuurtoren.stay.models import Promise
from vuurtoren.stay.queries.promises import ON_A_PAGE
from vuurtoren.stay.rules import TOLD_WITHIN
from vuurtoren.web import stay_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.for_all import part_for_all
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.paging import page_number
from vuurtoren.web.visit import Visit

A_MONTH = timedelta(days=30)


def promises(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What institutions owe the neighbourhood, without anybody's name; and first what concerns me."""
    visit.here = [(visit.t("promises-title"), "")]
    viewer, where = visit.viewer, visit.place
    mine = queries.my_promises(viewer, where, visit.today) if visit.person else []
    about = {
        "mine": mine,
        "owed": _owed(visit, page_number(request), {one.public_id for one in mine}),
        "may_make": viewer.may("promise.make", where.key),
        "may_ask": viewer.may("promise.ask", where.key),
    }
    return render(request, "stay/promises.html", about)


def _owed(visit: Visit, page: int, above: set[str]) -> str:
    """A page of what is open and what is over, but for what this reader has `above` it."""
    anybody, where, today = visitor(visit.language), visit.place, visit.today
    first, count = (page - 1) * ON_A_PAGE, ON_A_PAGE + 1
    found = same_for_all(
        visit,
        lambda: (
            queries.promises_of(anybody, where, today, first=first, count=count),
            queries.promises_over(anybody, where, today),
        ),
        "promises",
        page,
    )
    hidden = tuple(one.public_id for some in found for one in some if one.public_id in above)
    owed, over = ([one for one in some if one.public_id not in hidden] for some in found)
    about = {
        "open": owed[:ON_A_PAGE],
        "over": over,
        "page": page,
        "more": len(found[0]) > ON_A_PAGE,
        "mine": bool(above),
    }
    return part_for_all(visit, "stay/owed.html", lambda _: about, page, bool(above), hidden)


def promise(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One promise, and what I can do with it."""
    one = _promise(visit, public_id)
    seen = queries.promise_seen(visit.viewer, one, visit.today)
    if seen is None:
        raise Http404(public_id)
    visit.here = [*_way(visit), (visit.t("promise-title"), "")]
    return render(request, "stay/promise.html", {"one": seen})


def make_promise(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A professional promises something."""
    initial = {"to": "all", "due": visit.today + A_MONTH}
    form = forms.MakePromise(request.POST or None, visit=visit, initial=initial)

    def deed(given: dict[str, Any]) -> Moment:
        to_all = given.pop("to") == "all"
        return acts.make_promise(visit.viewer, visit.place, to_all=to_all, at=visit.at, **given)

    return _form(request, visit, form, deed, "promise-make")


def say_promised(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A neighbour writes down what a professional promised them."""
    people = queries.who_work_here(visit.viewer, visit.place, visit.today - TOLD_WITHIN)
    initial = {"due": visit.today + A_MONTH}
    form = forms.SayPromised(request.POST or None, visit=visit, people=people, initial=initial)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.say_promised(visit.viewer, given.pop("who"), at=visit.at, **given)

    return _form(request, visit, form, deed, "promise-said")


def answer_promise(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Did I promise that? Do I take it over? Each one tap."""
    one, yes = _promise(visit, public_id), request.POST.get("answer") == "yes"
    return _tap(
        request,
        visit,
        one,
        lambda: acts.answer_promise(visit.viewer, one, yes=yes, at=visit.at),
        "promise-yes-said" if yes else "promise-no-said",
    )


def promise_kept(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """It is done; or, says who it was promised to, or the owner within a week: not yet. Each one tap."""
    one, kept = _promise(visit, public_id), request.POST.get("answer") != "no"
    return _tap(
        request,
        visit,
        one,
        lambda: acts.say_kept(visit.viewer, one, kept=kept, at=visit.at),
        "promise-kept-said" if kept else "promise-reopened-said",
    )


def take_back_promise(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What I wrote down goes: one tap. It is looked up within the deed, since after it there is nothing to find."""

    def deed() -> Moment:
        return acts.take_back_promise(visit.viewer, _promise(visit, public_id), at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "promise-taken-back")
    return redirect("promises", slug=visit.place.slug)


def pass_on(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Ask a colleague to take it over."""
    one = _may(visit, public_id, "pass_on")
    people = queries.colleagues(visit.viewer, visit.place, visit.today, of=one.institution)
    people = people.exclude(person=one.owner_id)
    form = forms.PassOn(request.POST or None, visit=visit, people=people)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.ask_over(visit.viewer, one, work=given["who"], at=visit.at)

    intro = "" if people.exists() else "promise-pass-none"
    return _form(request, visit, form, deed, "promise-pass", one, intro)


def ask_no_more(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The colleague is not asked any more: one tap."""
    one = _promise(visit, public_id)
    return _tap(
        request,
        visit,
        one,
        lambda: acts.ask_no_more(visit.viewer, one, at=visit.at),
        "promise-pass-back-said",
    )


def wont(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """It will not happen, and why."""
    one = _may(visit, public_id, "end")
    reaches = one.to_all or one.to_id is not None
    form = forms.Wont(request.POST or None, visit=visit, reaches=reaches)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.wont_happen(visit.viewer, one, at=visit.at, **given)

    intro = "promise-wont-intro" if reaches else "promise-wont-tell-them"
    return _form(request, visit, form, deed, "promise-wont", one, intro)


def after_all(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """It happens after all: one tap, within a week."""
    one = _promise(visit, public_id)
    return _tap(
        request,
        visit,
        one,
        lambda: acts.happens_after_all(visit.viewer, one, at=visit.at),
        "promise-reopened-said",
    )


def _promise(visit: Visit, public_id: str) -> Promise:
    found = queries.promise_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def _may(visit: Visit, public_id: str, deed: str) -> Promise:
    """A promise with which one may do this; others do not get to see its form. One that moved on is told by the act."""
    one = _promise(visit, public_id)
    seen = queries.promise_seen(visit.viewer, one, visit.today)
    tends = seen is not None and (deed in seen.may or (one.state != "open" and bool(seen.owner)))
    visit.viewer.must("promise.own", visit.place.key, concerned=tends)
    return one


def _tap(request: HttpRequest, visit: Visit, one: Promise, deed: Any, said: str) -> HttpResponse:
    if request.method == "POST":
        do(request, deed)
        tell(request, said)
    return redirect("promise", slug=visit.place.slug, public_id=one.public_id)


def _form(
    request: HttpRequest,
    visit: Visit,
    form: Any,
    deed: Any,
    title: str,
    one: Promise | None = None,
    intro: str = "",
) -> HttpResponse:
    way = _way(visit, one)
    visit.here = [*way, (visit.t(title), "")]
    context = {
        "title": visit.t(title),
        "intro": visit.t(intro or f"{title}-intro"),
        "button": visit.t(f"{title}-button"),
        "back": way[-1][1],
    }
    return page_with_form(
        request, "form.html", form, deed, then=way[-1][1], said=f"{title}-done", context=context
    )


def _way(visit: Visit, one: Promise | None = None) -> list[tuple[str, str]]:
    way = [(visit.t("promises-title"), reverse("promises", args=[visit.place.slug]))]
    if one:
        way.append((visit.t("promise-title"), reverse("promise", args=[visit.place.slug, one.public_id])))
    return way
