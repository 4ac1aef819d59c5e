"""What this floor asks of whoever acts. Pure."""

from typing import Any, Protocol


class Asked(Protocol):
    """Who acts; the viewer of `people`, of which this floor knows only what it asks."""

    @property
    def person(self) -> Any: ...

    def must(self, right: str, neighbourhood: Any, *, concerned: bool = False) -> None: ...
