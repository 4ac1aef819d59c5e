"""Start an initiative, at once and without anybody's yes; give it other words; take a slip back; join and leave."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.initiatives import moments
from vuurtoren.initiatives.acts.common import (
    check_here,
    let_go_of_roles,
    locked,
    myself,
    of_its_people,
    take_in,
    tell,
    touch,
)
from vuurtoren.initiatives.models import Initiative, Joined, Learned, Question, Role
from vuurtoren.initiatives.queries import is_in
from vuurtoren.initiatives.rules import ALIVE, check_start, check_started, check_take_back, check_words
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place


@transaction.atomic
def start(
    by: Viewer,
    where: Neighbourhood,
    *,
    words: str,
    more: str = "",
    place: Place | None = None,
    wants_people: bool = True,
    state: str = "idea",
    at: datetime,
) -> Moment:
    """Start something. It is there for everybody at once: what residents may do anyway needs nobody's yes (law 1)."""
    by.must("initiative.start", where.key)
    words, more = check_words(words, more)
    begins = check_start(state)
    check_here(place, where)
    me = myself(by)
    check_started(Initiative.objects.filter(by=me, neighbourhood=where, state__in=ALIVE).count())
    made = Initiative.objects.create(
        neighbourhood=where,
        place=place,
        words=words,
        more=more,
        by=me,
        wants_people=wants_people,
        state=begins.value,
        started_at=at,
        touched_at=at,
    )
    take_in(made, me, at)
    return tell(moments.STARTED, by, made, at, state=begins.value)


@transaction.atomic
def reword(
    by: Viewer,
    initiative: Initiative,
    *,
    words: str,
    more: str = "",
    place: Place | None = None,
    wants_people: bool = True,
    at: datetime,
) -> Moment:
    """Other words, another place, people wanted or not: by any of its people. The words are then theirs."""
    now = of_its_people(by, initiative)
    words, more = check_words(words, more)
    check_here(place, now.neighbourhood)
    if (words, more) != (now.words, now.more):
        now.by = myself(by)
    moves = place != now.place
    now.words, now.more, now.place, now.wants_people = words, more, place, wants_people
    now.save(update_fields=["words", "more", "place", "wants_people", "by"])
    touch(now, at)
    return tell(moments.WORDED, by, now, at, moves=moves)


@transaction.atomic
def unstart(by: Viewer, initiative: Initiative, *, at: datetime) -> Moment:
    """That was a slip: within a day, and as long as nobody else ever was in it, nothing of it stays. So it is who started
    it that takes it back, and nobody else."""
    now = of_its_people(by, initiative)
    check_take_back(now.started_at, at, shared=now.shared)
    moment = tell(moments.TAKEN_BACK, by, now, at)
    now.delete()
    return moment


@transaction.atomic
def join_in(by: Viewer, initiative: Initiative, *, at: datetime) -> Moment:
    """Be in it: whoever is in it sees one another's names, and says how it goes."""
    now = locked(initiative)
    by.must("initiative.join", now.neighbourhood.key)
    if not take_in(now, myself(by), at):
        raise Refused("initiatives.in_already")
    touch(now, at)
    return tell(moments.JOINED, by, now, at)


@transaction.atomic
def step_out(by: Viewer, initiative: Initiative, *, at: datetime) -> Moment:
    """Step out, at any time and without a reason; the initiative stays, also when nobody is left in it."""
    now = locked(initiative)
    by.must("initiative.leave", now.neighbourhood.key, concerned=is_in(by, now))
    me = myself(by)
    let_go_of_roles(now, me, timezone.localdate(at))
    Joined.objects.filter(initiative=now, person=me).delete()
    return tell(moments.LEFT, by, now, at)


@transaction.atomic
def leave_words(by: Viewer, person: Person, where: Neighbourhood, *, at: datetime) -> Moment:
    """What somebody wrote about initiatives stays with them, without its writer: asked before one is forgotten."""
    by.must("self.profile", where.key, concerned=by.person == person.key)
    me = Person.objects.select_for_update().filter(pk=person.pk).first()
    if me is None:
        raise Refused("people.forgotten")
    for kind in (Initiative, Learned, Question, Role):
        kind.objects.filter(by=me).update(by=None)
    return record(moments.WORDS_STAY, neighbourhood=where.key, at=at, who=by.person, about=me.key)
