"""The days of a professional: a tap on a phone, a line in one's own words, and what one shares of it."""

from datetime import date, timedelta
from typing import Any

from babel.dates import format_date
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.people.rules import Role
from vuurtoren.reflection.queries import my_errands
from vuurtoren.stay import acts, queries
from vuurtoren.stay.rules import KINDS, SHARES, WRITE_WITHIN, months_between
from vuurtoren.tables import queries as tables
from vuurtoren.web import stay_forms as forms
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.visit import Visit

SHARED_FOR = timedelta(days=91)
"""For so long the form proposes to share."""


def days(request: HttpRequest, visit: Visit) -> HttpResponse:
    """My days here: what I did, since when I am here, whom I know (a number), and what neighbours may see."""
    visit.here = [(visit.t("stay-days"), "")]
    viewer, where = visit.viewer, visit.place
    seen = queries.my_days(viewer, where)
    since = queries.since_when(viewer, where)
    promises = queries.my_promises(viewer, where, visit.today)
    about = {
        "today": next((one for one in seen if one.day == visit.today), None),
        "days": seen,
        "yesterday": visit.today - timedelta(days=1),
        "every": KINDS,
        "may_write": viewer.may("day.write", where.key),
        "months": months_between(since, visit.today) if since else None,
        "since": since,
        "known": tables.how_many_i_know(viewer, where),
        "leavings": queries.my_leavings(viewer, where, visit.today),
        "leads": viewer.may("work.lead", where.key, concerned=True)
        and bool(queries.led_by(viewer, where, visit.today)),
        "shared": queries.i_share(viewer, where, visit.today),
        "asked": [one for one in promises if "answer" in one.may],
        "promises": [one for one in promises if one.part == "mine" and "answer" not in one.may],
        "fell": [one for one in promises if one.part == "lead" and "answer" not in one.may],
    }
    return render(request, "stay/days.html", about)


def on_today(visit: Visit) -> dict[str, Any]:
    """What Today tells a professional first: what they are asked, who leaves, and where they go and drink coffee."""
    viewer, where = visit.viewer, visit.place
    if not viewer.is_a(Role.WORKER, where.key):
        return {}
    waits = queries.what_waits(viewer, where, visit.today)
    return {
        "fell": waits.fell,
        "asked": waits.asked,
        "leavings": waits.leavings,
        "leads": waits.leads,
        "late": waits.late,
        "errands": my_errands(viewer, where),
    }


def was_here(request: HttpRequest, visit: Visit) -> HttpResponse:
    """One thing I did today: one tap. Tapped by mistake, one tap takes it off."""
    if request.method == "POST":
        off = "off" in request.POST
        kind = request.POST.get("off" if off else "kind", "")
        do(request, lambda: acts.was_here(visit.viewer, visit.place, kind=kind, off=off, at=visit.at))
        tell(request, "stay-day-off-said" if off else "stay-day-said")
    return redirect("days", slug=visit.place.slug)


def write_day(request: HttpRequest, visit: Visit, day: date) -> HttpResponse:
    """A day in my own words, which nobody else reads."""
    now = queries.day_of(visit.viewer, visit.place, day)
    form = forms.OwnDay(request.POST or None, visit=visit, initial={"kinds": now.kinds, "own": now.words})

    def deed(given: dict[str, Any]) -> Any:
        return acts.write_day(
            visit.viewer, visit.place, day=day, kinds=given["kinds"], words=given["own"], at=visit.at
        )

    about = {
        "before": day - timedelta(days=1) if day > visit.today - WRITE_WITHIN else None,
        "after": day + timedelta(days=1) if day < visit.today else None,
    }
    title = format_date(day, "EEEE d MMMM y", locale=visit.language)
    return _form(
        request, visit, form, deed, "stay-write", "stay/day.html", title[:1].upper() + title[1:], about
    )


def share_days(request: HttpRequest, visit: Visit) -> HttpResponse:
    """How often I was here lately, shown to neighbours up to a day, or to nobody. The form opens on what is so now."""
    now = queries.i_share(visit.viewer, visit.place, visit.today)
    initial = {
        "period": next((name for name, days in SHARES.items() if now and now.length == days), "nobody"),
        "until": now.until if now else visit.today + SHARED_FOR,
    }
    form = forms.Share(request.POST or None, visit=visit, initial=initial)

    def deed(given: dict[str, Any]) -> Any:
        length = SHARES.get(given["period"])
        return acts.share_days(visit.viewer, visit.place, length=length, until=given["until"], at=visit.at)

    return _form(request, visit, form, deed, "stay-share")


def _form(
    request: HttpRequest,
    visit: Visit,
    form: Any,
    deed: Any,
    words: str,
    template: str = "form.html",
    title: str = "",
    about: dict[str, Any] | None = None,
) -> HttpResponse:
    back, title = reverse("days", args=[visit.place.slug]), title or visit.t(words)
    visit.here = [(visit.t("stay-days"), back), (title, "")]
    context = {
        "title": title,
        "intro": visit.t(f"{words}-intro"),
        "button": visit.t(f"{words}-button"),
        "back": back,
        **(about or {}),
    }
    return page_with_form(request, template, form, deed, then=back, said=f"{words}-said", context=context)
