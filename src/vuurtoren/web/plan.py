"""The plan of the city for a day: per crew, with why; changed by hand with a reason, marked as done, exported."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.care import queries as care
from vuurtoren.care.rules import LITTER, Step
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.places.models import Place
from vuurtoren.places.queries import place_called
from vuurtoren.power.queries import RoomSeen, rooms_at, visitor
from vuurtoren.power.rules import Emergency
from vuurtoren.response import acts, exports, queries
from vuurtoren.response.models import PlanLine
from vuurtoren.web import forms
from vuurtoren.web.blocks import STOPPED
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.leaning import PutOn, TakeOff, named
from vuurtoren.web.today import geojson
from vuurtoren.web.visit import Visit

COLOURS_OF_ROUNDS = 4
"""So many colours the map has for crews' rounds; `theme/tokens.css` says which."""
FILES = {
    "csv": (exports.plan_as_csv, "text/csv; charset=utf-8"),
    "geojson": (exports.plan_as_geojson, "application/geo+json"),
    "gpx": (exports.plan_as_gpx, "application/gpx+xml"),
}


def latest(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The plan of today, else of tomorrow, else the newest."""
    anybody = visitor(visit.language)
    plan = same_for_all(visit, lambda: queries.latest_plan(anybody, visit.place, visit.today), "plan")
    return _page(request, visit, plan)


def of_day(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    """The plan of one day."""
    return _page(request, visit, queries.plan_for(visit.viewer, visit.place, day), day)


def export(request: HttpRequest, visit: Visit, day: date, form: str) -> HttpResponse:
    """The plan as a file: CSV for a spreadsheet, GeoJSON for a map, GPX for a navigator."""
    plan = _seen(visit, day)
    if form not in FILES:
        raise Http404(form)
    write, kind = FILES[form]
    response = HttpResponse(write(plan, visit.language), content_type=kind)
    response["Content-Disposition"] = f'attachment; filename="plan-{visit.place.slug}-{day}.{form}"'
    return response


def streets(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    """The streets of the plan for the map, each with the address of its page and the number of its round."""
    plan = _seen(visit, day)
    collection = exports.plan_collection(plan, visit.language)
    rounds = {crew.name: number for number, crew in enumerate(plan.crews)}
    for line, street in zip(plan.lines, collection["features"], strict=True):
        street["properties"] |= {
            "href": reverse("street", args=[visit.place.slug, line.place_public_id]),
            "round": rounds[line.crew] % COLOURS_OF_ROUNDS,
            "crew_said": queries.crew_named(visit.language, line.crew) if line.crew else "",
        }
    return geojson(collection)


def put_on(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    """A street onto the plan by hand, with a reason. Where residents hold it and did not ask, the three ways are shown."""
    plan = _seen(visit, day)
    form = PutOn(request.POST or None, visit=visit, crews=queries.crews_of(visit.viewer, visit.place))
    stopped: list[Place] = []

    def deed(given: dict[str, Any]) -> Moment:
        try:
            return acts.put_on(visit.viewer, plan.plan, at=visit.at, **given)
        except Refused as refused:
            if refused.code == STOPPED:
                stopped.append(given["place"])
            raise

    def around() -> dict[str, Any]:
        held = stopped[0] if stopped else None
        room = care.room_at(visit.viewer, held) if held else None
        return {"held": held, "room": room, "plan": plan, "back": _to(visit, day)}

    visit.here = [(visit.t("nav-plan"), _to(visit, day)), (visit.t("plan-put-on"), "")]
    return page_with_form(
        request,
        "plan/put_on.html",
        form,
        deed,
        then=_to(visit, day),
        said="plan-put-on-said",
        context=around,
    )


def emergency(request: HttpRequest, visit: Visit, day: date, public_id: str) -> HttpResponse:
    """Into residents' room unasked: an emergency with a reason and an end. One of the three ways."""
    plan = _seen(visit, day)
    place = place_called(visit.viewer, visit.place, public_id)
    if place is None:
        raise Http404(public_id)
    title = visit.t("room-emergency-title", street=visit.called(place))
    visit.here = [(visit.t("nav-plan"), _to(visit, day)), (title, "")]

    def deed(given: dict[str, Any]) -> Moment:
        why = Emergency(given.pop("kind"), given.pop("until"))
        return acts.enter_in_emergency(visit.viewer, plan.plan, place, emergency=why, at=visit.at, **given)

    return page_with_form(
        request,
        "form.html",
        forms.Emergency(
            request.POST or None,
            visit=visit,
            crews=queries.crews_of(visit.viewer, visit.place),
            initial={"until": max(day, visit.today)},
        ),
        deed,
        then=_to(visit, day),
        said="room-emergency-said",
        context={
            "title": title,
            "intro": visit.t("room-emergency-intro"),
            "button": visit.t("room-emergency-button"),
            "back": _to(visit, day),
        },
    )


def take_off(request: HttpRequest, visit: Visit, day: date, line: str) -> HttpResponse:
    """A street off the plan by hand, with a reason."""
    plan = _seen(visit, day)
    if request.method != "POST":
        _line(visit, plan, line)
    return _by_hand(
        request,
        visit,
        plan,
        TakeOff(request.POST or None, visit=visit),
        lambda given: acts.take_off(visit.viewer, _line(visit, plan, line), at=visit.at, **given),
        words=("plan-take-off", "plan-take-off", "plan-taken-off-said"),
    )


def move(request: HttpRequest, visit: Visit, day: date, line: str) -> HttpResponse:
    """Another crew, or another place in the round, with a reason."""
    plan = _seen(visit, day)
    crews = queries.crews_of(visit.viewer, visit.place)
    form = forms.Move(request.POST or None, visit=visit, crews=crews)
    if not form.is_bound:
        found = _line(visit, plan, line)
        form.initial = {"crew": found.crew_id, "order": found.order}
    back = _to(visit, day)
    visit.here = [(visit.t("nav-plan"), back), (visit.t("plan-move"), "")]
    stopped: list[Place] = []

    def deed(given: dict[str, Any]) -> Moment:
        found = _line(visit, plan, line)
        try:
            return acts.move(visit.viewer, found, at=visit.at, **given)
        except Refused as refused:
            if refused.code == STOPPED:
                stopped.append(found.place)
            raise

    def around() -> dict[str, Any]:
        held = stopped[0] if stopped else None
        room = care.room_at(visit.viewer, held) if held else None
        off = reverse("take_off", args=[visit.place.slug, day, line])
        return {"held": held, "room": room, "plan": plan, "back": back, "leave": off}

    return page_with_form(
        request, "plan/move.html", form, deed, then=back, said="plan-moved-said", context=around
    )


def done(request: HttpRequest, visit: Visit, day: date, line: str) -> HttpResponse:
    """Done, or not done after all: one tap on a phone."""
    plan = _seen(visit, day)
    found = _line(visit, plan, line)
    if request.method == "POST":
        undo = request.POST.get("undo") == "1"
        act: Any = acts.undo_done if undo else acts.done
        do(request, lambda: act(visit.viewer, found, at=visit.at))
        tell(request, "plan-undone-said" if undo else "plan-done-said")
    return redirect(_to(visit, day) + f"#line-{line}")


def found(request: HttpRequest, visit: Visit, day: date, line: str) -> HttpResponse:
    """How it lay there when the crew came: a second tap, which may be left out."""
    plan = _seen(visit, day)
    one = _line(visit, plan, line)
    if request.method == "POST":
        grade = request.POST.get("grade", "")
        do(request, lambda: acts.tell_found(visit.viewer, one, grade=grade, at=visit.at))
        tell(request, "plan-found-said")
    return redirect(_to(visit, day) + f"#line-{line}")


def _page(request: HttpRequest, visit: Visit, plan: Any, day: date | None = None) -> HttpResponse:
    visit.here = [(visit.t("nav-plan"), "")]
    shown = plan.date if plan else day or visit.today + timedelta(days=1)
    off = _taken_off(visit, plan) if plan else []
    by_hand = [one.key for one in (plan.lines if plan else ()) if one.by_hand] + [one.key for one in off]
    return render(
        request,
        "plan/plan.html",
        {
            "plan": plan,
            "shown": shown,
            "before": shown - timedelta(days=1),
            "after": shown + timedelta(days=1),
            "off": [(one, visit.called(one.place)) for one in off],
            "leans": named(visit, by_hand),
            "rooms": _rooms(visit, plan) if plan else {},
            "may_change": visit.viewer.may("plan.change", visit.place.key),
        },
    )


def _taken_off(visit: Visit, plan: Any) -> list[PlanLine]:
    anybody = visitor(visit.language)
    return same_for_all(
        visit, lambda: queries.taken_off(anybody, visit.place, plan.date), "taken off", plan.date
    )


def _rooms(visit: Visit, plan: Any) -> Mapping[str, RoomSeen]:
    """What residents hold of the streets on the plan, by the street's address."""
    held = [line.place_public_id for line in plan.lines if Step(line.step).handed_over]
    return rooms_at(visit.viewer, visit.place, held, LITTER) if held else {}


def _seen(visit: Visit, day: date) -> Any:
    plan = queries.plan_for(visit.viewer, visit.place, day)
    if plan is None:
        raise Http404(day)
    return plan


def _line(visit: Visit, plan: Any, public_id: str) -> Any:
    found = queries.line_called(visit.viewer, plan.plan, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def _by_hand(
    request: HttpRequest,
    visit: Visit,
    plan: Any,
    form: forms.Reason,
    deed: Callable[[dict[str, Any]], Moment],
    *,
    words: tuple[str, str, str],
) -> HttpResponse:
    """The form of a change by hand; `words` are its title, its button and what is said when it is done."""
    title, button, said = words
    back = _to(visit, plan.date)
    visit.here = [(visit.t("nav-plan"), back), (visit.t(title), "")]
    context = {"title": visit.t(title), "button": visit.t(button), "back": back}
    return page_with_form(request, "form.html", form, deed, then=back, said=said, context=context)


def _to(visit: Visit, day: date) -> str:
    return reverse("plan_of_day", args=[visit.place.slug, day])
