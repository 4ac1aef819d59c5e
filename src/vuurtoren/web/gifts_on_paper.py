"""Gifts of people without an account: a host or builder writes them down, and a code on paper takes them back."""

import segno
from allauth.core.ratelimit import consume
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.gifts import acts, queries
from vuurtoren.gifts.rules import KINDS, LASTS
from vuurtoren.people.models import Person
from vuurtoren.people.queries import person_seen_by
from vuurtoren.web import gift_forms as forms
from vuurtoren.web import introductions
from vuurtoren.web.codes import hashed, paper_code
from vuurtoren.web.deeds import do, page_with_form
from vuurtoren.web.environment import words_of
from vuurtoren.web.gifts import EXAMPLES, example_asked
from vuurtoren.web.sign_in import too_often
from vuurtoren.web.visit import Visit


def gifts_of(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What somebody on paper has, knows and loves; write another one down, change one, print the slip."""
    person = _on_paper(visit, public_id)
    visit.here = [*_way(visit), (person.called, "")]
    about = {
        "person": person,
        "kinds": KINDS,
        "today": visit.today,
        "yes_until": queries.yes_until(person, visit.today),
        "gifts": queries.gifts_on_paper(visit.viewer, visit.place, person),
        **introductions.of_paper(visit, person),
    }
    return render(request, "gifts/on_paper.html", about)


def enter(request: HttpRequest, visit: Visit, public_id: str, kind: str) -> HttpResponse:
    """A gift of somebody on paper, in a few words; it holds no longer than their yes."""
    person = _on_paper(visit, public_id)
    if kind not in KINDS:
        raise Http404(kind)
    back = _to(visit, person)
    visit.here = [*_way(visit), (person.called, back), (visit.t(f"gift-kind-{kind}"), "")]
    ends = queries.yes_until(person, visit.today) or visit.today
    initial = {
        "said": example_asked(request, visit, kind),
        "width": "me",
        "until": min(ends, visit.today + LASTS),
    }
    return page_with_form(
        request,
        "gifts/offer.html",
        forms.GiftOnPaper(request.POST or None, visit=visit, initial=initial),
        lambda given: acts.enter_gift(
            visit.viewer, visit.place, person, kind=kind, language=visit.language, at=visit.at, **given
        ),
        then=back,
        said="gift-entered-said",
        context={"kind": kind, "examples": range(1, EXAMPLES + 1), "back": back, "of": person},
    )


def slip(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A slip of paper with a new code. It is kept as a hash only; the page after the form works it out again from the key
    of that form, for as long as it is the code that holds."""
    person = _on_paper(visit, public_id)
    if request.method == "POST":
        key = request.POST.get("key", "")
        kept = hashed(paper_code(key))
        do(request, lambda: acts.give_code(visit.viewer, visit.place, person, code_hash=kept, at=visit.at))
        return redirect(f"{request.path}?of={key}")
    code = paper_code(request.GET.get("of", ""))
    if not queries.is_their_code(visit.viewer, visit.place, person, hashed(code)):
        return redirect(_to(visit, person))
    visit.here = [*_way(visit), (person.called, _to(visit, person)), (visit.t("gift-slip"), "")]
    link = request.build_absolute_uri(reverse("gift_code", args=[visit.place.slug]))
    picture = segno.make(link, error="m").svg_data_uri(scale=6, border=3, light="#fff", omitsize=True)
    about = {
        "person": person,
        "code": code,
        "link": link,
        "picture": picture,
        "gifts": queries.gifts_on_paper(visit.viewer, visit.place, person),
        "theirs": words_of(person.language),
    }
    return render(request, "gifts/slip.html", about)


def by_code(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Whoever has a slip types its code, without an account: their gifts are gone. Few codes may be tried."""
    visit.here = [
        (visit.t("nav-gifts"), reverse("gifts", args=[visit.place.slug])),
        (visit.t("gift-code"), ""),
    ]
    form = forms.CodeOnPaper(request.POST or None, visit=visit)
    if form.is_bound and form.is_valid() and not consume(request, action="gift_code", key=visit.place.slug):
        return too_often(request)
    return page_with_form(
        request,
        "form.html",
        form,
        lambda given: acts.withdraw_by_code(visit.place, code_hash=hashed(given["code"]), at=visit.at),
        then=reverse("gift_code", args=[visit.place.slug]),
        said="gift-code-said",
        context={
            "title": visit.t("gift-code"),
            "intro": visit.t("gift-code-intro"),
            "button": visit.t("gift-code-button"),
            "back": reverse("gifts", args=[visit.place.slug]),
        },
    )


def _on_paper(visit: Visit, public_id: str) -> Person:
    found = person_seen_by(visit.viewer, public_id, visit.place)
    if found is None or found.account_id is not None:
        raise Http404(public_id)
    return found


def _way(visit: Visit) -> list[tuple[str, str]]:
    slug = visit.place.slug
    return [
        (visit.t("nav-who"), reverse("who", args=[slug])),
        (visit.t("enter-title"), reverse("enter", args=[slug])),
    ]


def _to(visit: Visit, person: Person) -> str:
    return reverse("paper_gifts", args=[visit.place.slug, person.public_id])
