"""JSON of strangers."""

import json
import math
from pathlib import Path
from typing import Any

from vuurtoren.places.reading.limits import LARGEST_JSON, MOST_BRACKETS
from vuurtoren.places.reading.segment import Unreadable


def parsed(raw: bytes, file: str) -> Any:
    """The value that a JSON text in UTF-8 holds. NaN and Infinity are read as such, to be refused where they stand."""
    if raw.count(b"{") + raw.count(b"[") > MOST_BRACKETS:
        raise Unreadable("places.too_many", file, most=MOST_BRACKETS)
    try:
        return json.loads(raw.decode("utf-8-sig"), parse_constant=lambda _: math.nan)
    except (ValueError, RecursionError):
        raise Unreadable("places.broken_json", file) from None


def parsed_file(path: Path) -> Any:
    """The same, from a file."""
    if not path.is_file():
        raise Unreadable("places.no_file", str(path))
    with path.open("rb") as opened:
        raw = opened.read(LARGEST_JSON + 1)
    if not raw:
        raise Unreadable("places.empty_file", path.name)
    if len(raw) > LARGEST_JSON:
        raise Unreadable("places.file_too_large", path.name, most=LARGEST_JSON // 1_000_000)
    return parsed(raw, path.name)


def record(value: Any) -> dict[str, Any]:
    """`value` if it is a JSON object, else an empty one."""
    return value if isinstance(value, dict) else {}
