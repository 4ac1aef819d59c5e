"""Hand-overs: residents ask (challenge), the institution asks (offer), and both say yes."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Any

from django import forms as django_forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from vuurtoren.care import acts
from vuurtoren.care import queries as care
from vuurtoren.care.acts.carried_over import agreed_words
from vuurtoren.care.models import Dossier
from vuurtoren.care.queries.seen import HandOverSeen, PlaceCare
from vuurtoren.care.rules import EXCLUDED, LITTER, QUESTIONS, Side, State, Step
from vuurtoren.care.together import mark
from vuurtoren.language import Refused
from vuurtoren.people.queries import team_of_the_city
from vuurtoren.places.queries import places_beside
from vuurtoren.power.queries import visitor
from vuurtoren.response.queries import next_of_city
from vuurtoren.web import forms
from vuurtoren.web.blocks import block
from vuurtoren.web.deeds import do, page_with_form, tell
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.leaning import named
from vuurtoren.web.paging import LONGEST_ASKED, MANY, ON_A_PAGE, Searched, page_number
from vuurtoren.web.spots import Spot, beside, spot, stop_at
from vuurtoren.web.terms import Terms, asks
from vuurtoren.web.visit import Visit

TIME_TO_THINK = timedelta(weeks=4)
NOT_NOW = "not_now"
AGAIN = {
    "month": timedelta(days=30),
    "": timedelta(days=91),
    "half": timedelta(days=182),
    "year": timedelta(days=365),
}
"""When residents who say 'not now' may be asked again; a season, unless they choose otherwise."""


def draft(request: HttpRequest, visit: Visit, public_id: str, kind: str = LITTER) -> HttpResponse:
    """Ask the other side: from residents a challenge, from the municipality an offer."""
    here = spot(visit, public_id, kind, "agreement-draft")
    worker = visit.viewer.speaks_for_the_city(visit.place.key)
    around = beside(here)
    holds = in_force(here, around["care"])
    near = places_beside(visit.viewer, here.place) if worker and not holds.agreement else []
    form = (forms.Agreement if worker or not holds.dossier else More)(
        request.POST or None,
        visit=visit,
        offer=worker,
        kind=here.kind,
        steps=holds.steps(worker),
        beside=near,
        initial={"answer_by": visit.today + TIME_TO_THINK, **holds.initial()},
    )
    ask: Any = acts.offer if worker else acts.challenge
    return page_with_form(
        request,
        "agreement/draft.html",
        form,
        lambda given: ask(visit.viewer, here.place, kind=here.code, at=visit.at, **given),
        then=here.to("street"),
        said="agreement-offered" if worker else "agreement-asked",
        context={**around, "worker": worker, "holds": holds},
    )


class More(forms.Agreement):
    """Another step for what is held with a dossier: its term and its amount go on, unless they are changed here."""

    until = django_forms.DateField(widget=django_forms.DateInput(attrs={"type": "date"}))
    cents_a_year = forms.Euros(required=False)


@dataclass(frozen=True)
class Holds:
    """What holds at a place now, where residents hold it: the agreement and its dossier, if it has one."""

    agreement: HandOverSeen | None = None
    dossier: Dossier | None = None

    @property
    def words(self) -> str:
        """The conditions that would go on."""
        return agreed_words(self.dossier) if self.dossier else ""

    def steps(self, worker: bool) -> tuple[str, ...]:
        """What can be asked from here: the other kind of room; from the institution also to do it together again, and from
        residents the same, where there is a term or an amount that can be another."""
        if self.agreement is None:
            return ("4", "5")
        other = "5" if self.agreement.to_step == Step.RESIDENTS_BACKED else "4"
        if worker:
            return ("3", other)
        return (str(int(self.agreement.to_step)), other) if self.dossier else (other,)

    def initial(self) -> dict[str, Any]:
        """What both sides agreed last, to begin from."""
        if self.agreement is None:
            return {}
        row, one = self.agreement.hand_over, self.dossier
        terms = {"stop_grade": row.stop_grade, "stop_steps": row.stop_steps, "after_stop": row.after_stop}
        euros = one.cents_a_year / 100 if one and one.cents_a_year is not None else None
        return terms | {
            "overlap_days": row.overlap_days,
            "until": one.until if one else None,
            "cents_a_year": euros,
        }


def in_force(here: Spot, known: PlaceCare | None = None) -> Holds:
    """What a new question here would take the place of. `known`: who carries it, where that is in hand."""
    seen = (known or care.place_care(here.visit.viewer, here.place, kind=here.code)).agreement
    found = care.dossier_of(here.visit.viewer, seen.hand_over) if seen else None
    return Holds(seen, found.dossier if found else None)


def agreement(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """One hand-over: what is asked, by whom, who said yes, and the stop line. Prints on one sheet."""
    return shown(request, visit, found_agreement(visit, public_id))


def shown(
    request: HttpRequest,
    visit: Visit,
    found: HandOverSeen,
    *,
    refused: Refused | None = None,
    look_form: forms.LookBack | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of a hand-over. `refused`: why an answer was none, such as that words are others now; these stand there.
    `look_form`: what was filled in about looking back, where that has to be corrected."""
    declined = found.state is State.DECLINED and found.side is Side.RESIDENTS
    key = found.hand_over.key
    here = of_agreement(visit, found)
    dossier = care.dossier_of(visit.viewer, found.hand_over)
    terms = Terms(visit, found, dossier)
    seen = (
        care.place_care(visit.viewer, found.place, kind=here.code, today=visit.today) if here.kind else None
    )
    return render(
        request,
        "agreement/agreement.html",
        {
            "agreement": found,
            "name": here.name,
            "kind": here.kind,
            "back": here.to("street"),
            "to": here.to,
            "room": seen.room if seen else care.room_at(visit.viewer, found.place),
            "step": seen.step if seen else 0,
            "stop": stop_at(here),
            "dossier": dossier,
            "refused": refused,
            "mark": mark,
            "questions": QUESTIONS,
            "excluded": EXCLUDED,
            "asks": partial(asks, visit, kind=here.kind),
            "look_form": look_form or forms.LookBack(visit=visit),
            "terms": terms,
            "look": terms.look,
            "leans": named(visit, [key]).get(key, []),
            "block": block(visit, "challenge") if declined else None,
            "others": [
                one
                for one in care.once_in_force(visit.viewer, found.hand_over)
                if one.public_id != found.public_id
            ],
            "together": care.offered_together(visit.viewer, found.hand_over),
            "again": AGAIN,
            "team": team_of_the_city(visit.viewer, visit.place),
            "city": care.city_at(visit.viewer, here.kind, seen, visit.today)
            if here.kind and seen
            else next_of_city(visit.viewer, found.place, visit.today),
        },
        status=status,
    )


def asked_context(visit: Visit, found: HandOverSeen) -> dict[str, Any]:
    """What residents ask, with all its fields, for the page on which it is answered."""
    dossier, here = care.dossier_of(visit.viewer, found.hand_over), of_agreement(visit, found)
    about = {
        "dossier": dossier,
        "questions": QUESTIONS,
        "excluded": EXCLUDED,
        "agreement": found,
        "name": here.name,
    }
    return about | {"terms": Terms(visit, found, dossier), "asks": partial(asks, visit, kind=here.kind)}


def answer(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Yes, not now, or no thank you: one tap, and the last two cost nothing. A challenge with its dossier has a page of
    its own to be answered on."""
    found = found_agreement(visit, public_id)
    if request.method == "POST":
        said = request.POST.get("answer", "")
        later = visit.today + AGAIN.get(request.POST.get("again", ""), AGAIN[""]) if said == NOT_NOW else None
        yes = said == "yes"
        row = found.hand_over
        try:
            do(request, lambda: acts.answer(visit.viewer, row, yes=yes, not_now_until=later, at=visit.at))
        except Refused as no:
            if no.code != "care.answer_its_dossier":
                raise
            return shown(
                request, visit, found, refused=no, status=409
            )  # with the way to where it is answered
        tell(
            request,
            "agreement-yes-said" if yes else "agreement-not-now-said" if later else "agreement-no-said",
        )
    return redirect("agreement", visit.place.slug, public_id)


def undo_no(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Not a no after all: for a day, one tap."""
    found = found_agreement(visit, public_id)
    if request.method == "POST":
        do(request, lambda: acts.undo_no(visit.viewer, found.hand_over, at=visit.at))
        tell(request, "agreement-no-undone-said")
    return redirect("agreement", visit.place.slug, public_id)


def withdraw(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """Take one's own question back while nobody answered it."""
    found = found_agreement(visit, public_id)
    if request.method == "POST":
        do(request, lambda: acts.withdraw(visit.viewer, found.hand_over, at=visit.at))
        tell(request, "agreement-withdrawn-said")
    return redirect("agreement", visit.place.slug, public_id)


def every(request: HttpRequest, visit: Visit) -> HttpResponse:
    """All agreements of the neighbourhood: what is asked, what holds, what ended; open questions first."""
    visit.here = [(visit.t("nav-agreements"), "")]
    page, words = page_number(request), request.GET.get("q", "").strip()[:LONGEST_ASKED]
    first = (page - 1) * ON_A_PAGE
    some = care.hand_overs(visit.viewer, visit.place, visit.at, words=words, first=first, count=ON_A_PAGE + 1)
    found = Searched(some[:ON_A_PAGE], words, page, len(some) > ON_A_PAGE, page > 1 or len(some) > MANY)
    return render(
        request,
        "agreement/every.html",
        {
            "found": found,
            "team": same_for_all(visit, lambda: team_of_the_city(visitor(), visit.place), "team"),
        },
    )


def found_agreement(visit: Visit, public_id: str) -> HandOverSeen:
    """The hand-over at this address, with the way to it."""
    found = care.hand_over_called(visit.viewer, visit.place, public_id, visit.at)
    if found is None:
        raise Http404(public_id)
    visit.here = [
        (visit.t("nav-agreements"), reverse("agreements", args=[visit.place.slug])),
        (of_agreement(visit, found).name, ""),
    ]
    return found


def of_agreement(visit: Visit, found: Any) -> Spot:
    """The place and the kind of task that a hand-over is about."""
    return Spot(visit, found.place, None if found.kind.is_litter else found.kind)
