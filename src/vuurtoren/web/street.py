"""A street: how it is, who carries it, what the city does next; and what one can do there."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.care import acts as care_acts
from vuurtoren.care import queries as care
from vuurtoren.care.queries import StopSeen
from vuurtoren.care.queries.seen import PlaceCare
from vuurtoren.care.rules import LITTER, UNDO_WITHIN, next_round
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import moments_of_place
from vuurtoren.language import Refused
from vuurtoren.people.queries import team_of_the_city
from vuurtoren.places.models import Place
from vuurtoren.places.queries import place_called
from vuurtoren.places.shapes import halves_of
from vuurtoren.power import acts as power_acts
from vuurtoren.power.queries import emergency_at, visitor
from vuurtoren.response import acts as response_acts
from vuurtoren.response import queries as response
from vuurtoren.response.queries import SeenElsewhere
from vuurtoren.web import forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.for_all import made_for_all
from vuurtoren.web.kept import same_at, same_for_all
from vuurtoren.web.visit import Visit

MOST_TOLD = 8


def street(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One street on one page."""
    for_all = for_all_of(visit, public_id)
    place = _on_the_way_to(visit, for_all.place)
    seen = care.place_care(visit.viewer, place, for_all.care)
    my_round = _my_round(visit, place, seen)
    rights = _rights(visit, place, seen)
    about = {
        "place": place,
        "name": visit.called(place),
        "care": seen,
        "for_all": for_all,
        "may_say": visit.viewer.may("word.say", visit.place.key),
        "waits": [
            one
            for one in care.words_waiting(visit.viewer, visit.place)
            if one.place == place and not one.initiative
        ]
        if visit.person
        else [],
        "may_stop": visit.viewer.speaks_for_the_city(visit.place.key) and not seen.step.handed_over,
        "as_all": seen == for_all.care and not my_round and all(rights.values()),
        "my_round": my_round,
        "may_call": seen.i_speak and seen.step.handed_over and not seen.help_wanted(visit.today),
        **rights,
    }
    return render(request, "street/street.html", about)


def join(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I join in. It counts at once; nobody needs to say yes."""
    place = place_of(visit, public_id, "street-join")
    form = forms.Join(request.POST or None, visit=visit, halves=halves_of(place.line))
    return page_with_form(
        request,
        "street/join.html",
        form,
        lambda given: care_acts.join(visit.viewer, place, at=visit.at, **given),
        then=_to("street_next", visit, place),
        said="street-joined",
        context=lambda: beside(visit, place),
    )


def next_for_me(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What next, after taking up a street: when, with what, who else, and the line to the team."""
    place = place_of(visit, public_id, "street-next")
    about = beside(visit, place)
    seen = about["care"]
    soon = next_round(seen.i_carry.rhythm, seen.last_round_on, visit.today) if seen.i_carry else None
    tools = same_for_all(visit, lambda: care.tools_of(visitor(), visit.place), "tools")
    return render(request, "street/next.html", {**about, "next_round": soon, "tools": tools})


def arrange(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The same street in another way: a half of it, more or less often, with others."""
    place = place_of(visit, public_id, "street-arrange")
    mine = care.place_care(visit.viewer, place).i_carry
    if mine is None:
        return redirect(_to("join", visit, place))
    initial = {"part": mine.part, "rhythm": mine.rhythm, "people": mine.people}
    form = forms.Join(request.POST or None, visit=visit, halves=halves_of(place.line), initial=initial)
    return page_with_form(
        request,
        "street/arrange.html",
        form,
        lambda given: care_acts.arrange(visit.viewer, place, at=visit.at, **given),
        then=_to("street", visit, place),
        said="street-arranged",
        context=lambda: beside(visit, place),
    )


def call_help(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Those who hold the street ask the city to come this week, without waiting to be asked."""
    place = place_of(visit, public_id)
    if request.method == "POST":
        do(request, lambda: care_acts.call_help(visit.viewer, place, at=visit.at))
        tell(request, "street-help-yes")
    return redirect(_to("street", visit, place))


def give_back(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Give back, at any time, without a reason."""
    place = place_of(visit, public_id, "street-give-back")
    if request.method == "POST":
        do(request, lambda: care_acts.give_back(visit.viewer, place, at=visit.at))
        tell(request, "street-given-back")
        return redirect(_to("street", visit, place))
    return render(request, "street/give_back.html", beside(visit, place))


def round_(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I picked litter: minutes and bags, two taps."""
    place = place_of(visit, public_id, "street-round")
    form = forms.Round(request.POST or None, visit=visit, initial={"grade": ""})

    def deed(given: dict[str, Any]) -> Any:
        return care_acts.log_round(
            visit.viewer,
            place,
            minutes=given["minutes"],
            bags=given["bags"],
            pieces=given["pieces"],
            grade=given["grade"] or None,
            at=visit.at,
        )

    def around() -> dict[str, Any]:
        about = beside(visit, place)
        return {**about, "my_round": _my_round(visit, place, about["care"])}

    return page_with_form(
        request,
        "street/round.html",
        form,
        deed,
        then=_to("street", visit, place),
        said="street-round-thanks",
        context=around,
    )


def undo_round(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """That was a slip: take my newest round back, within a day."""
    place = place_of(visit, public_id)

    def deed() -> Moment:
        last = care.my_last_round(visit.viewer, place, visit.at - UNDO_WITHIN)
        if last is None:
            raise Refused("care.nothing_to_undo")
        return care_acts.undo_round(visit.viewer, last, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "street-round-undone")
    return redirect(_to("street", visit, place))


def look(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """How clean is it here? A picture to choose, or a count."""
    place = place_of(visit, public_id, "street-look")
    form = forms.Look(request.POST or None, visit=visit)

    def deed(given: dict[str, Any]) -> Any:
        return response_acts.observe(
            visit.viewer, place, grade=given["grade"] or None, pieces=given["pieces"], at=visit.at
        )

    return page_with_form(
        request,
        "street/look.html",
        form,
        deed,
        then=_to("street", visit, place),
        said="street-looked",
        context=lambda: beside(visit, place),
    )


def help_question(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Shall the city help this week? One tap."""
    place = place_of(visit, public_id)
    if request.method == "POST":
        yes = request.POST.get("answer") == "yes"
        do(request, lambda: care_acts.answer_help(visit.viewer, place, yes=yes, at=visit.at))
        tell(request, "street-help-yes" if yes else "street-help-no")
    return redirect(_to("street", visit, place))


def ask_first(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The city asks those who hold the street whether it may come this week. One tap."""
    place = place_of(visit, public_id)
    if request.method == "POST":
        do(request, lambda: care_acts.ask_first(visit.viewer, place, at=visit.at))
        tell(request, "room-asked-said")
    return redirect(_to("street", visit, place))


def emergency_over(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What was declared is over before its day: one tap, for who works for the city."""
    place = place_of(visit, public_id)
    if request.method == "POST":
        do(request, lambda: power_acts.end_emergency(visit.viewer, place, kind=LITTER, at=visit.at))
        tell(request, "room-emergency-over-said")
    return redirect(_to("street", visit, place))


def place_of(visit: Visit, public_id: str, title: str = "") -> Place:
    return _on_the_way_to(visit, _called(visit, public_id), title)


def _called(visit: Visit, public_id: str) -> Place:
    place = place_called(visitor(visit.language), visit.place, public_id)
    if place is None:
        raise Http404(public_id)
    return place


def _on_the_way_to(visit: Visit, place: Place, title: str = "") -> Place:
    name = visit.called(place)
    visit.here = [(visit.t("nav-streets"), reverse("streets", args=[visit.place.slug]))]
    visit.here.append((name, _to("street", visit, place) if title else ""))
    if title:
        visit.here.append((visit.t(title), ""))
    return place


def _to(name: str, visit: Visit, place: Place) -> str:
    return reverse(name, args=[visit.place.slug, place.public_id])


def beside(visit: Visit, place: Place) -> dict[str, Any]:
    """What every page of a street shows: no effort is asked without the city's own next step beside it."""
    seen = care.place_care(visit.viewer, place)
    return {
        "place": place,
        "name": visit.called(place),
        "care": seen,
        **_rights(visit, place, seen),
        "team": team_of_the_city(visit.viewer, visit.place),
        "city": response.next_of_city(visit.viewer, place, visit.today),
    }


def _rights(visit: Visit, place: Place, seen: PlaceCare) -> dict[str, bool]:
    """What somebody may do here, so that no button refuses them. A visitor sees what one may do after signing in."""
    if visit.person is None:
        return {"may_carry": True, "may_look": True}
    viewer, scope = visit.viewer, visit.place.key
    mine = seen.i_carry is not None or visit.person.home_id == place.pk
    return {
        "may_carry": viewer.may("task.carry", scope, concerned=mine),
        "may_look": viewer.may("task.observe", scope),
    }


def _my_round(visit: Visit, place: Place, seen: PlaceCare) -> Any:
    """My newest round here of the last day, for a word of thanks and for taking it back; asked only if it can be."""
    lately = seen.last_round_on and seen.last_round_on >= visit.today - UNDO_WITHIN
    return (
        care.my_last_round(visit.viewer, place, visit.at - UNDO_WITHIN) if visit.person and lately else None
    )


def _story(visit: Visit, place: Place, most: int) -> list[Moment | SeenElsewhere]:
    """What happened here, newest first: the moments, and what was seen here according to a file."""
    told: list[Moment | SeenElsewhere] = [*moments_of_place(visit.place.key, place.key, most)]
    told += response.seen_elsewhere(visitor(visit.language), place, most)
    return sorted(told, key=lambda one: one.at, reverse=True)[:most]


@dataclass(frozen=True)
class StreetForAll:
    """What a visitor sees of a street: who carries it, as a value and as words, and the other parts of its page."""

    place: Place
    care: PlaceCare
    state: response.StateNow | None
    who: str
    now: str
    told: str
    stops: list[StopSeen]
    emergency: bool


def for_all_of(visit: Visit, public_id: str) -> StreetForAll:
    """What is kept of a street, as new as the journal."""
    place = same_at(visit, None, lambda: _called(visit, public_id), "place", public_id)
    day = visit.today
    return same_at(visit, place.key, lambda: _for_all(visit, place, day), "street", place.pk, day)


def _for_all(visit: Visit, place: Place, day: date) -> StreetForAll:
    anybody = visitor(visit.language)
    seen = care.place_care(anybody, place)
    state = response.state_of(anybody, place, day)
    who = {"place": place, "care": seen, "my_round": None, "may_call": False, "may_carry": True}
    stops = care.stops_at(anybody, place)
    emergency = emergency_at(anybody, place, LITTER, day) if seen.step.handed_over else None
    told = {
        "help": seen.help_lately(day),
        "emergency": emergency,
        "team": team_of_the_city(anybody, visit.place),
        "city": response.next_of_city(anybody, place, day, seen.step),
        "stops": stops,
        "sayings": care.said_about(anybody, place),
        "today": day,
        "history": response.history_of(anybody, place, day),
        "moments": _story(visit, place, MOST_TOLD),
    }
    now = {"place": place, "state": state, "may_look": True}
    return StreetForAll(
        place=place,
        care=seen,
        state=state,
        who=made_for_all(visit, "street/who.html", lambda _: who),
        now=made_for_all(visit, "street/now.html", lambda _: now),
        told=made_for_all(visit, "street/told.html", lambda _: told),
        stops=stops,
        emergency=emergency is not None,
    )
