"""Roles in an initiative: made, claimed, offered and passed on; and the answer to 'how is it going?'."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from vuurtoren.initiatives import acts, queries
from vuurtoren.initiatives.models import Role
from vuurtoren.initiatives.rules import Pass
from vuurtoren.journal.models import Moment
from vuurtoren.web import initiative_forms as forms
from vuurtoren.web.deeds import do, tell
from vuurtoren.web.initiatives import address, called, form_page, of_mine, tap
from vuurtoren.web.visit import Visit

WEEKS = 4


def make_role(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A role with a name: mine, or open."""
    one = of_mine(visit, public_id)
    form = forms.MakeRole(request.POST or None, visit=visit, initial={"whose": "mine"})

    def deed(given: dict[str, Any]) -> Moment:
        mine = given["whose"] == "mine"
        return acts.make_role(visit.viewer, one, name=given["name"], mine=mine, at=visit.at)

    return form_page(request, visit, form, deed, "role-in", one)


def offer(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Offer my role to somebody else in it. That it moved on, the act says."""
    role = _role(visit, public_id)
    one = role.initiative
    visit.viewer.must("initiative.tend", visit.place.key, concerned=queries.is_in(visit.viewer, one))
    form = forms.OfferRole(
        request.POST or None,
        visit=visit,
        people=queries.whom_to_offer(visit.viewer, one),
        initial={"weeks": WEEKS},
    )

    def deed(given: dict[str, Any]) -> Moment:
        return acts.offer_on(visit.viewer, role, to=given["who"], weeks=given["weeks"], at=visit.at)

    return form_page(request, visit, form, deed, "role-on", one)


def claim(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I take up what nobody has: one tap."""
    role = _role(visit, public_id)
    return tap(
        request,
        visit,
        role.initiative,
        lambda: acts.claim_role(visit.viewer, role, at=visit.at),
        "role-in-claimed-said",
    )


def pass_on(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Yes, no, back, done, laid down: each one tap."""
    role, turn = _role(visit, public_id), request.POST.get("turn", "")
    said = {
        Pass.ACCEPT: "role-in-accepted-said",
        Pass.FINISH: "role-in-finished-said",
        Pass.LAY_DOWN: "role-in-laid-down-said",
    }
    return tap(
        request,
        visit,
        role.initiative,
        lambda: acts.pass_role(visit.viewer, role, turn=turn, at=visit.at),
        next((words for one, words in said.items() if one == turn), "role-in-answered-said"),
    )


def drop(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A role that nobody has is not needed any more: one tap, looked up within the deed, so that a second is the same."""

    def deed() -> Moment:
        return acts.drop_role(visit.viewer, _role(visit, public_id), at=visit.at)

    now = queries.role_called(visit.viewer, visit.place, public_id)
    to = address(visit, now.initiative) if now else reverse("initiatives", args=[visit.place.slug])
    if request.method == "POST":
        do(request, deed)
        tell(request, "role-in-dropped-said")
    return redirect(to)


def still_doing(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """It goes on: one tap."""
    one = called(visit, public_id)
    return tap(
        request, visit, one, lambda: acts.still_doing(visit.viewer, one, at=visit.at), "today-going-said"
    )


def _role(visit: Visit, public_id: str) -> Role:
    found = queries.role_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found
