"""What was seen elsewhere, from a CSV file: `street, date, grade or pieces, area`, a row an observation.

Comma, semicolon or tab; heads in Dutch or English; a date with or without a time. Nothing is guessed: a row that is
not clear is refused with the line it stands on, and then the whole file is.
"""

import csv
import io
import re
from collections.abc import Iterator
from datetime import datetime, time
from pathlib import Path

from django.utils import timezone

from vuurtoren.engine.units import GRADES
from vuurtoren.language import Refused
from vuurtoren.places.reading.parsing import present
from vuurtoren.response.acts.seeing import Row
from vuurtoren.response.exports import taken_back
from vuurtoren.response.rules import MOST_AREA_M2, PIECES, USUAL_AREA_M2

LARGEST_FILE = 20_000_000
MOST_ROWS = 200_000
LONGEST_CELL = 400
NOON = time(12)
"""A day without a time is taken to be noon."""
HEADS = {
    "street": ("street", "straat", "place", "plek"),
    "date": ("date", "datum", "day", "dag", "at", "moment"),
    "time": ("time", "tijd"),
    "grade": ("grade", "kwaliteit", "beoordeling", "cijfer"),
    "pieces": ("pieces", "stuks", "aantal", "count"),
    "area": ("area", "area_m2", "oppervlak", "oppervlakte", "m2"),
}
DAYS = ("%Y-%m-%d", "%d-%m-%Y", "%d/%m/%Y")
TIMES = ("%H:%M", "%H:%M:%S")
NUMBER = re.compile(r"\d{1,7}(?:[.,]\d{1,6})?")


def observations_in(file: Path, now: datetime) -> list[Row]:
    """The rows of a file; `Refused` with the row number (1 is the head) for the first one that is not clear."""
    rows = [_row(number, cells, now) for number, cells in _cells(_text(file), file.name)]
    if not rows:
        raise Refused("response.csv_empty", file=file.name)
    return rows


def _text(file: Path) -> str:
    present(file)
    with file.open("rb") as opened:
        data = opened.read(LARGEST_FILE + 1)
    if len(data) > LARGEST_FILE:
        raise Refused("response.csv_too_large", file=file.name, most=LARGEST_FILE // 1_000_000)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused("response.csv_no_text", file=file.name) from None
    if "\0" in text:
        raise Refused("response.csv_no_text", file=file.name)
    return text


def _cells(text: str, name: str) -> Iterator[tuple[int, dict[str, str]]]:
    """The line number and the cells by column, for every row that is not empty."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    heads: list[str] = []
    try:
        for cells in reader:
            number = reader.line_num
            if not any(cell.strip() for cell in cells):
                continue
            if not heads:
                heads = _heads(cells, name)
                continue
            if number > MOST_ROWS + 1:
                raise Refused("response.csv_too_many", file=name, most=MOST_ROWS)
            if len(cells) > len(heads) or any(len(cell) > LONGEST_CELL for cell in cells):
                raise Refused("response.row_shape", row=number)
            found = zip(heads, cells, strict=False)
            yield number, {head: taken_back(cell.strip()) for head, cell in found if head}
    except csv.Error:
        raise Refused("response.row_shape", row=reader.line_num) from None


def _delimiter(text: str) -> str:
    first = text.lstrip().splitlines()[0] if text.strip() else ""
    return max(",;\t", key=first.count)


def _heads(cells: list[str], name: str) -> list[str]:
    """What each column holds; a column we do not know is left out."""
    said = [cell.strip().casefold() for cell in cells]
    heads = [next((head for head, names in HEADS.items() if word in names), "") for word in said]
    known = [head for head in heads if head]
    enough = {"street", "date"} <= set(known) and {"grade", "pieces"} & set(known)
    if not enough or len(known) != len(set(known)):
        raise Refused("response.csv_heads", file=name)
    return heads


def _row(number: int, cells: dict[str, str], now: datetime) -> Row:
    street = cells.get("street", "")
    if not street:
        raise Refused("response.row_street", row=number)
    grade, pieces = cells.get("grade", "").upper() or None, cells.get("pieces", "")
    if grade is None and not pieces:
        raise Refused("response.row_nothing", row=number)
    if grade is not None and grade not in GRADES:
        raise Refused("response.row_grade", row=number)
    return Row(
        street=street,
        at=_at(number, cells, now),
        grade=grade,
        pieces=_pieces(number, pieces) if pieces else None,
        area_m2=_area(number, cells.get("area", "")),
        number=number,
    )


def _at(number: int, cells: dict[str, str], now: datetime) -> datetime:
    """When it was seen, in the house's own time zone where the file names none; never in the future."""
    words = f"{cells.get('date', '')} {cells.get('time', '')}".strip()
    found = _moment(words)
    if found and not cells.get("time") and timezone.localdate(found) == timezone.localdate(now):
        found = min(found, now)  # a day without a time counts at noon; today at six, it counts now
    if found is None or not (found.year >= 2000 and found <= now):
        raise Refused("response.row_day", row=number, day=words[:40])
    return found


def _moment(words: str) -> datetime | None:
    day, _, rest = words.replace("T", " ", 1).partition(" ")
    for form in DAYS:
        for clock in ("", *TIMES):
            try:
                found = datetime.strptime(f"{day} {rest}".strip(), f"{form} {clock}".strip())  # noqa: DTZ007
            except ValueError:
                continue
            return timezone.make_aware(found if clock else datetime.combine(found.date(), NOON))
    try:
        exact = datetime.fromisoformat(words)
    except ValueError:
        return None
    return exact if exact.tzinfo else timezone.make_aware(exact)


def _pieces(number: int, words: str) -> int:
    if not (words.isascii() and words.isdigit() and len(words) < 6 and int(words) in PIECES):
        raise Refused("response.row_pieces", row=number, most=PIECES[-1])
    return int(words)


def _area(number: int, words: str) -> float:
    if not words:
        return USUAL_AREA_M2
    area = float(words.replace(",", ".")) if NUMBER.fullmatch(words) else 0.0
    if not 1.0 <= area <= MOST_AREA_M2:
        raise Refused("response.row_area", row=number, most=int(MOST_AREA_M2))
    return area
