"""Learning tables: set one around a question, write the round further, begin the next."""

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse

from vuurtoren.light.queries import principle_called, principle_seen
from vuurtoren.tables import acts, queries
from vuurtoren.tables.models import LearningRound, Table
from vuurtoren.tables.rules import LONGEST_OF_A_ROUND, ROUND_SEEN_BY, ROUND_WORDS
from vuurtoren.web import table_forms as forms
from vuurtoren.web.forms import address_sent
from vuurtoren.web.tables import form_page, own_table, set_or_ask
from vuurtoren.web.visit import Visit

LOOK_AGAIN_AFTER = timedelta(weeks=4)
"""What the form proposes; the table sets its own day."""


def set_learning(request: HttpRequest, visit: Visit) -> HttpResponse:
    """A table around a question, with a day to look again. `?principle=`: the question is whether its words still fit."""
    home = visit.person.home_id if visit.person and visit.person.home else None
    initial = {
        "day": visit.today + timedelta(days=1), "time": "10:00", "every": "fortnight", "place": home,
        "look_again_on": visit.today + LOOK_AGAIN_AFTER,
    }  # fmt: skip
    initial |= _about_a_principle(request, visit)
    form = forms.SetLearning(request.POST or None, visit=visit, initial=initial)
    return set_or_ask(request, visit, form, acts.set_learning_table, "table-learn", "learning")


def write_round(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """What we try, what happened, what we do differently."""
    one = own_table(visit, public_id)
    now = _open(visit, one)
    initial = {name: getattr(now, name) for name in ROUND_WORDS}
    soon = max(now.look_again_on, visit.today + timedelta(days=1))
    initial |= {"look_again_on": soon, "round_seen_by": now.seen_by}
    form = forms.WriteRound(request.POST or None, visit=visit, initial=initial)

    def deed(given: dict[str, Any]) -> Any:
        words = {name: given[name] for name in ROUND_WORDS}
        return acts.write_round(
            visit.viewer,
            one,
            words=words,
            look_again_on=given["look_again_on"],
            seen_by=given["round_seen_by"],
            at=visit.at,
        )

    return form_page(request, visit, form, deed, "table-round", one)


def next_round(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """A new question; what was learned stays."""
    one = own_table(visit, public_id)
    before = queries.rounds_of(visit.viewer, one)[:1]
    seen_by = before[0].seen_by if before else ROUND_SEEN_BY[0]
    initial = {"look_again_on": visit.today + LOOK_AGAIN_AFTER, "round_seen_by": seen_by}
    form = forms.NextRound(request.POST or None, visit=visit, initial=initial)

    def deed(given: dict[str, Any]) -> Any:
        return acts.next_round(
            visit.viewer,
            one,
            question=given["question"],
            look_again_on=given["look_again_on"],
            seen_by=given["round_seen_by"],
            at=visit.at,
        )

    return form_page(request, visit, form, deed, "table-next-round", one)


def _about_a_principle(request: HttpRequest, visit: Visit) -> dict[str, str]:
    """The question already filled in, where somebody came from a principle with three exceptions alike."""
    asked = address_sent(request.GET.get("principle", ""))
    one = principle_called(visit.viewer, visit.place, asked) if asked else None
    if one is None:
        return {}
    words = principle_seen(visit.viewer, one, visit.today).words
    return {"question": visit.t("alike-question", words=words)[:LONGEST_OF_A_ROUND]}


def _open(visit: Visit, one: Table) -> LearningRound:
    found = next((some for some in queries.rounds_of(visit.viewer, one) if some.closed_at is None), None)
    if found is None:
        raise Http404(one.public_id)
    return found
