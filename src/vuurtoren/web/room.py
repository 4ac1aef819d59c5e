"""The register of room: which streets residents hold, who decides and pays, since when; ten years of it; as a file."""

import csv
import io
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vuurtoren.care import queries as care
from vuurtoren.care.queries.seen import TaskHere
from vuurtoren.people.rules import Viewer
from vuurtoren.places.bynames import called
from vuurtoren.places.models import Place
from vuurtoren.places.queries import search_places
from vuurtoren.power import queries
from vuurtoren.power.queries import RoomSeen
from vuurtoren.response.exports import escaped
from vuurtoren.web.for_all import made_for_all, part_for_all
from vuurtoren.web.paging import ON_A_PAGE, page_number
from vuurtoren.web.visit import Visit

ENDED = "ended"
MOST_BESIDE = 20
"""Streets of the city that stand below what was searched; whoever means another one writes more of its name."""
COLUMNS = (
    "street",
    "task",
    "decides",
    "advises",
    "does",
    "pays",
    "since",
    "until",
    "handed_by",
    "ended",
    "why",
)


def register(request: HttpRequest, visit: Visit) -> HttpResponse:
    """What residents hold, fifty streets a page; `q` searches, `show=ended` tells what is over; ten years in a picture."""
    visit.here = [
        (visit.t("nav-agreements"), reverse("agreements", args=[visit.place.slug])),
        (visit.t("room-title"), ""),
    ]
    words = request.GET.get("q", "").strip()[:60]
    show = ENDED if request.GET.get("show") == ENDED else ""
    page = page_number(request)

    def rows(anybody: Viewer) -> dict[str, Any]:
        first = (page - 1) * ON_A_PAGE
        found = queries.rooms(
            anybody, visit.place, words=words, ended=bool(show), first=first, count=ON_A_PAGE + 1
        )
        more = len(found) > ON_A_PAGE
        kinds = {one.code: one for one in care.kinds_by_key(anybody, visit.place).values()}
        beside = _of_the_city(anybody, visit, words) if words and not show and page == 1 else []
        keys = [one.hand_over for one in found if one.hand_over]
        return {
            "beside": beside,
            "agreements": care.hand_overs_keyed(anybody, visit.place, keys, visit.at),
            "rooms": found[:ON_A_PAGE],
            "kinds": kinds,
            "more": more,
            "page": page,
            "show": show,
            "words": words,
        }

    found = (
        made_for_all(visit, "room/rows.html", rows)
        if words
        else part_for_all(visit, "room/rows.html", rows, page, show)
    )
    years = part_for_all(visit, "room/years.html", lambda anybody: _years(anybody, visit))
    return render(request, "room/room.html", {"found": found, "years": years, "words": words, "show": show})


def export(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The whole register as CSV (RFC 4180); a cell that a spreadsheet would take for a formula gets a `'`."""
    out = io.StringIO(newline="")
    writer = csv.writer(out)
    writer.writerow([visit.t(f"room-csv-{column}") for column in COLUMNS])
    kinds = care.kinds_by_key(visit.viewer, visit.place).values()
    names = {one.code: one.name(visit.language) for one in kinds}
    for one in queries.rooms_in_file(visit.viewer, visit.place):
        writer.writerow([escaped(cell) for cell in _cells(visit, one, names.get(one.kind, one.kind))])
    response = HttpResponse(out.getvalue(), content_type="text/csv; charset=utf-8")
    name = f"{visit.t('room-file-name')}-{visit.place.slug}-{visit.today}.csv"
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _of_the_city(anybody: Viewer, visit: Visit, words: str) -> list[tuple[Place, TaskHere, str]]:
    """Tasks in the streets that somebody searches and that residents do not hold, each with who decides, does and pays."""
    places = list(search_places(anybody, visit.place, words)[:MOST_BESIDE])
    tasks = care.rooms_not_held(anybody, visit.place, [one.pk for one in places])
    stops = {(one.place.pk, one.kind.pk): one for one in care.stops(anybody, visit.place)}

    def told(place: Place, task: TaskHere) -> str:
        if task.kind.of_neighbours(task.step):
            return visit.t("task-neighbours" if task.carried else "task-nobody-yet")
        stop = stops.get((place.pk, task.kind.pk))
        return (
            stop.room_words(visit.language, task.room, visit.today)
            if stop
            else task.room.words(visit.language)
        )

    return [(place, task, told(place, task)) for place in places for task in tasks[place.pk]]


def _years(anybody: Viewer, visit: Visit) -> dict[str, Any]:
    years = queries.ten_years(anybody, visit.place, visit.today)
    return {"years": years, "most": max(1, *(one.streets for one in years))}


def _cells(visit: Visit, one: RoomSeen, task: str) -> list[str]:
    powers = one.powers
    who = [visit.t(f"room-who-{side}") for side in (powers.decides, powers.advises, powers.does, powers.pays)]
    days = [day.isoformat() if day else "" for day in (one.since, one.until)]
    ended = one.ended_on.isoformat() if one.ended_on else ""
    why = visit.t(f"room-why-{one.why_ended}") if one.why_ended else ""
    return [called(visit.language, one.place), task, *who, *days, one.handed_by, ended, why]
