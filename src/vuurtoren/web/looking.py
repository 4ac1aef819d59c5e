"""Both sides look back on what they agreed: noted in one tap, with a sentence for whoever wants."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from vuurtoren.care import acts
from vuurtoren.language import Refused
from vuurtoren.web import forms
from vuurtoren.web.agreements import found_agreement, shown
from vuurtoren.web.deeds import add_refusal, do, tell
from vuurtoren.web.visit import Visit


def look_back_together(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """We looked back: the day, a sentence of one's own side, and when again."""
    found = found_agreement(visit, public_id)
    to = reverse("agreement", args=[visit.place.slug, public_id])
    if request.method != "POST":
        return redirect(f"{to}#look-back")
    form = forms.LookBack(request.POST, visit=visit)
    if form.is_valid():
        words, again_on = form.cleaned_data["sentence"], form.cleaned_data["again_on"]
        row = found.hand_over
        try:
            do(
                request,
                lambda: acts.look_back_together(
                    visit.viewer, row, words=words, again_on=again_on, at=visit.at
                ),
            )
        except Refused as refused:
            if refused.code.startswith("power."):
                raise
            add_refusal(request, form, refused)
        else:
            tell(request, "look-back-said")
            return redirect(to)
    return shown(request, visit, found, look_form=form, status=422)
