"""Every door × every column × own, here, other, forgotten, by GET and POST: as the table says; a no changes nothing."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from http.cookies import SimpleCookie
from io import BytesIO
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.urls.exceptions import NoReverseMatch
from pypdf import PdfReader

from tests.power.doors import BEFORE_A_NEIGHBOURHOOD, DOORS, Door, refusal_key
from tests.power.expecting import DONE, NO_RIGHT, opens
from tests.power.golden import SEEN, marks, unsafe
from tests.power.world import PEOPLE, World, digest, is_as_before, watched
from vuurtoren.language import say
from vuurtoren.power.rules import COLUMNS
from vuurtoren.web.urls import urlpatterns

RIGHT_OF = {one.callback.door[0]: one.callback.door[1] for one in urlpatterns}
ON_BOTH = ("V", "R", "M")
"""A visitor, a neighbour and the city on either database; who may what is decided before anything is asked of one, so the
other columns knock on SQLite alone (what each act says is tried on both for all)."""
WEB = [
    column if column in ON_BOTH else pytest.param(column, marks=pytest.mark.once)
    for column in COLUMNS
    if column != "X"
]


@dataclass(frozen=True)
class Found:
    """What an answer was: its words with the address it leads to, and whether a no or a look changed something."""

    answer: HttpResponse
    text: str
    changed: bool


@pytest.mark.pure
def test_every_door_is_in_the_matrix() -> None:
    assert {one.callback.door[0] for one in urlpatterns} == set(DOORS) | set(BEFORE_A_NEIGHBOURHOOD)
    for one in urlpatterns:
        assert str(one.pattern).startswith("<slug:slug>/") == (one.callback.door[0] in DOORS)


@pytest.mark.pure
def test_no_door_takes_a_number() -> None:
    kinds = {type(one).__name__ for door in urlpatterns for one in door.pattern.converters.values()}
    assert kinds <= {"SlugConverter", "StringConverter", "UUIDConverter", "Day"}, (
        "rows are found by random addresses, never by number"
    )


@pytest.mark.parametrize("column", WEB)
def test_doors_do_what_the_table_says_and_a_no_changes_nothing(world: World, column: str) -> None:
    client, cookies = signed_in(world, column)
    world.digest = digest()
    wrong, shown = [], defaultdict(set)
    private = marks(world, column)
    for name, door in DOORS.items():
        for kind, (address, sent) in door.addresses(world, column).items():
            try:
                path = reverse(name, kwargs=address)
            except NoReverseMatch:
                wrong.append(f"{name} × {kind}: no address")
                continue
            for method in ("GET", "POST"):
                client.cookies = SimpleCookie(cookies)
                found = knocked(world, client, method, path, sent)
                if said := amiss(door, RIGHT_OF[name], column, kind, method, found):
                    wrong.append(f"{method} {name} × {kind}: {said}")
                if said := unsafe(found.answer, column in PEOPLE):
                    wrong.append(f"{method} {name} × {kind}: {said}")
                for mark, words in private.items():
                    if (
                        words in found.text and words not in sent.values()
                    ):  # what one typed oneself may come back
                        shown[mark].add(name)
    assert not wrong, f"column {column}:\n" + "\n".join(wrong)
    assert shown == {mark: doors[column] for mark, doors in SEEN.items() if column in doors}
    assert digest() == world.digest


@pytest.mark.parametrize("column", ["V", "R", "M"])
def test_doors_before_a_neighbourhood_stand_open_and_change_nothing_by_looking(
    world: World, column: str
) -> None:
    client, cookies = signed_in(world, column)
    world.digest = digest()
    for name, answers in BEFORE_A_NEIGHBOURHOOD.items():
        path = reverse(name, kwargs={"token": "geen"} if name == "link" else {})
        client.cookies = SimpleCookie(cookies)
        with watched() as sent:
            answer = client.get(path)
            assert answer.status_code == answers[column in PEOPLE], name
            assert is_as_before(world, sent) or name.startswith("account_"), name
        client.cookies = SimpleCookie(cookies)
        with watched():
            assert client.post(path, {}).status_code < 500, name


def signed_in(world: World, column: str) -> tuple[Client, str]:
    """A browser of whoever stands in the column, and its cookies as they were."""
    client = Client()
    if column in PEOPLE and (account := world.who[column].account):
        client.force_login(account)
    return client, client.cookies.output(header="", sep=";")


def knocked(world: World, client: Client, method: str, path: str, sent: dict[str, Any]) -> Found:
    """Ask for the page or send the form, and take back what came of it."""
    with watched() as written:
        answer: Any = client.get(path) if method == "GET" else client.post(path, {"key": "eenkeer", **sent})
        to = answer.headers.get("Location", "")
        no = answer.status_code >= 400 or "/sign-in/" in to
        changed = (no or method == "GET") and not is_as_before(world, written)
        return Found(answer, f"{to}\n{unescape(words_of(answer))}", changed)


def words_of(answer: HttpResponse) -> str:
    """What somebody reads in the answer; of a sheet for paper its words, its title and where its links lead."""
    if answer.headers.get("Content-Type") != "application/pdf":
        return answer.content.decode()
    sheet = PdfReader(BytesIO(answer.content))
    links = [str(one.get_object()["/A"]["/URI"]) for page in sheet.pages for one in page.annotations or []]
    return "\n".join([*(page.extract_text() for page in sheet.pages), str(sheet.metadata), *links])


def amiss(door: Door, right: str, column: str, kind: str, method: str, found: Found) -> str:
    """What is not as the table says, or nothing."""
    status = found.answer.status_code
    wanted = list(answers(door, right, column, kind, method))
    if found.changed:
        return f"{status}, and something changed"
    if status not in [one for one, _ in wanted]:
        return f"expected {' or '.join(str(one) for one, _ in wanted)}, found {status}"
    sentence = next(words for one, words in wanted if one == status)
    return f"{status} without “{sentence}”" if sentence not in found.text else ""


def answers(door: Door, right: str, column: str, kind: str, method: str) -> Iterator[tuple[int, str]]:
    """The statuses that are right, each with the words (or the address) that come with it."""
    if not opens(right, column, kind):
        yield from not_yours(column)
    elif kind in door.away or (method == "GET" and door.found_late):
        yield 302, "/"
    elif {kind, f"{kind} {column}"} & door.missing:
        yield 404, say("nl", "missing-title")
    elif method == "GET" and {kind, f"{kind} {column}"} & door.shut:
        yield from not_yours(column)
    elif method == "GET":
        yield door.get, ""
    elif (deed := door.act(column)) is None:
        yield door.post or 200, ""
    else:
        code = door.says.get(kind)
        told = deed.expected(column, kind)
        if code and not (told == NO_RIGHT and kind not in ("here", "forgotten")):
            told = code
        if told == DONE:
            yield 302, "/"
        elif told.startswith(NO_RIGHT):
            yield from not_yours(column)
        else:
            sentence = say("nl", refusal_key(told), count="{").split("{")[0]  # up to the number in it
            yield 409, sentence
            yield 422, sentence


def not_yours(column: str) -> Iterator[tuple[int, str]]:
    """A visitor is led to the sign-in page; somebody who signed in gets a page that says so."""
    if column == "V":
        yield 302, "/sign-in/"
    else:
        yield 403, say("nl", "no-power-not_yours")
