"""A table on paper: a sheet to write down who was there, and a poster to hang up."""

from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from vuurtoren.tables.models import Table
from vuurtoren.tables.queries import seen_of, table_called
from vuurtoren.web.environment import days_of, words_of
from vuurtoren.web.paper import LIGHTHOUSE, pdf
from vuurtoren.web.visit import Visit

ROWS = 10
SENTENCES = {
    "date": "sheet-date",
    "who": "table-met",
    "who_words": "sheet-who-words",
    "number": "sheet-number",
    "name": "sheet-name",
    "may": "sheet-may",
    "others": "form-met-someones",
    "others_words": "sheet-others-words",
    "matter": "form-met-matter",
    "matter_words": "form-met-matter-hint",
    "after": "sheet-after",
    "after_words": "sheet-after-words",
    "code_words": "sheet-code-words",
    "code_means": "sheet-code-means",
}
"""The words of the sheet that are the same on every one."""


def sheet(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A sheet (PDF, A4) for one coffee; it says nothing that the page of the table does not say to everybody."""
    one = _table(visit, public_id)
    link = request.build_absolute_uri(reverse("met", args=[visit.place.slug, one.public_id]))
    own = {
        **{name: visit.t(key) for name, key in SENTENCES.items()},
        "when": _when(visit, one),
        "open": visit.t(f"table-open-{one.kind}"),
        "rows": ROWS,
    }
    return _printed(visit, one, "sheet", {**_about(visit, one, link), **own})


def poster(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A poster (PDF, A4, as sharp on A3): what, where, when, and that one may simply come. The same as its page says to
    everybody."""
    one = _table(visit, public_id)
    link = request.build_absolute_uri(reverse("table", args=[visit.place.slug, one.public_id]))
    seen = seen_of(visit.viewer, one, visit.today)
    day = days_of(visit.language, visit.today)["day"]
    own = {
        "neighbourhood": visit.place.name,
        "kind": visit.t(f"table-kind-{one.kind}"),
        "place": visit.called(one.place),
        "when": _on_the_day(visit, one) or _when(visit, one),
        "rests": visit.t("table-rests", day=day(one.rests_until)) if seen.resting else "",
        "come": "" if one.ended_at else visit.t("poster-come"),
        "open": visit.t("table-open-learning") if one.kind == "learning" else "",
        "more": visit.t("poster-more"),
        "code_means": visit.t("table-card-code"),
        "lighthouse": LIGHTHOUSE.read_text(encoding="utf-8"),
    }
    return _printed(visit, one, "poster", {**_about(visit, one, link), **own})


def _table(visit: Visit, public_id: str) -> Table:
    one = table_called(visit.viewer, visit.place, public_id)
    if one is None:
        raise Http404(public_id)
    return one


def _about(visit: Visit, one: Table, link: str) -> dict[str, Any]:
    """What both papers say of a table, in the reader's language, with a code that leads to `link`."""
    return {
        "language": visit.language,
        "title": visit.t(f"table-at-{one.kind}", place=visit.called(one.place)),
        "spot": one.spot,
        "code": segno.make(link, error="m").svg_inline(border=0, light="#fff", omitsize=True),
        "address": link,
    }


def _printed(visit: Visit, one: Table, layout: str, words: dict[str, Any]) -> HttpResponse:
    answer = HttpResponse(pdf(f"tables/{layout}.typ", words, at=visit.at), content_type="application/pdf")
    name = slugify(visit.t(f"{layout}-file", place=visit.called(one.place))) or one.public_id
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


def _when(visit: Visit, one: Table) -> str:
    if one.ended_at:
        return visit.t("table-over")
    words = words_of(visit.language)
    return visit.t(
        f"table-every-{one.every}", day=words["weekday"](one.first_day), time=words["clock"](one.time)
    )


def _on_the_day(visit: Visit, one: Table) -> str:
    """Of a table that is there once: the day itself; a poster without it says nothing."""
    if one.every != "once" or one.ended_at:
        return ""
    words = {**words_of(visit.language), **days_of(visit.language, visit.today)}
    return visit.t("poster-once", day=words["day"](one.first_day), time=words["clock"](one.time))
