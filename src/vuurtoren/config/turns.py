"""Pages wait their turn.

The threads of one process share one interpreter. Four pages made at once in it take longer than the same four one after
another, since they hand the interpreter to each other at every question to the database; so readers who came first
wait for those who came last. Here one page is made at a time, in the order in which they were asked for. What may have
to wait for somebody else's deed, a form that is sent, never stands in this line, and nobody waits behind a slow page
for longer than a moment: a drawing on paper may take a second.
"""

from collections import deque
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

MOMENT_S = 0.25
READS = ("GET", "HEAD")
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Line:
    """Who came first is next; a lock alone goes to whoever asks at the right moment, and some then wait for seconds."""

    def __init__(self) -> None:
        self._busy = False
        self._waiting: deque[Any] = deque()
        self._one_at_a_time = Lock()

    def wait(self, moment_s: float) -> bool:
        """Wait for the turn; False where it did not come within `moment_s` seconds."""
        with self._one_at_a_time:
            if not self._busy:
                self._busy = True
                return True
            mine = Lock()
            mine.acquire()
            self._waiting.append(mine)
        if mine.acquire(timeout=moment_s):
            return True
        with self._one_at_a_time:
            if mine in self._waiting:
                self._waiting.remove(mine)
                return False
        return True  # it came while we gave up

    def pass_on(self) -> None:
        """The next one has the turn."""
        with self._one_at_a_time:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._busy = False


def in_turn(application: Application, moment_s: float = MOMENT_S) -> Application:
    """`application`, with one page at a time in this process; who waited `moment_s` seconds goes ahead beside it."""
    line = Line()

    def in_its_turn(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in READS:
            return application(environ, start_response)
        mine = line.wait(moment_s)
        try:
            return application(environ, start_response)
        finally:
            if mine:
                line.pass_on()

    return in_its_turn
