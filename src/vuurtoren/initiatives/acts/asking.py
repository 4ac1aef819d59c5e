"""Ask an institution for room, or tell it what happens; take it on, pass it on, answer it; and ask no more."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.initiatives import moments
from vuurtoren.initiatives.acts.common import locked, myself, of_its_people, tell, touch
from vuurtoren.initiatives.models import Initiative, Question
from vuurtoren.initiatives.queries import Side, side_of
from vuurtoren.initiatives.rules import Asked, Hand, check_answer, check_question, stands, term_of
from vuurtoren.journal.alone import alone
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.light.acts import lean_on
from vuurtoren.light.models import Principle
from vuurtoren.people.models import Institution, Work
from vuurtoren.people.rules import Viewer
from vuurtoren.stay.queries import colleagues


@transaction.atomic
def ask(
    by: Viewer,
    initiative: Initiative,
    *,
    kind: str,
    words: str,
    institution: Institution,
    of: Work | None = None,
    cents: int | None = None,
    at: datetime,
) -> Moment:
    """Ask for a permission or a means, or tell what happens. `of`: a professional who is asked to take it on; it is the
    team's until they do. `cents`: how much, where money is asked. The date is the published term of its kind."""
    now, today = of_its_people(by, initiative), timezone.localdate(at)
    if institution.neighbourhood_id != now.neighbourhood.pk:
        raise Refused("initiatives.institution_gone")
    words = check_question(kind, words, now.questions.filter(state=Asked.OPEN.value).count(), cents)
    asked_of = _colleague(by, now, institution, of, today) if of else None
    Question.objects.create(
        initiative=now,
        institution=institution,
        kind=kind,
        words=words,
        cents=cents,
        by=myself(by),
        asked_of=asked_of.person if asked_of else None,
        asked_on=today,
        due=today + term_of(kind),
    )
    touch(now, at)
    return tell(moments.ASKED, by, now, at, asked=kind)


@transaction.atomic
def answer_question(
    by: Viewer,
    question: Question,
    *,
    answer: str,
    reason: str = "",
    leans_on: Sequence[Principle] = (),
    at: datetime,
) -> Moment:
    """The institution says yes, yes if, no, fine or objects, with a reason that everybody reads; late is never too late.
    Whoever answers owns it. `leans_on`: principles that this answer leans on."""
    now, side, today = _ours(by, question, at)
    _must(by, now, side.answers)
    then, reason = check_answer(
        now.kind, stands(now.kind, now.kept, now.due, today), answer, Hand.INSTITUTION, reason
    )
    now.state, now.reason, now.answered_on = then.value, reason, today
    now.owner, now.asked_of = myself(by), None
    now.save(update_fields=["state", "reason", "answered_on", "owner", "asked_of"])
    lean_on(now.initiative.neighbourhood, kind="question", about=now.key, principles=leans_on, at=at)
    return tell(moments.ANSWERED, by, now.initiative, at, answer=then.value)


@transaction.atomic
def withdraw_question(by: Viewer, question: Question, *, at: datetime) -> Moment:
    """Not needed any more, says who asked. Who was answering it at that moment hears that it moved on, not that it is not
    theirs: so whom it was asked of stays."""
    now, side, today = _ours(by, question, at)
    by.must("initiative.tend", now.initiative.neighbourhood.key, concerned=side.asks)
    standing = stands(now.kind, now.kept, now.due, today)
    then, _ = check_answer(now.kind, standing, Asked.WITHDRAWN.value, Hand.RESIDENTS)
    now.state, now.answered_on = then.value, today
    now.save(update_fields=["state", "answered_on"])
    touch(now.initiative, at)
    return tell(moments.ASKED_NO_MORE, by, now.initiative, at)


@transaction.atomic
def take_on(by: Viewer, question: Question, *, yes: bool, at: datetime) -> Moment:
    """I take it on: of who is asked by name, and of any colleague where it is the team's. A no leaves it to the team."""
    now, side, today = _ours(by, question, at)
    _must(by, now, side.asked or (yes and side.colleague and (side.left or side.owns)))
    _check_waits(now, today)
    if side.owns:
        raise Refused("initiatives.yours_already")
    now.owner, now.asked_of = (myself(by), None) if yes else (now.owner, None)
    now.save(update_fields=["owner", "asked_of"])
    return tell(moments.TAKEN_ON, by, now.initiative, at, yes=yes)


@transaction.atomic
def give_on(by: Viewer, question: Question, *, to: Work | None, at: datetime) -> Moment:
    """Ask a colleague to take it on, or lay it back with the team (`to` empty). Its owner stays who it is until a yes."""
    now, side, today = _ours(by, question, at)
    _must(by, now, side.owns or side.leads)
    _check_waits(now, today)
    if to is None:
        now.owner, now.asked_of = None, None
    else:
        other = _colleague(by, now.initiative, now.institution, to, today)
        if now.owner == other.person:
            raise Refused("initiatives.has_it_already")
        now.asked_of = other.person
    now.save(update_fields=["owner", "asked_of"])
    return tell(moments.GIVEN_ON, by, now.initiative, at)


def _ours(viewer: Viewer, question: Question, at: datetime) -> tuple[Question, Side, date]:
    """The question as it is now, ours alone until the deed is done (its initiative is locked first, as everywhere here);
    and what this viewer is to it."""
    where = locked(question.initiative)
    found = alone(Question.objects.select_related("institution", "owner", "asked_of"), question.pk)
    if found is None:
        raise Refused("initiatives.question_gone")
    found.initiative = where
    today = timezone.localdate(at)
    return found, side_of(viewer, found, today), today


def _must(viewer: Viewer, now: Question, concerned: bool) -> None:
    viewer.must("question.own", now.initiative.neighbourhood.key, concerned=concerned)


def _check_waits(now: Question, today: date) -> None:
    if stands(now.kind, now.kept, now.due, today) is not Asked.OPEN:
        raise Refused("initiatives.question_moved_on")


def _colleague(
    viewer: Viewer, initiative: Initiative, institution: Institution, work: Work, today: date
) -> Work:
    """Somebody who works for this institution here and did not finish leaving."""
    found = colleagues(viewer, initiative.neighbourhood, today).filter(pk=work.pk, institution=institution)
    one = found.first()
    if one is None:
        raise Refused("initiatives.works_elsewhere")
    return one
