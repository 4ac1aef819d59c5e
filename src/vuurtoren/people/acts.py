"""What people do about themselves and each other: arrive, be entered on paper, change, hold a role, be forgotten."""

from datetime import date, datetime, time, timedelta
from hashlib import sha256
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from vuurtoren.journal.acts import record
from vuurtoren.journal.alone import all_alone, alone
from vuurtoren.journal.models import Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.language import LANGUAGES, Refused
from vuurtoren.people import moments
from vuurtoren.people.models import Account, Consent, Institution, Person, RoleHeld, SignInLink, Work
from vuurtoren.people.rules import (
    ROLE_LASTS,
    Role,
    Viewer,
    check_consent,
    check_name,
    check_together,
    check_weeks,
    check_work_over,
    last_day_of_all,
)
from vuurtoren.places.models import Neighbourhood, Place

LINK_LASTS = timedelta(minutes=10)


@transaction.atomic
def arrive(
    by: Viewer, account: Account, neighbourhood: Neighbourhood, *, called: str, language: str, at: datetime
) -> Moment:
    """Somebody who signed in says what to be called and where they live; arriving twice is arriving once."""
    by.must("person.arrive", neighbourhood.key, concerned=True)
    called, language = check_name(called), _known(language)
    if not Account.objects.select_for_update().filter(pk=account.pk).exists():
        raise Refused("people.forgotten")
    if by.person and not Person.objects.filter(account=account, key=by.person).exists():
        raise Refused("power.not_yours")
    person, _ = Person.objects.get_or_create(
        account=account, defaults={"called": called, "language": language, "made_at": at}
    )
    _hold(person, neighbourhood, Role.RESIDENT, at)
    return record(moments.ARRIVED, neighbourhood=neighbourhood.key, at=at, who=person.key, about=person.key)


@transaction.atomic
def enter(
    by: Viewer,
    neighbourhood: Neighbourhood,
    *,
    called: str,
    language: str,
    how: str,
    given_on: date,
    until: date,
    at: datetime,
) -> Moment:
    """A host writes down somebody without an account, who said yes on paper, by phone or in person."""
    by.must("person.enter", neighbourhood.key)
    check_consent(given_on, until, timezone.localdate(at))
    person = Person.objects.create(
        called=check_name(called),
        language=_known(language),
        entered_by=Person.objects.filter(key=by.somebody()).first(),
        made_at=at,
    )
    Consent.objects.create(person=person, how=how, given_on=given_on, until=until)
    _hold(person, neighbourhood, Role.RESIDENT, at, until=_end_of(until))
    return record(
        moments.ENTERED, neighbourhood=neighbourhood.key, at=at, who=by.person, about=person.key, how=how
    )


@transaction.atomic
def change_self(
    by: Viewer,
    person: Person,
    neighbourhood: Neighbourhood,
    *,
    called: str,
    language: str,
    home: Place | None,
    at: datetime,
) -> Moment:
    """Change what one is called, reads, and which street is one's own."""
    by.must("self.profile", neighbourhood.key, concerned=by.person == person.key)
    if home and home.neighbourhood_id != neighbourhood.pk:
        raise Refused("power.not_yours")
    person = _there(person)
    person.called, person.language, person.home = check_name(called), _known(language), home
    person.save(update_fields=["called", "language", "home"])
    return record(
        moments.CHANGED_SELF,
        neighbourhood=neighbourhood.key,
        at=at,
        who=by.person,
        about=person.key,
        language=person.language,
    )


@transaction.atomic
def withdraw_consent(by: Viewer, person: Person, neighbourhood: Neighbourhood, *, at: datetime) -> Moment:
    """A yes is taken back: whoever has no account is forgotten with it, since nothing else keeps them here."""
    person = _concerning(by, person, neighbourhood)
    person.consents.filter(withdrawn_at=None).update(withdrawn_at=at)
    moment = record(
        moments.CONSENT_WITHDRAWN, neighbourhood=neighbourhood.key, at=at, who=by.person, about=person.key
    )
    if person.account_id is None:
        person.delete()
    return moment


@transaction.atomic
def renew_consent(
    by: Viewer, person: Person, neighbourhood: Neighbourhood, *, until: date, at: datetime
) -> Moment:
    """Somebody without an account says yes again, until another day."""
    person = _concerning(by, person, neighbourhood)
    today = timezone.localdate(at)
    check_consent(today, until, today)
    last = person.consents.order_by("-until").first()
    how = last.how if last else Consent.How.IN_PERSON
    Consent.objects.create(person=person, how=how, given_on=today, until=until)
    _hold(person, neighbourhood, Role.RESIDENT, at, until=_end_of(until))
    return record(
        moments.CONSENT_RENEWED, neighbourhood=neighbourhood.key, at=at, who=by.person, about=person.key
    )


@transaction.atomic
def forget(by: Viewer, person: Person, neighbourhood: Neighbourhood, *, at: datetime) -> Moment:
    """Forget a person for good: row, account, mail address and roles go; the journal keeps a key that is nobody's."""
    by.must("self.profile", neighbourhood.key, concerned=by.person == person.key)
    person = _there(person)
    moment = record(moments.LEFT, neighbourhood=neighbourhood.key, at=at, who=person.key, about=person.key)
    account = person.account
    person.delete()
    if account:
        account.delete()
    return moment


@transaction.atomic
def forget_ended(by: Viewer, neighbourhood: Neighbourhood, *, at: datetime) -> tuple[Moment, ...]:
    """Whoever has no account, and said yes until a day that is over, is forgotten: nothing else keeps them here.

    A moment for each; a second time there is nobody left to forget. What they carried is settled by the night after it.
    """
    by.must("machine.night", neighbourhood.key)
    today = timezone.localdate(at)
    here = Person.objects.filter(account=None, roles__neighbourhood=neighbourhood, consents__until__lt=today)
    locked = Person.objects.select_for_update().filter(pk__in=here.values("pk")).order_by("pk")
    over = [one for one in locked if not one.consents.filter(until__gte=today).exists()]
    told = tuple(
        record(moments.CONSENT_ENDED, neighbourhood=neighbourhood.key, at=at, who=by.person, about=one.key)
        for one in over
    )
    Person.objects.filter(pk__in=[one.pk for one in over]).delete()
    return told


@transaction.atomic
def offer_role(
    by: Viewer, person: Person, neighbourhood: Neighbourhood, *, role: Role, at: datetime
) -> Moment:
    """A board member proposes a role for somebody else; it holds once a second board member confirms it.

    Proposed for somebody who holds it, it is another year; until the second yes nothing changes for them.
    """
    _give(by, person, neighbourhood)
    if role is Role.RESIDENT:
        raise Refused("people.residents_arrive")
    person = _there(person)
    check_together(_roles(person, neighbourhood, at), role)
    alone = (
        by.person is None
    )  # at the machine there is nobody to ask: the first board must come from somewhere
    held = person.roles.filter(neighbourhood=neighbourhood, role=role.value).first()
    if held and not alone and held.holds(at):
        held.renewal_by = by.person
        held.save(update_fields=["renewal_by"])
    else:
        _hold(person, neighbourhood, role, at, confirmed=alone, given_by=by)
    kind = moments.ROLE_GIVEN if alone else moments.ROLE_OFFERED
    return record(
        kind, neighbourhood=neighbourhood.key, at=at, who=by.person, about=person.key, role=role.value
    )


@transaction.atomic
def confirm_role(by: Viewer, held: RoleHeld, *, at: datetime) -> Moment:
    """A second board member says yes to a role that another one proposed and still stands behind."""
    by.must("role.give", held.neighbourhood.key)
    held = _held(held)
    _give(by, held.person, held.neighbourhood)
    asked_by = held.asked_by
    if asked_by is None:
        raise Refused("people.nothing_to_confirm")
    if asked_by == by.person:
        raise Refused("people.second_person_needed")
    if not _on_the_board(asked_by, held.neighbourhood, at):
        raise Refused("people.asker_left")
    check_together(_roles(held.person, held.neighbourhood, at), Role(held.role))
    held.since = held.since if held.confirmed_at else at
    held.until = _lasts(held.person, held.neighbourhood, Role(held.role), at)
    held.confirmed_at, held.given_by, held.renewal_by = at, asked_by, None
    held.save()
    return _role_moment(moments.ROLE_GIVEN, by, held, at)


@transaction.atomic
def end_role(by: Viewer, held: RoleHeld, *, at: datetime) -> Moment:
    """Put down a role of one's own, at any time. Nobody on the board takes one away from another alone.

    Whoever works here leaves instead (`stay.announce_leaving`, which may be today): the role ends with the last day.
    """
    if by.person is None or by.person != held.person.key:
        _give(by, held.person, held.neighbourhood)
        if by.person:
            raise Refused("people.second_person_needed")
    work = _last_days(held.person, held.neighbourhood)  # locked before the role, as in `stay`
    held = _held(held)
    check_work_over(Role(held.role), work, timezone.localdate(at))
    moment = _role_moment(moments.ROLE_ENDED, by, held, at)
    held.delete()
    return moment


@transaction.atomic
def institution_came(
    by: Viewer,
    neighbourhood: Neighbourhood,
    *,
    name: str,
    phone: str = "",
    mail: str = "",
    cleans: bool = False,
    at: datetime,
) -> Moment:
    """An institution that works for the neighbourhood is written down, with how to reach its team."""
    by.must("professional.come", neighbourhood.key)
    came = Institution.objects.create(
        neighbourhood=neighbourhood, name=check_name(name), phone=phone, mail=mail, cleans=cleans
    )
    return record(
        moments.INSTITUTION_CAME, neighbourhood=neighbourhood.key, at=at, who=by.person, about=came.key
    )


@transaction.atomic
def publish_term(by: Viewer, institution: Institution, *, weeks: int, at: datetime) -> Moment:
    """An institution says for all to see within how many weeks it decides on a challenge. What was sent keeps its day."""
    by.must("professional.come", institution.neighbourhood.key)
    institution.answers_within = check_weeks(weeks)
    institution.save(update_fields=["answers_within"])
    return record(
        moments.TERM_PUBLISHED,
        neighbourhood=institution.neighbourhood.key,
        at=at,
        who=by.person,
        about=institution.key,
        weeks=weeks,
    )


@transaction.atomic
def work_began(by: Viewer, person: Person, institution: Institution, *, since: date, at: datetime) -> Moment:
    """A professional works for an institution in this neighbourhood since a day."""
    by.must("professional.come", institution.neighbourhood.key)
    person = _there(person)
    check_together(_roles(person, institution.neighbourhood, at), Role.WORKER)
    Work.objects.create(person=person, institution=institution, since=since)
    _hold(person, institution.neighbourhood, Role.WORKER, at)
    return record(
        moments.WORK_BEGAN,
        neighbourhood=institution.neighbourhood.key,
        at=at,
        who=by.person,
        about=person.key,
        institution=institution.key,
    )


@transaction.atomic
def engage(
    by: Viewer,
    account: Account,
    institution: Institution,
    *,
    called: str,
    language: str,
    since: date,
    at: datetime,
) -> Moment:
    """A professional who does not live here comes in: a person, and the work that brings them."""
    by.must("professional.come", institution.neighbourhood.key)
    person, _ = Person.objects.get_or_create(
        account=account,
        defaults={"called": check_name(called), "language": _known(language), "made_at": at},
    )
    return work_began(by, person, institution, since=since, at=at)


@transaction.atomic
def make_link(
    by: Viewer, person: Person, neighbourhood: Neighbourhood, *, token: str, at: datetime
) -> Moment:
    """Keep the hash of a sign-in link for a person with an account; it works once, for ten minutes."""
    by.must("machine.link", neighbourhood.key)
    person = _there(person)
    if person.account is None:
        raise Refused("people.no_account")
    SignInLink.objects.create(account=person.account, token_hash=hashed(token), expires_at=at + LINK_LASTS)
    return record(moments.LINK_MADE, neighbourhood=neighbourhood.key, at=at, who=by.person, about=person.key)


@transaction.atomic
def use_link(token: str, *, at: datetime) -> tuple[Account, Moment]:
    """Take a link in return for signing in. A second time, or too late, it is refused with how to get a new one."""
    link = SignInLink.objects.select_for_update().filter(token_hash=hashed(token)).first()
    if link is None or link.used_at or link.expires_at < at or not link.account.is_active:
        raise Refused("people.link_over")
    held = RoleHeld.objects.filter(person__account=link.account).select_related("neighbourhood", "person")
    first = held.order_by("id").first()
    if first is None:
        raise Refused("people.link_over")
    link.used_at = at
    link.save(update_fields=["used_at"])
    moment = record(moments.LINK_USED, neighbourhood=first.neighbourhood.key, at=at, who=first.person.key)
    return link.account, moment


def hashed(token: str) -> str:
    """What is kept of a token: its SHA-256, in hex."""
    return sha256(token.encode()).hexdigest()


def _hold(
    person: Person,
    neighbourhood: Neighbourhood,
    role: Role,
    at: datetime,
    *,
    until: datetime | None = None,
    confirmed: bool = True,
    given_by: Viewer | None = None,
) -> None:
    """Write a role down; a resident stays one, every other role ends after a year unless renewed."""
    ends = until or _lasts(person, neighbourhood, role, at)
    RoleHeld.objects.update_or_create(
        person=person,
        neighbourhood=neighbourhood,
        role=role.value,
        defaults={
            "since": at,
            "until": ends,
            "confirmed_at": at if confirmed else None,
            "given_by": given_by.person if given_by else None,
            "renewal_by": None,
        },
    )


def _lasts(person: Person, neighbourhood: Neighbourhood, role: Role, at: datetime) -> datetime | None:
    """Until when a role holds that is given now: a year; a professional's no longer than the last day of their work."""
    if role is Role.RESIDENT:
        return None
    last = (
        last_day_of_all(_last_days(person, neighbourhood), timezone.localdate(at))
        if role is Role.WORKER
        else None
    )
    return min(at + ROLE_LASTS, _end_of(last)) if last else at + ROLE_LASTS


def _last_days(person: Person, neighbourhood: Neighbourhood) -> list[date | None]:
    """Until when somebody works here, for each of their work; locked until the deed is done."""
    work = Work.objects.filter(person=person, institution__neighbourhood=neighbourhood)
    return [one.until for one in all_alone(work)]


def _end_of(day: date) -> datetime:
    """A role that hangs on a consent holds up to and with its last day, never longer, whenever it was written down."""
    return timezone.make_aware(datetime.combine(day + timedelta(days=1), time()))


def _roles(person: Person, neighbourhood: Neighbourhood, at: datetime) -> set[Role]:
    held = person.roles.select_for_update().filter(neighbourhood=neighbourhood)
    return {Role(one.role) for one in held if one.until is None or one.until > at}


def _give(by: Viewer, person: Person, neighbourhood: Neighbourhood) -> None:
    by.must("role.give", neighbourhood.key)
    if by.person == person.key:
        raise Refused("people.not_to_oneself")


def _concerning(by: Viewer, person: Person, neighbourhood: Neighbourhood) -> Person:
    """Consent is renewed or withdrawn by the person, or, for somebody without an account, by a host or builder here."""
    by.must("person.consent", neighbourhood.key, concerned=by.person == person.key)
    person = _there(person)
    mine = by.person == person.key
    if (
        not (mine or person.account_id is None)
        or not person.roles.filter(neighbourhood=neighbourhood).exists()
    ):
        raise Refused("power.not_yours")
    return person


def _there(person: Person) -> Person:
    """The person as they are now, ours alone until the deed is done; whoever was forgotten is not there any more."""
    found = Person.objects.select_for_update().filter(pk=person.pk).first()
    if found is None:
        raise Refused("people.forgotten")
    return found


def _held(held: RoleHeld) -> RoleHeld:
    """The role as it is now, ours alone until the deed is done."""
    found = alone(RoleHeld.objects.select_related("person", "neighbourhood"), held.pk)
    if found is None:
        raise Refused("people.role_gone")
    return found


def _on_the_board(key: UUID, neighbourhood: Neighbourhood, at: datetime) -> bool:
    """Does whoever proposed something still sit on the board, which gives the roles?"""
    held = RoleHeld.objects.filter(person__key=key, neighbourhood=neighbourhood, role=Role.BOARD.value)
    return any(one.holds(at) for one in held)


def _role_moment(kind: Kind, by: Viewer, held: RoleHeld, at: datetime) -> Moment:
    return record(
        kind,
        neighbourhood=held.neighbourhood.key,
        at=at,
        who=by.person,
        about=held.person.key,
        role=held.role,
    )


def _known(language: str) -> str:
    if language not in LANGUAGES:
        raise Refused("people.language_unknown")
    return language
