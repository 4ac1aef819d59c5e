"""What is kept of a street is as new as the journal: after any act there is, and whatever became of the journal."""

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from functools import partial
from types import FunctionType
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.models import Model
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.makers import a_neighbourhood, a_person, a_place
from tests.power.deeds import DEEDS
from tests.power.expecting import DONE
from tests.power.world import World, a_world, watched
from vuurtoren.care import acts as care
from vuurtoren.journal.models import Book
from vuurtoren.people.models import Person
from vuurtoren.places.models import Neighbourhood, Place
from vuurtoren.power.queries import viewer_of, visitor
from vuurtoren.power.rules import COLUMNS
from vuurtoren.web import kept, newest, street, streets
from vuurtoren.web.visit import Visit, neighbourhood_called

pytestmark = pytest.mark.django_db
IN_TURN = 5
"""After each act the places that it is about are looked at, and each fifth of the others in turn."""


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    kept._kept.clear()
    newest._known.clear()
    yield
    kept._kept.clear()
    newest._known.clear()


@pytest.mark.once
def test_after_every_act_all_that_is_kept_of_any_street_is_as_it_would_be_made_now(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(street, "made_for_all", lambda visit, template, about: about(visitor()))
    world = a_world()
    places = list(Place.objects.select_related("neighbourhood"))
    before = {place.pk: shown(place) for place in places}
    listed = rows(world)
    were = {pk: plain(one) for pk, one in before.items()}
    parts, known = dict(kept._kept), dict(newest._known)
    old, changing, changing_list, left = [], set(), set(), 0
    for number, (name, column, thing) in enumerate(every_deed_done(world)):
        near = places_near(thing)
        looked_at = [
            one for some, one in enumerate(places) if one.pk in near or some % IN_TURN == number % IN_TURN
        ]
        with watched():
            DEEDS[name].do(world, world.viewer(column), thing)
            found = {place.pk: shown(place) for place in looked_at}
            list_now = rows(world)
            kept._kept.clear()
            if list_now != (list_fresh := rows(world)):
                old.append(f"{name}: the list")
            if list_fresh != listed:
                changing_list.add(name)
            for place in looked_at:
                fresh, stayed = plain(shown(place)), found[place.pk] is before[place.pk]
                if fresh != (were[place.pk] if stayed else plain(found[place.pk])):
                    old.append(f"{name}: {place}")
                if fresh != were[place.pk]:
                    changing.add(name)
                left += stayed
        kept._kept.clear()  # the same deed once more makes the same seal, and a moment with another number of its row
        kept._kept.update(parts)
        newest._known.update(known)
    assert not old
    assert len(changing) > 20, changing
    assert {
        "care.join",
        "care.give_back",
        "places.import_streets",
        "response.work_the_night",
    } <= changing_list
    assert left > 1000


def places_near(thing: Any, steps: int = 3) -> set[int]:
    """The places (primary keys) that a thing, or some of them, lies at, or somebody in it lives at."""
    if isinstance(thing, Place):
        return {thing.pk}
    if isinstance(thing, list | tuple):
        return {pk for one in thing for pk in places_near(one, steps)}
    if not isinstance(thing, Model) or not steps:
        return set()
    others = (getattr(thing, one.name) for one in thing._meta.concrete_fields if one.is_relation)
    return {pk for one in others for pk in places_near(one, steps - 1)}


def every_deed_done(world: World) -> Iterator[tuple[str, str, Any]]:
    """Each act on each kind of thing, by the first column of the rights table that may do it."""
    for name, deed in DEEDS.items():
        seen = set()
        for column in COLUMNS:
            for kind, thing in deed.things(world, column).items():
                if kind not in seen and deed.expected(column, kind) == DONE:
                    seen.add(kind)
                    yield name, column, thing


def shown(place: Place) -> Any:
    """What a reader of now gets of this street: what is kept, or made anew where that is due."""
    here = neighbourhood_called(place.neighbourhood.slug)
    return street.for_all_of(Visit(visitor(), timezone.now(), neighbourhood=here), place.public_id)


def rows(world: World) -> list[Any]:
    """The same for the lists of all streets."""
    heres = [neighbourhood_called(one.where.slug) for one in (world.here, world.other)]
    visits = [Visit(visitor(), timezone.now(), neighbourhood=here) for here in heres]
    return [streets.rows_for_all(visit, page) for visit in visits for page in (1, 2)]


def plain(value: Any) -> Any:
    """Every figure and word in it, to compare with another."""
    if isinstance(value, Model):
        return {
            name: one for name, one in vars(value).items() if name != "_state" and not isinstance(one, Model)
        }
    if isinstance(value, partial):
        return value.func.__qualname__, plain(value.args), plain(value.keywords)
    if isinstance(value, FunctionType):
        return value.__qualname__, [plain(one.cell_contents) for one in value.__closure__ or ()]
    if is_dataclass(value):
        return {one.name: plain(getattr(value, one.name)) for one in fields(value)}
    if isinstance(value, Mapping):
        return {name: plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list | tuple) else value


def a_street_that_somebody_carries() -> tuple[Neighbourhood, Place, Place, Person]:
    here = a_neighbourhood()
    person, one, other = a_person(here), a_place(here), a_place(here)
    for place in (one, other):
        care.join(viewer_of(person, timezone.now()), place, at=timezone.now())
    return here, one, other, person


def questions(address: str) -> int:
    with CaptureQueriesContext(connection) as asked:
        assert Client().get(address).status_code == 200
    return len(asked)


def test_a_deed_in_one_street_leaves_what_is_kept_of_another() -> None:
    here, one, other, person = a_street_that_somebody_carries()
    address, at = f"/{here.slug}/street/{other.public_id}/", timezone.now()
    assert questions(address) > 10
    assert questions(address) == 1  # the journal's head
    listed = f"/{here.slug}/streets/?page=2"
    assert questions(listed) == 2
    care.log_round(viewer_of(person, at), one, minutes=5, bags=1, at=at)
    assert questions(address) == 3  # and what is new, and the light
    assert questions(listed) == 1
    care.log_round(viewer_of(person, at), other, minutes=5, bags=1, at=at)
    assert questions(address) > 10


def test_a_journal_that_is_not_the_one_we_knew_makes_everything_anew() -> None:
    here, one, other, person = a_street_that_somebody_carries()
    at = timezone.now()
    marks = [mark(here, place) for place in (one, other)]
    with transaction.atomic():
        care.log_round(viewer_of(person, at), one, minutes=5, bags=1, at=at)
        during = [mark(here, place) for place in (one, other)]
        transaction.set_rollback(True)
    assert during[0] != marks[0]
    assert during[1] == marks[1]
    after = [mark(here, place) for place in (one, other)]
    care.log_round(viewer_of(person, at), one, minutes=6, bags=1, at=at)
    assert len({*during, *[mark(here, place) for place in (one, other)]} - set(after)) == 2
    assert after == marks


@pytest.mark.parametrize("limit", ["MOST_NEWS", "MOST_PLACES"])
def test_after_very_many_deeds_everything_is_made_anew(monkeypatch: pytest.MonkeyPatch, limit: str) -> None:
    here, one, other, person = a_street_that_somebody_carries()
    at, before = timezone.now(), mark(here, other)
    monkeypatch.setattr(newest, limit, 1)
    care.log_round(viewer_of(person, at), one, minutes=5, bags=1, at=at)
    assert mark(here, other) == before
    third = a_place(here)
    for place in (one, third):
        care.log_round(viewer_of(person, at), place, minutes=5, bags=1, at=at)
    assert mark(here, other) != before
    head = Book.objects.get(key=here.key).last_hash
    assert mark(here, other) == mark(here, one) == (head, "")


def mark(here: Neighbourhood, place: Place) -> tuple[str, str]:
    head = Book.objects.get(key=here.key).last_hash
    return newest.newest_in(here.key, head).mark(place.key)
