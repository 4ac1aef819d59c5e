"""What the institution spends here itself in a year, so that the balance can tell euros."""

from typing import Any, ClassVar

from django import forms as django_forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse

from vuurtoren.care import acts
from vuurtoren.care.euros import LONGEST_SOURCE
from vuurtoren.web import forms
from vuurtoren.web.deeds import page_with_form
from vuurtoren.web.visit import Visit


class Spending(forms.Worded):
    """A year, an amount, and where the figure comes from."""

    words = "spending"
    lands: ClassVar[dict[str, str]] = {
        "care.spending_year": "year",
        "care.spending_source": "source",
        "care.cents": "cents",
    }
    year = django_forms.IntegerField(min_value=1900, max_value=9999)
    cents = forms.Euros()
    source = django_forms.CharField(max_length=LONGEST_SOURCE)


def spending(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A worker writes it down; said again, the last counts."""
    back = reverse("balance", args=[visit.place.slug])
    visit.here = [(visit.t("balance-title"), back), (visit.t("spending-title"), "")]
    context: dict[str, Any] = {
        "title": visit.t("spending-title"),
        "intro": visit.t("spending-intro"),
        "button": visit.t("look-save"),
        "back": back,
    }
    return page_with_form(
        request,
        "form.html",
        Spending(request.POST or None, visit=visit, initial={"year": visit.today.year}),
        lambda given: acts.write_spending(visit.viewer, visit.place, at=visit.at, **given),
        then=back,
        said="spending-said",
        context=context,
    )
