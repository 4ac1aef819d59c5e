"""A letter goes out, once; who does not want one says so. And somebody goes to drink coffee where nobody is known yet."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.reflection import moments
from vuurtoren.reflection.models import Errand, LetterChoice, LetterSent
from vuurtoren.reflection.queries.letters import letters_to_send
from vuurtoren.reflection.rules import Letter, check_errand, week_of

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
    """I go and drink coffee in this street on that day. Who goes already may choose another day."""
    where = place.neighbourhood
    by.must("errand.take", where.key, concerned=True)
    check_errand(on, timezone.localdate(at))
    if place.gone_at:
        raise Refused("reflection.errand_street_gone")
    person = Person.objects.select_for_update(no_key=True).get(key=by.somebody())
    given = {"neighbourhood": where, "person": person, "on": on, "made_at": at}
    found, new = Errand.objects.select_for_update().get_or_create(place=place, done_at=None, defaults=given)
    if not new and found.person_id != person.pk:
        raise Refused("reflection.errand_taken")
    if not new:
        found.on = on
        found.save(update_fields=["on"])
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
    found = Errand.objects.select_for_update(of=("self",)).filter(pk=errand.pk)
    now = found.select_related("person", "neighbourhood", "place").first()
    if now is None or now.done_at:
        raise Refused("reflection.errand_gone")
    by.must("errand.take", now.neighbourhood.key, concerned=now.person.key == by.person)
    now.done_at = at
    now.save(update_fields=["done_at"])
    return record(
        moments.ERRAND_DONE,
        neighbourhood=now.neighbourhood.key,
        at=at,
        who=by.person,
        about=None,
        place=now.place.key,
    )


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
