"""What people do with gifts: offer one, change it, take it back; write one down for somebody on paper, with a code."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from vuurtoren.gifts import moments
from vuurtoren.gifts.finding import tokens_of
from vuurtoren.gifts.models import Gift, PaperCode
from vuurtoren.gifts.queries import yes_until
from vuurtoren.gifts.rules import check_gift, check_paper, check_room
from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import LANGUAGES, Refused
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@transaction.atomic
def offer_gift(
    by: Viewer,
    neighbourhood: Neighbourhood,
    *,
    kind: str,
    words: str,
    until: date,
    width: str = "me",
    language: str = "nl",
    at: datetime,
) -> Moment:
    """Say what one has, knows or loves; seen by nobody else unless one chooses so."""
    by.must("gift.offer", neighbourhood.key)
    words = check_gift(kind, words, width, until, timezone.localdate(at))
    person = _there(Person.objects.filter(key=by.somebody()))
    gift = _keep(person, neighbourhood, kind, words, width, until, language, at)
    return _tell(moments.OFFERED, by, gift, at)


@transaction.atomic
def enter_gift(
    by: Viewer,
    neighbourhood: Neighbourhood,
    person: Person,
    *,
    kind: str,
    words: str,
    until: date,
    width: str = "me",
    language: str = "nl",
    at: datetime,
) -> Moment:
    """A host or builder writes down a gift of somebody without an account, for as long as their yes holds at most."""
    person = _on_paper(by, neighbourhood, person)
    today = timezone.localdate(at)
    words = check_gift(kind, words, width, until, today)
    check_paper(until, yes_until(person, today))
    gift = _keep(person, neighbourhood, kind, words, width, until, language, at)
    return _tell(moments.ENTERED, by, gift, at)


@transaction.atomic
def give_code(
    by: Viewer, neighbourhood: Neighbourhood, person: Person, *, code_hash: str, at: datetime
) -> Moment:
    """Keep the hash of a code on paper for somebody without an account; an earlier code of theirs works no more."""
    person = _on_paper(by, neighbourhood, person)
    PaperCode.objects.update_or_create(
        person=person, defaults={"neighbourhood": neighbourhood, "code_hash": code_hash}
    )
    return record(moments.CODE_GIVEN, neighbourhood=neighbourhood.key, at=at, who=by.person, about=person.key)


@transaction.atomic
def withdraw_by_code(neighbourhood: Neighbourhood, *, code_hash: str, at: datetime) -> Moment:
    """Whoever has the code takes back every gift of that person here, at once and without an account. It works once."""
    codes = PaperCode.objects.select_for_update().filter(neighbourhood=neighbourhood, code_hash=code_hash)
    found = codes.first()
    if found is None:
        raise Refused("gifts.code_unknown")
    Gift.objects.filter(person=found.person, neighbourhood=neighbourhood).delete()
    found.delete()
    return record(
        moments.WITHDRAWN_BY_CODE, neighbourhood=neighbourhood.key, at=at, who=None, about=found.person.key
    )


@transaction.atomic
def change_gift(by: Viewer, gift: Gift, *, words: str, width: str, until: date, at: datetime) -> Moment:
    """Other words, another width, another year."""
    gift, today = _mine(by, gift), timezone.localdate(at)
    words = check_gift(gift.kind, words, width, until, today)
    if gift.person.account_id is None:
        check_paper(until, yes_until(gift.person, today))
    same = Gift.objects.filter(person=gift.person, neighbourhood=gift.neighbourhood, words=words)
    _check_new(same.exclude(pk=gift.pk).exists())
    gift.words, gift.width, gift.until, gift.tokens = words, width, until, tokens_of(words)
    gift.save(update_fields=["words", "width", "until", "tokens"])
    return _tell(moments.CHANGED, by, gift, at)


@transaction.atomic
def withdraw_gift(by: Viewer, gift: Gift, *, at: datetime) -> Moment:
    """It is gone at once, from every page and from the index, and does not come back by itself."""
    gift = _mine(by, gift)
    moment = _tell(moments.WITHDRAWN, by, gift, at)
    gift.delete()
    return moment


@transaction.atomic
def end_gifts(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Gifts whose last day is over are gone. A moment for each; a second time there are none."""
    by.must("machine.night", neighbourhood.key)
    over = Gift.objects.filter(neighbourhood=neighbourhood, until__lt=timezone.localdate(at))
    rows = all_alone(over.select_related("neighbourhood"))
    told = tuple(_tell(moments.ENDED, by, one, at) for one in rows)
    Gift.objects.filter(pk__in=[one.pk for one in rows]).delete()
    return told


def _keep(
    person: Person,
    neighbourhood: Neighbourhood,
    kind: str,
    words: str,
    width: str,
    until: date,
    language: str,
    at: datetime,
) -> Gift:
    mine = Gift.objects.filter(person=person, neighbourhood=neighbourhood)
    _check_new(mine.filter(words=words).exists())
    check_room(mine.count())
    return Gift.objects.create(
        neighbourhood=neighbourhood,
        person=person,
        kind=kind,
        words=words,
        language=language if language in LANGUAGES else "nl",
        width=width,
        until=until,
        tokens=tokens_of(words),
        made_at=at,
    )


def _on_paper(by: Viewer, neighbourhood: Neighbourhood, person: Person) -> Person:
    """Somebody without an account who is written down here, ours alone until the deed is done."""
    by.must("gift.enter", neighbourhood.key)
    person = _there(Person.objects.filter(pk=person.pk))
    if person.account_id is not None or not person.roles.filter(neighbourhood=neighbourhood).exists():
        raise Refused("power.not_yours")
    return person


def _there(some: QuerySet[Person]) -> Person:
    """Somebody, ours alone until the deed is done, so that two gifts at once are counted one after the other."""
    found = some.select_for_update().first()
    if found is None:
        raise Refused("people.forgotten")
    return found


def _mine(by: Viewer, gift: Gift) -> Gift:
    """The gift as it is now, ours alone until the deed is done; only whose it is gets this far, and for
    somebody without an account a host or builder."""
    found = alone(Gift.objects.select_related("neighbourhood", "person"), gift.pk)
    if found is None:
        raise Refused("gifts.gone")
    where = found.neighbourhood.key
    if not (found.person.account_id is None and by.may("gift.enter", where)):
        by.must("gift.own", where, concerned=by.person == found.person.key)
    return found


def _check_new(have: bool) -> None:
    if have:
        raise Refused("gifts.have_it_already")


def _tell(kind: Kind, by: Viewer, gift: Gift, at: datetime) -> Moment:
    return record(kind, neighbourhood=gift.neighbourhood.key, at=at, who=by.person, about=gift.key)
