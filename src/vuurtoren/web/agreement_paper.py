"""An agreement on paper (PDF, A4): all that its page says, in words; nothing that the page hides."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.text import slugify

from vuurtoren.care import queries as care
from vuurtoren.care.models import Dossier
from vuurtoren.care.queries.seen import HandOverSeen
from vuurtoren.care.rules import EXCLUDED, QUESTIONS, State
from vuurtoren.web.agreements import found_agreement, of_agreement
from vuurtoren.web.paper import pdf
from vuurtoren.web.terms import Line, Terms, asks
from vuurtoren.web.visit import Visit


def paper(request: HttpRequest, visit: Visit, public_id: str) -> HttpResponse:
    """The agreement on paper: what is asked, what was said, and which side said yes on which day."""
    found = found_agreement(visit, public_id)
    made = pdf("agreement/paper.typ", _on_paper(visit, found), at=visit.at)
    response = HttpResponse(made, content_type="application/pdf")
    name = slugify(visit.t("agreement-title", street=of_agreement(visit, found).name)) or public_id
    response["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return response


def _on_paper(visit: Visit, found: HandOverSeen) -> dict[str, Any]:
    """Everything as words: heads with what belongs to each."""
    say, dossier = visit.t, care.dossier_of(visit.viewer, found.hand_over)
    terms = Terms(visit, found, dossier)
    answers = [
        (asks(visit, one, found.kind), dossier.words(one))
        for one in QUESTIONS
        if dossier and dossier.words(one)
    ]
    if dossier and dossier.dossier:
        answers += _said_to_and_fro(visit, found, dossier.dossier)
    return {
        "language": visit.language,
        "title": say("agreement-title", street=of_agreement(visit, found).name),
        "state": say(f"agreement-state-{found.says}"),
        "side": say(f"agreement-side-{found.side}"),
        "parts": [
            (say("terms-who-and-where"), terms.who_and_where()),
            (say(terms.head), _holds(visit, found) + terms.what_holds()),
        ],
        "answers": terms.refused() + answers,
        "excluded_head": say("dossier-excluded"),
        "excluded": [say(f"dossier-not-{one}") for one in EXCLUDED],
        "yes": terms.who_said_yes(),
        "yes_head": say("terms-who-said-yes"),
        "objection": terms.objection(),
    }


def _said_to_and_fro(visit: Visit, found: HandOverSeen, one: Dossier) -> list[Line]:
    """Conditions that go on from before, those of the city, and how the neighbours want it instead while that is open."""
    open_ = found.state is State.ASKED
    said = [
        ("dossier-go-on", one.kept),
        ("dossier-conditions-before" if open_ else "dossier-conditions", one.conditions),
        ("dossier-theirs-now", one.otherwise if open_ or not one.conditions else ""),
    ]
    return [(visit.t(head), words) for head, words in said if words]


def _holds(visit: Visit, found: HandOverSeen) -> list[Line]:
    """The step, who decides there now, the stop line, and until when both do it."""
    row, say = found.hand_over, visit.t
    after = say(f"after-stop-{row.after_stop}")
    stop = (
        say("agreement-stop-words", steps=row.stop_steps, grade=row.stop_grade, then=after)
        if row.stop_grade
        else say("agreement-stop-missed", rounds=row.stop_steps, then=after)
    )
    lines = [
        (say("agreement-what"), say(f"step-{found.to_step.value}")),
        (
            say("terms-room-now"),
            care.room_at(visit.viewer, found.place, found.kind.code).words(visit.language),
        ),
        (say("agreement-stop"), stop),
    ]
    if row.overlap_until:
        lines.append((say("agreement-until"), Terms(visit, found, None).day(row.overlap_until)))
    return lines
