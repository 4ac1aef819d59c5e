"""A word of thanks for the next page. It travels in a signed cookie: a deed that is kept needs no second write."""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

COOKIE = "bericht"
LASTS_S = 600
MOST = 1000


def waiting(request: HttpRequest) -> str | None:
    """What the page before left for this one, if it is really ours."""
    if not (sent := request.COOKIES.get(COOKIE)):
        return None
    try:
        return str(signing.loads(sent, salt=COOKIE, max_age=LASTS_S))
    except signing.BadSignature:
        return None


def pass_on(response: HttpResponse, words: str) -> None:
    """Let the browser bring `words` to the next page."""
    response.set_cookie(
        COOKIE,
        signing.dumps(words[:MOST], salt=COOKIE),
        max_age=LASTS_S,
        httponly=True,
        samesite="Lax",
        secure=settings.SECURE,
    )


def forget(response: HttpResponse) -> None:
    """It was read."""
    response.delete_cookie(COOKIE, samesite="Lax")
