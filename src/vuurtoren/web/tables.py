"""Coffee tables: where and when; set one, move it, let it rest; who met; and whether I was there."""

from datetime import timedelta
from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.gifts.queries import lookings_of
from vuurtoren.journal.models import Moment
from vuurtoren.power.queries import visitor
from vuurtoren.tables import acts, queries
from vuurtoren.tables.calendar import agenda
from vuurtoren.tables.models import Table
from vuurtoren.web import table_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.for_all import part_for_all
from vuurtoren.web.forms import address_sent
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.visit import Visit

AGENDA_DAYS = 120
LOOKS_AHEAD = timedelta(days=400)
"""A table that rests longest still has its next coffee within so many days."""
COMING = 6


def tables(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every coffee table of the neighbourhood, the next one first."""
    visit.here = [(visit.t("nav-tables"), "")]
    shown = part_for_all(
        visit,
        "tables/every.html",
        lambda anybody: {"tables": queries.tables_of(anybody, visit.place, visit.today)},
    )
    about = {"shown": shown, "may_set": visit.viewer.may("table.set", visit.place.key)}
    return render(request, "tables/tables.html", about)


def table(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One table: where and when, and for who sat there who met."""
    one = _table(visit, public_id)
    visit.here = [
        (visit.t("nav-tables"), reverse("tables", args=[visit.place.slug])),
        (visit.called(one.place), ""),
    ]
    hosts = queries.i_host(visit.viewer, one)
    tends = visit.viewer.may("table.tend", visit.place.key, concerned=hosts)
    until = visit.today + timedelta(days=AGENDA_DAYS)
    about = {
        "seen": queries.seen_of(visit.viewer, one, visit.today),
        "coming": list(one.coffees(visit.today, until))[:COMING],
        "hosts": hosts and tends,
        "to_write": queries.days_to_write(visit.viewer, one, visit.today)[:1] if hosts and tends else [],
        "rounds": queries.rounds_of(visit.viewer, one),
        "met": queries.met_at(visit.viewer, one, visit.at),
        "open_days": queries.open_to_me(visit.viewer, one, visit.today),
        "link": _address(request, visit, one),
        "lookings": lookings_of(visit.viewer, visit.place, visit.today, about=one.public_id),
    }
    return render(request, "tables/table.html", about)


def card(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A card to print and hang up or lay on the table, with a code that a phone reads."""
    one = _table(visit, public_id)
    visit.here = _way(visit, one, "table-card")
    link = _address(request, visit, one)
    code = segno.make(link, error="m").svg_data_uri(scale=8, border=3, light="#fff", omitsize=True)
    seen = queries.seen_of(visit.viewer, one, visit.today)
    return render(request, "tables/card.html", {"seen": seen, "link": link, "code": code})


def set_table(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Coffee at a place and a time. That is all that is asked. `?beside=`: begin with those of a table it grew from."""
    home = visit.person.home_id if visit.person and visit.person.home else None
    initial = {"day": visit.today + timedelta(days=1), "time": "10:00", "every": "week", "place": home}
    beside = address_sent(request.GET.get("beside", ""))
    if beside and (found := queries.table_called(visit.viewer, visit.place, beside)):
        initial |= {"time": f"{found.time:%H:%M}", "every": found.every, "place": found.place_id}
    form = forms.SetTable(request.POST or None, visit=visit, initial=initial)
    return form_page(
        request,
        visit,
        form,
        lambda given: acts.set_table(visit.viewer, at=visit.at, **given),
        "table-set",
    )


def change(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Another place or time from now on."""
    one = own_table(visit, public_id)
    initial = {
        "place": one.place_id,
        "spot": one.spot,
        "day": one.first_day,
        "time": f"{one.time:%H:%M}",
        "every": one.every,
    }
    form = forms.SetTable(request.POST or None, visit=visit, initial=initial)
    return form_page(
        request,
        visit,
        form,
        lambda given: acts.change_table(visit.viewer, one, at=visit.at, **given),
        "table-change",
        one,
    )


def rest(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The table rests until a day."""
    one = own_table(visit, public_id)
    form = forms.Rest(request.POST or None, visit=visit, initial={"until": visit.today + timedelta(days=28)})
    return form_page(
        request,
        visit,
        form,
        lambda given: acts.rest(visit.viewer, one, at=visit.at, **given),
        "table-rest",
        one,
    )


def go_on(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The table goes on: one tap."""
    one = _table(visit, public_id)
    if request.method == "POST":
        do(request, lambda: acts.go_on(visit.viewer, one, at=visit.at))
        tell(request, "table-go-on-said")
    return redirect(_to(visit, one))


def end(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The table has been. Asked once more, since it does not come back."""
    one = own_table(visit, public_id)
    if request.method == "POST":
        do(request, lambda: acts.end_table(visit.viewer, one, at=visit.at))
        tell(request, "table-end-said")
        return redirect("tables", slug=visit.place.slug)
    visit.here = _way(visit, one, "table-end")
    return render(request, "tables/end.html", {"table": one})


def met(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Who met, in half a minute: a few taps."""
    one = own_table(visit, public_id)
    people = queries.whom_i_may_name(visit.viewer, one, visit.today)
    days = queries.days_to_write(visit.viewer, one, visit.today)
    initial = {"day": days[0] if days else visit.today, "someones": 1, "seen_by": "host", "whose": ""}
    form = forms.Met(request.POST or None, visit=visit, initial=initial, people=people)

    def deed(given: dict[str, Any]) -> Any:
        said = [acts.Said(given["matter"], given["seen_by"], given["whose"])] if given["matter"] else []
        return acts.write_down(
            visit.viewer,
            one,
            day=given["day"],
            people=given["people"],
            someones=given["someones"],
            said=said,
            at=visit.at,
        )

    return form_page(request, visit, form, deed, "table-met", one)


def undo_met(request: HttpRequest, visit: Visit, public_id: str, met: str) -> HttpResponse:
    """That was a slip: it was not so. One tap, within a day."""
    one = _table(visit, public_id)

    def deed() -> Moment:
        found = queries.met_called(visit.viewer, one, met)
        if found is None:
            raise Http404(met)
        return acts.undo_met(visit.viewer, found, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "table-met-undone")
    return redirect(_to(visit, one))


def was_there(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I was there too: one tap."""
    one = _table(visit, public_id)
    if request.method == "POST":
        form = forms.There(request.POST, visit=visit)
        if not form.is_valid():
            raise Http404
        do(request, lambda: acts.was_there(visit.viewer, one, day=form.cleaned_data["day"], at=visit.at))
        tell(request, "table-there-said")
    return redirect(_to(visit, one))


def answer(request: HttpRequest, visit: Visit, present: str) -> HttpResponse:
    """May it be remembered that I was there? Each one tap."""
    yes = request.POST.get("answer") == "yes"

    def deed() -> Moment:
        found = queries.present_called(visit.viewer, visit.place, present)
        if found is None:
            raise Http404(present)
        return acts.answer_met(visit.viewer, found, yes=yes, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "met-yes-said" if yes else "met-no-said")
    return redirect("today", slug=visit.place.slug)


def agenda_of_all(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All tables for somebody's own calendar."""

    def made() -> bytes:
        seen = queries.tables_of(visitor(), visit.place, visit.today)
        return _agenda(request, visit, [one.table for one in seen])

    return _file(same_for_all(visit, made, "agenda", request.get_host()), visit.place.slug)


def agenda_of_mine(request: HttpRequest, visit: Visit) -> HttpResponse:
    """The tables that I set or sat at lately, for my own calendar."""
    near = queries.tables_near_me(visit.viewer, visit.place, visit.today)
    return _file(_agenda(request, visit, near), "mijn-tafels")


def agenda_of_one(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One table for somebody's own calendar."""
    one = _table(visit, public_id)
    return _file(_agenda(request, visit, [one]), one.public_id)


def _agenda(request: HttpRequest, visit: Visit, some: list[Table]) -> bytes:
    coming = [(one, next(one.coffees(visit.today, visit.today + LOOKS_AHEAD), None)) for one in some]
    return agenda(
        [(one, when) for one, when in coming if when],
        name=visit.t("nav-tables"),
        title=lambda one: visit.t(f"table-kind-{one.kind}"),
        where=lambda one: _where(visit, one),
        address=lambda one: _address(request, visit, one),
    )


def _file(body: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{name}.ics"'
    return answer


def _address(request: HttpRequest, visit: Visit, one: Table) -> str:
    return request.build_absolute_uri(_to(visit, one))


def _where(visit: Visit, one: Table) -> str:
    return f"{visit.called(one.place)}, {one.spot}" if one.spot else visit.called(one.place)


def _table(visit: Visit, public_id: str) -> Table:
    found = queries.table_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def own_table(visit: Visit, public_id: str) -> Table:
    """A table to tend: only whoever set it gets this far."""
    one = _table(visit, public_id)
    visit.viewer.must("table.tend", visit.place.key, concerned=queries.i_host(visit.viewer, one))
    return one


def form_page(
    request: HttpRequest, visit: Visit, form: Any, deed: Any, title: str, one: Table | None = None
) -> HttpResponse:
    """A form about a table, or about a new one; afterwards back to it."""
    back = _to(visit, one) if one else reverse("tables", args=[visit.place.slug])
    visit.here = _way(visit, one, title)
    context = {
        "title": visit.t(title),
        "intro": visit.t(f"{title}-intro"),
        "button": visit.t(f"{title}-button"),
        "back": back,
    }
    return page_with_form(request, "form.html", form, deed, then=back, said=f"{title}-said", context=context)


def _way(visit: Visit, one: Table | None, title: str) -> list[tuple[str, str]]:
    way = [(visit.t("nav-tables"), reverse("tables", args=[visit.place.slug]))]
    if one:
        way.append((visit.called(one.place), _to(visit, one)))
    return [*way, (visit.t(title), "")]


def _to(visit: Visit, one: Table) -> str:
    return reverse("table", args=[visit.place.slug, one.public_id])
