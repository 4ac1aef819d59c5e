"""What each kind of moment says about power: a decision, work in somebody's room, a question, an answer, or nothing.

One table for the whole journal. A kind that holds a side or a ground stands here once for each of them
(`care.agreed residents`). What is not here is in `NOTHING`; a test sees to it that every kind is in one of the two.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from vuurtoren.engine.slides import ANSWERED, ASKED, ASKED_FIRST, DECIDED, EMERGENCY, ENTERED, UNASKED

RESIDENTS, BOARD, INSTITUTION, MACHINE = "residents", "board", "institution", "machine"
SIDES = (RESIDENTS, BOARD, INSTITUTION, MACHINE)
"""For whom somebody acts. The machine: whoever stands at it types commands and holds no role."""
STREETS, TABLES, INITIATIVES, PROMISES, BOARD_ROOM = "streets", "tables", "initiatives", "promises", "board"
HOLDERS: Mapping[str, str] = MappingProxyType(
    {STREETS: RESIDENTS, TABLES: RESIDENTS, INITIATIVES: RESIDENTS, PROMISES: RESIDENTS, BOARD_ROOM: BOARD}
)
"""The rooms that are watched, and who holds each: what residents carry, tables, what residents start, what was
promised to residents, and what the board of the cooperative decides. The board is watched in the same way as an
institution."""
PROMISE_DAYS = 14
"""Within so many days one may expect to hear whether a promise is one."""


@dataclass(frozen=True)
class Means:
    """What a moment is, in whose room. `side`: for whom it was done, empty where the role of who did it says so.
    `of`: which side was asked. `carried`: it counts only where residents carry."""

    what: str
    room: str
    side: str = ""
    ground: str = ""
    of: str = ""
    carried: bool = False


_CARRIER = Means(DECIDED, STREETS, RESIDENTS)
_TABLE = Means(DECIDED, TABLES)
_INITIATIVE = Means(DECIDED, INITIATIVES)
_BOARD = Means(DECIDED, BOARD_ROOM)

MEANS: Mapping[str, Means] = MappingProxyType(
    {
        # what residents carry
        "care.joined": _CARRIER,
        "care.arranged": _CARRIER,
        "care.gave_back": _CARRIER,
        "care.help_called": _CARRIER,
        "care.help_answered": _CARRIER,
        "care.agreed residents": _CARRIER,
        "care.declined residents": _CARRIER,
        "care.withdrawn residents": _CARRIER,
        "care.no_undone": _CARRIER,
        "care.challenged": Means(ASKED, STREETS, RESIDENTS, of=INSTITUTION),
        "care.agreed institution": Means(ANSWERED, STREETS, INSTITUTION),
        "care.declined institution": Means(ANSWERED, STREETS, INSTITUTION),
        "care.answered_if": Means(ANSWERED, STREETS, INSTITUTION),
        "care.asked_otherwise": Means(ASKED, STREETS, RESIDENTS, of=INSTITUTION),
        "response.put_on asked": Means(ENTERED, STREETS, INSTITUTION, ASKED_FIRST),
        "response.put_on agreed": Means(ENTERED, STREETS, INSTITUTION, ASKED_FIRST),
        "response.put_on own": Means(ENTERED, STREETS, INSTITUTION, UNASKED, carried=True),
        "care.spoke asked": Means(ENTERED, STREETS, INSTITUTION, ASKED_FIRST),
        "care.spoke emergency": Means(ENTERED, STREETS, INSTITUTION, EMERGENCY),
        "care.words_answered": _CARRIER,
        "care.came asked": Means(ENTERED, STREETS, INSTITUTION, ASKED_FIRST),
        "care.came agreed": Means(ENTERED, STREETS, INSTITUTION, ASKED_FIRST),
        "care.comes emergency": Means(ENTERED, STREETS, INSTITUTION, EMERGENCY),
        "response.entered_unasked": Means(ENTERED, STREETS, INSTITUTION, EMERGENCY),
        # tables
        "tables.set": _TABLE,
        "tables.changed": _TABLE,
        "tables.once": _TABLE,
        "tables.rests": _TABLE,
        "tables.goes_on": _TABLE,
        "tables.ended": _TABLE,
        "tables.handed_on": _TABLE,
        "tables.round_began": _TABLE,
        # what residents start
        "initiatives.started": _INITIATIVE,
        "initiatives.worded": _INITIATIVE,
        "initiatives.taken_back": _INITIATIVE,
        "initiatives.moved": _INITIATIVE,
        "initiatives.moved_back": _INITIATIVE,
        "initiatives.part_made": _INITIATIVE,
        "initiatives.part_moved": _INITIATIVE,
        "initiatives.part_ended": _INITIATIVE,
        # what was promised to residents
        "stay.said_promised": Means(ASKED, PROMISES, RESIDENTS, of=INSTITUTION),
        "stay.promise_answered": Means(ANSWERED, PROMISES, INSTITUTION),
        # what the board decides
        "response.proposed": _BOARD,
        "response.proposal_withdrawn": _BOARD,
        "response.proposal_declined": _BOARD,
        "response.standard_agreed": _BOARD,
        "response.crew_added": _BOARD,
        "response.crew_renamed": _BOARD,
        "response.crew_ended": _BOARD,
        "people.role_offered": _BOARD,
        "people.role_given": _BOARD,
        "people.role_ended": _BOARD,
        "light.tended": _BOARD,
    }
)

NOTHING = frozenset(
    {
        # said twice: the moment after it tells that the room was entered
        "response.put_on emergency",
        *("care.came emergency", "care.comes asked", "care.comes agreed"),
        # its own round of a kind that nobody carries, or that it carries with others
        *("care.came own", "care.comes own", "care.comes_not"),
        # an offer is the institution's own, and residents owe it no answer: silence of theirs is never a slide
        "care.offered",
        "care.withdrawn institution",
        # principles: two of three roles agree, of residents and of the board, so in nobody's room alone; what leans on one
        # is told by the decision itself
        *("light.principle_proposed", "light.principle_first_yes", "light.principle_adopted"),
        *(
            "light.principle_dropped",
            "light.principle_looked_again",
            "light.leaned_on",
            "light.exception_made",
        ),
        *(
            "light.exception_ended",
            "light.rule_kept",
            "light.after_told",
            "light.to_talk_to",
            "light.words_stay",
        ),
        # what the institution says of its own work: it changes nothing in anybody's room
        *(
            "care.stops",
            "care.goes_on",
            "care.spoke own",
            "care.words_asked",
            "care.words_let_go",
            "care.spending_written",
        ),
        # work that somebody does, or what was seen
        *("care.dossier_written", "care.dossier_joined", "care.dossier_left", "care.looked_back"),
        *("care.dossier_shared", "care.dossier_link_ended", "care.writing_asked", "care.writing_answered"),
        *(
            "care.round_logged",
            "care.round_undone",
            "care.tools_put",
            "response.observed",
            "response.imported",
        ),
        *("response.taken_off", "response.moved", "response.done", "response.done_undone", "response.found"),
        # told already: by care, and by entering
        *("power.room_made", "power.room_ended", "power.emergency_declared", "power.emergency_over"),
        # an initiative's questions: the moment names the initiative, not the question, so that no answer is tied to one
        *("initiatives.asked", "initiatives.answered", "initiatives.asked_no_more", "initiatives.taken_on"),
        *("initiatives.given_on", "initiatives.joined", "initiatives.left", "initiatives.words_stay"),
        *("initiatives.still_doing", "initiatives.asked_gently"),
        # a nudge, a weighing and a lesson are people's own: the moment names nobody
        *("nudges.given", "nudges.taken_back", "nudges.heard", "nudges.weighed", "nudges.decided"),
        *("nudges.shared", "nudges.dropped", "nudges.looked_back", "nudges.worded", "nudges.agreed"),
        # time and the night
        *("care.lapsed", "care.carried", "care.help_asked", "response.estimated", "response.planned"),
        *(
            "tables.unanswered",
            "tables.claim_ended",
            "tables.offer_ended",
            "tables.woven",
            "tables.coffees_ended",
            "tables.tie_ended",
            "tables.ties_counted",
        ),
        *("gifts.ended", "gifts.lapsed", "people.consent_ended", "reflection.letters_went"),
        *("reflection.looked_for_slides", "reflection.slide_answered", "reflection.slide_hurts"),
        # about oneself, or between two people
        *("people.arrived", "people.entered", "people.changed_self", "people.consent_renewed", "people.left"),
        *("people.link_made", "people.link_used", "people.consent_withdrawn", "reflection.chose_letter"),
        *("gifts.offered", "gifts.changed", "gifts.withdrawn", "gifts.entered", "gifts.code_given"),
        *(
            "gifts.withdrawn_by_code",
            "gifts.looks",
            "gifts.looks_no_more",
            "gifts.initiative_looks",
            "gifts.initiative_looks_no_more",
            "gifts.introduced",
            "gifts.answered",
        ),
        *("gifts.became", "gifts.invited", "gifts.invitation_over", "gifts.invitation_answered"),
        *(
            "tables.met",
            "tables.met_undone",
            "tables.answered",
            "tables.claimed",
            "tables.claim_answered",
            "tables.offered",
            "tables.offer_answered",
            "tables.wished_coffee",
            "tables.wishes_no_more",
        ),
        *("tables.coffee_answered", "tables.tie_asked", "tables.tie_answered", "tables.tie_let_go"),
        "tables.round_written",
        *("reflection.errand_taken", "reflection.errand_done", "reflection.errand_dropped"),
        # an institution's own house
        *(
            "people.institution_came",
            "people.term_published",
            "care.kinds_put",
            "people.work_began",
            "stay.day_written",
            "stay.days_shared",
            "stay.promised",
        ),
        *("stay.promise_taken_back", "stay.kept", "stay.not_kept_yet", "stay.asked_over", "stay.passed_on"),
        *(
            "stay.not_taken_over",
            "stay.wont_happen",
            "stay.happens_after_all",
            "stay.leaves",
            "stay.stays_on",
            "stay.hand_over_planned",
        ),
        *("stay.walked", "stay.left_well", "stay.leads", "stay.leaving_answered", "stay.asked_no_more"),
        # the house itself
        *("journal.opened", "places.neighbourhood_made", "places.imported", "places.backdrop_set"),
    }
)


def meaning_key(kind: str, what: Mapping[str, object]) -> str:
    """How a moment stands in the table: with its side or ground where the table tells those apart.

    >>> meaning_key("care.agreed", {"side": "residents", "overlap_until": "2026-12-01"})
    'care.agreed residents'
    >>> meaning_key("tables.set", {"every": "week"})
    'tables.set'
    """
    apart = (
        what.get("side") if kind in TOLD_BY_SIDE else what.get("ground") if kind in TOLD_BY_GROUND else None
    )
    return f"{kind} {apart}" if apart else kind


TOLD_BY_SIDE = frozenset({"care.agreed", "care.declined", "care.withdrawn"})
TOLD_BY_GROUND = frozenset({"response.put_on", "care.spoke", "care.comes", "care.came"})
KINDS_READ = tuple(sorted({key.split(" ")[0] for key in MEANS}))
"""Which moments are read at all."""
