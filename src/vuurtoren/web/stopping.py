"""The institution says that it stops somewhere, and goes on again. Said in public; no taker makes no room."""

from typing import Any, ClassVar

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from vuurtoren.care import acts
from vuurtoren.care import queries as care
from vuurtoren.care.rules import LITTER
from vuurtoren.care.stopping import HOW, LONGEST_WORDS, SAID_AHEAD, WHY
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place
from vuurtoren.places.queries import places_beside
from vuurtoren.power.queries import visitor
from vuurtoren.reflection.queries import silences
from vuurtoren.web.blocks import block
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.forms import Worded
from vuurtoren.web.spots import Spot, address, phrase, powers, spot
from vuurtoren.web.visit import Visit


class Stopping(Worded):
    """What stops, from when, why, in one's own words, and in which streets beside it too."""

    words = "stopping"
    marks_optional = False
    lands: ClassVar[dict[str, str]] = {
        "care.say_why_you_stop": "own",
        "care.words_too_long": "own",
        "care.stop_too_far": "since",
    }
    how = forms.ChoiceField(widget=forms.RadioSelect)
    since = forms.DateField(widget=forms.DateInput(attrs={"type": "date"}))
    why = forms.ChoiceField(widget=forms.RadioSelect)
    own = forms.CharField(required=False, max_length=LONGEST_WORDS, widget=forms.Textarea(attrs={"rows": 3}))
    also = forms.ModelMultipleChoiceField(
        Place.objects.none(), required=False, widget=forms.CheckboxSelectMultiple, to_field_name="public_id"
    )

    def __init__(self, *args: Any, beside: list[Place], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("how", HOW)
        self.choices("why", WHY)
        self.beside("also", beside)


def announce(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """A worker says that the city stops here, or does less; and where that makes room, and where it does not."""
    here = spot(visit, public_id, kind, "stopping-title")
    beside = places_beside(visit.viewer, here.place)
    form = Stopping(
        request.POST or None,
        visit=visit,
        beside=[one for one in beside if here.kind is None or here.kind.fits(one)],
        initial={"since": visit.today + SAID_AHEAD},
    )
    return page_with_form(
        request,
        "form.html",
        form,
        lambda given: acts.stop_task(visit.viewer, here.place, kind=here.code, at=visit.at, **_given(given))[
            -1
        ],
        then=here.to("street"),
        said="stopping-said-task" if here.kind else "stopping-said",
        context=lambda: _around(here),
    )


def _around(here: Spot) -> dict[str, Any]:
    """Above the form what it is; of what neighbours hold there is no form, but why not and what one can do instead."""
    visit, around = here.visit, powers(here)
    around |= {"title": visit.t("stopping-title-at", street=here.name), "back": here.to("street")}
    if around["care"].step.handed_over:
        way = (here.to("draft"), phrase(visit.language, here.kind is None, "agreement-back"))
        said = {"intro": visit.t("no-care-not_yours_to_stop"), "button": "", "way": way}
        return {**around, **said, "block": block(visit, "room")}
    return {
        **around,
        "intro": visit.t("stopping-intro-task" if here.kind else "stopping-intro"),
        "button": visit.t("stopping-button"),
    }


def go_on(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The city goes on after all: one tap."""
    found = care.stop_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    if request.method == "POST":
        do(request, lambda: acts.go_on_again(visit.viewer, found, at=visit.at))
        tell(request, "stopping-goes-on-said")
    return redirect(address(visit.place.slug, found.place.public_id, found.kind))


def where_it_stops(anybody: Viewer, visit: Visit) -> dict[str, Any]:
    """For the page of the balance: what the institution said it stops, and what it left without a word."""
    return {
        "stops": care.stops(anybody, visit.place),
        "silences": silences(visitor(visit.language), visit.place, visit.today),
    }


def _given(given: dict[str, Any]) -> dict[str, Any]:
    words = given.pop("own")
    return {**given, "words": words, "also": list(given.get("also") or ())}
