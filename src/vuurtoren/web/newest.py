"""Where in a neighbourhood something changed last, so that a deed in one street leaves what is kept of others as it is.

Every deed writes a moment with the place it was about, or with none where it was about more than one place, such as a
night's plan (`tests/web/test_kept.py` walks every act to see that this holds). What there is to see of one place is
therefore the same as long as the newest moment about that place and the newest about no place in particular are.
Their seals are the mark of the place.

After a deed a process asks the journal once for the moments it does not know. Where the journal is not the one it
knew (a backup was put back, or very much happened) it begins anew: every place then has the newest seal as its mark.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from threading import Lock
from uuid import UUID

from vuurtoren.journal.queries import News, newest_moments, news_since

MOST_NEWS = 500
MOST_PLACES = 4096
MOST_KNOWN = 64


@dataclass(frozen=True)
class Newest:
    """The journal until moment `number` with its seal `head`; seals since we look: `everywhere`, and by place."""

    number: int = 0
    head: str = ""
    everywhere: str = ""
    places: Mapping[UUID, str] = field(default_factory=dict)

    def mark(self, place: UUID) -> tuple[str, str]:
        """Changes with whatever is to be seen of this place."""
        return self.everywhere, self.places.get(place, "")


_known: dict[UUID, Newest] = {}
_lock = Lock()


def newest_in(neighbourhood: UUID, head: str) -> Newest:
    """What is known until `head`, or a little later: nothing that is read after this is older than it says."""
    known = _known.get(neighbourhood)
    if known and known.head == head:
        return known
    with _lock:
        known = _known.get(neighbourhood)
        if known is None or known.head != head:
            known = (known and _later(neighbourhood, known)) or _anew(neighbourhood)
            _known.pop(neighbourhood, None)
            _known[neighbourhood] = known
            while len(_known) > MOST_KNOWN:
                _known.pop(next(iter(_known)))
    return known


def _later(neighbourhood: UUID, known: Newest) -> Newest | None:
    """What is known with what happened since; None where it cannot be told."""
    news = news_since(neighbourhood, known.number, MOST_NEWS + 2)
    if not news or news[0].seal != known.head or len(news) > MOST_NEWS + 1:
        return None
    everywhere, places = known.everywhere, dict(known.places)
    for one in news[1:]:
        if one.place:
            places[one.place] = one.seal
        else:
            everywhere = one.seal
    last: News = news[-1]
    return None if len(places) > MOST_PLACES else Newest(last.number, last.seal, everywhere, places)


def _anew(neighbourhood: UUID) -> Newest:
    last = newest_moments(neighbourhood, 1)
    return Newest(last[0].number, last[0].hash, last[0].hash) if last else Newest()
