"""Around every page: the visit, the language, no private page in a cache, and a no that is a page with words."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.http import urlencode

from vuurtoren.journal.patience import is_trouble
from vuurtoren.language import Refused
from vuurtoren.web import notices, trouble
from vuurtoren.web.blocks import block_of
from vuurtoren.web.leaving import way_on
from vuurtoren.web.visit import visit_of

SAME_FOR_ALL = "same_for_all"
"""Set on an answer that read nothing but what everybody may see, and says itself how long it may be kept."""
Answer = Callable[[HttpRequest], HttpResponse]


class VisitMiddleware:
    """Makes `request.visit`; whatever read a private row is not kept by any cache."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.encoding = "utf-8"  # as our pages send it, whatever a request says of itself
        visit = visit_of(request)
        request.visit = visit  # type: ignore[attr-defined]
        if "\0" in request.path or "%00" in request.META.get("QUERY_STRING", ""):
            raise Http404  # no name, street or search has it, and PostgreSQL takes it badly
        with translation.override(visit.language):
            response = self.get_response(request)
        if visit.told:
            notices.pass_on(response, visit.told)
        elif visit.heard:
            notices.forget(response)
        response.headers["Content-Language"] = visit.language
        somebody = visit.person is not None or not request.session.is_empty()
        private = somebody and not getattr(response, SAME_FOR_ALL, False)
        if private or "Cache-Control" not in response.headers:
            response.headers["Cache-Control"] = "no-store" if private else "no-cache"
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """A refusal that no form caught becomes a page; a visitor is led to the sign-in page and back."""
        if isinstance(error, Refused):
            if error.code == "power.sign_in_first":
                back = (
                    request.get_full_path()
                    if request.method == "GET"
                    else request.headers.get("Referer", "/")
                )
                return redirect(f"{reverse('account_login')}?{urlencode({'next': back})}")
            status = 403 if error.code.startswith("power.") else 409
            about = {
                "refused": error,
                "block": block_of(request.visit, error),  # type: ignore[attr-defined]
                "way": way_on(request.visit, error),  # type: ignore[attr-defined]
            }
            return render(request, "refused.html", about, status=status)
        if is_trouble(error):
            return trouble.database(request, error)
        return None
