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
from vuurtoren.care.queries.seen import PlaceCare, TaskHere
from vuurtoren.care.rules import LITTER, UNDO_WITHIN, next_round
from vuurtoren.initiatives.models import Initiative
from vuurtoren.initiatives.queries import MOST_AT_A_PLACE, initiatives_at
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
from vuurtoren.web.spots import Spot, about, beside, my_round, rights, spot
from vuurtoren.web.telling import moment_words
from vuurtoren.web.visit import Visit

MOST_TOLD = 8


def street(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One street on one page."""
    for_all = for_all_of(visit, public_id)
    place = for_all.place
    here = Spot(visit, place)
    visit.here = [(visit.t("nav-streets"), reverse("streets", args=[visit.place.slug]))]
    visit.here.append((visit.called(place), ""))
    seen = care.place_care(visit.viewer, place, for_all.care)
    my_round_ = my_round(here, seen)
    may = rights(visit, place, seen)
    shown = {
        **about(here, seen),
        "for_all": for_all,
        "stop": next((one for one in for_all.stops if one.kind.is_litter), None),
        "today": visit.today,
        "may_say": visit.viewer.may("word.say", visit.place.key),
        "waits": [
            one
            for one in care.words_waiting(visit.viewer, visit.place)
            if one.place == place and not one.initiative
        ]
        if visit.person
        else [],
        "may_stop": visit.viewer.speaks_for_the_city(visit.place.key) and not seen.step.handed_over,
        "most_started": MOST_AT_A_PLACE,
        "may_start": visit.person is None or visit.viewer.may("initiative.start", visit.place.key),
        "as_all": seen == for_all.care and not my_round_ and all(may.values()),
        "my_round": my_round_,
        "may_call": seen.i_speak and seen.step.handed_over and not seen.help_wanted(visit.today),
        **may,
    }
    return render(request, "street/street.html", shown)


def join(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """I join in. It counts at once; nobody needs to say yes."""
    here = spot(visit, public_id, kind, "street-join")
    form = forms.Join(request.POST or None, visit=visit, **_shares(here))
    return page_with_form(
        request,
        "street/join.html",
        form,
        lambda given: care_acts.join(visit.viewer, here.place, kind=here.code, at=visit.at, **given),
        then=here.to("dossier" if request.GET.get("then") == "challenge" else "street_next"),
        said="street-joined",
        context=lambda: beside(here),
    )


def next_for_me(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """What next, after taking up a street: when, with what, who else, and the line to the team."""
    here = spot(visit, public_id, kind, "street-next")
    about_it = beside(here)
    seen = about_it["care"]
    soon = next_round(seen.i_carry.rhythm, seen.last_round_on, visit.today) if seen.i_carry else None
    tools = None if here.kind else same_for_all(visit, lambda: care.tools_of(visitor(), visit.place), "tools")
    return render(request, "street/next.html", {**about_it, "next_round": soon, "tools": tools})


def arrange(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """The same street in another way: a half of it, more or less often, with others."""
    here = spot(visit, public_id, kind, "street-arrange")
    mine = care.place_care(visit.viewer, here.place, kind=here.code).i_carry
    if mine is None:
        return redirect(here.to("join"))
    initial = {"part": mine.part, "rhythm": mine.rhythm, "people": mine.people}
    form = forms.Join(request.POST or None, visit=visit, initial=initial, **_shares(here))
    return page_with_form(
        request,
        "street/arrange.html",
        form,
        lambda given: care_acts.arrange(
            visit.viewer, here.place, kind=here.code, at=visit.at, **{"part": mine.part, **given}
        ),
        then=here.to("street"),
        said="street-arranged",
        context=lambda: beside(here),
    )


def call_help(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """Those who hold the street ask the city to come this week, without waiting to be asked."""
    here = spot(visit, public_id, kind)
    if request.method == "POST":
        do(request, lambda: care_acts.call_help(visit.viewer, here.place, kind=here.code, at=visit.at))
        tell(request, "street-help-yes")
    return redirect(here.to("street"))


def give_back(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """Give back, at any time, without a reason."""
    here = spot(visit, public_id, kind, "street-give-back")
    if request.method == "POST":
        do(request, lambda: care_acts.give_back(visit.viewer, here.place, kind=here.code, at=visit.at))
        tell(request, "street-given-back")
        return redirect(here.to("street"))
    return render(request, "street/give_back.html", beside(here))


def round_(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """I did a round: minutes, and bags or what this kind is measured in; two taps."""
    here = spot(visit, public_id, kind, "task-round" if kind != LITTER else "street-round")
    form = forms.Round(request.POST or None, visit=visit, kind=here.kind, initial={"grade": ""})

    def deed(given: dict[str, Any]) -> Any:
        given = {**given, "grade": given.get("grade") or None}
        return care_acts.log_round(visit.viewer, here.place, kind=here.code, at=visit.at, **given)

    def around() -> dict[str, Any]:
        about_it = beside(here)
        return {**about_it, "my_round": my_round(here, about_it["care"])}

    return page_with_form(
        request,
        "street/round.html",
        form,
        deed,
        then=here.to("street"),
        said="task-round-thanks" if here.kind else "street-round-thanks",
        context=around,
    )


def undo_round(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """That was a slip: take my newest round back, within a day."""
    here = spot(visit, public_id, kind)

    def deed() -> Moment:
        last = care.my_last_round(visit.viewer, here.place, visit.at - UNDO_WITHIN, here.code)
        if last is None:
            raise Refused("care.nothing_to_undo")
        return care_acts.undo_round(visit.viewer, last, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "street-round-undone")
    return redirect(here.to("street"))


def look(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """How clean is it here? A picture to choose, or a count."""
    here = spot(visit, public_id, title="street-look")
    form = forms.Look(request.POST or None, visit=visit)

    def deed(given: dict[str, Any]) -> Any:
        return response_acts.observe(
            visit.viewer, here.place, grade=given["grade"] or None, pieces=given["pieces"], at=visit.at
        )

    return page_with_form(
        request,
        "street/look.html",
        form,
        deed,
        then=here.to("street"),
        said="street-looked",
        context=lambda: beside(here),
    )


def help_question(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """Shall the city help this week? One tap."""
    here = spot(visit, public_id, kind)
    if request.method == "POST":
        yes = request.POST.get("answer") == "yes"
        do(
            request,
            lambda: care_acts.answer_help(visit.viewer, here.place, yes=yes, kind=here.code, at=visit.at),
        )
        tell(request, "street-help-yes" if yes else "street-help-no")
    return redirect(here.to("street"))


def ask_first(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """The city asks those who hold the street whether it may come this week. One tap."""
    here = spot(visit, public_id, kind)
    if request.method == "POST":
        do(request, lambda: care_acts.ask_first(visit.viewer, here.place, kind=here.code, at=visit.at))
        tell(request, "room-asked-said")
    return redirect(here.to("street"))


def emergency_over(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """What was declared is over before its day: one tap, for who works for the city."""
    here = spot(visit, public_id, kind)
    if request.method == "POST":
        do(request, lambda: power_acts.end_emergency(visit.viewer, here.place, kind=here.code, at=visit.at))
        tell(request, "room-emergency-over-said")
    return redirect(here.to("street"))


def _called(visit: Visit, public_id: str) -> Place:
    place = place_called(visitor(visit.language), visit.place, public_id)
    if place is None:
        raise Http404(public_id)
    return place


def _shares(here: Spot) -> dict[str, Any]:
    """How one can carry here: in halves where it is a street's litter, in the rhythms of the kind."""
    if here.kind:
        return {"halves": None, "rhythms": tuple(here.kind.rhythms)}
    return {"halves": halves_of(here.place.line)}


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
    tasks: str
    started: tuple[Initiative, ...]
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
    stops = care.stops_at(anybody, place)
    emergency = emergency_at(anybody, place, LITTER, day) if seen.step.handed_over else None
    here = about(Spot(visit, place), seen)
    by_kind = {one.kind.code: one for one in stops}
    stop = by_kind.get(LITTER)
    who = {**here, "my_round": None, "may_call": False, "may_carry": True, "stop": stop, "today": day}
    told = {
        **here,
        "help": seen.help_lately(day),
        "emergency": emergency,
        "emergency_words": response.why_unasked(anybody, place) if emergency else "",
        "team": team_of_the_city(anybody, visit.place),
        "city": response.next_of_city(anybody, place, day, seen.step),
        "stops": stops,
        "sayings": care.said_about(anybody, place),
        "today": day,
        "powers_told": True,
        "history": response.history_of(anybody, place, day),
        "moments": _story(visit, place, MOST_TOLD),
        "told": moment_words(visit.language, care.kinds_by_key(anybody, visit.place).values()),
    }

    def said_of(task: TaskHere) -> str:
        said = by_kind.get(task.kind.code)
        return said.room_words(visit.language, task.room, day) if said else task.room.words(visit.language)

    others = care.tasks_at(anybody, place)
    tasks = {**here, "tasks": others, "said": {one.kind.code: said_of(one) for one in others}}
    now = {"place": place, "state": state, "may_look": True}
    return StreetForAll(
        place=place,
        care=seen,
        state=state,
        who=made_for_all(visit, "street/who.html", lambda _: who),
        now=made_for_all(visit, "street/now.html", lambda _: now),
        told=made_for_all(visit, "street/told.html", lambda _: told),
        tasks=made_for_all(visit, "task/tasks.html", lambda _: tasks),
        started=initiatives_at(anybody, place),
        stops=stops,
        emergency=emergency is not None,
    )
