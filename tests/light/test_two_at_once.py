"""Two at one moment, in threads of their own: one after the other, and a principle is adopted once."""

from functools import partial

import pytest

from tests.care.test_two_at_once import at_once
from tests.light.makers import proposed
from tests.makers import NOW, a_neighbourhood, a_person, seen_as
from tests.trouble.killing import journal_is_whole
from vuurtoren.light import acts
from vuurtoren.light.models import Principle, Version
from vuurtoren.people.rules import Role

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.parametrize("turn", range(3))]


def test_two_say_the_second_yes_at_once(turn: int) -> None:
    here = a_neighbourhood()
    amina, mei, rosa = (a_person(here, role) for role in (Role.HOST, Role.BUILDER, Role.BOARD))
    one = proposed(amina, here)
    said = at_once(
        partial(acts.adopt_principle, seen_as(mei), one, at=NOW),
        partial(acts.adopt_principle, seen_as(rosa), one, at=NOW),
    )
    assert sorted(said) == ["done", "light.proposed_over"]
    assert Principle.objects.count() == Version.objects.count() == 1
    journal_is_whole()


def test_a_yes_and_a_no_at_once(turn: int) -> None:
    here = a_neighbourhood()
    amina, mei, noor = a_person(here, Role.HOST), a_person(here, Role.BUILDER), a_person(here)
    one = proposed(noor, here)
    acts.adopt_principle(seen_as(amina), one, at=NOW)
    said = at_once(
        partial(acts.adopt_principle, seen_as(mei), one, at=NOW),
        partial(acts.drop_principle, seen_as(noor), one, at=NOW),
    )
    assert sorted(said) == ["done", "light.proposed_over"]
    journal_is_whole()
