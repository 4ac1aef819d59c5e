"""Before each page Django looks whether the connection it kept still stands, and makes another where it does not.

Django asks the database a question for it; every page then waits for one more answer. A server that went away has
closed its end, and a closed end can be seen without asking: there is something to read on a line on which nothing
was asked.
"""

import select

from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """The same database."""

    def is_usable(self) -> bool:
        """Does the line stand, and is it silent?"""
        if self.connection is None or self.connection.closed or self.connection.broken:
            return False
        line = select.poll()
        line.register(self.connection.fileno(), select.POLLIN | select.POLLHUP | select.POLLERR)
        return not line.poll(0)
