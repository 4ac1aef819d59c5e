"""Whatever Today asks of somebody has a line in their letter; and letters ask as many questions for many as for few."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.power.world import World, a_world
from tests.reflection.agreeing import disagreeing
from vuurtoren.gifts.models import Invitation, Looking
from vuurtoren.language import has
from vuurtoren.reflection.queries.waits import KINDS
from vuurtoren.stay.models import Promise


@pytest.mark.pure
@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_kind_of_question_has_a_line(language: str) -> None:
    assert [one for one in (*KINDS, "on_paper") if not has(language, f"letter-waits-{one}")] == []


def asked_by_who_goes_on(world: World) -> None:
    """Whoever looks in this world, and asks to a table, goes on; and somebody's promise is late."""
    yesterday = timezone.localdate(world.at) - timedelta(days=1)
    Promise.objects.filter(owner=world.who["M"], state="open").update(due=yesterday)
    table = world.here.of_neighbour.table.public_id
    for rows in (Looking.objects.all(), Invitation.objects.all()):
        rows.filter(neighbourhood=world.here.where).update(about=table)


@pytest.mark.django_db
def test_whatever_today_asks_of_anybody_is_in_their_letter_and_in_the_letters_of_all() -> None:
    world = a_world()
    asked_by_who_goes_on(world)
    wrong, came = disagreeing(world.here.where, world.at)
    assert not wrong, "\n".join(wrong) + str(set(KINDS) - came)
    assert set(KINDS) - came == set()
