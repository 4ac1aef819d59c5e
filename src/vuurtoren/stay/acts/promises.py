"""Promises: made, written down by whom they were made to, answered, kept, passed on, or honestly ended."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Person, Work
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.stay import moments
from vuurtoren.stay.models import Departure, Promise
from vuurtoren.stay.queries import colleagues, stands_in, who_work_here
from vuurtoren.stay.rules import MOST_ASKED, TOLD_WITHIN, check_promise, check_reason, check_undo


@transaction.atomic
def make_promise(
    by: Viewer,
    where: Neighbourhood,
    *,
    words: str,
    due: date,
    to_all: bool,
    place: Place | None = None,
    at: datetime,
) -> Moment:
    """A professional promises: to the whole neighbourhood, where all may read it, or to somebody who is not in here."""
    by.must("promise.make", where.key)
    today = timezone.localdate(at)
    words = check_promise(words, due, today)
    _lock_own_work(by)
    work = who_work_here(by, where, today).filter(person__key=by.somebody()).first()
    if work is None:
        raise Refused("stay.no_work")
    _check_here(place, where)
    made = Promise.objects.create(
        neighbourhood=where,
        institution=work.institution,
        owner=work.person,
        to_all=to_all,
        place=place,
        words=words,
        made_on=today,
        due=due,
    )
    _not_done_yet(made)
    return _tell(moments.PROMISED, by, made, at)


@transaction.atomic
def say_promised(
    by: Viewer, work: Work, *, words: str, due: date, place: Place | None = None, at: datetime
) -> Moment:
    """A neighbour writes down what a professional promised them. It is so once that one says so; silence is never yes.

    Somebody who left within a year counts too: then whoever leads that team answers.
    """
    where = work.institution.neighbourhood
    by.must("promise.ask", where.key)
    today = timezone.localdate(at)
    words = check_promise(words, due, today, told_before=True)
    me = Person.objects.select_for_update().filter(key=by.somebody()).first()
    _lock_work(Work.objects.filter(pk=work.pk))
    there = who_work_here(by, where, today - TOLD_WITHIN).filter(pk=work.pk).first()
    if me is None or there is None:
        raise Refused("stay.not_here")
    if there.person == me:
        raise Refused("stay.to_oneself")
    if Promise.objects.filter(to=me, state="asked").count() >= MOST_ASKED:
        raise Refused("stay.many_asked", most=MOST_ASKED)
    _check_here(place, where)
    said = Promise.objects.create(
        neighbourhood=where,
        institution=there.institution,
        owner=there.person,
        to=me,
        place=place,
        words=words,
        state="asked",
        made_on=today,
        due=due,
    )
    _not_done_yet(said)
    return _tell(moments.SAID_PROMISED, by, said, at)


@transaction.atomic
def answer_promise(by: Viewer, promise: Promise, *, yes: bool, at: datetime) -> Moment:
    """Did I promise that? Do I take it over? Whoever is asked says it; for who is gone, who leads that team.

    A yes of somebody who is leaving or gone makes it their institution's: the lead goes on with it.
    """
    _lock_own_work(by)
    now, today = _locked(promise), timezone.localdate(at)
    if now.state == "open" and now.asked_of:
        _must(by, now, now.asked_of.key == by.person)
        return _taken_over(by, now, yes, at)
    _must(by, now, _tends(by, now, today))
    if now.state != "asked":
        raise Refused("stay.nothing_asked")
    now.state, now.ended_on = ("open", None) if yes else ("denied", today)
    if not colleagues(by, now.neighbourhood, today).filter(person=now.owner).exists():
        now.owner = None
    now.save(update_fields=["state", "ended_on", "owner"])
    return _tell(moments.PROMISE_ANSWERED, by, now, at, yes=yes)


@transaction.atomic
def take_back_promise(by: Viewer, promise: Promise, *, at: datetime) -> Moment:
    """A neighbour takes back what they wrote down, as long as nobody said yes to it; nothing of it stays."""
    now = _locked(promise)
    _must(by, now, now.to is not None and now.to.key == by.person)
    if now.state not in ("asked", "denied"):
        raise Refused("stay.said_yes_already")
    moment = _tell(moments.PROMISE_TAKEN_BACK, by, now, at)
    now.delete()
    return moment


@transaction.atomic
def say_kept(by: Viewer, promise: Promise, *, kept: bool, at: datetime) -> Moment:
    """It is done, says the owner or to whom it was promised; that one may also say: not yet. So may the owner, within a
    week: a tap too soon."""
    _lock_work(Work.objects.filter(person=promise.owner_id, institution=promise.institution_id))
    now, today = _locked(promise), timezone.localdate(at)
    to_me = now.to is not None and now.to.key == by.person
    _must(by, now, to_me or _tends(by, now, today))
    if now.state != ("open" if kept else "kept"):
        raise Refused("stay.moved_on")
    if not (kept or to_me):
        check_undo(now.ended_on, today)
    now.state, now.ended_on = ("kept", today) if kept else ("open", None)
    now.asked_of = None
    now.save(update_fields=["state", "ended_on", "asked_of"])
    if not kept:
        _not_done_yet(now)
    return _tell(moments.KEPT if kept else moments.NOT_KEPT_YET, by, now, at)


@transaction.atomic
def ask_over(by: Viewer, promise: Promise, *, work: Work, at: datetime) -> Moment:
    """Ask a colleague of the same institution to take a promise over; it stays with its owner until they say yes.

    Who answers for what nobody owns may take it on themselves: then it is theirs at once.
    """
    now, today = _locked(promise), timezone.localdate(at)
    _must(by, now, _tends(by, now, today))
    _check_open(now)
    other = colleagues(by, now.neighbourhood, today, of=now.institution).filter(pk=work.pk).first()
    if other is None:
        raise Refused("stay.no_colleague")
    if other.person == now.owner:
        raise Refused("stay.has_it_already")
    mine = other.person.key == by.person
    now.owner, now.asked_of = (other.person, None) if mine else (now.owner, other.person)
    now.save(update_fields=["owner", "asked_of"])
    return _tell(moments.PASSED_ON if mine else moments.ASKED_OVER, by, now, at)


@transaction.atomic
def ask_no_more(by: Viewer, promise: Promise, *, at: datetime) -> Moment:
    """A colleague is not asked any more to take it over."""
    now, today = _locked(promise), timezone.localdate(at)
    _must(by, now, _tends(by, now, today))
    if now.state != "open" or now.asked_of is None:
        raise Refused("stay.nothing_asked")
    now.asked_of = None
    now.save(update_fields=["asked_of"])
    return _tell(moments.ASKED_NO_MORE, by, now, at)


@transaction.atomic
def wont_happen(by: Viewer, promise: Promise, *, reason: str, told: bool = False, at: datetime) -> Moment:
    """It will not happen, with a reason in plain words that reaches whom it was promised to. `told`: I said it myself."""
    now, today = _locked(promise), timezone.localdate(at)
    _must(by, now, _tends(by, now, today))
    _check_open(now)
    now.reason = check_reason(reason, reaches_them=now.to_all or now.to is not None, told=told)
    now.state, now.ended_on, now.asked_of = "wont", today, None
    now.save(update_fields=["reason", "state", "ended_on", "asked_of"])
    return _tell(moments.WONT_HAPPEN, by, now, at)


@transaction.atomic
def happens_after_all(by: Viewer, promise: Promise, *, at: datetime) -> Moment:
    """That it will not happen was said too soon: within a week it is open again, and the reason goes."""
    _lock_work(Work.objects.filter(person=promise.owner_id, institution=promise.institution_id))
    now, today = _locked(promise), timezone.localdate(at)
    _must(by, now, _tends(by, now, today))
    if now.state != "wont":
        raise Refused("stay.moved_on")
    check_undo(now.ended_on, today)
    now.state, now.ended_on, now.reason = "open", None, ""
    now.save(update_fields=["state", "ended_on", "reason"])
    _not_done_yet(now)
    return _tell(moments.HAPPENS_AFTER_ALL, by, now, at)


def _taken_over(by: Viewer, now: Promise, yes: bool, at: datetime) -> Moment:
    asked, now.asked_of = now.asked_of, None
    if yes:
        here = colleagues(by, now.neighbourhood, timezone.localdate(at), of=now.institution)
        work = here.filter(person=asked).first()
        if work is None:
            raise Refused("stay.no_work")
        now.owner = work.person
    now.save(update_fields=["asked_of", "owner"])
    return _tell(moments.PASSED_ON if yes else moments.NOT_TAKEN_OVER, by, now, at)


def _lock_own_work(by: Viewer) -> None:
    """Nobody promises while their leaving is being completed: work is locked before promises, here and there."""
    _lock_work(Work.objects.filter(person__key=by.somebody()))


def _lock_work(rows: QuerySet[Work]) -> None:
    list(rows.select_for_update().order_by("pk"))


def _not_done_yet(promise: Promise) -> None:
    """A promise fell open: if its owner leaves and that was said to be done, it is not any more."""
    Departure.objects.filter(work__person=promise.owner_id, work__institution=promise.institution_id).update(
        completed_on=None
    )


def _tends(by: Viewer, now: Promise, today: date) -> bool:
    """Is it theirs to answer, keep or end: of who promised it, or, once that one is gone, of who leads the team?"""
    mine = now.owner is not None and now.owner.key == by.person
    return mine or stands_in(by, now.owner, now.institution, today)


def _must(by: Viewer, now: Promise, concerned: bool) -> None:
    by.must("promise.own", now.neighbourhood.key, concerned=concerned)


def _locked(promise: Promise) -> Promise:
    """The promise as it is now, ours alone until the deed is done."""
    rows = Promise.objects.select_related(
        "neighbourhood", "institution__neighbourhood", "owner", "asked_of", "to", "place"
    )
    found = alone(rows, promise.pk)
    if found is None:
        raise Refused("stay.promise_gone")
    return found


def _check_open(now: Promise) -> None:
    if now.state != "open":
        raise Refused("stay.moved_on")


def _check_here(place: Place | None, where: Neighbourhood) -> None:
    if place and (place.neighbourhood_id != where.pk or place.gone_at):
        raise Refused("stay.place_gone")


def _tell(kind: Kind, by: Viewer, promise: Promise, at: datetime, **what: bool) -> Moment:
    return record(
        kind,
        neighbourhood=promise.neighbourhood.key,
        at=at,
        who=by.person,
        about=promise.key,
        place=promise.place.key if promise.place else None,
        **what,
    )
