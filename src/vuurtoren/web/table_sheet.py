"""A sheet for a table on paper: who was there and says yes, for the host to type over afterwards."""

from typing import Any

import segno
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.text import slugify

from vuurtoren.tables.models import Table
from vuurtoren.tables.queries import table_called
from vuurtoren.web.environment import words_of
from vuurtoren.web.paper import pdf
from vuurtoren.web.visit import Visit

ROWS = 10
SENTENCES = {
    "date": "sheet-date",
    "who": "table-met",
    "who_words": "sheet-who-words",
    "number": "sheet-number",
    "name": "sheet-name",
    "may": "sheet-may",
    "signature": "sheet-signature",
    "others": "form-met-someones",
    "others_words": "sheet-others-words",
    "matter": "form-met-matter",
    "matter_words": "form-met-matter-hint",
    "after": "sheet-after",
    "after_words": "sheet-after-words",
    "code_words": "sheet-code-words",
    "code_means": "sheet-code-means",
}
"""The words of the layout that are the same on every sheet."""


def sheet(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A sheet (PDF, A4) for one coffee; it says nothing that the page of the table does not say to everybody."""
    one = table_called(visit.viewer, visit.place, public_id)
    if one is None:
        raise Http404(public_id)
    link = request.build_absolute_uri(reverse("met", args=[visit.place.slug, one.public_id]))
    made = pdf("tables/sheet.typ", _words(visit, one, link), at=visit.at)
    answer = HttpResponse(made, content_type="application/pdf")
    name = slugify(visit.t("sheet-file", place=visit.called(one.place))) or one.public_id
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


def _words(visit: Visit, one: Table, link: str) -> dict[str, Any]:
    """What the layout asks for, in the reader's language."""
    return {
        **{name: visit.t(key) for name, key in SENTENCES.items()},
        "language": visit.language,
        "title": visit.t(f"table-at-{one.kind}", place=visit.called(one.place)),
        "spot": one.spot,
        "when": _when(visit, one),
        "open": visit.t(f"table-open-{one.kind}"),
        "rows": ROWS,
        "code": segno.make(link, error="m").svg_inline(border=0, light="#fff", omitsize=True),
        "address": link,
    }


def _when(visit: Visit, one: Table) -> str:
    if one.ended_at:
        return visit.t("table-over")
    words = words_of(visit.language)
    return visit.t(
        f"table-every-{one.every}", day=words["weekday"](one.first_day), time=words["clock"](one.time)
    )
