"""What neighbours read is true: every page is told of, every picture is there, and bold words stand on the screen."""

import re
from pathlib import Path

import pytest

from tests.house.book import ROOT
from vuurtoren.language import keys, say
from vuurtoren.web.urls import urlpatterns

pytestmark = pytest.mark.pure

BOOK = ROOT / "docs" / "neighbours"
LANGUAGES = {"nl": ("alle-bladzijden.md", "wijk"), "en": ("every-page.md", "neighbourhood")}
LARGEST_PICTURE = 600_000
PAGES = [*sorted((ROOT / "docs").rglob("*.md")), ROOT / "README.md"]


def address(pattern: str, neighbourhood: str) -> str:
    """How a neighbour reads an address: `/wijk/street/…/join/`."""
    return "/" + re.sub(r"<[^>]+>", "…", pattern.replace("<slug:slug>", neighbourhood))


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_page_is_told_of(language: str) -> None:
    file, neighbourhood = LANGUAGES[language]
    told = set(re.findall(r"`([^`]+)`", (BOOK / language / file).read_text(encoding="utf-8")))
    doors = {address(str(one.pattern), neighbourhood) for one in urlpatterns}
    assert sorted(doors - told) == [], "say in docs/neighbours where this page is told of"
    assert sorted(told - doors) == [], "this page is gone"


@pytest.mark.parametrize("page", PAGES, ids=lambda one: str(one.relative_to(ROOT)))
def test_every_picture_and_page_that_is_named_is_there(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", page.read_text(encoding="utf-8")):
        if not target.startswith(("http", "mailto")):
            assert (page.parent / target).exists(), target


def test_every_picture_is_shown_somewhere_and_none_is_heavy() -> None:
    named = " ".join(page.read_text(encoding="utf-8") for page in PAGES)
    for picture in sorted((ROOT / "docs" / "pictures").glob("*")):
        assert f"pictures/{picture.name}" in named, f"{picture.name} is shown nowhere"
        assert picture.stat().st_size < LARGEST_PICTURE, picture.name


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_both_languages_tell_the_same(language: str) -> None:
    index = (BOOK / "README.md").read_text(encoding="utf-8")
    file_of_every_page, _ = LANGUAGES[language]
    for page in sorted((BOOK / language).glob("*.md")):
        assert f"({language}/{page.name})" in index
        if (
            page.name != file_of_every_page
        ):  # a list to look something up in, a line a door; nobody reads it through
            assert len(page.read_text(encoding="utf-8").splitlines()) < 120


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_bold_words_stand_on_the_screen(language: str) -> None:
    lexicon = " | ".join(say(language, key) for key in keys(language)).casefold()
    for page in sorted((BOOK / language).glob("*.md")):
        text = re.sub(r"\s+", " ", page.read_text(encoding="utf-8"))
        for words in re.findall(r"\*\*([^*]+)\*\*", text):
            assert words.casefold() in lexicon, f"{page.name}: {words}"
