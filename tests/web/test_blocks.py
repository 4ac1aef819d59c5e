"""Nothing is ever blocked by a rule alone: each no names a principle and a person to talk to.

The law is held over every kind of block of the house, with a principle and somebody named, with a coffee table only, and
in a neighbourhood that has none of it.
"""

from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest
from django.utils import timezone

from tests.house.reading import refusals
from tests.power.doors import TERMS_SENT
from tests.power.test_doors import signed_in
from tests.power.world import World, a_world
from vuurtoren.care.models import DossierVoice
from vuurtoren.initiatives.models import Question
from vuurtoren.language import LANGUAGES, has, say
from vuurtoren.light.models import Principle, TalkTo, Version
from vuurtoren.light.rules import BLOCKS
from vuurtoren.tables.models import Table
from vuurtoren.web.blocks import KIND_OF


def knock(world: World, column: str, path: str, sent: dict[str, object] | None = None) -> str:
    """What somebody in this column reads there."""
    client, _ = signed_in(world, column)
    address = f"/{world.here.where.slug}/{path}"
    answer = client.post(address, {"key": "eenkeer", **sent}) if sent else client.get(address)
    return unescape(answer.content.decode())


def in_room(world: World) -> str:
    """The city puts a street onto its plan that neighbours hold."""
    part = world.here
    sent = {"place": part.unasked.place.pk, "crew": "", "reason": "Markt"}
    return knock(world, "M", f"plan/{part.plan.date}/put-on/", sent)


def a_challenge_of_one(world: World) -> str:
    """A challenge is sent by three; who may send it stands alone."""
    place = world.own["R"].carried
    DossierVoice.objects.filter(dossier__task__place=place).delete()
    sent = {**TERMS_SENT, "until": timezone.localdate(world.at) + timedelta(400)}
    return knock(world, "R", f"street/{place.public_id}/challenge/send/", sent)


def an_excluded_task(world: World) -> str:
    """Before a challenge: tasks that stay with the city."""
    return knock(world, "R", f"street/{world.own['R'].carried.public_id}/challenge/")


def a_refused_question(world: World) -> str:
    """An institution said no to what an initiative asked."""
    asked = world.here.of_neighbour.question
    day = timezone.localdate(world.at)
    Question.objects.filter(pk=asked.pk).update(state="no", reason="Nu niet", answered_on=day)
    return knock(world, "V", f"initiative/{asked.initiative.public_id}/")


def a_missing_right(world: World) -> str:
    """A page that is not for this role."""
    return knock(world, "R", "light/tend/")


PAGES: dict[str, Callable[[World], str]] = {
    "room": in_room,
    "challenge": a_challenge_of_one,
    "excluded": an_excluded_task,
    "question": a_refused_question,
    "rights": a_missing_right,
}


@pytest.mark.pure
def test_every_block_of_the_house_is_held_to_the_law() -> None:
    assert set(PAGES) == set(BLOCKS)
    assert set(KIND_OF) <= set(refusals())
    assert set(KIND_OF.values()) <= set(BLOCKS)
    assert {"care.excluded", "care.asked_lately", "people.second_person_needed"} <= set(KIND_OF)
    for language in LANGUAGES:
        assert all(has(language, f"block-house-{kind}") for kind in BLOCKS)


@pytest.mark.django_db
@pytest.mark.parametrize("kind", BLOCKS)
def test_a_no_names_the_principle_of_the_neighbourhood_and_who_agreed_to_be_talked_to(kind: str) -> None:
    world = a_world()
    one = Principle.objects.create(
        neighbourhood=world.here.where,
        about=kind,
        look_again_on=world.at.date(),
        since=world.at + timedelta(1),
    )
    Version.objects.create(principle=one, number=1, words="Samen kijken", why="Zo.", since=world.at)
    shown = block_in(PAGES[kind](world), kind)
    assert "Samen kijken" in shown
    assert f"/principle/{one.public_id}/" in shown
    assert world.here.host.called in shown
    assert "De Lantaarn" in shown


@pytest.mark.django_db
@pytest.mark.parametrize("kind", BLOCKS)
def test_without_somebody_named_the_next_coffee_table_is(kind: str) -> None:
    world = a_world()
    Principle.objects.all().delete()
    TalkTo.objects.all().delete()
    shown = block_in(PAGES[kind](world), kind)
    assert say("nl", f"block-house-{kind}") in shown
    assert "/table/" in shown


@pytest.mark.django_db
@pytest.mark.parametrize("kind", BLOCKS)
def test_where_there_is_nothing_yet_the_house_has_a_sentence_and_a_way(kind: str) -> None:
    world = a_world()
    Principle.objects.all().delete()
    TalkTo.objects.all().delete()
    Table.objects.update(ended_at=world.at)
    shown = block_in(PAGES[kind](world), kind)
    assert say("nl", f"block-house-{kind}") in shown
    assert f"/{world.here.where.slug}/who/" in shown


@pytest.mark.django_db
def test_a_principle_at_rest_stops_nobody() -> None:
    world = a_world()
    Principle.objects.update(laid_at=world.at)
    assert say("nl", "block-house-room") in block_in(in_room(world), "room")


@pytest.mark.django_db
@pytest.mark.parametrize("page", ["agreement", "challenge/share"])
def test_a_no_on_a_form_of_its_own_has_it_too(page: str) -> None:
    """Who does not carry a street asks for it, or hands out a link to its draft."""
    world = a_world()
    place = world.here.of_neighbour.carried
    sent = {**TERMS_SENT, "until": timezone.localdate(world.at) + timedelta(7), "width": "signed_in"}
    block_in(knock(world, "R", f"street/{place.public_id}/{page}/", sent), "challenge")


def block_in(page: str, kind: str) -> str:
    """The part of the page that says on what a no stands; there is one."""
    _, found, rest = page.partition(f'data-block="{kind}"')
    assert found, f"no word about why and who: {kind}"
    return rest.partition("</div>")[0]
