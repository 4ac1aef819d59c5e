"""The house exactly as `vuurtoren serve` serves it, and beside it an empty Django view to measure it against.

The empty view knows nothing of the house: no middleware, no session, no database, the plainest answer Django can give.
It is reached here only; the house's own address book does not have it.
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.test.utils import override_settings
from django.urls import path

from vuurtoren.config.wsgi import application as house

EMPTY = "/empty-view-of-the-benchmark/"


def empty(request: HttpRequest) -> HttpResponse:
    """Nothing."""
    return HttpResponse("")


urlpatterns = [path(EMPTY.strip("/") + "/", empty)]


class Plain(WSGIHandler):
    """A Django that has no middleware and one address."""

    def get_response(self, request: HttpRequest) -> Any:
        request.urlconf = __name__
        return super().get_response(request)


with override_settings(MIDDLEWARE=[], ROOT_URLCONF=__name__):
    plain = Plain()


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """The house, and at one address nothing."""
    here = plain if environ["PATH_INFO"] == EMPTY else house
    answer: Iterable[bytes] = here(environ, start_response)
    return answer
