"""What the institution spends here itself on a kind of task in a year, so that the balance can tell euros."""

from typing import Any, ClassVar

from django import forms as django_forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from vuurtoren.care import acts
from vuurtoren.care import queries as care
from vuurtoren.care.euros import LONGEST_SOURCE
from vuurtoren.care.rules import LITTER
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


def spending(request: HttpRequest, visit: Visit, kind: str = LITTER) -> HttpResponse:
    """A worker writes it down, of litter or of another kind of task; said again, the last counts."""
    kinds = care.kinds_by_key(visit.viewer, visit.place).values()
    of = next((one for one in kinds if one.code == kind), None)
    if of is None and kind != LITTER:
        raise Http404(kind)
    back = reverse("balance", args=[visit.place.slug])
    visit.here = [(visit.t("balance-title"), back), (visit.t("spending-title"), "")]
    other = of if of and not of.is_litter else None
    context: dict[str, Any] = {
        "kind": other,
        "others": [one for one in kinds if one.code != kind and one.active],
        "back": back,
    }
    return page_with_form(
        request,
        "balance/spending.html",
        Spending(request.POST or None, visit=visit, initial={"year": visit.today.year}),
        lambda given: acts.write_spending(visit.viewer, visit.place, kind=kind, at=visit.at, **given),
        then=back,
        said="spending-said",
        context=context,
    )
