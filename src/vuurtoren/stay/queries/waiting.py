"""What waits for professionals: on their Today, and in everybody's letter, counted for a whole neighbourhood at once."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from vuurtoren.people.rules import Role, Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.stay.models import Departure, Lead, Promise
from vuurtoren.stay.queries.leading import at_work, who_work_here
from vuurtoren.stay.queries.leaving import LeavingSeen, my_leavings, teams_of
from vuurtoren.stay.queries.promises import PromiseSeen, my_promises
from vuurtoren.stay.rules import UNDONE, is_over

Readers = Mapping[int, Viewer]
"""People by primary key, as viewers."""


@dataclass(frozen=True)
class Waits:
    """For Today of who works here: promises to answer; my own leaving, whom I follow, who leaves a team I lead; do I lead
    one, and how many of its promises are late. `mine`: what I promised and is open; `fell`: what nobody at work owns and
    I answer for."""

    asked: tuple[PromiseSeen, ...] = ()
    leavings: tuple[LeavingSeen, ...] = ()
    leads: bool = False
    late: int = 0
    mine: tuple[PromiseSeen, ...] = ()
    fell: tuple[PromiseSeen, ...] = ()

    @property
    def to_confirm(self) -> int:
        """How many last days of mine wait for my yes."""
        return sum(one.part == "leaves" and one.asked for one in self.leavings)

    @property
    def late_of_mine(self) -> int:
        """Of what I promised, so many days are past."""
        return sum(one.tone != "" for one in self.mine)


def what_waits(viewer: Viewer, where: Neighbourhood, today: date) -> Waits:
    """What of it there is for this viewer; for who does not work here, nothing."""
    viewer.must("promise.own", where.key, concerned=viewer.person is not None)
    if not viewer.is_a(Role.WORKER, where.key):
        return Waits()
    promises = my_promises(viewer, where, today)
    teams = teams_of(viewer, where, today)
    leave = [one.leaving for team in teams for one in team.people if one.leaving] + [
        one for team in teams for one in team.left
    ]
    mine = my_leavings(viewer, where, today)
    known = {one.public_id for one in mine}
    return Waits(
        asked=tuple(one for one in promises if "answer" in one.may),
        leavings=(
            *mine,
            *(one for one in leave if not one.completed_on and one.public_id not in known),
        ),
        leads=bool(teams),
        late=sum(one.late for team in teams for one in team.people),
        mine=tuple(one for one in promises if one.part == "mine" and one.state == "open"),
        fell=tuple(one for one in promises if one.part == "lead" and one.state == "open"),
    )


def waiting_promises(
    viewer: Viewer, where: Neighbourhood, today: date, readers: Readers
) -> dict[str, Counter[int]]:
    """By kind, by person of `readers`: promises to answer (`asked`), those nobody at work owns (`fell`), open ones of one's
    own (`mine`), and late ones (`late`). Three questions."""
    viewer.must("machine.night", where.key)
    found: dict[str, Counter[int | None]] = {kind: Counter() for kind in ("asked", "fell", "mine", "late")}
    at_work_here = at_work(today).filter(institution__neighbourhood=where)
    here = set(at_work_here.values_list("person", "institution"))
    leads = _leads(viewer, where, today)
    answers: defaultdict[int, set[int | None]] = defaultdict(set, leads)
    for person, team in here:
        if team not in leads:
            answers[team].add(person)
    rows = Promise.objects.filter(neighbourhood=where, state__in=UNDONE)
    for owner, asked_of, to, team, state, due in rows.values_list(
        "owner", "asked_of", "to", "institution", "state", "due"
    ):
        stand = answers[team] if (owner, team) not in here else set()
        tend = {owner} | stand
        found["asked"].update(tend if state == "asked" else {asked_of})
        if state == "open":
            found["fell"].update(stand - {asked_of, to})
            found["late" if due < today else "mine"][owner] += 1
    return {kind: _of_workers(some, where, readers) for kind, some in found.items()}


def waiting_leavings(
    viewer: Viewer, where: Neighbourhood, today: date, readers: Readers
) -> dict[str, Counter[int]]:
    """By kind, by person of `readers`: last days that wait for the yes of who leaves (`asked`), other leavings in which
    they have a part (`part`). Four questions."""
    viewer.must("machine.night", where.key)
    asked: Counter[int | None] = Counter()
    part: Counter[int | None] = Counter()
    here = set(who_work_here(viewer, where, today).values_list("pk", flat=True))
    leads = _leads(viewer, where, today)
    owed = set(
        Promise.objects.filter(neighbourhood=where, state__in=UNDONE).values_list("owner", "institution")
    )
    rows = Departure.objects.filter(work__institution__neighbourhood=where)
    for one in rows.select_related("work"):
        work, over = one.work, is_over(one.last_day, today)
        own = one.not_so_on is None and (one.completed_on is None or not over)
        waits = own and not (one.said_on or over)
        mine: set[int | None] = {work.person_id, one.successor_id} if own else set()
        done = one.completed_on is not None and (work.person_id, work.institution_id) not in owed
        in_team = work.pk in here and not done
        left = one.completed_on is None and one.not_so_on is None and over
        asked[work.person_id] += waits
        part.update({pk for pk in mine if not (waits and pk == work.person_id)})
        part.update(leads[work.institution_id] - mine if in_team or left else set())
    found = {"asked": asked, "part": part}
    return {kind: _of_workers(some, where, readers) for kind, some in found.items()}


def _leads(viewer: Viewer, where: Neighbourhood, today: date) -> defaultdict[int, set[int | None]]:
    """By institution: who leads its team (primary keys)."""
    rows = Lead.objects.filter(work__in=at_work(today).filter(institution__neighbourhood=where))
    found: defaultdict[int, set[int | None]] = defaultdict(set)
    for team, person in rows.values_list("work__institution", "work__person"):
        found[team].add(person)
    return found


def _of_workers(some: Mapping[int | None, int], where: Neighbourhood, readers: Readers) -> Counter[int]:
    """For those who work here: nobody else reads it on Today."""
    return Counter(
        {
            pk: count
            for pk, count in some.items()
            if pk is not None and pk in readers and readers[pk].is_a(Role.WORKER, where.key)
        }
    )
