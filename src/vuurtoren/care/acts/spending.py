"""What an institution spends itself on a kind of task here in a year, so that the balance can tell euros."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from vuurtoren.care import moments
from vuurtoren.care.euros import check_spending
from vuurtoren.care.models import Spent, TaskKind
from vuurtoren.care.rules import LITTER, LITTER_NAMES
from vuurtoren.journal.acts import record
from vuurtoren.journal.models import Moment
from vuurtoren.language import Refused
from vuurtoren.people.rules import Viewer
from vuurtoren.places.models import Neighbourhood


@transaction.atomic
def write_spending(
    by: Viewer, where: Neighbourhood, *, year: int, cents: int, source: str, kind: str = LITTER, at: datetime
) -> Moment:
    """What the institution spends itself in a year, besides what residents have to spend; said again, the last counts."""
    by.must("spending.write", where.key)
    source = check_spending(year, timezone.localdate(at).year, cents, source)
    if kind == LITTER:
        TaskKind.objects.get_or_create(code=LITTER, defaults={"names": dict(LITTER_NAMES)})
    known = TaskKind.objects.filter(code=kind).first()
    if known is None:
        raise Refused("care.choice_unknown")
    about = {"cents": cents, "source": source, "written_at": at, "written_by": by.somebody()}
    row, _ = Spent.objects.update_or_create(neighbourhood=where, kind=known, year=year, defaults=about)
    of_kind = {} if known.is_litter else {"task_kind": known.key}
    return record(
        moments.SPENDING_WRITTEN,
        neighbourhood=where.key,
        at=at,
        who=by.person,
        about=row.key,
        year=year,
        cents=cents,
        **of_kind,
    )
