"""PostgreSQL, with two habits of the house.

Before each page Django looks whether the connection it kept still stands, and makes another where it does not. It asks
the database a question for it; every page then waits for one more answer. A server that went away has closed its end,
and a closed end can be seen without asking: there is something to read on a line on which nothing was asked.

A ready question (`journal/ready.py`) is prepared: PostgreSQL reads and plans it once a connection, and later gets the
values alone. A pooler that lends the same connection to many may not know that; `?pooler=yes` in DATABASE_URL leaves
it out, and with it the cursors that stay on the server.
"""

import select
from typing import Any

from django.db.backends.postgresql import base
from psycopg import Cursor

READY = "ready"
NEVER_UNASKED = 2**31
"""After so many times a question that was not made ready would be prepared too."""


class DatabaseWrapper(base.DatabaseWrapper):
    """The same database."""

    @property
    def prepares(self) -> bool:
        """May questions stay on the connection, because nobody else is lent it between two of ours?"""
        return not self.settings_dict["DISABLE_SERVER_SIDE_CURSORS"]

    def is_usable(self) -> bool:
        """Does the line stand, and is it silent?"""
        if self.connection is None or self.connection.closed or self.connection.broken:
            return False
        line = select.poll()
        line.register(self.connection.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
        return not line.poll(0)

    def ready_cursor(self) -> Any:
        """A cursor for a question that comes back with other values."""
        return self._cursor(READY if self.prepares else None)  # type: ignore[attr-defined]  # Django's, untold by its stubs

    def create_cursor(self, name: str | None = None) -> Any:
        """Django's own, or one for a ready question."""
        return ReadyCursor(self.connection) if name == READY else super().create_cursor(name)

    def get_connection_params(self) -> dict[str, Any]:
        """Django's own; without a threshold nothing can be prepared."""
        given: dict[str, Any] = super().get_connection_params()
        return {**given, "prepare_threshold": NEVER_UNASKED if self.prepares else None}


class ReadyCursor(Cursor[Any]):
    """Its question is prepared the first time it is asked on a connection."""

    def execute(self, query: Any, params: Any = None, **_: Any) -> Any:
        """Ask; values go to the server beside the question, not written into it."""
        return super().execute(query, params, prepare=True)
