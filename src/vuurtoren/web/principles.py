"""Principles of the neighbourhood: the list, one of them, proposing, saying yes, laying to rest, looking again."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.journal.models import Moment
from vuurtoren.light import acts, queries
from vuurtoren.light.models import Principle
from vuurtoren.light.rules import Text
from vuurtoren.web import principle_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.leaning import decisions, named
from vuurtoren.web.paging import searched
from vuurtoren.web.visit import Visit

LOOK_AGAIN_AFTER = timedelta(days=365)
"""What the form proposes; the neighbourhood chooses its own day."""


def principles(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What we hold to here, what is proposed, and what rests."""
    visit.here = way(visit)
    every = queries.principles_of(visit.viewer, visit.place, visit.today)
    found = searched(request, every, lambda one: one.words)
    about = {
        "some": found.some,
        "found": found,
        "rest": queries.principles_of(visit.viewer, visit.place, visit.today, rest=True),
        "proposed": queries.proposed_here(visit.viewer, visit.place),
        "may_propose": visit.viewer.may("principle.propose", visit.place.key),
        "may_be_found": visit.viewer.may("talk.be_found", visit.place.key),
        "i_am_found": queries.i_am_found(visit.viewer, visit.place),
    }
    return render(request, "principles/principles.html", about)


def principle(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One principle: what it says and why, its versions, exceptions, and what leans on it. Prints on its own."""
    one = called(visit, public_id)
    visit.here = way(visit, one)
    may = visit.viewer.may
    where = visit.place.key
    exceptions = queries.exceptions_to(visit.viewer, one, visit.today)
    about = {
        "one": queries.principle_seen(visit.viewer, one, visit.today),
        "versions": queries.versions_of(visit.viewer, one),
        "exceptions": exceptions,
        "named": named(visit, [some.excepted.key for some in exceptions]),
        "decisions": decisions(visit, queries.leanings_of(visit.viewer, one)),
        "proposed": queries.proposed_here(visit.viewer, visit.place, one),
        "may_propose": may("principle.propose", where),
        "may_tend": may("principle.tend", where),
        "may_except": may("exception.make", where),
        "may_set": may("table.set", where),
    }
    return render(request, "principles/principle.html", about)


def propose(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Propose a principle. Two people adopt it."""
    about = request.GET.get("about", "any")
    initial = {"about": about, "look_again_on": visit.today + LOOK_AGAIN_AFTER}
    form = forms.Propose(request.POST or None, visit=visit, initial=initial)
    return form_page(request, visit, form, lambda given: _proposed(visit, given), "principle-propose")


def reword(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Propose other words for a principle; its words of now hold until two said yes."""
    one = called(visit, public_id)
    now = queries.principle_seen(visit.viewer, one, visit.today).version
    initial = {
        "says": now.words,
        "why": now.why,
        "fits": now.fits,
        "fits_not": now.fits_not,
        "about": one.about,
        "look_again_on": visit.today + LOOK_AGAIN_AFTER,
    }
    form = forms.Propose(request.POST or None, visit=visit, initial=initial)
    return form_page(
        request, visit, form, lambda given: _proposed(visit, given, one), "principle-reword", one
    )


def rest(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Propose that it is laid to rest: one tap, and two yeses after it."""
    one = called(visit, public_id)
    if request.method == "POST":
        do(request, lambda: acts.propose_rest(visit.viewer, one, at=visit.at))
        tell(request, "principle-propose-said")
    return redirect(address(visit, one))


def look_again(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """It still fits; the next day to look."""
    one = called(visit, public_id)
    initial = {"look_again_on": visit.today + LOOK_AGAIN_AFTER}
    form = forms.LookAgain(request.POST or None, visit=visit, initial=initial)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.look_again(visit.viewer, one, at=visit.at, **given)

    return form_page(request, visit, form, deed, "principle-look-again", one)


def adopt(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Yes to what is proposed: the first one, or the second."""
    return _decide(request, visit, public_id, acts.adopt_principle, "principle-yes-said")


def drop(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Take one's own proposal back, or say no to another's."""
    return _decide(request, visit, public_id, acts.drop_principle, "principle-dropped-said")


def called(visit: Visit, public_id: str) -> Principle:
    """The principle in the address."""
    found = queries.principle_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def address(visit: Visit, one: Principle | None = None) -> str:
    """Where its page is, or the list."""
    if one is None:
        return reverse("principles", args=[visit.place.slug])
    return reverse("principle", args=[visit.place.slug, one.public_id])


def way(visit: Visit, one: Principle | None = None, title: str = "") -> list[tuple[str, str]]:
    """Where one is: the lighthouse, the list, a principle, and what one does with it."""
    found = [
        (visit.t("nav-light"), reverse("light", args=[visit.place.slug])),
        (visit.t("principles-title"), address(visit) if one or title else ""),
    ]
    if one:
        found.append((visit.t("principle-one"), address(visit, one) if title else ""))
    return [*found, (visit.t(title), "")] if title else found


def form_page(
    request: HttpRequest, visit: Visit, form: Any, deed: Any, title: str, one: Principle | None = None
) -> HttpResponse:
    """A form about a principle, or about a new one; afterwards back to it."""
    back = address(visit, one)
    visit.here = way(visit, one, title)
    context = {
        "title": visit.t(title),
        "intro": visit.t(f"{title}-intro"),
        "button": visit.t(f"{title}-button"),
        "back": back,
    }
    return page_with_form(request, "form.html", form, deed, then=back, said=f"{title}-said", context=context)


def _proposed(visit: Visit, given: dict[str, Any], one: Principle | None = None) -> Moment:
    return acts.propose_principle(
        visit.viewer,
        visit.place,
        text=Text(given["says"], given["why"], given["fits"], given["fits_not"]),
        about=given["about"],
        look_again_on=given["look_again_on"],
        principle=one,
        at=visit.at,
    )


def _decide(
    request: HttpRequest, visit: Visit, public_id: str, act: Callable[..., Moment], said: str
) -> HttpResponse:
    """One tap on a proposal; looked up within the deed, so that a yes sent twice is a yes once and no missing page."""

    def deed() -> Moment:
        found = queries.proposed_called(visit.viewer, visit.place, public_id)
        if found is None:
            raise Http404(public_id)
        return act(visit.viewer, found, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, said)
    return redirect(address(visit))
