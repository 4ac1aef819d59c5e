"""Beside principles: exceptions, rules that made room for one and what happened after, and who may be talked to."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.journal.models import Moment
from vuurtoren.light import acts, queries
from vuurtoren.web import principle_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.principles import address, called, form_page, way
from vuurtoren.web.visit import Visit


def make(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """An exception to a principle: why, for whom, until when."""
    one = called(visit, public_id)
    form = forms.Except(request.POST or None, visit=visit, principle=one)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.make_exception(visit.viewer, one, at=visit.at, **given)

    return form_page(request, visit, form, deed, "exception-make", one)


def end(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Not needed any more: one tap."""
    found = queries.excepted_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    if request.method == "POST":
        do(request, lambda: acts.end_exception(visit.viewer, found, at=visit.at))
        tell(request, "exception-ended-said")
    return redirect(address(visit, found.principle))


def replaced(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Rules that made room for a principle, and what happened after."""
    visit.here = way(visit, title="replaced-title")
    about = {
        "rules": queries.rules_replaced(visit.viewer, visit.place),
        "may_tell": visit.viewer.may("principle.propose", visit.place.key),
    }
    return render(request, "principles/replaced.html", about)


def keep_rule(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A rule that made room for this principle."""
    one = called(visit, public_id)
    form = forms.KeepRule(request.POST or None, visit=visit, initial={"replaced_on": visit.today})

    def deed(given: dict[str, Any]) -> Moment:
        return acts.keep_rule(visit.viewer, one, at=visit.at, **given)

    return form_page(request, visit, form, deed, "rule-keep", one)


def tell_after(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What happened after."""
    rule = queries.rule_called(visit.viewer, visit.place, public_id)
    if rule is None:
        raise Http404(public_id)
    back = reverse("replaced_rules", args=[visit.place.slug])
    visit.here = [*way(visit, title="replaced-title")[:-1], (visit.t("replaced-title"), back)]
    visit.here.append((visit.t("after-tell"), ""))
    return page_with_form(
        request,
        "form.html",
        forms.TellAfter(request.POST or None, visit=visit),
        lambda given: acts.tell_after(visit.viewer, rule, words=given["what"], at=visit.at),
        then=back,
        said="after-tell-said",
        context={
            "title": visit.t("after-tell"),
            "intro": visit.t("after-tell-intro", rule=rule.rule or visit.t("rule-no-words")),
            "button": visit.t("after-tell-button"),
            "back": back,
        },
    )


def be_found(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Name me where the house says no, and where I am found; or no more, in one tap."""
    now = queries.i_am_found(visit.viewer, visit.place)
    if request.method == "POST" and request.POST.get("answer") == "no":
        do(request, lambda: acts.be_found(visit.viewer, visit.place, yes=False, at=visit.at))
        tell(request, "be-found-no-said")
        return redirect(address(visit))
    visit.here = way(visit, title="be-found")
    form = forms.BeFound(request.POST or None, visit=visit, initial={"found": now.found if now else ""})
    return page_with_form(
        request,
        "principles/found.html",
        form,
        lambda given: acts.be_found(visit.viewer, visit.place, yes=True, at=visit.at, **given),
        then=address(visit),
        said="be-found-said",
        context={"now": now, "back": address(visit)},
    )
