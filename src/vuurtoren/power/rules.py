"""The rights, in one table a neighbour can read. Deny by default: what is not here is not allowed.

Columns: V visitor, R resident, H table host, B community builder, C board member (unpaid), P treasurer,
M municipal worker, A auditor, I instance admin, and X whoever stands at the machine itself (a command, never a page).
`y` yes · `o` only where one is concerned oneself · `2` with a second person · `-` never.

>>> granted("task.carry", [Role.RESIDENT])
<Reach.ALL: 'all'>
>>> granted("plan.change", [Role.RESIDENT]) is None
True
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from types import MappingProxyType

from vuurtoren.language import Refused
from vuurtoren.people.rules import Reach, Role

WHO = ("residents", "institution", "together")
WHY_ENDED = ("given_back", "changed", "together")
"""Given back by the last who carried, changed by another hand-over, or agreed to do it together again."""


@dataclass(frozen=True)
class Powers:
    """Who decides about a task, who advises, who does it and who pays: each residents, the institution, or both together.

    >>> Powers("residents", "institution", "residents", "institution").all_by
    ''
    """

    decides: str
    advises: str
    does: str
    pays: str

    def __post_init__(self) -> None:
        if not {self.decides, self.advises, self.does, self.pays} <= set(WHO):
            raise ValueError(f"not one of {', '.join(WHO)}: {self}")

    @property
    def all_by(self) -> str:
        """Who decides, does and pays alone; empty where that is not one and the same."""
        return self.decides if self.decides == self.does == self.pays else ""


class Ground(StrEnum):
    """On what ground the institution acts at a place: its own, asked, agreed beforehand, or an emergency."""

    OWN = "own"
    ASKED = "asked"
    AGREED = "agreed"
    EMERGENCY = "emergency"


EMERGENCY_KINDS = ("danger", "health", "storm", "damage")
EMERGENCY_LASTS_AT_MOST = timedelta(days=7)
"""A week, as an answer of residents holds for a week: by then they can be asked."""


@dataclass(frozen=True)
class Emergency:
    """Why the institution enters residents' room unasked, and the last day on which it may."""

    kind: str
    until: date

    def check(self, today: date, day: date) -> None:
        """Is it a known kind, with an end soon enough, and does it reach the day on which the institution comes?"""
        if self.kind not in EMERGENCY_KINDS:
            raise Refused("room.emergency_kind")
        if not today <= self.until <= today + EMERGENCY_LASTS_AT_MOST:
            raise Refused("room.emergency_ends", days=EMERGENCY_LASTS_AT_MOST.days)
        if day > self.until:
            raise Refused("room.emergency_too_short")


def ground_of(held: bool, *, asked: bool, agreed: bool, emergency: Emergency | None, day: date) -> Ground:
    """On what ground the institution may act on `day`; refuses to act unasked in room that residents hold (law 3).

    `asked`: those who hold it said yes this week. `agreed`: what was agreed beforehand says come. `emergency`: one that was
    declared, with a reason and an end.
    """
    if not held:
        return Ground.OWN
    if asked:
        return Ground.ASKED
    if agreed:
        return Ground.AGREED
    if emergency is not None and day <= emergency.until:
        return Ground.EMERGENCY
    raise Refused("room.residents_hold_it")


COLUMNS = ("V", "R", "H", "B", "C", "P", "M", "A", "I", "X")
COLUMN_OF: Mapping[Role, str] = MappingProxyType(
    {
        Role.RESIDENT: "R",
        Role.HOST: "H",
        Role.BUILDER: "B",
        Role.BOARD: "C",
        Role.TREASURER: "P",
        Role.WORKER: "M",
        Role.AUDITOR: "A",
        Role.ADMIN: "I",
    }
)

#                              V R H B C P M A I X
TABLE: Mapping[str, str] = MappingProxyType(
    {
        "page.public":        "y y y y y y y y y y",  # public pages, agreements, published figures
        "self.profile":       "- o o o o o o o o -",  # own profile, export, forgetting
        "person.arrive":      "o o o o o o o o o -",  # sign up and join a neighbourhood, for oneself
        "person.enter":       "- - y y - - - - - -",  # write down somebody without an account, with consent
        "person.consent":     "- o y y o o o o o -",  # renew or withdraw consent that was given on paper
        "task.carry":         "- y y y y y o - - -",  # take up, log a round
        "task.give_back":     "- y y y y y o o o -",  # one's own: also without any other role, see OVER_ONESELF
        "task.stop":          "- - - - - - y - - -",  # say that the institution stops a task somewhere, and goes on again
        "word.say":           "- - - - - - y - - -",  # say something for an institution about a place or an initiative
        "spending.write":     "- - - - - - y - - -",  # what the institution spends here itself, by kind of task and year
        "tools.put":          "- - y y y - y - - x",  # say where grabbers and bags lie
        "kind.put":           "- - - - - - - - - x",  # kinds of task, from a file
        "task.observe":       "- y y y y y y - - -",  # say how clean a street is
        "agreement.draft":    "- y y y y y y - - -",  # challenge or offer
        "agreement.answer":   "- o o o o - o - - -",  # say yes, no, end: only a party
        "plan.why":           "y y y y y y y y y y",  # see the plan of the city and why
        "plan.change":        "- - - - - - y - - -",  # change the plan by hand with a reason, mark as done
        "standard.agree":     "- - - - 2 - - - - x",  # the agreed average, floor and crews
        "table.set":          "- y y y y y y - - -",  # coffee at a place and a time
        "table.tend":         "- o o o o o o - - -",  # move, rest, end, write down who met: whoever set it
        "table.nobodys":      "- - - y - - - - - -",  # let a table rest or end that nobody hosts any more
        "table.was_there":    "- y y y y y y - - -",  # say of oneself that one was there
        "met.see":            "- o o o - - - - - -",  # who sat at a table: who sat there, or set it
        "met.own":            "- o o o o o o o o -",  # whether it may be remembered that one was there, see OVER_ONESELF
        "coffee.wish":        "- y y y y y y - - -",  # ask for coffee with somebody new; to answer and to stop is tie.own
        "gift.offer":         "- y y y y y - - - -",  # say what one has, knows or loves; for whoever lives here
        "gift.see":           "- y y y y y - - - -",  # others' gifts, as widely as each chose
        "gift.own":           "- o o o o o o o o -",  # change and take back one's own, see OVER_ONESELF
        "gift.enter":         "- - y y - - - - - -",  # for somebody on paper, while their yes holds
        "gift.introduce":     "- - o y - - - - - -",  # a gift and a table; a host for those they wrote down themselves
        "tie.own":            "- o o o o o o o o -",  # ask, answer and let go of a tie of one's own, see OVER_ONESELF
        "day.write":          "- - - - - - y - - -",  # what a professional did here, by the day
        "day.own":            "- o o o o o o o o -",  # one's own days: see, share, stop sharing, see OVER_ONESELF
        "day.see":            "- y y y y y y - - -",  # how often a professional was here, if they share it
        "promise.make":       "- - - - - - y - - -",  # a professional promises something
        "promise.ask":        "- y y y y y - - - -",  # write down what a professional promised oneself
        "promise.own":        "- o o o o o o o o -",  # who promised, is asked, leads the team, or was promised to
        "work.leave":         "- o o o o o o o o -",  # leaving, handing over: who leaves, leads the team, follows
        "work.lead":          "- - - - - - o - - -",  # what the team owes and who leaves: whoever leads it
        "errand.see":         "- - - y - - y - - -",  # streets where nobody drank coffee yet, and who goes there
        "errand.take":        "- - - - - - o - - -",  # go and drink coffee in such a street, on a day
        "initiative.start":   "- y y y y y - - - -",  # start something, published at once; for whoever lives here
        "initiative.join":    "- y y y y y - - - -",  # be in it
        "initiative.tend":    "- o o o o o - - - -",  # say how it goes, see who is in it: whoever is in it
        "initiative.leave":   "- o o o o o o o o -",  # step out, see OVER_ONESELF
        "question.own":       "- - - - - - o - - -",  # take on and answer what an initiative asks: who works for the asked
        "nudge.give":         "- y y y y y y - - -",  # write down a nudge of one's own
        "nudge.own":          "- o o o o o o o o -",  # see, take back and answer for one's own nudges, see OVER_ONESELF
        "weigh.write":        "- y y y y y y - - -",  # ask whether something may go wrong
        "weigh.own":          "- o o o o o o o o -",  # one's own weighings and those shared with one, see OVER_ONESELF
        "slide.own":          "- o o o o o o o o -",  # where power slid: by one's acts or in one's room, see OVER_ONESELF
        "role.give":          "- - - - 2 - - - - x",  # never one's own
        "professional.come":  "- - - - - - - - - x",  # an institution, and who works for it here
        "light.tend":         "- - - - y - - - - x",  # the words of the lighthouse
        "principle.propose":  "- y y y y y - - - -",  # a principle, other words, what happened after; who lives here
        "principle.adopt":    "- - 2 2 2 - - - - -",  # say yes or no to what is proposed about a principle
        "principle.tend":     "- - y y y - - - - -",  # look at one again: its words stay, the next day is chosen
        "exception.make":     "- - y y y - y - - -",  # depart from a principle, with why, for whom and an end; end it
        "talk.be_found":      "- - y y - - - - - -",  # be named, oneself, where the house says no to somebody
        "journal.verify":     "y y y y y y y y y y",
        "neighbourhood.make": "- - - - - - - - - x",
        "places.import":      "- - - - - - - - y x",
        "observation.import": "- - - - - - y - - x",
        "machine.night":      "- - - - - - - - - x",  # the night's work, demo, benchmarks
        "machine.link":       "- - - - - - - - - x",  # a sign-in link for somebody, single use
    }
)  # fmt: skip

OVER_ONESELF = (
    "self.profile",
    "task.give_back",
    "met.own",
    "gift.own",
    "tie.own",
    "day.own",
    "promise.own",
    "work.leave",
    "initiative.leave",
    "nudge.own",
    "weigh.own",
    "slide.own",
)
"""What holds for whoever signed in, in every neighbourhood, over what is their own: also when a role ended or another one
came. Who carries may always give back (law 2)."""
REACH: Mapping[str, Reach | None] = MappingProxyType(
    {"y": Reach.ALL, "x": Reach.ALL, "o": Reach.CONCERNED, "2": Reach.ALL, "-": None}
)
NEEDS_A_SECOND = frozenset(right for right, row in TABLE.items() if "2" in row.split())


def cell(right: str, column: str) -> str:
    """What the table says for one right and one column, as its letter; KeyError for an unknown right."""
    return TABLE[right].split()[COLUMNS.index(column)]


def granted(right: str, roles: Iterable[Role]) -> Reach | None:
    """The widest reach that visitor and `roles` together give, or None."""
    reaches = {REACH[cell(right, column)] for column in ["V", *(COLUMN_OF[role] for role in roles)]}
    return Reach.ALL if Reach.ALL in reaches else Reach.CONCERNED if Reach.CONCERNED in reaches else None


def rights_of(roles: Iterable[Role]) -> Mapping[str, Reach]:
    """Everything that `roles` together allow."""
    held = tuple(roles)
    return MappingProxyType({right: reach for right in TABLE if (reach := granted(right, held))})


def rights_of_the_machine() -> Mapping[str, Reach]:
    """What whoever stands at the machine may do by command."""
    return MappingProxyType({right: reach for right in TABLE if (reach := REACH[cell(right, "X")])})
