"""The demo's challenges with what by-laws ask: ready to be sent, waiting for an answer, answered with
yes-if and waiting for the neighbours, agreed with a budget, and a no."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from vuurtoren.care import acts as care
from vuurtoren.care.models import DossierLink, HandOver
from vuurtoren.care.rules import LITTER, Said
from vuurtoren.care.together import LINK_LASTS, mark
from vuurtoren.cli.demo_principles import principles_about
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place

ANSWERS = {
    "now": "Een ploeg komt twee keer per week langs. Wat het kost, weten we niet.",
    "better": "Wij zijn er elke dag en zien het meteen. Voor de kinderen die hier spelen.",
    "result": "De straat is nooit twee dagen vuil.",
    "budget": "300 euro per jaar, voor grijpers, zakken en een koffietafel na elke grote ronde.",
    "quality": "We doen het met zijn vieren. Wie weggaat, zoekt samen met ons een ander.",
    "look_back": "Elk jaar in september, aan tafel.",
    "insured": "De stad verzekert wie meedoet. Gaat er iets stuk, dan bellen we het team.",
    "contact": "Aan de koffietafel, elke woensdag.",
    "stops": "Dan zeggen we het en komt de stad weer.",
}
CONDITIONS = "De zakken haalt u bij ons op, en we drinken elk half jaar samen koffie over hoe het gaat."
MAY_BE = "U belt ons bij glas en naalden, en in de week van de kermis komt onze ploeg mee."
NOT_HERE = (
    "Onder deze straat wordt aan de gasleiding gewerkt. Wie hier iets oppakt, moet daarvoor geleerd hebben. Het pleintje "
    "op de hoek kan wel, en volgend jaar kijken we hier samen opnieuw."
)
HOW_TOGETHER = (
    "Jullie prikken op zaterdag, wij legen de bakken en vegen op dinsdag. Het geld voor koffie is van jullie."
)
DECIDED_BY = "het college, op voorstel van Stadsbeheer"
TALK_TO = "Bram van Stadsbeheer, elke dinsdag aan de koffietafel"
NAMED = ("Noor", "Joris")
"""They stand on the agreement by name; the others ask as neighbours."""
THREE_YEARS = timedelta(days=3 * 365)
As = Callable[[str, datetime], Viewer]


def challenge_the_city(as_: As, ready: Place, sent: Place, terms: dict[str, Any], at: datetime) -> None:
    """Amina's street has a draft that three ask, with a link to it; Youssef's went to the city, which owes an answer."""
    written(as_, ready, "Amina", ("Noor", "Sem"), ANSWERS, at)
    written(as_, sent, "Youssef", ("Noor", "Sem"), ANSWERS, at)
    _more_neighbours(as_, ready, at)
    until = at.date() + THREE_YEARS
    care.send_dossier(as_("Youssef", at), sent, to_step=4, until=until, cents_a_year=300_00, at=at, **terms)


def agree_with_a_budget(as_: As, worker: str, place: Place, terms: dict[str, Any], at: datetime) -> None:
    """Joris and two neighbours ask for his street with 300 euros a year; the city says yes if, and they say yes."""
    asked = asks(
        as_, place, "Joris", ("Noor", "Hanneke"), ANSWERS, cents_a_year=300_00, to_step=4, at=at, **terms
    )
    later = at + timedelta(days=3)
    care.answer_dossier(
        as_(worker, later), asked, said=Said.YES_IF, conditions=CONDITIONS, decided_by=DECIDED_BY, at=later
    )
    then = later + timedelta(days=1)
    care.accept_conditions(as_("Joris", then), asked, had=mark(CONDITIONS), at=then)


def hear_yes_if(as_: As, worker: str, place: Place, terms: dict[str, Any], at: datetime) -> None:
    """Fatma and two neighbours ask for her street; the city says yes if, and now it is theirs to choose."""
    asked = asks(
        as_, place, "Fatma", ("Noor", "Amina"), ANSWERS, cents_a_year=300_00, to_step=4, at=at, **terms
    )
    later = at + timedelta(days=1)
    care.answer_dossier(as_(worker, later), asked, said=Said.YES_IF, conditions=MAY_BE, at=later)


def do_it_together(as_: As, worker: str, place: Place, terms: dict[str, Any], at: datetime) -> None:
    """Hanneke and two neighbours ask for her street; the city says: together, and they say yes."""
    asked = asks(
        as_, place, "Hanneke", ("Joris", "Sem"), ANSWERS, cents_a_year=150_00, to_step=4, at=at, **terms
    )
    later = at + timedelta(days=2)
    care.answer_dossier(as_(worker, later), asked, said=Said.TOGETHER, conditions=HOW_TOGETHER, at=later)
    then = later + timedelta(days=1)
    care.accept_conditions(as_("Hanneke", then), asked, had=mark(HOW_TOGETHER), at=then)


def hear_no(as_: As, worker: str, place: Place, terms: dict[str, Any], at: datetime) -> None:
    """Agnieszka and two neighbours ask for her street; the city says no, on principles of the neighbourhood, with something
    that can be done and somebody to talk to."""
    asked = asks(
        as_, place, "Agnieszka", ("Noor", "Sem"), ANSWERS, cents_a_year=300_00, to_step=4, at=at, **terms
    )
    later = at + timedelta(days=3)
    leans_on = [
        one for about in ("challenge", "question") for one in principles_about(place.neighbourhood, about)
    ]
    care.answer_dossier(
        as_(worker, later),
        asked,
        said=Said.NO,
        reasons=NOT_HERE,
        talk_to=TALK_TO,
        leans_on=leans_on,
        at=later,
    )


def asks(
    as_: As,
    place: Place,
    name: str,
    others: Sequence[str],
    answers: dict[str, str],
    *,
    kind: str = LITTER,
    at: datetime,
    **terms: Any,
) -> HandOver:
    """Somebody and others ask the city for a task for three years, with a budget."""
    written(as_, place, name, others, answers, at, kind)
    care.send_dossier(as_(name, at), place, until=at.date() + THREE_YEARS, kind=kind, at=at, **terms)
    return HandOver.objects.get(task__place=place, task__kind__code=kind, state="asked")


def written(
    as_: As,
    place: Place,
    name: str,
    others: Sequence[str],
    answers: dict[str, str],
    at: datetime,
    kind: str = LITTER,
) -> None:
    """Somebody writes down what by-laws ask, and others say that they ask it too."""
    given = {question: care.Written(words) for question, words in answers.items()}
    care.write_dossier(as_(name, at), place, given=given, kind=kind, at=at)
    for other in others:
        named = other if other in NAMED else ""
        care.join_dossier(as_(other, at), place, how="asks", named=named, kind=kind, at=at)


def _more_neighbours(as_: As, ready: Place, at: datetime) -> None:
    """Sem was let in, and wrote to one question while Amina did. Noor asked and waits for an answer."""
    care.share_dossier(as_("Amina", at), ready, until=at.date() + LINK_LASTS, at=at)
    link = DossierLink.objects.get(dossier__task__place=ready)
    for name in ("Sem", "Noor"):
        care.ask_to_write(as_(name, at), link, at=at)
    care.answer_writer(as_("Amina", at), link.dossier.writers.get(person__called="Sem"), yes=True, at=at)
    for name, words in (("Sem", "Elk jaar in mei, op het plein."), ("Amina", "Elk half jaar, aan tafel.")):
        given = {"look_back": care.Written(words, mark(ANSWERS["look_back"]))}
        care.write_dossier(as_(name, at), ready, given=given, at=at)
