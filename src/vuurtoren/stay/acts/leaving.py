"""Leaving, and handing over before: the promises, the introductions, a walk together."""

from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import RoleHeld, Work
from vuurtoren.people.rules import Role, Viewer
from vuurtoren.stay import moments
from vuurtoren.stay.models import Departure, Promise
from vuurtoren.stay.queries import colleagues, leads
from vuurtoren.stay.rules import (
    UNDONE,
    check_introductions,
    check_last_day,
    check_left_known,
    check_nothing_open,
    check_walk,
    is_over,
    left_undone,
)


@transaction.atomic
def announce_leaving(by: Viewer, work: Work, *, last_day: date, at: datetime) -> Moment:
    """Somebody leaves on a day, they say themselves or who leads the team does. Said again it is another day.

    Said by who leads, whoever leaves is asked (`answer_leaving`); without an answer the day itself makes it so. Their role
    ends with that day whatever happens; the hand-over is done when `complete_departure` says so.
    """
    now, today = _work(work), timezone.localdate(at)
    _must(by, now, today)
    check_last_day(last_day, now.since, today)
    leaving = Departure.objects.filter(work=now).first()
    if leaving and not leaving.not_so_on and is_over(leaving.last_day, today):
        raise Refused("stay.left_already")
    leaving = leaving or Departure(work=now)
    if leaving.pk is None or leaving.not_so_on:
        held = _role(now)
        leaving.announced_on, leaving.role_until = today, held.until if held else None
    if now.person.key == by.person:
        leaving.said_on = today
    elif leaving.last_day != last_day:
        leaving.said_on = None
    leaving.last_day, leaving.not_so_on = last_day, None
    if leaving.walk_on and leaving.walk_on > last_day:
        leaving.walk_on, leaving.walked = None, False
    leaving.save()
    _work_ends(now, last_day, leaving)
    return _tell(moments.LEAVES, by, leaving, at)


@transaction.atomic
def answer_leaving(by: Viewer, leaving: Departure, *, yes: bool, at: datetime) -> Moment:
    """Is that my last day, as who leads the team wrote down? A no puts work and role back as they were; both talk."""
    now, today = _leaving(leaving), timezone.localdate(at)
    where = now.work.institution.neighbourhood
    by.must("work.leave", where.key, concerned=now.work.person.key == by.person)
    if now.said_on or now.not_so_on or is_over(now.last_day, today):
        raise Refused("stay.nothing_asked")
    if yes:
        now.said_on = today
    else:
        now.not_so_on, now.completed_on = today, None
        _goes_on(now)
    now.save(update_fields=["said_on", "not_so_on", "completed_on"])
    return _tell(moments.LEAVING_ANSWERED, by, now, at, yes=yes)


@transaction.atomic
def stay_on(by: Viewer, leaving: Departure, *, at: datetime) -> Moment:
    """They stay after all, until the last day is over: nothing of the leaving is kept."""
    now, today = _leaving(leaving), timezone.localdate(at)
    _must(by, now.work, today)
    if not now.not_so_on and is_over(now.last_day, today):
        raise Refused("stay.left_already")
    moment = _tell(moments.STAYS_ON, by, now, at)
    if not now.not_so_on:
        _goes_on(now)
    now.delete()
    return moment


@transaction.atomic
def plan_hand_over(
    by: Viewer,
    leaving: Departure,
    *,
    successor: Work | None,
    walk_on: date | None,
    people: int,
    introduced: int,
    at: datetime,
) -> Moment:
    """Who follows, a colleague; when the two walk together, how many people are introduced and were already."""
    now, today = _leaving(leaving), timezone.localdate(at)
    _must(by, now.work, today)
    _check_goes_on(now, today)
    follows = None
    if successor:
        here = colleagues(by, now.work.institution.neighbourhood, today, of=now.work.institution)
        follows = here.filter(pk=successor.pk).first()
        if follows is None or follows.person == now.work.person:
            raise Refused("stay.no_colleague")
    check_walk(walk_on, follows.since if follows else None, now.last_day)
    check_introductions(people, introduced)
    same = now.walk_on == walk_on and now.successor == (follows.person if follows else None)
    now.successor, now.walk_on = follows.person if follows else None, walk_on
    now.walked = now.walked and same
    now.people, now.introduced = people, introduced
    now.save()
    return _tell(moments.HAND_OVER_PLANNED, by, now, at)


@transaction.atomic
def walked(by: Viewer, leaving: Departure, *, at: datetime) -> Moment:
    """We walked together, says who follows: whoever leaves cannot say it for them."""
    now, today = _leaving(leaving), timezone.localdate(at)
    where = now.work.institution.neighbourhood
    by.must("work.leave", where.key, concerned=now.successor is not None and now.successor.key == by.person)
    if now.walked or now.walk_on is None or now.walk_on > today:
        raise Refused("stay.no_walk")
    now.walked = True
    now.save(update_fields=["walked"])
    return _tell(moments.WALKED, by, now, at)


@transaction.atomic
def complete_departure(by: Viewer, leaving: Departure, *, known: bool = False, at: datetime) -> Moment:
    """The hand-over is done: nothing that was promised is open. What they were asked to take over, nobody is asked now.

    `known`: they know what is left undone besides, and close all the same.
    """
    now, today = _leaving(leaving), timezone.localdate(at)
    _must(by, now.work, today)
    if now.completed_on or now.not_so_on:
        raise Refused("stay.left_already")
    person, institution = now.work.person, now.work.institution
    owned = Promise.objects.filter(owner=person, institution=institution, state__in=UNDONE)
    check_nothing_open(owned.count())
    left = left_undone(
        follows=now.successor is not None, walked=now.walked, people=now.people, introduced=now.introduced
    )
    check_left_known(left, known)
    Promise.objects.filter(asked_of=person, neighbourhood=institution.neighbourhood).update(asked_of=None)
    now.completed_on = today
    now.save(update_fields=["completed_on"])
    return _tell(moments.LEFT_WELL, by, now, at)


def _check_goes_on(now: Departure, today: date) -> None:
    """It can be changed until the last day, and after it as long as it was not said to be done."""
    if now.not_so_on:
        raise Refused("stay.said_not_so")
    if now.completed_on and is_over(now.last_day, today):
        raise Refused("stay.left_already")


def _goes_on(now: Departure) -> None:
    """Work and role are again as they were before anybody left."""
    Work.objects.filter(pk=now.work.pk).update(until=None)
    held = _role(now.work)
    if held:
        held.until = now.role_until
        held.save(update_fields=["until"])


def _work_ends(work: Work, last_day: date, leaving: Departure) -> None:
    """The work ends with its last day, and so does the role, unless other work here goes on longer."""
    Work.objects.filter(pk=work.pk).update(until=last_day)
    here = Work.objects.filter(person=work.person, institution__neighbourhood=work.institution.neighbourhood)
    days = list(here.values_list("until", flat=True))
    held = _role(work)
    if held is None or None in days:
        return
    ends = timezone.make_aware(datetime.combine(max(day for day in days if day) + timedelta(days=1), time()))
    held.until = min(leaving.role_until, ends) if leaving.role_until else ends
    held.save(update_fields=["until"])


def _role(work: Work) -> RoleHeld | None:
    where = work.institution.neighbourhood
    rows = RoleHeld.objects.select_for_update().filter(person=work.person, neighbourhood=where)
    return rows.filter(role=Role.WORKER.value).first()


def _must(by: Viewer, work: Work, today: date) -> None:
    """Of who leaves, and of who leads the team."""
    concerned = work.person.key == by.person or leads(by, work.institution, today)
    by.must("work.leave", work.institution.neighbourhood.key, concerned=concerned)


def _work(work: Work) -> Work:
    """The work as it is now, ours alone until the deed is done."""
    found = alone(Work.objects.select_related("person", "institution__neighbourhood"), work.pk)
    if found is None:
        raise Refused("stay.not_here")
    return found


def _leaving(leaving: Departure) -> Departure:
    """The leaving as it is now; its work is locked first, as everywhere here."""
    if not Work.objects.select_for_update().filter(departure=leaving.pk).exists():
        raise Refused("stay.leaving_gone")
    rows = Departure.objects.select_related("work__person", "work__institution__neighbourhood", "successor")
    return rows.get(pk=leaving.pk)


def _tell(kind: Kind, by: Viewer, leaving: Departure, at: datetime, **what: bool) -> Moment:
    """That somebody leaves; not who, from where or when: the journal is for all."""
    where = leaving.work.institution.neighbourhood
    return record(kind, neighbourhood=where.key, at=at, who=by.person, about=leaving.key, place=None, **what)
