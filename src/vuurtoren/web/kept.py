"""What is the same for everybody is worked out once and shown until the next deed.

Three things see to it that nothing private slips into such a part, and that none is ever out of date:

- it is made for a visitor: its questions are asked by somebody who did not sign in (but for `same_for_who_may`, where the
  right is asked again of each who looks); a template (`for_all.py`) gets
  neither the request nor the visit nor the reader's own viewer, so that a private word in it would be an error;
- with it stands the day and the head of the neighbourhood's journal, or for what there is to see of one place the seals
  of what happened there (`newest.py`). Every deed changes these in its own transaction, and they are read before the
  rows, so a part is never older than the journal; and no part outlives the day, since what was tomorrow is today;
- it is kept in this process only, never by a browser or a proxy; the page around it is made for each reader.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar, cast
from uuid import UUID

from vuurtoren.web.visit import Visit

MOST_KEPT = 4096
Kept = TypeVar("Kept")
_NEVER = object()
_kept: OrderedDict[tuple[Any, ...], tuple[object, Any]] = OrderedDict()
"""By name, for a neighbourhood and a language: since when, and what. The next one takes its place, so what a deed changed
or took away is out of memory as soon as somebody looks again."""
_lock = Lock()


def same_for_all(visit: Visit, make: Callable[[], Kept], *name: object) -> Kept:
    """What `make` gave since the newest deed in this neighbourhood; `make` must ask as a visitor.

    What is kept is looked at only, never given to an act. Words that somebody typed are no name to keep things under.
    """
    return _since(visit, (visit.today, visit.head), make, name)


def same_for_who_may(visit: Visit, right: str, make: Callable[[], Kept], *name: object) -> Kept:
    """The same for everybody who has this right in the neighbourhood, and for nobody else: it is asked at every look.

    `make` finds what hangs on that right alone and on nothing of the one who looks, such as numbers of rows.
    """
    visit.viewer.must(right, visit.place.key)
    return same_for_all(visit, make, right, *name)


def same_at(visit: Visit, place: UUID | None, make: Callable[[], Kept], *name: object) -> Kept:
    """The same since the newest deed that was about this place or about no place in particular; `make` looks at nothing
    of other places. Without a place: since the newest deed about no place in particular."""
    newest = visit.newest
    mark = newest.mark(place) if place else newest.everywhere
    return _since(visit, (visit.today, mark), make, (place, *name))


def same_as_long_as(visit: Visit, value: object, make: Callable[[], Kept], *name: object) -> Kept:
    """The same for as long as `value` is: for words that are made of that value and of nothing else."""
    return _since(visit, None, make, (value, *name))


def _since(visit: Visit, mark: object, make: Callable[[], Kept], name: tuple[object, ...]) -> Kept:
    key = (visit.place.key, visit.language, *name)
    with _lock:
        since, found = _kept.get(key, (_NEVER, None))
        if since == mark:
            _kept.move_to_end(key)
            return cast(Kept, found)
    made = make()
    with _lock:
        _kept[key] = (mark, made)
        _kept.move_to_end(key)
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return made
