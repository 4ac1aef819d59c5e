"""No page shuts anybody out: every door is opened by whoever may, on a phone and a desk, by day and by night.

The walk follows the links of the pages themselves. So it also shows that every page can be found, and a door that
nobody finds makes the last test fail until it is linked, or listed in `NO_PAGE` with a reason.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import Resolver404, resolve
from playwright.sync_api import Browser, BrowserContext, Page

from tests.stories.browser import CHROMIUM, House, come_in
from vuurtoren.web.urls import urlpatterns

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
PHONE, DESK = {"width": 320, "height": 700}, {"width": 1280, "height": 900}
ALL = {"resultTypes": ["violations"]}
COLOURS = {**ALL, "runOnly": ["color-contrast"]}
"""By night the pages are the same but for their colours."""
FILES = {
    "map_streets",
    "backdrop",
    "plan_streets",
    "plan_export",
    "room_export",
    "agreement_paper",
    "export",
    "tables_agenda",
    "table_agenda",
    "table_sheet",
    "table_poster",
    "my_agenda",
}
ONE_TAP = {
    "language", "undo_round", "help_question", "call_help", "ask_first", "dossier_voice", "accept_conditions",
    "look_back_together",
    "go_on_again", "answer_words", "settle_words", "emergency_over",
    "done", "found", "answer", "undo_no", "withdraw",
    "confirm_role", "say_yes", "drop_proposal", "end_crew", "crew_again",
    "table_goes_on", "undo_met", "was_there", "met_answer", "keep_tie", "tie_answer", "tie_let_go",
    "choose_letter", "no_coffee", "coffee_answer", "errand_done", "drop_errand", "answer_slide", "slide_hurts",
    "claim_answer",
    "leave_out",
    "table_offer", "take_over_table",
    "withdraw_gift", "gift_slip", "introduce", "intro_answer", "intro_became", "look_no_more",
    "answer_invitation", "take_back_invitation",
    "was_here", "answer_promise", "promise_kept", "take_back_promise", "ask_no_more", "after_all",
    "answer_leaving", "walked", "complete_departure",
    "join_initiative", "leave_initiative", "undo_initiative_state", "take_back_initiative",
    "adopt_principle", "drop_principle", "rest_principle", "end_exception",
    "task_undo_round", "task_help_question", "task_call_help", "task_ask_first", "task_dossier_voice",
    "task_emergency_over", "say_came", "say_comes_not",
    "take_question", "question_no_more", "still_doing", "claim_role", "pass_role", "drop_role",
    "end_draft_link", "ask_to_write", "answer_writer",
    "undo_nudge", "answer_growing", "agree_lesson", "drop_weighing",
}  # fmt: skip
AFTER_A_STOP = {"emergency"}
"""Pages that are shown only when an act is stopped; tests/stories/test_room.py goes there."""
NO_PAGE = FILES | ONE_TAP | AFTER_A_STOP
"""Doors behind which there is a file, or a deed of one tap that leads back to a page; the other tests open them."""
AT_MOST = {
    "street": 2, "table": 8, "agreement": 4, "streets": 2, "journal": 2, "promise": 6, "initiative": 6, "weighing": 3,
    "principle": 4, "task": 3,
}  # fmt: skip
"""So many pages behind one door for one person, else one: a street that one carries and one that one does not,
a table that is one's own."""
visited: dict[str, set[str]] = defaultdict(set)
looked: set[str] = set()
BUILT = """() => {
  const kept = new Set(["class", "role", "type", "lang", "dir", "hidden", "tabindex", "scope"]);
  const plain = new Set(["true", "false", "page", "step", "date", "polite", "assertive", "off", "on", ""]);
  const named = one => [...one.attributes].map(({name, value}) =>
    kept.has(name) || plain.has(value) ? `${name}=${value}` : name).sort().join(" ");
  const once = some => some.reduce((all, one) => {
    all.push(one);
    for (const many of [1, 2, 3])
      if (all.slice(-many).join() === all.slice(-2 * many, -many).join() && all.length >= 2 * many)
        all.splice(-many);
    return all;
  }, []);
  const built = (one, but) => one === but ? "" : one.nodeType === 3 ? (one.data.trim() ? "x" : "")
    : one.nodeType === 1 ? `<${one.localName} ${named(one)}>${once([...one.childNodes].map(each =>
        built(each, but)).filter(each => each)).join("")}` : "";
  const main = document.querySelector("main");
  const worded = [...document.querySelectorAll("body *")].filter(one =>
    [...one.childNodes].some(each => each.nodeType === 3 && each.data.trim()));
  const way = one => one ? `${way(one.parentElement)}>${one.localName} ${one.className?.baseVal ?? one.className}` : "";
  return {
    main: built(main, null), around: built(document.documentElement, main), ways: [...new Set(worded.map(way))],
    titles: document.querySelectorAll("h1").length, unworded: document.body.innerText.includes("⟨"),
    light: document.querySelectorAll("a.vt-beam").length - Math.min(1, document.querySelectorAll(".vt-nav").length),
  };
}"""
"""How a page is built: its main part and what is around it, as elements with their classes, without words and addresses
and each of a row of the same once; and the ways down to whatever has words, which decide its colours."""
WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
EMPTY = """
import os, django
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vuurtoren.config.settings")
django.setup()
from django.utils import timezone
from vuurtoren.people.acts import arrive, offer_role
from vuurtoren.people.models import Person
from vuurtoren.people.rules import Role
from vuurtoren.places.acts import make_neighbourhood
from vuurtoren.places.models import Neighbourhood
from vuurtoren.power.queries import machine, viewer_of
now = timezone.now()
make_neighbourhood(machine(), name="Nieuwe Wijk", slug="nieuwe-wijk", at=now)
here = Neighbourhood.objects.get(slug="nieuwe-wijk")
rosa = Person.objects.get(called="Rosa")
arrive(viewer_of(rosa, now), rosa.account, here, called="Rosa", language="nl", at=now)
for role in (Role.HOST, Role.BOARD):
    offer_role(machine(), rosa, here, role=role, at=now)
"""


@pytest.fixture(scope="module", autouse=True)
def _an_empty_neighbourhood_too(house: House) -> None:
    house.python(EMPTY)


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    """A browser of somebody's own, on a small phone."""
    made = browser.new_context(viewport=PHONE, locale="nl-NL", reduced_motion="reduce")  # type: ignore[arg-type]
    yield made
    made.close()


@pytest.mark.parametrize("name", ["", "Joris", "Amina", "Mei", "Bram", "Rosa", "Kim", "Lies"])
def test_every_page_that_somebody_finds_shuts_nobody_out(
    house: House, context: BrowserContext, name: str
) -> None:
    """A visitor; a neighbour who holds a street; a host; who learns; the city; the board; who leaves; who leads a team."""
    page = come_in(house, context, name) if name else context.new_page()
    if name == "Rosa":
        _propose(page, house)
    for _ in _walk(page, house, "/lichthaven/", name or "visitor"):
        look_well(page)


@pytest.mark.parametrize(
    ("name", "pages", "words"),
    [
        ("Delroy", ("agreed/",), "Ja, zo doen we het"),
        ("Sem", ("", "streets/?show=free"), "Hier is plek"),
        ("Youssef", ("", "agreements/"), "Overdracht"),
    ],
)
def test_what_others_see_shuts_nobody_out_either(
    house: House, context: BrowserContext, name: str, pages: tuple[str, ...], words: str
) -> None:
    """A second board member with a proposal before them; a neighbour who carries nothing; one who asked and waits."""
    page = come_in(house, context, name)
    for one in pages:
        page.goto(f"{house.base}/lichthaven/{one}")
        look_well(page)
    assert words in page.inner_text("main")


def test_who_chooses_under_conditions_is_shut_out_of_nothing(house: House, context: BrowserContext) -> None:
    page = come_in(house, context, "Fatma")
    for words in ("Lees en kies", "Wij willen het anders"):
        page.click(f"main a:has-text('{words}')")
        _note(page, "Fatma")
        look_well(page)


@pytest.mark.parametrize("name", ["", "Rosa"])
def test_a_neighbourhood_that_begins_shuts_nobody_out(
    house: House, context: BrowserContext, name: str
) -> None:
    page = come_in(house, context, name) if name else context.new_page()
    for _ in _walk(page, house, "/nieuwe-wijk/", name or "visitor"):
        look_well(page)


def test_somebody_new_comes_in_and_every_page_on_the_way_is_open(
    house: House, context: BrowserContext
) -> None:
    page = context.new_page()
    for way in ("/sign-in/", "/sign-up/"):
        page.goto(house.base + way)
        page.fill(
            "input[name=email]", "nieuw@lichthaven.example" if "up" in way else "bram@lichthaven.example"
        )
        page.click("main button[type=submit]")
        page.wait_for_selector("input[name=code]")
        _note(page, "new")
        look_well(page)
        page.click("main button[type=submit]")  # an empty code: the page with what is wrong
        look_well(page)
    codes = re.findall(r"(?:code is|code is): (\S+)", house.letters.read_text())
    page.fill("input[name=code]", codes[-1])
    page.click("main button[type=submit]")
    page.wait_for_url("**/welcome/")
    _note(page, "new")
    look_well(page)
    page.fill("input[name=called]", "Nieuw")
    page.click("main button[type=submit]")
    page.wait_for_url(re.compile(r"/(lichthaven|nieuwe-wijk)/$"))
    look_well(page)


@pytest.mark.parametrize(
    ("name", "door", "field"),
    [("Amina", "round/", "minutes"), ("Sem", "join/", "people")],
)
def test_a_form_with_something_wrong_is_open_to_all_too(
    house: House, context: BrowserContext, name: str, door: str, field: str
) -> None:
    page = come_in(house, context, name)
    page.goto(f"{house.base}/lichthaven/streets/?show=free")
    page.goto(house.base + str(page.get_attribute("table tbody th a", "href")) + door)
    page.fill(f"input[name={field}]", "9999")
    page.click("main form.vt-form button[type=submit]")
    page.wait_for_selector("[role=alert]")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "alert"
    look_well(page)


def test_the_ways_in_and_out_and_a_page_that_is_not_there(house: House, context: BrowserContext) -> None:
    page = context.new_page()
    for way in ("sign-in/link/over/", "nergens/", "sign-in/ask/"):
        page.goto(f"{house.base}/{way}")
        _note(page, "visitor")
        look_well(page)
    page.goto(house.link("Sem"))
    _note(page, "visitor")
    look_well(page)
    page.click("main button[type=submit]")
    page.goto(f"{house.base}/sign-out/")
    _note(page, "Sem")
    look_well(page)
    page.click("main button[type=submit]")
    page.wait_for_url(f"{house.base}/")


def test_every_door_was_opened() -> None:
    """A new page is walked by itself once a page links to it; else this says which one nobody finds."""
    if not visited:
        pytest.skip("only after the walk")
    doors = {one.callback.door[0] for one in urlpatterns}
    assert sorted(doors - NO_PAGE - set(visited)) == []
    assert sorted(NO_PAGE - doors) == []


def test_a_keyboard_alone_joins_in_and_gives_back(house: House, context: BrowserContext) -> None:
    page = come_in(house, context, "Noor")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#main"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto(f"{house.base}/lichthaven/streets/?show=free")
    for words in (
        "Roerstraat",
        "Ik doe mee",
        "Ik doe mee",
        "Ik heb geprikt",
        "Opschrijven",
        "Ik geef het terug",
        "Ja,",
    ):
        _press(page, words)
    assert "Teruggegeven" in page.inner_text("[role=status]")


def test_whoever_listens_hears_where_one_is_and_what_each_button_does(
    house: House, context: BrowserContext
) -> None:
    page = come_in(house, context, "Bram")
    page.goto(f"{house.base}/lichthaven/plan/")
    for role, name in (("banner", ""), ("navigation", "Hoofdwegen"), ("main", ""), ("contentinfo", "")):
        found = page.get_by_role(role, name=name) if name else page.get_by_role(role)  # type: ignore[arg-type]
        assert found.count() == 1, role
    assert page.get_by_role("heading", level=1).count() == 1
    named = [one.inner_text().strip() for one in page.get_by_role("button", name="Klaar").all()]
    assert len(named) == len(set(named)) > 0  # each says which street
    assert "Zo willen we hier samen leven" in page.locator("a.vt-beam").inner_text()


def look_well(page: Page) -> None:
    """Phone by day and desk by night: nothing serious for axe, nothing wider than the screen, the light in sight.

    axe does not look a second time at what is built the same, with other words in it: most pages are, for several people.
    """
    seen = page.evaluate(BUILT)
    assert seen["titles"] == 1, page.url
    assert not seen["unworded"], page.url
    assert seen["light"] == 0, page.url
    by_day = [f"main {seen['main']}", f"around {seen['around']}"]
    looks = [(DESK, "dark", COLOURS, seen["ways"]), (PHONE, "light", ALL, by_day)]
    for size, scheme, rules, parts in (
        looks if page.viewport_size == DESK else looks[::-1]
    ):  # from how the last page was left
        if page.viewport_size != size:
            page.set_viewport_size(size)  # type: ignore[arg-type]
        if new := {sha256(f"{scheme} {one}".encode()).hexdigest() for one in parts} - looked:
            page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
            found = [
                f"{one['id']}: {one['nodes'][0]['html'][:160]}"
                for one in _axe(page, rules)
                if one["impact"] in ("serious", "critical")
            ]
            assert not found, (page.url, scheme, found)
            looked.update(new)
        wide = page.evaluate(WIDE)
        assert wide <= 0, (page.url, "wider than the screen by", wide)


def _axe(page: Page, rules: dict[str, Any]) -> list[dict[str, Any]]:
    """What axe has against the page; read into it once."""
    if page.evaluate("typeof axe") == "undefined":
        page.evaluate(Axe().axe_script)
    found: list[dict[str, Any]] = page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    return found


def _walk(page: Page, house: House, start: str, who: str) -> Iterator[str]:
    """Every door that can be reached from `start` by links, some pages behind each; the page stands open."""
    ahead, seen, counted = [start, "/"], {start, "/"}, defaultdict(int)
    while ahead:
        address = ahead.pop(0)
        door = _door(address)
        if not door or door in NO_PAGE or counted[door] >= AT_MOST.get(door, 1):
            continue
        answer = page.goto(house.base + address)
        assert answer
        assert answer.status == 200, (who, address, answer.status)
        counted[door] += 1
        _note(page, who)
        yield address
        for link in page.eval_on_selector_all("a[href]", "all => all.map(one => one.href)"):
            parts = urlsplit(link)
            to = parts.path + (f"?{parts.query}" if parts.query else "")
            if link.startswith(house.base) and to not in seen and _stays(to, start):
                seen.add(to)
                ahead.append(to)


def _stays(to: str, start: str) -> bool:
    """Within this neighbourhood, or on the pages around it."""
    return to.startswith(start) or not to.startswith(("/lichthaven/", "/nieuwe-wijk/"))


def _note(page: Page, who: str) -> None:
    if door := _door(page.url.split("://", 1)[1].partition("/")[2]):
        visited[door].add(who)


def _door(address: str) -> str:
    try:
        return resolve("/" + urlsplit(address).path.lstrip("/")).url_name or ""
    except Resolver404:
        return ""


def _propose(page: Page, house: House) -> None:
    """A proposal waits, so that its page is seen by who made it, by a second board member and by everybody."""
    page.goto(f"{house.base}/lichthaven/agreed/level/")
    page.select_option("select[name=goal_grade]", "A")
    page.click("main form.vt-form > button[type=submit]")
    page.wait_for_url("**/agreed/")
    assert "Wacht op een tweede ja" in page.inner_text("main")


def _press(page: Page, words: str) -> None:
    """Tab until what has the focus says `words`, then Enter."""
    page.evaluate("document.querySelector('main').focus()")
    for _ in range(80):
        page.keyboard.press("Tab")
        if words in page.evaluate("document.activeElement.textContent"):
            with page.expect_navigation():
                page.keyboard.press("Enter")
            return
    raise AssertionError(f"the keyboard does not reach {words!r} on {page.url}")
