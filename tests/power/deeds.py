"""Every act of the house in the rights matrix: which right it asks, and on whose thing."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from tests.power.expecting import Deed
from tests.power.world import ANOTHER_KIND, PEOPLE, TERMS, Part, Things, World
from vuurtoren.care import acts as care
from vuurtoren.care.acts.kinds import first_kinds
from vuurtoren.care.rules import LITTER
from vuurtoren.care.together import mark
from vuurtoren.gifts import acts as gifts
from vuurtoren.initiatives import acts as initiatives
from vuurtoren.light import acts as light
from vuurtoren.light.rules import Text
from vuurtoren.nudges import acts as nudges
from vuurtoren.nudges.rules import About
from vuurtoren.people import acts as people
from vuurtoren.people.models import Account, Person
from vuurtoren.people.rules import Role
from vuurtoren.places import acts as places
from vuurtoren.places.merging import Merged, Street
from vuurtoren.places.reading import Segment
from vuurtoren.power import acts as power
from vuurtoren.power.rules import Emergency
from vuurtoren.reflection import acts as reflection
from vuurtoren.response import acts as response
from vuurtoren.response.acts.seeing import Row
from vuurtoren.stay import acts as stay
from vuurtoren.tables import acts as tables
from vuurtoren.tables.queries import i_host
from vuurtoren.tables.rules import When

Things_ = Callable[[World, str], Mapping[str, Any]]
MONTH = timedelta(30)


def somewhere(pick: Callable[[Part], Any]) -> Things_:
    """A deed on the neighbourhood itself: here, and elsewhere."""
    return lambda w, column: {"here": pick(w.here), "other": pick(w.other)}


def _posted(person: Any, letter: Any) -> None:
    """Mail that goes nowhere."""


def theirs(pick: Callable[[Things], Any], forgotten: Callable[[World], Any] | None = None) -> Things_:
    """A deed on something of somebody: one's own, a neighbour's, somebody's elsewhere, and what is forgotten."""

    def things(w: World, column: str) -> dict[str, Any]:
        found = {"here": pick(w.here.of_neighbour), "other": pick(w.other.of_neighbour)}
        if column in PEOPLE:
            found["own"] = pick(w.own[column])
        if forgotten:
            found["forgotten"] = forgotten(w)
        return found

    return things


def in_street(pick: Callable[[Things], Any], free: bool = True) -> Things_:
    """A deed in a street: one's own, any street here (`free`) or a neighbour's, one elsewhere, one that is gone."""

    def things(w: World, column: str) -> dict[str, Any]:
        found = theirs(pick, lambda w: w.here.gone)(w, column)
        return {**found, "here": w.here.free, "other": w.other.free} if free else found

    return things


def asked_of(own: str, side: str) -> Things_:
    """A hand-over on which one is a party; for the municipality that is each in the neighbourhood, on its own side."""

    def things(w: World, column: str) -> dict[str, Any]:
        found = dict(theirs(lambda one: getattr(one, own), lambda w: w.ghost_asked)(w, column))
        if column == "M":
            found.pop("own"), found.pop("here")
            found["own"] = getattr(w.here.of_neighbour, side)
            found["own but asked by the other side"] = getattr(w.here.of_neighbour, own)
            found["own but somebody was forgotten"] = found.pop("forgotten")
        return found

    return things


def _people(w: World, column: str) -> dict[str, Any]:
    """Oneself, a neighbour, somebody elsewhere, somebody forgotten; each with the neighbourhood."""
    found = {
        "here": (w.here.neighbour, w.here.where),
        "other": (w.other.neighbour, w.other.where),
        "forgotten": (w.ghost, w.here.where),
    }
    if column in PEOPLE:
        found |= {
            "own": (w.who[column], w.here.where),
            "own elsewhere": (w.who[column], w.other.where),
        }
    return found


def on_paper(w: World, column: str) -> dict[str, Any]:
    """Somebody without an account, and who looks like it; each with the neighbourhood in which one asks."""
    found = {
        "here": (w.here.of_neighbour.entered, w.here.where),
        "here with an account": (w.here.neighbour, w.here.where),
        "here from elsewhere": (w.other.of_neighbour.entered, w.here.where),
        "other": (w.other.of_neighbour.entered, w.other.where),
        "forgotten": (w.ghost_entered, w.here.where),
    }
    return {**found, "own": (w.who[column], w.here.where)} if column in PEOPLE else found


def _pairs(w: World, column: str) -> dict[str, Any]:
    """A gift and what a table looks for: of somebody one wrote down oneself, of a neighbour, and elsewhere."""
    found = {
        "here": (w.here.of_neighbour.gift, w.own["C"].looking),
        "other": (w.other.of_neighbour.gift, w.other.lookings[0]),
        "forgotten": (w.ghost_gift, w.here.lookings[0]),
    }
    return {**found, "own": (w.own[column].paper_gift, w.here.lookings[1])} if column in PEOPLE else found


def _gifts(w: World, column: str) -> dict[str, Any]:
    """One's own gift, a neighbour's, and those of people on paper."""
    on_paper = {
        "here on paper": w.here.of_neighbour.paper_gift,
        "other on paper": w.other.of_neighbour.paper_gift,
    }
    return {**theirs(lambda one: one.gift, lambda w: w.ghost_gift)(w, column), **on_paper}


def _written_down(w: World, column: str) -> dict[str, Any]:
    """Somebody without an account, and who looks like it; oneself is none."""
    found = dict(on_paper(w, column))
    if "own" in found:
        found["here with an account, oneself"] = found.pop("own")
    return found


def _here_for_oneself(w: World, column: str) -> dict[str, Any]:
    return {"own" if column in PEOPLE else "here": w.here.where}


def _beside(part: Any) -> Any:
    """Whoever is in the same initiative."""
    return part.initiative.people.get(person__called="Maatje").person


def _asked_of(w: World, one: Any) -> Any:
    """The institution of the neighbourhood where an initiative is."""
    return next(part.institution for part in (w.here, w.other) if part.where == one.neighbourhood)


def _to_take_on(w: World, column: str) -> dict[str, Any]:
    """What nobody owns is the team's: each colleague may take it on, also where who asked was forgotten."""
    found = dict(theirs(lambda one: one.question, lambda w: w.ghost_question)(w, column))
    if column == "M":
        found["own team's"] = found.pop("here")
        found["own team's of somebody forgotten"] = found.pop("forgotten")
    return found


def _leavings(w: World, column: str) -> dict[str, Any]:
    """Who leaves: oneself, where one works here; others; and somebody who was forgotten."""
    found = {"here": w.here.leaving, "other": w.other.leaving, "forgotten": w.ghost_leaving}
    return {**found, "own": w.my_leaving} if column == "M" else found


def _walks(w: World, column: str) -> dict[str, Any]:
    """A walk is of who follows."""
    follows = {"own": w.here.leaving, "here": w.my_leaving} if column == "M" else {"here": w.here.leaving}
    return {**follows, "other": w.other.leaving, "forgotten": w.ghost_leaving}


def _accounts(w: World, column: str) -> dict[str, Any]:
    if column not in PEOPLE:
        return {"own": (w.new_account, w.here.where), "own forgotten": (w.ghost_account, w.here.where)}
    own: Account | None = w.who[column].account
    return {
        "own": (own, w.here.where),
        "own elsewhere": (own, w.other.where),
        "here": (w.here.neighbour.account, w.here.where),
        "here somebody new": (w.new_account, w.here.where),
    }


def _roles(w: World, column: str) -> dict[str, Any]:
    found = {"here": (w.here.neighbour, w.here.where), "other": (w.other.neighbour, w.other.where)}
    if column in PEOPLE:
        found["here for oneself"] = (w.who[column], w.here.where)
    return {**found, "forgotten": (w.ghost, w.here.where)}


def _waiting(w: World, column: str) -> dict[str, Any]:
    found = dict(theirs(lambda one: one.waiting, lambda w: w.ghost_role)(w, column))
    if "own" in found:
        found["here for oneself"] = found.pop("own")
    return found


def _held(w: World, column: str) -> dict[str, Any]:
    found = {
        "here": w.here.host.roles.get(role="host"),
        "other": w.other.host.roles.get(role="host"),
        "forgotten": w.ghost_role,
    }
    if column in PEOPLE:
        found["own"] = w.who[column].roles.get(confirmed_at__isnull=False)
    return found


def _released(w: World, column: str) -> dict[str, Any]:
    found = {
        "here": (w.here.of_neighbour.entered, [w.here.where]),
        "here with an account": (w.here.neighbour, [w.here.where]),
        "here and elsewhere": (w.here.of_neighbour.entered, [w.here.where, w.other.where]),
        "other": (w.other.of_neighbour.entered, [w.other.where]),
        "forgotten": (w.ghost, [w.here.where]),
    }
    return {**found, "own": (w.who[column], [w.here.where])} if column in PEOPLE else found


def _agreed(w: World, column: str) -> dict[str, Any]:
    """An agreement to look back on today; for the municipality each in the neighbourhood."""
    found = dict(theirs(lambda one: one.agreed, lambda w: w.ghost_asked)(w, column))
    if column == "M":
        found["own"] = found.pop("here")
        found["own but not agreed"] = found.pop("forgotten")
    return found


def _held_streets(w: World, column: str) -> dict[str, Any]:
    """Streets in residents' room. Whoever works for the municipality never speaks for residents, not even in their own."""
    found = dict(theirs(lambda one: one.held, lambda w: w.here.gone)(w, column))
    if column == "M":
        found["here though one carries it"] = found.pop("own")
    return found


def _put_on(w: World, column: str) -> dict[str, Any]:
    return {
        "here": (w.here.plan, w.here.free, w.here.crew),
        "here a street from elsewhere": (w.here.plan, w.other.free, w.here.crew),
        "here a crew from elsewhere": (w.here.plan, w.here.free, w.other.crew),
        "here in residents' room": (w.here.plan, w.here.unasked.place, w.here.crew),
        "other": (w.other.plan, w.other.free, w.other.crew),
        "forgotten": (w.here.plan, w.here.gone, w.here.crew),
    }


def _lines(pick: Callable[[Part], Any]) -> Things_:
    return lambda w, column: {"here": pick(w.here), "other": pick(w.other), "forgotten": w.ghost_line}


def _proposals(w: World, column: str) -> dict[str, Any]:
    return {"here": w.here.proposal, "other": w.other.proposal, "forgotten": w.ghost_proposal}


def _a_file() -> Merged:
    street = Street(
        match_key="name:nieuwe kade", name="Nieuwe Kade", certainty="high", kind="street",
        street_class="residential", length_m=10.0, area_m2=80.0,
        parts=(Segment("1", "Nieuwe Kade", "high", "residential", ((4.4, 51.9), (4.401, 51.9))),),
    )  # fmt: skip
    return Merged(streets=(street,), segments=1)


def sat_beside(table: Any) -> Any:
    """Somebody who sat at a table beside its host; where nobody did, somebody."""
    sat = Person.objects.filter(met__gathering__table=table, account__isnull=False)
    return sat.exclude(pk=table.host_id).order_by("pk").first() or Person.objects.order_by("pk")[0]


def next_of(w: World, table: Any) -> Any:
    """The day of a coffee to come."""
    tomorrow = timezone.localdate(w.at) + timedelta(days=1)
    return next(table.meetings(tomorrow, tomorrow + 2 * MONTH)).usual.date()


def _weekly(w: World) -> When:
    return When(timezone.localdate(w.at) + timedelta(days=1), time(10), "week")


NOT_ON_PAPER = {
    "here with an account, oneself": "power.not_yours",
    "here with an account": "power.not_yours",
    "here from elsewhere": "power.not_yours",
    "forgotten": "people.forgotten",
}
DEEDS: Mapping[str, Deed] = {
    # places
    "places.make_neighbourhood": Deed(
        "neighbourhood.make",
        lambda w, by, slug: places.make_neighbourhood(by, name="Nieuw", slug=slug, at=w.at),
        lambda w, column: {"here": "nieuw"},
    ),
    "places.set_backdrop": Deed(
        "places.import",
        lambda w, by, where: places.set_backdrop(by, where, {"type": "FeatureCollection"}, at=w.at),
        somewhere(lambda part: part.where),
    ),
    "places.import_streets": Deed(
        "places.import",
        lambda w, by, where: places.import_streets(by, where, _a_file(), at=w.at).moment,
        somewhere(lambda part: part.where),
    ),
    # people
    "people.arrive": Deed(
        "person.arrive",
        lambda w, by, what: people.arrive(by, *what, called="Nieuw", language="nl", at=w.at),
        _accounts,
        no={"own forgotten": "people.forgotten"},
    ),
    "people.enter": Deed(
        "person.enter",
        lambda w, by, where: people.enter(
            by, where, called="Opa", language="nl", how="paper", given_on=w.day,
            until=w.day + MONTH, at=w.at,
        ),
        somewhere(lambda part: part.where),
    ),
    "people.change_self": Deed(
        "self.profile",
        lambda w, by, what: people.change_self(by, *what, called="Anders", language="en", home=None, at=w.at),
        _people,
    ),
    "people.withdraw_consent": Deed(
        "person.consent",
        lambda w, by, what: people.withdraw_consent(by, *what, at=w.at),
        on_paper,
        no=NOT_ON_PAPER,
    ),
    "people.renew_consent": Deed(
        "person.consent",
        lambda w, by, what: people.renew_consent(by, *what, until=w.day + 2 * MONTH, at=w.at),
        on_paper,
        no=NOT_ON_PAPER,
    ),
    "people.forget": Deed(
        "self.profile", lambda w, by, what: people.forget(by, *what, at=w.at), _people
    ),
    "people.forget_ended": Deed(
        "machine.night",
        lambda w, by, where: people.forget_ended(by, where, at=w.at + 2 * MONTH),
        somewhere(lambda part: part.where),
    ),
    "people.offer_role": Deed(
        "role.give",
        lambda w, by, what: people.offer_role(by, *what, role=Role.TREASURER, at=w.at),
        _roles,
        no={"here for oneself C": "people.not_to_oneself", "here for oneself M": "people.roles_apart",
            "here for oneself A": "people.roles_apart", "forgotten": "people.forgotten"},
    ),
    "people.confirm_role": Deed(
        "role.give",
        lambda w, by, held: people.confirm_role(by, held, at=w.at),
        _waiting,
        no={"here for oneself C": "people.not_to_oneself", "forgotten": "people.role_gone"},
    ),
    "people.end_role": Deed(
        "role.give",
        lambda w, by, held: people.end_role(by, held, at=w.at),
        _held,
        rights={"own": "self.profile"},
        no={"here C": "people.second_person_needed", "forgotten C": "people.second_person_needed",
            "forgotten": "people.role_gone", "own M": "people.work_goes_on"},
    ),
    "people.institution_came": Deed(
        "professional.come",
        lambda w, by, where: people.institution_came(by, where, name="De Kade", at=w.at),
        somewhere(lambda part: part.where),
    ),
    "people.publish_term": Deed(
        "professional.come",
        lambda w, by, city: people.publish_term(by, city, weeks=6, at=w.at),
        somewhere(lambda part: part.institution),
    ),
    "people.work_began": Deed(
        "professional.come",
        lambda w, by, what: people.work_began(by, *what, since=w.day, at=w.at),
        lambda w, column: {
            "here": (w.here.neighbour, w.here.institution),
            "here for a board member": (w.here.boards[0], w.here.institution),
            "other": (w.other.neighbour, w.other.institution),
            "forgotten": (w.ghost, w.here.institution),
        },
        no={"here for a board member": "people.roles_apart", "forgotten": "people.forgotten"},
    ),
    "people.engage": Deed(
        "professional.come",
        lambda w, by, what: people.engage(
            by, w.new_account, what, called="Nieuw", language="nl", since=w.day, at=w.at
        ),
        somewhere(lambda part: part.institution),
    ),
    "people.make_link": Deed(
        "machine.link",
        lambda w, by, what: people.make_link(by, *what, token="een-kaartje", at=w.at),
        lambda w, column: {
            "here": (w.here.neighbour, w.here.where),
            "other": (w.other.neighbour, w.other.where),
            "here without an account": (w.here.of_neighbour.entered, w.here.where),
            "forgotten": (w.ghost, w.here.where),
        },
        no={"here without an account": "people.no_account", "forgotten": "people.forgotten"},
    ),
    # light
    "light.tend": Deed(
        "light.tend",
        lambda w, by, where: light.tend(by, where, "nl", "Samen", "", w.at),
        somewhere(lambda part: part.where),
    ),
    # principles
    "light.propose_principle": Deed(
        "principle.propose",
        lambda w, by, where: light.propose_principle(
            by, where, text=Text("Eerst groeten", "Dat is aardig."), look_again_on=w.day + MONTH, at=w.at
        ),
        somewhere(lambda part: part.where),
    ),
    "light.propose_rest": Deed(
        "principle.propose",
        lambda w, by, one: light.propose_rest(by, one, at=w.at),
        somewhere(lambda part: part.principle),
    ),
    "light.adopt_principle": Deed(
        "principle.adopt",
        lambda w, by, one: light.adopt_principle(by, one, at=w.at),
        theirs(lambda one: one.proposed, lambda w: w.ghost_proposed),
        no={"forgotten": "light.proposed_over"},
    ),
    "light.drop_principle": Deed(
        "principle.adopt",
        lambda w, by, one: light.drop_principle(by, one, at=w.at),
        theirs(lambda one: one.proposed, lambda w: w.ghost_proposed),
        no={"forgotten": "light.proposed_over"},
        rights={"own": "principle.propose", "forgotten": "principle.propose"},
    ),
    "light.look_again": Deed(
        "principle.tend",
        lambda w, by, one: light.look_again(by, one, look_again_on=w.day + MONTH, at=w.at),
        somewhere(lambda part: part.principle),
    ),
    "light.make_exception": Deed(
        "exception.make",
        lambda w, by, one: light.make_exception(
            by, one, why="Feest", for_whom="de kinderen", until=w.day + MONTH, at=w.at
        ),
        somewhere(lambda part: part.principle),
    ),
    "light.end_exception": Deed(
        "exception.make",
        lambda w, by, one: light.end_exception(by, one, at=w.at),
        somewhere(lambda part: part.excepted),
    ),
    "light.keep_rule": Deed(
        "principle.propose",
        lambda w, by, one: light.keep_rule(
            by, one, rule="Eerst een formulier", whose="de stad", replaced_on=timezone.localdate(w.at), at=w.at
        ),
        somewhere(lambda part: part.principle),
    ),
    "light.tell_after": Deed(
        "principle.propose",
        lambda w, by, one: light.tell_after(by, one, words="Het ging goed", at=w.at),
        somewhere(lambda part: part.rule),
    ),
    "light.be_found": Deed(
        "talk.be_found",
        lambda w, by, where: light.be_found(by, where, yes=True, found="De Lantaarn", at=w.at),
        somewhere(lambda part: part.where),
    ),
    "light.leave_principle_words": Deed(
        "self.profile",
        lambda w, by, what: light.leave_principle_words(by, *what, at=w.at),
        _people,
    ),
    # what residents start
    "initiatives.start": Deed(
        "initiative.start",
        lambda w, by, part: initiatives.start(by, part.where, words="Soep", place=part.free, at=w.at),
        somewhere(lambda part: part),
    ),
    "initiatives.reword": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.reword(by, one, words="Stamppot", at=w.at),
        theirs(lambda one: one.initiative, lambda w: w.ghost_initiative),
    ),
    "initiatives.unstart": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.unstart(by, one, at=w.at),
        theirs(lambda one: one.initiative, lambda w: w.ghost_initiative),
    ),
    "initiatives.join_in": Deed(
        "initiative.join",
        lambda w, by, one: initiatives.join_in(by, one, at=w.at),
        theirs(lambda one: one.initiative, lambda w: w.ghost_initiative),
        no={"own": "initiatives.in_already"},
    ),
    "initiatives.step_out": Deed(
        "initiative.leave",
        lambda w, by, one: initiatives.step_out(by, one, at=w.at),
        theirs(lambda one: one.initiative, lambda w: w.ghost_initiative),
    ),
    "initiatives.turn_to": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.turn_to(by, one, turn="go_on", learned="Klein beginnen", at=w.at),
        theirs(lambda one: one.initiative, lambda w: w.ghost_initiative),
    ),
    "initiatives.turn_back": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.turn_back(by, one, at=w.at),
        theirs(lambda one: one.initiative, lambda w: w.ghost_initiative),
    ),
    "initiatives.leave_words": Deed(
        "self.profile",
        lambda w, by, what: initiatives.leave_words(by, *what, at=w.at),
        _people,
    ),
    "initiatives.ask": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.ask(
            by, one, kind="place", words="Een schuur", institution=_asked_of(w, one), at=w.at
        ),
        theirs(lambda one: one.initiative, lambda w: w.ghost_initiative),
    ),
    "initiatives.withdraw_question": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.withdraw_question(by, one, at=w.at),
        theirs(lambda one: one.question, lambda w: w.ghost_question),
    ),
    "initiatives.answer_question": Deed(
        "question.own",
        lambda w, by, one: initiatives.answer_question(by, one, answer="yes", at=w.at),
        theirs(lambda one: one.question, lambda w: w.ghost_question),
    ),
    "initiatives.give_on": Deed(
        "question.own",
        lambda w, by, one: initiatives.give_on(by, one, to=w.here.worker.work.get(), at=w.at),
        theirs(lambda one: one.question, lambda w: w.ghost_question),
    ),
    "initiatives.take_on": Deed(
        "question.own",
        lambda w, by, one: initiatives.take_on(by, one, yes=True, at=w.at),
        _to_take_on,
        no={"own": "initiatives.yours_already"},
    ),
    "initiatives.still_doing": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.still_doing(by, one, at=w.at),
        theirs(lambda one: one.together, lambda w: w.ghost_together),
    ),
    "initiatives.make_role": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.make_role(by, one, name="Sleutel", mine=True, at=w.at),
        theirs(lambda one: one.initiative, lambda w: w.ghost_initiative),
    ),
    "initiatives.drop_role": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.drop_role(by, one, at=w.at),
        theirs(lambda one: one.free_part, lambda w: w.ghost_free_part),
    ),
    "initiatives.claim_role": Deed(
        "initiative.join",
        lambda w, by, one: initiatives.claim_role(by, one, at=w.at),
        theirs(lambda one: one.free_part, lambda w: w.ghost_free_part),
    ),
    "initiatives.offer_on": Deed(
        "initiative.tend",
        lambda w, by, one: initiatives.offer_on(by, one, to=_beside(one), weeks=4, at=w.at),
        theirs(lambda one: one.part, lambda w: w.ghost_part),
    ),
    "initiatives.pass_role": Deed(
        "initiative.leave",
        lambda w, by, one: initiatives.pass_role(by, one, turn="lay_down", at=w.at),
        theirs(lambda one: one.part, lambda w: w.ghost_part),
    ),
    "initiatives.ask_gently": Deed(
        "machine.night",
        lambda w, by, where: initiatives.ask_gently(by, where, at=w.at + 3 * MONTH),
        somewhere(lambda part: part.where),
    ),
    # nudges, and whether something may go wrong
    "nudges.give_nudge": Deed(
        "nudge.give",
        lambda w, by, part: nudges.give_nudge(
            by, part.where, kind="invite", about=About("street", part.free.key), at=w.at
        ),
        somewhere(lambda part: part),
    ),
    "nudges.take_back_nudge": Deed(
        "nudge.own",
        lambda w, by, one: nudges.take_back_nudge(by, one, at=w.at),
        theirs(lambda one: one.nudge, lambda w: w.ghost_nudge),
        no={"forgotten *": "nudges.nudge_gone"},
    ),
    "nudges.answer_growing": Deed(
        "nudge.own",
        lambda w, by, where: nudges.answer_growing(by, where, answer="fine", at=w.at),
        lambda w, column: {"own" if column in PEOPLE else "here": w.here.where},
    ),
    "nudges.weigh": Deed(
        "weigh.write",
        lambda w, by, part: nudges.weigh(
            by,
            part.where,
            stake="Het feest",
            undone="never",
            hurt="other",
            learns="they",
            about=About("street", part.free.key),
            at=w.at,
        ),
        somewhere(lambda part: part),
    ),
    "nudges.decide_weighing": Deed(
        "weigh.own",
        lambda w, by, one: nudges.decide_weighing(
            by, one, stance="let_go", stop="Als het regent", look_back_on=w.day + MONTH, at=w.at
        ),
        theirs(lambda one: one.weighing, lambda w: w.ghost_weighing),
    ),
    "nudges.share_weighing": Deed(
        "weigh.own",
        lambda w, by, one: nudges.share_weighing(by, one, people=[w.here.host], at=w.at),
        theirs(lambda one: one.weighing, lambda w: w.ghost_weighing),
    ),
    "nudges.drop_weighing": Deed(
        "weigh.own",
        lambda w, by, one: nudges.drop_weighing(by, one, at=w.at),
        theirs(lambda one: one.weighing, lambda w: w.ghost_weighing),
    ),
    "nudges.look_back": Deed(
        "weigh.own",
        lambda w, by, one: nudges.look_back(by, one, went="wrong", words="Eerst vragen", yes=True, at=w.at),
        theirs(lambda one: one.weighing, lambda w: w.ghost_weighing),
    ),
    "nudges.write_lesson": Deed(
        "weigh.own",
        lambda w, by, one: nudges.write_lesson(by, one, words="Eerst koffie", at=w.at),
        theirs(lambda one: one.lesson, lambda w: w.ghost_lesson),
    ),
    "nudges.agree_lesson": Deed(
        "weigh.own",
        lambda w, by, one: nudges.agree_lesson(by, one, yes=True, at=w.at),
        theirs(lambda one: one.lesson, lambda w: w.ghost_lesson),
    ),
    "gifts.look_for_initiative": Deed(
        "initiative.tend",
        lambda w, by, one: gifts.look_for_initiative(by, one, words="soep", until=w.day + MONTH, at=w.at),
        theirs(lambda one: one.together, lambda w: w.ghost_together),
    ),
    # professionals who stay
    "stay.was_here": Deed(
        "day.write",
        lambda w, by, where: stay.was_here(by, where, kind="walked", at=w.at),
        somewhere(lambda part: part.where),
    ),
    "stay.write_day": Deed(
        "day.write",
        lambda w, by, where: stay.write_day(
            by, where, day=timezone.localdate(w.at), kinds=["table"], words="Veel gelachen", at=w.at
        ),
        somewhere(lambda part: part.where),
    ),
    "stay.share_days": Deed(
        "day.own", lambda w, by, where: stay.share_days(by, where, length=None, at=w.at), _here_for_oneself
    ),
    "stay.make_promise": Deed(
        "promise.make",
        lambda w, by, where: stay.make_promise(
            by, where, words="Een lamp", due=timezone.localdate(w.at) + MONTH, to_all=True, at=w.at
        ),
        somewhere(lambda part: part.where),
    ),
    "stay.say_promised": Deed(
        "promise.ask",
        lambda w, by, work: stay.say_promised(
            by, work, words="Een lamp", due=timezone.localdate(w.at) + MONTH, at=w.at
        ),
        somewhere(lambda part: part.worker.work.get()),
    ),
    "stay.answer_promise": Deed(
        "promise.own",
        lambda w, by, one: stay.answer_promise(by, one, yes=True, at=w.at),
        theirs(lambda one: one.claim, lambda w: w.ghost_claim),
    ),
    "stay.take_back_promise": Deed(
        "promise.own",
        lambda w, by, one: stay.take_back_promise(by, one, at=w.at),
        theirs(lambda one: one.said, lambda w: w.ghost_said),
        no={"forgotten *": "stay.promise_gone"},
    ),
    "stay.say_kept": Deed(
        "promise.own",
        lambda w, by, one: stay.say_kept(by, one, kept=True, at=w.at),
        theirs(lambda one: one.promise, lambda w: w.ghost_promise),
    ),
    "stay.ask_over": Deed(
        "promise.own",
        lambda w, by, one: stay.ask_over(by, one, work=w.here.worker.work.get(), at=w.at),
        theirs(lambda one: one.promise, lambda w: w.ghost_promise),
    ),
    "stay.ask_no_more": Deed(
        "promise.own",
        lambda w, by, one: stay.ask_no_more(by, one, at=w.at),
        theirs(lambda one: one.promise, lambda w: w.ghost_promise),
        no={"own": "stay.nothing_asked", "own elsewhere": "stay.nothing_asked"},
    ),
    "stay.wont_happen": Deed(
        "promise.own",
        lambda w, by, one: stay.wont_happen(by, one, reason="Geen geld", told=True, at=w.at),
        theirs(lambda one: one.promise, lambda w: w.ghost_promise),
    ),
    "stay.happens_after_all": Deed(
        "promise.own",
        lambda w, by, one: stay.happens_after_all(by, one, at=w.at),
        theirs(lambda one: one.wont, lambda w: w.ghost_wont),
    ),
    "stay.announce_leaving": Deed(
        "work.leave",
        lambda w, by, work: stay.announce_leaving(by, work, last_day=timezone.localdate(w.at) + MONTH, at=w.at),
        lambda w, column: {kind: one.work for kind, one in _leavings(w, column).items()},
        no={"forgotten *": "stay.not_here"},
    ),
    "stay.answer_leaving": Deed(
        "work.leave",
        lambda w, by, one: stay.answer_leaving(by, one, yes=True, at=w.at),
        _leavings,
        no={"forgotten *": "stay.leaving_gone"},
    ),
    "stay.stay_on": Deed(
        "work.leave",
        lambda w, by, one: stay.stay_on(by, one, at=w.at),
        _leavings,
        no={"forgotten *": "stay.leaving_gone"},
    ),
    "stay.plan_hand_over": Deed(
        "work.leave",
        lambda w, by, one: stay.plan_hand_over(
            by, one, successor=w.here.worker.work.get() if one.work.institution == w.here.institution else None,
            walk_on=None, people=4, introduced=1, at=w.at,
        ),
        _leavings,
        no={"forgotten *": "stay.leaving_gone"},
    ),
    "stay.walked": Deed(
        "work.leave",
        lambda w, by, one: stay.walked(by, one, at=w.at),
        _walks,
        no={"forgotten *": "stay.leaving_gone"},
    ),
    "stay.complete_departure": Deed(
        "work.leave",
        lambda w, by, one: stay.complete_departure(by, one, known=True, at=w.at),
        _leavings,
        no={"forgotten *": "stay.leaving_gone", "own": "stay.promises_open"},
    ),
    "stay.set_lead": Deed(
        "professional.come",
        lambda w, by, work: stay.set_lead(by, work, yes=True, at=w.at),
        somewhere(lambda part: part.worker.work.get()),
    ),
    # tables
    "tables.set_table": Deed(
        "table.set",
        lambda w, by, place: tables.set_table(by, place, when=_weekly(w), at=w.at),
        in_street(lambda one: one.home),
        no={"forgotten": "tables.place_gone"},
    ),
    "tables.change_table": Deed(
        "table.tend",
        lambda w, by, one: tables.change_table(by, one, place=one.place, when=_weekly(w), at=w.at),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
    ),
    "tables.change_once": Deed(
        "table.tend",
        lambda w, by, one: tables.change_once(by, one, planned=next_of(w, one), to=None, at=w.at),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
    ),
    "tables.rest": Deed(
        "table.tend",
        lambda w, by, one: tables.rest(by, one, until=w.day + MONTH, at=w.at),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        rights={"forgotten": "table.nobodys"},
    ),
    "tables.go_on": Deed(
        "table.tend",
        lambda w, by, one: tables.go_on(by, one, at=w.at),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
    ),
    "tables.end_table": Deed(
        "table.tend",
        lambda w, by, one: tables.end_table(by, one, at=w.at),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        rights={"forgotten": "table.nobodys"},
    ),
    "tables.offer_table": Deed(
        "table.tend",
        lambda w, by, one: tables.offer_table(by, one, to=sat_beside(one), at=w.at),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        no={f"own {one}": "tables.offer_to_who_sat" for one in "CPM"},  # who may not know who sat there
    ),
    "tables.answer_offer": Deed(
        "table.tend",
        lambda w, by, one: tables.answer_offer(by, one, yes=True, at=w.at),
        theirs(lambda one: one.handed, lambda w: w.ghost_handed),
    ),
    "tables.take_over": Deed(
        "table.tend",
        lambda w, by, one: tables.take_over(by, one, at=w.at),
        theirs(lambda one: one.left, lambda w: w.ghost_left),
    ),
    "tables.end_hosting": Deed(
        "machine.night",
        lambda w, by, where: tables.end_hosting(by, where, at=w.at + 2 * MONTH),
        somewhere(lambda part: part.where),
    ),
    "tables.write_down": Deed(
        "table.tend",
        lambda w, by, one: tables.write_down(
            by, one, day=timezone.localdate(w.at), someones=4,
            said=[tables.Said("Zin in een moestuin", "table")], at=w.at,
        ),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
    ),
    "tables.undo_met": Deed(
        "table.tend",
        lambda w, by, met: tables.undo_met(by, met, at=w.at),
        theirs(lambda one: one.met, lambda w: w.ghost_met),
    ),
    "tables.was_there": Deed(
        "table.was_there",
        lambda w, by, met: tables.was_there(by, met.table, day=met.day, at=w.at),
        theirs(lambda one: one.met, lambda w: w.ghost_met),
        no={"own": "tables.there_already"},
    ),
    "tables.answer_claim": Deed(
        "table.tend",
        lambda w, by, one: tables.answer_claim(by, one, yes=True, at=w.at),
        theirs(lambda one: one.asks_too, lambda w: w.ghost_asks_too),
    ),
    "tables.end_claims": Deed(
        "machine.night",
        lambda w, by, where: tables.end_claims(by, where, at=w.at + 2 * MONTH),
        somewhere(lambda part: part.where),
    ),
    "tables.answer_met": Deed(
        "met.own",
        lambda w, by, one: tables.answer_met(by, one, yes=True, at=w.at),
        theirs(lambda one: one.present, lambda w: w.ghost_present),
        no={"forgotten *": "tables.answered_already"},
    ),
    "tables.leave_out": Deed(
        "person.consent",
        lambda w, by, one: tables.leave_out(by, one, at=w.at),
        lambda w, column: {
            "here": w.here.of_neighbour.paper_there,
            "here with an account": w.here.of_neighbour.beside,
            "other": w.other.of_neighbour.paper_there,
        },
        no={"here with an account": "tables.leaves_out_oneself"},
    ),
    "tables.end_asking": Deed(
        "machine.night",
        lambda w, by, where: tables.end_asking(by, where, at=w.at + 2 * MONTH),
        somewhere(lambda part: part.where),
    ),
    # gifts
    "gifts.offer_gift": Deed(
        "gift.offer",
        lambda w, by, where: gifts.offer_gift(
            by, where, kind="hands", words="taarten bakken", until=w.day + MONTH, at=w.at
        ),
        somewhere(lambda part: part.where),
    ),
    "gifts.change_gift": Deed(
        "gift.own",
        lambda w, by, one: gifts.change_gift(
            by, one, words="koken", width="neighbourhood", until=w.day + MONTH, at=w.at
        ),
        _gifts,
        no={"forgotten *": "gifts.gone"},
        rights={"here on paper": "gift.enter", "other on paper": "gift.enter"},
    ),
    "gifts.withdraw_gift": Deed(
        "gift.own",
        lambda w, by, one: gifts.withdraw_gift(by, one, at=w.at),
        _gifts,
        no={"forgotten *": "gifts.gone"},
        rights={"here on paper": "gift.enter", "other on paper": "gift.enter"},
    ),
    "gifts.enter_gift": Deed(
        "gift.enter",
        lambda w, by, what: gifts.enter_gift(
            by, what[1], what[0], kind="hands", words="breien", until=w.day + MONTH - timedelta(2), at=w.at
        ),
        _written_down,
        no=NOT_ON_PAPER,
    ),
    "gifts.give_code": Deed(
        "gift.enter",
        lambda w, by, what: gifts.give_code(by, what[1], what[0], code_hash="a" * 64, at=w.at),
        _written_down,
        no=NOT_ON_PAPER,
    ),
    "gifts.look_for": Deed(
        "table.tend",
        lambda w, by, one: gifts.look_for(
            by, one.neighbourhood, one.public_id, words="zang", until=w.day + MONTH,
            hosts=i_host(by, one), at=w.at,
        ),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
    ),
    "gifts.look_no_more": Deed(
        "table.tend",
        lambda w, by, one: gifts.look_no_more(by, one, at=w.at),
        theirs(lambda one: one.looking, lambda w: w.ghost_looking),
        no={"forgotten *": "gifts.gone"},
    ),
    "gifts.introduce": Deed(
        "gift.introduce",
        lambda w, by, pair: gifts.introduce(by, *pair, at=w.at),
        _pairs,
        no={"forgotten": "gifts.no_such_pair"},
    ),
    "gifts.answer_introduction": Deed(
        "gift.own",
        lambda w, by, one: gifts.answer_introduction(
            by, one, yes=True, for_paper=one.gift.person.account_id is None, at=w.at
        ),
        lambda w, column: {
            **theirs(lambda one: one.intro, lambda w: w.ghost_intro)(w, column),
            "here on paper": w.here.of_neighbour.paper_intro,
            "other on paper": w.other.of_neighbour.paper_intro,
        },
        no={"forgotten *": "gifts.gone"},
        rights={"here on paper": "gift.enter", "other on paper": "gift.enter"},
    ),
    "gifts.say_what_became": Deed(
        "gift.own",
        lambda w, by, one: gifts.say_what_became(by, one, became="grew", at=w.at + timedelta(days=15)),
        theirs(lambda one: one.intro_done, lambda w: w.ghost_intro),
        no={"forgotten *": "gifts.gone"},
    ),
    "gifts.invite": Deed(
        "gift.see",
        lambda w, by, gift: gifts.invite(by, gift, "TAFEL", day=w.day + timedelta(3), at=w.at),
        theirs(lambda one: one.gift, lambda w: w.ghost_gift),
        no={"own": "gifts.gone", "forgotten": "gifts.gone"},
    ),
    "gifts.answer_invitation": Deed(
        "gift.own",
        lambda w, by, one: gifts.answer_invitation(by, one, yes=True, at=w.at),
        theirs(lambda one: one.invited, lambda w: w.ghost_invited),
        no={"forgotten *": "gifts.gone"},
    ),
    "gifts.take_back_invitation": Deed(
        "gift.own",
        lambda w, by, one: gifts.take_back_invitation(by, one, at=w.at),
        theirs(lambda one: one.inviting, lambda w: w.ghost_inviting),
        no={"forgotten *": "gifts.gone"},
    ),
    "gifts.end_invitations": Deed(
        "machine.night",
        lambda w, by, where: gifts.end_invitations(by, where, at=w.at + 2 * MONTH),
        somewhere(lambda part: part.where),
    ),
    "gifts.end_introductions": Deed(
        "machine.night",
        lambda w, by, where: gifts.end_introductions(by, where, at=w.at + 2 * MONTH),
        somewhere(lambda part: part.where),
    ),
    "gifts.end_gifts": Deed(
        "machine.night",
        lambda w, by, where: gifts.end_gifts(by, where, at=w.at + 2 * MONTH),
        somewhere(lambda part: part.where),
    ),
    "tables.set_learning_table": Deed(
        "table.set",
        lambda w, by, place: tables.set_learning_table(
            by, place, when=_weekly(w), question="Wie kent wie?", look_again_on=w.day + MONTH, at=w.at
        ),
        in_street(lambda one: one.carried),
        no={"forgotten": "tables.place_gone"},
    ),
    "tables.write_round": Deed(
        "table.tend",
        lambda w, by, one: tables.write_round(
            by, one, words={"question": "Wie kent wie?", "tries": "Soep"}, look_again_on=w.day + MONTH,
            seen_by="table", at=w.at,
        ),
        theirs(lambda one: one.learning, lambda w: w.ghost_learning),
    ),
    "tables.next_round": Deed(
        "table.tend",
        lambda w, by, one: tables.next_round(
            by, one, question="En nu?", look_again_on=w.day + MONTH, at=w.at
        ),
        theirs(lambda one: one.learning, lambda w: w.ghost_learning),
    ),
    "tables.wish_coffee": Deed(
        "coffee.wish",
        lambda w, by, where: tables.wish_coffee(by, where, loves=["music"], reach="aan tafel", at=w.at),
        somewhere(lambda part: part.where),
    ),
    "tables.wish_no_more": Deed(
        "tie.own",
        lambda w, by, where: tables.wish_no_more(by, where, at=w.at),
        lambda w, column: {"own" if column in PEOPLE else "here": w.here.where},
    ),
    "tables.answer_coffee": Deed(
        "tie.own",
        lambda w, by, one: tables.answer_coffee(by, one, yes=True, at=w.at),
        theirs(lambda one: one.guest),
    ),
    "tables.end_coffees": Deed(
        "machine.night",
        lambda w, by, where: tables.end_coffees(by, where, at=w.at + 2 * MONTH),
        somewhere(lambda part: part.where),
    ),
    "tables.weave_coffees": Deed(
        "machine.night",
        lambda w, by, where: tables.weave_coffees(by, where, at=w.at + 9 * MONTH),
        somewhere(lambda part: part.where),
    ),
    "tables.keep_tie": Deed(
        "tie.own",
        lambda w, by, one: tables.keep_tie(by, one, at=w.at),
        theirs(lambda one: one.beside, lambda w: w.ghost_beside),
    ),
    "tables.answer_tie": Deed(
        "tie.own",
        lambda w, by, tie: tables.answer_tie(by, tie, yes=True, at=w.at),
        theirs(lambda one: one.asks, lambda w: w.ghost_asks),
        no={"forgotten *": "tables.gone"},
    ),
    "tables.let_go": Deed(
        "tie.own",
        lambda w, by, tie: tables.let_go(by, tie, at=w.at),
        theirs(lambda one: one.tie, lambda w: w.ghost_tie),
        no={"forgotten *": "tables.gone"},
    ),
    "tables.end_asking_about_ties": Deed(
        "machine.night",
        lambda w, by, where: tables.end_asking_about_ties(by, where, at=w.at + 2 * MONTH),
        somewhere(lambda part: part.where),
    ),
    "tables.count_ties": Deed(
        "machine.night",
        lambda w, by, where: tables.count_ties(by, where, at=w.at),
        somewhere(lambda part: part.where),
    ),
    # reflection
    "reflection.choose_letter": Deed(
        "self.profile",
        lambda w, by, where: reflection.choose_letter(by, where, wants=False, at=w.at),
        lambda w, column: {"own" if column in PEOPLE else "here": w.here.where},
    ),
    "reflection.take_errand": Deed(
        "errand.take",
        lambda w, by, place: reflection.take_errand(by, place, on=w.day + MONTH, at=w.at),
        lambda w, column: {
            "own" if column == "M" else "here": w.here.free, "other": w.other.free,
            "own but gone" if column == "M" else "forgotten": w.here.gone,
        },
        no={"own but gone": "reflection.errand_street_gone"},
    ),
    "reflection.errand_done": Deed(
        "errand.take",
        lambda w, by, one: reflection.errand_done(by, one, at=w.at),
        theirs(lambda one: one.errand, lambda w: w.ghost_errand),
        no={"forgotten *": "reflection.errand_gone"},
    ),
    "reflection.drop_errand": Deed(
        "errand.take",
        lambda w, by, one: reflection.drop_errand(by, one, at=w.at),
        theirs(lambda one: one.errand, lambda w: w.ghost_errand),
        no={"forgotten *": "reflection.errand_gone"},
    ),
    "reflection.look_for_slides": Deed(
        "machine.night",
        lambda w, by, where: reflection.look_for_slides(by, where, at=w.at),
        somewhere(lambda part: part.where),
    ),
    "reflection.say_hurts": Deed(
        "slide.own",
        lambda w, by, one: reflection.say_hurts(by, one, yes=True, at=w.at),
        lambda w, column: {
            "own" if column in PEOPLE else "here": w.here.slid,
            "here of another group": w.here.of_neighbour.slide,
            "other": w.other.slid,
            "forgotten": w.ghost_slide,
        },
        no={"forgotten *": "reflection.slide_over"},
    ),
    "reflection.answer_slide": Deed(
        "slide.own",
        lambda w, by, one: reflection.answer_slide(by, one, answer="reason", at=w.at),
        theirs(lambda one: one.slide, lambda w: w.ghost_slide),
        no={"forgotten *": "reflection.slide_over"},
    ),
    "reflection.send_letters": Deed(
        "machine.night",
        lambda w, by, where: reflection.send_letters(by, where, at=w.at, post=_posted, progress=lambda count: None),
        somewhere(lambda part: part.where),
    ),
    # care
    "care.join": Deed(
        "task.carry",
        lambda w, by, place: care.join(by, place, at=w.at),
        in_street(lambda one: one.home),
        no={"forgotten": "care.place_gone"},
    ),
    "care.arrange": Deed(
        "task.carry",
        lambda w, by, place: care.arrange(by, place, part="a", rhythm="weekly", people=2, at=w.at),
        theirs(lambda one: one.carried, lambda w: w.ghost_place),
        no={"here": "care.not_carried_by_you", "forgotten": "care.not_carried_by_you"},
    ),
    "care.give_back": Deed(
        "task.give_back",
        lambda w, by, place: care.give_back(by, place, at=w.at),
        theirs(lambda one: one.carried, lambda w: w.ghost_place),
        no={"here": "care.not_carried_by_you", "forgotten": "care.not_carried_by_you"},
    ),
    "care.log_round": Deed(
        "task.carry",
        lambda w, by, place: care.log_round(by, place, minutes=20, bags=1, at=w.at),
        in_street(lambda one: one.carried),
        no={"forgotten": "care.place_gone"},
    ),
    "care.put_kinds": Deed(
        "kind.put",
        lambda w, by, code: care.put_kinds(by, [replace(first_kinds()[1], code=code)], at=w.at),
        lambda w, column: {"here": "moestuin"},
    ),
    "care.put_tools": Deed(
        "tools.put",
        lambda w, by, what: care.put_tools(by, what[0], place=what[1], number="7", note="Buurthuis", at=w.at),
        lambda w, column: {
            "here": (w.here.where, w.here.free),
            "here nowhere": (w.here.where, None),
            "here a street from elsewhere": (w.here.where, w.other.free),
            "other": (w.other.where, w.other.free),
            "forgotten": (w.here.where, w.here.gone),
        },
        no={"here a street from elsewhere": "power.not_yours", "forgotten": "care.place_gone"},
    ),
    "care.write_spending": Deed(
        "spending.write",
        lambda w, by, where: care.write_spending(
            by, where, year=w.at.year, cents=1_250_000, source="Begroting", at=w.at
        ),
        somewhere(lambda part: part.where),
    ),
    "care.speak": Deed(
        "word.say",
        lambda w, by, about: care.speak(by, about, words="Het plein wordt mooier", at=w.at),
        lambda w, column: {
            "here": w.here.free,
            "here of residents": w.here.of_neighbour.held,
            "here an initiative": w.here.of_neighbour.initiative,
            "other": w.other.free,
        },
        no={
            "here of residents": "room.words_are_theirs",
            "here an initiative": "room.initiative_is_theirs",
        },
    ),
    "care.answer_words": Deed(
        "agreement.answer",
        lambda w, by, one: care.answer_words(by, one, answer="yes", at=w.at),
        theirs(lambda one: one.saying),
        no={"own M": "power.not_yours"},
    ),
    "care.settle_words": Deed(
        "word.say",
        lambda w, by, one: care.settle_words(by, one, theirs=False, at=w.at),
        somewhere(lambda part: part.of_neighbour.saying),
    ),
    "care.stop_task": Deed(
        "task.stop",
        lambda w, by, place: care.stop_task(
            by, place, how="stops", why="money", since=timezone.localdate(w.at), at=w.at
        ),
        lambda w, column: {
            "here": w.here.free,
            "here in residents' room": w.here.of_neighbour.held,
            "here already": w.here.stop.place,
            "other": w.other.free,
            "forgotten": w.here.gone,
        },
        no={
            "here in residents' room": "care.not_yours_to_stop",
            "here already": "care.stops_already",
            "forgotten": "care.place_gone",
        },
    ),
    "care.go_on_again": Deed(
        "task.stop",
        lambda w, by, stop: care.go_on_again(by, stop, at=w.at),
        somewhere(lambda part: part.stop),
    ),
    "care.undo_round": Deed(
        "task.carry",
        lambda w, by, done: care.undo_round(by, done, at=w.at),
        theirs(lambda one: one.done, lambda w: w.ghost_round),
        no={"here": "power.not_yours", "forgotten": "power.not_yours"},
    ),
    "care.release_person": Deed(
        "person.consent",
        lambda w, by, what: care.release_person(by, what[0].key, what[1], w.at),
        _released,
        rights={"own": "self.profile"},
        no={
            "here with an account": "power.not_yours",
            "here and elsewhere": "power.not_yours",
            "forgotten *": "people.forgotten",
        },
    ),
    "care.challenge": Deed(
        "agreement.draft",
        lambda w, by, place: care.challenge(by, place, to_step=4, at=w.at, **TERMS),
        in_street(lambda one: one.carried),
        no={"here": "care.carry_it_first", "own M": "care.carry_it_first", "forgotten": "care.place_gone"},
    ),
    "care.offer": Deed(
        "agreement.draft",
        lambda w, by, place: care.offer(
            by, place, to_step=4, answer_by=w.day + MONTH, at=w.at, **TERMS
        ),
        in_street(lambda one: one.carried),
        no={
            "here M": "done",
            "own M": "done",
            "here": "power.not_yours",
            "own": "power.not_yours",
            "forgotten": "care.place_gone",
        },
    ),
    "care.write_dossier": Deed(
        "agreement.draft",
        lambda w, by, place: care.write_dossier(by, place, given={"own": care.Written("Handen", mark("Zo."))}, at=w.at),
        in_street(lambda one: one.carried),
        no={
            "here": "care.not_your_street",
            "here M": "power.not_yours",
            "own M": "power.not_yours",
            "forgotten": "care.place_gone",
        },
    ),
    "care.share_dossier": Deed(
        "agreement.draft",
        lambda w, by, place: care.share_dossier(by, place, until=w.day + timedelta(10), at=w.at),
        in_street(lambda one: one.carried),
        no={
            "here": "care.not_your_street",
            "here M": "power.not_yours",
            "own M": "power.not_yours",
            "forgotten": "care.place_gone",
        },
    ),
    "care.end_dossier_link": Deed(
        "agreement.draft",
        lambda w, by, link: care.end_dossier_link(by, link, at=w.at),
        theirs(lambda one: one.link),
        no={"here": "care.not_your_street", "here M": "power.not_yours", "own M": "power.not_yours"},
    ),
    "care.ask_to_write": Deed(
        "agreement.draft",
        lambda w, by, link: care.ask_to_write(by, link, at=w.at),
        theirs(lambda one: one.link),
        no={"own": "care.writes_already", "here M": "power.not_yours", "own M": "power.not_yours"},
    ),
    "care.answer_writer": Deed(
        "agreement.draft",
        lambda w, by, one: care.answer_writer(by, one, yes=True, at=w.at),
        theirs(lambda one: one.wants),
        no={"here": "care.not_your_street", "here M": "power.not_yours", "own M": "power.not_yours"},
    ),
    "care.join_dossier": Deed(
        "agreement.draft",
        lambda w, by, place: care.join_dossier(by, place, how="supports", at=w.at),
        theirs(lambda one: one.carried, lambda w: w.here.free),
        no={
            "here M": "power.not_yours",
            "own M": "power.not_yours",
            "forgotten": "care.no_dossier",
            "forgotten M": "power.not_yours",
        },
    ),
    "care.send_dossier": Deed(
        "agreement.draft",
        lambda w, by, place: care.send_dossier(
            by, place, to_step=4, until=w.day + timedelta(days=400), at=w.at, **TERMS
        ),
        theirs(lambda one: one.carried, lambda w: w.here.free),
        no={
            "here": "care.carry_it_first",
            "here M": "power.not_yours",
            "own M": "power.not_yours",
            "forgotten": "care.no_dossier",
            "forgotten M": "power.not_yours",
        },
    ),
    "care.answer_dossier": Deed(
        "agreement.answer",
        lambda w, by, one: care.answer_dossier(by, one, said="yes_if", conditions="Als het kan.", at=w.at),
        asked_of("asked", "asked"),
        no={
            "own": "care.other_side_answers",
            "own M": "done",
        },
    ),
    "care.accept_conditions": Deed(
        "agreement.answer",
        lambda w, by, one: care.accept_conditions(
            by, one, had=mark("Als er een aanspreekpunt is."), at=w.at
        ),
        asked_of("asked", "asked"),
        no={
            "own M": "care.other_side_answers",
            "own but asked by the other side": "care.other_side_answers",
            "own but somebody was forgotten": "care.other_side_answers",
        },
    ),
    "care.ask_otherwise": Deed(
        "agreement.answer",
        lambda w, by, one: care.ask_otherwise(
            by, one, words="Eens per maand.", had=mark("Als er een aanspreekpunt is."), at=w.at
        ),
        asked_of("asked", "asked"),
        no={
            "own M": "care.other_side_answers",
            "own but asked by the other side": "care.other_side_answers",
            "own but somebody was forgotten": "care.other_side_answers",
        },
    ),
    "care.look_back_together": Deed(
        "agreement.answer",
        lambda w, by, one: care.look_back_together(by, one, words="Goed", at=w.at),
        _agreed,
        no={"own but not agreed": "care.no_look_back"},
    ),
    "care.answer": Deed(
        "agreement.answer",
        lambda w, by, one: care.answer(by, one, yes=True, at=w.at),
        asked_of("offered", "asked"),
        no={
            "own M": "care.answer_its_dossier",
            "own but somebody was forgotten": "care.answer_its_dossier",
            "own but asked by the other side": "care.other_side_answers",
        },
    ),
    "care.undo_no": Deed(
        "agreement.answer",
        lambda w, by, one: care.undo_no(by, one, at=w.at),
        asked_of("declined", "asked"),
        no={
            "own M": "care.hand_over_moved_on",
            "own but asked by the other side": "care.not_your_side",
            "own but somebody was forgotten": "care.hand_over_moved_on",
        },
    ),
    "care.withdraw": Deed(
        "agreement.answer",
        lambda w, by, one: care.withdraw(by, one, at=w.at),
        asked_of("asked", "offered"),
        no={
            "own but asked by the other side": "care.not_your_side",
            "own but somebody was forgotten": "care.not_your_side",
        },
    ),
    "care.answer_help": Deed(
        "agreement.answer",
        lambda w, by, place: care.answer_help(by, place, yes=True, at=w.at),
        _held_streets,
    ),
    "care.call_help": Deed(
        "agreement.answer", lambda w, by, place: care.call_help(by, place, at=w.at), _held_streets
    ),
    "care.ask_help": Deed(
        "machine.night",
        lambda w, by, task: care.ask_help(by, task, step_date=w.day, at=w.at),
        somewhere(lambda part: part.unasked),
    ),
    "care.say_coming": Deed(
        "plan.change",
        lambda w, by, place: care.say_coming(
            by, place, kind=ANOTHER_KIND, on=timezone.localdate(w.at), at=w.at
        ),
        lambda w, column: {
            "here": w.here.free,
            "here in residents' room": w.here.unasked.place,
            "other": w.other.free,
            "forgotten": w.here.gone,
        },
        no={"here in residents' room": "room.residents_hold_it", "forgotten": "care.place_gone"},
    ),
    "care.say_came": Deed(
        "plan.change",
        lambda w, by, one: care.say_came(by, one, at=w.at),
        somewhere(lambda part: part.coming),
    ),
    "care.say_comes_not": Deed(
        "plan.change",
        lambda w, by, one: care.say_comes_not(by, one, at=w.at),
        somewhere(lambda part: part.coming),
    ),
    "care.ask_first": Deed(
        "plan.change",
        lambda w, by, place: care.ask_first(by, place, at=w.at),
        lambda w, column: {
            "here": w.here.unasked.place,
            "here the city's own": w.here.free,
            "here asked already": w.here.of_neighbour.held,
            "other": w.other.unasked.place,
            "forgotten": w.here.gone,
        },
        no={
            "here the city's own": "care.not_handed_over",
            "here asked already": "care.help_asked_lately",
            "forgotten": "care.not_handed_over",
        },
    ),
    "care.pass_time": Deed(
        "machine.night",
        lambda w, by, where: care.pass_time(by, where, at=w.at),
        somewhere(lambda part: part.where),
    ),
    # response
    "response.agree_standard": Deed(
        "standard.agree",
        lambda w, by, where: response.agree_standard(by, where, goal_grade="A", at=w.at),
        somewhere(lambda part: part.where),
    ),
    "response.add_crew": Deed(
        "standard.agree",
        lambda w, by, where: response.add_crew(
            by, where, name="Nieuw", minutes=60, mode="walk", lon=4.4, lat=51.9, at=w.at
        ),
        somewhere(lambda part: part.where),
    ),
    "response.rename_crew": Deed(
        "standard.agree",
        lambda w, by, crew: response.rename_crew(by, crew, name="Anders", at=w.at),
        somewhere(lambda part: part.crew),
    ),
    "response.end_crew": Deed(
        "standard.agree",
        lambda w, by, crew: response.end_crew(by, crew, at=w.at),
        somewhere(lambda part: part.crew),
    ),
    "response.second": Deed(
        "standard.agree",
        lambda w, by, proposal: response.second(by, proposal, at=w.at),
        _proposals,
        no={"forgotten": "response.proposal_over"},
    ),
    "response.drop_proposal": Deed(
        "standard.agree",
        lambda w, by, proposal: response.drop_proposal(by, proposal, at=w.at),
        _proposals,
        no={"forgotten": "response.proposal_over"},
    ),
    "response.put_on": Deed(
        "plan.change",
        lambda w, by, what: response.put_on(by, what[0], what[1], crew=what[2], reason="Markt", at=w.at),
        _put_on,
        no={
            "here a street from elsewhere": "response.place_elsewhere",
            "here a crew from elsewhere": "response.crew_elsewhere",
            "here in residents' room": "room.residents_hold_it",
            "forgotten": "response.place_gone",
        },
    ),
    "response.enter_in_emergency": Deed(
        "plan.change",
        lambda w, by, what: response.enter_in_emergency(
            by, what[0], what[1], crew=what[2], reason="Glas", emergency=Emergency("danger", what[0].date), at=w.at
        ),
        _put_on,
        no={
            "here": "room.may_come_anyway",
            "here a street from elsewhere": "response.place_elsewhere",
            "here a crew from elsewhere": "response.crew_elsewhere",
            "forgotten": "response.place_gone",
        },
    ),
    "power.declare_emergency": Deed(
        "plan.change",
        lambda w, by, place: power.declare_emergency(
            by, place, kind=LITTER, emergency=Emergency("storm", w.day), day=w.day, at=w.at
        ),
        lambda w, column: {
            "here": w.here.unasked.place,
            "here the city's own": w.here.free,
            "other": w.other.unasked.place,
            "forgotten": w.here.gone,
        },
        no=dict.fromkeys(("here the city's own", "forgotten"), "room.may_come_anyway"),
    ),
    "power.end_emergency": Deed(
        "plan.change",
        lambda w, by, place: power.end_emergency(by, place, kind=LITTER, at=w.at),
        lambda w, column: {
            "here": w.here.of_neighbour.held,
            "here without one": w.here.free,
            "other": w.other.of_neighbour.held,
            "forgotten": w.here.gone,
        },
        no=dict.fromkeys(("here without one", "forgotten"), "room.no_emergency"),
    ),
    "response.take_off": Deed(
        "plan.change",
        lambda w, by, line: response.take_off(by, line, reason="Markt", at=w.at),
        _lines(lambda part: part.line),
        no={"forgotten": "response.not_on_plan"},
    ),
    "response.move": Deed(
        "plan.change",
        lambda w, by, line: response.move(by, line, crew=None, order=1, reason="Markt", at=w.at),
        _lines(lambda part: part.line),
        no={"forgotten": "response.not_on_plan"},
    ),
    "response.done": Deed(
        "plan.change",
        lambda w, by, line: response.done(by, line, at=w.at),
        _lines(lambda part: part.line),
        no={"forgotten": "response.not_on_plan"},
    ),
    "response.undo_done": Deed(
        "plan.change",
        lambda w, by, line: response.undo_done(by, line, at=w.at),
        _lines(lambda part: part.line_done),
        no={"forgotten": "response.not_on_plan"},
    ),
    "response.tell_found": Deed(
        "plan.change",
        lambda w, by, line: response.tell_found(by, line, grade="C", at=w.at),
        _lines(lambda part: part.line_done),
        no={"forgotten": "response.not_on_plan"},
    ),
    "response.observe": Deed(
        "task.observe",
        lambda w, by, place: response.observe(by, place, grade="B", at=w.at),
        in_street(lambda one: one.home),
        no={"forgotten": "response.place_gone"},
    ),
    "response.import_observations": Deed(
        "observation.import",
        lambda w, by, part: response.import_observations(
            by, part.where, [Row(part.free.name, w.at, grade="B")], at=w.at
        ),
        somewhere(lambda part: part),
    ),
    "response.work_the_night": Deed(
        "machine.night",
        lambda w, by, where: response.work_the_night(
            by, where, date=w.day + timedelta(1), at=w.at
        ),
        somewhere(lambda part: part.where),
    ),
}  # fmt: skip

WITHOUT_A_VIEWER = {
    "journal.open_book": "called by the act that makes a neighbourhood",
    "journal.record": "called by every act, after its right was asked",
    "journal.once": "does another act once",
    "journal.forget_keys": "called by the night; takes away no more than that a form of last month is known",
    "people.use_link": "the token is the right: single use, ten minutes, only its hash is kept",
    "people.hashed": "computes",
    "power.make_room": "called by the hand-over in care that asked the right, in its transaction",
    "power.end_room": "called by the hand-over or the giving back in care, in its transaction",
    "light.lean_on": "called by the act of a decision above, which asked its right, in its transaction",
    "gifts.withdraw_by_code": "the code on paper is the right: single use, few tries, only its keyed hash is kept",
}
"""What acts' modules show to others that asks no right of its own, and why not."""
