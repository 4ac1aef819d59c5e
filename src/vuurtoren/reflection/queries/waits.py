"""What waits for whom: a line in the letter for each kind of question on Today, and nothing of what it is about.

`everybodys_waits` counts for the whole neighbourhood at once, in so many questions however many people there are;
`own_waits` asks what Today asks. Slides and nudges come in a letter less often than they stand on Today
(docs/decisions/0025): their lines follow `rules.comes_once_more` and `nudges.waiting_nudges`.
"""

from collections import Counter
from datetime import date, datetime
from functools import partial

from vuurtoren.care import queries as care
from vuurtoren.gifts import queries as gifts
from vuurtoren.initiatives import queries as initiatives
from vuurtoren.language import say
from vuurtoren.light import queries as light
from vuurtoren.nudges import queries as nudges
from vuurtoren.people import queries as people
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import viewers_here
from vuurtoren.reflection.queries.going_on import who_go_on
from vuurtoren.reflection.queries.quiet import my_waiting_errands, waiting_errands
from vuurtoren.reflection.queries.slides import my_waiting_slides, waiting_slides
from vuurtoren.response import queries as response
from vuurtoren.stay import queries as stay
from vuurtoren.tables import queries as tables

Waits = dict[str, Counter[int]]
"""By kind, how many of it wait for whom, by the primary key of the person."""
KINDS = (
    *(
        "last_day",
        "errand",
        "hosting",
        "words",
        "care",
        "city",
        "questions",
        "promises",
        "fell",
        "leavings",
        "invited",
        "coffee",
        "met",
        "claims",
        "comes_back",
        "write",
    ),
    *("agreed", "roles", "gifts", "to_ask", "initiatives", "ties", "look_again", "slides", "principles"),
    *("nudges", "lessons", "promised", "late"),
)
"""In the order of Today, what has its day or its term first; then what
Today does not ask: what one promised oneself and is open, and what is late."""


def everybodys_waits(viewer: Viewer, where: Neighbourhood, today: date, at: datetime) -> Waits:
    """What waits for whom, counted for the whole neighbourhood at once."""
    readers = viewers_here(viewer, where, at)
    go_on = partial(who_go_on, viewer, where, today)
    promises = stay.waiting_promises(viewer, where, today, readers)
    leavings = stay.waiting_leavings(viewer, where, today, readers)
    counted = {
        "last_day": leavings["asked"],
        "errand": waiting_errands(viewer, where, today, readers),
        "promises": promises["asked"],
        "fell": promises["fell"],
        "leavings": leavings["part"],
        "words": care.waiting_words(viewer, where, readers),
        "care": care.waiting_questions(viewer, where, readers),
        "city": care.waiting_challenges(viewer, where, readers),
        "met": tables.waiting_for_answers(viewer, where),
        "hosting": tables.waiting_offers(viewer, where, readers),
        "claims": tables.waiting_claims(viewer, where, readers),
        "comes_back": care.waiting_looks_back(viewer, where, today, readers),
        "write": care.waiting_to_write(viewer, where, readers),
        "gifts": gifts.waiting_introductions(viewer, where, at, go_on),
        "invited": gifts.waiting_invitations(viewer, where, today, go_on),
        "to_ask": gifts.waiting_to_ask(viewer, where, at, readers, go_on),
        "look_again": tables.waiting_to_look_again(viewer, where, today),
        "initiatives": initiatives.waiting_initiatives(viewer, where, today, readers),
        "coffee": tables.waiting_coffees(viewer, where, at),
        "ties": tables.waiting_ties(viewer, where),
        "nudges": nudges.waiting_nudges(viewer, where, today),
        "lessons": nudges.waiting_lessons(viewer, where),
        "principles": light.waiting_principles(viewer, where, today, readers),
        "slides": waiting_slides(viewer, where, today),
        "agreed": response.waiting_proposals(viewer, where, readers),
        "roles": people.waiting_roles(viewer, where, readers),
        "questions": initiatives.waiting_answers(viewer, where, today, readers),
        "promised": promises["mine"],
        "late": promises["late"],
    }
    return {kind: counted[kind] for kind in KINDS}


def own_waits(viewer: Viewer, where: Neighbourhood, today: date, at: datetime, me: int) -> Waits:
    """The same for the viewer alone."""
    counted = {
        **_of_professionals(viewer, where, today),
        **_of_care(viewer, where, today),
        **_of_meeting(viewer, where, today, at),
        **_of_gifts(viewer, where, today, at),
        **_of_all_else(viewer, where, today),
    }
    return {kind: Counter({me: counted[kind]}) for kind in KINDS}


def paper_waits(viewer: Viewer, where: Neighbourhood, today: date, at: datetime) -> Waits:
    """What waits for people without an account whom this viewer wrote down, and brings the question and the answer."""
    go_on = partial(who_go_on, viewer, where, today)
    return {"on_paper": gifts.waiting_on_paper(viewer, where, at, go_on)}


def waiting(waits: Waits, language: str, person: int) -> tuple[str, ...]:
    """What waits for somebody's answer: how many of which kind, and nothing of what it is about."""
    return tuple(
        say(language, f"letter-waits-{kind}", count=counted[person])
        for kind, counted in waits.items()
        if counted[person]
    )


def _of_professionals(viewer: Viewer, where: Neighbourhood, today: date) -> dict[str, int]:
    stays = stay.what_waits(viewer, where, today)
    works = viewer.is_a(Role.WORKER, where.key)
    return {
        "last_day": stays.to_confirm,
        "errand": my_waiting_errands(viewer, where, today),
        "promises": len(stays.asked),
        "fell": len(stays.fell),
        "leavings": len(stays.leavings) - stays.to_confirm,
        "questions": len(initiatives.questions_for_me(viewer, where, today)) if works else 0,
        "promised": len(stays.mine) - stays.late_of_mine,
        "late": stays.late_of_mine,
    }


def _of_care(viewer: Viewer, where: Neighbourhood, today: date) -> dict[str, int]:
    asked, city = len(care.questions_for(viewer, where)), viewer.speaks_for_the_city(where.key)
    drafts = viewer.may("agreement.draft", where.key)
    return {
        "care": 0 if city else asked,
        "city": asked if city else 0,
        "words": len(care.words_waiting(viewer, where)),
        "comes_back": len(care.my_comes_back(viewer, where, care.comes_back(viewer, where, today))),
        "write": len(care.asked_to_write(viewer, where))
        if drafts and care.somebody_asks_to_write(viewer, where)
        else 0,
    }


def _of_meeting(viewer: Viewer, where: Neighbourhood, today: date, at: datetime) -> dict[str, int]:
    some = tables.what_waits(viewer, where, today)
    return {
        "met": len(tables.asked_of_me(viewer, where)) if some.met else 0,
        "hosting": len(tables.tables_offered_me(viewer, where)) if some.offered else 0,
        "claims": len(tables.claims_asked_of_me(viewer, where)) if some.claims else 0,
        "ties": len(tables.ties_asked_of_me(viewer, where)) if some.ties else 0,
        "coffee": len(tables.coffees_asked(viewer, where, at)) if some.coffees else 0,
        "look_again": len(tables.to_look_again(viewer, where, today)) if some.look_again else 0,
    }


def _of_gifts(viewer: Viewer, where: Neighbourhood, today: date, at: datetime) -> dict[str, int]:
    go_on = partial(who_go_on, viewer, where, today)
    return {
        "gifts": sum(bool(one.asks) for one in gifts.my_introductions(viewer, where, at, go_on)),
        "invited": sum(one.open for one in gifts.my_invitations(viewer, where, today, go_on)),
        "to_ask": len(gifts.to_ask_on_paper(viewer, where, at, go_on)),
    }


def _of_all_else(viewer: Viewer, where: Neighbourhood, today: date) -> dict[str, int]:
    principles = light.what_waits(viewer, where, today)
    board = viewer.may("standard.agree", where.key)
    return {
        "initiatives": _of_initiatives(viewer, where, today),
        "nudges": int(nudges.my_waiting_nudges(viewer, where, today)),
        "lessons": len(nudges.what_waits(viewer, where, today).words),
        "principles": len(principles.proposed) + len(principles.due) + len(principles.alike),
        "slides": my_waiting_slides(viewer, where, today),
        "agreed": sum(one.i_may_decide for one in response.proposals_of(viewer, where)) if board else 0,
        "roles": sum(one.given_by != viewer.person for one in people.roles_waiting(viewer, where)),
    }


def _of_initiatives(viewer: Viewer, where: Neighbourhood, today: date) -> int:
    if not initiatives.anything_waits(viewer, where):
        return 0
    roles = initiatives.my_roles(viewer, where, today)
    return len(initiatives.how_is_it_going(viewer, where)) + sum("answer" in one.may for one in roles)
