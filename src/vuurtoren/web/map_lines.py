"""The streets as lines for the map: one file for everybody, made anew only after a deed in the neighbourhood.

A city's worth of lines is some megabytes. The file holds nothing that is not for all: names of streets, grades, steps.
It carries the day and the head of the journal as its mark (ETag): who has it already is answered with a few bytes, and
it is fresh to the last deed, since every deed changes that head. The head is read before the rows, so a file is never
older than its mark says.
"""

import gzip
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified

from vuurtoren.language import LANGUAGES
from vuurtoren.people.rules import Viewer
from vuurtoren.places.bynames import said
from vuurtoren.places.models import Neighbourhood
from vuurtoren.response import queries as response
from vuurtoren.web.middleware import SAME_FOR_ALL

DECIMALS = 6
"""A tenth of a metre."""
SQUEEZE = 4
MOST_KEPT = 16


@dataclass
class _Kept:
    """Of one neighbourhood: the newest file with its mark, and each line as text with the digest it was made from."""

    file: tuple[str, bytes] = ("", b"")
    lines: dict[int, tuple[str, str]] = field(default_factory=dict)


_kept: dict[UUID, _Kept] = {}


def map_lines(
    request: HttpRequest, viewer: Viewer, where: Neighbourhood, head: str, today: date
) -> HttpResponse:
    """The file as it is `today` since `head`, the journal's newest seal; or that nothing changed since the one the browser
    has."""
    mark = f'W/"{today}-{head}"'
    if request.headers.get("If-None-Match") == mark:
        return _for_all(HttpResponseNotModified(), mark)
    kept = _kept.setdefault(where.key, _Kept())
    known, body = kept.file
    if known != mark:
        body = _made(viewer, where, today, kept)
        kept.file = (mark, body)
    while len(_kept) > MOST_KEPT:
        _kept.pop(next(iter(_kept)), None)
    squeezed = "gzip" in request.headers.get("Accept-Encoding", "")
    answer = HttpResponse(body if squeezed else gzip.decompress(body), content_type="application/geo+json")
    if squeezed:
        answer.headers["Content-Encoding"] = "gzip"
    return _for_all(answer, mark)


def _for_all(answer: HttpResponse, mark: str) -> HttpResponse:
    for name, value in (("ETag", mark), ("Cache-Control", "no-cache"), ("Vary", "Accept-Encoding")):
        answer.headers[name] = value
    setattr(answer, SAME_FOR_ALL, True)
    return answer


def _made(viewer: Viewer, where: Neighbourhood, today: date, kept: _Kept) -> bytes:
    rows = response.line_rows(viewer, where, today)
    changed = [one.place_id for one in rows if kept.lines.get(one.place_id, ("",))[0] != one.digest]
    lines = _lines(viewer, where, rows, kept.lines, changed) if changed else kept.lines
    kept.lines = lines
    features = ",".join(
        _feature(one, lines[one.place_id][1], where.slug) for one in rows if one.place_id in lines
    )
    return gzip.compress(f'{{"type":"FeatureCollection","features":[{features}]}}'.encode(), SQUEEZE)


def _lines(
    viewer: Viewer,
    where: Neighbourhood,
    rows: Iterable[response.LineRow],
    before: dict[int, tuple[str, str]],
    changed: list[int],
) -> dict[int, tuple[str, str]]:
    """The lines of all rows as text: of those that changed made anew, of the others as they were."""
    new = {place: _text(line) for place, line in response.lines_of(viewer, where, changed)}
    digests = {one.place_id: one.digest for one in rows}
    old = {place: kept for place, kept in before.items() if digests.get(place) == kept[0]}
    return {**old, **{place: (digests[place], text) for place, text in new.items() if place in digests}}


def _text(line: dict[str, Any]) -> str:
    return json.dumps({**line, "coordinates": _rounded(line["coordinates"])}, separators=(",", ":"))


def _rounded(part: Any) -> Any:
    return [_rounded(one) for one in part] if isinstance(part, list) else round(part, DECIMALS)


def _feature(row: response.LineRow, line: str, slug: str) -> str:
    own = {f"name_{code}": said(code, row.byname) for code in LANGUAGES} if row.byname else {}
    about = {"name": row.name, **own, "grade": row.grade, "step": row.step, "kind": row.kind}
    told = json.dumps({**about, "href": f"/{slug}/street/{row.public_id}/"}, separators=(",", ":"))
    return f'{{"type":"Feature","geometry":{line},"properties":{told}}}'
