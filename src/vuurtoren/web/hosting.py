"""A table goes on with another host: asked by who hosts it, or taken over where nobody does."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from vuurtoren.tables import acts, queries
from vuurtoren.web import table_forms as forms
from vuurtoren.web.deeds import do, tell
from vuurtoren.web.tables import address_of, back_from_table, form_page, own_table, table_here
from vuurtoren.web.visit import Visit


def hand_on(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Would you take this table over? Somebody who sat at it."""
    one = own_table(visit, public_id)
    people = queries.whom_i_may_offer(visit.viewer, one, visit.at)
    form = forms.HandOn(request.POST or None, visit=visit, people=people)
    about = {} if form.is_bound or people.exists() else {"intro": visit.t("table-hand-nobody"), "button": ""}
    return form_page(
        request,
        visit,
        form,
        lambda given: acts.offer_table(visit.viewer, one, to=given["to"], at=visit.at),
        "table-hand",
        one,
        **about,
    )


def answer(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Will I be the host? Each one tap."""
    one, yes = table_here(visit, public_id), request.POST.get("answer") == "yes"
    if request.method == "POST":
        do(request, lambda: acts.answer_offer(visit.viewer, one, yes=yes, at=visit.at))
        tell(request, "table-offered-yes-said" if yes else "table-offered-no-said")
    return redirect(back_from_table(request, visit))


def take_over(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Nobody hosts it, and I sat there: one tap."""
    one = table_here(visit, public_id)
    if request.method == "POST":
        do(request, lambda: acts.take_over(visit.viewer, one, at=visit.at))
        tell(request, "table-taken-over-said")
    return redirect(address_of(visit, one))
