"""Three neighbours write one challenge, each on a page that saves by itself, in any order: nobody's words are lost."""

from dataclasses import dataclass
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone
from hypothesis import HealthCheck, Phase, event, given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from tests.care.makers import LATER, a_carrier
from tests.makers import a_neighbourhood, a_person, a_place
from vuurtoren.care import acts, queries
from vuurtoren.care.acts import Written
from vuurtoren.care.models import DossierAnswer, DossierBeside
from vuurtoren.care.together import Choice, Fate, fate, mark
from vuurtoren.journal.acts import once
from vuurtoren.journal.models import Moment
from vuurtoren.journal.queries import verify_book

words = st.text(max_size=6)
writers = st.integers(0, 2)
questions = st.sampled_from(("now", "own"))


@pytest.mark.pure
@given(words, words, words)
def test_nothing_is_written_over_that_was_not_there_when_one_began(
    before: str, mine: str, newest: str
) -> None:
    before, mine, newest = before.strip(), mine.strip(), newest.strip()
    becomes = fate(mark(before), mine, newest)
    assert (becomes is Fate.WRITTEN) == (mine not in (before, newest) and newest == before)
    assert (becomes is Fate.BESIDE) == (mine not in (before, newest) and newest != before)


@dataclass
class Field:
    """One question on an open page: the words in the box, the mark that goes with them, and what is shown beside."""

    words: str
    had: str
    theirs: str | None = None


@dataclass
class Page:
    """What somebody has open. `sent`: the last that went, to go once more by a bad connection."""

    fields: dict[str, Field]
    sent: tuple[str, dict[str, Written]] | None = None


class Dossier(RuleBasedStateMachine):
    """Pages are opened, typed on, saved, sent once more; days pass. The page is as keep.js makes it."""

    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.here = a_neighbourhood()
        self.place = a_place(self.here)
        self.by = [a_carrier(a_person(self.here), self.place) for _ in range(3)]
        self.at, self.number = LATER, 0
        self.pages: dict[int, Page] = {}
        self.shown: list[dict[str, set[str]]] = [{"now": {""}, "own": {""}} for _ in self.by]
        self.kept: dict[tuple[int, str], str] = {}
        """The last words of each writer to a question that the house said it had."""

    def teardown(self) -> None:
        assert verify_book(self.here.key).broken is None
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @rule(who=writers)
    def open(self, who: int) -> None:
        seen = self.seen(who)
        self.pages[who] = Page({one: self.shows(who, one, seen) for one in ("now", "own")})

    @rule(who=writers, question=questions, cut=st.booleans())
    def open_type_and_save(self, who: int, question: str, cut: bool) -> None:
        """The usual way; single steps alone would seldom meet."""
        self.open(who)
        self.type(who, question, cut)
        self.save(who, "")

    @rule(who=writers, question=questions, choice=st.sampled_from(["", "", *Choice]))
    def type_and_save(self, who: int, question: str, choice: str) -> None:
        """On the page as it was left open, whatever others did meanwhile."""
        self.type(who, question, False)
        self.save(who, choice)

    @rule(who=writers, question=questions, cut=st.booleans())
    def type(self, who: int, question: str, cut: bool) -> None:
        if page := self.pages.get(who):
            self.number += 1
            box = page.fields[question]
            box.words = f"{'' if cut else box.words} w{self.number}".strip()

    @rule(who=writers, choice=st.sampled_from(["", "", *Choice]))
    def save(self, who: int, choice: str) -> None:
        if page := self.pages.get(who):
            self.number += 1
            given = {one: self.sends(box, choice) for one, box in page.fields.items()}
            page.sent = (f"key{self.number}", given)
            self.goes(who, *page.sent)
            self.answered(who, page)

    @rule(who=writers)
    def the_same_goes_once_more(self, who: int) -> None:
        if (page := self.pages.get(who)) and page.sent:
            before = self.rows()
            self.goes(who, *page.sent, again=True)
            assert self.rows() == before

    @rule(minutes=st.sampled_from([1, 40, 24 * 60]))
    def time_passes(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)

    @invariant()
    def words_that_were_kept_are_there_until_who_wrote_them_writes_otherwise(self) -> None:
        for (who, question), words in self.kept.items():
            texts = DossierAnswer.objects.filter(question=question).values_list("words", flat=True)
            assert words in {"", *texts, self.seen(who).beside.get(question)}

    @invariant()
    def the_journal_tells_it_once_a_person_a_day(self) -> None:
        told = Moment.objects.filter(kind="care.dossier_written").values_list("who", "at")
        days = [(who, timezone.localdate(at)) for who, at in told]
        assert len(days) == len(set(days))
        event(f"texts that wait: {min(2, DossierBeside.objects.count())}")

    def seen(self, who: int) -> queries.DossierSeen:
        found = queries.dossier_at(self.by[who], self.place)
        assert found is not None
        return found

    def shows(self, who: int, question: str, seen: queries.DossierSeen) -> Field:
        self.shown[who][question].add(seen.words(question))
        return Field(*seen.to_write(question), seen.words(question) if question in seen.beside else None)

    def sends(self, box: Field, choice: str) -> Written:
        choice = choice if box.theirs is not None else ""
        had = mark(box.theirs or "") if choice == Choice.MINE else box.had
        return Written(box.words, had, choice)

    def goes(self, who: int, key: str, given: dict[str, Written], again: bool = False) -> None:
        before = self.seen(who)
        by = self.by[who]
        once(key, by.person, lambda: acts.write_dossier(by, self.place, given=given, at=self.at))
        after = self.seen(who)
        for question, one in given.items() if not again else ():
            if after.words(question) != before.words(question):
                assert (
                    before.words(question) in self.shown[who][question]
                )  # nobody writes over what they never saw
            if one.choice == Choice.THEIRS:
                self.kept.pop((who, question), None)
            elif mark(one.words) == one.had:
                assert after.words(question) == before.words(
                    question
                )  # what I left alone is as others wrote it
            else:
                self.kept[who, question] = one.words

    def answered(self, who: int, page: Page) -> None:
        """What a page on which nobody typed meanwhile takes from the answer."""
        seen = self.seen(who)
        page.fields = {one: self.shows(who, one, seen) for one in page.fields}

    def rows(self) -> list[list[tuple[object, ...]]]:
        return [
            list(one.objects.order_by("pk").values_list()) for one in (DossierAnswer, DossierBeside, Moment)
        ]


@pytest.mark.django_db
def test_words_of_three_who_write_at_once_are_never_lost_unseen() -> None:
    run_state_machine_as_test(
        Dossier,
        settings=settings(
            max_examples=20,
            stateful_step_count=30,
            deadline=None,
            phases=(Phase.explicit, Phase.generate),  # shrinking on a database takes ten minutes
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
        ),
    )
