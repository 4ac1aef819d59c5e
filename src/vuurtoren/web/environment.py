"""What every template can use: sentences, addresses, who looks and where."""

from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import uuid4

from babel.dates import format_date, format_timedelta
from babel.numbers import format_decimal
from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined

from vuurtoren.language import LANGUAGES, say
from vuurtoren.light.queries import light_of
from vuurtoren.web import notices
from vuurtoren.web.visit import Visit


def environment(**options: Any) -> Environment:
    """The Jinja environment: autoescape on, unknown names are errors, no `safe` filter for anybody's text."""
    wanted = {**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(**{**wanted, "autoescape": True})  # noqa: S701  it is on, one line further up than ruff looks
    env.globals.update(
        url=_url, static=static, languages=LANGUAGES, source_url="https://github.com/vuurtoren/vuurtoren"
    )
    return env


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What belongs to this reader: `t`, `day`, `number`, `visit`, a key for each form, the light."""
    visit: Visit = request.visit  # type: ignore[attr-defined]
    language = visit.language
    return {
        "t": partial(say, language),
        "lang": language,
        "dir": LANGUAGES[language].direction,
        "visit": visit,
        "viewer": visit.viewer,
        "neighbourhood": visit.neighbourhood,
        "here": visit.here,
        "form_key": _form_key,
        "day": partial(_day, language),
        "day_short": partial(_day, language, form="d MMM"),
        "ago": partial(_ago, language),
        "number": partial(_number, language),
        "light": light_of(visit.viewer, visit.neighbourhood) if visit.neighbourhood else None,
        "notice": _notice(request, visit),
        "basemap": settings.BASEMAP,
    }


def _notice(request: HttpRequest, visit: Visit) -> str | None:
    words = notices.waiting(request)
    visit.heard = words is not None
    return words


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args or None, kwargs=kwargs or None)


def _form_key() -> str:
    """A key for one form on one page: sent twice, the deed is done once."""
    return uuid4().hex


def _day(language: str, when: date | datetime, form: str = "EEEE d MMMM") -> str:
    if isinstance(when, datetime):
        when = timezone.localtime(when).date()
    return str(format_date(when, form, locale=language))


def _ago(language: str, when: datetime) -> str:
    return str(format_timedelta(when - timezone.now(), add_direction=True, locale=language))


def _number(language: str, value: float, digits: int = 0) -> str:
    return str(format_decimal(round(value, digits), locale=language, decimal_quantization=False))
