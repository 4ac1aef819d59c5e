"""Lists in pages, so that no page grows with the city."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpRequest

ON_A_PAGE = 50
FARTHEST_PAGE = 2000
MANY = 20
"""A list that is longer can be searched; one that is shorter is read."""
LONGEST_ASKED = 60
One = TypeVar("One")


@dataclass(frozen=True)
class Searched(Generic[One]):
    """A page of a list: `some` of what was found with `words`, and whether there are so many that one would search."""

    some: list[One]
    words: str
    page: int
    more: bool
    many: bool


def page_number(request: HttpRequest) -> int:
    """The page that the address asks for; the first where it asks for nothing sensible."""
    text = request.GET.get("page", "1")
    return min(max(int(text), 1), FARTHEST_PAGE) if text.isascii() and text.isdigit() and len(text) < 6 else 1


def searched(request: HttpRequest, every: Sequence[One], text: Callable[[One], str]) -> Searched[One]:
    """A page of what a viewer may see, by the words in the address (`q`), anywhere in the `text` of one, in any case."""
    words = request.GET.get("q", "").strip()[:LONGEST_ASKED]
    found = [one for one in every if words.casefold() in text(one).casefold()]
    page = page_number(request)
    first = (page - 1) * ON_A_PAGE
    more = len(found) > first + ON_A_PAGE
    return Searched(found[first : first + ON_A_PAGE], words, page, more, len(every) > MANY)
