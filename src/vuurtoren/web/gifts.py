"""Gifts: what people can, have, know and love. Offer one, find one, change it, take it back."""

from typing import Any

from babel.dates import format_date
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.gifts import acts, queries
from vuurtoren.gifts.models import Gift
from vuurtoren.gifts.rules import KINDS, LASTS, LONGEST_ASKED
from vuurtoren.journal.models import Moment
from vuurtoren.power.queries import visitor
from vuurtoren.tables.queries import whom_i_sat_with
from vuurtoren.web import gift_forms as forms
from vuurtoren.web import introductions, invitations
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.forms import address_sent
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.paging import ON_A_PAGE, page_number
from vuurtoren.web.visit import Visit

EXAMPLES = 6
"""Sentences to begin with, for each kind: `gift-example-hands-1` and on."""


def gifts(request: HttpRequest, visit: Visit) -> HttpResponse:
    """My own gifts, and others' that I may see: a page of them, or those that answer what I look for."""
    visit.here = [(visit.t("nav-gifts"), "")]
    viewer, where = visit.viewer, visit.place
    may_see = viewer.may("gift.see", where.key)
    about: dict[str, Any] = {
        "mine": queries.my_gifts(viewer, where) if viewer.person else [],
        "may_offer": viewer.may("gift.offer", where.key),
        "may_see": may_see,
        "may_introduce": viewer.may("gift.introduce", where.key, concerned=True),
        "introductions": [],
        "invitations": [],
        "led": [],
        "became": (),
        "may_set": False,
        "numbers": same_for_all(
            visit, lambda: queries.in_numbers(visitor(), where, visit.today), "gifts", visit.today
        ),
        "words": request.GET.get("q", "").strip()[:LONGEST_ASKED],
        "longest": LONGEST_ASKED,
        "today": visit.today,
    }
    if viewer.person:
        about |= introductions.of_mine(visit)
        about["invitations"] = invitations.of_mine(visit)
    if may_see:
        about |= _others(request, visit, about["words"])
    return render(request, "gifts/gifts.html", about)


def kinds(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Which kind: head, hands, heart, place, things, network; each with an example."""
    visit.here = [_home(visit), (visit.t("gift-offer"), "")]
    return render(request, "gifts/kinds.html", {"kinds": KINDS})


def offer(request: HttpRequest, visit: Visit, kind: str) -> HttpResponse:
    """A gift in a few words, with examples to begin with: each is a link that fills in the form."""
    if kind not in KINDS:
        raise Http404(kind)
    kinds_page = reverse("gift_kinds", args=[visit.place.slug])
    visit.here = [_home(visit), (visit.t("gift-offer"), kinds_page), (visit.t(f"gift-kind-{kind}"), "")]
    initial = {
        "said": example_asked(request, visit, kind),
        "width": "me",
        "until": visit.today + LASTS,
    }
    form = forms.GiftWords(request.POST or None, visit=visit, initial=initial)
    return page_with_form(
        request,
        "gifts/offer.html",
        form,
        lambda given: acts.offer_gift(
            visit.viewer, visit.place, kind=kind, language=visit.language, at=visit.at, **given
        ),
        then=_home(visit)[1],
        said="gift-offer-said",
        context={"kind": kind, "examples": range(1, EXAMPLES + 1), "back": kinds_page, "of": None},
    )


def change(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Other words, another width, another year."""
    gift = _own(visit, public_id)
    visit.here = [_home(visit), (visit.t("gift-change"), "")]
    until = visit.today + LASTS
    if gift.person.account_id is None:
        until = min(until, queries.yes_until(gift.person, visit.today) or gift.until)
    initial = {"said": gift.words, "width": gift.width, "until": until}
    form = forms.GiftWords if gift.person.account_id else forms.GiftOnPaper
    return page_with_form(
        request,
        "form.html",
        form(request.POST or None, visit=visit, initial=initial),
        lambda given: acts.change_gift(visit.viewer, gift, at=visit.at, **given),
        then=_back(visit, gift),
        said="gift-change-said",
        context={
            "title": visit.t("gift-change"),
            "intro": visit.t(
                "gift-change-intro", day=format_date(gift.until, "d MMMM y", locale=visit.language)
            ),
            "button": visit.t("gift-change-button"),
            "back": _back(visit, gift),
        },
    )


def withdraw(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Gone at once: one tap, looked up within the deed, so that a second tap is the same."""

    def deed() -> Moment:
        return acts.withdraw_gift(visit.viewer, _own(visit, public_id), at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "gift-withdrawn")
        if of := address_sent(request.POST.get("of", "")):
            return redirect("paper_gifts", slug=visit.place.slug, public_id=of)
    return redirect(_home(visit)[1])


def example_asked(request: HttpRequest, visit: Visit, kind: str) -> str:
    """The example that was tapped; nothing where none was."""
    number = request.GET.get("example", "")
    known = {str(one) for one in range(1, EXAMPLES + 1)}
    return visit.t(f"gift-example-{kind}-{number}") if number in known else ""


def _others(request: HttpRequest, visit: Visit, words: str) -> dict[str, Any]:
    """What others offer, as wide as each chose; who sat at a table with me is known to tables only, so it is told here."""
    with_me = whom_i_sat_with(visit.viewer, visit.place, visit.today)
    if words:
        found = queries.gifts_found(visit.viewer, visit.place, words, visit.today, sat_with=with_me)
        return {"others": found, "page": 1, "more": False}
    page = page_number(request)
    first = (page - 1) * ON_A_PAGE
    some = queries.gifts_seen(
        visit.viewer, visit.place, visit.today, sat_with=with_me, first=first, count=ON_A_PAGE + 1
    )
    return {"others": some[:ON_A_PAGE], "page": page, "more": len(some) > ON_A_PAGE}


def _own(visit: Visit, public_id: str) -> Gift:
    found = queries.gift_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def _back(visit: Visit, gift: Gift) -> str:
    """To my own gifts, or to the page of somebody on paper whose gift it is."""
    if gift.person.account_id is not None:
        return _home(visit)[1]
    return reverse("paper_gifts", args=[visit.place.slug, gift.person.public_id])


def _home(visit: Visit) -> tuple[str, str]:
    return visit.t("nav-gifts"), reverse("gifts", args=[visit.place.slug])
