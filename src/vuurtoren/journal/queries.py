"""Reading the journal: walking a chain, and the moments of a place."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib import import_module
from uuid import UUID

from django.apps import apps
from django.db.models import QuerySet

from vuurtoren.journal.models import Book, Moment
from vuurtoren.journal.moments import Kind
from vuurtoren.journal.ready import ready
from vuurtoren.journal.rules import Sealed, Verdict, verify

ROWS_AT_ONCE = 2000
MOST_OF_A_PLACE = 20
MOST_NEWS = 1000


@dataclass(frozen=True)
class News:
    """Of one moment: its number, its seal, and the place it is about; None where it is about no place alone."""

    number: int
    seal: str
    place: UUID | None


def all_kinds() -> dict[str, Kind]:
    """Every kind of moment the house knows, by name, gathered from the apps' `moments.py`."""
    found: dict[str, Kind] = {}
    for app in apps.get_app_configs():
        if app.name.startswith("vuurtoren."):
            try:
                kinds = import_module(f"{app.name}.moments").KINDS
            except ModuleNotFoundError:
                continue
            found |= {kind.name: kind for kind in kinds}
    return found


def verify_book(key: UUID) -> Verdict:
    """Walk one neighbourhood's chain from the first moment to its head."""
    book = Book.objects.get(key=key)
    return verify(_rows(book), book.last_number, book.last_hash)


def books() -> list[UUID]:
    """The keys of all books, in the order they were opened."""
    return list(Book.objects.order_by("id").values_list("key", flat=True))


def moments_of_place(
    neighbourhood: UUID, place: UUID, most: int = MOST_OF_A_PLACE, said: Mapping[str, str] | None = None
) -> list[Moment]:
    """The newest moments about a place; with `said` only those that say so."""
    if said:
        found = Moment.objects.filter(book__key=neighbourhood, place=place)
        wanted = {f"what__{name}": value for name, value in said.items()}
        return list(found.filter(**wanted).order_by("-number")[:most])
    return _of_place(neighbourhood=neighbourhood, place=place)[:most]


def newest_moments(neighbourhood: UUID, most: int) -> list[Moment]:
    """The newest moments of a neighbourhood. They hold no names and no words, so everybody may see them."""
    return list(Moment.objects.filter(book=_book(neighbourhood)).order_by("-number")[:most])


def news_since(neighbourhood: UUID, number: int, most: int = MOST_NEWS) -> list[News]:
    """From moment `number` on, oldest first: where something happened; at most `most`."""
    return [News(*row) for row in _since(neighbourhood=neighbourhood, number=number)][:most]


@ready
def _since(neighbourhood: UUID, number: int) -> QuerySet[Moment, tuple[int, str, UUID | None]]:
    later = Moment.objects.filter(book=_book(neighbourhood), number__gte=number).order_by("number")
    return later.values_list("number", "hash", "place")[:MOST_NEWS]


@ready
def _of_place(neighbourhood: UUID, place: UUID) -> QuerySet[Moment]:
    here = Moment.objects.filter(book=_book(neighbourhood), place=place)
    return here.order_by("-number")[:MOST_OF_A_PLACE]


def _book(neighbourhood: UUID) -> QuerySet[Book, int]:
    """The one book, found first, so that its newest moments are read from the index instead of sorting all."""
    return Book.objects.filter(key=neighbourhood).values_list("pk", flat=True)[:1]


def _rows(book: Book) -> Iterator[Sealed]:
    rows = book.moments.order_by("number").iterator(chunk_size=ROWS_AT_ONCE)
    for row in rows:
        yield Sealed(
            book.key,
            row.number,
            row.kind,
            row.who,
            row.about,
            row.place,
            row.what,
            row.at,
            row.previous,
            row.hash,
        )
