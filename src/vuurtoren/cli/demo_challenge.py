"""The demo's challenges with what by-laws ask: one that is ready to be sent, and one that the city has to answer."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from vuurtoren.care import acts as care
from vuurtoren.care.models import DossierLink
from vuurtoren.care.together import LINK_LASTS, mark
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Place

ANSWERS = {
    "now": "Een ploeg komt twee keer per week langs. Wat het kost, weten we niet.",
    "better": "Wij zijn er elke dag en zien het meteen. Voor de kinderen die hier spelen.",
    "result": "De straat is nooit twee dagen vuil.",
    "budget": "300 euro per jaar, voor grijpers, zakken en een koffietafel na elke grote ronde.",
    "quality": "We doen het met zijn vieren. Wie weggaat, zoekt samen met ons een ander.",
    "look_back": "Elk jaar in september, aan tafel.",
    "stops": "Dan zeggen we het en komt de stad weer.",
}
As = Callable[[str, datetime], Viewer]


def challenge_the_city(as_: As, ready: Place, sent: Place, terms: dict[str, Any], at: datetime) -> None:
    """Amina's street has a draft that three ask, with a link to it; Youssef's went to the city, which owes an answer."""
    given = {question: care.Written(words) for question, words in ANSWERS.items()}
    for name, place in (("Amina", ready), ("Youssef", sent)):
        care.write_dossier(as_(name, at), place, given=given, at=at)
        for other in ("Noor", "Sem"):
            care.join_dossier(as_(other, at), place, how="asks", at=at)
    _more_neighbours(as_, ready, at)
    until = at.date() + timedelta(days=3 * 365)
    care.send_dossier(as_("Youssef", at), sent, to_step=4, until=until, cents_a_year=300_00, at=at, **terms)


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
