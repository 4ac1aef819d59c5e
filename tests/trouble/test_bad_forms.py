"""Whatever is sent: never a fault, always a sentence, and nothing changed; and what is sent twice is done once."""

import itertools
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote_plus, urlencode

import pytest
from django.db import connection, transaction
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.made_once import MadeOnce, a_copy
from tests.trouble.forms import FORMS, Town
from tests.trouble.killing import difference, journal_is_whole, standing
from vuurtoren.journal.models import Moment
from vuurtoren.web.urls import urlpatterns

LIBRARY = {
    "account_login",
    "account_request_login_code",
    "account_confirm_login_code",
    "account_signup",
    "account_email_verification_sent",
    "account_logout",
}
"""Doors whose forms are the sign-in library's: they carry no key, and sending them twice is another mail."""
NO_KEY = {"language", "link"}
"""The language is chosen again without harm; a sign-in link is its own key and works once."""
READ_ONLY = {
    *("gifts", "gift_kinds", "paper_gifts", "suggestions"),
    *(
        "tables",
        "tables_agenda",
        "table",
        "table_agenda",
        "table_card",
        "table_sheet",
        "table_poster",
        "ties",
        "my_ties",
        "my_agenda",
        "letter",
        "paper_letters",
        "quiet",
        "slides",
        "balance",
    ),
    *("initiatives", "initiative", "questions"),
    "shared_draft",
    *("nudges", "my_nudges", "weighings", "weighing", "lessons"),
    *("principles", "principle", "replaced_rules"),
    *("days", "promises", "promise", "team", "leaving"),
    *(
        "door",
        "help",
        "help_here",
        "today",
        "map",
        "map_streets",
        "backdrop",
        "streets",
        "city",
        "light",
        "journal",
    ),
    *("task", "task_street_next"),
    *("street", "street_next", "plan", "plan_of_day", "plan_streets", "plan_export", "agreements"),
    *("room", "room_export", "agreement_paper", "saying"),
    *("agreement", "agreed", "who", "export"),
}
WORDS = "application/x-www-form-urlencoded"
JUNK: list[Any] = [
    *("", " ", "\0", "a\0b", "-1", "0", "1.5", "1e400", "NaN", "∞", "٣", "²", "9" * 40, "-" + "9" * 400),
    *("9223372036854775808", "2147483648", "true", "None", "[]", "{}", "../../etc/passwd", "0001-01-01"),
    *("9999-12-31", "10000-01-01", "2026-02-30", "<script>alert(1)</script>", "%s %(a)s", "' OR 1=1 --"),
    *("x" * 5000, "🏮" * 300, "\u202e\u200b\r\n\t", "A" * 61, "a@" + "b" * 400 + ".example"),
    ["1", "2"],
]
"""Values for any field; a list is a field that comes twice."""
OF_EACH = 3
"""So much of it for each field, and on the other database other values."""
BROKEN = [
    (WORDS, b"\xff\xfe\x00=%zz&&&=&key"),
    (WORDS, b"key=k1&minutes=%ED%A0%80&bags=%00&called=%ED%B0%80"),
    (WORDS, b"x=1&" * 3000),
    (WORDS, b"called=" + b"x" * 10_000_000),
    (WORDS + "; charset=utf-16", "key=k1".encode("utf-16")),
    (WORDS + "; charset=hex", b"key=k1"),
    ("multipart/form-data", b"no boundary"),
    ("multipart/form-data; boundary=b", b'--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nk1'),
    ("multipart/form-data; boundary=" + "b" * 300, b"--"),
    (
        "multipart/form-data; boundary=b; charset=utf-7",
        b'--b\r\nContent-Disposition: form-data; name="called"\r\n\r\n+2AA-\r\n--b--\r\n',
    ),
    (
        "multipart/form-data; boundary=b",
        b'--b\r\nContent-Disposition: form-data; name="called"; filename="a"\r\n\r\nx\r\n--b--\r\n',
    ),
    (
        "multipart/form-data; boundary=b",
        b'--b\r\nContent-Disposition: form-data; name="called"\r\nContent-Transfer-Encoding: base64\r\n\r\n%%\r\n--b--\r\n',
    ),
    (
        "multipart/form-data; boundary=b; charset=hex",
        b'--b\r\nContent-Disposition: form-data; name="key"\r\n\r\nk\r\n--b--\r\n',
    ),
    ("application/json", b'{"minutes": {"$gt": 0}}'),
    ("text/plain", b"\0" * 1000),
    ("", b""),
]
"""Whole bodies that are no form, or too much of one."""


@pytest.fixture(scope="module")
def _made(django_db_setup: None, django_db_blocker: Any) -> Iterator[MadeOnce[Town]]:
    one = MadeOnce(Town)
    yield one
    with django_db_blocker.unblock():
        one.gone()


@pytest.fixture
def stands(_made: MadeOnce[Town], django_db_blocker: Any) -> Town:
    with django_db_blocker.unblock():
        made: Town = _made.of_now()
        return made


@pytest.fixture
def town(stands: Town, db: None) -> Town:
    """A neighbourhood with somebody in every role, made once for this file; what a test does there is taken back."""
    return at_this_moment(a_copy(stands))


def at_this_moment(town: Town) -> Town:
    """The same town at this moment."""
    town.now = timezone.now()
    return town


def is_a_page_with_words(answer: Any) -> bool:
    """Our own page, in a language people speak, without a sentence that is missing."""
    text = answer.content.decode()
    return bool(re.search(r"<h1[^>]*>[^<]{4,}", text)) and "⟨" not in text and "Traceback" not in text


def send(client: Client, address: str, values: dict[str, Any]) -> Any:
    """As a browser does."""
    return client.post(address, urlencode(values, doseq=True), content_type=WORDS)


def is_kind(answer: Any) -> bool:
    """Not a fault: the deed was done (a redirect), or a page with words. The library answers JSON in JSON."""
    if answer.headers["Content-Type"] == "application/json":
        return answer.status_code < 500
    return answer.status_code == 302 or (answer.status_code < 500 and is_a_page_with_words(answer))


def test_every_door_with_a_form_is_tried() -> None:
    doors = {one.callback.door[0] for one in urlpatterns}
    assert doors - READ_ONLY - LIBRARY - NO_KEY == set(FORMS)


@pytest.mark.parametrize("name", FORMS)
def test_junk_in_a_field_is_a_sentence_and_nothing_else(town: Town, name: str) -> None:
    """Each field gets some of the junk, in turn and on each database from elsewhere, so that all of it comes by."""
    who, address, right = FORMS[name](town)
    client, before = town.client(who), standing()
    turn = itertools.count(1 + 5 * list(FORMS).index(name) + OF_EACH * (connection.vendor == "postgresql"))
    for field in (*right, "key", "nobody_knows_this"):
        for _ in range(OF_EACH):
            number = next(turn)
            junk = JUNK[number % len(JUNK)]
            answer = send(client, address, {"key": f"k{number}", **right, field: junk})
            assert is_kind(answer), (field, junk, answer.status_code)
            if answer.status_code == 302:  # that was fine after all; go on with a new page
                who, address, right = FORMS[name](town)
                client, before = town.client(who), standing()
    assert not difference(before, standing())
    journal_is_whole()


@pytest.mark.parametrize("name", [*FORMS, "language", *sorted(LIBRARY)])
def test_a_body_that_is_no_form_is_a_sentence_and_nothing_else(town: Town, name: str) -> None:
    if name in FORMS:
        who, address, _ = FORMS[name](town)
    else:
        who, address = None, "/" + next(str(one.pattern) for one in urlpatterns if one.name == name)
    client, before = town.client(who), standing()
    for kind, body in BROKEN:
        answer = client.generic("POST", address, body, content_type=kind)
        assert is_kind(answer), (kind, body[:60], answer.status_code)
        if answer.status_code == 302:  # a key was all this form needs
            before = standing()
    assert not difference(before, standing())


@pytest.mark.once
@pytest.mark.parametrize("name", FORMS)
def test_a_form_from_elsewhere_is_refused_with_a_sentence(town: Town, name: str) -> None:
    who, address, right = FORMS[name](town)
    strict = Client(enforce_csrf_checks=True, raise_request_exception=False)
    strict.cookies = town.client(who).cookies
    before = standing()
    answer = send(strict, address, {"key": "k1", **right})
    assert answer.status_code == 403
    assert is_a_page_with_words(answer)
    assert not difference(before, standing())


@pytest.mark.parametrize("name", FORMS)
def test_a_form_sent_twice_is_done_once_and_both_answers_are_kind(town: Town, name: str) -> None:
    who, address, right = FORMS[name](town)
    client, told = town.client(who), Moment.objects.count()
    first = send(client, address, {"key": "k1", **right})
    after = standing()
    second = send(client, address, {"key": "k1", **right})
    assert (first.status_code, second.status_code) == (302, 302)
    assert not difference(after, standing())
    assert Moment.objects.count() > told
    journal_is_whole()


PIECES = st.one_of(st.text(max_size=60), st.integers().map(str), st.floats().map(str), st.dates().map(str))


@settings(
    max_examples=30,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(name=st.sampled_from(sorted(FORMS)), sent=st.dictionaries(st.integers(0, 7), PIECES), key=PIECES)
def test_whatever_comes_no_door_breaks(
    stands: Town, db: None, name: str, sent: dict[int, str], key: str
) -> None:
    with transaction.atomic():
        no_door_breaks(at_this_moment(a_copy(stands)), name, sent, key)
        transaction.set_rollback(True)


def no_door_breaks(town: Town, name: str, sent: dict[int, str], key: str) -> None:
    who, address, right = FORMS[name](town)
    names = [*right, "key", "x"]
    values = {**right, "key": key, **{names[number % len(names)]: value for number, value in sent.items()}}
    body = "&".join(
        f"{field}={quote_plus(str(value).encode('utf-8', 'surrogatepass'))}"
        for field, value in values.items()
    )
    client, before = town.client(who), standing()
    answer = client.generic("POST", address, body.encode(), content_type=WORDS)
    assert is_kind(answer), (values, answer.status_code)
    assert answer.status_code == 302 or not difference(before, standing())


ODD = [
    "%00",
    "a%00b",
    "%ED%A0%80",
    "%FF",
    "..%2f..%2f",
    "9" * 30,
    "-1",
    "٣",
    "x" * 3000,
    "%0d%0aSet-Cookie:a=b",
    "'",
    "🏮",
]


def test_an_odd_address_is_a_page_that_is_not_there(town: Town) -> None:
    client, slug = town.client(town.board), town.here.slug
    for odd in ODD:
        for address in (
            f"/{odd}/",
            f"/{slug}/street/{odd}/",
            f"/{slug}/agreement/{odd}/",
            f"/{slug}/plan/{odd}/",
            f"/{slug}/plan/2026-11-24/as.{odd}",
            f"/{slug}/who/role/{odd}/confirm/",
            f"/{slug}/me/role/{odd}/end/",
            f"/{slug}/agreed/{odd}/yes/",
            f"/sign-in/link/{odd}/",
        ):
            for method in ("GET", "POST"):
                answer = client.generic(method, address, b"key=k1", content_type=WORDS)
                assert answer.status_code < 500, (method, address, answer.status_code)
        for question in (
            f"streets/?q={odd}",
            f"streets/?page={odd}",
            f"plan/?crew={odd}",
            f"map/?bbox={odd}",
        ):
            answer = client.get(f"/{slug}/{question}")
            assert answer.status_code < 500, (question, answer.status_code)
            assert is_a_page_with_words(answer), question
