"""What every reader hands over: segments, or one reason why not."""

import hashlib
import unicodedata
from dataclasses import dataclass
from typing import Literal

from vuurtoren.language import Refused

Point = tuple[float, float]
"""Longitude, latitude: degrees in WGS84 (CRS84)."""
Line = tuple[Point, ...]
Certainty = Literal["none", "low", "medium", "high"]
CERTAINTIES: tuple[Certainty, ...] = ("none", "low", "medium", "high")
KINDS = ("street", "square", "park", "quay")
AREAS = ("square", "park")
JOINERS = "\u200c\u200d"
"""Zero-width joiners: invisible, but Persian and many Indian names are spelled with them."""


class Unreadable(Refused):
    """A file that cannot be read; `code` is the reason, `file` its name."""

    def __init__(self, code: str, file: str, **values: object) -> None:
        super().__init__(code, file=file, **values)


@dataclass(frozen=True, order=True)
class Segment:
    """A piece of street, or the edge of a square or park.

    `source_key` is the piece's name in its source and stays the same from one edition to the next. `certainty` says how
    sure the name is ("none" without one). `line` has two points or more; of an area it is the closed outer ring, and
    `holes` are the rings within it that are no part of it.
    """

    source_key: str
    name: str
    certainty: str
    street_class: str
    line: Line
    kind: str = "street"
    holes: tuple[Line, ...] = ()

    @property
    def is_area(self) -> bool:
        """Is the line the closed edge of a square or park, rather than a way along it?"""
        return self.kind in AREAS and len(self.line) > 3 and self.line[0] == self.line[-1]


def clean(text: object, most: int) -> str:
    """One line of plain text of at most `most` characters; empty for what is not text.

    Unicode is composed (NFC), white space is one space, and what cannot be seen is left out: control characters,
    halves of a surrogate pair (which no database takes) and marks that turn the direction of what follows.

    >>> clean("  Nieuwe\\u00a0 Kade\\x00 ", 40)
    'Nieuwe Kade'
    """
    if not isinstance(text, str):
        return ""
    spaced = "".join(" " if one.isspace() else one for one in text[: most * 10])
    seen = (one for one in spaced if one in JOINERS or not unicodedata.category(one).startswith("C"))
    return " ".join(unicodedata.normalize("NFC", "".join(seen)).split())[:most].rstrip()


def key_of_shape(line: Line) -> str:
    """A name for a piece without one, from where it lies: it stays the same when pieces before it come or go."""
    return "shape-" + hashlib.sha256(repr(line).encode()).hexdigest()[:20]
