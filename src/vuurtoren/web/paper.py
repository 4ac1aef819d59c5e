"""Sheets to print: a PDF from a layout of the house and words that are data, never markup. Decision 0021."""

import json
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final

import typst

LAYOUTS = Path(__file__).parent / "templates"
LETTERS = Path(__file__).parent / "static" / "vuurtoren" / "paper"
LIGHTHOUSE = Path(__file__).parent / "static" / "vuurtoren" / "lighthouse.svg"
OPEN_TO_ALL: Final = "ua-1"
"""PDF/UA-1 (ISO 14289-1): a screen reader finds the language, the title, the order and words for each picture."""


def pdf(layout: str, words: dict[str, Any], *, at: datetime) -> bytes:
    """The PDF of `layout` (a file of LAYOUTS) with `words`, plain values for JSON, made at `at`.

    A sign that none of the letters here can draw (an emoji) has no place in PDF/UA; such a sheet shows an empty box
    for it, is tagged as well, and does not claim the norm. Reads nothing but the layout and the letters of the house.
    """
    source = (LAYOUTS / layout).read_bytes()
    made_at = at.replace(microsecond=0)
    given = {"words": json.dumps(words)}
    with TemporaryDirectory() as empty:
        house = typst.Compiler(
            source,
            root=empty,
            font_paths=_letters(),
            ignore_system_fonts=True,
            package_path=empty,
            package_cache_path=empty,
        )
        try:
            made = house.compile(
                format="pdf", sys_inputs=given, timestamp=made_at, pdf_standards=[OPEN_TO_ALL]
            )
        except typst.TypstError as error:
            if "could not be displayed" not in error.message:
                raise
            made = house.compile(source, format="pdf", sys_inputs=given, timestamp=made_at)
    if not isinstance(made, bytes):
        raise TypeError("A sheet is one file.")
    return made


@cache
def _letters() -> typst.Fonts:
    """The letters of the pages, and those in the library for other scripts; none of the machine."""
    return typst.Fonts(include_system_fonts=False, font_paths=[LETTERS])
