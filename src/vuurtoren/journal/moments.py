"""What a moment may hold. A `Kind` names its values and their types; free words have no type here.

>>> JOINED = Kind("care.joined", {"minutes": int, "rhythm": ("weekly", "now_and_then")})
>>> JOINED.checked({"minutes": 20, "rhythm": "weekly"})
{'minutes': 20, 'rhythm': 'weekly'}
>>> JOINED.checked({"minutes": 20, "rhythm": "my neighbour Jan said so"})
Traceback (most recent call last):
    ...
ValueError: care.joined: 'rhythm' is not one of weekly, now_and_then
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID


@dataclass(frozen=True)
class Kind:
    """A kind of moment: its name `app.what_happened` and what it may hold: int, bool, float, date, UUID, or codes."""

    name: str
    holds: Mapping[str, type | tuple[str, ...]] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """The name of the sentence that tells it."""
        return "moment-" + self.name.replace(".", "-")

    def checked(self, what: Mapping[str, object]) -> dict[str, object]:
        """`what` ready for JSON; raises ValueError for a value that is not foreseen or of another type."""
        if unknown := set(what) - set(self.holds):
            raise ValueError(f"{self.name}: holds no {', '.join(sorted(unknown))}")
        return {name: self._one(name, value) for name, value in what.items() if value is not None}

    def _one(self, name: str, value: object) -> object:
        wanted = self.holds[name]
        if isinstance(wanted, tuple):
            if value not in wanted:
                raise ValueError(f"{self.name}: {name!r} is not one of {', '.join(wanted)}")
            return value
        if type(value) is not wanted and not (wanted is float and isinstance(value, int)):
            raise ValueError(f"{self.name}: {name!r} is not {wanted.__name__}")
        return str(value) if isinstance(value, UUID | date) else value


OPENED = Kind("journal.opened")
KINDS = (OPENED,)
