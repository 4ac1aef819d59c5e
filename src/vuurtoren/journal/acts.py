"""Writing in the journal: the last step of every deed, inside the deed's own transaction."""

import random
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from django.db import Error, connection, transaction

from vuurtoren.journal.models import Book, Moment, Sent
from vuurtoren.journal.moments import OPENED, Kind
from vuurtoren.journal.patience import is_away, must_wait
from vuurtoren.journal.rules import Sealed
from vuurtoren.language import Refused

PATIENCE_S = 60.0
"""For other writers. Longer than any deed takes, shorter than a browser waits."""
AWAY_S = 5.0
"""For a database that is away, such as one that starts again: a page should not hang."""


@transaction.atomic
def open_book(key: UUID, at: datetime) -> Moment:
    """Begin the journal of a neighbourhood; opening it twice is opening it once."""
    book, new = Book.objects.get_or_create(key=key)
    if not new and (first := book.moments.order_by("number").first()):
        return first
    return record(OPENED, neighbourhood=key, at=at, who=None)


def record(
    kind: Kind,
    *,
    neighbourhood: UUID,
    at: datetime,
    who: UUID | None,
    about: UUID | None = None,
    place: UUID | None = None,
    **what: object,
) -> Moment:
    """Add a moment to the neighbourhood's chain; must be called inside the transaction of the deed it tells.

    The book's row is locked until that transaction ends, so order comes from the database, never from the clock.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a moment is written in the transaction of its deed")
    book = Book.objects.select_for_update().get(key=neighbourhood)
    row = Sealed(
        book.key, book.last_number + 1, kind.name, who, about, place, kind.checked(what), at, book.last_hash
    )
    book.last_number, book.last_hash = row.number, row.seal()
    book.save(update_fields=["last_number", "last_hash"])
    return Moment.objects.create(
        book=book,
        number=row.number,
        kind=row.kind,
        who=who,
        about=about,
        place=place,
        what=row.what,
        at=at,
        previous=row.previous,
        hash=book.last_hash,
    )


KEYS_LAST = timedelta(days=30)
"""So long the same form sent again is the same deed: a phone may have been out of reach meanwhile."""


def once(key: str, who: UUID | None, deed: Callable[[], Moment]) -> Moment:
    """Do `deed` in one transaction, once a `key`: sent again, the first moment is returned and nothing is done.

    Whoever has to wait too long for others, or loses the database for a moment, is tried again here: the key makes
    that safe even when it is not known whether the first time was kept. So no page says 'locked'.
    """
    began = time.monotonic()
    while True:
        try:
            return _once(key, who, deed)
        except Error as error:
            patience = PATIENCE_S if must_wait(error) else AWAY_S if is_away(error) else 0.0
            if connection.in_atomic_block or time.monotonic() - began >= patience:
                raise
            if is_away(error):
                connection.close()
            time.sleep(random.uniform(0.01, 0.1))  # spreads waiting writers, guards nothing


def forget_keys(at: datetime) -> int:
    """Let go of forms that arrived longer than `KEYS_LAST` before `at`: none of those is sent a second time. How many.

    What came of them stays in the journal. A page that saves while one writes sends a form at every pause.
    """
    gone, _ = Sent.objects.filter(at__lt=at - KEYS_LAST).delete()
    return gone


@transaction.atomic
def _once(key: str, who: UUID | None, deed: Callable[[], Moment]) -> Moment:
    sent, new = Sent.objects.get_or_create(key=key, defaults={"who": who})
    if not new:
        if sent.who != who or sent.moment is None:
            raise Refused("journal.sent_by_another")
        return sent.moment
    moment = deed()
    sent.moment = moment
    sent.save(update_fields=["moment"])
    return moment
