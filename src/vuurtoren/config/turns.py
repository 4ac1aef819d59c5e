"""Pages wait their turn.

The threads of one process share one interpreter. Four pages made at once in it take longer than the same four one after
another, since they hand the interpreter to each other at every question to the database; so readers who came first
wait for those who came last. Here one page is made at a time and the threads that are over wait. What may have to wait
for somebody else's deed, a form that is sent, never stands in this line, and nobody waits behind a slow page for longer
than a moment: a drawing on paper may take a second.
"""

from collections.abc import Callable, Iterable
from threading import Lock
from typing import Any

MOMENT_S = 0.25
READS = ("GET", "HEAD")
Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def in_turn(application: Application, moment_s: float = MOMENT_S) -> Application:
    """`application`, with one page at a time in this process; who waited `moment_s` seconds goes ahead beside it."""
    turn = Lock()

    def in_its_turn(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if environ["REQUEST_METHOD"] not in READS:
            return application(environ, start_response)
        mine = turn.acquire(timeout=moment_s)
        try:
            return application(environ, start_response)
        finally:
            if mine:
                turn.release()

    return in_its_turn
