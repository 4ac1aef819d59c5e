"""Who looks for somebody, or asks somebody to come, and goes on: tables and initiatives stand on floors of their own."""

from collections.abc import Collection
from datetime import date

from vuurtoren.initiatives.queries import initiatives_named
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood
from vuurtoren.tables.queries import tables_of


def who_go_on(viewer: Viewer, where: Neighbourhood, today: date, abouts: Collection[str]) -> set[str]:
    """Of these public addresses: the tables that meet again or rest, and the initiatives that live."""
    viewer.must("page.public", where.key)
    if not abouts:
        return set()
    tables = {one.table.public_id for one in tables_of(viewer, where, today, among=abouts)}
    others = [one for one in abouts if one not in tables]
    return tables | set(initiatives_named(viewer, where, others))
