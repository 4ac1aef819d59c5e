"""A decision of a floor above leans on principles: written in the transaction of that decision."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.db import connection

from vuurtoren.journal.models import Moment
from vuurtoren.light import moments
from vuurtoren.light.acts.common import standing, tell
from vuurtoren.light.models import Leaning, Principle
from vuurtoren.places.models import Neighbourhood


def lean_on(
    where: Neighbourhood, *, kind: str, about: UUID, principles: Sequence[Principle], at: datetime
) -> tuple[Moment, ...]:
    """This decision leans on these principles and on no others, also when it was taken before: the newest word counts.

    `kind` and `about` are plain values of the floor above, whose act asked the right and holds the lock. Optional always:
    a decision that names no principle is a decision all the same.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a decision leans on principles in its own transaction")
    named = [standing(one, where) for one in sorted(principles, key=lambda one: one.pk)]
    Leaning.objects.filter(kind=kind, about=about).exclude(principle__in=named).delete()
    known = set(Leaning.objects.filter(kind=kind, about=about).values_list("principle", flat=True))
    new = [one for one in named if one.pk not in known]
    Leaning.objects.bulk_create(Leaning(principle=one, kind=kind, about=about, at=at) for one in new)
    return tuple(tell(moments.LEANED_ON, None, where, at, one.key, decision=kind) for one in new)
