"""How a moment is sealed into the chain, and how a chain is verified. Pure."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

START = "0" * 64


@dataclass(frozen=True)
class Sealed:
    """One row of a chain as it stands, `hash` and `previous` in hex (SHA-256)."""

    book: UUID
    number: int
    kind: str
    who: UUID | None
    about: UUID | None
    place: UUID | None
    what: dict[str, object]
    at: datetime
    previous: str
    hash: str = ""

    def seal(self) -> str:
        """The SHA-256 over the row and the seal before it, in hex."""
        row = [
            str(self.book),
            self.number,
            self.kind,
            self.who and str(self.who),
            self.about and str(self.about),
            self.place and str(self.place),
            self.what,
            self.at.astimezone(UTC).isoformat(timespec="microseconds"),
            self.previous,
        ]
        text = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
        return hashlib.sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Verdict:
    """What walking a chain found: `moments` read, and the number of the first broken row or None."""

    moments: int
    broken: int | None
    head: str


def verify(rows: Iterable[Sealed], last_number: int, last_hash: str) -> Verdict:
    """Walk `rows` in order of number from the first; the book's head says where the chain must end."""
    count, previous = 0, START
    for row in rows:
        if row.number != count + 1 or row.previous != previous or row.seal() != row.hash:
            return Verdict(count, count + 1, previous)
        count, previous = row.number, row.hash
    if count != last_number or previous != last_hash:
        return Verdict(count, count + 1, previous)
    return Verdict(count, None, previous)
