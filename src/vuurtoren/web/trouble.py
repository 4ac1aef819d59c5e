"""When something is wrong: one clear sentence on a page that asks the database nothing more."""

import logging
import sys

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from vuurtoren.journal.patience import has_no_room, is_trouble
from vuurtoren.language import Refused
from vuurtoren.power.queries import visitor
from vuurtoren.web.visit import Visit, language_asked

log = logging.getLogger("vuurtoren")
RETRY_AFTER_S = "5"
TOO_BIG = (RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent)


def database(request: HttpRequest, error: BaseException) -> HttpResponse:
    """The database has no room (507), or others keep it busy or away (503). The form may be sent again."""
    full = has_no_room(error)
    log.error("%s: the database says %s", request.path, type(error.__cause__ or error).__name__)
    return _page(request, "full" if full else "busy", 507 if full else 503)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours; the deed was undone whole. Trouble of the database outside a page comes by here too."""
    error = sys.exc_info()[1]
    return database(request, error) if error and is_trouble(error) else _page(request, "broken", 500)


def not_understood(request: HttpRequest, exception: Exception) -> HttpResponse:
    """What was sent is too much for a form (413), or is not a form at all (400)."""
    return (
        _page(request, "too-much", 413) if isinstance(exception, TOO_BIG) else _page(request, "unread", 400)
    )


def from_elsewhere(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form without the mark that our pages carry, or with an old one."""
    _quiet(request)
    return render(request, "refused.html", {"refused": Refused("web.form_without_key")}, status=403)


def _page(request: HttpRequest, words: str, status: int) -> HttpResponse:
    _quiet(request)
    answer = render(request, "trouble.html", {"words": words}, status=status)
    if status in (503, 507):
        answer.headers["Retry-After"] = RETRY_AFTER_S
    return answer


def _quiet(request: HttpRequest) -> None:
    """Keep who looks and in which language, and let go of all that the frame of a page would look up."""
    visit: Visit | None = getattr(request, "visit", None)
    viewer = visit.viewer if visit else visitor(language_asked(request))
    request.visit = Visit(viewer, timezone.now(), visit.person if visit else None)  # type: ignore[attr-defined]
