"""Every web door in the rights matrix: what stands in its address, and which act is behind its form."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from django.utils import timezone

from tests.power.deeds import DEEDS, NOT_ON_PAPER, next_of, on_paper, sat_beside
from tests.power.expecting import Deed
from tests.power.world import ANOTHER_KIND, PEOPLE, World
from vuurtoren.care.rules import QUESTIONS
from vuurtoren.care.together import mark
from vuurtoren.language import Refused
from vuurtoren.power.queries import visitor
from vuurtoren.tables.queries import coming
from vuurtoren.tables.queries.seeing import local
from vuurtoren.web.codes import link_code
from vuurtoren.web.invitations import MOST_TO_CHOOSE

Address = dict[str, Any]


@dataclass(frozen=True)
class Door:
    """A door in a neighbourhood. Without a `deed` it only shows, also to whoever sends something.

    `things`: by kind, the rest of the address; with a deed it is made from the deed's own things by `where`.
    `sends`: what its form sends. `missing`: kinds, or `kind column`, that are not there (404). `says`: another refusal
    than the act's.
    """

    deed: str | Callable[[str], str] = ""
    where: Callable[[World, Any], Address] = lambda w, thing: {}
    sends: Callable[[World, Any], dict[str, Any]] = lambda w, thing: {}
    things: Callable[[World, str], Mapping[str, Address]] | None = None
    get: int = 200
    post: int = 0
    missing: frozenset[str] = frozenset()
    says: Mapping[str, str] = field(default_factory=dict)
    found_late: bool = False
    """Is the thing looked up within the deed only, so that a form sent twice is once? Then looking leads away."""
    away: frozenset[str] = frozenset()
    """Kinds for which the door leads to another page and does nothing."""
    shut: frozenset[str] = frozenset()
    """Kinds, or `kind column`, whose form is not even shown to whoever may not send it."""
    only: frozenset[str] | None = None
    """Which kinds of the deed's things this door can be sent about."""

    def act(self, column: str) -> Deed | None:
        """The deed behind the form, for somebody in this column."""
        name = self.deed if isinstance(self.deed, str) else self.deed(column)
        return DEEDS[name] if name else None

    def addresses(self, world: World, column: str) -> dict[str, tuple[Address, dict[str, Any]]]:
        """By kind: the address and what is sent there."""
        if self.things:
            return {kind: (one, {}) for kind, one in self.things(world, column).items()}
        deed = self.act(column)
        assert deed
        return {
            kind: ({"slug": slug_of(world, kind), **self.where(world, thing)}, self.sends(world, thing))
            for kind, thing in deed.things(world, column).items()
            if self.only is None or kind in self.only
        }


def slug_of(world: World, kind: str) -> str:
    """The neighbourhood in which somebody knocks."""
    part = world.other if kind.startswith("other") or kind == "own elsewhere" else world.here
    return part.where.slug


def plain(w: World, column: str) -> dict[str, Address]:
    """A page of the neighbourhood."""
    return {kind: {"slug": slug_of(w, kind)} for kind in ("here", "other")}


def of_self(w: World, column: str) -> dict[str, Address]:
    """A page about oneself, in whichever neighbourhood."""
    kinds = ("own", "own elsewhere") if column in PEOPLE else ("here", "other")
    return {kind: {"slug": slug_of(w, kind)} for kind in kinds}


def of_place(w: World, column: str) -> dict[str, Address]:
    found = {
        "here": w.here.of_neighbour.carried,
        "here but a street from elsewhere": w.other.free,
        "other": w.other.of_neighbour.carried,
        "forgotten": w.here.gone,
    }
    if column in PEOPLE:
        found["own"] = w.own[column].carried
    return {kind: {"slug": slug_of(w, kind), "public_id": one.public_id} for kind, one in found.items()}


def of_day(w: World, column: str) -> dict[str, Address]:
    found = {kind: {"slug": slug_of(w, kind), "day": w.here.plan.date} for kind in ("here", "other")}
    return {
        **found,
        "here but another day": {"slug": slug_of(w, "here"), "day": w.here.plan.date + timedelta(99)},
    }


def of_file(w: World, column: str) -> dict[str, Address]:
    return {kind: {**one, "form": "csv"} for kind, one in of_day(w, column).items()}


def of_agreement(w: World, column: str) -> dict[str, Address]:
    found = {
        "here": w.here.of_neighbour.asked,
        "here but one from elsewhere": w.other.of_neighbour.asked,
        "other": w.other.of_neighbour.asked,
        "forgotten": w.ghost_asked,
    }
    return {kind: {"slug": slug_of(w, kind), "public_id": one.public_id} for kind, one in found.items()}


def of_draft(w: World, column: str) -> dict[str, Address]:
    """The draft of a challenge by its link."""
    found = {"here": w.here.of_neighbour.link, "other": w.other.of_neighbour.link}
    if column in PEOPLE:
        found["own"] = w.own[column].link
    return {kind: {"slug": slug_of(w, kind), "code": link_code(one.public_id)} for kind, one in found.items()}


def of_paper(w: World, column: str) -> dict[str, Address]:
    """Somebody on paper, and who looks like it."""
    return {
        kind: {"slug": slug_of(w, kind), "public_id": who.public_id}
        for kind, (who, _) in on_paper(w, column).items()
    }


def of_table(w: World, column: str) -> dict[str, Address]:
    found = {
        "here": w.here.of_neighbour.table,
        "here but one from elsewhere": w.other.of_neighbour.table,
        "other": w.other.of_neighbour.table,
        "forgotten": w.ghost_table,
    }
    if column in PEOPLE:
        found["own"] = w.own[column].table
    return {kind: {"slug": slug_of(w, kind), "public_id": one.public_id} for kind, one in found.items()}


def of_principle(w: World, column: str) -> dict[str, Address]:
    found = {
        "here": w.here.principle,
        "here but one from elsewhere": w.other.principle,
        "other": w.other.principle,
    }
    return {kind: {"slug": slug_of(w, kind), "public_id": one.public_id} for kind, one in found.items()}


def of_initiative(w: World, column: str) -> dict[str, Address]:
    found = {
        "here": w.here.of_neighbour.initiative,
        "here but one from elsewhere": w.other.of_neighbour.initiative,
        "other": w.other.of_neighbour.initiative,
        "forgotten": w.ghost_initiative,
    }
    if column in PEOPLE:
        found["own"] = w.own[column].initiative
    return {kind: {"slug": slug_of(w, kind), "public_id": one.public_id} for kind, one in found.items()}


def of_promise(w: World, column: str) -> dict[str, Address]:
    found = {
        "here": w.here.of_neighbour.promise,
        "here but one from elsewhere": w.other.of_neighbour.promise,
        "other": w.other.of_neighbour.promise,
        "forgotten": w.ghost_said,
    }
    if column in PEOPLE:
        found["own"] = w.own[column].claim
    return {kind: {"slug": slug_of(w, kind), "public_id": one.public_id} for kind, one in found.items()}


def of_leaving(w: World, column: str) -> dict[str, Address]:
    found = {"other": w.other.leaving}
    found |= (
        {"own": w.my_leaving, "own to follow": w.here.leaving} if column == "M" else {"here": w.here.leaving}
    )
    return {kind: {"slug": slug_of(w, kind), "public_id": one.public_id} for kind, one in found.items()}


def of_weighing(w: World, column: str) -> dict[str, Address]:
    found = {
        "here": w.here.of_neighbour.weighing,
        "other": w.other.of_neighbour.weighing,
        "forgotten": w.ghost_weighing,
    }
    if column in PEOPLE:
        found["own"] = w.own[column].weighing
    return {kind: {"slug": slug_of(w, kind), "public_id": one.public_id} for kind, one in found.items()}


def weighed(w: World, _: Any) -> dict[str, Any]:
    return {"stake": "Het feest", "undone": "never", "hurt": "other", "learns": "they"}


def by_id(w: World, thing: Any) -> Address:
    return {"public_id": thing.public_id}


def _a_coming_table(w: World) -> str:
    """The last table that the form offers, as it names it: the first may begin while we knock."""
    now, near = local(w.at), coming(visitor(), w.here.where, w.day, 20)
    met, one = [(met, one) for met, one in near if met.at and not met.over(now)][:MOST_TO_CHOOSE][-1]
    return f"{one.public_id}/{met.when.date()}"


def by_line(w: World, line: Any) -> Address:
    return {"day": w.here.plan.date, "line": line.public_id}


def of_a_proposal(deed: str) -> Door:
    """One tap on a proposal, which is looked up within the deed."""
    return Door(deed, lambda w, one: {"proposal": one.public_id}, get=302, missing=FORGOTTEN, found_late=True)


def a_question_sent(w: World) -> dict[str, Any]:
    """What is filled in of a round of a learning table."""
    return {"question": "Wie kent wie?", "look_again_on": _tomorrow(w), "round_seen_by": "table"}


def a_table_sent(w: World, place: Any) -> dict[str, Any]:
    return {"place": place.pk, "spot": "", "day": _tomorrow(w), "time": "10:00", "every": "week"}


def a_principle_sent(w: World, _: Any) -> dict[str, Any]:
    """What is filled in to propose a principle, or other words."""
    words = {"says": "Eerst groeten", "why": "Dat is aardig.", "fits": "", "fits_not": "", "about": "any"}
    return {**words, "look_again_on": _tomorrow(w)}


def _tomorrow(w: World) -> Any:
    return timezone.localdate(w.at) + timedelta(1)


ELSEWHERE = frozenset({"here but a street from elsewhere", "here but one from elsewhere"})
ANOTHER_DAY = frozenset({"here but another day"})
TERMS_SENT = {"to_step": 4, "stop_grade": "B", "stop_steps": 2, "after_stop": "ask", "overlap_days": 14}
NOT_ONES_OWN = frozenset({"here", "forgotten"})
NOBODYS = frozenset({"here", *(f"forgotten {one}" for one in "VRHCPMAIX")})
"""A table that nobody hosts any more: who may let it rest or end sees the form."""
NO_NAMES = frozenset(f"own {one}" for one in "CPMAI")
"""Who may not know who sat at a table finds nobody there, also where they sat themselves."""
NOT_IN_IT = NOT_ONES_OWN | {"other"}
"""Where the right over one's own goes along to every neighbourhood."""
FORGOTTEN = frozenset({"forgotten"})
SOMEBODY_ELSES = frozenset({"here", "other", "forgotten"})
"""What only whose it is, and whom they share it with, can find at all."""
NOT_MY_GIFT = frozenset(
    {"here", "other", "forgotten", "other on paper", *(f"here on paper {one}" for one in "RCPMAI")}
)
NOT_WRITTEN_DOWN = frozenset(NOT_ON_PAPER) | {"own"}
NOT_MY_LEAVING = frozenset({"other", "forgotten"}) | {f"here {column}" for column in PEOPLE if column != "M"}
"""That somebody leaves is known to who leaves, who leads and who follows; who stands in M follows."""
NOT_FOUND_ON_PAPER = frozenset(NOT_ON_PAPER) | {f"here {column}" for column in "RCPMAI"}
"""Only a host or builder finds people on paper."""


def of_task(w: World, column: str) -> dict[str, Address]:
    """A page of another kind of task at a place; the world has one wherever litter is carried."""
    return {kind: {**one, "kind": ANOTHER_KIND} for kind, one in of_place(w, column).items()}


def of_coming(w: World, thing: Any) -> Address:
    """The task for which a day was said."""
    return {"public_id": thing.task.place.public_id, "kind": thing.task.kind.code}


def of_another_kind(door: Door) -> Door:
    """The same door, of another kind of task than litter: the address says which."""
    things = door.things
    return replace(
        door,
        where=lambda w, thing: {**door.where(w, thing), "kind": ANOTHER_KIND},
        things=(
            lambda w, column: {kind: {**one, "kind": ANOTHER_KIND} for kind, one in things(w, column).items()}
        )
        if things
        else None,
    )


OF_A_TASK = (
    "join", "street_next", "arrange", "call_help", "give_back", "round", "undo_round", "help_question", "ask_first",
    "draft", "dossier", "dossier_voice", "send_dossier", "share_dossier", "stop_task", "emergency_over",
)  # fmt: skip
SHOW = Door(things=plain)
_DOORS: Mapping[str, Door] = {
    "today": SHOW,
    "map": SHOW,
    "map_streets": SHOW,
    "backdrop": SHOW,
    "streets": SHOW,
    "city": SHOW,
    "help_here": SHOW,
    "light": SHOW,
    "journal": SHOW,
    "plan": SHOW,
    "agreements": SHOW,
    "room": SHOW,
    "room_export": SHOW,
    "who": SHOW,
    "street": Door(things=of_place, missing=ELSEWHERE),
    "street_next": Door(things=of_place, missing=ELSEWHERE),
    "task": Door(things=of_task, missing=ELSEWHERE),
    "plan_of_day": Door(things=of_day),
    "plan_streets": Door(things=of_day, missing=ANOTHER_DAY),
    "plan_export": Door(things=of_file, missing=ANOTHER_DAY),
    "agreement": Door(things=of_agreement, missing=ELSEWHERE),
    "export": Door(things=of_self),
    # deeds in a street
    "join": Door(
        "care.join", by_id, lambda w, _: {"part": "whole", "rhythm": "weekly", "people": 1}
    ),
    "give_back": Door("care.give_back", by_id),
    "round": Door("care.log_round", by_id, lambda w, _: {"minutes": 20, "bags": 1, "amount": 1, "grade": ""}),
    "undo_round": Door(
        "care.undo_round",
        lambda w, done: {"public_id": done.task.place.public_id},
        get=302,
        says={"here": "care.nothing_to_undo", "forgotten": "care.nothing_to_undo"},
    ),
    "look": Door("response.observe", by_id, lambda w, _: {"grade": "B"}),
    "help_question": Door("care.answer_help", by_id, lambda w, _: {"answer": "yes"}, get=302),
    "draft": Door(
        lambda column: "care.offer" if column == "M" else "care.challenge",
        by_id,
        lambda w, _: {**TERMS_SENT, "answer_by": (w.at + timedelta(30)).date()},
    ),
    "spending": Door(
        "care.write_spending",
        sends=lambda w, _: {"year": w.at.year, "cents": "12500,50", "source": "Begroting"},
    ),
    "spending_of_kind": Door(
        "care.write_spending",
        lambda w, _: {"kind": ANOTHER_KIND},
        lambda w, _: {"year": w.at.year, "cents": "400", "source": "Begroting"},
    ),
    "speak": Door(
        "care.speak",
        by_id,
        lambda w, _: {"said": "Het plein wordt mooier"},
        only=frozenset({"here", "here of residents", "other"}),
    ),
    "speak_of_initiative": Door(
        "care.speak", by_id, lambda w, _: {"said": "Wat een goed idee"}, only=frozenset({"here an initiative"})
    ),
    "saying": Door(
        things=lambda w, column: {
            "here": {"slug": slug_of(w, "here"), "public_id": w.here.of_neighbour.saying.public_id}
        },
        missing=frozenset(f"here {column}" for column in "VRHBCPAIX"),
    ),
    "answer_words": Door(
        "care.answer_words",
        by_id,
        lambda w, _: {"answer": "yes"},
        get=302,
        missing=frozenset({"other", *(f"here {column}" for column in "VRHBCPAIX")}),
    ),
    "settle_words": Door("care.settle_words", by_id, lambda w, _: {"answer": "no"}, get=302),
    "say_coming": Door(
        "care.say_coming",
        lambda w, place: {"public_id": place.public_id, "kind": ANOTHER_KIND},
        lambda w, _: {"on": timezone.localdate(w.at)},
    ),
    "say_came": Door("care.say_came", of_coming, get=302),
    "say_comes_not": Door("care.say_comes_not", of_coming, get=302),
    "emergency_over": Door("power.end_emergency", by_id, get=302),
    "stop_task": Door(
        "care.stop_task",
        by_id,
        lambda w, _: {"how": "stops", "why": "money", "since": timezone.localdate(w.at), "own": ""},
    ),
    "go_on_again": Door("care.go_on_again", by_id, get=302),
    # coffee tables
    "tables": SHOW,
    "tables_agenda": SHOW,
    "table": Door(things=of_table, missing=ELSEWHERE),
    "table_card": Door(things=of_table, missing=ELSEWHERE),
    "table_sheet": Door(things=of_table, missing=ELSEWHERE),
    "table_poster": Door(things=of_table, missing=ELSEWHERE),
    "table_agenda": Door(things=of_table, missing=ELSEWHERE),
    "set_table": Door(
        "tables.set_table", sends=a_table_sent, says={"forgotten": "form-choose", "other": "form-choose"}
    ),
    "change_table": Door(
        "tables.change_table",
        by_id,
        lambda w, one: {**a_table_sent(w, one.place), "sure": "yes"},
        shut=NOT_ONES_OWN,
    ),
    "change_once": Door(
        "tables.change_once",
        by_id,
        lambda w, one: {"planned": next_of(w, one), "how": "skip"},
        shut=NOT_ONES_OWN,
    ),
    "rest_table": Door("tables.rest", by_id, lambda w, _: {"until": _tomorrow(w)}, shut=NOBODYS),
    "table_goes_on": Door("tables.go_on", by_id, get=302),
    "end_table": Door("tables.end_table", by_id, shut=NOBODYS),
    "hand_on_table": Door("tables.offer_table", by_id, lambda w, one: {"to": sat_beside(one).pk}, shut=NOT_ONES_OWN),
    "table_offer": Door("tables.answer_offer", by_id, lambda w, _: {"answer": "yes"}, get=302),
    "take_over_table": Door("tables.take_over", by_id, get=302),
    "met": Door(
        "tables.write_down",
        by_id,
        lambda w, _: {"day": timezone.localdate(w.at), "someones": 4, "matter": "Zin in soep", "seen_by": "table"},
        shut=NOT_ONES_OWN,
    ),
    "undo_met": Door(
        "tables.undo_met", lambda w, met: {"public_id": met.table.public_id, "met": met.public_id}, get=302, found_late=True
    ),
    "was_there": Door(
        "tables.was_there",
        lambda w, met: {"public_id": met.table.public_id},
        lambda w, met: {"day": met.day},
        get=302,
    ),
    "claim_answer": Door(
        "tables.answer_claim",
        lambda w, one: {"claim": one.public_id},
        lambda w, _: {"answer": "yes"},
        get=302,
        missing=frozenset({"here", "other", "forgotten"}),
        found_late=True,
    ),
    "leave_out": Door(
        "tables.leave_out",
        lambda w, one: {"present": one.public_id},
        get=302,
        missing=frozenset({f"here with an account {one}" for one in "HB"}),
        found_late=True,
    ),
    "met_answer": Door(
        "tables.answer_met",
        lambda w, one: {"present": one.public_id},
        lambda w, _: {"answer": "yes"},
        get=302,
        missing=frozenset({"here", "other", "forgotten"}),
        found_late=True,
    ),
    # gifts
    "gifts": SHOW,
    "gift_kinds": Door(things=plain),
    "offer_gift": Door(
        "gifts.offer_gift",
        lambda w, _: {"kind": "hands"},
        lambda w, _: {"said": "taarten bakken", "width": "me", "until": _tomorrow(w)},
    ),
    "change_gift": Door(
        "gifts.change_gift",
        by_id,
        lambda w, _: {"said": "koken", "width": "neighbourhood", "until": _tomorrow(w)},
        missing=NOT_MY_GIFT,
    ),
    "withdraw_gift": Door("gifts.withdraw_gift", by_id, get=302, missing=NOT_MY_GIFT, found_late=True),
    "gift_code": Door(things=plain, post=422),  # no code is no code, whoever asks; tests/gifts tries right ones
    "suggestions": Door(things=plain),
    "introduce": Door(
        "gifts.introduce",
        lambda w, pair: {"gift": pair[0].public_id, "looking": pair[1].public_id},
        get=302,
        missing=frozenset({"here H", "forgotten"}),
        found_late=True,
    ),
    "intro_answer": Door(
        "gifts.answer_introduction",
        by_id,
        lambda w, one: {"answer": "yes", "of": "" if one.gift.person.account_id else one.gift.person.public_id},
        get=302,
        missing=NOT_MY_GIFT,
        found_late=True,
    ),
    "intro_became": Door(
        "gifts.say_what_became",
        by_id,
        lambda w, _: {"became": "grew"},
        get=302,
        missing=NOT_MY_GIFT,
        says={"own": "gifts.answered_already"},  # it is asked two weeks later
        found_late=True,
    ),
    "invite": Door(
        "gifts.invite", by_id, lambda w, _: {"to": _a_coming_table(w)}, missing=frozenset({"own", "forgotten"})
    ),
    "answer_invitation": Door(
        "gifts.answer_invitation",
        by_id,
        lambda w, _: {"answer": "yes"},
        get=302,
        missing=frozenset({"here", "other", "forgotten"}),
        found_late=True,
    ),
    "take_back_invitation": Door(
        "gifts.take_back_invitation",
        by_id,
        get=302,
        missing=frozenset({"here", "other", "forgotten"}),
        found_late=True,
    ),
    "look_for": Door(
        "gifts.look_for", by_id, lambda w, _: {"said": "zang", "until": _tomorrow(w)}, shut=NOT_ONES_OWN
    ),
    "look_no_more": Door(
        "gifts.look_no_more", by_id, get=302, missing=frozenset({"here", "forgotten"}), found_late=True
    ),
    "paper_gifts": Door(things=of_paper, missing=NOT_WRITTEN_DOWN),
    "enter_gift": Door(
        "gifts.enter_gift",
        lambda w, what: {"public_id": what[0].public_id, "kind": "hands"},
        lambda w, _: {"said": "breien", "width": "me", "until": _tomorrow(w)},
        missing=NOT_WRITTEN_DOWN,
    ),
    "gift_slip": Door(
        "gifts.give_code",
        lambda w, what: {"public_id": what[0].public_id},
        get=302,
        missing=NOT_WRITTEN_DOWN,
    ),
    "my_agenda": SHOW,
    "set_learning": Door(
        "tables.set_learning_table",
        sends=lambda w, place: {**a_table_sent(w, place), **a_question_sent(w)},
        says={"forgotten": "form-choose", "other": "form-choose"},
    ),
    "write_round": Door(
        "tables.write_round", by_id, lambda w, _: {**a_question_sent(w), "tries": "Soep"}, shut=NOT_ONES_OWN
    ),
    "next_round": Door("tables.next_round", by_id, lambda w, _: a_question_sent(w), shut=NOT_ONES_OWN),
    # coffee with somebody new
    "coffee": Door("tables.wish_coffee", sends=lambda w, _: {"loves": "music", "reach": "aan tafel"}),
    "no_coffee": Door("tables.wish_no_more", get=302),
    "coffee_answer": Door(
        "tables.answer_coffee",
        lambda w, one: {"coffee": one.coffee.public_id},
        lambda w, _: {"answer": "yes"},
        get=302,
        missing=frozenset({"here", "other"}),
        found_late=True,
    ),
    # streets to drink coffee in first
    "quiet": SHOW,
    "take_errand": Door("reflection.take_errand", by_id, lambda w, _: {"on": _tomorrow(w)}, missing=ELSEWHERE),
    "errand_done": Door(
        "reflection.errand_done", lambda w, one: {"errand": one.public_id}, get=302, missing=FORGOTTEN, found_late=True
    ),
    "drop_errand": Door(
        "reflection.drop_errand", lambda w, one: {"errand": one.public_id}, get=302, missing=FORGOTTEN, found_late=True
    ),
    "balance": SHOW,
    # what slides
    "slides": SHOW,
    "slide_hurts": Door(
        "reflection.say_hurts",
        lambda w, one: {"slide": one.public_id},
        lambda w, _: {"answer": "yes"},
        get=302,
        missing=frozenset({"here", "here of another group", "other", "forgotten"}),
        found_late=True,
    ),
    "answer_slide": Door(
        "reflection.answer_slide",
        lambda w, one: {"slide": one.public_id},
        lambda w, _: {"answer": "reason"},
        get=302,
        missing=frozenset({"here", "other", "forgotten"}),
        found_late=True,
    ),
    # ties
    "ties": SHOW,
    "my_ties": SHOW,
    "keep_tie": Door(
        "tables.keep_tie",
        lambda w, one: {"present": one.public_id},
        get=302,
        missing=frozenset({"here", "other", "forgotten"}) | NO_NAMES,
        found_late=True,
    ),
    "tie_answer": Door(
        "tables.answer_tie",
        lambda w, one: {"tie": one.public_id},
        lambda w, _: {"answer": "yes"},
        get=302,
        missing=frozenset({"here", "other", "forgotten"}),
        found_late=True,
    ),
    "tie_let_go": Door(
        "tables.let_go",
        lambda w, one: {"tie": one.public_id},
        get=302,
        missing=frozenset({"here", "other", "forgotten"}),
        found_late=True,
    ),
    # the weekly letter
    "letter": SHOW,
    "choose_letter": Door("reflection.choose_letter", sends=lambda w, _: {"wants": "no"}, get=302),
    "paper_letters": SHOW,
    # principles
    "principles": SHOW,
    "replaced_rules": SHOW,
    "principle": Door(things=of_principle, missing=ELSEWHERE),
    "propose_principle": Door("light.propose_principle", sends=a_principle_sent),
    "reword_principle": Door("light.propose_rest", by_id, a_principle_sent),
    "rest_principle": Door("light.propose_rest", by_id, get=302),
    "adopt_principle": Door("light.adopt_principle", by_id, get=302, missing=FORGOTTEN, found_late=True),
    "drop_principle": Door("light.drop_principle", by_id, get=302, missing=FORGOTTEN, found_late=True),
    "look_again_principle": Door("light.look_again", by_id, lambda w, _: {"look_again_on": _tomorrow(w)}),
    "make_exception": Door(
        "light.make_exception",
        by_id,
        lambda w, _: {"why": "Feest", "for_whom": "de kinderen", "until": _tomorrow(w)},
    ),
    "end_exception": Door("light.end_exception", by_id, get=302),
    "keep_rule": Door(
        "light.keep_rule",
        by_id,
        lambda w, _: {"rule": "Formulier", "whose": "de stad", "replaced_on": timezone.localdate(w.at)},
    ),
    "tell_after": Door("light.tell_after", by_id, lambda w, _: {"what": "Het ging goed"}),
    "be_found": Door("light.be_found", sends=lambda w, _: {"found": "De Lantaarn"}),
    # what residents start
    "initiatives": SHOW,
    "initiative": Door(things=of_initiative, missing=ELSEWHERE),
    "start_initiative": Door(
        "initiatives.start",
        sends=lambda w, part: {"what": "Soep", "more": "", "state": "idea", "place": part.free.pk},
    ),
    "initiative_words": Door(
        "initiatives.reword", by_id, lambda w, _: {"what": "Stamppot", "more": "", "place": ""}, shut=NOT_ONES_OWN
    ),
    "join_initiative": Door("initiatives.join_in", by_id, get=302),
    "leave_initiative": Door("initiatives.step_out", by_id, get=302),
    "initiative_state": Door(
        "initiatives.turn_to", by_id, lambda w, _: {"turn": "go_on", "learned": "", "seen_by": "people"}, shut=NOT_ONES_OWN
    ),
    "undo_initiative_state": Door("initiatives.turn_back", by_id, get=302),
    "take_back_initiative": Door("initiatives.unstart", by_id, get=302, found_late=True),
    "questions": SHOW,
    "ask_institution": Door(
        "initiatives.ask",
        by_id,
        lambda w, _: {"kind": "place", "what": "Een schuur", "institution": w.here.institution.pk, "who": ""},
        shut=NOT_ONES_OWN,
    ),
    "answer_question": Door(
        "initiatives.answer_question", by_id, lambda w, _: {"answer": "yes", "reason": ""}, shut=NOT_ONES_OWN
    ),
    "give_question": Door(
        "initiatives.give_on", by_id, lambda w, _: {"who": w.here.worker.work.get().pk}, shut=NOT_ONES_OWN
    ),
    "take_question": Door("initiatives.take_on", by_id, lambda w, _: {"answer": "yes"}, get=302),
    "question_no_more": Door("initiatives.withdraw_question", by_id, get=302),
    "still_doing": Door("initiatives.still_doing", by_id, get=302),
    "make_role": Door(
        "initiatives.make_role", by_id, lambda w, _: {"name": "Sleutel", "whose": "open"}, shut=NOT_ONES_OWN
    ),
    "claim_role": Door("initiatives.claim_role", by_id, get=302),
    "offer_role": Door(
        "initiatives.offer_on",
        by_id,
        lambda w, one: {"who": one.initiative.people.get(person__called="Maatje").person_id, "weeks": 4},
        shut=NOT_ONES_OWN,
    ),
    "pass_role": Door("initiatives.pass_role", by_id, lambda w, _: {"turn": "lay_down"}, get=302),
    "drop_role": Door("initiatives.drop_role", by_id, get=302),
    "look_for_initiative": Door(
        "gifts.look_for_initiative",
        by_id,
        lambda w, _: {"said": "soep", "until": _tomorrow(w)},
        shut=NOT_ONES_OWN,
    ),
    # nudges, and whether something may go wrong
    "nudges": SHOW,
    "lessons": SHOW,
    "my_nudges": Door(things=of_self),
    "weighings": Door(things=of_self),
    "nudge": Door(
        "nudges.give_nudge",
        lambda w, part: {"what": "street", "public_id": part.free.public_id},
        lambda w, _: {"kind": "invite"},
    ),
    "undo_nudge": Door("nudges.take_back_nudge", by_id, get=302, missing=SOMEBODY_ELSES, found_late=True),
    "answer_growing": Door("nudges.answer_growing", sends=lambda w, _: {"answer": "fine"}, get=302),
    "weigh": Door("nudges.weigh", sends=weighed),
    "weigh_about": Door(
        "nudges.weigh", lambda w, part: {"what": "street", "public_id": part.free.public_id}, weighed
    ),
    "weighing": Door(things=of_weighing, missing=SOMEBODY_ELSES),
    "decide_weighing": Door(
        "nudges.decide_weighing",
        by_id,
        lambda w, _: {"stance": "let_go", "stop": "Als het regent", "look_back_on": _tomorrow(w)},
        missing=SOMEBODY_ELSES,
    ),
    "share_weighing": Door("nudges.share_weighing", by_id, missing=SOMEBODY_ELSES),
    "drop_weighing": Door("nudges.drop_weighing", by_id, get=302, missing=SOMEBODY_ELSES, found_late=True),
    "look_back": Door(
        "nudges.look_back",
        by_id,
        lambda w, _: {"went": "wrong", "learned": "Eerst vragen", "yes": "yes"},
        missing=SOMEBODY_ELSES,
    ),
    "own_words": Door(
        "nudges.write_lesson",
        by_id,
        lambda w, _: {"learned": "Eerst koffie", "yes": "later"},
        missing=SOMEBODY_ELSES,
    ),
    "agree_lesson": Door(
        "nudges.agree_lesson", by_id, lambda w, _: {"answer": "yes"}, get=302, missing=SOMEBODY_ELSES
    ),
    # professionals who stay
    "days": Door(things=of_self),
    "was_here": Door("stay.was_here", sends=lambda w, _: {"kind": "walked"}, get=302),
    "write_day": Door(
        "stay.write_day",
        lambda w, _: {"day": timezone.localdate(w.at)},
        lambda w, _: {"kinds": ["table"], "own": "Veel gelachen"},
    ),
    "share_days": Door("stay.share_days", sends=lambda w, _: {"period": "nobody"}),
    "promises": SHOW,
    "promise": Door(things=of_promise, missing=ELSEWHERE | FORGOTTEN),
    "make_promise": Door(
        "stay.make_promise",
        sends=lambda w, _: {"what": "Een lamp", "to": "all", "due": _tomorrow(w), "place": w.here.free.pk},
    ),
    "say_promised": Door(
        "stay.say_promised",
        sends=lambda w, work: {"who": work.pk, "what": "Een lamp", "due": _tomorrow(w), "place": ""},
    ),
    "answer_promise": Door("stay.answer_promise", by_id, lambda w, _: {"answer": "yes"}, get=302),
    "promise_kept": Door("stay.say_kept", by_id, lambda w, _: {"answer": "yes"}, get=302),
    "take_back_promise": Door(
        "stay.take_back_promise", by_id, get=302, missing=FORGOTTEN, found_late=True
    ),
    "pass_on": Door(
        "stay.ask_over", by_id, lambda w, _: {"who": w.here.worker.work.get().pk}, shut=NOT_IN_IT
    ),
    "ask_no_more": Door("stay.ask_no_more", by_id, get=302),
    "wont": Door("stay.wont_happen", by_id, lambda w, _: {"reason": "Geen geld", "told": "on"}, shut=NOT_IN_IT),
    "after_all": Door("stay.happens_after_all", by_id, get=302),
    "team": Door(things=lambda w, column: {"here": {"slug": w.here.where.slug}, "other": {"slug": w.other.where.slug}}),
    "leave": Door(
        "stay.announce_leaving",
        lambda w, work: {"public_id": work.person.public_id},
        lambda w, _: {"last_day": _tomorrow(w)},
        shut=NOT_IN_IT,
        missing=FORGOTTEN,
    ),
    "leaving": Door(things=of_leaving, missing=frozenset({"here", "other"})),
    "answer_leaving": Door("stay.answer_leaving", by_id, get=302, missing=NOT_MY_LEAVING),
    "stay_on": Door(
        "stay.stay_on", by_id, shut=NOT_IN_IT, missing=NOT_MY_LEAVING
    ),
    "plan_hand_over": Door(
        "stay.plan_hand_over",
        by_id,
        lambda w, _: {"successor": "", "walk_on": "", "people": 4, "introduced": 1},
        shut=NOT_IN_IT,
        missing=NOT_MY_LEAVING,
    ),
    "walked": Door("stay.walked", by_id, get=302, missing=NOT_MY_LEAVING),
    "complete_departure": Door(
        "stay.complete_departure", by_id, lambda w, _: {"known": "on"}, shut=NOT_IN_IT, missing=NOT_MY_LEAVING
    ),
    # agreements
    "answer": Door("care.answer", by_id, lambda w, _: {"answer": "yes"}, get=302),
    "undo_no": Door("care.undo_no", by_id, get=302),
    "withdraw": Door("care.withdraw", by_id, get=302),
    # the plan
    "put_on": Door(
        "response.put_on",
        lambda w, what: {"day": what[0].date},
        lambda w, what: {"place": what[1].pk, "crew": what[2].pk, "reason": "Markt"},
        says=dict.fromkeys(
            ("here a street from elsewhere", "here a crew from elsewhere", "forgotten"), "form-choose"
        ),
    ),
    "emergency": Door(
        "response.enter_in_emergency",
        lambda w, what: {"day": what[0].date, "public_id": what[1].public_id},
        lambda w, what: {"crew": what[2].pk, "kind": "danger", "reason": "Glas", "until": what[0].date},
        missing=frozenset({"here a street from elsewhere"}),
        says={"here a crew from elsewhere": "form-choose"},
    ),
    "take_off": Door(
        "response.take_off", by_line, lambda w, _: {"reason": "Markt"}, missing=FORGOTTEN
    ),
    "done": Door("response.done", by_line, get=302, missing=FORGOTTEN),
    "found": Door("response.tell_found", by_line, lambda w, _: {"grade": "C"}, get=302, missing=FORGOTTEN),
    "move": Door(
        "response.move", by_line, lambda w, _: {"crew": "", "order": 1, "reason": "Markt"}, missing=FORGOTTEN
    ),
    # what was agreed
    "agreed": SHOW,
    "agree_level": Door(
        "response.agree_standard",
        sends=lambda w, _: {
            "goal_grade": "A",
            "floor_grade": "C",
            "floor_steps": 2,
            "aim": "best",
            "horizon_steps": 7,
            "most_Aplus": 0,
            "most_A": 3,
            "most_B": 10,
            "most_C": 25,
            "scale_source": "Eigen schouw",
        },
    ),
    "new_crew": Door(
        "response.add_crew",
        sends=lambda w, where: {"name": "Nieuw", "minutes": 60, "mode": "walk", "start": w.here.free.pk},
    ),
    "shift": Door(
        "response.rename_crew",
        lambda w, crew: {"crew": crew.key},
        lambda w, _: {"minutes": 99, "mode": "cart", "start": w.here.free.pk},
    ),
    "rename_crew": Door("response.rename_crew", lambda w, crew: {"crew": crew.key}, lambda w, _: {"name": "Anders"}),
    "end_crew": Door("response.end_crew", lambda w, crew: {"crew": crew.key}, get=302),
    "crew_again": Door("response.end_crew", lambda w, crew: {"crew": crew.key}, get=302),
    "say_yes": of_a_proposal("response.second"),
    "drop_proposal": of_a_proposal("response.drop_proposal"),
    "arrange": Door(
        "care.arrange",
        by_id,
        lambda w, _: {"part": "a", "rhythm": "weekly", "people": 2},
        away=frozenset({"here", "forgotten"}),
    ),
    "call_help": Door("care.call_help", by_id, get=302),
    "dossier": Door(
        "care.write_dossier",
        by_id,
        lambda w, _: {**{f"h_{one}": mark("Zo.") for one in QUESTIONS}, **dict.fromkeys(QUESTIONS, "Zo."), "own": "Handen"},
        only=frozenset({"own"}),
    ),
    "share_dossier": Door(
        "care.share_dossier", by_id, lambda w, _: {"width": "signed_in", "until": w.day + timedelta(10)}
    ),
    "end_draft_link": Door("care.end_dossier_link", by_id, get=302),
    "shared_draft": Door(things=of_draft, missing=frozenset({"here M", "own M"})),
    "ask_to_write": Door(
        "care.ask_to_write",
        lambda w, link: {"code": link_code(link.public_id)},
        get=302,
        missing=frozenset({"here M", "own M"}),
    ),
    "answer_writer": Door("care.answer_writer", by_id, lambda w, _: {"answer": "yes"}, get=302),
    "dossier_voice": Door("care.join_dossier", by_id, lambda w, _: {"answer": "supports"}, get=302),
    "send_dossier": Door(
        "care.send_dossier", by_id, lambda w, _: {**TERMS_SENT, "until": w.day + timedelta(400)},
    ),
    "answer_dossier": Door(
        "care.answer_dossier", by_id, lambda w, _: {"said": "yes_if", "conditions": "Als het kan."}
    ),
    "accept_conditions": Door(
        "care.accept_conditions", by_id, lambda w, _: {"had": mark("Als er een aanspreekpunt is.")}, get=302
    ),
    "ask_otherwise": Door(
        "care.ask_otherwise",
        by_id,
        lambda w, _: {"theirs": "Eens per maand.", "had": mark("Als er een aanspreekpunt is.")},
    ),
    "look_back_together": Door("care.look_back_together", by_id, lambda w, _: {"sentence": "Goed"}, get=302),
    "agreement_paper": Door(things=of_agreement, missing=ELSEWHERE),
    "ask_first": Door("care.ask_first", by_id, get=302),
    "renew_consent": Door(
        "people.renew_consent",
        lambda w, what: {"public_id": what[0].public_id},
        lambda w, _: {"until": w.day + timedelta(60)},
        missing=NOT_FOUND_ON_PAPER,
    ),
    # people
    "tend": Door("light.tend", sends=lambda w, _: {"line": "Samen", "story": ""}),
    "enter": Door(
        "people.enter",
        sends=lambda w, _: {
            "called": "Opa", "language": "nl", "how": "paper", "given_on": w.day,
            "until": w.day + timedelta(30),
        },
    ),
    "withdraw_consent": Door(
        "people.withdraw_consent",
        lambda w, what: {"public_id": what[0].public_id},
        missing=NOT_FOUND_ON_PAPER,
    ),
    "tools": Door(
        "care.put_tools",
        sends=lambda w, what: {"place": what[1].pk if what[1] else "", "number": "7", "note": "Buurthuis"},
        says=dict.fromkeys(("here a street from elsewhere", "forgotten"), "form-choose"),
    ),
    "give_role": Door(
        "people.offer_role",
        sends=lambda w, what: {
            "mail": what[0].account.email if what[0].account_id else "vergeten@kolom.example",
            "role": "treasurer",
        },
        says={"forgotten": "people.nobody_with_mail"},
    ),
    "confirm_role": Door(
        "people.confirm_role",
        lambda w, held: {"held": held.public_id},
        get=302,
        missing=FORGOTTEN,
        found_late=True,
    ),
    "end_own_role": Door(
        "people.end_role",
        lambda w, held: {"held": held.public_id},
        missing=frozenset({"here", "other", "forgotten", "own R"}),  # living somewhere is not put down
    ),
    "me": Door(
        "people.change_self",
        sends=lambda w, _: {"called": "Anders", "language": "en", "home": ""},
        only=frozenset({"own", "own elsewhere"}),
    ),
    "forget": Door("people.forget", only=frozenset({"own", "own elsewhere"})),
}  # fmt: skip

BEFORE_A_NEIGHBOURHOOD: Mapping[str, tuple[int, int]] = {
    "door": (200, 200),
    "help": (200, 200),
    "language": (302, 302),
    "account_login": (200, 302),
    "account_request_login_code": (200, 302),
    "account_confirm_login_code": (302, 302),
    "link": (200, 200),
    "account_signup": (200, 302),
    "account_email_verification_sent": (302, 302),
    "account_logout": (302, 200),
    "welcome": (302, 302),
}
DOORS: Mapping[str, Door] = {
    **_DOORS,
    **{f"task_{name}": of_another_kind(_DOORS[name]) for name in OF_A_TASK},
}
"""Doors that stand open to all, and what they answer: to a visitor, and to somebody who signed in."""


def refusal_key(code: str) -> str:
    """The sentence of a refusal; a form's own sentence is named already."""
    return Refused(code).key if "." in code else code
