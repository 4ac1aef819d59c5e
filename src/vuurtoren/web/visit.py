"""A visit: who looks, in which language, in which neighbourhood. Made for each request by the middleware."""

from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import Http404, HttpRequest
from django.utils import timezone

from vuurtoren.journal.models import Book
from vuurtoren.journal.ready import ready
from vuurtoren.language import LANGUAGES, say
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.bynames import Named, called
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import visitor, who_signed_in
from vuurtoren.web.newest import Newest, newest_in

LANGUAGE_COOKIE = "taal"


@dataclass
class Visit:
    """One request of somebody: `at` is the only clock that pages and acts see."""

    viewer: Viewer
    at: datetime
    person: Person | None = None
    neighbourhood: Neighbourhood | None = None
    here: list[tuple[str, str]] = field(default_factory=list)
    told: str = ""
    """What the next page says."""
    heard: bool = False
    """Did this page say what the one before left for it?"""

    @property
    def language(self) -> str:
        """The reader's language."""
        return self.viewer.language

    @property
    def head(self) -> str:
        """The newest seal in the neighbourhood's journal when this request began; every deed changes it."""
        return str(self.place.head)  # type: ignore[attr-defined]  # neighbourhood_called asked for it too

    @cached_property
    def newest(self) -> Newest:
        """Where in the neighbourhood something changed last, until `head` or a little later."""
        return newest_in(self.place.key, self.head)

    @property
    def today(self) -> date:
        """The day it is here, also in the first hours after midnight, when it is still yesterday in UTC."""
        return timezone.localdate(self.at)

    @property
    def place(self) -> Neighbourhood:
        """The neighbourhood of a page that has one."""
        if self.neighbourhood is None:
            raise Http404
        return self.neighbourhood

    def t(self, key: str, /, **values: object) -> str:
        """A sentence in the reader's language."""
        return say(self.language, key, **values)

    def called(self, place: Named) -> str:
        """What people call a place, in the reader's language."""
        return called(self.language, place)


def visit_of(request: HttpRequest) -> Visit:
    """Who is this? Two queries for somebody who signed in, none for a visitor."""
    at = timezone.now()
    account_id: Any = request.session.get("_auth_user_id")
    found = who_signed_in(int(account_id), at) if account_id else None
    if found is None:
        return Visit(visitor(language_asked(request)), at)
    person, viewer = found
    return Visit(viewer, at, person)


def language_asked(request: HttpRequest) -> str:
    """The language of the cookie, else the first that the browser asks for and the house speaks, else Dutch."""
    if (chosen := request.COOKIES.get(LANGUAGE_COOKIE)) in LANGUAGES and chosen:
        return chosen
    for part in request.headers.get("Accept-Language", "")[:200].split(","):
        code = part.split(";")[0].strip().lower().split("-")[0]
        if code in LANGUAGES:
            return code
    return "nl"


def neighbourhood_called(slug: str) -> Neighbourhood:
    """The neighbourhood in the address with the head of its journal, or a page that says there is none."""
    found = _called(slug=slug)
    if not found:
        raise Http404(slug)
    return found[0]


@ready
def _called(slug: str) -> QuerySet[Neighbourhood]:
    head = Book.objects.filter(key=OuterRef("key")).values("last_hash")
    found = Neighbourhood.objects.filter(slug=slug).defer("boundary", "backdrop")
    return found.annotate(head=Subquery(head))
