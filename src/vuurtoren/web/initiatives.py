"""Initiatives: the list, starting one in a minute, joining, leaving, and how it goes."""

from collections.abc import Callable
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.initiatives import acts, queries
from vuurtoren.initiatives.models import Initiative
from vuurtoren.journal.models import Moment
from vuurtoren.places.queries import place_called
from vuurtoren.power.queries import visitor
from vuurtoren.web import initiative_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.for_all import made_for_all, part_for_all
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.paging import ON_A_PAGE, page_number
from vuurtoren.web.visit import Visit

LONGEST_ASKED = 60


def initiatives(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A page of what residents started; `q` searches, `show` narrows."""
    visit.here = [(visit.t("nav-initiatives"), "")]
    words = request.GET.get("q", "").strip()[:LONGEST_ASKED]
    show = request.GET.get("show", "")
    show = show if show in queries.SHOWS else ""
    page = page_number(request)

    def about(anybody: Any) -> dict[str, Any]:
        first = (page - 1) * ON_A_PAGE
        some = queries.initiatives_of(
            anybody, visit.place, words=words, show=show, first=first, count=ON_A_PAGE + 1
        )
        more = len(some) > ON_A_PAGE
        return {"some": some[:ON_A_PAGE], "page": page, "more": more, "words": words, "show": show}

    template = "initiatives/found.html"
    found = (
        made_for_all(visit, template, about) if words else part_for_all(visit, template, about, page, show)
    )
    mine = list(queries.my_initiatives(visit.viewer, visit.place)) if visit.person else []
    shows = ("", *queries.SHOWS)
    vacant = same_for_all(
        visit, lambda: queries.vacancies(visitor(), visit.place, visit.today), "vacancies", visit.today
    )
    about_me = {
        "mine": mine,
        "vacant": vacant,
        "may_start": visit.viewer.may("initiative.start", visit.place.key),
    }
    return render(
        request,
        "initiatives/initiatives.html",
        {"found": found, "words": words, "show": show, "shows": shows, **about_me},
    )


def start(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Start something: a few words are enough, and it is there for everybody. `at`: the street one comes from."""
    initial = {"wants_people": True, "state": "idea", "place": _from(visit, request.GET.get("at", ""))}
    form = forms.StartInitiative(request.POST or None, visit=visit, initial=initial)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.start(visit.viewer, visit.place, at=visit.at, **given)

    def started(done: Moment) -> str:
        made = queries.initiative_keyed(visit.viewer, visit.place, done.about) if done.about else None
        return address(visit, made) if made else reverse("initiatives", args=[visit.place.slug])

    return form_page(request, visit, form, deed, "initiative-start", then=started)


def _from(visit: Visit, public_id: str) -> int | None:
    is_one = public_id and public_id.isprintable()
    place = place_called(visitor(visit.language), visit.place, public_id) if is_one else None
    return place.pk if place and place.gone_at is None else None


def reword(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Other words, another place."""
    one = of_mine(visit, public_id)
    initial = {"what": one.words, "more": one.more, "place": one.place_id, "wants_people": one.wants_people}
    form = forms.InitiativeWords(request.POST or None, visit=visit, initial=initial)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.reword(visit.viewer, one, at=visit.at, **given)

    return form_page(request, visit, form, deed, "initiative-words", one)


def move(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """How it goes, and what was learned."""
    one = of_mine(visit, public_id)
    may = queries.may_do(visit.viewer, one, visit.at)
    initial = {"seen_by": "people", "turn": request.GET.get("turn", "")}
    form = forms.HowItGoes(request.POST or None, visit=visit, turns=may.turns, initial=initial)

    def deed(given: dict[str, Any]) -> Moment:
        return acts.turn_to(visit.viewer, one, at=visit.at, **given)

    return form_page(request, visit, form, deed, "initiative-goes", one)


def join(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I am in: one tap."""
    one = called(visit, public_id)
    return tap(
        request, visit, one, lambda: acts.join_in(visit.viewer, one, at=visit.at), "initiative-joined-said"
    )


def leave(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I step out: one tap."""
    one = called(visit, public_id)
    return tap(
        request, visit, one, lambda: acts.step_out(visit.viewer, one, at=visit.at), "initiative-left-said"
    )


def move_back(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """That was a slip: one tap."""
    one = called(visit, public_id)
    return tap(
        request, visit, one, lambda: acts.turn_back(visit.viewer, one, at=visit.at), "initiative-undone-said"
    )


def take_back(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Started by mistake: one tap, and nothing of it stays. It is looked up within the deed."""

    def deed() -> Moment:
        return acts.unstart(visit.viewer, called(visit, public_id), at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "initiative-taken-back")
    return redirect("initiatives", slug=visit.place.slug)


def called(visit: Visit, public_id: str) -> Initiative:
    """The initiative in the address."""
    found = queries.initiative_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def of_mine(visit: Visit, public_id: str) -> Initiative:
    """One that the viewer is in; others do not get to see its forms."""
    one = called(visit, public_id)
    visit.viewer.must("initiative.tend", visit.place.key, concerned=queries.is_in(visit.viewer, one))
    return one


def name_of(visit: Visit, one: Initiative) -> str:
    """Its words, or where those are gone something to call it by."""
    return one.words or visit.t("initiative-no-words")


def address(visit: Visit, one: Initiative) -> str:
    """Where its page is."""
    return reverse("initiative", args=[visit.place.slug, one.public_id])


def way(visit: Visit, one: Initiative | None = None, title: str = "") -> list[tuple[str, str]]:
    """Where one is: the list, an initiative, and what one does with it."""
    found = [(visit.t("nav-initiatives"), reverse("initiatives", args=[visit.place.slug]))]
    if one:
        found.append((name_of(visit, one), address(visit, one) if title else ""))
    return [*found, (visit.t(title), "")] if title else found


def tap(request: HttpRequest, visit: Visit, one: Initiative, deed: Any, said: str) -> HttpResponse:
    """A deed of one tap about an initiative, and back to its page."""
    if request.method == "POST":
        do(request, deed)
        tell(request, said)
    return redirect(address(visit, one))


def form_page(
    request: HttpRequest,
    visit: Visit,
    form: Any,
    deed: Any,
    title: str,
    one: Initiative | None = None,
    *,
    then: Callable[[Moment], str] | None = None,
    shown: dict[str, Any] | None = None,
) -> HttpResponse:
    """A form about an initiative, or about a new one; afterwards back to it, or to `then`. `shown`: what its page shows
    otherwise, and on which `template`."""
    back = address(visit, one) if one else reverse("initiatives", args=[visit.place.slug])
    visit.here = way(visit, one, title)
    context = {
        "title": visit.t(title),
        "intro": visit.t(f"{title}-intro"),
        "button": visit.t(f"{title}-button"),
        "back": back,
        "template": "form.html",
        **(shown or {}),
    }
    return page_with_form(
        request, context["template"], form, deed, then=then or back, said=f"{title}-said", context=context
    )
