"""Decisions of the floors above name the principles they lean on, in their own transaction."""

from datetime import timedelta
from typing import Any

import pytest

from tests.initiatives.makers import a_start
from tests.light.makers import adopted, excepted
from tests.makers import NOW, a_neighbourhood, a_person, a_place, a_worker, seen_as
from tests.response.makers import at_noon, dirty, night, streets
from vuurtoren.care import acts as care
from vuurtoren.care.models import Dossier, HandOver
from vuurtoren.initiatives import acts as initiatives
from vuurtoren.initiatives.models import Question
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.light.acts import lean_on
from vuurtoren.light.models import Excepted, Leaning
from vuurtoren.light.queries import leaned_on, leanings_of, principle_seen
from vuurtoren.people.models import Institution
from vuurtoren.people.rules import Role
from vuurtoren.power.queries import visitor
from vuurtoren.response import acts as response
from vuurtoren.response.models import PlanLine

pytestmark = pytest.mark.django_db
TODAY = NOW.date()


def a_question(here: Any, worker: Any) -> Question:
    sem = a_person(here)
    initiatives.ask(
        seen_as(sem),
        a_start(sem, here),
        kind="place",
        words="Een schuur",
        institution=Institution.objects.get(neighbourhood=here),
        of=worker.work.get(),
        at=NOW,
    )
    return Question.objects.latest("pk")


def test_an_answer_to_a_question_leans_on_principles_and_a_new_answer_names_anew() -> None:
    here = a_neighbourhood()
    bram, first, second = a_worker(here), adopted(here), adopted(here, "Samen delen")
    question = a_question(here, bram)
    initiatives.answer_question(
        seen_as(bram), question, answer="no", reason="Nog niet", leans_on=[first], at=NOW
    )
    assert [one.words for one in leaned_on(visitor(), here, [question.key])[question.key]] == ["Eerst vragen"]
    initiatives.answer_question(seen_as(bram), question, answer="yes", leans_on=[second], at=NOW)
    assert [one.words for one in leaned_on(visitor(), here, [question.key])[question.key]] == ["Samen delen"]
    assert principle_seen(visitor(), first, TODAY).leaned == 0
    assert [(one.kind, one.about) for one in leanings_of(visitor(), second)] == [("question", question.key)]


def test_an_answer_to_a_challenge_leans_on_principles() -> None:
    here = a_neighbourhood()
    bram, one = a_worker(here), adopted(here)
    asked = a_challenge_with_its_dossier(here)
    care.answer_dossier(
        seen_as(bram), asked, said="no", reasons="De kabels", talk_to="Bram", leans_on=[one], at=NOW
    )
    (leaning,) = leanings_of(visitor(), one)
    assert (leaning.kind, leaning.about) == ("challenge", asked.key)


def test_changing_the_plan_by_hand_leans_on_principles() -> None:
    here = a_neighbourhood()
    bram, one = a_worker(here), adopted(here)
    by = seen_as(a_person(here))
    for place in streets(here, 3):
        dirty(by, place)
    plan = night(here)
    line = plan.lines.first() or pytest.fail("nothing on the plan")
    response.take_off(seen_as(bram), line, reason="Is schoon", leans_on=[one], at=at_noon(16))
    place = a_place(here)
    response.put_on(seen_as(bram), plan, place, crew=None, reason="Markt", leans_on=[one], at=at_noon(16))
    put = PlanLine.objects.get(place=place)
    assert {(some.kind, some.about) for some in leanings_of(visitor(), one)} == {
        ("plan", line.key),
        ("plan", put.key),
    }


def test_an_exception_leans_on_other_principles_than_its_own() -> None:
    here = a_neighbourhood()
    amina, one, other = a_person(here, Role.HOST), adopted(here), adopted(here, "Samen delen")
    made = excepted(amina, one, leans_on=[other])
    assert [(some.kind, some.about) for some in leanings_of(visitor(), other)] == [("exception", made.key)]
    with pytest.raises(Refused, match=r"light\.leans_on_itself"):
        excepted(amina, one, leans_on=[one])
    assert Excepted.objects.count() == 1


def test_a_decision_that_is_refused_leans_on_nothing() -> None:
    here, there = a_neighbourhood(), a_neighbourhood("Elders")
    bram, elsewhere, one = a_worker(here), adopted(there), adopted(here)
    question = a_question(here, bram)
    with pytest.raises(Refused, match=r"light\.principle_gone"):
        initiatives.answer_question(seen_as(bram), question, answer="yes", leans_on=[one, elsewhere], at=NOW)
    with pytest.raises(Refused, match=r"initiatives\.reason_missing"):
        initiatives.answer_question(seen_as(bram), question, answer="no", leans_on=[one], at=NOW)
    assert not Leaning.objects.exists()
    question.refresh_from_db()
    assert question.state == "open"


def test_each_principle_leaned_on_is_told_once_and_names_nobody() -> None:
    here = a_neighbourhood()
    bram, one = a_worker(here), adopted(here)
    question = a_question(here, bram)
    for answer in ("no", "yes_if"):
        initiatives.answer_question(
            seen_as(bram), question, answer=answer, reason="Zo", leans_on=[one], at=NOW
        )
    (told,) = Moment.objects.filter(book__key=here.key, kind="light.leaned_on")
    assert (told.who, told.about, told.what) == (None, one.key, {"decision": "question"})


@pytest.mark.django_db(transaction=True)
def test_leaning_is_written_within_a_decision_only() -> None:
    here = a_neighbourhood()
    with pytest.raises(RuntimeError):
        lean_on(here, kind="plan", about=here.key, principles=[], at=NOW)


def a_challenge_with_its_dossier(here: Any) -> HandOver:
    """Sent to the city, as neighbours wrote it."""
    place = a_place(here)
    person = a_person(here)
    care.join(seen_as(person), place, at=NOW)
    care.challenge(
        seen_as(person), place, to_step=4, stop_grade="B", stop_steps=2, after_stop="ask", overlap_days=14, at=NOW
    )  # fmt: skip
    asked = HandOver.objects.get(task__place=place)
    Dossier.objects.create(
        task=asked.task, hand_over=asked, begun_at=NOW, sent_at=NOW, until=TODAY + timedelta(days=400)
    )
    return asked
