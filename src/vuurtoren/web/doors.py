"""Doors: every page is behind one, and every door names the right it asks. A door without a right does not start."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from vuurtoren.language import Refused
from vuurtoren.people.rules import Reach, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.rules import TABLE
from vuurtoren.web.visit import Visit, neighbourhood_called

View = Callable[..., HttpResponse]


def door(route: str, view: View, name: str, right: str) -> URLPattern:
    """One line of the address book: where, what, its name, and the right that is asked before the view is called.

    A right one holds only over one's own things opens the door; the act behind it asks again with the thing in hand.
    """
    if right not in TABLE:
        raise ImproperlyConfigured(f"door {name!r} asks for {right!r}, which is not in the rights table")

    @wraps(view)
    def opened(request: HttpRequest, *args: Any, slug: str | None = None, **kwargs: Any) -> HttpResponse:
        visit: Visit = request.visit  # type: ignore[attr-defined]
        if slug is not None:
            visit.neighbourhood = neighbourhood_called(slug)
            kwargs["visit"] = visit
        ask(visit.viewer, right, visit.neighbourhood)
        return view(request, *args, **kwargs)

    opened.door = (name, right)  # type: ignore[attr-defined]
    return path(route, opened, name=name)


def both(route: str, view: View, name: str, right: str) -> tuple[URLPattern, URLPattern]:
    """A door of a street's litter, and the same one of any other kind of task there (`task_…`, with the kind)."""
    street = "<slug:slug>/street/<str:public_id>/"
    return (
        door(f"{street}{route}", view, name, right),
        door(f"{street}task/<slug:kind>/{route}", view, f"task_{name}", right),
    )


def ask(viewer: Viewer, right: str, neighbourhood: Neighbourhood | None) -> None:
    """Refuse whoever holds the right nowhere near this door."""
    key = neighbourhood.key if neighbourhood else None
    reaches = (viewer.everywhere.get(right), viewer.rights.get(key, {}).get(right) if key else None)
    if not any(reach in (Reach.ALL, Reach.CONCERNED) for reach in reaches):
        raise Refused("power.not_yours" if viewer.person else "power.sign_in_first")
