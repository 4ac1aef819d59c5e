"""JSON of strangers."""

import json
import math
import os
from pathlib import Path
from typing import Any

from vuurtoren.places.reading.limits import LARGEST_JSON, MOST_BRACKETS
from vuurtoren.places.reading.segment import Unreadable


def parsed(raw: bytes, file: str) -> Any:
    """The value that a JSON text in UTF-8 holds. NaN and Infinity are read as such, to be refused where they stand."""
    if raw.count(b"{") + raw.count(b"[") > MOST_BRACKETS:
        raise Unreadable("places.too_many", file, most=MOST_BRACKETS)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unreadable("places.not_utf8", file) from None
    try:
        return json.loads(text, parse_constant=lambda _: math.nan)
    except (ValueError, RecursionError):
        raise Unreadable("places.broken_json", file) from None


def parsed_file(path: Path) -> Any:
    """The same, from a file."""
    present(path)
    with path.open("rb") as opened:
        raw = opened.read(LARGEST_JSON + 1)
    if len(raw) > LARGEST_JSON:
        raise Unreadable("places.file_too_large", path.name, most=LARGEST_JSON // 1_000_000)
    return parsed(raw, path.name)


def present(path: Path) -> None:
    """Is it a file with something in it? A folder, a pipe or nothing at all is refused."""
    if not path.is_file():
        there = path.name and os.path.lexists(path)
        raise Unreadable("places.not_a_file" if there else "places.no_file", str(path))
    if path.stat().st_size == 0:
        raise Unreadable("places.empty_file", path.name)


def record(value: Any) -> dict[str, Any]:
    """`value` if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}
