"""Seeing who carries what: always by a viewer, always within a neighbourhood."""

from vuurtoren.care.queries.agreements import (
    hand_over_called,
    hand_overs,
    hand_overs_keyed,
    handed_over,
    offered_together,
    once_in_force,
    questions_for,
)
from vuurtoren.care.queries.by_itself import city_at, coming_at
from vuurtoren.care.queries.dossiers import DossierSeen, dossier_at, dossier_of
from vuurtoren.care.queries.kinds import kind_at, kinds_by_key, tasks_at
from vuurtoren.care.queries.looking import ComesBack, LookBackSeen, comes_back, looking_back, my_comes_back
from vuurtoren.care.queries.own import mine, my_last_round, my_story, own_export
from vuurtoren.care.queries.shared import (
    DraftShared,
    asked_to_write,
    draft_by_link,
    link_called,
    my_drafts,
    somebody_asks_to_write,
    writer_called,
)
from vuurtoren.care.queries.speaking import SayingSeen, said_about, saying_called, saying_row, words_waiting
from vuurtoren.care.queries.spending import SpendingSeen, spending_of
from vuurtoren.care.queries.stopping import StopSeen, stop_called, stops, stops_at
from vuurtoren.care.queries.streets import (
    carried_at,
    carried_now,
    place_care,
    places_carried,
    room_at,
    rooms_not_held,
    rounds_since,
    thanks,
    vacancies,
)
from vuurtoren.care.queries.tools import tools_of
from vuurtoren.care.queries.waiting import (
    waiting_challenges,
    waiting_looks_back,
    waiting_questions,
    waiting_to_write,
    waiting_words,
)

__all__ = [
    "ComesBack",
    "DossierSeen",
    "DraftShared",
    "LookBackSeen",
    "SayingSeen",
    "SpendingSeen",
    "StopSeen",
    "asked_to_write",
    "carried_at",
    "carried_now",
    "city_at",
    "comes_back",
    "coming_at",
    "dossier_at",
    "dossier_of",
    "draft_by_link",
    "hand_over_called",
    "hand_overs",
    "hand_overs_keyed",
    "handed_over",
    "kind_at",
    "kinds_by_key",
    "link_called",
    "looking_back",
    "mine",
    "my_comes_back",
    "my_drafts",
    "my_last_round",
    "my_story",
    "offered_together",
    "once_in_force",
    "own_export",
    "place_care",
    "places_carried",
    "questions_for",
    "room_at",
    "rooms_not_held",
    "rounds_since",
    "said_about",
    "saying_called",
    "saying_row",
    "somebody_asks_to_write",
    "spending_of",
    "stop_called",
    "stops",
    "stops_at",
    "tasks_at",
    "thanks",
    "tools_of",
    "vacancies",
    "waiting_challenges",
    "waiting_looks_back",
    "waiting_questions",
    "waiting_to_write",
    "waiting_words",
    "words_waiting",
    "writer_called",
]
