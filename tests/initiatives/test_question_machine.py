"""A question lived through at random: two sides answer at once and time passes; what holds after every step is a law."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from tests.initiatives.makers import a_start
from tests.makers import NOW, a_neighbourhood, a_person, a_worker, seen_as
from tests.stay.makers import work_of
from vuurtoren.initiatives import acts, queries
from vuurtoren.initiatives.models import Question
from vuurtoren.initiatives.rules import KINDS, Asked, answers, term_of
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book
from vuurtoren.language import Refused
from vuurtoren.power.queries import visitor

BY_PEOPLE = [one.value for one in Asked if one is not Asked.NO_OBJECTION]


class Asking(RuleBasedStateMachine):
    """One question of a kind, two neighbours who may drop it, two professionals who may answer it."""

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.at: datetime = NOW

    def teardown(self) -> None:
        if hasattr(self, "here"):
            assert verify_book(self.here.key).broken is None
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @initialize(kind=st.sampled_from(KINDS))
    def asks(self, kind: str) -> None:
        self.here, self.kind = a_neighbourhood(), kind
        joris, noor = a_person(self.here), a_person(self.here)
        self.workers = [a_worker(self.here), a_worker(self.here)]
        one = a_start(joris, self.here)
        acts.join_in(seen_as(noor), one, at=NOW)
        work = work_of(self.workers[0])
        acts.ask(
            seen_as(joris),
            one,
            kind=kind,
            words="Een schuur",
            institution=work.institution,
            of=work,
            cents=100_00 if kind == "money" else None,
            at=NOW,
        )
        self.question = Question.objects.get(initiative=one)
        self.people = [joris, noor]
        self.expected = Asked.OPEN

    @rule(days=st.integers(1, 90))
    def time_passes(self, days: int) -> None:
        self.at += timedelta(days=days)

    @rule(answer=st.sampled_from(BY_PEOPLE), who=st.integers(0, 1), reason=st.sampled_from(["", "Daarom"]))
    def somebody_answers(self, answer: str, who: int, reason: str) -> None:
        now, by = self._now(), seen_as(self.workers[who])
        side = queries.side_of(by, self._question(), timezone.localdate(self.at))
        then = Asked(answer)
        may = side.answers and then in answers(self.kind, now)
        may = may and (bool(reason) or then in (Asked.YES, Asked.FINE))
        done = self._tries(
            lambda: acts.answer_question(by, self.question, answer=answer, reason=reason, at=self.at)
        )
        assert done == may
        if done:
            self.expected = then

    @rule(who=st.integers(0, 1), first=st.booleans())
    def both_sides_at_once(self, who: int, first: bool) -> None:
        """A yes and 'not needed any more' cross: exactly one of them is done while it waits for both."""
        yes = "fine" if self.kind == "told" else "yes"
        by, worker = seen_as(self.people[who]), seen_as(self.workers[0])
        now = self._now()
        side = queries.side_of(worker, self._question(), timezone.localdate(self.at))
        deeds = [
            (Asked(yes), lambda: acts.answer_question(worker, self.question, answer=yes, at=self.at)),
            (Asked.WITHDRAWN, lambda: acts.withdraw_question(by, self.question, at=self.at)),
        ]
        done = [then for then, deed in (deeds if first else deeds[::-1]) if self._tries(deed)]
        assert len(done) <= 1
        if now is Asked.OPEN:
            assert len(done) == 1 or (not side.answers and not done)
        if done:
            self.expected = done[0]

    @rule(who=st.integers(0, 1), yes=st.booleans())
    def somebody_takes_it_on(self, who: int, yes: bool) -> None:
        self._tries(lambda: acts.take_on(seen_as(self.workers[who]), self.question, yes=yes, at=self.at))

    @rule(who=st.integers(0, 1), to=st.sampled_from([0, 1, None]))
    def somebody_passes_it_on(self, who: int, to: int | None) -> None:
        work = None if to is None else work_of(self.workers[to])
        self._tries(lambda: acts.give_on(seen_as(self.workers[who]), self.question, to=work, at=self.at))

    @invariant()
    def only_people_made_it_what_it_is(self) -> None:
        if hasattr(self, "question"):
            assert self._question().kept is self.expected
            today = timezone.localdate(self.at)
            assert queries.question_seen(visitor(), self._question(), today).state is self._now()

    @invariant()
    def silence_is_never_yes_and_the_debt_is_what_waits(self) -> None:
        if not hasattr(self, "question"):
            return
        today = timezone.localdate(self.at)
        owed = queries.debt_of(visitor(), self.here, today)
        waits = self.kind != "told" and self.expected is Asked.OPEN
        assert len(owed) == int(waits)
        if waits:
            over = (today - timezone.localdate(NOW) - term_of(self.kind)).days
            assert owed[0].days == max(0, over)
            assert owed[0].late + owed[0].very_late == int(over > 0)

    @invariant()
    def somebody_can_always_go_on_with_what_waits(self) -> None:
        if hasattr(self, "question") and self._now() is Asked.OPEN:
            today = timezone.localdate(self.at)
            sides = [queries.side_of(seen_as(one), self._question(), today) for one in self.workers]
            assert any(one.answers or one.left for one in sides)

    def _question(self) -> Question:
        return Question.objects.select_related(
            "initiative__neighbourhood", "institution", "owner", "asked_of"
        ).get(pk=self.question.pk)

    def _now(self) -> Asked:
        """Where it stands, told here without asking the rules: what people made of it, and 'no objection' of silence."""
        over = timezone.localdate(self.at) > timezone.localdate(NOW) + term_of(self.kind)
        silent = over and self.kind == "told" and self.expected is Asked.OPEN
        return Asked.NO_OBJECTION if silent else self.expected

    def _tries(self, deed: Any) -> bool:
        """Done, with one moment; or refused, with none."""
        before = Moment.objects.count()
        try:
            deed()
        except Refused:
            assert Moment.objects.count() == before
            return False
        assert Moment.objects.count() == before + 1
        return True


@pytest.mark.django_db
def test_a_question_holds_its_laws_whatever_two_sides_and_time_do() -> None:
    run_state_machine_as_test(
        Asking,
        settings=settings(
            max_examples=30, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
