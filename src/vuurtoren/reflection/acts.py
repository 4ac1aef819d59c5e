"""Letters that go out once; going to drink coffee where nobody is known yet; seeing where power slid, and answering it."""

from collections.abc import Callable
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from vuurtoren.engine.slides import SAME, Signal
from vuurtoren.engine.slides.finding import find
from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.reflection import moments
from vuurtoren.reflection.models import Errand, Hurt, LetterChoice, LetterSent, Slide
from vuurtoren.reflection.queries.letters import letters_to_send
from vuurtoren.reflection.queries.quiet import still_goes
from vuurtoren.reflection.queries.slides import is_mine, is_of_my_group
from vuurtoren.reflection.reading import history_of
from vuurtoren.reflection.rules import STAYS_IN_SIGHT, Letter, check_answer, check_errand, week_of

Post = Callable[[Person, Letter], None]


@transaction.atomic
def choose_letter(by: Viewer, neighbourhood: Neighbourhood, *, wants: bool, at: datetime) -> Moment:
    """A letter by mail every week, or none."""
    by.must("self.profile", neighbourhood.key, concerned=True)
    person = Person.objects.select_for_update(no_key=True).get(key=by.somebody())
    LetterChoice.objects.update_or_create(person=person, defaults={"wants": wants})
    return record(
        moments.CHOSE, neighbourhood=neighbourhood.key, at=at, who=person.key, about=person.key, wants=wants
    )


@transaction.atomic
def take_errand(by: Viewer, place: Place, *, on: date, at: datetime) -> Moment:
    """I go and drink coffee in this street on that day. Who goes already may choose another day; where that one does not
    work here any more, or their day is two weeks behind us, I go instead."""
    where = place.neighbourhood
    by.must("errand.take", where.key, concerned=True)
    check_errand(on, timezone.localdate(at))
    if place.gone_at:
        raise Refused("reflection.errand_street_gone")
    person = Person.objects.select_for_update(no_key=True).get(key=by.somebody())
    given = {"neighbourhood": where, "person": person, "on": on, "made_at": at}
    found, new = Errand.objects.select_for_update().get_or_create(place=place, done_at=None, defaults=given)
    if not new and found.person_id != person.pk:
        if Errand.objects.filter(still_goes(timezone.localdate(at)), pk=found.pk).exists():
            raise Refused("reflection.errand_taken")
        found.person, found.made_at = person, at
    if not new:
        found.on = on
        found.save(update_fields=["on", "person", "made_at"])
    return record(
        moments.ERRAND_TAKEN,
        neighbourhood=where.key,
        at=at,
        who=person.key,
        about=None,
        place=place.key,
        on=on,
    )


@transaction.atomic
def errand_done(by: Viewer, errand: Errand, *, at: datetime) -> Moment:
    """I was there. What was said over coffee stays there."""
    now = _my_errand(by, errand)
    now.done_at = at
    now.save(update_fields=["done_at"])
    return _of_errand(moments.ERRAND_DONE, by, now, at)


@transaction.atomic
def drop_errand(by: Viewer, errand: Errand, *, at: datetime) -> Moment:
    """I do not go after all: the street is free for a colleague. Nobody asks why."""
    now = _my_errand(by, errand)
    now.delete()
    return _of_errand(moments.ERRAND_DROPPED, by, now, at)


def _my_errand(by: Viewer, errand: Errand) -> Errand:
    """An errand of one's own that is still to be done, ours alone until the deed is."""
    now = alone(Errand.objects.select_related("person", "neighbourhood", "place"), errand.pk)
    if now is None or now.done_at:
        raise Refused("reflection.errand_gone")
    by.must("errand.take", now.neighbourhood.key, concerned=now.person.key == by.person)
    return now


def _of_errand(kind: Kind, by: Viewer, now: Errand, at: datetime) -> Moment:
    where = now.neighbourhood.key
    return record(kind, neighbourhood=where, at=at, who=by.person, about=None, place=now.place.key)


@transaction.atomic
def look_for_slides(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> Moment:
    """Look in the journal where power slid. What is found again is the same signal with newer figures, unless it was
    answered: an answer is about what was said then. What is not found for two months is over."""
    by.must("machine.night", neighbourhood.key)
    Neighbourhood.objects.select_for_update().get(pk=neighbourhood.pk)
    today = timezone.localdate(at)
    history = history_of(neighbourhood, today)
    for one in find(history):
        _note(neighbourhood, one, today)
    over = Slide.objects.filter(
        neighbourhood=neighbourhood, ended_on=None, seen_on__lt=today - STAYS_IN_SIGHT
    )
    over.update(ended_on=today)
    return record(moments.LOOKED, neighbourhood=neighbourhood.key, at=at, who=by.person)


def _note(neighbourhood: Neighbourhood, signal: Signal, today: date) -> None:
    """Write a signal down, or find it again. Whose it seemed at first stays whose it is, until it is over."""
    alone = f" {signal.who}" if signal.kind == SAME else ""
    slide = f"{signal.kind} {signal.room} {signal.side}{alone}"
    who = signal.who if isinstance(signal.who, UUID) else None
    person = Person.objects.select_for_update(no_key=True).filter(key=who).first() if who else None
    if who and person is None:  # forgotten a moment ago
        return
    figures = {
        "since": date.fromordinal(signal.since),
        "part": signal.part,
        "of": signal.of,
        "before": signal.before,
        "before_of": signal.before_of,
        "seen_on": today,
    }
    about = {
        "kind": signal.kind,
        "room": signal.room,
        "side": signal.side,
        "person": person,
        "found_on": today,
    }
    found, new = Slide.objects.get_or_create(
        neighbourhood=neighbourhood, slide=slide, ended_on=None, defaults={**about, **figures}
    )
    if not new:
        kept = {"seen_on": today} if found.answered_on else figures
        Slide.objects.filter(pk=found.pk).update(**kept)


@transaction.atomic
def answer_slide(by: Viewer, slide: Slide, *, answer: str, at: datetime) -> Moment:
    """It is so and I change it; there was a reason; it is not so. The last word counts, and none is a wrong one.

    The journal tells that somebody answered, not who, nor what.
    """
    rows = Slide.objects.select_related("person", "neighbourhood")
    now = alone(rows.filter(ended_on=None), slide.pk)
    if now is None:
        raise Refused("reflection.slide_over")
    by.must("slide.own", now.neighbourhood.key, concerned=is_mine(by, now))
    now.answer, now.answered_on = check_answer(answer), timezone.localdate(at)
    now.save(update_fields=["answer", "answered_on"])
    return record(moments.SLIDE_ANSWERED, neighbourhood=now.neighbourhood.key, at=at, who=None)


@transaction.atomic
def say_hurts(by: Viewer, slide: Slide, *, yes: bool, at: datetime) -> Moment:
    """What slid in a room of mine hurts, or after all it does not. Whose slide it is hears that first, and only they; the
    journal tells neither who nor what."""
    me = Person.objects.select_for_update(no_key=True).filter(key=by.person).first() if by.person else None
    rows = Slide.objects.select_related("person", "neighbourhood")
    now = alone(rows.filter(ended_on=None), slide.pk)
    if now is None:
        raise Refused("reflection.slide_over")
    today = timezone.localdate(at)
    by.must("slide.own", now.neighbourhood.key, concerned=me is not None and is_of_my_group(by, now, today))
    if yes:
        Hurt.objects.get_or_create(slide=now, person=me, defaults={"on": today})
    else:
        Hurt.objects.filter(slide=now, person=me).delete()
    return record(moments.SLIDE_HURTS, neighbourhood=now.neighbourhood.key, at=at, who=None)


def send_letters(
    by: Viewer, neighbourhood: Neighbourhood, *, at: datetime, post: Post, progress: Callable[[int], None]
) -> Moment:
    """The letters of this week, each to whoever did not get it yet; safe to run again after a kill.

    That a letter goes is written down before it goes, in a transaction of its own: killed in between, it does not go a
    second time. Two who send at once do not send one letter twice: the row is there once.
    """
    by.must("machine.night", neighbourhood.key)
    week = week_of(timezone.localdate(at))
    sent = 0
    for person, letter in letters_to_send(by, neighbourhood, week, at):
        if _claimed(person, neighbourhood, week):
            post(person, letter)
            LetterSent.objects.filter(neighbourhood=neighbourhood, week=week, person=person).update(
                sent_at=at
            )
            sent += 1
            progress(sent)
    with transaction.atomic():
        return record(moments.LETTERS_WENT, neighbourhood=neighbourhood.key, at=at, who=by.person, week=week)


def _claimed(person: Person, neighbourhood: Neighbourhood, week: date) -> bool:
    try:
        with transaction.atomic():
            LetterSent.objects.create(person=person, neighbourhood=neighbourhood, week=week)
    except IntegrityError:  # another one who sends took it, or somebody was forgotten a moment ago
        return False
    return True
