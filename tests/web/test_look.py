"""What the eye needs: enough contrast by day and by night, and nothing in a page that the content policy forbids."""

import re
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "src/vuurtoren/web"
TOKENS = (WEB / "assets/theme/tokens.css").read_text(encoding="utf-8")
TEMPLATES = sorted((WEB / "templates").rglob("*.html"))
WORDS, SHAPES = 4.5, 3.0
"""WCAG 2.2: contrast of words (1.4.3, AA) and of what is not words (1.4.11)."""

GRADES = ("Aplus", "A", "B", "C", "D")
PAIRS = [
    *(
        (words, ground, WORDS)
        for words in ("ink", "ink-soft", "link")
        for ground in ("paper", "sheet", "sheet-quiet")
    ),
    *(("ink", f"{kind}-soft", WORDS) for kind in ("good", "mind", "wrong", "city", "carry", "lamp")),
    *(
        (kind, ground, WORDS)
        for kind in ("good", "mind", "wrong", "city", "carry")
        for ground in ("sheet", "paper")
    ),
    *((f"on-{grade}", grade, WORDS) for grade in GRADES),
    ("on-night", "night-soft", WORDS),
    ("on-night-soft", "night-soft", WORDS),
    ("on-lamp", "lamp", WORDS),
    ("on-enamel", "enamel", WORDS),
    ("on-act", "act", WORDS),
    ("on-act", "act-over", WORDS),
    ("edge-strong", "sheet", SHAPES),
    ("focus", "paper", SHAPES),
]


def theme(night: bool) -> dict[str, str]:
    """The house's own colours by name, as `#rrggbb`."""
    found = dict(re.findall(r"--vt-([\w-]+): (#[0-9a-f]{6});", TOKENS.split("@media")[0]))
    if night:
        found |= dict(re.findall(r"--vt-([\w-]+): (#[0-9a-f]{6});", TOKENS.split("@media")[1]))
    return found


def contrast(one: str, other: str) -> float:
    """The contrast ratio of WCAG 2.2 between two colours, from 1 to 21."""
    dark, light = sorted((brightness(one), brightness(other)))
    return (light + 0.05) / (dark + 0.05)


def brightness(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.pure
@pytest.mark.parametrize("night", [False, True], ids=["day", "night"])
@pytest.mark.parametrize(("words", "ground", "least"), PAIRS)
def test_words_stand_out_from_their_ground(words: str, ground: str, least: float, night: bool) -> None:
    colours = theme(night)
    assert contrast(colours[words], colours[ground]) >= least


@pytest.mark.pure
@pytest.mark.parametrize("page", TEMPLATES, ids=lambda page: str(page.relative_to(WEB / "templates")))
def test_a_page_has_no_style_or_script_of_its_own(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not re.search(
        r"\sstyle=|\son[a-z]+=\"|<style|<script(?![^>]*\ssrc=)|\|\s*safe\b|javascript:", text
    )


@pytest.mark.pure
def test_sides_are_logical_so_that_pages_also_read_from_the_right() -> None:
    sheets = [*(WEB / "assets/theme").glob("*.css"), WEB / "assets/map.css"]
    sided = re.compile(
        r"(?:^|[\s;{])(?:margin|padding|border)-(?:left|right)\b|(?:^|[\s;{])(?:left|right)\s*:|float:"
    )
    assert [sheet.name for sheet in sheets if sided.search(sheet.read_text(encoding="utf-8"))] == []
