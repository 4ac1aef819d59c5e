"""A script as a name, a reason, a line of the lighthouse, an address: in every text field it stays words, on every page."""

import ast
import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Browser, Page

from tests.house.reading import SRC
from tests.stories.browser import CHROMIUM, House, come_in
from tests.stories.test_in_a_browser import a_street
from vuurtoren.people.models import Account

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not on this machine"),
]
MARKER = "\"'><img src=x onerror=window.bad=1>"
SCRIPT = "<script>window.bad=1</script>{{7*7}}"
TEXT_FIELDS = {
    "Answer.decided_by",
    "Otherwise.theirs",
    "Named.named",
    "LookBack.sentence",
    "CrewName.name",
    "Standard.scale_source",
    "Me.called",
    "Enter.called",
    "Tools.number",
    "Tools.note",
    "Light.line",
    "Light.story",
    "Reason.reason",
    "RoleFor.mail",
    "Welcome.called",
    "SetTable.spot",
    "Met.matter",
    "SetLearning.question",
    "NextRound.question",
    "WriteRound.tries",
    "WriteRound.happened",
    "WriteRound.different",
    "Wish.reach",
    "GiftWords.said",
    "CodeOnPaper.code",
    "LookFor.said",
    "OwnDay.own",
    "Promised.what",
    "Wont.reason",
    "Stopping.own",
    "SayIt.said",
    "Spending.source",
    "SayOtherwise.theirs",
    "Answer.conditions",
    "Answer.reasons",
    "Answer.talk_to",
    "InitiativeWords.what",
    "InitiativeWords.more",
    "HowItGoes.learned",
    "AskInstitution.what",
    "MakeRole.name",
    "AnswerQuestion.reason",
    "Weigh.stake",
    "Decide.stop",
    "Decide.why",
    "OwnWords.learned",
    *(f"Propose.{one}" for one in ("says", "why", "fits", "fits_not")),
    *("Except.why", "Except.for_whom", "KeepRule.rule", "KeepRule.whose", "TellAfter.what", "BeFound.found"),
}
"""Every field that takes words. A new one belongs in the story below, and then here."""

PAGES = (
    *(
        "",
        "tables/",
        "initiatives/",
        "questions/",
        "lessons/",
        "weighings/",
        "nudges/mine/",
        "gifts/",
        "promises/",
        "map/",
        "streets/",
        "plan/",
        "city/",
        "agreed/",
        "agreements/",
        "who/",
        "light/",
        "principles/",
        "principles/replaced/",
    ),
    *("ties/", "ties/mine/", "coffee/", "letter/", "journal/?verify=1", "me/", "me/forget/"),
)
OF_A_STREET = ("", "join/", "next/", "round/", "give-back/", "look/")


@pytest.mark.pure
def test_every_text_field_is_known_here() -> None:
    words = {"forms.CharField", "forms.EmailField", "forms.SlugField", "forms.URLField", "forms.RegexField"}
    trees = (ast.parse(file.read_text(encoding="utf-8")) for file in (SRC / "web").glob("*.py"))
    found = {
        f"{form.name}.{ast.unparse(field.targets[0])}"
        for tree in trees
        for form in ast.walk(tree)
        if isinstance(form, ast.ClassDef)
        for field in form.body
        if isinstance(field, ast.Assign) and isinstance(field.value, ast.Call)
        if ast.unparse(field.value.func).removeprefix("django_") in words
    }
    assert found == TEXT_FIELDS


@pytest.mark.django_db
def test_a_script_as_the_first_name_of_somebody_new_stays_words() -> None:
    client = Client()
    client.force_login(Account.objects.create_user("nieuw@lichthaven.example"))
    shown = client.post(
        "/welcome/", {"key": "k", "called": MARKER + SCRIPT, "language": "nl"}
    ).content.decode()
    assert "window.bad" in shown
    assert "<img src=x" not in shown
    assert "<script>window" not in shown


def test_a_script_in_any_text_field_stays_words_on_every_page(
    house: House, browser: Browser, tmp_path: Path
) -> None:
    context = browser.new_context(locale="nl-NL")
    complaints: list[str] = []
    base = f"{house.base}/lichthaven/"

    board = come_in(house, context, "Rosa")
    board.on(
        "console", lambda said: complaints.append(said.text) if "Content Security" in said.text else None
    )
    send(board, base + "light/tend/", line=MARKER, story=MARKER + SCRIPT)
    send(board, base + "me/", called=MARKER)
    send(board, base + "agreed/level/", scale_source=MARKER)
    send(board, base + "agreed/crew/", name=MARKER)
    board.goto(base + "who/role/")
    board.fill("input[name=mail]", "x@x.example")
    board.evaluate("document.querySelector('input[name=mail]').type = 'text'")
    send(board, "", mail=MARKER)
    walk(board, house)

    host = come_in(house, browser.new_context(locale="nl-NL"), "Amina")
    send(host, base + "who/enter/", called=MARKER)
    host.goto(base + "who/tools/")
    host.select_option("select[name=place]", index=1)
    send(host, "", number="'<i>{{7*7}}", note=MARKER)
    host.goto(base + "tables/set/")
    host.select_option("select[name=place]", index=1)
    send(host, "", spot=MARKER)
    host.goto(base + "tables/")
    table = house.base + str(host.get_attribute("main .vt-list--cards li:has-text('onerror') a", "href"))
    send(host, table + "met/", matter=MARKER)
    assert MARKER in host.inner_text("main")
    send(host, table + "look-for/", said=MARKER)
    for address in (
        table,
        base + "gifts/suggestions/",
        table + "card/",
        table + "change/",
        table + "end/",
        table + "rest/",
    ):
        host.goto(address)
        still_whole(host)
    learn(host, house, base)
    begin(host, base, house)
    weigh(host, base)
    challenge(host, base, house)
    hold_to(host, board, base, house)
    neighbour = come_in(house, browser.new_context(locale="nl-NL"), "Fatma")
    neighbour.click("main a:has-text('Lees en kies')")
    want_it_otherwise(neighbour)
    neighbour.goto(base + "coffee/")
    neighbour.check("input[name=loves][value=music]")
    send(neighbour, "", reach=MARKER)
    assert neighbour.input_value("input[name=reach]") == MARKER
    send(host, base + "gifts/offer/hands/", said=MARKER)
    assert MARKER in host.inner_text("main")
    host.goto(f"{base}gifts/?q={MARKER}")
    still_whole(host)
    host.goto(house.base + str(host.get_attribute("a[href*='/gift/']", "href")))
    still_whole(host)
    send(host, base + "me/", called=SCRIPT)
    walk(host, house, "who/enter/")

    worker = come_in(house, browser.new_context(locale="nl-NL"), "Bram")
    worker.goto(f"{base}streets/")
    worker.click("main tbody a")
    worker.click("main a:has-text('Hier stopt de stad')")
    worker.check("input[name=how][value=stops]")
    worker.check("input[name=why][value=other]")
    send(worker, "", own=MARKER + SCRIPT)
    worker.goto(base + "plan/")
    worker.goto(house.base + str(worker.get_attribute("a[href*='/take-off/'], a[href*='/put-on/']", "href")))
    if worker.query_selector("select[name=place]"):
        worker.select_option("select[name=place]", index=1)
    send(worker, "", reason=MARKER)
    worker.goto(f"{base}days/")
    worker.goto(house.base + str(worker.get_attribute("main a[href*='/days/2']", "href")))
    send(worker, "", own=MARKER)
    assert MARKER in worker.inner_text("main")
    worker.goto(base + "questions/")
    worker.click("main li:has-text('onerror') button:has-text('Ik pak het op')")
    worker.goto(house.base + str(worker.get_attribute("main a[href*='/answer/']", "href")))
    worker.check("input[name=answer][value=no]")
    send(worker, "", reason=MARKER)
    assert worker.inner_text("main").count("onerror") >= 2
    say_to_the_challenge(worker, base)
    look_back(worker, base)
    worker.goto(base + "promises/make/")
    send(worker, "", what=MARKER)
    promise = house.base + str(worker.get_attribute("main li:has-text('onerror') a", "href"))
    visitor_sees = browser.new_context(locale="nl-NL").new_page()
    visitor_sees.goto(promise)
    assert MARKER in visitor_sees.inner_text("main")
    still_whole(visitor_sees)
    send(worker, promise + "wont/", reason=MARKER)
    assert worker.inner_text("main").count("onerror") == 2
    walk(worker, house)

    visitor = browser.new_context(locale="nl-NL").new_page()
    visitor.goto(f"{base}streets/?q={MARKER}{SCRIPT}")
    still_whole(visitor)
    visitor.goto(f"{house.base}/sign-in/?next={MARKER}")
    still_whole(visitor)
    assert not complaints, "the policy had to step in; the page should not have tried"


def learn(host: Page, house: House, base: str) -> None:
    """A learning table whose question, and all that is written of its rounds, is a script."""
    host.goto(base + "tables/learn/")
    host.select_option("select[name=place]", index=1)
    send(host, "", question=MARKER, spot="de zolder")
    host.goto(base + "tables/")
    table = house.base + str(host.get_attribute("main .vt-list--cards li:has-text('de zolder') a", "href"))
    send(host, table + "round/", tries=MARKER, happened=MARKER, different=MARKER + SCRIPT)
    assert host.inner_text("main").count("onerror") == 4
    send(host, table + "round/next/", question=SCRIPT)
    assert SCRIPT in host.inner_text("main")


def weigh(host: Page, base: str) -> None:
    """A weighing whose words, and all that was learned, are a script; everybody reads the lesson."""
    host.goto(base + "weigh/")
    for name, value in (("undone", "never"), ("hurt", "other"), ("learns", "we")):
        host.check(f"input[name={name}][value={value}]")
    send(host, "", stake=MARKER)
    one = host.url
    soon = (timezone.localdate() + timedelta(days=9)).isoformat()
    send(host, one + "decide/", stop=MARKER, why=MARKER, look_back_on=soon)
    assert host.inner_text("main").count("onerror") == 3
    host.goto(one + "look-back/")
    host.check("input[name=went][value=wrong]")
    host.check("input[name=yes][value=yes]")
    send(host, "", learned=MARKER)
    host.goto(f"{base}lessons/?q={MARKER}")
    assert MARKER in host.inner_text("main")
    still_whole(host)


def begin(host: Page, base: str, house: House) -> None:
    """An initiative whose words, and all that was learned in it, are a script."""
    send(host, base + "initiatives/start/", what=MARKER, more=MARKER + SCRIPT)
    one = host.url.partition("?")[0].partition("#")[0]
    host.goto(one + "state/")
    host.check("input[name=turn][value=rest]")
    send(host, "", learned=MARKER)
    assert host.inner_text("main").count("onerror") >= 3
    host.goto(f"{base}initiatives/?q={MARKER}")
    still_whole(host)
    send(host, one + "role/", name="'><i>{{7*7}}<img src=x>")
    host.goto(one + "ask/")
    host.check("input[name=kind][value=place]")
    host.select_option("select[name=institution]", label="Stadsbeheer Lichthaven")
    send(host, "", what=MARKER)
    send(host, one + "words/", what=SCRIPT)
    assert SCRIPT in host.inner_text("main")


def hold_to(host: Page, board: Page, base: str, house: House) -> None:
    """A principle, an exception and a rule that made room, all of whose words are a script."""
    send(host, base + "principles/propose/", says=MARKER, why=MARKER + SCRIPT, fits=MARKER, fits_not=MARKER)
    assert MARKER in host.inner_text("main")
    board.goto(base + "principles/")
    still_whole(board)
    with board.expect_navigation():
        board.click("main article:has-text('onerror') button:has-text('Ja, zo doen we het')")
    host.goto(base + "principles/")
    one = house.base + str(host.get_attribute("main .vt-list--cards a:has-text('onerror')", "href"))
    soon = (timezone.localdate() + timedelta(days=9)).isoformat()
    send(host, one + "exception/", why=MARKER, for_whom=MARKER, until=soon)
    assert host.inner_text("main").count("onerror") >= 5
    send(host, one + "rule/", rule=MARKER, whose=MARKER)
    host.goto(base + "principles/replaced/")
    still_whole(host)
    after = house.base + str(
        host.get_attribute("main article:has-text('onerror') a[href*='/after/']", "href")
    )
    send(host, after, what=MARKER)
    assert host.inner_text("main").count("onerror") >= 3
    send(host, base + "principles/be-found/", found=MARKER)


def challenge(carrier: Page, base: str, house: House) -> None:
    """The draft of a challenge of the street that one carries, with a script as its first answer."""
    carrier.goto(base)
    found = re.match(r"/[^/]+/street/[^/]+/", str(carrier.get_attribute("main a[href*='/street/']", "href")))
    assert found
    carrier.goto(f"{house.base}{found[0]}challenge/")
    carrier.fill("main form.vt-form textarea >> nth=0", MARKER + SCRIPT)
    with carrier.expect_navigation():
        carrier.click("main form.vt-form button[type=submit]")
    still_whole(carrier)
    assert carrier.input_value("main form.vt-form textarea >> nth=0") == MARKER + SCRIPT
    carrier.fill("main input[name=named]", MARKER[:60])
    carrier.click("main form:has(input[name=named]) button[type=submit]")
    still_whole(carrier)
    assert carrier.input_value("main input[name=named]") == MARKER[:60]


def say_to_the_challenge(worker: Page, base: str) -> None:
    """The city answers the challenge that waits for it."""
    worker.goto(base + "agreements/")
    every = "all => all.map(one => one.href)"
    for one in worker.eval_on_selector_all("main a[href*='/agreement/']", every):
        worker.goto(one)
        if waits := worker.query_selector("main a[href*='/say/']"):
            waits.click()
            worker.check("input[name=said][value=no]")
            send(worker, "", conditions=MARKER, reasons=MARKER, talk_to=MARKER, decided_by=MARKER)
            worker.goto(one)
            still_whole(worker)
            assert "onerror" in worker.inner_text("main")
            return
    raise AssertionError("no challenge waits for the city in the demo")


def want_it_otherwise(neighbour: Page) -> None:
    """The city said yes, if; the neighbours answer with a script."""
    neighbour.click("main a[href*='/otherwise/']")
    send(neighbour, "", theirs=MARKER)
    assert MARKER in neighbour.inner_text("main")


def look_back(worker: Page, base: str) -> None:
    """Two years after an agreement the city looks back on it, with a script."""
    worker.goto(base + "agreements/")
    every = "all => all.map(one => one.href)"
    for one in worker.eval_on_selector_all("main a[href*='/agreement/']", every):
        worker.goto(one)
        if worker.query_selector("main form[action*='/look-back/']"):
            worker.fill("main [name=sentence]", MARKER)
            worker.click("main form[action*='/look-back/'] button[type=submit]")
            still_whole(worker)
            assert MARKER in worker.inner_text("main")
            return
    raise AssertionError("nobody looks back in the demo")


def send(page: Page, address: str, **fields: str) -> None:
    """Open a form, fill in, send it; whatever comes of it, nothing of it runs."""
    if address:
        page.goto(address)
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    for name, words in fields.items():
        page.fill(f"main [name={name}]", words)
    with page.expect_navigation():
        page.click("main form:has([name=key]) button[type=submit]")
    still_whole(page)


def walk(page: Page, house: House, *more: str) -> None:
    """Look at every page: the marker stands there as words, if at all."""
    street = a_street(page, house, "Kompasstraat")
    base = f"{house.base}/lichthaven/"
    for address in (*(base + one for one in (*PAGES, *more)), *(street + one for one in OF_A_STREET)):
        page.goto(address)
        still_whole(page)


def still_whole(page: Page) -> None:
    """No script of ours-not ran, and no element came out of a text."""
    assert page.evaluate("window.bad === undefined"), page.url
    assert page.query_selector("img[src=x]") is None, page.url
    assert "49" not in page.inner_text("h1"), page.url
