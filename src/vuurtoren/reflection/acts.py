"""A letter goes out, once; and who does not want one says so."""

from collections.abc import Callable
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.reflection import moments
from vuurtoren.reflection.models import LetterChoice, LetterSent
from vuurtoren.reflection.queries.letters import letters_to_send
from vuurtoren.reflection.rules import Letter, week_of

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
