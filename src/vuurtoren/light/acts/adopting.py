"""A principle is proposed by anybody who lives here and adopted by two; so are other words for it, and its rest."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.light import moments
from vuurtoren.light.acts.common import myself, standing, tell
from vuurtoren.light.models import Principle, Proposed, Version
from vuurtoren.light.rules import (
    ADOPTERS,
    MOST_PROPOSED,
    Text,
    check_about,
    check_look_again,
    check_second,
    check_text,
)
from vuurtoren.people.models import RoleHeld
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood

RIGHT = "principle.adopt"


@transaction.atomic
def propose_principle(
    by: Viewer,
    where: Neighbourhood,
    *,
    text: Text,
    about: str = "any",
    look_again_on: date,
    principle: Principle | None = None,
    at: datetime,
) -> Moment:
    """Propose a principle, or other words for `principle`. From somebody who may adopt it is the first of the two yeses."""
    by.must("principle.propose", where.key)
    return _propose(
        by,
        where,
        "reword" if principle else "new",
        principle,
        at,
        text=check_text(text),
        about=check_about(about),
        look_again_on=check_look_again(look_again_on, timezone.localdate(at)),
    )


@transaction.atomic
def propose_rest(by: Viewer, principle: Principle, *, at: datetime) -> Moment:
    """Propose that a principle is laid to rest; its versions and what leaned on it stay to be read."""
    by.must("principle.propose", principle.neighbourhood.key)
    return _propose(by, principle.neighbourhood, "rest", principle, at, about=principle.about)


@transaction.atomic
def adopt_principle(by: Viewer, proposed: Proposed, *, at: datetime) -> Moment:
    """Yes: the first one waits for another; with the second one it holds."""
    by.must(RIGHT, proposed.neighbourhood.key)
    one = _waiting(proposed)
    me = myself(by)
    if not check_second(_first_yes(one, at), me.pk):
        one.first_yes = me
        one.save(update_fields=["first_yes"])
        return tell(moments.FIRST_YES, by, one.neighbourhood, at, one.key, what=one.what)
    return _adopt(by, one, at)


@transaction.atomic
def drop_principle(by: Viewer, proposed: Proposed, *, at: datetime) -> Moment:
    """Take one's own proposal back, or say no to another's; all stays as it was."""
    by.must("principle.propose", proposed.neighbourhood.key)
    one = _waiting(proposed)
    if one.by.key != by.person:
        by.must(RIGHT, one.neighbourhood.key)
    one.delete()
    return tell(moments.DROPPED, by, one.neighbourhood, at, proposed.key, what=one.what)


@transaction.atomic
def look_again(by: Viewer, principle: Principle, *, look_again_on: date, at: datetime) -> Moment:
    """It was looked at again and its words still fit; the next day to look."""
    by.must("principle.tend", principle.neighbourhood.key)
    one = standing(principle, principle.neighbourhood)
    one.look_again_on = check_look_again(look_again_on, timezone.localdate(at))
    one.save(update_fields=["look_again_on"])
    return tell(moments.LOOKED_AGAIN, by, one.neighbourhood, at, one.key, until=one.look_again_on)


def _propose(
    viewer: Viewer,
    where: Neighbourhood,
    what: str,
    principle: Principle | None,
    at: datetime,
    *,
    about: str,
    text: Text | None = None,
    look_again_on: date | None = None,
) -> Moment:
    me = myself(viewer)
    about_it = standing(principle, where) if principle else None
    if Proposed.objects.filter(neighbourhood=where, by=me).count() >= MOST_PROPOSED:
        raise Refused("light.proposed_enough", most=MOST_PROPOSED)
    if what == "rest" and Proposed.objects.filter(principle=about_it, what=what).exists():
        raise Refused("light.proposed_already")
    words = text or Text("", "")
    made = Proposed.objects.create(
        neighbourhood=where,
        principle=about_it,
        what=what,
        words=words.words,
        why=words.why,
        fits=words.fits,
        fits_not=words.fits_not,
        about=about,
        look_again_on=look_again_on,
        by=me,
        first_yes=me if viewer.may(RIGHT, where.key) else None,
        at=at,
    )
    return tell(moments.PROPOSED, viewer, where, at, made.key, what=what)


def _waiting(proposed: Proposed) -> Proposed:
    """The proposal if it still waits, ours alone until the deed is done."""
    found = alone(Proposed.objects.select_related("neighbourhood", "principle", "by"), proposed.pk)
    if found is None:
        raise Refused("light.proposed_over")
    return found


def _first_yes(one: Proposed, at: datetime) -> int | None:
    """Who said the first yes, as long as they may still adopt; the yes of somebody who laid down that role is none."""
    roles = RoleHeld.objects.filter(
        person=one.first_yes_id, neighbourhood=one.neighbourhood, role__in=[some.value for some in ADOPTERS]
    )
    return one.first_yes_id if any(held.holds(at) for held in roles) else None


def _adopt(viewer: Viewer, one: Proposed, at: datetime) -> Moment:
    held = standing(one.principle, one.neighbourhood) if one.principle else None
    if one.what == "rest" and held:
        held.laid_at = at
        held.save(update_fields=["laid_at"])
        Proposed.objects.filter(principle=held).delete()
    else:
        held = _worded(one, held, at)
        one.delete()
    return tell(moments.ADOPTED, viewer, one.neighbourhood, at, held.key if held else None, what=one.what)


def _worded(one: Proposed, held: Principle | None, at: datetime) -> Principle:
    """The principle with these words from now on; its earlier ones are kept."""
    today = timezone.localdate(at)
    soon = one.look_again_on if one.look_again_on and one.look_again_on > today else None
    if held is None:
        held = Principle(neighbourhood=one.neighbourhood, since=at)
    held.about = one.about
    held.look_again_on = soon or today
    held.save()
    number = held.versions.count() + 1
    text = one.text
    Version.objects.create(
        principle=held,
        number=number,
        words=text.words,
        why=text.why,
        fits=text.fits,
        fits_not=text.fits_not,
        since=at,
    )
    return held
