"""What a nudge or a weighing is about: an initiative, a table or a street, by its address or by its key.

`nudges` knows a kind and a key only; here it is found again, with what people call it and where its page is.
"""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.urls import reverse

from vuurtoren.initiatives.models import Initiative
from vuurtoren.initiatives.queries import initiative_called, initiative_keyed
from vuurtoren.nudges.rules import ABOUT, About
from vuurtoren.places.models import Place
from vuurtoren.places.queries import place_called, place_keyed
from vuurtoren.tables.models import Table
from vuurtoren.tables.queries import table_called, table_keyed
from vuurtoren.web.visit import Visit

Row = Initiative | Table | Place
CALLED = {"initiative": initiative_called, "table": table_called, "street": place_called}
KEYED = {"initiative": initiative_keyed, "table": table_keyed, "street": place_keyed}


@dataclass(frozen=True)
class Thing:
    """What it is about, what people call it, and where its page is."""

    about: About
    public_id: str
    name: str
    to: str
    row: Row


def thing_called(visit: Visit, what: str, public_id: str) -> Thing:
    """The thing in the address; a page that says there is none, where there is none."""
    found = CALLED[what](visit.viewer, visit.place, public_id) if what in ABOUT else None
    if found is None:
        raise Http404(public_id)
    return _thing(visit, what, found)


def thing_keyed(visit: Visit, what: str, key: UUID | None) -> Thing | None:
    """The thing that was written down; None where it was about nothing in particular, or is not there any more."""
    found = KEYED[what](visit.viewer, visit.place, key) if what in ABOUT and key else None
    return _thing(visit, what, found) if found else None


def _thing(visit: Visit, what: str, row: Row) -> Thing:
    if isinstance(row, Initiative):
        name = row.words or visit.t("initiative-no-words")
    elif isinstance(row, Table):
        name = visit.t(f"table-at-{row.kind}", place=visit.called(row.place))
    else:
        name = visit.called(row)
    to = reverse(what, args=[visit.place.slug, row.public_id])
    return Thing(About(what, row.key), row.public_id, name, to, row)
