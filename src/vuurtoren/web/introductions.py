"""Where gifts lead: what a table looks for, suggestions with why, and introductions that both sides say yes to."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any, TypeVar

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.gifts import acts, queries
from vuurtoren.gifts.models import Introduction
from vuurtoren.gifts.queries import IntroductionSeen, Made, Suggestion
from vuurtoren.gifts.rules import BECAME, LOOKS_AT_MOST
from vuurtoren.initiatives.models import Initiative
from vuurtoren.initiatives.queries import initiative_called, initiatives_named, initiatives_over
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.reflection.queries import who_go_on
from vuurtoren.tables.models import Table
from vuurtoren.tables.queries import i_host, is_over, table_called, tables_called, whom_i_sat_with
from vuurtoren.web import gift_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.forms import address_sent
from vuurtoren.web.initiatives import form_page as initiative_form
from vuurtoren.web.initiatives import of_mine as own_initiative
from vuurtoren.web.kept import same_for_who_may
from vuurtoren.web.visit import Visit

LOOKS = timedelta(days=28)
FITTING = 3


@dataclass(frozen=True)
class Whose:
    """Who looks: a table (`kind` empty) or an initiative (`-initiative`, as its sentences end), its name, the address of
    its page, and whether it is over: no coffee to come, or done."""

    kind: str
    name: str
    address: str
    over: bool = False


Seen = TypeVar("Seen", IntroductionSeen, Made)


def suggestions(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Gifts and tables that fit, each with why, for who connects people; a person decides. And what became of whom one
    introduced before."""
    visit.here = [(visit.t("nav-gifts"), _home(visit)), (visit.t("suggestions-title"), "")]
    with_me = whom_i_sat_with(visit.viewer, visit.place, visit.today)
    found = queries.suggestions(
        visit.viewer, visit.place, visit.today, sat_with=with_me, for_all=_for_all(visit)
    )
    made = queries.introduced_by_me(visit.viewer, visit.place, visit.at, sat_with=with_me)
    names = _whose(visit, {one.looking.about for one in found} | {one.about for one in made})
    some = _of_who_go_on(found, names)
    return render(request, "gifts/suggestions.html", {"some": some, "made": _named(made, names)})


def _for_all(visit: Visit) -> queries.Fitting | None:
    """What fits of gifts that all may see, for a builder; a host has only whom they wrote down."""
    viewer, where = visit.viewer, visit.place
    if not viewer.may("gift.introduce", where.key):
        return None
    return same_for_who_may(
        visit, "gift.introduce", lambda: queries.fitting_for_all(viewer, where, visit.today), "fitting"
    )


def introduce(request: HttpRequest, visit: Visit, gift: str, looking: str) -> HttpResponse:
    """Ask both sides: one tap."""

    def deed() -> Moment:
        with_me = whom_i_sat_with(visit.viewer, visit.place, visit.today)
        pair = queries.suggested(visit.viewer, visit.place, gift, looking, visit.today, sat_with=with_me)
        if pair is None:
            raise Http404(gift)
        return acts.introduce(visit.viewer, *pair, sat_with=with_me, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        asks = queries.gift_called(visit.viewer, visit.place, gift)
        if asks and asks.person.account_id is None:
            tell(request, "introduced-ask-them", called=asks.person.called)
            return redirect("paper_gifts", slug=visit.place.slug, public_id=asks.person.public_id)
        tell(request, "introduced-said")
    return redirect("suggestions", slug=visit.place.slug)


def answer(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Shall we introduce you? Each one tap."""
    yes = request.POST.get("answer") == "yes"

    def deed() -> Moment:
        found = _introduction(visit, public_id)
        return acts.answer_introduction(
            visit.viewer, found, yes=yes, for_paper=bool(_of(request)), at=visit.at
        )

    if request.method == "POST":
        do(request, deed)
        tell(request, "intro-yes-said" if yes else "intro-no-said")
    return _back(request, visit)


def became(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What became of it: asked once, each one tap."""
    code = request.POST.get("became", "")

    def deed() -> Moment:
        found = _introduction(visit, public_id)
        return acts.say_what_became(
            visit.viewer, found, became=code, for_paper=bool(_of(request)), at=visit.at
        )

    if request.method == "POST":
        do(request, deed)
        tell(request, "intro-became-said")
    return _back(request, visit)


def look_for(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What a table would like more of, in a few words."""
    one = table_called(visit.viewer, visit.place, public_id)
    if one is None:
        raise Http404(public_id)
    hosts = i_host(visit.viewer, one)
    visit.viewer.must("table.tend", visit.place.key, concerned=hosts)
    if one.ended_at:
        raise Refused("tables.ended")
    back = reverse("table", args=[visit.place.slug, one.public_id])
    visit.here = [
        (visit.t("nav-tables"), reverse("tables", args=[visit.place.slug])),
        (visit.called(one.place), back),
        (visit.t("look-for"), ""),
    ]
    return page_with_form(
        request,
        "form.html",
        forms.LookFor(request.POST or None, visit=visit, initial={"until": visit.today + LOOKS}),
        lambda given: _look_for(visit, one, hosts, given),
        then=back,
        said="look-for-said",
        context={
            "title": visit.t("look-for"),
            "intro": visit.t("look-for-intro", days=LOOKS_AT_MOST.days),
            "button": visit.t("look-for-button"),
            "back": back,
        },
    )


def look_no_more(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Found, or not needed any more: one tap."""

    def deed() -> Moment:
        found = queries.looking_called(visit.viewer, visit.place, public_id)
        if found is None:
            raise Http404(public_id)
        return acts.look_no_more(visit.viewer, found, at=visit.at)

    now = queries.looking_called(visit.viewer, visit.place, public_id)
    one = initiative_called(visit.viewer, visit.place, now.about) if now else None
    if request.method == "POST":
        do(request, deed)
        tell(request, "look-no-more-said")
    if one:
        return redirect("initiative", slug=visit.place.slug, public_id=one.public_id)
    return redirect("tables", slug=visit.place.slug)


def look_for_initiative(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What an initiative would like more of, in a few words."""
    one = own_initiative(visit, public_id)
    form = forms.LookFor(request.POST or None, visit=visit, initial={"until": visit.today + LOOKS})

    def deed(given: dict[str, Any]) -> Moment:
        return acts.look_for_initiative(
            visit.viewer, one, words=given["said"], until=given["until"], at=visit.at
        )

    return initiative_form(request, visit, form, deed, "look-for-initiative", one)


def what_it_looks_for(visit: Visit, one: Initiative, tends: bool) -> dict[str, Any]:
    """For the page of an initiative: what it looks for; what I have that fits; and for its people which gifts that they may
    see fit, each with why."""
    viewer, where = visit.viewer, visit.place
    looks = queries.lookings_of(viewer, where, visit.today, about=one.public_id)
    if not looks or viewer.person is None:
        return {"lookings": looks, "led": [], "fitting": []}
    led = [
        some
        for some in queries.for_my_gifts(viewer, where, visit.today)
        if some.looking.about == one.public_id
    ]
    fitting = []
    if tends and viewer.may("gift.see", where.key):
        with_me = whom_i_sat_with(viewer, where, visit.today)
        for look in looks:
            found = queries.gifts_found(viewer, where, look.words, visit.today, sat_with=with_me)
            fitting += [(look, some) for some in found if not some.mine][:FITTING]
    return {"lookings": looks, "led": led, "fitting": fitting}


def of_mine(visit: Visit) -> dict[str, Any]:
    """For the page of gifts: introductions of mine, and tables that look for what I have; each with where the table is."""
    mine = queries.my_introductions(visit.viewer, visit.place, visit.at, go_on(visit))
    led = queries.for_my_gifts(visit.viewer, visit.place, visit.today)
    names = _whose(visit, {one.about for one in mine} | {one.looking.about for one in led})
    return {
        "introductions": _named(mine, names),
        "led": _of_who_go_on(led, names),
        "became": BECAME,
        "may_set": visit.viewer.may("table.set", visit.place.key),
    }


def of_paper(visit: Visit, person: Person) -> dict[str, Any]:
    """The same for somebody on paper."""
    some = queries.introductions_on_paper(visit.viewer, visit.place, person, visit.at, go_on(visit))
    return {"introductions": _named(some, _whose(visit, {one.about for one in some})), "became": BECAME}


def gift_questions(visit: Visit) -> bool:
    """Is there an introduction that waits for me?"""
    if visit.person is None:
        return False
    mine = queries.my_introductions(visit.viewer, visit.place, visit.at, go_on(visit))
    return any(one.asks for one in mine)


def to_ask(visit: Visit) -> list[Person]:
    """Whom I bring a question, since they have no account."""
    return queries.to_ask_on_paper(visit.viewer, visit.place, visit.at, go_on(visit))


def go_on(visit: Visit) -> queries.GoOn:
    """Which tables and initiatives go on, for who asks about them."""
    return partial(who_go_on, visit.viewer, visit.place, visit.today)


def _look_for(visit: Visit, one: Table, hosts: bool, given: dict[str, Any]) -> Moment:
    words, until = given["said"], given["until"]
    return acts.look_for(
        visit.viewer, visit.place, one.public_id, words=words, until=until, hosts=hosts, at=visit.at
    )


def _whose(visit: Visit, abouts: Collection[str]) -> dict[str, Whose]:
    """By public address: the tables and initiatives among these, also those that are over."""
    if not abouts:
        return {}
    slug, viewer, where = visit.place.slug, visit.viewer, visit.place
    alive = initiatives_named(viewer, where, abouts)
    tables = tables_called(viewer, where, [one for one in abouts if one not in alive])
    known = {*alive, *(one.public_id for one in tables)}
    gone = initiatives_over(viewer, where, [one for one in abouts if one not in known])
    found = {
        one.public_id: Whose(
            "",
            visit.called(one.place),
            reverse("table", args=[slug, one.public_id]),
            is_over(viewer, one, visit.today),
        )
        for one in tables
    }
    for public_id, words in {**alive, **gone}.items():
        name = words or visit.t("initiative-no-words")
        page = reverse("initiative", args=[slug, public_id])
        found[public_id] = Whose("-initiative", name, page, public_id in gone)
    return found


def _of_who_go_on(some: list[Suggestion], names: dict[str, Whose]) -> list[tuple[Whose, Suggestion]]:
    """Each with who looks; whoever is over looks for nobody."""
    known = [(names[one.looking.about], one) for one in some if one.looking.about in names]
    return [(whose, one) for whose, one in known if not whose.over]


def _named(some: list[Seen], names: dict[str, Whose]) -> list[tuple[Whose, Seen]]:
    return [(names[one.about], one) for one in some if one.about in names]


def _introduction(visit: Visit, public_id: str) -> Introduction:
    found = queries.introduction_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def _of(request: HttpRequest) -> str:
    """The address of somebody on paper, where the form was on their page."""
    return address_sent(request.POST.get("of", ""))


def _back(request: HttpRequest, visit: Visit) -> HttpResponse:
    """To my own gifts, or to the page of somebody on paper."""
    if of := _of(request):
        return redirect("paper_gifts", slug=visit.place.slug, public_id=of)
    return redirect(_home(visit))


def _home(visit: Visit) -> str:
    return reverse("gifts", args=[visit.place.slug])
