"""What every template can use: sentences, addresses, who looks and where."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache, partial
from typing import Any
from uuid import uuid4

from babel.dates import format_date, format_time, format_timedelta
from babel.numbers import format_currency, format_decimal
from django.conf import settings
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.urls import reverse
from django.utils import timezone
from jinja2 import Environment, StrictUndefined

from vuurtoren.language import LANGUAGES, say
from vuurtoren.light.models import Light
from vuurtoren.light.queries import light_of
from vuurtoren.places.bynames import called
from vuurtoren.power.queries import visitor
from vuurtoren.response.queries import crew_named
from vuurtoren.web import drawn, notices
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.pen import pen_line
from vuurtoren.web.spots import address
from vuurtoren.web.visit import Visit

MOST_ADDRESSES = 8192
MOST_WORDS = 4096
WITHOUT_A_YEAR = timedelta(days=182)
"""A day of the last or the coming half year is said without its year; one further away could be another year's."""


def environment(**options: Any) -> Environment:
    """The Jinja environment: autoescape on, unknown names are errors, no `safe` filter for anybody's text."""
    wanted = {**options, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(**{**wanted, "autoescape": True})  # noqa: S701  it is on, one line further up than ruff looks
    env.template_class = drawn.Drawn
    env.globals.update(
        url=_url,
        task_url=address,
        static=cache(static),
        languages=LANGUAGES,
        source_url="https://github.com/vuurtoren/vuurtoren",
        pen_line=pen_line,
        say=say,
        day_in=_day,
    )
    return env


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What belongs to this reader: `t`, `day`, `number`, `visit`, a key for each form, the light."""
    visit: Visit = request.visit  # type: ignore[attr-defined]
    language = visit.language
    return {
        **words_of(language),
        **days_of(language, visit.today),
        "visit": visit,
        "viewer": visit.viewer,
        "csrf_input": _OnceAPage(request),
        "neighbourhood": visit.neighbourhood,
        "here": visit.here,
        "form_key": _form_key,
        "light": _light(visit) if visit.neighbourhood else None,
        "notice": _notice(request, visit),
        "basemap": settings.BASEMAP,
        drawn.NAME: {},
    }


@cache
def words_of(language: str) -> Mapping[str, Any]:
    """What templates say things with: sentences, days and numbers in a language; nothing of a reader."""
    return {
        "t": partial(say, language),
        "called": partial(called, language),
        "crew_named": partial(crew_named, language),
        "lang": language,
        "dir": LANGUAGES[language].direction,
        "day": partial(_day, language),
        "day_short": partial(_day, language, form="d MMM"),
        "weekday": partial(_day, language, form="EEEE"),
        "clock": partial(_clock, language),
        "ago": partial(_ago, language),
        "number": partial(_number, language),
        "euros_": partial(_euros, language),
    }


@lru_cache(64)
def days_of(language: str, today: date) -> Mapping[str, Any]:
    """The days of `words_of` for who reads today: with the year where `today` does not make clear which year it is."""
    return {
        "day": partial(_day, language, today=today),
        "day_short": partial(_day, language, form="d MMM", today=today),
        "as_of": today,
    }


def _light(visit: Visit) -> Light | None:
    return same_for_all(visit, lambda: light_of(visitor(visit.language), visit.place), "light")


class _OnceAPage:
    """The hidden field against forged forms, drawn at its first use and the same for all forms of a page."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.field: str | None = None

    def __html__(self) -> str:
        if self.field is None:
            self.field = csrf_input(self.request)
        return self.field


@lru_cache(MOST_ADDRESSES)
def _url(name: str, *args: Any) -> str:
    return reverse(name, args=args or None)


def _notice(request: HttpRequest, visit: Visit) -> str | None:
    words = notices.waiting(request)
    visit.heard = words is not None
    return words


def _form_key() -> str:
    """A key for one form on one page: sent twice, the deed is done once."""
    return uuid4().hex


def _day(
    language: str, when: date | datetime, form: str = "EEEE d MMMM", *, today: date | None = None
) -> str:
    """A day in words; a `form` that tells the day and no year gets one where `today` is far away."""
    day = timezone.localtime(when).date() if isinstance(when, datetime) else when
    needs = today is not None and abs(day - today) > WITHOUT_A_YEAR and "d" in form and "y" not in form
    return _day_words(language, day, f"{form} y" if needs else form)


@lru_cache(MOST_WORDS)
def _day_words(language: str, day: date, form: str) -> str:
    return str(format_date(day, form, locale=language))


def _clock(language: str, when: time | datetime) -> str:
    """A time of day here; what comes without a zone is local already."""
    return str(format_time(when.time() if isinstance(when, datetime) else when, "short", locale=language))


def _ago(language: str, when: datetime) -> str:
    return str(format_timedelta(when - timezone.now(), add_direction=True, locale=language))


def _euros(language: str, euros: float) -> str:
    """Money as people write it: "€ 1.250,50"."""
    return format_currency(round(euros, 2), "EUR", locale=language)


def _number(language: str, value: float, digits: int = 0) -> str:
    return _number_words(language, round(value, digits) or 0)  # never -0


@lru_cache(MOST_WORDS)
def _number_words(language: str, value: float) -> str:
    return str(format_decimal(value, locale=language, decimal_quantization=False))
