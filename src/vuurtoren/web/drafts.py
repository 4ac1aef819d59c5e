"""The draft of a challenge for more neighbours: a link to read it by, and asking to write along."""

from datetime import timedelta
from functools import partial
from typing import Any

import segno
from django import forms as django_forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.care import acts
from vuurtoren.care import queries as care
from vuurtoren.care.models import Dossier
from vuurtoren.care.queries import DraftShared
from vuurtoren.care.rules import LITTER, QUESTIONS
from vuurtoren.care.together import LINK_LASTS, LINK_LASTS_AT_MOST, WIDTHS
from vuurtoren.journal.models import Moment
from vuurtoren.web import forms
from vuurtoren.web.codes import link_code, link_meant
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.spots import Spot, spot
from vuurtoren.web.terms import asks
from vuurtoren.web.visit import Visit


class Share(forms.Worded):
    """Until which day the link holds, and who reads by it; the narrowest is chosen until somebody chooses otherwise."""

    words = "draft-link"
    until = django_forms.DateField(widget=django_forms.DateInput(attrs={"type": "date"}))
    width = django_forms.ChoiceField(widget=django_forms.RadioSelect, initial=WIDTHS[0])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("width", WIDTHS)


def share(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """A link to the draft: for who writes it. It can be seen here again, and withdrawn, as long as it holds."""
    here = spot(visit, public_id, kind, "share-title")
    seen = care.dossier_at(visit.viewer, here.place, here.code)
    link = seen.link if seen and seen.link and seen.link.until >= visit.today else None
    address = _address(request, visit, link.public_id) if link else ""
    return page_with_form(
        request,
        "agreement/share.html",
        Share(request.POST or None, visit=visit, initial={"until": visit.today + LINK_LASTS}),
        lambda given: acts.share_dossier(visit.viewer, here.place, kind=here.code, at=visit.at, **given),
        then=here.to("share_dossier"),
        said="share-made",
        context={
            "link": link,
            "address": address,
            "code": segno.make(address, error="m").svg_data_uri(
                scale=6, border=3, light="#fff", omitsize=True
            )
            if address
            else "",
            "name": here.name,
            "back": here.to("dossier"),
            "weeks": LINK_LASTS_AT_MOST // timedelta(weeks=1),
            "may": bool(seen and seen.dossier and seen.i_may_write),
        },
    )


def end_link(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The link is withdrawn. One tap."""
    link = care.link_called(visit.viewer, visit.place, public_id)

    def deed() -> Moment:
        if link is None:  # asked within the deed: a second tap gets the answer of the first
            raise Http404(public_id)
        return acts.end_dossier_link(visit.viewer, link, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "share-ended")
    return redirect(
        _of(visit, link.dossier).to("dossier") if link else reverse("me", args=[visit.place.slug])
    )


def draft(request: HttpRequest, visit: Visit, code: str) -> HttpResponse:
    """The draft as it is now, for who has the link. No cache and no search engine keeps it."""
    shared = _shared(visit, code)
    here = _of(visit, shared.link.dossier)
    about = {"shared": shared, "questions": tuple(QUESTIONS), "name": here.name, "code": code, "to": here.to}
    about["asks"] = partial(asks, visit, kind=here.kind)
    answer = render(request, "agreement/draft_shared.html", about)
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["X-Robots-Tag"] = "noindex"
    return answer


def ask(request: HttpRequest, visit: Visit, code: str) -> HttpResponse:
    """I want to write along. One tap, after signing in."""
    shared = _shared(visit, code)
    if request.method == "POST":
        do(request, lambda: acts.ask_to_write(visit.viewer, shared.link, at=visit.at))
        tell(request, "share-asked")
    return redirect("shared_draft", visit.place.slug, code)


def answer(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Those who write a draft let somebody in, or not. One tap; who was let in stops by the same door."""
    asked = care.writer_called(visit.viewer, visit.place, public_id)
    if asked is None:
        raise Http404(public_id)
    if request.method == "POST":
        yes = request.POST.get("answer") == "yes"
        do(request, lambda: acts.answer_writer(visit.viewer, asked, yes=yes, at=visit.at))
        tell(request, "share-let-in" if yes else "share-not-let-in")
    return redirect(_of(visit, asked.dossier).to("dossier"))


def _shared(visit: Visit, code: str) -> DraftShared:
    meant = link_meant(code)
    found = care.draft_by_link(visit.viewer, visit.place, meant, visit.today) if meant else None
    if found is None:
        raise Http404(code)
    return found


def _address(request: HttpRequest, visit: Visit, public_id: str) -> str:
    return request.build_absolute_uri(reverse("shared_draft", args=[visit.place.slug, link_code(public_id)]))


def _of(visit: Visit, dossier: Dossier) -> Spot:
    """Where a draft is: its place and its kind of task."""
    task = dossier.task
    return Spot(visit, task.place, None if task.kind.is_litter else task.kind)
