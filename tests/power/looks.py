"""Every query of the house in the rights matrix: which right it asks, about whose thing, and what whoever has it sees."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from tests.power.deeds import Things_, in_street, on_paper, somewhere, theirs
from tests.power.world import PEOPLE, Things, World
from vuurtoren.care import queries as care
from vuurtoren.care.models import TaskKind
from vuurtoren.care.rules import LITTER
from vuurtoren.gifts import queries as gifts
from vuurtoren.initiatives import queries as initiatives
from vuurtoren.light import queries as light
from vuurtoren.nudges import queries as nudges
from vuurtoren.people import queries as people
from vuurtoren.people.rules import Viewer
from vuurtoren.places import queries as places
from vuurtoren.power import queries as power
from vuurtoren.power.rules import COLUMNS
from vuurtoren.reflection import queries as reflection
from vuurtoren.response import queries as response
from vuurtoren.stay import queries as stay
from vuurtoren.tables import queries as tables
from vuurtoren.tables.models import Table


@dataclass(frozen=True)
class Look:
    """A query in the matrix. `sees`: a kind of thing → does whoever has the right find something?"""

    right: str
    look: Callable[[World, Viewer, Any], Any]
    things: Things_
    empty: frozenset[str] = frozenset()
    """Kinds, or `kind column`, of which there is nothing to see."""
    quiet: bool = False
    """Without the right it says 'nothing' instead of refusing: parts of pages that are open to all."""
    rights: Mapping[str, str] = field(default_factory=dict)


def of_oneself(pick: Callable[[World, str], Any] = lambda w, column: w.here.where) -> Things_:
    """A look at what is one's own; nobody can even name somebody else's."""

    def things(w: World, column: str) -> dict[str, Any]:
        return {"own": pick(w, column)} if column in PEOPLE else {"here": w.here.where}

    return things


def _readers(w: World, where: Any) -> dict[int, Viewer]:
    """Everybody with a role there, as viewers, for what is counted for all at once."""
    return power.viewers_here(power.machine(), where, w.at)


def _of_all(ask: Callable[..., Any], *, dated: bool = False) -> Look:
    """What waits for whom, counted for all at once by the machine; `dated`: as of a day."""

    def look(w: World, by: Viewer, where: Any) -> Any:
        day = [w.day] if dated else []
        return ask(by, where, *day, _readers(w, where)) or [0]

    return Look("machine.night", look, HERE)


def _own_or_not(w: World, column: str) -> dict[str, Any]:
    if column in PEOPLE:
        return {"own": w.own[column].carried, "own though a neighbour's": w.here.of_neighbour.carried}
    return {"here": w.here.of_neighbour.carried}


def _my_own_only(pick: Callable[[Things], Any]) -> Callable[[World, str], Mapping[str, Any]]:
    """One's own thing by its address, and a neighbour's, which nobody finds."""

    def things(w: World, column: str) -> dict[str, Any]:
        if column not in PEOPLE:
            return {"here": pick(w.here.of_neighbour)}
        return {"own": pick(w.own[column]), "own though a neighbour's": pick(w.here.of_neighbour)}

    return things


def _day(w: World) -> date:
    return timezone.localdate(w.at)


def _leaving(w: World, column: str) -> dict[str, Any]:
    found = {"here": w.here.leaving, "other": w.other.leaving}
    return {**found, "own": w.my_leaving} if column == "M" else found


def _leaving_of_oneself(w: World, column: str) -> dict[str, Any]:
    """One's own leaving and that of whom one follows; of others nobody learns."""
    if column == "M":
        return {"own": w.my_leaving, "own to follow": w.here.leaving, "own though others'": w.other.leaving}
    return {"own though others'" if column in PEOPLE else "here": w.here.leaving}


def _led(w: World, column: str) -> dict[str, Any]:
    """A team one leads, for whom there is one; and others."""
    found = {"here": w.here.institution, "other": w.other.institution}
    return {**found, "own": w.team} if column == "M" else found


def _again(one: Table) -> Table:
    """The row as a page reads it, without what hangs on it."""
    return Table.objects.select_related("place", "neighbourhood").get(pk=one.pk)


HERE = somewhere(lambda part: part.where)
ANY_STREET = in_street(lambda one: one.carried)
PUBLIC = "page.public"


def _a_link(w: World, column: str) -> dict[str, Any]:
    """A link to a draft, with the neighbourhood in which it is used."""
    found = {
        "here": (w.here.where, w.here.of_neighbour.link),
        "here from elsewhere": (w.here.where, w.other.of_neighbour.link),
        "other": (w.other.where, w.other.of_neighbour.link),
    }
    return {**found, "own": (w.here.where, w.own[column].link)} if column in PEOPLE else found


A_QUESTION = theirs(lambda one: one.question, lambda w: w.ghost_question)


def _own_or_a_neighbours(pick: Callable[[Things], Any]) -> Things_:
    """One's own by its address, and a neighbour's; without the right neither."""

    def things(w: World, column: str) -> dict[str, Any]:
        theirs_ = pick(w.here.of_neighbour)
        if column in PEOPLE:
            return {"own": pick(w.own[column]), "own though a neighbour's": theirs_}
        return {"here": theirs_}

    return things


A_WEIGHING = theirs(lambda one: one.weighing, lambda w: w.ghost_weighing)
AN_INITIATIVE = theirs(lambda one: one.initiative, lambda w: w.ghost_initiative)
A_PRINCIPLE = somewhere(lambda part: part.principle)
AWAY = frozenset({"here from elsewhere"})


def _parts(w: World) -> dict[str, Any]:
    """Where one looks, and the part of the world of which something is looked for there."""
    return {
        "here": (w.here.where, w.here),
        "here from elsewhere": (w.here.where, w.other),
        "other": (w.other.where, w.other),
    }


def _of_a_principle(w: World, column: str) -> dict[str, Any]:
    return {kind: (where, part.principle) for kind, (where, part) in _parts(w).items()}


LOOKS: Mapping[str, Look] = {
    # places
    "places.search_places": Look(
        PUBLIC, lambda w, by, where: list(places.search_places(by, where, "")), HERE
    ),
    "places.place_called": Look(
        PUBLIC,
        lambda w, by, what: places.place_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.free),
            "here from elsewhere": (w.here.where, w.other.free),
            "other": (w.other.where, w.other.free),
            "forgotten": (w.here.where, w.here.gone),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "places.place_keyed": Look(
        PUBLIC,
        lambda w, by, what: places.place_keyed(by, what[0], what[1].key),
        lambda w, column: {
            "here": (w.here.where, w.here.free),
            "here from elsewhere": (w.here.where, w.other.free),
            "other": (w.other.where, w.other.free),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "places.places_beside": Look(
        PUBLIC, lambda w, by, place: places.places_beside(by, place), somewhere(lambda part: part.free)
    ),
    "places.longest_streets": Look(PUBLIC, lambda w, by, where: places.longest_streets(by, where, 9), HERE),
    "places.backdrop_of": Look(PUBLIC, lambda w, by, where: places.backdrop_of(by, where), HERE),
    # room
    "power.room_of": Look(
        PUBLIC,
        lambda w, by, place: power.room_of(by, place, LITTER),
        theirs(lambda one: one.held, lambda w: w.here.gone),
        empty=frozenset({"forgotten"}),
    ),
    "power.rooms_of": Look(
        PUBLIC,
        lambda w, by, place: power.rooms_of(by, place),
        theirs(lambda one: one.held, lambda w: w.here.gone),
        empty=frozenset({"forgotten"}),
    ),
    "power.rooms_at": Look(
        PUBLIC,
        lambda w, by, part: power.rooms_at(by, part.where, [part.of_neighbour.held.public_id], LITTER),
        somewhere(lambda part: part),
    ),
    "power.emergency_at": Look(
        PUBLIC,
        lambda w, by, place: power.emergency_at(by, place, LITTER, _day(w)),
        theirs(lambda one: one.held, lambda w: w.here.gone),
        empty=frozenset({"forgotten"}),
    ),
    "power.rooms": Look(PUBLIC, lambda w, by, where: power.rooms(by, where), HERE),
    "power.rooms_in_file": Look(PUBLIC, lambda w, by, where: power.rooms_in_file(by, where), HERE),
    "power.ten_years": Look(PUBLIC, lambda w, by, where: power.ten_years(by, where, _day(w)), HERE),
    # people
    "people.person_seen_by": Look(
        "person.enter",
        lambda w, by, what: people.person_seen_by(by, what[0].public_id, what[1]),
        on_paper,
        empty=frozenset({"here with an account", "here from elsewhere", "forgotten"}),
        quiet=True,
        rights={"own": "self.profile"},
    ),
    "people.entered_here": Look(
        "person.enter",
        lambda w, by, where: people.entered_here(by, where),
        HERE,
    ),
    "people.professionals_of": Look(
        PUBLIC, lambda w, by, where: people.professionals_of(by, where, w.at), HERE
    ),
    "people.institutions_of": Look(PUBLIC, lambda w, by, where: people.institutions_of(by, where), HERE),
    "people.team_of_the_city": Look(PUBLIC, lambda w, by, where: people.team_of_the_city(by, where), HERE),
    "people.how_many": Look(PUBLIC, lambda w, by, where: people.how_many(by, where, w.at), HERE),
    "people.roles_waiting": Look(
        "role.give", lambda w, by, where: people.roles_waiting(by, where), HERE, quiet=True
    ),
    "people.own_export": Look("self.profile", lambda w, by, _: people.own_export(by), of_oneself()),
    "people.work_that_goes_on": Look(
        "self.profile", lambda w, by, where: people.work_that_goes_on(by, where, _day(w)) or [0], of_oneself()
    ),
    "people.neighbourhoods_of": Look(
        "self.profile", lambda w, by, _: people.neighbourhoods_of(by), of_oneself(), quiet=True
    ),
    # light
    "light.light_of": Look(
        PUBLIC, lambda w, by, where: light.light_of(by, where), HERE, empty=frozenset({"here", "other"})
    ),
    # principles
    "light.principles_of": Look(PUBLIC, lambda w, by, where: light.principles_of(by, where, _day(w)), HERE),
    "light.principle_called": Look(
        PUBLIC,
        lambda w, by, what: light.principle_called(by, what[0], what[1].public_id),
        _of_a_principle,
        AWAY,
    ),
    "light.principle_seen": Look(
        PUBLIC, lambda w, by, one: light.principle_seen(by, one, _day(w)), A_PRINCIPLE
    ),
    "light.versions_of": Look(PUBLIC, lambda w, by, one: light.versions_of(by, one), A_PRINCIPLE),
    "light.leanings_of": Look(PUBLIC, lambda w, by, one: light.leanings_of(by, one), A_PRINCIPLE),
    "light.exceptions_to": Look(
        PUBLIC, lambda w, by, one: light.exceptions_to(by, one, _day(w)), A_PRINCIPLE
    ),
    "light.principles_to_choose": Look(
        PUBLIC, lambda w, by, where: light.principles_to_choose(by, where), HERE
    ),
    "light.leaned_on": Look(
        PUBLIC,
        lambda w, by, what: light.leaned_on(by, what[0], [what[1].excepted.key]),
        lambda w, column: _parts(w),
        AWAY,
    ),
    "light.exceptions_keyed": Look(
        PUBLIC,
        lambda w, by, what: light.exceptions_keyed(by, what[0], [what[1].excepted.key]),
        lambda w, column: _parts(w),
        AWAY,
    ),
    "light.excepted_called": Look(
        PUBLIC,
        lambda w, by, what: light.excepted_called(by, what[0], what[1].excepted.public_id),
        lambda w, column: _parts(w),
        AWAY,
    ),
    "light.rule_called": Look(
        PUBLIC,
        lambda w, by, what: light.rule_called(by, what[0], what[1].rule.public_id),
        lambda w, column: _parts(w),
        AWAY,
    ),
    "light.rules_replaced": Look(PUBLIC, lambda w, by, where: light.rules_replaced(by, where), HERE),
    "light.proposed_here": Look(PUBLIC, lambda w, by, where: light.proposed_here(by, where), HERE),
    "light.proposed_called": Look(
        PUBLIC,
        lambda w, by, what: light.proposed_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.proposed),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.proposed),
            "other": (w.other.where, w.other.of_neighbour.proposed),
            "forgotten": (w.here.where, w.ghost_proposed),
        },
        AWAY | {"forgotten"},
    ),
    "light.what_waits": Look(
        "principle.tend",
        lambda w, by, where: light.what_waits(by, where, _day(w)).due,
        HERE,
        quiet=True,
    ),
    "light.stands_on": Look(PUBLIC, lambda w, by, where: light.stands_on(by, where, "room"), HERE),
    "light.to_talk_to": Look(PUBLIC, lambda w, by, where: light.to_talk_to(by, where, w.at), HERE),
    "light.i_am_found": Look(
        PUBLIC, lambda w, by, where: light.i_am_found(by, where), HERE, empty=frozenset({"here", "other"})
    ),
    "light.wrote_here": Look(
        "self.profile", lambda w, by, _: light.wrote_here(by), of_oneself(), empty=frozenset({"own"})
    ),
    "light.own_export": Look("self.profile", lambda w, by, _: light.own_export(by), of_oneself()),
    # what residents start
    "initiatives.questions_keyed": Look(
        PUBLIC,
        lambda w, by, what: initiatives.questions_keyed(by, what[0], [what[1].of_neighbour.question.key]),
        lambda w, column: _parts(w),
        AWAY,
    ),
    "initiatives.initiatives_of": Look(
        PUBLIC, lambda w, by, where: initiatives.initiatives_of(by, where), HERE
    ),
    "initiatives.initiatives_at": Look(
        PUBLIC,
        lambda w, by, place: initiatives.initiatives_at(by, place),
        somewhere(lambda part: part.of_neighbour.initiative.place or part.free),
    ),
    "initiatives.initiatives_over": Look(
        PUBLIC,
        lambda w, by, part: initiatives.initiatives_over(
            by, part.where, [part.of_neighbour.initiative.public_id]
        ),
        somewhere(lambda part: part),
        empty=frozenset({"here", "other"}),
    ),
    "initiatives.initiatives_named": Look(
        PUBLIC,
        lambda w, by, part: initiatives.initiatives_named(
            by, part.where, [part.of_neighbour.initiative.public_id]
        ),
        somewhere(lambda part: part),
    ),
    "initiatives.initiative_called": Look(
        PUBLIC,
        lambda w, by, what: initiatives.initiative_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.initiative),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.initiative),
            "other": (w.other.where, w.other.of_neighbour.initiative),
            "forgotten": (w.here.where, w.ghost_initiative),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "initiatives.initiative_keyed": Look(
        PUBLIC,
        lambda w, by, what: initiatives.initiative_keyed(by, what[0], what[1].key),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.initiative),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.initiative),
            "other": (w.other.where, w.other.of_neighbour.initiative),
            "forgotten": (w.here.where, w.ghost_initiative),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "initiatives.is_in": Look(
        PUBLIC,
        lambda w, by, one: initiatives.is_in(by, one),
        AN_INITIATIVE,
        empty=frozenset({"here", "other", "forgotten"}),
    ),
    "initiatives.people_of": Look(PUBLIC, lambda w, by, one: initiatives.people_of(by, one), AN_INITIATIVE),
    "initiatives.may_do": Look(PUBLIC, lambda w, by, one: initiatives.may_do(by, one, w.at), AN_INITIATIVE),
    "initiatives.learned_of": Look(
        PUBLIC,
        lambda w, by, one: [some.words for some in initiatives.learned_of(by, one)],
        AN_INITIATIVE,
        empty=frozenset({"forgotten"}),
    ),
    "initiatives.my_initiatives": Look(
        "initiative.leave", lambda w, by, where: list(initiatives.my_initiatives(by, where)), of_oneself()
    ),
    "initiatives.streets_with_initiatives": Look(
        "errand.see", lambda w, by, where: initiatives.streets_with_initiatives(by, where), HERE
    ),
    "initiatives.started_since": Look(
        PUBLIC, lambda w, by, where: initiatives.started_since(by, where, w.at - timedelta(days=7)), HERE
    ),
    "initiatives.questions_about": Look(
        PUBLIC, lambda w, by, one: initiatives.questions_about(by, one, _day(w)), AN_INITIATIVE
    ),
    "initiatives.questions_of": Look(
        PUBLIC, lambda w, by, where: initiatives.questions_of(by, where, _day(w)), HERE
    ),
    "initiatives.questions_for_me": Look(
        "question.own", lambda w, by, where: initiatives.questions_for_me(by, where, _day(w)), of_oneself()
    ),
    "initiatives.question_called": Look(
        PUBLIC,
        lambda w, by, what: initiatives.question_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.question),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.question),
            "other": (w.other.where, w.other.of_neighbour.question),
            "forgotten": (w.here.where, w.ghost_question),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "initiatives.question_seen": Look(
        PUBLIC, lambda w, by, one: initiatives.question_seen(by, one, _day(w)), A_QUESTION
    ),
    "initiatives.side_of": Look(PUBLIC, lambda w, by, one: initiatives.side_of(by, one, _day(w)), A_QUESTION),
    "initiatives.debt_of": Look(PUBLIC, lambda w, by, where: initiatives.debt_of(by, where, _day(w)), HERE),
    "initiatives.roles_of": Look(
        PUBLIC,
        lambda w, by, one: initiatives.roles_of(by, one, _day(w)),
        theirs(lambda one: one.together, lambda w: w.ghost_together),
    ),
    "initiatives.role_called": Look(
        "initiative.leave",
        lambda w, by, what: initiatives.role_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "own" if column in PEOPLE else "here": (w.here.where, w.here.of_neighbour.part),
            "own from elsewhere" if column in PEOPLE else "other": (w.here.where, w.other.of_neighbour.part),
        },
        empty=frozenset({"own from elsewhere"}),
    ),
    "initiatives.whom_to_offer": Look(
        "initiative.tend",
        lambda w, by, one: list(initiatives.whom_to_offer(by, one)),
        theirs(lambda one: one.together, lambda w: w.ghost_together),
    ),
    "initiatives.vacancies": Look(
        PUBLIC, lambda w, by, where: initiatives.vacancies(by, where, _day(w)), HERE
    ),
    "initiatives.my_roles": Look(
        "initiative.leave", lambda w, by, where: initiatives.my_roles(by, where, _day(w)), of_oneself()
    ),
    "initiatives.anything_waits": Look(
        "initiative.leave", lambda w, by, where: initiatives.anything_waits(by, where), of_oneself()
    ),
    "initiatives.how_is_it_going": Look(
        "initiative.leave",
        lambda w, by, where: initiatives.how_is_it_going(by, where),
        of_oneself(),
        empty=frozenset({"own M", "own A", "own I"}),
    ),
    "initiatives.waiting_initiatives": Look(
        "machine.night",
        lambda w, by, where: initiatives.waiting_initiatives(by, where, _day(w), _readers(w, where)),
        HERE,
    ),
    "initiatives.i_wrote": Look("self.profile", lambda w, by, _: initiatives.i_wrote(by), of_oneself()),
    "initiatives.own_export": Look("self.profile", lambda w, by, _: initiatives.own_export(by), of_oneself()),
    # nudges, and whether something may go wrong
    "nudges.my_nudges": Look(
        "nudge.own", lambda w, by, where: nudges.my_nudges(by, where, _day(w)), of_oneself()
    ),
    "nudges.my_latest": Look(
        "nudge.own", lambda w, by, where: nudges.my_latest(by, where, w.at), of_oneself()
    ),
    "nudges.nudge_called": Look(
        "nudge.own",
        lambda w, by, one: nudges.nudge_called(by, w.here.where, one.public_id),
        _own_or_a_neighbours(lambda one: one.nudge),
        empty=frozenset({"own though a neighbour's"}),
    ),
    "nudges.growing": Look(
        "nudge.own", lambda w, by, where: nudges.growing(by, where, _day(w)), of_oneself()
    ),
    "nudges.nudges_told": Look(
        PUBLIC,
        lambda w, by, where: nudges.nudges_told(by, where, _day(w)),
        HERE,
        empty=frozenset({"other"}),
    ),
    "nudges.what_waits": Look(
        "nudge.own", lambda w, by, where: nudges.what_waits(by, where, _day(w)).growing, of_oneself()
    ),
    "nudges.waiting_nudges": Look(
        "machine.night", lambda w, by, where: nudges.waiting_nudges(by, where, _day(w)), HERE
    ),
    "nudges.my_waiting_nudges": Look(
        "nudge.own", lambda w, by, where: nudges.my_waiting_nudges(by, where, _day(w)), of_oneself()
    ),
    "nudges.own_export": Look("self.profile", lambda w, by, _: nudges.own_export(by), of_oneself()),
    "nudges.my_weighings": Look(
        "weigh.own", lambda w, by, where: nudges.my_weighings(by, where), of_oneself()
    ),
    "nudges.weighing_called": Look(
        "weigh.own",
        lambda w, by, one: nudges.weighing_called(by, w.here.where, one.public_id),
        _own_or_a_neighbours(lambda one: one.weighing),
        empty=frozenset({"own though a neighbour's"}),
    ),
    "nudges.is_mine": Look(
        PUBLIC,
        lambda w, by, one: nudges.is_mine(by, one),
        A_WEIGHING,
        empty=frozenset({"here", "other", "forgotten"}),
    ),
    "nudges.may_read": Look(
        PUBLIC,
        lambda w, by, one: nudges.may_read(by, one),
        A_WEIGHING,
        empty=frozenset({"here", "other", "forgotten"}),
    ),
    "nudges.weighing_seen": Look(
        "weigh.own", lambda w, by, one: nudges.weighing_seen(by, one, _day(w)).why, A_WEIGHING
    ),
    "nudges.lessons": Look(PUBLIC, lambda w, by, where: nudges.lessons(by, where), HERE),
    # professionals who stay
    "stay.my_days": Look("day.own", lambda w, by, where: stay.my_days(by, where), of_oneself()),
    "stay.day_of": Look(
        "day.own", lambda w, by, where: stay.day_of(by, where, timezone.localdate(w.at)), of_oneself()
    ),
    "stay.i_share": Look("day.own", lambda w, by, where: stay.i_share(by, where, _day(w)), of_oneself()),
    "stay.shared_days": Look(
        "day.see", lambda w, by, where: stay.shared_days(by, where, w.at), HERE, quiet=True
    ),
    "stay.since_when": Look(
        "day.own",
        lambda w, by, where: stay.since_when(by, where),
        of_oneself(),
        empty=frozenset(f"own {column}" for column in PEOPLE if column != "M"),
    ),
    "stay.own_days": Look("self.profile", lambda w, by, _: stay.own_days(by), of_oneself()),
    "stay.who_work_here": Look(
        PUBLIC, lambda w, by, where: list(stay.who_work_here(by, where, _day(w))), HERE
    ),
    "stay.leads": Look("work.lead", lambda w, by, one: stay.leads(by, one, _day(w)), _led, quiet=True),
    "stay.stands_in": Look(
        "work.lead", lambda w, by, one: stay.stands_in(by, None, one, _day(w)), _led, quiet=True
    ),
    "stay.led_by": Look("work.lead", lambda w, by, where: stay.led_by(by, where, _day(w)), of_oneself()),
    "stay.promises_of": Look(PUBLIC, lambda w, by, where: stay.promises_of(by, where, _day(w)), HERE),
    "stay.promises_over": Look(PUBLIC, lambda w, by, where: stay.promises_over(by, where, _day(w)), HERE),
    "stay.my_promises": Look(
        "promise.own", lambda w, by, where: stay.my_promises(by, where, _day(w)), of_oneself()
    ),
    "stay.promise_called": Look(
        PUBLIC,
        lambda w, by, what: stay.promise_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.promise),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.promise),
            "other": (w.other.where, w.other.of_neighbour.promise),
            "forgotten": (w.here.where, w.ghost_said),
        },
        empty=frozenset({"here from elsewhere", "forgotten"}),
    ),
    "stay.promise_seen": Look(
        PUBLIC,
        lambda w, by, one: stay.promise_seen(by, one, _day(w)),
        theirs(lambda one: one.promise, lambda w: w.ghost_promise),
    ),
    "stay.colleagues": Look(PUBLIC, lambda w, by, where: list(stay.colleagues(by, where, _day(w))), HERE),
    "stay.work_called": Look(
        PUBLIC,
        lambda w, by, what: stay.work_called(by, what[0], what[1].public_id, _day(w)),
        lambda w, column: {
            "here": (w.here.where, w.here.worker),
            "here from elsewhere": (w.here.where, w.other.worker),
            "other": (w.other.where, w.other.worker),
            "forgotten": (w.here.where, w.ghost),
        },
        empty=frozenset({"here from elsewhere", "forgotten"}),
    ),
    "stay.is_mine_or_led": Look(
        PUBLIC,
        lambda w, by, one: stay.is_mine_or_led(by, one.work, _day(w)),
        _leaving,
        empty=frozenset({"here", "other"}),
    ),
    "stay.departure_called": Look(
        "work.leave",
        lambda w, by, one: stay.departure_called(by, w.here.where, one.public_id, _day(w)),
        _leaving_of_oneself,
        empty=frozenset({"own though others'"}),
    ),
    "stay.leaving_seen": Look(
        "work.leave",
        lambda w, by, one: stay.leaving_seen(by, one, _day(w)),
        _leaving_of_oneself,
        empty=frozenset({"own though others'"}),
    ),
    "stay.my_leavings": Look(
        "work.leave",
        lambda w, by, where: stay.my_leavings(by, where, _day(w)),
        of_oneself(),
        empty=frozenset(f"own {column}" for column in PEOPLE if column != "M"),
    ),
    "stay.teams_of": Look("work.lead", lambda w, by, where: stay.teams_of(by, where, _day(w)), of_oneself()),
    "stay.own_leavings": Look(
        "self.profile",
        lambda w, by, _: stay.own_leavings(by),
        of_oneself(),
        empty=frozenset(f"own {column}" for column in PEOPLE if column != "M"),
    ),
    "stay.own_promises": Look("self.profile", lambda w, by, _: stay.own_promises(by), of_oneself()),
    # tables
    "tables.tables_of": Look(PUBLIC, lambda w, by, where: tables.tables_of(by, where, w.day), HERE),
    "tables.coming": Look(PUBLIC, lambda w, by, where: tables.coming(by, where, w.day, 30), HERE),
    "tables.tables_called": Look(
        PUBLIC,
        lambda w, by, part: tables.tables_called(by, part.where, [part.of_neighbour.table.public_id]),
        somewhere(lambda part: part),
    ),
    "tables.is_over": Look(
        PUBLIC,
        lambda w, by, part: not tables.is_over(by, part.of_neighbour.table, w.day),
        somewhere(lambda part: part),
    ),
    "tables.table_called": Look(
        PUBLIC,
        lambda w, by, what: tables.table_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.table),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.table),
            "other": (w.other.where, w.other.of_neighbour.table),
            "forgotten": (w.here.where, w.ghost_table),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "tables.seen_of": Look(
        PUBLIC, lambda w, by, one: tables.seen_of(by, _again(one), w.day), theirs(lambda one: one.table)
    ),
    "tables.coming_at": Look(
        PUBLIC, lambda w, by, one: tables.coming_at(by, _again(one), w.at, 30), theirs(lambda one: one.table)
    ),
    "tables.table_keyed": Look(
        PUBLIC,
        lambda w, by, what: tables.table_keyed(by, what[0], what[1].key),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.table),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.table),
            "other": (w.other.where, w.other.of_neighbour.table),
            "forgotten": (w.here.where, w.ghost_table),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "tables.meets": Look(
        PUBLIC, lambda w, by, one: tables.meets(by, _again(one), w.day), theirs(lambda one: one.table)
    ),
    "tables.stands_here": Look(
        PUBLIC,
        lambda w, by, one: tables.stands_here(by, one.place, one.when, one.kind),
        theirs(lambda one: one.table),
    ),
    "tables.i_host": Look(
        PUBLIC,
        lambda w, by, one: tables.i_host(by, one),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        empty=frozenset({"here", "other", "forgotten"}),
    ),
    "tables.my_tables": Look(
        "self.profile", lambda w, by, where: list(tables.my_tables(by, where)), of_oneself()
    ),
    "tables.met_at": Look(
        "met.see",
        lambda w, by, one: tables.met_at(by, _again(one), w.at),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        quiet=True,
    ),
    "tables.days_to_write": Look(
        "table.tend",
        lambda w, by, one: tables.days_to_write(by, one, w.at),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
    ),
    "tables.whom_i_may_name": Look(
        "met.see",
        lambda w, by, one: list(tables.whom_i_may_name(by, _again(one), timezone.localdate(w.at))),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        quiet=True,
    ),
    "tables.asked_of_me": Look("met.own", lambda w, by, where: tables.asked_of_me(by, where), of_oneself()),
    "tables.claims_asked_of_me": Look(
        "table.tend", lambda w, by, where: tables.claims_asked_of_me(by, where), of_oneself(), quiet=True
    ),
    "tables.claim_called": Look(
        "table.tend",
        lambda w, by, one: tables.claim_called(by, w.here.where, one.public_id),
        _my_own_only(lambda one: one.asks_too),
        empty=frozenset({"own though a neighbour's"}),
    ),
    "tables.my_claims": Look(
        "met.own",
        lambda w, by, one: tables.my_claims(by, _again(one.gathering.table)),
        theirs(lambda one: one.says_too, lambda w: w.ghost_says_too),
        empty=frozenset({"here", "other", "forgotten"}),
        quiet=True,
    ),
    "tables.own_claims_export": Look(
        "self.profile", lambda w, by, _: tables.own_claims_export(by), of_oneself()
    ),
    "tables.present_called": Look(
        "met.own",
        lambda w, by, one: tables.present_called(by, w.here.where, one.public_id),
        _my_own_only(lambda one: one.present),
        empty=frozenset({"own though a neighbour's"}),
    ),
    "tables.has_no_host": Look(
        PUBLIC,
        lambda w, by, one: tables.has_no_host(by, _again(one), w.at),
        theirs(lambda one: one.left, lambda w: w.ghost_left),
    ),
    "tables.may_take_over": Look(
        PUBLIC,
        lambda w, by, one: tables.may_take_over(by, _again(one)),
        theirs(lambda one: one.left, lambda w: w.ghost_left),
        empty=frozenset({"here", "other", "forgotten", "own A", "own I"}),
    ),
    "tables.whom_i_may_offer": Look(
        "table.tend",
        lambda w, by, one: list(tables.whom_i_may_offer(by, _again(one), w.at)),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        empty=frozenset({"own C", "own P", "own M"}),
    ),
    "tables.tables_offered_me": Look(
        "table.tend", lambda w, by, where: tables.tables_offered_me(by, where), of_oneself(), quiet=True
    ),
    "tables.my_days_at": Look(
        "met.own",
        lambda w, by, one: tables.my_days_at(by, _again(one)),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        quiet=True,
    ),
    "tables.on_paper_called": Look(
        "person.consent",
        lambda w, by, one: tables.on_paper_called(by, w.here.where, one.public_id),
        lambda w, column: {
            "here": w.here.of_neighbour.paper_there,
            "here with an account": w.here.of_neighbour.beside,
        },
        empty=frozenset({"here with an account"}),
    ),
    "tables.said_for_all": Look(
        PUBLIC,
        lambda w, by, one: tables.said_for_all(by, _again(one)),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        empty=frozenset({"forgotten"}),
    ),
    "tables.met_called": Look(
        "table.tend",
        lambda w, by, met: tables.met_called(by, met.table, met.public_id),
        theirs(lambda one: one.met, lambda w: w.ghost_met),
    ),
    "tables.open_to_me": Look(
        "table.was_there",
        lambda w, by, one: tables.open_to_me(by, _again(one), timezone.localdate(w.at)),
        theirs(lambda one: one.table, lambda w: w.ghost_table),
        empty=frozenset({"own"}),
        quiet=True,
    ),
    "tables.tables_near_me": Look(
        "met.own",
        lambda w, by, where: tables.tables_near_me(by, where, timezone.localdate(w.at)),
        of_oneself(),
    ),
    "tables.rounds_of": Look(
        PUBLIC,
        lambda w, by, one: tables.rounds_of(by, _again(one)),
        theirs(lambda one: one.learning, lambda w: w.ghost_learning),
        empty=frozenset({"here", "other", "forgotten"}),
    ),
    "tables.questions_for_all": Look(
        PUBLIC,
        lambda w, by, one: tables.questions_for_all(by, [_again(one)]),
        theirs(lambda one: one.learning, lambda w: w.ghost_learning),
        empty=frozenset({"own", "here", "other", "forgotten"}),
    ),
    "tables.to_look_again": Look(
        "met.own",
        lambda w, by, where: tables.to_look_again(by, where, timezone.localdate(w.at)),
        of_oneself(),
    ),
    "tables.own_rounds_export": Look(
        "self.profile", lambda w, by, _: tables.own_rounds_export(by), of_oneself()
    ),
    "tables.my_wish": Look("tie.own", lambda w, by, where: tables.my_wish(by, where), of_oneself()),
    "tables.my_coffees": Look(
        "tie.own", lambda w, by, where: tables.my_coffees(by, where, w.at), of_oneself()
    ),
    "tables.coffees_asked": Look(
        "tie.own", lambda w, by, where: tables.coffees_asked(by, where, w.at), of_oneself()
    ),
    "tables.coffee_called": Look(
        "tie.own",
        lambda w, by, one: tables.coffee_called(by, w.here.where, one.coffee.public_id),
        _my_own_only(lambda one: one.guest),
        empty=frozenset({"own though a neighbour's"}),
    ),
    "tables.waiting_coffees": Look(
        "machine.night", lambda w, by, where: tables.waiting_coffees(by, where, w.at) or [0], HERE
    ),
    "tables.own_coffees_export": Look(
        "self.profile", lambda w, by, _: tables.own_coffees_export(by), of_oneself()
    ),
    "tables.my_ties": Look("tie.own", lambda w, by, where: tables.my_ties(by, where, w.at), of_oneself()),
    "tables.ties_asked_of_me": Look(
        "tie.own", lambda w, by, where: tables.ties_asked_of_me(by, where), of_oneself()
    ),
    "tables.met_lately": Look(
        "met.see",
        lambda w, by, where: tables.met_lately(by, where, timezone.localdate(w.at)),
        of_oneself(),
        quiet=True,
    ),
    "tables.tie_called": Look(
        "tie.own",
        lambda w, by, one: tables.tie_called(by, w.here.where, one.public_id),
        _my_own_only(lambda one: one.asks),
        empty=frozenset({"own though a neighbour's"}),
    ),
    "tables.met_with_me": Look(
        "met.see",
        lambda w, by, one: tables.met_with_me(by, w.here.where, one.public_id),
        _my_own_only(lambda one: one.beside),
        empty=frozenset({"own though a neighbour's"}),
        quiet=True,
    ),
    "tables.ties_told": Look(
        PUBLIC, lambda w, by, where: tables.ties_told(by, where), HERE, empty=frozenset({"here", "other"})
    ),
    "tables.what_waits": Look(
        "met.own", lambda w, by, where: tables.what_waits(by, where, _day(w)), of_oneself()
    ),
    "tables.own_ties_export": Look("self.profile", lambda w, by, _: tables.own_ties_export(by), of_oneself()),
    "tables.how_many_i_know": Look(
        "met.own", lambda w, by, where: tables.how_many_i_know(by, where), of_oneself()
    ),
    "tables.how_many_they_know": Look(
        "work.lead",
        lambda w, by, where: tables.how_many_they_know(by, where, [w.who["M"].key], _day(w)),
        of_oneself(),
    ),
    "tables.own_export": Look("self.profile", lambda w, by, _: tables.own_export(by), of_oneself()),
    "tables.whom_i_sat_with": Look(
        "met.see",
        lambda w, by, where: tables.whom_i_sat_with(by, where, _day(w)),
        of_oneself(),
        quiet=True,
    ),
    # gifts
    "gifts.my_gifts": Look("gift.own", lambda w, by, where: gifts.my_gifts(by, where), of_oneself()),
    "gifts.gifts_seen": Look("gift.see", lambda w, by, where: gifts.gifts_seen(by, where, w.day), HERE),
    "gifts.gifts_found": Look(
        "gift.see", lambda w, by, where: gifts.gifts_found(by, where, "ladders", w.day), HERE
    ),
    "gifts.gift_called": Look(
        "gift.own",
        lambda w, by, one: gifts.gift_called(by, w.here.where, one.public_id),
        lambda w, column: (
            {
                "own": w.own[column].gift,
                "own though a neighbour's": w.here.of_neighbour.gift,
                "own though on paper": w.here.of_neighbour.paper_gift,
            }
            if column in PEOPLE
            else {"here": w.here.of_neighbour.gift}
        ),
        empty=frozenset({"own though a neighbour's", *(f"own though on paper {one}" for one in "RCPMAI")}),
    ),
    "gifts.lookings_of": Look(PUBLIC, lambda w, by, where: gifts.lookings_of(by, where, w.day), HERE),
    "gifts.looking_called": Look(
        "table.tend",
        lambda w, by, one: gifts.looking_called(by, w.here.where, one.public_id),
        lambda w, column: (
            {"own": w.own[column].looking, "own though a neighbour's": w.here.of_neighbour.looking}
            if column in PEOPLE
            else {"here": w.here.of_neighbour.looking}
        ),
        empty=frozenset({"own though a neighbour's"}),
    ),
    "gifts.for_my_gifts": Look(
        "gift.own", lambda w, by, where: gifts.for_my_gifts(by, where, w.day), of_oneself()
    ),
    "gifts.suggestions": Look(
        "gift.introduce", lambda w, by, where: gifts.suggestions(by, where, w.day), of_oneself()
    ),
    "gifts.fitting_for_all": Look(
        "gift.introduce", lambda w, by, where: gifts.fitting_for_all(by, where, w.day), HERE
    ),
    "gifts.suggested": Look(
        "gift.introduce",
        lambda w, by, pair: gifts.suggested(by, w.here.where, pair[0].public_id, pair[1].public_id, w.day),
        lambda w, column: (
            {
                "own": (w.own[column].paper_gift, w.here.lookings[1]),
                "own though a neighbour's": (w.here.of_neighbour.gift, w.here.lookings[1]),
                "own though forgotten": (w.ghost_gift, w.here.lookings[1]),
                "own though on paper by another": (w.here.of_neighbour.paper_gift, w.here.lookings[1]),
            }
            if column in PEOPLE
            else {"here": (w.here.of_neighbour.gift, w.here.lookings[1])}
        ),
        empty=frozenset(
            {"own though a neighbour's H", "own though forgotten", "own though on paper by another"}
        ),
    ),
    "gifts.introduced_by_me": Look(
        "gift.introduce", lambda w, by, where: gifts.introduced_by_me(by, where, w.at), of_oneself()
    ),
    "gifts.may_invite": Look(
        "gift.see",
        lambda w, by, gift: gifts.may_invite(by, w.here.where, gift.public_id, w.day),
        lambda w, column: (
            {
                "own though a neighbour's": w.here.of_neighbour.gift,
                "own though one's own": w.own[column].gift,
                "own though on paper": w.own[column].paper_gift,
                "own though forgotten": w.ghost_gift,
            }
            if column in PEOPLE
            else {"here": w.here.of_neighbour.gift}
        ),
        empty=frozenset({"own though one's own", "own though on paper", "own though forgotten"}),
    ),
    "gifts.my_invitations": Look(
        "gift.own", lambda w, by, where: gifts.my_invitations(by, where, w.day), of_oneself()
    ),
    "gifts.invitation_called": Look(
        "gift.own",
        lambda w, by, one: gifts.invitation_called(by, w.here.where, one.public_id),
        lambda w, column: (
            {
                "own": w.own[column].invited,
                "own though a neighbour's": w.here.of_neighbour.invited,
                "own though forgotten": w.ghost_invited,
            }
            if column in PEOPLE
            else {"here": w.here.of_neighbour.invited}
        ),
        empty=frozenset({"own though a neighbour's", "own though forgotten"}),
    ),
    "gifts.own_invitations_export": Look(
        "self.profile", lambda w, by, _: gifts.own_invitations_export(by), of_oneself()
    ),
    "gifts.my_introductions": Look(
        "gift.own", lambda w, by, where: gifts.my_introductions(by, where, w.at), of_oneself()
    ),
    "gifts.introductions_on_paper": Look(
        "gift.enter",
        lambda w, by, what: gifts.introductions_on_paper(by, what[1], what[0], w.at),
        on_paper,
        empty=frozenset({"here with an account", "here from elsewhere", "forgotten", "own"}),
        rights={"own": "gift.enter"},
    ),
    "gifts.to_ask_on_paper": Look(
        "gift.enter", lambda w, by, where: gifts.to_ask_on_paper(by, where, w.at), of_oneself(), quiet=True
    ),
    "gifts.introduction_called": Look(
        "gift.own",
        lambda w, by, one: gifts.introduction_called(by, w.here.where, one.public_id),
        lambda w, column: (
            {
                "own": w.own[column].intro,
                "own though a neighbour's": w.here.of_neighbour.intro,
                "own though on paper": w.here.of_neighbour.paper_intro,
            }
            if column in PEOPLE
            else {"here": w.here.of_neighbour.intro}
        ),
        empty=frozenset({"own though a neighbour's", *(f"own though on paper {one}" for one in "RCPMAI")}),
    ),
    "gifts.in_numbers": Look(PUBLIC, lambda w, by, where: gifts.in_numbers(by, where, w.day), HERE),
    "gifts.is_their_code": Look(
        "gift.enter",
        lambda w, by, what: gifts.is_their_code(by, what[1], what[0], "0" * 64),
        on_paper,
        empty=frozenset({"here", "other", "here with an account", "here from elsewhere", "forgotten", "own"}),
        rights={"own": "gift.enter"},
    ),
    "gifts.gifts_on_paper": Look(
        "gift.enter",
        lambda w, by, what: gifts.gifts_on_paper(by, what[1], what[0]),
        on_paper,
        empty=frozenset({"here with an account", "here from elsewhere", "forgotten", "own"}),
        rights={"own": "gift.enter"},
    ),
    "gifts.own_introductions_export": Look(
        "self.profile", lambda w, by, _: gifts.own_introductions_export(by), of_oneself()
    ),
    "gifts.looked_for_export": Look(
        "self.profile", lambda w, by, _: gifts.looked_for_export(by) or [0], of_oneself()
    ),
    "reflection.own_errands_export": Look(
        "self.profile", lambda w, by, _: reflection.own_errands_export(by) or [0], of_oneself()
    ),
    "gifts.own_export": Look("self.profile", lambda w, by, _: gifts.own_export(by), of_oneself()),
    "tables.waiting_for_answers": Look(
        "machine.night", lambda w, by, where: tables.waiting_for_answers(by, where), HERE
    ),
    "tables.waiting_ties": Look("machine.night", lambda w, by, where: tables.waiting_ties(by, where), HERE),
    "tables.waiting_to_look_again": Look(
        "machine.night",
        lambda w, by, where: tables.waiting_to_look_again(by, where, timezone.localdate(w.at)),
        HERE,
    ),
    "tables.met_last_week": Look(
        PUBLIC,
        lambda w, by, where: tables.met_last_week(by, where, timezone.localdate(w.at)),
        HERE,
    ),
    # reflection
    "reflection.facts_of": Look(
        PUBLIC, lambda w, by, where: reflection.facts_of(by, where, timezone.localdate(w.at), w.at), HERE
    ),
    "reflection.quiet_places": Look(
        "errand.see",
        lambda w, by, where: reflection.quiet_places(by, where, timezone.localdate(w.at)) or [0],
        HERE,
    ),
    "reflection.quiet_streets": Look(
        "errand.see", lambda w, by, where: reflection.quiet_streets(by, where, timezone.localdate(w.at)), HERE
    ),
    "reflection.my_errands": Look(
        "errand.take", lambda w, by, where: reflection.my_errands(by, where), of_oneself()
    ),
    "reflection.errands_of": Look(
        "errand.see",
        lambda w, by, where: reflection.errands_of(
            by, where, (w.here if where == w.here.where else w.other).of_neighbour.errand.person
        ),
        HERE,
        quiet=True,
    ),
    "reflection.balance_of": Look(
        PUBLIC, lambda w, by, where: reflection.balance_of(by, where, timezone.localdate(w.at)), HERE
    ),
    "reflection.silences": Look(
        PUBLIC,
        lambda w, by, where: reflection.silences(by, where, timezone.localdate(w.at) + timedelta(62)),
        HERE,
        empty=frozenset({"here", "other"}),
    ),
    "reflection.my_slides": Look(
        "slide.own", lambda w, by, where: reflection.my_slides(by, where), of_oneself()
    ),
    "reflection.slides_of_my_groups": Look(
        "slide.own",
        lambda w, by, where: reflection.slides_of_my_groups(by, where, timezone.localdate(w.at)),
        of_oneself(),
    ),
    "reflection.slides_to_answer": Look(
        "slide.own", lambda w, by, where: reflection.slides_to_answer(by, where), of_oneself(), quiet=True
    ),
    "reflection.slide_called": Look(
        "slide.own",
        lambda w, by, one: reflection.slide_called(by, one.neighbourhood, one.public_id),
        lambda w, column: {
            **({"own": w.own[column].slide} if column in PEOPLE else {}),
            "here" if column not in PEOPLE else "own though a neighbour's": w.here.of_neighbour.slide,
        },
        empty=frozenset({"own though a neighbour's"}),
    ),
    "reflection.slide_of_my_groups": Look(
        "slide.own",
        lambda w, by, one: reflection.slide_of_my_groups(
            by, one.neighbourhood, one.public_id, timezone.localdate(w.at)
        ),
        lambda w, column: {"own" if column in PEOPLE else "here": w.here.slid},
    ),
    "reflection.own_hurts_export": Look(
        "self.profile", lambda w, by, _: reflection.own_hurts_export(by), of_oneself()
    ),
    "reflection.own_slides_export": Look(
        "self.profile", lambda w, by, _: reflection.own_slides_export(by), of_oneself()
    ),
    "reflection.errand_called": Look(
        "errand.see",
        lambda w, by, what: reflection.errand_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.errand),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.errand),
            "other": (w.other.where, w.other.of_neighbour.errand),
            "forgotten": (w.here.where, w.ghost_errand),
        },
        empty=frozenset({"here from elsewhere", "forgotten"}),
    ),
    "tables.streets_that_meet": Look(
        "errand.see", lambda w, by, where: tables.streets_that_meet(by, where), HERE
    ),
    "gifts.streets_with_gifts": Look(
        "errand.see",
        lambda w, by, where: gifts.streets_with_gifts(by, where, timezone.localdate(w.at)) or [0],
        HERE,
    ),
    "gifts.waiting_introductions": Look(
        "machine.night", lambda w, by, where: gifts.waiting_introductions(by, where, w.at) or [0], HERE
    ),
    "gifts.waiting_invitations": Look(
        "machine.night", lambda w, by, where: gifts.waiting_invitations(by, where, w.day) or [0], HERE
    ),
    "gifts.waiting_to_ask": Look(
        "machine.night",
        lambda w, by, where: gifts.waiting_to_ask(by, where, w.at, _readers(w, where)) or [0],
        HERE,
    ),
    "gifts.waiting_on_paper": Look(
        "gift.enter", lambda w, by, where: gifts.waiting_on_paper(by, where, w.at), of_oneself()
    ),
    "reflection.who_go_on": Look(
        PUBLIC,
        lambda w, by, part: reflection.who_go_on(
            by, part.where, w.day, [part.of_neighbour.initiative.public_id]
        ),
        somewhere(lambda part: part),
    ),
    "reflection.own_letter": Look(
        "self.profile", lambda w, by, where: reflection.own_letter(by, where, w.at), of_oneself()
    ),
    "reflection.wants_letter": Look(
        "self.profile", lambda w, by, where: reflection.wants_letter(by, where), of_oneself()
    ),
    "reflection.paper_letters": Look(
        "person.enter", lambda w, by, where: reflection.paper_letters(by, where, w.at), HERE
    ),
    "reflection.letters_gone": Look(
        "machine.night", lambda w, by, where: reflection.letters_gone(by, where, w.day), HERE
    ),
    "reflection.letters_to_send": Look(
        "machine.night",
        lambda w, by, where: list(reflection.letters_to_send(by, where, w.day, w.at)),
        HERE,
    ),
    # care
    "care.waiting_questions": _of_all(care.waiting_questions),
    "care.waiting_challenges": _of_all(care.waiting_challenges),
    "care.waiting_words": _of_all(care.waiting_words),
    "tables.waiting_claims": _of_all(tables.waiting_claims),
    "tables.waiting_offers": _of_all(tables.waiting_offers),
    "care.waiting_looks_back": _of_all(care.waiting_looks_back, dated=True),
    "care.waiting_to_write": _of_all(care.waiting_to_write),
    "people.waiting_roles": _of_all(people.waiting_roles),
    "response.waiting_proposals": _of_all(response.waiting_proposals),
    "light.waiting_principles": _of_all(light.waiting_principles, dated=True),
    "stay.waiting_promises": _of_all(stay.waiting_promises, dated=True),
    "stay.waiting_leavings": _of_all(stay.waiting_leavings, dated=True),
    "initiatives.waiting_answers": _of_all(initiatives.waiting_answers, dated=True),
    "nudges.waiting_lessons": Look(
        "machine.night", lambda w, by, where: nudges.waiting_lessons(by, where) or [0], HERE
    ),
    "stay.what_waits": Look(
        "promise.own",
        lambda w, by, where: stay.what_waits(by, where, w.day),
        of_oneself(),
    ),
    "power.viewers_here": Look(
        "machine.night", lambda w, by, where: power.viewers_here(by, where, w.at), HERE
    ),
    "care.carried_now": Look(PUBLIC, lambda w, by, where: care.carried_now(by, where), HERE),
    "care.carried_at": Look(
        PUBLIC,
        lambda w, by, place: care.carried_at(by, place),
        ANY_STREET,
        empty=frozenset({"here", "other", "forgotten"}),
    ),
    "care.places_carried": Look(PUBLIC, lambda w, by, where: list(care.places_carried(by, where)), HERE),
    "care.dossier_at": Look(
        "agreement.draft",
        lambda w, by, place: care.dossier_at(by, place),
        theirs(lambda one: one.carried, lambda w: w.here.gone),
        empty=frozenset({"forgotten", "own M", "here M"}),
    ),
    "care.draft_by_link": Look(
        PUBLIC,
        lambda w, by, one: care.draft_by_link(by, one[0], one[1].public_id, _day(w)),
        _a_link,
        empty=frozenset({"here M", "own M", "here from elsewhere"}),
    ),
    "care.somebody_asks_to_write": Look(
        PUBLIC, lambda w, by, where: care.somebody_asks_to_write(by, where), HERE
    ),
    "care.my_drafts": Look("self.profile", lambda w, by, where: care.my_drafts(by, where), of_oneself()),
    "care.asked_to_write": Look(
        "agreement.draft",
        lambda w, by, where: care.asked_to_write(by, where),
        HERE,
        empty=frozenset({"here M"}),
    ),
    "care.link_called": Look(
        "agreement.draft",
        lambda w, by, one: care.link_called(by, one[0], one[1].public_id),
        _a_link,
        empty=frozenset({"here from elsewhere"}),
    ),
    "care.writer_called": Look(
        "agreement.draft",
        lambda w, by, one: care.writer_called(by, one[0], one[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.wants),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.wants),
            "other": (w.other.where, w.other.of_neighbour.wants),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "care.dossier_of": Look(
        PUBLIC,
        lambda w, by, one: care.dossier_of(by, one),
        theirs(lambda one: one.asked, lambda w: w.ghost_asked),
    ),
    "care.rooms_not_held": Look(
        PUBLIC, lambda w, by, where: care.rooms_not_held(by, where, [w.here.free.pk]), HERE
    ),
    "care.looking_back": Look(
        PUBLIC,
        lambda w, by, one: care.looking_back(by, one, _day(w)),
        theirs(lambda one: one.agreed, lambda w: w.ghost_asked),
    ),
    "care.my_comes_back": Look(
        PUBLIC,
        lambda w, by, where: care.my_comes_back(by, where, care.comes_back(by, where, _day(w))) or [0],
        HERE,
    ),
    "care.comes_back": Look(PUBLIC, lambda w, by, where: care.comes_back(by, where, _day(w)), HERE),
    "care.room_at": Look(PUBLIC, lambda w, by, place: care.room_at(by, place), ANY_STREET),
    "care.kinds_by_key": Look(PUBLIC, lambda w, by, where: care.kinds_by_key(by, where), HERE),
    "care.kind_at": Look(PUBLIC, lambda w, by, place: care.kind_at(by, place, "green"), ANY_STREET),
    "care.tasks_at": Look(
        PUBLIC,
        lambda w, by, place: care.tasks_at(by, place),
        ANY_STREET,
        empty=frozenset({"forgotten"}),  # nothing begins where a street is gone
    ),
    "care.coming_at": Look(
        "plan.change",
        lambda w, by, place: care.coming_at(by, place, "green"),
        somewhere(lambda part: part.coming.task.place),
    ),
    "care.city_at": Look(
        PUBLIC,
        lambda w, by, place: care.city_at(
            by, TaskKind.objects.get(code="green"), care.place_care(by, place, kind="green"), _day(w)
        ),
        ANY_STREET,
    ),
    "care.place_care": Look(PUBLIC, lambda w, by, place: care.place_care(by, place), ANY_STREET),
    "care.vacancies": Look(
        PUBLIC, lambda w, by, where: care.vacancies(by, where), HERE, empty=frozenset({"here", "other"})
    ),
    "care.thanks": Look(
        PUBLIC,
        lambda w, by, where: care.thanks(by, where, w.at),
        HERE,
        empty=frozenset({"other"}),  # one person was round there
    ),
    "care.hand_overs": Look(PUBLIC, lambda w, by, where: care.hand_overs(by, where, w.at), HERE),
    "care.handed_over": Look(PUBLIC, lambda w, by, where: care.handed_over(by, where), HERE),
    "care.hand_overs_keyed": Look(
        PUBLIC,
        lambda w, by, what: care.hand_overs_keyed(by, what[0], [what[1].of_neighbour.asked.key], w.at),
        lambda w, column: _parts(w),
        AWAY,
    ),
    "care.offered_together": Look(
        PUBLIC,
        lambda w, by, one: care.offered_together(by, one),
        lambda w, column: {"here": w.here.of_neighbour.offered, "other": w.other.of_neighbour.offered},
        empty=frozenset({"here", "other"}),
    ),
    "care.hand_over_called": Look(
        PUBLIC,
        lambda w, by, what: care.hand_over_called(by, what[0], what[1].public_id, w.at),
        lambda w, column: {
            "here": (w.here.where, w.here.of_neighbour.asked),
            "here from elsewhere": (w.here.where, w.other.of_neighbour.asked),
            "other": (w.other.where, w.other.of_neighbour.asked),
            "forgotten": (w.here.where, w.ghost_asked),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "care.once_in_force": Look(
        PUBLIC,
        lambda w, by, one: care.once_in_force(by, one),
        lambda w, column: {"here": w.here.of_neighbour.offered, "other": w.other.of_neighbour.offered},
        empty=frozenset({"here", "other"}),  # nothing was agreed there yet
    ),
    "care.questions_for": Look(
        "self.profile",
        lambda w, by, where: care.questions_for(by, where),
        of_oneself(),
        # may not answer, so they are not asked; what the city said yes, if, to waits for neighbours
        empty=frozenset({"own P", "own A", "own I", "own M"}),
    ),
    "care.mine": Look("self.profile", lambda w, by, where: care.mine(by, where), of_oneself()),
    "care.my_story": Look("self.profile", lambda w, by, where: care.my_story(by, where), of_oneself()),
    "care.my_last_round": Look(
        "self.profile",
        lambda w, by, place: care.my_last_round(by, place, w.at - timedelta(1)),
        _own_or_not,
        empty=frozenset({"own though a neighbour's"}),
    ),
    "care.own_export": Look("self.profile", lambda w, by, _: care.own_export(by), of_oneself()),
    "care.rounds_since": Look(
        "machine.night", lambda w, by, where: care.rounds_since(by, where, w.at - timedelta(1)), HERE
    ),
    "care.spending_of": Look(
        PUBLIC,
        lambda w, by, where: care.spending_of(by, where),
        HERE,
        empty=frozenset({"here", "other"}),
    ),
    "care.said_about": Look(
        PUBLIC,
        lambda w, by, place: care.said_about(by, place),
        somewhere(lambda part: part.free),
        empty=frozenset({"here", "other"}),
    ),
    "care.saying_called": Look(
        PUBLIC,
        lambda w, by, what: care.saying_called(by, what[0].where, what[1].public_id),
        lambda w, column: {
            "here": (w.here, w.here.of_neighbour.saying),
            "here from elsewhere": (w.here, w.other.of_neighbour.saying),
            "other": (w.other, w.other.of_neighbour.saying),
            **({"own": (w.here, w.own[column].saying)} if column in PEOPLE else {}),
        },
        empty=frozenset(
            {"here from elsewhere", "other", *(f"here {column}" for column in COLUMNS if column != "M")}
        ),
    ),
    "care.saying_row": Look(
        PUBLIC,
        lambda w, by, part: care.saying_row(by, part.where, part.of_neighbour.saying.public_id),
        somewhere(lambda part: part),
    ),
    "care.words_waiting": Look(
        PUBLIC,
        lambda w, by, where: care.words_waiting(by, where),
        of_oneself(),
        empty=frozenset({"here", "own M", "own P", "own A", "own I"}),
    ),
    "care.stops": Look(PUBLIC, lambda w, by, where: care.stops(by, where), HERE),
    "care.stops_at": Look(
        PUBLIC, lambda w, by, place: care.stops_at(by, place), somewhere(lambda part: part.stop.place)
    ),
    "care.stop_called": Look(
        "task.stop",
        lambda w, by, what: care.stop_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.stop),
            "here from elsewhere": (w.here.where, w.other.stop),
            "other": (w.other.where, w.other.stop),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "care.tools_of": Look(PUBLIC, lambda w, by, where: care.tools_of(by, where), HERE),
    # response
    "response.crews_agreed": Look(PUBLIC, lambda w, by, where: response.crews_agreed(by, where), HERE),
    "response.proposals_of": Look(PUBLIC, lambda w, by, where: response.proposals_of(by, where), HERE),
    "response.crew_called": Look(
        PUBLIC,
        lambda w, by, what: response.crew_called(by, what[0], what[1].key),
        lambda w, column: {
            "here": (w.here.where, w.here.crew),
            "here from elsewhere": (w.here.where, w.other.crew),
            "other": (w.other.where, w.other.crew),
        },
        empty=frozenset({"here from elsewhere"}),
    ),
    "response.proposal_called": Look(
        PUBLIC,
        lambda w, by, what: response.proposal_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.where, w.here.proposal),
            "here from elsewhere": (w.here.where, w.other.proposal),
            "other": (w.other.where, w.other.proposal),
            "forgotten": (w.here.where, w.ghost_proposal),
        },
        empty=frozenset({"here from elsewhere", "forgotten"}),
    ),
    "response.crews_of": Look("plan.why", lambda w, by, where: list(response.crews_of(by, where)), HERE),
    "response.latest_plan": Look(
        "plan.why", lambda w, by, where: response.latest_plan(by, where, w.here.plan.date), HERE
    ),
    "response.plan_for": Look(
        "plan.why", lambda w, by, where: response.plan_for(by, where, w.here.plan.date), HERE
    ),
    "response.plan_as_json": Look(
        "plan.why",
        lambda w, by, where: response.plan_as_json(by, response.plan_for(by, where, w.here.plan.date)),
        HERE,
    ),
    "response.shifts_of": Look(
        "plan.why",
        lambda w, by, where: response.shifts_of(by, response.plan_for(by, where, w.here.plan.date)),
        HERE,
    ),
    "response.plan_in_short": Look(
        "plan.why",
        lambda w, by, where: response.plan_in_short(by, response.plan_for(by, where, w.here.plan.date)),
        HERE,
    ),
    "response.lines_keyed": Look(
        "plan.why",
        lambda w, by, what: response.lines_keyed(by, what[0], [what[1].line.key]),
        lambda w, column: _parts(w),
        AWAY,
    ),
    "response.taken_off": Look(
        "plan.why",
        lambda w, by, where: response.taken_off(by, where, _day(w)),
        HERE,
        frozenset({"here", "other"}),
    ),
    "response.line_called": Look(
        "plan.why",
        lambda w, by, what: response.line_called(by, what[0], what[1].public_id),
        lambda w, column: {
            "here": (w.here.plan, w.here.line),
            "here from elsewhere": (w.here.plan, w.other.line),
            "other": (w.other.plan, w.other.line),
            "forgotten": (w.here.plan, w.ghost_line),
        },
        empty=frozenset({"here from elsewhere", "forgotten"}),
    ),
    "response.neighbourhood_figures": Look(
        PUBLIC, lambda w, by, where: response.neighbourhood_figures(by, where), HERE
    ),
    "response.standard_of": Look(PUBLIC, lambda w, by, where: response.standard_of(by, where), HERE),
    "response.next_of_city": Look(
        PUBLIC, lambda w, by, place: response.next_of_city(by, place, w.day), ANY_STREET
    ),
    "response.work_ahead": Look(
        "plan.why",
        lambda w, by, where: response.work_ahead(by, where, w.day),
        HERE,
    ),
    "response.nexts_of_city": Look(
        PUBLIC,
        lambda w, by, part: response.nexts_of_city(by, part.where, [part.free.pk], w.day),
        somewhere(lambda part: part),
    ),
    "response.street_rows": Look(
        PUBLIC, lambda w, by, where: response.street_rows(by, where, "", first=0, count=9), HERE
    ),
    "response.line_rows": Look(PUBLIC, lambda w, by, where: response.line_rows(by, where), HERE),
    "response.lines_of": Look(
        PUBLIC,
        lambda w, by, part: list(response.lines_of(by, part.where, [part.free.pk])),
        somewhere(lambda part: part),
    ),
    "response.state_of": Look(
        PUBLIC,
        lambda w, by, place: response.state_of(by, place),
        theirs(lambda one: one.carried),
        empty=frozenset({"own", "here", "other"}),
    ),
    "response.why_unasked": Look(
        PUBLIC,
        lambda w, by, place: response.why_unasked(by, place),
        theirs(lambda one: one.carried),
        empty=frozenset({"own", "here", "other"}),
    ),
    "response.seen_elsewhere": Look(
        PUBLIC,
        lambda w, by, place: response.seen_elsewhere(by, place),
        theirs(lambda one: one.carried),
        empty=frozenset({"own", "here", "other"}),
    ),
    "response.history_of": Look(
        PUBLIC,
        lambda w, by, place: response.history_of(by, place),
        theirs(lambda one: one.carried),
        empty=frozenset({"own", "here", "other"}),
    ),
}

WITHOUT_A_VIEWER = {
    "people.answers_within": "called by care for the day by which an answer is due; the term is public",
    "journal.all_kinds": "about the code, not about anybody",
    "journal.verify_book": "says whether the chain is whole; it holds no names and no words",
    "journal.books": "keys of neighbourhoods, for the command that verifies them all",
    "journal.moments_of_place": "moments hold no names and no words; pages show their sentence and day only",
    "journal.news_since": "where something happened and its seal; names what is kept, and shows nowhere",
    "journal.newest_moments": "moments hold no names and no words; pages show their sentence and day only",
    "power.who_signed_in": "from the session to the viewer: there is no viewer yet",
    "places.held_by_people": "which places an import may not take away; it tells numbers to the act only",
    "power.room_words": "makes a sentence of room that was seen",
    "power.visitor": "makes a viewer",
    "power.machine": "makes a viewer",
    "power.viewer_of": "makes a viewer",
    "gifts.yes_until": "a day, of somebody whom the act or page found for a host or builder",
    "response.why": "makes a sentence of a line that was seen",
    "response.crew_named": "puts a word before a name that was seen",
}
"""What queries' modules show to others without being told who looks, and why that is right."""

NAMES_SHOWN: Mapping[str, frozenset[str]] = {
    "light.to_talk_to": frozenset(
        COLUMNS
    ),  # a host or builder who agreed to be named where the house says no
    "people.roles_waiting": frozenset("CX"),  # whoever says the second yes must see for whom
    "people.person_seen_by": frozenset("HB"),  # those who were written down on paper
    "gifts.may_invite": frozenset("RHBCP"),  # the giver of a gift that is shown to who lives there
    "gifts.gifts_seen": frozenset("RHBCP"),  # gifts that somebody shows, with their name, to who lives there
    "gifts.gifts_found": frozenset("RHBCP"),
    "gifts.gift_called": frozenset("HB"),  # of people on paper
    "gifts.suggestions": frozenset("B"),  # what she may see herself
    "gifts.introduced_by_me": frozenset("B"),  # the same, of whom she introduced
    "gifts.suggested": frozenset("HB"),  # both sides, for the act alone: no page shows it
    "gifts.introduction_called": frozenset("RHBCPMAI"),  # both sides of one's own, for the act alone
    "gifts.my_introductions": frozenset("RHBCPMAI"),  # the other, once both said yes
    "gifts.own_introductions_export": frozenset("RHBCPMAI"),  # the same
    "gifts.gifts_on_paper": frozenset("HB"),
    "tables.whom_i_may_name": frozenset(
        "RHB"
    ),  # who said yes at one's own table; a host and a builder also those on paper
    "reflection.letters_to_send": frozenset("X"),  # whoever sends a letter knows to whom
    "people.professionals_of": frozenset(),  # by name in public, as part of the work: not counted as private
}
"""Queries that show the name of a resident to somebody else, and to which columns. The golden list; shorter is better."""
