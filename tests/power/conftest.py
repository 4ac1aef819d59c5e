"""The small world of the rights, made once for a file."""

from collections.abc import Iterator
from typing import Any

import pytest

from tests.made_once import MadeOnce, a_copy
from tests.power.world import World, a_world


@pytest.fixture(scope="module")
def _made(django_db_setup: None, django_db_blocker: Any) -> Iterator[MadeOnce[World]]:
    one = MadeOnce(a_world)
    yield one
    with django_db_blocker.unblock():
        one.gone()


@pytest.fixture
def stands(_made: MadeOnce[World], django_db_blocker: Any) -> World:
    with django_db_blocker.unblock():
        made: World = _made.of_now()
        return made


@pytest.fixture
def world(stands: World, db: None) -> World:
    """Two neighbourhoods with somebody in each column; what a test does to it is taken back.

    A test that asks for it has no mark `django_db`: with that its own transaction would begin before the one around it.
    """
    return a_copy(stands)
