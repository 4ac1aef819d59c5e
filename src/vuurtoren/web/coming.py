"""The institution says when it comes itself for a kind of task that its plan does not know, and that it was there.

Of what residents hold the page is the three ways that are open: ask them, let it go, or an emergency.
"""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from vuurtoren.care import acts
from vuurtoren.care import queries as care
from vuurtoren.care.models import Coming
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.power.rules import EMERGENCY_KINDS, Emergency
from vuurtoren.web.blocks import STOPPED
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.forms import Worded
from vuurtoren.web.spots import Spot, beside, spot
from vuurtoren.web.visit import Visit


class ComingForm(Worded):
    """On which day; and, where it was stopped and it is an emergency, which and until when."""

    words = "coming"
    lands: ClassVar[dict[str, str]] = {
        "care.coming_too_far": "on",
        "room.emergency_kind": "kind",
        "room.emergency_ends": "until",
        "room.emergency_too_short": "until",
    }
    on = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    way = forms.ChoiceField(
        required=False, widget=forms.HiddenInput, choices=[("", ""), ("emergency", "emergency")]
    )
    kind = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    until = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("kind", EMERGENCY_KINDS, prefix="form-emergency-kind")


def say_coming(request: HttpRequest, visit: Visit, public_id: str, kind: str) -> HttpResponse:
    """A worker says on which day the city comes, or another day than it said."""
    here = spot(visit, public_id, kind, "coming-title")
    form = ComingForm(request.POST or None, visit=visit, initial={"on": visit.today, "until": visit.today})
    stopped: list[bool] = []

    def deed(given: dict[str, Any]) -> Moment:
        until = given["until"] or visit.today
        emergency = Emergency(given["kind"], until) if given["way"] else None
        try:
            return acts.say_coming(
                visit.viewer, here.place, kind=here.code, on=given["on"], emergency=emergency, at=visit.at
            )
        except Refused as refused:
            if refused.code == STOPPED:
                stopped.append(True)
            raise

    context: Callable[[], dict[str, Any]] = lambda: {  # noqa: E731
        **beside(here),
        "stopped": bool(stopped) or form.data.get("way") == "emergency",
    }
    return page_with_form(
        request, "task/coming.html", form, deed, then=here.to("street"), said="coming-said", context=context
    )


def say_came(request: HttpRequest, visit: Visit, public_id: str, kind: str) -> HttpResponse:
    """The city was there: one tap."""
    return _tap(request, spot(visit, public_id, kind), acts.say_came, "coming-came-said")


def say_comes_not(request: HttpRequest, visit: Visit, public_id: str, kind: str) -> HttpResponse:
    """The city does not come on that day after all: one tap."""
    return _tap(request, spot(visit, public_id, kind), acts.say_comes_not, "coming-not-said")


def _tap(request: HttpRequest, here: Spot, act: Callable[..., Moment], said: str) -> HttpResponse:
    def deed() -> Moment:
        return act(here.visit.viewer, _said_at(here.visit.viewer, here), at=here.visit.at)

    if request.method == "POST":
        do(request, deed)
        tell(request, said)
    return redirect(here.to("street"))


def _said_at(viewer: Viewer, here: Spot) -> Coming:
    found = care.coming_at(viewer, here.place, here.code)
    if found is None:
        raise Refused("care.coming_over")
    return found
