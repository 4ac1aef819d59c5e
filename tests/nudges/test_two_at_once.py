"""Two at one moment, in threads of their own: one after the other, with a clear word for who was second."""

from functools import partial

import pytest

from tests.care.test_two_at_once import at_once
from tests.makers import NOW, a_neighbourhood, a_person, seen_as
from tests.nudges.makers import SOON, again, decided, given, looked_back
from tests.trouble.killing import journal_is_whole
from vuurtoren.nudges import acts, queries
from vuurtoren.nudges.models import Nudge, Weighing
from vuurtoren.power.queries import visitor

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("turn", range(3))]


def test_a_nudge_is_taken_back_from_two_phones(turn: int) -> None:
    here = a_neighbourhood()
    mei = a_person(here)
    one = given(mei, here)
    said = at_once(*(partial(acts.take_back_nudge, seen_as(mei), one, at=NOW) for _ in range(2)))
    assert sorted(said) == ["done", "nudges.nudge_gone"]
    assert not Nudge.objects.exists()
    journal_is_whole()


def test_one_decides_again_while_one_looks_back(turn: int) -> None:
    here = a_neighbourhood()
    mei = a_person(here)
    one = decided(mei, here)
    again_ = {"stance": "not_now", "stop": "", "look_back_on": SOON}
    said = at_once(
        partial(acts.look_back, seen_as(mei), one, went="wrong", words="Eerst vragen", at=NOW),
        partial(acts.decide_weighing, seen_as(mei), one, at=NOW, **again_),
    )
    assert sorted(said) in (["done", "done"], ["done", "nudges.looked_back_already"])
    assert again(one).went == "wrong"
    journal_is_whole()


def test_words_of_another_come_while_it_is_taken_away(turn: int) -> None:
    here = a_neighbourhood()
    mei, joris = a_person(here), a_person(here)
    one = looked_back(mei, here, joris)
    said = at_once(
        partial(acts.write_lesson, seen_as(joris), one, words="Ik schrok", yes=True, at=NOW),
        partial(acts.drop_weighing, seen_as(mei), one, at=NOW),
    )
    assert sorted(said) in (["done", "nudges.others_wrote"], ["done", "nudges.weighing_gone"])
    assert len(queries.lessons(visitor(), here)) == Weighing.objects.count()
    journal_is_whole()
