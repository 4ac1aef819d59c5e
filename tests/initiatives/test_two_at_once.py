"""Two at one moment, in threads of their own: one after the other, with a clear word for who was second."""

from functools import partial

import pytest
from django.utils import timezone

from tests.care.test_two_at_once import at_once
from tests.initiatives.makers import a_start
from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from tests.stay.makers import work_of
from tests.trouble.killing import journal_is_whole
from vuurtoren.initiatives import acts
from vuurtoren.initiatives.models import Question, Role
from vuurtoren.initiatives.rules import Part

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("turn", range(3))]


def test_a_question_is_answered_while_it_is_not_needed_any_more(turn: int) -> None:
    here = a_neighbourhood()
    joris, bram = a_person(here), a_worker(here)
    work = work_of(bram)
    acts.ask(
        seen_as(joris),
        a_start(joris, here),
        kind="money",
        cents=100_00,
        words="Een pan",
        institution=work.institution,
        of=work,
        at=NOW,
    )
    question = Question.objects.get()
    said = at_once(
        partial(acts.answer_question, seen_as(bram), question, answer="yes", at=NOW),
        partial(acts.withdraw_question, seen_as(joris), question, at=NOW),
    )
    assert sorted(said) == ["done", "initiatives.question_moved_on"]
    assert Question.objects.get().state in ("yes", "withdrawn")
    journal_is_whole()


def test_two_claim_a_role_that_nobody_has(turn: int) -> None:
    here = a_neighbourhood()
    joris = a_person(here)
    acts.make_role(seen_as(joris), a_start(joris, here), name="Sleutel", mine=False, at=NOW)
    role = Role.objects.get()
    said = at_once(*(partial(acts.claim_role, seen_as(a_person(here)), role, at=NOW) for _ in range(2)))
    assert sorted(said) == ["done", "initiatives.part_moved_on"]
    assert Role.objects.get().passing.on(timezone.localdate(NOW)).part is Part.HELD
    journal_is_whole()
