"""Who found somebody by what they have asks them to a coffee table; who is asked says yes, or nothing is told."""

from datetime import datetime
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from vuurtoren.gifts import acts, queries
from vuurtoren.gifts.models import Gift, Invitation
from vuurtoren.gifts.rules import INVITED_AT_MOST
from vuurtoren.journal.models import Moment
from vuurtoren.reflection.queries import who_go_on
from vuurtoren.tables.models import Table
from vuurtoren.tables.queries import coming, meets, table_called, whom_i_sat_with
from vuurtoren.tables.queries.seeing import local
from vuurtoren.tables.series import MeetsOn
from vuurtoren.web import gift_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.visit import Visit

MOST_TO_CHOOSE = 12


def invite(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Come to a table: which one."""
    with_me = whom_i_sat_with(visit.viewer, visit.place, visit.today)
    gift = _gift(visit, public_id, with_me)
    gifts = reverse("gifts", args=[visit.place.slug])
    title = visit.t("invite-title", called=gift.person.called)
    visit.here = [(visit.t("nav-gifts"), gifts), (title, "")]
    near = _near(visit)
    form = forms.ComeToTable(request.POST or None, visit=visit, near=near)
    return page_with_form(
        request,
        "gifts/invite.html",
        form,
        lambda given: acts.invite(visit.viewer, gift, sat_with=with_me, at=visit.at, **given),
        then=gifts,
        said="invite-said",
        context={"title": title, "gift": gift, "near": near, "back": gifts},
    )


def answer(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I come, or not: each one tap."""
    yes = request.POST.get("answer") == "yes"

    def deed() -> Moment:
        found = _invitation(visit, public_id)
        return acts.answer_invitation(visit.viewer, found, yes=yes, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "invited-yes-said" if yes else "invited-no-said")
    return redirect("gifts", slug=visit.place.slug)


def take_back(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I need not ask it any more: one tap."""
    if request.method == "POST":
        do(
            request,
            lambda: acts.take_back_invitation(visit.viewer, _invitation(visit, public_id), at=visit.at),
        )
        tell(request, "invite-taken-back-said")
    return redirect("gifts", slug=visit.place.slug)


def of_mine(visit: Visit) -> list[tuple[str, queries.InvitationSeen, MeetsOn]]:
    """What I asked and am asked, each with what people call the place of the table, and whether it meets that day still; a
    table that ended asks nobody."""
    found = []
    go_on = partial(who_go_on, visit.viewer, visit.place, visit.today)
    for one in queries.my_invitations(visit.viewer, visit.place, visit.today, go_on):
        if table := table_called(visit.viewer, visit.place, one.about):
            found.append((visit.called(table.place), one, meets(visit.viewer, table, one.day)))
    return found


def waiting(visit: Visit) -> list[tuple[str, queries.InvitationSeen, MeetsOn]]:
    """For Today: what I am asked and have not answered."""
    return [some for some in of_mine(visit) if some[1].open] if visit.person else []


def _near(visit: Visit) -> list[tuple[datetime, Table]]:
    """The first tables of the coming weeks that meet and are not over."""
    now = local(visit.at)
    some = coming(visit.viewer, visit.place, visit.today, INVITED_AT_MOST.days)
    return [(met.at, one) for met, one in some if met.at and not met.over(now)][:MOST_TO_CHOOSE]


def _gift(visit: Visit, public_id: str, with_me: Any) -> Gift:
    found = queries.may_invite(visit.viewer, visit.place, public_id, visit.today, sat_with=with_me)
    if found is None:
        raise Http404(public_id)
    return found


def _invitation(visit: Visit, public_id: str) -> Invitation:
    found = queries.invitation_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found
