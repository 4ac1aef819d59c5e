"""Coffee tables: where and when; set one, move it, let it rest; who met; and whether I was there."""

from collections import Counter
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from vuurtoren.gifts.queries import lookings_of
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.power.queries import visitor
from vuurtoren.tables import acts, queries
from vuurtoren.tables.calendar import agenda
from vuurtoren.tables.models import Table
from vuurtoren.tables.moments import CLAIMED
from vuurtoren.tables.rules import LOG_WITHIN
from vuurtoren.tables.series import Meeting
from vuurtoren.web import table_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.environment import days_of, words_of
from vuurtoren.web.for_all import part_for_all
from vuurtoren.web.forms import address_sent
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.visit import Visit

AGENDA_DAYS = 120
COMING = 6
ONCE_FROM = 12
"""Of so many coffees to come one may be chosen to be otherwise once."""
FEW_MINUTES = 15
"""What is the same for everybody is made anew so often: a coffee that is over is none to come."""


def tables(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Every coffee table of the neighbourhood, the next one first."""
    visit.here = [(visit.t("nav-tables"), "")]
    shown = part_for_all(
        visit,
        "tables/every.html",
        lambda anybody: _every(visit, anybody),
        quarter_of(visit),
    )
    lately = visit.today - LOG_WITHIN
    mine = [
        queries.seen_of(visit.viewer, one, visit.today, visit.at)
        for one in (queries.my_tables(visit.viewer, visit.place) if visit.person else [])
        if one.every != "once" or one.first_day >= lately
    ]
    about = {
        "shown": shown,
        "mine": mine,
        "may_set": visit.viewer.may("table.set", visit.place.key),
    }
    return render(request, "tables/tables.html", about)


def _every(visit: Visit, anybody: Viewer) -> dict[str, Any]:
    seen = queries.tables_of(anybody, visit.place, visit.today, visit.at)
    here = Counter(one.table.place_id for one in seen)
    return {
        "tables": seen,
        "twice": {place for place, count in here.items() if count > 1},
        "questions": queries.questions_for_all(anybody, [one.table for one in seen]),
    }


def quarter_of(visit: Visit) -> int:
    """Which quarter of an hour of the day it is."""
    now = timezone.localtime(visit.at)
    return (now.hour * 60 + now.minute) // FEW_MINUTES


def table(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One table: where and when, and for who sat there who met."""
    one = table_here(visit, public_id)
    visit.here = [
        (visit.t("nav-tables"), reverse("tables", args=[visit.place.slug])),
        (visit.called(one.place), ""),
    ]
    hosts = queries.i_host(visit.viewer, one)
    tends = visit.viewer.may("table.tend", visit.place.key, concerned=hosts)
    met = queries.met_at(visit.viewer, one, visit.at)
    offered = queries.tables_offered_me(visit.viewer, visit.place) if one.offered_to_id else []
    nobodys = queries.has_no_host(visit.viewer, one, visit.at)
    claims = queries.claims_asked_of_me(visit.viewer, visit.place) if hosts or met else []
    about = {
        "seen": queries.seen_of(visit.viewer, one, visit.today, visit.at),
        "coming": queries.coming_at(visit.viewer, one, visit.at, AGENDA_DAYS)[:COMING],
        "hosts": hosts and tends,
        "to_write": queries.days_to_write(visit.viewer, one, visit.at)[:1] if hosts and tends else [],
        "rounds": queries.rounds_of(visit.viewer, one),
        "met": met,
        "claims": [some for some in claims if some.table.pk == one.pk],
        "my_claims": queries.my_claims(visit.viewer, one),
        "offered": [some for some in offered if some.pk == one.pk],
        "nobodys": nobodys,
        "may_take_over": nobodys and queries.may_take_over(visit.viewer, one),
        "may_end": nobodys and visit.viewer.may("table.nobodys", visit.place.key),
        "my_days": [] if met or not visit.person else queries.my_days_at(visit.viewer, one),
        "for_all": queries.said_for_all(visit.viewer, one),
        "open_days": queries.open_to_me(visit.viewer, one, visit.today),
        "link": _address(request, visit, one),
        "lookings": lookings_of(visit.viewer, visit.place, visit.today, about=one.public_id),
    }
    return render(request, "tables/table.html", about)


def card(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A card to print and hang up or lay on the table, with a code that a phone reads."""
    one = table_here(visit, public_id)
    visit.here = _way(visit, one, "table-card")
    link = _address(request, visit, one)
    code = segno.make(link, error="m").svg_data_uri(scale=8, border=3, light="#fff", omitsize=True)
    seen = queries.seen_of(visit.viewer, one, visit.today, visit.at)
    return render(request, "tables/card.html", {"seen": seen, "link": link, "code": code})


def set_table(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Coffee at a place and a time. That is all that is asked. `?beside=`: begin with those of a table it grew from."""
    home = visit.person.home_id if visit.person and visit.person.home else None
    initial = {"day": visit.today + timedelta(days=1), "time": "10:00", "every": "week", "place": home}
    beside = address_sent(request.GET.get("beside", ""))
    if beside and (found := queries.table_called(visit.viewer, visit.place, beside)):
        initial |= {"time": f"{found.time:%H:%M}", "every": found.every, "place": found.place_id}
    form = forms.SetTable(request.POST or None, visit=visit, initial=initial)
    return set_or_ask(request, visit, form, acts.set_table, "table-set", "coffee")


def set_or_ask(
    request: HttpRequest, visit: Visit, form: Any, act: Callable[..., Moment], title: str, kind: str
) -> HttpResponse:
    """Set a table; where the same stands there already, it is asked first whether there is to be another one."""
    stands: list[Table] = []

    def deed(given: dict[str, Any]) -> Moment:
        try:
            return act(visit.viewer, another=bool(request.POST.get("sure")), at=visit.at, **given)
        except Refused as refused:
            found = queries.stands_here(visit.viewer, given["place"], given["when"], kind)
            if refused.code == "tables.stands_here" and found:
                stands.append(found)
            raise

    shown = form_page(request, visit, form, deed, title)
    if not stands:
        return shown
    seen = queries.seen_of(visit.viewer, stands[0], visit.today, visit.at)
    return render(request, "tables/again.html", {"one": seen, "form": form})


def change(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Another place or time from now on. That a series gets another weekday or ends is said, and asked, before it is so."""
    one = own_table(visit, public_id)
    following = next((met for met in queries.coming_at(visit.viewer, one, visit.at, AGENDA_DAYS)), None)
    initial = {
        "place": one.place_id,
        "spot": one.spot,
        "day": following.usual.date() if following else one.first_day,
        "time": f"{one.time:%H:%M}",
        "every": one.every,
    }
    form = forms.SetTable(request.POST or None, visit=visit, initial=initial)
    if request.method == "POST" and not request.POST.get("sure") and form.is_valid():
        when = form.cleaned_data["when"]
        other_day = when.day.weekday() != one.first_day.weekday()
        if one.every != "once" and (other_day or when.every == "once"):
            visit.here = _way(visit, one, "table-change")
            return render(request, "tables/sure.html", {"table": one, "when": when, "form": form})
    return form_page(
        request,
        visit,
        form,
        lambda given: acts.change_table(visit.viewer, one, at=visit.at, **given),
        "table-change",
        one,
        template="tables/change.html",
    )


def once(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Only this time: one coffee of a series at another time, or not at all."""
    one = own_table(visit, public_id)
    if one.every == "once":
        return redirect("change_table", slug=visit.place.slug, public_id=one.public_id)
    coming = queries.coming_at(visit.viewer, one, visit.at, AGENDA_DAYS)[:ONCE_FROM]
    asked = request.GET.get("planned", "")
    chosen = next(
        (met for met in coming if met.usual.date().isoformat() == asked), coming[0] if coming else None
    )
    initial = {"how": "move", "time": one.time}
    if chosen:
        initial |= {
            "planned": chosen.usual.date().isoformat(),
            "day": chosen.when.date(),
            "time": chosen.when.time(),
        }
    form = forms.Once(
        request.POST or None,
        visit=visit,
        initial=initial,
        planned=[(met.usual.date().isoformat(), _planned(visit, met)) for met in coming],
        usual=one.time,
    )
    return form_page(
        request,
        visit,
        form,
        lambda given: acts.change_once(visit.viewer, one, at=visit.at, **given),
        "table-once",
        one,
    )


def _planned(visit: Visit, met: Meeting) -> str:
    words = {**words_of(visit.language), **days_of(visit.language, visit.today)}
    usual = f"{words['day'](met.usual.date())}, {words['clock'](met.usual)}"
    if met.at is None:
        return visit.t("once-off", usual=usual)
    if met.otherwise:
        return visit.t(
            "once-moved", usual=usual, day=words["day"](met.at.date()), time=words["clock"](met.at)
        )
    return usual


def rest(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The table rests until a day."""
    one = own_table(visit, public_id, nobodys=True)
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
    one = table_here(visit, public_id)
    if request.method == "POST":
        do(request, lambda: acts.go_on(visit.viewer, one, at=visit.at))
        tell(request, "table-go-on-said")
    return redirect(address_of(visit, one))


def end(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The table has been. Asked once more, since it does not come back."""
    one = own_table(visit, public_id, nobodys=True)
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
    days = queries.days_to_write(visit.viewer, one, visit.at)
    initial = {"day": days[0] if days else None, "seen_by": "host", "whose": ""}
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

    about = {} if days else {"intro": visit.t("table-all-written")}
    return form_page(request, visit, form, deed, "table-met", one, **about)


def undo_met(request: HttpRequest, visit: Visit, public_id: str, met: str) -> HttpResponse:
    """That was a slip: it was not so. One tap, within a day."""
    one = table_here(visit, public_id)

    def deed() -> Moment:
        found = queries.met_called(visit.viewer, one, met)
        if found is None:
            raise Http404(met)
        return acts.undo_met(visit.viewer, found, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "table-met-undone")
    return redirect(address_of(visit, one))


def was_there(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """I was there too: one tap."""
    one = table_here(visit, public_id)
    if request.method == "POST":
        form = forms.There(request.POST, visit=visit)
        if not form.is_valid():
            raise Http404
        day = form.cleaned_data["day"]
        done = do(request, lambda: acts.was_there(visit.viewer, one, day=day, at=visit.at))
        tell(request, "table-there-asked-said" if done.kind == CLAIMED.name else "table-there-said")
    return redirect(address_of(visit, one))


def answer_claim(request: HttpRequest, visit: Visit, claim: str) -> HttpResponse:
    """Somebody says that they were there too: is that so? Each one tap."""
    yes = request.POST.get("answer") == "yes"

    def deed() -> Moment:
        found = queries.claim_called(visit.viewer, visit.place, claim)
        if found is None:
            raise Http404(claim)
        return acts.answer_claim(visit.viewer, found, yes=yes, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "claim-yes-said" if yes else "claim-no-said")
    return redirect(back_from_table(request, visit))


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
    return redirect(back_from_table(request, visit))


def leave_out(request: HttpRequest, visit: Visit, present: str) -> HttpResponse:
    """Somebody without an account asks not to be named here: one tap of who may write down people on paper."""

    def deed() -> Moment:
        found = queries.on_paper_called(visit.viewer, visit.place, present)
        if found is None:
            raise Http404(present)
        return acts.leave_out(visit.viewer, found, at=visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, "table-left-out")
    return redirect(back_from_table(request, visit))


def back_from_table(request: HttpRequest, visit: Visit) -> str:
    """To the table on whose page it was tapped, or to Today."""
    sent = address_sent(request.POST.get("table", ""))
    one = queries.table_called(visit.viewer, visit.place, sent) if sent else None
    return address_of(visit, one) if one else reverse("today", args=[visit.place.slug])


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
    one = table_here(visit, public_id)
    return _file(_agenda(request, visit, [one]), one.public_id)


def _agenda(request: HttpRequest, visit: Visit, some: list[Table]) -> bytes:
    return agenda(
        some,
        visit.today,
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
    return request.build_absolute_uri(address_of(visit, one))


def _where(visit: Visit, one: Table) -> str:
    return f"{visit.called(one.place)}, {one.spot}" if one.spot else visit.called(one.place)


def table_here(visit: Visit, public_id: str) -> Table:
    """A table of this neighbourhood, or a page that is not there."""
    found = queries.table_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    return found


def own_table(visit: Visit, public_id: str, *, nobodys: bool = False) -> Table:
    """A table to tend: only whoever hosts it gets this far. `nobodys`: and who may let one rest or end without a host."""
    one = table_here(visit, public_id)
    if nobodys and _is_nobodys(visit, one):
        return one
    visit.viewer.must("table.tend", visit.place.key, concerned=queries.i_host(visit.viewer, one))
    return one


def _is_nobodys(visit: Visit, one: Table) -> bool:
    may = visit.viewer.may("table.nobodys", visit.place.key)
    return may and queries.has_no_host(visit.viewer, one, visit.at)


def form_page(
    request: HttpRequest,
    visit: Visit,
    form: Any,
    deed: Any,
    title: str,
    one: Table | None = None,
    *,
    template: str = "form.html",
    **about: Any,
) -> HttpResponse:
    """A form about a table, or about a new one; afterwards to it."""
    back = address_of(visit, one) if one else reverse("tables", args=[visit.place.slug])
    visit.here = _way(visit, one, title)
    context = {
        "title": visit.t(title),
        "intro": visit.t(f"{title}-intro"),
        "button": visit.t(f"{title}-button"),
        "back": back,
        "table": one,
        **about,
    }
    then = back if one else lambda done: _to_new(visit, done)
    return page_with_form(request, template, form, deed, then=then, said=f"{title}-said", context=context)


def _to_new(visit: Visit, done: Moment) -> str:
    found = queries.table_keyed(visit.viewer, visit.place, done.about) if done.about else None
    return address_of(visit, found) if found else reverse("tables", args=[visit.place.slug])


def _way(visit: Visit, one: Table | None, title: str) -> list[tuple[str, str]]:
    way = [(visit.t("nav-tables"), reverse("tables", args=[visit.place.slug]))]
    if one:
        way.append((visit.called(one.place), address_of(visit, one)))
    return [*way, (visit.t(title), "")]


def address_of(visit: Visit, one: Table) -> str:
    """The page of a table."""
    return reverse("table", args=[visit.place.slug, one.public_id])
