"""Where the house says no to somebody: on which principle that stands, and whom to talk to. No rule says no alone.

`kind` is one of `light.rules.BLOCKS`. Where the neighbourhood has no principle about it, the house's own sentence stands
there (`block-house-…`); where nobody agreed to be named, the next coffee table does, and else who works here.
"""

from dataclasses import dataclass

from django.utils.timezone import localtime

from vuurtoren.language import Refused
from vuurtoren.light.queries import Named, TalkSeen, stands_on, to_talk_to
from vuurtoren.power.queries import visitor
from vuurtoren.tables.models import Table
from vuurtoren.tables.queries import coming
from vuurtoren.tables.series import Meeting
from vuurtoren.web.kept import same_for_all
from vuurtoren.web.visit import Visit

STOPPED = "room.residents_hold_it"
"""With this word an act of the institution is stopped in room that residents hold."""
DAYS = 28
KIND_OF = {
    STOPPED: "room",
    "room.words_are_theirs": "room",
    "room.initiative_is_theirs": "room",
    "care.not_yours_to_stop": "room",
    "care.asked_lately": "room",
    "care.no_emergency_in_words": "room",
    "care.excluded": "excluded",
    "initiatives.no_objection_is": "question",
    "initiatives.works_elsewhere": "rights",
    "initiatives.part_not_yours": "rights",
    "people.second_person_needed": "rights",
    "people.roles_apart": "rights",
    "people.not_to_oneself": "rights",
    "care.not_your_street": "challenge",
    "care.carry_it_first": "challenge",
    "care.too_few_ask": "challenge",
    "care.other_side_answers": "challenge",
    "power.not_yours": "rights",
}
"""By the code of a refusal that stops somebody: what it is about. Others tell what is to be filled in otherwise, or that
somebody was just before; they stop nobody."""


@dataclass(frozen=True)
class Block:
    """A no: its kind, the neighbourhood's principle about it if any, who agreed to be named, and the next coffee."""

    kind: str
    principle: Named | None
    people: tuple[TalkSeen, ...]
    coffee: tuple[Meeting, Table] | None


def block(visit: Visit, kind: str) -> Block:
    """What a no of this kind stands on here, and whom to talk to."""
    where, anybody = visit.place, visitor(visit.language)

    def found() -> tuple[Named | None, tuple[TalkSeen, ...], list[tuple[Meeting, Table]]]:
        people = tuple(to_talk_to(anybody, where, visit.at))
        coffees = [] if people else coming(anybody, where, visit.today, DAYS)
        return stands_on(anybody, where, kind), people, coffees

    principle, people, coffees = same_for_all(visit, found, "block", kind)
    now = localtime(visit.at).replace(tzinfo=None)
    coffee = next((one for one in coffees if one[0].at and not one[0].over(now)), None)
    return Block(kind, principle, people, coffee)


def block_of(visit: Visit, refused: Refused) -> Block | None:
    """The same for a refusal, where it stops somebody in a neighbourhood."""
    kind = KIND_OF.get(refused.code)
    return block(visit, kind) if kind and visit.neighbourhood else None
