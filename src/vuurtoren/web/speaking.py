"""The institution says something; of what residents hold only with their yes. Stopped, with three ways open."""

from collections.abc import Callable
from typing import Any, ClassVar

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.care import acts
from vuurtoren.care import queries as care
from vuurtoren.care.queries import SayingSeen
from vuurtoren.care.speaking import ANSWERS, LONGEST_SAYING
from vuurtoren.care.together import mark
from vuurtoren.initiatives.models import Initiative
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.places.models import Place
from vuurtoren.power.rules import EMERGENCY_KINDS, Emergency
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.forms import Worded
from vuurtoren.web.initiatives import called as initiative_called
from vuurtoren.web.initiatives import way
from vuurtoren.web.spots import spot
from vuurtoren.web.visit import Visit

STOPPED = ("room.words_are_theirs", "room.initiative_is_theirs")
"""With these words an institution is stopped that would speak for residents."""


class SayIt(Worded):
    """What one says; and, where it was stopped, which of the ways one takes."""

    words = "sayit"
    said = forms.CharField(max_length=LONGEST_SAYING, widget=forms.Textarea(attrs={"rows": 5}))
    way = forms.ChoiceField(
        required=False,
        widget=forms.HiddenInput,
        choices=[("", ""), ("ask", "ask"), ("emergency", "emergency")],
    )
    kind = forms.ChoiceField(required=False, widget=forms.RadioSelect)
    until = forms.DateField(required=False, widget=forms.DateInput(attrs={"type": "date"}))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("kind", EMERGENCY_KINDS, prefix="form-emergency-kind")


class SayOtherwise(Worded):
    """Yes, no, or how one would put it oneself."""

    words = "otherwise"
    lands: ClassVar[dict[str, str]] = {"care.nothing_said": "theirs"}
    answer = forms.ChoiceField(widget=forms.RadioSelect)
    theirs = forms.CharField(
        required=False, max_length=LONGEST_SAYING, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.choices("answer", tuple(ANSWERS))


def speak(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A worker says something about a street."""
    place = spot(visit, public_id, title="saying-title").place
    return _speak(request, visit, place, reverse("street", args=[visit.place.slug, public_id]))


def speak_of_initiative(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A worker says something about what residents do: only after their yes."""
    one = initiative_called(visit, public_id)
    visit.here = [*way(visit, one), (visit.t("saying-title"), "")]
    return _speak(request, visit, one, reverse("initiative", args=[visit.place.slug, public_id]))


def saying(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What was said; or what waits for a yes, for those who give it and for who asks."""
    found = _called(visit, public_id)
    form = SayOtherwise(visit=visit, initial={"theirs": found.words})
    return render(
        request,
        "saying/saying.html",
        {"saying": found, "form": form, "back": _about(visit, found), "mark": mark},
    )


def answer(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Those who hold it say yes, no, or put it otherwise."""
    found = _called(visit, public_id)
    form = SayOtherwise(request.POST or None, visit=visit)
    if request.method != "POST":
        return redirect("saying", visit.place.slug, public_id)

    def deed(given: dict[str, Any]) -> Moment:
        row = _row(visit, public_id)
        return acts.answer_words(
            visit.viewer, row, answer=given["answer"], words=given["theirs"], at=visit.at
        )

    return page_with_form(
        request,
        "saying/saying.html",
        form,
        deed,
        then=_about(visit, found),
        said="saying-answered",
        context={"saying": found, "back": _about(visit, found)},
    )


def settle(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The institution says it as residents put it, or lets it go: one tap."""
    found = _called(visit, public_id)
    if request.method == "POST":
        theirs, had = request.POST.get("answer") == "yes", request.POST.get("had", "")
        row = _row(visit, public_id)
        do(request, lambda: acts.settle_words(visit.viewer, row, theirs=theirs, had=had, at=visit.at))
        tell(request, "saying-said" if theirs else "saying-let-go-said")
    return redirect(_about(visit, found))


def _speak(request: HttpRequest, visit: Visit, about: Place | Initiative, back: str) -> HttpResponse:
    form = SayIt(request.POST or None, visit=visit, initial={"until": visit.today})
    stopped: list[bool] = []

    def deed(given: dict[str, Any]) -> Moment:
        try:
            return _said(visit, about, given)
        except Refused as refused:
            if refused.code in STOPPED:
                stopped.append(True)
            raise

    context: Callable[[], dict[str, Any]] = lambda: {  # noqa: E731
        "stopped": bool(stopped) or form.data.get("way") == "emergency",
        "about": about,
        "is_place": isinstance(about, Place),
        "back": back,
    }
    asks = form.data.get("way") == "ask"
    said = "saying-asked-said" if asks else "saying-said"
    return page_with_form(request, "saying/speak.html", form, deed, then=back, said=said, context=context)


def _said(visit: Visit, about: Place | Initiative, given: dict[str, Any]) -> Moment:
    emergency = (
        Emergency(given["kind"], given["until"] or visit.today) if given["way"] == "emergency" else None
    )
    asks = given["way"] == "ask"
    return acts.speak(visit.viewer, about, words=given["said"], asks=asks, emergency=emergency, at=visit.at)


def _called(visit: Visit, public_id: str) -> SayingSeen:
    found = care.saying_called(visit.viewer, visit.place, public_id)
    if found is None:
        raise Http404(public_id)
    visit.here = [(visit.t("saying-title-one"), "")]
    return found


def _row(visit: Visit, public_id: str) -> Any:
    return care.saying_row(visit.viewer, visit.place, public_id)


def _about(visit: Visit, found: SayingSeen) -> str:
    if found.initiative:
        return reverse("initiative", args=[visit.place.slug, found.initiative.public_id])
    assert found.place
    return reverse("street", args=[visit.place.slug, found.place.public_id])
